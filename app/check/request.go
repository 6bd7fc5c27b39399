package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tutela/app"
)

// requestRules are those of the requests of data subjects (artt. 12–22 GDPR; spec
// 3.3, rule 16).
func requestRules() []*Rule { return slices.Concat(requestTermRules(), requestAnswerRules()) }

// requestTermRules read the month.
func requestTermRules() []*Rule {
	key := app.RequestForm.Key
	return []*Rule{
		rule(Rule{
			Key: "request-late", Register: key, Field: "answered", Law: "art. 12(3) GDPR", House: 16,
			About:   "A una richiesta si risponde entro un mese, o entro tre se la proroga è comunicata in tempo.",
			Example: "Una richiesta di due mesi fa senza risposta.",
		}, func(w World, q *app.Request) []hit {
			c := q.Clock(w.Today())
			if c.State != app.RequestLate {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Si doveva rispondere entro il %s: rispondete subito, e scusatevi del ritardo.", c.Due)}}
		}),
		rule(Rule{
			Key: "request-near", Register: key, Field: "answered", Law: "art. 12(3) GDPR", House: 16,
			About:   "Negli ultimi sette giorni la risposta, o la proroga, deve partire.",
			Example: "Una richiesta il cui mese finisce domani.",
		}, func(w World, q *app.Request) []hit {
			c := q.Clock(w.Today())
			if c.State != app.RequestNear {
				return nil
			}
			if c.Extended {
				return []hit{{text: fmt.Sprintf("La proroga finisce il %s: stampate la risposta e mandatela.", c.Due)}}
			}
			return []hit{{text: fmt.Sprintf("Il termine è il %s: stampate la risposta e mandatela. Se il caso è difficile comunicate la proroga, con il motivo, prima di quel giorno.", c.Due)}}
		}),
		rule(Rule{
			Key: "request-extension-late", Register: key, Field: "extended", Law: "art. 12(3) GDPR", House: 16,
			About:   "Una proroga si comunica entro il primo mese.",
			Example: "Una proroga comunicata un giorno dopo la fine del mese.",
		}, func(w World, q *app.Request) []hit {
			c := q.Clock(w.Today())
			if !c.ToldLate || !c.Open() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("La proroga andava comunicata entro il %s: arrivata dopo, non sposta il termine. Rispondete subito.", c.First)}}
		}),
		when(Rule{
			Key: "request-extension-no-reason", Register: key, Field: "extended_why", Law: "art. 12(3) GDPR",
			About:   "Chi chiede sa perché si proroga.",
			Example: "Una proroga senza motivo.",
		}, "La proroga non dice perché: scrivete il motivo, il numero o la difficoltà delle richieste, e che sia nella lettera.",
			func(_ World, q *app.Request) bool { return q.Extended != "" && strings.TrimSpace(q.ExtendedWhy) == "" }),
		rule(Rule{
			Key: "request-not-stopped", Register: key, Field: "stopped", Law: "artt. 7(3) e 21(3) GDPR",
			About:   "Pubblicità e usi fondati sul consenso si fermano subito.",
			Example: "Chi ha detto basta alla pubblicità ieri è ancora nella lista.",
		}, func(w World, q *app.Request) []hit {
			if !q.Stops() || q.Stopped != "" || q.Received == "" || q.Received >= w.Today() || q.Outcome == app.RequestRefused {
				return nil
			}
			return []hit{{text: "Qui non si aspetta un mese: togliete subito la persona dalla lista, avvisate chi spedisce per voi, e scrivete quando."}}
		}),
	}
}

