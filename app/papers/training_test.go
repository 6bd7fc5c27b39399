package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/papers"
)

// TestTrainingPlan: the courses are those of its year and those that it names; one
// whose day has passed stands out.
func TestTrainingPlan(t *testing.T) {
	d := apptest.Sample(t)
	plan, courses := app.All(d, app.TrainingPlanForm)[0], app.All(d, app.TrainingForm)
	courses[0].Held, courses[0].Planned = "2025-03-18", "2025-03-18"
	courses[1].Held, courses[1].Planned = "2025-02-25", "2025-02-25"
	courses[2].Planned = "2026-11-21"
	plan.Needs = plan.Needs[:1]
	expect(t, fill(t, d, "training-plan", plan), []string{"tenuto il 18/03/2025", "previsto per il 21/11/2026 {warn}", "Il designato alla sicurezza: ____ Bianchi Luca"},
		[]string{"25/02/2025", "Ricci Davide"}, false)
	plan.Needs, plan.Made = nil, ""
	expect(t, fill(t, d, "training-plan", plan), []string{"Nessuna persona è ancora nel piano."}, []string{"18/03/2025"}, true)
}

// TestTrainingAttendance: before the course there is room for who comes unexpected;
// after it, who was away is not on the sheet.
func TestTrainingAttendance(t *testing.T) {
	d := apptest.Sample(t)
	held, planned := app.All(d, app.TrainingForm)[0], app.All(d, app.TrainingForm)[2]
	expect(t, fill(t, d, "training-attendance", planned), []string{"Data: 10/12/2026", "Durata: ____", "2 | Costa Niccolò", "____ | ____ | ____ | ____ | ____", "[ ] norme"}, nil, false)
	held.People[1].Present = "no"
	expect(t, fill(t, d, "training-attendance", held), []string{"1 | Bianchi Marta", "2 | Costa Niccolò", "| superata |", "Chi ha tenuto il corso (per conferma dei presenti e degli argomenti): ____ Luca Bianchi"},
		[]string{"Sala Elena", "____ | ____"}, false)
}

// TestTechnicianDeclaration: printed before the technician comes it is no draft, and
// has lines to write on; a device that left the office is said of.
func TestTechnicianDeclaration(t *testing.T) {
	d := apptest.Sample(t)
	x := app.All(d, app.InterventionForm)[1]
	expect(t, fill(t, d, "technician-declaration", x), []string{"Ditta: Valli Informatica", "[ ] Sì  [x] No", "Per la ditta (timbro e firma): ____ Valli Informatica"}, []string{"Quali, e con quali cautele", "è uscito dall’ufficio"}, false)
	x.On, x.Done, x.DataSeen, x.Where, x.System, x.Subject = "", "", "", app.TakenAway, "", "Rete"
	expect(t, fill(t, d, "technician-declaration", x), []string{"Su che cosa: Rete", "Intervento del: ____", "Che cosa è stato fatto: ____", "Quali, e con quali cautele: ____", "L’apparecchio è uscito dall’ufficio"}, nil, false)
}

// TestRiskAnalysis: levels in the words of the analysis' own matrix, what is late,
// what cannot wait.
func TestRiskAnalysis(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.RiskAnalysisForm)
	a := list[0]
	a.Matrix = "4x4"
	a.Dangers[2].Due = "2026-11-21"
	expect(t, fill(t, d, "risk-analysis", a), []string{"4 quasi certo", "**Alto** / Probabile × gravissime = 12 {level 4}", "entro il 21/11/2026 {warn}", "Nessun rischio che non possa aspettare", "entro il 16/02/2027"}, []string{"5 quasi certo"}, false)
	a.Dangers[0].AfterConsequence, a.Systems = form.Int{}, nil
	expect(t, fill(t, d, "risk-analysis", a), []string{"da valutare {warn}", "L’analisi vale per tutto l’ufficio."}, nil, true)
	expect(t, fill(t, d, "risk-analysis", list[2]), []string{"**Rischio evidente: L’armadio", "Marta Bianchi, titolare il 23/02/2026"}, nil, false)
	list[2].EvidentOn = ""
	expect(t, fill(t, d, "risk-analysis", list[2]), []string{"Non è ancora scritto a chi è stato detto."}, nil, true)
}

// TestRiskAnalysisBlank: the form has the scale of the office.
func TestRiskAnalysisBlank(t *testing.T) {
	d := apptest.Sample(t)
	d.Office().Matrix = "4x4"
	p, ok := papers.Find(papers.All(app.Registers()), "risk-analysis")
	if !ok {
		t.Fatal("no such paper")
	}
	expect(t, p.Empty(d), []string{"4 quasi certo", "Azioni non autorizzate | "}, []string{"5 quasi certo"}, false)
}

// TestInspectionMinutes: «niente» is said; what was not answered makes a draft.
func TestInspectionMinutes(t *testing.T) {
	d := apptest.Sample(t)
	i := app.All(d, app.InspectionForm)[1]
	i.Findings[0].Due = "2026-11-21"
	expect(t, fill(t, d, "inspection-minutes", i), []string{"| No {bad}", "21/11/2026 | in ritardo {warn}", "Chi ha controllato: ____ Studio Commercialista Rosati", "entro il 05/05/2027"}, nil, false)
	i.Findings, i.NoFindings, i.Unit = nil, true, app.All(d, app.UnitForm)[1].UID()
	expect(t, fill(t, d, "inspection-minutes", i), []string{"Che cosa: Negozio e magazzino", "Niente da mettere a posto."}, nil, false)
	i.NoFindings, i.Months = false, form.Int{}
	expect(t, fill(t, d, "inspection-minutes", i), []string{"Non è ancora scritto che cosa va messo a posto.", "sia fatto nei tempi indicati."}, []string{"si ripete entro"}, true)
	i.Supplier = ""
	expect(t, fill(t, d, "inspection-minutes", i), []string{"Chi controlla: «da completare»"}, nil, true)
}
