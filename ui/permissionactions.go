package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// toggle gives a letter of a cell or takes it away.
func (p *permissionPage) toggle(row, col, letter int) {
	archive := p.model.archives[col].UID()
	if p.model.change(p.model.rows[row].UID(), archive, func(x *app.Permission) { x.Toggle(archive, app.Operations()[letter]) }) {
		p.edited()
	}
}

// takeAll leaves a person nothing; one can go back.
func (p *permissionPage) takeAll(person string) {
	if p.model.change(person, "", func(x *app.Permission) { x.Grants = nil }) {
		p.changedAt(person, "")
		kit.FocusOn(p.grid) // the link that had the keyboard is gone, or is for another
	}
}

// edited follows a change: it is safe within a second.
func (p *permissionPage) edited() {
	p.refused = false
	if p.timer == nil {
		p.timer = time.AfterFunc(atRisk, func() { p.shell.cfg.Do(p.keepDrafts) })
	}
}

// changedAt shows a change that was not made in the cell of the keyboard, and
// leads there.
func (p *permissionPage) changedAt(person, archive string) {
	p.edited()
	if p.model.row(person) < 0 {
		p.find.SetText("")
		p.left.SetChecked(true)
		p.arrange()
	}
	row, col, letter := p.grid.At()
	if at := p.model.row(person); at >= 0 {
		row = at
	}
	if at := p.model.column(archive); at >= 0 {
		col = at
	}
	p.grid.GoTo(row, col, letter)
}

func (p *permissionPage) undoLast() { p.went(p.model.undo()) }

func (p *permissionPage) redo() { p.went(p.model.redo()) }

func (p *permissionPage) went(s *permissionStep) {
	if s != nil {
		p.changedAt(s.person, s.archive)
	}
}

// stopTimer takes back the drafts that wait for their second.
func (p *permissionPage) stopTimer() {
	if p.timer != nil {
		p.timer.Stop()
		p.timer = nil
	}
}

// keepDrafts has what is not saved kept in the file, each person's by itself.
func (p *permissionPage) keepDrafts() {
	p.stopTimer()
	s := p.shell
	for person, rec := range p.model.now {
		key := app.DraftKey(p.reg.Key, rec.UID())
		if !p.model.dirty(person) {
			s.drafts.drop(key)
			continue
		}
		d := app.Draft{Key: key, Register: p.reg.Key, UID: rec.UID(), Body: form.NewEditor(p.reg.Type, rec).Draft()}
		if known, ok := s.drafts.known[key]; ok && string(known.Body) == string(d.Body) {
			continue
		}
		s.drafts.keep(d, func() {
			if !p.refused && len(p.model.unsaved()) > 0 {
				p.status.Set(kit.ToneOK, kit.IconCheck, words.F("Bozza al sicuro, %s", s.clock()))
			}
		})
	}
}

// save writes the permissions of all who were changed, or of none.
func (p *permissionPage) save() {
	s := p.shell
	changed := p.model.unsaved()
	if len(changed) == 0 {
		p.status.Set(kit.ToneOK, kit.IconCheck, words.T("Non c’è niente da salvare"))
		return
	}
	list := make([]app.Saving, len(changed))
	for i, person := range changed {
		list[i] = app.Saving{Type: p.reg.Type, Rec: p.model.now[person]}
	}
	if err := s.cfg.Store.SaveAll(context.Background(), s.cfg.By, list); err != nil {
		p.keepDrafts()
		p.refused = true
		p.status.Set(kit.ToneError, kit.IconWarning, words.T("Non salvato: le modifiche restano qui, al sicuro"))
		s.fail(err)
		return
	}
	p.stopTimer()
	for _, person := range changed {
		p.model.wentIn(person)
		s.drafts.drop(app.DraftKey(p.reg.Key, p.model.now[person].UID()))
	}
	p.refused = false
	s.saved(p.reg.Key)
	p.grid.Sync()
	p.tell()
	p.status.Set(kit.ToneOK, kit.IconCheck, words.F("Salvato alle %s", s.clock()))
}

// giveUp goes back to what the file has, after asking.
func (p *permissionPage) giveUp() {
	n := len(p.model.unsaved())
	if n == 0 {
		return
	}
	s := p.shell
	kit.Confirm(s.win, words.T("Annullare le modifiche?"),
		words.Plural(n, "I permessi di %d persona tornano com’erano quando sono stati salvati l’ultima volta.", "I permessi di %d persone tornano com’erano quando sono stati salvati l’ultima volta."),
		words.T("Annulla le modifiche"), true, func(ok bool) {
			if !ok {
				return
			}
			p.stopTimer()
			for _, person := range p.model.unsaved() {
				s.drafts.drop(app.DraftKey(p.reg.Key, p.model.now[person].UID()))
			}
			p.refused = false
			p.model.giveUp()
			if err := p.load(); err != nil { // what was changed elsewhere shows now
				s.fail(err)
			}
			p.arrange()
		})
}

