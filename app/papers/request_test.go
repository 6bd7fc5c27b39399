package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// TestRequestPapers: what each paper says fits what was asked and how it ended.
func TestRequestPapers(t *testing.T) {
	const answered, open = 0, 1
	for _, c := range []struct {
		name, kind  string
		of          int
		change      func(d *app.Dossier, q *app.Request)
		want, never []string
		draft       bool
	}{
		{"access", "request-reply", answered, nil,
			[]string{"La richiesta è accolta.", "Da dove vengono: raccolti direttamente", "10 anni dall’ultima registrazione", "Abbiamo avvisato chi aveva avuto i dati da noi: Studio Commercialista Rosati.", "Cremona, 13/03/2026"},
			[]string{"Che cosa non possiamo fare", "Ci scusiamo"}, false},
		{"no outcome yet", "request-reply", open, nil, []string{"Esito: «da completare»"}, []string{"accolta", "Accesso"}, true},
		{"erased, marketing stopped", "request-reply", open, func(_ *app.Dossier, q *app.Request) { q.Outcome = app.RequestGranted },
			[]string{"**Cancellazione (art. 17).**", "Abbiamo smesso il 09/11/2026.", "Avvisiamo anche chi ha avuto i dati da noi:", "Cremona, 22/11/2026"}, []string{"I suoi dati, e come li usiamo", "reclamo"}, false},
		{"in part", "request-reply", open, func(_ *app.Dossier, q *app.Request) {
			q.Outcome, q.Ground, q.GroundWhy = app.RequestPart, app.GroundRight, "Le fatture si tengono dieci anni per obbligo di legge."
		}, []string{"accolta in parte", "**Cancellazione", "Che cosa non possiamo fare", "dieci anni per obbligo", "reclamo al Garante", "ricorso al giudice"}, nil, false},
		{"refused", "request-reply", answered, func(_ *app.Dossier, q *app.Request) {
			q.Outcome, q.Ground, q.GroundWhy = app.RequestRefused, app.GroundExcessive, "È la quarta richiesta uguale in due mesi."
		}, []string{"Non possiamo accogliere", "eccessiva (art. 12, par. 5)", "quarta richiesta", "reclamo al Garante", "ricorso al giudice"},
			[]string{"I suoi dati, e come", "Rettifica (art. 16).", "Abbiamo avvisato", "Consegnata"}, false},
		{"refused without a reason", "request-reply", answered, func(_ *app.Dossier, q *app.Request) { q.Outcome, q.Ground = app.RequestRefused, app.GroundRight },
			[]string{"Il motivo: «da completare»"}, nil, true},
		{"limited by law", "request-reply", answered, func(_ *app.Dossier, q *app.Request) {
			q.Outcome, q.Ground, q.Limit, q.GroundWhy = app.RequestRefused, app.GroundLimit, "2-undecies", "Ostacolerebbe una difesa in giudizio."
		}, []string{"art. 2-undecies del Codice", "art. 160 del Codice"}, nil, false},
		{"charged", "request-reply", answered, func(_ *app.Dossier, q *app.Request) { q.Charge, q.ChargeWhy = form.Number(2050), "terza copia." },
			[]string{"**20,50 €**. Il motivo: terza copia."}, nil, false},
		{"late", "request-reply", answered, func(_ *app.Dossier, q *app.Request) { q.Answered = "2026-04-03" }, []string{"Ci scusiamo"}, nil, false},
		{"on the last day", "request-reply", answered, func(_ *app.Dossier, q *app.Request) { q.Answered = "2026-04-02" }, nil, []string{"Ci scusiamo"}, false},
		{"by proxy", "request-reply", answered, func(_ *app.Dossier, q *app.Request) {
			q.Asker, q.Applicant, q.ApplicantContacts, q.ApplicantPaper = app.AsksProxy, "Avv. Bruna Conti", "bruna.conti@pec.example", "Procura"
		}, []string{"A: Avv. Bruna Conti", "La richiesta riguarda i dati di Ferrari Lucia."}, nil, false},
		{"extension", "request-extension", open, func(_ *app.Dossier, q *app.Request) { q.ExtendedWhy = "Due archivi di carta da rileggere." },
			[]string{"ricevuto il 09/11/2026", "entro il 09/12/2026", "al più tardi entro il 09/02/2027", "Due archivi", "è già fermo"}, []string{"non sposta il termine"}, false},
		{"extension without a reason", "request-extension", open, nil, []string{"Perché: «da completare»"}, nil, true},
		{"extension on the last day", "request-extension", open, func(_ *app.Dossier, q *app.Request) {
			q.Received, q.ExtendedWhy = "2026-10-22", "Molte richieste."
		}, []string{"entro il 23/11/2026", "entro il 22/01/2027"}, []string{"non sposta il termine"}, false},
		{"extension a day late", "request-extension", open, func(_ *app.Dossier, q *app.Request) {
			q.Received, q.Extended, q.ExtendedWhy = "2026-10-20", "2026-11-21", "Molte richieste."
		}, []string{"Il primo mese è finito il 20/11/2026: una proroga comunicata dopo non sposta il termine."}, nil, true},
		{"notice to a processor", "recipients-notice", answered, nil,
			[]string{"A: Studio Commercialista Rosati", "abbiamo corretto o completato i dati", "Indirizzo nuovo", "per conto nostro"}, []string{"cancellato"}, false},
		{"notice to those of the sheets", "recipients-notice", open, func(_ *app.Dossier, q *app.Request) { q.Recipients = nil },
			[]string{"A: Studio Commercialista Rosati", "abbiamo cancellato i dati", "nuova pagina", "A: Postino Digitale"}, []string{"corretto"}, false},
		{"notice to another controller", "recipients-notice", answered, func(_ *app.Dossier, q *app.Request) {
			q.Recipients = []*app.RequestRecipient{{Other: "INPS", What: "Indirizzo nuovo"}}
		}, []string{"A: INPS", "tenerne conto"}, []string{"per conto nostro"}, false},
		{"noted form", "request-form", answered, nil, []string{"L’ha scritta chi l’ha ricevuta", "☑ | **Accesso**", "Chi ha scritto la richiesta: ____ Costa Niccolò", "Rispondere entro il: 02/04/2026"}, []string{"Cancellazione", "☐"}, false},
		{"form of a proxy", "request-form", open, func(_ *app.Dossier, q *app.Request) {
			q.Asker, q.Applicant, q.ApplicantContacts, q.ApplicantPaper = app.AsksProxy, "Avv. Bruna Conti", "bruna.conti@pec.example", "Procura"
		}, []string{"Se chiede per un’altra persona", "Avv. Bruna Conti, bruna.conti@pec.example", "Procura"}, []string{"L’ha scritta"}, false},
		{"register", "request-register", open, nil, []string{"2/2026 | 09/11/2026 | Galli Andrea", "09/12/2026", "in corso", "accolta", "Avvisato il 13/03/2026: Studio Commercialista Rosati"}, nil, false},
		{"register, late", "request-register", open, func(_ *app.Dossier, q *app.Request) { q.Received, q.Extended = "2026-10-20", "2026-11-21" },
			[]string{"senza risposta / in ritardo di 2 giorni", "21/11/2026 / tardi: non vale"}, nil, false},
		{"register, answered a day late", "request-register", answered, func(_ *app.Dossier, q *app.Request) { q.Answered = "2026-04-03" },
			[]string{"03/04/2026 / accolta / in ritardo di un giorno"}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			q := app.All(d, app.RequestForm)[c.of]
			if c.change != nil {
				c.change(d, q)
			}
			out := fill(t, d, c.kind, q)
			shot(t, "request "+c.name, out)
			text := plainSpaces(doc.Text(out))
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing:\n%s", want, text)
				}
			}
			for _, never := range c.never {
				if strings.Contains(text, never) {
					t.Errorf("it says %q:\n%s", never, text)
				}
			}
			if out.Draft != c.draft {
				t.Errorf("draft: %v", out.Draft)
			}
		})
	}
}

// plainSpaces undoes those that keep an article and its number on a line.
func plainSpaces(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// TestEveryRightIsAnswered: each right of the legal list has its words in the reply.
func TestEveryRightIsAnswered(t *testing.T) {
	d := apptest.Sample(t)
	q := app.All(d, app.RequestForm)[0]
	for _, e := range d.Book().Entries(app.SubjectRights) {
		q.Rights = []string{e.Slug}
		if text := plainSpaces(doc.Text(fill(t, d, "request-reply", q))); !strings.Contains(text, "("+e.Attr["law"]+").**") {
			t.Errorf("%s is not answered by its article:\n%s", e.Slug, text)
		}
	}
}
