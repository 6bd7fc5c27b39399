package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/words"
)

// paperItems offers every paper of the whole office, the lists and the blank ones:
// under the tab they belong to, for all of them are more than a window is high.
func (s *Shell) paperItems() []*fyne.MenuItem {
	whole := func(p papers.Paper) bool { return p.Filled && p.Register == "" && !papers.IsList(p) }
	list := func(p papers.Paper) bool { return p.Filled && papers.IsList(p) }
	blank := func(p papers.Paper) bool { return p.Blank && !papers.IsList(p) }
	out := append(s.byTab(whole, false), fyne.NewMenuItemSeparator(),
		submenu(words.T("Elenchi"), s.byTab(list, false)), submenu(words.T("Moduli in bianco"), s.byTab(blank, true)))
	return out
}

// mostPapers is how many papers stand in one menu.
const mostPapers = 16

// byTab offers the papers that are wanted, those of a tab below its name if they are
// some, then those of no tab.
func (s *Shell) byTab(wanted func(papers.Paper) bool, blank bool) []*fyne.MenuItem {
	type entry struct {
		register string
		item     *fyne.MenuItem
	}
	of := map[app.Tab][]entry{}
	var others []*fyne.MenuItem
	for _, p := range s.cfg.Papers {
		if !wanted(p) {
			continue
		}
		x := entry{p.Register, item(p.Title, "", func() { s.print(p, "", blank) })}
		if tab, ok := s.tabOf(p); ok {
			of[tab] = append(of[tab], x)
		} else {
			others = append(others, x.item)
		}
	}
	var out []*fyne.MenuItem
	for _, t := range s.tabs {
		byRegister := map[string][]*fyne.MenuItem{}
		for _, x := range of[t.tab] {
			byRegister[x.register] = append(byRegister[x.register], x.item)
		}
		var list []*fyne.MenuItem
		for _, x := range of[t.tab] {
			switch same := byRegister[x.register]; {
			case x.register == "" || len(of[t.tab]) <= mostPapers || len(same) <= 2:
				list = append(list, x.item)
			case x.item == same[0]: // the many papers of one register stand below its name
				r, _ := app.RegisterOf(s.cfg.Registers, x.register)
				list = append(list, submenu(formwords.Short(r.Type, r.Label()), same))
			}
		}
		switch len(list) {
		case 0:
		case 1: // nobody looks for the one paper of a tab a step further away
			out = append(out, list[0])
		default:
			out = append(out, submenu(t.label, list))
		}
	}
	return append(out, others...)
}

// tabOf is the tab of the register that a paper is of, or that stands in it: the
// last of some, for the crisis team is looked for among the breaches.
func (s *Shell) tabOf(p papers.Paper) (app.Tab, bool) {
	for _, r := range slices.Backward(s.cfg.Registers) {
		if r.Key == p.Register || papers.IsListOf(p, r.Key) || slices.Contains(r.Whole, p.Kind) {
			return r.Tab, true
		}
	}
	return 0, false
}

func submenu(label string, items []*fyne.MenuItem) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, nil)
	m.ChildMenu = fyne.NewMenu("", items...)
	return m
}
