package ui

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/kit"
)

// typist fills fields of the open record by keys.
type typist struct {
	t *testing.T
	s *Shell
	r *recordView
}

func (y typist) at(path string) fyne.Focusable {
	y.t.Helper()
	y.s.win.Canvas().Unfocus()
	y.r.view.Focus(path)
	f := y.s.win.Canvas().Focused()
	if f == nil {
		y.t.Fatalf("nothing has the keyboard at %s", path)
	}
	return f
}

func (y typist) press(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// text types into a box.
func (y typist) text(path, text string) {
	y.t.Helper()
	test.Type(y.at(path), text)
	y.s.win.Canvas().Unfocus()
}

// pick takes records or entries by their words.
func (y typist) pick(path string, words ...string) {
	y.t.Helper()
	f := y.at(path)
	for _, w := range words {
		test.Type(f, w)
		y.press(f, fyne.KeyReturn)
	}
}

// cell chooses the n-th of joined cells, from 0.
func (y typist) cell(path string, n int) {
	y.t.Helper()
	f := y.at(path)
	for range n {
		y.press(f, fyne.KeyRight)
	}
	y.press(f, fyne.KeySpace)
}

// option chooses the entry of a drop-down by its first letter.
func (y typist) option(path string, letter rune) {
	y.t.Helper()
	y.at(path).TypedRune(letter)
	y.press(y.s.win.Canvas().Focused(), fyne.KeyReturn) // in the list that opened
}

// ferri is the office of the case, with its crisis team.
func ferri(save func(*form.Type, form.Record) error) error {
	var people []*app.Person
	err := apptest.Marketing(func(t *form.Type, rec form.Record) error {
		if p, ok := rec.(*app.Person); ok {
			people = append(people, p)
		}
		return save(t, rec)
	})
	for _, p := range people {
		if err == nil && p.Surname != "Moretti" {
			err = save(app.CrisisForm.Type(), &app.CrisisMember{Person: p.UID(), Function: "Membro", Phone: "0372 000000"})
		}
	}
	return err
}

// TestLostNotebook types the whole case of the stolen notebook, section by
// section, by keys: class C with 10 points, until Tuesday 27 October at 09:30, and
// the clients are told by the controller's own decision, with its reason.
func TestLostNotebook(t *testing.T) {
	s, db := openShell(t, ferri)
	now := time.Date(2026, 10, 24, 11, 0, 0, 0, form.Rome)
	s.cfg.Now = func() time.Time { return now }
	p := registerPageOf(t, s, app.BreachForm.Key)
	p.openRecord("")
	r := p.open
	b := func() *app.Breach { return r.ed.Rec.(*app.Breach) }
	if b().Date != "2026-10-24" || !b().Aware.IsZero() || r.wizard.shown() != breach.S1 {
		t.Fatalf("a new one begins with %s, aware %s, at %s", b().Date, b().Aware, r.wizard.shown())
	}
	y := typist{t, s, r}
	y.text("name", "Notebook rubato")
	y.pick("reporter", "Moretti")
	y.text("channel", "Per telefono")
	y.text("report", "Il notebook con l’elenco dei clienti è stato preso dall’auto.")
	y.pick("natures", "iservatezza")
	y.text("aware", "24/10/2026 10:30")
	if s.minute.timer == nil {
		t.Error("the clock of what is not saved yet does not tick")
	}
	r.keepDraft()
	if row := p.row(0); row.Word != "71 h 30 min" || row.Second != "bozza" {
		t.Errorf("the list says of the draft %+v", row)
	}
	y.pick("report_present", "Ferri", "Bassi")
	y.cell("decision", 0)
	if got := r.wizard.next.Text(); got != "Avanti: S2 Conseguenze" {
		t.Fatalf("after S1 it leads on with %q", got)
	}
	r.wizard.next.Tapped(nil)
	y.cell("subjects_known", 0)
	y.text("subjects", "420")
	y.text("subjects_share", "Tutti i clienti")
	y.text("personal_data", "Nomi, recapiti, copie di documenti d’identità")
	y.text("extent", "Il notebook non si trova")
	y.text("period", "Dal 24/10 in poi")
	y.option("data_form", 'e')
	y.cell("is_breach", 0)
	y.cell("electronic", 0)
	r.wizard.next.Tapped(nil)
	if r.wizard.shown() != breach.S3 {
		t.Fatalf("after S2 comes %s", r.wizard.shown())
	}
	yes := []string{"item_5", "item_10", "item_11", "item_16", "item_18"}
	for i, it := range breach.List() {
		key := "item_" + form.FormatInt(int64(it.N))
		switch {
		case i < breach.Graded:
			y.cell(key, [3]int{2, 0, 0}[i])
		case slices.Contains(yes, key):
			y.cell(key, 0)
		default:
			y.cell(key, 1)
		}
	}
	y.text("risk_date", "25/10/2026")
	said := texts(r.wizard.result[0].Object())
	for _, want := range []string{"Totale\n", "\n10\nclasse C", "Che cosa chiede la classe C", "Entro mar 27/10/2026 09:30."} {
		if !strings.Contains(said, want) {
			t.Errorf("the result does not say %q:\n%s", want, said)
		}
	}
	if clock := r.wizard.clocks[0].Text(); !strings.HasPrefix(clock, "71 h 30 min") || !strings.Contains(clock, "scade mar 27/10/2026 09:30") {
		t.Errorf("the clock says %q", clock)
	}
	press(t, r.wizard.result[0].Object(), "Decido io dell’avviso")
	if r.wizard.shown() != breach.S5 {
		t.Fatalf("one's own decision leads to %s", r.wizard.shown())
	}
	y.cell("communicate", 1)
	y.text("communicate_why", "È possibile un furto d’identità.")
	r.save()
	if r.dirty {
		t.Fatalf("not saved: %s", r.status.Text())
	}
	if side := texts(r.wizard.side); !strings.Contains(side, "Annulla la violazione…") {
		t.Errorf("once saved it offers\n%s", side)
	}
	rec, err := db.Get(context.Background(), app.BreachForm.Type(), r.uid())
	if err != nil {
		t.Fatal(err)
	}
	kept := rec.(*app.Breach)
	path := kept.Path()
	if total, _ := kept.Answers().Total(); total != 10 || path.Class != breach.ClassC || kept.Number != "1/2026" {
		t.Errorf("%d points, class %s, number %s", total, path.Class, kept.Number)
	}
	if kept.Communicate != app.TellVoluntary || kept.CommunicateWhy == "" || path.Step(breach.S5).State == breach.NotRequired {
		t.Errorf("S5: %q because %q, %v", kept.Communicate, kept.CommunicateWhy, path.Step(breach.S5).State)
	}
	if row := p.row(0); row.Title != "1/2026 · Notebook rubato" || row.Word != "71 h 30 min" || row.Second != "classe C" {
		t.Errorf("the list says %+v", row)
	}
}

// TestMinutesTick: while a clock runs list, band and rail follow it, to red and
// past; without one nothing waits.
func TestMinutesTick(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := lostStick(t, s)
	tab := slices.IndexFunc(s.tabs, func(x tab) bool { return x.tab == app.TabBreaches })
	if s.minute.timer == nil {
		t.Fatal("a clock runs and nothing waits for the minute")
	}
	for _, c := range []struct {
		after    time.Duration
		word     string
		tone     kit.Tone
		rail     string
		due, own string
	}{
		{0, "21 h 48 min", kit.ToneWarn, "da sistemare: 1", "21 h 48 min per notificare al Garante", ""},
		{time.Minute, "21 h 47 min", kit.ToneWarn, "da sistemare: 1", "21 h 47 min", ""},
		{15*time.Hour + 48*time.Minute, "6 h 00 min", kit.ToneError, "scaduti: 1", "6 h 00 min", ""},
		{24 * time.Hour, "scaduto da 2 h 12 min", kit.ToneError, "scaduti: 1", "scaduto da 2 h 12 min", "motivi del ritardo"},
	} {
		s.cfg.Now = func() time.Time { return apptest.Now.Add(c.after) }
		s.tick()
		row := r.page.row(r.page.model.at(r.uid()))
		if row.Word != c.word || row.Tone != c.tone || row.Icon != kit.IconClock {
			t.Errorf("after %v the list says %+v", c.after, row)
		}
		if band := r.wizard.clocks[0].Text(); !strings.Contains(band, c.due) || !strings.Contains(band, c.own) {
			t.Errorf("after %v the band says %q", c.after, band)
		}
		if r.wizard.chip.Text() != c.word {
			t.Errorf("after %v the head says %q", c.after, r.wizard.chip.Text())
		}
		s.rail.FocusGained()
		for range s.tabs {
			s.rail.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		}
		for range tab {
			s.rail.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		if said := s.rail.AccessibilityLabel(); !strings.Contains(said, c.rail) {
			t.Errorf("after %v the rail says %q", c.after, said)
		}
	}
	r.ed.AddRowWith(r.ed.Type.Field("notifications"), func(rec any) {
		n := rec.(*app.Notification)
		n.Sent, n.Phase, n.How = form.MomentOf(apptest.Now), app.PhasePreliminary, "In rete"
	})
	r.view.Sync()
	r.edited()
	r.save()
	if r.dirty || s.minute.timer != nil {
		t.Errorf("it was notified, and the minutes go on; %s", r.status.Text())
	}
	set(r, "aware", form.MomentOf(apptest.Now.Add(-time.Hour)))
	s.minute.wait(apptest.Now, func() {})
	s.Shut()
	if s.minute.timer != nil {
		t.Error("the window is shut, and the minutes go on")
	}
}

// TestPathLeads: by the picture to what is open, with the reason where it is not;
// what falls off the path is kept and can still be read.
func TestPathLeads(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := lostStick(t, s)
	w := r.wizard
	if w.shown() != breach.S3 {
		t.Fatalf("opened at %s", w.shown())
	}
	w.maps[0].OnChosen(0)
	if w.shown() != breach.S1 {
		t.Errorf("the first step leads to %s", w.shown())
	}
	w.maps[0].OnChosen(8)
	if w.shown() != breach.S1 || r.status.Text() != "S6 Non procedere non serve, per come avete risposto in S1 e S2." {
		t.Errorf("S6: at %s, %q", w.shown(), r.status.Text())
	}
	w.maps[0].OnChosen(9)
	if w.shown() != breach.S9 || !strings.Contains(w.note.Text(), "Le 72 ore continuano") || w.next.Visible() || w.back.Text() != "Indietro a S1" {
		t.Errorf("S9: at %s, %q, back %q", w.shown(), w.note.Text(), w.back.Text())
	}
	w.back.Tapped(nil)
	if w.shown() != breach.S1 {
		t.Errorf("back from S9 to %s", w.shown())
	}
	for _, c := range []struct {
		by   int
		want breach.Section
	}{{1, breach.S2}, {1, breach.S3}, {-1, breach.S2}, {-1, breach.S1}, {-1, breach.S1}} {
		if s.turn(c.by); w.shown() != c.want {
			t.Errorf("by keys one comes to %s, not %s", w.shown(), c.want)
		}
	}
	answers := r.ed.Rec.(*app.Breach).Answers()
	r.ed.SetText(r.ed.Type.Field("is_breach"), "")
	r.view.Only(1)
	r.view.Sync()
	r.edited()
	if got := w.next.Text(); got != "Avanti: quello che manca" {
		t.Errorf("S2 without its answer leads on with %q", got)
	}
	if w.next.Tapped(nil); w.shown() != breach.S2 || s.win.Canvas().Focused() == nil {
		t.Errorf("it leads to %s", w.shown())
	}
	r.view.Only(0)
	r.ed.SetText(r.ed.Type.Field("is_breach"), "no")
	r.view.Sync()
	r.edited()
	if got := w.next.Text(); !strings.HasPrefix(got, "Avanti: S2") {
		t.Errorf("S1 leads to %q", got)
	}
	if step := w.maps[0].Steps()[2]; step.Word != "non più richiesta" || step.Look != kit.StepDropped {
		t.Errorf("S3 is %+v", step)
	}
	w.maps[0].OnChosen(2)
	if w.shown() != breach.S3 || !strings.Contains(w.note.Text(), "Quello che c’è scritto resta") || r.ed.Rec.(*app.Breach).Answers() != answers {
		t.Errorf("what was answered: at %s, %q", w.shown(), w.note.Text())
	}
	r.ed.SetText(r.ed.Type.Field("is_breach"), "yes")
	r.view.Sync()
	r.edited()
	if step := w.maps[0].Steps()[4]; step.Word != "da fare" || w.noted.Visible() {
		t.Errorf("back on the path S4 is %+v; %q", step, w.note.Text())
	}
}

// TestNewBreachAsksWhen: nobody guesses when the controller knew; the band leads
// to the question, and a moment that has yet to come is refused there.
func TestNewBreachAsksWhen(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.BreachForm.Key)
	p.openRecord("")
	r := p.open
	clock := r.wizard.clocks[0]
	if !strings.Contains(clock.Text(), "non sono ancora contate") {
		t.Fatalf("the band says %q", clock.Text())
	}
	clock.OnDo()
	test.Type(s.win.Canvas().Focused(), "23/11/2026 09:00")
	r.save()
	if r.uid() != "" || !strings.Contains(r.status.Text(), "conoscenza") {
		t.Errorf("saved; %q", r.status.Text())
	}
	if said := texts(r.view.Object()); !strings.Contains(said, "Viene dopo adesso") {
		t.Error("nothing is said at the field")
	}
}

// TestBreachEnds: closing says what is in the way and leads there; then it closes,
// opens again with a reason, and is annulled rather than deleted, each at once.
func TestBreachEnds(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := lostStick(t, s)
	s.actions().closeBreach()
	if said := dialogText(s); !strings.Contains(said, "Non si può ancora chiudere") || !strings.Contains(said, "S4 Notifica non è finita") {
		t.Fatalf("%s", said)
	}
	press(t, s.win.Canvas().Overlays().Top(), "Vai a S4")
	if kit.DialogOpen(s.win) || r.wizard.shown() != breach.S4 {
		t.Errorf("it leads to %s", r.wizard.shown())
	}
	s.actions().remove()
	if said := dialogText(s); !strings.Contains(said, "La violazione 2/2026 non si elimina") {
		t.Errorf("%s", said)
	}
	confirm(t, s, "Annulla la violazione…")
	confirm(t, s, "Annulla la violazione")
	if said := dialogText(s); !strings.Contains(said, "Scrivete il motivo") {
		t.Errorf("annulled without a reason: %s", said)
	}
	why := seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true })
	test.Type(why, "Scritta due volte")
	confirm(t, s, "Annulla la violazione")
	kept := func(uid string) *app.Breach {
		rec, err := db.Get(context.Background(), app.BreachForm.Type(), uid)
		if err != nil {
			t.Fatal(err)
		}
		return rec.(*app.Breach)
	}
	if b := kept(r.uid()); b.Annulled != "2026-11-22" || b.AnnulledWhy != "Scritta due volte" || b.Number != "2/2026" {
		t.Errorf("annulled %s because %q", b.Annulled, b.AnnulledWhy)
	}
	if row := r.page.row(r.page.model.at(r.uid())); row.Word != "annullata" || s.minute.timer != nil {
		t.Errorf("%+v; minutes wait: %v", row, s.minute.timer != nil)
	}

	closed := func() *recordView {
		for i := range r.page.model.len() {
			if b := s.breach(app.BreachForm.Key, r.page.model.row(i).UID); b.Name == "Accesso al gestionale di notte" {
				r.page.openRecord(b.UID())
			}
		}
		return r.page.open
	}()
	s.actions().closeBreach()
	if said := dialogText(s); !strings.Contains(said, "È già chiusa") {
		t.Errorf("%s", said)
	}
	confirm(t, s, "Ho capito")
	s.actions().reopenBreach()
	why = seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true })
	test.Type(why, "Un’altra segnalazione")
	confirm(t, s, "Riapri")
	b := kept(closed.uid())
	if b.Closed != "" || len(b.Reopenings) != 1 || b.Reopenings[0].Reason != "Un’altra segnalazione" || b.Reopenings[0].Who != "prova" {
		t.Errorf("reopened: closed %q, %+v", b.Closed, b.Reopenings)
	}
	s.actions().closeBreach()
	confirm(t, s, "Chiudi la violazione")
	if b := kept(closed.uid()); b.Closed != "2026-11-22" {
		t.Errorf("closed again %q; %s", b.Closed, r.page.open.status.Text())
	}
}

