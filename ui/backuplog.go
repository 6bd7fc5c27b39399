package ui

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// mostLogged is how many copies stand under a plan: the others are in the log.
const mostLogged = 12

var backupCopyType = app.BackupCopyForm.Type()

// logOf is the log of a plan in the year, the latest first.
func (p *backupPage) logOf(plan *app.BackupPlan) []fyne.CanvasObject {
	var list []*app.BackupCopy
	for _, c := range p.copies {
		if c.Plan == plan.UID() && !c.At.IsZero() && c.At.In(form.Rome).Year() == p.year {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b *app.BackupCopy) int { return b.At.Compare(a.At.Time) })
	links := []fyne.CanvasObject{kit.NewLink(words.T("Tutto il registro"), kit.IconTable, func() { p.shell.goToRegister(app.BackupCopyForm.Key) })}
	if do := p.printer("backup-register", ""); do != nil {
		links = append(links, kit.NewLink(words.T("Stampa il registro"), kit.IconPrinter, do))
	}
	out := []fyne.CanvasObject{
		kit.Row(kit.GapSmall, kit.NewSubheading(words.F("Registro dell’anno %d", p.year)), kit.Grow(kit.NewHelp(words.Plural(len(list), "%d copia", "%d copie")))),
		kit.Flow(kit.GapPanel, links...),
	}
	for i, c := range list {
		if i == mostLogged {
			out = append(out, kit.NewHelp(words.Plural(len(list)-i, "e %d più vecchia, nel registro", "e altre %d più vecchie, nel registro")))
			break
		}
		out = append(out, p.line(c), kit.NewRule(kit.ColorRowRule))
	}
	if len(list) == 0 {
		out = append(out, kit.NewText(words.F("Nessuna copia registrata nel %d.", p.year)))
	}
	return out
}

// line is a copy in the log.
func (p *backupPage) line(c *app.BackupCopy) fyne.CanvasObject {
	n := p.shell.names
	tone, icon := kit.ToneOK, kit.IconCheck
	switch c.Outcome {
	case app.CopyWarnings:
		tone, icon = kit.ToneWarn, kit.IconWarning
	case app.CopyFailed:
		tone, icon = kit.ToneError, kit.IconClose
	case "":
		tone, icon = kit.ToneNeutral, kit.IconPencil
	}
	word := words.T("esito da scrivere")
	for _, o := range formwords.Options(backupCopyType, backupCopyType.Field("outcome")) {
		if o.Value == c.Outcome {
			word = strings.ToLower(o.Label)
		}
	}
	verified := ""
	if c.Verified == "yes" && c.Good() {
		verified = words.T("controllata")
	}
	when := kit.NewActionLink(c.At.String(), kit.NoIcon, func() { p.shell.openRecord(app.BackupCopyForm.Key, c.UID()) })
	second := joined(n.Ref(app.MediumForm.Key, c.Medium), n.Ref(app.PersonForm.Key, c.By), verified)
	about := []fyne.CanvasObject{kit.NewHelp(second)}
	if c.Note != "" {
		about = append(about, kit.NewHelp(c.Note))
	}
	return kit.RowTop(kit.GapSmall, kit.Fixed(142, when), kit.Grow(kit.Pad(4, 0, 0, 0, kit.Column(0, about...))), kit.NewChip(tone, icon, word))
}

