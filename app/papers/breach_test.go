package papers_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
)

// breachKinds are the papers of one breach.
var breachKinds = []string{"breach-report", "breach-risk", "breach-notification", "breach-letter"}

// TestBreachGolden holds the words of the papers of each breach of the example,
// and of the case.
func TestBreachGolden(t *testing.T) {
	d := apptest.Sample(t)
	for i, b := range app.All(d, app.BreachForm) {
		for _, kind := range breachKinds {
			if p, _ := papers.Find(papers.All(app.Registers()), kind); i > 0 && p.Fits(b) {
				check(t, kind+"-"+strconv.Itoa(i+1), p.Fill(d, b))
			}
		}
	}
	d, b := notebook(t)
	for _, kind := range append([]string{"breach-register"}, breachKinds...) {
		check(t, "case-"+kind, fill(t, d, kind, b))
	}
}

// notebook is the case of the stolen notebook, in the office of the marketing
// sheet, as it stands after the letters to the clients.
func notebook(t *testing.T) (*app.Dossier, *app.Breach) {
	t.Helper()
	m := apptest.NewMemory(apptest.Now)
	if err := apptest.Marketing(m.Save); err != nil {
		t.Fatal(err)
	}
	save := func(ty *form.Type, rec form.Record) {
		t.Helper()
		if err := m.Save(ty, rec); err != nil {
			t.Fatal(err)
		}
	}
	person := func(i int) string { return m.Records["person"][i].(*app.Person).UID() }
	office := m.Records["office"][0].(*app.Office)
	office.Phone, office.Email = "0372 111111", "info@ferrinoleggi.example"
	var team []string
	for i, function := range []string{"Titolare", "", "Assistenza informatica"} {
		if function == "" {
			continue
		}
		c := &app.CrisisMember{Function: function, Person: person(i), Phone: "333 000000" + strconv.Itoa(i), From: "2026-01-01"}
		save(app.CrisisForm.Type(), c)
		team = append(team, c.UID())
	}
	at := func(day, hour, minute int) form.Moment {
		return form.MomentOf(time.Date(2026, 10, day, hour, minute, 0, 0, form.Rome))
	}
	b := &app.Breach{Name: "Notebook rubato dall’auto"}
	b.BreachReport = app.BreachReport{
		Date: "2026-10-24", Reporter: person(1), Channel: "Per telefono", Report: "Mi hanno rubato il notebook dall’auto: c’erano l’elenco dei clienti e le copie dei documenti.",
		EventWhen: app.EventRunning, Event: at(24, 9, 0), Discovered: at(24, 10, 0), DiscoveredBy: "Giulia Moretti", Natures: []string{"confidentiality"}, Aware: at(24, 10, 30),
		ReportPresent: team, Decision: app.BreachProceed,
	}
	b.BreachTeam = app.BreachTeam{
		TeamDate: "2026-10-24", SubjectsKnown: app.CountExact, Subjects: form.Number(420), SubjectsShare: "Tutti i clienti", RecordsKnown: app.CountUnknown, SubjectCategories: []string{"customers"},
		DataTypes: []string{"name-address-elements", "contact-details", "identity-documents"}, PersonalData: "Nomi, recapiti e copie dei documenti d’identità",
		Extent: "Un notebook con l’elenco di tutti i clienti. Il disco non era cifrato.", Period: "Dal 24/10 in poi", DataForm: "electronic",
		Consequences: "Chi ha il notebook può farsi passare per un cliente.",
		Containment:  []*app.Containment{{Action: "Chiusi gli accessi da remoto", By: "Bassi Tommaso", Due: "2026-10-24", Done: "2026-10-24"}},
		Treatments:   []string{m.Records["treatment"][0].(*app.Treatment).UID()},
		TeamPresent:  team, IsBreach: "yes", Electronic: "yes",
	}
	for i, c := range "311" + "nsnnnnssnnnnsns" {
		b.Items[i] = map[rune]string{'s': "1", 'n': "2"}[c]
		if i < 3 {
			b.Items[i] = string(c)
		}
	}
	b.RiskDate, b.RiskPresent = "2026-10-24", team
	b.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Authority: app.Garante, Document: "Notifica", How: "Servizio in rete del Garante", Sent: at(26, 16, 10), CaseNumber: "12345"}}
	b.BreachTelling = app.BreachTelling{Communicate: app.TellVoluntary, CommunicateWhy: "È possibile un furto d’identità.", Communications: []*app.Communication{{
		Document: "Lettera ai clienti", Sent: at(27, 9, 0), Means: "email", People: form.Number(420),
	}}}
	b.Actions = []*app.BreachAction{{
		Date: "2026-10-24", Action: "Denuncia alla polizia; accessi reimpostati", Responsible: "Lucia Ferri", Due: "2026-10-26", Done: "2026-10-24", Told: "2026-10-24", Outcome: app.OutcomePositive,
	}}
	b.Corrective = "yes"
	b.Correctives = []*app.CorrectiveAction{{BreachAction: app.BreachAction{
		Date: "2026-10-27", Action: "Ogni notebook ha il disco cifrato", Responsible: "Bassi Tommaso", Due: "2026-11-30", Outcome: app.OutcomePositive,
	}}}
	b.Police, b.PoliceWhen = "yes", "Polizia di Stato, 24/10/2026"
	save(app.BreachForm.Type(), b)
	d := m.Dossier(t)
	app.FreezeNotifications(d, b, b.Notifications[0].Sent.Time)
	return d, b
}

