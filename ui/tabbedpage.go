package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tutela/app"
	"tutela/ui/formwords"
	"tutela/ui/kit"
)

// subPage is a page under a tab of its own: a register, or a picture.
type subPage struct {
	label string
	page
}

// register is the register that the page shows; nil where it is a picture.
func (p subPage) register() *registerPage {
	r, _ := p.page.(*registerPage)
	return r
}

// tabbedPage is a tab that holds some pages, each under a tab of its own.
type tabbedPage struct {
	pages []subPage
	tabs  *kit.SubTabs
	body  *fyne.Container
	whole fyne.CanvasObject
}

func newTabbedPage(pages []subPage) *tabbedPage {
	t := &tabbedPage{pages: pages, body: container.NewStack()}
	labels := make([]string, len(pages))
	for i, p := range pages {
		labels[i] = p.label
	}
	t.tabs = kit.NewSubTabs(labels, t.change)
	t.whole = kit.Frame(kit.Column(kit.GapSmall, t.tabs, kit.Spacer()), nil, nil, nil, t.body)
	return t
}

// registerSubPage is a register under a tab of its own.
func registerSubPage(s *Shell, reg app.Register) subPage {
	return subPage{label: formwords.Short(reg.Type, reg.Label()), page: newRegisterPage(s, reg)}
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
		t.goTo(i)
	}
}

// goTo shows a page, if it is not the one that shows.
func (t *tabbedPage) goTo(i int) {
	if t.tabs.Selected() != i {
		t.tabs.Select(i)
		t.change(i)
	}
}

func (t *tabbedPage) current() subPage { return t.pages[t.tabs.Selected()] }

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

// kindOf finds the page of a kind that stands under a tab of its own within one of the
// rail, and what brings it to the front; nil where the window has none.
func kindOf[P interface {
	comparable
	page
}](s *Shell) (found P, front func()) {
	for i, p := range s.pages {
		t, ok := p.(*tabbedPage)
		if !ok {
			continue
		}
		for j, inner := range t.pages {
			if found, ok := inner.page.(P); ok {
				return found, func() {
					s.goTo(i)
					t.goTo(j)
				}
			}
		}
	}
	return found, nil
}
