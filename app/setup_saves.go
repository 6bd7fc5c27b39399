package app

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// Saves are the records that a step writes, in their order. Nothing that is merely
// missing holds it up; a row of which nothing was said writes nothing.
func (s *Setup) Saves(step int, all []*Template, r Reader, today form.Date, newUID func() string) []Saving {
	switch step {
	case SetupOffice:
		o := OfficeForm.Type().Clone(s.Office).(*Office)
		if who := strings.TrimSpace(s.Name + " " + s.Surname); who != "" {
			o.Representative = who
		}
		return []Saving{{OfficeForm.Type(), o}}
	case SetupSites:
		return s.placeSaves(r, newUID)
	case SetupPeople:
		return s.peopleSaves(r)
	case SetupActivities:
		return s.activitySaves(all, r, today, newUID)
	case SetupCopies:
		return s.copySaves(r, today, newUID)
	}
	return nil
}

// recordOf is a copy of the record of a UID, or a new one that will have it.
func recordOf(r Records, t *form.Type, uid string) form.Record {
	for _, rec := range r.Records(t.Key) {
		if rec.(form.Record).Head().UID == uid {
			return t.Clone(rec).(form.Record)
		}
	}
	rec := t.Start().(form.Record)
	rec.Head().UID = uid
	return rec
}

// placeSaves are sites, computers and the measures that are in being.
func (s *Setup) placeSaves(r Records, newUID func() string) (out []Saving) {
	for _, x := range s.Sites {
		if strings.TrimSpace(x.Name+x.Address+x.City) == "" {
			continue
		}
		site := recordOf(r, SiteForm.Type(), x.UID).(*Site)
		site.Name, site.Address, site.City = x.Name, x.Address, x.City
		if o := s.Office; site.Address == o.Address && site.City == o.City && site.Postcode+site.Province == "" {
			site.Postcode, site.Province = o.Postcode, o.Province
		}
		out = append(out, Saving{SiteForm.Type(), site})
	}
	for _, x := range s.Systems {
		if strings.TrimSpace(x.Name) != "" {
			system := recordOf(r, SystemForm.Type(), x.UID).(*System)
			system.Name, system.Kind = x.Name, x.Kind
			out = append(out, Saving{SystemForm.Type(), system})
		}
	}
	has := Set{}
	for _, rec := range r.Records(OfficeMeasureForm.Key) {
		has[rec.(*OfficeMeasure).Measure.Measure] = true
	}
	for _, slug := range CommonMeasures() {
		if slices.Contains(s.Measures, slug) && !has[slug] {
			m := OfficeMeasureForm.Type().Start().(*OfficeMeasure)
			m.Head().UID = newUID()
			m.Measure.Measure = slug
			out = append(out, Saving{OfficeMeasureForm.Type(), m})
		}
	}
	return out
}

// peopleSaves are those of whom a name was written; of those in the register only
// what is asked here changes.
func (s *Setup) peopleSaves(r Records) (out []Saving) {
	t := PersonForm.Type()
	for _, x := range s.Staff() {
		p := recordOf(r, t, x.UID).(*Person)
		p.Surname, p.Name = strings.TrimSpace(x.Surname), strings.TrimSpace(x.Name)
		if x.Duty != "" && !slices.ContainsFunc(p.Duties, func(d *Duty) bool { return d.Duty == x.Duty && d.To == "" }) {
			p.Duties = append(p.Duties, &Duty{Duty: x.Duty})
		}
		out = append(out, Saving{t, p})
	}
	if len(s.Systems) == 1 && len(r.Records(SystemForm.Key)) == 1 { // one computer: all who work at one use it
		pc := SystemForm.Type().Clone(r.Records(SystemForm.Key)[0]).(*System)
		for _, x := range s.Staff() {
			if (x.Tools == ToolsBoth || x.Tools == ToolsElectronic) && !slices.Contains(pc.Users, x.UID) {
				pc.Users = append(pc.Users, x.UID)
			}
		}
		out = append(out, Saving{SystemForm.Type(), pc})
	}
	return out
}

// activitySaves are the sheets of what was chosen, who does a part of it outside,
// and the letters that are owed for it.
func (s *Setup) activitySaves(all []*Template, r Reader, today form.Date, newUID func() string) (out []Saving) {
	sheets := s.sheets(all, r, newUID)
	entrusted := Set{}
	for _, t := range sheets {
		for _, uid := range t.Partners {
			entrusted[uid] = true
		}
	}
	saved := map[string]*Supplier{}
	for _, x := range s.Suppliers {
		uid := s.supplierUID(x, r)
		if x.Name == "" || !entrusted[uid] || slices.ContainsFunc(r.Records(SupplierForm.Key), func(rec any) bool { return rec.(*Supplier).UID() == uid }) {
			continue
		}
		if other := saved[uid]; other != nil {
			other.Service += "; " + x.Service
			continue
		}
		c := SupplierForm.Type().Start().(*Supplier)
		c.Head().UID, c.Name, c.Service, c.Role = uid, strings.TrimSpace(x.Name), x.Service, "processor"
		saved[uid] = c
		out = append(out, Saving{SupplierForm.Type(), c})
	}
	for _, t := range sheets {
		out = append(out, Saving{TreatmentForm.Type(), t})
	}
	for _, l := range s.letters(afterSetup{r, sheets}, today, newUID) {
		out = append(out, Saving{AppointmentForm.Type(), l})
	}
	return out
}

