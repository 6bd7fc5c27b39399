package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// office keeps records in memory, and reads their deadlines on any day.
type office struct {
	*apptest.Memory
	t      *testing.T
	prints []app.Print
}

func newOffice(t *testing.T, created form.Date) *office {
	return &office{Memory: apptest.NewMemory(created.Begins().Add(12 * time.Hour)), t: t}
}

func (o *office) add(t *form.Type, rec form.Record) string {
	o.t.Helper()
	if err := o.Save(t, rec); err != nil {
		o.t.Fatal(err)
	}
	return rec.Head().UID
}

func (o *office) person(end form.Date) string {
	return o.add(app.PersonForm.Type(), &app.Person{Surname: "Rossi", Name: "Ada", End: end})
}

func (o *office) dossier(now time.Time) *app.Dossier {
	o.t.Helper()
	shipped, err := catalogue.Shipped()
	if err != nil {
		o.t.Fatal(err)
	}
	d := app.NewDossier(now, shipped, app.Registers(), o.Records)
	d.Prints = o.prints
	return d
}

// print keeps a paper as printed on a day, two hours after noon; whole says that
// nothing lacked in it.
func (o *office) print(kind, subject string, day form.Date, whole bool) {
	p := app.Print{Kind: kind, Subject: subject, At: noon(day).Add(2 * time.Hour), State: app.PrintDraft}
	if whole {
		p.State, p.Revision = app.PrintPrinted, int64(len(o.prints)+1)
	}
	o.prints = append([]app.Print{p}, o.prints...) // the newest first
}

func (o *office) at(now time.Time) []app.Deadline { return app.Deadlines(o.dossier(now)) }

// on gives the deadline of a source on a day at noon; nil where there is none.
func (o *office) on(day form.Date, key string) *app.Deadline {
	o.t.Helper()
	return find(o.at(day.Begins().Add(12*time.Hour)), key)
}

func find(list []app.Deadline, key string) *app.Deadline {
	if i := slices.IndexFunc(list, func(x app.Deadline) bool { return x.Key == key }); i >= 0 {
		return &list[i]
	}
	return nil
}

// edge is one source with a day.
type edge struct {
	key  string
	due  form.Date
	make func(o *office) (settle func())
}

