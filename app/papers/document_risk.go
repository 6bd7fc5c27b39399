package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// riskParts are what the records say of risks, copies and rooms (spec 3.4, sections
// 3.7 to 3.9).
func riskParts() map[string]documentPart {
	return map[string]documentPart{
		"rischi-sintesi":      {build: (*accountability).analyses},
		"rischi-apparati":     {build: analysesOf(app.RiskHardware)},
		"rischi-programmi":    {build: analysesOf(app.RiskSoftware)},
		"rischi-altri":        {build: analysesOf(app.RiskPeople, app.RiskContext)},
		"piani-backup":        {build: (*accountability).backupPlans},
		"archivi-senza-copia": {build: (*accountability).uncopied},
		"esiti-copie":         {build: (*accountability).copyOutcomes},
		"copie-da-sistemare":  {build: owed("copie e a prove di ripristino", app.BackupPlanForm.Key)},
		"locali-protezione":   {build: (*accountability).protectedPlaces},
	}
}

// analyses are those that hold, a line each.
func (a *accountability) analyses() []doc.Block {
	table := a.analysisTable()
	table.Empty = "Non è stata ancora fatta alcuna analisi dei rischi."
	for _, x := range a.standingAnalyses() {
		table.Rows = append(table.Rows, a.analysisRow(x))
	}
	return []doc.Block{table}
}

// analysesOf are those of some kinds in full: the dangers of each, before and after
// the measures.
func analysesOf(kinds ...string) func(*accountability) []doc.Block {
	return func(a *accountability) []doc.Block {
		p := &recordPaper{a.composer}
		var out []doc.Block
		for _, x := range a.standingAnalyses() {
			if !slices.Contains(kinds, x.Kind) {
				continue
			}
			about := joined(", ", "Analisi del "+cmp.Or(x.On.String(), toComplete), prefixed("fatta da ", a.d.Ref(app.PersonForm.Key, x.By)), prefixed("con ", x.Advisers), prefixed("in particolare: ", x.Subject))
			if names := append(a.words(riskAnalysisType.Field("systems"), x), a.words(riskAnalysisType.Field("sites"), x)...); len(names) > 0 {
				about += ", su: " + strings.Join(names, "; ")
			}
			table := p.riskTable(x)
			table.Columns = table.Columns[:0:0]
			table.Columns = append(table.Columns, doc.Column{Head: "Pericolo", Width: 5}, doc.Column{Head: "Senza le misure", Width: 4}, doc.Column{Head: "Misure che ci sono", Width: 6},
				doc.Column{Head: "Con le misure", Width: 4}, doc.Column{Head: "Da fare, chi, entro quando", Width: 6})
			for i, row := range table.Rows {
				table.Rows[i] = slices.Delete(slices.Clone(row), 1, 2) // what may happen is in the analysis itself
			}
			out = append(out, doc.P(capital(about)+"."), table)
			if x.Versions != "" {
				out = append(out, doc.P("Versioni e aggiornamenti visti: "+strings.ReplaceAll(x.Versions, "\n", "; ")))
			}
			if x.Evident != "" {
				out = append(out, p.evident(x)...)
			}
		}
		if out == nil {
			return []doc.Block{doc.P("L’analisi di questa parte non è ancora stata fatta: il livello del rischio non si conosce, e le misure sono quelle generali di questo documento."), doc.Table{
				Columns: []doc.Column{{Head: "Pericolo", Width: 5}, {Head: "Livello", Width: 4}, {Head: "Da fare", Width: 6}}, Empty: "Nessun pericolo è stato valutato.",
			}}
		}
		return out
	}
}

func (a *accountability) backupPlans() []doc.Block {
	table := planTable()
	table.Empty = "Nessun piano di copia è in vigore."
	for _, p := range a.plansInForce() {
		table.Rows = append(table.Rows, a.planRow(p))
	}
	return []doc.Block{table}
}

