package app

import (
	"tutela/app/breach"
	"tutela/app/form"
)

// breachTeamFields describes S2 Conseguenze dell’evento (spec 2.1; 6-details, 13).
func breachTeamFields() []form.F[Breach] {
	known := func(key, label string, at func(*Breach) *string) form.F[Breach] {
		return form.Choice(key, label, at,
			form.Option{Value: CountExact, Label: "Esattamente"},
			form.Option{Value: CountAbout, Label: "Circa"},
			form.Option{Value: CountUnknown, Label: "Non si sa ancora"}).NeedIf(owing(breach.S2)).Half()
	}
	count := func(key, label string, at func(*Breach) *form.Int, how func(*Breach) string) form.F[Breach] {
		return form.Count(key, label, "", 0, 8_000_000_000, at).Half().
			When(func(b *Breach) bool { return how(b) == CountExact || how(b) == CountAbout }).NeedIf(owing(breach.S2))
	}
	return []form.F[Breach]{
		form.Day("team_date", "Data di S2", func(b *Breach) *form.Date { return &b.TeamDate }).NeedIf(owing(breach.S2)).Half().
			Check(func(b *Breach) string { return after(b.Date, b.TeamDate, "Viene prima della segnalazione.") }),
		known("subjects_known", "N° interessati", func(b *Breach) *string { return &b.SubjectsKnown }).Law("art. 33(3)(a) GDPR"),
		count("subjects", "Quanti interessati", func(b *Breach) *form.Int { return &b.Subjects }, func(b *Breach) string { return b.SubjectsKnown }),
		form.Text("subjects_share", "Interessati in % o in parole", func(b *Breach) *string { return &b.SubjectsShare }).Half().
			Example("Tutti i clienti"),
		known("records_known", "N° dati coinvolti", func(b *Breach) *string { return &b.RecordsKnown }).Law("art. 33(3)(a) GDPR"),
		count("records", "Quante registrazioni", func(b *Breach) *form.Int { return &b.Records }, func(b *Breach) string { return b.RecordsKnown }),
		form.Entries("subject_categories", "Categorie di interessati", "data-subject", func(b *Breach) *[]string { return &b.SubjectCategories }).
			OwnEntries().NeedIf(owing(breach.S2)).Column().Law("art. 33(3)(a) GDPR"),
		form.Entries("data_types", "Categorie di dati", "data-type", func(b *Breach) *[]string { return &b.DataTypes }).
			OwnEntries().NeedIf(owing(breach.S2)).Law("art. 33(3)(a) GDPR"),
		form.Long("personal_data", "Dati personali", func(b *Breach) *string { return &b.PersonalData }).Lines(2).
			Help("In parole, se le categorie non bastano.").Example("Nome, telefono e fotocopia della carta d’identità"),
		form.Long("extent", "Portata dell’evento", func(b *Breach) *string { return &b.Extent }).NeedIf(owing(breach.S2)).Lines(2).
			Help("Fin dove è arrivato: quali archivi, quali uffici, chi può avere i dati."),
		form.Text("period", "Arco temporale che interessa l’evento", func(b *Breach) *string { return &b.Period }).NeedIf(owing(breach.S2)).
			Example("Dal 24/10 in poi"),
		form.Choice("data_form", "Formato dati", func(b *Breach) *string { return &b.DataForm },
			form.Option{Value: "paper", Label: "Cartaceo"}, form.Option{Value: "electronic", Label: "Elettronico"},
			form.Option{Value: "both", Label: "Cartaceo ed elettronico"}).NeedIf(owing(breach.S2)).Half(),
		form.Long("consequences", "Conseguenze", func(b *Breach) *string { return &b.Consequences }).NeedIf(owing(breach.S3)).
			Help("Che cosa può succedere alle persone: furto d’identità, soldi persi, un servizio che manca.").Law("art. 33(3)(c) GDPR"),
		form.Refs("treatments", "Trattamenti coinvolti", TreatmentForm.Key, func(b *Breach) *[]string { return &b.Treatments }),
		form.Refs("archives", "Archivi coinvolti", ArchiveForm.Key, func(b *Breach) *[]string { return &b.Archives }),
		form.Refs("systems", "Sistemi coinvolti", SystemForm.Key, func(b *Breach) *[]string { return &b.Systems }),
		form.Refs("suppliers", "Fornitori coinvolti", SupplierForm.Key, func(b *Breach) *[]string { return &b.Suppliers }),
		form.Refs("people", "Persone dell’ufficio coinvolte", PersonForm.Key, func(b *Breach) *[]string { return &b.People }).
			Help("Chi ha usato, perso o cercato di salvare i dati. Non è un elenco di colpe."),
		form.List("containment", "Eventuali azioni per contenere gli effetti", func(b *Breach) *[]*Containment { return &b.Containment }, containmentForm).
			Law("art. 33(3)(d) GDPR"),
		form.Files("team_files", "Documenti", func(b *Breach) *[]form.File { return &b.TeamFiles }),
		present("team_present", func(b *Breach) *[]string { return &b.TeamPresent }),
		form.Choice("is_breach", "Violazione", func(b *Breach) *string { return &b.IsBreach }, YesNo()...).NeedIf(owing(breach.S2)).Half().Column().
			Help("Sono stati violati dati personali? Se no, si va a S6.").Law("art. 4(12) GDPR"),
		form.Choice("electronic", "Violazione di dati informatici", func(b *Breach) *string { return &b.Electronic }, YesNo()...).NeedIf(owing(breach.S2)).Half().
			Help("Se sì, chi segue i computer deve partecipare."),
	}
}

var containmentForm = form.Form[Containment]{
	Key: "containment", One: "azione", Many: "Azioni", Fem: true,
	Title: func(c *Containment) string { return c.Action },
	Sections: []form.Section[Containment]{{Fields: []form.F[Containment]{
		form.Text("action", "Che cosa", func(c *Containment) *string { return &c.Action }).Need().Example("Chiusi gli accessi da fuori"),
		form.Text("by", "Da chi", func(c *Containment) *string { return &c.By }).Half(),
		form.Day("due", "Entro il", func(c *Containment) *form.Date { return &c.Due }).Half(),
		form.Day("done", "Fatta il", func(c *Containment) *form.Date { return &c.Done }).Half(),
	}}},
}