// dated are the sources with a day: what makes one, the day it falls on, and what
// settles it.
var dated = []edge{
	{"breach-action", "2028-02-29", func(o *office) func() {
		a := &app.BreachAction{Action: "Cambiare la serratura", Due: "2028-02-29"}
		o.add(app.BreachForm.Type(), &app.Breach{Number: "1/2028", Actions: []*app.BreachAction{a}})
		return func() { a.Done = "2028-02-29" }
	}},
	{"password-first", "2028-02-29", func(o *office) func() {
		c := &app.Credential{Person: o.person(""), Kind: app.CredentialPassword, Issued: "2028-02-29", RulesSigned: "2028-02-29"}
		o.add(app.CredentialForm.Type(), c)
		return func() { c.FirstChange = "2028-02-29" }
	}},
	{"password-old", "2028-02-29", func(o *office) func() { // six months after 31 August
		c := &app.Credential{Person: o.person(""), Kind: app.CredentialPassword, Issued: "2027-01-01", LastChange: "2027-08-31", LastUse: "2028-01-01"}
		o.add(app.CredentialForm.Type(), c)
		return func() { c.LastChange = "2028-02-20" }
	}},
	{"password-old", "2027-02-28", func(o *office) func() { // three months, for the archive of health data
		who := o.person("")
		c := &app.Credential{Person: who, Kind: app.CredentialPassword, Issued: "2026-01-01", LastChange: "2026-11-30", LastUse: "2027-01-01"}
		o.add(app.CredentialForm.Type(), c)
		archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{"special"}})
		o.add(app.PermissionForm.Type(), &app.Permission{Person: who, Grants: []*app.Grant{{Archive: archive, View: true}}})
		return func() { c.LastChange = "2027-02-28" }
	}},
	{"credential-unused", "2028-02-29", func(o *office) func() {
		c := &app.Credential{Person: o.person(""), Kind: app.CredentialDevice, Issued: "2027-01-01", LastUse: "2027-08-31"}
		o.add(app.CredentialForm.Type(), c)
		return func() { c.Disabled = "2028-02-20" }
	}},
	{"credential-rules", "2028-02-29", func(o *office) func() {
		c := &app.Credential{Person: o.person(""), Kind: app.CredentialDevice, Issued: "2028-02-29"}
		o.add(app.CredentialForm.Type(), c)
		return func() { c.RulesSigned = "2028-02-29" }
	}},
	{"extra-access", "2028-02-29", func(o *office) func() {
		x := &app.ExtraAccess{Absent: o.person(""), Reset: "2028-02-20", Given: "2028-02-20", Until: "2028-02-29"}
		o.add(app.ExtraAccessForm.Type(), x)
		return func() { x.Told, x.Changed = "2028-02-29", "2028-02-29" }
	}},
	{"attempt-told", "2028-02-29", func(o *office) func() {
		a := &app.AccessAttempt{On: "2028-02-29"}
		o.add(app.AccessAttemptForm.Type(), a)
		return func() { a.Told = "2028-02-29" }
	}},
	{"thing-returned", "2028-02-29", func(o *office) func() {
		x := &app.Thing{What: "chiavi"}
		o.add(app.LeavingForm.Type(), &app.Leaving{Person: o.person("2028-02-29"), Kind: app.LeavesOffice, On: "2028-02-29", Things: []*app.Thing{x}})
		return func() { x.Returned = "2028-03-01" }
	}},
	{"backup", "2028-02-29", func(o *office) func() { // seven days after the last copy
		plan := &app.BackupPlan{Name: "NAS", Started: "2028-01-01"}
		uid := o.add(app.BackupPlanForm.Type(), plan)
		o.add(app.BackupCopyForm.Type(), &app.BackupCopy{Plan: uid, At: noon("2028-02-22"), Outcome: app.CopyDone})
		return func() {
			o.add(app.BackupCopyForm.Type(), &app.BackupCopy{Plan: uid, At: noon("2028-02-29"), Outcome: app.CopyDone})
		}
	}},
	{"restore-test", "2028-02-29", func(o *office) func() {
		uid := o.add(app.BackupPlanForm.Type(), &app.BackupPlan{Name: "NAS", Started: "2027-03-01"})
		return func() {
			o.add(app.RestoreForm.Type(), &app.Restore{Purpose: app.RestoreTest, Plan: uid, Requested: noon("2028-02-29"), Outcome: app.RestoreWhole})
		}
	}},
	{"restore-back", "2028-02-29", func(o *office) func() {
		r := &app.Restore{Purpose: app.RestoreReal, Requested: noon("2028-02-22")}
		o.add(app.RestoreForm.Type(), r)
		return func() { r.Back = noon("2028-02-29") }
	}},
	{"antivirus", "2028-02-29", func(o *office) func() {
		s := &app.System{Name: "PC", Antivirus: "Scudo", AntivirusOn: "2027-08-31", PatchedOn: "2028-02-01"}
		o.add(app.SystemForm.Type(), s)
		return func() { s.AntivirusOn = "2028-02-29" }
	}},
	{"patches", "2029-02-28", func(o *office) func() { // a year after 29 February
		s := &app.System{Name: "PC", PatchedOn: "2028-02-29"}
		o.add(app.SystemForm.Type(), s)
		return func() { s.PatchedOn = "2029-02-28" }
	}},
	{"patches", "2028-02-29", func(o *office) func() { // six months, where special data are
		s := &app.System{Name: "PC", PatchedOn: "2027-08-31"}
		uid := o.add(app.SystemForm.Type(), s)
		o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{"special"}, System: uid})
		return func() { s.PatchedOn = "2028-02-29" }
	}},
	{"broken", "2028-02-29", func(o *office) func() {
		s := &app.System{Name: "PC", BrokenOn: "2028-02-22", PatchedOn: "2028-02-01"}
		o.add(app.SystemForm.Type(), s)
		return func() { s.WorkingOn = "2028-02-29" }
	}},
	{"letter-unsigned", "2028-02-29", func(o *office) func() {
		a := &app.Appointment{Role: app.RoleBackup, Person: o.person(""), Appointed: "2028-02-29"}
		o.add(app.AppointmentForm.Type(), a)
		return func() { a.Signed = "2028-02-29" }
	}},
	{"permission-review", "2028-03-31", func(o *office) func() { // seen in 2027
		archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti"})
		p := &app.Permission{Person: o.person(""), Grants: []*app.Grant{{Archive: archive, View: true}}, Reviewed: "2027-12-31"}
		o.add(app.PermissionForm.Type(), p)
		return func() { p.Reviewed = "2028-01-01" }
	}},
	{"contract-end", "2028-02-29", func(o *office) func() {
		s := &app.Supplier{Name: "Paghe", ContractEnd: "2028-02-29"}
		o.add(app.SupplierForm.Type(), s)
		return func() { s.Ended = "2028-02-29" }
	}},
	{"supplier-report", "2029-02-28", func(o *office) func() {
		s := &app.Supplier{Name: "Paghe", Role: "processor", Contract: "2028-03-01", Report: "2028-02-29"} // renewed since
		o.add(app.SupplierForm.Type(), s)
		return func() { s.Report = "2029-02-28" }
	}},
	{"supplier-report", "2028-02-28", func(o *office) func() { // a controller of its own, who promised it
		s := &app.Supplier{Name: "Banca", Role: "controller", Contract: "2020-01-01", Reports: "2027-02-28"}
		o.add(app.SupplierForm.Type(), s)
		return func() { s.Report = "2028-02-28" }
	}},
	{"client-contract-end", "2028-02-29", func(o *office) func() {
		c := &app.Client{Name: "Negozio", ContractEnd: "2028-02-29"}
		o.add(app.ClientForm.Type(), c)
		return func() { c.Ended = "2028-02-29" }
	}},
	{"treatment-review", "2029-02-28", func(o *office) func() {
		t := &app.Treatment{Title: "Clienti", Reviewed: "2028-02-29"}
		o.add(app.TreatmentForm.Type(), t)
		return func() { t.Reviewed = "2029-02-01" }
	}},
	{"dpia-review", "2028-02-29", func(o *office) func() {
		uid := o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti"})
		d := &app.DPIA{Treatment: uid, Next: "2028-02-29"}
		o.add(app.DPIAForm.Type(), d)
		return func() { d.Next = "2029-02-28" }
	}},
	{"dpia-reply", "2028-02-29", func(o *office) func() { // eight weeks
		uid := o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti"})
		d := &app.DPIA{Treatment: uid, Consulted: "2028-01-04"}
		o.add(app.DPIAForm.Type(), d)
		return func() { d.Replied = "2028-02-29" }
	}},
	{"measure", "2028-02-29", func(o *office) func() {
		m := &app.Measure{Measure: "backup", State: app.ToAdopt, Due: "2028-02-29"}
		o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti", Measures: []*app.Measure{m}})
		return func() { m.State = app.InPlace }
	}},
	{"request", "2028-02-29", func(o *office) func() { // a month from the last day of January
		q := &app.Request{Received: "2028-01-31"}
		o.add(app.RequestForm.Type(), q)
		return func() { q.Answered = "2028-02-29" }
	}},
	{"inspection", "2028-02-29", func(o *office) func() {
		i := &app.Inspection{On: "2027-08-31", Months: form.Number(6)}
		o.add(app.InspectionForm.Type(), i)
		return func() { o.add(app.InspectionForm.Type(), &app.Inspection{On: "2028-02-29"}) }
	}},
	{"inspection-finding", "2028-02-29", func(o *office) func() {
		f := &app.InspectionFinding{What: "Serratura", Due: "2028-02-29"}
		o.add(app.InspectionForm.Type(), &app.Inspection{On: "2028-01-10", Findings: []*app.InspectionFinding{f}})
		return func() { f.Done = "2028-02-29" }
	}},
	{"risk-analysis", "2029-02-28", func(o *office) func() {
		o.add(app.RiskAnalysisForm.Type(), &app.RiskAnalysis{Kind: "hardware", On: "2028-02-29"})
		return func() {
			o.add(app.RiskAnalysisForm.Type(), &app.RiskAnalysis{Kind: "hardware", On: "2029-02-28"})
		}
	}},
	{"risk-measure", "2028-02-29", func(o *office) func() {
		r := &app.RiskRow{Danger: "physical", ToTake: "Un gruppo di continuità", Due: "2028-02-29"}
		o.add(app.RiskAnalysisForm.Type(), &app.RiskAnalysis{Kind: "hardware", On: "2028-01-10", Dangers: []*app.RiskRow{r}})
		return func() { r.Done = "2028-02-29" }
	}},
	{"declaration", "2028-02-29", func(o *office) func() {
		i := &app.Intervention{On: "2028-02-29"}
		o.add(app.InterventionForm.Type(), i)
		return func() { i.Declared = "2028-03-01" }
	}},
	{"declaration", "2028-02-29", func(o *office) func() { // of what came back from the workshop
		i := &app.Intervention{On: "2028-02-10", Working: "2028-02-29"}
		o.add(app.InterventionForm.Type(), i)
		return func() { i.Declared = "2028-02-29" }
	}},
	{"training-plan", "2028-03-31", func(o *office) func() {
		o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: "2027", Made: "2027-01-10"})
		begun := &app.TrainingPlan{Year: "2028"} // that year's, not made yet
		o.add(app.TrainingPlanForm.Type(), begun)
		return func() { begun.Made = "2028-03-31" }
	}},
	{"training-copies", "2028-03-31", func(o *office) func() {
		who := o.person("")
		o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleBackup, Person: who, Appointed: "2027-01-01", Signed: "2027-01-01"})
		p := &app.TrainingPlan{Year: "2028", Made: "2028-01-10"}
		o.add(app.TrainingPlanForm.Type(), p)
		return func() { p.Needs = []*app.TrainingNeed{{Person: who, Need: "Niente"}} }
	}},
	{"training-owed", "2028-02-29", func(o *office) func() { // thirty days after the hire
		p := &app.Person{Surname: "Rossi", Name: "Ada", Start: "2028-01-30"}
		o.add(app.PersonForm.Type(), p)
		return func() {
			o.add(app.TrainingForm.Type(), &app.Training{Held: "2028-02-29", People: []*app.Attendance{{Person: p.UID(), Present: "yes"}}})
		}
	}},
	{"training-course", "2028-02-29", func(o *office) func() {
		c := &app.Training{Title: "Le regole", Planned: "2028-02-29"}
		o.add(app.TrainingForm.Type(), c)
		return func() { c.Held = "2028-02-29" }
	}},
	{"training-need", "2028-02-29", func(o *office) func() {
		who := o.person("")
		x := &app.TrainingNeed{Person: who, Need: "Le regole", Due: "2028-02-29"}
		o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: "2028", Made: "2028-01-10", Needs: []*app.TrainingNeed{x}})
		return func() {
			x.Course = o.add(app.TrainingForm.Type(), &app.Training{Held: "2028-02-29", People: []*app.Attendance{{Person: who}}})
		}
	}},
	{"credential-review", "2028-03-31", func(o *office) func() { // used last in 2027; disused from July
		c := &app.Credential{Person: o.person(""), Kind: app.CredentialDevice, Issued: "2026-01-01", LastUse: "2027-12-31", RulesSigned: "2026-01-01"}
		o.add(app.CredentialForm.Type(), c)
		return func() { c.LastUse = "2028-03-31" }
	}},
	{"profile-review", "2028-02-28", func(o *office) func() { // seen in February 2027: rule 9 would wait for March
		archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti"})
		p := &app.Permission{Person: o.person(""), Grants: []*app.Grant{{Archive: archive, View: true}}, Reviewed: "2027-02-28"}
		o.add(app.PermissionForm.Type(), p)
		return func() { p.Reviewed = "2028-02-28" }
	}},
	{"sysadmin-check", "2029-02-28", func(o *office) func() { // a year after 29 February
		who := o.person("")
		o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleSysadmin, Person: who, Appointed: "2028-02-29", Signed: "2028-02-29"})
		return func() {
			o.add(app.SysadminCheckForm.Type(), &app.SysadminCheck{Person: who, On: "2029-02-28", Outcome: app.CheckRegular})
		}
	}},
	{"erasure-check", "2029-02-28", func(o *office) func() {
		uid := o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti", Retention: []*app.Retention{{Term: form.Number(10), Unit: "years"}}})
		o.add(app.ErasureForm.Type(), &app.Erasure{Treatment: uid, On: "2028-02-29", Outcome: app.NothingToErase})
		return func() {
			o.add(app.ErasureForm.Type(), &app.Erasure{Treatment: uid, On: "2029-02-28", Outcome: app.NothingToErase})
		}
	}},
	{"loan-special", "2028-02-29", func(o *office) func() {
		archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{"special"}})
		l := &app.DocumentLoan{Archive: archive, Documents: "Fascicolo", Taken: "2028-02-29"}
		o.add(app.DocumentLoanForm.Type(), l)
		return func() { l.Returned = "2028-03-01" }
	}},
	{"erasure-extended", "2028-02-29", func(o *office) func() {
		uid := o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti"})
		e := &app.Erasure{Treatment: uid, Outcome: app.ExtendedData, On: "2027-02-01", Until: "2028-02-29"}
		o.add(app.ErasureForm.Type(), e)
		return func() { o.add(app.ErasureForm.Type(), &app.Erasure{Treatment: uid, On: "2028-03-01"}) }
	}},
	{"document-review", "2028-03-31", func(o *office) func() { // printed in 2027
		o.print("accountability-document", "", "2027-12-31", true)
		o.print("accountability-document", "", "2028-01-10", false) // a draft reviews nothing
		return func() { o.print("accountability-document", "", "2028-03-31", true) }
	}},
	{"permissions-print", "2028-03-31", func(o *office) func() {
		o.print("permissions-list", "", "2027-01-01", true)
		return func() { o.print("permissions-list", "", "2028-01-01", true) }
	}},
	{"office-measure", "2028-02-29", func(o *office) func() {
		m := &app.OfficeMeasure{Measure: app.Measure{Measure: "backup", State: app.ToAdopt, Due: "2028-02-29"}}
		o.add(app.OfficeMeasureForm.Type(), m)
		return func() { m.State = app.InPlace }
	}},
}

