package app

import "tutela/app/form"

// DPIAForm describes the screening and the impact assessment of a treatment
// (6-details, 8).
var DPIAForm = form.Form[DPIA]{
	Key: "dpia", One: "valutazione d’impatto", Many: "Valutazioni d’impatto", Fem: true,
	About: "Prima di un trattamento rischioso si esamina se serve la valutazione d’impatto (DPIA), e se serve la si fa. Una scheda per ogni esame preliminare, anche quando l’esito è che non serve.",
	Title: screeningOf,
	Named: func(d *DPIA, n form.Names) string {
		if treatment := n.Ref(TreatmentForm.Key, d.Treatment); treatment != "" {
			return treatment
		}
		if d.Screened != "" { // imported, of a treatment that is still to be chosen
			return screeningOf(d)
		}
		return ""
	},
	Second: func(d *DPIA, _ form.Names) string {
		switch {
		case d.Decision == DPIASkip:
			return "non si fa"
		case d.Assessing() && d.Assessed != "" && d.Next != "":
			return "fatta il " + d.Assessed.String() + ", da riesaminare il " + d.Next.String()
		case d.Assessing() && d.Assessed != "":
			return "fatta il " + d.Assessed.String()
		case len(d.Reasons()) > 0:
			return "dovuta, da fare"
		}
		return "esame preliminare da finire"
	},
	Fresh: func(d *DPIA) { d.Matrix = "5x5" },
	Sections: []form.Section[DPIA]{
		{Key: "screening", Title: "Esame preliminare", Help: "Due criteri, o un tipo dell’elenco del Garante, o il livello Alto: la valutazione è dovuta. Gli elenchi sono in parole nostre, per lavorare: nei dubbi vale il testo dell’autorità.", Fields: screeningFields()},
		{Key: "description", Title: "Il trattamento valutato", Short: "Il trattamento", Help: "Solo se la valutazione si fa.", Fields: []form.F[DPIA]{
			form.Long("description", "Descrizione sistematica", func(d *DPIA) *string { return &d.Description }).When(notSkipped).NeedIf(assessing).Lines(6).
				Help("Che cosa si fa con i dati, con quali mezzi, per quali finalità e interessi, per quanto tempo.").Law("art. 35(7)(a) GDPR"),
			form.Long("necessity", "Necessità e proporzionalità", func(d *DPIA) *string { return &d.Necessity }).When(notSkipped).NeedIf(assessing).Lines(5).
				Help("Perché la finalità non si raggiunge con meno dati o con mezzi meno invadenti.").Law("art. 35(7)(b) GDPR"),
		}},
		{Key: "risks", Title: "Rischi e misure", Help: "Solo se la valutazione si fa.", Fields: dpiaRiskFields()},
		{Key: "views", Title: "Pareri", Help: "Solo se la valutazione si fa.", Fields: []form.F[DPIA]{
			form.Long("dpo_opinion", "Parere del responsabile della protezione dei dati (RPD)", func(d *DPIA) *string { return &d.DPOOpinion }).When(notSkipped).NeedIf(assessing).
				None(func(d *DPIA) bool { return d.NoDPO }).Lines(4).Help("Che cosa consiglia e, se non lo seguite, perché.").Law("art. 35(2) GDPR"),
			form.Bool("no_dpo", "L’ufficio non ha un RPD", func(d *DPIA) *bool { return &d.NoDPO }).
				When(func(d *DPIA) bool { return notSkipped(d) && d.DPOOpinion == "" }),
			form.Day("dpo_date", "Parere del", func(d *DPIA) *form.Date { return &d.DPODate }).
				When(func(d *DPIA) bool { return notSkipped(d) && !d.NoDPO }),
			form.Long("views", "Opinioni degli interessati o di chi li rappresenta", func(d *DPIA) *string { return &d.Views }).When(notSkipped).Lines(4).
				Help("Chi avete sentito, come, e che cosa ne è venuto.").Law("art. 35(9) GDPR"),
			form.Text("views_not", "Perché non sono stati sentiti", func(d *DPIA) *string { return &d.ViewsNot }).
				When(func(d *DPIA) bool { return notSkipped(d) && d.Views == "" }).NeedIf(assessing).
				Example("Sono pochi clienti occasionali, che non hanno un’associazione"),
		}},
		{Key: "outcome", Title: "Esito e riesame", Short: "Esito", Help: "Solo se la valutazione si fa.", Fields: outcomeFields()},
		{Key: "consultation", Title: "Consultazione preventiva del Garante", Short: "Consultazione", Help: "Solo se il rischio che resta è Alto.", Fields: consultationFields()},
	},
}

