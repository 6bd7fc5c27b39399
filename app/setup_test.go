package app_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// bare is the registers of an office that is being set up, in memory.
type bare struct {
	records map[string][]any
	book    *catalogue.Book
}

func newBare(t *testing.T) *bare {
	t.Helper()
	book, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return &bare{map[string][]any{}, book}
}

func (o *bare) Records(register string) []any   { return o.records[register] }
func (o *bare) Book() *catalogue.Book           { return o.book }
func (o *bare) Entry(name, slug string) string  { return slug }
func (o *bare) Ref(register, uid string) string { return uid }

// save keeps records as the store does.
func (o *bare) save(list []app.Saving) {
	for _, x := range list {
		rec := x.Rec.(form.Record)
		if rec.Head().UID == "" {
			rec.Head().UID = "record of " + x.Type.Key
		}
		rec.Head().Created = apptest.Now
		i := slices.IndexFunc(o.records[x.Type.Key], func(y any) bool { return y.(form.Record).Head().UID == rec.Head().UID })
		if i < 0 {
			o.records[x.Type.Key] = append(o.records[x.Type.Key], rec)
		} else {
			o.records[x.Type.Key][i] = rec
		}
	}
}

func (o *bare) count() string {
	var out []string
	for _, reg := range app.Registers() {
		if n := len(o.records[reg.Key]); n > 0 {
			out = append(out, fmt.Sprint(reg.Key, " ", n))
		}
	}
	return strings.Join(out, ", ")
}

// setup is one that is being answered.
type setup struct {
	*app.Setup
	t    *testing.T
	o    *bare
	all  []*app.Template
	last int
}

const setupDay = form.Date("2026-11-22")

func begin(t *testing.T) *setup {
	t.Helper()
	all, err := app.Templates()
	if err != nil {
		t.Fatal(err)
	}
	s := &setup{Setup: &app.Setup{}, t: t, o: newBare(t), all: all}
	s.Follow(s.o, s.uid)
	return s
}

func (s *setup) uid() string {
	s.last++
	return fmt.Sprint("uid", s.last)
}

// goOn saves the step as the page does, and goes on to the next.
func (s *setup) goOn() {
	s.o.save(s.Saves(s.Step, s.all, s.o, setupDay, s.uid))
	s.Step++
	s.Follow(s.o, s.uid)
}

func (s *setup) answer(template, question string, option int) {
	s.t.Helper()
	for _, tpl := range s.all {
		if tpl.Key != template {
			continue
		}
		for _, q := range s.Asks(s.all, tpl) {
			if q.TemplateQuestion.Key == question {
				s.Answers[q.Key] = option
				return
			}
		}
	}
	s.t.Fatalf("%s does not ask %s", template, question)
}

// shop answers as the owner of a shop does, up to the activities.
func shop(t *testing.T) *setup {
	s := begin(t)
	s.Office.Name, s.Office.Address, s.Office.City = "Forno Sala", "Via Dante 14", "Cremona"
	s.Surname, s.Name = "Sala", "Elena"
	s.goOn()
	s.Protected, s.Measures = true, []string{"locked-rooms", "backup"}
	s.goOn()
	s.People = append(s.People, &app.SetupPerson{UID: s.uid(), Surname: "Ricci", Name: "Davide", Duty: "shop-assistant", Tools: app.ToolsBoth},
		&app.SetupPerson{UID: s.uid(), Surname: "Neri", Name: "Anna", Duty: "cashier", Tools: app.ToolsPaper}, &app.SetupPerson{UID: s.uid()})
	s.goOn()
	return s
}

func (s *setup) work(template string, people ...int) {
	s.Chosen = append(s.Chosen, template)
	s.Workers[template] = app.Set{}
	for _, i := range people {
		s.Workers[template][s.People[i].UID] = true
	}
}