func noon(day form.Date) form.Moment { return form.MomentOf(day.Begins().Add(12 * time.Hour)) }

func TestDeadlineOnItsEdges(t *testing.T) {
	for _, c := range dated {
		t.Run(c.key+" "+string(c.due), func(t *testing.T) {
			o := newOffice(t, "2026-01-01")
			settle := c.make(o)
			for _, at := range []struct {
				days int
				want app.DeadlineState
			}{{-1, app.DeadlineSoon}, {0, app.DeadlineSoon}, {1, app.DeadlineOverdue}} {
				day := c.due.AddDays(at.days)
				x := o.on(day, c.key)
				if x == nil || x.Due != c.due || x.State != at.want {
					t.Fatalf("on %s: %+v, want due %s and state %d", day, x, c.due, at.want)
				}
				if reg, ok := app.RegisterOf(app.Registers(), x.Register); !ok || x.Path != "" && reg.PathLabel(x.Path) == "" {
					t.Errorf("it is settled in %s %s, which is no field", x.Register, x.Path)
				}
			}
			settle()
			if x := o.on(c.due.AddDays(1), c.key); x != nil && x.Due <= c.due {
				t.Errorf("still there after it was settled: %+v", x)
			}
		})
	}
}

// TestDeadlineOfWhoLeft has its day in the last day of work, on which one is still
// to be let in.
func TestDeadlineOfWhoLeft(t *testing.T) {
	o := newOffice(t, "2026-01-01")
	who := o.person("2028-02-29")
	archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti"})
	c := &app.Credential{Person: who, Kind: app.CredentialPassword, Issued: "2028-01-01", LastUse: "2028-02-01"}
	p := &app.Permission{Person: who, Grants: []*app.Grant{{Archive: archive, View: true}}}
	a := &app.Appointment{Role: app.RoleBackup, Person: who, Appointed: "2028-01-01", Signed: "2028-01-01"}
	o.add(app.CredentialForm.Type(), c)
	o.add(app.PermissionForm.Type(), p)
	o.add(app.AppointmentForm.Type(), a)
	keys := []string{"credential-left", "permission-left", "appointment-left"}
	for _, key := range keys {
		if x := o.on("2028-02-29", key); x != nil {
			t.Errorf("%s on the last day: %+v", key, x)
		}
		if x := o.on("2028-03-01", key); x == nil || x.State != app.DeadlineOverdue || x.Due != "2028-02-29" {
			t.Errorf("%s on the day after: %+v", key, x)
		}
	}
	if x := o.on("2028-03-01", "password-first"); x != nil {
		t.Errorf("who left is to change the password: %+v", x)
	}
	c.Disabled, p.Grants, a.Ended = "2028-03-01", nil, "2028-03-01"
	for _, key := range keys {
		if x := o.on("2028-03-01", key); x != nil {
			t.Errorf("%s is still there: %+v", key, x)
		}
	}
}