// copyFrom gives the person of the keyboard what another one may do, in place of
// what it may do now.
func (p *permissionPage) copyFrom() {
	target := p.person()
	if target == "" {
		return
	}
	s, to := p.shell, p.row(p.model.row(target)).Name
	who := kit.NewPicker(func() []kit.Option { return p.models(target) })
	field := kit.NewField(words.T("Da chi"), who)
	none := func() bool {
		said := ""
		if who.Value() == "" {
			said = words.T("Scegliete una persona dall’elenco.")
		}
		field.SetError(said)
		return said != ""
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title:   words.F("Copiare i permessi per «%s»?", to),
		Text:    words.T("Avrà gli stessi permessi della persona che scegliete, archivio per archivio; quelli che ha ora vanno via. Si torna indietro con Ctrl+Z, e vale quando salvate."),
		Content: field, Default: 1, Width: 520,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Copia"), Kind: kit.Filled, Stay: none, Do: func() {
				from := p.model.now[who.Value()]
				if p.model.change(target, "", func(x *app.Permission) { x.Grants = cloneGrants(from.Grants) }) {
					p.changedAt(target, "")
				}
				kit.FocusOn(p.grid)
			}},
		},
	})
}

// models are those whose permissions can be copied: who works here and has any.
func (p *permissionPage) models(except string) (out []kit.Option) {
	for _, x := range p.model.people {
		if n := p.model.open(x.UID()); n > 0 && x.UID() != except && !x.Left(p.today()) {
			out = append(out, kit.Option{Value: x.UID(), Label: app.PersonForm.Title(x), Hint: words.Plural(n, "%d archivio", "%d archivi")})
		}
	}
	return out
}

// print shows the list as it is saved; what is not saved is saved first.
func (p *permissionPage) print() {
	if len(p.model.unsaved()) > 0 {
		p.save()
		if len(p.model.unsaved()) > 0 {
			return
		}
	}
	if paper, ok := papers.Find(p.shell.cfg.Papers, "permissions-list"); ok {
		p.shell.print(paper, "", false)
	}
}

// review notes that all permissions were looked over today and are still right.
func (p *permissionPage) review() {
	s, today := p.shell, p.today()
	if len(p.model.unsaved()) > 0 {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.T("«Confermo senza modifiche» dice che i permessi vanno ancora bene come sono. Qui ci sono modifiche non salvate: salvatele, oppure annullatele e poi confermate."))
		return
	}
	var list []*app.Permission
	for _, x := range p.model.people {
		if rec := p.model.saved[x.UID()]; rec != nil && len(rec.Grants) > 0 && !x.Left(today) && rec.Reviewed != today {
			list = append(list, rec)
		}
	}
	if len(list) == 0 {
		p.status.Set(kit.ToneOK, kit.IconCheck, words.T("Già confermati oggi"))
		return
	}
	kit.Confirm(s.win, words.T("Confermare i permessi?"),
		words.Plural(len(list), "Confermate di aver riguardato oggi i permessi di %d persona, e che vanno bene come sono.", "Confermate di aver riguardato oggi i permessi di %d persone, e che vanno bene come sono."),
		words.T("Confermo senza modifiche"), false, func(ok bool) {
			if !ok {
				return
			}
			for _, rec := range list {
				x := clonePermission(rec)
				x.Reviewed = today
				if err := s.cfg.Store.Review(context.Background(), s.cfg.By, p.reg.Type, x); err != nil {
					p.shown() // those before it are confirmed; the rest can be, again
					s.fail(err)
					return
				}
			}
			s.saved(p.reg.Key)
			p.shown()
			p.status.Set(kit.ToneOK, kit.IconCheck, words.F("Confermati senza modifiche il %s", today))
		})
}

// remove deletes the record of the person of the keyboard, as is needed before a
// person who was entered by mistake can be deleted.
func (p *permissionPage) remove() {
	s, person := p.shell, p.person()
	rec := p.model.saved[person]
	if rec == nil {
		return
	}
	title := p.reg.Named(rec, s.names)
	printed, err := s.cfg.Store.Printed(context.Background(), p.reg.Type, rec)
	switch {
	case err != nil:
		s.fail(err)
		return
	case printed:
		kit.ShowInfo(s.win, words.F("«%s» non si può eliminare", title), words.T("È già stata stampata, e ciò che è stampato deve ritrovarsi nel registro. Le bozze non contano."))
		return
	}
	kit.Confirm(s.win, words.F("Eliminare i permessi di «%s»?", title), words.T("Non potrà più fare niente con nessun archivio. Quello che è stato scritto resta nella storia dell’ufficio."),
		words.T("Elimina"), true, func(ok bool) {
			if !ok {
				return
			}
			if err := s.cfg.Store.Delete(context.Background(), s.cfg.By, p.reg.Type, rec.UID()); err != nil {
				s.fail(err)
				return
			}
			s.drafts.drop(app.DraftKey(p.reg.Key, rec.UID()))
			p.model.forget(person)
			s.saved(p.reg.Key)
			p.shown()
		})
}
