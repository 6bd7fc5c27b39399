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

// versionsShown is how many versions are laid out at first, and with each
// «Mostra le precedenti».
const versionsShown = 15

// historyView shows the versions of one record, the newest first, each with
// what changed, in place of its form.
type historyView struct {
	record  *recordView
	changes []app.Change // oldest first, those that say something of the record
	shown   int
	list    *fyne.Container
	back    *kit.Button
}

// history shows the versions of the record in place of its form.
func (r *recordView) history() {
	if r.uid() == "" {
		return
	}
	r.keepDraft()
	s := r.page.shell
	all, err := s.cfg.Store.History(context.Background(), r.page.reg.Key, r.uid())
	if err != nil {
		s.fail(err)
		return
	}
	h := &historyView{record: r, list: kit.Column(kit.GapField)}
	for _, c := range all {
		if c.Action != app.ActionPrint {
			h.changes = append(h.changes, c)
		}
	}
	h.back = kit.NewButton(kit.Filled, words.T("Torna alla scheda"), kit.IconChevronLeft, func() {
		r.show()
		r.focus()
	})
	head := kit.Column(2,
		kit.NewStyledLine(words.F("Storia di «%s»", r.ed.Type.Named(r.ed.Rec, s.names)), theme.SizeNameHeadingText, theme.ColorNameForeground, true),
		kit.NewStyledLine(words.Plural(len(h.changes), "%d versione, dalla più recente", "%d versioni, dalla più recente"), theme.SizeNameCaptionText, kit.ColorInk2, false))
	h.more()
	scroll := kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(760, h.list)))
	status := kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Chi ha scritto è il nome dichiarato su questo computer."))
	r.behind = true
	r.page.split.SetRecord(kit.Record(kit.Row(kit.GapPanel, kit.Grow(head)), scroll, nil, kit.ActionBar(status, h.back)))
	kit.FocusOn(h.back)
}

// more lays out the next versions.
func (h *historyView) more() {
	last := len(h.changes) - h.shown
	first := max(0, last-versionsShown)
	if n := len(h.list.Objects); h.shown > 0 && n > 0 {
		h.list.Objects = h.list.Objects[:n-1] // the link that led here
	}
	for i := last - 1; i >= first; i-- {
		h.list.Add(h.version(i))
	}
	h.shown = len(h.changes) - first
	if first > 0 {
		h.list.Add(kit.NewLink(words.T("Mostra le precedenti"), kit.IconChevronDown, h.more))
	}
	h.list.Refresh()
}

// decoded is the record of a version, nil where none is left.
func (h *historyView) decoded(i int) any {
	if i < 0 || len(h.changes[i].Payload) == 0 || h.changes[i].Action == app.ActionDelete {
		return nil
	}
	rec, err := h.record.ed.Type.Decode(h.changes[i].Payload)
	if err != nil {
		h.record.page.shell.cfg.Log.Error("read version", "seq", h.changes[i].Seq, "error", err)
		return nil
	}
	return rec
}

// before is the last version before one that still says something: what a
// record brought back is compared with is what it was when it was deleted.
func (h *historyView) before(i int) any {
	for i--; i >= 0; i-- {
		if rec := h.decoded(i); rec != nil {
			return rec
		}
	}
	return nil
}

func (h *historyView) version(i int) fyne.CanvasObject {
	c := h.changes[i]
	r := h.record
	title := kit.NewStyledLine(words.F("Versione %d, %s", i+1, actionWord(c.Action)), theme.SizeNameText, theme.ColorNameForeground, true)
	when := kit.NewStyledLine(form.MomentOf(c.At).String()+" · "+c.Who, theme.SizeNameCaptionText, kit.ColorInk2, false)
	head := []fyne.CanvasObject{kit.Grow(kit.Column(2, title, when))}
	rec := h.decoded(i)
	switch {
	case i == len(h.changes)-1:
		head = append(head, kit.NewChip(kit.ToneOK, kit.IconCheck, words.T("quella di oggi")))
	case rec != nil:
		head = append(head, kit.NewButton(kit.Outlined, words.T("Ripristina questa versione"), kit.IconUndo, func() { h.ask(c) }))
	}
	if rec != nil && len(h.changes) > 1 {
		head = append(head, kit.NewLink(words.T("Confronta con…"), kit.IconCopy, func() { h.compare(i) }))
	}
	body := kit.Column(kit.GapSmall, kit.Row(kit.GapPanel, head...))
	if rec == nil && c.Action != app.ActionDelete {
		body.Add(kit.NewHelp(words.T("Il contenuto di questa versione è stato cancellato.")))
	}
	if rec != nil {
		before := h.before(i)
		list := r.ed.Type.Compare(before, rec, r.page.shell.names)
		body.Add(differences(r.ed.Type, list, before == nil))
		if len(list) == 0 {
			body.Add(kit.NewHelp(unchanged(c.Action)))
		}
	}
	return kit.Panel(kit.Pad(kit.GapPanel, kit.GapField, kit.GapPanel, kit.GapField, body))
}

// mostDifferences keeps a version from filling the screen; the rest is counted.
const mostDifferences = 12

