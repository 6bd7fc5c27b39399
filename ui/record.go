package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formview"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// atRisk is how long what is typed may stand in memory alone; with the writing
// it stays below the second that the program promises.
const atRisk = 600 * time.Millisecond

// recordView is a record being read or edited: head, form, sections, buttons.
type recordView struct {
	page  *registerPage
	ed    *form.Editor
	view  *formview.View
	dirty bool
	// refused says that the last save was, and that the status says why.
	refused bool
	timer   *time.Timer
	undone  undoStack
	// saved is the state that the register has; behind says that the history of
	// the record stands in its place.
	saved  []byte
	behind bool
	names  int     // the version of the names that it shows
	wizard *wizard // of a breach, else nil
	at     int     // the section that the wizard begins with

	object      fyne.CanvasObject
	head        *fyne.Container
	title       *kit.Line
	dates       *kit.Line
	life        *credentialHead // of a credential alone
	clock       *kit.Note       // of a request alone
	chip        *kit.Chip
	status      *kit.Note
	index       *kit.SectionIndex
	missing     *fyne.Container
	told        []form.Problem  // what missing and found show
	found       *fyne.Container // «Controlla»
	beside      *fyne.Container // the column that holds both, anew when they grow
	missingHead *kit.Text
	undoButton  *kit.Button
	saveButton  *kit.Button
	bar         *fyne.Container
}

func newRecordView(p *registerPage, uid string) (*recordView, error) {
	r := &recordView{page: p}
	var rec any
	if uid != "" {
		var err error
		if rec, err = p.shell.cfg.Store.Get(context.Background(), p.reg.Type, uid); err != nil {
			return nil, err
		}
	}
	r.ed = form.NewEditor(p.reg.Type, rec)
	if uid == "" {
		p.shell.begin(r.ed.Rec)
	}
	r.ed.Now = p.shell.cfg.Now
	r.saved = r.ed.Draft()
	if d, ok := p.shell.drafts.known[app.DraftKey(p.reg.Key, uid)]; ok {
		var head form.Head
		if rec != nil {
			head = *rec.(form.Record).Head()
		}
		ed, err := form.FromDraft(p.reg.Type, head, d.Body)
		if err != nil {
			p.shell.cfg.Log.Error("read draft", "key", d.Key, "error", err)
		} else {
			ed.Now = r.ed.Now
			r.ed, r.dirty = ed, true
		}
	}
	r.undone.now = r.ed.Draft()
	r.at = startOf(r.ed.Rec)
	r.build()
	return r, nil
}

func (r *recordView) build() {
	if r.view != nil {
		r.at = r.view.Current()
	}
	r.title = kit.NewStyledLine("", theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	r.dates = kit.NewStyledLine("", theme.SizeNameCaptionText, kit.ColorInk2, false)
	r.chip = kit.NewChip(kit.ToneNeutral, kit.IconPencil, "")
	r.status = kit.NewStatus(kit.ToneOK, kit.NoIcon, "")
	cfg := r.page.shell.formConfig(r.edited)
	cfg.Findings = func(rec any) []form.Problem { return r.page.shell.findings(r.ed.Type, rec) }
	r.wizard = newWizard(r)
	side := r.side()
	switch r.page.reg.Key {
	case app.PersonForm.Key:
		cfg.Below["note"] = r.personPart
	case app.LeavingForm.Key:
		cfg.Below["told"] = r.leavingPart
	case app.DocumentTextForm.Key:
		cfg.Below["text"] = r.documentTextPart
	}
	if r.wizard != nil {
		r.wizard.side = side
		r.wizard.configure(&cfg)
	}
	r.view = formview.New(r.ed, cfg)

	back := kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, r.page.split.ShowList)
	names := kit.Column(2, r.title, r.dates)
	if _, ok := r.ed.Rec.(*app.Credential); ok {
		r.life = newCredentialHead()
		names.Add(r.life.row)
	}
	if _, ok := r.ed.Rec.(*app.Request); ok {
		r.clock = kit.NewStatus(kit.ToneNeutral, kit.NoIcon, "").Bold()
		names.Add(r.clock)
	}
	show(back, r.page.split.TwoSteps())
	r.page.split.OnSteps = func(two bool) { show(back, two) }
	r.head = kit.Row(kit.GapPanel, back, kit.Grow(names), r.chip)

	r.undoButton = kit.NewButton(kit.Plain, words.T("Annulla modifiche"), kit.IconUndo, r.undo)
	buttons := []fyne.CanvasObject{r.undoButton}
	if r.page.reg.Key == app.PersonForm.Key && r.uid() != "" {
		buttons = append(buttons, kit.NewButton(kit.Plain, words.T("Fine del rapporto…"), kit.IconForbidden, r.endRelation))
	}
	if r.wizard != nil { // its bar leads on; the menu gives changes up
		buttons = []fyne.CanvasObject{r.wizard.back}
	}
	if len(r.page.reg.Papers) > 0 {
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Stampa"), kit.IconPrinter, r.print))
	}
	r.saveButton = kit.NewButton(kit.Filled, words.T("Salva"), kit.IconCheck, r.save)
	buttons = append(buttons, r.saveButton)
	body := r.view.Object()
	if w := r.wizard; w != nil {
		r.saveButton.SetKind(kit.Outlined)
		buttons = append(buttons, w.next)
		r.head.Objects = []fyne.CanvasObject{back, kit.Grow(names), w.chip, r.chip}
		body, side = w.under(body, side), nil
		r.view.Only(r.at)
	}
	r.bar = kit.ActionBar(r.status, buttons...)
	r.object = kit.Record(r.head, body, side, r.bar)
	if r.index != nil {
		r.view.Scroll().OnScrolled = func(float32) { r.index.SetCurrent(r.view.Current()) }
	}
	r.tell()
	r.names = r.page.shell.names.version
}

