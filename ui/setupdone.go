package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// mostGaps is how many records the last page names.
const mostGaps = 12

// buildDone shows what one has, prints it, and says what is left to do.
func (p *setupPage) buildDone() {
	s := p.shell
	p.title(words.T("Ecco che cosa avete"), words.T("Stampate, fate firmare e conservate. Tutto si può correggere quando volete, nelle schede."))
	have := kit.Column(kit.GapSmall)
	count := func(t *form.Type) int { return len(s.world.Records(t.Key)) }
	for _, line := range []struct {
		n    int
		said string
	}{
		{count(app.TreatmentForm.Type()), words.Plural(count(app.TreatmentForm.Type()), "%d scheda nel registro dei trattamenti", "%d schede nel registro dei trattamenti")},
		{count(app.AppointmentForm.Type()), words.Plural(count(app.AppointmentForm.Type()), "%d lettera di nomina da firmare", "%d lettere di nomina da firmare")},
		{count(app.PersonForm.Type()), words.Plural(count(app.PersonForm.Type()), "%d persona", "%d persone")},
		{count(app.SiteForm.Type()), words.Plural(count(app.SiteForm.Type()), "%d sede", "%d sedi")},
		{count(app.SupplierForm.Type()), words.Plural(count(app.SupplierForm.Type()), "%d fornitore che tratta dati per voi", "%d fornitori che trattano dati per voi")},
		{count(app.BackupPlanForm.Type()), words.Plural(count(app.BackupPlanForm.Type()), "%d piano di backup", "%d piani di backup")},
	} {
		if line.n > 0 {
			have.Add(kit.Row(kit.GapSmall, kit.NewIcon(kit.IconCheck, theme.ColorNameSuccess, theme.SizeNameInlineIcon), kit.Grow(kit.NewText(line.said))))
		}
	}
	letters := kit.NewButton(kit.Outlined, words.T("Stampa le lettere"), kit.IconPrinter, p.then(s.printLetters))
	register := kit.NewButton(kit.Outlined, words.T("Stampa il registro"), kit.IconPrinter, p.then(func() { p.print("controller-register") }))
	document := kit.NewButton(kit.Outlined, words.T("Stampa il documento"), kit.IconPrinter, p.then(func() { p.print(app.AccountabilityKind) }))
	p.first = letters
	print := kit.Flow(kit.GapSmall, letters, register, document)
	p.body.Add(kit.Abreast(820, 0.56, kit.Panel(kit.Column(kit.GapField, have, print)), kit.Panel(p.gaps())))
}

// then does something that covers the page, which is gone back to from there.
func (p *setupPage) then(do func()) func() {
	return func() {
		s := p.shell
		s.under = func() { newSetupPage(s, p.setup, p.all) }
		do()
	}
}

func (p *setupPage) print(kind string) {
	if paper, ok := papers.Find(p.shell.cfg.Papers, kind); ok {
		p.shell.print(paper, "", false)
	}
}

// gaps lists what the configuration could not know, each a click from its field.
func (p *setupPage) gaps() fyne.CanvasObject {
	s := p.shell
	gaps := app.Gaps(s.world, s.cfg.Registers)
	list := kit.Column(kit.GapTight, kit.NewSubheading(words.T("Che cosa resta da fare")), s.gapList(gaps, mostGaps))
	if len(gaps) > 0 {
		list.Add(kit.NewHelp(words.T("Lo trovate anche nella pagina delle Scadenze, con ciò che va firmato e quando.")))
	}
	return list
}

// gapList names the records that lack something, the first of them as links to it.
func (s *Shell) gapList(gaps []app.Gap, most int) *fyne.Container {
	list := kit.Column(kit.GapTight)
	for _, g := range gaps[:min(most, len(gaps))] {
		name, lacks := s.gapWords(g)
		list.Add(kit.Column(0, kit.NewLink(name, kit.IconArrowRight, func() { s.openAt(g.Register, g.UID, g.Paths[0]) }), kit.NewHelp(lacks)))
	}
	if len(gaps) == 0 {
		list.Add(kit.NewHelp(words.T("Niente: nelle schede non manca nulla. Le lettere si fanno firmare.")))
	}
	if more := len(gaps) - most; more > 0 {
		list.Add(kit.NewHelp(words.Plural(more, "e %d altra scheda.", "e altre %d schede.")))
	}
	return list
}

// mostListed is how many records the page of what is missing names.
const mostListed = 100

// showGaps lists what is missing in the records, over the page of the tab.
func (s *Shell) showGaps() {
	s.current().leave()
	head := kit.NewStyledLine(words.T("Che cosa manca"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	back := kit.NewButton(kit.Filled, words.T("Torna al lavoro"), kit.IconChevronLeft, s.back)
	list := s.gapList(app.Gaps(s.world, s.cfg.Registers), mostListed)
	s.show(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, list)), nil, kit.ActionBar(nil, back)))
	s.over = s.showGaps
	kit.FocusOn(back)
}

// gapWords say which record lacks something, and what.
func (s *Shell) gapWords(g app.Gap) (name, lacks string) {
	reg, _ := app.RegisterOf(s.cfg.Registers, g.Register)
	var labels []string
	for _, path := range g.Paths {
		t, f := reg.Leaf(path)
		labels = append(labels, formwords.Label(t, f))
	}
	return reg.Type.Named(s.world.Record(g.Register, g.UID), s.names), strings.Join(unique(labels), ", ")
}

// unique drops what was said before.
func unique(list []string) (out []string) {
	seen := map[string]bool{}
	for _, x := range list {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
