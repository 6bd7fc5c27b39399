package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formview"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// personPanels are what hangs on a person, below the data: appointments and
// credentials, each row with its state and the one thing to do with it.
type personPanels struct {
	r              *recordView
	letters        *panel
	access         *panel
	shownL, shownC []any // what they were made from
	object         *fyne.Container
}

// panel is a table of records with a head, and a way to those that ended.
type panel struct {
	table  *kit.Ledger
	body   *fyne.Container
	none   *kit.Text
	more   *kit.Link
	ended  bool // those that ended are shown too
	change func()
}

func newPanel(title, add string, begin func(), none string, columns ...kit.LedgerColumn) *panel {
	p := &panel{table: kit.NewLedger(columns...), none: kit.NewHelp(none)}
	p.more = kit.NewLink("", kit.IconHistory, func() {
		p.ended = !p.ended
		p.change()
	})
	head := kit.Row(kit.GapSmall, kit.Grow(kit.NewSubheading(title)), kit.NewLink(add, kit.IconPlus, begin))
	p.body = kit.Column(kit.GapSmall, head, p.none, p.table.Object(), p.more)
	return p
}

// fill shows rows, those that ended apart.
func (p *panel) fill(live, ended [][]fyne.CanvasObject) {
	rows := live
	if p.ended {
		rows = append(slices.Clone(live), ended...)
		p.more.SetText(words.T("Nascondi quelle finite"))
	} else {
		p.more.SetText(words.Plural(len(ended), "Anche %d finita", "Anche %d finite"))
	}
	p.table.SetRows(rows)
	show(p.none, len(rows) == 0)
	show(p.table.Object(), len(rows) > 0)
	show(p.more, len(ended) > 0)
	p.body.Refresh()
}

// personPart puts the panels under the last field of a person.
func (r *recordView) personPart(v *formview.View) formview.Part {
	p := &personPanels{r: r}
	p.letters = newPanel(words.T("Nomine"), words.T("Nuova nomina"), func() { r.beginFor(app.AppointmentForm.Key, "role") },
		words.T("Nessuna nomina in vigore."),
		kit.LedgerColumn{Head: words.T("Ruolo e ambito"), Share: 4.6}, kit.LedgerColumn{Head: words.T("Nominata il"), Share: 2},
		kit.LedgerColumn{Head: words.T("Stato"), Share: 2.4}, kit.LedgerColumn{Share: 2.4})
	p.access = newPanel(words.T("Credenziali"), words.T("Nuova credenziale"), func() { r.beginFor(app.CredentialForm.Key, "system") },
		words.T("Nessuna credenziale attiva."),
		kit.LedgerColumn{Head: words.T("Sistema e user-ID"), Share: 3.2}, kit.LedgerColumn{Head: words.T("Cambiata il"), Share: 1.9},
		kit.LedgerColumn{Head: words.T("Durata"), Share: 2.4}, kit.LedgerColumn{Head: words.T("Stato"), Share: 2.4}, kit.LedgerColumn{Share: 2.5})
	anew := func() {
		p.shownL, p.shownC = nil, nil
		p.sync()
		v.Scroll().Refresh()
	}
	p.letters.change, p.access.change = anew, anew
	p.object = kit.Column(kit.GapBlock, kit.Column(0), p.letters.body, p.access.body)
	p.sync()
	return formview.Part{Object: p.object, Sync: p.sync}
}

// sync shows the records of now; where none changed nothing is drawn anew.
func (p *personPanels) sync() {
	show(p.object, p.r.uid() != "")
	w := p.r.page.shell.world
	letters, access := w.Records(app.AppointmentForm.Key), w.Records(app.CredentialForm.Key)
	if p.r.uid() == "" || p.shownL != nil && slices.Equal(letters, p.shownL) && slices.Equal(access, p.shownC) {
		return
	}
	p.shownL, p.shownC = append([]any{}, letters...), append([]any{}, access...)
	person := p.r.ed.Rec.(*app.Person)
	var live, ended [][]fyne.CanvasObject
	for _, rec := range letters {
		if a := rec.(*app.Appointment); a.Person == p.r.uid() {
			if row := p.letter(person, a); a.State(person, w, w.Today()) == app.AppointmentEnded {
				ended = append(ended, row)
			} else {
				live = append(live, row)
			}
		}
	}
	p.letters.fill(live, ended)
	live, ended = nil, nil
	for _, rec := range access {
		if c := rec.(*app.Credential); c.Person == p.r.uid() {
			if row := p.credential(person, c); c.Disabled != "" {
				ended = append(ended, row)
			} else {
				live = append(live, row)
			}
		}
	}
	p.access.fill(live, ended)
}

