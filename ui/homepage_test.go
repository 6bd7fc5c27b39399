package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/store"
)

// homeOf reads the office as it is in the file and goes to the home page.
func homeOf(t testing.TB, s *Shell) *homePage {
	t.Helper()
	v, err := survey(s.cfg.Store, s.cfg.Now(), s.visited, true)
	if err != nil {
		t.Fatal(err)
	}
	s.see(v)
	s.goTo(0)
	p := s.pages[0].(*homePage)
	p.goTo(p.today().Time().Year())
	return p
}

// on has the window live on another day.
func on(s *Shell, day form.Date) {
	s.cfg.Now = func() time.Time { return day.Begins().Add(12 * time.Hour) }
	s.world.forget()
}

// homeScreens are what the home page can show.
func homeScreens() []screen {
	later := func(bring func(t *testing.T, s *Shell)) func(t *testing.T, s *Shell) {
		return func(t *testing.T, s *Shell) {
			now := s.cfg.Now
			defer func() { s.cfg.Now = now }()
			bring(t, s)
		}
	}
	return []screen{
		{"home", func(t *testing.T, s *Shell) { homeOf(t, s) }},
		{"home, end", func(t *testing.T, s *Shell) {
			p := homeOf(t, s)
			for range 9 {
				p.scroll.PageDown()
			}
		}},
		{"home, weeks that are done", func(t *testing.T, s *Shell) {
			p := homeOf(t, s)
			s.past.due = map[form.Date]int{"2026-01-12": 1, "2026-03-02": 4, "2026-11-09": 2}
			p.tell()
			p.choose(9)
			s.past = pastDue{}
		}},
		{"home, a week", func(t *testing.T, s *Shell) { homeOf(t, s).choose(47) }},
		{"home, much to do", later(func(t *testing.T, s *Shell) {
			on(s, "2027-06-03")
			s.visited = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
			homeOf(t, s)
			s.visited = time.Time{}
		})},
		{"home, nothing to do", func(t *testing.T, s *Shell) {
			p := homeOf(t, s)
			s.outlook.due, s.outlook.breaches = nil, nil
			p.tell()
		}},
		{"home, nothing now", func(t *testing.T, s *Shell) {
			p := homeOf(t, s)
			var far []app.Deadline
			for _, x := range s.outlook.due {
				if x.State == app.DeadlineLater {
					far = append(far, x)
				}
			}
			s.outlook.due, s.outlook.breaches = far, nil
			p.tell()
		}},
		{"home, still reading", func(t *testing.T, s *Shell) {
			p := homeOf(t, s)
			s.outlook = outlook{}
			p.tell()
		}},
	}
}

