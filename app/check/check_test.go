package check_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/check"
	"tutela/app/form"
)

// broken has for each rule the example that breaks it, made of a record that
// breaks none. It returns the record to look at.
var broken = map[string]func(w *world) any{
	"person-left": func(w *world) any {
		w.people[1].End = "2025-12-31"
		return w.treatment
	},
	"partner-not-named": func(w *world) any {
		w.treatment.Description = "Le offerte partono con Mailchimp."
		return w.treatment
	},
	"special-no-type": func(w *world) any {
		w.treatment.Special, w.treatment.Bases9 = form.Yes, []string{"explicit-consent"}
		return w.treatment
	},
	"special-undeclared": func(w *world) any {
		w.treatment.DataTypes = append(w.treatment.DataTypes, w.entry("data-type", "class", "special"))
		return w.treatment
	},
	"special-no-condition": func(w *world) any {
		w.treatment.Special = form.Yes
		return w.treatment
	},
	"basis9-no-condition": func(w *world) any {
		w.treatment.Bases9Text = "contratto, legge"
		return w.treatment
	},
	"criminal-no-basis": func(w *world) any {
		w.treatment.DataTypes = append(w.treatment.DataTypes, w.entry("data-type", "class", "criminal"))
		return w.treatment
	},
	"legal-person": func(w *world) any {
		w.treatment.Subjects = append(w.treatment.Subjects, "smes")
		return w.treatment
	},
	"profiling-undeclared": func(w *world) any {
		w.treatment.Purposes = append(w.treatment.Purposes, &app.Purpose{Purpose: w.entry("purpose", "profiling", "yes")})
		return w.treatment
	},
	"notice-no-edition": func(w *world) any {
		w.treatment.NoticeEdition = ""
		return w.treatment
	},
	"notice-no-case": func(w *world) any {
		w.treatment.Notice = form.No
		return w.treatment
	},
	"consent-no-proof": func(w *world) any {
		w.treatment.Bases = []string{"consent"}
		return w.treatment
	},
	"marketing-years": func(w *world) any {
		w.treatment.Purposes = []*app.Purpose{{Purpose: "promotional-activities"}}
		w.treatment.Retention = []*app.Retention{{Term: form.Number(10), Unit: "years", From: "collection"}}
		return w.treatment
	},
	"transfer-undeclared": func(w *world) any {
		w.treatment.Storages[0].Software = []string{"mailchimp"}
		return w.treatment
	},
	"transfer-within": func(w *world) any {
		w.treatment.Transfer, w.treatment.Transfers = "present", []*app.Transfer{{Country: "fr", Safeguard: "standard-clauses"}}
		return w.treatment
	},
	"transfer-no-adequacy": func(w *world) any {
		w.treatment.Transfer, w.treatment.Transfers = "present", []*app.Transfer{{Country: "in", Safeguard: "adequacy-decision"}}
		return w.treatment
	},
	"mode-tools": func(w *world) any {
		w.treatment.Tools = []string{w.entry("tool", "kind", "paper")}
		return w.treatment
	},
	"external-no-supplier": func(w *world) any {
		w.treatment.Storages[0].Where = "external"
		return w.treatment
	},
	"access-not-authorised": func(w *world) any {
		w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
		w.treatment.People = w.treatment.People[:1]
		return w.treatment
	},
	"backup-same-device": func(w *world) any {
		w.treatment.Backups[0].Name, w.treatment.Backups[0].System = w.treatment.Storages[0].Name, w.treatment.Storages[0].System
		return w.treatment
	},
	"backup-one-copy": func(w *world) any {
		w.treatment.Backups[0].Frequency, w.treatment.Backups[0].History = form.Number(7), form.Number(7)
		return w.treatment
	},
	"backup-interval": func(w *world) any {
		w.treatment.Backups[0].Frequency, w.treatment.Backups[0].History = form.Number(8), form.Number(90)
		return w.treatment
	},
	"further-overdue": func(w *world) any {
		w.treatment.Probability, w.treatment.Consequence = form.Number(3), form.Number(3)
		w.treatment.Further, w.treatment.FurtherBy = "Cifrare i dischi", "2026-11-21"
		return w.treatment
	},
	"matrix-changed": func(w *world) any {
		w.treatment.Matrix = "4x4"
		return w.treatment
	},
	"backup-contradiction": func(w *world) any {
		w.treatment.Measures = append(w.treatment.Measures, &app.Measure{Measure: "no-backup", State: app.InPlace}, &app.Measure{Measure: "backup", State: app.InPlace})
		return w.treatment
	},
	"measure-overdue": func(w *world) any {
		w.treatment.Measures = append(w.treatment.Measures, &app.Measure{Measure: "ups", State: app.ToAdopt, Due: "2026-11-21"})
		return w.treatment
	},
	"danger-uncovered": func(w *world) any {
		for _, m := range w.treatment.Measures {
			m.Dangers = slices.DeleteFunc(m.Dangers, func(d *app.Danger) bool { return d.Danger == "natural" })
		}
		for _, m := range app.All(w.Dossier, app.OfficeMeasureForm) {
			m.State = app.ToAdopt
		}
		return w.treatment
	},
	"stale": func(w *world) any {
		w.treatment.Head().Updated = apptest.Now.AddDate(-1, 0, -2)
		return w.treatment
	},
	"dpia-owed": func(w *world) any {
		w.treatment.Probability, w.treatment.Consequence = form.Number(5), form.Number(5)
		return w.treatment
	},
	"dpia-unscreened": func(w *world) any {
		w.treatment.Subjects = []string{w.entry("data-subject", "minors", "yes")}
		return w.treatment
	},
	"dpia-matrix-changed": func(w *world) any {
		w.dpia.Decision, w.dpia.Matrix, w.dpia.InitialProbability = app.DPIAAssess, "4x4", form.Number(2)
		return w.dpia
	},
	"dpia-consultation": func(w *world) any {
		w.dpia.Decision, w.dpia.ResidualProbability, w.dpia.ResidualConsequence = app.DPIAAssess, form.Number(5), form.Number(5)
		return w.dpia
	},
	"dpia-level-differs": func(w *world) any {
		w.dpia.High = "yes"
		return w.dpia
	},
	"dpia-review": func(w *world) any {
		w.dpia.Next = "2026-11-21"
		return w.dpia
	},
	"client-contract-ended": func(w *world) any {
		w.client.ContractEnd = "2026-11-21"
		return w.client
	},
	"supplier-no-safeguard": func(w *world) any {
		w.supplier.Country, w.supplier.Safeguard = "us", ""
		return w.supplier
	},
	"supplier-no-contract": func(w *world) any {
		w.supplier.Contract = ""
		return w.supplier
	},
	"supplier-contract-ended": func(w *world) any {
		w.supplier.ContractEnd = "2026-11-21"
		return w.supplier
	},
	"supplier-sub-outside": func(w *world) any {
		w.supplier.SubProcessors = []*app.SubProcessor{{Name: "Help Desk", Country: "in"}}
		return w.supplier
	},
	"supplier-declarations": func(w *world) any {
		w.supplier.Accepts = ""
		return w.supplier
	},
	"supplier-report-old": func(w *world) any {
		w.supplier.Report = "2025-11-21"
		return w.supplier
	},
	"sysadmin-not-checked": func(w *world) any {
		w.checked.On = "2025-11-21"
		return w.appointed(app.RoleSysadmin)
	},
	"sysadmin-logs": func(w *world) any {
		w.checked.LogsSince = "2025-09-28"
		return w.checked
	},
	"copy-leave-special": func(w *world) any {
		w.leave.AuthorisedBy = ""
		return w.leave
	},
	"copy-leave-by-whom": func(w *world) any {
		w.leave.AuthorisedBy = w.appointed(app.RolePasswords).Person
		return w.leave
	},
	"loan-special-out": func(w *world) any {
		w.loan.Returned, w.loan.Taken = "", "2026-11-21"
		return w.loan
	},
	"loan-out": func(w *world) any {
		w.archiveOf("Fascicoli del personale").Classes = []string{"common"}
		w.loan.Returned, w.loan.Taken = "", "2026-10-22"
		return w.loan
	},
	"loan-incomplete": func(w *world) any {
		w.loan.Complete = "no"
		return w.loan
	},
	"room-entry-no-host": func(w *world) any {
		w.entered.LetInBy = ""
		return w.entered
	},
	"erasure-extended-over": func(w *world) any {
		w.extended.Until = "2026-11-21"
		return w.extended
	},
	"retention-not-checked": func(w *world) any {
		w.erased("2025-11-21")
		return w.treatment
	},
	"office-measure-overdue": func(w *world) any {
		w.measure.State, w.measure.Due = app.ToAdopt, "2026-11-21"
		return w.measure
	},
	"people-no-letter": func(w *world) any {
		w.treatment.People = append(w.treatment.People, w.people[4].UID())
		return w.treatment
	},
	"sysadmin-owed": func(w *world) any {
		w.appointed(app.RoleSysadmin).Ended = "2026-11-22"
		return w.system
	},
	"dpo-conflict": func(w *world) any {
		a := w.appointed(app.RoleControls)
		a.Role, a.Supplier, a.Person = app.RoleDPO, "", w.appointed(app.RoleSecurity).Person
		return a
	},
	"passwords-owed": func(w *world) any {
		w.appointed(app.RolePasswords).Ended = "2026-11-22"
		return w.appointed(app.RoleAuthorised)
	},
	"roles-together": func(w *world) any {
		w.appointed(app.RolePasswords).Person = w.appointed(app.RoleBackup).Person
		return w.appointed(app.RoleBackup)
	},
	"appointment-delegation": func(w *world) any {
		w.appointed(app.RoleSecurity).Ended = "2024-11-11"
		return w.appointed(app.RoleBackup)
	},
	"appointment-unsigned": func(w *world) any {
		w.appointment.Signed = ""
		return w.appointment
	},
	"appointment-renew": func(w *world) any {
		w.appointment.Treatments = append(w.appointment.Treatments, "another")
		return w.appointment
	},
	"appointment-left": func(w *world) any {
		app.Find(w.Dossier, app.PersonForm, w.appointment.Person).End = "2026-11-21"
		return w.appointment
	},
	"measure-no-reason": func(w *world) any {
		w.measure.State, w.measure.Reason = app.NotApplicable, " "
		return w.measure
	},
	"credential-biometric": func(w *world) any {
		w.credential.Kind = app.CredentialBiometric
		return w.credential
	},
	"credential-id-taken": func(w *world) any {
		w.credential.UserID = " D.Ricci"
		return w.credential
	},
	"credential-special": func(w *world) any {
		w.credential.Special = "no"
		return w.credential
	},
	"credential-rules-unsigned": func(w *world) any {
		w.credential.RulesSigned = ""
		return w.credential
	},
	"credential-first-change": func(w *world) any {
		w.credential.FirstChange, w.credential.LastChange = "", ""
		return w.credential
	},
	"credential-password-old": func(w *world) any {
		w.credential.LastChange = "2026-08-21"
		return w.credential
	},
	"credential-unused": func(w *world) any {
		w.credential.LastUse = "2026-05-21"
		return w.credential
	},
	"credential-person-left": func(w *world) any {
		w.owner().End = "2026-11-21"
		return w.credential
	},
	"credential-duty-changed": func(w *world) any {
		w.owner().Duties[0].To = "2026-11-21"
		return w.credential
	},
	"access-no-permission": func(w *world) any {
		w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
		return w.treatment
	},
	"permission-person-left": func(w *world) any {
		app.Find(w.Dossier, app.PersonForm, w.permission.Person).End = "2026-11-21"
		return w.permission
	},
	"permission-no-letter": func(w *world) any {
		w.permission.Grants = append(w.permission.Grants, &app.Grant{Archive: w.archiveOf("Fascicoli del personale").UID(), View: true})
		return w.permission
	},
	"permission-not-reviewed": func(w *world) any {
		w.permission.Reviewed, w.permission.Head().Updated = "2025-12-31", time.Time{}
		return w.permission
	},
	"extra-access-skipped": func(w *world) any {
		w.extra.Told = ""
		return w.extra
	},
	"extra-access-open": func(w *world) any {
		w.extra.Changed, w.extra.Until = "", "2026-11-21"
		return w.extra
	},
	"unit-head-left": func(w *world) any {
		w.unit.Lead = w.leaver.UID()
		return w.unit
	},
	"site-person-left": func(w *world) any {
		w.site.Keeper = w.leaver.UID()
		return w.site
	},
	"room-person-left": func(w *world) any {
		w.room.Admitted = append(w.room.Admitted, w.leaver.UID())
		return w.room
	},
	"archive-person-left": func(w *world) any {
		w.archive.Charge = w.leaver.UID()
		return w.archive
	},
	"system-person-left": func(w *world) any {
		w.system.Users = append(w.system.Users, w.leaver.UID())
		return w.system
	},
	"supplier-administrator-left": func(w *world) any {
		w.supplier.Administrators = append(w.supplier.Administrators, w.leaver.UID())
		return w.supplier
	},
	"crisis-person-left": func(w *world) any {
		w.crisis.Substitute = w.leaver.UID()
		return w.crisis
	},
	"superior-left": func(w *world) any {
		w.people[1].Superior = w.leaver.UID()
		return w.people[1]
	},
	"appointment-helper-left": func(w *world) any {
		w.appointed(app.RoleBackup).Substitute = w.leaver.UID()
		return w.appointed(app.RoleBackup)
	},
	"leaving-not-returned": func(w *world) any {
		w.leaving.Things[0].Returned = ""
		return w.leaving
	},
	"credential-owed": func(w *world) any {
		app.All(w.Dossier, app.CredentialForm)[7].Disabled = "2026-11-22" // the only one he has
		return w.person
	},
	"attempt-not-told": func(w *world) any {
		w.attempt.Told = ""
		return w.attempt
	},
	"archive-no-plan": func(w *world) any {
		w.plan.Archives, w.plans()[0].Systems, w.treatment.Backups = nil, nil, nil
		return w.archive
	},
	"backup-room": func(w *world) any {
		w.plan.Room = w.system.Room
		return w.plan
	},
	"backup-plan-interval": func(w *world) any {
		w.plan.Interval = form.Number(8)
		return w.plan
	},
	"backup-overdue": func(w *world) any {
		w.lastCopy("14/11/2026 18:00")
		return w.plan
	},
	"backup-no-instructions": func(w *world) any {
		w.plan.CopyHow = " "
		return w.plan
	},
	"backup-untested": func(w *world) any {
		for _, r := range app.All(w.Dossier, app.RestoreForm) {
			r.Outcome = app.RestoreFailed
		}
		return w.plan
	},
	"backup-keeper-left": func(w *world) any {
		app.Find(w.Dossier, app.PersonForm, w.plan.Keeper).End = "2026-11-21"
		return w.plan
	},
	"backup-keeper-no-letter": func(w *world) any {
		w.plan.Keeper = w.appointed(app.RolePasswords).Person
		return w.plan
	},
	"restore-decided": func(w *world) any {
		w.restore.DecidedBy = w.appointed(app.RoleBackup).Person
		return w.restore
	},
	"restore-late": func(w *world) any {
		w.restore.Requested, _ = form.ParseMoment("14/11/2026 18:00")
		w.restore.Back = form.Moment{}
		return w.restore
	},
	"system-broken": func(w *world) any {
		w.system.BrokenOn = "2026-11-14"
		return w.system
	},
	"medium-label-taken": func(w *world) any {
		w.medium.Label = " disco-2"
		return w.medium
	},
	"medium-not-wiped": func(w *world) any {
		w.medium.Classes, w.medium.Reused = []string{"common", "special"}, "2026-11-20"
		return w.medium
	},
	"medium-lost": func(w *world) any {
		w.medium.Lost = "2026-11-21"
		return w.medium
	},
	"breach-clock-late": func(w *world) any {
		w.running.Aware = form.MomentOf(apptest.Now.Add(-96 * time.Hour))
		return w.running
	},
	"breach-clock-soon": func(w *world) any {
		w.running.Aware = form.MomentOf(apptest.Now.Add(-60 * time.Hour))
		return w.running
	},
	"breach-preliminary": func(w *world) any {
		w.running.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Sent: form.MomentOf(apptest.Now.AddDate(0, -2, 0))}}
		return w.running
	},
	"breach-no-reason": func(w *world) any {
		w.breach.Notify, w.breach.NotifyWhy = "", ""
		return w.breach
	},
	"breach-art-34": func(w *world) any {
		w.breach.Items[breach.ItemMinors-1] = "1"
		w.breach.Communicate, w.breach.CommunicateWhy, w.breach.Communications = "", "", nil
		return w.breach
	},
	"breach-score-and-law": func(w *world) any {
		w.breach.Items[0], w.breach.Notify, w.breach.NotifyWhy = "3", "", ""
		return w.breach
	},
	"breach-no-it": func(w *world) any {
		w.running.TeamPresent = w.running.TeamPresent[:1]
		return w.running
	},
	"breach-closed-incomplete": func(w *world) any {
		w.breach.Actions = nil
		return w.breach
	},
	"breach-interrupted-owed": func(w *world) any {
		w.running.StopDate, w.running.StopWhy = "2026-11-22", "Il titolare interrompe"
		return w.running
	},
	"breach-action-overdue": func(w *world) any {
		w.breach.Correctives[0].Due, w.breach.Correctives[0].Done, w.breach.Correctives[0].Outcome = "2026-11-21", "", ""
		return w.breach
	},
	"request-late": func(w *world) any {
		w.asked.Received = "2026-09-22"
		return w.asked
	},
	"request-near": func(w *world) any {
		w.asked.Received = "2026-10-23"
		return w.asked
	},
	"request-extension-late": func(w *world) any {
		w.asked.Received, w.asked.Extended, w.asked.ExtendedWhy = "2026-10-20", "2026-11-21", "Molti archivi"
		return w.asked
	},
	"request-extension-no-reason": func(w *world) any {
		w.asked.Extended, w.asked.ExtendedWhy = "2026-11-20", " "
		return w.asked
	},
	"request-not-stopped": func(w *world) any {
		w.asked.Stopped = ""
		return w.asked
	},
	"request-earlier": func(w *world) any {
		w.asked.Subject = "Lucia Ferrari"
		return w.asked
	},
	"request-identity": func(w *world) any {
		w.asked.IdentityOn = ""
		return w.asked
	},
	"request-refusal-late": func(w *world) any {
		w.request.Extended, w.request.Answered, w.request.Outcome = "2026-03-20", "2026-05-20", app.RequestRefused
		return w.request
	},
	"request-no-remedies": func(w *world) any {
		w.request.Outcome, w.request.Remedies = app.RequestPart, "no"
		return w.request
	},
	"request-charge": func(w *world) any {
		w.asked.Charge = form.Number(2000)
		return w.asked
	},
	"request-recipients": func(w *world) any {
		w.request.Recipients = nil
		return w.request
	},
	"training-owed": func(w *world) any {
		w.person.Start = "2026-10-22"
		return w.person
	},
	"training-plan-missing": func(w *world) any {
		w.trainingPlan.Year = "2025"
		return w.Office()
	},
	"training-plan-copies": func(w *world) any {
		w.trainingPlan.Needs = w.trainingPlan.Needs[:3]
		return w.trainingPlan
	},
	"training-need-open": func(w *world) any {
		w.trainingPlan.Needs[2].Due = "2026-11-21"
		return w.trainingPlan
	},
	"training-not-held": func(w *world) any {
		w.course.Held, w.course.Planned = "", "2026-11-21"
		return w.course
	},
	"intervention-no-declaration": func(w *world) any {
		w.intervention.Declared = ""
		return w.intervention
	},
	"intervention-no-processor": func(w *world) any {
		w.intervention.Supplier, w.intervention.Company = "", "Valli Informatica"
		return w.intervention
	},
	"risk-analysis-missing": func(w *world) any {
		w.analysis.Kind = app.RiskSoftware
		return w.Office()
	},
	"risk-analysis-old": func(w *world) any {
		w.analysis.On = "2025-11-21"
		return w.analysis
	},
	"risk-measure-overdue": func(w *world) any {
		w.analysis.Dangers[2].Due = "2026-11-21"
		return w.analysis
	},
	"inspection-overdue": func(w *world) any {
		app.All(w.Dossier, app.InspectionForm)[1].Unit = w.unit.UID()
		return w.inspection
	},
	"inspection-finding-overdue": func(w *world) any {
		w.inspection.Findings[0].Due, w.inspection.Findings[0].Done = "2026-11-21", ""
		return w.inspection
	},
	"controls-no-inspection": func(w *world) any {
		w.clear(app.InspectionForm.Key)
		return w.appointed(app.RoleControls)
	},
}

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

