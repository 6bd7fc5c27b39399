package apptest

import (
	"time"

	"tutela/app"
	"tutela/app/form"
)

// Owing keeps an office that owes everything once on a day: one deadline of each
// source of the deadline table, past its day or without one, and no other; what
// Follows another comes when that is settled. Records count as made two years
// before.
func Owing(today form.Date, save func(*form.Type, form.Record) error) error {
	o := &owing{today: today, save: save}
	o.rules()
	o.staff()
	o.machines()
	o.papers()
	o.duties()
	o.letters()
	o.breaches()
	return o.err
}

// Follows are the kinds of deadline that are owed as soon as another one is settled:
// who makes the copies is looked for in the plan of the year once that is there, an
// administrator is verified a year after the letter, which may be put down late, and
// gets the list of systems that was printed.
var Follows = map[string]string{"training-copies": "training-plan", "sysadmin-check": "sysadmin-owed", "list-delivery": "system-print"}

// OwingNext keeps what settles those that others Follow, in the office of Owing; what
// a print settles apart.
func OwingNext(d *app.Dossier, today form.Date, save func(*form.Type, form.Record) error) error {
	o := &owing{today: today, save: save}
	o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: string(today[:4]), Made: today})
	for _, p := range app.All(d, app.PersonForm) {
		if p.Surname == "Scolari" {
			o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleSysadmin, Person: p.UID(), Appointer: app.ByController, Appointed: today.AddMonths(-13), Signed: today})
		}
	}
	return o.err
}

// OwingMade is when the records of Owing were written.
func OwingMade(today form.Date) time.Time { return today.AddMonths(-24).Begins().Add(12 * time.Hour) }

type owing struct {
	today form.Date
	save  func(*form.Type, form.Record) error
	err   error
}

func (o *owing) add(t *form.Type, rec form.Record) string {
	if o.err == nil {
		o.err = o.save(t, rec)
	}
	return rec.Head().UID
}

// ago is a day some days before.
func (o *owing) ago(days int) form.Date { return o.today.AddDays(-days) }

func (o *owing) at(day form.Date, hour int) form.Moment {
	return form.MomentOf(day.Begins().Add(time.Duration(hour) * time.Hour))
}

func (o *owing) person(surname string, end form.Date) string {
	return o.add(app.PersonForm.Type(), &app.Person{Surname: surname, Name: "Ada", Kind: "employee", Start: o.ago(600), End: end})
}

// treatment is one that was looked through lately.
func (o *owing) treatment(t *app.Treatment) string {
	if t.Reviewed == "" {
		t.Reviewed = o.ago(10)
	}
	return o.add(app.TreatmentForm.Type(), t)
}

// rules lets the office decide otherwise where it could not owe all at once: what is
// done in a year was due yesterday, and a credential may go unused for longer than
// from one yearly check to the next.
func (o *owing) rules() {
	yesterday := o.ago(1).String()[:5]
	o.add(app.HouseRuleForm.Type(), &app.HouseChoice{Changes: []*app.HouseChange{
		{Rule: "6", Months: form.Number(18)}, {Rule: "15", Day: yesterday}, {Rule: "21", Day: yesterday},
	}})
}

