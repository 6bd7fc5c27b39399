package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// show tells of one change: who, when, and field by field what became different.
func (p *trailPage) show(row app.TrailRow) {
	s := p.shell
	c, before, err := s.cfg.Store.ChangeAt(context.Background(), row.Seq)
	if err != nil {
		s.fail(err)
		return
	}
	title := p.title(row)
	head := kit.Row(kit.GapPanel,
		kit.Grow(kit.Column(2, kit.NewStyledLine(title, theme.SizeNameHeadingText, theme.ColorNameForeground, true),
			kit.NewStyledLine(p.shell.registerName(c.Register)+" · "+form.MomentOf(c.At).String()+" · "+c.Who, theme.SizeNameCaptionText, kit.ColorInk2, false))),
		kit.NewChip(kit.ToneNeutral, trailIcon(c), trailWord(c)))
	body := kit.Column(kit.GapField, p.told(row, c, before), kit.NewRule(kit.ColorRowRule))
	value := kit.NewField(words.T("Valore della catena"), locked(c.Hash))
	value.SetHelp(words.F("Riga %d. Chi ha scritto è il nome dichiarato; l’utente del computer era %s.", c.Seq, c.HostUser))
	body.Add(value)

	buttons := []fyne.CanvasObject{p.backToList()}
	if reg, ok := app.RegisterOf(s.cfg.Registers, c.Register); ok {
		if p.query.UID == "" {
			buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Solo questa scheda"), kit.IconHistory, func() { p.only(c.Register, c.UID, title) }))
		}
		body.Add(kit.Row(0, kit.NewLink(words.T("Cancella dalla storia…"), kit.IconForbidden, func() { s.eraseOf(reg, c.UID, title) }), kit.Spacer()))
	}
	if row.There {
		word := words.T("Apri la scheda")
		if c.Register == app.PrintRegister {
			word = words.T("Vai al documento")
		}
		buttons = append(buttons, kit.NewButton(kit.Filled, word, kit.IconArrowRight, func() { p.goTo(row) }))
	}
	p.split.SetRecord(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, kit.GapRecord, kit.GapBlock, kit.GapRecord, kit.MaxWidth(720, body))), nil,
		kit.ActionBar(nil, buttons...)))
}

// told is what a change says.
func (p *trailPage) told(row app.TrailRow, c, before app.Change) fyne.CanvasObject {
	s := p.shell
	if e := app.TrailErasureOf(c); e != nil {
		return p.toldErasure(e)
	}
	reg, ok := app.RegisterOf(s.cfg.Registers, c.Register)
	switch {
	case c.Register == app.PrintRegister:
		return kit.NewText(words.T("Il documento è stato stampato, e se ne conserva la copia identica."))
	case c.Register == app.OfficeKeysKey:
		return kit.NewText(words.T("La frase segreta è stata scelta, cambiata o tolta. La frase non è scritta da nessuna parte."))
	case c.Register == app.CopySettingsKey && c.Action == app.ActionRestore:
		return kit.NewText(words.T("L’ufficio è stato ripristinato da una copia: le righe prima di questa sono quelle della copia."))
	case c.Register == app.CopySettingsKey:
		return kit.NewText(words.T("Sono cambiate le cartelle, i tempi o il numero delle copie di Tutela."))
	case !ok:
		return kit.NewText(words.T("Questa riga è di un registro che questa versione di Tutela non conosce."))
	case c.Action == app.ActionDelete && row.There:
		return kit.NewText(words.T("La scheda è stata eliminata, e più tardi riportata nell’elenco."))
	case c.Action == app.ActionDelete:
		return kit.NewText(words.T("La scheda è stata eliminata. Finché il suo contenuto resta nella storia si può riportare nell’elenco: Modifica, Schede eliminate."))
	}
	rec, err := c.Record(reg.Type)
	if err != nil {
		s.cfg.Log.Error("read change", "seq", c.Seq, "error", err)
		return kit.NewText(words.T("Il contenuto di questa riga non si legge: è di un’altra versione di Tutela."))
	}
	if rec == nil {
		return kit.NewText(words.T("Il contenuto è stato cancellato dalla storia. La riga resta, e la catena con lei."))
	}
	was, err := before.Record(reg.Type)
	if err != nil { // what an older program wrote is not compared with
		s.cfg.Log.Error("read change", "seq", before.Seq, "error", err)
		was = nil
	}
	list := reg.Compare(was, rec, s.names)
	if len(list) == 0 {
		return kit.NewHelp(unchanged(c.Action))
	}
	d := &changedFields{typ: reg.Type, list: list, first: was == nil, body: kit.Column(kit.GapSmall)}
	d.more()
	if was == nil && c.Action == app.ActionUpdate {
		return kit.Column(kit.GapSmall, kit.NewHelp(words.T("La versione di prima non c’è più: ecco tutto ciò che la scheda diceva dopo questa modifica.")), d.body)
	}
	return d.body
}

// changedFields are the fields that a change made different, some at a time.
type changedFields struct {
	typ   *form.Type
	list  []form.Difference
	first bool
	shown int
	body  *fyne.Container
}

func (d *changedFields) more() {
	if n := len(d.body.Objects); d.shown > 0 && n > 0 {
		d.body.Objects = d.body.Objects[:n-1] // the link that led here
	}
	last := min(d.shown+differencesShown, len(d.list))
	for _, x := range d.list[d.shown:last] {
		d.body.Add(difference(formwords.Difference(d.typ, x), d.first))
	}
	d.shown = last
	if last < len(d.list) {
		d.body.Add(kit.NewLink(words.T("Mostra le altre differenze"), kit.IconChevronDown, func() {
			d.more()
			d.body.Refresh()
		}))
	}
}

// toldErasure says what was blanked, and why.
func (p *trailPage) toldErasure(e *app.TrailErasure) fyne.CanvasObject {
	why := kit.NewField(words.T("Motivo"), locked(e.Why))
	body := kit.Column(kit.GapField, why,
		kit.NewText(words.T("I contenuti passati di queste schede sono stati cancellati dalla storia. Le righe restano, e la catena con loro.")))
	list := kit.Column(kit.GapTight)
	for _, x := range e.Records {
		list.Add(kit.NewText(words.F("%s: %s", p.shell.registerName(x.Register), words.Plural(x.Changes, "%d contenuto", "%d contenuti"))))
	}
	body.Add(list)
	return body
}
