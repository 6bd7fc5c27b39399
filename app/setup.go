package app

import (
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// The steps of the first configuration (spec 4.2), and the page after the last.
const (
	SetupOffice = iota
	SetupSites
	SetupPeople
	SetupActivities
	SetupCopies
	SetupDone
)

// Setup is what the first configuration asks, as far as it was answered. What a
// step confirms stands in the registers, and is read from there when it is taken up
// again; the rest waits in a draft. References are UIDs, which the rows have from
// the start: NewUID gives them.
type Setup struct {
	Step    int
	Skipped bool // it is not offered again by itself

	Surname, Name string // of who signs for the controller
	Office        *Office
	Sites         []*SetupPlace
	Systems       []*SetupPlace
	Measures      []string // that the office has, of those that CommonMeasures offers
	Protected     bool     // Measures was answered
	People        []*SetupPerson
	Chosen        []string       // templates, by key
	Workers       map[string]Set // people by template
	Answers       map[string]int // by SetupQuestion.Key
	Suppliers     []*SetupSupplier
	Copies        SetupPlan
}

// Set is what of a list is chosen.
type Set map[string]bool

// SetupPlace is a site with its address, or a computer with its kind. Kept says
// that it stands in the register: where it is gone from there, it was deleted.
type SetupPlace struct {
	UID, Name, Address, City, Kind string
	Kept                           bool
}

// SetupPerson is somebody who works here, and with what.
type SetupPerson struct {
	UID, Surname, Name string
	Duty               string // slug of the catalogue
	Tools              string // Tools constant; "" works with no data
	Kept               bool   // see SetupPlace
}

// SetupSupplier is who does a service that an answer gives away.
type SetupSupplier struct{ UID, Service, Name string }

// SetupPlan is who makes copies, and who looks after computers and credentials.
type SetupPlan struct {
	UID                string
	Made, Mode, Kind   string // yes or no; see BackupPlan
	Days               form.Int
	Where              string
	Keeper, Substitute string // people
	Admin              string // AdminOwn, AdminOutside, AdminNobody
	AdminBy, AdminWhy  string
	Passwords, Why     string // who keeps the credentials, and why this person
}

// Who administers the computers.
const (
	AdminOwn     = "own"
	AdminOutside = "outside"
	AdminNobody  = "nobody"
)

// CommonMeasures are the few security measures that nearly every sheet names:
// asked once, their answers stand in all of them.
func CommonMeasures() []string {
	return []string{"locked-rooms", "locked-cabinets", "fire-fighting", "electrical-certified", "password-management",
		"antivirus", "updates", "backup", "training", "written-instructions"}
}

// NothingIn says that an office has nothing of what the first configuration asks.
func NothingIn(r Records) bool {
	for _, key := range []string{OfficeForm.Key, SiteForm.Key, PersonForm.Key, TreatmentForm.Key, SystemForm.Key, SupplierForm.Key, AppointmentForm.Key} {
		if len(r.Records(key)) > 0 {
			return false
		}
	}
	return true
}

// Follow takes what the registers have in place of what was confirmed before:
// they may have been changed, and records deleted, since.
func (s *Setup) Follow(r Records, newUID func() string) {
	if s.Workers == nil {
		s.Workers, s.Answers = map[string]Set{}, map[string]int{}
	}
	if recs := r.Records(OfficeForm.Key); len(recs) > 0 {
		s.Office = OfficeForm.Type().Clone(recs[0]).(*Office)
		if s.Surname+s.Name == "" {
			s.Name, s.Surname, _ = strings.Cut(strings.TrimSpace(s.Office.Representative), " ")
		}
	} else if s.Office == nil {
		s.Office = OfficeForm.Type().Start().(*Office)
	}
	if !s.Copies.Days.Valid {
		s.Copies.Days = form.Number(int64(HouseOf(r).BackupDays()))
	}
	s.followPlaces(r, newUID)
	s.followPeople(r, newUID)
	for _, rec := range r.Records(OfficeMeasureForm.Key) {
		m := rec.(*OfficeMeasure)
		if m.State == InPlace && slices.Contains(CommonMeasures(), m.Measure.Measure) && !slices.Contains(s.Measures, m.Measure.Measure) {
			s.Measures = append(s.Measures, m.Measure.Measure)
		}
	}
}

// followPlaces lists sites and computers: those of the registers, then those typed.
// Where there are none a first one is proposed: a site at the address of the office,
// and a computer as the templates call it.
func (s *Setup) followPlaces(r Records, newUID func() string) {
	var sites, systems []*SetupPlace
	for _, rec := range r.Records(SiteForm.Key) {
		x := rec.(*Site)
		sites = append(sites, &SetupPlace{UID: x.UID(), Name: x.Name, Address: x.Address, City: x.City, Kept: true})
	}
	for _, rec := range r.Records(SystemForm.Key) {
		if x := rec.(*System); x.Disposed == "" {
			systems = append(systems, &SetupPlace{UID: x.UID(), Name: x.Name, Kind: x.Kind, Kept: true})
		}
	}
	s.Sites, s.Systems = append(sites, unkept(sites, s.Sites)...), append(systems, unkept(systems, s.Systems)...)
	if len(s.Sites) == 0 && s.Office.Address+s.Office.City != "" {
		s.Sites = []*SetupPlace{{UID: newUID(), Name: "Sede", Address: s.Office.Address, City: s.Office.City}}
	}
	if len(s.Systems) == 0 && s.Step >= SetupSites {
		s.Systems = []*SetupPlace{{UID: newUID(), Name: OfficeComputer, Kind: "pc"}}
	}
}

// unkept are the typed places that no register has, nor ever had.
func unkept(kept, typed []*SetupPlace) (out []*SetupPlace) {
	for _, x := range typed {
		if !x.Kept && !slices.ContainsFunc(kept, func(k *SetupPlace) bool { return k.UID == x.UID }) {
			out = append(out, x)
		}
	}
	return out
}

// followPeople lists who works here; who signs for the controller comes first.
func (s *Setup) followPeople(r Records, newUID func() string) {
	tools := map[string]string{}
	for _, p := range s.People {
		tools[p.UID] = p.Tools
	}
	var list []*SetupPerson
	known := Set{}
	for _, rec := range r.Records(PersonForm.Key) {
		p := rec.(*Person)
		known[p.UID()] = true
		if p.End != "" {
			continue
		}
		x := &SetupPerson{UID: p.UID(), Surname: p.Surname, Name: p.Name, Tools: ToolsBoth, Kept: true}
		if t, ok := tools[x.UID]; ok {
			x.Tools = t
		}
		for _, d := range p.Duties {
			if d.To == "" && x.Duty == "" {
				x.Duty = d.Duty
			}
		}
		list = append(list, x)
	}
	for _, p := range s.People {
		if !known[p.UID] && !p.Kept {
			list = append(list, p)
		}
	}
	if s.Surname+s.Name != "" && !slices.ContainsFunc(list, func(p *SetupPerson) bool { return samePersonName(p, s.Surname, s.Name) }) {
		list = append([]*SetupPerson{{UID: newUID(), Surname: s.Surname, Name: s.Name, Duty: "legal-representative", Tools: ToolsBoth}}, list...)
	}
	s.People = list
}

func samePersonName(p *SetupPerson, surname, name string) bool {
	return catalogue.Fold(p.Surname+" "+p.Name) == catalogue.Fold(surname+" "+name)
}

// Staff are the people of whom enough was said to be kept, and to be chosen where
// somebody is asked for.
func (s *Setup) Staff() []*SetupPerson {
	return slices.DeleteFunc(slices.Clone(s.People), func(p *SetupPerson) bool { return strings.TrimSpace(p.Surname+p.Name) == "" })
}

// Supplier is who does a service, made where nobody was named yet.
func (s *Setup) Supplier(service string, newUID func() string) *SetupSupplier {
	for _, x := range s.Suppliers {
		if x.Service == service {
			return x
		}
	}
	x := &SetupSupplier{UID: newUID(), Service: service}
	s.Suppliers = append(s.Suppliers, x)
	return x
}

// SetupAsk is a question of the chosen activities: several of them may ask the same,
// which is asked once, at the first.
type SetupAsk struct {
	Key string
	*TemplateQuestion
}

// askKey is alike for questions that offer the same answers on the same thing.
func askKey(q *TemplateQuestion) string {
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	return q.Key + ":" + strings.Join(labels, "|")
}

// Asks are the questions that an activity asks, as the chosen ones stand.
func (s *Setup) Asks(all []*Template, t *Template) []SetupAsk {
	asked := Set{}
	for _, other := range all {
		if other.Key == t.Key {
			break
		}
		if slices.Contains(s.Chosen, other.Key) {
			for _, q := range other.Questions {
				asked[askKey(q)] = true
			}
		}
	}
	var out []SetupAsk
	for _, q := range t.Questions {
		if key := askKey(q); !asked[key] {
			out = append(out, SetupAsk{key, q})
		}
	}
	return out
}

// AnswersOf are the answers to the questions of a template, by their keys.
func (s *Setup) AnswersOf(t *Template) map[string]int {
	out := map[string]int{}
	for _, q := range t.Questions {
		if i, ok := s.Answers[askKey(q)]; ok {
			out[q.Key] = i
		}
	}
	return out
}

// Started says that a sheet of the activity stands in the register already.
func Started(r Records, t *Template) bool {
	return slices.ContainsFunc(r.Records(TreatmentForm.Key), func(rec any) bool {
		return catalogue.Fold(rec.(*Treatment).Title) == catalogue.Fold(t.Name)
	})
}

// Promise is what one will have at the end.
type Promise struct{ Sheets, Letters, Notices int }

// Promise counts it, as the answers stand.
func (s *Setup) Promise(all []*Template, r Reader, today form.Date) Promise {
	var p Promise
	next := afterSetup{r, s.sheets(all, r, func() string { return "" })}
	for _, rec := range next.Records(TreatmentForm.Key) {
		if t := rec.(*Treatment); t.Archived == "" {
			p.Sheets++
			if t.Notice == form.Yes {
				p.Notices++
			}
		}
	}
	for _, rec := range r.Records(AppointmentForm.Key) {
		if rec.(*Appointment).InForce(today) {
			p.Letters++
		}
	}
	for _, l := range s.letters(next, today, func() string { return "" }) {
		if l.Head().Created.IsZero() {
			p.Letters++
		}
	}
	return p
}
