package papers

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// dpia is the impact assessment of a treatment (art. 35(7) GDPR), section by
// section as the form has it.
func dpia(w *writer, subject any) doc.Document {
	d, _ := subject.(*app.DPIA)
	if d == nil {
		d, w.blank = &app.DPIA{}, true
	}
	out := doc.Document{Subtitle: "art. 35 del regolamento (UE) 2016/679 (GDPR)", Draft: w.dpiaDraft(d, false) || !w.blank && !d.Assessing()}
	out.Blocks = append(out.Blocks, w.dpiaHead(d))
	if !w.blank && !d.Assessing() {
		out.Blocks = append(out.Blocks, doc.Note{Runs: doc.T("Per questo trattamento non è stata decisa una valutazione d’impatto: si veda la «Verifica preliminare DPIA».")}, w.dpiaSignature(""))
		return out
	}
	number := 0
	for _, s := range dpiaType.Sections[1:] {
		blocks := w.dpiaSection(s, d)
		if len(blocks) == 0 {
			continue
		}
		number++
		out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: strconv.Itoa(number), Text: s.Title})
		out.Blocks = append(out.Blocks, blocks...)
	}
	out.Blocks = append(out.Blocks, w.dpiaSignature("per il parere reso"))
	return out
}

// dpiaHead names the treatment and says why it is assessed.
func (w *writer) dpiaHead(d *app.DPIA) doc.Fields {
	head := w.controller()
	more := w.fields(fieldsOf(dpiaType, "treatment", "assessed", "screened"), d)
	head.Entries = append(head.Entries, more.Entries...)
	why := doc.Entry{Label: "Perché si valuta", Lines: 2}
	if !w.blank {
		why.Lines, why.Value = 0, dpiaReasons(d)
		if why.Value == nil {
			why.Value = [][]doc.Run{doc.T("Per scelta del titolare: l’esame preliminare non la impone")}
		}
	}
	head.Entries = append(head.Entries, why)
	return head
}

func (w *writer) dpiaSection(s *form.Group, d *app.DPIA) []doc.Block {
	skip := []string{"no_dpo", "assessed"}
	if s.Key != "risks" {
		fields := w.fields(s.Fields, d, skip...)
		if d.NoDPO && !w.blank {
			for i, e := range fields.Entries {
				if e.Label == dpiaType.Field("dpo_opinion").Label {
					fields.Entries[i].Value = [][]doc.Run{doc.T("L’ufficio non ha un responsabile della protezione dei dati")}
				}
			}
		}
		if len(fields.Entries) == 0 {
			return nil
		}
		if s.Key == "consultation" && w.blank {
			return []doc.Block{doc.Para{Runs: doc.T("Solo se il rischio che resta è Alto: prima di cominciare si consulta il Garante (art. 36 GDPR), che risponde entro otto settimane e può prenderne altre sei."), Small: true}, fields}
		}
		return []doc.Block{fields}
	}
	return []doc.Block{
		w.fields(fieldsOf(dpiaType, "risks", "measures"), d),
		doc.Heading{Level: 3, Text: "Livello di rischio"},
		w.dpiaLevels(d),
	}
}

// dpiaLevels is the risk before and with the measures: on the matrix, or to be
// written down.
func (w *writer) dpiaLevels(d *app.DPIA) doc.Block {
	if !w.blank {
		return w.matrix(&app.Treatment{
			Matrix: d.RiskMatrix().ID, Probability: d.ResidualProbability, Consequence: d.ResidualConsequence,
			BeforeProbability: d.InitialProbability, BeforeConsequence: d.InitialConsequence,
		})
	}
	table := doc.Table{Columns: []doc.Column{{Head: "", Width: 3}, {Head: "Probabilità", Width: 3}, {Head: "Conseguenze", Width: 3}, {Head: "Livello", Width: 3}}}
	for _, name := range []string{"Prima delle misure", "Con le misure"} {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(name)}}, doc.C(""), doc.C(""), doc.C("")})
	}
	return table
}

// capital makes the first letter of a sentence large.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