// letter is the row of an appointment.
func (p *personPanels) letter(person *app.Person, a *app.Appointment) []fyne.CanvasObject {
	s := p.r.page.shell
	tone, icon, word, todo, field := kit.ToneOK, kit.IconSignature, words.T("firmata"), words.T("Apri"), ""
	switch a.State(person, s.world, s.world.Today()) {
	case app.AppointmentUnwritten:
		tone, icon, word, field = kit.ToneNeutral, kit.IconPencil, words.T("da preparare"), "appointed"
	case app.AppointmentUnsigned:
		tone, icon, word, todo, field = kit.ToneWarn, kit.IconPrinter, words.T("da firmare"), words.T("Allega la firma"), "signed"
	case app.AppointmentToRenew:
		tone, icon, word, field = kit.ToneWarn, kit.IconUndo, words.T("da rinnovare"), "signed"
	case app.AppointmentEnding:
		tone, icon, word, field = kit.ToneNeutral, kit.IconClock, words.F("fino al %s", a.Ended), "ended"
	case app.AppointmentEnded:
		tone, icon, word, field = kit.ToneNeutral, kit.IconForbidden, words.T("finita"), "ended"
		if a.EndReason == app.EndRevoked {
			word = words.T("revocata")
		}
	}
	return []fyne.CanvasObject{
		twoLines(s.roleName(a.Role), s.scopeOf(a)), kit.NewLine(dash(a.Appointed)), kit.NewChip(tone, icon, word),
		kit.NewLink(todo, kit.NoIcon, func() { s.openAt(app.AppointmentForm.Key, a.UID(), field) }),
	}
}

// credential is the row of a credential.
func (p *personPanels) credential(person *app.Person, c *app.Credential) []fyne.CanvasObject {
	s := p.r.page.shell
	today := s.world.Today()
	life := c.Life(s.world, today)
	tone, icon, word := credentialChip(c, life)
	todo, do := words.T("Apri"), func() { s.openAt(app.CredentialForm.Key, c.UID(), "") }
	_, undo := s.changes[c.UID()]
	switch left := person.End != "" && person.End < today && c.Disabled == ""; {
	case left:
		tone, icon, word, todo = kit.ToneError, kit.IconWarning, words.T("accesso attivo"), words.T("Disattiva")
		do = func() { s.openAt(app.CredentialForm.Key, c.UID(), "disabled") }
	case undo:
		todo, do = words.T("Annulla cambio"), func() { s.takeChangeBack(c.UID()) }
	case life.Due != "":
		todo, do = words.T("Registra cambio"), func() { s.writeChange(c.UID()) }
	}
	var bar fyne.CanvasObject = kit.NewLine("–")
	if life.Due != "" {
		b := kit.NewLifeBar()
		setLife(b, life)
		bar = b
	}
	return []fyne.CanvasObject{
		twoLines(s.names.Ref(app.SystemForm.Key, c.System), c.UserID), kit.NewLine(dash(c.PasswordSet())), bar,
		kit.NewChip(tone, icon, word), kit.NewLink(todo, kit.NoIcon, do),
	}
}

// twoLines is a name over what tells it from others.
func twoLines(name, second string) fyne.CanvasObject {
	if second == "" {
		return kit.NewLine(name)
	}
	return kit.Column(0, kit.NewLine(name), kit.NewStyledLine(second, theme.SizeNameCaptionText, kit.ColorInk2, false))
}

func dash(d form.Date) string {
	if d == "" {
		return "–"
	}
	return d.String()
}

// roleName is a role as its form offers it, without its older name.
func (s *Shell) roleName(role string) string {
	t := app.AppointmentForm.Type()
	for _, o := range formwords.Options(t, t.Field("role")) {
		if o.Value == role {
			name, _, _ := strings.Cut(o.Label, " (")
			return name
		}
	}
	return role
}

// scopeOf names what an appointment is on, first things first.
func (s *Shell) scopeOf(a *app.Appointment) string {
	t := app.AppointmentForm.Type()
	for _, key := range app.RoleOf(a.Role).Scope {
		if list := t.Field(key).Words(a, s.names); len(list) > 0 && list[0] != "" {
			return strings.Join(list, ", ")
		}
	}
	return ""
}

// openAt opens a record at one of its fields.
func (s *Shell) openAt(register, uid, field string) {
	if r := s.openRecord(register, uid); r != nil && field != "" {
		r.view.Focus(field)
	}
}

// beginFor starts a record of the person: what is half written for somebody else
// comes first.
func (r *recordView) beginFor(register, next string) {
	s, person := r.page.shell, r.uid()
	fresh := s.openRecord(register, "")
	if fresh == nil {
		return
	}
	f := fresh.ed.Type.Field("person")
	if was, _ := f.Value(fresh.ed.Rec).(string); was != "" && was != person {
		fresh.status.Set(kit.ToneNeutral, kit.IconInfo, words.T("Era rimasta a metà: prima salvate questa, o annullatela."))
		return
	}
	fresh.begin(map[string]any{"person": person})
	fresh.view.Focus(next)
}
