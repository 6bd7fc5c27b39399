package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestRequestDays: what is said of an open request on the edges of its days; today
// is 22 November 2026.
func TestRequestDays(t *testing.T) {
	for _, c := range []struct {
		name   string
		rule   string
		change func(q *app.Request)
		want   []string
	}{
		{"eight days left, as the last was a Saturday", "request-near", func(q *app.Request) { q.Received = "2026-10-28" }, nil},
		{"five days left", "request-near", func(q *app.Request) { q.Received = "2026-10-27" }, []string{"answered"}},
		{"five days left of an extension", "request-near", func(q *app.Request) { q.Received, q.Extended = "2026-08-27", "2026-09-27" }, []string{"answered"}},
		{"the last day was a Sunday", "request-late", func(q *app.Request) { q.Received = "2026-10-22" }, nil},
		{"a day late", "request-late", func(q *app.Request) { q.Received = "2026-10-20" }, []string{"answered"}},
		{"late, a proof is waited for", "request-late", func(q *app.Request) { q.Received, q.ProofAsked = "2026-10-20", "2026-11-19" }, nil},
		{"extended in time", "request-late", func(q *app.Request) { q.Received, q.Extended = "2026-10-20", "2026-11-20" }, nil},
		{"extended in time, said nothing of", "request-extension-late", func(q *app.Request) { q.Received, q.Extended = "2026-10-20", "2026-11-20" }, nil},
		{"extended a day late", "request-extension-late", func(q *app.Request) { q.Received, q.Extended = "2026-10-20", "2026-11-21" }, []string{"extended"}},
		{"extended late, answered since", "request-extension-late", func(q *app.Request) {
			q.Received, q.Extended, q.Answered = "2026-10-20", "2026-11-21", "2026-11-21"
		}, nil},
		{"refused within the month of an extension", "request-refusal-late", func(q *app.Request) {
			q.Received, q.Extended, q.Answered, q.Outcome = "2026-10-20", "2026-11-10", "2026-11-20", app.RequestRefused
		}, nil},
		{"refused a day after", "request-refusal-late", func(q *app.Request) {
			q.Received, q.Extended, q.Answered, q.Outcome = "2026-10-20", "2026-11-10", "2026-11-21", app.RequestRefused
		}, []string{"outcome"}},
		{"granted after the first month", "request-refusal-late", func(q *app.Request) {
			q.Received, q.Extended, q.Answered, q.Outcome = "2026-10-20", "2026-11-10", "2026-11-21", app.RequestGranted
		}, nil},
		{"to be refused, the month is over", "request-refusal-late", func(q *app.Request) {
			q.Received, q.Extended, q.Outcome = "2026-10-20", "2026-11-10", app.RequestRefused
		}, []string{"outcome"}},
		{"marketing asked to stop today", "request-not-stopped", func(q *app.Request) { q.Received, q.Stopped = "2026-11-22", "" }, nil},
		{"marketing asked to stop yesterday", "request-not-stopped", func(q *app.Request) { q.Received, q.Stopped = "2026-11-21", "" }, []string{"stopped"}},
		{"identity of who asked today", "request-identity", func(q *app.Request) { q.Received, q.IdentityOn = "2026-11-22", "" }, nil},
		{"identity of who asked yesterday", "request-identity", func(q *app.Request) { q.Received, q.IdentityOn = "2026-11-21", "" }, []string{"identity"}},
		{"identity, a proof asked for", "request-identity", func(q *app.Request) { q.IdentityOn, q.ProofAsked = "", "2026-11-20" }, nil},
		{"recipients of an open one", "request-recipients", func(*app.Request) {}, nil},
		{"recipients not told", "request-recipients", func(q *app.Request) { q.Answered, q.Outcome = "2026-11-20", app.RequestGranted }, []string{"recipients/0/told"}},
		{"recipients not named", "request-recipients", func(q *app.Request) {
			q.Answered, q.Outcome, q.Recipients = "2026-11-20", app.RequestPart, nil
		}, []string{"recipients"}},
		{"no recipients", "request-recipients", func(q *app.Request) {
			q.Answered, q.Outcome, q.Recipients, q.NoRecipients = "2026-11-20", app.RequestPart, nil, true
		}, nil},
		{"too much effort to tell them", "request-recipients", func(q *app.Request) {
			q.Answered, q.Outcome, q.RecipientsWhy = "2026-11-20", app.RequestGranted, "Non esistono più"
		}, nil},
		{"recipients of a refusal", "request-recipients", func(q *app.Request) { q.Answered, q.Outcome = "2026-11-20", app.RequestRefused }, nil},
		{"charge of nothing", "request-charge", func(q *app.Request) { q.Charge = form.Number(0) }, nil},
		{"charge with its reason", "request-charge", func(q *app.Request) { q.Charge, q.ChargeWhy = form.Number(2000), "Terza copia" }, nil},
		{"annulled, everything lacks", "request-late", func(q *app.Request) { q.Received, q.Annulled = "2026-01-20", "2026-02-01" }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w.asked)
			same(t, w.paths(w.asked, c.rule), c.want)
		})
	}
}
