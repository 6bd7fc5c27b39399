package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var dpiaType = app.DPIAForm.Type()

// dpiaScreening is the screening of a treatment: the two lists with their ticks,
// the level of risk, what follows.
func dpiaScreening(w *writer, subject any) doc.Document {
	d, _ := subject.(*app.DPIA)
	if d == nil {
		d, w.blank = &app.DPIA{}, true
	}
	out := doc.Document{Draft: w.dpiaDraft(d, true)}
	t := app.Find(w.d, app.TreatmentForm, d.Treatment)
	if t != nil {
		out.Subtitle = t.Title
	}
	head := w.fields(fieldsOf(dpiaType, "treatment", "screened", "screened_by"), d)
	if t != nil {
		head.Entries = append(head.Entries, w.screened(t)...)
	}
	out.Blocks = append(out.Blocks, head)
	lists, _ := app.LegalLists() // broken ones never pass the tests
	out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: "1", Text: "I nove criteri"})
	out.Blocks = append(out.Blocks, w.ticks(lists[app.DPIACriteria], d.Criteria, d.NoCriteria)...)
	out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: "2", Text: "I dodici tipi del Garante"})
	out.Blocks = append(out.Blocks, w.ticks(lists[app.DPIATypes], d.Types, d.NoTypes)...)
	out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: "3", Text: "Il livello di rischio"}, w.fields(fieldsOf(dpiaType, "high"), d))
	out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: "4", Text: "Esito e decisione"})
	if w.blank {
		out.Blocks = append(out.Blocks, doc.P("La valutazione d’impatto è dovuta se valgono almeno due dei nove criteri, o se il trattamento è di uno dei dodici tipi, o se il livello di rischio è Alto. Se non si fa, si scrive perché."),
			doc.Fields{Entries: []doc.Entry{tick(doc.Entry{Label: "Esito dell’esame"}, []form.Option{{Label: "Dovuta"}, {Label: "Non dovuta"}})}})
	}
	end := w.fields(fieldsOf(dpiaType, "result", "decision", "why_not"), d)
	if why := dpiaReasons(d); len(why) > 0 {
		end.Entries = slices.Insert(end.Entries, 1, doc.Entry{Label: "Perché è dovuta", Value: why})
	}
	out.Blocks = append(out.Blocks, end, w.dpiaSignature("presa visione"))
	return out
}

// dpiaReasons says why the assessment is owed, a paragraph a reason.
func dpiaReasons(d *app.DPIA) [][]doc.Run {
	var out [][]doc.Run
	for _, r := range d.Reasons() {
		out = append(out, doc.T(capital(r.Text)+" – "+r.Law))
	}
	return out
}

// screened says of the sheet what the answers rest on.
func (w *writer) screened(t *app.Treatment) []doc.Entry {
	var out []doc.Entry
	add := func(label string, texts ...string) {
		if texts = nonEmpty(texts...); len(texts) > 0 {
			out = append(out, doc.Entry{Label: label, Value: [][]doc.Run{doc.T(strings.Join(texts, "; "))}})
		}
	}
	var purposes []string
	for _, p := range t.Purposes {
		purposes = append(purposes, w.d.Entry("purpose", p.Purpose))
	}
	add("Finalità", purposes...)
	add("Tipo di dati personali", w.labels("data-type", t.DataTypes)...)
	add("Categorie di interessati", w.labels("data-subject", t.Subjects)...)
	var levels []string
	if l := t.LevelBefore(); l > 0 {
		levels = append(levels, "senza le misure "+t.RiskMatrix().Word(l))
	}
	if l := t.Level(); l > 0 {
		levels = append(levels, "con le misure "+t.RiskMatrix().Word(l))
	}
	add("Livello di rischio della scheda", levels...)
	return out
}

// ticks prints a list with its boxes, and whose list it is.
func (w *writer) ticks(l app.LegalList, chosen []string, none bool) []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Vale", Width: 1, Align: doc.Center}, {Head: l.Title, Width: 14}}}
	box := func(on bool) doc.Cell {
		if on && !w.blank {
			return doc.Cell{Paras: [][]doc.Run{doc.T("☑")}}
		}
		return doc.C("☐")
	}
	for _, e := range l.Entries {
		on := slices.Contains(chosen, e.Slug)
		if e.Withdrawn && !on {
			continue
		}
		text := []doc.Run{{Text: e.Label + ". ", Bold: true}, {Text: e.Help}}
		row := doc.Row{doc.C(e.Attr["number"]), box(on), {Paras: [][]doc.Run{text}}}
		if on {
			for i := range row {
				row[i].Tint = doc.Warn
			}
		}
		table.Rows = append(table.Rows, row)
	}
	table.Rows = append(table.Rows, doc.Row{doc.C(""), box(none), doc.C("Nessuno")})
	day, _ := form.ISODate(l.Dated) // the list was read, so its date is one
	return []doc.Block{
		table,
		doc.Para{Runs: doc.T("Fonte: " + l.Source + "; " + l.Law + ". " + l.Note + " Elenco controllato il " + day.String() + "."), Small: true},
	}
}

// dpiaSignature is for the controller, and for the DPO where there is one.
func (w *writer) dpiaSignature(note string) doc.Signature {
	s, o := w.signature(), w.d.Office()
	if w.blank || o.HasDPO == "yes" {
		signer := doc.Signer{Role: "Il responsabile della protezione dei dati", Note: note}
		if !w.blank {
			signer.Name = o.DPO
		}
		s.Signers = append(s.Signers, signer)
	}
	return s
}

// dpiaDraft says that the paper lacks something: the whole record, or only its
// screening.
func (w *writer) dpiaDraft(d *app.DPIA, screening bool) bool {
	own := dpiaType.Sections[0].Fields
	for _, p := range dpiaType.Problems(d) {
		in := slices.ContainsFunc(own, func(f *form.Field) bool { return f.Key == p.Path })
		if p.Gravity != form.Doubt && (in || !screening) {
			return true
		}
	}
	return !w.officeComplete()
}

// fieldsOf gives fields of a form by key, in the order asked.
func fieldsOf(t *form.Type, keys ...string) []*form.Field {
	out := make([]*form.Field, len(keys))
	for i, key := range keys {
		out[i] = t.Field(key)
	}
	return out
}
