package papers

import (
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var treatmentType = app.TreatmentForm.Type()

// treatmentSheet is the sheet of a processing activity, block by block as the
// paper that offices know (spec 1.1).
func treatmentSheet(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Treatment)
	if t == nil {
		t = &app.Treatment{Matrix: "5x5"}
		w.blank = true
	}
	out := doc.Document{Title: "Scheda di trattamento", Subtitle: t.Title, Draft: !treatmentType.Complete(t) || !w.officeComplete()}
	if !w.blank {
		out.Blocks = append(out.Blocks, sheetDates(t))
	}
	for i, s := range treatmentType.Sections {
		if s.Key == "archive" && (w.blank || t.Archived == "") {
			continue
		}
		out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Number: fmt.Sprint(i + 1), Text: s.Title})
		out.Blocks = append(out.Blocks, w.sheetSection(s, t)...)
	}
	out.Blocks = append(out.Blocks, w.signature())
	return out
}

// sheetDates are the two dates that the Garante wants verifiable, and that of
// the last review that changed nothing.
func sheetDates(t *app.Treatment) doc.Fields {
	h := t.Head()
	half := func(label, value string) doc.Entry {
		return doc.Entry{Label: label, Value: [][]doc.Run{doc.T(value)}, Half: true}
	}
	out := doc.Fields{Entries: []doc.Entry{
		half("Scheda creata in data", dayOf(h.Created)),
		half("Ultimo aggiornamento", dayOf(h.Updated)),
	}}
	if t.Reviewed != "" {
		out.Entries = append(out.Entries, half("Ultima revisione senza modifiche", t.Reviewed.String()))
	}
	return out
}

func (w *writer) sheetSection(s *form.Group, t *app.Treatment) []doc.Block {
	var blocks []doc.Block
	var run []*form.Field
	flush := func() {
		if fields := w.fields(run, t, "no_partners"); len(fields.Entries) > 0 {
			blocks = append(blocks, w.named(fields, run, t))
		}
		run = nil
	}
	for _, f := range s.Fields {
		switch {
		case f.Kind == form.KList:
			flush()
			blocks = append(blocks, w.sheetList(f, t)...)
		case f.Key == "probability" && !w.blank:
			flush()
			blocks = append(blocks, w.matrices(t)...)
		case s.Key == "risk" && !w.blank && (f.Key == "consequence" || strings.HasPrefix(f.Key, "before_")):
			// said by the picture
		default:
			run = append(run, f)
		}
	}
	flush()
	return blocks
}

// named writes the people of a sheet with their duties in brackets (decision
// A18), and the union of the legal bases.
func (w *writer) named(fields doc.Fields, run []*form.Field, t *app.Treatment) doc.Fields {
	if w.blank {
		return fields
	}
	for i, e := range fields.Entries {
		for _, f := range run {
			if f.Label != e.Label || e.Missing {
				continue
			}
			switch f.Key {
			case "people":
				fields.Entries[i].Value = paras(w.people(t.People))
			case "bases":
				fields.Entries[i].Value = paras(w.labels("legal-basis-6", t.AllBases()))
			}
		}
	}
	return fields
}

// people names people with their duties in brackets; with their tax codes where
// the office wants them printed.
func (w *writer) people(uids []string) []string {
	out := make([]string, 0, len(uids))
	for _, uid := range uids {
		p := app.Find(w.d, app.PersonForm, uid)
		if p == nil {
			continue
		}
		name := app.PersonForm.Title(p)
		if w.d.Office().PrintTaxCodes && p.TaxCode != "" {
			name += ", C.F. " + strings.ToUpper(p.TaxCode)
		}
		if duties := p.DutyNames(w.d); len(duties) > 0 {
			name += " (" + strings.Join(duties, ", ") + ")"
		}
		out = append(out, name)
	}
	return out
}

func paras(texts []string) [][]doc.Run {
	out := make([][]doc.Run, len(texts))
	for i, t := range texts {
		out[i] = doc.T(t)
	}
	return out
}
