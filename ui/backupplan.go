package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// tellPlan shows the plan that is chosen, and its log.
func (p *backupPage) tellPlan() {
	p.plan.Objects, p.log.Objects, p.recorder.Objects = nil, nil, nil
	if plan := p.chosen(); plan != nil {
		if p.year == p.thisYear() && plan.Holds(p.today()) {
			p.recorder.Objects = []fyne.CanvasObject{p.recorderOf(plan)}
		}
		p.plan.Objects = p.facts(plan)
		p.log.Objects = p.logOf(plan)
	} else {
		p.plan.Objects = []fyne.CanvasObject{kit.NewText(words.F("Nel %d non c’era nessun piano di backup.", p.year))}
		p.log.Objects = []fyne.CanvasObject{kit.NewLink(words.T("Torna a quest’anno"), kit.IconArrowRight, func() { p.goTo(p.thisYear()) })}
	}
	p.tellWeek()
	show(p.recorder, len(p.recorder.Objects) > 0)
	p.plan.Refresh()
	p.log.Refresh()
	p.body.Refresh()
	p.scroll.Refresh()
}

// facts is what a plan says, in a few lines.
func (p *backupPage) facts(plan *app.BackupPlan) []fyne.CanvasObject {
	n, at := p.shell.names, p.at()
	refs := func(register string, uids []string) string {
		var out []string
		for _, uid := range uids {
			out = append(out, n.Ref(register, uid))
		}
		return joined(out...)
	}
	every, kept := "", ""
	switch {
	case plan.Interval.N == 1:
		every = words.T("ogni giorno")
	case plan.Interval.Valid:
		every = words.F("ogni %d giorni", plan.Interval.N)
	}
	how := map[string]string{app.BackupByHand: words.T("a mano"), app.BackupAutomatic: words.T("da sola")}[plan.Mode]
	if plan.Retention.Valid {
		kept = words.Plural(int(plan.Retention.N), "%d giorno", "%d giorni")
	}
	who := n.Ref(app.PersonForm.Key, plan.Keeper)
	if plan.Substitute != "" {
		who = words.F("%s; in sua assenza %s", who, n.Ref(app.PersonForm.Key, plan.Substitute))
	}
	check, _, _ := strings.Cut(plan.CheckHow, "\n")
	out := []fyne.CanvasObject{kit.Row(kit.GapSmall, kit.Grow(kit.NewSubheading(words.F("Piano: %s", plan.Name))),
		kit.NewLink(words.T("Apri il piano"), kit.IconPencil, func() { p.open(plan.UID()) }))}
	for _, x := range [][2]string{
		{words.T("Che cosa"), joined(refs(app.ArchiveForm.Key, plan.Archives), refs(app.SystemForm.Key, plan.Systems))},
		{words.T("Copia"), joined(every, how)},
		{words.T("Supporti"), joined(p.entry("medium-kind", plan.Kind), refs(app.MediumForm.Key, plan.Media))},
		{words.T("Si tiene"), kept},
		{words.T("Controllo"), check},
		{words.T("Chi"), who},
		{words.T("Dove"), joined(n.Ref(app.RoomForm.Key, plan.Room), plan.Where)},
		{words.T("Ripristino"), p.tests(p.standing[at])},
	} {
		if x[1] != "" {
			out = append(out, kit.RowTop(kit.GapPanel, kit.Fixed(84, kit.NewHelp(x[0])), kit.Grow(kit.NewText(x[1]))))
		}
	}
	buttons := []fyne.CanvasObject{}
	if do := p.printer("backup-instructions", plan.UID()); do != nil {
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Istruzioni"), kit.IconPrinter, do))
	}
	buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Prova di ripristino"), kit.IconUndo, func() { p.test(plan) }))
	return append(out, kit.Flow(kit.GapSmall, buttons...))
}

// tests says when a restore was tried last, and by when it is to be tried again.
func (p *backupPage) tests(st app.BackupStanding) string {
	switch {
	case st.Tested == "" && st.TestDue == "":
		return words.T("mai provato")
	case st.Tested == "":
		return words.F("mai provato; provatelo entro il %s", st.TestDue)
	case st.TestDue == "":
		return words.F("provato il %s", st.Tested)
	}
	return words.F("provato il %s; di nuovo entro il %s", st.Tested, st.TestDue)
}

// test starts the record of a restore test with what is known of it.
func (p *backupPage) test(plan *app.BackupPlan) {
	s := p.shell
	r := s.openRecord(app.RestoreForm.Key, "")
	if r == nil {
		return
	}
	if rec, ok := r.ed.Rec.(*app.Restore); !ok || r.dirty && rec.Plan != "" && rec.Plan != plan.UID() {
		return // one that was left half written stands there
	}
	r.view.Choose("plan", plan.UID())
	r.view.Choose("by", p.maker(plan))
	if a := app.Appointments(s.world, app.RoleSecurity, p.today()); len(a) > 0 && a[0].Person != "" {
		r.view.Choose("decided_by", a[0].Person)
	}
	r.ed.SetText(r.ed.Type.Field("requested"), form.MomentOf(s.cfg.Now()).String())
	r.view.Sync()
	r.edited()
	r.view.Focus("back")
}

// printer shows a paper of a record, nil where there is no such paper.
func (p *backupPage) printer(kind, uid string) func() {
	paper, ok := papers.Find(p.shell.cfg.Papers, kind)
	if !ok {
		return nil
	}
	return func() { p.shell.print(paper, uid, false) }
}

// blank shows the blank form of a paper.
func (p *backupPage) blank(kind string) func() {
	paper, ok := papers.Find(p.shell.cfg.Papers, kind)
	if !ok || !paper.Blank {
		return nil
	}
	return func() { p.shell.print(paper, "", true) }
}
