package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// trailPage is every change of the office, the newest first, beside what one of
// them changed. It stands over the page of the tab, as a search does.
type trailPage struct {
	shell *Shell
	query app.TrailQuery
	// record names the one record that the list is cut down to.
	record string
	who    []string
	regs   []string

	list  *kit.ListPane
	split *kit.PageView
	seqs  []int64
	pages map[int][]app.TrailRow // what has come into view, by trailPiece
	seq   int64                  // of the change that is shown; 0: the chain
	asked int                    // counts the questions: a late answer is dropped
	stop  context.CancelFunc
	// verdict is what the last look at the chain has found on this page.
	verdict *chainVerdict
}

// trailPiece is how many changes are read at once.
const trailPiece = 60

// officeTrail shows every change of the office.
func (s *Shell) officeTrail() { newTrailPage(s, app.TrailQuery{}, "") }

func newTrailPage(s *Shell, q app.TrailQuery, record string) *trailPage {
	s.current().leave()
	p := &trailPage{shell: s, query: q, record: record, stop: func() {}}
	p.list = kit.NewListPane(words.T("Storia dell’ufficio"), "")
	p.list.SetModel(func() int { return len(p.seqs) }, p.row)
	p.list.SetSearchHint(words.T("Nome della scheda"))
	p.list.OnSearch = func(text string) {
		p.query.Text = text
		p.ask()
	}
	p.list.OnSelect = p.choose
	p.list.OnOpen = p.open
	p.list.OnEscape = s.back
	p.list.SetEmpty("")
	p.list.SetFoot(
		kit.NewLink(words.T("La catena"), kit.IconLock, p.showChain),
		kit.NewLink(words.T("Chiudi"), kit.IconChevronLeft, s.back))
	p.split = kit.NewPageView(p.list, nil)
	p.split.SetRecord(p.chain())
	p.split.ShowList()
	p.tellFilters()
	s.show(p.split.Object())
	s.over = func() { newTrailPage(s, p.query, p.record) }
	s.frontActions = actions{search: p.list.FocusSearch}
	p.ask()
	p.list.FocusList()
	return p
}

// ask looks for what is wanted, away from the window's thread: an office has tens
// of thousands of changes.
func (p *trailPage) ask() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	p.asked++
	asked, q, s, file := p.asked, p.query, p.shell, p.shell.cfg.Store
	s.background(func() {
		seqs, err := file.Trail(ctx, q)
		var who, regs []string
		if err == nil {
			who, regs, err = file.TrailParts(ctx)
		}
		cut := ctx.Err() != nil
		stop()
		s.cfg.Do(func() {
			switch {
			case cut || asked != p.asked || file != s.cfg.Store || s.shut:
			case err != nil:
				s.fail(err)
			default:
				p.who, p.regs = who, regs
				p.found(seqs)
			}
		})
	})
}

// found shows the changes that were chosen.
func (p *trailPage) found(seqs []int64) {
	p.seqs, p.pages = seqs, map[int][]app.TrailRow{}
	p.list.SetCount(words.Plural(len(seqs), "%d modifica", "%d modifiche"))
	p.list.SetEmpty(words.T("Ancora nessuna modifica"))
	if p.query != (app.TrailQuery{}) {
		p.list.SetEmpty(words.T("Nessuna modifica così"))
	}
	p.list.Refresh()
	p.list.Select(slices.Index(seqs, p.seq))
}

// at is the change in a row of the list; false where it cannot be read.
func (p *trailPage) at(i int) (app.TrailRow, bool) {
	n := i / trailPiece
	rows, known := p.pages[n]
	if !known {
		var err error
		first := n * trailPiece
		rows, err = p.shell.cfg.Store.TrailRows(context.Background(), p.seqs[first:min(first+trailPiece, len(p.seqs))])
		if err != nil {
			p.shell.cfg.Log.Error("read trail", "error", err)
		}
		p.pages[n] = rows
	}
	if i -= n * trailPiece; i >= len(rows) {
		return app.TrailRow{}, false
	}
	return rows[i], true
}

