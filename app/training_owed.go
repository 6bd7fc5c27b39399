package app

import "tutela/app/form"

// TrainingDays is how long after a hire, a change of duty or a new tool somebody
// can wait for training: a measure of the program, not law, which says only that
// nobody works with data without instructions (artt. 29 and 32(4) GDPR).
const TrainingDays = 30

// TrainingEvent is something after which a person is trained.
type TrainingEvent struct {
	Trigger string // TrainingHire, TrainingDuty, TrainingTool
	On      form.Date
	What    string // slug of the new duty, UID of the system; "" for a hire
}

// Due is the last day on which the training is in time.
func (e TrainingEvent) Due() form.Date { return e.On.AddDays(TrainingDays) }

// TrainingOwed gives the event of the year before a day, the last where there are
// some, after which a person was not trained; nil where there is none. Training of
// up to TrainingDays before the event answers for it too, and what lies farther
// back is the yearly plan's. With credentials of the person, a system that they
// open for the first time is a new tool.
func TrainingOwed(p *Person, credentials []*Credential, courses []*Training, day form.Date) *TrainingEvent {
	var last *TrainingEvent
	for _, e := range trainingEvents(p, credentials) {
		if e.On <= day && e.On >= day.AddMonths(-12) && (last == nil || e.On > last.On) {
			last = &e
		}
	}
	if last == nil {
		return nil
	}
	for _, t := range courses {
		if t.Held >= last.On.AddDays(-TrainingDays) && t.Trained(p.UID(), day) {
			return nil
		}
	}
	return last
}

// Trains says that the training of a person is the office's to see to on a day: of
// who works here, does not sign for the controller and has no other employer.
func (p *Person) Trains(day form.Date) bool {
	return !p.Left(day) && !p.Represents() && p.Kind != "external"
}

// trainingEvents are all that happened to a person, the hire first: what comes on
// the same day is part of it.
func trainingEvents(p *Person, credentials []*Credential) []TrainingEvent {
	var out []TrainingEvent
	if p.Start != "" {
		out = append(out, TrainingEvent{Trigger: TrainingHire, On: p.Start})
	}
	for _, d := range p.Duties {
		if d.From > p.Start && d.Duty != "" {
			out = append(out, TrainingEvent{TrainingDuty, d.From, d.Duty})
		}
	}
	first := map[string]form.Date{}
	for _, c := range credentials {
		if on, known := first[c.System]; c.System != "" && c.Issued != "" && (!known || c.Issued < on) {
			first[c.System] = c.Issued
		}
	}
	for _, c := range credentials {
		if c.Issued != "" && c.Issued == first[c.System] && c.Issued > p.Start.AddDays(TrainingDays) {
			out = append(out, TrainingEvent{TrainingTool, c.Issued, c.System})
		}
	}
	return out
}