func assessing(d *DPIA) bool { return d.Assessing() }

// notSkipped shows what is to come until the office decides against it.
func notSkipped(d *DPIA) bool { return d.Decision != DPIASkip }

func screeningFields() []form.F[DPIA] {
	return []form.F[DPIA]{
		form.Ref("treatment", "Trattamento", TreatmentForm.Key, func(d *DPIA) *string { return &d.Treatment }).Need().Column(),
		form.Day("screened", "Esame fatto il", func(d *DPIA) *form.Date { return &d.Screened }).Need().Half().Column().
			Help("Prima che il trattamento cominci."),
		form.Ref("screened_by", "A cura di", PersonForm.Key, func(d *DPIA) *string { return &d.ScreenedBy }).Half(),
		form.Entries("criteria", "Quali dei nove criteri valgono", DPIACriteria, func(d *DPIA) *[]string { return &d.Criteria }).Need().
			None(func(d *DPIA) bool { return d.NoCriteria }).Law("art. 35(1) e (3) GDPR, WP 248 rev. 01"),
		form.Bool("no_criteria", "Nessuno dei nove criteri", func(d *DPIA) *bool { return &d.NoCriteria }).
			When(func(d *DPIA) bool { return len(d.Criteria) == 0 }),
		form.Entries("types", "Quali dei dodici tipi del Garante", DPIATypes, func(d *DPIA) *[]string { return &d.Types }).Need().
			None(func(d *DPIA) bool { return d.NoTypes }).Law("art. 35(4) GDPR, provv. 467/2018"),
		form.Bool("no_types", "Nessuno dei dodici tipi", func(d *DPIA) *bool { return &d.NoTypes }).
			When(func(d *DPIA) bool { return len(d.Types) == 0 }),
		form.Choice("high", "Il livello di rischio della scheda è Alto?", func(d *DPIA) *string { return &d.High }, YesNo()...).Need().
			Help("Conta il più alto fra quello senza le misure e quello con le misure.").Law("art. 35(1) GDPR"),
		form.Computed[DPIA]("result", "Esito dell’esame", func(d *DPIA) string { return d.Result() }).Column(),
		form.Choice("decision", "Decisione", func(d *DPIA) *string { return &d.Decision },
			form.Option{Value: DPIAAssess, Label: "Si fa la valutazione"}, form.Option{Value: DPIASkip, Label: "Non si fa"}).Need().Column().
			Warn(skippingType),
		form.Long("why_not", "Perché non si fa", func(d *DPIA) *string { return &d.WhyNot }).
			When(func(d *DPIA) bool { return d.Decision == DPIASkip }).Need().
			Help("Il motivo resta scritto: lo chiede chi controlla.").Law("art. 5(2) GDPR"),
	}
}

// skippingType doubts a decision against the Garante's list: unlike the nine
// criteria, it leaves no room to the controller.
func skippingType(d *DPIA) string {
	if d.Decision == DPIASkip && len(d.Types) > 0 {
		return "Per i tipi dell’elenco del Garante la valutazione è obbligatoria: il motivo deve dire perché il trattamento, in realtà, non è di quel tipo."
	}
	return ""
}

func dpiaRiskFields() []form.F[DPIA] {
	number := func(key, label string, at func(*DPIA) *form.Int, top func(*DPIA) int) form.F[DPIA] {
		return form.Count(key, label, "", 1, 5, at).When(notSkipped).NeedIf(assessing).Half().Check(func(d *DPIA) string {
			if n := at(d); n.Valid && int(n.N) > top(d) {
				return "La scala di questa valutazione arriva a " + form.FormatInt(int64(top(d))) + "."
			}
			return ""
		})
	}
	rows := func(d *DPIA) int { return len(d.RiskMatrix().Probability) }
	columns := func(d *DPIA) int { return len(d.RiskMatrix().Consequence) }
	return []form.F[DPIA]{
		form.Text("matrix", "Matrice", func(d *DPIA) *string { return &d.Matrix }).Auto(),
		form.Long("risks", "Rischi per le persone", func(d *DPIA) *string { return &d.Risks }).When(notSkipped).NeedIf(assessing).Lines(5).
			Help("Che cosa può capitare alle persone se i dati si perdono, cambiano, escono o si usano male, e da dove viene il pericolo.").Law("art. 35(7)(c) GDPR"),
		number("initial_probability", "Probabilità prima delle misure", func(d *DPIA) *form.Int { return &d.InitialProbability }, rows),
		number("initial_consequence", "Conseguenze prima delle misure", func(d *DPIA) *form.Int { return &d.InitialConsequence }, columns),
		form.Computed[DPIA]("initial_level", "Livello prima delle misure", func(d *DPIA) string {
			return d.LevelWords(d.InitialProbability, d.InitialConsequence)
		}).When(notSkipped),
		form.Long("measures", "Misure", func(d *DPIA) *string { return &d.Measures }).When(notSkipped).NeedIf(assessing).Lines(5).
			Help("Che cosa riduce i rischi: garanzie, sicurezza, modi di lavorare. Quelle che mancano ancora, con la data.").Law("art. 35(7)(d) GDPR"),
		number("residual_probability", "Probabilità con le misure", func(d *DPIA) *form.Int { return &d.ResidualProbability }, rows),
		number("residual_consequence", "Conseguenze con le misure", func(d *DPIA) *form.Int { return &d.ResidualConsequence }, columns),
		form.Computed[DPIA]("residual_level", "Livello che resta", func(d *DPIA) string {
			return d.LevelWords(d.ResidualProbability, d.ResidualConsequence)
		}).When(notSkipped).Column(),
	}
}

