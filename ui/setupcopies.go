package ui

import (
	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// buildCopies asks who makes the copies, and who looks after computers and
// credentials.
func (p *setupPage) buildCopies() {
	s, c, t := p.shell, &p.setup.Copies, app.BackupPlanForm.Type()
	p.title(words.T("Chi fa le copie di sicurezza?"), words.T("Se un computer si rompe o viene rubato, i dati tornano solo dalle copie."))
	mode := p.choice(formwords.Label(t, t.Field("mode")), &c.Mode, nil, options(t, "mode")...)
	kind := kit.NewSelect(s.names.options(t.Field("kind")))
	kind.SetValue(c.Kind)
	kind.OnChanged = func(v string) {
		c.Kind = v
		p.changed()
	}
	parts := kit.Column(kit.GapField, kit.Reflow(mode, kit.NewField(formwords.Label(t, t.Field("kind")), kind),
		p.days(), p.text("", words.T("Dove si tengono le copie"), &c.Where)),
		p.who(formwords.Label(t, t.Field("keeper")), &c.Keeper))
	instead := p.who(formwords.Label(t, t.Field("substitute")), &c.Substitute)
	p.fields[t.Key+"/substitute"] = instead
	parts.Add(instead)
	tell := func() {
		show(parts, c.Made == "yes")
		p.relaid()
	}
	made := p.choice(words.T("Fate copie di sicurezza dei dati?"), &c.Made, tell, kit.Option{Value: "yes", Label: words.T("Sì")}, kit.Option{Value: "no", Label: words.T("Non ancora")})
	p.first = made
	p.body.Add(kit.Column(kit.GapField, made, parts))
	tell()
	p.body.Add(section(words.T("Chi cura i computer"), p.admin()))
	if app.CustodianOwed(s.world, s.world.Today()) {
		p.body.Add(section(words.T("Chi custodisce le credenziali"),
			kit.NewHelp(words.T("Chi dà e toglie gli accessi, e sa che cosa fare quando qualcuno dimentica la password. Serve perché hanno una lettera più persone.")),
			p.who(words.T("Chi le custodisce"), &c.Passwords), p.text("", words.T("Perché proprio questa persona"), &c.Why)))
	}
}

func options(t *form.Type, key string) (out []kit.Option) {
	for _, o := range formwords.Options(t, t.Field(key)) {
		out = append(out, kit.Option{Value: o.Value, Label: o.Label})
	}
	return out
}

// days asks how often copies are made.
func (p *setupPage) days() *kit.Field {
	c, t := &p.setup.Copies, app.BackupPlanForm.Type()
	e := kit.NewEntry(kit.TextEntry)
	e.SetText(form.FormatInt(c.Days.N))
	f := kit.NewField(words.T("Una copia almeno ogni quanti giorni"), e)
	f.ControlWidth = 90
	p.fields[t.Key+"/interval"] = f
	e.OnEdited = func(text string) {
		n, wrong := form.ParseInt(text)
		f.SetError(words.Sentence(wrong))
		if wrong == "" {
			c.Days = form.Number(n)
			p.changed()
		}
	}
	return f
}

// admin asks who administers the computers: a letter is made only for one of the
// office, as a firm names its own people.
func (p *setupPage) admin() fyne.CanvasObject {
	c := &p.setup.Copies
	own := kit.Column(kit.GapField, p.who(words.T("Chi di voi"), &c.AdminBy), p.text("", words.T("Perché proprio lui o lei"), &c.AdminWhy))
	outside := kit.NewHelp(words.T("Mettete la ditta fra i Fornitori e, fra le Persone, chi di loro fa il lavoro: l’amministratore di sistema si nomina per nome."))
	tell := func() {
		show(own, c.Admin == app.AdminOwn)
		show(outside, c.Admin == app.AdminOutside)
		p.relaid()
	}
	ask := p.choice(words.T("Chi ha le password di amministratore, crea gli utenti, aggiorna i programmi?"), &c.Admin, tell,
		kit.Option{Value: app.AdminOwn, Label: words.T("Uno di noi")}, kit.Option{Value: app.AdminOutside, Label: words.T("Un tecnico esterno")},
		kit.Option{Value: app.AdminNobody, Label: words.T("Nessuno in particolare")})
	tell()
	return kit.Column(kit.GapField, ask, own, outside)
}

// relaid lays the step out anew: something came or went.
func (p *setupPage) relaid() {
	p.body.Refresh()
	if p.scroll != nil {
		p.scroll.Refresh()
	}
}
