package app

import (
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// Delivery is a document handed to somebody who signs for having read it: a
// controlled copy, where it has a number (6-details, 22).
type Delivery struct {
	form.Meta
	Document, Edition string
	CopyNumber        string
	On                form.Date
	Person, Supplier  string
	How               string
	Signed            form.Date
	Scan              []form.File
}

// DeliveryForm describes the deliveries. It stands with the people, who receive:
// the tab of the documents is one page of what is printed.
var DeliveryForm = form.Form[Delivery]{
	Key: "delivery", One: "consegna", Many: "Consegne e prese visione", Fem: true,
	About: "A chi è stato dato un documento, in quale revisione, e quando ha firmato di averlo letto: disciplinari, elenchi, istruzioni, procedura per le violazioni.",
	Title: func(d *Delivery) string { return "Consegna del " + d.On.String() },
	Named: func(d *Delivery, n form.Names) string { return joinedNames(d.Document, d.Receiver(n)) },
	Second: func(d *Delivery, _ form.Names) string {
		if d.Signed == "" {
			return joinedNames(d.On.String(), "da firmare")
		}
		return "firmata il " + d.Signed.String()
	},
	Sections: []form.Section[Delivery]{
		{Key: "document", Title: "Che cosa", Fields: []form.F[Delivery]{
			form.Text("document", "Documento", func(d *Delivery) *string { return &d.Document }).Need().Half().Column().
				Example("Disciplinare del sistema informatico"),
			form.Text("edition", "Revisione o data", func(d *Delivery) *string { return &d.Edition }).Need().Half().Column().Example("1.02"),
			form.Text("copy_number", "Copia controllata n.", func(d *Delivery) *string { return &d.CopyNumber }).Half().Column().
				Help("Solo per le copie numerate, che si ritirano quando esce una revisione nuova."),
		}},
		{Key: "to", Title: "A chi", Fields: []form.F[Delivery]{
			form.Ref("person", "Persona", PersonForm.Key, func(d *Delivery) *string { return &d.Person }).Half().Column().
				NeedIf(func(d *Delivery) bool { return d.Supplier == "" }),
			form.Ref("supplier", "Oppure fornitore", SupplierForm.Key, func(d *Delivery) *string { return &d.Supplier }).Half().Column().
				Check(func(d *Delivery) string {
					if d.Person != "" {
						return "O una persona o un fornitore: di due consegne si fanno due righe."
					}
					return ""
				}),
			form.Day("on", "Consegnato il", func(d *Delivery) *form.Date { return &d.On }).Need().Half().Column(),
			form.Choice("how", "Come", func(d *Delivery) *string { return &d.How },
				form.Option{Value: "hand", Label: "A mano"}, form.Option{Value: "mail", Label: "Per e-mail o PEC"},
				form.Option{Value: "post", Label: "Per posta"}, form.Option{Value: "folder", Label: "In una cartella dell’ufficio"}).Need().Half(),
			form.Day("signed", "Firmato per presa visione il", func(d *Delivery) *form.Date { return &d.Signed }).Need().Half().Column().
				Check(func(d *Delivery) string { return after(d.On, d.Signed, "Viene prima della consegna.") }),
			form.Files("scan", "Ricevuta firmata", func(d *Delivery) *[]form.File { return &d.Scan }),
		}},
	},
}

// Receiver is the name of whom the document was handed to.
func (d *Delivery) Receiver(n form.Names) string {
	if d.Person != "" {
		return n.Ref(PersonForm.Key, d.Person)
	}
	return n.Ref(SupplierForm.Key, d.Supplier)
}

// handedAs are the names under which the lists are handed over, in Consegne: that
// which is proposed first, then how else one may call it.
var handedAs = map[string][]string{
	paperAuthorised:   {"Elenco delle persone autorizzate (UPD B)", "upd b", "persone autorizzate"},
	paperSystems:      {"Elenco di sistemi e apparati", "sistemi e apparati", "elenco dei sistemi"},
	paperInstructions: {"Istruzioni di copia e ripristino", "istruzioni di copia", "istruzioni per le copie"},
}

// handed says that somebody was given a list on a day or since.
func handed(d *Dossier, kind, person, supplier string, since form.Date) bool {
	return slices.ContainsFunc(All(d, DeliveryForm), func(x *Delivery) bool {
		if x.Person != person || x.Supplier != supplier || x.On < since {
			return false
		}
		called := catalogue.Fold(x.Document)
		return slices.ContainsFunc(handedAs[kind], func(name string) bool { return strings.Contains(called, catalogue.Fold(name)) })
	})
}
