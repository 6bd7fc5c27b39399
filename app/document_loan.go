package app

import "tutela/app/form"

// DocumentLoan is paper taken out of its archive by somebody who brings it back
// (6-details, 22; spec 3.3, rule 30).
type DocumentLoan struct {
	form.Meta
	Archive, Documents string
	Person             string
	Taken              form.Date
	Why                string
	Returned           form.Date
	Complete           string // yes, no
	Note               string
}

// LoanDays is for how many days common paper may be out before it is asked for.
// Special and criminal data are back on the same day.
const LoanDays = 30

// Due is the last day on which the paper may be out; "" while it is not said when
// it was taken.
func (l *DocumentLoan) Due(special bool) form.Date {
	if l.Taken == "" || special {
		return l.Taken
	}
	return l.Taken.AddDays(LoanDays)
}

// DocumentLoanForm describes the loans of paper documents.
var DocumentLoanForm = form.Form[DocumentLoan]{
	Key: "document_loan", One: "prelievo", Many: "Prelievi di documenti",
	About: "Le carte tolte dal loro armadio: quali, da chi, e quando sono tornate. Quelle con dati particolari o giudiziari tornano entro la sera.",
	Title: func(l *DocumentLoan) string { return "Prelievo del " + l.Taken.String() },
	Named: func(l *DocumentLoan, n form.Names) string {
		return joinedNames(l.Documents, n.Ref(PersonForm.Key, l.Person))
	},
	Second: func(l *DocumentLoan, _ form.Names) string {
		switch {
		case l.Returned == "":
			return "fuori dal " + l.Taken.String()
		case l.Complete == "no":
			return "tornato il " + l.Returned.String() + ", manca qualcosa"
		}
		return "tornato il " + l.Returned.String()
	},
	Sections: []form.Section[DocumentLoan]{{Key: "loan", Title: "Il prelievo", Fields: []form.F[DocumentLoan]{
		form.Ref("archive", "Archivio", ArchiveForm.Key, func(l *DocumentLoan) *string { return &l.Archive }).Need().Half().Column(),
		form.Ref("person", "Chi li prende", PersonForm.Key, func(l *DocumentLoan) *string { return &l.Person }).Need().Half().Column(),
		form.Text("documents", "Quali documenti", func(l *DocumentLoan) *string { return &l.Documents }).Need().Column().
			Help("Ciò che si legge sulla copertina basta: il contenuto qui non si scrive.").Example("Fascicolo 12"),
		form.Text("why", "Perché", func(l *DocumentLoan) *string { return &l.Why }).Need(),
		form.Day("taken", "Presi il", func(l *DocumentLoan) *form.Date { return &l.Taken }).Need().Half().Column(),
		form.Day("returned", "Tornati il", func(l *DocumentLoan) *form.Date { return &l.Returned }).Half().Column().
			Help("Si lascia vuoto finché sono fuori.").
			Check(func(l *DocumentLoan) string { return after(l.Taken, l.Returned, "Viene prima del prelievo.") }),
		form.Choice("complete", "Sono tornati tutti e interi?", func(l *DocumentLoan) *string { return &l.Complete }, YesNo()...).
			When(func(l *DocumentLoan) bool { return l.Returned != "" }).Need().Half().Column(),
		form.Text("note", "Che cosa manca, e che cosa si è fatto", func(l *DocumentLoan) *string { return &l.Note }).
			When(func(l *DocumentLoan) bool { return l.Returned != "" && l.Complete == "no" }).Need(),
	}}},
}
