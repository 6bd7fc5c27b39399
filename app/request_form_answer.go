package app

import "tutela/app/form"

// requestOutcomeFields say what was done and why not more.
func requestOutcomeFields() []form.F[Request] {
	denied := func(q *Request) bool { return q.Denied() }
	answered := func(q *Request) bool { return q.Answered != "" }
	return []form.F[Request]{
		form.Day("stopped", "Uso dei dati fermato il", func(q *Request) *form.Date { return &q.Stopped }).Half().
			When(func(q *Request) bool { return q.Stops() }).Need().
			Help("Pubblicità e usi fondati sul consenso si fermano subito, prima di rispondere.").Law("artt. 7(3) e 21(3) GDPR").
			Check(func(q *Request) string { return after(q.Received, q.Stopped, "Viene prima della richiesta.") }),
		form.Choice("outcome", "Esito", func(q *Request) *string { return &q.Outcome },
			form.Option{Value: RequestGranted, Label: "Accolta"}, form.Option{Value: RequestPart, Label: "Accolta in parte"},
			form.Option{Value: RequestRefused, Label: "Negata"}).NeedIf(answered).Column(),
		form.Long("done", "Che cosa si è fatto", func(q *Request) *string { return &q.Done }).Lines(2).
			When(func(q *Request) bool { return q.Outcome != RequestRefused }).NeedIf(answered).
			Help("Sta nella risposta: quali dati si danno, si correggono, si cancellano. Un giudizio si completa con ciò che dice la persona, non si riscrive.").
			Example("Corretto l’indirizzo, in anagrafica e sulle etichette"),
		form.Choice("ground", "Perché non di più", func(q *Request) *string { return &q.Ground },
			form.Option{Value: GroundRight, Label: "Il diritto non c’è in questo caso"},
			form.Option{Value: GroundLimit, Label: "La legge lo limita"},
			form.Option{Value: GroundIdentity, Label: "Non si è potuto sapere chi è"},
			form.Option{Value: GroundUnfounded, Label: "Manifestamente infondata"},
			form.Option{Value: GroundExcessive, Label: "Eccessiva, per esempio perché ripetuta"}).When(denied).Need().
			Help("Che una richiesta sia infondata o eccessiva dovete dimostrarlo voi.").Law("art. 12(4) e (5) GDPR"),
		form.Choice("limit", "Quale limite", func(q *Request) *string { return &q.Limit },
			form.Option{Value: "2-undecies", Label: "Danno a interessi protetti (art. 2-undecies Codice)"},
			form.Option{Value: "2-duodecies", Label: "Ragioni di giustizia (art. 2-duodecies Codice)"},
			form.Option{Value: "23", Label: "Un’altra norma (art. 23 GDPR)"}).
			When(func(q *Request) bool { return q.Denied() && q.Ground == GroundLimit }).Need().
			Help("Se dire il motivo farebbe il danno che il limite evita, qui sotto restate sul generale."),
		form.Long("ground_why", "Il motivo", func(q *Request) *string { return &q.GroundWhy }).Lines(3).When(denied).Need().
			Help("Con i fatti: la lettera lo dice alla persona.").Example("Le fatture si tengono dieci anni per obbligo di legge").Law("art. 12(4) GDPR"),
		form.Choice("remedies", "La risposta dice del reclamo al Garante e del ricorso al giudice?", func(q *Request) *string { return &q.Remedies }, YesNo()...).
			When(denied).Help("La lettera di Tutela lo dice sempre.").Law("art. 12(4) GDPR"),
		form.Money("charge", "Contributo chiesto", func(q *Request) *form.Int { return &q.Charge }).Half().
			Help("Di regola niente: solo per richieste infondate o eccessive, o per altre copie.").Law("artt. 12(5) e 15(3) GDPR").
			Check(func(q *Request) string {
				if q.Charge.N < 0 {
					return "Un contributo non può essere meno di zero."
				}
				return ""
			}),
		form.Text("charge_why", "Perché si chiede", func(q *Request) *string { return &q.ChargeWhy }).Half().
			When(func(q *Request) bool { return q.Charge.Valid && q.Charge.N != 0 }).Example("Terza copia in un mese: carta e lavoro"),
	}
}

