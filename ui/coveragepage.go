package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/coverageview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// officeCoverage reads the office and shows which risks no measure covers.
func (s *Shell) officeCoverage() {
	s.current().leave()
	var d *app.Dossier
	s.work(words.T("Guardo le misure"), func(ctx context.Context) (err error) {
		if d, err = s.cfg.Store.Dossier(ctx, s.cfg.Now()); err != nil {
			return fmt.Errorf("read the office for its coverage: %w", err)
		}
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		newCoveragePage(s, d)
	})
}

// coveragePage is the picture of the whole office: a cell is bare if it is in any
// treatment, and leads to the treatments and to what would cover it there.
type coveragePage struct {
	shell *Shell
	d     *app.Dossier
	cells map[[2]string]app.OfficeCell
	view  *coverageview.View
}

func newCoveragePage(s *Shell, d *app.Dossier) *coveragePage {
	p := &coveragePage{shell: s, d: d, cells: app.OfficeCoverage(d)}
	var scroll *kit.Scroll // around the picture, which asks for its height anew
	p.view = coverageview.New(coverageview.Config{
		Cell: func(danger, risk string) coverageview.Cell {
			c := p.cells[[2]string{danger, risk}]
			return coverageview.Cell{Cell: c.Cell, In: len(c.Bare)}
		},
		Name:   s.measureName,
		Reason: p.reason,
		Offer:  p.offer,
		Beside: true,
		Moved:  func() { scroll.Refresh() },
	})
	bare, going := p.view.Bare(), len(app.GoingOn(d))
	chip := kit.NewChip(kit.ToneOK, kit.IconCheck, words.T("tutto coperto"))
	text := words.T("Le misure in essere coprono ogni rischio in tutte le schede.")
	switch {
	case going == 0:
		chip = kit.NewChip(kit.ToneNeutral, kit.IconInfo, words.T("nessun trattamento"))
		text = words.T("Non ci sono trattamenti in corso: la copertura si vede quando c’è almeno una scheda.")
	case bare > 0:
		chip = kit.NewChip(kit.ToneWarn, kit.IconWarning, words.Plural(bare, "%d casella scoperta", "%d caselle scoperte"))
		text = words.T("Ogni casella è un rischio che un pericolo porta. È scoperta se in qualche scheda nessuna misura in essere la copre: sceglietela per vedere dove, e che cosa la coprirebbe.")
	}
	head := kit.Row(kit.GapPanel, kit.Grow(kit.NewStyledLine(words.T("Copertura dell’ufficio"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)), chip)
	column := kit.Column(kit.GapField, kit.NewHelp(text))
	if going > 0 {
		column.Add(p.view.Object())
	}
	scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(1000, column)))
	bar := kit.ActionBar(kit.NewLink(words.T("Torna"), kit.IconChevronLeft, s.back), p.printers()...)
	s.show(kit.Record(head, scroll, nil, bar))
	s.over, s.frontActions = s.officeCoverage, actions{print: p.print("coverage")}
	p.view.Focus()
	return p
}

// printers are buttons for the papers of coverage and measures.
func (p *coveragePage) printers() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range []struct {
		kind, label string
		look        kit.ButtonKind
	}{{"measures-adoption", words.T("Stampa il piano"), kit.Outlined}, {"coverage", words.T("Stampa la copertura"), kit.Filled}} {
		if do := p.print(x.kind); do != nil {
			out = append(out, kit.NewButton(x.look, x.label, kit.IconPrinter, do))
		}
	}
	return out
}

func (p *coveragePage) print(kind string) func() {
	paper, ok := papers.Find(p.shell.cfg.Papers, kind)
	if !ok {
		return nil
	}
	return func() { p.shell.print(paper, "", false) }
}

// reason is why a danger was set aside in every treatment.
func (p *coveragePage) reason(danger string) string {
	for _, t := range app.GoingOn(p.d) {
		if why := reasonOf(t, danger); why != "" {
			return why
		}
	}
	return ""
}

// mostBare is how many treatments are named beside the picture.
const mostBare = 5

// offer names the treatments in which a cell is bare, and measures of the office
// that would cover it in all of them.
func (p *coveragePage) offer(c app.Cell) []fyne.CanvasObject {
	s := p.shell
	cell := p.cells[[2]string{c.Danger, c.Risk}]
	var bare []app.Cell
	for _, x := range p.cells {
		if x.State == app.Bare {
			bare = append(bare, x.Cell)
		}
	}
	out := []fyne.CanvasObject{kit.NewText(words.Plural(len(cell.Bare), "Scoperta in %d scheda:", "Scoperta in %d schede:"))}
	shown := cell.Bare
	if len(shown) > mostBare+1 { // one more is no longer than to say so
		shown = shown[:mostBare]
	}
	for _, t := range shown {
		out = append(out, kit.NewLink(t.Title, kit.IconArrowRight, func() { p.open(t) }))
	}
	if n := len(cell.Bare) - len(shown); n > 0 {
		out = append(out, kit.NewHelp(words.F("e in altre %d", n)))
	}
	return append(out, coverageview.Suggestions(slugs(app.Suggested(p.d.Catalogues, c, bare)), s.measureName, func(slug string) []fyne.CanvasObject {
		return []fyne.CanvasObject{kit.NewLink(words.T("Aggiungi alle misure dell’ufficio"), kit.IconPlus, func() { p.add(slug) })}
	})...)
}

// open shows a treatment at its measures.
func (p *coveragePage) open(t *app.Treatment) {
	if r := p.shell.openRecord(app.TreatmentForm.Key, t.UID()); r != nil {
		r.view.Focus("measures")
	}
}

// add starts a measure of the office; state and dates are the user's to say.
func (p *coveragePage) add(slug string) {
	r := p.shell.openRecord(app.OfficeMeasureForm.Key, "")
	if r == nil {
		return
	}
	m, ok := r.ed.Rec.(*app.OfficeMeasure)
	if !ok || r.dirty && m.Measure.Measure != "" && m.Measure.Measure != slug {
		return // one that was left half written stands there
	}
	r.view.Choose("measure", slug)
	r.view.Focus("state")
}
