package check_test

import (
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// world is the example office, and records of it that break no rule.
type world struct {
	*app.Dossier
	t         *testing.T
	treatment *app.Treatment
	supplier  *app.Supplier
	measure   *app.OfficeMeasure
	dpia      *app.DPIA
	client    *app.Client
	system    *app.System

	appointment *app.Appointment
	credential  *app.Credential
	permission  *app.Permission
	extra       *app.ExtraAccess
	attempt     *app.AccessAttempt
	person      *app.Person
	breach      *app.Breach  // closed
	running     *app.Breach  // with most of its 72 hours left
	request     *app.Request // answered
	asked       *app.Request // open
	people      []*app.Person
	leaver      *app.Person // who left last year
	leaving     *app.Leaving
	unit        *app.Unit
	site        *app.Site
	room        *app.Room
	archive     *app.Archive
	crisis      *app.CrisisMember
	plan        *app.BackupPlan
	restore     *app.Restore
	medium      *app.Medium
	course      *app.Training

	trainingPlan *app.TrainingPlan
	intervention *app.Intervention
	analysis     *app.RiskAnalysis // of the devices
	inspection   *app.Inspection
	leave        *app.CopyLeave // of special data
	loan         *app.DocumentLoan
	entered      *app.RoomEntry // of an outsider
	extended     *app.Erasure
	checked      *app.SysadminCheck
	added        int // records given by the test
}

func newWorld(t *testing.T) *world {
	t.Helper()
	d := apptest.Sample(t)
	w := &world{Dossier: d, t: t, people: app.All(d, app.PersonForm), supplier: app.All(d, app.SupplierForm)[0], measure: app.All(d, app.OfficeMeasureForm)[0]}
	for _, x := range app.All(d, app.TreatmentForm) {
		if x.Title == "Fornitori" {
			w.treatment = x
		}
	}
	x := w.treatment
	x.Head().Updated = apptest.Now
	x.People = []string{w.people[0].UID(), w.people[1].UID()}
	x.NoticeEdition, x.NoticeDate, x.Special = "2", "2026-01-10", form.No
	x.Profiling = form.No
	x.Subjects = []string{"supplier-contacts"}
	x.Storages = []*app.Storage{{Place: app.Place{Name: "PC amministrazione", Where: "internal", Access: []string{w.people[0].UID()}}}}
	x.Backups = []*app.Backup{{Place: app.Place{Name: "NAS", Where: "internal"}, Frequency: form.Number(7), History: form.Number(30)}}
	x.Measures = nil
	for _, slug := range []string{"backup", "antivirus"} {
		e, _ := d.Catalogues.Find("measure", slug)
		x.Measures = append(x.Measures, &app.Measure{Measure: slug, State: app.InPlace, Dangers: app.DangersOf(e.Values("dangers"))})
	}
	w.dpia = &app.DPIA{Treatment: x.UID(), High: "no", Decision: app.DPIASkip}
	w.client = app.All(d, app.ClientForm)[0]
	w.system, w.appointment = app.All(d, app.SystemForm)[0], w.appointed(app.RoleAuthorised)
	w.credential, w.extra, w.attempt = app.All(d, app.CredentialForm)[0], app.All(d, app.ExtraAccessForm)[0], app.All(d, app.AccessAttemptForm)[0]
	w.leaver, w.leaving = w.people[5], app.All(d, app.LeavingForm)[0]
	w.unit, w.site, w.room = app.All(d, app.UnitForm)[0], app.All(d, app.SiteForm)[0], app.All(d, app.RoomForm)[0]
	w.archive, w.crisis = app.All(d, app.ArchiveForm)[0], app.All(d, app.CrisisForm)[0]
	w.plan, w.medium = w.plans()[1], app.All(d, app.MediumForm)[0]
	for _, r := range app.All(d, app.RestoreForm) {
		if r.Purpose == app.RestoreReal {
			w.restore = r
		}
	}
	w.leave, w.loan = app.All(d, app.CopyLeaveForm)[0], app.All(d, app.DocumentLoanForm)[0]
	for _, e := range app.All(d, app.ErasureForm) {
		if e.Outcome == app.ExtendedData {
			w.extended = e
		}
	}
	w.entered, w.checked = app.All(d, app.RoomEntryForm)[1], app.All(d, app.SysadminCheckForm)[0]
	w.person = w.people[1]
	breaches := app.All(d, app.BreachForm)
	w.breach, w.running = breaches[0], breaches[2]
	w.running.Aware = form.MomentOf(apptest.Now.Add(-time.Hour))
	requests := app.All(d, app.RequestForm)
	w.request, w.asked = requests[0], requests[1]
	w.permission = app.All(d, app.PermissionForm)[3]
	w.course, w.trainingPlan = app.All(d, app.TrainingForm)[0], app.All(d, app.TrainingPlanForm)[0]
	w.intervention, w.analysis, w.inspection = app.All(d, app.InterventionForm)[0], app.All(d, app.RiskAnalysisForm)[0], app.All(d, app.InspectionForm)[0]
	w.measure.State, w.measure.Due = app.InPlace, ""
	w.supplier.Country, w.supplier.Contract, w.supplier.ContractEnd, w.supplier.SubProcessors = "it", "2024-01-01", "", nil
	return w
}

// plans are the backup plans of the example: of the computers, of an archive.
func (w *world) plans() []*app.BackupPlan { return app.All(w.Dossier, app.BackupPlanForm) }

// lastCopy makes the copies of the plan end with one of a moment.
func (w *world) lastCopy(at string) {
	w.t.Helper()
	moment, wrong := form.ParseMoment(at)
	if wrong != "" {
		w.t.Fatal(at, wrong)
	}
	for _, c := range app.All(w.Dossier, app.BackupCopyForm) {
		if c.Plan == w.plan.UID() && c.At.After(moment.Time) {
			c.At = moment
		}
	}
}

// erased makes the last erasure of the treatment one of a day.
func (w *world) erased(on form.Date) {
	for _, e := range app.All(w.Dossier, app.ErasureForm) {
		if e.Treatment == w.treatment.UID() {
			e.On = on
		}
	}
}

// appointed is the first appointment to a role.
func (w *world) appointed(role string) *app.Appointment {
	w.t.Helper()
	for _, a := range app.All(w.Dossier, app.AppointmentForm) {
		if a.Role == role {
			return a
		}
	}
	w.t.Fatalf("nobody is %s", role)
	return nil
}

// archiveOf is one of the example, by name.
func (w *world) archiveOf(name string) *app.Archive {
	w.t.Helper()
	for _, a := range app.All(w.Dossier, app.ArchiveForm) {
		if a.Name == name {
			return a
		}
	}
	w.t.Fatalf("no archive %s", name)
	return nil
}

// entry is some entry of a catalogue with a value.
func (w *world) entry(name, key, value string) string {
	w.t.Helper()
	for _, e := range w.Catalogues.Entries(name) {
		if e.Attr[key] == value {
			return e.Slug
		}
	}
	w.t.Fatalf("no %s has %s = %s", name, key, value)
	return ""
}

func typeOf(t *testing.T, key string) *form.Type {
	t.Helper()
	reg, ok := app.RegisterOf(app.Registers(), key)
	if !ok {
		t.Fatalf("no register %s", key)
	}
	return reg.Type
}

// records are those that break no rule, one of each register that has rules.
func (w *world) records() []any {
	return []any{w.treatment, w.dpia, w.client, w.supplier, w.measure, w.person, w.system, w.appointment, w.credential, w.permission, w.extra, w.attempt,
		w.unit, w.site, w.room, w.archive, w.crisis, w.leaving,
		w.plan, w.restore, w.medium, w.breach, w.running,
		w.request, w.asked,
		w.Office(), w.course, w.trainingPlan, w.intervention, w.analysis, w.inspection,
		w.leave, w.loan, w.entered, w.checked, w.appointed(app.RoleSysadmin),
		w.leave, w.loan, w.entered, w.extended, w.checked, w.appointed(app.RoleSysadmin),
		app.All(w.Dossier, app.DocumentTextForm)[0]}
}

// owner is whose the credential is.
func (w *world) owner() *app.Person { return app.Find(w.Dossier, app.PersonForm, w.credential.Person) }
