package papers_test

import (
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// signers are who signs a paper, block by block, as «role: name».
func signers(d doc.Document) (out []string) {
	for _, b := range d.Blocks {
		if s, ok := b.(doc.Signature); ok {
			var block []string
			for _, g := range s.Signers {
				block = append(block, strings.TrimSuffix(g.Role+": "+g.Name, ": "))
			}
			out = append(out, strings.Join(block, " | "))
		}
	}
	return out
}

// TestBreachSigners: who signs each form, with a delegate and without, with a DPO
// and without (decision A10).
func TestBreachSigners(t *testing.T) {
	d := apptest.Sample(t)
	first := app.All(d, app.BreachForm)[0]
	alone := func() {
		for _, a := range app.All(d, app.AppointmentForm) {
			if a.Role == app.RoleBreach {
				a.Ended = "2024-12-31"
			}
		}
	}
	same := func(kind string, subject any, want ...string) {
		t.Helper()
		if got := signers(fill(t, d, kind, subject)); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s is signed by\n%s", kind, strings.Join(got, "\n"))
		}
	}
	members := "Membro della squadra: Bianchi Marta | Membro della squadra: Sala Elena | Membro della squadra: Giorgio Valli, Valli Informatica | "
	same("breach-report", first, "Il segnalante: Costa Niccolò | Il superiore gerarchico: Bianchi Luca | Il delegato per le violazioni: Bianchi Luca | Il responsabile del trattamento dell’evento (S7): Elena Sala | Il responsabile della AC (S8): Elena Sala")
	same("breach-risk", first, members+"Il delegato per le violazioni: Bianchi Luca")
	same("breach-register", nil, "Il delegato per le violazioni: Bianchi Luca")
	same("breach-policy", nil, "Il titolare del trattamento: Marta Bianchi")
	same("breach-letter", first, "Il titolare del trattamento: Marta Bianchi")
	same("crisis-team", nil)
	same("breach-notification", first)
	alone()
	d.Office().HasDPO, d.Office().DPO = "yes", "Rita Neri"
	first.StopDate, first.StopWhy, first.Superior = "2025-03-20", "Non serve altro.", ""
	same("breach-report", first, "Il segnalante: Costa Niccolò | Il titolare del trattamento: Marta Bianchi | Il responsabile del trattamento dell’evento (S7): Elena Sala | Il responsabile della AC (S8): Elena Sala", "Il titolare del trattamento: Marta Bianchi")
	same("breach-risk", first, members+"Il responsabile della protezione dei dati: Rita Neri | Il titolare del trattamento: Marta Bianchi")
	same("breach-register", nil, "Il titolare del trattamento: Marta Bianchi")
}

// unfilled is a place-holder that stayed.
var unfilled = regexp.MustCompile(`\{(?:[^wg]|g[^o])[a-zà-ù]*\}`)

