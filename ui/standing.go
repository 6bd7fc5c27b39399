package ui

import (
	"tutela/app"
	"tutela/app/form"
	"tutela/ui/words"
)

// standing is how a credential stands today, for the head of its record: its list
// is stored, and knows no today.
func (r *recordView) standing() string {
	c, ok := r.ed.Rec.(*app.Credential)
	if !ok {
		return ""
	}
	return " · " + credentialWords(c, form.DateOf(r.page.shell.cfg.Now()))
}

func credentialWords(c *app.Credential, today form.Date) string {
	switch c.State(today) {
	case app.CredentialUnissued:
		return words.T("da consegnare")
	case app.CredentialChangeSoon:
		switch days := int(c.ChangeDue(c.Special == "yes").Time().Sub(today.Time()).Hours() / 24); days {
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
