package check

import (
	"fmt"
	"slices"

	"tutela/app"
)

// trainingRules are those of the courses and of the yearly plan (spec 3.3, rules 15
// and 21; 5-law 6, TRN1). The law asks for instructions (artt. 29 and 32(4) GDPR);
// when they are given is the office's own rule.
func trainingRules() []*Rule {
	key := app.TrainingPlanForm.Key
	return []*Rule{
		rule(Rule{
			Key: "training-owed", Register: app.PersonForm.Key, Field: "start", Law: "artt. 29 e 32(4) GDPR", House: 21,
			About:   fmt.Sprintf("Chi è assunto, cambia mansione o comincia a usare uno strumento nuovo è formato entro %d giorni.", app.TrainingDays),
			Example: "Una persona assunta due mesi fa che non ha partecipato a nessun corso.",
		}, trainingOwed),
		when(Rule{
			Key: "training-plan-missing", Register: app.OfficeForm.Key, Field: "employees", Law: "art. 32(4) GDPR", House: 15,
			About:   "Il piano di formazione dell’anno si fa entro il giorno che dicono le regole della casa.",
			Example: "È aprile, nell’ufficio lavorano tre persone e il piano dell’anno non c’è.",
		}, "Il piano di formazione di quest’anno non c’è, e il suo termine è passato: fatelo fra i piani di formazione, una riga per persona.", planMissing),
		rule(Rule{
			Key: "training-plan-copies", Register: key, Field: "needs", Law: "art. 32(4) GDPR", House: 21,
			About:   "Nel piano dell’anno c’è anche chi fa le copie di sicurezza.",
			Example: "Un piano senza una riga per l’addetto alle copie.",
		}, copiesNotPlanned),
		rule(Rule{
			Key: "training-need-open", Register: key, Field: "needs", Law: "art. 32(4) GDPR",
			About:   "Ciò che il piano prevede si fa entro la sua data.",
			Example: "Un bisogno da soddisfare entro ieri, e nessun corso tenuto.",
		}, func(w World, p *app.TrainingPlan) []hit {
			var out []hit
			for i, x := range p.Needs {
				if x.Due == "" || x.Due >= w.Today() || left(w, x.Person) {
					continue
				}
				if x.Met(w, w.Today()) {
					continue
				}
				out = append(out, hit{fmt.Sprintf("needs/%d/due", i), fmt.Sprintf("%s doveva seguire il corso entro il %s, e non risulta: tenetelo e segnate chi c’era, o spostate la data.", w.Ref(app.PersonForm.Key, x.Person), x.Due)})
			}
			return out
		}),
		when(Rule{
			Key: "training-not-held", Register: app.TrainingForm.Key, Field: "held", Law: "art. 32(4) GDPR",
			About:   "Un corso previsto si tiene il suo giorno.",
			Example: "Un corso previsto per ieri e non ancora tenuto.",
		}, "Il giorno previsto è passato: scrivete quando è stato tenuto e chi c’era, o spostate la data.",
			func(w World, t *app.Training) bool {
				return t.Held == "" && t.Planned != "" && t.Planned < w.Today()
			}),
	}
}

func trainingOwed(w World, p *app.Person) []hit {
	if !p.Trains(w.Today()) {
		return nil
	}
	// Of many people few began something in the last year: the registers are gone
	// through for these alone.
	recent := w.Today().AddMonths(-12)
	var credentials []*app.Credential
	for _, rec := range w.Records(app.CredentialForm.Key) {
		if c := rec.(*app.Credential); c.Person == p.UID() && c.Person != "" {
			credentials = append(credentials, c)
		}
	}
	began := p.Start >= recent || slices.ContainsFunc(p.Duties, func(d *app.Duty) bool { return d.From >= recent }) ||
		slices.ContainsFunc(credentials, func(c *app.Credential) bool { return c.Issued >= recent })
	if !began {
		return nil
	}
	var courses []*app.Training
	for _, rec := range w.Records(app.TrainingForm.Key) {
		courses = append(courses, rec.(*app.Training))
	}
	e := app.TrainingOwed(p, credentials, courses, w.Today())
	if e == nil || e.Due() >= w.Today() {
		return nil
	}
	const ask = "non risulta nessun corso. Bastano anche poche parole e le istruzioni in mano: fatelo, e segnatelo in «Formazione»."
	switch e.Trigger {
	case app.TrainingDuty:
		return []hit{{"duties", fmt.Sprintf("Dal %s ha una mansione nuova (%s) e %s", e.On, w.Entry("duty", e.What), ask)}}
	case app.TrainingTool:
		return []hit{{"duties", fmt.Sprintf("Dal %s lavora con «%s», che prima non usava, e %s", e.On, w.Ref(app.SystemForm.Key, e.What), ask)}}
	}
	return []hit{{"start", fmt.Sprintf("Lavora nell’ufficio dal %s e %s", e.On, ask)}}
}

// planMissing says that the plan of this year is late. As for letters, it is asked
// once the office keeps appointments, or plans.
func planMissing(w World, _ *app.Office) bool {
	year := w.Today().Time().Year()
	due := app.HouseOf(w).TrainingPlanDue(year)
	if w.Today() <= due || !keepsAppointments(w) && len(w.Records(app.TrainingPlanForm.Key)) == 0 {
		return false
	}
	for _, rec := range w.Records(app.TrainingPlanForm.Key) {
		if p := rec.(*app.TrainingPlan); p.Of(year) && p.Made != "" && p.Made <= w.Today() {
			return false
		}
	}
	return slices.ContainsFunc(w.Records(app.PersonForm.Key), func(rec any) bool {
		p := rec.(*app.Person)
		return p.Start <= due && p.Trains(w.Today())
	})
}

func copiesNotPlanned(w World, p *app.TrainingPlan) []hit {
	if !p.Of(w.Today().Time().Year()) {
		return nil
	}
	var names []string
	for _, uid := range p.CopyMakersLacking(w, w.Today()) {
		if !left(w, uid) {
			names = append(names, w.Ref(app.PersonForm.Key, uid))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []hit{{text: fmt.Sprintf("Manca chi fa le copie: %s. Aggiungete una riga, anche per scrivere che non serve niente.", someOf(names))}}
}