func (p *trailPage) row(i int) kit.RowData {
	c, ok := p.at(i)
	if !ok {
		return kit.RowData{Title: words.T("(non si legge)")}
	}
	return kit.RowData{
		Title: p.title(c), Second: form.MomentOf(c.At).String() + " · " + c.Who,
		Word: trailWord(c.Change), Icon: trailIcon(c.Change), Tone: kit.ToneNeutral,
	}
}

// title names what a change is of.
func (p *trailPage) title(c app.TrailRow) string {
	switch {
	case c.Register == app.TrailRegister:
		return words.T("Cancellazione dalla storia")
	case c.Register == app.CopySettingsKey, c.Register == app.OfficeKeysKey:
		return p.shell.registerName(c.Register)
	case c.Title == "":
		return p.shell.registerName(c.Register) + " " + words.T("(nome cancellato)")
	}
	return c.Title
}

// registerName is what the trail calls a register, or what is none.
func (s *Shell) registerName(key string) string {
	if reg, ok := app.RegisterOf(s.cfg.Registers, key); ok {
		return formwords.Short(reg.Type, reg.Label())
	}
	switch key {
	case app.PrintRegister:
		return words.T("Documenti stampati")
	case app.TrailRegister:
		return words.T("Cancellazioni dalla storia")
	case app.CopySettingsKey:
		return words.T("Copie di Tutela")
	case app.OfficeKeysKey:
		return words.T("Frase segreta")
	}
	return key
}

// trailWord is what was done, in one word.
func trailWord(c app.Change) string {
	switch {
	case c.Action == app.ActionPrint:
		return words.T("stampato")
	case c.Action == app.ActionImport:
		return words.T("importata")
	case c.Register == app.TrailRegister:
		return words.T("cancellati")
	}
	return actionWord(c.Action)
}

func trailIcon(c app.Change) kit.Icon {
	switch c.Action {
	case app.ActionCreate:
		return kit.IconPlus
	case app.ActionDelete:
		return kit.IconTrash
	case app.ActionRestore:
		return kit.IconUndo
	case app.ActionErase:
		return kit.IconForbidden
	case app.ActionPrint:
		return kit.IconPrinter
	case app.ActionReview:
		return kit.IconCheck
	case app.ActionImport:
		return kit.IconDownload
	}
	return kit.IconPencil
}

// tellFilters shows what the list is cut down to.
func (p *trailPage) tellFilters() {
	word := func(what, value, none string) kit.Filter {
		f := kit.Filter{Word: what, Count: none}
		if value != "" {
			f.Count, f.On = value, true
		}
		return f
	}
	period := ""
	switch q := p.query; {
	case q.From != "" && q.From == q.To:
		period = q.From.String()
	case q.From != "" && q.To != "":
		period = q.From.String() + " – " + q.To.String()
	case q.From != "":
		period = words.F("dal %s", q.From)
	case q.To != "":
		period = words.F("fino al %s", q.To)
	}
	register := ""
	if p.query.Register != "" {
		register = p.shell.registerName(p.query.Register)
	}
	filters := []kit.Filter{
		word(words.T("Chi:"), p.query.Who, words.T("tutti")),
		word(words.T("Che cosa:"), register, words.T("tutto")),
		word(words.T("Quando:"), period, words.T("dall’inizio")),
	}
	if p.query.UID != "" {
		filters = append(filters, word(words.T("Solo:"), p.record, ""))
	}
	p.list.SetFilters(filters, func(i int) {
		if i == 3 {
			p.only("", "", "")
			return
		}
		p.askFilters()
	})
}

// only cuts the list down to one record, or with "" no longer.
func (p *trailPage) only(register, uid, name string) {
	p.query.Register, p.query.UID, p.record = register, uid, name
	p.tellFilters()
	p.ask()
	p.split.ShowList()
	p.list.FocusList()
}

// everything is the choice of a drop-down that cuts nothing away.
const everything = "*"

