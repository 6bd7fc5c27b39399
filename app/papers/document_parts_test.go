package papers_test

import (
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// section is the words of one section of the document, from its heading to the next.
func section(t *testing.T, d *app.Dossier, number string) string {
	t.Helper()
	_, text, found := strings.Cut(strings.ReplaceAll(doc.Text(fill(t, d, app.AccountabilityKind, nil)), "\u00a0", " "), "# "+number+" ")
	if !found {
		t.Fatal("no section", number)
	}
	for i, line := range strings.SplitAfter(text, "\n") {
		if head := strings.TrimLeft(line, "#"); i > 0 && head != line && head[1] >= '0' && head[1] <= '9' {
			text, _, _ = strings.Cut(text, "\n"+line)
			break
		}
	}
	return text
}

// TestDocumentTells: every record of these registers is named in the document, and
// nobody who asked for his data or whom a breach touched.
func TestDocumentTells(t *testing.T) {
	d := apptest.Sample(t)
	text := doc.Text(fill(t, d, app.AccountabilityKind, nil))
	for _, key := range []string{"unit", "site", "room", "archive", "system", "supplier", "treatment", "client", "person", "training", "backup_plan", "medium"} {
		reg, _ := app.RegisterOf(app.Registers(), key)
		for _, rec := range d.Records(key) {
			if p, ok := rec.(*app.Person); ok && p.Left(d.Today()) {
				continue
			}
			if name := reg.Named(rec, d); !strings.Contains(text, name) {
				t.Errorf("%s: %q is not told", key, name)
			}
		}
	}
	for _, q := range app.All(d, app.RequestForm) {
		for _, name := range []string{q.Subject, q.Applicant} {
			if name != "" && app.Find(d, app.PersonForm, name) == nil && strings.Contains(text, name) {
				t.Errorf("%q, who made request %s, is named", name, q.Number)
			}
		}
	}
}

// TestSectionsOfRecords: what the sections of chapters 3, 5 and 6 say of the records,
// on the day before and on the day on which it turns.
func TestSectionsOfRecords(t *testing.T) {
	for _, c := range []struct {
		name, number string
		change       func(d *app.Dossier)
		has, without []string
	}{
		{"a credential of the day", "3.1.1", func(d *app.Dossier) { app.All(d, app.CredentialForm)[0].Disabled = "2026-11-23" }, []string{"**PC amministrazione** | Bianchi Luca; Bianchi Marta"}, []string{"nessuna credenziale"}},
		{"disabled today", "3.1.1", func(d *app.Dossier) {
			for _, x := range app.All(d, app.CredentialForm) {
				x.Disabled = "2026-11-22"
			}
		}, []string{"**PC amministrazione** | nessuna credenziale registrata {warn}", "Hanno permessi su archivi elettronici ma nessuna credenziale registrata: Bianchi"}, nil},
		{"no letter, and a credential", "2.8", func(*app.Dossier) {}, []string{"Con una credenziale già attiva (punto 3.1.1): Ricci Davide."}, []string{"Finché non la ricevono"}},
		{"no letter, and none since today", "2.8", func(d *app.Dossier) {
			for _, x := range app.All(d, app.CredentialForm) {
				x.Disabled = "2026-11-22"
			}
		}, []string{"a trattare dati: Ricci Davide. Finché non la ricevono"}, []string{"già attiva"}},
		{"a public body without a DPO", "2.9", func(d *app.Dossier) { d.Office().Body = app.BodyPublic }, []string{"e deve averlo (art. 37, par. 1, lett. a)"}, []string{"non lo ha designato"}},
		{"a public body that did not decide", "2.9", func(d *app.Dossier) { d.Office().Body, d.Office().HasDPO = app.BodyPublic, "" }, []string{"e deve averlo"}, []string{"Va deciso"}},
		{"passwords of a modern office", "3.1.4", func(d *app.Dossier) { app.All(d, app.HouseRuleForm)[0].Profile = app.ProfileModern },
			[]string{"almeno 15 caratteri", "L’ufficio non chiede il cambio a scadenza"}, []string{"più frequente"}},
		{"a permission not seen since last year", "3.2", func(d *app.Dossier) {
			p := app.All(d, app.PermissionForm)[0]
			p.Reviewed, p.Head().Updated, p.Head().Created = "2025-02-01", time.Date(2025, 2, 1, 9, 0, 0, 0, time.UTC), time.Date(2024, 2, 1, 9, 0, 0, 0, time.UTC)
		}, []string{"riletti il 01/02/2025 o dopo", "va sistemato:"}, nil},
		{"nobody decides on treatments", "3.3", func(d *app.Dossier) { roles(d, app.RoleTreatment)[0].Ended = "2026-11-01" }, []string{"Senza un permesso del designato alla sicurezza (Bianchi Luca) nessuno può:"}, []string{"per i propri"}},
		{"looked at a year ago", "3.6", func(d *app.Dossier) {
			for _, x := range app.All(d, app.RiskAnalysisForm) {
				x.On = "2025-11-22"
			}
		}, []string{"Analisi dei rischi | ogni anno | 22/11/2025\n"}, nil},
		{"a day more", "3.6", func(d *app.Dossier) {
			for _, x := range app.All(d, app.RiskAnalysisForm) {
				x.On = "2025-11-21"
			}
		}, []string{"Analisi dei rischi | ogni anno | 21/11/2025 {warn}"}, nil},
		{"a list printed", "3.6", func(d *app.Dossier) {
			before := apptest.Now.Add(-time.Second)
			d.Prints = []app.Print{
				{Kind: "authorised-list", Revision: 2, State: app.PrintPrinted, At: apptest.Now},
				{Kind: "authorised-list", Revision: 1, State: app.PrintSuperseded, At: before.AddDate(0, 0, -1)},
				{Kind: "permissions-list", State: app.PrintDraft, At: before},
			}
		}, []string{"(UPD B), stampato | a ogni cambiamento | 21/11/2026\n", "(UPD A), stampato | entro il 31 marzo | non risulta fra i documenti emessi {warn}"}, nil},
		{"no analysis of machines", "3.7.1", func(d *app.Dossier) { app.All(d, app.RiskAnalysisForm)[0].Kind = app.RiskSoftware }, []string{"non è ancora stata fatta"}, []string{"Agenti fisici"}},
		{"an archive that no plan covers", "3.8", func(d *app.Dossier) {
			for _, p := range app.All(d, app.BackupPlanForm) {
				p.Ended = "2026-11-22"
			}
		}, []string{"> Nessun piano copia questi archivi: Clienti e fornitori.", "prima che una copia serva (3.17): Registrazioni delle telecamere."}, []string{"Computer sul NAS"}},
		{"data kept longer than from copy to copy", "3.8", func(d *app.Dossier) { app.All(d, app.TreatmentForm)[5].Retention[0].Unit = "days" }, []string{"> Nessun piano copia questi archivi: Registrazioni delle telecamere."}, nil},
		{"copies in time on their day", "3.8", func(d *app.Dossier) { d.Now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }, []string{"18/11/2026 | 25/11/2026\n"}, []string{"{bad}"}},
		{"late on the day after", "3.8", func(d *app.Dossier) { d.Now = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) }, []string{"18/11/2026 | 25/11/2026 {bad}", "risulta scaduto, e va sistemato:", "- Copia da fare: «Computer sul NAS», entro il 25/11/2026"}, nil},
		{"a course that did not take place", "3.10", func(d *app.Dossier) { app.All(d, app.TrainingForm)[2].Planned = "2026-11-21" }, []string{"previsto per il 21/11/2026 {warn}"}, nil},
		{"a processor without a contract", "3.11.3", func(d *app.Dossier) {
			app.All(d, app.SupplierForm)[0].Contract, app.All(d, app.SupplierForm)[0].Reports = "", ""
		}, []string{"senza contratto {bad} | 4 su 5 {warn}"}, nil},
		{"an autonomous controller", "3.11.4", func(d *app.Dossier) { app.All(d, app.SupplierForm)[3].Role = "controller" }, []string{"**Vigila Impianti S.r.l.** | Manutenzione"}, []string{"non risultano"}},
		{"no special data", "3.12", func(d *app.Dossier) {
			app.All(d, app.TreatmentForm)[0].Special = form.No
			app.All(d, app.ArchiveForm)[1].Classes = []string{"common"}
		}, []string{"Non ci sono archivi con dati particolari", "non risultano dati particolari"}, []string{"si cambia"}},
		{"software on its last day", "3.12.1", func(d *app.Dossier) { app.All(d, app.SystemForm)[1].PatchedOn = "2025-11-22" }, []string{"22/11/2025 / il prossimo entro il 22/11/2026\n"}, []string{"{bad}"}},
		{"software a day later", "3.12.1", func(d *app.Dossier) { app.All(d, app.SystemForm)[1].PatchedOn = "2025-11-21" }, []string{"il prossimo entro il 21/11/2026 {bad}"}, nil},
		{"special data shorten the term", "3.12.1", func(d *app.Dossier) {
			app.All(d, app.ArchiveForm)[0].Classes = []string{"special"}
			app.All(d, app.SystemForm)[0].PatchedOn = "2026-05-21"
		}, []string{"con dati particolari o giudiziari", "il prossimo entro il 21/11/2026 {bad}"}, nil},
		{"a machine broken today", "3.12.4", func(d *app.Dossier) { app.All(d, app.SystemForm)[1].BrokenOn = "2026-11-22" }, []string{"Sono guasti: NAS in magazzino, dal 22/11/2026."}, nil},
		{"working again", "3.12.4", func(d *app.Dossier) {
			app.All(d, app.SystemForm)[1].BrokenOn, app.All(d, app.SystemForm)[1].WorkingOn = "2026-11-20", "2026-11-22"
		}, []string{"non risultano apparecchi guasti"}, nil},
		{"an intervention without its declaration", "3.13", func(d *app.Dossier) { app.All(d, app.InterventionForm)[0].Declared = "" }, []string{"manca {warn}"}, nil},
		{"an assessment that is owed", "3.15", func(d *app.Dossier) { app.All(d, app.DPIAForm)[0].Decision = "" }, []string{"> La valutazione è dovuta", "- Videosorveglianza"}, nil},
		{"a supplier abroad", "3.16", func(d *app.Dossier) { app.All(d, app.SupplierForm)[2].Country = "us" }, []string{"- Postino Digitale S.r.l., Stati Uniti, senza una garanzia indicata"}, []string{"nessun fornitore"}},
		{"a transfer", "3.16", func(d *app.Dossier) {
			app.All(d, app.TreatmentForm)[4].Transfer = "present"
			app.All(d, app.TreatmentForm)[4].Transfers = []*app.Transfer{{Country: "us", Recipient: "Mail Inc.", Safeguard: "standard-clauses"}}
		}, []string{"**Newsletter e promozioni** | Stati Uniti, Mail Inc."}, []string{"non risultano trasferimenti"}},
		{"a request on its last day", "5.4", func(d *app.Dossier) { d.Now = time.Date(2026, 12, 9, 12, 0, 0, 0, time.UTC) }, []string{"2/2026 | 09/11/2026"}, []string{"{bad}"}},
		{"an edition that is a number", "5.5", func(d *app.Dossier) { app.All(d, app.TreatmentForm)[1].NoticeEdition = "3" }, []string{"| ed. 3 del 04/11/2024 |", "| ed. 2 del 04/11/2024 |"}, nil},
		{"no consent at all", "5.5", func(d *app.Dossier) { app.All(d, app.TreatmentForm)[4].Bases = []string{"contract"} }, []string{"Nessun trattamento si fonda sul consenso."}, nil},
		{"nobody checks", "6.1", func(d *app.Dossier) { roles(d, app.RoleControls)[0].Ended = "2026-11-22" }, []string{"Non è stato nominato un responsabile dei controlli"}, []string{"Rosati"}},
		{"mended today", "6.2", func(d *app.Dossier) {
			for _, x := range app.All(d, app.InspectionForm) {
				for _, f := range x.Findings {
					f.Done = "2026-11-22"
				}
			}
		}, []string{"non hanno lasciato nulla da correggere"}, nil},
		{"nothing to adopt", "6.3", func(d *app.Dossier) { app.All(d, app.OfficeMeasureForm)[3].State = app.InPlace }, []string{"Non resta alcuna misura da adottare."}, nil},
		{"a site without a keeper", "4.4", func(*app.Dossier) {}, []string{"non c’è {warn} | chi ne fa le veci", "sostituto: Bianchi Marta | il custode"}, nil},
		{"a measure due today", "6.3", func(d *app.Dossier) { app.All(d, app.OfficeMeasureForm)[3].Due = "2026-11-22" }, []string{"Nessuna misura da adottare ha superato"}, nil},
		{"due yesterday", "6.3", func(d *app.Dossier) { app.All(d, app.OfficeMeasureForm)[3].Due = "2026-11-21" }, []string{"Hanno superato la loro data:", "(tutto l’ufficio), da adottare entro il 21/11/2026, Bianchi Marta"}, nil},
		{"a breach in its last minute", "6.4", func(d *app.Dossier) { d.Now = time.Date(2026, 11, 23, 14, 29, 0, 0, time.UTC) }, []string{"le 72 ore finiscono il 23/11/2026 15:30 |"}, []string{"{bad}"}},
		{"the hours are over", "6.4", func(d *app.Dossier) { d.Now = time.Date(2026, 11, 23, 14, 31, 0, 0, time.UTC) }, []string{"**le 72 ore sono finite il 23/11/2026 15:30** {bad}"}, nil},
		{"a danger that nothing meets", "6.3", func(d *app.Dossier) {
			for _, x := range app.All(d, app.TreatmentForm) {
				x.Measures = nil
			}
			for _, m := range app.All(d, app.OfficeMeasureForm) {
				m.State = app.ToAdopt
			}
		}, []string{"tutti i trattamenti (6)"}, []string{"Nessuno: a ogni pericolo"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			text := section(t, d, c.number)
			for _, want := range c.has {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing:\n%s", want, text)
				}
			}
			for _, unwanted := range c.without {
				if strings.Contains(text, unwanted) {
					t.Errorf("%q stands there:\n%s", unwanted, text)
				}
			}
		})
	}
}
