package ui

import (
	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// tab is one of those of the rail.
type tab struct {
	tab   app.Tab
	label string
	short string
	icon  kit.Icon
}

// allTabs are the tabs of the program, in the language in use. One shows when
// something stands in it.
func allTabs() []tab {
	return []tab{
		{app.TabDeadlines, words.T("Scadenze"), words.T("Scadenze"), kit.IconCalendar},
		{app.TabOffice, words.T("Ufficio"), words.T("Ufficio"), kit.IconOffice},
		{app.TabTreatments, words.T("Trattamenti"), words.T("Trattam."), kit.IconDocument},
		{app.TabPeople, words.T("Personale e credenziali"), words.T("Personale"), kit.IconPeopleKey},
		{app.TabBackup, words.T("Backup"), words.T("Backup"), kit.IconDatabase},
		{app.TabBreaches, words.T("Violazioni"), words.T("Violaz."), kit.IconShield},
		{app.TabRequests, words.T("Richieste"), words.T("Richieste"), kit.IconMail},
		{app.TabDocuments, words.T("Documenti"), words.T("Docum."), kit.IconPrinter},
	}
}

// place is where one is in the window, to come back to after it was built anew.
type place struct {
	tab, sub int
	uid      string
	open     bool
}

func (s *Shell) place() place {
	at := place{tab: s.rail.Selected()}
	if t, tabbed := s.current().(*tabbedPage); tabbed {
		at.sub = t.tabs.Selected()
	}
	if p := s.registerPage(); p != nil && p.open != nil {
		at.uid, at.open = p.open.uid(), true
	}
	return at
}

func (s *Shell) goToPlace(at place) {
	s.goTo(at.tab)
	if t, tabbed := s.current().(*tabbedPage); tabbed {
		t.goTo(at.sub)
	}
	if p := s.registerPage(); p != nil && at.open && !p.reg.Single {
		p.openRecord(at.uid)
	}
}

// pageOf makes the page of a tab from what stands in it, nil where nothing does.
func (s *Shell) pageOf(t tab) page {
	var regs []app.Register
	for _, r := range s.cfg.Registers {
		if r.Tab == t.tab {
			regs = append(regs, r)
		}
	}
	if t.tab == app.TabDeadlines {
		return newHomePage(s)
	}
	pages := s.picturesOf(t)
	if len(regs)+len(pages) == 0 {
		return nil
	}
	if len(regs) == 1 && len(pages) == 0 {
		return newRegisterPage(s, regs[0])
	}
	for _, r := range regs {
		if r.Picture {
			pages = append(pages, pictureSubPage(s, r))
		} else {
			pages = append(pages, registerSubPage(s, r))
		}
	}
	return newTabbedPage(pages)
}

// picturesOf are the pages of a tab that stand before its registers and show what
// is in them.
func (s *Shell) picturesOf(t tab) []subPage {
	switch t.tab {
	case app.TabBackup:
		return []subPage{{label: words.T("Quadro"), page: newBackupPage(s)}, {label: words.T("Copie di Tutela"), page: newCopiesPage(s)}}
	case app.TabDocuments:
		return []subPage{{label: words.T("Stampati"), page: newDocumentsPage(s)}}
	}
	return nil
}
