package app_test

import (
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// listed is an office with one of each who keeps a list, and the lists printed on 1
// February 2028.
type listed struct {
	*office
	custodian, admin, maker string
	system                  *app.System
	plan                    *app.BackupPlan
	letter                  *app.Appointment
}

func newListed(t *testing.T) *listed {
	o := &listed{office: newOffice(t, "2027-01-01")}
	o.custodian, o.admin, o.maker = o.person(""), o.person(""), o.person("")
	for role, who := range map[string]string{app.RolePasswords: o.custodian, app.RoleSysadmin: o.admin, app.RoleBackup: o.maker} {
		o.letter = &app.Appointment{Role: role, Person: who, Appointed: "2027-01-01", Signed: "2027-01-01"}
		o.add(app.AppointmentForm.Type(), o.letter)
	}
	o.system = &app.System{Name: "PC"}
	o.add(app.SystemForm.Type(), o.system)
	o.plan = &app.BackupPlan{Name: "NAS", Started: "2027-01-01", Keeper: o.maker}
	o.add(app.BackupPlanForm.Type(), o.plan)
	return o
}

func (o *listed) printAll(day form.Date) {
	o.print("authorised-list", "", day, true)
	o.print("system-list", "", day, true)
	o.print("backup-instructions", o.plan.UID(), day, true)
}

// says is what the deadline of a source says on a day; "" where there is none.
func (o *listed) says(day form.Date, key string) string {
	o.t.Helper()
	x := o.on(day, key)
	if x == nil {
		return ""
	}
	if x.State != app.DeadlineUndated {
		o.t.Errorf("%s: a list has no day of its own: %+v", key, x)
	}
	return x.What
}

// TestListsAreIssuedAnew: each change of what a list says, on the day before it, on
// the day and on the day after, calls for a new print; what the list does not say
// calls for none (rules 9 and 25).
func TestListsAreIssuedAnew(t *testing.T) {
	const none = ""
	hours := func(day form.Date, n int) time.Time { return day.Begins().Add(time.Duration(n) * time.Hour) }
	for _, c := range []struct {
		name, key string
		change    func(o *listed)
		day       form.Date // of the change
		want      string
	}{
		{"hired", "authorised-print", func(o *listed) {
			o.add(app.PersonForm.Type(), &app.Person{Surname: "Verdi", Start: "2028-02-29"})
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"left, from the day after the last one", "authorised-print", func(o *listed) {
			app.Find(o.dossier(hours("2028-03-01", 12)), app.PersonForm, o.maker).End = "2028-02-28"
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"another duty", "authorised-print", func(o *listed) {
			p := app.Find(o.dossier(hours("2028-03-01", 12)), app.PersonForm, o.maker)
			p.Duties = []*app.Duty{{Duty: "accounting-clerk", From: "2028-02-29"}}
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"a new letter", "authorised-print", func(o *listed) {
			o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: o.maker, Appointed: "2028-02-29"})
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"a letter that ended", "authorised-print", func(o *listed) { o.letter.Ended = "2028-02-29" }, "2028-02-29", "è cambiato il 29/02/2028"},
		{"written down late", "authorised-print", func(o *listed) {
			p := &app.Person{Surname: "Verdi", Start: "2028-01-10"}
			o.add(app.PersonForm.Type(), p)
			p.Head().Created = hours("2028-02-29", 11)
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"a letter prepared and not given", "authorised-print", func(o *listed) {
			o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: o.maker})
		}, "2028-02-29", none},
		{"a telephone number", "authorised-print", func(o *listed) {
			p := app.Find(o.dossier(hours("2028-03-01", 12)), app.PersonForm, o.maker)
			p.Phone, p.Head().Updated = "0372 1", hours("2028-02-29", 11)
		}, "2028-02-29", none},
		{"a new system", "system-print", func(o *listed) {
			s := &app.System{Name: "NAS"}
			o.add(app.SystemForm.Type(), s)
			s.Head().Created = hours("2028-02-29", 11)
		}, "2028-02-29", "è cambiato il 29/02/2028"},
		{"a system disposed of", "system-print", func(o *listed) { o.system.Disposed = "2028-02-29" }, "2028-02-29", "è cambiato il 29/02/2028"},
		{"a newer antivirus", "system-print", func(o *listed) {
			o.system.AntivirusOn, o.system.Head().Updated = "2028-02-29", hours("2028-02-29", 11)
		}, "2028-02-29", none},
		{"other instructions", "instructions-print", func(o *listed) { o.plan.Head().Updated = hours("2028-02-29", 11) }, "2028-02-29", "«NAS» da ristampare: è cambiato il 29/02/2028"},
		{"of a plan that ended", "instructions-print", func(o *listed) {
			o.plan.Head().Updated, o.plan.Ended = hours("2028-02-29", 11), "2028-02-29"
		}, "2028-02-29", none},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newListed(t)
			if got := o.says("2028-02-01", c.key); !strings.Contains(got, "da stampare") {
				t.Errorf("never printed: %q", got)
			}
			o.print("authorised-list", "", "2028-01-31", false)
			if got := o.says("2028-02-01", c.key); got == "" {
				t.Error("a draft is enough")
			}
			o.printAll("2028-02-01")
			c.change(o)
			for i, day := range []form.Date{c.day.AddDays(-1), c.day, c.day.AddDays(1)} {
				got := o.says(day, c.key)
				if c.key == "instructions-print" && i == 0 {
					continue // what a record says now, it said yesterday
				}
				if due := c.want != none && i > 0; due != (got != "") || due && !strings.Contains(got, c.want) {
					t.Errorf("on %s: %q", day, got)
				}
			}
			o.printAll(c.day.AddDays(1))
			if got := o.says(c.day.AddDays(1), c.key); got != "" {
				t.Errorf("printed anew: %q", got)
			}
		})
	}
}

