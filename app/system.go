package app

import "tutela/app/form"

// System is a device or service that data are processed with.
type System struct {
	form.Meta
	Name, Kind, Serial, Room, Supplier string
	OperatingSystem                    string
	Software, Users                    []string
	Peripherals, Links                 string
	Public                             string
	Antivirus                          string
	AntivirusOn, PatchedOn             form.Date
	Password                           form.Int
	Defence                            string
	DefenceEvery                       form.Int
	BrokenOn, DecidedOn, WorkingOn     form.Date
	DecidedBy                          string
	Disposed                           form.Date
	Wiped                              string
	Note                               string
}

// SystemForm describes the systems (spec 3.1, Sistemi; 6-details, 20).
var SystemForm = form.Form[System]{
	Key: "system", One: "sistema", Many: "Sistemi",
	About: "Computer, server, servizi in rete, stampanti, telefoni: tutto ciò con cui si trattano dati.",
	Title: func(s *System) string { return s.Name },
	Second: func(s *System, n form.Names) string {
		if s.Kind == "" {
			return ""
		}
		return n.Entry("system-kind", s.Kind)
	},
	Ended: func(s *System) bool { return s.Disposed != "" },
	Sections: []form.Section[System]{
		{Key: "system", Title: "Il sistema", Fields: []form.F[System]{
			form.Text("name", "Nome", func(s *System) *string { return &s.Name }).Need().Half().Column().Example("PC amministrazione"),
			form.Entry("kind", "Tipo", "system-kind", func(s *System) *string { return &s.Kind }).Need().Half().Column(),
			form.Text("serial", "Numero di serie", func(s *System) *string { return &s.Serial }).Half().Column(),
			form.Ref("room", "Locale", "room", func(s *System) *string { return &s.Room }).Half().Column().
				When(func(s *System) bool { return s.Kind != "cloud" }),
			form.Ref("supplier", "Fornitore del servizio", "supplier", func(s *System) *string { return &s.Supplier }).Half().
				When(func(s *System) bool { return s.Kind == "cloud" }).Need(),
			form.Text("operating_system", "Sistema operativo", func(s *System) *string { return &s.OperatingSystem }).Half().Column(),
			form.Entries("software", "Software utilizzati", "software", func(s *System) *[]string { return &s.Software }).OwnEntries(),
			form.Refs("users", "Chi lo usa", "person", func(s *System) *[]string { return &s.Users }),
			form.Text("peripherals", "Periferiche", func(s *System) *string { return &s.Peripherals }).Half(),
			form.Choice("public", "Collegato a reti pubbliche", func(s *System) *string { return &s.Public }, YesNo()...).Half(),
			form.Text("links", "Quali collegamenti", func(s *System) *string { return &s.Links }).
				When(func(s *System) bool { return s.Public == "yes" }).Example("Internet in fibra, Wi-Fi"),
		}},
		{Key: "protection", Title: "Protezione", Fields: []form.F[System]{
			form.Text("antivirus", "Antivirus", func(s *System) *string { return &s.Antivirus }).Half(),
			form.Day("antivirus_on", "Antivirus aggiornato il", func(s *System) *form.Date { return &s.AntivirusOn }).Half().Column().Latest().
				Help("L’ultima volta che qualcuno ha guardato."),
			form.Day("patched_on", "Programmi aggiornati il", func(s *System) *form.Date { return &s.PatchedOn }).Half().Column().Latest(),
			form.Count("password", "Password più lunga che accetta", "caratteri", 1, 1000, func(s *System) *form.Int { return &s.Password }).Half().
				Help("Solo se ne accetta meno di quelle che volete."),
			form.Text("defence", "Difesa dagli accessi abusivi", func(s *System) *string { return &s.Defence }).Half().
				Help("Serve dove stanno dati particolari o giudiziari.").Example("Firewall, rilevazione delle intrusioni"),
			form.Count("defence_every", "Si aggiorna ogni", "giorni", 1, 3660, func(s *System) *form.Int { return &s.DefenceEvery }).Half(),
		}},
		{Key: "life", Title: "Guasti e dismissione", Fields: []form.F[System]{
			form.Day("broken_on", "Guasto dal", func(s *System) *form.Date { return &s.BrokenOn }).Half(),
			form.Day("working_on", "Di nuovo in funzione dal", func(s *System) *form.Date { return &s.WorkingOn }).Half().
				Check(func(s *System) string { return after(s.BrokenOn, s.WorkingOn, "Torna in funzione prima di guastarsi.") }),
			form.Ref("decided_by", "Chi ha deciso il ripristino", "person", func(s *System) *string { return &s.DecidedBy }).Half().
				When(func(s *System) bool { return s.BrokenOn != "" }),
			form.Day("decided_on", "Deciso il", func(s *System) *form.Date { return &s.DecidedOn }).Half().
				When(func(s *System) bool { return s.BrokenOn != "" }),
			form.Day("disposed", "Dismesso il", func(s *System) *form.Date { return &s.Disposed }).Half(),
			form.Text("wiped", "Come sono stati cancellati i dati", func(s *System) *string { return &s.Wiped }).Half().
				When(func(s *System) bool { return s.Disposed != "" }).Need(),
			form.Long("note", "Note", func(s *System) *string { return &s.Note }).Lines(2),
		}},
	},
}
