package ui

import (
	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// credentialHead is the life of a password, below the dates in the head of its
// record, with the one thing to do about it.
type credentialHead struct {
	row  *fyne.Container
	bar  *kit.LifeBar
	link *kit.Link
}

func newCredentialHead() *credentialHead {
	h := &credentialHead{bar: kit.NewLifeBar(), link: kit.NewLink("", kit.NoIcon, nil)}
	h.row = kit.Row(kit.GapPanel, kit.Fixed(180, h.bar), h.link, kit.Spacer())
	return h
}

// tellLife shows the life of the password as the record has it now.
func (r *recordView) tellLife() {
	c, ok := r.ed.Rec.(*app.Credential)
	if !ok {
		return
	}
	w := r.page.shell.world
	life := c.Life(w, w.Today())
	show(r.life.row, life.Due != "" && r.uid() != "")
	setLife(r.life.bar, life)
	r.life.link.OnTapped = func() { r.page.shell.writeChange(r.uid()) }
	r.life.link.SetText(words.T("Registra cambio"))
	if _, undo := r.page.shell.changes[r.uid()]; undo {
		r.life.link.OnTapped = func() { r.page.shell.takeChangeBack(r.uid()) }
		r.life.link.SetText(words.T("Annulla cambio"))
	}
}

// standing is how a credential stands today, for the head of its record: its list
// is stored, and knows no today.
func (r *recordView) standing() string {
	c, ok := r.ed.Rec.(*app.Credential)
	if !ok {
		return ""
	}
	return " · " + credentialWords(c, c.Life(r.page.shell.world, r.page.shell.world.Today()))
}

func credentialWords(c *app.Credential, life app.CredentialLife) string {
	switch life.State {
	case app.CredentialUnissued:
		return words.T("da consegnare")
	case app.CredentialChangeSoon:
		switch days := life.Left(); days {
		case 0:
			return words.T("password da cambiare oggi")
		case 1:
			return words.T("password da cambiare domani")
		default:
			return words.F("password da cambiare fra %d giorni", days)
		}
	case app.CredentialExpired:
		return words.T("password da cambiare subito")
	case app.CredentialUnused:
		return words.T("non usata da troppo tempo")
	case app.CredentialDisabled:
		return words.F("disattivata il %s", c.Disabled)
	}
	return words.T("in regola")
}
