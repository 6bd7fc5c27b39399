package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// inventoryParts are what the records say of what is treated, where, with what, and
// of the yearly look at it (spec 3.4, sections 3.4 to 3.6).
func inventoryParts() map[string]documentPart {
	return map[string]documentPart{
		"ultimo-riesame":   {build: (*accountability).lastReview},
		"trattamenti":      {build: (*accountability).treatmentPlaces},
		"sedi-locali":      {build: (*accountability).sitesAndRooms},
		"reparti":          {build: (*accountability).units},
		"archivi-classi":   {build: (*accountability).archiveClassesTable},
		"sistemi-tipi":     {build: (*accountability).systemKinds},
		"sistemi-dismessi": {build: (*accountability).disposedSystems},
		"verifiche":        {build: (*accountability).yearlyChecks},
	}
}

func (a *accountability) lastReview() []doc.Block { return []doc.Block{doc.P(a.lastEdition() + ".")} }

// treatmentPlaces is each treatment with how it is done, where, and its risk.
func (a *accountability) treatmentPlaces() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Modalità", Width: 4}, {Head: "Dove", Width: 5}, {Head: "Archivi", Width: 6}, {Head: "Rischio", Width: 3}},
		Empty:   "Nel registro non è ancora iscritto alcun trattamento.",
	}
	for _, t := range app.GoingOn(a.d) {
		var archives []string
		for _, x := range a.archivesByName() {
			if slices.Contains(x.Treatments, t.UID()) {
				archives = append(archives, x.Name)
			}
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(t.Title)}}, needed(a.words(treatmentType.Field("mode"), t)...), needed(a.words(treatmentType.Field("sites"), t)...),
			needed(strings.Join(archives, "; ")), levelCell(t, t.Level()),
		})
	}
	return []doc.Block{table}
}

func (a *accountability) sitesAndRooms() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Sede o locale", Width: 5}, {Head: "Indirizzo o piano", Width: 6}, {Head: "Che cosa c’è", Width: 7}},
		Empty:   "Nell’elenco non è ancora iscritta nessuna sede.",
	}
	for _, s := range app.All(a.d, app.SiteForm) {
		kind := ""
		if s.Kind != "" {
			kind = a.d.Entry("site-kind", s.Kind)
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(s.Name)}}, cell(app.SiteForm.Second(s, a.d)), cell(kind)})
		for _, r := range app.All(a.d, app.RoomForm) {
			if r.Site == s.UID() {
				table.Rows = append(table.Rows, doc.Row{cell(r.Name), cell(r.Floor), cell(r.Use)})
			}
		}
	}
	return []doc.Block{table}
}

func (a *accountability) units() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Reparto", Width: 5}, {Head: "Chi lo dirige", Width: 5}, {Head: "Sede", Width: 5}, {Head: "Trattamenti", Width: 8}},
		Empty:   "L’ufficio non è diviso in reparti: tutti i trattamenti rispondono al titolare.",
	}
	for _, u := range app.All(a.d, app.UnitForm) {
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(u.Name)}}, needed(a.d.Ref(app.PersonForm.Key, u.Lead)), needed(a.d.Ref(app.SiteForm.Key, u.Site)),
			needed(strings.Join(a.words(unitType.Field("treatments"), u), "; ")),
		})
	}
	return []doc.Block{table}
}

func (a *accountability) archiveClassesTable() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Classe", Width: 5}, {Head: "Archivi elettronici", Width: 7}, {Head: "Archivi di carta", Width: 7}},
		Empty:   "Non c’è ancora nessun archivio.",
	}
	if len(app.All(a.d, app.ArchiveForm)) == 0 {
		return []doc.Block{table}
	}
	for _, c := range archiveClasses {
		var electronic, paper []string
		for _, x := range a.archivesByName() {
			switch {
			case worstClass(x) != c.slug:
			case x.Kind == "paper":
				paper = append(paper, x.Name)
			default:
				electronic = append(electronic, x.Name)
			}
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(c.title)}}, cell(cmp.Or(strings.Join(electronic, "; "), "nessuno")), cell(cmp.Or(strings.Join(paper, "; "), "nessuno"))})
	}
	return []doc.Block{table}
}

