package app

import (
	"slices"

	"tutela/app/form"
)

// Medium is something that is written on and carried away: a disk, a stick, a tape
// (spec 3.1, Supporti rimovibili; 5-law 6, BCK3 and BCK4).
type Medium struct {
	form.Meta
	Label, Kind string
	Content     string
	Classes     []string
	Encrypted   string // yes, no
	Room, Where string

	Reused   form.Date
	ReuseHow string // how it was wiped before

	Destroyed              form.Date
	DestroyedHow           string
	DestroyedBy, Witnessed string

	Lost     form.Date
	LostNote string
	Note     string
}

// Delicate says that there are special or criminal data on it (artt. 9 and 10
// GDPR).
func (m *Medium) Delicate() bool {
	return slices.Contains(m.Classes, "special") || slices.Contains(m.Classes, "criminal")
}

// Gone says that nothing is written on it any more.
func (m *Medium) Gone() bool { return m.Destroyed != "" || m.Lost != "" }

// settled says that the medium is destroyed and nothing is left to be asked: how,
// where there were delicate data on it.
func (m *Medium) settled() bool {
	return m.Destroyed != "" && (m.DestroyedHow != "" || !m.Delicate())
}

// MediumForm describes the removable media.
var MediumForm = form.Form[Medium]{
	Key: "medium", One: "supporto", Many: "Supporti rimovibili",
	About: "Dischi esterni, chiavette, nastri: che cosa c’è sopra, dove stanno, come sono stati cancellati prima di riusarli o di buttarli.",
	Title: func(m *Medium) string { return m.Label },
	Second: func(m *Medium, n form.Names) string {
		switch {
		case m.Destroyed != "":
			return "distrutto il " + m.Destroyed.String()
		case m.Lost != "":
			return "perso il " + m.Lost.String()
		case m.Kind == "":
			return m.Where
		}
		return joinedNames(n.Entry("medium-kind", m.Kind), m.Where)
	},
	Ended: (*Medium).settled,
	Sections: []form.Section[Medium]{
		{Key: "medium", Title: "Il supporto", Fields: []form.F[Medium]{
			form.Text("label", "Etichetta", func(m *Medium) *string { return &m.Label }).Need().Half().Column().
				Help("Quella che c’è scritta sopra. Una diversa per ognuno.").Example("DISCO-1"),
			form.Entry("kind", "Tipo", "medium-kind", func(m *Medium) *string { return &m.Kind }).Need().Half().Column(),
			form.Text("content", "Che cosa c’è sopra", func(m *Medium) *string { return &m.Content }).Need().Half().Column().Example("Copie della contabilità"),
			form.Entries("classes", "Che dati contiene", "data-class", func(m *Medium) *[]string { return &m.Classes }).Need().Column().
				Help("Comuni, particolari (art. 9), giudiziari (art. 10)."),
			form.Choice("encrypted", "È cifrato?", func(m *Medium) *string { return &m.Encrypted }, YesNo()...).Need().Half().
				Help("Se si perde, conta molto.").Law("art. 32(1)(a) GDPR"),
			form.Ref("room", "Locale in cui si tiene", RoomForm.Key, func(m *Medium) *string { return &m.Room }).Half().Column().
				NeedIf(func(m *Medium) bool { return m.Where == "" && !m.Gone() }),
			form.Text("where", "Dove, di preciso", func(m *Medium) *string { return &m.Where }).Half().Column().Example("Cassaforte dell’ufficio"),
		}},
		{Key: "life", Title: "Riuso, distruzione, perdita", Short: "Riuso e fine", Fields: mediumLifeFields()},
	},
}

func mediumLifeFields() []form.F[Medium] {
	destroyed := func(m *Medium) bool { return m.Destroyed != "" }
	return []form.F[Medium]{
		form.Day("reused", "Passato a un altro uso il", func(m *Medium) *form.Date { return &m.Reused }).Half().
			Help("Non il turno delle copie: un uso diverso, o un’altra persona."),
		form.Text("reuse_how", "Come è stato cancellato prima", func(m *Medium) *string { return &m.ReuseHow }).Half().
			When(func(m *Medium) bool { return m.Reused != "" }).Need().Example("Sovrascritto per intero"),
		form.Day("destroyed", "Distrutto il", func(m *Medium) *form.Date { return &m.Destroyed }).Half().Column().
			Check(func(m *Medium) string { return after(m.Reused, m.Destroyed, "Viene prima del riuso.") }),
		form.Text("destroyed_how", "Come", func(m *Medium) *string { return &m.DestroyedHow }).Half().When(destroyed).Need().
			Example("Cancellato, poi forato e consegnato come rifiuto elettronico"),
		form.Ref("destroyed_by", "Da chi", PersonForm.Key, func(m *Medium) *string { return &m.DestroyedBy }).When(destroyed).Need().Half(),
		form.Ref("witness", "Alla presenza di", PersonForm.Key, func(m *Medium) *string { return &m.Witnessed }).When(destroyed).Half().
			Check(func(m *Medium) string {
				if m.Witnessed == m.DestroyedBy {
					return "È chi lo distrugge: il testimone è un altro."
				}
				return ""
			}),
		form.Day("lost", "Perso o rubato il", func(m *Medium) *form.Date { return &m.Lost }).Half().
			Check(func(m *Medium) string {
				if m.Destroyed != "" {
					return "È stato distrutto: o l’uno o l’altro."
				}
				return ""
			}),
		form.Text("lost_note", "Che cosa si è fatto", func(m *Medium) *string { return &m.LostNote }).
			When(func(m *Medium) bool { return m.Lost != "" }).Example("Aperta la violazione 2/2026"),
		form.Long("note", "Note", func(m *Medium) *string { return &m.Note }).Lines(2),
	}
}