// TestLeadingBringsItsSection: what is missing in another section is a click away,
// and the way back by undo stays where one is.
func TestLeadingBringsItsSection(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := lostStick(t, s)
	for _, c := range []struct {
		path string
		at   breach.Section
	}{{"team_date", breach.S2}, {"notifications", breach.S4}, {"item_9", breach.S3}, {"stop_why", breach.S9}, {"cause", 0}, {"annulled", 0}, {"aware", breach.S1}} {
		s.win.Canvas().Unfocus()
		r.view.Focus(c.path)
		if r.wizard.shown() != c.at || s.win.Canvas().Focused() == nil {
			t.Errorf("%s stands in %s, not %s", c.path, r.wizard.shown(), c.at)
		}
	}
	r.view.Only(1)
	test.Type(func() fyne.Focusable { r.view.Focus("extent"); return s.win.Canvas().Focused() }(), "x")
	r.undoLast()
	if r.wizard.shown() != breach.S2 {
		t.Errorf("undo shows %s", r.wizard.shown())
	}
}

// TestBreachKeepsFiles: PDF, picture and e-mail go in and come back; what is gone
// when it is wanted is refused in a sentence.
func TestBreachKeepsFiles(t *testing.T) {
	d := newDesk(t)
	d.r = lostStick(t, d.s)
	d.r.view.Only(0)
	files := func() []form.File { return d.r.ed.Rec.(*app.Breach).ReportFiles }
	for i, name := range []string{"denuncia.pdf", "auto.jpg", "segnalazione.eml", "avviso.msg"} {
		d.choose(name, []byte("contenuto di "+name))
		d.until(name+" is attached", func() bool { return len(files()) > i })
	}
	d.r.save()
	if d.r.dirty {
		t.Fatal(d.r.status.Text())
	}
	rec, err := d.db.Get(context.Background(), app.BreachForm.Type(), d.r.uid())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range rec.(*app.Breach).ReportFiles {
		if data, _, err := d.db.Blob(context.Background(), f.SHA256); err != nil || string(data) != "contenuto di "+f.Name {
			t.Errorf("%s: %q, %v", f.Name, data, err)
		}
	}
	d.folder = t.TempDir()
	path := d.file("sparito.pdf", []byte("x"))
	open := d.dialogFor()
	removeFile(t, path)
	open()
	if got := d.list().Said(); !strings.HasPrefix(got, "Il file «sparito.pdf» non si può leggere.") || len(files()) != 4 {
		t.Errorf("said %q", got)
	}
}

func removeFile(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
