package app

import (
	"cmp"
	"slices"

	"tutela/app/form"
)

// LeavingChoice is what the user says of somebody who leaves or changes duty.
type LeavingChoice struct {
	Person, Kind string
	On           form.Date
	Why          string
	NewDuty      string
	ToldBy       string
	Told         form.Date
	// Cut is the day on which access is taken: today, or an earlier day on which
	// it was. It counts for an event that has come.
	Cut form.Date
	// Kept are the records that stay as they are, Returned the things that came
	// back, by LeavingItem.Key.
	Kept, Returned map[string]bool
}

// LeavingItem is what ends with the event, or comes back.
type LeavingItem struct {
	Key           string // for LeavingChoice
	Register, UID string // of the record; of a thing, the room or the credential that it goes with
	Thing         string // what comes back, in words; "" for a credential's device
	What          LeavingPart
}

// LeavingPart is the kind of a LeavingItem.
type LeavingPart int

// The parts, in the order of the page.
const (
	EndsDuty LeavingPart = iota
	EndsAppointment
	EndsCredential
	EndsPermissions
	ComesBack
)

// LeavingPlan is what is saved, all of it or nothing: the record of the event is
// the last.
type LeavingPlan struct {
	Saves  []Saving
	Record *Leaving
}

// LeavingItems lists what can end when a person leaves or changes duty on a day.
// What has ended by then is left alone.
func LeavingItems(r Records, p *Person, on form.Date) []LeavingItem {
	var out []LeavingItem
	for i, d := range p.Duties {
		if d.Duty != "" && (d.To == "" || d.To > on) {
			out = append(out, LeavingItem{Key: "duty:" + form.FormatInt(int64(i)), Thing: d.Duty, What: EndsDuty})
		}
	}
	for _, rec := range r.Records(AppointmentForm.Key) {
		if a := rec.(*Appointment); a.Person == p.UID() && (a.Ended == "" || a.Ended > on) {
			out = append(out, LeavingItem{Key: AppointmentForm.Key + ":" + a.UID(), Register: AppointmentForm.Key, UID: a.UID(), What: EndsAppointment})
		}
	}
	if x := PermissionOf(r, p.UID()); x != nil && len(x.Grants) > 0 {
		out = append(out, LeavingItem{Key: PermissionForm.Key + ":" + x.UID(), Register: PermissionForm.Key, UID: x.UID(), What: EndsPermissions})
	}
	var devices []LeavingItem
	for _, rec := range r.Records(CredentialForm.Key) {
		c := rec.(*Credential)
		if c.Person != p.UID() {
			continue
		}
		if c.Disabled == "" {
			out = append(out, LeavingItem{Key: CredentialForm.Key + ":" + c.UID(), Register: CredentialForm.Key, UID: c.UID(), What: EndsCredential})
		}
		if c.DeviceOut() {
			devices = append(devices, LeavingItem{Key: "device:" + c.UID(), Register: CredentialForm.Key, UID: c.UID(), What: ComesBack})
		}
	}
	return append(append(out, devices...), keysOf(r, p.UID())...)
}

// keysOf proposes the keys of the rooms and sites that a person keeps or may
// enter, where one enters with something that is handed over.
func keysOf(r Records, person string) []LeavingItem {
	var out []LeavingItem
	add := func(register, uid, name string, a *Access) {
		has := a.Keeper == person || a.Substitute == person || slices.Contains(a.Admitted, person)
		for _, way := range []struct{ slug, thing string }{{"key", "Chiavi: "}, {"badge", "Badge: "}} {
			if has && slices.Contains(a.WaysIn, way.slug) {
				out = append(out, LeavingItem{Key: way.slug + ":" + uid, Register: register, UID: uid, Thing: way.thing + name, What: ComesBack})
			}
		}
	}
	for _, rec := range r.Records(SiteForm.Key) {
		s := rec.(*Site)
		add(SiteForm.Key, s.UID(), s.Name, &s.Access)
	}
	for _, rec := range r.Records(RoomForm.Key) {
		x := rec.(*Room)
		add(RoomForm.Key, x.UID(), x.Name, &x.Access)
	}
	return out
}

