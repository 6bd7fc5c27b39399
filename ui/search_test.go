package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
)

// answers are what the window's thread is asked to do, held back until a test
// lets it.
type answers chan func()

// holdAnswers has a window keep its answers for the test.
func holdAnswers(s *Shell) answers {
	a := make(answers, 100)
	s.cfg.Do = func(f func()) { a <- f }
	return a
}

// take waits for n answers.
func (a answers) take(t *testing.T, n int) []func() {
	t.Helper()
	var out []func()
	for range n {
		select {
		case f := <-a:
			out = append(out, f)
		case <-time.After(30 * time.Second):
			t.Fatalf("%d answers of %d", len(out), n)
		}
	}
	return out
}

func (a answers) run(t *testing.T, n int) {
	t.Helper()
	for _, f := range a.take(t, n) {
		f()
	}
}

func typeKey(s *Shell, key fyne.KeyName) {
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func front(s *Shell) string { return texts(s.stack.Objects[0]) }

func TestSearchOfficeFindsAndOpens(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	a := holdAnswers(s)
	p := newSearchPage(s)
	test.Type(s.win.Canvas().Focused(), "niccolo") // no accent, and a beginning is enough
	a.run(t, 7)
	onSheet := slices.ContainsFunc(p.hits, func(h app.Hit) bool { return h.Title == "Newsletter e promozioni" }) // further down than shows
	if text := front(s); !strings.Contains(text, "Costa Niccolò") || !onSheet {
		t.Fatalf("found:\n%s", text)
	}
	typeKey(s, fyne.KeyDown) // to the results
	typeKey(s, fyne.KeyDown)
	for p.hits[p.list.Selected()].Register == app.PermissionForm.Key { // opens as a row of its picture
		typeKey(s, fyne.KeyDown)
	}
	want := p.hits[p.list.Selected()]
	for want.Register != app.PersonForm.Key { // which of them ranks first is of no matter here
		typeKey(s, fyne.KeyDown)
		want = p.hits[p.list.Selected()]
	}
	if text := front(s); !strings.Contains(text, "Apri la scheda") {
		t.Errorf("what was chosen is not shown:\n%s", text)
	}
	typeKey(s, fyne.KeyReturn)
	if r := openRecordOf(s); r == nil || r.uid() != want.UID || r.page.reg.Key != want.Register {
		t.Errorf("Enter did not open %+v", want)
	}
}

func TestSearchOfficeSaysThatNothingWasFound(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	a := holdAnswers(s)
	s.searchOffice()
	test.Type(s.win.Canvas().Focused(), "zzzz")
	a.run(t, 4)
	if text := front(s); !strings.Contains(text, "Niente con «zzzz»") {
		t.Errorf("nothing found says:\n%s", text)
	}
	typeKey(s, fyne.KeyEscape) // empties the field
	a.run(t, 1)
	if text := front(s); strings.Contains(text, "zzzz") || !strings.Contains(text, "Cerca in tutto l’ufficio") {
		t.Errorf("an empty search says:\n%s", text)
	}
	typeKey(s, fyne.KeyEscape)
	if s.front != s.current().object() {
		t.Error("Escape does not close the search")
	}
}

// TestLateAnswerIsDropped: an answer to what was typed before must not replace
// that to what is typed now, whichever comes first.
func TestLateAnswerIsDropped(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	a := holdAnswers(s)
	p := newSearchPage(s)
	test.Type(s.win.Canvas().Focused(), "n")
	late := a.take(t, 1)
	test.Type(s.win.Canvas().Focused(), "ewsletter")
	a.run(t, 9)
	want := len(p.hits)
	late[0]()
	if got := len(p.hits); want == 0 || got != want {
		t.Errorf("%d hits after the late answer, %d before", got, want)
	}
}

// TestWhatStandsBehindIsNotChanged: keys of the menu do nothing to a record that
// the search, or its own history, covers.
func TestWhatStandsBehindIsNotChanged(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Crema")
	changed := string(r.ed.Draft())
	s.searchOffice()
	a := s.actions()
	if a.undoLast != nil || a.remove != nil || a.save != nil || a.undo != nil || a.search == nil {
		t.Error("behind the search the record can be changed")
	}
	s.back()
	if s.actions().undoLast == nil {
		t.Fatal("back from the search, nothing can be undone")
	}
	r.history()
	s.actions().undoLast() // comes back to the record
	if got := string(r.ed.Draft()); got != changed || r.page.open.behind {
		t.Errorf("undone behind the history: %s", got)
	}
	s.actions().undoLast()
	if string(r.ed.Draft()) == changed {
		t.Error("back from the history, nothing was undone")
	}
}

// openRecordOf is the record that is open on the page in front.
func openRecordOf(s *Shell) *recordView {
	if p := s.registerPage(); p != nil {
		return p.open
	}
	return nil
}
