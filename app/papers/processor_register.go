package papers

import (
	"strings"
	"time"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// processorRegister is the register of art. 30(2) GDPR: for each client its items
// (a) to (d).
func processorRegister(w *writer, _ any) doc.Document {
	var list []*app.Client
	if !w.blank {
		list = app.Clients(w.d, w.d.AsOf)
	}
	out := doc.Document{
		Subtitle: "art. 30, paragrafo 2, del regolamento (UE) 2016/679 (GDPR)",
		Draft:    w.clientsDraft(list), Blocks: []doc.Block{w.processorHead(list)},
	}
	if len(list) > 0 {
		out.Blocks = append(out.Blocks, doc.Heading{Level: 2, Text: "Clienti"}, clientIndex(list))
	}
	for _, c := range list {
		out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Text: c.Name}, w.article302(c))
	}
	switch {
	case w.blank:
		for _, name := range []string{"Cliente 1", "Cliente 2"} {
			out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Text: name}, w.article302(nil))
		}
	case len(list) == 0:
		out.Blocks = append(out.Blocks, doc.P("Nel registro non è iscritto alcun cliente: l’ufficio non tratta dati per conto di altri titolari."))
	}
	s := w.signature()
	s.Signers[0].Role = "Il responsabile del trattamento"
	out.Blocks = append(out.Blocks, s)
	return out
}

// processorHead is the office as processor, and the two dates of the register.
func (w *writer) processorHead(list []*app.Client) doc.Fields {
	head := w.controller()
	var kept []doc.Entry
	for _, e := range head.Entries {
		switch e.Label {
		case "Titolare del trattamento":
			e.Label = "Responsabile del trattamento"
		case "Contitolare":
			continue // of its own processing, not of its clients'
		}
		kept = append(kept, e)
	}
	head.Entries = kept
	var first, last time.Time
	for _, c := range list {
		h := c.Head()
		if first.IsZero() || h.Created.Before(first) {
			first = h.Created
		}
		if h.Updated.After(last) {
			last = h.Updated
		}
	}
	if len(list) > 0 {
		head.Entries = append(head.Entries,
			doc.Entry{Label: "Registro creato in data", Value: [][]doc.Run{doc.T(dayOf(first))}, Half: true},
			doc.Entry{Label: "Ultimo aggiornamento", Value: [][]doc.Run{doc.T(dayOf(last))}, Half: true})
	}
	return head
}

func (w *writer) clientsDraft(list []*app.Client) bool {
	for _, c := range list {
		if !app.ClientForm.Type().Complete(c) {
			return true
		}
	}
	return !w.officeComplete()
}

func clientIndex(list []*app.Client) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Titolare per cui si tratta", Width: 8}, {Head: "Contratto del", Width: 3}, {Head: "Fino al", Width: 3},
	}}
	for i, c := range list {
		table.Rows = append(table.Rows, doc.Row{doc.C(form.FormatInt(int64(i + 1))), cell(c.Name), cell(c.Contract.String()), cell(c.ContractEnd.String())})
	}
	return table
}

// article302 writes the items of art. 30(2) of one client; nil leaves lines to
// write on.
func (w *writer) article302(c *app.Client) doc.Fields {
	var out doc.Fields
	blank := c == nil
	if blank {
		c = &app.Client{}
	}
	add := func(label string, lines int, needed bool, texts ...string) {
		texts = nonEmpty(texts...)
		e := doc.Entry{Label: label}
		switch {
		case blank && lines == 0:
			return
		case blank:
			e.Lines = lines
		case len(texts) > 0:
			e.Value = cell(texts...).Paras
		case needed:
			e.Missing = true
		default:
			return
		}
		out.Entries = append(out.Entries, e)
	}
	add("Titolare (lett. a)", 1, true, joined(" · ", c.Name, prefixed("C.F. o P.IVA ", c.VAT)))
	add("Sede e recapiti (lett. a)", 2, true, c.Address, c.Contacts)
	add("Rappresentante nell’Unione (lett. a)", 1, false, c.Representative)
	add("Responsabile della protezione dei dati del titolare (lett. a)", 1, false, joined(" · ", c.DPO, c.DPOContacts))
	add("Contratto", 1, true, contractWords(c))
	add("Categorie di trattamenti (lett. b)", 3, true, strings.Split(c.Processing, "\n")...)
	add("Dati e interessati", 2, false, strings.Join(w.labels("data-type", c.DataTypes), "; "), strings.Join(w.labels("data-subject", c.Subjects), "; "))
	add("Trasferimenti verso paesi terzi (lett. c)", 2, true, w.clientTransfers(c)...)
	add("Misure di sicurezza (lett. d)", 3, true, append(w.labels("measure", c.Measures), strings.Split(c.MeasuresText, "\n")...)...)
	add("Sub-responsabili", 2, true, w.subProcessors(c)...)
	add("Note", 0, false, strings.Split(c.Note, "\n")...)
	return out
}

func contractWords(c *app.Client) string {
	switch {
	case c.Contract == "":
		return ""
	case c.ContractEnd == "":
		return "del " + c.Contract.String() + ", senza scadenza"
	}
	return "del " + c.Contract.String() + ", fino al " + c.ContractEnd.String()
}

func (w *writer) clientTransfers(c *app.Client) []string {
	if c.Transfer == "none" {
		return []string{"Non presente"}
	}
	var out []string
	for _, x := range c.Transfers {
		country, safeguard := w.d.Entry("country", x.Country), ""
		if x.Safeguard != "" {
			safeguard = w.d.Entry("transfer-safeguard", x.Safeguard)
		}
		out = append(out, joined(", ", country, x.Recipient, safeguard, x.Note))
	}
	return out
}

// subProcessors says what the contract allows, then who they are.
func (w *writer) subProcessors(c *app.Client) []string {
	out := app.ClientForm.Type().Field("sub_rule").Words(c, w.d)
	for _, s := range c.SubProcessors {
		country := ""
		if s.Country != "" {
			country = w.d.Entry("country", s.Country)
		}
		out = append(out, joined(", ", s.Name, country, s.Service))
	}
	return out
}

func joined(by string, texts ...string) string { return strings.Join(nonEmpty(texts...), by) }
