package app

import "tutela/app/form"

// Training is a course on data protection, to be held or held: also a talk of half
// an hour on the first day (spec 3.1, Formazione; 3.3, rule 21; 5-law 6, TRN1).
type Training struct {
	form.Meta
	Title         string
	Topics        []string
	Trigger       string // TrainingHire and the others
	Planned, Held form.Date
	Minutes       form.Int
	Teacher       string
	Place         string
	Material      string

	People []*Attendance
	Files  []form.File
	Note   string
}

// Why somebody is trained.
const (
	TrainingHire   = "hire"
	TrainingDuty   = "duty"
	TrainingTool   = "tool"
	TrainingUpdate = "update"
	TrainingCopies = "copies" // whoever makes the copies
)

// Attendance is how a course went for a person.
type Attendance struct {
	Person  string
	Present string // yes, no
	Test    string // TestPassed, TestFailed, TestNone
	Signed  bool
}

// How a test at the end of a course went.
const (
	TestPassed = "passed"
	TestFailed = "failed"
	TestNone   = "none"
)

// Trained says that a person was at the course, and that it was held by a day.
// Whoever is not said to have been away was there.
func (t *Training) Trained(person string, by form.Date) bool {
	if t.Held == "" || t.Held > by {
		return false
	}
	for _, a := range t.People {
		if a.Person == person && a.Present != "no" {
			return true
		}
	}
	return false
}

func trainingTriggers() []form.Option {
	return []form.Option{
		{Value: TrainingHire, Label: "Assunzione"}, {Value: TrainingDuty, Label: "Cambio di mansione"}, {Value: TrainingTool, Label: "Strumento nuovo"},
		{Value: TrainingUpdate, Label: "Aggiornamento"}, {Value: TrainingCopies, Label: "Copie di sicurezza"},
	}
}

var attendanceForm = form.Form[Attendance]{
	Key: "attendance", One: "partecipante", Many: "Partecipanti",
	Title: func(a *Attendance) string { return a.Person },
	Named: func(a *Attendance, n form.Names) string { return n.Ref(PersonForm.Key, a.Person) },
	Sections: []form.Section[Attendance]{{Fields: []form.F[Attendance]{
		form.Ref("person", "Persona", PersonForm.Key, func(a *Attendance) *string { return &a.Person }).Need(),
		form.Choice("present", "C’era", func(a *Attendance) *string { return &a.Present }, YesNo()...).Half(),
		form.Choice("test", "Prova finale", func(a *Attendance) *string { return &a.Test },
			form.Option{Value: TestPassed, Label: "Superata"}, form.Option{Value: TestFailed, Label: "Da ripetere"}, form.Option{Value: TestNone, Label: "Non prevista"}).
			When(func(a *Attendance) bool { return a.Present != "no" }),
		form.Bool("signed", "Ha firmato il foglio presenze", func(a *Attendance) *bool { return &a.Signed }).
			When(func(a *Attendance) bool { return a.Present != "no" }),
	}}},
}

// TrainingForm describes the courses.
var TrainingForm = form.Form[Training]{
	Key: "training", One: "corso", Many: "Formazione",
	About: "I corsi sulla protezione dei dati, previsti e tenuti, e chi c’era. Vale anche mezz’ora il primo giorno di lavoro: basta scriverla qui e far firmare il foglio presenze.",
	Title: func(t *Training) string { return t.Title },
	Second: func(t *Training, _ form.Names) string {
		switch {
		case t.Held != "":
			return "tenuto il " + t.Held.String()
		case t.Planned != "":
			return "previsto per il " + t.Planned.String()
		}
		return "senza una data"
	},
	Fresh: func(t *Training) { t.Trigger = TrainingUpdate },
	Sections: []form.Section[Training]{
		{Key: "course", Title: "Il corso", Fields: []form.F[Training]{
			form.Text("title", "Titolo", func(t *Training) *string { return &t.Title }).Need().Column().Example("Dati dei clienti: che cosa fare e non fare"),
			form.Choice("trigger", "Perché si fa", func(t *Training) *string { return &t.Trigger }, trainingTriggers()...).Need().Column().
				Help("All’assunzione, quando cambia la mansione o arriva uno strumento nuovo, e ogni tanto per aggiornarsi.").Law("artt. 29 e 32(4) GDPR"),
			form.Entries("topics", "Di che cosa si parla", "training-topic", func(t *Training) *[]string { return &t.Topics }).Need().
				Help("Nel corso dell’anno ognuno dovrebbe sentirli tutti e cinque."),
			form.Text("teacher", "Chi lo tiene", func(t *Training) *string { return &t.Teacher }).Need().Half().Example("Marta Bianchi, o il consulente"),
			form.Text("place", "Dove", func(t *Training) *string { return &t.Place }).Half().Example("In negozio, a porte chiuse"),
			form.Day("planned", "Previsto per il", func(t *Training) *form.Date { return &t.Planned }).Half().
				NeedIf(func(t *Training) bool { return t.Held == "" }),
			form.Day("held", "Tenuto il", func(t *Training) *form.Date { return &t.Held }).Half().Column().
				Help("Si lascia vuoto finché non è stato tenuto."),
			form.Count("minutes", "Durata", "minuti", 5, 6000, func(t *Training) *form.Int { return &t.Minutes }).Half().Column().
				NeedIf(func(t *Training) bool { return t.Held != "" }),
		}},
		{Key: "people", Title: "Chi partecipa", Fields: []form.F[Training]{
			form.List("people", "Partecipanti", func(t *Training) *[]*Attendance { return &t.People }, attendanceForm).AddBy("person").Need().
				Help("Prima si scelgono, poi si stampa il foglio presenze; dopo il corso si scrive chi c’era."),
			form.Text("material", "Materiale consegnato", func(t *Training) *string { return &t.Material }).Example("Istruzioni alle persone autorizzate; regole della password"),
			form.Files("files", "Foglio firmato, materiale", func(t *Training) *[]form.File { return &t.Files }),
			form.Long("note", "Note", func(t *Training) *string { return &t.Note }).Lines(2),
		}},
	},
}