// has looks for words in a paper, whatever its non-breaking spaces.
func has(t *testing.T, paper doc.Document, wants ...string) {
	t.Helper()
	text := flat(paper)
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%s: %q is missing:\n%s", paper.Kind, want, text)
		}
	}
}

// lacks is the reverse.
func lacks(t *testing.T, paper doc.Document, unwanted ...string) {
	t.Helper()
	text := flat(paper)
	for _, w := range unwanted {
		if strings.Contains(text, w) {
			t.Errorf("%s: %q stands there:\n%s", paper.Kind, w, text)
		}
	}
}

// TestLostNotebook finds the facts of the case in each paper.
func TestLostNotebook(t *testing.T) {
	d, b := notebook(t)
	has(t, fill(t, d, "breach-report", b), "1/2026", "Segnalante: Moretti Giulia", "Per telefono", "24/10/2026 10:30 a 27/10/2026 09:30", "Ferri Lucia / Bassi Tommaso",
		"Procedere a S2", "Quanti interessati: 420", "clienti", "copie dei documenti d’identità", "Formato dati: Elettronico", "Dal 24/10 in poi", "Chiusi gli accessi da remoto | Bassi Tommaso",
		"Violazione: Sì", "Violazione di dati informatici: Sì", "Fase: Preliminare", "26/10/2026 16:10", "Servizio in rete del Garante", "No, ma si fa lo stesso", "È possibile un furto d’identità.",
		"Denuncia alla polizia; accessi reimpostati", "Ogni notebook ha il disco cifrato", "30/11/2026", "Il responsabile della AC (S8): ____ Bassi Tommaso")
	risk := fill(t, d, "breach-risk", b)
	has(t, risk, "Totale (da 3 a 27): **10**", "Classe: **C, rischio**", "**3** – Li hanno visti estranei", "Documenti d’identità** | **Sì (1)**", "Criptazione dei dati** | **No (1)**", "Esistenza di copie** | **Sì (0)**",
		"**C** {warn} | 9–15 {warn}", "Si è decisa la comunicazione agli interessati anche se la classe non la chiede; motivo: È possibile un furto d’identità.")
	lacks(t, risk, "la procedura non chiede la notifica;", "non dovuta")
	has(t, fill(t, d, "breach-register", nil), "1/2026 | 24/10/2026 | Riservatezza", "| clienti | 420 |", "non ancora noto", "può farsi passare per un cliente", "Chiusi gli accessi da remoto (fatto il 24/10/2026) / Denuncia alla polizia; accessi reimpostati (fatto il 24/10/2026) / Ogni notebook ha il disco cifrato (entro il 30/11/2026)",
		"Sì, 26/10/2026 16:10, preliminare, fascicolo 12345", "Sì, 27/10/2026 09:00, 420 persone")
	notice := fill(t, d, "breach-notification", b)
	has(t, notice, "26/10/2026 16:10 | Preliminare", "☑ Preliminare", "24/10/2026 10:30", "Segnalazione di Moretti Giulia, per telefono", "☑ Perdita di riservatezza", "☑ Di documenti d’identità", "☑ Clienti e utenti", "Numero di interessati: 420",
		"Polizia di Stato, 24/10/2026", "niente è cambiato da allora", "Mancano 6 risposte", "«Misure di sicurezza in essere» (D)")
	has(t, fill(t, d, "breach-letter", b), "A partire dal 24/10/2026 si è verificata una violazione", "alcuni dati possono essere stati visti o presi", "nomi, recapiti e copie dei documenti d’identità", "può farsi passare per un cliente", "Denuncia alla polizia",
		"Se pensate che qualcuno usi i vostri documenti", "Lucia Ferri", "reclamo al Garante")
	lacks(t, fill(t, d, "breach-letter", b), "Moretti", "Bassi", "bloccare la carta")
}

