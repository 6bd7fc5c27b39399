package app

import (
	"cmp"
	"strings"
	"time"

	"tutela/app/breach"
	"tutela/app/form"
)

// facts are what the path follows from, but for what is written and missing in
// each section.
func (b *Breach) facts() breach.Facts {
	f := breach.Facts{
		Annulled: b.Annulled != "", Stopping: b.StopWhy != "" || b.StopDate != "", Interrupted: b.StopDate != "",
		Proceed: answered(b.Decision, BreachProceed, BreachStop), IsBreach: answered(b.IsBreach, "yes", "no"), Answers: b.Answers(),
		Notify: answered(b.Notify, "yes", "no"), Tell: answered(b.Communicate, TellOwed, TellNot),
		DropCorrective: answered(b.DropCorrective, "yes", "no"), Corrective: answered(b.Corrective, "yes", "no"),
	}
	if b.Communicate == TellVoluntary {
		f.Tell = breach.Yes
	}
	f.NotifyReasoned = written(b.NotifyWhy) && (f.Notify == breach.No || f.Notify == breach.Unanswered && f.Asked(breach.S4) == breach.No)
	f.TellReasoned = written(b.CommunicateWhy) && f.Tell != breach.Yes
	f.Entries[breach.S4], f.Entries[breach.S5] = len(b.Notifications), len(b.Communications)
	f.Entries[breach.S7], f.Entries[breach.S8] = len(b.Actions), len(b.Correctives)
	if n := len(b.Actions); n > 0 {
		f.Treated = outcomeOf(b.Actions[n-1].Outcome)
	}
	if n := len(b.Correctives); n > 0 {
		f.Corrected = outcomeOf(b.Correctives[n-1].Outcome)
	}
	return f
}

func written(s string) bool { return strings.TrimSpace(s) != "" }

func answered(value, yes, no string) breach.Answer {
	switch value {
	case yes:
		return breach.Yes
	case no:
		return breach.No
	}
	return breach.Unanswered
}

func outcomeOf(value string) breach.Outcome {
	switch value {
	case OutcomePositive:
		return breach.Positive
	case OutcomeNegative:
		return breach.Negative
	}
	return breach.Undecided
}

// owes says that the path asks for a section.
func (b *Breach) owes(s breach.Section) bool { return b.facts().Standings()[s] == breach.Owed }

// owing is owes as the conditions of fields want it.
func owing(s breach.Section) func(*Breach) bool {
	return func(b *Breach) bool { return b.owes(s) }
}

// Facts are what the path of the breach follows from, with what is written and
// what is missing in each section.
func (b *Breach) Facts() breach.Facts {
	f := b.facts()
	r, _ := RegisterOf(registers, "breach")
	of := map[string]breach.Section{}
	for _, s := range breach.Sections() {
		for _, g := range r.Sections {
			if g.Key != s.Key() {
				continue
			}
			for _, x := range g.Fields {
				of[x.Key] = s
				f.Filled[s] = f.Filled[s] || !x.Auto && x.Kind != form.KComputed && !x.Empty(b)
			}
		}
	}
	last := map[string]string{ // a section that is a list is complete when its last entry is (decision A6); why the first notice was late counts always
		"notifications": rowKey(b.Notifications), "communications": rowKey(b.Communications), "actions": rowKey(b.Actions), "correctives": rowKey(b.Correctives),
	}
	for _, p := range r.Problems(b) {
		key, rest, _ := strings.Cut(p.Path, "/")
		row, _, _ := strings.Cut(rest, "/")
		if s := of[key]; s != 0 && p.Gravity != form.Doubt && (rest == "" || last[key] == "" || last[key] == row || strings.HasSuffix(p.Path, "/delay")) {
			f.Missing[s] = append(f.Missing[s], "«"+p.Label+"»")
		}
	}
	return f
}

func rowKey[T any](rows []*T) string {
	if len(rows) == 0 {
		return ""
	}
	return form.FormatInt(int64(len(rows) - 1))
}