func (a *accountability) systemKinds() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Tipo", Width: 5}, {Head: "Quanti", Width: 2, Align: doc.Right}, {Head: "Quali", Width: 8}, {Head: "Collegati a reti pubbliche", Width: 6}},
		Empty:   "Nell’elenco non è iscritto nessun sistema in uso.",
	}
	var kinds []string
	names, public := map[string][]string{}, map[string][]string{}
	for _, s := range a.inUse() {
		kind := "tipo da indicare"
		if s.Kind != "" {
			kind = a.d.Entry("system-kind", s.Kind)
		}
		kinds = appendNew(kinds, kind)
		names[kind] = append(names[kind], s.Name)
		if s.Public == "yes" {
			public[kind] = append(public[kind], s.Name)
		}
	}
	for _, kind := range kinds {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(capital(kind))}}, doc.C(itoa(len(names[kind]))), cell(strings.Join(names[kind], "; ")), cell(cmp.Or(strings.Join(public[kind], "; "), "nessuno"))})
	}
	return []doc.Block{table}
}

func (a *accountability) disposedSystems() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Apparecchio", Width: 6}, {Head: "Dismesso il", Width: 3}, {Head: "Come sono stati tolti i dati", Width: 9}},
		Empty:   "Finora non ne risulta nessuno.",
	}
	var list []*app.System
	for _, s := range app.All(a.d, app.SystemForm) {
		if s.Disposed != "" && s.Disposed <= a.day() {
			list = append(list, s)
		}
	}
	for _, s := range lastOf(list, func(x, y *app.System) int { return cmp.Compare(x.Disposed, y.Disposed) }) {
		table.Rows = append(table.Rows, doc.Row{cell(s.Name), cell(s.Disposed.String()), needed(s.Wiped)})
	}
	return []doc.Block{table}
}

// yearlyChecks are the things to be looked at each year with when that last was: what
// an inspector asks for first.
func (a *accountability) yearlyChecks() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Verifica", Width: 7}, {Head: "Regola", Width: 5}, {Head: "L’ultima", Width: 4}}}
	put := func(what string, rule int, last form.Date, never string) {
		c := cell(last.String())
		if last == "" || last < a.day().AddMonths(-12) {
			c = cell(cmp.Or(last.String(), never))
			c.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{cell(what), cell(a.house.Words(app.HouseRules()[rule-1])), c})
	}
	put("Permessi di ogni persona, riletti", 9, eldest(app.All(a.d, app.PermissionForm), (*app.Permission).LastSeen), "mai")
	const unknown = "non risulta fra i documenti emessi" // it may have been handed over before those were kept
	put("Elenco dei permessi (UPD A), stampato", 9, a.lastPrint("permissions-list"), unknown)
	put("Elenco delle persone autorizzate (UPD B), stampato", 25, a.lastPrint("authorised-list"), unknown)
	put("Piano di formazione", 15, latest(app.All(a.d, app.TrainingPlanForm), func(x *app.TrainingPlan) form.Date { return x.Made }), "mai")
	put("Analisi dei rischi", 18, latest(app.All(a.d, app.RiskAnalysisForm), func(x *app.RiskAnalysis) form.Date { return x.On }), "mai")
	put("Operato degli amministratori di sistema", 29, latest(app.All(a.d, app.SysadminCheckForm), func(x *app.SysadminCheck) form.Date { return x.On }), "mai")
	put("Controllo di un reparto, con verbale", 32, latest(app.All(a.d, app.InspectionForm), func(x *app.Inspection) form.Date { return x.On }), "mai")
	return []doc.Block{table}
}

// latest is the last day that records give, "" where none does.
func latest[T any](list []T, of func(T) form.Date) (day form.Date) {
	for _, x := range list {
		day = max(day, of(x))
	}
	return day
}

// eldest is the first day that records give; "" where one gives none, or there are
// none.
func eldest[T any](list []T, of func(T) form.Date) (day form.Date) {
	for i, x := range list {
		if d := of(x); i == 0 || d < day {
			day = d
		}
	}
	return day
}

// lastPrint is when a paper was last printed complete, before this document.
func (a *accountability) lastPrint(kind string) (day form.Date) {
	for _, x := range printedBefore(a.d) {
		if x.Kind == kind && x.Revision > 0 {
			day = max(day, form.DateOf(x.At))
		}
	}
	return day
}
