package app

import (
	"strings"

	"tutela/app/form"
)

// RequestForm describes the requests of data subjects (spec 3.1, Richieste;
// 6-details, 23).
var RequestForm = form.Form[Request]{
	Key: "request", One: "richiesta", Many: "Richieste", Fem: true,
	About:  "Quando qualcuno chiede di vedere, correggere o cancellare i suoi dati, avete un mese per rispondere (art. 12(3)). Tutela conta i giorni e prepara la risposta.",
	Title:  func(q *Request) string { return spaced(q.Number, q.Subject) },
	Second: func(q *Request, n form.Names) string { return q.shortly(n) },
	Ended:  func(q *Request) bool { return q.Annulled != "" },
	Fresh:  func(q *Request) { q.Asker = AsksSelf },
	Sections: []form.Section[Request]{
		{Key: "request", Title: "La richiesta", Help: "Anche se è arrivata a voce: chi la riceve la scrive, lo stesso giorno.", Fields: requestArrivalFields()},
		{Key: "who", Title: "Chi chiede", Fields: requestWhoFields()},
		{Key: "identity", Title: "Verificate chi è", Short: "Identità", Help: "Dare i dati alla persona sbagliata è una violazione. Basta un documento visto, o un dato che solo lei conosce.", Fields: requestIdentityFields()},
		{Key: "what", Title: "Che cosa chiede", Fields: requestWhatFields()},
		{Key: "term", Title: "Il termine", Fields: requestTermFields()},
		{Key: "answer", Title: "La risposta", Help: "La lettera si stampa già scritta: qui si dice come è andata.", Fields: append(requestOutcomeFields(), requestAnswerFields()...)},
		{Key: "recipients", Title: "Chi altro ha i dati", Short: "Destinatari", Help: "Chi ha avuto i dati sa che sono stati corretti, cancellati o limitati (art. 19). L’avviso si stampa.", Fields: requestRecipientFields()},
		{Key: "end", Title: "Note e annullamento", Short: "Note", Fields: requestEndFields()},
	},
}

// shortly is how it stands, in dates: lists are kept, and know no today.
func (q *Request) shortly(n form.Names) string {
	var rights []string
	for _, r := range q.Rights {
		rights = append(rights, n.Entry(SubjectRights, r))
	}
	how := ""
	switch {
	case q.Annulled != "":
		how = "annullata il " + q.Annulled.String()
	case q.Answered != "":
		how = RequestOutcome(q.Outcome) + " il " + q.Answered.String()
	case q.ProofAsked != "" && q.ProofCame == "":
		how = "si aspetta la prova di chi è"
	case q.Received != "":
		how = "entro il " + q.lastDay().String()
	}
	if len(rights) == 0 || how == "" {
		return how + strings.Join(rights, ", ")
	}
	return how + " · " + strings.Join(rights, ", ")
}

// lastDay is the last day to answer, of a request that waits for no proof.
func (q *Request) lastDay() form.Date {
	if q.ProofAsked != "" && q.ProofCame == "" && q.Answered == "" {
		return ""
	}
	return q.Clock(max(q.Received, q.ProofCame, q.Answered)).Due
}

// RequestOutcome says in a word how a request ended.
func RequestOutcome(outcome string) string {
	switch outcome {
	case RequestGranted:
		return "accolta"
	case RequestPart:
		return "accolta in parte"
	case RequestRefused:
		return "negata"
	}
	return "risposta"
}

func requestMeans() []form.Option {
	return []form.Option{
		{Value: "oral", Label: "A voce"}, {Value: "phone", Label: "Per telefono"}, {Value: "hand", Label: "Consegnata a mano"},
		{Value: "letter", Label: "Lettera"}, {Value: "email", Label: "E-mail"}, {Value: "pec", Label: "PEC"}, {Value: "web", Label: "Modulo del sito"},
	}
}

