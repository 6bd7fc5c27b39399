package app

import (
	"slices"

	"tutela/app/form"
)

// CopyLeave is the written leave for something that nobody does without it: to
// copy, transmit, take away, destroy or hand over data (6-details, 22 and 25).
type CopyLeave struct {
	form.Meta
	On           form.Date
	What         string
	Data         string
	Archive      string
	Classes      []string
	AskedBy      string
	To, Why      string
	AuthorisedBy string
	Until, Done  form.Date
	Files        []form.File
}

// What a leave is given for.
const (
	LeaveMedium       = "medium"
	LeaveTransmission = "transmission"
	LeavePhotocopy    = "photocopy"
	LeaveRemoval      = "removal"
	LeaveDestruction  = "destruction"
	LeaveDelivery     = "delivery"
)

// LeaveKinds are the things that nobody does without leave.
func LeaveKinds() []form.Option {
	return []form.Option{
		{Value: LeaveMedium, Label: "Copia su un supporto"}, {Value: LeaveTransmission, Label: "Trasmissione"},
		{Value: LeavePhotocopy, Label: "Fotocopia"}, {Value: LeaveRemoval, Label: "Portare fuori dall’ufficio"},
		{Value: LeaveDestruction, Label: "Distruzione"}, {Value: LeaveDelivery, Label: "Consegna"},
	}
}

// Delicate says that special or criminal data are among those of the leave: it
// says so itself, or they come from an archive that holds them.
func (l *CopyLeave) Delicate(archive *Archive) bool {
	return slices.Contains(l.Classes, "special") || slices.Contains(l.Classes, "criminal") || archive != nil && archive.Special()
}

// goesOut says that somebody gets the data: that it has to be said who.
func (l *CopyLeave) goesOut() bool {
	return l.What == LeaveTransmission || l.What == LeaveRemoval || l.What == LeaveDelivery
}

// CopyLeaveForm describes the leaves to copy and hand over.
var CopyLeaveForm = form.Form[CopyLeave]{
	Key: "copy_leave", One: "permesso di copia o consegna", Many: "Autorizzazioni a copia e consegna",
	About: "Nessuno copia dati su un supporto, li manda, li fotocopia, li porta fuori, li distrugge o li consegna senza un permesso scritto. Qui ci sono i permessi.",
	Title: func(l *CopyLeave) string { return "Permesso del " + l.On.String() },
	Named: func(l *CopyLeave, _ form.Names) string { return joinedNames(l.Data, l.On.String()) },
	Second: func(l *CopyLeave, n form.Names) string {
		switch {
		case l.AuthorisedBy == "":
			return joinedNames(optionLabel(LeaveKinds(), l.What), "da autorizzare")
		case l.Done != "":
			return joinedNames(optionLabel(LeaveKinds(), l.What), "fatto il "+l.Done.String())
		}
		return joinedNames(optionLabel(LeaveKinds(), l.What), n.Ref(PersonForm.Key, l.AskedBy))
	},
	Sections: []form.Section[CopyLeave]{
		{Key: "what", Title: "Che cosa si chiede", Fields: []form.F[CopyLeave]{
			form.Day("on", "Data", func(l *CopyLeave) *form.Date { return &l.On }).Need().Half().Column(),
			form.Ref("asked_by", "Chi lo chiede", PersonForm.Key, func(l *CopyLeave) *string { return &l.AskedBy }).Need().Half().Column(),
			form.Choice("what", "Che cosa", func(l *CopyLeave) *string { return &l.What }, LeaveKinds()...).Need().Column(),
			form.Text("data", "Quali dati", func(l *CopyLeave) *string { return &l.Data }).Need().Column().Example("Buste paga di maggio"),
			form.Ref("archive", "Archivio da cui vengono", ArchiveForm.Key, func(l *CopyLeave) *string { return &l.Archive }).Half(),
			form.Entries("classes", "Che dati sono", "data-class", func(l *CopyLeave) *[]string { return &l.Classes }).Need().Half().
				Help("Comuni, particolari (art. 9), giudiziari (art. 10)."),
			form.Text("to", "A chi vanno i dati", func(l *CopyLeave) *string { return &l.To }).NeedIf((*CopyLeave).goesOut).Column().
				Example("Studio Paghe Padano"),
			form.Long("why", "Perché serve", func(l *CopyLeave) *string { return &l.Why }).Need().Lines(2),
		}},
		{Key: "leave", Title: "Il permesso", Fields: []form.F[CopyLeave]{
			form.Ref("authorised_by", "Autorizzato da", PersonForm.Key, func(l *CopyLeave) *string { return &l.AuthorisedBy }).Need().Half().Column().
				Help("Il designato alla sicurezza o al trattamento; dove mancano, il titolare."),
			form.Day("until", "Vale fino al", func(l *CopyLeave) *form.Date { return &l.Until }).Half().
				Check(func(l *CopyLeave) string { return after(l.On, l.Until, "Viene prima della data del permesso.") }),
			form.Day("done", "Fatto il", func(l *CopyLeave) *form.Date { return &l.Done }).Half().Column().
				Check(func(l *CopyLeave) string { return after(l.On, l.Done, "Viene prima della data del permesso.") }).
				Warn(func(l *CopyLeave) string {
					return after(l.Done, l.Until, "Il permesso era già scaduto: chiedetene un altro.")
				}),
			form.Files("files", "Autorizzazione firmata", func(l *CopyLeave) *[]form.File { return &l.Files }),
		}},
	},
}

// optionLabel is the label of one of some options; "" where there is none.
func optionLabel(options []form.Option, value string) string {
	for _, o := range options {
		if o.Value == value {
			return o.Label
		}
	}
	return ""
}
