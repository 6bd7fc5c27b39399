package app

import "tutela/app/form"

// TreatmentForm describes the sheet of a processing activity, block by block in
// the order of the paper (spec 1.1).
var TreatmentForm = form.Form[Treatment]{
	Key: "treatment", One: "trattamento", Many: "Trattamenti",
	About: "Ogni attività in cui usate dati di persone: paghe, clienti, newsletter, telecamere. Una scheda ciascuna; insieme fanno il registro.",
	Title: func(t *Treatment) string { return t.Title },
	Second: func(t *Treatment, n form.Names) string {
		if t.Archived != "" {
			return "archiviato il " + t.Archived.String()
		}
		return t.RetentionSummary(n)
	},
	Ended: func(t *Treatment) bool { return t.Archived != "" },
	Fresh: func(t *Treatment) { t.Matrix = "5x5" },
	Sections: []form.Section[Treatment]{
		{Key: "structure", Title: "Struttura", Fields: []form.F[Treatment]{
			form.Text("title", "Trattamento", func(t *Treatment) *string { return &t.Title }).Need().Column().
				Help("Il nome dell’attività, come la chiamate.").Example("Personale: paghe e gestione").Law("art. 30(1) GDPR"),
			form.Refs("sites", "Struttura", "site", func(t *Treatment) *[]string { return &t.Sites }).Need().Column().
				Help("Le sedi in cui si svolge."),
			form.Day("paper_date", "Scheda cartacea del", func(t *Treatment) *form.Date { return &t.PaperDate }).Half().
				Help("Solo se ne avevate già una su carta."),
			form.Day("reviewed", "Ultima revisione senza modifiche", func(t *Treatment) *form.Date { return &t.Reviewed }).Auto().Half().
				When(func(t *Treatment) bool { return t.Reviewed != "" }),
		}},
		{Key: "people", Title: "Personale coinvolto", Fields: []form.F[Treatment]{
			form.Refs("people", "Persone autorizzate", "person", func(t *Treatment) *[]string { return &t.People }).Need().
				Help("Chi vede o usa questi dati nell’ufficio.").Law("artt. 29 e 32(4) GDPR"),
			form.Refs("partners", "Partners – Responsabili esterni", "supplier", func(t *Treatment) *[]string { return &t.Partners }).Need().
				None(func(t *Treatment) bool { return t.NoPartners }).
				Help("Chi tratta questi dati per conto vostro, con un contratto.").Law("art. 28 GDPR"),
			form.Bool("no_partners", "Nessun responsabile esterno", func(t *Treatment) *bool { return &t.NoPartners }).
				When(func(t *Treatment) bool { return len(t.Partners) == 0 }),
			form.Text("others_inside", "Altro", func(t *Treatment) *string { return &t.OthersInside }),
		}},
		{Key: "process", Title: "Processo di trattamento", Short: "Processo", Fields: processFields()},
		{Key: "mode", Title: "Modalità di elaborazione", Short: "Elaborazione", Fields: []form.F[Treatment]{
			form.Choice("mode", "Modalità", func(t *Treatment) *string { return &t.Mode },
				form.Option{Value: "electronic", Label: "Informatica"}, form.Option{Value: "paper", Label: "Cartacea"},
				form.Option{Value: "mixed", Label: "Mista"}).Need(),
			form.Entries("tools", "Strumenti", "tool", func(t *Treatment) *[]string { return &t.Tools }).OwnEntries().Need().
				Help("Con che cosa lavorate su questi dati."),
		}},
		{Key: "storage", Title: "Strutture informatiche di archiviazione", Short: "Archiviazione", Fields: []form.F[Treatment]{
			form.List("storages", "Archiviazione", func(t *Treatment) *[]*Storage { return &t.Storages }, storageForm).
				NeedIf((*Treatment).Electronic).Help("Dove stanno i dati: un PC, un server, un servizio in rete."),
		}},
		{Key: "backup", Title: "Strutture informatiche di backup", Short: "Backup", Fields: []form.F[Treatment]{
			form.List("backups", "Backup", func(t *Treatment) *[]*Backup { return &t.Backups }, backupForm).
				NeedIf((*Treatment).Electronic).Help("Dove stanno le copie, ogni quanto si fanno, per quanto si tengono."),
		}},
		{Key: "risk", Title: "Valutazione del livello di rischio", Short: "Livello di rischio", Fields: riskFields()},
		{Key: "measures", Title: "Misure di sicurezza tecniche ed organizzative", Short: "Misure di sicurezza", Fields: []form.F[Treatment]{
			form.List("measures", "Misure", func(t *Treatment) *[]*Measure { return &t.Measures }, measureForm).AddBy("measure").Need().
				Help("Che cosa protegge questi dati. I pericoli di ciascuna sono già proposti.").Law("artt. 30(1)(g) e 32 GDPR"),
			form.List("set_aside", "Pericoli non pertinenti", func(t *Treatment) *[]*Irrelevance { return &t.SetAside }, irrelevanceForm).AddBy("danger").
				Help("I sei pericoli valgono tutti, salvo quelli che mettete da parte qui, con il motivo."),
		}},
		{Key: "archive", Title: "Chiusura della scheda", Fields: []form.F[Treatment]{
			form.Day("archived", "Non si svolge più dal", func(t *Treatment) *form.Date { return &t.Archived }).Half().
				Help("La scheda resta nella storia e non si stampa più nel registro."),
			form.Text("archive_reason", "Perché", func(t *Treatment) *string { return &t.ArchiveReason }).Half().
				When(func(t *Treatment) bool { return t.Archived != "" }).Need(),
		}},
	},
}

