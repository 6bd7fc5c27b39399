package ui

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// setupPage is the first configuration (spec 4.2): five steps, each saved in the
// registers as one goes on. What was not saved yet waits in a draft, so that one can
// leave at any moment and take it up again.
type setupPage struct {
	shell *Shell
	setup *app.Setup
	all   []*app.Template

	fields  map[string]*kit.Field // by what they hold, to say what is wrong there
	body    *fyne.Container
	scroll  *kit.Scroll
	status  *kit.Note
	promise *fyne.Container
	focused *kit.Text // of the activity that has the keyboard
	first   fyne.CanvasObject
}

// setupKey names the draft of the first configuration.
var setupKey = app.DraftKey("setup", "")

// newUID names a record before it is saved, for others to point at.
func newUID() string { return uuid.Must(uuid.NewV7()).String() }

// setupOf is how far the first configuration went: from its draft, and from the
// registers what was saved.
func (s *Shell) setupOf() *app.Setup {
	x := &app.Setup{}
	if d, ok := s.drafts.known[setupKey]; ok {
		if err := json.Unmarshal(d.Body, x); err != nil {
			s.cfg.Log.Warn("read the draft of the first configuration", "error", err)
			x = &app.Setup{}
		}
	}
	x.Follow(s.world, newUID)
	return x
}

// firstSetup offers the configuration where nothing is in the office, nor half
// written, or where it was itself left half way.
func (s *Shell) firstSetup() {
	_, begun := s.drafts.known[setupKey]
	if !begun && (len(s.drafts.known) > 0 || !app.NothingIn(s.world)) {
		return
	}
	if x := s.setupOf(); !x.Skipped {
		s.showSetup(x)
	}
}

// startSetup opens it from the menu, at the step where one was.
func (s *Shell) startSetup() {
	s.current().leave()
	x := s.setupOf()
	x.Skipped = false
	s.showSetup(x)
}

func (s *Shell) showSetup(x *app.Setup) {
	all, err := app.Templates()
	if err != nil {
		s.fail(err)
		return
	}
	newSetupPage(s, x, all)
}

func newSetupPage(s *Shell, x *app.Setup, all []*app.Template) *setupPage {
	p := &setupPage{shell: s, setup: x, all: all, fields: map[string]*kit.Field{}}
	p.body = kit.Column(kit.GapBlock)
	var page fyne.CanvasObject = kit.MaxWidth(760, p.body)
	switch x.Step {
	case app.SetupOffice:
		p.buildOffice()
	case app.SetupSites:
		p.buildPlaces()
	case app.SetupPeople:
		p.buildPeople()
	case app.SetupActivities:
		p.buildActivities()
		page = kit.Abreast(900, 0.74, p.body, p.buildPromise())
	case app.SetupCopies:
		p.buildCopies()
	default:
		p.buildDone()
		page = kit.MaxWidth(1100, p.body)
	}
	p.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, page))
	o := kit.Record(p.head(), p.scroll, nil, p.bar())
	s.show(o)
	s.showRail(false)
	s.over = func() { newSetupPage(s, x, all) }
	s.frontActions = actions{save: p.next}
	if p.first != nil {
		kit.FocusOn(p.first)
	}
	return p
}

func setupNames() []string {
	return []string{words.T("Ufficio"), words.T("Sedi"), words.T("Persone"), words.T("Attività"), words.T("Copie")}
}

