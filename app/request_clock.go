package app

import "tutela/app/form"

// The terms of a request (art. 12(3) GDPR; spec 3.3, rule 16).
const (
	// RequestMonths is the time in months to answer in.
	RequestMonths = 1
	// RequestMonthsMore is how many months an extension adds, told within the first.
	RequestMonthsMore = 2
	// RequestNotice is how many days before its last day a request is called to be
	// answered.
	RequestNotice = 7
)

// RequestState is how a request stands on a day.
type RequestState int

// The states.
const (
	RequestUndated RequestState = iota // nobody wrote when it came
	RequestRunning
	RequestNear   // its last day is RequestNotice days away, or less
	RequestPaused // a proof of who asks is waited for
	RequestLate
	RequestAnswered
	RequestAnsweredLate
	RequestAnnulled
)

// RequestClock is the term of a request as it stands on a day. Terms of law that
// end on a day off end on the next working day (decision A20).
type RequestClock struct {
	State RequestState
	// First is the last day of the first month: of the answer, of a refusal, of the
	// news of an extension.
	First form.Date
	// Due is the last day to answer: First, or that of the extension.
	Due form.Date
	// Left is how many days there are to Due, less than none after it; of a request
	// that was answered, from its answer.
	Left int
	// Held is how many days the proof of who asks was waited for: they do not count.
	Held int
	// Extended says that an extension counts, ToldLate that one was told when the
	// first month was over: it moves nothing.
	Extended, ToldLate bool
}

// Open says that an answer is still owed.
func (c RequestClock) Open() bool {
	return c.State != RequestAnswered && c.State != RequestAnsweredLate && c.State != RequestAnnulled
}

// Clock is the term of the request on a day. It runs from the receipt, whoever
// asks; a request for proof made in time holds it until the proof comes (decision
// A33).
func (q *Request) Clock(today form.Date) RequestClock {
	var c RequestClock
	if q.Received == "" {
		return c
	}
	waiting := q.hold(&c, today)
	c.First = term(q.Received, RequestMonths, c.Held)
	c.Due = c.First
	if q.Extended != "" {
		c.ToldLate = q.Extended > c.First
		c.Extended = !c.ToldLate
	}
	if c.Extended {
		c.Due = term(q.Received, RequestMonths+RequestMonthsMore, c.Held)
	}
	switch {
	case q.Annulled != "":
		c.State = RequestAnnulled
	case q.Answered != "":
		c.Left = q.Answered.DaysTo(c.Due)
		c.State = RequestAnswered
		if c.Left < 0 {
			c.State = RequestAnsweredLate
		}
	default:
		c.Left = today.DaysTo(c.Due)
		c.State = running(c.Left, waiting)
	}
	return c
}

// hold counts the days for which a proof was waited for, and says whether it is
// still. One asked for when the term was over holds nothing; an answer ends the
// wait.
func (q *Request) hold(c *RequestClock, today form.Date) (waiting bool) {
	if q.ProofAsked == "" || q.ProofAsked > today || q.ProofAsked > q.lastWithoutHold() {
		return false
	}
	until := q.ProofCame
	if until == "" {
		until = q.Answered
	}
	if waiting = until == "" || until > today; waiting {
		until = today
	}
	c.Held = max(0, q.ProofAsked.DaysTo(until))
	return waiting
}

// lastWithoutHold is the last day to answer if no proof had been asked for.
func (q *Request) lastWithoutHold() form.Date {
	first := term(q.Received, RequestMonths, 0)
	if q.Extended != "" && q.Extended <= first {
		return term(q.Received, RequestMonths+RequestMonthsMore, 0)
	}
	return first
}

// term is the same day some months later, or the last day of a shorter month, then
// the days held, then the next working day (Regulation 1182/71, art. 3).
func term(from form.Date, months, held int) form.Date {
	return StatutoryDue(from.AddMonths(months).AddDays(held))
}

func running(left int, waiting bool) RequestState {
	switch {
	case waiting:
		return RequestPaused
	case left < 0:
		return RequestLate
	case left <= RequestNotice:
		return RequestNear
	}
	return RequestRunning
}