// Electronic says that the treatment is done with a computer, wholly or in part.
func (t *Treatment) Electronic() bool { return t.Mode == "electronic" || t.Mode == "mixed" }

func riskFields() []form.F[Treatment] {
	return []form.F[Treatment]{
		form.Text("matrix", "Matrice", func(t *Treatment) *string { return &t.Matrix }).Auto(),
		form.Count("probability", "Probabilità", "", 1, 5, func(t *Treatment) *form.Int { return &t.Probability }).Need().Half().Check(onScale(func(t *Treatment) form.Int { return t.Probability })).
			Help("Quanto è probabile che i dati si perdano o finiscano in mani sbagliate, con le misure che avete."),
		form.Count("consequence", "Conseguenze", "", 1, 5, func(t *Treatment) *form.Int { return &t.Consequence }).Need().Half().Check(onScale(func(t *Treatment) form.Int { return t.Consequence })).
			Help("Quanto sarebbe grave per le persone."),
		form.Computed[Treatment]("level", "Livello di rischio", func(t *Treatment) string {
			if l := t.Level(); l > 0 {
				return t.RiskMatrix().Word(l)
			}
			return ""
		}).Column(),
		form.Count("before_probability", "Probabilità senza le misure", "", 1, 5, func(t *Treatment) *form.Int { return &t.BeforeProbability }).Half().
			Check(onScale(func(t *Treatment) form.Int { return t.BeforeProbability })).
			Help("Se volete: com’era il rischio prima di ogni misura. Se era Alto, serve l’esame preliminare per la valutazione d’impatto."),
		form.Count("before_consequence", "Conseguenze senza le misure", "", 1, 5, func(t *Treatment) *form.Int { return &t.BeforeConsequence }).Half().
			Check(onScale(func(t *Treatment) form.Int { return t.BeforeConsequence })),
		form.Long("risk_note", "Note", func(t *Treatment) *string { return &t.RiskNote }).Lines(2),
		form.Text("further", "Ulteriori misure", func(t *Treatment) *string { return &t.Further }).Half().When(atLeastRelevant).Need().
			Help("Che cosa farete per ridurre il rischio, in una frase."),
		form.Day("further_by", "Entro il", func(t *Treatment) *form.Date { return &t.FurtherBy }).Half().When(atLeastRelevant).Need(),
	}
}

// onScale refuses a value that the matrix of the assessment does not have.
func onScale(at func(*Treatment) form.Int) func(*Treatment) string {
	return func(t *Treatment) string {
		if n, top := at(t), len(t.RiskMatrix().Probability); n.Valid && int(n.N) > top {
			return "La scala di questa valutazione arriva a " + form.FormatInt(int64(top)) + "."
		}
		return ""
	}
}

func atLeastRelevant(t *Treatment) bool { return t.Level() >= 3 }

var storageForm = form.Form[Storage]{
	Key: "storage", One: "struttura di archiviazione", Many: "Archiviazione", Fem: true,
	Title:    func(s *Storage) string { return s.Name },
	Sections: []form.Section[Storage]{{Fields: placeFields(func(s *Storage) *Place { return &s.Place })}},
}

var backupForm = form.Form[Backup]{
	Key: "backup", One: "struttura di backup", Many: "Backup", Fem: true,
	Title: func(b *Backup) string { return b.Name },
	Sections: []form.Section[Backup]{{Fields: placeFields(func(b *Backup) *Place { return &b.Place },
		form.Ref("plan", "Piano di backup", BackupPlanForm.Key, func(b *Backup) *string { return &b.Plan }).Half().
			Help("Se c’è, frequenza e tempo sono i suoi."),
		form.Count("frequency", "Frequenza di backup", "giorni", 1, 3660, func(b *Backup) *form.Int { return &b.Frequency }).When(unplanned).Need().Half().
			Help("Ogni quanti giorni si fa la copia."),
		form.Count("history", "Tempo di storicizzazione", "giorni", 1, 36600, func(b *Backup) *form.Int { return &b.History }).When(unplanned).Need().Half().
			Help("Per quanti giorni si tiene ogni copia."),
	)}},
}