// TestBreachDrafts: what makes each form a draft, and what it says then.
func TestBreachDrafts(t *testing.T) {
	at := func(i int) func(d *app.Dossier) *app.Breach {
		return func(d *app.Dossier) *app.Breach { return app.All(d, app.BreachForm)[i] }
	}
	closed, dropped, open := at(0), at(1), at(2)
	for _, c := range []struct {
		name, kind   string
		of           func(d *app.Dossier) *app.Breach
		change       func(d *app.Dossier, b *app.Breach)
		has, without []string
		draft        bool
	}{
		{"closed", "breach-report", closed, nil, []string{"Classe B: la procedura non chiede la notifica; motivo: Il destinatario è un collega noto", "S6 Decisione a non procedere Non si applica"}, []string{"non dovuta", "non più richiesta"}, false},
		{"B without a reason", "breach-report", closed, func(_ *app.Dossier, b *app.Breach) { b.Notify, b.NotifyWhy = "", "" }, []string{"Classe B: la procedura non chiede la notifica; motivo: «da completare»."}, []string{"non dovuta"}, true},
		{"B without a reason", "breach-risk", closed, func(_ *app.Dossier, b *app.Breach) { b.Notify, b.NotifyWhy = "", "" }, []string{"**7**", "motivo: «da completare»."}, []string{"non dovuta"}, true},
		{"B with a reason", "breach-risk", closed, nil, []string{"Totale (da 3 a 27): **7**", "Classe: **B, rischio**", "motivo: Il destinatario è un collega noto"}, []string{"senza risposta"}, false},
		{"B, and notified", "breach-risk", closed, func(_ *app.Dossier, b *app.Breach) { b.Notify = "yes" }, []string{"Si è decisa la notifica anche se la classe non la chiede; motivo: Il destinatario"}, []string{"la procedura non chiede la notifica;"}, false},
		{"two items without an answer", "breach-risk", open, nil, []string{"senza risposta i punti 17 e 18", "da 9 a 11, classe C", "Totale (da 3 a 27): ____", "Classe: ____"}, []string{"la procedura non chiede la notifica;"}, true},
		{"health data below D", "breach-risk", closed, func(_ *app.Dossier, b *app.Breach) { b.Items[breach.ItemHealth-1] = "1" }, []string{"Da pesare con l’art. 34 GDPR, anche sotto la classe D**: ci sono dati sanitari (punto 4)."}, nil, false},
		{"dropped", "breach-report", dropped, nil, []string{"L’accesso era dell’aggiornamento automatico", "S2 Team crisi: conseguenze dell’evento Non si applica", "Eventuale AC? No"}, []string{"Classe"}, false},
		{"dropped after S2 was written", "breach-report", closed, func(_ *app.Dossier, b *app.Breach) {
			b.Closed, b.IsBreach = "", "no"
			b.DropDate, b.DropWhy, b.DropTold, b.DropCorrective = "2025-03-12", "Nessun dato.", "2025-03-12", "no"
		}, []string{"S4 Titolare: notifica all’autorità di controllo > **Non più richiesta.**", "Motivo della decisione sulla notifica"}, nil, false},
		{"going on", "breach-report", open, nil, []string{"S4 Titolare: notifica all’autorità di controllo Notifiche: «da completare»", "S7 Trattamento dell’evento Azioni sull’evento: «da completare»", "2/2026", "da 20/11/2026 15:30 a 23/11/2026 15:30"}, nil, true},
		{"no title of the office", "breach-risk", closed, func(d *app.Dossier, _ *app.Breach) { d.Office().Name = "" }, nil, nil, true},
		{"annulled", "breach-report", closed, func(_ *app.Dossier, b *app.Breach) { b.Annulled, b.AnnulledWhy = "2025-04-01", "Scritta due volte" }, []string{"Annullata il 01/04/2025.** Scritta due volte"}, []string{"72 ore per la notifica"}, false},
		{"letter", "breach-letter", closed, nil, []string{"Il 11/03/2025 si è verificata", "alcuni dati possono essere stati visti", "Controllate i movimenti del conto", "Marta Bianchi: tel. 0372 000000"}, []string{"Costa", "fatene denuncia"}, false},
		{"letter of a span in one day", "breach-letter", open, nil, []string{"Il 20/11/2026 si è verificata", "fatene denuncia"}, []string{"Fra il"}, false},
		{"letter without consequences", "breach-letter", open, func(_ *app.Dossier, b *app.Breach) { b.Consequences = "" }, []string{"«da completare»"}, nil, true},
		{"letter in the words that were used", "breach-letter", open, func(_ *app.Dossier, b *app.Breach) {
			b.Communications = []*app.Communication{{Text: "Abbiamo perso una chiavetta.\nFate attenzione."}}
		}, []string{"Abbiamo perso una chiavetta. Fate attenzione. ### A chi chiedere"}, []string{"Che cosa è successo"}, false},
		{"letter of a DPO", "breach-letter", open, func(d *app.Dossier, _ *app.Breach) {
			o := d.Office()
			o.HasDPO, o.DPO, o.DPOContacts = "yes", "Rita Neri", "rpd@example.it"
		}, []string{"Il responsabile della protezione dei dati è Rita Neri: rpd@example.it."}, nil, false},
	} {
		t.Run(c.name+" "+c.kind, func(t *testing.T) {
			d := apptest.Sample(t)
			b := c.of(d)
			if c.change != nil {
				c.change(d, b)
			}
			paper := fill(t, d, c.kind, b)
			has(t, paper, c.has...)
			lacks(t, paper, c.without...)
			if m := unfilled.FindString(doc.Text(paper)); m != "" {
				t.Errorf("nothing stands in for %s", m)
			}
			if paper.Draft != c.draft {
				t.Errorf("draft: %v", paper.Draft)
			}
		})
	}
}

// TestBreachRegister: every breach has its row, in the order of the numbers, and
// one that ended early prints what is known.
func TestBreachRegister(t *testing.T) {
	d := apptest.Sample(t)
	all := app.All(d, app.BreachForm)
	all[2].Annulled, all[2].AnnulledWhy = "2026-11-22", "Scritta due volte"
	paper := fill(t, d, "breach-register", nil)
	text := flat(paper)
	at := func(words string) int { return strings.Index(text, words) }
	if a, b, c := at("1/2025 | 11/03/2025"), at("1/2026 | 08/06/2026"), at("2/2026 | 20/11/2026"); a < 0 || b < a || c < b {
		t.Errorf("rows stand at %d, %d, %d:\n%s", a, b, c, text)
	}
	has(t, paper, "Non procedere (S6), 09/06/2026: L’accesso era", "No: si è deciso di non procedere", "Annullata il 22/11/2026: Scritta due volte", "No; motivo: Il destinatario", "si mostra al Garante quando lo chiede", "Sì, 12/03/2025 15:00, una persona")
	lacks(t, paper, "non dovuta")
	if !paper.Landscape || paper.Draft {
		t.Errorf("landscape %v, draft %v", paper.Landscape, paper.Draft)
	}
	all[0].NotifyWhy = ""
	has(t, fill(t, d, "breach-register", nil), "1/2025 / da completare {warn}", "No; motivo: «da completare»")
	if !fill(t, d, "breach-register", nil).Draft {
		t.Error("a decision without its reason, and it is no draft")
	}
}