// TestSetupFillsTheRegisters follows a shop from nothing to its letters and plan.
func TestSetupFillsTheRegisters(t *testing.T) {
	s := shop(t)
	if got, want := s.o.count(), "office 1, site 1, system 1, office_measure 2, person 3"; !sameWords(got, want) {
		t.Fatalf("before the activities: %s", got)
	}
	if o := s.o.records["office"][0].(*app.Office); o.Representative != "Elena Sala" {
		t.Errorf("signed by %q", o.Representative)
	}
	if pc := s.o.records["system"][0].(*app.System); len(pc.Users) != 2 {
		t.Errorf("the one computer is used by %v", pc.Users)
	}
	s.work("customers", 0, 1, 2)
	s.work("accounting", 0, 1)
	s.answer("customers", "accounts", 0)
	if len(s.Asks(s.all, s.all[4])) != 0 {
		t.Error("who keeps the books is asked twice")
	}
	s.Supplier("Tenuta della contabilità", s.uid).Name = "Studio Verdi"
	if got := s.Promise(s.all, s.o, setupDay); got != (app.Promise{Sheets: 2, Letters: 2, Notices: 2}) {
		t.Errorf("it promises %+v", got)
	}
	s.goOn()
	if got, want := s.o.count(), "office 1, supplier 1, site 1, system 1, office_measure 2, treatment 2, person 3, appointment 2"; !sameWords(got, want) {
		t.Fatalf("after the activities: %s", got)
	}
	for _, rec := range s.o.records["treatment"] {
		x := rec.(*app.Treatment)
		if len(x.Sites) != 1 || len(x.Partners) != 1 || x.Storages[0].System == "" {
			t.Errorf("%s: sites %v, partners %v, system %q", x.Title, x.Sites, x.Partners, x.Storages[0].System)
		}
		for _, m := range x.Measures {
			want := map[string]string{"locked-rooms": app.InPlace, "backup": app.InPlace, "antivirus": app.ToAdopt}[m.Measure]
			if want != "" && m.State != want {
				t.Errorf("%s: %s is %q", x.Title, m.Measure, m.State)
			}
		}
	}
	for _, rec := range s.o.records["appointment"] {
		a := rec.(*app.Appointment)
		n, tools := 2, app.ToolsBoth
		if a.Person == s.People[2].UID {
			n, tools = 1, app.ToolsPaper
		}
		if a.Role != app.RoleAuthorised || len(a.Treatments) != n || a.Tools != tools || a.Appointed != setupDay || a.Person == s.People[0].UID {
			t.Errorf("a letter says %+v", a)
		}
		for _, p := range app.AppointmentForm.Type().Problems(a) {
			t.Errorf("a letter: %+v", p)
		}
	}
	if !app.CustodianOwed(s.o, setupDay) {
		t.Error("two have letters, and nobody keeps the credentials")
	}
	s.Copies = app.SetupPlan{Made: "yes", Mode: app.BackupByHand, Kind: "external-disk", Days: form.Number(7), Where: "Cassaforte",
		Keeper: s.People[0].UID, Substitute: s.People[1].UID, Admin: app.AdminOwn, AdminBy: s.People[0].UID, AdminWhy: "Lo fa da anni",
		Passwords: s.People[1].UID, Why: "È affidabile"}
	s.goOn()
	if got, want := s.o.count(), "office 1, supplier 1, site 1, system 1, office_measure 2, treatment 2, person 3, appointment 4, backup_plan 1"; !sameWords(got, want) {
		t.Fatalf("at the end: %s", got)
	}
	if p := s.o.records["backup_plan"][0].(*app.BackupPlan); len(p.Systems) != 1 || p.Keeper == "" || p.Started != setupDay {
		t.Errorf("the plan says %+v", p)
	}
	if x := s.o.records["treatment"][0].(*app.Treatment); len(x.Backups) != 1 || x.Backups[0].Plan != s.Copies.UID || len(x.Backups[0].Access) != 2 || len(x.Storages[0].Access) != len(x.People) {
		t.Error("the sheet does not point at the plan")
	}
	// Once more changes nothing.
	for step := app.SetupOffice; step < app.SetupDone; step++ {
		s.o.save(s.Saves(step, s.all, s.o, setupDay, s.uid))
	}
	if got, want := s.o.count(), "office 1, supplier 1, site 1, system 1, office_measure 2, treatment 2, person 3, appointment 4, backup_plan 1"; !sameWords(got, want) {
		t.Errorf("once more: %s", got)
	}
}