func requestArrivalFields() []form.F[Request] {
	return []form.F[Request]{
		form.Text("number", "N°/anno", func(q *Request) *string { return &q.Number }).Number("received").Half().Column().
			Help("Lo dà il programma quando si salva la prima volta, e non lo dà mai due volte."),
		form.Day("received", "Ricevuta il", func(q *Request) *form.Date { return &q.Received }).Need().Half().Column().
			Help("Il mese parte da questo giorno, anche se la richiesta è incompleta o è arrivata a chi non se ne occupa.").Law("art. 12(3) GDPR").
			Warn(func(q *Request) string {
				if q.Number != "" && !strings.HasSuffix(q.Number, "/"+string(q.Received[:4])) {
					return "Il numero resta quello dell’anno in cui fu dato."
				}
				return ""
			}),
		form.Choice("means", "Come è arrivata", func(q *Request) *string { return &q.Means }, requestMeans()...).Need().Half(),
		form.Ref("noted_by", "Chi l’ha scritta", PersonForm.Key, func(q *Request) *string { return &q.NotedBy }).Half().
			When(func(q *Request) bool { return q.Oral() }).Need().
			Help("Una richiesta a voce vale come una scritta: la scrive chi l’ha sentita."),
		form.Long("words", "Che cosa ha detto o scritto", func(q *Request) *string { return &q.Words }).Lines(3).
			Help("Con le sue parole, se servono a capire.").Example("Vorrebbe sapere che dati avete e da chi li avete avuti"),
		form.Files("files", "La richiesta", func(q *Request) *[]form.File { return &q.Files }).
			Help("La lettera, la e-mail o il modulo. Non la copia di un documento di identità."),
	}
}

func requestWhoFields() []form.F[Request] {
	other := func(q *Request) bool { return q.ForOther() }
	return []form.F[Request]{
		form.Text("subject", "Di chi sono i dati", func(q *Request) *string { return &q.Subject }).Need().Half().Column().
			Help("Cognome e nome dell’interessato.").Example("Ferrari Lucia"),
		form.Text("subject_contacts", "Suoi recapiti", func(q *Request) *string { return &q.SubjectContacts }).Half().
			NeedIf(func(q *Request) bool { return !q.ForOther() }).
			Help("Dove mandare la risposta.").Example("lucia.ferrari@example.com"),
		form.Choice("asker", "Chi chiede", func(q *Request) *string { return &q.Asker },
			form.Option{Value: AsksSelf, Label: "La persona stessa"},
			form.Option{Value: AsksProxy, Label: "Una persona con delega o procura"},
			form.Option{Value: AsksGuardian, Label: "Un genitore, o chi la rappresenta per legge"},
			form.Option{Value: AsksOwn, Label: "Per una persona morta: chi ha un interesse proprio, o un suo mandato"},
			form.Option{Value: AsksFamily, Label: "Per una persona morta: per ragioni familiari"}).Need().Law("art. 2-terdecies Codice"),
		form.Text("applicant", "Chi chiede per lei", func(q *Request) *string { return &q.Applicant }).When(other).Need().Half(),
		form.Text("applicant_contacts", "Recapiti di chi chiede", func(q *Request) *string { return &q.ApplicantContacts }).When(other).Need().Half(),
		form.Text("applicant_paper", "Con quale documento", func(q *Request) *string { return &q.ApplicantPaper }).When(other).Need().
			Help("La delega firmata, il provvedimento, ciò che prova l’interesse o la parentela.").Example("Delega firmata il 2 marzo, vista in originale"),
		form.Text("helper", "Chi la assiste", func(q *Request) *string { return &q.Helper }).Half().
			Help("Una persona di fiducia che la accompagna, se c’è."),
	}
}