// TestNotificationSupplement: what changed after a notification stands beside what
// was sent.
func TestNotificationSupplement(t *testing.T) {
	d, b := notebook(t)
	b.Subjects, b.MeasuresBefore = form.Number(431), "Password all’avvio"
	has(t, fill(t, d, "breach-notification", b), "☑ Integrativa", "Fascicolo da integrare: 12345", "Cambiato dopo l’ultimo invio**, del 26/10/2026 16:10: «Numero di interessati» (C) e «Misure di sicurezza in essere» (D).",
		"Numero di interessati: 431 / *Inviato: 420*", "Misure di sicurezza in essere: Password all’avvio / *Inviato: niente*")
}

// TestNotificationState counts what is missing at the top: complete, fit for a
// first notification, or neither.
func TestNotificationState(t *testing.T) {
	whole := func(b *app.Breach) {
		b.MeasuresBefore, b.Cause, b.Effects, b.Severity, b.SeverityWhy, b.CrossBorder = "Password", "intentional-external", []string{"identity-theft"}, "high", "I documenti bastano per un prestito.", "no"
	}
	for _, c := range []struct {
		name   string
		change func(b *app.Breach)
		want   []string
		draft  bool
	}{
		{"as it was sent", func(*app.Breach) {}, []string{"**Mancano 6 risposte** fino alla notifica completa: «Causa» (C)"}, false},
		{"past the 72 hours", func(b *app.Breach) { b.Notifications = nil }, []string{"☑ Preliminare", "Le 72 ore sono passate** (27/10/2026 09:30)", "Prima di inviare: manca una risposta: «Motivi del ritardo oltre le 72 ore» (C)"}, true},
		{"some may follow", func(b *app.Breach) {
			b.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Delay: "Si cercava il notebook."}}
		}, []string{"Si può inviare come notifica preliminare.** Mancano 6 risposte"}, false},
		{"said to be complete", func(b *app.Breach) {
			b.Notifications = []*app.Notification{{Phase: app.PhaseComplete, Delay: "Si cercava il notebook."}}
		}, []string{"Mancano 6 risposte** fino alla notifica completa"}, true},
		{"whole", func(b *app.Breach) { b.Notifications[0].Answers = nil; whole(b) }, []string{"Completo."}, false},
		{"a count is missing", func(b *app.Breach) { b.SubjectsKnown = "" }, []string{"Incompleto.** Prima di inviare: manca una risposta: «Numero di interessati» (C)."}, true},
		{"decided not to", func(b *app.Breach) { b.Notifications, b.Notify, b.NotifyWhy = nil, "no", "Il disco è cifrato" }, []string{"La scheda dice di non notificare, con questo motivo: Il disco è cifrato"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, b := notebook(t)
			c.change(b)
			paper := fill(t, d, "breach-notification", b)
			has(t, paper, c.want...)
			if paper.Draft != c.draft {
				t.Errorf("draft: %v", paper.Draft)
			}
		})
	}
}
