package app

import "tutela/app/form"

// training fills the courses of the example and the plan of its year.
func (s *sampler) training() {
	there := func(list ...*Person) (out []*Attendance) {
		for _, p := range list {
			out = append(out, &Attendance{Person: p.UID(), Present: "yes", Test: TestNone, Signed: true})
		}
		return out
	}
	course := func(t *Training) *Training {
		s.add(TrainingForm.Type(), t)
		return t
	}
	everybody := there(s.marta, s.elena, s.niccolo, s.davide)
	everybody[2].Test, everybody[3].Test = TestPassed, TestPassed
	rules := course(&Training{Title: "I dati in negozio: le regole di tutti i giorni", Trigger: TrainingUpdate, Topics: []string{"risks", "measures", "law", "duties", "updates"},
		Planned: "2026-03-18", Held: "2026-03-18", Minutes: form.Number(90), Teacher: "Luca Bianchi", Place: "In negozio, dopo la chiusura",
		People:   everybody,
		Material: "Istruzioni alle persone autorizzate; regole della password"})
	copies := course(&Training{Title: "Fare le copie, controllarle, ripristinare", Trigger: TrainingCopies, Topics: []string{"measures", "duties"},
		Planned: "2026-02-25", Held: "2026-02-25", Minutes: form.Number(45), Teacher: "Luca Bianchi", Place: "In magazzino, accanto al NAS",
		People: there(s.davide, s.elena), Material: "Istruzioni di copia e ripristino"})
	fraud := course(&Training{Title: "Messaggi truffa: riconoscerli e dirlo subito", Trigger: TrainingUpdate, Topics: []string{"risks", "measures"},
		Planned: "2026-12-10", Teacher: "Marta Bianchi", Place: "In amministrazione",
		People: []*Attendance{{Person: s.elena.UID()}, {Person: s.niccolo.UID()}, {Person: s.davide.UID()}}})
	s.add(TrainingPlanForm.Type(), &TrainingPlan{Year: "2026", Made: "2026-02-16", MadeBy: s.luca.UID(),
		Goals: "Che tutti conoscano le regole di tutti i giorni e sappiano a chi dire che qualcosa non va.",
		Needs: []*TrainingNeed{
			{Person: s.marta.UID(), Experience: "Titolare dal 1998", Knowledge: "Segue gli aggiornamenti dell’associazione", Need: "Le novità dell’anno", Trigger: TrainingUpdate, Course: rules.UID(), Due: "2026-06-30"},
			{Person: s.luca.UID(), Experience: "Cura i computer del negozio", Knowledge: "Corso dell’associazione del 2024", Need: "Niente per quest’anno"},
			{Person: s.elena.UID(), Experience: "In amministrazione dal 2014", Knowledge: "Regole e copie", Technology: "Fatture ricevute per e-mail", Need: "Riconoscere gli allegati pericolosi", Trigger: TrainingUpdate, Course: fraud.UID(), Due: "2026-12-31"},
			{Person: s.niccolo.UID(), Experience: "In negozio dal 2021", Knowledge: "Istruzioni della lettera", Technology: "Servizio delle newsletter", Need: "Che cosa si può scrivere agli iscritti", Trigger: TrainingTool, Course: rules.UID(), Due: "2026-06-30"},
			{Person: s.davide.UID(), Experience: "Fa le copie dal 2024", Knowledge: "Copia e controllo", Technology: "Disco da usare a turno", Need: "Provare un ripristino da solo", Trigger: TrainingCopies, Course: copies.UID(), Due: "2026-03-31"},
		}})
}
