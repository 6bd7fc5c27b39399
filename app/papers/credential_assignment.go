package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// credentialAssignment hands a credential over: the rules one by one, the receipt
// of the device, and the person's signature for having read them (spec 3.3, rules
// 1 to 7; 5-law 6, PWD1 to PWD8).
func credentialAssignment(w *writer, subject any) doc.Document {
	p := newCredentialPaper(w, subject)
	house := app.HouseOf(w.d)
	p.add(p.letterhead())
	p.add(p.say("assignment")...)
	f := doc.Fields{Entries: []doc.Entry{p.person()}}
	f.Entries = append(f.Entries, p.print([]string{"issued"}, "system", "kind", "user_id", "profile", "issued").Entries...)
	p.add(f)
	password, device := p.blank || p.c.HasPassword(), p.blank || p.c.HasDevice()
	if password {
		p.add(p.say("rules")...)
		p.add(p.say("password-rules", "{caratteri}", itoa(house.PasswordLength()), "{mescola}", passwordMix(house), "{quando}", p.changes(house))...)
	}
	if password { // what is signed for stands above the signature
		p.add(doc.PageBreak{})
	}
	if device {
		p.add(p.say("receipt")...)
		receipt := p.print(nil, "device_serial")
		receipt.Entries = append(receipt.Entries, p.handwritten("device_given", "device_returned").Entries...)
		p.add(receipt)
		p.add(p.say("device-rules")...)
	}
	p.add(p.say("use")...)
	p.add(p.say("use-rules", "{disuso}", house.Amount(6, app.UnitMonths))...)
	p.add(p.say("assignment-sign")...)
	p.signatures(p.c.RulesSigned,
		doc.Signer{Role: "L’amministratore di sistema", Note: "per la consegna"},
		doc.Signer{Role: "La persona", Name: p.nameOf(p.c.Person), Note: "per ricevuta e presa visione"})
	return p.document()
}

// changes says how often the password is changed: of this person, or of any.
func (p *credentialPaper) changes(h app.House) string {
	usual, special := passwordTerm(h, false), passwordTerm(h, true)
	switch known := !p.blank && p.c.Special != ""; {
	case special == "":
		return "Non si cambia a scadenza."
	case usual == special:
		return "Si cambia " + usual + "."
	case known && p.c.Special == "yes":
		return "Si cambia " + special + ", perché la persona lavora su dati particolari o giudiziari."
	case usual == "":
		return "Si cambia " + special + " se la persona lavora su dati particolari o giudiziari."
	case known:
		return "Si cambia " + usual + "; " + special + " se la persona passa a dati particolari o giudiziari."
	}
	return "Si cambia " + usual + "; " + special + " per chi lavora su dati particolari o giudiziari."
}

// passwordTerm is how often a password is changed; "" where it is not.
func passwordTerm(h app.House, special bool) string {
	if n := h.PasswordMonths(special); n > 0 {
		return "ogni " + itoa(n) + " mesi"
	}
	return ""
}
