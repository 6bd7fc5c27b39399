package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// registerPage is a register: its list beside the record that is open.
type registerPage struct {
	shell *Shell
	reg   app.Register
	list  *kit.ListPane
	split *kit.PageView
	model listModel
	text  string
	open  *recordView
	// matches and columns are what the file said of the list.
	matches lookedUp[map[string]bool]
	columns lookedUp[map[string]string]
}

func newRegisterPage(s *Shell, reg app.Register) *registerPage {
	p := &registerPage{shell: s, reg: reg}
	if reg.Latest != "" {
		p.model.order = p.latest()
	}
	return p
}

// build makes the page when it is first looked at: a window with all its pages
// would be long in opening.
func (p *registerPage) build() {
	reg := p.reg
	if p.split != nil {
		return
	}
	if reg.Single {
		p.split = kit.NewPageView(nil, nil)
		return
	}
	label := words.T("Nuovo")
	if reg.Fem {
		label = words.T("Nuova")
	}
	p.list = kit.NewListPane(formwords.Short(reg.Type, reg.Label()), label)
	p.list.SetModel(p.model.len, p.row)
	p.list.OnNew = func() { p.openRecord("") }
	p.list.OnSelect = func(i int) { p.openRecord(p.model.row(i).UID) }
	p.list.OnOpen = func(int) {
		if p.open != nil {
			p.open.focus()
		}
	}
	p.list.OnSearch = p.search
	p.list.OnSort = p.chooseOrder
	p.list.SetFoot(p.footLinks()...)
	p.split = kit.NewPageView(p.list, p.empty())
}

// footLinks print what belongs to the register as a whole.
func (p *registerPage) footLinks() []*kit.Link {
	paper, label, ok := p.footPaper()
	if !ok {
		return nil
	}
	out := []*kit.Link{kit.NewLink(label, kit.IconPrinter, func() { p.shell.print(paper, "", false) })}
	switch p.reg.Key {
	case app.RequestForm.Key:
		if do := p.blankRequest(); do != nil {
			out = append(out, kit.NewLink(words.T("Stampa il modulo in bianco"), kit.IconPrinter, do))
		}
	case app.AppointmentForm.Key:
		out = append(out, kit.NewLink(words.T("Stampa tutte le lettere…"), kit.IconPrinter, p.shell.printLetters))
	case app.PersonForm.Key:
		out = append(out, kit.NewLink(words.T("Importa da un foglio"), kit.IconTable, p.importTable))
	case app.TreatmentForm.Key:
		out = append(out, kit.NewLink(words.T("Da un modello"), kit.IconCopy, p.shell.chooseTemplate),
			kit.NewLink(words.T("Copertura dell’ufficio"), kit.IconTable, p.shell.officeCoverage))
	case app.OfficeMeasureForm.Key:
		out = append(out, kit.NewLink(words.T("Copertura dell’ufficio"), kit.IconTable, p.shell.officeCoverage))
	}
	return out
}

// footPaper is the paper in which the whole register stands: one of its own, which
// says more than the columns of the list, or the list.
func (p *registerPage) footPaper() (paper papers.Paper, label string, ok bool) {
	kind, label := "list-"+p.reg.Key, words.T("Stampa l’elenco")
	if len(p.reg.Whole) > 0 && p.reg.Key != app.AppointmentForm.Key { // whose letters stand there with their people
		kind = p.reg.Whole[0]
	}
	paper, ok = papers.Find(p.shell.cfg.Papers, kind)
	switch {
	case kind == "authorised-list":
		label = words.T("Stampa UPD B")
	case strings.HasSuffix(kind, "-register"):
		label = words.T("Stampa il registro")
	}
	return paper, label, ok
}

// importTable takes records from a sheet, as a list of people that there is already.
func (p *registerPage) importTable() { p.shell.importTable(p.reg.Key) }

// empty stands where no record is open.
func (p *registerPage) empty() fyne.CanvasObject {
	if p.reg.Key == app.RequestForm.Key {
		return p.noRequests()
	}
	label := words.T("Aggiungi il primo")
	if p.reg.Fem {
		label = words.T("Aggiungi la prima")
	}
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Filled, label, kit.IconPlus, func() { p.openRecord("") })}
	if p.reg.Key == app.TreatmentForm.Key {
		buttons = append([]fyne.CanvasObject{kit.NewButton(kit.Filled, words.T("Da un modello"), kit.IconCopy, p.shell.chooseTemplate)},
			kit.NewButton(kit.Outlined, label, kit.IconPlus, func() { p.openRecord("") }))
	}
	if p.reg.Key == app.PersonForm.Key {
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Importa da un foglio"), kit.IconTable, p.importTable))
	}
	if len(p.reg.Papers) > 0 {
		if paper, ok := papers.Find(p.shell.cfg.Papers, p.reg.Papers[0]); ok && paper.Blank {
			buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Stampa il modulo in bianco"), kit.IconPrinter, func() { p.shell.print(paper, "", true) }))
		}
	}
	return kit.Sheet(kit.EmptyState(iconOf(p.reg.Tab), formwords.Many(p.reg.Type), formwords.About(p.reg.Type), nil, buttons...))
}