// staff owes what credentials and people who left do.
func (o *owing) staff() {
	o.add(app.OfficeForm.Type(), &app.Office{
		Name: "Cartoleria Neri S.n.c.", Address: "Via Roma 1", City: "Cremona", Representative: "Olga Neri", HasDPO: "no", Body: app.BodyPrivate, Matrix: "5x5",
	})
	old, used := o.ago(500), o.ago(5)
	credential := func(c *app.Credential, surname string) {
		c.Person, c.UserID, c.Special = o.person(surname, ""), surname, "no"
		o.add(app.CredentialForm.Type(), c)
	}
	credential(&app.Credential{Kind: app.CredentialPassword, Issued: o.ago(90), RulesSigned: old, LastUse: used}, "Primo")
	credential(&app.Credential{Kind: app.CredentialPassword, Issued: old, RulesSigned: old, FirstChange: old, LastChange: o.ago(300), LastUse: used}, "Vecchi")
	credential(&app.Credential{Kind: app.CredentialDevice, Issued: o.ago(700), RulesSigned: old, LastUse: o.ago(600)}, "Fermi")
	credential(&app.Credential{Kind: app.CredentialDevice, Issued: o.ago(700), RulesSigned: old, LastUse: o.ago(460)}, "Rari")
	credential(&app.Credential{Kind: app.CredentialDevice, Issued: o.ago(80), LastUse: used}, "Leggi")
	o.add(app.ExtraAccessForm.Type(), &app.ExtraAccess{Absent: o.person("Assenti", ""), Reset: o.ago(70), Given: o.ago(70), Until: o.ago(69), Told: o.ago(68)})
	o.add(app.AccessAttemptForm.Type(), &app.AccessAttempt{On: o.ago(65), What: "Tre password sbagliate"})

	archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti"})
	grants := []*app.Grant{{Archive: archive, View: true}}
	o.add(app.CredentialForm.Type(), &app.Credential{Person: o.person("Usciti", o.ago(60)), UserID: "Usciti", Kind: app.CredentialPassword, Issued: old, LastUse: o.ago(61)})
	o.add(app.PermissionForm.Type(), &app.Permission{Person: o.person("Andati", o.ago(59)), Grants: grants})
	o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleRooms, Person: o.person("Partiti", o.ago(58)), Appointed: old, Signed: old})
	o.add(app.LeavingForm.Type(), &app.Leaving{Person: o.person("Congedi", o.ago(57)), Kind: app.LeavesOffice, On: o.ago(57), Things: []*app.Thing{{What: "chiavi del magazzino"}}})
	o.add(app.PermissionForm.Type(), &app.Permission{Person: o.person("Rivisti", ""), Grants: grants, Reviewed: form.Date(form.DateOf(OwingMade(o.today))[:4] + "-12-31")})
	o.add(app.PermissionForm.Type(), &app.Permission{Person: o.person("Motivi", ""), Grants: grants, Reviewed: o.beforeReview()})
}

// beforeReview is a day on which permissions were looked at since the records were
// made, a year after which one asks for their reasons sooner than for them all.
func (o *owing) beforeReview() form.Date {
	made := form.DateOf(OwingMade(o.today))
	if day := form.Date(made[:4] + "-03-30"); day >= made {
		return day
	}
	return form.Date(made.AddMonths(12)[:4] + "-03-30")
}

// machines owes what copies and systems do.
func (o *owing) machines() {
	plan := o.add(app.BackupPlanForm.Type(), &app.BackupPlan{Name: "Contabilità", Started: o.ago(420)})
	o.add(app.BackupCopyForm.Type(), &app.BackupCopy{Plan: plan, At: o.at(o.ago(50), 0), Outcome: app.CopyDone})
	o.add(app.RestoreForm.Type(), &app.Restore{Purpose: app.RestoreReal, What: app.RestoreData, Requested: o.at(o.ago(55), 9), Outcome: app.RestoreWhole})
	old, late := o.ago(500), o.ago(10)
	for _, s := range []*app.System{
		{Name: "Portatile", Antivirus: "Scudo", AntivirusOn: o.ago(260), PatchedOn: late},
		{Name: "Server", PatchedOn: old},
		{Name: "Stampante", BrokenOn: o.ago(53), PatchedOn: late},
	} {
		s.Kind = "pc"
		o.add(app.SystemForm.Type(), s)
	}
}

