package app

import (
	"strings"

	"tutela/app/form"
)

// Access is how a place is entered and kept: what sites and rooms have alike.
type Access struct {
	WaysIn             []string
	Admitted           []string // people
	AdmittedNote       string
	Keeper, Substitute string // people
	ShutBy             string // person
	Hours, Protection  string
}

// Site is a place where the office works.
type Site struct {
	form.Meta
	Name, Kind                        string
	Address, Postcode, City, Province string
	Access
}

// Room is a room of a site.
type Room struct {
	form.Meta
	Name, Site, Floor, Use string
	Access
}

// Unit is a part of the office with a head. On screen it is a Reparto: a
// struttura is already a site and a storage.
type Unit struct {
	form.Meta
	Name, Site, Lead string
	Treatments       []string
	Note             string
}

// accessFields describes Access for the struct that embeds it.
func accessFields[T any](at func(*T) *Access) []form.F[T] {
	return []form.F[T]{
		form.Text("hours", "Orario di apertura", func(r *T) *string { return &at(r).Hours }).Half().
			Example("lun–ven 9–18"),
		form.Entries("ways_in", "Come si entra", "way-in", func(r *T) *[]string { return &at(r).WaysIn }).Half(),
		form.Long("protection", "Come è protetto", func(r *T) *string { return &at(r).Protection }).Lines(2).
			Help("Serrature, allarme, inferriate, estintori.").Law("art. 32 GDPR"),
		form.Refs("admitted", "Chi può entrare", "person", func(r *T) *[]string { return &at(r).Admitted }),
		form.Text("admitted_note", "Altri ammessi", func(r *T) *string { return &at(r).AdmittedNote }).
			Example("Impresa di pulizie, con il personale presente"),
		form.Ref("keeper", "Custode", "person", func(r *T) *string { return &at(r).Keeper }).Half().Column().
			Help("Chi risponde di chi entra e delle chiavi."),
		form.Ref("substitute", "Sostituto del custode", "person", func(r *T) *string { return &at(r).Substitute }).Half(),
		form.Ref("shut_by", "Chi controlla che sia chiuso", "person", func(r *T) *string { return &at(r).ShutBy }).Half(),
	}
}

// SiteForm describes the sites (spec 3.1, Sedi e uffici).
var SiteForm = form.Form[Site]{
	Key: "site", One: "sede", Many: "Sedi", Fem: true,
	About:  "Le sedi dell’ufficio: sede legale, negozio, magazzino. Compaiono nelle schede dei trattamenti.",
	Title:  func(s *Site) string { return s.Name },
	Second: func(s *Site, _ form.Names) string { return joinAddress(s.Address, "", s.City, s.Province) },
	Sections: []form.Section[Site]{
		{Key: "place", Title: "La sede", Fields: []form.F[Site]{
			form.Text("name", "Nome", func(s *Site) *string { return &s.Name }).Need().Half().Column().
				Help("Come la chiamate, e come comparirà nei documenti.").Example("Sede legale"),
			form.Entry("kind", "Tipo", "site-kind", func(s *Site) *string { return &s.Kind }).Half().Column(),
			form.Text("address", "Indirizzo", func(s *Site) *string { return &s.Address }).Need().Half().Column(),
			form.Text("postcode", "CAP", func(s *Site) *string { return &s.Postcode }).Half().
				Check(func(s *Site) string { return checkPostcode(s.Postcode) }),
			form.Text("city", "Comune", func(s *Site) *string { return &s.City }).Need().Half().Column(),
			form.Text("province", "Provincia", func(s *Site) *string { return &s.Province }).Half().
				Check(func(s *Site) string { return checkProvince(s.Province) }),
		}},
		{Key: "access", Title: "Accesso e protezione", Fields: accessFields(func(s *Site) *Access { return &s.Access })},
	},
}

// RoomForm describes the rooms of the sites.
var RoomForm = form.Form[Room]{
	Key: "room", One: "locale", Many: "Locali",
	About:  "Le stanze in cui stanno dati, armadi o computer, con chi le custodisce.",
	Title:  func(r *Room) string { return r.Name },
	Second: func(r *Room, _ form.Names) string { return strings.TrimSpace(r.Floor) },
	Same:   []form.Same{{Fields: []string{"name"}, But: []string{"site"}}},
	Sections: []form.Section[Room]{
		{Key: "place", Title: "Il locale", Fields: []form.F[Room]{
			form.Text("name", "Nome", func(r *Room) *string { return &r.Name }).Need().Half().Column().Example("Amministrazione"),
			form.Ref("site", "Sede", "site", func(r *Room) *string { return &r.Site }).Need().Half().Column(),
			form.Text("floor", "Piano", func(r *Room) *string { return &r.Floor }).Half().Column(),
			form.Text("use", "Che cosa c’è", func(r *Room) *string { return &r.Use }).Half().Column().Example("Archivio fatture e server"),
		}},
		{Key: "access", Title: "Accesso e protezione", Fields: accessFields(func(r *Room) *Access { return &r.Access })},
	},
}

// UnitForm describes the units.
var UnitForm = form.Form[Unit]{
	Key: "unit", One: "reparto", Many: "Reparti",
	About: "I reparti dell’ufficio. Un ufficio piccolo ne ha uno per sede, o nessuno.",
	Title: func(u *Unit) string { return u.Name },
	Same:  []form.Same{{Fields: []string{"name"}, But: []string{"site"}}},
	Sections: []form.Section[Unit]{{Key: "unit", Title: "Il reparto", Fields: []form.F[Unit]{
		form.Text("name", "Nome", func(u *Unit) *string { return &u.Name }).Need().Half().Column().Example("Amministrazione"),
		form.Ref("site", "Sede", "site", func(u *Unit) *string { return &u.Site }).Half().Column(),
		form.Ref("head", "Responsabile del reparto", "person", func(u *Unit) *string { return &u.Lead }).Half().Column(),
		form.Refs("treatments", "Trattamenti che vi si svolgono", "treatment", func(u *Unit) *[]string { return &u.Treatments }).Column(),
		form.Long("note", "Note", func(u *Unit) *string { return &u.Note }),
	}}},
}
