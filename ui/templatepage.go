package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// templatePage offers the typical activities of an office (spec 5-law, 8): beside
// the list stand what the sheet will say and the questions that decide.
type templatePage struct {
	shell *Shell
	list  *kit.ListPane
	split *kit.PageView
	all   []*app.Template
	rows  []*app.Template
	open  *templateView
}

// chooseTemplate opens the page of templates, over the treatments.
func (s *Shell) chooseTemplate() {
	s.current().leave()
	s.goToRegister(app.TreatmentForm.Key)
	all, err := app.Templates()
	if err != nil {
		s.fail(err)
		return
	}
	newTemplatePage(s, all)
}

func newTemplatePage(s *Shell, all []*app.Template) *templatePage {
	p := &templatePage{shell: s, all: append(s.ownTemplates(), all...)}
	p.rows = p.all
	p.list = kit.NewListPane(words.T("Da un modello"), "")
	p.list.SetModel(func() int { return len(p.rows) }, p.row)
	p.list.OnSelect = func(i int) { p.choose(p.rows[i]) }
	p.list.OnOpen = func(int) { p.open.focus() }
	p.list.OnEscape = s.back
	p.list.OnSearch = p.search
	p.list.SetEmpty(words.T("Nessun modello con queste parole"))
	p.list.SetFoot(kit.NewLink(words.T("Torna all’elenco"), kit.IconChevronLeft, s.back))
	p.split = kit.NewPageView(p.list, kit.Sheet(kit.EmptyState(kit.IconTable, words.T("Scegliete un’attività"),
		words.T("Scegliete soltanto ciò che fate: il registro elenca quello che si fa davvero."), nil)))
	p.count()
	s.show(p.split.Object())
	s.over, s.frontActions = s.chooseTemplate, actions{search: p.list.FocusSearch}
	if !p.split.TwoSteps() {
		p.list.Select(0)
		p.choose(p.rows[0])
	}
	p.list.FocusList()
	return p
}

func (p *templatePage) count() {
	p.list.SetCount(words.Plural(len(p.rows), "%d modello", "%d modelli"))
}

// used says that the office has a sheet of that name.
func (p *templatePage) used(t *app.Template) bool {
	for _, rec := range p.shell.world.Records(app.TreatmentForm.Key) {
		if catalogue.Fold(rec.(*app.Treatment).Title) == catalogue.Fold(t.Name) {
			return true
		}
	}
	return false
}

func (p *templatePage) row(i int) kit.RowData {
	t := p.rows[i]
	d := kit.RowData{Title: words.Sentence(t.Name), Second: words.Sentence(t.Says)}
	switch {
	case p.used(t):
		d.Icon, d.Tone, d.Word = kit.IconCheck, kit.ToneOK, words.T("c’è già")
	case t.Own:
		d.Icon, d.Tone, d.Word = kit.IconPencil, kit.ToneNeutral, words.T("vostro")
	}
	return d
}

func (p *templatePage) search(text string) {
	p.rows = nil
	want := strings.Fields(catalogue.Fold(text))
	for _, t := range p.all {
		var all []string
		for _, said := range t.Texts() {
			all = append(all, said, words.Sentence(said))
		}
		in := catalogue.Fold(strings.Join(all, " "))
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(in, w) }) {
			p.rows = append(p.rows, t)
		}
	}
	p.count()
	p.list.Select(-1)
	p.list.Refresh()
}

func (p *templatePage) choose(t *app.Template) {
	p.open = newTemplateView(p, t)
	p.split.SetRecord(p.open.object)
}

// templateView is one template, with the answers given so far.
type templateView struct {
	page    *templatePage
	tpl     *app.Template
	answers map[string]int
	fields  []*kit.Field
	facts   *fyne.Container
	hints   *fyne.Container
	column  *fyne.Container // all of these
	scroll  *kit.Scroll
	create  *kit.Button
	object  fyne.CanvasObject
}