// papers owes what suppliers, treatments, requests and controls do.
func (o *owing) papers() {
	signed := o.ago(200)
	supplier := func(name string, change func(*app.Supplier)) {
		s := &app.Supplier{
			Name: name, Service: "Servizi", Role: "processor", Country: "it", Contract: signed, Knows: signed, Keeps: signed, Follows: signed, Reports: signed, Accepts: signed,
			Measures: "Accessi personali", MeasuresOn: signed, Policy: signed,
		}
		change(s)
		o.add(app.SupplierForm.Type(), s)
	}
	supplier("Buste Paga", func(s *app.Supplier) { s.Contract = "" })
	supplier("Pulizie", func(s *app.Supplier) { s.ContractEnd = o.ago(48) })
	supplier("Vigilanza", func(s *app.Supplier) { s.Contract = o.ago(500) })
	supplier("Trasporti", func(s *app.Supplier) { s.Keeps = "" })
	supplier("Archivisti", func(s *app.Supplier) { s.MeasuresOn = "" })
	supplier("Spedizioni", func(s *app.Supplier) { s.Policy = "" })
	o.add(app.ClientForm.Type(), &app.Client{Name: "Libreria", Contract: o.ago(500), ContractEnd: o.ago(46)})

	o.treatment(&app.Treatment{Title: "Abbonati", Reviewed: o.ago(410)})
	o.add(app.DPIAForm.Type(), &app.DPIA{Treatment: o.treatment(&app.Treatment{Title: "Telecamere"}), Screened: signed, High: "yes"})
	o.add(app.DPIAForm.Type(), &app.DPIA{
		Treatment: o.treatment(&app.Treatment{Title: "Tessere"}), Screened: signed, Decision: app.DPIAAssess, Outcome: app.DPIAGo, Assessed: signed, Next: o.ago(44),
	})
	o.add(app.DPIAForm.Type(), &app.DPIA{
		Treatment: o.treatment(&app.Treatment{Title: "Badge"}), Screened: signed, Decision: app.DPIAAssess, Outcome: app.DPIAConsult, Assessed: signed, Consulted: o.ago(120),
	})
	toAdopt := app.Measure{Measure: "backup", State: app.ToAdopt, Due: o.ago(42)}
	inOffice := app.Measure{Measure: "antivirus", State: app.ToAdopt, Due: o.ago(40)}
	o.treatment(&app.Treatment{Title: "Fatture", Measures: []*app.Measure{&toAdopt}})
	o.add(app.OfficeMeasureForm.Type(), &app.OfficeMeasure{Measure: inOffice})

	o.add(app.RequestForm.Type(), &app.Request{Received: o.ago(75), Subject: "Mario Verdi", Means: "email"})
	o.add(app.InspectionForm.Type(), &app.Inspection{On: o.ago(400), Months: form.Number(12)})
	unit := o.add(app.UnitForm.Type(), &app.Unit{Name: "Magazzino"})
	o.add(app.InspectionForm.Type(), &app.Inspection{On: o.ago(90), Unit: unit, Months: form.Number(12), Findings: []*app.InspectionFinding{
		{What: "Serratura rotta", How: "Si cambia", ByWhom: "Olga Neri", Due: o.ago(38)},
	}})
	o.add(app.RiskAnalysisForm.Type(), &app.RiskAnalysis{Kind: app.RiskHardware, On: o.ago(402), Dangers: []*app.RiskRow{
		{Danger: "Furto", ToTake: "Catene ai portatili", ByWhom: "Olga Neri", Due: o.ago(37)},
	}})
	o.add(app.InterventionForm.Type(), &app.Intervention{On: o.ago(36), Company: "Tecnici Riuniti"})
}