// TestEveryRule: what breaks no rule is left in peace, and the example of each
// rule is found, at its field.
func TestEveryRule(t *testing.T) {
	for _, r := range check.Rules() {
		t.Run(r.Key, func(t *testing.T) {
			reg := typeOf(t, r.Register)
			if reg.Field(r.Field) == nil {
				t.Fatalf("it leads to no field: %s", r.Field)
			}
			if r.About == "" || r.Example == "" {
				t.Error("it does not say what it looks at, or what breaks it")
			}
			w := newWorld(t)
			for _, rec := range w.records() {
				for _, f := range check.Record(w, typeOfRec(t, rec), rec) {
					if f.Rule == r {
						t.Fatalf("without a reason it says %q", f.Text)
					}
				}
			}
			spoil := broken[r.Key]
			if spoil == nil {
				t.Fatal("no example breaks it")
			}
			found := check.Record(w, reg, spoil(w))
			i := slices.IndexFunc(found, func(f check.Finding) bool { return f.Rule == r })
			if i < 0 {
				t.Fatalf("not found among %d findings", len(found))
			}
			f := found[i]
			if f.Label == "" || f.Title == "" || !strings.HasSuffix(f.Text, ".") {
				t.Errorf("%+v", f)
			}
			if len([]rune(f.Text)) > 260 {
				t.Errorf("too long to be read beside a field: %s", f.Text)
			}
		})
	}
	for key := range broken {
		if !slices.ContainsFunc(check.Rules(), func(r *check.Rule) bool { return r.Key == key }) {
			t.Errorf("an example of no rule: %s", key)
		}
	}
}

