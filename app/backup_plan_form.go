package app

import "tutela/app/form"

// BackupPlanForm describes the backup plans.
var BackupPlanForm = form.Form[BackupPlan]{
	Key: "backup_plan", One: "piano di backup", Many: "Piani di backup",
	About: "Di che cosa si fanno copie, su quali supporti, ogni quanto, chi le fa e come si torna indietro. Un piano per ogni modo di fare le copie: il disco del venerdì, il NAS di notte.",
	Title: func(p *BackupPlan) string { return p.Name },
	Second: func(p *BackupPlan, n form.Names) string {
		if p.Ended != "" {
			return "concluso il " + p.Ended.String()
		}
		every := ""
		if p.Interval.Valid {
			every = everyDays(p.Interval.N)
		}
		return joinedNames(every, n.Ref(PersonForm.Key, p.Keeper))
	},
	Ended: func(p *BackupPlan) bool { return p.Ended != "" },
	Fresh: func(p *BackupPlan) {
		p.Interval, p.Tests = form.Number(int64(House{}.BackupDays())), form.Number(RestoreTests)
	},
	Sections: []form.Section[BackupPlan]{
		{Key: "what", Title: "Che cosa si copia", Short: "Che cosa", Fields: []form.F[BackupPlan]{
			form.Text("name", "Nome del piano", func(p *BackupPlan) *string { return &p.Name }).Need().Half().Column().Example("Contabilità"),
			form.Day("started", "In uso dal", func(p *BackupPlan) *form.Date { return &p.Started }).Need().Half().Column(),
			form.Refs("archives", "Archivi", ArchiveForm.Key, func(p *BackupPlan) *[]string { return &p.Archives }).Column().
				NeedIf(func(p *BackupPlan) bool { return len(p.Systems) == 0 }),
			form.Refs("systems", "Sistemi interi", SystemForm.Key, func(p *BackupPlan) *[]string { return &p.Systems }).
				Help("Se la copia prende il computer intero, con tutti gli archivi che vi stanno."),
		}},
		{Key: "how", Title: "Come e ogni quanto", Fields: backupHowFields()},
		{Key: "media", Title: "Supporti", Fields: backupMediaFields()},
		{Key: "people", Title: "Chi se ne occupa", Short: "Chi", Fields: []form.F[BackupPlan]{
			form.Ref("keeper", "Chi fa le copie", PersonForm.Key, func(p *BackupPlan) *string { return &p.Keeper }).Need().Half().Column().
				Help("Per quelle automatiche, chi guarda ogni volta che siano riuscite."),
			form.Ref("substitute", "In sua assenza", PersonForm.Key, func(p *BackupPlan) *string { return &p.Substitute }).Need().Half().
				Check(func(p *BackupPlan) string { return samePerson(p.Substitute, p.Keeper) }),
			form.Ref("successor", "Se lascia l’incarico, subentra", PersonForm.Key, func(p *BackupPlan) *string { return &p.Successor }).Half().
				Check(func(p *BackupPlan) string { return samePerson(p.Successor, p.Keeper) }),
			form.Day("agreed", "Criteri concordati con l’amministratore di sistema il", func(p *BackupPlan) *form.Date { return &p.Agreed }).Half(),
			form.Long("criteria", "Criteri concordati", func(p *BackupPlan) *string { return &p.Criteria }).Lines(2).
				Help("Perché queste copie e non altre, in una o due frasi."),
		}},
		{Key: "instructions", Title: "Istruzioni", Help: "Così scritte che le segua anche chi non l’ha mai fatto. Si stampano e si consegnano.", Fields: []form.F[BackupPlan]{
			form.Long("copy_how", "Come si fa la copia", func(p *BackupPlan) *string { return &p.CopyHow }).Lines(6),
			form.Long("check_how", "Come si controlla che sia riuscita", func(p *BackupPlan) *string { return &p.CheckHow }).Lines(4).
				Example("Si aprono tre file a caso dalla copia"),
			form.Long("restore_how", "Come si ripristina", func(p *BackupPlan) *string { return &p.RestoreHow }).Lines(6).
				Help("Lo decide il designato alla sicurezza."),
			form.Count("tests", "Prove di ripristino all’anno", "", 0, 366, func(p *BackupPlan) *form.Int { return &p.Tests }).Need().Half().
				Help("Una copia mai provata è una speranza. Almeno una."),
		}},
		{Key: "end", Title: "Quando finisce", Short: "La fine", Fields: []form.F[BackupPlan]{
			form.Day("ended", "Non si usa più dal", func(p *BackupPlan) *form.Date { return &p.Ended }).Half().
				Help("Il registro delle sue copie resta.").
				Check(func(p *BackupPlan) string { return after(p.Started, p.Ended, "Finisce prima di cominciare.") }),
			form.Text("end_reason", "Perché", func(p *BackupPlan) *string { return &p.EndReason }).Half().
				When(func(p *BackupPlan) bool { return p.Ended != "" }).Need(),
			form.Long("note", "Note", func(p *BackupPlan) *string { return &p.Note }).Lines(2),
		}},
	},
}

