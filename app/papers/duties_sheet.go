package papers

import (
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// dutiesSheet is annex F of the document: systems, who holds which role on what, the
// permissions, the copies with their instructions and media, the plan of training
// (6-details, 31).
func dutiesSheet(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "duties-sheet", w.controllerRow())
	house := app.HouseOf(w.d)
	p.add(p.say("opening", "{giorno}", house.Amount(9, app.UnitDay))...)
	p.head("Sistemi")
	p.add(p.systemsInUse())
	p.head("Ruoli")
	p.add(p.roles())
	p.head("Permessi sugli archivi (UPD A)")
	p.add(p.say("permissions")...)
	p.add(p.permissionTables(p.archivesByName())...)
	p.head("Criteri delle copie e luogo dei supporti")
	p.plans()
	p.head("Piano di formazione")
	p.trainingPlan()
	p.head("Approvazione")
	p.add(p.say("approved")...)
	p.sign(w.day().String(), doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative})
	return landscape(p.document(""))
}

// systemsInUse are the systems by name, as the list of systems tells them by place.
func (p *recordPaper) systemsInUse() doc.Table {
	lister := systemLister{writer: p.writer}
	table := lister.table()
	table.Empty = "Nell’elenco non è iscritto nessun sistema in uso."
	if p.blank {
		table.BlankRows = 4
		return table
	}
	for _, s := range app.All(p.d, app.SystemForm) {
		if s.Disposed == "" || s.Disposed > p.day() {
			row := lister.system(s)
			if room := p.d.Ref(app.RoomForm.Key, s.Room); room != "" {
				row[0].Paras = append(row[0].Paras, doc.T(room))
			}
			table.Rows = append(table.Rows, row)
		}
	}
	return table
}

// roles are all the roles with who holds them and on what; of one that nobody holds,
// who keeps its duties (decision A27).
func (p *recordPaper) roles() doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Ruolo", Width: 5}, {Head: "Chi", Width: 6}, {Head: "Su che cosa", Width: 9}, {Head: "Nomina", Width: 4}}}
	for _, r := range app.Roles() {
		name := doc.Cell{Paras: [][]doc.Run{doc.B(r.Title)}}
		if p.blank {
			table.Rows = append(table.Rows, doc.Row{name, doc.C("\u00a0"), doc.C(""), doc.C("")})
			continue
		}
		list := app.Appointments(p.d, r.Key, p.day())
		if len(list) == 0 {
			table.Rows = append(table.Rows, doc.Row{name, {Paras: [][]doc.Run{{{Text: p.vacantWords(r), Italic: true}}}, Span: 3}})
			continue
		}
		for i, a := range list {
			if i > 0 {
				name = doc.C("")
			}
			table.Rows = append(table.Rows, doc.Row{name, cell(a.Holder(p.d)), cell(p.scopeOfLetter(a)), letterCell(a)})
		}
	}
	return table
}

// vacantWords says to whom the duties of a role fall that nobody holds.
func (p *recordPaper) vacantWords(r app.Role) string {
	switch {
	case r.Key == app.RoleDPO && p.d.Office().HasDPO == "yes":
		return joined(", ", p.d.Office().DPO, prefixed("designato il ", p.d.Office().DPODesignated.String()))
	case r.Key == app.RoleDPO:
		return "Non designato."
	case r.Key == app.RoleAuthorised:
		return "Nessuna persona ha ancora una lettera."
	}
	to := "al titolare"
	if a := app.Above(p.d, r.Key, nil, p.day()); a != nil {
		to = "al " + app.RoleOf(a.Role).Short + ", " + a.Holder(p.d)
	}
	return textOf("duties-sheet").line("vacant", "{a}", to)
}

// scopeOfLetter is what a letter is about, in a line.
func (w *writer) scopeOfLetter(a *app.Appointment) string {
	var out []string
	for _, key := range app.RoleOf(a.Role).Scope {
		for _, word := range w.words(appointmentType.Field(key), a) {
			out = appendNew(out, word)
		}
	}
	return strings.Join(out, "; ")
}

// letterCell is the day of a letter, and whether it waits for its signature.
func letterCell(a *app.Appointment) doc.Cell {
	if a.Signed == "" {
		c := cell(a.Appointed.String(), "da firmare")
		c.Tint = doc.Warn
		return c
	}
	return cell(a.Appointed.String())
}

// plans are the plans in force: a line each, then how copies are made and restored.
func (p *recordPaper) plans() {
	table := planTable()
	table.Columns = append(table.Columns, doc.Column{Head: "Al riparo da", Width: 5})
	list := p.plansInForce()
	switch {
	case p.blank:
		table.BlankRows = 3
		p.add(table)
		return
	case len(list) == 0:
		p.add(p.say("no-plans", "{giorni}", app.HouseOf(p.d).Amount(10, app.UnitDays))...)
		return
	}
	for _, plan := range list {
		table.Rows = append(table.Rows, append(p.planRow(plan), cell(strings.Join(p.labels("media-danger", plan.Protected), ", "))))
	}
	p.add(table)
	for _, plan := range list {
		p.add(doc.Heading{Level: 2, Text: "Istruzioni: " + plan.Name})
		for _, x := range []struct{ label, text string }{{"Come si copia", plan.CopyHow}, {"Come si controlla", plan.CheckHow}, {"Come si ripristina", plan.RestoreHow}} {
			steps := p.steps(x.text)
			if len(steps) == 0 {
				p.draft = true
				steps = [][]doc.Run{doc.T(toComplete)}
			}
			p.add(doc.Para{Runs: doc.B(x.label)}, doc.List{Ordered: true, Items: steps})
		}
	}
}

// steps are the lines of instructions, without what was typed before them.
func (p *recordPaper) steps(text string) [][]doc.Run {
	var out [][]doc.Run
	for _, line := range strings.Split(text, "\n") {
		if line = trimmedStep(line); line != "" {
			out = append(out, doc.T(line))
		}
	}
	return out
}

// trainingPlan is the plan of the year.
func (p *recordPaper) trainingPlan() {
	plan := p.planOfYear()
	switch {
	case p.blank:
		p.add(p.needs(&app.TrainingPlan{}))
	case plan == nil:
		p.add(p.say("no-training", "{giorno}", app.HouseOf(p.d).Amount(15, app.UnitDay))...)
	default:
		p.add(doc.P(joined(", ", "Piano del "+plan.Year, prefixed("fatto il ", plan.Made.String()), p.d.Ref(app.PersonForm.Key, plan.MadeBy))+"."), p.needs(plan))
	}
}

// planOfYear is the plan of training of this year; nil where there is none.
func (w *writer) planOfYear() *app.TrainingPlan {
	year := strconv.Itoa(w.day().Time().Year())
	for _, plan := range app.All(w.d, app.TrainingPlanForm) {
		if plan.Year == year {
			return plan
		}
	}
	return nil
}