func newTemplateView(p *templatePage, t *app.Template) *templateView {
	v := &templateView{page: p, tpl: t, answers: map[string]int{}, facts: kit.Column(kit.GapSmall), hints: kit.Column(kit.GapSmall)}
	column := kit.Column(kit.GapField)
	v.column = column
	if t.About != "" {
		column.Add(kit.NewText(words.Sentence(t.About)))
	}
	for _, q := range t.Questions {
		column.Add(v.question(q))
	}
	column.Add(v.hints)
	column.Add(section(words.T("Che cosa scrive nella scheda"), v.facts))
	v.create = kit.NewButton(kit.Filled, words.T("Crea la scheda"), kit.IconPlus, v.make)
	head := kit.Row(kit.GapPanel,
		kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, p.split.ShowList),
		kit.Grow(kit.Column(2, kit.NewStyledLine(words.Sentence(t.Name), theme.SizeNameHeadingText, theme.ColorNameForeground, true),
			kit.NewStyledLine(t.Law, theme.SizeNameCaptionText, kit.ColorInk2, false))))
	show(head.Objects[0], p.split.TwoSteps())
	status := kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Poi la correggete come volete: niente si salva da solo."))
	v.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column)))
	v.object = kit.Record(head, v.scroll, nil,
		kit.ActionBar(status, kit.NewButton(kit.Plain, words.T("Torna all’elenco"), kit.IconChevronLeft, p.shell.back), v.create))
	v.tell()
	return v
}

// question asks what decides; nothing is answered until the user does.
func (v *templateView) question(q *app.TemplateQuestion) fyne.CanvasObject {
	options := make([]kit.Option, len(q.Options))
	for i, o := range q.Options {
		options[i] = kit.Option{Value: strconv.Itoa(i), Label: words.Sentence(o.Label)}
	}
	cells := kit.NewSegmented(options)
	cells.OnChanged = func(value string) {
		delete(v.answers, q.Key)
		if i, err := strconv.Atoi(value); err == nil {
			v.answers[q.Key] = i
		}
		v.tell()
	}
	f := kit.NewField(words.Sentence(q.Ask), cells)
	v.fields = append(v.fields, f)
	return f
}

func (v *templateView) focus() {
	if len(v.fields) == 0 || !kit.FocusOn(v.fields[0]) {
		kit.FocusOn(v.create)
	}
}

// shownFacts are the fields of the sheet that tell most of it.
var shownFacts = []string{"description", "purposes", "bases", "bases9", "data_types", "subjects", "recipients", "retention", "retention_text", "notice_how", "measures"}

// tell shows what the sheet would say, as the questions stand answered.
func (v *templateView) tell() {
	s := v.page.shell
	sheet, err := v.tpl.Apply(v.answers, s.world)
	if err != nil {
		s.fail(err)
		return
	}
	v.hints.Objects = nil
	for _, h := range v.tpl.Hints(v.answers) {
		v.hints.Add(kit.RowTop(kit.GapSmall, kit.NewIcon(kit.IconInfo, theme.ColorNamePrimary, theme.SizeNameInlineIcon), kit.Grow(kit.NewText(words.Sentence(h)))))
	}
	v.facts.Objects = nil
	typ := app.TreatmentForm.Type()
	for _, key := range shownFacts {
		f := typ.Field(key)
		if f.Empty(sheet) {
			continue
		}
		v.facts.Add(kit.Column(2, kit.NewStyledText(formwords.Label(typ, f), theme.SizeNameCaptionText, kit.ColorInk2, false), kit.NewText(strings.Join(formwords.Values(typ, f, sheet, s.names), "; "))))
	}
	v.column.Refresh() // what is below has moved
	v.scroll.Refresh()
}

// make opens a new sheet filled from the template. One that was left half written
// comes first: it is not written over.
func (v *templateView) make() {
	s := v.page.shell
	sheet, err := v.tpl.Apply(v.answers, s.world)
	if err != nil {
		s.fail(err)
		return
	}
	s.beginWith(app.TreatmentForm.Key, sheet)
}