func iconOf(t app.Tab) kit.Icon {
	for _, x := range allTabs() {
		if x.tab == t {
			return x.icon
		}
	}
	return kit.IconDocument
}

func (p *registerPage) object() fyne.CanvasObject {
	p.build()
	return p.split.Object()
}

func (p *registerPage) shown() {
	if p.open != nil {
		p.open.renew()
	}
	if p.reg.Single {
		p.openSingle()
		return
	}
	p.reload()
	if p.open == nil && p.model.len() > 0 && !p.split.TwoSteps() {
		p.openRecord(p.model.row(0).UID)
	}
}

func (p *registerPage) focus() {
	switch {
	case p.open != nil && (p.reg.Single || p.open.uid() == ""):
		p.open.focus()
	case p.list != nil:
		p.list.FocusList()
	}
}

func (p *registerPage) leave() {
	if p.open != nil {
		p.open.keepDraft()
	}
}

func (p *registerPage) actions() actions {
	a := actions{create: func() { p.openRecord("") }, search: func() { p.list.FocusSearch() }, deleted: p.deleted}
	if p.reg.Single {
		a = actions{}
	}
	if r := p.open; r != nil {
		a.save, a.undo, a.print = r.save, r.undo, r.print
		a.undoLast, a.redo, a.history = r.undoLast, r.redo, r.history
		if len(p.reg.Papers) > 1 {
			a.printOther = r.printOther
		}
		if _, ok := r.ed.Rec.(*app.Treatment); ok {
			a.review, a.archive, a.screen = r.review, r.archive, r.screen
			a.duplicate, a.keepTemplate = r.duplicate, r.keepTemplate
		}
		if _, ok := r.ed.Rec.(*app.Person); ok {
			a.endRelation, a.changeDuty = r.endRelation, r.changeDuty
		}
		if !p.reg.Single {
			a.remove = r.remove
		}
		if r.wizard != nil {
			a.closeBreach, a.reopenBreach, a.annulBreach = r.closeBreach, r.reopenBreach, r.annulBreach
		}
	}
	return a
}

func (p *registerPage) draftTitle(d app.Draft) string {
	if ed, err := form.FromDraft(p.reg.Type, form.Head{}, d.Body); err == nil {
		if title := p.reg.Named(ed.Rec, p.shell.names); title != "" {
			return title
		}
	}
	return newTitle(p.reg)
}

// newTitle is what a record of a register is called that is not saved yet.
func newTitle(reg app.Register) string {
	if reg.Fem {
		return words.F("Nuova %s", formwords.One(reg.Type))
	}
	return words.F("Nuovo %s", formwords.One(reg.Type))
}

func (p *registerPage) row(i int) kit.RowData {
	r := p.model.row(i)
	d := kit.RowData{Title: r.Title, Second: r.Second, Icon: kit.IconCheck, Word: words.T("completa"), Tone: kit.ToneOK}
	if !p.reg.Fem {
		d.Word = words.T("completo")
	}
	switch {
	case r.draft:
		d.Icon, d.Word, d.Tone = kit.IconPencil, words.T("bozza"), kit.ToneNeutral
	case r.Ended:
		d.Icon, d.Word, d.Tone = kit.IconForbidden, words.T("chiusa"), kit.ToneNeutral
		if !p.reg.Fem {
			d.Word = words.T("chiuso")
		}
	case !r.Complete:
		d.Icon, d.Word, d.Tone = kit.IconWarning, words.T("da completare"), kit.ToneWarn
	case r.doubts > 0:
		d.Icon, d.Word, d.Tone = kit.IconWarning, doubtWords(r.doubts), kit.ToneWarn
	}
	if b := p.shell.breach(p.reg.Key, r.UID); b != nil {
		title := d.Title
		if d = breachRow(b, p.shell.cfg.Now()); b.Name == "" {
			d.Title = title
		}
		if r.draft {
			d.Second = words.T("bozza")
		}
	}
	if d.Title == "" {
		d.Title = words.T("(senza nome)")
	}
	return d
}

// openSingle opens the one record of the register.
func (p *registerPage) openSingle() {
	if p.open != nil {
		return
	}
	rows, err := p.shell.cfg.Store.List(context.Background(), p.reg.Key, app.Query{Ended: true})
	if err != nil {
		p.shell.fail(err)
		return
	}
	uid := ""
	if len(rows) > 0 {
		uid = rows[0].UID
	}
	p.openRecord(uid)
}

// openRecord shows a record, or its draft where there is one; "" starts a new
// one, or takes up the new one that was left half written.
func (p *registerPage) openRecord(uid string) {
	if p.open != nil {
		if p.open.uid() == uid {
			p.open.show() // its history may stand in its place
			p.open.focus()
			return
		}
		p.open.keepDraft()
	}
	r, err := newRecordView(p, uid)
	if err != nil {
		p.shell.fail(err)
		return
	}
	p.open = r
	p.split.SetRecord(r.object)
	if p.list != nil {
		p.mark()
	}
	if uid == "" {
		r.focus()
	}
}

// closeRecord shows no record, as after it was deleted.
func (p *registerPage) closeRecord() {
	p.open = nil
	p.split.SetRecord(p.empty())
	p.split.ShowList()
	p.reload()
}