// TestUndatedDeadlines are owed by no day, and gone when they are settled.
func TestUndatedDeadlines(t *testing.T) {
	o := newOffice(t, "2028-01-01")
	s := &app.Supplier{Name: "Paghe", Role: "processor"}
	o.add(app.SupplierForm.Type(), s)
	who := o.person("")
	tr := &app.Treatment{Title: "Profili", People: []string{who}}
	uid := o.add(app.TreatmentForm.Type(), tr)
	o.add(app.SystemForm.Type(), &app.System{Name: "PC"})
	dpia := &app.DPIA{Treatment: uid, High: "yes"}
	o.add(app.DPIAForm.Type(), dpia)
	draft := &app.Appointment{Role: app.RoleBackup, Person: who}
	o.add(app.AppointmentForm.Type(), draft)
	keys := []string{"contract-owed", "declarations", "supplier-measures", "letter-owed", "sysadmin-owed", "dpia-owed", "letter-unwritten"}
	for _, key := range keys {
		if x := o.on("2028-02-29", key); x == nil || x.State != app.DeadlineUndated {
			t.Errorf("%s: %+v", key, x)
		}
	}
	s.Contract, s.Knows, s.Keeps, s.Follows, s.Reports, s.Accepts = "2028-01-01", "2028-01-01", "2028-01-01", "2028-01-01", "2028-01-01", "2028-01-01"
	if x := o.on("2028-02-29", "supplier-policy"); x == nil || x.State != app.DeadlineUndated {
		t.Errorf("a contract and no procedure for breaches: %+v", x)
	}
	s.MeasuresOn, s.Policy = "2028-01-01", "2028-01-01"
	keys = append(keys, "supplier-policy")
	dpia.Decision, dpia.WhyNot = app.DPIASkip, "Il rischio è sceso."
	draft.Appointed, draft.Signed = "2028-02-01", "2028-02-01"
	o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleSysadmin, Person: who, Appointed: "2028-02-01", Signed: "2028-02-01"})
	letter := &app.Appointment{Role: app.RoleAuthorised, Person: who, Appointed: "2028-02-01", Signed: "2028-02-01", Treatments: []string{uid}}
	o.add(app.AppointmentForm.Type(), letter)
	for _, key := range keys {
		if x := o.on("2028-02-29", key); x != nil {
			t.Errorf("%s is still there: %+v", key, x)
		}
	}
	if x := o.on("2028-02-29", "custodian-owed"); x != nil {
		t.Errorf("one authorised person needs no custodian: %+v", x)
	}
	other := o.person("")
	o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: other, Appointed: "2028-02-01", Signed: "2028-02-01", Treatments: []string{uid}})
	if x := o.on("2028-02-29", "custodian-owed"); x == nil || x.State != app.DeadlineUndated {
		t.Errorf("two authorised people and no custodian: %+v", x)
	}
	letter.Treatments = append(letter.Treatments, "more") // after the signature
	if x := o.on("2028-02-29", "letter-renew"); x == nil || x.UID != letter.UID() {
		t.Errorf("a letter that says otherwise: %+v", x)
	}
}

