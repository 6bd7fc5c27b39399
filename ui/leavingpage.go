package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// leavingPage is the one action by which a person leaves the office or changes
// duty: when and why, what ends, what came back, what is left to do. Nothing is
// kept before its filled button saves all of it.
type leavingPage struct {
	shell  *Shell
	person *app.Person
	kind   string

	on, cut, why, told           *kit.Entry
	onField, cutField, toldField *kit.Field
	duty, toldBy                 *kit.Picker
	dutyField                    *kit.Field
	later                        *kit.Text
	lists                        *fyne.Container // what ends, and what came back
	remains                      *fyne.Container
	form                         *fyne.Container
	scroll                       *kit.Scroll
	status                       *kit.Note
	kept, returned               map[string]bool
	items                        []app.LeavingItem // shown in lists
}

// endRelation begins the page for the person of the record.
func (r *recordView) endRelation() { r.startLeaving(app.LeavesOffice) }

// changeDuty begins it for a change of duty.
func (r *recordView) changeDuty() { r.startLeaving(app.ChangesDuty) }

// personLinks lead to what is done more seldom, beside the record of a person: its
// bar ends the relation.
func (r *recordView) personLinks() []fyne.CanvasObject {
	if _, ok := r.ed.Rec.(*app.Person); !ok {
		return nil
	}
	return []fyne.CanvasObject{
		kit.NewLink(words.T("Cambio di mansione…"), kit.IconPeople, r.changeDuty),
	}
}

// startLeaving shows the page, once the person stands in the register as on screen.
func (r *recordView) startLeaving(kind string) {
	s := r.page.shell
	if r.behind {
		r.show()
	}
	if r.dirty || r.uid() == "" {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.T("Qui si cambia la scheda della persona com’è nel registro. Ci sono modifiche non salvate: salvatele, oppure annullatele, e poi riprovate."))
		return
	}
	newLeavingPage(s, r.ed.Rec.(*app.Person), kind)
}

func newLeavingPage(s *Shell, person *app.Person, kind string) *leavingPage {
	p := &leavingPage{shell: s, person: person, kind: kind, kept: map[string]bool{}, returned: map[string]bool{}}
	title, do := words.F("Fine del rapporto: %s", app.PersonForm.Title(person)), words.T("Chiudi il rapporto")
	if kind == app.ChangesDuty {
		title, do = words.F("Cambio di mansione: %s", app.PersonForm.Title(person)), words.T("Registra il cambio di mansione")
	}
	p.later = kit.NewHelp("")
	p.lists, p.remains = kit.Column(kit.GapBlock), kit.Column(kit.GapSmall)
	left := kit.Panel(kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Che cosa resta da fare")), p.remains))
	p.form = kit.Abreast(660, 0.62, kit.Column(kit.GapBlock, p.event(), p.lists), left)
	p.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(1040, p.form)))
	p.status = kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Finché non confermate non cambia niente."))
	bar := kit.ActionBar(p.status, kit.NewButton(kit.Plain, words.T("Annulla"), kit.IconChevronLeft, s.back), kit.NewButton(kit.Filled, do, kit.IconCheck, p.save))
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	p.tell()
	s.show(kit.Record(head, p.scroll, nil, bar))
	s.over, s.frontActions = func() { newLeavingPage(s, person, kind).take(p) }, actions{save: p.save}
	if p.duty != nil {
		kit.FocusOn(p.duty) // it is asked first
	} else {
		kit.FocusOn(p.on)
	}
	return p
}

