package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// permissionPage is the register of permissions as one picture: people by
// archives, edited where it is read (spec 3.1, Autorizzazioni).
type permissionPage struct {
	shell *Shell
	reg   app.Register
	model permissionModel
	built bool
	timer *time.Timer
	// refused says that the last save was, and that the status says why.
	refused bool

	whole                  fyne.CanvasObject
	front                  *fyne.Container // the picture, or what to do where there is nothing to draw
	scroll                 *kit.Scroll
	foot                   *fyne.Container // what is said under the picture
	grid                   *kit.LetterGrid
	find                   *kit.SearchField
	left                   *kit.Check
	said                   *kit.Text // the cell of the keyboard, in words
	notice                 *notice
	status                 *kit.Note
	undoButton, copyButton *kit.Button
}

func newPermissionPage(s *Shell, reg app.Register) *permissionPage {
	return &permissionPage{shell: s, reg: reg}
}

// pictureSubPage is a register that is one picture under a tab of its own.
func pictureSubPage(s *Shell, reg app.Register) subPage {
	return subPage{label: formwords.Short(reg.Type, reg.Label()), page: newPermissionPage(s, reg)}
}

func (p *permissionPage) today() form.Date { return form.DateOf(p.shell.cfg.Now()) }

// build makes the page when it is first looked at.
func (p *permissionPage) build() {
	if p.built {
		return
	}
	p.built = true
	var letters []kit.Letter
	grant := p.reg.Field("grants").Child
	for _, o := range app.Operations() {
		letters = append(letters, kit.Letter{Letter: o.Letter, Word: formwords.Label(grant, grant.Field(o.Key))})
	}
	p.grid = kit.NewLetterGrid(letters)
	p.grid.OnToggle, p.grid.OnMoved = p.toggle, p.tell
	p.find = kit.NewSearchField(func(string) { p.arrange() }, func() { kit.FocusOn(p.grid) })
	p.find.SetPlaceHolder(words.T("Cerca una persona"))
	p.left = kit.NewCheck(words.T("anche chi è uscito"), func(bool) { p.arrange() })
	p.said = kit.NewStyledText("", theme.SizeNameText, theme.ColorNameForeground, true)
	p.notice = newNotice(p.takeAll)
	p.status = kit.NewStatus(kit.ToneNeutral, kit.IconClock, "")

	title := kit.NewStyledLine(words.T("Chi può fare che cosa"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	head := kit.Pad(kit.GapPanel, 0, kit.GapPanel, kit.GapField, kit.Column(kit.GapSmall,
		kit.Row(kit.GapField, kit.Grow(title), kit.Fixed(210, p.find), p.left),
		kit.Row(kit.GapField, kit.Grow(kit.NewLetterLegend(letters, words.T("non permesso"))),
			kit.NewLink(words.T("Confermo senza modifiche"), kit.IconCheck, p.review))))
	p.copyButton = kit.NewButton(kit.Plain, words.T("Copia da un’altra persona…"), kit.IconPeople, p.copyFrom)
	help := kit.NewHelp(words.T("Frecce per muoversi, lettere I V M C per dare o togliere, Spazio sulla lettera scelta"))
	told := kit.Row(kit.GapPanel, kit.NewIcon(kit.IconInfo, theme.ColorNamePrimary, theme.SizeNameInlineIcon), kit.Grow(kit.Column(2, p.said, help)), p.copyButton)
	p.foot = kit.Column(0,
		kit.NewRule(kit.ColorRowRule), kit.Pad(kit.GapSmall, 0, kit.GapSmall, kit.GapField, p.notice.row),
		kit.NewRule(theme.ColorNameSeparator), kit.Pad(kit.GapSmall, 0, kit.GapSmall, kit.GapField, told))
	p.undoButton = kit.NewButton(kit.Plain, words.T("Annulla modifiche"), kit.IconUndo, p.giveUp)
	bar := kit.ActionBar(p.status, p.undoButton,
		kit.NewButton(kit.Outlined, words.T("Stampa UPD A"), kit.IconPrinter, p.print),
		kit.NewButton(kit.Filled, words.T("Salva"), kit.IconCheck, p.save))
	p.scroll = kit.NewScroll(kit.Frame(head, p.foot, nil, nil, p.grid))
	p.whole = kit.Record(nil, p.scroll, nil, bar)
	p.front = kit.Layers(p.whole)
}

// load reads people, archives and permissions anew.
func (p *permissionPage) load() error {
	ctx, store := context.Background(), p.shell.cfg.Store
	people, err := store.All(ctx, app.PersonForm.Type())
	if err != nil {
		return fmt.Errorf("read the people for their permissions: %w", err)
	}
	archives, err := store.All(ctx, app.ArchiveForm.Type())
	if err != nil {
		return fmt.Errorf("read the archives for their permissions: %w", err)
	}
	saved, err := store.All(ctx, p.reg.Type)
	if err != nil {
		return fmt.Errorf("read the permissions: %w", err)
	}
	first := p.model.saved == nil
	p.model.take(typed[app.Person](people), typed[app.Archive](archives), typed[app.Permission](saved))
	if first {
		p.takeDrafts()
	}
	return nil
}

func typed[T any](list []any) []*T {
	out := make([]*T, len(list))
	for i, x := range list {
		out[i] = x.(*T)
	}
	return out
}

// takeDrafts offers again what was changed and not saved before the start.
func (p *permissionPage) takeDrafts() {
	for _, d := range p.shell.drafts.known {
		if d.Register == p.reg.Key && !p.model.takeDraft(d) {
			p.shell.drafts.drop(d.Key)
		}
	}
}

func (p *permissionPage) shown() {
	p.build()
	if err := p.load(); err != nil {
		p.shell.fail(err)
		return
	}
	p.arrange()
}

// arrange shows who is to be shown now, and keeps the keyboard on the same person.
func (p *permissionPage) arrange() {
	row, col, letter := p.grid.At()
	person := p.person()
	p.model.arrange(p.find.Text(), p.left.Checked(), p.today())
	p.front.Objects = []fyne.CanvasObject{p.whole}
	if len(p.model.people) == 0 || len(p.model.archives) == 0 {
		p.front.Objects = []fyne.CanvasObject{p.empty()}
	}
	p.front.Refresh()
	p.grid.SetModel(kit.LetterModel{
		Corner:  words.T("Persona"),
		Rows:    func() int { return len(p.model.rows) },
		Columns: func() int { return len(p.model.archives) },
		Row:     p.row, Column: p.column, On: p.model.on,
	})
	if person != "" {
		if now := p.model.row(person); now >= 0 && now != row {
			p.grid.GoTo(now, col, letter)
		}
	}
	p.tell()
}

// person is whose row the keyboard is on, "" for nobody.
func (p *permissionPage) person() string {
	if row, _, _ := p.grid.At(); row >= 0 && row < len(p.model.rows) {
		return p.model.rows[row].UID()
	}
	return ""
}

// row names a person: duties below, or why one has to look.
func (p *permissionPage) row(i int) kit.LetterHead {
	x := p.model.rows[i]
	h := kit.LetterHead{Name: app.PersonForm.Title(x), Second: strings.Join(x.DutyNames(p.shell.names), ", ")}
	if h.Name == "" {
		h.Name = words.T("(senza nome)")
	}
	switch {
	case x.Left(p.today()):
		h.Second, h.Icon = words.F("uscita il %s", x.End), kit.IconForbidden
		if p.model.open(x.UID()) > 0 {
			h.Tone, h.Icon = kit.ToneError, kit.IconWarning
		}
	case p.model.dirty(x.UID()):
		h.Icon = kit.IconPencil
	case p.doubtful(x.UID()):
		h.Tone, h.Icon = kit.ToneWarn, kit.IconWarning
	}
	return h
}

// doubtful says that something does not fit in the permissions that the file has
// of a person.
func (p *permissionPage) doubtful(person string) bool {
	rec := p.model.saved[person]
	return rec != nil && p.shell.doubts.of(p.reg.Key, rec.UID()) > 0
}

// column names an archive, with the classes of its data.
func (p *permissionPage) column(i int) kit.LetterHead {
	a := p.model.archives[i]
	h := kit.LetterHead{Name: a.Name}
	if h.Name == "" {
		h.Name = words.T("(senza nome)")
	}
	var classes []string
	for _, slug := range a.Classes {
		label, _, _ := strings.Cut(p.shell.names.Entry("data-class", slug), " (")
		classes = append(classes, label)
	}
	if a.Special() {
		h.Tone, h.Icon = kit.ToneWarn, kit.IconLock
		if len(classes) > 1 { // what matters is said first
			classes = classes[len(classes)-1:]
		}
	}
	h.Second = strings.Join(classes, ", ")
	return h
}

// empty says what is to be done before there is a picture, and leads there.
func (p *permissionPage) empty() fyne.CanvasObject {
	s := p.shell
	begin := func(register string) func() {
		return func() {
			if page := s.goToRegister(register); page != nil {
				page.openRecord("")
			}
		}
	}
	var buttons []fyne.CanvasObject
	if len(p.model.people) == 0 {
		buttons = append(buttons, kit.NewButton(kit.Filled, words.T("Aggiungi una persona"), kit.IconPlus, begin(app.PersonForm.Key)))
	}
	if len(p.model.archives) == 0 {
		look := kit.Filled
		if len(buttons) > 0 {
			look = kit.Outlined
		}
		buttons = append(buttons, kit.NewButton(look, words.T("Aggiungi un archivio"), kit.IconPlus, begin(app.ArchiveForm.Key)))
	}
	return kit.Sheet(kit.NewScroll(kit.EmptyState(kit.IconTable, words.T("Chi può fare che cosa"),
		words.T("Qui si vede, e si cambia, che cosa ogni persona può fare con ogni archivio. Prima servono le persone e gli archivi."),
		[]kit.Step{
			{Title: words.T("Le persone"), Text: words.T("Personale e credenziali, Persone: chi lavora nell’ufficio.")},
			{Title: words.T("Gli archivi"), Text: words.T("Ufficio, Archivi: dove stanno i dati, su computer o su carta.")},
			{Title: words.T("I permessi"), Text: words.T("Poi, qui, una lettera per ogni permesso.")},
		}, buttons...)))
}

// object is the page, made when it is first looked at.
func (p *permissionPage) object() fyne.CanvasObject {
	p.build()
	return p.front
}

func (p *permissionPage) focus() {
	if row, _, _ := p.grid.At(); row >= 0 {
		kit.FocusOn(p.grid)
	}
}

func (p *permissionPage) actions() actions {
	if !p.built || len(p.model.people) == 0 || len(p.model.archives) == 0 {
		return actions{}
	}
	return actions{
		save: p.save, undo: p.giveUp, undoLast: p.undoLast, redo: p.redo, print: p.print,
		search: func() { kit.FocusOn(p.find) }, review: p.review, remove: p.remove,
	}
}

// leave keeps what was changed.
func (p *permissionPage) leave() { p.keepDrafts() }

// showRecord leads to the row of a person, by a record of permissions.
func (p *permissionPage) showRecord(uid string) {
	for person, rec := range p.model.saved {
		if rec.UID() != uid {
			continue
		}
		if p.model.row(person) < 0 {
			p.find.SetText("")
			p.left.SetChecked(true)
			p.arrange()
		}
		if row := p.model.row(person); row >= 0 {
			p.grid.GoTo(row, 0, 0)
		}
	}
	p.focus()
}
