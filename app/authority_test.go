package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestAuthorityForm: the form that ships is read, its letters stand in order, and
// a choice names only what can be chosen.
func TestAuthorityForm(t *testing.T) {
	f, err := app.TheAuthorityForm()
	if err != nil {
		t.Fatal(err)
	}
	letters := ""
	for _, s := range f.Sections {
		letters += s.Letter
	}
	if letters != "ABCDEFGH" {
		t.Errorf("the sections are %q", letters)
	}
	if _, err := form.ISODate(f.Dated); err != nil {
		t.Error(err)
	}
	d := apptest.Sample(t)
	for _, s := range f.Sections {
		for _, q := range s.Fields {
			for _, from := range q.From {
				where, name, _ := strings.Cut(from, ".")
				if where == "breach" {
					checkChoices(t, d, q, app.BreachForm.Type().Field(name))
				}
			}
		}
	}
}

// checkChoices: each value of a field is of some box, unless one takes the rest;
// no box is of a value that the field has not.
func checkChoices(t *testing.T, d *app.Dossier, q app.AuthorityField, f *form.Field) {
	t.Helper()
	var values, named []string
	for _, o := range f.Options {
		values = append(values, o.Value)
	}
	if f.Catalogue != "" {
		for _, e := range d.Book().Entries(f.Catalogue) {
			values = append(values, e.Slug)
		}
	}
	rest := false
	for _, c := range q.Choices {
		named, rest = append(named, c.Of...), rest || c.Rest
	}
	for _, v := range named {
		if !slices.Contains(values, v) {
			t.Errorf("%s: a box is of %q, which cannot be chosen", q.Key, v)
		}
	}
	for _, v := range values {
		if len(q.Choices) > 0 && !rest && !slices.Contains(named, v) {
			t.Errorf("%s: no box is of %q", q.Key, v)
		}
	}
}

func answers(list []app.AuthorityAnswer) map[string]app.AuthorityAnswer {
	out := map[string]app.AuthorityAnswer{}
	for _, a := range list {
		out[a.Key] = a
	}
	return out
}

// TestAuthorityAnswers reads them from a breach, and changes one thing at a time.
func TestAuthorityAnswers(t *testing.T) {
	lost := func(d *app.Dossier) *app.Breach { return app.All(d, app.BreachForm)[2] }
	for _, c := range []struct {
		name, key, want string
		change          func(d *app.Dossier, b *app.Breach)
		missing         bool
	}{
		{"the office", "controller", "Ferramenta Bianchi S.n.c.", nil, false},
		{"who stands for it notifies", "notifier", "Marta Bianchi", nil, false},
		{"a person notifies", "notifier", "Sala Elena", func(d *app.Dossier, b *app.Breach) { b.Notifier = app.All(d, app.PersonForm)[2].UID() }, false},
		{"a span", "when-dates", "dal 20/11/2026 12:40 al 20/11/2026 14:50", nil, false},
		{"a span without its end", "when-dates", "", func(_ *app.Dossier, b *app.Breach) { b.EventEnd = form.Moment{} }, true},
		{"boxes", "nature", "Perdita di riservatezza", nil, false},
		{"boxes of many", "data", "Anagrafici (nome, nascita, codice fiscale)\nDi contatto (indirizzo, telefono, e-mail)\nDi documenti d’identità e di riconoscimento\nAltro", nil, false},
		{"an entry of one’s own", "subjects", "Altro", func(_ *app.Dossier, b *app.Breach) { b.SubjectCategories = []string{"own-entry"} }, false},
		{"about", "people", "circa 140", nil, false},
		{"not known", "people", "non ancora noto", func(_ *app.Dossier, b *app.Breach) { b.SubjectsKnown = app.CountUnknown }, false},
		{"not answered", "people", "", func(_ *app.Dossier, b *app.Breach) { b.SubjectsKnown = "" }, true},
		{"who told", "aware-how", "Segnalazione di Ricci Davide, per telefono", nil, false},
		{"being weighed", "told", "No, si sta valutando", nil, false},
		{"told", "told", "Sì", func(_ *app.Dossier, b *app.Breach) { b.Communications = []*app.Communication{{}} }, false},
		{"will be", "told", "No, ma lo saranno", func(_ *app.Dossier, b *app.Breach) { b.Communicate = app.TellVoluntary }, false},
		{"will be, and when is not said", "told-on", "", func(_ *app.Dossier, b *app.Breach) { b.Communicate = app.TellVoluntary }, true},
		{"no measure said", "measures-before", "", nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			b := lost(d)
			if c.change != nil {
				c.change(d, b)
			}
			n, _ := app.NextNotification(d, b, apptest.Now)
			got, asked := answers(app.AuthorityAnswers(d, b, n, apptest.Now))[c.key]
			if !asked || got.Line() != c.want || got.Missing != c.missing {
				t.Errorf("%s (asked %v, missing %v)", got.Line(), asked, got.Missing)
			}
		})
	}
}

