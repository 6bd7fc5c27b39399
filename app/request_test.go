package app_test

import (
	"slices"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestRequestAsks: what the form asks of a request by proxy, of an oral one, of a
// refusal, and what it leaves out of the others.
func TestRequestAsks(t *testing.T) {
	whole := func() *app.Request {
		q := *app.All(apptest.Sample(t), app.RequestForm)[0]
		return &q
	}
	for _, c := range []struct {
		name   string
		change func(q *app.Request)
		want   []string
	}{
		{"answered", func(*app.Request) {}, nil},
		{"open", func(q *app.Request) { q.Answered, q.AnsweredBy, q.Outcome, q.Done = "", "", "", "" }, []string{"answered"}},
		{"oral, noted by nobody", func(q *app.Request) { q.NotedBy = "" }, []string{"noted_by"}},
		{"by e-mail", func(q *app.Request) { q.Means, q.NotedBy = "email", "" }, nil},
		{"by proxy", func(q *app.Request) { q.Asker, q.SubjectContacts = app.AsksProxy, "" }, []string{"applicant", "applicant_contacts", "applicant_paper"}},
		{"of a dead person", func(q *app.Request) {
			q.Asker, q.Applicant, q.ApplicantContacts = app.AsksFamily, "Ferrari Ugo", "Via Trecchi 9, Cremona"
		}, []string{"applicant_paper"}},
		{"refused", func(q *app.Request) { q.Outcome, q.Done, q.Treatments = app.RequestRefused, "", nil }, []string{"ground", "ground_why"}},
		{"refused by a limit", func(q *app.Request) {
			q.Outcome, q.Ground, q.GroundWhy = app.RequestRefused, app.GroundLimit, "Indagini"
		}, []string{"limit"}},
		{"in part", func(q *app.Request) { q.Outcome, q.Done = app.RequestPart, "" }, []string{"done", "ground", "ground_why"}},
		{"marketing not stopped", func(q *app.Request) { q.Rights = []string{app.RightMarketing} }, []string{"stopped"}},
		{"proof asked", func(q *app.Request) { q.ProofAsked = "2026-03-03" }, []string{"proof_why"}},
		{"answered before it came", func(q *app.Request) { q.Answered = "2026-03-01" }, []string{"answered"}},
		{"answered the day it came", func(q *app.Request) { q.Answered = "2026-03-02" }, nil},
	} {
		q := whole()
		c.change(q)
		var got []string
		for _, p := range app.RequestForm.Type().Problems(q) {
			got = append(got, p.Path)
		}
		if slices.Sort(got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestEarlierRequests: of the same person however the name is typed, before this
// one, not annulled, the latest first.
func TestEarlierRequests(t *testing.T) {
	d := apptest.Sample(t)
	for _, c := range []struct {
		name     string
		subject  string
		received form.Date
		want     int
	}{
		{"another", "Rossi Lucia", "2026-11-22", 0},
		{"the same", "Ferrari Lucia", "2026-11-22", 1},
		{"typed otherwise", " lucia  FERRÀRI", "2026-11-22", 1},
		{"came before", "Ferrari Lucia", "2026-03-01", 0},
		{"no name", "", "2026-11-22", 0},
	} {
		q := &app.Request{Subject: c.subject, Received: c.received}
		if got := q.Earlier(d); len(got) != c.want {
			t.Errorf("%s: %d", c.name, len(got))
		}
	}
	old := app.All(d, app.RequestForm)[0]
	if got := old.Earlier(d); len(got) != 0 {
		t.Errorf("a request comes before itself: %d", len(got))
	}
	old.Annulled = "2026-03-05"
	if got := (&app.Request{Subject: "Ferrari Lucia", Received: "2026-11-22"}).Earlier(d); len(got) != 0 {
		t.Errorf("one that was annulled counts: %d", len(got))
	}
}

// TestRequestInAList: the line under the name knows no today, and says the day.
func TestRequestInAList(t *testing.T) {
	d := apptest.Sample(t)
	for _, c := range []struct {
		q    app.Request
		want string
	}{
		{app.Request{}, ""},
		{app.Request{Received: "2026-11-30"}, "entro il 30/12/2026"},
		{app.Request{Received: "2026-11-30", Extended: "2026-12-30", Rights: []string{app.RightAccess}}, "entro il 01/03/2027 · Accesso"},
		{app.Request{Received: "2026-11-30", ProofAsked: "2026-12-01"}, "si aspetta la prova di chi è"},
		{app.Request{Received: "2026-11-30", ProofAsked: "2026-12-01", ProofCame: "2026-12-03"}, "entro il 04/01/2027"},
		{app.Request{Received: "2026-11-30", Answered: "2026-12-01", Outcome: app.RequestPart}, "accolta in parte il 01/12/2026"},
		{app.Request{Received: "2026-11-30", Annulled: "2026-12-01"}, "annullata il 01/12/2026"},
	} {
		if got := app.RequestForm.Type().Second(&c.q, d); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
