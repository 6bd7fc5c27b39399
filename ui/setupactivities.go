package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// setupDetail is what a chosen activity asks, below its tile.
type setupDetail struct {
	tpl    *app.Template
	column *fyne.Container
	panel  *fyne.Container
}

// buildActivities offers the typical activities as tiles. None is proposed: a
// register lists what is done.
func (p *setupPage) buildActivities() {
	x := p.setup
	p.title(words.T("Quali di queste cose fate?"), words.T("Scegliete soltanto ciò che fate: per ognuna Tutela prepara la scheda del registro. Le altre si aggiungono quando servono."))
	p.focused = kit.NewHelp("")
	var details []*setupDetail
	var pairs []fyne.CanvasObject
	for _, tpl := range p.all {
		d := &setupDetail{tpl: tpl, column: kit.Column(kit.GapField)}
		d.panel = kit.Panel(d.column)
		details = append(details, d)
		tile := kit.NewTile(words.Sentence(tpl.Name), words.Sentence(tpl.Says))
		started := app.Started(p.shell.world, tpl)
		tile.SetChecked(started || slices.Contains(x.Chosen, tpl.Key))
		tile.SetLocked(started)
		tile.OnFocus = func() { p.tellAbout(tpl, started) }
		tile.OnChanged = func(on bool) {
			x.Chosen = without(x.Chosen, tpl.Key)
			if on {
				x.Chosen = append(x.Chosen, tpl.Key)
			}
			p.changed()
			p.fillDetails(details)
			p.tellPromise()
		}
		if p.first == nil && !started {
			p.first = tile
		}
		pairs = append(pairs, tile, d.panel)
	}
	p.body.Add(kit.Tiles(pairs...))
	p.fillDetails(details)
}

// fillDetails asks what the chosen activities ask, each question once.
func (p *setupPage) fillDetails(details []*setupDetail) {
	for _, d := range details {
		d.column.Objects = nil
		chosen := slices.Contains(p.setup.Chosen, d.tpl.Key) && !app.Started(p.shell.world, d.tpl)
		if chosen {
			p.fillDetail(d)
		}
		show(d.panel, chosen)
	}
	p.relaid()
}

func (p *setupPage) fillDetail(d *setupDetail) {
	x := p.setup
	d.column.Add(kit.NewSubheading(words.Sentence(d.tpl.Name)))
	d.column.Add(p.workers(d.tpl))
	for _, ask := range x.Asks(p.all, d.tpl) {
		options := make([]kit.Option, len(ask.Options))
		for i, o := range ask.Options {
			options[i] = kit.Option{Value: strconv.Itoa(i), Label: words.Sentence(o.Label)}
		}
		cells := kit.NewSegmented(options)
		if i, ok := x.Answers[ask.Key]; ok {
			cells.SetValue(strconv.Itoa(i))
		}
		field := kit.NewField(words.Sentence(ask.Ask), cells)
		supplier := p.supplier(ask)
		cells.OnChanged = func(value string) {
			delete(x.Answers, ask.Key)
			if i, err := strconv.Atoi(value); err == nil {
				x.Answers[ask.Key] = i
			}
			p.changed()
			supplier.tell()
			p.tellPromise()
			p.relaid()
		}
		d.column.Add(kit.Column(kit.GapSmall, field, supplier.object))
		supplier.tell()
	}
}

// setupSupplier asks for the name of who does what an answer gives away.
type setupSupplier struct {
	object fyne.CanvasObject
	tell   func()
}

func (p *setupPage) supplier(ask app.SetupAsk) setupSupplier {
	column := kit.Column(kit.GapSmall)
	fields := map[string]*kit.Field{}
	for _, o := range ask.Options {
		if o.Service != "" {
			f := p.text("", words.F("%s: chi lo fa?", words.Sentence(o.Service)), &p.setup.Supplier(o.Service, newUID).Name)
			f.SetHelp(words.T("Il nome, come sulla fattura. Vuoto, resta fra le cose da fare."))
			fields[o.Service] = f
			column.Add(f)
		}
	}
	return setupSupplier{column, func() {
		any := false
		for i, o := range ask.Options {
			if f := fields[o.Service]; f != nil {
				at, answered := p.setup.Answers[ask.Key]
				show(f, answered && at == i)
				any = any || answered && at == i
			}
		}
		show(column, any)
	}}
}

// workers asks who works on an activity; nobody is taken for granted.
func (p *setupPage) workers(tpl *app.Template) fyne.CanvasObject {
	x := p.setup
	staff := x.Staff()
	if len(staff) == 0 {
		return kit.NewHelp(words.T("Chi ci lavora si sceglie quando avrete scritto le persone, nel passo prima."))
	}
	if x.Workers[tpl.Key] == nil {
		x.Workers[tpl.Key] = app.Set{}
	}
	row := kit.Flow(kit.GapField)
	var boxes []*kit.Check
	told := func() {
		p.changed()
		p.tellPromise()
	}
	for _, person := range staff {
		c := kit.NewCheck(strings.TrimSpace(person.Name+" "+person.Surname), func(on bool) {
			x.Workers[tpl.Key][person.UID] = on
			told()
		})
		c.SetChecked(x.Workers[tpl.Key][person.UID])
		boxes = append(boxes, c)
		row.Add(c)
	}
	if len(staff) > 1 {
		row.Add(kit.NewLink(words.T("Tutti"), kit.IconPeople, func() {
			for i, c := range boxes {
				c.SetChecked(true)
				x.Workers[tpl.Key][staff[i].UID] = true
			}
			told()
		}))
	}
	return kit.Column(kit.GapTight, kit.NewStyledText(words.T("Chi ci lavora?"), theme.SizeNameText, theme.ColorNameForeground, true), row)
}

// buildPromise is the column at the right: what one will have, and of the activity
// that has the keyboard what it is and what it rests on.
func (p *setupPage) buildPromise() fyne.CanvasObject {
	p.promise = kit.Column(kit.GapSmall)
	p.tellPromise()
	return kit.Panel(kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Alla fine avrete pronti")), p.promise,
		kit.NewRule(theme.ColorNameSeparator), p.focused))
}

func (p *setupPage) tellPromise() {
	if p.promise == nil {
		return
	}
	s := p.shell
	x := p.setup.Promise(p.all, s.world, s.world.Today())
	p.promise.Objects = nil
	for _, line := range []string{
		words.Plural(x.Sheets, "%d scheda del registro", "%d schede del registro"),
		words.Plural(x.Letters, "%d lettera di nomina", "%d lettere di nomina"),
		words.Plural(x.Notices, "%d informativa", "%d informative"),
		words.T("il documento dell’ufficio"),
	} {
		p.promise.Add(kit.NewText(line))
	}
	p.promise.Refresh()
}

func (p *setupPage) tellAbout(tpl *app.Template, started bool) {
	said := words.Sentence(tpl.Name) + ". " + words.Sentence(tpl.About) + " " + tpl.Law
	if started {
		said += ". " + words.T("C’è già nel registro: si cambia lì.")
	}
	p.focused.SetText(strings.TrimSpace(said))
	if p.scroll != nil {
		p.scroll.Refresh()
	}
}