// TestAuthorityDelay: the reasons for the delay are asked past 72 hours, not at
// them.
func TestAuthorityDelay(t *testing.T) {
	d := apptest.Sample(t)
	b := app.All(d, app.BreachForm)[2]
	limit := b.Aware.Add(72 * time.Hour)
	for after, want := range map[time.Duration]bool{-time.Minute: false, 0: false, time.Minute: true} {
		n := &app.Notification{Sent: form.MomentOf(limit.Add(after))}
		if _, asked := answers(app.AuthorityAnswers(d, b, n, apptest.Now))["delay"]; asked != want {
			t.Errorf("sent %v after the limit: asked %v", after, asked)
		}
		if _, asked := answers(app.AuthorityAnswers(d, b, &app.Notification{}, limit.Add(after)))["delay"]; asked != want {
			t.Errorf("not sent, %v after the limit: asked %v", after, asked)
		}
	}
}

// TestFreezeNotifications: what was sent stays as it was, and what changed since
// is sent as a supplement.
func TestFreezeNotifications(t *testing.T) {
	d := apptest.Sample(t)
	b := app.All(d, app.BreachForm)[2]
	next, written := app.NextNotification(d, b, apptest.Now)
	if written || next.Phase != app.PhasePreliminary {
		t.Fatalf("the first: %+v", next)
	}
	next.Sent, next.CaseNumber = form.MomentOf(apptest.Now), "123"
	b.Notifications = []*app.Notification{next}
	app.FreezeNotifications(d, b, apptest.Now)
	if was, _ := next.Answer("people"); was != "circa 140" || next.FormVersion == "" {
		t.Fatalf("kept %q, form %q", was, next.FormVersion)
	}
	if again, written := app.NextNotification(d, b, apptest.Now); again != next || !written {
		t.Errorf("nothing changed, and there is another to send: %+v", again)
	}
	b.Subjects, b.MeasuresBefore = form.Number(150), "Nessuna"
	app.FreezeNotifications(d, b, apptest.Now)
	if was, _ := next.Answer("people"); was != "circa 140" {
		t.Errorf("what was sent became %q", was)
	}
	more, _ := app.NextNotification(d, b, apptest.Now)
	list := app.AuthorityAnswers(d, b, more, apptest.Now)
	if changed := app.ChangedAnswers(list, next); more.Phase != app.PhaseSupplementary || !slices.Equal(changed, []string{"people", "measures-before"}) {
		t.Errorf("%s: changed %v", more.Phase, changed)
	}
	if a := answers(list)["case"]; a.Line() != "123" {
		t.Errorf("the case is %q", a.Line())
	}
	next.Sent = form.Moment{}
	app.FreezeNotifications(d, b, apptest.Now)
	if len(next.Answers) > 0 || next.FormVersion != "" {
		t.Error("it was not sent after all, and its answers stayed")
	}
}