// sameWords tells whether two lists have the same in any order.
func sameWords(a, b string) bool {
	x, y := strings.Split(a, ", "), strings.Split(b, ", ")
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// TestSetupIsTakenUpAgain: from the draft what was not saved, from the registers what
// was, as it is by now.
func TestSetupIsTakenUpAgain(t *testing.T) {
	s := shop(t)
	s.work("customers", 1)
	s.answer("customers", "couriers", 1)
	s.People = append(s.People, &app.SetupPerson{UID: s.uid(), Surname: "A metà"})
	data, err := json.Marshal(s.Setup)
	if err != nil {
		t.Fatal(err)
	}
	s.o.records["site"][0].(*app.Site).Name = "Bottega"
	gone := s.People[2].UID
	s.o.records["person"] = s.o.records["person"][:2] // the third was deleted meanwhile
	again := &app.Setup{}
	if err := json.Unmarshal(data, again); err != nil {
		t.Fatal(err)
	}
	again.Follow(s.o, s.uid)
	if again.Step != app.SetupActivities || !again.Workers["customers"][s.People[1].UID] || len(again.Answers) != 1 {
		t.Errorf("taken up again: %+v", again)
	}
	if again.Sites[0].Name != "Bottega" || len(again.Sites) != 1 || again.Office.Name != "Forno Sala" {
		t.Errorf("of the registers: %+v, %+v", again.Sites[0], again.Office)
	}
	var names []string
	for _, p := range again.Staff() {
		names = append(names, p.Surname)
		if p.UID == gone {
			t.Error("who was deleted is there again")
		}
	}
	if !slices.Equal(names, []string{"Sala", "Ricci", "A metà"}) {
		t.Errorf("people: %v", names)
	}
}

// TestSetupLetters: whose letters are owed, and which grow.
func TestSetupLetters(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(s *setup)
		letters int // new ones, or grown
	}{
		"who works on it":       {func(s *setup) {}, 2},
		"who signs needs none":  {func(s *setup) { s.Workers["customers"] = app.Set{s.People[0].UID: true} }, 0},
		"who works on no data":  {func(s *setup) { s.People[1].Tools = "" }, 1},
		"nobody works on it":    {func(s *setup) { s.Workers["customers"] = nil }, 0},
		"one unsigned grows":    {func(s *setup) { s.o.save(letterOf(s, s.People[1].UID, "")) }, 2},
		"a new one once signed": {func(s *setup) { s.o.save(letterOf(s, s.People[1].UID, setupDay)) }, 2},
		"nothing is chosen":     {func(s *setup) { s.Chosen = nil }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := shop(t)
			s.work("customers", 0, 1, 2)
			c.change(s)
			before := len(s.o.records["appointment"])
			n := 0
			for _, x := range s.Saves(app.SetupActivities, s.all, s.o, setupDay, s.uid) {
				if x.Type.Key == app.AppointmentForm.Key {
					n++
				}
			}
			if n != c.letters {
				t.Errorf("%d letters, want %d", n, c.letters)
			}
			s.goOn()
			want := before + c.letters
			if name == "one unsigned grows" {
				want--
			}
			if got := len(s.o.records["appointment"]); got != want {
				t.Errorf("%d letters are there, want %d", got, want)
			}
		})
	}
}

func letterOf(s *setup, person string, signed form.Date) []app.Saving {
	a := &app.Appointment{Role: app.RoleAuthorised, Person: person, Treatments: []string{"other"}, Tools: app.ToolsBoth, Appointer: app.ByController, Appointed: setupDay, Signed: signed}
	a.Head().UID = s.uid()
	return []app.Saving{{Type: app.AppointmentForm.Type(), Rec: a}}
}

// TestSetupSuppliers: one office of the same name does two services, and nobody is
// kept whom no chosen activity needs.
func TestSetupSuppliers(t *testing.T) {
	s := shop(t)
	s.work("personnel", 0)
	s.work("customers", 0)
	s.answer("personnel", "payroll", 0)
	s.answer("customers", "accounts", 0)
	s.Supplier("Elaborazione delle buste paga", s.uid).Name = "Studio Verdi"
	s.Supplier("Tenuta della contabilità", s.uid).Name = "studio verdi "
	s.Supplier("Invio della newsletter", s.uid).Name = "Altri"
	s.goOn()
	list := s.o.records["supplier"]
	if len(list) != 1 {
		t.Fatalf("%d suppliers", len(list))
	}
	if c := list[0].(*app.Supplier); c.Role != "processor" || c.Service != "Elaborazione delle buste paga; Tenuta della contabilità" {
		t.Errorf("it is %+v", c)
	}
	for _, rec := range s.o.records["treatment"] {
		if x := rec.(*app.Treatment); len(x.Partners) != 1 || x.NoPartners {
			t.Errorf("%s is entrusted to %v", x.Title, x.Partners)
		}
	}
}