// Path is where the breach stands in the procedure.
func (b *Breach) Path() breach.Path { return breach.Walk(b.Facts()) }

// ENISA are the inputs of ENISA's method; without all of them its figure is
// not known.
func (b *Breach) ENISA() (s breach.Severity) {
	number := func(value string) int {
		if value == "" {
			return -1
		}
		return int(value[0] - '0')
	}
	s = breach.Severity{
		Context: number(b.DataContextValue), Identification: number(b.Identification),
		Secrecy: number(b.LostSecrecy), Integrity: number(b.LostIntegrity), Availability: number(b.LostData), Malice: b.Malice == "yes",
	}
	if b.DataContext == "" || b.Malice == "" {
		s.Context = -1
	}
	return s
}

// Clock is how the 72 hours of the breach stand at a moment.
func (b *Breach) Clock(now time.Time) breach.Clock { return breach.ClockAt(b.Aware, b.stop(), now) }

// stop is what stopped the clock: the first notification that was sent, or a
// written decision not to notify (decision A3).
func (b *Breach) stop() breach.Stop {
	if first := b.FirstNotice(); !first.IsZero() {
		return breach.Stop{By: breach.ByNotice, At: first}
	}
	f := b.facts()
	switch {
	case b.Annulled != "":
		return dayStop(breach.ByAnnulment, b.Annulled)
	case b.Notify == "no" && f.NotifyReasoned && !b.NotifyDecided.IsZero():
		return breach.Stop{By: breach.ByDecision, At: b.NotifyDecided}
	case f.Notify == breach.Unanswered && f.NotifyReasoned && b.owes(breach.S3) && b.RiskDate != "":
		return dayStop(breach.ByDecision, b.RiskDate)
	case b.owes(breach.S6) && b.DropDate != "" && written(b.DropWhy):
		return dayStop(breach.ByDropping, b.DropDate)
	}
	return breach.Stop{}
}

func dayStop(by breach.StoppedBy, day form.Date) breach.Stop {
	t := day.Time()
	return breach.Stop{By: by, At: form.MomentOf(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, form.Rome)), DayOnly: true}
}

// FirstNotice is when the authority was first notified; the zero moment where it
// was not.
func (b *Breach) FirstNotice() (first form.Moment) {
	for _, n := range b.Notifications {
		if !n.Sent.IsZero() && (first.IsZero() || n.Sent.Before(first.Time)) {
			first = n.Sent
		}
	}
	return first
}

// Close ends the breach, or says why it cannot be.
func (b *Breach) Close(day form.Date) error {
	if b.Closed != "" {
		return &Refusal{What: "La violazione è già chiusa dal " + b.Closed.String() + "."}
	}
	if p := b.Path(); !p.CanClose() {
		return &Refusal{What: "La violazione non si può ancora chiudere. " + p.Reasons[0].Text}
	}
	b.Closed = day
	return nil
}

// Reopen takes a closed breach up again, by whom and why.
func (b *Breach) Reopen(day form.Date, who, reason string) error {
	switch {
	case b.Closed == "":
		return &Refusal{What: "La violazione non è chiusa: non c’è niente da riaprire."}
	case !written(reason):
		return &Refusal{What: "Per riaprire una violazione serve il motivo.", Do: "Scrivetelo: resta nella sua storia."}
	}
	b.Reopenings = append(b.Reopenings, &Reopening{Closed: b.Closed, Date: day, Who: who, Reason: reason})
	b.Closed = ""
	return nil
}

// Standing is how the breach stands, in a word or two: what lists show.
func (b *Breach) Standing() string {
	dropped := ""
	if b.facts().Standings()[breach.S6] == breach.Owed {
		dropped = "non procedere"
	}
	switch {
	case b.Annulled != "":
		return "annullata"
	case b.Closed != "":
		return cmp.Or(dropped, "chiusa")
	case b.StopDate != "":
		return "analisi interrotta"
	}
	return "in corso"
}
