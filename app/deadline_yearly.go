package app

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tutela/app/form"
)

// yearlyDeadlines are what is looked at again once a year, the permissions apart
// (rules 9 and 29; decision A15).
func yearlyDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "credential-review", Register: CredentialForm.Key, Verb: "Rivedi", Law: "art. 32(1)(d) GDPR", House: 9,
			Why: "Regola 9: ogni anno si guarda se ogni credenziale serve ancora, e se ne scrive l’ultimo uso o la si disattiva.",
			find: func(o *Outlook, add func(Deadline)) {
				// The term depends on the year alone: those of the first year are told of.
				var first form.Date
				uid, n := "", 0
				for _, c := range o.credentials() {
					seen := c.lastSeen()
					switch {
					case seen == "" || first != "" && seen[:4] > first[:4] || c.unused(o.today):
						continue
					case first == "" || seen[:4] < first[:4]:
						first, uid, n = seen, c.UID(), 0
					}
					n++
				}
				if n > 0 {
					add(Deadline{What: fmt.Sprintf("Credenziali da controllare: %d", n), Who: o.keeper(RoleSecurity), Due: o.house.PermissionReviewDue(first), UID: uid, Path: "last_use"})
				}
			},
		},
		{
			Key: "sysadmin-check", Register: PersonForm.Key, Writes: SysadminCheckForm.Key, Verb: "Registra", Law: "Garante 27/11/2008", House: 29,
			Why: "Regola 29: ogni anno si verifica che cosa ha fatto chi amministra i sistemi.",
			find: func(o *Outlook, add func(Deadline)) {
				told := map[string]bool{}
				for _, a := range o.holders[RoleSysadmin] {
					if due := SysadminCheckDue(o.d, a); due != "" && !told[a.Person] && o.left(a.Person) == nil {
						told[a.Person] = true
						add(Deadline{What: fmt.Sprintf("Amministratore di sistema da verificare: %s", a.Holder(o.d)), Who: o.keeper(""), Due: due, UID: a.Person, New: map[string]any{"person": a.Person}})
					}
				}
			},
		},
		{
			Key: "erasure-check", Register: TreatmentForm.Key, Writes: ErasureForm.Key, Verb: "Registra", Law: "art. 5(1)(e) GDPR",
			Why: "Ogni anno si guarda quali dati hanno finito il loro tempo, e si cancellano.",
			find: func(o *Outlook, add func(Deadline)) {
				last := map[string]form.Date{}
				for _, e := range All(o.d, ErasureForm) {
					last[e.Treatment] = max(last[e.Treatment], e.On)
				}
				for _, t := range GoingOn(o.d) {
					if due := t.erasureDue(last[t.UID()]); due != "" {
						add(Deadline{What: fmt.Sprintf("Dati da cancellare, verifica dell’anno: «%s»", t.Title), Who: o.keeper(RoleTreatment), Due: due, UID: t.UID(), Path: "retention", New: map[string]any{"treatment": t.UID()}})
					}
				}
			},
		},
	}
}

// lastSeen is the last day on which somebody had to do with a credential: changed its
// password, noted its use or corrected its record (decision A23). "" where there is
// nothing to check: it was not given yet, or is disabled.
func (c *Credential) lastSeen() form.Date {
	if c.Disabled != "" || c.given() == "" {
		return ""
	}
	seen := max(c.given(), c.FirstChange, c.LastChange, c.LastUse)
	if !c.Head().Updated.IsZero() {
		seen = max(seen, form.DateOf(c.Head().Updated))
	}
	return seen
}