// supplierUID is that of the record that a supplier is or becomes: one of the same
// name is the same.
func (s *Setup) supplierUID(x *SetupSupplier, r Records) string {
	name := catalogue.Fold(strings.TrimSpace(x.Name))
	for _, rec := range r.Records(SupplierForm.Key) {
		if c := rec.(*Supplier); catalogue.Fold(c.Name) == name {
			return c.UID()
		}
	}
	for _, other := range s.Suppliers {
		if catalogue.Fold(strings.TrimSpace(other.Name)) == name {
			return other.UID
		}
	}
	return x.UID
}

// sheets are those of the chosen activities that the register has not.
func (s *Setup) sheets(all []*Template, r Reader, newUID func() string) (out []*Treatment) {
	for _, tpl := range all {
		if !slices.Contains(s.Chosen, tpl.Key) || Started(r, tpl) {
			continue
		}
		answers := s.AnswersOf(tpl)
		t, err := tpl.Apply(answers, r)
		if err != nil {
			continue // a template that cannot be read was refused before it was offered
		}
		t.Head().UID = newUID()
		if len(t.Sites) == 0 {
			for _, rec := range r.Records(SiteForm.Key) {
				t.Sites = append(t.Sites, rec.(*Site).UID())
			}
		}
		for _, p := range s.Staff() {
			if s.Workers[tpl.Key][p.UID] {
				t.People = append(t.People, p.UID)
			}
		}
		s.entrust(t, tpl, answers, r)
		s.protect(t)
		s.house(t, r)
		for _, p := range t.Places() { // who works on it works where it stands
			p.Access = slices.Clone(t.People)
		}
		out = append(out, t)
	}
	return out
}

// entrust names the suppliers that the answers give a part to.
func (s *Setup) entrust(t *Treatment, tpl *Template, answers map[string]int, r Records) {
	for _, service := range tpl.Services(answers) {
		for _, x := range s.Suppliers {
			if uid := s.supplierUID(x, r); x.Service == service && x.Name != "" && !slices.Contains(t.Partners, uid) {
				t.Partners = append(t.Partners, uid)
			}
		}
	}
	if len(t.Partners) > 0 {
		t.NoPartners = false
	}
	for _, p := range t.Places() {
		if p.Where == "external" && p.Supplier == "" && len(t.Partners) == 1 {
			p.Supplier = t.Partners[0]
		}
	}
}

// protect says of the common measures what was answered: one that the office has
// not is still to be adopted.
func (s *Setup) protect(t *Treatment) {
	if !s.Protected {
		return
	}
	for _, m := range t.Measures {
		if slices.Contains(CommonMeasures(), m.Measure) && m.State == "" {
			m.State = ToAdopt
		}
	}
}

// house puts what stands on a computer of the office on the only one there is.
func (s *Setup) house(t *Treatment, r Records) {
	systems := r.Records(SystemForm.Key)
	if len(systems) != 1 {
		return
	}
	for _, p := range t.Places() {
		if p.Where == "internal" && p.System == "" && p.Name == OfficeComputer {
			p.System = systems[0].(*System).UID()
		}
	}
}

// OfficeComputer is how templates call where an office keeps its data.
const OfficeComputer = "PC dell’ufficio"

// letters are those of persons authorised that are owed: one for each who works on
// a treatment and has none for it, on all of them. A letter that nobody signed yet
// grows instead. Who signs for the controller needs none.
func (s *Setup) letters(r Reader, today form.Date, newUID func() string) (out []*Appointment) {
	for _, p := range s.Staff() {
		if p.Duty == "legal-representative" || p.Tools == "" || represents(r, p.UID) {
			continue
		}
		var treatments []string
		for _, rec := range r.Records(TreatmentForm.Key) {
			t := rec.(*Treatment)
			covered := slices.ContainsFunc(Appointments(r, "", today), func(a *Appointment) bool { return a.Person == p.UID && a.Covers(r, t.UID()) })
			if t.Archived == "" && slices.Contains(t.People, p.UID) && !covered {
				treatments = append(treatments, t.UID())
			}
		}
		if len(treatments) == 0 {
			continue
		}
		l := unsigned(r, p.UID)
		if l == nil {
			l = s.letter(RoleAuthorised, p.UID, today, newUID)
			l.Tools = p.Tools
		}
		l.Treatments = append(l.Treatments, treatments...)
		out = append(out, l)
	}
	return out
}