// uncopied names the electronic archives that no plan covers; a service in the
// network is copied by who gives it, which its contract says, and what is erased
// after some days is not to be copied.
func (a *accountability) uncopied() []doc.Block {
	var bare, cloud, fleeting []string
	for _, x := range a.archivesByName() {
		if x.Kind == "paper" || slices.ContainsFunc(a.plansInForce(), func(p *app.BackupPlan) bool { return p.Covers(x) }) {
			continue
		}
		switch s := app.Find(a.d, app.SystemForm, x.System); {
		case s != nil && s.Kind == "cloud":
			cloud = append(cloud, x.Name)
		case app.Fleeting(a.d, x, a.house.BackupDays()) != nil:
			fleeting = append(fleeting, x.Name)
		default:
			bare = append(bare, x.Name)
		}
	}
	var out []doc.Block
	if len(bare) > 0 {
		out = append(out, doc.Note{Runs: doc.T("Nessun piano copia questi archivi: " + listed(bare) + ".")})
	}
	if len(fleeting) > 0 {
		out = append(out, doc.P("Non si copiano, perché i dati vanno cancellati prima che una copia serva (3.17): "+listed(fleeting)+"."))
	}
	if len(cloud) > 0 {
		out = append(out, doc.P("Stanno in un servizio in rete, e le copie sono del fornitore: "+listed(cloud)+". Come e ogni quanto le fa si legge nel contratto; l’ufficio ne chiede conto con la relazione annuale."))
	}
	return out
}

// copyOutcomes is how the copies of each plan went in the last twelve months.
func (a *accountability) copyOutcomes() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Piano", Width: 6}, {Head: "Riuscite", Width: 2, Align: doc.Right}, {Head: "Fallite", Width: 2, Align: doc.Right}, {Head: "Controllate", Width: 3, Align: doc.Right}, {Head: "L’ultima riuscita", Width: 4}, {Head: "La prossima entro il", Width: 4}},
		Empty:   "Nessun piano di copia è in vigore, e non ci sono copie da contare.",
	}
	from := a.day().AddMonths(-12).AddDays(1)
	copies, restores := app.All(a.d, app.BackupCopyForm), app.All(a.d, app.RestoreForm)
	for _, p := range a.plansInForce() {
		good, failed, checked := 0, 0, 0
		for _, c := range copies {
			if day := form.DateOf(c.At.Time); c.Plan != p.UID() || c.At.IsZero() || day < from || day > a.day() {
				continue
			}
			if c.Good() {
				good++
			} else {
				failed++
			}
			if c.Verified == "yes" {
				checked++
			}
		}
		s := app.PlanStanding(a.house, p, copies, restores, a.day())
		last, next := doc.C("nessuna"), cell(s.Due.String())
		if s.Last != nil {
			last = cell(form.DateOf(s.Last.At.Time).String())
		}
		if s.Overdue > 0 {
			next.Tint = doc.Bad
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(p.Name)}}, doc.C(itoa(good)), doc.C(itoa(failed)), doc.C(itoa(checked)), last, next})
	}
	return []doc.Block{table}
}

// protectedPlaces is how each site and room is entered and protected.
func (a *accountability) protectedPlaces() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Luogo", Width: 5}, {Head: "Come si entra", Width: 4}, {Head: "Protezione", Width: 6}, {Head: "Chi può entrare", Width: 5}},
		Empty:   "Le sedi e i locali non sono ancora stati registrati.",
	}
	p := &siteLister{writer: a.writer}
	put := func(first doc.Cell, x *app.Access) {
		row := p.row(first, x, doc.Cell{})
		table.Rows = append(table.Rows, doc.Row{row[0], cell(strings.Join(a.labels("way-in", x.WaysIn), ", ")), row[2], row[5]})
	}
	for _, s := range app.All(a.d, app.SiteForm) {
		put(doc.Cell{Paras: [][]doc.Run{doc.B(s.Name)}}, &s.Access)
		for _, r := range app.All(a.d, app.RoomForm) {
			if r.Site == s.UID() {
				put(cell(r.Name), &r.Access)
			}
		}
	}
	return []doc.Block{table}
}