// event asks when, why and who tells it.
func (p *leavingPage) event() fyne.CanvasObject {
	s, t := p.shell, app.LeavingForm.Type()
	today := s.world.Today()
	entry := func(kind kit.EntryKind) *kit.Entry {
		e := kit.NewEntry(kind)
		e.Clock, e.OnEdited = s.cfg.Now, func(string) { p.tell() }
		e.OnEscape = s.back
		return e
	}
	label := func(key string) string { return formwords.Label(t, t.Field(key)) }
	p.on, p.cut, p.told, p.why = entry(kit.DateEntry), entry(kit.DateEntry), entry(kit.DateEntry), entry(kit.TextEntry)
	p.on.SetText(today.String())
	p.cut.SetText(today.String())
	p.onField, p.cutField = kit.NewField(words.T("Ultimo giorno di lavoro"), p.on), kit.NewField(label("cut"), p.cut)
	p.cutField.SetHelp(words.T("Il giorno in cui le credenziali non entrano più: di solito oggi."))
	p.toldBy = kit.NewPicker(p.people)
	p.toldBy.OnChanged = func([]string) { p.tell() }
	teller := kit.NewField(label("told_by"), p.toldBy)
	teller.SetHelp(formwords.Help(t, t.Field("told_by")))
	p.toldField = kit.NewField(label("told"), p.told)
	p.toldField.SetHelp(formwords.Help(t, t.Field("told")))
	rows := []fyne.CanvasObject{kit.Reflow(p.onField, p.cutField), p.later}
	if p.kind == app.ChangesDuty {
		p.onField = kit.NewField(words.T("Primo giorno nella mansione nuova"), p.on)
		p.duty = kit.NewPicker(func() []kit.Option { return s.names.options(t.Field("new_duty")) })
		p.duty.OnAdd = func(text string) (string, bool) { return s.addEntry("duty", text) }
		p.duty.OnChanged = func([]string) { p.tell() }
		p.dutyField = kit.NewField(label("new_duty"), p.duty)
		rows = []fyne.CanvasObject{kit.Reflow(p.dutyField, p.onField), p.later, p.cutField}
	} else if p.person.End != "" {
		p.on.SetText(p.person.End.String())
		p.why.SetText(p.person.EndReason)
	}
	return section(words.T("Che cosa succede"), append(rows, kit.NewField(label("why"), p.why), kit.Reflow(teller, p.toldField))...)
}

// people are those who can tell it: who works here, other than the person.
func (p *leavingPage) people() (out []kit.Option) {
	for _, rec := range p.shell.world.Records(app.PersonForm.Key) {
		if x := rec.(*app.Person); x.End == "" && x.UID() != p.person.UID() {
			out = append(out, kit.Option{Value: x.UID(), Label: app.PersonForm.Title(x)})
		}
	}
	return out
}

// take carries over what was typed into a page that is shown anew.
func (p *leavingPage) take(old *leavingPage) {
	p.on.SetText(old.on.Text)
	p.cut.SetText(old.cut.Text)
	p.told.SetText(old.told.Text)
	p.why.SetText(old.why.Text)
	p.toldBy.SetValues(old.toldBy.Values()...)
	if p.duty != nil {
		p.duty.SetValues(old.duty.Values()...)
	}
	p.kept, p.returned, p.items = old.kept, old.returned, nil
	p.tell()
}

// choice is what the page says; a date that cannot be read counts as none.
func (p *leavingPage) choice() app.LeavingChoice {
	day := func(e *kit.Entry) form.Date {
		d, _ := form.ParseDate(e.Text)
		return d
	}
	c := app.LeavingChoice{
		Person: p.person.UID(), Kind: p.kind, On: day(p.on), Cut: day(p.cut), Why: strings.TrimSpace(p.why.Text),
		ToldBy: p.toldBy.Value(), Told: day(p.told), Kept: p.kept, Returned: p.returned,
	}
	if p.duty != nil {
		c.NewDuty = p.duty.Value()
	}
	return c
}

// tell shows what follows from what is typed: it is asked of the plan itself, so
// that what is announced is what is saved.
func (p *leavingPage) tell() {
	s, c := p.shell, p.choice()
	today := s.world.Today()
	later := c.On > today
	for _, f := range []*kit.Field{p.onField, p.cutField, p.toldField, p.dutyField} {
		if f != nil && f.Error() != "" {
			f.SetError("") // it is judged anew when it is confirmed
		}
	}
	show(p.cutField, !later)
	text := ""
	if later {
		text = words.F("Il %s deve ancora venire: la data si scrive subito nelle nomine e nella scheda. Le credenziali si disattivano quel giorno, e non prima: riaprite questa pagina. Se restano attive, il giorno dopo Controlla lo dice.", c.On)
	}
	p.later.SetText(text)
	show(p.later, later)
	if items := p.offered(c); c.On != "" && !slices.Equal(items, p.items) {
		p.items = items
		p.list()
	}
	p.tellRemains(c)
	p.form.Refresh()
	if p.scroll != nil && p.scroll.Size().Width > 0 {
		p.scroll.Refresh()
	}
}