// recorderOf records a copy with one click: medium, outcome, moment and name are
// those that are most likely.
func (p *backupPage) recorderOf(plan *app.BackupPlan) fyne.CanvasObject {
	s := p.shell
	var media []kit.Option
	for _, uid := range plan.Media {
		if p.usable(uid) {
			media = append(media, kit.Option{Value: uid, Label: s.names.Ref(app.MediumForm.Key, uid)})
		}
	}
	medium := kit.NewSelect(media)
	medium.SetName(words.T("Supporto"))
	medium.SetValue(app.NextMedium(plan, p.standing[p.at()].Last, p.usable))
	outcomes := kit.NewSelect(nil)
	var options []kit.Option
	for _, o := range formwords.Options(backupCopyType, backupCopyType.Field("outcome")) {
		options = append(options, kit.Option{Value: o.Value, Label: strings.ToLower(o.Label)})
	}
	outcomes.SetOptions(options)
	outcomes.SetName(words.T("Esito"))
	outcomes.SetValue(app.CopyDone)
	parts := []fyne.CanvasObject{}
	if len(media) > 0 {
		parts = append(parts, kit.Fixed(150, medium))
	}
	parts = append(parts, kit.Fixed(190, outcomes),
		kit.NewButton(kit.Filled, words.T("Registra una copia"), kit.IconCheck, func() { p.record(plan, medium.Value(), outcomes.Value()) }))
	by := s.names.Ref(app.PersonForm.Key, p.maker(plan))
	when := words.F("adesso, %s", form.MomentOf(s.cfg.Now()))
	column := kit.Column(kit.GapSmall, kit.Abreast(760, 0.46,
		kit.Column(0, kit.NewStyledText(words.F("Copia di «%s»", plan.Name), theme.SizeNameText, theme.ColorNameForeground, true), kit.NewHelp(joined(when, by))),
		kit.Flow(kit.GapSmall, parts...)))
	if p.saved != nil {
		column.Add(p.tellSaved(p.saved))
	}
	return kit.Tinted(kit.ToneAccent, column)
}

// usable says that a medium can be written on.
func (p *backupPage) usable(uid string) bool {
	m, ok := p.shell.world.Record(app.MediumForm.Key, uid).(*app.Medium)
	return ok && !m.Gone()
}

// maker is who makes a copy that is recorded now: whoever works here, if among the
// people, else the keeper of the plan.
func (p *backupPage) maker(plan *app.BackupPlan) string {
	for _, r := range p.shell.names.of(app.PersonForm.Key) {
		if r.Title == p.shell.cfg.By.Who && !r.Ended {
			return r.UID
		}
	}
	return plan.Keeper
}

// record keeps a copy made now, and says so. A second click within the minute is
// one that was meant as the first.
func (p *backupPage) record(plan *app.BackupPlan, medium, outcome string) {
	s := p.shell
	c := &app.BackupCopy{Plan: plan.UID(), At: form.MomentOf(s.cfg.Now().Truncate(time.Minute)), Medium: medium, Outcome: outcome, By: p.maker(plan)}
	if p.saved != nil && p.saved.Plan == c.Plan && p.saved.At.Equal(c.At.Time) {
		return
	}
	if err := s.cfg.Store.Save(context.Background(), s.cfg.By, backupCopyType, c); err != nil {
		s.fail(err)
		return
	}
	p.saved = c
	s.savedRecord(app.BackupCopyForm.Key, c.UID())
	p.reload()
	p.focus() // the button that had the keyboard is gone
}

// tellSaved says what was just recorded, and takes it back where it was a mistake.
func (p *backupPage) tellSaved(c *app.BackupCopy) fyne.CanvasObject {
	text, links := words.F("Registrata: %s.", c.At), []fyne.CanvasObject{}
	if c.Outcome != app.CopyDone {
		text = words.F("Registrata: %s. Scrivete che cosa è successo.", c.At)
		links = append(links, kit.NewLink(words.T("Apri la copia"), kit.IconPencil, func() { p.shell.openRecord(app.BackupCopyForm.Key, c.UID()) }))
	}
	links = append(links, kit.NewLink(words.T("Annulla la registrazione"), kit.IconUndo, p.takeBack))
	return kit.Flow(kit.GapPanel, append([]fyne.CanvasObject{kit.Pad(kit.GapTight, 0, 0, 0, kit.NewStatus(kit.ToneOK, kit.IconCheck, text))}, links...)...)
}

// takeBack deletes the copy that was just recorded here.
func (p *backupPage) takeBack() {
	s, c := p.shell, p.saved
	if c == nil {
		return
	}
	if err := s.cfg.Store.Delete(context.Background(), s.cfg.By, backupCopyType, c.UID()); err != nil {
		s.fail(err)
		return
	}
	p.saved = nil
	s.saved(app.BackupCopyForm.Key)
	p.reload()
	p.focus()
}
