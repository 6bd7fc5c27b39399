package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var (
	trainingType     = app.TrainingForm.Type()
	trainingPlanType = app.TrainingPlanForm.Type()
)

// trainingPlan is the plan of a year: what each person needs, and the courses that
// give it (spec 7, training-plan; 5-law 6, TRN1).
func trainingPlan(w *writer, subject any) doc.Document {
	plan, _ := subject.(*app.TrainingPlan)
	if plan == nil {
		plan, w.blank = &app.TrainingPlan{}, true
	}
	p := newRecordPaper(w, "training")
	p.draft = p.draft || !w.blank && !trainingPlanType.Complete(plan)
	p.add(p.say("plan")...)
	p.add(p.fields(fieldsOf(trainingPlanType, "year", "made", "made_by", "goals"), plan))
	p.head("Che cosa serve a ciascuno")
	p.add(p.needs(plan))
	courses := p.coursesOf(plan)
	p.head("Corsi")
	p.add(p.courses(courses))
	p.add(p.say("plan-topics")...)
	p.add(p.topics(courses))
	p.add(p.say("plan-also")...)
	p.sign(plan.Made.String(), p.securitySigner())
	out := p.document(plan.Year)
	out.Landscape = true
	return out
}

// coursesOf are the courses that a plan names and those of its year, in the order
// of the register.
func (p *recordPaper) coursesOf(plan *app.TrainingPlan) []*app.Training {
	var out []*app.Training
	for _, t := range app.All(p.d, app.TrainingForm) {
		named := slices.ContainsFunc(plan.Needs, func(x *app.TrainingNeed) bool { return x.Course == t.UID() })
		day := t.Held
		if day == "" {
			day = t.Planned
		}
		if !p.blank && (named || plan.Year != "" && len(day) > 4 && string(day[:4]) == plan.Year) {
			out = append(out, t)
		}
	}
	return out
}

func (p *recordPaper) needs(plan *app.TrainingPlan) doc.Table {
	t := doc.Table{
		Columns: []doc.Column{
			{Head: "Persona", Width: 4}, {Head: "Esperienza", Width: 5}, {Head: "Che cosa sa già", Width: 5}, {Head: "Strumenti nuovi", Width: 4},
			{Head: "Che cosa serve", Width: 5}, {Head: "Perché", Width: 3}, {Head: "Con quale corso", Width: 5}, {Head: "Entro il", Width: 3},
		},
		Empty: "Nessuna persona è ancora nel piano.",
	}
	if p.blank {
		t.BlankRows = 6
		return t
	}
	row := trainingPlanType.Field("needs").Child
	for _, x := range plan.Needs {
		t.Rows = append(t.Rows, doc.Row{
			cell(p.d.Ref(app.PersonForm.Key, x.Person)), cell(x.Experience), cell(x.Knowledge), cell(x.Technology), cell(x.Need),
			cell(p.words(row.Field("trigger"), x)...), cell(p.d.Ref(app.TrainingForm.Key, x.Course)), cell(x.Due.String()),
		})
	}
	return t
}

func (p *recordPaper) courses(list []*app.Training) doc.Table {
	t := doc.Table{
		Columns: []doc.Column{
			{Head: "Corso", Width: 8}, {Head: "Perché", Width: 4}, {Head: "Quando", Width: 5}, {Head: "Durata", Width: 3}, {Head: "Chi lo tiene", Width: 5},
		},
		Empty: p.line("courses-none"),
	}
	if p.blank {
		t.BlankRows = 3
		return t
	}
	for _, c := range list {
		when := cell("tenuto il " + c.Held.String())
		if c.Held == "" {
			when = cell(prefixed("previsto per il ", c.Planned.String()))
			if c.Planned != "" && c.Planned < p.d.Today() {
				when.Tint = doc.Warn
			}
		}
		t.Rows = append(t.Rows, doc.Row{
			cell(c.Title), cell(p.words(trainingType.Field("trigger"), c)...), when, cell(minutes(c.Minutes)), cell(c.Teacher),
		})
	}
	return t
}

func minutes(n form.Int) string {
	if !n.Valid {
		return ""
	}
	return form.FormatInt(n.N) + " minuti"
}

// topics are the five topics, those of some courses ticked.
func (p *recordPaper) topics(list []*app.Training) doc.Boxes {
	out := doc.Boxes{Label: "Argomenti"}
	for _, e := range p.d.Catalogues.Entries("training-topic") {
		out.Options = append(out.Options, doc.Box{Text: e.Label, Checked: slices.ContainsFunc(list, func(t *app.Training) bool { return slices.Contains(t.Topics, e.Slug) })})
	}
	return out
}
