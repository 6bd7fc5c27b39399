package app

import (
	"cmp"
	"strconv"

	"tutela/app/breach"
	"tutela/app/form"
)

// BreachForm describes the breaches: a section of the form for each of the nine
// of the procedure, then what only the authority asks, then how it ended
// (spec 2.1; 6-details, 12–16).
var BreachForm = form.Form[Breach]{
	Key: "breach", One: "violazione", Many: "Violazioni", Fem: true,
	About: "Dati persi, rubati, visti o cambiati da chi non doveva: si scrive subito, anche nel dubbio. Il programma conta le 72 ore per il Garante e chiede una cosa alla volta.",
	Title: func(b *Breach) string { return spaced(b.Number, b.Name) },
	Second: func(b *Breach, _ form.Names) string {
		if class := b.Answers().Class(); class != 0 {
			return "classe " + class.String() + " · " + b.Standing()
		}
		return b.Standing()
	},
	Ended:  func(b *Breach) bool { return b.Annulled != "" },
	Settle: settleBreach,
	Check:  checkBreach,
	Sections: []form.Section[Breach]{
		breachSection(breach.S1, "Che cosa è successo e quando si è saputo. Bastano i primi fatti: il resto si completa.", breachReportFields()),
		breachSection(breach.S2, "Di chi sono i dati, quali, quanti, che cosa può succedere alle persone.", breachTeamFields()),
		breachSection(breach.S3, "Diciotto risposte. Finché ne manca una il totale non c’è: una risposta non data non è un No.", breachRiskFields()),
		breachSection(breach.S4, "Si può mandare una prima notifica anche prima di finire l’analisi, e integrarla dopo.", breachNoticeFields()),
		breachSection(breach.S5, "In parole semplici: che cosa è successo, che cosa rischiano, che cosa avete fatto, che cosa possono fare loro.", breachTellingFields()),
		breachSection(breach.S6, "Quando non è una violazione di dati personali, o non serve andare avanti.", breachDroppedFields()),
		breachSection(breach.S7, "Che cosa si fa per questo evento. Se l’esito è negativo, serve un’altra azione qui o in S8.", breachActionsFields()),
		breachSection(breach.S8, "Che cosa si cambia perché non succeda più.", breachCorrectivesFields()),
		breachSection(breach.S9, "La decide solo il titolare. Ferma l’analisi, non le 72 ore: notifica e comunicazione restano dovute.", breachStopFields()),
		{Key: "authority", Title: "Altre notizie per il Garante", Short: "Garante", Help: "Le domande del modulo del Garante a cui le sezioni non rispondono già.", Fields: breachAuthorityFields()},
		{Key: "end", Title: "Chiusura e annullamento", Short: "Chiusura", Fields: breachEndFields()},
	},
}

func breachSection(s breach.Section, help string, fields []form.F[Breach]) form.Section[Breach] {
	return form.Section[Breach]{Key: s.Key(), Title: s.Title(), Short: s.String(), Help: help, Fields: fields}
}

// spaced puts a space between what there is.
func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// checkBreach compares what was sent with when the controller became aware
// (decision A8), and asks for the reasons of a delay (art. 33(1) GDPR).
func checkBreach(b *Breach) (out []form.Problem) {
	first, deadline := b.FirstNotice(), breach.Deadline(b.Aware)
	late := !b.Aware.IsZero() && first.After(deadline.Time)
	for i, n := range b.Notifications {
		at := "notifications/" + strconv.Itoa(i) + "/"
		label := "Notifiche " + strconv.Itoa(i+1) + ", "
		if text := laterThan(b.Aware, n.Sent, "Viene prima che il titolare l’abbia saputo."); text != "" {
			out = append(out, form.Problem{Path: at + "sent", Label: label + "Data e ora", Gravity: form.Doubt, Text: text, Law: breach.TermLaw})
		}
		if late && n.Sent.Equal(first.Time) && !written(n.Delay) {
			out = append(out, form.Problem{Path: at + "delay", Label: label + "Motivi del ritardo", Gravity: form.Missing,
				Text: "Sono passate più di 72 ore: mancano i motivi del ritardo.", Law: breach.TermLaw})
		}
	}
	for i, c := range b.Communications {
		if text := laterThan(b.Aware, c.Sent, "Viene prima che il titolare l’abbia saputo."); text != "" {
			out = append(out, form.Problem{Path: "communications/" + strconv.Itoa(i) + "/sent", Label: "Comunicazioni " + strconv.Itoa(i+1) + ", Data e ora", Gravity: form.Doubt, Text: text})
		}
	}
	return out
}

// settleBreach keeps the moment of awareness that was saved before, once another
// takes its place: the old one and the reason go to a row of their own.
func settleBreach(b *Breach, _ form.Names) {
	if !b.AwareSaved.IsZero() && !b.Aware.Equal(b.AwareSaved.Time) {
		b.AwareChanges = append(b.AwareChanges, &AwarenessChange{Was: b.AwareSaved, Reason: b.AwareWhy})
		b.AwareWhy = ""
	}
	b.AwareSaved = b.Aware
}

// awareMoved says that the moment of awareness is another than was saved.
func awareMoved(b *Breach) bool {
	return !b.AwareSaved.IsZero() && !b.Aware.Equal(b.AwareSaved.Time)
}

func breachEndFields() []form.F[Breach] {
	annulled := func(b *Breach) bool { return b.Annulled != "" }
	return []form.F[Breach]{
		form.Day("closed", "Chiusa il", func(b *Breach) *form.Date { return &b.Closed }).Auto().Column().
			Check(func(b *Breach) string { return after(b.Date, b.Closed, "Viene prima della segnalazione.") }),
		form.Long("closing_remark", "Note sulla chiusura", func(b *Breach) *string { return &b.ClosingRemark }).Lines(2),
		form.List("reopenings", "Riaperture", func(b *Breach) *[]*Reopening { return &b.Reopenings }, reopeningForm).Auto(),
		form.Day("annulled", "Annullata il", func(b *Breach) *form.Date { return &b.Annulled }).Half().Column().
			Help("Una violazione scritta per errore si annulla: il numero resta nel registro e non si dà a un’altra.").
			Check(func(b *Breach) string { return after(b.Date, b.Annulled, "Viene prima della segnalazione.") }),
		form.Text("annulled_why", "Perché è annullata", func(b *Breach) *string { return &b.AnnulledWhy }).When(annulled).Need().Half().
			Example("Scritta due volte: vale la 4/2026"),
	}
}

var reopeningForm = form.Form[Reopening]{
	Key: "reopening", One: "riapertura", Many: "Riaperture", Fem: true,
	Title: func(r *Reopening) string { return cmp.Or(r.Date.String(), r.Reason) },
	Sections: []form.Section[Reopening]{{Fields: []form.F[Reopening]{
		form.Day("closed", "Era chiusa dal", func(r *Reopening) *form.Date { return &r.Closed }).Auto().Half(),
		form.Day("date", "Riaperta il", func(r *Reopening) *form.Date { return &r.Date }).Need().Half(),
		form.Text("who", "Da chi", func(r *Reopening) *string { return &r.Who }).Need().Half(),
		form.Text("reason", "Perché", func(r *Reopening) *string { return &r.Reason }).Need(),
	}}},
}