func requestIdentityFields() []form.F[Request] {
	asked := func(q *Request) bool { return q.ProofAsked != "" || q.ProofCame != "" || written(q.ProofWhy) }
	return []form.F[Request]{
		form.Text("identity", "Come si è verificato", func(q *Request) *string { return &q.Identity }).Half().
			Help("Senza fotocopie, se non servono.").Example("Carta d’identità vista in negozio").Law("art. 12(6) GDPR"),
		form.Day("identity_on", "Verificato il", func(q *Request) *form.Date { return &q.IdentityOn }).Half().
			When(func(q *Request) bool { return written(q.Identity) || q.IdentityOn != "" }).Need(),
		form.Day("proof_asked", "Se non siete sicuri, prova chiesta il", func(q *Request) *form.Date { return &q.ProofAsked }).Half().
			Help("Solo con un dubbio fondato: il tempo si ferma finché la prova arriva.").Law("art. 12(6) GDPR").
			Check(func(q *Request) string {
				return after(q.Received, q.ProofAsked, "Viene prima della richiesta.")
			}),
		form.Day("proof_came", "Prova arrivata il", func(q *Request) *form.Date { return &q.ProofCame }).When(asked).Half().
			Check(func(q *Request) string { return after(q.ProofAsked, q.ProofCame, "Viene prima di averla chiesta.") }),
		form.Text("proof_why", "Perché il dubbio", func(q *Request) *string { return &q.ProofWhy }).When(asked).Need().
			Example("Scrive da un indirizzo che non conosciamo"),
	}
}

func requestWhatFields() []form.F[Request] {
	return []form.F[Request]{
		form.Entries("rights", "Che cosa chiede", SubjectRights, func(q *Request) *[]string { return &q.Rights }).Need().Column().
			Help("Anche più cose insieme. Non serve che citi la legge.").Law("artt. 7 e 15–22 GDPR"),
		form.Choice("extent", "Per tutti i dati?", func(q *Request) *string { return &q.Extent },
			form.Option{Value: "all", Label: "Tutti"}, form.Option{Value: "some", Label: "Alcuni"}).Need().Half(),
		form.Text("data", "Quali", func(q *Request) *string { return &q.Data }).Half().
			When(func(q *Request) bool { return q.Extent == "some" }).Need().Example("Le fatture del 2025"),
		form.Refs("treatments", "Trattamenti coinvolti", TreatmentForm.Key, func(q *Request) *[]string { return &q.Treatments }).
			NeedIf(func(q *Request) bool { return q.Answered != "" && q.Outcome != RequestRefused }).
			Help("Le attività in cui avete i suoi dati: da qui la risposta prende finalità, destinatari e tempi."),
		form.Choice("wanted", "Come vuole la risposta", func(q *Request) *string { return &q.Wanted },
			form.Option{Value: "paper", Label: "Su carta"}, form.Option{Value: "electronic", Label: "Per via elettronica"},
			form.Option{Value: "seen", Label: "Vedendo i dati in ufficio"}, form.Option{Value: "oral", Label: "A voce"}).
			Help("Se scrive per e-mail e non dice altro, si risponde per e-mail. A voce solo se lo chiede.").Law("art. 12(1) e (3) GDPR"),
	}
}

func requestTermFields() []form.F[Request] {
	return []form.F[Request]{
		form.Computed[Request]("due", "Rispondere entro il", func(q *Request) string { return q.lastDay().String() }).Column(),
		form.Day("extended", "Proroga comunicata il", func(q *Request) *form.Date { return &q.Extended }).Half().
			Help("Altri due mesi, se il caso è difficile o le richieste sono molte. Si comunica entro il primo mese, o non vale.").Law("art. 12(3) GDPR").
			Check(func(q *Request) string { return after(q.Received, q.Extended, "Viene prima della richiesta.") }),
		form.Long("extended_why", "Perché", func(q *Request) *string { return &q.ExtendedWhy }).Lines(2).
			Help("Il motivo sta nella lettera di proroga.").Example("I dati stanno anche in un archivio cartaceo da rileggere"),
	}
}