// duties owes what training, papers that are out and terms of retention do.
func (o *owing) duties() {
	pupil := o.person("Scolari", "")
	o.add(app.TrainingForm.Type(), &app.Training{Title: "Lezione di base", Held: o.ago(200), People: []*app.Attendance{{Person: pupil, Present: "yes"}}})
	o.add(app.TrainingForm.Type(), &app.Training{Title: "Messaggi truffa", Planned: o.ago(31)})
	o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: string(o.ago(1).AddMonths(-12)[:4]), Made: o.ago(300), Needs: []*app.TrainingNeed{
		{Person: pupil, Need: "Le basi", Due: o.ago(29)},
	}})
	folders := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{"special"}})
	o.add(app.DocumentLoanForm.Type(), &app.DocumentLoan{Archive: folders, Documents: "Fascicolo 12", Taken: o.ago(34)})
	o.add(app.ErasureForm.Type(), &app.Erasure{
		Treatment: o.treatment(&app.Treatment{Title: "Candidati"}), Period: "Fino al 2020", Outcome: app.ExtendedData, Reason: "Una causa", On: o.ago(300), Until: o.ago(32),
	})
	o.treatment(&app.Treatment{Title: "Preventivi", Retention: []*app.Retention{{Term: form.Number(10), Unit: "years"}}})
}

// letters owes what letters of appointment do.
func (o *owing) letters() {
	letter := func(role, surname string, appointed, signed form.Date, duties ...*app.Duty) {
		p := &app.Person{Surname: surname, Name: "Ivo", Kind: "employee", Start: o.ago(600), Duties: duties}
		o.add(app.PersonForm.Type(), p)
		o.add(app.AppointmentForm.Type(), &app.Appointment{Role: role, Person: p.UID(), Appointer: app.ByController, Appointed: appointed, Signed: signed})
	}
	signed := o.ago(180)
	letter(app.RoleBackup, "Firmi", o.ago(30), "")
	letter(app.RoleRooms, "Scritti", "", "")
	letter(app.RoleSecurity, "Rinnovi", signed, signed, &app.Duty{Duty: "accounting-manager", From: o.ago(57)})
	letter(app.RoleAuthorised, "Uno", signed, signed)
	letter(app.RoleAuthorised, "Due", signed, signed)
	o.treatment(&app.Treatment{Title: "Solleciti", People: []string{o.person("Lettere", "")}})
}

// breaches owes a notification, for which everything but that is written, and an
// action on another breach.
func (o *owing) breaches() {
	told := o.person("Detti", "")
	team := []string{o.add(app.CrisisForm.Type(), &app.CrisisMember{Person: told, Function: "Membro", Phone: "0372 000000"})}
	day := o.ago(6)
	b := &app.Breach{Name: "Chiavetta smarrita"}
	b.BreachReport = app.BreachReport{
		Date: day, Reporter: told, Channel: "Per telefono", Report: "Non si trova più la chiavetta con le schede dei clienti.",
		EventWhen: app.EventUnknown, Discovered: o.at(day, 9), DiscoveredBy: "Ada Detti", Natures: []string{"confidentiality"}, Aware: o.at(day, 10),
		DoneAtOnce: "Cercata dappertutto.", ReportPresent: team, Decision: app.BreachProceed,
	}
	b.BreachTeam = app.BreachTeam{
		TeamDate: day, SubjectsKnown: app.CountAbout, Subjects: form.Number(140), SubjectsShare: "I clienti con il conto", RecordsKnown: app.CountAbout, Records: form.Number(300),
		SubjectCategories: []string{"customers"}, DataTypes: []string{"identification-data"}, PersonalData: "Nomi e recapiti",
		Extent: "Una chiavetta sola.", Period: "Da allora", DataForm: "electronic", Consequences: "Furto d’identità.",
		Containment: []*app.Containment{{Action: "Ricerca", By: "Ada Detti", Due: day, Done: day}}, TeamPresent: team, IsBreach: "yes", Electronic: "yes",
	}
	for i := range b.Items {
		b.Items[i] = "1"
	}
	b.Items[0], b.RiskDate, b.RiskPresent = "3", day, team
	o.add(app.BreachForm.Type(), b)
	o.add(app.BreachForm.Type(), &app.Breach{Name: "Fax sbagliato", BreachReport: app.BreachReport{Date: o.ago(26)}, Actions: []*app.BreachAction{
		{Date: o.ago(26), Action: "Si rilegge il numero", Responsible: "Ada Detti", Due: o.ago(24)},
	}})
}