// TestListsAreHandedOver: each new print goes to who keeps a copy, and is settled by
// a delivery of that day or later, however one calls the list (rule 25).
func TestListsAreHandedOver(t *testing.T) {
	o := newListed(t)
	if got := o.says("2028-02-01", "list-delivery"); got != "" {
		t.Errorf("nothing was printed: %q", got)
	}
	o.printAll("2028-02-01")
	for i, c := range []struct{ document, person string }{
		{"UPD B", o.custodian}, {"elenco di SISTEMI E APPARATI, aggiornato", o.admin}, {"Istruzioni di copia", o.maker},
	} {
		x := o.on("2028-02-02", "list-delivery")
		if x == nil || x.New["person"] != c.person || x.New["edition"] != "01/02/2028" {
			t.Fatalf("%d: %+v", i, x)
		}
		before := &app.Delivery{Document: c.document, Person: c.person, On: "2028-01-31"}
		o.add(app.DeliveryForm.Type(), before)
		if again := o.on("2028-02-02", "list-delivery"); again == nil || again.What != x.What {
			t.Errorf("a copy of an older print settles it: %+v", again)
		}
		before.On = "2028-02-01"
		if again := o.on("2028-02-02", "list-delivery"); again != nil && again.What == x.What {
			t.Errorf("still there after it was handed over: %+v", again)
		}
		before.Document = x.New["document"].(string) // as it is proposed
	}
	if got := o.says("2028-02-02", "list-delivery"); got != "" {
		t.Errorf("all was handed over: %q", got)
	}
	o.print("system-list", "", "2028-03-01", true)
	if x := o.on("2028-03-01", "list-delivery"); x == nil || x.New["person"] != o.admin {
		t.Errorf("a newer print: %+v", x)
	}
	o.system.Disposed = "2028-03-02"
	if got := o.says("2028-03-02", "list-delivery"); got != "" {
		t.Errorf("a list that is to be printed anew is handed over: %q", got)
	}
	o.add(app.HouseRuleForm.Type(), &app.HouseChoice{Changes: []*app.HouseChange{{Rule: "25", Used: "no"}}})
	for _, key := range []string{"list-delivery", "system-print"} {
		if got := o.says("2028-03-03", key); got != "" {
			t.Errorf("rule 25 is off, and %s says %q", key, got)
		}
	}
}

// TestPapersNeverPrinted: an office with nobody appointed is asked for no list, and
// the document is asked for once there is something to say in it.
func TestPapersNeverPrinted(t *testing.T) {
	o := newOffice(t, "2028-01-01")
	who := o.person("")
	archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti"})
	o.add(app.PermissionForm.Type(), &app.Permission{Person: who, Grants: []*app.Grant{{Archive: archive, View: true}}})
	o.add(app.SystemForm.Type(), &app.System{Name: "PC"})
	o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti"})
	keys := []string{"document-review", "permissions-print", "authorised-print", "system-print"}
	for _, key := range keys {
		if x := o.on("2028-02-29", key); x != nil {
			t.Errorf("%s, with nobody appointed: %+v", key, x)
		}
	}
	o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: who, Appointed: "2028-02-29"})
	for _, key := range keys {
		if x := o.on("2028-02-29", key); x == nil || x.State != app.DeadlineUndated || x.Paper == "" {
			t.Errorf("%s: %+v", key, x)
		}
	}
}