// records are those that break no rule, one of each register that has rules.
func (w *world) records() []any {
	return []any{w.treatment, w.dpia, w.client, w.supplier, w.measure, w.person, w.system, w.appointment, w.credential, w.permission, w.extra, w.attempt,
		w.unit, w.site, w.room, w.archive, w.crisis, w.leaving,
		w.plan, w.restore, w.medium, w.breach, w.running,
		w.request, w.asked,
		w.Office(), w.course, w.trainingPlan, w.intervention, w.analysis, w.inspection,
		w.leave, w.loan, w.entered, w.checked, w.appointed(app.RoleSysadmin),
		w.leave, w.loan, w.entered, w.extended, w.checked, w.appointed(app.RoleSysadmin)}
}

// owner is whose the credential is.
func (w *world) owner() *app.Person { return app.Find(w.Dossier, app.PersonForm, w.credential.Person) }

// TestRegisters: what is left in peace is of every register that has rules.
func TestRegisters(t *testing.T) {
	have := map[string]bool{}
	for _, rec := range newWorld(t).records() {
		have[typeOfRec(t, rec).Key] = true
	}
	var inOrder []string
	for _, r := range app.Registers() {
		if have[r.Key] {
			inOrder = append(inOrder, r.Key)
		}
	}
	same(t, inOrder, check.Registers())
}

