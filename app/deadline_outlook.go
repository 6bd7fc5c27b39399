package app

import (
	"slices"

	"tutela/app/form"
)

// Outlook is what deadlines and completeness are read from: an office at a moment,
// and what would otherwise be looked for again for each of thousands of records.
type Outlook struct {
	d     *Dossier
	house House
	today form.Date
	// holders are the appointments in force by role.
	holders map[string][]*Appointment
	// letters are the treatments that letters in force give leave to, by person.
	letters map[string]map[string]bool
	// special are the people who work on special or criminal data (decision A21),
	// sensitive the treatments of such data and the systems that host them.
	special, sensitive map[string]bool
	dpias              map[string]*DPIA // the one that stands, by treatment
	plans              []plannedCopies
	live               []liveCredential
	names              map[string]string // of people
}

// NewOutlook reads an office.
func NewOutlook(d *Dossier) *Outlook {
	o := &Outlook{
		d: d, house: HouseOf(d), today: d.Today(), holders: map[string][]*Appointment{}, letters: map[string]map[string]bool{},
		special: map[string]bool{}, sensitive: map[string]bool{}, dpias: map[string]*DPIA{}, names: map[string]string{},
	}
	o.readSpecial()
	uses := map[string][]string{} // treatments by archive
	for _, a := range All(d, ArchiveForm) {
		uses[a.UID()] = a.Treatments
	}
	for _, a := range Appointments(d, "", o.today) {
		o.holders[a.Role] = append(o.holders[a.Role], a)
		if a.Role != RoleAuthorised && a.Role != RoleTreatment {
			continue
		}
		if o.letters[a.Person] == nil {
			o.letters[a.Person] = map[string]bool{}
		}
		for _, t := range a.Treatments {
			o.letters[a.Person][t] = true
		}
		for _, x := range a.Archives {
			for _, t := range uses[x] {
				o.letters[a.Person][t] = true
			}
		}
	}
	for _, x := range All(d, DPIAForm) {
		if x.supersedes(o.dpias[x.Treatment]) {
			o.dpias[x.Treatment] = x
		}
	}
	return o
}

func (o *Outlook) readSpecial() {
	archives := map[string]bool{}
	for _, a := range All(o.d, ArchiveForm) {
		if a.Special() {
			archives[a.UID()] = true
			if a.System != "" {
				o.sensitive[a.System] = true
			}
		}
	}
	for _, p := range All(o.d, PermissionForm) {
		if slices.ContainsFunc(p.Grants, func(g *Grant) bool { return archives[g.Archive] }) {
			o.special[p.Person] = true
		}
	}
	for _, t := range GoingOn(o.d) {
		if t.Disseminated == "yes" || !t.onSpecial(o.d.Book()) {
			continue
		}
		o.sensitive[t.UID()] = true
		for _, p := range t.People {
			o.special[p] = true
		}
	}
}

// worksOnSpecial is SpecialWork for many credentials.
func (o *Outlook) worksOnSpecial(c *Credential) bool {
	return c.Special == "yes" || o.special[c.Person] || slices.ContainsFunc(c.Treatments, func(t string) bool { return o.sensitive[t] })
}

func (o *Outlook) person(uid string) string {
	if uid == "" {
		return ""
	}
	name, known := o.names[uid]
	if !known {
		name = o.d.Ref(PersonForm.Key, uid)
		o.names[uid] = name
	}
	return name
}

// who is a person or, where none is named, who sees to what a role is for.
func (o *Outlook) who(person, role string) string {
	if name := o.person(person); name != "" {
		return name
	}
	return o.keeper(role)
}

// left is the person if he or she works here no more, else nil.
func (o *Outlook) left(uid string) *Person {
	if p := Find(o.d, PersonForm, uid); p != nil && p.Left(o.today) {
		return p
	}
	return nil
}

// keeper is who sees to what a role is for: its holder, else that of the role above,
// else who signs for the controller (decision A27).
func (o *Outlook) keeper(role string) string {
	for ; role != ""; role = RoleOf(role).Above {
		for _, a := range o.holders[role] {
			if name := a.Holder(o.d); name != "" {
				return name
			}
		}
	}
	return o.d.Office().Representative
}
