package papers_test

import (
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// kindsOfPapers are the papers of the specification (7-papers), list-REGISTER being
// one for each register.
const kindsOfPapers = `treatment-sheet controller-register simplified-register processor-register treatment-comparison coverage
dpia-screening dpia privacy-notice consent-form erasure-minutes office-check deadlines breach-policy breach-report breach-risk
breach-register breach-notification breach-letter crisis-team annex-a measures-adoption archive-list unit-sheet authorised-list
duties-sheet permissions-list annex-g annex-h it-rules internet-rules site-list system-list risk-analysis appointment-dpo
appointment-security appointment-treatment appointment-sysadmin appointment-passwords appointment-backup appointment-rooms
appointment-authorised group-instructions appointment-breach appointment-controls processor-contract autonomous-controller
appointment-end credential-request credential-assignment password-reissue leaving-notice extraordinary-access access-attempts
sysadmin-check backup-instructions backup-register restore-record media-register media-disposal copy-leave document-loans
room-register training-plan training-attendance supplier-inventory supplier-declarations supplier-report technician-declaration
inspection-minutes request-form request-reply request-extension recipients-notice request-register delivery-list
annual-report-line print-register accountability-document`

// TestKinds: every paper of the specification can be printed, and the list of every
// register.
func TestKinds(t *testing.T) {
	list := papers.All(app.Registers())
	kinds := strings.Fields(kindsOfPapers)
	if len(kinds) != 79 {
		t.Errorf("%d kinds, not 79 and the lists", len(kinds))
	}
	for _, r := range app.Registers() {
		kinds = append(kinds, "list-"+r.Key)
	}
	for _, kind := range kinds {
		if _, ok := papers.Find(list, kind); !ok {
			t.Errorf("no paper is called %s", kind)
		}
	}
	seen := map[string]bool{}
	for _, p := range list {
		if seen[p.Kind] {
			t.Errorf("%s stands twice", p.Kind)
		}
		seen[p.Kind] = true
	}
}

// TestEmptyOffice: a paper of the whole office says in words what an office that has
// written nothing lacks.
func TestEmptyOffice(t *testing.T) {
	for kind, has := range map[string][]string{
		"annex-a":        {"1 | Solo chi ha una credenziale", "19.8 | ", "29 | Agli archivi"},
		"annex-g":        {"può proteggere e controllare"},
		"it-rules":       {"senza averlo chiesto a chi segue i sistemi dell’ufficio", "avvisa il titolare", "permesso scritto del titolare", "oggi non ce n’è nessuno", "(Nessuno risulta in servizio.)"},
		"internet-rules": {"decide il titolare", "(Nessuno risulta in servizio.)"},
		"duties-sheet":   {"Nell’elenco non è iscritto nessun sistema", "*Non nominato: i compiti restano al titolare.*", "Non c’è ancora nessun archivio.", "almeno ogni 7 giorni", "lo chiede entro il 31 marzo"},
		"print-register": {"(Nessun documento è stato ancora stampato e conservato.)"},
	} {
		t.Run(kind, func(t *testing.T) {
			d := apptest.NewMemory(apptest.Now).Dossier(t)
			paper := fill(t, d, kind, nil)
			expect(t, paper, has, nil, true)
			check(t, "empty-"+kind, paper)
		})
	}
}

// TestAnnexA: the rules beside the old points are those of the office.
func TestAnnexA(t *testing.T) {
	d := apptest.Sample(t)
	choice := app.All(d, app.HouseRuleForm)[0]
	choice.Changes = append(choice.Changes, &app.HouseChange{Rule: "10", Days: form.Number(3)})
	expect(t, fill(t, d, "annex-a", nil), []string{"| **10. Copie degli archivi: **almeno ogni 3 giorni (cambiata dall’ufficio) |", "12 | Se le persone hanno compiti diversi, si usa un sistema di autorizzazione. | nessuna regola numerata: ne tratta il punto 3.2 del documento |"},
		[]string{"ai sensi dell’Allegato B"}, false)
}

// TestRegulations: the rules take the numbers and the people of the office; those of a
// public body have its own discipline and basis.
func TestRegulations(t *testing.T) {
	d := apptest.Sample(t)
	expect(t, fill(t, d, "it-rules", nil), []string{
		"a Bianchi Luca, amministratore di sistema", "avvisa Costa Niccolò, custode delle credenziali", "permesso scritto di Bianchi Luca, designato alla sicurezza", "violazioni@ferramentabianchi.example",
		"l’ufficio li copia: PC amministrazione.", "scelti dall’ufficio: Postino Digitale", "almeno 8 caratteri", "almeno 6 mesi", "art. 7 della legge 300/1970", "Ricci Davide | Responsabile di magazzino",
	}, []string{"165/2001"}, false)
	expect(t, fill(t, d, "internet-rules", nil), []string{"legittimo interesse", "21 giorni", "almeno 6 mesi (Garante", "designato al trattamento o, se manca, il titolare"}, nil, false)
	app.All(d, app.HouseRuleForm)[0].Profile = app.ProfileModern
	d.Office().Body, d.Office().BreachEmail, d.Office().Email, d.Office().PEC = app.BodyPublic, "", "", ""
	expect(t, fill(t, d, "it-rules", nil), []string{"almeno 15 caratteri", "frase di più parole", "D.Lgs. 165/2001", "all’indirizzo «da completare»"}, []string{"300/1970: il fatto"}, true)
	expect(t, fill(t, d, "internet-rules", nil), []string{"compiti di interesse pubblico dell’ente"}, []string{"legittimo interesse"}, true)
}

// TestUnitSheet: people are those who say that they work there, else those of its
// treatments; a unit without treatments is a draft.
func TestUnitSheet(t *testing.T) {
	d := apptest.Sample(t)
	u := app.All(d, app.UnitForm)[0]
	expect(t, fill(t, d, "unit-sheet", u), []string{"partecipano ai suoi trattamenti", "**Sala Elena**", "**PC amministrazione**", "**Contabilità su disco**"}, []string{"**Ricci Davide**", "Iscritti alla newsletter"}, false)
	app.All(d, app.PersonForm)[4].Unit = u.UID()
	expect(t, fill(t, d, "unit-sheet", u), []string{"**Ricci Davide**", "**NAS in magazzino**"}, []string{"partecipano ai suoi trattamenti", "**Sala Elena**"}, false)
	u.Treatments = nil
	expect(t, fill(t, d, "unit-sheet", u), []string{"non ha ancora trattamenti", "(Nessun archivio.)", "Nessun piano di copia comprende"}, nil, true)
}

// TestDutiesSheet: a role that nobody holds falls to the one above, a letter that is
// not signed stands out, a plan without instructions is a draft.
func TestDutiesSheet(t *testing.T) {
	d := apptest.Sample(t)
	roles(d, app.RolePasswords)[0].Ended = "2026-11-01"
	roles(d, app.RoleRooms)[0].Signed = ""
	expect(t, fill(t, d, "duties-sheet", nil), []string{
		"**Custode delle credenziali** | *Non nominato: i compiti restano al designato alla sicurezza, Bianchi Luca.*", "11/11/2024 / da firmare {warn}", "Piano del 2026, fatto il",
		"### Istruzioni: Contabilità su disco", "1. Si collega il disco più recente.",
	}, nil, false)
	app.All(d, app.BackupPlanForm)[0].CopyHow = ""
	expect(t, fill(t, d, "duties-sheet", nil), []string{"1. «da completare»"}, nil, true)
}

// TestPrintRegister: the newest first, with the whole digest; of a past day it says
// so.
func TestPrintRegister(t *testing.T) {
	d := apptest.Sample(t)
	digest := strings.Repeat("0123456789abcdef", 4)
	at := func(day int) time.Time { return time.Date(2026, 11, day, 9, 30, 0, 0, time.UTC) }
	d.Prints = []app.Print{
		{Title: "Di dopo", Revision: 1, At: apptest.Now, Who: "Sala Elena", State: app.PrintPrinted, SHA256: digest},
		{Title: "UPD A – Permessi di accesso", Revision: 2, At: at(3), Who: "Sala Elena", State: app.PrintPrinted, SHA256: digest},
		{Title: "Scheda di trattamento: Candidati", At: at(5), Who: "Bianchi Marta", State: app.PrintDraft, SHA256: digest},
		{Title: "UPD A – Permessi di accesso", Revision: 1, At: at(1), Who: "Sala Elena", State: app.PrintSuperseded, SHA256: digest},
	}
	paper := fill(t, d, "print-register", nil)
	expect(t, paper, []string{
		"Uno stampato e non firmato, una bozza e uno superato.", "05/11/2026 10:30 | **Scheda di trattamento: Candidati** | – | bozza {warn} | Bianchi Marta | " + digest[:32] + " / " + digest[32:] + "\n03/11/2026",
	}, []string{"fino a quel giorno", "Di dopo"}, false)
	check(t, "some-print-register", paper)
	d.AsOf = "2026-11-04"
	expect(t, fill(t, d, "print-register", nil), []string{"situazione al 04/11/2026", "fino a quel giorno", "03/11/2026"}, []string{"05/11/2026"}, false)
}

// TestShortNotice: on one page, with the objection apart; what the full notice lacks
// it lacks too.
func TestShortNotice(t *testing.T) {
	d := apptest.Sample(t)
	news := app.All(d, app.TreatmentForm)[4]
	paper := fill(t, d, "privacy-notice-short", news)
	expect(t, paper, []string{"o averne copia, e revocare il consenso. Basta", "> **Pubblicità.**", "**Informativa completa**, "}, []string{"> **Legittimo interesse"}, false)
	if layout, err := pdf.Layout(paper); err != nil || len(layout.Pages) != 1 {
		t.Errorf("not one page (%v)", err)
	}
	news.NoticeEdition, d.Office().HasDPO = "", ""
	expect(t, fill(t, d, "privacy-notice-short", news), []string{"Responsabile della protezione dei dati: «da completare»"}, nil, true)
	news.Notice, news.NoticeExemption = form.No, "già informati"
	expect(t, fill(t, d, "privacy-notice-short", news), []string{"non si dà. Motivo: già informati"}, nil, true)
}

// TestPrintedTogether: what is kept in the moment of a print changes no paper of it,
// or a batch of papers would be out of date as soon as it is printed.
func TestPrintedTogether(t *testing.T) {
	d := apptest.Sample(t)
	said := map[string]string{}
	for _, p := range papers.All(app.Registers()) {
		if p.Filled && p.Register == "" {
			said[p.Kind] = doc.Text(p.Fill(d, nil))
			d.Prints = append(d.Prints, app.Print{Kind: p.Kind, Title: p.Title, Revision: 1, At: d.Now, State: app.PrintPrinted})
		}
	}
	for kind, text := range said {
		if doc.Text(fill(t, d, kind, nil)) != text {
			t.Errorf("%s says something else", kind)
		}
	}
}