// TestBreachClockRunsInMinutes tries the 72 hours over the end of summer time.
func TestBreachClockRunsInMinutes(t *testing.T) {
	o := newOffice(t, "2026-01-01")
	aware, _ := form.ParseMoment("24/10/2026 10:30")
	b := &app.Breach{Number: "1/2026", BreachReport: app.BreachReport{Aware: aware}}
	o.add(app.BreachForm.Type(), b)
	end, _ := form.ParseMoment("27/10/2026 09:30")
	for _, c := range []struct {
		after time.Duration
		want  app.DeadlineState
	}{{-time.Minute, app.DeadlineSoon}, {0, app.DeadlineSoon}, {time.Minute, app.DeadlineOverdue}} {
		x := find(o.at(end.Add(c.after)), "breach-clock")
		if x == nil || x.State != c.want || x.Due != "2026-10-27" || !x.At.Equal(end.Time) {
			t.Errorf("%v after the end: %+v", c.after, x)
		}
	}
	b.Annulled = "2026-10-25"
	if x := find(o.at(end.Time), "breach-clock"); x != nil {
		t.Errorf("a breach that was annulled: %+v", x)
	}
}

// TestDeadlinesLookAhead holds the window of decision A34: 30 days, 7 for
// credentials and backups, today counted.
func TestDeadlinesLookAhead(t *testing.T) {
	for _, c := range []struct {
		key  string
		days int
	}{{"contract-end", 30}, {"password-old", 7}, {"backup", 7}} {
		i := slices.IndexFunc(dated, func(e edge) bool { return e.key == c.key })
		o := newOffice(t, "2026-01-01")
		dated[i].make(o)
		for _, at := range []struct {
			days int
			want app.DeadlineState
		}{{c.days, app.DeadlineLater}, {c.days - 1, app.DeadlineSoon}} {
			if x := o.on(dated[i].due.AddDays(-at.days), c.key); x == nil || x.State != at.want {
				t.Errorf("%s, %d days before: %+v", c.key, at.days, x)
			}
		}
	}
}