// askFilters asks what the list is to show.
func (p *trailPage) askFilters() {
	pick := func(all string, values []string, label func(string) string, value string) *kit.Select {
		options := []kit.Option{{Value: everything, Label: all}}
		for _, v := range values {
			options = append(options, kit.Option{Value: v, Label: label(v)})
		}
		sel := kit.NewSelect(options)
		sel.SetValue(cmp.Or(value, everything))
		return sel
	}
	chosen := func(sel *kit.Select) string {
		if sel.Value() == everything {
			return ""
		}
		return sel.Value()
	}
	regs := slices.Clone(p.regs)
	slices.SortFunc(regs, func(a, b string) int {
		return strings.Compare(plain(p.shell.registerName(a)), plain(p.shell.registerName(b)))
	})
	who := pick(words.T("Tutti"), p.who, func(v string) string { return v }, p.query.Who)
	what := pick(words.T("Tutti i registri"), regs, p.shell.registerName, p.query.Register)
	day := func(value form.Date) *kit.Entry {
		e := kit.NewEntry(kit.DateEntry)
		e.Clock = p.shell.cfg.Now
		if value != "" {
			e.SetText(value.String())
		}
		return e
	}
	from, to := day(p.query.From), day(p.query.To)
	fromField, toField := kit.NewField(words.T("Dal"), from), kit.NewField(words.T("Al"), to)
	toField.SetHelp(words.T("I due giorni sono compresi; vuoti, sempre."))
	q := p.query
	wrong := func() bool {
		fromField.SetError("")
		toField.SetError("")
		q = p.query
		q.Who = chosen(who)
		if register := chosen(what); register != q.Register {
			q.Register, q.UID = register, ""
		}
		var said string
		if q.From, said = typedDay(from); said != "" {
			fromField.SetError(said)
			return true
		}
		if q.To, said = typedDay(to); said != "" {
			toField.SetError(said)
			return true
		}
		if q.From != "" && q.To != "" && q.To < q.From {
			toField.SetError(words.T("Viene prima del primo giorno."))
			return true
		}
		return false
	}
	set := func(q app.TrailQuery) {
		p.query = q
		p.tellFilters()
		p.ask()
		p.list.FocusList()
	}
	kit.ShowDialog(p.shell.win, kit.DialogConfig{
		Title: words.T("Che cosa mostrare"), Default: 2, Width: 600,
		Content: kit.Column(kit.GapField, kit.NewField(words.T("Chi"), who), kit.NewField(words.T("Che cosa"), what), kit.Reflow(fromField, toField)),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Mostra tutto"), Kind: kit.Outlined, Do: func() { set(app.TrailQuery{Text: p.query.Text}) }},
			{Label: words.T("Mostra"), Kind: kit.Filled, Stay: wrong, Do: func() { set(q) }},
		},
	})
}

// typedDay is a day that may be left out; said is what is wrong with it.
func typedDay(e *kit.Entry) (day form.Date, said string) {
	if blank(e.Text) {
		return "", ""
	}
	day, said = form.ParseDate(e.Text)
	return day, words.Sentence(said)
}

// choose shows the change in a row.
func (p *trailPage) choose(i int) {
	if c, ok := p.at(i); ok {
		p.seq = c.Seq
		p.show(c)
	}
}

// open goes on to the record or paper of a row.
func (p *trailPage) open(i int) {
	if c, ok := p.at(i); ok && c.There {
		p.goTo(c)
	}
}

func (p *trailPage) goTo(c app.TrailRow) {
	if c.Register == app.PrintRegister {
		p.shell.openPrint(c.UID)
		return
	}
	p.shell.openRecord(c.Register, c.UID)
}

// openPrint goes to a printed paper in its tab.
func (s *Shell) openPrint(uid string) {
	if p, front := kindOf[*documentsPage](s); p != nil {
		p.uid = uid
		front()
		if x, ok := p.current(); ok {
			p.choose(x)
		}
	}
}

// backToList is the way back to the list where that is a step of its own.
func (p *trailPage) backToList() fyne.CanvasObject {
	back := kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, func() {
		p.split.ShowList()
		p.list.FocusList()
	})
	p.split.OnSteps = func(two bool) { show(back, two) }
	show(back, p.split.TwoSteps())
	return back
}
