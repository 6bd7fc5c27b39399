package ui

import (
	"context"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestRequestWords: how far the term is, in words, on the edges of its days.
func TestRequestWords(t *testing.T) {
	openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	open := app.Request{Received: "2026-11-09"}
	with := func(change func(q *app.Request)) app.Request {
		q := open
		change(&q)
		return q
	}
	for _, c := range []struct {
		q     app.Request
		today form.Date
		want  string
	}{
		{app.Request{}, "2026-11-22", ""},
		{open, "2026-11-22", "scade fra 17 giorni, il 09/12/2026"},
		{open, "2026-12-03", "scade fra 6 giorni, il 09/12/2026"},
		{open, "2026-12-08", "scade domani, 09/12/2026"},
		{open, "2026-12-09", "scade oggi, 09/12/2026"},
		{open, "2026-12-10", "scaduta da ieri: era il 09/12/2026"},
		{open, "2026-12-11", "scaduta da 2 giorni: era il 09/12/2026"},
		{with(func(q *app.Request) { q.Extended = "2026-12-09" }), "2026-12-10", "scade fra 61 giorni, il 09/02/2027 · prorogata"},
		{with(func(q *app.Request) { q.ProofAsked = "2026-11-22" }), "2026-11-22", "ferma da oggi: si aspetta la prova di chi è"},
		{with(func(q *app.Request) { q.ProofAsked = "2026-11-21" }), "2026-11-22", "ferma da ieri: si aspetta la prova di chi è"},
		{with(func(q *app.Request) { q.ProofAsked = "2026-11-20" }), "2026-11-22", "ferma da 2 giorni: si aspetta la prova di chi è"},
		{with(func(q *app.Request) { q.Answered = "2026-12-09" }), "2027-01-22", "risposta il 09/12/2026, in tempo"},
		{with(func(q *app.Request) { q.Answered = "2026-12-10" }), "2027-01-22", "risposta il 10/12/2026, in ritardo di un giorno"},
		{with(func(q *app.Request) { q.Answered = "2026-12-11" }), "2027-01-22", "risposta il 11/12/2026, in ritardo di 2 giorni"},
		{with(func(q *app.Request) { q.Annulled = "2026-12-11" }), "2027-01-22", "annullata il 11/12/2026"},
	} {
		if _, _, got := requestWords(&c.q, c.q.Clock(c.today)); got != c.want {
			t.Errorf("on %s: %q, want %q", c.today, got, c.want)
		}
	}
}

// TestRequestBegins: a new request came today, its clock runs before it is saved,
// and follows what is typed; it has its number when it is.
func TestRequestBegins(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.RequestForm.Key)
	p.openRecord("")
	r := p.open
	if got := r.clock.Text(); got != "scade fra 30 giorni, il 22/12/2026" {
		t.Errorf("new, it says %q", got)
	}
	set(r, "received", form.Date("2026-10-20"))
	if got := r.clock.Text(); got != "scaduta da 2 giorni: era il 20/11/2026" {
		t.Errorf("a month old, it says %q", got)
	}
	set(r, "subject", "Ferrari Lucia")
	r.save()
	q := p.open.ed.Rec.(*app.Request)
	if q.Number != "3/2026" {
		t.Errorf("saved, its number is %q", q.Number)
	}
	if said := texts(p.open.object); !strings.Contains(said, "Ha già chiesto: 1/2026 del 02/03/2026") {
		t.Error("the earlier request is not shown")
	}
}

// TestNoRequests: an office without requests is told what to do, and prints the form
// for customers, not the answer.
func TestNoRequests(t *testing.T) {
	s, _ := openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	p := registerPageOf(t, s, app.RequestForm.Key)
	said := texts(p.object())
	for _, want := range []string{"Qui si registrano le richieste delle persone", "Verificate chi è", "Stampa il modulo in bianco"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	press(t, p.object(), "Registra la prima richiesta")
	if p.open == nil || p.open.uid() != "" {
		t.Error("no new request began")
	}
}

func requestScreens() []screen {
	changed := func(t *testing.T, s *Shell, change func(q *app.Request)) {
		p := registerPageOf(t, s, app.RequestForm.Key)
		p.openRecord(p.model.row(0).UID)
		rec, err := s.cfg.Store.Get(context.Background(), app.RequestForm.Type(), p.open.uid())
		if err != nil {
			t.Fatal(err)
		}
		change(rec.(*app.Request))
		p.open.ed = form.NewEditor(p.open.ed.Type, rec)
		p.open.build()
		p.open.show()
		p.split.ShowRecord()
	}
	return []screen{
		{"request, none", func(t *testing.T, s *Shell) {
			p := registerPageOf(t, s, app.RequestForm.Key)
			p.split.SetRecord(p.empty())
			p.split.ShowRecord()
			p.open = nil
		}},
		{"request, late", func(t *testing.T, s *Shell) {
			changed(t, s, func(q *app.Request) { q.Received, q.Extended = "2026-10-20", "2026-11-21" })
		}},
		{"request, by proxy", func(t *testing.T, s *Shell) {
			changed(t, s, func(q *app.Request) { q.Asker, q.Applicant = app.AsksProxy, "Avvocata Bruna Conti" })
			registerPageOf(t, s, app.RequestForm.Key).open.view.Focus("applicant_paper")
		}},
		{"request, refused", func(t *testing.T, s *Shell) {
			changed(t, s, func(q *app.Request) {
				q.Outcome, q.Ground, q.Answered, q.Remedies = app.RequestRefused, app.GroundExcessive, "2026-11-20", "no"
			})
			registerPageOf(t, s, app.RequestForm.Key).open.view.Focus("ground_why")
		}},
	}
}
