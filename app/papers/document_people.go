package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// trainingParts are what the records say of training (spec 3.4, section 3.10).
func trainingParts() map[string]documentPart {
	return map[string]documentPart{
		"piano-formazione":  {build: (*accountability).planNeeds},
		"corsi":             {build: (*accountability).coursesOfYear},
		"formazione-dovuta": {build: (*accountability).trainingOwed},
	}
}

// planNeeds is what each person is to learn this year; the whole plan is in annex F.
func (a *accountability) planNeeds() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Persona", Width: 5}, {Head: "Che cosa serve", Width: 7}, {Head: "Perché", Width: 4}, {Head: "Entro il", Width: 3}},
		Empty:   "Il piano di formazione di quest’anno non è ancora scritto.",
	}
	plan := a.planOfYear()
	if plan == nil {
		return []doc.Block{table}
	}
	row := trainingPlanType.Field("needs").Child
	for _, x := range plan.Needs {
		table.Rows = append(table.Rows, doc.Row{cell(a.d.Ref(app.PersonForm.Key, x.Person)), cell(x.Need), cell(a.words(row.Field("trigger"), x)...), cell(x.Due.String())})
	}
	said := joined(", ", "Il piano del "+plan.Year+" è stato fatto il "+cmp.Or(plan.Made.String(), toComplete), prefixed("da ", a.d.Ref(app.PersonForm.Key, plan.MadeBy))) + "."
	if plan.Goals != "" {
		said += " Che cosa si vuole ottenere: " + trimmed(oneLine(plan.Goals)) + "."
	}
	return []doc.Block{doc.P(said), table}
}

// coursesOfYear are the courses of the last twelve months, and those to come.
func (a *accountability) coursesOfYear() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Corso", Width: 6}, {Head: "Argomenti", Width: 6}, {Head: "Quando", Width: 4}, {Head: "Presenti", Width: 4}},
		Empty:   "Negli ultimi dodici mesi non è stato tenuto alcun corso, e non ce ne sono di previsti.",
	}
	list := slices.Clone(app.All(a.d, app.TrainingForm))
	slices.SortStableFunc(list, func(x, y *app.Training) int { return cmp.Compare(cmp.Or(x.Held, x.Planned), cmp.Or(y.Held, y.Planned)) })
	for _, c := range list {
		when, present := cell("tenuto il "+c.Held.String()), 0
		for _, x := range c.People {
			if x.Present != "no" {
				present++
			}
		}
		there := counted(present, "una persona", "%d persone", "nessuno registrato")
		switch {
		case c.Held == "" || c.Held > a.day():
			when, there = cell(prefixed("previsto per il ", c.Planned.String())), "–"
			if c.Planned < a.day() {
				when.Tint = doc.Warn
			}
		case c.Held < a.day().AddMonths(-12):
			continue
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(c.Title)}}, cell(strings.Join(a.labels("training-topic", c.Topics), "; ")), when, doc.C(there)})
	}
	return []doc.Block{table}
}

// trainingOwed names who was hired, or given other work or tools, and not taught yet.
func (a *accountability) trainingOwed() []doc.Block {
	var items [][]doc.Run
	credentials := map[string][]*app.Credential{}
	for _, c := range app.All(a.d, app.CredentialForm) {
		credentials[c.Person] = append(credentials[c.Person], c)
	}
	for _, x := range a.inService(a.day()) {
		e := app.TrainingOwed(x, credentials[x.UID()], app.All(a.d, app.TrainingForm), a.day())
		if e == nil {
			continue
		}
		why := map[string]string{app.TrainingHire: "assunzione", app.TrainingDuty: "cambio di mansione", app.TrainingTool: "strumento nuovo"}[e.Trigger]
		items = append(items, doc.T(app.PersonForm.Title(x)+": "+why+" del "+e.On.String()+", entro il "+e.Due().String()))
	}
	switch {
	case len(a.inService(a.day())) == 0:
		return []doc.Block{doc.P("Nessuno risulta ancora in servizio.")}
	case len(items) == 0:
		return []doc.Block{doc.P("Alla data del documento nessuno, fra chi è entrato o ha cambiato lavoro nell’ultimo anno, attende ancora la sua formazione.")}
	}
	return []doc.Block{doc.P("Attendono ancora la formazione:"), doc.List{Items: items}}
}
