package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/guide"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// guidePage is the guide: its topics beside the text of one. It stands over the page
// of the tab, as a search does. The guide is Italian whatever the window speaks.
type guidePage struct {
	shell  *Shell
	list   *kit.ListPane
	split  *kit.PageView
	scroll *kit.Scroll
	topics []guide.Topic
	terms  []guide.Term // of the glossary, those that hold what is looked for
	key    string       // of the topic that shows
}

// help opens the guide at the topic of what one sees.
func (s *Shell) help() { newGuidePage(s, s.topicHere()) }

// helpKey opens the guide by F1, which the menu shows but cannot hear.
func (s *Shell) helpKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF1 && s.locked == "" && s.rail != nil && !kit.DialogOpen(s.win) {
		s.forget()
		s.help()
	}
}

// topicHere is the topic of the register in front, or of its tab.
func (s *Shell) topicHere() string {
	p := s.current()
	if t, ok := p.(*tabbedPage); ok {
		p = t.current().page
	}
	if r, ok := p.(*registerPage); ok {
		return guide.OfRegister(r.reg.Key)
	}
	switch s.tabs[s.rail.Selected()].tab {
	case app.TabDeadlines:
		return "scadenze"
	case app.TabTreatments:
		return "trattamenti"
	case app.TabPeople:
		return "autorizzazioni"
	case app.TabBackup:
		return "copie-dei-dati"
	case app.TabDocuments:
		return "stampare"
	}
	return guide.Start
}

func newGuidePage(s *Shell, key string) *guidePage {
	s.current().leave()
	p := &guidePage{shell: s, key: key}
	p.topics, p.terms = guide.Find("")
	p.list = kit.NewListPane(words.T("Guida"), "")
	p.list.SetModel(func() int { return len(p.topics) }, func(i int) kit.RowData {
		d := kit.RowData{Title: p.topics[i].Title, Second: guideSummary(p.topics[i])}
		if p.topics[i].Key == guide.GlossaryKey {
			d.Second = words.Plural(len(p.terms), "%d parola", "%d parole")
		}
		return d
	})
	if words.Language() != words.Italian {
		p.list.SetCount(words.T("La guida è in italiano"))
	}
	p.list.OnSearch = p.look
	p.list.OnSelect = func(i int) { p.read(p.topics[i]) }
	p.list.OnOpen = func(i int) {
		p.read(p.topics[i])
		p.split.ShowRecord()
	}
	p.list.OnEscape = s.back
	p.list.SetFoot(kit.NewLink(words.T("Chiudi la guida"), kit.IconChevronLeft, s.back))
	p.split = kit.NewPageView(p.list, kit.Sheet(kit.Column(0)))
	s.show(p.split.Object())
	s.over = func() { newGuidePage(s, p.key) }
	s.frontActions = actions{search: p.list.FocusSearch}
	for i, t := range p.topics {
		if t.Key == key {
			p.list.Select(i)
			p.read(t)
			p.split.ShowRecord()
		}
	}
	p.list.FocusList()
	return p
}

// look cuts the list down to the topics that hold what is asked for, and shows the
// first of them.
func (p *guidePage) look(text string) {
	p.topics, p.terms = guide.Find(text)
	p.list.SetEmpty(words.F("Niente con «%s»", text))
	p.list.Refresh()
	p.list.Select(-1)
	if len(p.topics) > 0 {
		p.list.Select(0)
		p.read(p.topics[0])
	}
	p.split.ShowList()
}

// read shows a topic.
func (p *guidePage) read(t guide.Topic) {
	p.key = t.Key
	column := kit.Column(kit.GapSmall)
	if t.Key == guide.GlossaryKey {
		for _, x := range p.terms {
			column.Add(kit.Column(2, kit.NewStyledText(x.Name, theme.SizeNameText, theme.ColorNameForeground, true), kit.NewText(x.Meaning)))
		}
	} else {
		for _, b := range t.Blocks {
			column.Add(guideBlock(b))
		}
	}
	head := kit.Row(0, kit.Grow(kit.NewHeading(t.Title)))
	back := kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, func() {
		p.split.ShowList()
		p.list.FocusList()
	})
	p.split.OnSteps = func(two bool) { show(back, two) }
	show(back, p.split.TwoSteps())
	p.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column)))
	p.split.SetRecord(kit.Record(head, p.scroll, nil,
		kit.ActionBar(back, kit.NewButton(kit.Filled, words.T("Torna al lavoro"), kit.IconChevronLeft, p.shell.back))))
}

// guideSummary is how a topic begins, as much of it as a row has room for.
func guideSummary(t guide.Topic) string {
	for _, b := range t.Blocks {
		if para, ok := b.(doc.Para); ok {
			return doc.Plain(para.Runs)
		}
	}
	return ""
}

// guideBlock shows a piece of a topic.
func guideBlock(b doc.Block) fyne.CanvasObject {
	switch b := b.(type) {
	case doc.Heading:
		return kit.NewSubheading(b.Text)
	case doc.List:
		items := kit.Column(kit.GapTight)
		for i, runs := range b.Items {
			mark := "–"
			if b.Ordered {
				mark = strconv.Itoa(i+1) + "."
			}
			items.Add(kit.RowTop(0, kit.Fixed(24, kit.NewLine(mark)), kit.Grow(kit.NewText(doc.Plain(runs)))))
		}
		return items
	case doc.Note:
		return kit.NewStyledText(doc.Plain(b.Runs), theme.SizeNameText, theme.ColorNameForeground, true)
	case doc.Para:
		return kit.NewText(doc.Plain(b.Runs))
	}
	return kit.Spacer()
}