func outcomeFields() []form.F[DPIA] {
	return []form.F[DPIA]{
		form.Choice("outcome", "Esito della valutazione", func(d *DPIA) *string { return &d.Outcome },
			form.Option{Value: DPIAGo, Label: "Il trattamento si può fare così"},
			form.Option{Value: DPIAMeasures, Label: "Si può fare dopo le misure indicate"},
			form.Option{Value: DPIAConsult, Label: "Si fa solo dopo aver consultato il Garante"},
			form.Option{Value: DPIAStop, Label: "Non si fa"}).When(notSkipped).NeedIf(assessing).Column(),
		form.Long("outcome_note", "Motivi e condizioni", func(d *DPIA) *string { return &d.OutcomeNote }).When(notSkipped).
			Help("Che cosa deve essere fatto, da chi ed entro quando."),
		form.Day("assessed", "Valutazione del", func(d *DPIA) *form.Date { return &d.Assessed }).When(notSkipped).NeedIf(assessing).Half().Column().
			Check(func(d *DPIA) string {
				return after(d.Screened, d.Assessed, "Viene prima dell’esame preliminare.")
			}),
		form.Day("next", "Prossimo riesame", func(d *DPIA) *form.Date { return &d.Next }).When(notSkipped).NeedIf(assessing).Half().Column().
			Help("Prima, se il rischio cambia.").Law("art. 35(11) GDPR").
			Check(func(d *DPIA) string { return after(d.Assessed, d.Next, "Viene prima della valutazione.") }),
		form.Files("files", "Documenti", func(d *DPIA) *[]form.File { return &d.Files }).When(notSkipped).
			Help("La valutazione fatta con un altro programma, le planimetrie, il parere firmato."),
	}
}

func consultationFields() []form.F[DPIA] {
	shown := func(d *DPIA) bool {
		return d.Assessing() && (d.NeedsConsultation() || d.Outcome == DPIAConsult || d.Consulted != "")
	}
	asked := func(d *DPIA) bool { return shown(d) && d.Consulted != "" }
	return []form.F[DPIA]{
		form.Day("consulted", "Consultazione chiesta il", func(d *DPIA) *form.Date { return &d.Consulted }).When(shown).Need().Half().Law("art. 36(1) GDPR").
			Help("Prima di cominciare: il rischio che resta è Alto."),
		form.Text("consult_protocol", "Protocollo", func(d *DPIA) *string { return &d.ConsultProtocol }).When(shown).Half(),
		form.Computed[DPIA]("reply_due", "Risposta attesa entro il", func(d *DPIA) string { return d.ReplyDue().String() }).When(asked).
			Help("Otto settimane; il Garante può prenderne altre sei.").Law("art. 36(2) GDPR"),
		form.Day("replied", "Risposta del", func(d *DPIA) *form.Date { return &d.Replied }).When(asked).NeedIf(asked).Half().
			Check(func(d *DPIA) string { return after(d.Consulted, d.Replied, "Viene prima della richiesta.") }),
		form.Long("reply", "Che cosa dice la risposta", func(d *DPIA) *string { return &d.Reply }).
			When(func(d *DPIA) bool { return asked(d) && d.Replied != "" }).Need(),
	}
}

// screeningOf names an assessment by the day of its screening.
func screeningOf(d *DPIA) string { return "Esame del " + d.Screened.String() }
