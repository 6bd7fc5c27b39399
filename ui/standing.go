package ui

import (
	"tutela/app"
	"tutela/ui/words"
)

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
