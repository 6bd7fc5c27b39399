package ui

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/printview"
	"tutela/ui/words"
)

// documentsPage lists the papers that were printed, each kept as it was.
type documentsPage struct {
	shell  *Shell
	list   *kit.ListPane
	split  *kit.PageView
	all    []app.Print // the newest first
	rows   []app.Print
	text   string
	filter string // see in
	byName bool
	uid    string // of the paper that is shown
	atList bool   // one went back from it to the list, where that is a step of its own
	// verdict is what the last look at the paper shown has found.
	verdict *verdict
	// stale are the papers that would say something else today, stop ends the look
	// for them.
	stale map[string]bool
	stop  context.CancelFunc
	// pages are those of the paper pagesOf, beside what is told of it.
	pages   fyne.CanvasObject
	pagesOf string
}

func newDocumentsPage(s *Shell) *documentsPage {
	return &documentsPage{shell: s, stop: func() {}}
}

// build makes the page when it is first looked at.
func (p *documentsPage) build() {
	if p.split != nil {
		return
	}
	p.list = kit.NewListPane(words.T("Documenti"), "")
	p.list.SetModel(func() int { return len(p.rows) }, func(i int) kit.RowData { return printRow(p.rows[i], p.stale[p.rows[i].UID]) })
	p.list.OnSelect = p.open
	p.list.OnOpen = func(i int) {
		if i >= 0 && i < len(p.rows) {
			p.shell.previewKept(p.rows[i])
		}
	}
	p.list.OnSearch = func(text string) {
		p.text = text
		p.arrange()
	}
	p.list.OnSort = func() {
		p.byName = !p.byName
		p.arrange()
	}
	p.list.SetFoot(kit.NewLink(words.T("Stampa più documenti…"), kit.IconPrinter, p.shell.printMany),
		kit.NewLink(words.T("Stampa ciò che manca…"), kit.IconSignature, p.shell.printOpen))
	p.split = kit.NewPageView(p.list, p.empty())
}

func (p *documentsPage) empty() fyne.CanvasObject {
	return kit.Sheet(kit.EmptyState(kit.IconPrinter, words.T("I documenti stampati restano qui"),
		words.T("Ogni documento che aprite o salvate si conserva così com’era, con la sua data e la sua impronta."), []kit.Step{
			{Title: words.T("Completate una scheda"), Text: words.T("Finché manca qualcosa, sulle pagine compare BOZZA.")},
			{Title: words.T("Stampatela"), Text: words.T("Con il tasto Stampa, o dal menu Stampa per i registri e gli elenchi.")},
			{Title: words.T("Ritrovatela qui"), Text: words.T("Anche fra anni, identica.")},
		}))
}

func (p *documentsPage) object() fyne.CanvasObject {
	p.build()
	return p.split.Object()
}

func (p *documentsPage) focus() { p.list.FocusList() }
func (p *documentsPage) leave() { p.stop() }

func (p *documentsPage) actions() actions {
	a := actions{search: p.list.FocusSearch}
	if x, ok := p.current(); ok {
		a.print = func() { p.shell.printKept(x) }
	}
	return a
}

// current is the paper that is shown.
func (p *documentsPage) current() (app.Print, bool) {
	i := slices.IndexFunc(p.all, func(x app.Print) bool { return x.UID == p.uid })
	if i < 0 {
		return app.Print{}, false
	}
	return p.all[i], true
}

func (p *documentsPage) shown() {
	all, err := p.shell.cfg.Store.Prints(context.Background())
	if err != nil {
		p.shell.fail(err)
		return
	}
	p.all = all
	p.arrange()
	if x, ok := p.current(); ok {
		p.fill(x) // a newer print may have made it superseded
	} else if len(p.rows) > 0 && !p.split.TwoSteps() {
		p.open(0)
	}
	p.compare()
}

// arrange lists what is looked for.
func (p *documentsPage) arrange() {
	counts := map[string]int{}
	p.rows = nil
	for _, x := range p.all {
		for _, f := range printFilters() {
			if p.in(x, f.filter) {
				counts[f.filter]++
			}
		}
		if p.in(x, p.filter) && holdsWords(x.Title+" "+x.Who+" "+form.MomentOf(x.At).String(), p.text) {
			p.rows = append(p.rows, x)
		}
	}
	order := words.T("Dal più recente")
	if p.byName {
		order = words.T("Per nome")
		slices.SortStableFunc(p.rows, func(x, y app.Print) int { return cmp.Compare(plain(x.Title), plain(y.Title)) })
	}
	p.list.SetSort(order)
	p.list.SetCount(strconv.Itoa(len(p.rows)))
	p.tellFilters(counts)
	switch {
	case !blank(p.text):
		p.list.SetEmpty(words.F("Niente con «%s»", strings.TrimSpace(p.text)))
	case p.filter != "":
		p.list.SetEmpty(words.T("Niente in questo stato"))
	default:
		p.list.SetEmpty(words.T("Ancora nessun documento stampato"))
	}
	p.list.Refresh()
	p.mark()
}

