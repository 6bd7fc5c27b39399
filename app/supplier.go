package app

import "tutela/app/form"

// Supplier is an outside subject to whom processing is entrusted: a processor
// (art. 28 GDPR) or a controller of its own.
type Supplier struct {
	form.Meta
	Name, VAT, Address, Country string
	Contacts, Role, Service     string
	Contract                    form.Date
	Note                        string
}

// SupplierForm describes the suppliers (spec 3.1, Fornitori).
var SupplierForm = form.Form[Supplier]{
	Key: "supplier", One: "fornitore", Many: "Fornitori",
	About:  "Chi tratta dati per conto vostro: consulente del lavoro, commercialista, chi ospita il sito o spedisce le newsletter.",
	Title:  func(s *Supplier) string { return s.Name },
	Second: func(s *Supplier, _ form.Names) string { return s.Service },
	Sections: []form.Section[Supplier]{{Key: "supplier", Title: "Il fornitore", Fields: []form.F[Supplier]{
		form.Text("name", "Denominazione", func(s *Supplier) *string { return &s.Name }).Need().Half().Column(),
		form.Text("service", "Che cosa fa per voi", func(s *Supplier) *string { return &s.Service }).Need().Half().Column().
			Example("Invio delle newsletter"),
		form.Choice("role", "Ruolo", func(s *Supplier) *string { return &s.Role },
			form.Option{Value: "processor", Label: "Responsabile (art. 28)"},
			form.Option{Value: "controller", Label: "Titolare autonomo"}).Need().Half().Column().Law("art. 28 GDPR").
			Help("Responsabile se tratta i dati solo per conto vostro."),
		form.Entry("country", "Paese", "country", func(s *Supplier) *string { return &s.Country }).Need().Half().Column().
			Help("Dove sta: fuori dallo Spazio economico europeo servono garanzie."),
		form.Text("vat", "Partita IVA o codice fiscale", func(s *Supplier) *string { return &s.VAT }).Half(),
		form.Day("contract", "Contratto o atto del", func(s *Supplier) *form.Date { return &s.Contract }).Half().Column().Law("art. 28(3) GDPR"),
		form.Text("address", "Indirizzo", func(s *Supplier) *string { return &s.Address }).Half(),
		form.Text("contacts", "Recapiti", func(s *Supplier) *string { return &s.Contacts }).Half(),
		form.Long("note", "Note", func(s *Supplier) *string { return &s.Note }),
	}}},
}
