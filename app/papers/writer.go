package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// writer turns records into blocks. It holds what all papers share.
type writer struct {
	d     *app.Dossier
	blank bool
	to    *app.Addressee // of a letter that is printed for one of a list; else nil
}

// composer is what papers are made with that join records to the words of a text:
// the blocks so far, and whether something keeps the paper a draft.
type composer struct {
	*writer
	prose
	blocks []doc.Block
	draft  bool
}

func (c *composer) add(blocks ...doc.Block) { c.blocks = append(c.blocks, blocks...) }

// fields writes the shown fields of a record as a two-column form, those of
// skip left out. Lists are not among them: they are written as tables.
func (w *writer) fields(list []*form.Field, rec any, skip ...string) doc.Fields {
	var out doc.Fields
	for _, f := range list {
		if f.Auto || f.Kind == form.KList || f.Kind == form.KFiles || slices.Contains(skip, f.Key) {
			continue
		}
		if e, ok := w.entry(f, rec); ok {
			out.Entries = append(out.Entries, e)
		}
	}
	return out
}

// entry writes one field; false where there is nothing to print of it.
func (w *writer) entry(f *form.Field, rec any) (doc.Entry, bool) {
	e := doc.Entry{Label: f.Label}
	if w.blank {
		return w.blankEntry(f)
	}
	if !f.Shown(rec) {
		return e, false
	}
	if f.SaidNone(rec) {
		e.Value = [][]doc.Run{doc.T("Nessuno")}
		return e, true
	}
	words := w.words(f, rec)
	if len(words) == 0 {
		e.Missing = f.Needed(rec)
		return e, e.Missing
	}
	for _, word := range words {
		e.Value = append(e.Value, doc.T(word))
	}
	return e, true
}

// words gives the value of a field in paragraphs: the lines of a long text, the
// items of a list each on a line of its own.
func (w *writer) words(f *form.Field, rec any) []string {
	words := f.Words(rec, w.d)
	if f.Kind == form.KLong && len(words) == 1 {
		return strings.Split(words[0], "\n")
	}
	if len(words) == 1 && words[0] == "" {
		return nil
	}
	return words
}

func (w *writer) blankEntry(f *form.Field) (doc.Entry, bool) {
	e := doc.Entry{Label: f.Label, Lines: max(1, f.Lines)}
	switch f.Kind {
	case form.KComputed, form.KBool:
		return e, false
	case form.KTri:
		return tick(e, form.TriOptions()), true
	case form.KChoice:
		return tick(e, f.Options), true
	case form.KCatalogues, form.KRefs:
		e.Lines = 2
	}
	return e, true
}

func tick(e doc.Entry, options []form.Option) doc.Entry {
	boxes := make([]string, len(options))
	for i, o := range options {
		boxes[i] = "☐\u00a0" + strings.ReplaceAll(o.Label, " ", "\u00a0")
	}
	e.Lines = 0
	e.Value = [][]doc.Run{doc.T(strings.Join(boxes, "    "))}
	return e
}

// labels gives the labels of catalogue entries.
func (w *writer) labels(catalogue string, slugs []string) []string {
	out := make([]string, len(slugs))
	for i, s := range slugs {
		out[i] = w.d.Entry(catalogue, s)
	}
	return out
}

// controller heads a register: who the controller is, its joint controllers,
// its representative, its DPO (art. 30(1)(a) GDPR).
func (w *writer) controller() doc.Fields {
	o := w.d.Office()
	var out doc.Fields
	add := func(label string, parts ...string) {
		var kept []string
		for _, p := range parts {
			if p != "" {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			out.Entries = append(out.Entries, doc.Entry{Label: label, Value: [][]doc.Run{doc.T(strings.Join(kept, " · "))}})
		}
	}
	add("Titolare del trattamento", o.Name)
	add("Sede", o.FullAddress())
	add("Codice fiscale e partita IVA", prefixed("C.F. ", o.TaxCode), prefixed("P.IVA ", o.VAT))
	add("Recapiti", prefixed("tel. ", o.Phone), o.Email, prefixed("PEC ", o.PEC))
	add("Legale rappresentante", o.Representative, o.RepresentativeRole)
	for _, j := range o.JointControllers {
		add("Contitolare", j.Name, j.Contacts)
	}
	add("Rappresentante nell’Unione", o.EURepresentative)
	switch o.HasDPO {
	case "yes":
		add("Responsabile della protezione dei dati", o.DPO, o.DPOContacts)
	case "no":
		add("Responsabile della protezione dei dati", "non designato")
	}
	return out
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// signature closes a paper that the controller signs.
func (w *writer) signature() doc.Signature {
	o := w.d.Office()
	s := doc.Signature{Place: o.City, Signers: []doc.Signer{{Role: "Il titolare del trattamento", Name: o.Representative}}}
	if !w.blank {
		s.Date = w.d.Today().String()
	}
	return s
}

// officeComplete says that the head of a paper lacks nothing.
func (w *writer) officeComplete() bool { return app.OfficeForm.Type().Complete(w.d.Office()) }

// cell is a table cell with a paragraph for each text; a dash where there is none.
func cell(texts ...string) doc.Cell {
	var c doc.Cell
	for _, t := range texts {
		if t != "" {
			c.Paras = append(c.Paras, doc.T(t))
		}
	}
	if c.Paras == nil {
		return doc.C("–")
	}
	return c
}