// TestBreachFits: papers are offered where the path has a place for them.
func TestBreachFits(t *testing.T) {
	d := apptest.Sample(t)
	all := app.All(d, app.BreachForm)
	for i, want := range []string{"breach-report breach-risk breach-notification breach-letter", "breach-report", "breach-report breach-risk breach-notification"} {
		var got []string
		for _, kind := range breachKinds {
			if p, _ := papers.Find(papers.All(app.Registers()), kind); p.Fits(all[i]) {
				got = append(got, kind)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("breach %d: %v", i, got)
		}
	}
}

// TestPolicyWords: what an inspector looks for in the procedure.
func TestPolicyWords(t *testing.T) {
	d := apptest.Sample(t)
	paper := fill(t, d, "breach-policy", nil)
	has(t, paper, "10 milioni di euro", "2 % del fatturato", "art. 83(4)", "art. 58(2)", "art. 4(12)", "art. 33(1)", "art. 33(2)", "art. 33(3)", "art. 33(4)", "art. 33(5)", "art. 34(1)", "art. 34(2)", "art. 34(3)", "art. 4(1)",
		"Passo 1", "Passo 2", "Passo 3", "Passo 4", "Passo 5", "All’interno", "All’esterno", "violazioni@ferramentabianchi.example", "P.IVA 01488120195", "333 0000001", "11. dati pubblicati in rete", "Testo della procedura: 1.00 del 28/11/2026", "art. 7 della legge 300/1970")
	lacks(t, paper, "12. ")
	if paper.Draft {
		t.Error("it lacks nothing")
	}
	d.Office().BreachEmail = ""
	if paper := fill(t, d, "breach-policy", nil); !paper.Draft {
		t.Error("nobody knows where to report, and it is no draft")
	}
	if text := flat(fill(t, d, "crisis-team", nil)); !strings.Contains(text, "info@ferramentabianchi.example") {
		t.Error("the page does not fall back on the office’s own e-mail")
	}
}

// TestReporterSheet: what one fills in who reports is one sheet, with nothing of
// the team's.
func TestReporterSheet(t *testing.T) {
	p, _ := papers.Find(papers.All(app.Registers()), "breach-report")
	layout, err := pdf.Layout(p.Empty(apptest.Sample(t)))
	if err != nil {
		t.Fatal(err)
	}
	var first, second strings.Builder
	for _, op := range layout.Pages[0].Ops {
		first.WriteString(op.Text)
	}
	for _, op := range layout.Pages[1].Ops {
		second.WriteString(op.Text)
	}
	if !strings.Contains(first.String(), "Decisione") || strings.Contains(first.String(), "Team crisi") || !strings.Contains(second.String(), "S2 Team crisi") {
		t.Errorf("first sheet: %s, second: %s", &first, &second)
	}
}

// TestCrisisTeamPage: those of today, with who answers in their place.
func TestCrisisTeamPage(t *testing.T) {
	d := apptest.Sample(t)
	team := app.All(d, app.CrisisForm)
	if paper := fill(t, d, "crisis-team", nil); paper.Draft {
		t.Error("it lacks nothing")
	}
	app.Find(d, app.PersonForm, team[0].Substitute).Phone = ""
	if paper := fill(t, d, "crisis-team", nil); !paper.Draft {
		t.Error("nobody knows the number of the substitute, and it is no draft")
	}
	app.Find(d, app.PersonForm, team[0].Substitute).Phone = "333 0000009"
	team[1].To = d.Today().AddDays(-1)
	team[2].To = d.Today()
	paper := fill(t, d, "crisis-team", nil)
	has(t, paper, "1 | **Bianchi Marta** / Titolare | **333 0000001** | Bianchi Luca / 333 0000009", "2 | **Giorgio Valli, Valli Informatica**", "112", "servizi.gpdp.it")
	lacks(t, paper, "Sala Elena")
	for _, m := range team {
		m.To = form.Date("2025-01-01")
	}
	if paper := fill(t, d, "crisis-team", nil); !paper.Draft {
		t.Error("nobody is to be called, and it is no draft")
	}
}

// TestFillEach writes a letter for each name, and the names are of nobody else's.
func TestFillEach(t *testing.T) {
	d := apptest.Sample(t)
	p, _ := papers.Find(papers.All(app.Registers()), "breach-letter")
	list := p.FillEach(d, app.All(d, app.BreachForm)[2], []app.Addressee{{Name: "Rossi Anna", Address: "Via Po 1, Cremona"}, {Name: "Verdi Ugo", Email: "ugo@example.it"}})
	if len(list) != 2 || !p.Named {
		t.Fatalf("%d letters", len(list))
	}
	has(t, list[0], "A: Rossi Anna / Via Po 1, Cremona Gentile", "Gentile Rossi Anna,")
	has(t, list[1], "A: Verdi Ugo / ugo@example.it", "Gentile Verdi Ugo,")
	lacks(t, list[1], "Rossi", "Via Po")
}
