package app

import (
	"tutela/app/breach"
	"tutela/app/form"
)

// breachNoticeFields describes S4 Notifica all’autorità di controllo (art. 33
// GDPR; 6-details, 15).
func breachNoticeFields() []form.F[Breach] {
	not := func(b *Breach) bool { return b.Notify == "no" }
	return []form.F[Breach]{
		form.Choice("notify", "Decisione sulla notifica", func(b *Breach) *string { return &b.Notify },
			form.Option{Value: "yes", Label: "Si notifica"},
			form.Option{Value: "no", Label: "Non si notifica"}).Half().
			Help("Vuota, vale ciò che chiede la classe. Il punteggio non decide da solo: solo un rischio improbabile toglie la notifica.").
			Law("art. 33(1) GDPR"),
		form.Long("notify_why", "Motivo della decisione sulla notifica", func(b *Breach) *string { return &b.NotifyWhy }).Lines(2).
			NeedIf(notifyNeedsReason).
			Help("Perché il rischio per le persone è improbabile; o perché si notifica anche se la classe non lo chiede."),
		form.At("notify_decided", "Deciso di non notificare il", func(b *Breach) *form.Moment { return &b.NotifyDecided }).Past().When(not).Need().Half().
			Help("Con il motivo scritto, ferma il conto delle 72 ore."),
		form.Ref("notifier", "Chi fa la notifica", PersonForm.Key, func(b *Breach) *string { return &b.Notifier }).Half().
			Help("La persona da scrivere come notificante. Vuoto: il rappresentante dell’ufficio."),
		form.List("notifications", "Notifiche", func(b *Breach) *[]*Notification { return &b.Notifications }, notificationForm).
			NeedIf(func(b *Breach) bool { return b.Notify != "no" && b.owes(breach.S4) }).Law("art. 33 GDPR"),
	}
}

// notifyNeedsReason says that the decision on the notification wants its reason:
// for less than the class asks, for more, and where a class that asks for none is
// followed: only an unlikely risk exempts (art. 33(1) GDPR).
func notifyNeedsReason(b *Breach) bool {
	f := b.facts()
	switch f.Notify {
	case breach.No:
		return true
	case breach.Yes:
		return f.Answers.Class() != 0 && f.Asked(breach.S4) == breach.No
	}
	return f.Answers.Class() != 0 && f.Asked(breach.S4) == breach.No && len(b.Notifications) == 0 && f.Standings()[breach.S3] == breach.Owed
}

// Phases of a notification (art. 33(4) GDPR).
const (
	PhasePreliminary   = "preliminary"
	PhaseSupplementary = "supplementary"
	PhaseComplete      = "complete"
)

// Garante is the authority that Italian controllers notify.
const Garante = "Garante per la protezione dei dati personali"

var notificationForm = form.Form[Notification]{
	Key: "notification", One: "notifica", Many: "Notifiche", Fem: true,
	Title: func(n *Notification) string { return spaced(n.Sent.String(), n.CaseNumber) },
	Fresh: func(n *Notification) { n.Authority = Garante },
	Sections: []form.Section[Notification]{{Fields: []form.F[Notification]{
		form.Choice("phase", "Fase", func(n *Notification) *string { return &n.Phase },
			form.Option{Value: PhasePreliminary, Label: "Preliminare"},
			form.Option{Value: PhaseSupplementary, Label: "Integrativa"},
			form.Option{Value: PhaseComplete, Label: "Completa"}).Need().Half().Law("art. 33(4) GDPR"),
		form.Text("authority", "Autorità competente", func(n *Notification) *string { return &n.Authority }).Need().Half().
			Help("Il Garante; per un trattamento fra più Stati, quella della sede principale o unica.").Law("artt. 55 e 56 GDPR"),
		form.Text("document", "Documento di notifica", func(n *Notification) *string { return &n.Document }).Half().
			Example("Notifica preliminare, copia del modulo inviato"),
		form.Text("how", "Modalità di invio", func(n *Notification) *string { return &n.How }).Need().Half().
			Example("Servizio in rete del Garante").Help("Il Garante riceve le notifiche solo attraverso il suo servizio in rete."),
		form.At("sent", "Data e ora", func(n *Notification) *form.Moment { return &n.Sent }).Past().Need().Half().
			Help("Dell’invio, come dice la ricevuta."),
		form.Text("case_number", "N. fascicolo", func(n *Notification) *string { return &n.CaseNumber }).Half().
			Help("Quello che il Garante comunica per e-mail: serve per integrare. Il PIN non si scrive qui."),
		form.Text("protocol", "N. protocollo", func(n *Notification) *string { return &n.Protocol }).Half(),
		form.Long("delay", "Motivi del ritardo", func(n *Notification) *string { return &n.Delay }).Lines(2).
			Help("Solo se sono passate le 72 ore: perché non si è potuto prima.").Law("art. 33(1) GDPR"),
		form.Files("files", "Documenti inviati e ricevute", func(n *Notification) *[]form.File { return &n.Files }),
		form.Text("form_version", "Modulo del Garante", func(n *Notification) *string { return &n.FormVersion }).Auto().Half(),
		form.List("answers", "Risposte come sono state inviate", func(n *Notification) *[]*FrozenAnswer { return &n.Answers }, frozenAnswerForm).Auto().
			When(func(n *Notification) bool { return len(n.Answers) > 0 }),
	}}},
}

var frozenAnswerForm = form.Form[FrozenAnswer]{
	Key: "frozen_answer", One: "risposta", Many: "Risposte", Fem: true,
	Title: func(a *FrozenAnswer) string { return a.Text },
	Sections: []form.Section[FrozenAnswer]{{Fields: []form.F[FrozenAnswer]{
		form.Text("key", "Domanda", func(a *FrozenAnswer) *string { return &a.Key }).Auto().Half(),
		form.Long("text", "Risposta", func(a *FrozenAnswer) *string { return &a.Text }).Auto(),
	}}},
}