// trainingDeadlines are those of courses (rules 15 and 21).
func trainingDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "training-plan", Register: TrainingPlanForm.Key, Writes: TrainingPlanForm.Key, Verb: "Registra", Law: "artt. 29 e 32(4) GDPR", House: 15,
			Why: "Regola 15: il piano di formazione si fa ogni anno.",
			find: func(o *Outlook, add func(Deadline)) {
				last, lastUID, begun := 0, "", map[int]string{}
				for _, p := range All(o.d, TrainingPlanForm) {
					switch year := p.year(); {
					case year == 0 || year > o.today.Time().Year()+1: // a plan made far ahead is a slip
					case p.Made == "" || p.Made > o.today:
						begun[year] = p.UID()
					case year > last:
						last, lastUID = year, p.UID()
					}
				}
				if last == 0 {
					return
				}
				year := max(last+1, o.today.Time().Year()) // one that was missed is not made afterwards
				x := Deadline{What: fmt.Sprintf("Piano di formazione del %d da fare", year), Who: o.keeper(RoleSecurity), Due: o.house.TrainingPlanDue(year), UID: begun[year], Path: "made"}
				if x.UID == "" {
					x.UID, x.Path, x.New = lastUID, "year", map[string]any{"year": strconv.Itoa(year)}
				}
				add(x)
			},
		},
		{
			Key: "training-copies", Register: TrainingPlanForm.Key, Verb: "Registra", Law: "art. 32(4) GDPR", House: 21,
			Why: "Regola 21: nel piano di ogni anno c’è anche chi fa le copie.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, p := range All(o.d, TrainingPlanForm) {
					if p.Made == "" || !p.Of(o.today.Time().Year()) {
						continue
					}
					for _, uid := range p.CopyMakersLacking(o.d, o.today) {
						if o.left(uid) == nil {
							add(Deadline{What: fmt.Sprintf("Nel piano di formazione manca chi fa le copie: %s", o.person(uid)), Who: o.keeper(RoleSecurity), Due: o.house.CopyMakersDue(p.year()), UID: p.UID(), Path: "needs"})
						}
					}
				}
			},
		},
		{
			Key: "training-owed", Register: PersonForm.Key, Writes: TrainingForm.Key, Verb: "Registra", Law: "artt. 29 e 32(4) GDPR", House: 21,
			Why:  "Regola 21: ci si forma all’assunzione, al cambio di mansione e con strumenti nuovi.",
			find: trainingsOwed,
		},
		{
			Key: "training-course", Register: TrainingForm.Key, Verb: "Registra", Law: "art. 32(4) GDPR",
			Why: "Un corso previsto si tiene il suo giorno, e si scrive chi c’era.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, t := range All(o.d, TrainingForm) {
					if t.Held == "" && t.Planned != "" {
						add(Deadline{What: fmt.Sprintf("Corso da tenere: «%s»", t.Title), Who: cmp.Or(t.Teacher, o.keeper(RoleSecurity)), Due: t.Planned, UID: t.UID(), Path: "held"})
					}
				}
			},
		},
		{
			Key: "training-need", Register: TrainingPlanForm.Key, Verb: "Registra", Law: "art. 32(4) GDPR",
			Why: "Ciò che il piano di formazione prevede per una persona si fa entro la sua data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, p := range All(o.d, TrainingPlanForm) {
					for i, x := range p.Needs {
						if x.Due == "" || o.left(x.Person) != nil || x.Met(o.d, o.today) || x.Awaits(o.d) {
							continue
						}
						path := "course" // which it was
						if x.Course != "" {
							path = "due" // until when it is put off
						}
						add(Deadline{What: fmt.Sprintf("Formazione prevista dal piano: %s", o.person(x.Person)), Who: o.keeper(RoleSecurity), Due: x.Due, UID: p.UID(), Path: fmt.Sprintf("needs/%d/%s", i, path)})
					}
				}
			},
		},
	}
}

// trainingsOwed goes through the credentials once, whoever they are of.
func trainingsOwed(o *Outlook, add func(Deadline)) {
	credentials := map[string][]*Credential{}
	for _, c := range All(o.d, CredentialForm) {
		credentials[c.Person] = append(credentials[c.Person], c)
	}
	courses := All(o.d, TrainingForm)
	for _, p := range All(o.d, PersonForm) {
		if !p.Trains(o.today) {
			continue
		}
		if e := TrainingOwed(p, credentials[p.UID()], courses, o.today); e != nil {
			add(Deadline{What: fmt.Sprintf("Formazione da fare: %s", o.person(p.UID())), Who: o.keeper(RoleSecurity), Due: e.Due(), UID: p.UID(), New: map[string]any{"trigger": e.Trigger, "people": []string{p.UID()}}})
		}
	}
}

// CopyMakersLacking are the people who make copies on a day and for whom the plan
// says nothing, not even that they need nothing (rule 21).
func (p *TrainingPlan) CopyMakersLacking(r Records, day form.Date) []string {
	var out []string
	for _, a := range Appointments(r, RoleBackup, day) {
		planned := slices.ContainsFunc(p.Needs, func(x *TrainingNeed) bool { return x.Person == a.Person })
		if a.Person != "" && !planned && !slices.Contains(out, a.Person) {
			out = append(out, a.Person)
		}
	}
	return out
}

// CopyMakersDue is the last day of a year on which the need of who makes the copies
// is weighed in time (rule 21).
func (h House) CopyMakersDue(year int) form.Date { return dayIn(h.value(21, UnitDay), year) }