// requestAnswerFields say when and how the answer went out.
func requestAnswerFields() []form.F[Request] {
	return []form.F[Request]{
		form.Day("answered", "Risposta data il", func(q *Request) *form.Date { return &q.Answered }).Need().Half().Column().
			Help("Il giorno in cui la risposta è partita: anche un rifiuto è una risposta.").Law("art. 12(3) e (4) GDPR").
			Check(func(q *Request) string { return after(q.Received, q.Answered, "Viene prima della richiesta.") }),
		form.Choice("answered_by", "In che modo", func(q *Request) *string { return &q.AnsweredBy }, append(requestMeans()[:6],
			form.Option{Value: "shown", Label: "Mostrando i dati"})...).Half().
			When(func(q *Request) bool { return q.Answered != "" }).Need(),
		form.Files("answer_files", "La risposta", func(q *Request) *[]form.File { return &q.AnswerFiles }).
			Help("La lettera firmata, la ricevuta, se volete averle qui."),
	}
}

func requestRecipientFields() []form.F[Request] {
	tells := func(q *Request) bool { return q.TellsRecipients() }
	return []form.F[Request]{
		form.List("recipients", "Destinatari da avvisare", func(q *Request) *[]*RequestRecipient { return &q.Recipients }, requestRecipientForm).When(tells).
			None(func(q *Request) bool { return q.NoRecipients }).Law("art. 19 GDPR"),
		form.Bool("no_recipients", "Nessun altro ha avuto i dati", func(q *Request) *bool { return &q.NoRecipients }).When(tells),
		form.Text("recipients_why", "Perché non si avvisa qualcuno", func(q *Request) *string { return &q.RecipientsWhy }).When(tells).
			Help("Solo se è impossibile, o se chiede uno sforzo sproporzionato.").Law("art. 19 GDPR"),
	}
}

var requestRecipientForm = form.Form[RequestRecipient]{
	Key: "request_recipient", One: "destinatario", Many: "Destinatari",
	Title: func(r *RequestRecipient) string { return r.Other },
	Named: RequestRecipientName,
	Sections: []form.Section[RequestRecipient]{{Fields: []form.F[RequestRecipient]{
		form.Ref("supplier", "Fornitore", SupplierForm.Key, func(r *RequestRecipient) *string { return &r.Supplier }).Half().
			NeedIf(func(r *RequestRecipient) bool { return r.Other == "" }),
		form.Text("other", "Oppure un altro", func(r *RequestRecipient) *string { return &r.Other }).Half().
			Example("INPS, sede di Cremona"),
		form.Long("what", "Che cosa cambia", func(r *RequestRecipient) *string { return &r.What }).Lines(2).
			Help("Solo ciò che gli serve sapere: sta nell’avviso.").Example("Indirizzo nuovo: Via Mantova 3, Cremona"),
		form.Day("told", "Avvisato il", func(r *RequestRecipient) *form.Date { return &r.Told }).Half(),
		form.Text("how", "Come", func(r *RequestRecipient) *string { return &r.How }).Half().Example("PEC"),
	}}},
}

func requestEndFields() []form.F[Request] {
	return []form.F[Request]{
		form.Long("remarks", "Note", func(q *Request) *string { return &q.Remarks }).Lines(2),
		form.Day("annulled", "Annullata il", func(q *Request) *form.Date { return &q.Annulled }).Half().
			Help("Una richiesta scritta per errore, o ritirata da chi l’ha fatta. Il numero resta e non si dà a un’altra.").
			Check(func(q *Request) string { return after(q.Received, q.Annulled, "Viene prima della richiesta.") }),
		form.Text("annulled_why", "Perché", func(q *Request) *string { return &q.AnnulledWhy }).
			When(func(q *Request) bool { return q.Annulled != "" }).Need().Half().Example("Ritirata per telefono il 10 marzo"),
	}
}
