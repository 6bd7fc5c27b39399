package ui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// batchPage prints many papers at once. It stands over the page of the tab, as
// the search does.
type batchPage struct {
	shell  *Shell
	list   *kit.ListPane
	object fyne.CanvasObject
	save   *kit.Button
	one    *kit.Button
	send   *kit.Button
	batch  *batch
	at     string             // the row that is marked, whatever is listed
	stop   context.CancelFunc // ends the look at the office
}

func dayOf(at time.Time) string { return form.DateOf(at).String() }

// printMany opens the list of all that can be printed of the office.
func (s *Shell) printMany() { newBatchPage(s, words.T("Stampa più documenti"), "") }

// printLetters opens the list of the letters of all appointments.
func (s *Shell) printLetters() {
	newBatchPage(s, words.T("Stampa tutte le lettere"), app.AppointmentForm.Key)
}

// printOpen opens the list of what was never printed, has changed since or is not
// signed.
func (s *Shell) printOpen() {
	p := newBatchPage(s, words.T("Stampa più documenti"), "")
	p.batch.narrow = openPapers
	p.tell()
}

// newBatchPage lists the papers of the records of one register, or with "" all.
func newBatchPage(s *Shell, title, only string) *batchPage {
	s.current().leave()
	p := &batchPage{shell: s, batch: &batch{only: only}, stop: func() {}}
	p.list = kit.NewListPane(title, "")
	p.list.SetModel(func() int { return len(p.batch.rows) }, func(i int) kit.RowData { return p.batch.row(i) })
	p.list.OnSelect = func(i int) { p.at = p.batch.rowKey(i) }
	p.list.OnToggle = func(i int) {
		p.batch.toggle(i)
		p.tell()
	}
	p.list.OnSearch = func(text string) {
		p.batch.text = text
		p.arrange()
	}
	p.list.OnEscape = p.close
	p.list.SetEmpty(words.T("Guardo che cosa si può stampare…"))
	p.save = kit.NewButton(kit.Outlined, words.T("In una cartella…"), kit.IconFolder, p.saveApart)
	p.one = kit.NewButton(kit.Outlined, words.T("Un solo PDF…"), kit.IconDownload, p.saveTogether)
	p.send = kit.NewButton(kit.Filled, words.T("Stampa…"), kit.IconPrinter, p.print)
	bar := kit.ActionBar(kit.NewLink(words.T("Torna"), kit.IconChevronLeft, p.close), p.one, p.save, p.send)
	p.object = kit.Frame(nil, kit.Pad(kit.GapPanel, 0, 0, 0, kit.Sheet(bar)), nil, nil, p.list)
	s.show(p.object)
	s.over, s.frontActions = func() { newBatchPage(s, title, only) }, actions{search: p.list.FocusSearch, print: p.print}
	p.tell()
	p.gather()
	return p
}

func (p *batchPage) close() {
	p.stop()
	p.shell.back()
}

// gather looks at the office away from the window's thread: first what there is,
// then, some at a time, what has changed since it was printed.
func (p *batchPage) gather() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	s := p.shell
	p.stop, s.endBatch = stop, stop
	store, registers, list, now := s.cfg.Store, s.cfg.Registers, s.cfg.Papers, s.cfg.Now()
	here := func(do func()) {
		s.cfg.Do(func() {
			if s.front != p.object || store != s.cfg.Store || s.shut {
				stop() // one has gone elsewhere
			}
			if ctx.Err() == nil {
				do()
			}
		})
	}
	fail := func(err error) { here(func() { s.fail(err) }) }
	s.background(func() {
		b, err := gatherBatch(ctx, store, registers, list)
		if err != nil {
			fail(err)
			return
		}
		// What is compared here is shown there: the list of them is made once.
		var printed []*batchDoc
		for _, d := range b.docs {
			if d.state == stillUnknown {
				printed = append(printed, d)
			}
		}
		here(func() { p.show(b) })
		if len(printed) == 0 {
			return
		}
		d, err := store.Dossier(ctx, now)
		if err != nil {
			fail(err)
			return
		}
		checkBatch(ctx, d, printed, func(from int, same []bool) {
			here(func() { p.checked(printed[from:from+len(same)], same) })
		})
	})
}

// show puts what there is into the list; what was not to be printed before stays
// so.
func (p *batchPage) show(b *batch) {
	off := map[string]bool{}
	for _, d := range p.batch.docs {
		off[d.key()] = d.off
	}
	for _, d := range b.docs {
		d.off = off[d.key()]
	}
	b.only, b.narrow, b.text = p.batch.only, p.batch.narrow, p.batch.text
	first := len(p.batch.docs) == 0
	p.batch = b
	p.arrange()
	// Rows that were not there could not have the keyboard.
	if first && !kit.IsSearch(p.shell.win.Canvas().Focused()) {
		p.list.FocusList()
	}
}

func (p *batchPage) checked(docs []*batchDoc, same []bool) {
	for i, d := range docs {
		d.state = changedSince
		if same[i] {
			d.state = samePrinted
		}
	}
	p.arrange()
}

func (p *batchPage) arrange() {
	p.batch.arrange()
	p.tell()
	for i := range p.batch.rows {
		if p.batch.rowKey(i) == p.at {
			p.list.Select(i)
			return
		}
	}
	p.list.Select(-1)
}

// tell shows rows, counts and what can be done.
func (p *batchPage) tell() {
	b := p.batch
	all, wanted, open, unknown := b.counts()
	taken := len(b.taken())
	var filters []kit.Filter
	if all == 0 && len(b.groups) > 0 {
		p.list.SetEmpty(words.T("Non c’è ancora niente da stampare."))
	}
	if all > 0 {
		more := ""
		if unknown > 0 {
			more = "…"
		}
		filters = []kit.Filter{
			{Word: words.T("tutti"), Count: strconv.Itoa(all), On: b.narrow == everyPaper},
			{Word: words.T("solo mai stampati o cambiati"), Count: strconv.Itoa(wanted) + more, On: b.narrow == wantedPapers},
			{Word: words.T("anche quelli da firmare"), Count: strconv.Itoa(open) + more, On: b.narrow == openPapers},
		}
		sentence := words.T("Niente è cambiato dall’ultima stampa.")
		switch {
		case !blank(b.text):
			sentence = words.F("Niente con «%s»", strings.TrimSpace(b.text))
		case unknown > 0:
			sentence = words.T("Confronto i documenti con la loro ultima stampa…")
		}
		p.list.SetEmpty(sentence)
	}
	p.list.SetFilters(filters, func(i int) {
		b.narrow = batchNarrow(i)
		p.arrange()
	})
	count := words.F("scelti %d di %d", taken, all)
	if unknown > 0 {
		count += " · " + words.F("ne confronto ancora %d", unknown)
	}
	p.list.SetCount(count)
	p.list.Refresh()
	for _, button := range []*kit.Button{p.save, p.one, p.send} {
		if taken > 0 {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}
