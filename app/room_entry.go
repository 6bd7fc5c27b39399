package app

import (
	"cmp"

	"tutela/app/form"
)

// RoomEntry is somebody in a room or a site outside its hours (6-details, 25 and
// 26, rule 24; 5-law 6, PREM1).
type RoomEntry struct {
	form.Meta
	Room, Site       string
	Person, Outsider string
	Shown            string // what an outsider identified himself with
	Why              string
	In, Out          form.Moment
	LetInBy, NotedBy string
}

// RoomEntryForm describes the entries after hours.
var RoomEntryForm = form.Form[RoomEntry]{
	Key: "room_entry", One: "ingresso", Many: "Ingressi fuori orario",
	About: "Chi entra dove ci sono dati quando l’ufficio è chiuso: lavoratori, pulizie, tecnici, visitatori. Chi custodisce il locale li riconosce e li annota.",
	Title: func(e *RoomEntry) string { return "Ingresso del " + e.In.String() },
	Named: func(e *RoomEntry, n form.Names) string { return joinedNames(e.Who(n), e.In.String()) },
	Second: func(e *RoomEntry, n form.Names) string {
		if e.Out.IsZero() {
			return joinedNames(e.Where(n), "manca l’uscita")
		}
		return e.Where(n)
	},
	Sections: []form.Section[RoomEntry]{
		{Key: "who", Title: "Chi e dove", Fields: []form.F[RoomEntry]{
			form.Ref("room", "Locale", RoomForm.Key, func(e *RoomEntry) *string { return &e.Room }).Half().Column().
				NeedIf(func(e *RoomEntry) bool { return e.Site == "" }),
			form.Ref("site", "Oppure tutta la sede", SiteForm.Key, func(e *RoomEntry) *string { return &e.Site }).Half().Column(),
			form.Ref("person", "Chi è entrato", PersonForm.Key, func(e *RoomEntry) *string { return &e.Person }).Half().Column().
				NeedIf(func(e *RoomEntry) bool { return e.Outsider == "" }),
			form.Text("outsider", "Oppure un esterno", func(e *RoomEntry) *string { return &e.Outsider }).Half().Column().
				Help("Nome, cognome e per chi lavora.").Example("Paolo Neri, Pulizie Lampo").
				Check(func(e *RoomEntry) string {
					if e.Person != "" {
						return "O una persona dell’ufficio o un esterno: di due che entrano si fanno due righe."
					}
					return ""
				}),
			form.Text("shown", "Documento mostrato", func(e *RoomEntry) *string { return &e.Shown }).
				When(func(e *RoomEntry) bool { return e.Outsider != "" }).Need().Half().
				Help("Tipo e numero bastano: non si fotocopia. Per chi è già noto: «conosciuto».").Example("Carta d’identità CA12345AB"),
			form.Ref("let_in_by", "Fatto entrare da", PersonForm.Key, func(e *RoomEntry) *string { return &e.LetInBy }).Half().Column().
				NeedIf(func(e *RoomEntry) bool { return e.Outsider != "" }).Help("Il custode, o chi ne fa le veci."),
		}},
		{Key: "when", Title: "Quando e perché", Fields: []form.F[RoomEntry]{
			form.Text("why", "Perché", func(e *RoomEntry) *string { return &e.Why }).Need().Column().Example("Allarme suonato nella notte"),
			form.At("in", "Entrato il", func(e *RoomEntry) *form.Moment { return &e.In }).Need().Half().Column().Past().Example("gg/mm/aaaa hh:mm"),
			form.At("out", "Uscito il", func(e *RoomEntry) *form.Moment { return &e.Out }).Need().Half().Column().Past().
				Check(func(e *RoomEntry) string {
					if !e.In.IsZero() && e.Out.Before(e.In.Time) {
						return "Viene prima dell’ingresso."
					}
					return ""
				}),
			form.Ref("noted_by", "Annotato da", PersonForm.Key, func(e *RoomEntry) *string { return &e.NotedBy }).Need().Half(),
		}},
	},
}

// Who is the name of who entered.
func (e *RoomEntry) Who(n form.Names) string {
	return cmp.Or(n.Ref(PersonForm.Key, e.Person), e.Outsider)
}

// Where is the name of the room or, where none is said, of the site.
func (e *RoomEntry) Where(n form.Names) string {
	return cmp.Or(n.Ref(RoomForm.Key, e.Room), n.Ref(SiteForm.Key, e.Site))
}
