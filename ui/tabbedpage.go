package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tutela/app"
	"tutela/ui/formwords"
	"tutela/ui/kit"
)

// tabbedPage is a tab that holds some registers, each under a tab of its own.
type tabbedPage struct {
	pages []*registerPage
	tabs  *kit.SubTabs
	body  *fyne.Container
	whole fyne.CanvasObject
}

func newTabbedPage(s *Shell, regs []app.Register) *tabbedPage {
	t := &tabbedPage{body: container.NewStack()}
	labels := make([]string, len(regs))
	for i, r := range regs {
		labels[i] = formwords.Short(r.Type, r.Label())
		t.pages = append(t.pages, newRegisterPage(s, r))
	}
	t.tabs = kit.NewSubTabs(labels, t.change)
	t.whole = kit.Frame(kit.Column(kit.GapSmall, t.tabs, kit.Spacer()), nil, nil, nil, t.body)
	return t
}

func (t *tabbedPage) change(i int) {
	for _, p := range t.pages {
		p.leave()
	}
	t.body.Objects = []fyne.CanvasObject{t.pages[i].object()}
	t.body.Refresh()
	t.pages[i].shown()
	t.pages[i].focus()
}

// turn goes to the list before or after, if there is one.
func (t *tabbedPage) turn(by int) {
	if i := t.tabs.Selected() + by; i >= 0 && i < len(t.pages) {
		t.tabs.Select(i)
		t.change(i)
	}
}

func (t *tabbedPage) current() *registerPage { return t.pages[t.tabs.Selected()] }

func (t *tabbedPage) object() fyne.CanvasObject {
	if len(t.body.Objects) == 0 {
		t.body.Objects = []fyne.CanvasObject{t.current().object()}
	}
	return t.whole
}
func (t *tabbedPage) shown()           { t.current().shown() }
func (t *tabbedPage) focus()           { t.current().focus() }
func (t *tabbedPage) leave()           { t.current().leave() }
func (t *tabbedPage) actions() actions { return t.current().actions() }
