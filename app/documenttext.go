package app

import (
	"slices"
	"strconv"

	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/wording"
)

// DocumentText is what the office wrote itself of a section of the accountability
// document (spec 3.4): it stays when a later program ships another standard text.
type DocumentText struct {
	form.Meta
	Section string // its number, 3.1.4
	How     string // TextReplaces, TextAdded
	Text    string // as the standard ones are written: wording.Own
	// Bare leaves out the parts made of records that the standard text has and this
	// one does not name; else they stay after it.
	Bare bool
	Why  string
	// Seen is the standard text when the office wrote its own, or last said that it
	// keeps that.
	Seen string
}

// What an own text does with the standard one.
const (
	TextReplaces = "replace"
	TextAdded    = "add"
)

// sectionCatalogueName is the catalogue of the sections that may be rewritten.
const sectionCatalogueName = "document-section"

// DocumentTextForm describes the texts of the office.
var DocumentTextForm = form.Form[DocumentText]{
	Key: "document_text", One: "testo del documento", Many: "Testi del documento",
	About: "Le parole dell’ufficio nel documento di accountability, al posto di quelle standard o dopo. Restano anche quando un aggiornamento di Tutela porta un testo standard nuovo: qui si vede che cosa è cambiato.",
	Title: func(t *DocumentText) string { return t.Section },
	Named: func(t *DocumentText, n form.Names) string {
		if t.Section == "" || n == nil {
			return t.Section
		}
		return n.Entry(sectionCatalogueName, t.Section)
	},
	Second: func(t *DocumentText, _ form.Names) string {
		how := map[string]string{TextReplaces: "al posto di quello standard", TextAdded: "dopo quello standard"}[t.How]
		return joinedNames(how, t.Why)
	},
	Sections: []form.Section[DocumentText]{
		{Key: "which", Title: "Quale sezione", Fields: []form.F[DocumentText]{
			form.Entry("section", "Sezione", sectionCatalogueName, func(t *DocumentText) *string { return &t.Section }).Need().Column().
				Check(func(t *DocumentText) string {
					if _, ok := t.Standard(); !ok {
						return "Nel documento non c’è una sezione con questo numero: sceglietene una dell’elenco."
					}
					return ""
				}),
			form.Choice("how", "Il vostro testo", func(t *DocumentText) *string { return &t.How },
				form.Option{Value: TextReplaces, Label: "Al posto di quello standard"}, form.Option{Value: TextAdded, Label: "Dopo quello standard"}).Need().Half().Column(),
			form.Text("why", "Perché", func(t *DocumentText) *string { return &t.Why }).Half().Column().
				Example("Le chiavi le tiene una sola persona").Help("Per chi lo rilegge fra un anno; nel documento non si stampa."),
		}},
		{Key: "text", Title: "Il vostro testo", Fields: []form.F[DocumentText]{
			form.Long("text", "Testo", func(t *DocumentText) *string { return &t.Text }).Lines(12).Need().
				Check(func(t *DocumentText) string { return wording.Fault(t.Text, otherPlaces()...) }).
				Help("Una riga vuota separa i paragrafi; «## » comincia un titoletto, «- » la voce di un elenco; **così** è in grassetto. Dove si scrive {titolare} o un altro posto del testo standard il programma mette il dato dell’ufficio."),
			form.Bool("bare", "Senza le parti fatte dai registri", func(t *DocumentText) *bool { return &t.Bare }).
				When(func(t *DocumentText) bool { return t.How == TextReplaces && len(t.partsLeft()) > 0 }).
				Help("Le tabelle e gli elenchi del testo standard, i nomi fra {{ }}, stanno dove li scrivete; quelli che non scrivete vengono dopo il vostro testo. Con la spunta quelli non si stampano."),
		}},
		{Key: "standard", Title: "Il testo standard", Fields: []form.F[DocumentText]{
			form.Long("seen", "Com’era quando avete scritto il vostro", func(t *DocumentText) *string { return &t.Seen }).Auto().
				When(func(t *DocumentText) bool { return t.Seen != "" }),
			form.Computed("standing", "Com’è oggi", func(t *DocumentText) string {
				switch standard, ok := t.Standard(); {
				case !ok:
					return ""
				case t.Outdated():
					return standard.Source
				}
				return "Uguale."
			}),
		}},
	},
}

// Standard is the text of the section as this program ships it.
func (t *DocumentText) Standard() (wording.Text, bool) {
	if text, ok := wording.Standard(t.Section); ok && text.Level() > 1 {
		return text, true
	}
	return wording.Text{}, false
}

// See notes that the standard text of today is known.
func (t *DocumentText) See() {
	standard, _ := t.Standard()
	t.Seen = standard.Source
}

// Outdated says that the program ships another standard text than the one that the
// office knew when it wrote its own.
func (t *DocumentText) Outdated() bool {
	standard, ok := t.Standard()
	return ok && t.Seen != "" && t.Seen != standard.Source
}

// Parts gives what is printed of the text; a text that a program of today cannot
// read any more is printed as it was typed, so that no word of it is lost.
func (t *DocumentText) Parts() []wording.Part {
	if wording.Fault(t.Text, otherPlaces()...) != "" {
		return wording.AsTyped(t.Text)
	}
	parts, _ := wording.Own(t.Text) // Fault read it
	return parts
}

// partsLeft are the parts made of records that the text does not name.
func (t *DocumentText) partsLeft() []wording.Part {
	standard, _ := t.Standard()
	own, _ := wording.Own(t.Text) // of a text still being typed all are left
	return wording.Left(standard, own)
}

// SectionParts gives what is printed of a section: the texts of the office that
// replace the standard one or follow it, in the order of their records.
func SectionParts(r Records, standard wording.Text) []wording.Part {
	var replacing, added, left []wording.Part
	replaced, whole := false, false // whole keeps the parts made of records
	for _, rec := range r.Records(DocumentTextForm.Key) {
		t, ok := rec.(*DocumentText)
		switch {
		case !ok || t.Section != standard.Number || t.Text == "":
		case t.How == TextAdded:
			added = append(added, t.Parts()...)
		case t.How == TextReplaces:
			replacing, replaced = append(replacing, t.Parts()...), true
			whole = whole || !t.Bare
		}
	}
	if !replaced {
		return slices.Concat(standard.Parts, added)
	}
	if whole {
		left = wording.Left(standard, replacing)
	}
	return slices.Concat(replacing, left, added)
}

// otherPlaces are the places that no shipped text needs, and an office may.
func otherPlaces() []string {
	out := []string{"sede", "codice-fiscale", "partita-iva", "settore", "oggi", "antivirus", "cambio", "caratteri", "copie", "mescola", "ripristino"}
	for _, r := range houseData.Rules {
		out = append(out, "regola-"+strconv.Itoa(r.Number))
	}
	return out
}

// sectionCatalogue offers the sections of the document, with number and title.
func sectionCatalogue() catalogue.Catalogue {
	c := catalogue.Catalogue{Name: sectionCatalogueName, Title: "Sezioni del documento", FileOrder: true}
	texts, _ := wording.Texts() // broken ones never pass the tests
	for _, t := range texts {
		if t.Level() > 1 {
			c.Entries = append(c.Entries, catalogue.Entry{Catalogue: c.Name, Slug: t.Number, Label: t.Number + " " + t.Title})
		}
	}
	return c
}