// requestAnswerRules read who asks and how the answer is.
func requestAnswerRules() []*Rule {
	key := app.RequestForm.Key
	return []*Rule{
		rule(Rule{
			Key: "request-earlier", Register: key, Field: "subject", Law: "art. 12(5) GDPR",
			About:   "Di una persona che ha già chiesto si guarda che cosa si rispose.",
			Example: "Una seconda richiesta della stessa persona.",
		}, func(w World, q *app.Request) []hit {
			if q.Answered != "" {
				return nil
			}
			var out []string
			for _, x := range q.Earlier(w) {
				out = append(out, fmt.Sprintf("%s del %s", x.Number, x.Received))
			}
			if len(out) == 0 {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Ha già chiesto: %s. Guardate che cosa si rispose. Una richiesta ripetuta si può negare solo se è davvero eccessiva, e dovete dimostrarlo voi.", listed(out[:min(len(out), 3)]))}}
		}),
		when(Rule{
			Key: "request-identity", Register: key, Field: "identity", Law: "artt. 12(6) e 32 GDPR",
			About:   "Prima di rispondere si sa chi chiede.",
			Example: "Dati mandati a un indirizzo che nessuno ha controllato.",
		}, "Non è scritto come si è saputo chi è: verificatelo prima di dare o toccare i dati, e se restano dubbi chiedete una prova.",
			func(w World, q *app.Request) bool {
				return q.IdentityOn == "" && q.ProofAsked == "" && q.Received != "" && q.Received < w.Today() &&
					!(q.Outcome == app.RequestRefused && q.Ground == app.GroundIdentity)
			}),
		rule(Rule{
			Key: "request-refusal-late", Register: key, Field: "outcome", Law: "art. 12(4) GDPR",
			About:   "Un rifiuto si dice entro il primo mese, anche se c’è stata una proroga.",
			Example: "Una richiesta prorogata e negata al terzo mese.",
		}, func(w World, q *app.Request) []hit {
			c := q.Clock(w.Today())
			if q.Outcome != app.RequestRefused || !c.Extended || cmp.Or(q.Answered, w.Today()) <= c.First {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Che si nega andava detto entro il %s, con i motivi: la proroga serve a rispondere, non a rifiutare. Ditelo subito, o cercate che cosa si può accogliere.", c.First)}}
		}),
		when(Rule{
			Key: "request-no-remedies", Register: key, Field: "remedies", Law: "art. 12(4) GDPR",
			About:   "Chi riceve un rifiuto sa che può andare dal Garante o dal giudice.",
			Example: "Un rifiuto che non parla del reclamo.",
		}, "Un rifiuto, anche in parte, deve dire che si può fare reclamo al Garante e ricorso al giudice: la lettera di Tutela lo dice. Se non è partito così, scrivetelo alla persona.",
			func(_ World, q *app.Request) bool { return q.Denied() && q.Answered != "" && q.Remedies != "yes" }),
		when(Rule{
			Key: "request-charge", Register: key, Field: "charge", Law: "art. 12(5) GDPR",
			About:   "Si risponde gratis, salvo richieste infondate, eccessive o altre copie.",
			Example: "Venti euro chiesti senza dire perché.",
		}, "Di regola non si chiede niente: scrivete perché questa richiesta è manifestamente infondata o eccessiva, o di quale altra copia si tratta, oppure togliete il contributo.",
			func(_ World, q *app.Request) bool { return q.Charge.N > 0 && strings.TrimSpace(q.ChargeWhy) == "" }),
		rule(Rule{
			Key: "request-recipients", Register: key, Field: "recipients", Law: "art. 19 GDPR",
			About:   "Chi ha avuto i dati è avvisato che sono stati corretti, cancellati o limitati.",
			Example: "Dati cancellati, e il commercialista non lo sa.",
		}, recipientsNotTold),
	}
}

// recipientsNotTold looks at what was done: a request that is open or refused owes
// nobody anything.
func recipientsNotTold(_ World, q *app.Request) []hit {
	if !q.TellsRecipients() || !q.Granted() || q.Answered == "" || strings.TrimSpace(q.RecipientsWhy) != "" {
		return nil
	}
	if len(q.Recipients) == 0 && !q.NoRecipients {
		return []hit{{text: "Dite chi ha avuto questi dati e avvisatelo: la lettera si stampa da qui. Se nessuno li ha avuti, o avvisare è impossibile o costa uno sforzo sproporzionato, scrivetelo."}}
	}
	var out []hit
	for i, r := range q.Recipients {
		if r.Told == "" {
			out = append(out, hit{fmt.Sprintf("recipients/%d/told", i), "Non risulta avvisato: stampate l’avviso, mandatelo e scrivete quando."})
		}
	}
	return out
}
