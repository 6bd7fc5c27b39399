package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/formview"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// save keeps all that the plan changes, or nothing; then shows the record of the
// event and offers its paper.
func (p *leavingPage) save() {
	s, c := p.shell, p.choice()
	if p.refused(c) {
		return
	}
	plan, err := app.PlanLeaving(s.world, c, s.world.Today())
	if err != nil {
		s.fail(err)
		return
	}
	if open := p.halfWritten(plan); len(open) > 0 {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.F("Si cambiano anche schede con modifiche non salvate: %s. Salvatele, oppure annullatele, e poi tornate qui. Non è cambiato niente.", strings.Join(open, "; ")))
		return
	}
	if err := s.cfg.Store.SaveAll(context.Background(), s.cfg.By, plan.Saves); err != nil {
		s.fail(err)
		return
	}
	for _, x := range plan.Saves {
		s.savedRecord(x.Type.Key, x.Rec.(form.Record).Head().UID)
	}
	said := words.F("Salvato alle %s", s.clock())
	for _, x := range plan.Saves {
		s.renewOpen(x.Type.Key, x.Rec.(form.Record).Head().UID, said)
	}
	s.openRecord(app.LeavingForm.Key, plan.Record.UID())
	p.offerPaper(plan)
}

// refused says at its field what is wrong, and tells whether anything is.
func (p *leavingPage) refused(c app.LeavingChoice) bool {
	fields := map[string]*kit.Field{"on": p.onField, "cut": p.cutField, "new_duty": p.dutyField, "told": p.toldField}
	for key, e := range map[string]*kit.Entry{"on": p.on, "cut": p.cut, "told": p.told} {
		if _, wrong := form.ParseDate(e.Text); strings.TrimSpace(e.Text) != "" {
			fields[key].SetError(words.Sentence(wrong))
		}
	}
	key, why := c.Fault(p.person, p.shell.world.Today())
	if f := fields[key]; f != nil && f.Error() == "" {
		f.SetError(words.Sentence(why.Sentence()))
	}
	for _, key := range []string{"new_duty", "on", "cut", "told"} {
		f := fields[key]
		if f == nil || f.Error() == "" || !f.Visible() {
			continue
		}
		p.status.Set(kit.ToneError, kit.IconWarning, words.F("Non è cambiato niente: %s è da correggere", f.Label()))
		p.scroll.Refresh()
		p.scroll.ScrollTo(f)
		f.Focus()
		return true
	}
	return false
}

// halfWritten names the records that would be changed while a draft of them waits:
// saved later it would undo their end.
func (p *leavingPage) halfWritten(plan app.LeavingPlan) []string {
	s := p.shell
	var out []string
	for _, x := range plan.Saves {
		uid := x.Rec.(form.Record).Head().UID
		if _, typed := s.drafts.known[app.DraftKey(x.Type.Key, uid)]; typed && uid != "" {
			out = append(out, s.names.Ref(x.Type.Key, uid))
		}
	}
	return out
}

func (p *leavingPage) offerPaper(plan app.LeavingPlan) {
	s := p.shell
	title, text := words.T("Il rapporto è chiuso"), words.T("Tutto è salvato. Stampate la cessazione e fatela firmare; nella scheda trovate che cosa resta da fare.")
	switch {
	case plan.Record.Kind == app.ChangesDuty:
		title = words.T("Il cambio di mansione è registrato")
	case plan.Record.On > s.world.Today():
		title = words.F("L’uscita del %s è scritta", plan.Record.On)
	}
	c := kit.DialogConfig{Title: title, Icon: kit.IconCheck, Tone: kit.ToneOK, Text: text, Default: 1, Buttons: []kit.DialogButton{{Label: words.T("Non ora"), Kind: kit.Outlined}}}
	if paper, ok := papers.Find(s.cfg.Papers, "leaving-notice"); ok {
		c.Buttons = append(c.Buttons, kit.DialogButton{Label: words.T("Stampa la cessazione"), Kind: kit.Filled, Do: func() { s.print(paper, plan.Record.UID(), false) }})
	}
	kit.ShowDialog(s.win, c)
}

// remainingWords say what is left to do, and where.
func (s *Shell) remainingWords(x app.Remaining, l *app.Leaving) string {
	if x.Register == app.LeavingForm.Key {
		row, _, _ := strings.Cut(strings.TrimPrefix(x.Paths[0], "things/"), "/")
		if i, err := strconv.Atoi(row); err == nil && i < len(l.Things) {
			return words.F("%s: da restituire", l.Things[i].What)
		}
	}
	if x.Vacant {
		a, _ := s.world.Record(x.Register, x.UID).(*app.Appointment)
		if a != nil {
			return words.F("%s: nessuno lo è più", s.roleName(a.Role))
		}
	}
	reg, _ := app.RegisterOf(s.cfg.Registers, x.Register)
	var labels []string
	for _, path := range x.Paths {
		t, f := reg.Leaf(path)
		if label := formwords.Label(t, f); !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return formwords.Short(reg.Type, reg.Label()) + " – " + s.names.Ref(x.Register, x.UID) + ": " + strings.Join(labels, ", ")
}

// leavingPart lists what is left to do below the event, each a click away.
func (r *recordView) leavingPart(*formview.View) formview.Part {
	s := r.page.shell
	list := kit.Column(kit.GapTight)
	object := kit.Column(kit.GapSmall, kit.NewSubheading(words.T("Che cosa resta da fare")), list)
	told := "-" // never what there is to tell
	sync := func() {
		l := r.ed.Rec.(*app.Leaving)
		show(object, r.uid() != "" && l.Person != "" && l.On != "")
		var lines []string
		var links []fyne.CanvasObject
		for _, x := range app.Remains(s.world, l, s.world.Today()) {
			line := s.remainingWords(x, l)
			lines = append(lines, line)
			links = append(links, kit.NewLink(line, kit.IconArrowRight, func() { r.settle(x) }))
		}
		if now := strings.Join(lines, "\n"); now != told {
			told = now
			list.Objects = links
			if len(links) == 0 {
				list.Add(kit.NewHelp(words.T("Niente: è tutto sistemato.")))
			}
			list.Refresh()
		}
	}
	sync()
	return formview.Part{Object: object, Sync: sync}
}

// settle leads to where something is to be done: a role that nobody has any more
// begins a new appointment.
func (r *recordView) settle(x app.Remaining) {
	s := r.page.shell
	switch {
	case x.Register == app.LeavingForm.Key:
		r.view.Focus(x.Paths[0])
	case x.Vacant:
		a, _ := s.world.Record(x.Register, x.UID).(*app.Appointment)
		if fresh := s.openRecord(app.AppointmentForm.Key, ""); fresh != nil && a != nil {
			fresh.begin(map[string]any{"role": a.Role})
		}
	default:
		s.openAt(x.Register, x.UID, x.Paths[0])
	}
}
