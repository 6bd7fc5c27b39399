package ui

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// sinceEdition is what the document would say otherwise today than in its last
// signed edition. It is made behind the window, when the home page is in front and
// the office was read anew.
type sinceEdition struct {
	asked   time.Time // of the outlook after which it was looked for
	running bool
	signed  app.Print
	titles  []string // of the sections that differ, in order
	waiting string   // the number of a newer edition that is not signed yet
}

// sincePanel is the panel of what changed since the signed edition.
func (p *homePage) sincePanel() fyne.CanvasObject {
	p.sheet = kit.Panel(p.since)
	p.sheet.Hide()
	return p.sheet
}

// lookSince compares the document with its signed edition behind the window.
func (p *homePage) lookSince() {
	s := p.shell
	e := &s.edition
	if !s.outlook.known || e.running || e.asked.Equal(s.outlook.at) || s.current() != page(p) {
		return
	}
	e.running, e.asked = true, s.outlook.at
	cfg := s.cfg
	s.background(func() {
		time.Sleep(lookAfter) // the window is being drawn, and what is due comes first
		found, err := sinceSigned(context.Background(), cfg)
		s.cfg.Do(func() {
			switch {
			case s.shut || cfg.Store != s.cfg.Store:
				return
			case err != nil:
				s.cfg.Log.Error("compare the document with its signed edition", "error", err)
			}
			found.asked = s.edition.asked
			s.edition = found
			p.tellSince()
		})
	})
}

// sinceSigned says what the document would say otherwise today than in its last
// signed edition; without one, or where nothing differs, it names no sections.
func sinceSigned(ctx context.Context, cfg Config) (e sinceEdition, err error) {
	prints, err := cfg.Store.Prints(ctx) // the newest first
	if err != nil {
		return e, err
	}
	editions := slices.DeleteFunc(prints, func(x app.Print) bool { return x.Kind != app.AccountabilityKind || x.Revision == 0 })
	i := slices.IndexFunc(editions, func(x app.Print) bool { return x.State == app.PrintSigned })
	paper, ok := papers.Find(cfg.Papers, app.AccountabilityKind)
	if i < 0 || !ok {
		return e, nil
	}
	e.signed = editions[i]
	if i > 0 {
		e.waiting = editions[0].Number()
	}
	d, err := cfg.Store.Dossier(ctx, cfg.Now())
	if err != nil || stillSays(d, paper, e.signed) {
		return e, err
	}
	before, err := sectionsOfKept(ctx, cfg.Store, e.signed)
	if err != nil {
		return e, err
	}
	after, err := sectionsToday(d, cfg.Papers, e.signed)
	for _, c := range doc.Compare(before, after) {
		e.titles = append(e.titles, papers.SectionName(c))
	}
	return e, err
}

// mostSections is how many sections are named of those that changed.
const mostSections = 3

// tellSince shows what changed since the signed edition, and looks for it anew.
func (p *homePage) tellSince() {
	s := p.shell
	e := s.edition
	show(p.sheet, len(e.titles) > 0)
	p.since.Objects = nil
	if len(e.titles) > 0 {
		number := e.signed.Number()
		said := words.Plural(len(e.titles), "Il documento firmato oggi direbbe altro in %d sezione:", "Il documento firmato oggi direbbe altro in %d sezioni:")
		named := strings.Join(e.titles[:min(len(e.titles), mostSections)], "; ")
		if rest := len(e.titles) - mostSections; rest > 0 {
			named += " " + words.Plural(rest, "e %d altra", "e altre %d")
		}
		p.since.Add(kit.NewSubheading(words.F("Dall’edizione %s, firmata il %s", number, lastDay(e.signed.Signed))))
		p.since.Add(kit.Row(kit.GapSmall, kit.NewIcon(kit.IconWarning, kit.ToneWarn.Ink(), theme.SizeNameText), kit.Grow(kit.NewText(said+" "+named+"."))))
		if e.waiting != "" {
			p.since.Add(kit.NewHelp(words.F("L’edizione %s è già stampata e aspetta la firma.", e.waiting)))
		}
		signed := e.signed
		p.since.Add(kit.Flow(0, kit.NewLink(words.T("Che cosa è cambiato…"), kit.IconTable, func() { s.showChanges(signed, nil) })))
	}
	p.since.Refresh()
	p.scroll.Refresh()
	p.lookSince()
}
