package ui

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/store"
)

// openShell opens the window of an office filled by fill, on a real file.
func openShell(t testing.TB, fill func(func(*form.Type, form.Record) error) error) (*Shell, *store.DB) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Create(ctx, filepath.Join(t.TempDir(), "ufficio.tutela"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Write(ctx, app.By{Who: "prova"}, func(tx *store.Tx) error {
		return fill(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
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
	return s, db
}

func shellOn(t testing.TB, db *store.DB) *Shell {
	t.Helper()
	shipped, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Config{
		App: test.NewTempApp(t), Store: db, Shipped: shipped, Registers: app.Registers(), Papers: papers.All(app.Registers()),
		Now: func() time.Time { return apptest.Now }, By: app.By{Who: "prova"}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		OpenFile: func(string) error { return nil }, Do: func(func()) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.win.Resize(fyne.NewSize(1366, 697))
	// What the toolkit keeps of what it drew goes when something is drawn after a
	// minute without use, which under the driver of tests nothing is: without this
	// the windows of every test before stay in memory, gigabytes of them.
	t.Cleanup(func() { software.NewCanvas().Capture() })
	return s
}

// listRegisters are the registers that are a list beside a record.
func listRegisters() []app.Register {
	return slices.DeleteFunc(slices.Clone(app.Registers()), func(r app.Register) bool { return r.Picture })
}

// permissionsOf goes to the picture of the permissions.
func permissionsOf(t testing.TB, s *Shell) *permissionPage {
	t.Helper()
	p := s.goToPicture(app.PermissionForm.Key)
	if p == nil {
		t.Fatal("no picture of the permissions")
	}
	return p
}

// registerPageOf goes to the page of a register.
func registerPageOf(t testing.TB, s *Shell, key string) *registerPage {
	t.Helper()
	for i, p := range s.pages {
		switch p := p.(type) {
		case *registerPage:
			if p.reg.Key == key {
				s.goTo(i)
				return p
			}
		case *tabbedPage:
			for j, inner := range p.pages {
				if r := inner.register(); r != nil && r.reg.Key == key {
					s.goTo(i)
					p.tabs.Select(j)
					p.change(j)
					return r
				}
			}
		}
	}
	t.Fatalf("no page for %s", key)
	return nil
}

func TestTabsNotBuiltDoNotShow(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	var got []string
	for _, tab := range s.tabs {
		got = append(got, tab.label)
	}
	if want := "Scadenze, Ufficio, Trattamenti, Personale e credenziali, Backup, Violazioni, Richieste, Documenti"; strings.Join(got, ", ") != want {
		t.Errorf("tabs: %v", got)
	}
}

// TestEveryPageFits: no page of any register may ask for more than a small
// screen has, at any size of text.
func TestEveryPageFits(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for _, scale := range []float32{1, 1.5, 2} {
		s.setScale(scale)
		for _, r := range listRegisters() {
			registerPageOf(t, s, r.Key)
			if m := s.win.Content().MinSize(); m.Width > 1024 || m.Height > 573 { // 600 less the menu bar
				t.Errorf("%s at %v wants %v", r.Key, scale, m)
			}
		}
		homeOf(t, s)
		if m := s.win.Content().MinSize(); m.Width > 1024 || m.Height > 573 {
			t.Errorf("the home page at %v wants %v", scale, m)
		}
		permissionsOf(t, s)
		if m := s.win.Content().MinSize(); m.Width > 1024 || m.Height > 573 {
			t.Errorf("the permissions at %v want %v", scale, m)
		}
	}
}

func TestSaveKeepsWhatIsRight(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.PersonForm.Key)
	p.openRecord("")
	r := p.open
	set := func(key, text string) {
		r.ed.SetText(r.ed.Type.Field(key), text)
		r.view.Sync()
		r.edited()
	}
	set("surname", "D’Alò")
	set("birth", "31/11/1990")
	r.save()
	if r.uid() != "" || !strings.Contains(r.status.Text(), "Data di nascita") {
		t.Fatalf("a wrong date was saved; status %q", r.status.Text())
	}
	set("birth", "30/11/1990")
	r.save()
	rows, err := db.List(context.Background(), "person", app.Query{Text: "d'alo"})
	if err != nil || len(rows) != 1 {
		t.Fatalf("rows: %v, %v", rows, err)
	}
	if _, ok := s.drafts.known[app.DraftKey("person", "")]; ok {
		t.Error("the draft is still there after the save")
	}
}

// TestDraftIsOfferedAgain: what was typed and not saved is there after a start.
func TestDraftIsOfferedAgain(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.TreatmentForm.Key)
	uid := p.model.row(0).UID
	p.openRecord(uid)
	r := p.open
	r.ed.SetText(r.ed.Type.Field("further_by"), "31/11/2026")
	r.ed.SetText(r.ed.Type.Field("description"), "Scritto a metà, perché è suonato il telefono")
	r.edited()
	p.leave()
	s.drafts.stop()

	again := shellOn(t, db)
	defer again.drafts.stop()
	p = registerPageOf(t, again, app.TreatmentForm.Key)
	p.openRecord(uid)
	if got := p.open.ed.Text(r.ed.Type.Field("description")); got != "Scritto a metà, perché è suonato il telefono" {
		t.Errorf("description %q", got)
	}
	if got := p.open.ed.Text(r.ed.Type.Field("further_by")); got != "31/11/2026" {
		t.Errorf("half-typed date %q", got)
	}
	if !p.model.row(0).draft && !p.model.row(1).draft {
		t.Error("the list does not show the draft")
	}
}

func TestOwnEntryIsAddedAndFound(t *testing.T) {
	s, db := openShell(t, app.Sample)
	slug, ok := s.addEntry("software", "Gestionale Però")
	if !ok || s.names.Entry("software", slug) != "Gestionale Però" {
		t.Fatalf("slug %q", slug)
	}
	second, _ := s.addEntry("software", "gestionale pero")
	if second == slug {
		t.Error("two entries share a slug")
	}
	if all, err := db.All(context.Background(), app.CatalogEntryForm.Type()); err != nil || len(all) != 2 {
		t.Errorf("%d entries, %v", len(all), err)
	}
}

// TestPrintedPaperIsKept: once for a preview, with its bytes; blank forms are not.
func TestPrintedPaperIsKept(t *testing.T) {
	s, db := openShell(t, app.Sample)
	paper, _ := papers.Find(s.cfg.Papers, "controller-register")
	for _, blank := range []bool{true, false} {
		p, err := s.prepare(paper, "", blank)
		if err != nil {
			t.Fatal(err)
		}
		s.preview(p)
		s.openPDF(p)
		s.openPDF(p)
	}
	prints, err := db.Prints(context.Background())
	if err != nil || len(prints) != 1 || prints[0].State != app.PrintPrinted || prints[0].Revision != 1 {
		t.Fatalf("prints %+v, %v", prints, err)
	}
	if data, err := db.PrintPDF(context.Background(), prints[0].UID); err != nil || len(data) < 1000 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	s.removeTemporary()
}

// TestMatrixByMouseAndList: a click in the map and the two lists say the same.
func TestMatrixByMouseAndList(t *testing.T) {
	s, _ := openShell(t, apptest.Marketing)
	p := registerPageOf(t, s, app.TreatmentForm.Key)
	p.openRecord(p.model.row(0).UID)
	tr := p.open.ed.Rec.(*app.Treatment)
	if tr.Level().Word() != "Medio-basso" {
		t.Fatalf("level %s", tr.Level().Word())
	}
	p.open.ed.SetText(p.open.ed.Type.Field("consequence"), "4")
	p.open.view.Sync()
	if tr.Level().Word() != "Rilevante" {
		t.Errorf("level %s", tr.Level().Word())
	}
	missing := map[string]bool{}
	for _, x := range p.open.view.Problems() {
		missing[x.Path] = true
	}
	if !missing["further"] || !missing["further_by"] {
		t.Errorf("a relevant risk asks for further measures and a date: %v", missing)
	}
}

// onThread gives the window a thread of its own, which is the test's: what work
// behind the window hands over runs while the test waits for something to hold.
func onThread(t *testing.T, s *Shell) (wait func(what string, holds func() bool)) {
	t.Helper()
	queue := make(chan func(), 256)
	s.cfg.Do = func(f func()) { queue <- f }
	return func(what string, holds func() bool) {
		t.Helper()
		for late := time.After(time.Minute); !holds(); {
			select {
			case f := <-queue:
				f()
			case <-late:
				t.Fatalf("never: %s", what)
			}
		}
	}
}
