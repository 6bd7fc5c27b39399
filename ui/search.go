package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// mostFound is how many records a search shows: who has more types another word.
const mostFound = 200

// searchPage looks for words in the whole office: what was found beside what it
// says. It stands over the page of the tab, as a preview does.
type searchPage struct {
	shell *Shell
	list  *kit.ListPane
	split *kit.PageView
	hits  []app.Hit
	// asked counts the questions, so that an answer that comes late is dropped;
	// stop ends the one that is being answered.
	asked int
	stop  context.CancelFunc
}

// searchOffice opens the search over the whole office.
func (s *Shell) searchOffice() { newSearchPage(s) }

func newSearchPage(s *Shell) *searchPage {
	s.current().leave()
	p := &searchPage{shell: s, stop: func() {}}
	p.list = kit.NewListPane(words.T("Cerca in tutto l’ufficio"), "")
	p.list.SetModel(func() int { return len(p.hits) }, p.row)
	p.list.OnSearch = p.look
	p.list.OnSelect = p.preview
	p.list.OnOpen = p.open
	p.list.OnEscape = s.back
	p.list.SetEmpty(words.T("Scrivete una o più parole, anche solo l’inizio: un nome, un programma, una finalità."))
	p.list.SetFoot(kit.NewLink(words.T("Chiudi la ricerca"), kit.IconChevronLeft, s.back))
	p.split = kit.NewPageView(p.list, p.nothing())
	s.show(p.split.Object())
	s.over, s.frontActions = s.searchOffice, actions{search: p.list.FocusSearch}
	p.list.FocusSearch()
	return p
}

func (p *searchPage) nothing() fyne.CanvasObject {
	return kit.Sheet(kit.EmptyState(kit.IconSearch, words.T("Cerca in tutto l’ufficio"),
		words.T("Le parole si cercano in ogni campo di ogni scheda, senza badare ad accenti e maiuscole. Scegliete una scheda a sinistra per vedere che cosa dice."), nil))
}

// look asks the file away from the window's thread: what is found while one goes
// on typing shows only if nothing else was asked since.
func (p *searchPage) look(text string) {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	p.asked++
	asked, s, file := p.asked, p.shell, p.shell.cfg.Store
	s.background(func() {
		hits, err := file.Search(ctx, text, mostFound)
		stop()
		s.cfg.Do(func() {
			switch {
			case asked != p.asked || file != s.cfg.Store || s.shut:
			case err != nil:
				s.fail(err)
			default:
				p.found(text, hits)
			}
		})
	})
}

// found shows the answer to a question.
func (p *searchPage) found(text string, hits []app.Hit) {
	p.hits = hits
	p.list.Select(-1)
	p.split.SetRecord(p.nothing())
	p.split.ShowList()
	switch {
	case strings.TrimSpace(text) == "":
		p.list.SetCount("")
		p.list.SetEmpty(words.T("Scrivete una o più parole, anche solo l’inizio: un nome, un programma, una finalità."))
	case len(hits) == mostFound:
		p.list.SetCount(words.F("i primi %d", mostFound))
	default:
		p.list.SetCount(words.Plural(len(hits), "%d trovata", "%d trovate"))
		p.list.SetEmpty(words.F("Niente con «%s»", strings.TrimSpace(text)))
	}
	p.list.Refresh()
}

func (p *searchPage) row(i int) kit.RowData {
	h := p.hits[i]
	d := kit.RowData{Title: h.Title, Second: h.Second, Tone: kit.ToneNeutral, Icon: kit.IconDocument}
	if reg, ok := app.RegisterOf(p.shell.cfg.Registers, h.Register); ok {
		d.Word, d.Icon = formwords.Short(reg.Type, reg.Label()), iconOf(reg.Tab)
	}
	if d.Title == "" {
		d.Title = words.T("(senza nome)")
	}
	return d
}

// preview shows what a record says, so that one need not leave the results.
func (p *searchPage) preview(i int) {
	h, s := p.hits[i], p.shell
	reg, ok := app.RegisterOf(s.cfg.Registers, h.Register)
	if !ok {
		return
	}
	rec, err := s.cfg.Store.Get(context.Background(), reg.Type, h.UID)
	if err != nil {
		s.fail(err)
		return
	}
	open := kit.NewButton(kit.Filled, words.T("Apri la scheda"), kit.IconArrowRight, func() { p.open(i) })
	head := kit.Row(kit.GapPanel,
		kit.Grow(kit.Column(2, kit.NewStyledLine(h.Title, theme.SizeNameHeadingText, theme.ColorNameForeground, true),
			kit.NewStyledLine(formwords.Short(reg.Type, reg.Label())+" · "+words.F("ultimo aggiornamento %s", form.DateOf(h.Updated).String()), theme.SizeNameCaptionText, kit.ColorInk2, false))))
	facts := differences(reg.Type, reg.Compare(nil, rec, s.names), true)
	back := kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, p.split.ShowList)
	p.split.OnSteps = func(two bool) { show(back, two) }
	show(back, p.split.TwoSteps())
	p.split.SetRecord(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, facts))), nil,
		kit.ActionBar(back, open)))
}

func (p *searchPage) open(i int) {
	if i < 0 || i >= len(p.hits) {
		return
	}
	h := p.hits[i]
	p.shell.openRecord(h.Register, h.UID)
}
