package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// checkPage tells what does not fit in the whole office, record by record.
type checkPage struct {
	shell *Shell
	list  *kit.ListPane
	split *kit.PageView
	// all are the records that something was found in, groups those shown.
	all, groups [][]check.Finding
}

// checkOffice runs the checks over the whole office and shows what they find.
func (s *Shell) checkOffice() {
	s.current().leave()
	var found []check.Finding
	s.work(words.T("Controllo l’ufficio"), func(ctx context.Context) error {
		d, err := s.cfg.Store.Dossier(ctx, s.cfg.Now())
		if err != nil {
			return fmt.Errorf("read the office to check it: %w", err)
		}
		found = check.Office(d)
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.doubts.take(found)
		s.tellDoubts()
		newCheckPage(s, found)
	})
}

func newCheckPage(s *Shell, found []check.Finding) *checkPage {
	p := &checkPage{shell: s, all: byRecord(found)}
	p.groups = p.all
	p.list = kit.NewListPane(words.T("Controlla"), "")
	p.list.SetModel(func() int { return len(p.groups) }, p.row)
	p.list.SetCount(words.Plural(len(found), "%d avviso", "%d avvisi"))
	p.list.OnSelect = func(i int) { p.split.SetRecord(p.record(i)) }
	p.list.OnOpen = p.open
	p.list.OnEscape = s.back
	p.list.OnSearch = p.search
	p.list.SetEmpty(words.T("Niente da segnalare"))
	links := []*kit.Link{kit.NewLink(words.T("Chiudi il controllo"), kit.IconChevronLeft, s.back)}
	if paper, ok := papers.Find(s.cfg.Papers, "office-check"); ok {
		links = append(links, kit.NewLink(words.T("Stampa l’esito"), kit.IconPrinter, func() { s.print(paper, "", false) }))
	}
	p.list.SetFoot(links...)
	p.split = kit.NewPageView(p.list, p.empty(len(found)))
	s.show(p.split.Object())
	s.over, s.frontActions = s.checkOffice, actions{}
	if len(p.groups) > 0 && !p.split.TwoSteps() {
		p.list.Select(0)
		p.split.SetRecord(p.record(0))
	}
	p.list.FocusList()
	return p
}

// search cuts the list down to the records whose name holds the words typed.
func (p *checkPage) search(text string) {
	p.groups = nil
	for _, g := range p.all {
		if strings.Contains(strings.ToLower(g[0].Title), strings.ToLower(strings.TrimSpace(text))) {
			p.groups = append(p.groups, g)
		}
	}
	p.list.Select(-1)
	p.list.Refresh()
}

// byRecord puts the findings of each record together, in their order.
func byRecord(found []check.Finding) [][]check.Finding {
	var out [][]check.Finding
	for _, f := range found {
		last := len(out) - 1
		if last >= 0 && out[last][0].UID == f.UID && out[last][0].Rule.Register == f.Rule.Register {
			out[last] = append(out[last], f)
			continue
		}
		out = append(out, []check.Finding{f})
	}
	return out
}

func (p *checkPage) empty(found int) fyne.CanvasObject {
	if found > 0 {
		return kit.Sheet(kit.EmptyState(kit.IconWarning, words.T("Scegliete una scheda"),
			words.T("A sinistra le schede in cui qualcosa non torna. Sono avvisi: decidete voi che cosa correggere."), nil))
	}
	return kit.Sheet(kit.EmptyState(kit.IconCheck, words.T("Niente da segnalare"),
		words.F("Le %d regole di controllo non trovano contraddizioni nelle schede dell’ufficio.", len(check.Rules())), nil))
}

func (p *checkPage) row(i int) kit.RowData {
	g := p.groups[i]
	d := kit.RowData{Title: g[0].Title, Icon: kit.IconWarning, Tone: kit.ToneWarn, Word: doubtWords(len(g))}
	if reg, ok := app.RegisterOf(p.shell.cfg.Registers, g[0].Rule.Register); ok {
		d.Second = formwords.Short(reg.Type, reg.Label())
	}
	if d.Title == "" {
		d.Title = words.T("(senza nome)")
	}
	return d
}

func doubtWords(n int) string { return words.Plural(n, "%d avviso", "%d avvisi") }

// record lists the findings of one record, each leading to its field.
func (p *checkPage) record(i int) fyne.CanvasObject {
	g := p.groups[i]
	reg, _ := app.RegisterOf(p.shell.cfg.Registers, g[0].Rule.Register)
	column := kit.Column(kit.GapField)
	for n, f := range g {
		said := words.Sentence(f.Text)
		if f.Rule.Law != "" {
			said += " (" + f.Rule.Law + ")"
		}
		link := kit.NewLink(formwords.PathLabel(reg.Type, f.Path, f.Label), kit.IconArrowRight, func() { p.goTo(f) })
		column.Add(kit.RowTop(kit.GapSmall, kit.NewMark(n+1, kit.ToneWarn, theme.SizeNameText), kit.Grow(kit.Column(kit.GapTight, kit.NewText(said), link))))
		column.Add(kit.NewRule(kit.ColorRowRule))
	}
	head := kit.Row(kit.GapPanel,
		kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, p.split.ShowList),
		kit.Grow(kit.NewStyledLine(g[0].Title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)),
		kit.NewChip(kit.ToneWarn, kit.IconWarning, doubtWords(len(g))))
	show(head.Objects[0], p.split.TwoSteps())
	open := kit.NewButton(kit.Filled, words.T("Apri la scheda"), kit.IconArrowRight, func() { p.open(i) })
	status := kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Sono avvisi: non impediscono di salvare né di stampare."))
	return kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column))), nil, kit.ActionBar(status, open))
}

func (p *checkPage) open(i int) {
	if i >= 0 && i < len(p.groups) {
		p.goTo(p.groups[i][0])
	}
}

// goTo opens the record of a finding at its field.
func (p *checkPage) goTo(f check.Finding) {
	if r := p.shell.openRecord(f.Rule.Register, f.UID); r != nil {
		r.view.Focus(f.Path)
	}
}
