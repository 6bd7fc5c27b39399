package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// What sheets of units, the sheet of duties and the document tell alike, a row each.

var systemType = app.SystemForm.Type()

// analysisTable is the head of a list of analyses.
func (w *writer) analysisTable() doc.Table {
	return doc.Table{Columns: []doc.Column{{Head: "Analisi", Width: 5}, {Head: "Del", Width: 3}, {Head: "Che cosa resta", Width: 3}, {Head: "Da fare, chi, entro quando", Width: 8}}}
}

// standingAnalyses are the analyses of risk that no later one replaces.
func (w *writer) standingAnalyses() []*app.RiskAnalysis {
	var out []*app.RiskAnalysis
	for _, a := range app.All(w.d, app.RiskAnalysisForm) {
		if !app.AnalysedSince(w.d, a, w.day()) {
			out = append(out, a)
		}
	}
	return out
}

// analysisRow is an analysis in a line: what remains, and what is still to be done.
func (w *writer) analysisRow(a *app.RiskAnalysis) doc.Row {
	level := cell("da valutare")
	level.Tint = doc.Warn
	if l := a.Highest(); l > 0 {
		level = doc.Cell{Paras: [][]doc.Run{doc.T(a.RiskMatrix().Word(l))}, Tint: doc.Level1 + doc.Tint(l-1)}
	}
	todo := doc.Cell{}
	for _, r := range a.Dangers {
		if strings.TrimSpace(r.ToTake) == "" || r.Done != "" {
			continue
		}
		todo.Paras = append(todo.Paras, doc.T(joined(", ", r.ToTake, r.ByWhom, prefixed("entro il ", r.Due.String()))))
		if r.Late(w.day()) {
			todo.Tint = doc.Warn
		}
	}
	if todo.Paras == nil {
		todo = doc.C("niente")
	}
	return doc.Row{cell(strings.Join(w.words(riskAnalysisType.Field("kind"), a), ""), a.Subject), needed(a.On.String()), level, todo}
}

// lastCourse is the last that somebody attended; "nessuno" where there was none.
func (w *writer) lastCourse(person string) (title string, on form.Date) {
	title = "nessuno"
	for _, c := range app.All(w.d, app.TrainingForm) {
		if c.Held > on && c.Trained(person, w.day()) {
			title, on = c.Title, c.Held
		}
	}
	return title, on
}

// planTable is the head of a list of plans of backup.
func planTable() doc.Table {
	return doc.Table{Columns: []doc.Column{
		{Head: "Piano", Width: 5}, {Head: "Che cosa copia", Width: 6}, {Head: "Ogni quanto, per quanto", Width: 5}, {Head: "Supporti e luogo", Width: 6}, {Head: "Chi", Width: 4},
	}}
}

// planRow is a plan in a line: what, how often, on what, where, by whom.
func (w *writer) planRow(p *app.BackupPlan) doc.Row {
	what := append(w.words(backupPlanType.Field("archives"), p), w.words(backupPlanType.Field("systems"), p)...)
	how := strings.ToLower(strings.Join(w.words(backupPlanType.Field("mode"), p), ""))
	every := counted(p.Every(app.HouseOf(w.d)), "ogni giorno", "ogni %d giorni", "")
	kept := ""
	if p.Retention.Valid {
		kept = counted(int(p.Retention.N), "si tiene un giorno", "si tiene %d giorni", "")
	}
	kind := ""
	if p.Kind != "" {
		kind = w.d.Entry("medium-kind", p.Kind)
	}
	keeper := w.d.Ref(app.PersonForm.Key, p.Keeper)
	return doc.Row{
		{Paras: [][]doc.Run{doc.B(p.Name)}}, needed(strings.Join(what, "; ")), cell(every, how, kept),
		cell(kind, joined(", ", w.d.Ref(app.RoomForm.Key, p.Room), p.Where)), needed(keeper, prefixed("sostituto: ", w.d.Ref(app.PersonForm.Key, p.Substitute))),
	}
}

// plansInForce are those by which copies are made today.
func (w *writer) plansInForce() []*app.BackupPlan {
	var out []*app.BackupPlan
	for _, p := range app.All(w.d, app.BackupPlanForm) {
		if p.Holds(w.day()) {
			out = append(out, p)
		}
	}
	return out
}