// renew shows the names of today, where records were saved elsewhere meanwhile.
func (r *recordView) renew() {
	if now := r.page.shell.names.version; r.names != now {
		r.names = now
		r.view.Rename()
		r.tell()
	}
}

// sideWidth is that of the column of sections at 100 % text.
const sideWidth = 240

// side is the column of sections and of what is still missing.
func (r *recordView) side() fyne.CanvasObject {
	r.missing = kit.Column(kit.GapTight)
	r.missingHead = kit.NewSubheading("")
	parts := []fyne.CanvasObject{}
	if r.wizard != nil {
		parts = append(parts, r.wizard.sums)
	} else if len(r.ed.Type.Sections) > 1 {
		r.index = kit.NewSectionIndex(nil, func(i int) {
			r.view.GoToSection(i)
			r.index.SetCurrent(i)
		})
		parts = append(parts, kit.NewSubheading(words.T("Sezioni")), r.index, kit.NewRule(theme.ColorNameSeparator))
	}
	r.found = kit.Column(kit.GapSmall)
	parts = append(parts, r.missingHead, r.missing, r.found)
	if r.wizard != nil {
		parts = append(parts, kit.NewRule(theme.ColorNameSeparator), r.wizard.actions[0])
	}
	if r.uid() != "" {
		parts = append(parts, kit.NewRule(theme.ColorNameSeparator), kit.NewLink(words.T("Storia della scheda"), kit.IconHistory, r.history))
		parts = append(parts, r.reviewLinks()...)
		parts = append(parts, r.personLinks()...)
		parts = append(parts, r.paperLinks()...)
		parts = append(parts, r.assessmentLinks()...)
	}
	r.beside = kit.Column(kit.GapSmall, parts...)
	return kit.Fixed(sideWidth, kit.SidePanel(r.beside))
}