func typeOfRec(t *testing.T, rec any) *form.Type {
	t.Helper()
	for _, r := range app.Registers() {
		if reflect.TypeOf(r.New()) == reflect.TypeOf(rec) {
			return r.Type
		}
	}
	t.Fatalf("%T is of no register", rec)
	return nil
}

// TestCase: what has to be found in the marketing sheet is found, each at its
// place, and nothing else.
func TestCase(t *testing.T) {
	d := apptest.Case(t)
	var got []string
	for _, f := range check.Office(d) {
		got = append(got, f.Rule.Key+" "+f.Path)
		t.Logf("%s (%s): %s", f.Label, f.Rule.Key, f.Text)
	}
	for _, want := range []string{
		"special-no-type data_types", "basis9-no-condition bases9_text", "transfer-undeclared transfer", "partner-not-named partners",
		"backup-contradiction measures", "backup-one-copy backups/0/history", "backup-same-device backups/0/name",
		"marketing-years retention/0/term", "legal-person subjects", "consent-no-proof consent_proof", "notice-no-edition notice_edition",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not found: %s", want)
		}
	}
	if len(got) > 11 {
		t.Errorf("more is found than the case has: %q", got)
	}
}

// TestReviewedIsNotStale: the yearly check reads the later of update and review,
// on the edge of its year.
func TestReviewedIsNotStale(t *testing.T) {
	for _, c := range []struct {
		reviewed form.Date
		stale    bool
	}{{"", true}, {"2025-11-21", true}, {"2025-11-22", false}, {"2026-11-22", false}} {
		w := newWorld(t)
		w.treatment.Head().Updated = apptest.Now.AddDate(-3, 0, 0)
		w.treatment.Reviewed = c.reviewed
		found := check.Record(w, typeOf(t, app.TreatmentForm.Key), w.treatment)
		got := slices.ContainsFunc(found, func(f check.Finding) bool { return f.Rule.Key == "stale" })
		if got != c.stale {
			t.Errorf("reviewed %q: stale %v", c.reviewed, got)
		}
	}
}

func TestEndedIsLeftInPeace(t *testing.T) {
	w := newWorld(t)
	w.treatment.Subjects, w.treatment.Archived = []string{"smes"}, "2026-01-01"
	if found := check.Record(w, typeOf(t, app.TreatmentForm.Key), w.treatment); len(found) > 0 {
		t.Errorf("an archived treatment is asked %q", found[0].Text)
	}
}