func represents(r Records, uid string) bool {
	return slices.ContainsFunc(r.Records(PersonForm.Key), func(rec any) bool {
		p := rec.(*Person)
		return p.UID() == uid && p.Represents()
	})
}

// unsigned is a copy of the letter of authorised person that somebody has not signed.
func unsigned(r Records, person string) *Appointment {
	for _, rec := range r.Records(AppointmentForm.Key) {
		if a := rec.(*Appointment); a.Person == person && a.Role == RoleAuthorised && a.Signed == "" && a.Ended == "" {
			return AppointmentForm.Type().Clone(a).(*Appointment)
		}
	}
	return nil
}

func (s *Setup) letter(role, person string, today form.Date, newUID func() string) *Appointment {
	a := AppointmentForm.Type().Start().(*Appointment)
	a.Head().UID, a.Role, a.Person, a.Appointed = newUID(), role, person, today
	return a
}

// CustodianOwed says that more than one person has a letter, so that somebody keeps
// the credentials (decision A26, house rule 23).
func CustodianOwed(r Records, today form.Date) bool {
	people := Set{}
	for _, a := range Appointments(r, RoleAuthorised, today) {
		people[a.Person] = true
	}
	return HouseOf(r).Holds(23) && len(people) > 1
}

// copySaves are the backup plan, where copies are made, and the letters of who
// administers the computers and keeps the credentials.
func (s *Setup) copySaves(r Reader, today form.Date, newUID func() string) (out []Saving) {
	c := &s.Copies
	if c.Made == "yes" {
		out = append(out, s.planSaves(r, today, newUID)...)
	}
	var systems []string
	for _, rec := range r.Records(SystemForm.Key) {
		if x := rec.(*System); x.Disposed == "" {
			systems = append(systems, x.UID())
		}
	}
	if c.Admin == AdminOwn && c.AdminBy != "" && len(systems) > 0 && len(Appointments(r, RoleSysadmin, today)) == 0 {
		a := s.letter(RoleSysadmin, c.AdminBy, today, newUID)
		a.Systems, a.Experience = systems, strings.TrimSpace(c.AdminWhy)
		out = append(out, Saving{AppointmentForm.Type(), a})
	}
	if c.Passwords != "" && CustodianOwed(r, today) && len(Appointments(r, RolePasswords, today)) == 0 {
		a := s.letter(RolePasswords, c.Passwords, today, newUID)
		a.Experience = strings.TrimSpace(c.Why)
		out = append(out, Saving{AppointmentForm.Type(), a})
	}
	return out
}

// planSaves are the plan, of all computers, and the sheets that point at it.
func (s *Setup) planSaves(r Reader, today form.Date, newUID func() string) []Saving {
	c, t := &s.Copies, BackupPlanForm.Type()
	c.UID = cmp.Or(c.UID, newUID())
	p := recordOf(r, t, c.UID).(*BackupPlan)
	p.Name, p.Started = cmp.Or(p.Name, "Copie dell’ufficio"), cmp.Or(p.Started, today)
	p.Mode, p.Kind, p.Where, p.Keeper, p.Substitute = c.Mode, c.Kind, strings.TrimSpace(c.Where), c.Keeper, c.Substitute
	if c.Days.Valid {
		p.Interval = c.Days
	}
	on := Set{}
	for _, rec := range r.Records(SystemForm.Key) {
		if x := rec.(*System); x.Disposed == "" && x.Kind != "cloud" {
			on[x.UID()] = true
		}
	}
	p.Systems = slices.Sorted(maps.Keys(on))
	out := []Saving{{t, p}}
	for _, rec := range r.Records(TreatmentForm.Key) {
		x := TreatmentForm.Type().Clone(rec).(*Treatment)
		here := slices.ContainsFunc(x.Places(), func(p *Place) bool { return on[p.System] })
		if !here || len(x.Backups) > 0 || x.Archived != "" {
			continue
		}
		b := &Backup{Plan: p.UID(), Place: Place{Name: p.Name, Where: "internal"}}
		for _, uid := range []string{c.Keeper, c.Substitute} {
			if uid != "" {
				b.Access = append(b.Access, uid)
			}
		}
		if c.Kind == "cloud" {
			b.Where = "external"
		}
		if len(x.Sites) == 1 && b.Where == "internal" {
			b.Site = x.Sites[0]
		}
		x.Backups = append(x.Backups, b)
		out = append(out, Saving{TreatmentForm.Type(), x})
	}
	return out
}

// afterSetup is the office with the sheets that are about to be written.
type afterSetup struct {
	Reader
	sheets []*Treatment
}

// Records implements Reader.
func (a afterSetup) Records(register string) []any {
	list := a.Reader.Records(register)
	if register == TreatmentForm.Key {
		list = slices.Clone(list)
		for _, t := range a.sheets {
			list = append(list, t)
		}
	}
	return list
}