// openOwing is the window on an office that owes everything once.
func openOwing(t *testing.T) *Shell {
	t.Helper()
	today := form.DateOf(apptest.Now)
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	db, err := store.Create(context.Background(), file, store.Options{Now: func() time.Time { return apptest.OwingMade(today) }})
	if err == nil {
		err = db.Write(context.Background(), app.By{Who: "prova"}, func(tx *store.Tx) error {
			return apptest.Owing(today, func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	s := shellOn(t, db)
	t.Cleanup(func() {
		s.drafts.stop()
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// TestDeadlinesLead: every kind of deadline leads to the record and the field in which
// it is settled, or to a new record that knows already what it is about.
func TestDeadlinesLead(t *testing.T) {
	s := openOwing(t)
	p := homeOf(t, s)
	tried := map[string]bool{}
	lead := func(follows bool) {
		for _, x := range p.due {
			if x.DeadlineSource != nil && x.Paper == "" && (apptest.Follows[x.Key] != "") == follows {
				tried[x.Key] = true
				s.goTo(0)
				p.settle(x)
				leads(t, s, x)
			}
		}
	}
	lead(false)
	d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
	if err == nil {
		err = apptest.OwingNext(d, form.DateOf(apptest.Now), func(ft *form.Type, rec form.Record) error {
			return s.cfg.Store.Save(context.Background(), s.cfg.By, ft, rec)
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	homeOf(t, s)
	lead(true)
	for _, source := range app.DeadlineSources() {
		if !tried[source.Key] && source.Paper == "" && source.Key != "list-delivery" { // what a print settles, and what follows it, has a test of its own
			t.Errorf("%s is not tried", source.Key)
		}
	}
}

// leads looks whether a deadline led to where it is settled.
func leads(t *testing.T, s *Shell, x app.Deadline) {
	t.Helper()
	if got := s.tabs[s.rail.Selected()].tab; got != x.Tab() {
		t.Errorf("%s leads to tab %v", x.Key, got)
	}
	if x.Key == "backup" {
		b := s.current().(*tabbedPage).current().page.(*backupPage)
		if b.chosen() == nil || b.chosen().UID() != x.UID {
			t.Errorf("%s does not lead to its plan", x.Key)
		}
		return
	}
	if x.Register == app.PermissionForm.Key {
		if s.picture() == nil {
			t.Errorf("%s does not lead to the permissions", x.Key)
		}
		return
	}
	r := openRecordOf(s)
	switch {
	case r == nil:
		t.Errorf("%s does not lead to a record", x.Key)
	case x.New != nil:
		begun(t, s, r, x)
	case x.Key == "dpia-owed":
		if d, ok := r.ed.Rec.(*app.DPIA); !ok || d.Treatment != x.UID {
			t.Errorf("%s leads to %T", x.Key, r.ed.Rec)
		}
		stands(t, s, r, x.Key, "decision")
	case r.uid() != x.UID || r.page.reg.Key != x.Register:
		t.Errorf("%s does not lead to its record", x.Key)
	case x.Key == "breach-clock":
		if r.wizard.shown() != breach.S4 {
			t.Errorf("%s leads to %s", x.Key, r.wizard.shown())
		}
	default:
		stands(t, s, r, x.Key, x.Path)
	}
}

// stands looks whether the keyboard is on a field.
func stands(t *testing.T, s *Shell, r *recordView, key, path string) {
	t.Helper()
	before := s.win.Canvas().Focused()
	r.view.Focus(path)
	if s.win.Canvas().Focused() != before || before == nil {
		t.Errorf("%s does not lead to %s", key, path)
	}
}

// begun looks whether a new record begins with what the deadline knows, is no draft
// as long as nothing is written in it, and has the keyboard where something lacks.
func begun(t *testing.T, s *Shell, r *recordView, x app.Deadline) {
	t.Helper()
	if r.uid() != "" || r.page.reg.Key != x.Writes || r.dirty {
		t.Errorf("%s leads to %s %q, dirty %v", x.Key, r.page.reg.Key, r.uid(), r.dirty)
	}
	for key, value := range x.New {
		if f := r.ed.Type.Field(key); !f.Empty(r.ed.Rec) != (fmt.Sprint(value) != "" && fmt.Sprint(value) != "[]") {
			t.Errorf("%s begins with %q: %v", x.Key, key, value)
		}
	}
	for _, p := range r.view.Problems() {
		if p.Gravity == form.Missing {
			stands(t, s, r, x.Key, p.Path)
			return
		}
	}
}

// TestBandGoesOnWithTheBreach: wherever the breach was left, «Continua» leads to the
// section that the path goes on with.
func TestBandGoesOnWithTheBreach(t *testing.T) {
	s := openOwing(t)
	homeOf(t, s)
	uid := s.outlook.breaches[0].uid
	r := s.openRecord(app.BreachForm.Key, uid)
	r.wizard.turn(breach.S1)
	s.goTo(0)
	find(s.pages[0].object(), "Continua").Tapped(nil)
	if got := openRecordOf(s); got != r || r.wizard.shown() != breach.S4 {
		t.Errorf("it leads to %s", r.wizard.shown())
	}
}

// TestHalfWrittenComesFirst: a new record that was left half written is not written
// over by what another deadline begins, and says so.
func TestHalfWrittenComesFirst(t *testing.T) {
	s := openOwing(t)
	p := homeOf(t, s)
	due := map[string]app.Deadline{}
	for _, x := range p.due {
		if x.DeadlineSource != nil {
			due[x.Key] = x
		}
	}
	p.settle(due["sysadmin-owed"])
	s.goTo(0)
	p.settle(due["custodian-owed"]) // nothing was written meanwhile
	r := openRecordOf(s)
	if got := r.ed.Rec.(*app.Appointment).Role; got != app.RolePasswords {
		t.Errorf("the second letter is for %q", got)
	}
	r.ed.SetText(r.ed.Type.Field("scope_note"), "Solo il lunedì")
	r.edited()
	s.goTo(0)
	p.settle(due["sysadmin-owed"])
	r = openRecordOf(s)
	if a := r.ed.Rec.(*app.Appointment); a.Role != app.RolePasswords || a.ScopeNote != "Solo il lunedì" || !strings.Contains(texts(r.object), "era rimasta a metà") {
		t.Errorf("what was half written is %+v:\n%s", a, texts(r.object))
	}
}

// TestPrintedIsGoneAtOnce: back on the first page, what a print settled is on it no
// more, though no time has passed.
func TestPrintedIsGoneAtOnce(t *testing.T) {
	s, _, _ := clocked(t, app.Sample)
	th := queueThread(s)
	owed := func() bool {
		return slices.ContainsFunc(s.outlook.due, func(x app.Deadline) bool { return x.Key == "permissions-print" && x.Due == "" })
	}
	s.sweep()
	th.until(t, "the office is looked over", func() bool { return s.outlook.known })
	if !owed() {
		t.Fatal("the example is not asked for UPD A")
	}
	printNow(t, s, "permissions-list", "")
	s.goTo(0)
	th.until(t, "UPD A is asked for no more", func() bool { return !owed() })
}

// TestPaperDeadlinesLead: what a print settles shows the paper, of its record where
// it has one, and is gone once that is kept; then comes the delivery to whom it
// belongs, which begins with what is known of it.
func TestPaperDeadlinesLead(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	queue := make(chan func(), 1)
	s.cfg.Do = func(f func()) { queue <- f }
	find := func(key string) (found *app.Deadline) {
		homeOf(t, s)
		for i := range s.outlook.due {
			if x := &s.outlook.due[i]; x.Key == key && found == nil {
				found = x
			}
		}
		return found
	}
	for key, paper := range map[string]string{"authorised-print": "authorised-list", "instructions-print": "backup-instructions"} {
		x := find(key)
		if x == nil {
			t.Fatalf("the example is not asked for %s", key)
		}
		s.pages[0].(*homePage).settle(*x)
		(<-queue)()
		if s.front == s.current().object() {
			t.Errorf("%s shows no paper", key)
		}
		p, _ := papers.Find(s.cfg.Papers, paper)
		made, err := s.prepare(p, x.UID, false)
		if err == nil {
			err = s.keep(made)
		}
		if err != nil || made.document.Draft {
			t.Fatalf("%s: %v, draft %v", key, err, made.document.Draft)
		}
		if y := find(key); y != nil && y.UID == x.UID {
			t.Errorf("%s is still there after the print: %+v", key, y)
		}
	}
	x := find("list-delivery")
	if x == nil {
		t.Fatal("nothing is to be handed over")
	}
	s.pages[0].(*homePage).settle(*x)
	d, ok := openRecordOf(s).ed.Rec.(*app.Delivery)
	if !ok || d.Person != x.New["person"] || d.Document != x.New["document"] || d.Edition == "" {
		t.Errorf("the delivery begins with %+v", d)
	}
	on, wrong := form.ParseDate(d.Edition) // that of the print, by the clock of the file
	if d.On, d.Signed, d.How = on, on, "hand"; wrong != "" {
		t.Fatal(d.Edition, wrong)
	}
	if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.DeliveryForm.Type(), d); err != nil {
		t.Fatal(err)
	}
	if y := find("list-delivery"); y != nil && y.New["person"] == d.Person && y.New["document"] == d.Document {
		t.Errorf("it is still there after it was handed over: %+v", y)
	}
}

// TestDeadlineGoesWhenSettled records what a deadline asks for by the keyboard, from
// the list: after that it is gone, here and on the rail.
func TestDeadlineGoesWhenSettled(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	on(s, "2027-05-18") // the antivirus was due on the 16th
	p := homeOf(t, s)
	find := func() int {
		for i, x := range p.due {
			if x.DeadlineSource != nil && x.Key == "antivirus" {
				return i
			}
		}
		return -1
	}
	at := find()
	if at < 0 || p.list.Rows()[at].When != "da 2 giorni" || p.list.Rows()[at].Verb != "Registra" {
		t.Fatalf("no antivirus in %+v", p.list.Rows())
	}
	overdue, _ := s.outlook.in(app.TabOffice)
	p.list.OnOpen(at)
	r := openRecordOf(s)
	r.ed.SetText(r.ed.Type.Field("antivirus_on"), "18/05/2027")
	r.save()
	p = homeOf(t, s)
	if find() >= 0 {
		t.Error("it is still there after it was saved")
	}
	if now, _ := s.outlook.in(app.TabOffice); now != overdue-1 {
		t.Errorf("the rail counts %d overdue, before %d", now, overdue)
	}
}

// TestHomeTells: the groups, the breach and what changed since the last visit.
func TestHomeTells(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	s.visited = apptest.Now.Add(-7 * 24 * time.Hour)
	p := homeOf(t, s)
	text := texts(p.object())
	for _, want := range []string{
		"domenica 22/11/2026", "restano 21 h 48 min per notificare", "Questa settimana", "mer 25/11", "Copia da fare: «Computer sul NAS»",
		"Completezza dell’ufficio", "Dall’ultima volta, 15/11/2026", "Anno 2026",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
	p.choose(51) // 21 to 27 December: nothing; then the week of the passwords
	if text := texts(p.object()); !strings.Contains(text, "Dal 21/12/2026 al 27/12/2026 non scade niente") {
		t.Errorf("the page says\n%s", text)
	}
	p.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if said := p.strip.AccessibilityLabel(); said != "dal 28/12/2026 al 03/01/2027: 4 scadenze; ven Capodanno" {
		t.Errorf("the week says %q", said)
	}
	p.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if rows := p.list.Rows(); len(rows) != 5 || rows[0].Title != "Settimana dal 28/12/2026 al 03/01/2027" {
		t.Errorf("the week shows %+v", rows)
	}
}

// TestHomeFollowsTheClock: the hours run while the page is in front, and the button
// that has the keyboard keeps it.
func TestHomeFollowsTheClock(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := homeOf(t, s)
	band := p.bands.Objects[0]
	s.cfg.Now = func() time.Time { return apptest.Now.Add(time.Hour) }
	p.minute()
	if text := texts(p.object()); !strings.Contains(text, "restano 20 h 48 min") || p.bands.Objects[0] != band {
		t.Errorf("an hour later the page says\n%s", text)
	}
	s.cfg.Now = func() time.Time { return apptest.Now.Add(22 * time.Hour) }
	p.minute()
	if text := texts(p.object()); !strings.Contains(text, "il termine è passato da 0 h 12 min") || len(p.bands.Objects) != 1 {
		t.Errorf("after the end the page says\n%s", text)
	}
	s.outlook.breaches = nil
	p.tell()
	if len(p.bands.Objects) != 0 || p.bands.Visible() {
		t.Error("the band is still there")
	}
}

// TestLastVisit is kept for the office and the computer, and the example keeps none.
func TestLastVisit(t *testing.T) {
	s, db := openShell(t, app.Sample)
	if !s.visited.IsZero() {
		t.Errorf("the first visit was before: %v", s.visited)
	}
	pref := s.cfg.App.Preferences().String(prefVisit + db.Path())
	s.visiting = ""
	s.beginVisit()
	if s.visited.UTC().Format(time.RFC3339) != pref || pref == "" {
		t.Errorf("the second visit knows %v, kept was %q", s.visited, pref)
	}
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.ClientForm.Type(), &app.Client{Name: "Negozio"}); err != nil {
		t.Fatal(err)
	}
	touched, err := db.Touched(context.Background(), time.Now().Add(-time.Minute))
	if err != nil || len(touched) == 0 {
		t.Fatal(touched, err)
	}
	later, err := db.Touched(context.Background(), time.Now().Add(time.Minute))
	if err != nil || len(later) > 0 {
		t.Error(later, err)
	}
}

// TestHomeTellsOfOwnCopies: never, failed, too old, and in order.
func TestHomeTellsOfOwnCopies(t *testing.T) {
	at := apptest.Now
	made := func(day int, outcome string) app.CopyDestination {
		return app.CopyDestination{Folder: "/media/chiavetta", Made: at.AddDate(0, 0, -day), Tried: at, Outcome: outcome, Said: "La cartella non c’è."}
	}
	for name, c := range map[string]struct {
		places []app.CopyDestination
		want   string
	}{
		"nowhere":   {nil, "non viene copiato"},
		"never":     {[]app.CopyDestination{made(0, app.CopyDone), {Folder: "/media/chiavetta"}}, "In /media/chiavetta non c’è ancora"},
		"absent":    {[]app.CopyDestination{made(0, app.CopyDone), made(0, app.CopyFailed)}, "non è riuscita: La cartella non c’è."},
		"day due":   {[]app.CopyDestination{made(7, app.CopyDone)}, "è più vecchia"},
		"day early": {[]app.CopyDestination{made(6, app.CopyDone)}, ""},
	} {
		o := outlook{known: true, at: at, copies: app.CopySettings{Destinations: c.places, Every: 7}}
		if _, got := ownCopies(o); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%s: %q", name, got)
		}
	}
	s, _ := openShell(t, app.Sample)
	p := homeOf(t, s)
	press(t, p.object(), "Copie di Tutela")
	if tab, ok := s.current().(*tabbedPage); !ok {
		t.Error("it does not lead there")
	} else if _, ok := tab.current().page.(*copiesPage); !ok {
		t.Error("it leads elsewhere")
	}
}