// PlanLeaving says which records change when a person leaves or changes duty, and
// how, from the records of the office; it changes none of those. The error is a
// Refusal: the choice is wrong.
//
// On a day that has come everything ends at once. Of a later day the date is
// written, where a date can be: letters and duties end by themselves on it. A
// credential cannot be said to be disabled before it is: that is left for the
// day, and the checks ask for it the day after.
func PlanLeaving(r Records, c LeavingChoice, today form.Date) (LeavingPlan, error) {
	person := findRecord[Person](r, PersonForm.Key, c.Person)
	if person == nil {
		return LeavingPlan{}, &Refusal{What: "La persona non è più nel registro.", Do: "Tornate all’elenco e scegliete di nuovo."}
	}
	if _, why := c.Fault(person, today); why != nil {
		return LeavingPlan{}, why
	}
	if c.On > today {
		c.Cut = ""
	}
	p := &leavingPlanner{r: r, choice: c, today: today, person: PersonForm.Type().Clone(person).(*Person)}
	p.record = &Leaving{}
	if old := LeavingOf(r, c.Person); old != nil && c.Kind == LeavesOffice {
		p.record = LeavingForm.Type().Clone(old).(*Leaving) // the same event, taken up again
	}
	p.event()
	for _, item := range LeavingItems(r, person, c.On) {
		p.take(item)
	}
	p.endPerson()
	p.saves = append(p.saves, Saving{LeavingForm.Type(), p.record})
	return LeavingPlan{Saves: p.saves, Record: p.record}, nil
}

// Fault says what is wrong with a choice, and in which of the fields of its record
// it is; nil if nothing is.
func (c *LeavingChoice) Fault(p *Person, today form.Date) (field string, why *Refusal) {
	switch {
	case c.On == "":
		return "on", &Refusal{What: "Manca la data.", Do: "Scrivete l’ultimo giorno di lavoro, o il primo nella mansione nuova."}
	case p.Start != "" && c.On < p.Start:
		return "on", &Refusal{What: "La data viene prima dell’ingresso nell’ufficio, il " + p.Start.String() + ".", Do: "Correggetela."}
	case c.Kind == ChangesDuty && p.End != "" && c.On > p.End:
		return "on", &Refusal{What: "La persona lascia l’ufficio il " + p.End.String() + ": dopo non cambia mansione.", Do: "Correggete la data."}
	case c.Kind == ChangesDuty && c.NewDuty == "":
		return "new_duty", &Refusal{What: "Manca la mansione nuova.", Do: "Sceglietela, o scrivetela se non c’è."}
	case c.On <= today && c.Cut == "":
		return "cut", &Refusal{What: "Manca il giorno in cui si tolgono gli accessi.", Do: "Di solito è oggi."}
	case c.On <= today && c.Cut > today:
		return "cut", &Refusal{What: "Gli accessi non si possono dire tolti prima che lo siano.", Do: "Scrivete oggi o un giorno passato."}
	}
	return "", nil
}

// After is the office as it will be when the plan has been saved.
func (p LeavingPlan) After(r Records) Records { return afterSaves{r, p.Saves} }

type afterSaves struct {
	now   Records
	saves []Saving
}

func (a afterSaves) Records(register string) []any {
	out := slices.Clone(a.now.Records(register))
	for _, s := range a.saves {
		if s.Type.Key != register {
			continue
		}
		uid := s.Rec.(form.Record).Head().UID
		i := slices.IndexFunc(out, func(rec any) bool { return rec.(form.Record).Head().UID == uid })
		if i < 0 {
			out = append(out, s.Rec)
		} else {
			out[i] = s.Rec
		}
	}
	return out
}

type leavingPlanner struct {
	r      Records
	choice LeavingChoice
	today  form.Date
	person *Person
	record *Leaving
	saves  []Saving
}

// event writes down who, when and why. What was said of it before stays.
func (p *leavingPlanner) event() {
	l, c := p.record, p.choice
	l.Person, l.Kind, l.On, l.NewDuty = c.Person, c.Kind, c.On, c.NewDuty
	l.Why, l.ToldBy, l.Told, l.Cut = cmp.Or(c.Why, l.Why), cmp.Or(c.ToldBy, l.ToldBy), cmp.Or(c.Told, l.Told), cmp.Or(c.Cut, l.Cut)
}

