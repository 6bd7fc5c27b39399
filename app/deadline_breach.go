package app

import (
	"cmp"
	"fmt"

	"tutela/app/breach"
	"tutela/app/form"
)

func breachDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "breach-clock", Register: BreachForm.Key, Verb: "Notifica", Law: breach.TermLaw,
			Why: "Entro 72 ore si notifica al Garante, o si scrive perché no.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, b := range All(o.d, BreachForm) {
					c := b.Clock(o.d.Now)
					if b.Closed == "" && c.Counting() {
						add(Deadline{What: fmt.Sprintf("Violazione %s: notificare o decidere", cmp.Or(b.Number, b.Name)), Who: o.keeper(""), At: c.Deadline, UID: b.UID(), Path: "notifications"})
					}
				}
			},
		},
		{
			Key: "breach-action", Register: BreachForm.Key, Verb: "Registra", Law: "art. 33(3)(d) GDPR",
			Why: "Le azioni decise per una violazione si fanno entro la loro data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, b := range All(o.d, BreachForm) {
					if b.Closed == "" && b.Annulled == "" {
						breachActions(o, b, add)
					}
				}
			},
		},
	}
}

func breachActions(o *Outlook, b *Breach, add func(Deadline)) {
	owed := func(action, who, path string, i int, due form.Date) {
		add(Deadline{What: fmt.Sprintf("Violazione %s: %s", cmp.Or(b.Number, b.Name), action), Who: who, Due: due, UID: b.UID(), Path: fmt.Sprintf("%s/%d/done", path, i)})
	}
	for i, c := range b.Containment {
		if c.Due != "" && c.Done == "" {
			owed(c.Action, c.By, "containment", i, c.Due)
		}
	}
	for i, a := range b.Actions {
		if a.open() {
			owed(a.Action, a.Responsible, "actions", i, a.Due)
		}
	}
	for i, a := range b.Correctives {
		if a.open() {
			owed(a.Action, a.Responsible, "correctives", i, a.Due)
		}
	}
}

// open says that the action has a date and was neither done nor judged.
func (a *BreachAction) open() bool { return a.Due != "" && a.Done == "" && a.Outcome == "" }