func backupHowFields() []form.F[BackupPlan] {
	return []form.F[BackupPlan]{
		form.Choice("mode", "Come parte la copia", func(p *BackupPlan) *string { return &p.Mode },
			form.Option{Value: BackupByHand, Label: "A mano"}, form.Option{Value: BackupAutomatic, Label: "Da sola"}).Need().Half().Column(),
		form.Count("interval", "Una copia almeno ogni", "giorni", 1, 3660, func(p *BackupPlan) *form.Int { return &p.Interval }).Need().Half().Column().
			Help("Quanti giorni. Mai più di quanti ne dicono le regole della casa."),
		form.Entries("software", "Con quale programma", "software", func(p *BackupPlan) *[]string { return &p.Software }).OwnEntries(),
		form.Count("copies", "Copie tenute insieme", "", 1, 10000, func(p *BackupPlan) *form.Int { return &p.Copies }).Need().Half().
			Help("Quante se ne hanno nello stesso momento. Due sono meglio di una."),
		form.Count("retention", "Ogni copia si tiene", "giorni", 1, 36600, func(p *BackupPlan) *form.Int { return &p.Retention }).Need().Half().Column().
			Help("Per quanti giorni."),
	}
}

func backupMediaFields() []form.F[BackupPlan] {
	reused := func(p *BackupPlan) bool { return p.Reuse == "yes" }
	return []form.F[BackupPlan]{
		form.Entry("kind", "Tipo di supporto", "medium-kind", func(p *BackupPlan) *string { return &p.Kind }).Need().Half().Column(),
		form.Count("longest_months", "Il supporto dura", "mesi", 1, 1200, func(p *BackupPlan) *form.Int { return &p.LongestMonths }).Half().
			Help("Quanti mesi ci si può fidare che conservi ciò che vi è scritto."),
		form.Refs("media", "Quali supporti", MediumForm.Key, func(p *BackupPlan) *[]string { return &p.Media }).
			Help("Nell’ordine in cui si usano a turno: il seguente è già proposto quando registrate una copia."),
		form.Choice("reuse", "Si riscrivono?", func(p *BackupPlan) *string { return &p.Reuse }, YesNo()...).Need().Half(),
		form.Count("reuse_every", "Ogni quanto si riscrive lo stesso", "giorni", 1, 36600, func(p *BackupPlan) *form.Int { return &p.ReuseEvery }).When(reused).Need().Half().
			Help("Quanti giorni."),
		form.Ref("room", "Locale in cui si tengono", RoomForm.Key, func(p *BackupPlan) *string { return &p.Room }).Half().
			NeedIf(func(p *BackupPlan) bool { return p.Where == "" }).
			Help("Non la stanza degli archivi: un incendio prenderebbe tutto."),
		form.Text("where", "Dove, di preciso", func(p *BackupPlan) *string { return &p.Where }).Half().Example("Cassetta ignifuga, in magazzino"),
		form.Entries("protected", "Lì sono al riparo da", "media-danger", func(p *BackupPlan) *[]string { return &p.Protected }).Need().
			Help("Solo ciò da cui lo sono davvero."),
		form.Refs("access", "Chi può prenderli", PersonForm.Key, func(p *BackupPlan) *[]string { return &p.Access }).Need().
			Help("Soltanto il designato alla sicurezza e chi fa le copie."),
	}
}

// samePerson says what is wrong where two places are taken by one person.
func samePerson(a, b string) string {
	if a != "" && a == b {
		return "È la stessa persona che fa le copie: qui serve un’altra."
	}
	return ""
}

// everyDays says how often in words.
func everyDays(n int64) string {
	if n == 1 {
		return "ogni giorno"
	}
	return "ogni " + form.FormatInt(n) + " giorni"
}