// tellFilters offers the states that papers are in.
func (p *documentsPage) tellFilters(counts map[string]int) {
	filters := []kit.Filter{{Word: words.T("tutti"), Count: strconv.Itoa(len(p.all)), On: p.filter == ""}}
	which := []string{""}
	for _, f := range printFilters() {
		if counts[f.filter] > 0 || p.filter == f.filter {
			filters = append(filters, kit.Filter{Word: f.word, Count: strconv.Itoa(counts[f.filter]), On: p.filter == f.filter})
			which = append(which, f.filter)
		}
	}
	if len(filters) == 1 {
		filters = nil
	}
	p.list.SetFilters(filters, func(i int) {
		p.filter = which[i]
		p.arrange()
	})
}

// mark shows which row is open.
func (p *documentsPage) mark() {
	p.list.Select(slices.IndexFunc(p.rows, func(x app.Print) bool { return x.UID == p.uid }))
}

func printRow(x app.Print, stale bool) kit.RowData {
	d := kit.RowData{Title: x.Title, Second: dayOf(x.At)}
	// Of many sheets of one kind the name of the record tells one from another.
	if kind, name, ok := strings.Cut(x.Title, ": "); ok && x.Subject != "" {
		d.Title, d.Second = name, d.Second+" · "+kind
	}
	d.Tone, d.Icon, d.Word = stateOf(x, stale)
	return d
}

// open shows a paper of the list.
func (p *documentsPage) open(i int) { p.choose(p.rows[i]) }

// choose shows a paper, listed or not.
func (p *documentsPage) choose(x app.Print) {
	p.atList = false
	if p.uid != x.UID {
		p.uid, p.verdict = x.UID, nil
	}
	p.fill(x)
	p.mark()
}

// fill tells of a printed paper and what can be done with it.
func (p *documentsPage) fill(x app.Print) {
	tone, icon, word := stateOf(x, p.stale[x.UID])
	head := kit.Column(kit.GapSmall, kit.Row(kit.GapPanel, kit.Grow(kit.NewStyledLine(x.Title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)),
		kit.NewChip(tone, icon, word)), p.track(x))
	body := kit.Column(kit.GapField, kit.NewText(printedWhen(x)), p.outputs(x))
	if p.stale[x.UID] {
		body.Objects = append(body.Objects, p.outdated(x)...)
	}
	body.Add(p.signatures(x))
	body.Add(p.fingerprint(x))
	if others := p.others(x); len(others) > 0 {
		others = append(others, kit.Row(0, kit.NewLink(words.T("Confronta con un’altra stampa…"), kit.IconTable, func() { p.chooseOther(x) }), kit.Spacer()))
		body.Add(section(words.T("Le altre stampe di questo documento"), kit.Column(kit.GapTight, others...)))
	}
	back := kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, func() {
		p.atList = true
		p.split.ShowList()
		p.list.FocusList()
	})
	p.split.OnSteps = func(two bool) { show(back, two) }
	show(back, p.split.TwoSteps())
	p.split.SetRecord(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, kit.GapRecord, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, body))), p.pagesBeside(x),
		kit.ActionBar(back, p.buttons(x)...)))
	if p.atList {
		p.split.ShowList()
	}
}

// outdated tells what to do with a paper that would say something else today.
func (p *documentsPage) outdated(x app.Print) []fyne.CanvasObject {
	said := words.T("Da quando è stato stampato qualcosa è cambiato: oggi direbbe altro. Stampate di nuovo il documento dalla sua scheda, o con «Stampa più documenti…», e fatelo firmare.")
	links := []fyne.CanvasObject{kit.NewLink(words.T("Che cosa è cambiato…"), kit.IconTable, func() { p.shell.showChanges(x, nil) })}
	if paper, ok := papers.Find(p.shell.cfg.Papers, x.Kind); ok && x.Kind == app.AccountabilityKind { // it has no record
		said = words.T("Da quando è stato stampato qualcosa è cambiato: oggi direbbe altro. Guardate che cosa, fatene una nuova edizione e fatela firmare.")
		links = append(links, kit.NewLink(words.T("Nuova edizione…"), kit.IconPrinter, func() { p.shell.askEdition(paper) }))
	}
	return []fyne.CanvasObject{
		kit.Tinted(kit.ToneWarn, kit.NewStyledText(said, theme.SizeNameText, kit.ToneWarn.Ink(), false)), kit.Flow(kit.GapField, links...),
	}
}

