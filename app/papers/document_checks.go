package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/doc"
	"tutela/app/risk"
)

// sixthChapter is what the records say of inspections, measures and breaches (spec
// 3.4, chapter 6).
func sixthChapter() map[string]documentPart {
	return map[string]documentPart{
		"ispezioni":         {build: (*accountability).inspections},
		"rilievi-aperti":    {build: (*accountability).openFindings},
		"misure-stato":      {build: (*accountability).measureSums},
		"misure-in-ritardo": {build: (*accountability).lateMeasures},
		"scoperti":          {build: (*accountability).bareDangers},
		"violazioni":        {build: (*accountability).breaches},
	}
}

func (a *accountability) inspections() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Data", Width: 3}, {Head: "Che cosa", Width: 5}, {Head: "Chi", Width: 5}, {Head: "Regole guardate", Width: 3, Align: doc.Right}, {Head: "Rilievi", Width: 3, Align: doc.Right}, {Head: "Il prossimo entro il", Width: 4}},
		Empty:   "Finora non è stato fatto alcun controllo con verbale.",
	}
	for _, x := range lastOf(app.All(a.d, app.InspectionForm), func(x, y *app.Inspection) int { return cmp.Compare(x.On, y.On) }) {
		next := cell(x.NextDue().String())
		switch due := x.NextDue(); {
		case app.InspectedSince(a.d, x, a.day()):
			next = doc.C("rifatto")
		case due != "" && due < a.day():
			next.Tint = doc.Bad
		}
		table.Rows = append(table.Rows, doc.Row{
			needed(x.On.String()), cell(x.Where(a.d)), needed(x.InCharge(a.d)), doc.C(itoa(len(x.Checked))), doc.C(itoa(len(x.Findings))), next,
		})
	}
	return []doc.Block{table}
}

// openFindings are what inspections found and nobody mended yet.
func (a *accountability) openFindings() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Che cosa non va", Width: 6}, {Head: "Come si corregge", Width: 6}, {Head: "Chi", Width: 4}, {Head: "Entro il", Width: 3}},
		Empty:   "Alla data del documento i controlli non hanno lasciato nulla da correggere.",
	}
	list := app.All(a.d, app.InspectionForm)
	if len(list) == 0 {
		table.Empty = "Non si può dire: non è ancora stato fatto alcun controllo."
	}
	for _, x := range list {
		for _, f := range x.Findings {
			if f.Done == "" || f.Done > a.day() {
				table.Rows = append(table.Rows, doc.Row{cell(f.What), cell(f.How), needed(f.ByWhom), a.dueCell(f.Due)})
			}
		}
	}
	return []doc.Block{table}
}

// measureSums is how many measures stand, are to come or do not apply.
func (a *accountability) measureSums() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Misure", Width: 6}, {Head: "Di tutto l’ufficio", Width: 4, Align: doc.Right}, {Head: "Dei singoli trattamenti", Width: 4, Align: doc.Right}},
	}
	list := app.GoingOn(a.d)
	for _, x := range []struct{ state, name string }{{app.InPlace, "In essere"}, {app.ToAdopt, "Da adottare"}, {app.NotApplicable, "Non applicabili"}} {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(x.name)}}, doc.C(itoa(len(a.officeStandings(x.state)))), doc.C(itoa(len(treatmentStandings(x.state, list))))})
	}
	return []doc.Block{table}
}

// lateMeasures are those to adopt whose day has passed.
func (a *accountability) lateMeasures() []doc.Block {
	list := app.GoingOn(a.d)
	var items [][]doc.Run
	for _, row := range merged(a.standings(app.ToAdopt, list), func(m *app.Measure) string { return m.Measure + "\n" + string(m.Due) + "\n" + m.AdoptedBy }) {
		if m := row[0].m; m.Due != "" && m.Due < a.day() {
			items = append(items, doc.T(joined(", ", a.d.Entry("measure", m.Measure)+" ("+where(row, list)+")", "da adottare entro il "+m.Due.String(), a.carer(m))))
		}
	}
	switch {
	case len(a.standings(app.InPlace, list))+len(a.standings(app.ToAdopt, list)) == 0:
		return []doc.Block{doc.P("Non è ancora stata registrata alcuna misura.")}
	case len(a.standings(app.ToAdopt, list)) == 0:
		return []doc.Block{doc.P("Non resta alcuna misura da adottare.")}
	case len(items) == 0:
		return []doc.Block{doc.P("Nessuna misura da adottare ha superato la sua data.")}
	}
	return []doc.Block{doc.P("Hanno superato la loro data:"), doc.List{Items: items}}
}

// bareDangers is for each danger in how many treatments some risk has no measure.
func (a *accountability) bareDangers() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Pericolo", Width: 6}, {Head: "Rischi che restano scoperti", Width: 7}, {Head: "In quali trattamenti", Width: 7}},
		Empty:   "Nessuno: a ogni pericolo pertinente risponde almeno una misura in essere.",
	}
	list := app.GoingOn(a.d)
	if len(list) == 0 {
		table.Empty = "Non si può dire: nel registro non è ancora iscritto alcun trattamento."
	}
	sums := app.OfficeCoverage(a.d)
	for _, d := range risk.Dangers() {
		var bare []string
		in := map[*app.Treatment]bool{}
		for _, r := range risk.Risks() {
			if c := sums[[2]string{d.Slug, r.Slug}]; len(c.Bare) > 0 {
				bare = append(bare, lowered(a.d.Entry("risk", r.Slug)))
				for _, t := range c.Bare {
					in[t] = true
				}
			}
		}
		var of []*app.Treatment
		for _, t := range list {
			if in[t] {
				of = append(of, t)
			}
		}
		if len(bare) > 0 {
			table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(d.Name)}}, cell(strings.Join(bare, "; ")), cell(strings.Join(titles(of, list), "; "))})
		}
	}
	return []doc.Block{table}
}

// notifiedCell is what came of the notification to the Garante, or by when it is to
// be sent: the seventy-two hours that have passed stand out.
func (a *accountability) notifiedCell(p *breachPaper) doc.Cell {
	out := cell(p.notified()...)
	switch c := p.b.Clock(a.d.Now); c.State {
	case breach.ClockUnset, breach.ClockStopped:
	case breach.ClockLate:
		out.Paras = append(out.Paras, doc.B("le 72 ore sono finite il "+c.Deadline.String()))
		out.Tint = doc.Bad
	default:
		out.Paras = append(out.Paras, doc.T("le 72 ore finiscono il "+c.Deadline.String()))
	}
	return out
}

// breaches is the register in short, without who was touched.
func (a *accountability) breaches() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "N.", Width: 3}, {Head: "Data", Width: 3}, {Head: "Natura", Width: 5}, {Head: "Notifica al Garante", Width: 6}, {Head: "Avviso alle persone", Width: 6}, {Head: "Stato", Width: 3}},
		Empty:   "Nel registro non è iscritta alcuna violazione.",
	}
	for _, b := range breachesByNumber(a.d) {
		p := &breachPaper{composer: composer{writer: a.writer, prose: textOf("breach-forms")}, b: b, path: b.Path()}
		table.Rows = append(table.Rows, doc.Row{
			needed(b.Number), cell(b.Date.String()), cell(strings.Join(a.labels(app.BreachNatures, b.Natures), ", ")), a.notifiedCell(p), cell(p.communicated()...), cell(b.Standing()),
		})
	}
	return []doc.Block{table}
}
