package check_test

import (
	"slices"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
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
	"room-no-keeper": func(w *world) any {
		w.room.Keeper, w.appointed(app.RoleRooms).Ended = "", "2026-11-22"
		return w.room
	},
	"profile-not-verified": func(w *world) any {
		w.house(app.ProfileExAnnexB, &app.HouseChange{Rule: "9", Day: "31/12"})
		w.permission.Reviewed, w.permission.Head().Updated = "2025-11-21", time.Time{}
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
	"backup-outlives-data": func(w *world) any {
		w.plan.Archives, w.archive.Treatments = []string{w.archive.UID()}, []string{w.treatment.UID()}
		w.treatment.RetentionText, w.treatment.Retention = "", []*app.Retention{{Term: form.Number(24), Unit: "hours", From: "collection"}}
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
	"document-text-outdated": func(w *world) any {
		x := app.All(w.Dossier, app.DocumentTextForm)[0]
		x.Seen = "Il testo di prima."
		return x
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
