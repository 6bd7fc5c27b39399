package ui

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// The choices of the log of copies that are no plan.
const (
	noPlan  = "none"
	newPlan = "new"
)

// copiesSettings is where it is chosen how the office is copied. It stands over the
// page of the tab.
type copiesSettings struct {
	shell               *Shell
	before              app.CopySettings
	places              []*folderChoice
	every               *kit.Entry
	days, weeks, months *kit.Entry
	fields              map[*kit.Entry]*kit.Field
	atClose             *kit.Check
	plan                *kit.Select
	body                *fyne.Container
}

// change asks how the office is to be copied.
func (p *copiesPage) change() { newCopiesSettings(p.shell, p.settings) }

func newCopiesSettings(s *Shell, before app.CopySettings) *copiesSettings {
	s.current().leave()
	c := &copiesSettings{shell: s, before: before, fields: map[*kit.Entry]*kit.Field{}}
	where := kit.Column(kit.GapField)
	for i, label := range []string{words.T("Prima cartella"), words.T("Seconda cartella"), words.T("Terza cartella")} {
		value := ""
		if i < len(before.Destinations) {
			value = before.Destinations[i].Folder
		}
		place := s.folderField(label, value)
		c.places = append(c.places, place)
		where.Add(kit.Column(kit.GapTight, place.field, kit.Row(0, place.browse, kit.Spacer())))
	}
	c.places[0].field.SetHelp(words.T("Una chiavetta, un disco esterno, una cartella di rete. Se quando è ora non è collegata, Tutela lo dice e riprova."))
	c.every = c.number(words.T("Ogni quanti giorni"), before.Every, words.T("Con 0, solo a mano o alla chiusura."))
	c.atClose = kit.NewCheck(words.T("Copia anche alla chiusura, se qualcosa è cambiato"), nil)
	c.atClose.SetChecked(before.AtClose)
	c.days = c.number(words.T("Giorni"), before.Keep.Days, "")
	c.weeks = c.number(words.T("Settimane"), before.Keep.Weeks, "")
	c.months = c.number(words.T("Mesi"), before.Keep.Months, "")
	c.plan = c.plans()
	planField := kit.NewField(words.T("In quale registro"), c.plan)
	planField.SetHelp(words.T("Le copie si scrivono da sé nel registro, sotto il piano che scegliete."))
	c.body = kit.Column(kit.GapBlock,
		section(words.T("Dove"), where),
		section(words.T("Quando"), c.fields[c.every], c.atClose),
		section(words.T("Quante restano"),
			kit.NewHelp(words.T("In ogni cartella resta l’ultima copia di ciascuno degli ultimi giorni, settimane e mesi in cui ce n’è una; le altre si cancellano da sole. Tutti 0: restano tutte.")),
			kit.Reflow(c.fields[c.days], c.fields[c.weeks], c.fields[c.months])),
		section(words.T("Dove si segnano"), planField))
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.T("Le copie di Tutela: dove e quando"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	s.show(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, kit.GapRecord, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, c.body))), nil,
		kit.ActionBar(nil, kit.NewButton(kit.Outlined, words.T("Annulla"), kit.IconChevronLeft, s.back), kit.NewButton(kit.Filled, words.T("Salva"), kit.IconCheck, c.save))))
	s.over, s.frontActions = func() { newCopiesSettings(s, before) }, actions{save: c.save}
	c.places[0].field.Focus()
	return c
}

func (c *copiesSettings) number(label string, value int, help string) *kit.Entry {
	e := kit.NewEntry(kit.TextEntry)
	e.SetText(strconv.Itoa(value))
	f := kit.NewField(label, e)
	f.ControlWidth = 90
	f.SetHelp(help)
	c.fields[e] = f
	return e
}

// plans are the backup plans in whose log the copies can be entered.
func (c *copiesSettings) plans() *kit.Select {
	options := []kit.Option{{Value: noPlan, Label: words.T("Non si segnano")}}
	value := noPlan
	for _, rec := range c.shell.world.Records(app.BackupPlanForm.Key) {
		plan := rec.(*app.BackupPlan)
		if plan.Ended == "" || plan.UID() == c.before.Plan {
			options = append(options, kit.Option{Value: plan.UID(), Label: plan.Name})
		}
		if plan.UID() == c.before.Plan {
			value = c.before.Plan
		}
	}
	options = append(options, kit.Option{Value: newPlan, Label: words.T("In un piano nuovo, da completare")})
	if value == noPlan && len(c.before.Destinations) == 0 {
		value = newPlan
	}
	sel := kit.NewSelect(options)
	sel.SetValue(value)
	return sel
}

// read is what was typed; false where something is wrong, said at its field.
func (c *copiesSettings) read() (out app.CopySettings, ok bool) {
	out, ok = app.CopySettings{AtClose: c.atClose.Checked()}, true
	wrong := func(f *kit.Field, said string) {
		f.SetError(said)
		if ok {
			f.Focus()
		}
		ok = false
	}
	for i, place := range c.places {
		place.field.SetError("")
		folder := strings.TrimSpace(place.entry.Text)
		if folder == "" {
			continue
		}
		if !filepath.IsAbs(folder) {
			wrong(place.field, words.T("Scrivete il percorso intero, o sceglietela con Sfoglia."))
			continue
		}
		folder = filepath.Clean(folder)
		for _, other := range out.Destinations {
			if other.Folder == folder {
				wrong(c.places[i].field, words.T("Questa cartella c’è già."))
			}
		}
		out.Destinations = append(out.Destinations, app.CopyDestination{Folder: folder})
	}
	for _, n := range []struct {
		entry *kit.Entry
		to    *int
		most  int
	}{{c.every, &out.Every, app.MostCopyDays}, {c.days, &out.Keep.Days, app.MostCopiesKept}, {c.weeks, &out.Keep.Weeks, app.MostCopiesKept}, {c.months, &out.Keep.Months, app.MostCopiesKept}} {
		c.fields[n.entry].SetError("")
		value, err := strconv.Atoi(strings.TrimSpace(n.entry.Text))
		if err != nil || value < 0 || value > n.most {
			wrong(c.fields[n.entry], words.F("Scrivete un numero da 0 a %d.", n.most))
		}
		*n.to = value
	}
	return out, ok
}

func (c *copiesSettings) save() {
	s, ctx := c.shell, context.Background()
	out, ok := c.read()
	c.body.Refresh() // what is said to be wrong makes it higher
	if !ok {
		return
	}
	switch out.Plan = c.plan.Value(); out.Plan {
	case noPlan:
		out.Plan = ""
	case newPlan:
		plan := out.CopyPlan(form.DateOf(s.cfg.Now()))
		if err := s.cfg.Store.Save(ctx, s.cfg.By, app.BackupPlanForm.Type(), plan); err != nil {
			s.fail(err)
			return
		}
		s.savedRecord(app.BackupPlanForm.Key, plan.UID())
		out.Plan = plan.UID()
	}
	if err := s.cfg.Store.SaveCopySettings(ctx, s.cfg.By, out); err != nil {
		s.fail(err)
		return
	}
	s.sweep()
	s.back()
	if keys, err := s.cfg.Store.Keys(ctx); err == nil && keys.None() && len(out.Destinations) > 0 && len(c.before.Destinations) == 0 {
		kit.Confirm(s.win, words.T("Sigillare le copie?"), words.T("Senza una frase segreta chi trova una copia la legge tutta. Si sceglie una volta sola; per fare le copie non serve scriverla."),
			words.T("Scegli la frase segreta…"), false, func(ok bool) {
				if ok {
					s.choosePassphrase()
				}
			})
	}
}
