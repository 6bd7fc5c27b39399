package app

import (
	"tutela/app/breach"
	"tutela/app/form"
)

// breachTellingFields describes S5 Comunicazione agli interessati (art. 34 GDPR;
// 6-details, 16).
func breachTellingFields() []form.F[Breach] {
	not := func(b *Breach) bool { return b.Communicate == TellNot }
	return []form.F[Breach]{
		form.Choice("communicate", "Comunicazione obbligatoria", func(b *Breach) *string { return &b.Communicate },
			form.Option{Value: TellOwed, Label: "Sì"},
			form.Option{Value: TellVoluntary, Label: "No, ma si fa lo stesso"},
			form.Option{Value: TellNot, Label: "No"}).
			Help("Sì se il rischio per le persone è elevato. La classe D la chiede sempre; sotto, decidete voi.").Law("art. 34(1) GDPR"),
		form.Choice("communicate_exception", "Motivazione", func(b *Breach) *string { return &b.CommunicateException },
			form.Option{Value: "no-high-risk", Label: "Il rischio non è elevato"},
			form.Option{Value: "unintelligible", Label: "I dati non si leggono, per esempio perché cifrati: art. 34(3)(a)"},
			form.Option{Value: "remedied", Label: "Le misure prese dopo hanno tolto il rischio elevato: art. 34(3)(b)"},
			form.Option{Value: "disproportionate", Label: "Avvisare ciascuno è uno sforzo sproporzionato: art. 34(3)(c)"}).
			When(not).Need().Law("art. 34(3) GDPR").
			Help("Lo sforzo sproporzionato non toglie l’avviso: lo rende pubblico."),
		form.Long("communicate_why", "Motivo della decisione sulla comunicazione", func(b *Breach) *string { return &b.CommunicateWhy }).Lines(2).
			NeedIf(tellingNeedsReason).
			Help("Perché non si comunica; oppure perché si comunica anche se la classe non lo chiede."),
		form.Day("communicate_planned", "Sarà fatta entro il", func(b *Breach) *form.Date { return &b.CommunicatePlanned }).Half().
			When(func(b *Breach) bool { return !not(b) && len(b.Communications) == 0 }),
		form.List("communications", "Comunicazioni", func(b *Breach) *[]*Communication { return &b.Communications }, communicationForm).
			NeedIf(func(b *Breach) bool { return b.Communicate != TellNot && b.owes(breach.S5) }).Law("art. 34 GDPR"),
	}
}

// tellingNeedsReason says that the decision on telling the data subjects wants its
// reason: not to, or to although the class does not ask for it.
func tellingNeedsReason(b *Breach) bool {
	f := b.facts()
	return b.Communicate == TellNot || b.Communicate == TellVoluntary ||
		b.Communicate == TellOwed && f.Answers.Class() != 0 && f.Asked(breach.S5) == breach.No
}

var communicationForm = form.Form[Communication]{
	Key: "communication", One: "comunicazione", Many: "Comunicazioni", Fem: true,
	Title: func(c *Communication) string { return spaced(c.Sent.String(), c.Document) },
	Sections: []form.Section[Communication]{{Fields: []form.F[Communication]{
		form.Text("document", "Documento di comunicazione", func(c *Communication) *string { return &c.Document }).Half().
			Example("Lettera ai clienti"),
		form.At("sent", "Data e ora", func(c *Communication) *form.Moment { return &c.Sent }).Past().Need().Half(),
		form.Choice("means", "Mezzo", func(c *Communication) *string { return &c.Means },
			form.Option{Value: "email", Label: "E-mail"}, form.Option{Value: "sms", Label: "SMS"},
			form.Option{Value: "message", Label: "Messaggio diretto"}, form.Option{Value: "post", Label: "Posta"},
			form.Option{Value: MeansPublic, Label: "Avviso pubblico"}).Need().Half().
			Help("Un messaggio solo per questo, mai dentro una newsletter o un aggiornamento.").Law("art. 34(3)(c) GDPR"),
		form.Long("not_direct", "Perché avvisare ciascuno era uno sforzo sproporzionato", func(c *Communication) *string { return &c.NotDirect }).Lines(2).
			When(func(c *Communication) bool { return c.Means == MeansPublic }).Need().Law("art. 34(3)(c) GDPR").
			Help("L’avviso pubblico deve raggiungere le persone con la stessa efficacia."),
		form.Count("people", "Persone avvisate", "", 0, 8_000_000_000, func(c *Communication) *form.Int { return &c.People }).Need().Half(),
		form.Long("text", "Testo usato", func(c *Communication) *string { return &c.Text }).Lines(6).
			Help("Che cosa è successo, a chi chiedere, che cosa può succedere, che cosa avete fatto e che cosa possono fare.").Law("art. 34(2) GDPR"),
		form.Files("files", "Documenti", func(c *Communication) *[]form.File { return &c.Files }),
	}}},
}
