package app

import (
	"tutela/app/breach"
	"tutela/app/form"
)

// breachActionsFields describes S7 Trattamento dell’evento.
func breachActionsFields() []form.F[Breach] {
	return []form.F[Breach]{
		form.List("actions", "Azioni sull’evento", func(b *Breach) *[]*BreachAction { return &b.Actions }, breachActionForm).NeedIf(owing(breach.S7)).
			Law("art. 33(3)(d) GDPR"),
	}
}

// breachCorrectivesFields describes S8 Azione correttiva.
func breachCorrectivesFields() []form.F[Breach] {
	return []form.F[Breach]{
		form.Choice("corrective", "Serve un’azione correttiva?", func(b *Breach) *string { return &b.Corrective }, YesNo()...).
			Help("Da valutare sempre, anche quando la procedura non la chiede."),
		form.List("correctives", "Azioni correttive", func(b *Breach) *[]*CorrectiveAction { return &b.Correctives }, correctiveForm).NeedIf(owing(breach.S8)),
	}
}

var breachActionForm = form.Form[BreachAction]{
	Key: "breach_action", One: "azione", Many: "Azioni", Fem: true,
	Title: func(a *BreachAction) string { return a.Action },
	Sections: []form.Section[BreachAction]{{Fields: actionFields("Trattamento", "Responsabile del trattamento dell’evento", "Esito", "Denuncia alla polizia; accessi reimpostati",
		func(a *BreachAction) *BreachAction { return a })}},
}

var correctiveForm = form.Form[CorrectiveAction]{
	Key: "corrective_action", One: "azione correttiva", Many: "Azioni correttive", Fem: true,
	Title: func(a *CorrectiveAction) string { return a.Action },
	Sections: []form.Section[CorrectiveAction]{{Fields: append(
		actionFields("Azione correttiva", "Responsabile della AC", "Valutazione di efficacia", "Ogni notebook ha il disco cifrato",
			func(a *CorrectiveAction) *BreachAction { return &a.BreachAction }),
		form.Text("risk_update", "Eventuale aggiornamento AdR/PIA", func(a *CorrectiveAction) *string { return &a.RiskUpdate }).
			Help("L’analisi dei rischi o la valutazione d’impatto da rivedere, e quando."),
		form.Text("document_update", "Eventuale aggiornamento documentazione", func(a *CorrectiveAction) *string { return &a.DocumentUpdate }).
			Help("Regole, istruzioni, schede da cambiare."))}},
}

// actionFields are those that S7 and S8 share, in the words of each.
func actionFields[T any](action, responsible, outcome, example string, at func(*T) *BreachAction) []form.F[T] {
	return []form.F[T]{
		form.Day("date", "Data", func(r *T) *form.Date { return &at(r).Date }).Need().Half(),
		form.Long("action", action, func(r *T) *string { return &at(r).Action }).Need().Lines(2).Example(example),
		form.Text("responsible", responsible, func(r *T) *string { return &at(r).Responsible }).Need().Half(),
		form.Day("due", "Tempi di effettuazione: entro il", func(r *T) *form.Date { return &at(r).Due }).Need().Half().
			Check(func(r *T) string { return after(at(r).Date, at(r).Due, "Viene prima della data della riga.") }),
		form.Day("done", "Fatta il", func(r *T) *form.Date { return &at(r).Done }).Half(),
		form.Day("told", "Comunicazione a TdT", func(r *T) *form.Date { return &at(r).Told }).Half(),
		form.Choice("outcome", outcome, func(r *T) *string { return &at(r).Outcome },
			form.Option{Value: OutcomePositive, Label: "Positivo"}, form.Option{Value: OutcomeNegative, Label: "Negativo"}).Need().Half(),
		form.Long("if_negative", "Azioni in caso di esito negativo", func(r *T) *string { return &at(r).IfNegative }).Lines(2).
			When(func(r *T) bool { return at(r).Outcome == OutcomeNegative }).Need(),
	}
}