// tell shows how the record stands: title, dates, state, sections, what is missing.
func (r *recordView) tell() {
	title := r.ed.Type.Named(r.ed.Rec, r.page.shell.names)
	if title == "" {
		title = newTitle(r.page.reg)
		if r.page.reg.Single {
			title = formwords.Many(r.ed.Type)
		}
	}
	r.title.SetText(title)
	h := r.ed.Rec.(form.Record).Head()
	if h.UID == "" {
		r.dates.SetText(words.T("Non ancora salvata nel registro"))
		if !r.page.reg.Fem {
			r.dates.SetText(words.T("Non ancora salvato nel registro"))
		}
	} else {
		what := words.T("Creata")
		switch {
		case r.page.reg.Key == app.TreatmentForm.Key:
			what = words.T("Scheda creata")
		case !r.page.reg.Fem:
			what = words.T("Creato")
		}
		r.dates.SetText(words.F("%s il %s · Ultimo aggiornamento %s · versione %d",
			what, form.DateOf(h.Created), form.DateOf(h.Updated), h.Revision) + r.reviewed() + r.standing())
	}
	was := r.chip.Text()
	if r.dirty {
		r.chip.Set(kit.ToneNeutral, kit.IconPencil, words.T("modifiche non salvate"))
		r.undoButton.Enable()
	} else {
		if h.UID == "" {
			r.chip.Set(kit.ToneAccent, kit.IconPlus, words.T("da compilare"))
		} else {
			r.chip.Set(kit.ToneOK, kit.IconCheck, words.T("salvato"))
			if r.page.reg.Fem || r.page.reg.Key == app.TreatmentForm.Key {
				r.chip.Set(kit.ToneOK, kit.IconCheck, words.T("salvata"))
			}
		}
		r.undoButton.Disable()
	}
	r.tellLife()
	r.tellClock()
	if r.chip.Text() != was {
		r.head.Refresh() // the title makes room for the word
	}
	r.tellSections()
	r.tellMissing()
	if r.wizard != nil {
		r.wizard.tell()
	}
}

func (r *recordView) tellSections() {
	if r.index == nil {
		return
	}
	states := r.view.States()
	rows := make([]kit.SectionRow, len(states))
	for i, st := range states {
		rows[i] = kit.SectionRow{Title: st.Title, Tone: kit.ToneOK, Icon: kit.IconCheck, State: words.T("completa")}
		switch {
		case st.Wrong > 0:
			rows[i].Tone, rows[i].Icon, rows[i].State = kit.ToneError, kit.IconWarning, words.T("da correggere")
		case st.Missing > 0:
			rows[i].Tone, rows[i].Icon, rows[i].State = kit.ToneWarn, kit.IconWarning, words.T("da completare")
		case st.Doubtful > 0:
			rows[i].Tone, rows[i].Icon, rows[i].State = kit.ToneWarn, kit.IconWarning, words.T("con avvisi")
		}
	}
	current := r.index.Current()
	r.index.SetRows(rows)
	r.index.SetCurrent(current)
}

// mostMissing keeps the list from being longer than what one reads.
const mostMissing = 8

// tellMissing lists what is wrong and missing, each leading to its field.
func (r *recordView) tellMissing() {
	problems := r.view.Problems()
	if slices.Equal(problems, r.told) && r.missingHead.Text() != "" {
		return // as after most letters
	}
	r.told = problems
	r.missing.Objects = nil
	count := 0
	for _, p := range problems {
		if p.Gravity == form.Doubt {
			continue
		}
		count++
		if count > mostMissing {
			continue
		}
		r.missing.Objects = append(r.missing.Objects, kit.NewLink(formwords.PathLabel(r.ed.Type, p.Path, p.Label), kit.IconArrowRight, func() { r.view.Focus(p.Path) }))
	}
	switch {
	case count == 0:
		r.missingHead.SetText(words.T("Non manca niente"))
	case count == 1:
		r.missingHead.SetText(words.T("Da completare: un campo"))
	default:
		r.missingHead.SetText(words.F("Da completare: %d campi", count))
	}
	if count > mostMissing {
		r.missing.Add(kit.NewHelp(words.F("e altri %d, segnati con «manca»", count-mostMissing)))
	}
	r.tellFound()
	r.beside.Refresh()
}

// tellFound lists the findings, numbered as beside their fields.
func (r *recordView) tellFound() {
	r.found.Objects = nil
	list := r.view.Findings()
	if len(list) > 0 {
		r.found.Add(kit.NewRule(theme.ColorNameSeparator))
		r.found.Add(kit.Row(kit.GapSmall, kit.Grow(kit.NewSubheading(words.T("Controlla"))), kit.NewChip(kit.ToneWarn, kit.IconWarning, doubtWords(len(list)))))
	}
	for i, p := range list {
		r.found.Add(kit.FindingItem(i+1, words.Sentence(p.Text), formwords.PathLabel(r.ed.Type, p.Path, p.Label), func() { r.view.Focus(p.Path) }))
	}
}