func unplanned(b *Backup) bool { return b.Plan == "" }

// placeFields describes Place in the printed order, the fields given in between
// (6-details, 4).
func placeFields[T any](at func(*T) *Place, between ...form.F[T]) []form.F[T] {
	outside := func(r *T) bool { return at(r).Where == "external" }
	fields := []form.F[T]{
		form.Text("name", "Nome", func(r *T) *string { return &at(r).Name }).Need().Half().Example("PC desktop"),
		form.Choice("where", "Tipo", func(r *T) *string { return &at(r).Where },
			form.Option{Value: "internal", Label: "Struttura interna"},
			form.Option{Value: "external", Label: "Struttura esterna"}).Need().Half(),
		form.Ref("site", "Sede di riferimento", "site", func(r *T) *string { return &at(r).Site }).Half().
			NeedIf(func(r *T) bool { return !outside(r) }),
		form.Ref("supplier", "Fornitore", "supplier", func(r *T) *string { return &at(r).Supplier }).Half().When(outside).Need(),
		form.Ref("system", "Sistema", "system", func(r *T) *string { return &at(r).System }).Half().
			Help("Il computer o il servizio dell’elenco Sistemi su cui sta."),
	}
	fields = append(fields, between...)
	return append(fields,
		form.Refs("access", "Personale con diritti di accesso", "person", func(r *T) *[]string { return &at(r).Access }).Need(),
		form.Long("note", "Note", func(r *T) *string { return &at(r).Note }).Lines(1),
		form.Entries("software", "Software utilizzati", "software", func(r *T) *[]string { return &at(r).Software }).OwnEntries(),
	)
}

var measureForm = form.Form[Measure]{
	Key: "measure", One: "misura", Many: "Misure", Fem: true,
	Title:    func(m *Measure) string { return m.Measure },
	Fresh:    func(m *Measure) { m.State = InPlace },
	Sections: []form.Section[Measure]{{Fields: measureFields(func(m *Measure) *Measure { return m })}},
}

// measureFields describes Measure for what holds one: a treatment's list, or
// the register of the office (6-details, 5).
func measureFields[T any](at func(*T) *Measure) []form.F[T] {
	state := func(s string) func(*T) bool { return func(r *T) bool { return at(r).State == s } }
	return []form.F[T]{
		form.Entry("measure", "Misura", "measure", func(r *T) *string { return &at(r).Measure }).OwnEntries().Need().Column(),
		form.Choice("state", "Stato", func(r *T) *string { return &at(r).State },
			form.Option{Value: InPlace, Label: "In essere"}, form.Option{Value: ToAdopt, Label: "Da adottare"},
			form.Option{Value: NotApplicable, Label: "Non applicabile"}).Need().Column(),
		form.Text("reason", "Perché non si applica", func(r *T) *string { return &at(r).Reason }).When(state(NotApplicable)).Need(),
		form.Day("adopted", "In essere dal", func(r *T) *form.Date { return &at(r).Adopted }).Half().When(state(InPlace)).Column(),
		form.Day("due", "Da adottare entro il", func(r *T) *form.Date { return &at(r).Due }).Half().When(state(ToAdopt)).Need().Column(),
		form.Ref("adopted_by", "A cura di", "person", func(r *T) *string { return &at(r).AdoptedBy }).Half().Column(),
		form.List("dangers", "Pericoli associati", func(r *T) *[]*Danger { return &at(r).Dangers }, dangerForm).AddBy("danger").
			Help("Quali pericoli tiene lontani. Sono già proposti: togliete quelli che da voi non valgono."),
		form.Files("evidence", "Prove", func(r *T) *[]form.File { return &at(r).Evidence }).
			Help("Il certificato, la fattura, una fotografia: ciò che mostra che la misura c’è."),
		form.Long("note", "Note", func(r *T) *string { return &at(r).Note }).Lines(1),
	}
}

var dangerForm = form.Form[Danger]{
	Key: "danger", One: "pericolo", Many: "Pericoli",
	Title: func(d *Danger) string { return d.Danger },
	Sections: []form.Section[Danger]{{Fields: []form.F[Danger]{
		form.Entry("danger", "Pericolo", "danger", func(d *Danger) *string { return &d.Danger }).Need(),
		form.Entries("risks", "Rischi", "risk", func(d *Danger) *[]string { return &d.Risks }).Need(),
	}}},
}