// TestEverySourceIsTried keeps the tables above whole.
func TestEverySourceIsTried(t *testing.T) {
	tried := []string{
		"breach-clock", "credential-left", "permission-left", "appointment-left", "letter-renew", "custodian-owed",
		"authorised-print", "system-print", "instructions-print", "list-delivery",
		"contract-owed", "declarations", "supplier-measures", "supplier-policy", "letter-owed", "sysadmin-owed", "dpia-owed", "letter-unwritten",
	}
	for _, c := range dated {
		tried = append(tried, c.key)
	}
	seen := map[string]bool{}
	for _, s := range app.DeadlineSources() {
		if !slices.Contains(tried, s.Key) {
			t.Errorf("no test of %s", s.Key)
		}
		if _, ok := app.RegisterOf(app.Registers(), s.Register); !ok || seen[s.Key] || s.Verb == "" || !strings.HasSuffix(s.Why, ".") {
			t.Errorf("%+v: a register, a key of its own, a verb and a sentence are needed", s)
		}
		seen[s.Key] = true
	}
}

// TestSampleDeadlines shows those of the example office at three dates, to be read.
func TestSampleDeadlines(t *testing.T) {
	m := apptest.NewMemory(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	o := &office{Memory: m, t: t}
	var b strings.Builder
	for _, day := range []form.Date{"2026-11-22", "2027-04-01", "2028-02-29"} {
		fmt.Fprintf(&b, "== %s\n", day)
		for _, x := range o.at(day.Begins().Add(17*time.Hour + 42*time.Minute)) {
			state := [...]string{"scaduta", "presto", "da fare", "poi"}[x.State]
			place := x.Register + " " + x.Path
			if x.New != nil {
				place = "new " + x.Writes
			}
			fmt.Fprintf(&b, "%-7s %-16s %s | %s | %s | %s: %s\n", state, x.When(), x.What, x.Reason(), x.Who, x.Verb, place)
		}
	}
	golden := filepath.Join("testdata", "deadlines.txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the deadlines differ from %s; with UPDATE=1 it is written anew:\n%s", golden, b.String())
	}
}
