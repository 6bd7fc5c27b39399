package ui

import (
	"context"
	"fmt"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// writeChange writes down that the password of a credential was changed today. It
// is saved at once, and can be taken back while the office is open. Where it makes
// no sense it says why, and leads to the record.
func (s *Shell) writeChange(uid string) {
	c, ok := s.credentialNow(uid)
	if !ok {
		return
	}
	today := s.world.Today()
	if why := c.ChangeFault(today); why != "" {
		s.sayNotChanged(uid, why)
		return
	}
	before := c.LastChange
	c.LastChange = today
	if s.saveChange(c) {
		s.changes[uid] = before
		s.renewOpen(app.CredentialForm.Key, uid, words.F("Cambio registrato alle %s", s.clock()))
	}
}

// takeChangeBack puts the date back that stood there before writeChange.
func (s *Shell) takeChangeBack(uid string) {
	before, known := s.changes[uid]
	c, ok := s.credentialNow(uid)
	if !ok || !known {
		return
	}
	c.LastChange = before
	if s.saveChange(c) {
		delete(s.changes, uid)
		s.renewOpen(app.CredentialForm.Key, uid, words.T("Cambio annullato"))
	}
}

// credentialNow reads a credential from the file; false where what was typed into
// it waits to be saved, which a change from elsewhere would not know of.
func (s *Shell) credentialNow(uid string) (*app.Credential, bool) {
	t := app.CredentialForm.Type()
	s.current().leave()
	if _, typed := s.drafts.known[app.DraftKey(t.Key, uid)]; typed {
		s.sayNotChanged(uid, words.T("Nella scheda della credenziale ci sono modifiche non salvate: salvatele, o annullatele, e poi registrate il cambio."))
		return nil, false
	}
	rec, err := s.cfg.Store.Get(context.Background(), t, uid)
	if err != nil {
		s.fail(fmt.Errorf("read a credential: %w", err))
		return nil, false
	}
	return rec.(*app.Credential), true
}

func (s *Shell) saveChange(c *app.Credential) bool {
	if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.CredentialForm.Type(), c); err != nil {
		s.fail(err)
		return false
	}
	s.savedRecord(app.CredentialForm.Key, c.UID())
	return true
}

func (s *Shell) sayNotChanged(uid, why string) {
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Il cambio non è stato registrato"), Icon: kit.IconInfo, Tone: kit.ToneAccent, Text: words.Sentence(why), Default: 1,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Apri la scheda"), Kind: kit.Filled, Do: func() { s.openRecord(app.CredentialForm.Key, uid) }},
		},
	})
}

// renewOpen follows a record that was saved otherwise than by its own view: where
// it is open it is read again, and what is in front shows what holds now.
func (s *Shell) renewOpen(register, uid, said string) {
	for _, p := range s.registerPages() {
		if p.reg.Key == register && p.open != nil && p.open.uid() == uid {
			p.open.stopTimer()
			p.open = nil
			p.openRecord(uid)
			p.open.status.Set(kit.ToneOK, kit.IconCheck, said)
			p.reload()
		}
	}
	if front := s.registerPage(); front != nil && front.open != nil {
		front.open.renew()
		front.open.status.Set(kit.ToneOK, kit.IconCheck, said)
	}
}

// registerPages are all the registers of the window.
func (s *Shell) registerPages() []*registerPage {
	var out []*registerPage
	for _, p := range s.pages {
		switch p := p.(type) {
		case *registerPage:
			out = append(out, p)
		case *tabbedPage:
			for _, inner := range p.pages {
				if r := inner.register(); r != nil {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// setLife shows on a bar how much of a password's life is spent.
func setLife(b *kit.LifeBar, l app.CredentialLife) {
	tone := kit.ToneOK
	switch {
	case l.Left() < 0:
		tone = kit.ToneError
	case l.Left() <= app.PasswordNotice:
		tone = kit.ToneWarn
	}
	b.Set(tone, words.F("%d giorni su %d", l.Used, l.Allowed), l.Used, l.Allowed)
}

// credentialChip is the state of a credential as a chip says it.
func credentialChip(c *app.Credential, l app.CredentialLife) (kit.Tone, kit.Icon, string) {
	switch l.State {
	case app.CredentialUnissued:
		return kit.ToneNeutral, kit.IconPencil, words.T("da consegnare")
	case app.CredentialDisabled:
		return kit.ToneNeutral, kit.IconForbidden, words.T("disattivata")
	case app.CredentialExpired:
		return kit.ToneError, kit.IconWarning, words.T("scaduta")
	case app.CredentialUnused:
		return kit.ToneError, kit.IconWarning, words.T("non usata")
	case app.CredentialChangeSoon:
		switch l.Left() {
		case 0:
			return kit.ToneWarn, kit.IconClock, words.T("oggi")
		case 1:
			return kit.ToneWarn, kit.IconClock, words.T("domani")
		}
		return kit.ToneWarn, kit.IconClock, words.F("fra %d giorni", l.Left())
	}
	if c.WaitsForFirstChange() {
		return kit.ToneWarn, kit.IconClock, words.T("primo cambio")
	}
	return kit.ToneOK, kit.IconCheck, words.T("valida")
}
