package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/papers"
)

// TestPaperMenu: every paper that needs no record can be printed from the menu, once
// in each form, no menu is longer than a small window is high, and none is opened
// for one paper.
func TestPaperMenu(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	const most = 20 // rows of 27 points below the menu bar, at 600 points
	offered := map[string]int{}
	var look func(label string, items []*fyne.MenuItem)
	look = func(label string, items []*fyne.MenuItem) {
		if len(items) > most {
			t.Errorf("%s has %d items", label, len(items))
		}
		for _, x := range items {
			if x.ChildMenu != nil {
				if len(x.ChildMenu.Items) < 2 {
					t.Errorf("%s > %s has %d items", label, x.Label, len(x.ChildMenu.Items))
				}
				look(label+" > "+x.Label, x.ChildMenu.Items)
			} else if !x.IsSeparator {
				offered[x.Label]++
			}
		}
	}
	for _, m := range s.win.MainMenu().Items {
		if m.Label == "Stampa" {
			look(m.Label, m.Items)
		}
	}
	for _, p := range s.cfg.Papers {
		want := 0
		if p.Filled && p.Register == "" {
			want++
		}
		if p.Blank && !papers.IsList(p) {
			want++
		}
		if offered[p.Title] != want {
			t.Errorf("%s is offered %d times, not %d", p.Title, offered[p.Title], want)
		}
	}
}
