package app

import (
	"slices"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// PasswordNotice is how many days before its last day a password is called to be
// changed; the picture of the design does so from eight.
const PasswordNotice = 14

// CredentialLife is how a credential stands on a day, as the whole office knows
// it: lists, screen and checks ask here.
type CredentialLife struct {
	State CredentialState
	// Special says that the shorter term counts: the record says so, or the person
	// works on such data by now.
	Special bool
	// Set is the day of the password in use, Due its last one; both empty where no
	// password grows old.
	Set, Due form.Date
	// Used and Allowed are the days since Set, and those from Set to Due.
	Used, Allowed int
}

// Life is how the credential stands today.
func (c *Credential) Life(r Reader, today form.Date) CredentialLife {
	h := HouseOf(r)
	l := CredentialLife{Special: c.Special == "yes" || SpecialWork(r, c) != ""}
	l.State = c.state(h, today, l.Special)
	if l.Due = c.ChangeDue(h, l.Special); l.Due != "" {
		l.Set = c.PasswordSet()
		l.Used, l.Allowed = max(0, l.Set.DaysTo(today)), l.Set.DaysTo(l.Due)
	}
	return l
}

// Left is how many days the password has left, today not counted; less than none
// where it should have been changed.
func (l CredentialLife) Left() int { return l.Allowed - l.Used }

// state is how the credential stands on a day.
func (c *Credential) state(h House, today form.Date, special bool) CredentialState {
	disuse, change := c.DisuseDue(h), c.ChangeDue(h, special)
	switch {
	case c.Disabled != "":
		return CredentialDisabled
	case c.given() == "":
		return CredentialUnissued
	case disuse != "" && disuse < today:
		return CredentialUnused
	case change == "":
		return CredentialValid
	case change < today:
		return CredentialExpired
	case change <= today.AddDays(PasswordNotice):
		return CredentialChangeSoon
	}
	return CredentialValid
}

// SpecialWork gives the title of a treatment with special or criminal data that
// the credential serves or its person is authorised to, or the name of an archive
// of such data that the person has a permission on (decision A21); "" where there
// is none. Data meant for dissemination do not count (6-details, 3).
func SpecialWork(r Reader, c *Credential) string {
	if p := PermissionOf(r, c.Person); p != nil {
		for _, rec := range r.Records(ArchiveForm.Key) {
			if a := rec.(*Archive); a.Special() && slices.ContainsFunc(p.Grants, func(g *Grant) bool { return g.Archive == a.UID() }) {
				return a.Name
			}
		}
	}
	for _, rec := range r.Records(TreatmentForm.Key) {
		t := rec.(*Treatment)
		if t.Archived != "" || t.Disseminated == "yes" {
			continue
		}
		if !slices.Contains(c.Treatments, t.UID()) && (c.Person == "" || !slices.Contains(t.People, c.Person)) {
			continue
		}
		if t.onSpecial(r.Book()) {
			return t.Title
		}
	}
	return ""
}

// onSpecial says that a treatment is of special or criminal data.
func (t *Treatment) onSpecial(book *catalogue.Book) bool {
	return t.Special == form.Yes || slices.ContainsFunc(t.DataTypes, func(slug string) bool {
		e, ok := book.Find("data-type", slug)
		return ok && (e.Has("class", "special") || e.Has("class", "criminal"))
	})
}

// ChangeFault says in a sentence why a change of password of that day cannot be
// written down with one word from the user; "" where it can.
func (c *Credential) ChangeFault(day form.Date) string {
	switch {
	case c.Disabled != "":
		return "La credenziale è disattivata: non c’è più una password da cambiare."
	case !c.HasPassword():
		return "Questa credenziale non ha una password."
	case c.given() == "" || c.given() > day:
		return "La credenziale non è ancora stata consegnata: prima si scrivono la consegna e il primo cambio."
	case c.WaitsForFirstChange():
		return "La password è ancora quella consegnata, e il cambio di oggi sarebbe il primo: aprite la scheda e scrivetelo in «Primo cambio il»."
	case c.PasswordSet() == day:
		return "Il cambio di oggi è già scritto."
	case c.PasswordSet() > day:
		return "È già scritto un cambio di un giorno che deve venire: aprite la scheda e correggetelo."
	}
	return ""
}