// offered are the items that one can choose about: who leaves ends every duty.
func (p *leavingPage) offered(c app.LeavingChoice) []app.LeavingItem {
	later := c.On > p.shell.world.Today()
	return slices.DeleteFunc(app.LeavingItems(p.shell.world, p.person, c.On), func(x app.LeavingItem) bool {
		return x.What == app.EndsDuty && p.kind == app.LeavesOffice || (x.What == app.EndsCredential || x.What == app.EndsPermissions) && later || x.What == app.ComesBack && later
	})
}

// list shows what ends, all of it ticked, and what can have come back, unticked.
func (p *leavingPage) list() {
	parts := map[app.LeavingPart]*fyne.Container{}
	for _, x := range p.items {
		column := parts[x.What]
		if column == nil {
			column = kit.Column(0)
			parts[x.What] = column
		}
		c := kit.NewCheck(p.words(x), func(on bool) {
			if x.What == app.ComesBack {
				p.returned[x.Key] = on
			} else {
				p.kept[x.Key] = !on
			}
			p.tell()
		})
		c.SetChecked(p.returned[x.Key] || x.What != app.ComesBack && !p.kept[x.Key])
		column.Add(c)
	}
	ends := kit.Column(kit.GapPanel)
	for _, part := range []struct {
		what  app.LeavingPart
		title string
	}{{app.EndsDuty, words.T("Mansioni")}, {app.EndsAppointment, words.T("Nomine")}, {app.EndsCredential, words.T("Credenziali")}, {app.EndsPermissions, words.T("Permessi")}} {
		if column := parts[part.what]; column != nil {
			ends.Add(kit.Column(kit.GapTight, kit.NewStyledLine(part.title, theme.SizeNameText, theme.ColorNameForeground, true), column))
		}
	}
	if len(ends.Objects) == 0 {
		ends.Add(kit.NewHelp(words.T("Niente: non ha nomine né credenziali aperte.")))
	}
	p.lists.Objects = []fyne.CanvasObject{section(words.T("Che cosa finisce"), ends)}
	if back := parts[app.ComesBack]; back != nil {
		p.lists.Add(section(words.T("Che cosa ha già restituito"),
			kit.NewHelp(words.T("Spuntate ciò che è tornato. Il resto si chiede, e nella scheda dell’uscita se ne aggiunge altro.")), back))
	}
	p.lists.Refresh()
}

// words say what an item is.
func (p *leavingPage) words(x app.LeavingItem) string {
	s := p.shell
	switch x.What {
	case app.EndsDuty:
		return s.names.Entry("duty", x.Thing)
	case app.EndsAppointment:
		a := s.world.Record(x.Register, x.UID).(*app.Appointment)
		if scope := s.scopeOf(a); scope != "" {
			return s.roleName(a.Role) + ": " + scope
		}
		return s.roleName(a.Role)
	}
	if x.What == app.EndsPermissions {
		var on []string
		for _, g := range s.world.Record(x.Register, x.UID).(*app.Permission).Grants {
			on = append(on, s.names.Ref(app.ArchiveForm.Key, g.Archive)+" "+g.Letters())
		}
		return strings.Join(on, ", ")
	}
	if x.Register == app.CredentialForm.Key {
		c := s.world.Record(x.Register, x.UID).(*app.Credential)
		system := s.names.Ref(app.SystemForm.Key, c.System)
		if x.What == app.ComesBack {
			return words.F("Dispositivo: %s", strings.Trim(system+", "+c.DeviceSerial, ", "))
		}
		return strings.Trim(system+", "+c.UserID, ", ")
	}
	return x.Thing
}

// tellRemains says in words what will be left to do. The links to it stand in the
// record of the event, once that is saved.
func (p *leavingPage) tellRemains(c app.LeavingChoice) {
	s := p.shell
	p.remains.Objects = nil
	plan, err := app.PlanLeaving(s.world, c, s.world.Today())
	if err != nil {
		p.remains.Add(kit.NewHelp(words.T("Si vede quando la data e il resto ci sono.")))
		return
	}
	for _, x := range app.Remains(plan.After(s.world), plan.Record, s.world.Today()) {
		p.remains.Add(kit.NewText(s.remainingWords(x, plan.Record)))
		p.remains.Add(kit.NewRule(kit.ColorRowRule))
	}
	if len(p.remains.Objects) == 0 {
		p.remains.Add(kit.NewHelp(words.T("Niente: nessuna scheda la nomina più.")))
	} else {
		p.remains.Add(kit.NewHelp(words.T("Questo non si chiude da sé: dopo aver confermato, la scheda dell’uscita porta dove si sistema.")))
	}
}