// take ends an item, unless it is kept, in a copy of its record.
func (p *leavingPlanner) take(item LeavingItem) {
	if item.What == ComesBack {
		p.comesBack(item)
		return
	}
	if p.choice.Kept[item.Key] {
		return
	}
	switch item.What {
	case EndsDuty:
		p.endDuty(item)
	case EndsAppointment:
		a := copyOf[Appointment](p, AppointmentForm.Type(), item.UID)
		a.Ended, a.EndReason = max(p.choice.On, a.Appointed), EndRevoked
		if p.choice.Kind == LeavesOffice {
			a.EndReason = EndLeft
		}
		p.record.Appointments = withUID(p.record.Appointments, item.UID)
	case EndsCredential:
		if p.choice.On > p.today {
			return
		}
		c := copyOf[Credential](p, CredentialForm.Type(), item.UID)
		c.Disabled, c.Why = max(p.choice.Cut, c.Requested, c.given()), p.choice.Kind
		p.record.Credentials = withUID(p.record.Credentials, item.UID)
	case EndsPermissions:
		p.endPermissions(item)
	}
}

// endPermissions takes every permission away, on the day that access is taken, and
// writes down what they were. Of a day to come none is taken, as of a credential.
func (p *leavingPlanner) endPermissions(item LeavingItem) {
	if p.choice.On > p.today {
		return
	}
	x := copyOf[Permission](p, PermissionForm.Type(), item.UID)
	for _, g := range x.Grants {
		taken := &TakenPermission{Letters: g.Letters()}
		if a := findRecord[Archive](p.r, ArchiveForm.Key, g.Archive); a != nil {
			taken.Archive = a.Name
		}
		p.record.Permissions = append(p.record.Permissions, taken)
	}
	x.Grants = nil
}

// comesBack writes down what the person has of the office, given back or not. A
// device is told of in its credential.
func (p *leavingPlanner) comesBack(item LeavingItem) {
	back := p.choice.Returned[item.Key]
	on := min(p.choice.On, p.today)
	if item.Register == CredentialForm.Key {
		if back {
			c := copyOf[Credential](p, CredentialForm.Type(), item.UID)
			c.DeviceReturned = max(on, c.DeviceGiven)
		}
		return
	}
	i := slices.IndexFunc(p.record.Things, func(t *Thing) bool { return t.What == item.Thing })
	if i < 0 {
		if !back && p.choice.Kind == ChangesDuty { // who only changes duty keeps the keys
			return
		}
		p.record.Things = append(p.record.Things, &Thing{What: item.Thing})
		i = len(p.record.Things) - 1
	}
	if back && p.record.Things[i].Returned == "" {
		p.record.Things[i].Returned = on
	}
}

// endDuty closes a duty: with the last day in the office, or the day before the
// new duty begins.
func (p *leavingPlanner) endDuty(item LeavingItem) {
	for i, d := range p.person.Duties {
		if item.Key != "duty:"+form.FormatInt(int64(i)) {
			continue
		}
		d.To = p.choice.On
		if p.choice.Kind == ChangesDuty {
			d.To = d.To.AddDays(-1)
		}
		d.To = max(d.To, d.From)
	}
}

// endPerson ends the person, or gives the new duty.
func (p *leavingPlanner) endPerson() {
	if p.choice.Kind == ChangesDuty {
		p.person.Duties = append(p.person.Duties, &Duty{Duty: p.choice.NewDuty, From: p.choice.On})
	} else {
		p.person.End, p.person.EndReason = p.choice.On, cmp.Or(p.choice.Why, p.person.EndReason)
	}
	p.saves = append(p.saves, Saving{PersonForm.Type(), p.person})
}

// copyOf gives the copy of a record that is to be saved, the same each time.
func copyOf[T any](p *leavingPlanner, t *form.Type, uid string) *T {
	for _, s := range p.saves {
		if s.Type.Key == t.Key && s.Rec.(form.Record).Head().UID == uid {
			return s.Rec.(*T)
		}
	}
	rec := t.Clone(findRecord[T](p.r, t.Key, uid)).(*T)
	p.saves = append(p.saves, Saving{t, rec})
	return rec
}

func findRecord[T any](r Records, register, uid string) *T {
	for _, rec := range r.Records(register) {
		if rec.(form.Record).Head().UID == uid {
			return rec.(*T)
		}
	}
	return nil
}

func withUID(list []string, uid string) []string {
	if slices.Contains(list, uid) {
		return list
	}
	return append(list, uid)
}
