package app

import (
	"slices"
	"strings"
	"time"

	"tutela/app/form"
)

// AuthorityAnswer is a question of the authority's form with what the registers
// answer.
type AuthorityAnswer struct {
	Section AuthoritySection
	AuthorityField
	Text   []string // paragraphs; the labels of the ticked boxes where it has some
	Ticked []bool   // a place for each choice
	// Missing says that the answer must be there and is not; Later that it may
	// follow a preliminary notification (art. 33(4) GDPR).
	Missing, Later bool
}

// Line is the answer as it is kept once it was sent.
func (a AuthorityAnswer) Line() string { return strings.Join(a.Text, "\n") }

// AuthorityAnswers gives the questions that are asked of a breach, in the order of
// the form, each with its answer. n is the notification that is sent: one of the
// breach's, or one still to be written (see NextNotification).
func AuthorityAnswers(r Reader, b *Breach, n *Notification, now time.Time) []AuthorityAnswer {
	f, err := TheAuthorityForm()
	if err != nil {
		return nil // a broken file of the program: the tests keep it out
	}
	x := &asked{Reader: r, office: officeOf(r), b: b, n: n, now: now}
	var out []AuthorityAnswer
	for _, s := range f.Sections {
		for _, q := range s.Fields {
			if q.When == "" || authorityConditions[q.When](x) {
				a := x.answer(q)
				a.Section = s
				out = append(out, a)
			}
		}
	}
	return out
}

// asked is what the questions are answered from.
type asked struct {
	Reader
	office *Office
	b      *Breach
	n      *Notification
	now    time.Time
}

func (x *asked) answer(q AuthorityField) AuthorityAnswer {
	a := AuthorityAnswer{AuthorityField: q, Ticked: make([]bool, len(q.Choices))}
	values, words := x.first(q.From)
	if len(q.Choices) == 0 {
		a.Text = words
	} else {
		a.tick(values)
	}
	a.Missing = q.Needed != "" && len(a.Text) == 0
	a.Later = q.Needed == NeededComplete
	return a
}

// tick marks the boxes of values; what no box is of goes to the one that takes
// the rest.
func (a *AuthorityAnswer) tick(values []string) {
	for _, v := range values {
		taken := false
		for i, c := range a.Choices {
			if slices.Contains(c.Of, v) {
				a.Ticked[i], taken = true, true
			}
		}
		if i := slices.IndexFunc(a.Choices, func(c AuthorityChoice) bool { return c.Rest }); i >= 0 && !taken {
			a.Ticked[i] = true
		}
	}
	for i, on := range a.Ticked {
		if on {
			a.Text = append(a.Text, a.Choices[i].Label)
		}
	}
}

// first gives the values of the first source that has some, and their words.
func (x *asked) first(from []string) (values, words []string) {
	for _, f := range from {
		where, name, _ := strings.Cut(f, ".")
		if where == "notice" {
			values = slices.DeleteFunc(authoritySources[name](x), func(s string) bool { return s == "" })
			words = values
		} else {
			field := authorityTypes()[where].Field(name)
			rec := map[string]any{"office": x.office, "breach": x.b, "notification": x.n}[where]
			values, words = valuesOf(field, rec), field.Words(rec, x)
		}
		if len(values) > 0 {
			return values, words
		}
	}
	return nil, nil
}

// valuesOf gives what a field holds as text, as choices name it.
func valuesOf(f *form.Field, rec any) []string {
	switch v := f.Value(rec).(type) {
	case nil:
		return nil
	case string:
		return []string{v}
	case []string:
		return v
	}
	return []string{"set"} // a date or a number: only its words count
}

// NextNotification is the one that the answers are for: the one that is written
// and not sent; else, after one was sent, what changed is sent as a supplement;
// else the first, preliminary as long as something may still follow. It says
// whether the breach holds it already.
func NextNotification(r Reader, b *Breach, now time.Time) (n *Notification, written bool) {
	for _, n := range slices.Backward(b.Notifications) {
		if n.Sent.IsZero() {
			return n, true
		}
	}
	if last := LastSent(b); last != nil {
		next := &Notification{Phase: PhaseSupplementary, Authority: last.Authority, CaseNumber: last.CaseNumber}
		if len(last.Answers) > 0 && len(ChangedAnswers(AuthorityAnswers(r, b, last, now), last)) == 0 {
			return last, true
		}
		return next, false
	}
	next := &Notification{Phase: PhaseComplete, Authority: Garante}
	for _, a := range AuthorityAnswers(r, b, next, now) {
		if a.Missing && a.Later {
			next.Phase = PhasePreliminary
		}
	}
	return next, false
}

// LastSent is the notification that was sent last; nil where none was.
func LastSent(b *Breach) (last *Notification) {
	for _, n := range b.Notifications {
		if !n.Sent.IsZero() && (last == nil || !n.Sent.Before(last.Sent.Time)) {
			last = n
		}
	}
	return last
}

// ChangedAnswers gives the keys of the questions whose answer is no longer the one
// that was sent. Those about the notification itself do not count.
func ChangedAnswers(list []AuthorityAnswer, sent *Notification) (keys []string) {
	for _, a := range list {
		if was, known := sent.Answer(a.Key); a.Section.Letter != "" && was != a.Line() && (known || len(a.Text) > 0) {
			keys = append(keys, a.Key)
		}
	}
	return keys
}

// Answer is what was sent to a question.
func (n *Notification) Answer(key string) (text string, known bool) {
	for _, a := range n.Answers {
		if a.Key == key {
			return a.Text, true
		}
	}
	return "", false
}

// Unfrozen says that a notification was sent whose answers are not kept yet, or was
// not sent after all and holds some.
func (b *Breach) Unfrozen() bool {
	return slices.ContainsFunc(b.Notifications, func(n *Notification) bool { return n.Sent.IsZero() == (len(n.Answers) > 0) })
}

// FreezeNotifications keeps the answers of each notification that was just sent,
// as they are now, and drops those of one that was not sent after all (decision
// A11). What was kept stays, whatever changes in the registers.
func FreezeNotifications(r Reader, b *Breach, now time.Time) {
	f, err := TheAuthorityForm()
	if err != nil {
		return
	}
	for _, n := range b.Notifications {
		switch {
		case n.Sent.IsZero():
			n.Answers, n.FormVersion = nil, ""
		case len(n.Answers) == 0:
			n.FormVersion = f.Version
			for _, a := range AuthorityAnswers(r, b, n, now) {
				if len(a.Text) > 0 {
					n.Answers = append(n.Answers, &FrozenAnswer{Key: a.Key, Text: a.Line()})
				}
			}
		}
	}
}
