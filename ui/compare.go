package ui

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// compareView shows any two versions of a record side by side, in place of its
// history.
type compareView struct {
	history       *historyView
	before, after *kit.Select
	count         *kit.Line
	list          *fyne.Container
	differs       []form.Difference
	shown         int
	print         *kit.Button
}

// compare shows what a version changed: the one at i beside the one before it,
// which can both be chosen anew.
func (h *historyView) compare(i int) {
	r := h.record
	s := r.page.shell
	c := &compareView{history: h, list: kit.Column(kit.GapField), count: kit.NewStyledLine("", theme.SizeNameCaptionText, kit.ColorInk2, false)}
	options := h.versionOptions()
	from := i - 1
	for from >= 0 && h.hollow(from) {
		from--
	}
	if from < 0 { // the first of all, beside the last
		from, i = i, len(h.changes)-1
	}
	choose := func(at int) *kit.Select {
		sel := kit.NewSelect(options)
		sel.SetValue(strconv.Itoa(at))
		sel.OnChanged = func(string) { c.tell() }
		return sel
	}
	c.before, c.after = choose(from), choose(i)
	head := kit.Column(kit.GapSmall,
		kit.NewStyledLine(words.F("Confronto di «%s»", r.ed.Type.Named(r.ed.Rec, s.names)), theme.SizeNameHeadingText, theme.ColorNameForeground, true),
		kit.Reflow(kit.NewField(words.T("Prima"), c.before), kit.NewField(words.T("Dopo"), c.after)), c.count)
	back := kit.NewButton(kit.Filled, words.T("Torna alla storia"), kit.IconChevronLeft, r.history)
	buttons := []fyne.CanvasObject{back}
	if paper, ok := comparisonOf(s.cfg.Papers, r.page.reg.Key); ok {
		c.print = kit.NewButton(kit.Outlined, words.T("Stampa il confronto"), kit.IconPrinter, func() { c.printIt(paper) })
		buttons = []fyne.CanvasObject{c.print, back}
	}
	scroll := kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, c.list))
	status := kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Si vede solo ciò che è diverso."))
	c.tell()
	r.page.split.SetRecord(kit.Record(kit.Row(kit.GapPanel, kit.Grow(head)), scroll, nil, kit.ActionBar(status, buttons...)))
	kit.FocusOn(back)
}

func comparisonOf(list []papers.Paper, register string) (papers.Paper, bool) {
	for _, p := range list {
		if p.Versions && p.Register == register {
			return p, true
		}
	}
	return papers.Paper{}, false
}

// hollow says that nothing is left of a version: a deletion, an erasure.
func (h *historyView) hollow(i int) bool {
	p := h.changes[i].Payload
	return len(p) == 0 || string(p) == "null"
}

// versionOptions are the versions that hold something, the newest first.
func (h *historyView) versionOptions() []kit.Option {
	var out []kit.Option
	for i := len(h.changes) - 1; i >= 0; i-- {
		if h.hollow(i) {
			continue
		}
		c := h.changes[i]
		out = append(out, kit.Option{
			Value: strconv.Itoa(i),
			Label: words.F("Versione %d, %s", i+1, form.MomentOf(c.At).String()) + " · " + c.Who,
		})
	}
	return out
}

// versions are the two that are chosen, the older one first; nil where they are
// the same.
func (c *compareView) versions() (*app.Versions, error) {
	from, err := strconv.Atoi(c.before.Value())
	if err != nil {
		return nil, err
	}
	to, err := strconv.Atoi(c.after.Value())
	if err != nil || from == to {
		return nil, err
	}
	return app.VersionsOf(c.history.record.ed.Type, c.history.changes, from+1, to+1)
}

// tell shows the two versions that are chosen.
func (c *compareView) tell() {
	s := c.history.record.page.shell
	c.list.Objects, c.differs, c.shown = nil, nil, 0
	defer func() { c.list.Refresh() }()
	v, err := c.versions()
	switch {
	case err != nil:
		s.fail(err)
		return
	case v == nil:
		c.count.SetText(words.T("Scegliete due versioni diverse."))
	default:
		c.differs = c.history.record.ed.Type.Compare(v.Before.Record, v.After.Record, s.names)
		c.count.SetText(words.Plural(len(c.differs), "%d campo diverso", "%d campi diversi"))
		if len(c.differs) == 0 {
			c.count.SetText(words.T("Le due versioni dicono le stesse cose."))
		}
		c.more()
	}
	if c.print != nil {
		c.print.Enable()
		if v == nil {
			c.print.Disable()
		}
	}
}

// differencesShown is how many differences are laid out at once.
const differencesShown = 40

// more lays out the next differences: label, then before and after abreast.
func (c *compareView) more() {
	if n := len(c.list.Objects); c.shown > 0 && n > 0 {
		c.list.Objects = c.list.Objects[:n-1] // the link that led here
	}
	t := c.history.record.ed.Type
	last := min(c.shown+differencesShown, len(c.differs))
	for _, d := range c.differs[c.shown:last] {
		d = formwords.Difference(t, d)
		c.list.Add(kit.Panel(kit.Pad(kit.GapPanel, kit.GapField, kit.GapPanel, kit.GapField, kit.Column(kit.GapSmall,
			kit.NewStyledText(d.Label, theme.SizeNameText, theme.ColorNameForeground, true),
			kit.Reflow(side(words.T("Prima"), d.Before), side(words.T("Dopo"), d.After))))))
	}
	c.shown = last
	if c.shown < len(c.differs) {
		c.list.Add(kit.NewLink(words.T("Mostra le altre differenze"), kit.IconChevronDown, func() {
			c.more()
			c.list.Refresh()
		}))
	}
}

func side(label, text string) fyne.CanvasObject {
	if text == "" {
		text = words.T("(niente)")
	}
	return kit.Column(2, kit.NewStyledText(label, theme.SizeNameCaptionText, kit.ColorInk2, false), kit.NewText(text))
}

// printIt shows the paper of the two versions.
func (c *compareView) printIt(paper papers.Paper) {
	s := c.history.record.page.shell
	v, err := c.versions()
	switch {
	case err != nil:
		s.fail(err)
		return
	case v == nil:
		return
	}
	uid := c.history.record.uid()
	s.current().leave()
	s.background(func() {
		p, err := versionsPaper(s.cfg, paper, v, uid)
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.preview(p)
		})
	})
}

func versionsPaper(cfg Config, paper papers.Paper, v *app.Versions, uid string) (*printed, error) {
	d, err := cfg.Store.Dossier(context.Background(), cfg.Now())
	if err != nil {
		return nil, fmt.Errorf("read the office for %s: %w", paper.Kind, err)
	}
	p := &printed{paper: paper, document: paper.Fill(d, v), subject: uid, loose: true}
	return p, p.write()
}