// head has the way out in sight at every step.
func (p *setupPage) head() fyne.CanvasObject {
	title := kit.NewStyledLine(words.T("Prima configurazione"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	steps := kit.NewStepBar(setupNames(), p.setup.Step)
	if p.setup.Step >= app.SetupDone {
		return kit.Flow(kit.GapBlock, title, steps)
	}
	skip := kit.NewLink(words.T("Salta la configurazione"), kit.IconClose, p.skipAll)
	if p.shell.theme.Scale > 1 { // the steps take a line of their own
		return kit.Column(kit.GapTight, kit.Row(kit.GapSmall, kit.Grow(title), skip), steps)
	}
	return kit.Flow(kit.GapBlock, title, steps, skip)
}

// bar has the three ways on: over this step, back, and forward.
func (p *setupPage) bar() fyne.CanvasObject {
	s := p.shell
	if p.setup.Step >= app.SetupDone {
		return kit.ActionBar(kit.NewStatus(kit.ToneOK, kit.IconCheck, words.T("Tutto è salvato.")),
			kit.NewButton(kit.Outlined, words.T("Indietro"), kit.IconChevronLeft, p.back),
			kit.NewButton(kit.Filled, words.T("Vai alle scadenze"), kit.IconArrowRight, func() { s.goTo(0) }))
	}
	p.status = kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Potete smettere e riprendere quando volete, dal menu Aiuto."))
	back := kit.NewButton(kit.Outlined, words.T("Indietro"), kit.IconChevronLeft, p.back)
	if p.setup.Step == app.SetupOffice {
		back.Disable()
	}
	return kit.ActionBar(p.status, kit.NewButton(kit.Plain, words.T("Salta questo passo"), kit.IconChevronRight, func() { p.goTo(p.setup.Step + 1) }), back,
		kit.NewButton(kit.Filled, []string{words.T("Avanti: le sedi"), words.T("Avanti: le persone"), words.T("Avanti: le attività"),
			words.T("Avanti: le copie"), words.T("Fine: che cosa avete")}[p.setup.Step], kit.IconArrowRight, p.next))
}

// changed keeps what was typed so far.
func (p *setupPage) changed() {
	s := p.shell
	body, err := json.Marshal(p.setup)
	if err != nil {
		s.fail(err)
		return
	}
	s.drafts.keep(app.Draft{Key: setupKey, Register: "setup", Body: body}, nil)
}

// goTo shows another step.
func (p *setupPage) goTo(step int) {
	p.setup.Step = step
	p.setup.Follow(p.shell.world, newUID)
	p.changed()
	if step >= app.SetupDone {
		p.shell.drafts.drop(setupKey)
	}
	newSetupPage(p.shell, p.setup, p.all)
}

func (p *setupPage) back() { p.goTo(p.setup.Step - 1) }

// skipAll leaves the configuration: it begins by itself no more.
func (p *setupPage) skipAll() {
	p.setup.Skipped = true
	p.changed()
	p.shell.goTo(p.shell.first())
}

// next saves the step, all of it or nothing, and goes on.
func (p *setupPage) next() {
	s, x := p.shell, p.setup
	if x.Step >= app.SetupDone {
		return
	}
	saves := x.Saves(x.Step, p.all, s.world, s.world.Today(), newUID)
	if p.refused(saves) {
		return
	}
	if len(saves) > 0 {
		if err := s.cfg.Store.SaveAll(context.Background(), s.cfg.By, saves); err != nil {
			s.fail(err)
			return
		}
		s.saved("")
		s.officeChanged()
	}
	p.goTo(x.Step + 1)
}

// refused says at its field what is wrong in what would be saved.
func (p *setupPage) refused(saves []app.Saving) bool {
	var at *kit.Field
	for _, f := range p.fields {
		f.SetError("")
	}
	for _, x := range saves {
		for _, wrong := range x.Type.Problems(x.Rec) {
			if wrong.Gravity != form.Wrong {
				continue
			}
			f := p.fields[x.Type.Key+"/"+wrong.Path]
			if f == nil {
				p.shell.fail(&app.Refusal{What: wrong.Label + ": " + wrong.Text})
				return true
			}
			if f.SetError(words.Sentence(wrong.Text)); at == nil {
				at = f
			}
		}
	}
	if at == nil {
		return false
	}
	p.status.Set(kit.ToneError, kit.IconWarning, words.F("Non è salvato: «%s» è da correggere", at.Label()))
	p.scroll.Refresh()
	p.scroll.ScrollTo(at)
	at.Focus()
	return true
}

// title says what the step asks.
func (p *setupPage) title(title, text string) {
	p.body.Add(kit.Column(kit.GapTight, kit.NewHeading(title), kit.NewStyledText(text, theme.SizeNameText, kit.ColorInk2, false)))
}

// text is a field of one line; key is where the checks of its form find it.
func (p *setupPage) text(key, label string, value *string) *kit.Field {
	e := kit.NewEntry(kit.TextEntry)
	e.SetText(*value)
	f := kit.NewField(label, e)
	e.OnEdited = func(text string) {
		*value = strings.TrimSpace(text)
		if f.Error() != "" {
			f.SetError("")
		}
		p.changed()
	}
	e.OnEnter = func() { p.shell.win.Canvas().FocusNext() }
	if key != "" {
		p.fields[key] = f
	}
	if p.first == nil {
		p.first = f
	}
	return f
}

// choice is a field of a few cells.
func (p *setupPage) choice(label string, value *string, then func(), options ...kit.Option) *kit.Field {
	cells := kit.NewSegmented(options)
	cells.SetValue(*value)
	cells.OnChanged = func(v string) {
		*value = v
		p.changed()
		if then != nil {
			then()
		}
	}
	return kit.NewField(label, cells)
}

// who asks for one of the people: in cells where they are few.
func (p *setupPage) who(label string, value *string) *kit.Field {
	var options []kit.Option
	for _, x := range p.setup.Staff() {
		options = append(options, kit.Option{Value: x.UID, Label: strings.TrimSpace(x.Name + " " + x.Surname)})
	}
	if len(options) <= 4 {
		return p.choice(label, value, nil, options...)
	}
	pick := kit.NewPicker(func() []kit.Option { return options })
	pick.SetValues(slices.DeleteFunc([]string{*value}, func(v string) bool { return v == "" })...)
	pick.OnChanged = func(v []string) {
		*value = strings.Join(v, "")
		p.changed()
	}
	return kit.NewField(label, pick)
}