// buttons are what is done with a paper; the filled one is what it waits for.
func (p *documentsPage) buttons(x app.Print) []fyne.CanvasObject {
	see := kit.NewButton(kit.Filled, words.T("Vedi le pagine"), kit.IconEye, func() { p.shell.previewKept(x) })
	if !waits(x) {
		return []fyne.CanvasObject{see}
	}
	see = kit.NewButton(kit.Outlined, words.T("Vedi le pagine"), kit.IconEye, func() { p.shell.previewKept(x) })
	return []fyne.CanvasObject{see, kit.NewButton(kit.Filled, words.T("Allega la copia firmata…"), kit.IconSignature, func() { p.attachScan(x) })}
}

// outputs bring a paper out of the office again, as it was.
func (p *documentsPage) outputs(x app.Print) fyne.CanvasObject {
	links := []fyne.CanvasObject{
		kit.NewLink(words.T("Stampa di nuovo…"), kit.IconPrinter, func() { p.shell.printKept(x) }),
		kit.NewLink(words.T("Salva il PDF…"), kit.IconDownload, func() { p.shell.saveKept(x) }),
	}
	if reg, ok := app.RegisterOf(p.shell.cfg.Registers, x.Register); ok && x.Subject != "" {
		links = append(links, kit.NewLink(words.T("Vai alla scheda com’è oggi"), iconOf(reg.Tab), func() { p.shell.openRecord(x.Register, x.Subject) }))
	}
	return kit.Flow(kit.GapField, links...)
}

// pagesWidth is the room of the pages beside what is told of a paper.
const pagesWidth = 330

// pagesBeside shows the pages of a paper; nil where only its PDF was kept.
func (p *documentsPage) pagesBeside(x app.Print) fyne.CanvasObject {
	if p.pagesOf == x.UID {
		return p.pages
	}
	layout, err := p.shell.keptLayout(x)
	if err != nil {
		p.shell.fail(err)
	}
	p.pages, p.pagesOf = nil, x.UID
	if layout != nil {
		v := printview.NewPages(printview.Config{
			Paper: layout, Fail: p.shell.fail, Back: p.list.FocusList, Print: func() { p.shell.previewKept(x) },
		})
		p.pages = kit.Fixed(pagesWidth, v.Object())
	}
	return p.pages
}

func printedWhen(x app.Print) string {
	if x.Revision == 0 {
		return words.F("Stampato il %s da %s, come bozza: mancava qualcosa, e una bozza non ha numero di revisione.", form.MomentOf(x.At).String(), x.Who)
	}
	return words.F("Stampato il %s da %s, revisione %s.", form.MomentOf(x.At).String(), x.Who, x.Number())
}

// fingerprint shows the digest of a paper, and proves it when asked.
func (p *documentsPage) fingerprint(x app.Print) fyne.CanvasObject {
	field := kit.NewField(words.T("Impronta SHA-256 del PDF"), locked(x.SHA256))
	field.SetHelp(words.T("È calcolata da tutti i byte del documento: se ne cambia uno solo, cambia l’impronta."))
	out := kit.Column(kit.GapSmall, field)
	if p.verdict == nil {
		out.Add(kit.Row(0, kit.NewButton(kit.Outlined, words.T("Verifica"), kit.IconLock, func() { p.verify(x) }), kit.Spacer()))
		return out
	}
	for _, f := range p.verdict.findings {
		out.Add(kit.Tinted(f.tone, kit.RowTop(kit.GapTight, kit.NewNote(f.tone, f.icon, ""),
			kit.Grow(kit.NewStyledText(f.words, theme.SizeNameText, f.tone.Ink(), false)))))
	}
	return out
}

// mostOthers keeps the page of a paper that is printed every week short.
const mostOthers = 12

// otherPrints are the other prints of the same paper, the newest first.
func (p *documentsPage) otherPrints(x app.Print) (out []app.Print) {
	key := printKey(x.Kind, x.Register, x.Subject)
	for _, y := range p.all {
		if y.UID != x.UID && printKey(y.Kind, y.Register, y.Subject) == key && len(out) < mostOthers {
			out = append(out, y)
		}
	}
	return out
}

// others lead to the other prints of the same paper.
func (p *documentsPage) others(x app.Print) (out []fyne.CanvasObject) {
	for _, y := range p.otherPrints(x) {
		out = append(out, kit.Row(0, kit.NewLink(printLabel(y), kit.IconHistory, func() { p.choose(y) }), kit.Spacer()))
	}
	return out
}

// wordOf is the state of a paper in a word.
func wordOf(x app.Print) string {
	_, _, word := stateOf(x, false)
	return word
}

// locked shows a text that can be copied and not changed.
func locked(text string) *kit.Entry {
	e := kit.NewEntry(kit.TextEntry)
	e.SetText(text)
	e.SetLocked(true)
	return e
}