// differences shows what changed, a row each: label, before, after. In a first
// version there is no before.
func differences(t *form.Type, list []form.Difference, first bool) fyne.CanvasObject {
	column := kit.Column(kit.GapSmall)
	for i, d := range list {
		if i == mostDifferences {
			column.Add(kit.NewHelp(words.Plural(len(list)-i, "e %d altro campo", "e altri %d campi")))
			break
		}
		column.Add(difference(formwords.Difference(t, d), first))
	}
	return column
}

// difference shows one field that changed; of a first version what it holds.
func difference(d form.Difference, first bool) fyne.CanvasObject {
	row := kit.Column(0, kit.NewStyledText(d.Label, theme.SizeNameCaptionText, kit.ColorInk2, true))
	switch {
	case first:
		row.Add(kit.NewText(d.After))
	case d.After == "":
		row.Add(kit.NewText(words.F("tolto: %s", d.Before)))
	case d.Before == "":
		row.Add(kit.NewText(words.F("aggiunto: %s", d.After)))
	default:
		row.Add(kit.NewStyledText(words.F("prima: %s", d.Before), theme.SizeNameText, kit.ColorInk2, false))
		row.Add(kit.NewText(words.F("dopo: %s", d.After)))
	}
	return row
}

// unchanged says that a version holds what the one before held.
func unchanged(action string) string {
	if action == app.ActionRestore {
		return words.T("Riportata nell’elenco com’era.")
	}
	return words.T("Salvata senza cambiare niente.")
}

func actionWord(action string) string {
	switch action {
	case app.ActionCreate:
		return words.T("creata")
	case app.ActionDelete:
		return words.T("eliminata")
	case app.ActionRestore:
		return words.T("ripristinata")
	case app.ActionErase:
		return words.T("contenuto cancellato")
	case app.ActionReview:
		return words.T("confermata senza modifiche")
	}
	return words.T("modificata")
}

// ask restores a version after asking: it becomes the newest one, and what
// stands now stays in the history.
func (h *historyView) ask(c app.Change) {
	r, s := h.record, h.record.page.shell
	text := words.T("La scheda torna com’era allora. Quella di oggi resta nella storia.")
	if r.dirty {
		text += " " + words.T("Le modifiche che non avete ancora salvato si perdono.")
	}
	kit.Confirm(s.win, words.F("Ripristinare la versione del %s?", form.MomentOf(c.At).String()), text, words.T("Ripristina"), r.dirty, func(ok bool) {
		if !ok {
			return
		}
		if _, err := s.cfg.Store.Restore(context.Background(), s.cfg.By, r.ed.Type, c.Seq); err != nil {
			s.fail(err)
			return
		}
		r.stopTimer()
		s.drafts.drop(app.DraftKey(r.page.reg.Key, r.uid()))
		r.dirty = false
		s.saved(r.page.reg.Key)
		p, uid := r.page, r.uid()
		p.open = nil
		p.openRecord(uid)
		p.reload()
		p.open.focus()
	})
}

// deleted lists the records of the register that are no longer there, each to be
// brought back.
func (p *registerPage) deleted() {
	s := p.shell
	list, err := s.cfg.Store.Deleted(context.Background(), p.reg.Key)
	if err != nil {
		s.fail(err)
		return
	}
	if p.open != nil {
		p.open.keepDraft()
	}
	rows := kit.Column(kit.GapPanel)
	if len(list) == 0 {
		rows.Add(kit.NewText(words.T("Qui non è stato eliminato niente.")))
	}
	for _, c := range list {
		rec, err := p.reg.Decode(c.Payload)
		if err != nil {
			s.cfg.Log.Error("read deleted record", "seq", c.Seq, "error", err)
			continue
		}
		title := p.reg.Named(rec, s.names)
		rows.Add(kit.Row(kit.GapPanel,
			kit.Grow(kit.Column(2, kit.NewStyledLine(title, theme.SizeNameText, theme.ColorNameForeground, true),
				kit.NewStyledLine(words.F("ultima modifica %s · %s", form.MomentOf(c.At).String(), c.Who), theme.SizeNameCaptionText, kit.ColorInk2, false))),
			kit.NewButton(kit.Outlined, words.T("Riporta nell’elenco"), kit.IconUndo, func() { p.bringBack(c) })))
	}
	back := kit.NewButton(kit.Filled, words.T("Torna all’elenco"), kit.IconChevronLeft, p.closeRecord)
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.F("Schede eliminate: %s", formwords.Many(p.reg.Type)), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	scroll := kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(760, rows)))
	p.open = nil
	p.mark()
	p.split.SetRecord(kit.Record(head, scroll, nil, kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Quello che riportate torna com’era, e resta nella storia.")), back)))
	kit.FocusOn(back)
}

func (p *registerPage) bringBack(c app.Change) {
	if _, err := p.shell.cfg.Store.Restore(context.Background(), p.shell.cfg.By, p.reg.Type, c.Seq); err != nil {
		p.shell.fail(err)
		return
	}
	p.shell.saved(p.reg.Key)
	p.reload()
	p.openRecord(c.UID)
}
