package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// notice writes what artt. 13 and 14 GDPR want a data subject told. A blank one
// holds every passage; a filled one those that the sheet calls for.
type notice struct {
	composer
	t *app.Treatment
}

func privacyNotice(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Treatment)
	if t == nil {
		t, w.blank = &app.Treatment{}, true
	}
	n := &notice{composer: composer{writer: w, prose: textOf("privacy-notice")}, t: t}
	n.opening()
	n.who()
	n.purposes()
	n.data()
	n.provision()
	n.recipients()
	n.keeping()
	n.rights()
	n.automated()
	n.add(n.say("receipt")...)
	signer := doc.Signer{Role: "L’interessato", Note: "per presa visione"}
	if n.forMinors(t) {
		signer.Role += ", o chi ne ha la responsabilità genitoriale"
	}
	n.add(doc.Signature{Signers: []doc.Signer{signer}})
	return doc.Document{
		Title: "Informativa sul trattamento dei dati personali", Subtitle: t.Title, Blocks: numbered(n.blocks),
		Draft: n.draft || t.Title == "" || lacking(n.blocks) || !w.officeComplete(),
	}
}

// opening says whom the notice is for, and by which article: art. 14 where some
// data come from others.
func (n *notice) opening() {
	articles := "gli articoli 13 e 14"
	switch direct, indirect := n.provenance(); {
	case !indirect && direct:
		articles = "l’articolo 13"
	case indirect && !direct:
		articles = "l’articolo 14"
	}
	n.add(n.say("opening", "{interessati}", n.forWhom(), "{articoli}", articles)...)
	n.notGiven()
}

// forWhom names the data subjects; a blank notice leaves room.
func (n *notice) forWhom() string {
	if n.blank {
		return strings.Repeat("_", 40)
	}
	if who := strings.Join(n.persons(), ", "); who != "" {
		return who
	}
	n.draft = true
	return toComplete
}

// notGiven warns where the sheet says that there is no notice to give.
func (n *notice) notGiven() {
	if !n.blank && (n.t.Notice == form.No || n.t.Notice == form.NotNeeded) {
		why := ""
		if n.t.NoticeExemption != "" {
			why = "Motivo: " + n.t.NoticeExemption
		}
		n.add(n.say("not-given", "{motivo}", why)...)
		n.draft = true
	}
}

// persons are the data subjects; the law protects no others than natural persons.
func (n *notice) persons() []string {
	return n.labels("data-subject", slices.DeleteFunc(slices.Clone(n.t.Subjects), func(s string) bool {
		e, _ := n.d.Book().Find("data-subject", s)
		return e.Has("person", "legal")
	}))
}

// provenance says whether data come from the person, and whether from others.
func (n *notice) provenance() (direct, indirect bool) {
	for _, s := range n.t.Sources {
		e, _ := n.d.Book().Find("source", s)
		direct, indirect = direct || e.Is("direct"), indirect || !e.Is("direct")
	}
	return direct, indirect
}

// who names the controller and the edition of the notice.
func (n *notice) who() {
	n.add(n.say("controller")...)
	f := doc.Fields{Entries: n.contact()}
	if n.blank {
		f.Entries = append(f.Entries, doc.Entry{Label: "Trattamento", Lines: 1})
	}
	f.Entries = append(f.Entries, n.edition(n.t))
	n.add(f)
	if len(n.d.Office().JointControllers) > 0 {
		n.add(n.say("joint")...)
	}
}

// contact is the controller as the public is told: a DPO only where there is one,
// and some way to reach it.
func (w *writer) contact() []doc.Entry {
	o := w.d.Office()
	var out []doc.Entry
	reached := false
	for _, e := range w.controller().Entries {
		switch {
		case e.Label == "Legale rappresentante":
			continue // who signs for the controller is no news to a customer
		case e.Label == "Responsabile della protezione dei dati" && o.HasDPO != "yes":
			continue
		}
		reached = reached || e.Label == "Recapiti"
		out = append(out, e)
	}
	if !reached {
		out = append(out, doc.Entry{Label: "Recapiti", Missing: true})
	}
	if o.HasDPO == "" {
		out = append(out, doc.Entry{Label: "Responsabile della protezione dei dati", Missing: true})
	}
	return out
}

// edition says which notice it is: who consents must be able to tell it.
func (w *writer) edition(t *app.Treatment) doc.Entry {
	e := doc.Entry{Label: "Edizione dell’informativa"}
	switch text := joined(" del ", t.NoticeEdition, t.NoticeDate.String()); {
	case w.blank:
		e.Lines = 1
	case text != "":
		e.Value = [][]doc.Run{doc.T(text)}
	}
	e.Missing = !w.blank && (t.NoticeEdition == "" || t.NoticeDate == "")
	return e
}

// row is a field of a paper for the public: the texts in paragraphs, the room to
// write of a blank form, or the mark of what is missing. False prints nothing.
func (w *writer) row(label string, lines int, needed bool, texts ...string) (doc.Entry, bool) {
	e := doc.Entry{Label: label}
	texts = nonEmpty(texts...)
	switch {
	case w.blank:
		e.Lines = lines
		return e, lines > 0
	case len(texts) > 0:
		e.Value = paras(texts)
		return e, true
	}
	e.Missing = needed
	return e, needed
}
