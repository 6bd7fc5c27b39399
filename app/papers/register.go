package papers

import (
	"strings"
	"time"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// registerHead opens a register: the controller, and its two verifiable dates.
func (w *writer) registerHead(list []*app.Treatment) doc.Fields {
	head := w.controller()
	var first, last time.Time
	for _, t := range list {
		h := t.Head()
		if first.IsZero() || h.Created.Before(first) {
			first = h.Created
		}
		if h.Updated.After(last) {
			last = h.Updated
		}
	}
	if !w.blank && len(list) > 0 {
		head.Entries = append(head.Entries,
			doc.Entry{Label: "Registro creato in data", Value: [][]doc.Run{doc.T(dayOf(first))}, Half: true},
			doc.Entry{Label: "Ultimo aggiornamento", Value: [][]doc.Run{doc.T(dayOf(last))}, Half: true})
	}
	return head
}

func (w *writer) registerDraft(list []*app.Treatment) bool {
	for _, t := range list {
		if !treatmentType.Complete(t) {
			return true
		}
	}
	return !w.officeComplete()
}

// indexedFrom is the number of activities above which a register says on which
// page each is.
const indexedFrom = 8

// controllerRegister is the register of art. 30(1) GDPR: its items (a) to (g)
// for each treatment.
func controllerRegister(w *writer, _ any) doc.Document {
	list := app.GoingOn(w.d)
	if w.blank {
		list = nil
	}
	out := doc.Document{
		Title: "Registro dei trattamenti del titolare", Subtitle: "art. 30, paragrafo 1, del regolamento (UE) 2016/679 (GDPR)",
		Draft: w.registerDraft(list), Blocks: []doc.Block{w.registerHead(list)},
	}
	if len(list) > 0 {
		out.Blocks = append(out.Blocks, doc.Heading{Level: 2, Text: "Attività registrate"}, index(list))
	}
	if len(list) > indexedFrom {
		out.Blocks = append(out.Blocks, doc.Heading{Level: 2, Text: "Indice"}, doc.Contents{Levels: 1})
	}
	for _, t := range list {
		out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Text: t.Title}, w.article30(t))
	}
	switch {
	case w.blank:
		out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Text: "Trattamento"}, w.article30(nil))
	case len(list) == 0:
		out.Blocks = append(out.Blocks, doc.P("Nel registro non è ancora iscritto alcun trattamento."))
	}
	out.Blocks = append(out.Blocks, w.signature())
	return out
}

func index(list []*app.Treatment) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Trattamento", Width: 8},
		{Head: "Scheda creata in data", Width: 3}, {Head: "Ultimo aggiornamento", Width: 3},
	}}
	for i, t := range list {
		h := t.Head()
		table.Rows = append(table.Rows, doc.Row{doc.C(form.FormatInt(int64(i + 1))), cell(t.Title), doc.C(dayOf(h.Created)), doc.C(dayOf(h.Updated))})
	}
	return table
}

// article30 writes the items of art. 30(1) of one treatment; nil leaves lines
// to write on.
func (w *writer) article30(t *app.Treatment) doc.Fields {
	var out doc.Fields
	add := func(label string, needed bool, texts ...string) {
		e := doc.Entry{Label: label}
		switch {
		case t == nil:
			e.Lines = 2
		default:
			e.Value = cell(texts...).Paras
			if len(texts) == 0 || len(texts) == 1 && texts[0] == "" {
				if !needed {
					return
				}
				e.Value, e.Missing = nil, true
			}
		}
		out.Entries = append(out.Entries, e)
	}
	items := w.items(t)
	add("Descrizione", true, items.description...)
	add("Finalità e basi giuridiche (lett. b)", true, items.purposes...)
	add("Categorie di interessati (lett. c)", true, items.subjects...)
	add("Categorie di dati personali (lett. c)", true, items.data...)
	add("Categorie di destinatari (lett. d)", true, items.recipients...)
	add("Responsabili esterni", false, items.partners...)
	add("Trasferimenti verso paesi terzi (lett. e)", true, items.transfers...)
	add("Termini di cancellazione (lett. f)", true, items.retention...)
	add("Misure di sicurezza (lett. g)", true, items.measures...)
	add("Livello di rischio", false, items.level)
	return out
}

// items are the contents of the register for one treatment, in paragraphs.
type items struct {
	description, purposes, subjects, data, recipients, partners, transfers, retention, measures []string
	level                                                                                       string
}

func (w *writer) items(t *app.Treatment) items {
	if t == nil {
		return items{}
	}
	out := items{
		subjects:   w.labels("data-subject", t.Subjects),
		data:       w.labels("data-type", t.DataTypes),
		recipients: w.labels("recipient", t.Recipients),
		transfers:  w.transfers(t),
		retention:  w.terms(t),
	}
	if t.Description != "" {
		out.description = strings.Split(t.Description, "\n")
	}
	for _, p := range t.Purposes {
		line := w.d.Entry("purpose", p.Purpose)
		if bases := w.labels("legal-basis-6", t.BasesOf(p)); len(bases) > 0 {
			line += " – " + strings.Join(bases, "; ")
		}
		out.purposes = append(out.purposes, line)
	}
	if t.Special == form.Yes {
		bases := append(w.labels("legal-basis-9", t.Bases9), nonEmpty(t.Bases9Text)...)
		if len(bases) > 0 {
			out.purposes = append(out.purposes, "Dati particolari (art. 9): "+strings.Join(bases, "; "))
		}
	}
	for _, uid := range t.Partners {
		out.partners = append(out.partners, w.d.Ref("supplier", uid))
	}
	for _, m := range t.Measures {
		if m.State == app.InPlace {
			out.measures = append(out.measures, w.d.Entry("measure", m.Measure))
		}
	}
	if l := t.Level(); l > 0 {
		out.level = t.RiskMatrix().Word(l)
	}
	return out
}

func (w *writer) transfers(t *app.Treatment) []string {
	switch {
	case t.Transfer == "none":
		return []string{"Non presente"}
	case t.Transfer == "":
		return nil
	}
	var out []string
	for _, x := range t.Transfers {
		out = append(out, strings.Join(nonEmpty(w.d.Entry("country", x.Country), x.Recipient, w.d.Entry("transfer-safeguard", x.Safeguard), x.Note), ", "))
	}
	return out
}

func (w *writer) terms(t *app.Treatment) []string {
	var out []string
	for _, r := range t.Retention {
		line := r.Words()
		if types := w.labels("data-type", r.DataTypes); len(types) > 0 {
			line += ": " + strings.Join(types, ", ")
		}
		if r.Source != "" {
			line += " – " + w.d.Entry("retention-source", r.Source)
		}
		out = append(out, line)
	}
	return append(out, nonEmpty(t.RetentionText)...)
}

func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}
