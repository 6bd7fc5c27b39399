package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// buildOffice asks who the controller is.
func (p *setupPage) buildOffice() {
	x, t := p.setup, app.OfficeForm.Type()
	p.title(words.T("Di chi è l’ufficio?"), words.T("Questi dati stanno in testa a ogni documento che stampate. Ciò che ora non sapete lasciatelo vuoto: resta segnato fra le cose da fare."))
	field := func(key string, value *string) *kit.Field {
		return p.text(t.Key+"/"+key, formwords.Label(t, t.Field(key)), value)
	}
	o := x.Office
	name := field("name", &o.Name)
	name.SetHelp(formwords.Help(t, t.Field("name")))
	dpo := p.choice(formwords.Label(t, t.Field("has_dpo")), &o.HasDPO, nil, yesNo()...)
	dpo.SetHelp(formwords.Help(t, t.Field("has_dpo")))
	p.body.Add(kit.Column(kit.GapField, name,
		kit.Reflow(field("vat", &o.VAT), field("sector", &o.Sector),
			field("address", &o.Address), field("postcode", &o.Postcode),
			field("city", &o.City), field("province", &o.Province),
			field("phone", &o.Phone), field("email", &o.Email))))
	p.body.Add(section(words.T("Chi firma per l’ufficio"),
		kit.Reflow(p.text("", words.T("Nome di chi firma"), &x.Name), p.text("", words.T("Cognome di chi firma"), &x.Surname)), dpo))
}

func yesNo() []kit.Option {
	return []kit.Option{{Value: "yes", Label: words.T("Sì")}, {Value: "no", Label: words.T("No")}}
}

// buildPlaces asks where one works, at what, and what protects it.
func (p *setupPage) buildPlaces() {
	x := p.setup
	p.title(words.T("Dove lavorate, e con che cosa?"), words.T("Le sedi e i computer in cui stanno dati di persone: clienti, dipendenti, fornitori."))
	sites := kit.Column(kit.GapField)
	for i, site := range x.Sites {
		sites.Add(p.row(words.F("Sede %d", i+1), site.Kept, func() { x.Sites = without(x.Sites, site) },
			kit.Reflow(p.text("", words.T("Nome della sede"), &site.Name), p.text("", words.T("Indirizzo"), &site.Address), p.text("", words.T("Comune"), &site.City))))
	}
	sites.Add(p.more(words.T("Aggiungi una sede"), func() { x.Sites = append(x.Sites, &app.SetupPlace{UID: newUID()}) }))
	p.body.Add(section(words.T("Sedi"), sites))

	systems := kit.Column(kit.GapField)
	for i, system := range x.Systems {
		kind := p.choice(words.T("Tipo"), &system.Kind, nil, p.kinds("pc", "notebook", "server", "video")...)
		systems.Add(p.row(words.F("Computer %d", i+1), system.Kept, func() { x.Systems = without(x.Systems, system) },
			kit.Reflow(p.text("", words.T("Nome del computer"), &system.Name), kind)))
	}
	systems.Add(p.more(words.T("Aggiungi un computer"), func() { x.Systems = append(x.Systems, &app.SetupPlace{UID: newUID()}) }))
	p.body.Add(section(words.T("Computer"), systems))

	all := kit.Reflow()
	for _, slug := range app.CommonMeasures() {
		c := kit.NewCheck(p.shell.names.Entry("measure", slug), func(on bool) {
			x.Measures, x.Protected = without(x.Measures, slug), true
			if on {
				x.Measures = append(x.Measures, slug)
			}
			p.changed()
		})
		c.SetChecked(slices.Contains(x.Measures, slug))
		all.Add(c)
	}
	p.body.Add(section(words.T("Che cosa protegge i dati"),
		kit.NewHelp(words.T("Spuntate solo ciò che avete davvero. Se ne spuntate almeno una, le altre stanno nelle schede come «da adottare».")), all))
}

// kinds are some kinds of system, in words.
func (p *setupPage) kinds(slugs ...string) []kit.Option {
	out := make([]kit.Option, len(slugs))
	for i, slug := range slugs {
		out[i] = kit.Option{Value: slug, Label: p.shell.names.Entry("system-kind", slug)}
	}
	return out
}

// row is a place or a person: what was never saved can be taken away.
func (p *setupPage) row(title string, kept bool, remove func(), fields fyne.CanvasObject) fyne.CanvasObject {
	head := kit.Row(kit.GapSmall, kit.Grow(kit.NewStyledLine(title, theme.SizeNameText, theme.ColorNameForeground, true)))
	if !kept {
		head.Add(kit.NewLink(words.F("Togli: %s", title), kit.IconTrash, func() {
			remove()
			p.changed()
			p.again()
		}))
	}
	return kit.Panel(kit.Column(kit.GapSmall, head, fields))
}

// more adds a row and puts the keyboard into it.
func (p *setupPage) more(label string, add func()) fyne.CanvasObject {
	return kit.Flow(0, kit.NewButton(kit.Outlined, label, kit.IconPlus, func() {
		add()
		p.changed()
		p.again()
	}))
}

// again shows the step anew, where it was scrolled to, the keyboard in the row that
// was added last.
func (p *setupPage) again() {
	at := p.scroll.Offset()
	fresh := newSetupPage(p.shell, p.setup, p.all)
	fresh.scroll.ScrollBy(at)
}

func without[T comparable](list []T, x T) []T {
	var out []T
	for _, y := range list {
		if y != x {
			out = append(out, y)
		}
	}
	return out
}

// buildPeople asks who works here, and with what.
func (p *setupPage) buildPeople() {
	x, t := p.setup, app.PersonForm.Type()
	p.title(words.T("Chi lavora qui?"), words.T("Tutti quelli che vedono dati: titolari, dipendenti, collaboratori. Ognuno avrà la sua lettera con le istruzioni."))
	duty := t.Field("duties").Child.Field("duty")
	tools := options(app.AppointmentForm.Type(), "tools")
	list := kit.Column(kit.GapField)
	for i, person := range x.People {
		pick := kit.NewPicker(func() []kit.Option { return p.shell.names.options(duty) })
		pick.OnAdd = func(text string) (string, bool) { return p.shell.addEntry("duty", text) }
		pick.Label = func(v string) string { return p.shell.names.Entry("duty", v) }
		if person.Duty != "" {
			pick.SetValues(person.Duty)
		}
		pick.OnChanged = func(v []string) {
			person.Duty = strings.Join(v, "")
			p.changed()
		}
		surname := p.text("", formwords.Label(t, t.Field("surname")), &person.Surname)
		if person.Surname == "" && i == len(x.People)-1 {
			p.first = surname
		}
		with := p.choice(words.T("Lavora con (niente: non vede dati)"), &person.Tools, nil, tools...)
		list.Add(p.row(words.F("Persona %d", i+1), person.Kept, func() { x.People = without(x.People, person) },
			kit.Column(kit.GapPanel, kit.Reflow(surname, p.text("", formwords.Label(t, t.Field("name")), &person.Name)),
				kit.Abreast(600, 0.42, kit.NewField(formwords.Label(t.Field("duties").Child, duty), pick), with))))
	}
	list.Add(p.more(words.T("Aggiungi una persona"), func() {
		x.People = append(x.People, &app.SetupPerson{UID: newUID(), Tools: app.ToolsBoth})
	}))
	p.body.Add(list)
}
