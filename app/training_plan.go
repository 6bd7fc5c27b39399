package app

import (
	"strconv"

	"tutela/app/form"
)

// TrainingPlan is the plan of a year: for each person what is known, what is new,
// what is needed (spec 3.3, rules 15 and 21; 6-details, 23).
type TrainingPlan struct {
	form.Meta
	Year   string // four digits
	Made   form.Date
	MadeBy string // person
	Goals  string
	Needs  []*TrainingNeed
	Files  []form.File
}

// TrainingNeed is what a person needs, and which course gives it.
type TrainingNeed struct {
	Person                            string
	Experience, Knowledge, Technology string
	Need, Trigger                     string
	Due                               form.Date
	Course                            string // training
}

// TrainingPlanDue is the last day on which the plan of a year is made in time
// (spec 3.3, rule 15).
func (h House) TrainingPlanDue(year int) form.Date { return dayIn(h.value(15, UnitDay), year) }

// Of says that the plan is that of a year.
func (p *TrainingPlan) Of(year int) bool { return p.Year == strconv.Itoa(year) }

// year is the plan's; 0 where none is written yet.
func (p *TrainingPlan) year() int {
	year, _ := strconv.Atoi(p.Year)
	return year
}

// Finder gives the record of a register that has a UID, or nil.
type Finder interface {
	Record(register, uid string) any
}

// Met says that the person was at the course that gives what is needed, by a day.
func (x *TrainingNeed) Met(r Finder, day form.Date) bool {
	t, ok := r.Record(TrainingForm.Key, x.Course).(*Training)
	return ok && t.Trained(x.Person, day)
}

// Awaits says that the course has a day of its own, and was not held yet.
func (x *TrainingNeed) Awaits(r Finder) bool {
	t, ok := r.Record(TrainingForm.Key, x.Course).(*Training)
	return ok && t.Held == "" && t.Planned != "" && t.Planned <= x.Due
}

func wrongYear(p *TrainingPlan) string {
	if n, err := strconv.Atoi(p.Year); err != nil || n < 2000 || n > 2199 {
		return "L’anno va scritto con quattro cifre, per esempio 2026."
	}
	return ""
}

var trainingNeedForm = form.Form[TrainingNeed]{
	Key: "training_need", One: "bisogno", Many: "Che cosa serve a ciascuno",
	Title: func(x *TrainingNeed) string { return x.Person },
	Named: func(x *TrainingNeed, n form.Names) string { return n.Ref(PersonForm.Key, x.Person) },
	Sections: []form.Section[TrainingNeed]{{Fields: []form.F[TrainingNeed]{
		form.Ref("person", "Persona", PersonForm.Key, func(x *TrainingNeed) *string { return &x.Person }).Need(),
		form.Text("experience", "Esperienza", func(x *TrainingNeed) *string { return &x.Experience }).Half().Example("In negozio dal 2021"),
		form.Text("knowledge", "Che cosa sa già", func(x *TrainingNeed) *string { return &x.Knowledge }).Half().Example("Ha seguito il corso dell’anno scorso"),
		form.Text("technology", "Strumenti nuovi", func(x *TrainingNeed) *string { return &x.Technology }).Half().Example("Il nuovo programma di cassa"),
		form.Choice("trigger", "Perché", func(x *TrainingNeed) *string { return &x.Trigger }, trainingTriggers()...).Half().
			Help("Chi fa le copie ha ogni anno la sua riga."),
		form.Text("need", "Che cosa serve", func(x *TrainingNeed) *string { return &x.Need }).Need().Example("Riconoscere i messaggi truffa; niente, se non serve niente"),
		form.Ref("course", "Con quale corso", TrainingForm.Key, func(x *TrainingNeed) *string { return &x.Course }).Half(),
		form.Day("due", "Entro il", func(x *TrainingNeed) *form.Date { return &x.Due }).Half().
			Help("Vuota, se quest’anno non serve un corso."),
	}}},
}

// TrainingPlanForm describes the yearly plans.
var TrainingPlanForm = form.Form[TrainingPlan]{
	Key: "training_plan", One: "piano di formazione", Many: "Piani di formazione",
	About: "Ogni anno si guarda persona per persona che cosa serve sapere e con quale corso. Bastano poche righe: un piano per anno.",
	Title: func(p *TrainingPlan) string {
		if p.Year == "" {
			return ""
		}
		return "Piano " + p.Year
	},
	Second: func(p *TrainingPlan, _ form.Names) string {
		if p.Made == "" {
			return "da fare"
		}
		return "fatto il " + p.Made.String()
	},
	Sections: []form.Section[TrainingPlan]{
		{Key: "plan", Title: "Il piano", Fields: []form.F[TrainingPlan]{
			form.Text("year", "Anno", func(p *TrainingPlan) *string { return &p.Year }).Need().Half().Column().Example("2026").Check(wrongYear),
			form.Day("made", "Fatto il", func(p *TrainingPlan) *form.Date { return &p.Made }).Need().Half().Column().
				Help("Entro il giorno che dicono le regole della casa."),
			form.Ref("made_by", "Da chi", PersonForm.Key, func(p *TrainingPlan) *string { return &p.MadeBy }).Need().Half().Column().
				Help("Il designato alla sicurezza; se non c’è, il titolare."),
			form.Long("goals", "Che cosa si vuole ottenere", func(p *TrainingPlan) *string { return &p.Goals }).Lines(2).
				Example("Che tutti sappiano riconoscere un messaggio truffa, e a chi dirlo"),
		}},
		{Key: "needs", Title: "Che cosa serve a ciascuno", Short: "I bisogni", Fields: []form.F[TrainingPlan]{
			form.List("needs", "Persona per persona", func(p *TrainingPlan) *[]*TrainingNeed { return &p.Needs }, trainingNeedForm).AddBy("person").Need().
				Help("Una riga per ogni persona, anche quando non serve niente: si vede che ci avete pensato.").Law("art. 32(4) GDPR"),
			form.Files("files", "Piano firmato", func(p *TrainingPlan) *[]form.File { return &p.Files }),
		}},
	},
}
