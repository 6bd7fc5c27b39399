package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/store"
	"tutela/ui/kit"
)

// thread is the window's thread as a test plays it: work behind the window waits
// until the test has done what it asked for.
type thread chan func()

// playThread has a test play the window's thread.
func playThread(t *testing.T, s *Shell) thread {
	th, end := make(thread), make(chan struct{})
	t.Cleanup(func() { close(end) })
	s.cfg.Do = func(f func()) {
		done := make(chan struct{})
		select {
		case th <- func() { f(); close(done) }:
			<-done
		case <-end:
		}
	}
	return th
}

// until does what is asked for until something is so.
func (th thread) until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for !so() {
		select {
		case f := <-th:
			f()
		case <-time.After(60 * time.Second):
			t.Fatalf("never so: %s", what)
		}
	}
}

// clocked opens the window on an office whose file and papers go by one clock.
func clocked(t *testing.T, fill func(func(*form.Type, form.Record) error) error) (*Shell, *store.DB, *time.Time) {
	t.Helper()
	now := apptest.Now
	clock := func() time.Time { return now }
	db, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "ufficio.tutela"), store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Write(context.Background(), app.By{Who: "prova"}, func(tx *store.Tx) error {
		return fill(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	s := shellOn(t, db)
	s.cfg.Now = clock
	t.Cleanup(func() {
		s.drafts.stop()
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, db, &now
}

func menuItem(t *testing.T, s *Shell, label string) *fyne.MenuItem {
	t.Helper()
	for _, m := range s.win.MainMenu().Items {
		for _, it := range m.Items {
			if it.Label == label {
				return it
			}
		}
	}
	t.Fatalf("no menu says %q", label)
	return nil
}

// openBatch opens the page as a user does, and waits until all is compared.
func openBatch(t *testing.T, s *Shell, th thread) {
	t.Helper()
	menuItem(t, s, "Stampa più documenti…").Action()
	th.until(t, "all papers are compared", func() bool { return compared(s) })
}

func compared(s *Shell) bool {
	text := front(s)
	return strings.Contains(text, "scelti ") && !strings.Contains(text, "scelti 0 di 0") && !strings.Contains(text, "ne confronto ancora")
}

// asked is what a dialog over the window says, "" where there is none.
func asked(s *Shell) string {
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		return texts(top)
	}
	return ""
}

// into answers the dialog that asks for a folder.
func into(t *testing.T, s *Shell, dir string) {
	t.Helper()
	box := s.win.Canvas().Focused().(*kit.Entry)
	box.SetText(dir)
	confirm(t, s, "Salva")
}

func countPrints(t *testing.T, db *store.DB) []app.Print {
	t.Helper()
	prints, err := db.Prints(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return prints
}

func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, e := range entries {
		if !e.IsDir() {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			out[e.Name()] = data
		}
	}
	return out
}

// allPapers counts what can be printed of the example.
func allPapers(t *testing.T, s *Shell) int {
	t.Helper()
	n := 0
	for _, p := range s.cfg.Papers {
		switch {
		case !p.Filled:
		case p.Register == "":
			n++
		default:
			rows, err := s.cfg.Store.List(context.Background(), p.Register, app.Query{Ended: true})
			if err != nil || len(rows) == 0 {
				t.Fatal(p.Kind, len(rows), err)
			}
			wanted, err := wantedOf(context.Background(), s.cfg.Store, s.cfg.Registers, p)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if wanted(r) {
					n++
				}
			}
		}
	}
	return n
}

// TestPrintManyIntoAFolder: all papers go into the folder, each is kept as its
// file is, and from then on only what has changed is offered.
func TestPrintManyIntoAFolder(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	n := allPapers(t, s)
	if text := front(s); !strings.Contains(text, fmt.Sprintf("scelti %d di %d", n, n)) || !strings.Contains(text, "mai stampato") {
		t.Fatalf("%d papers, the page says:\n%s", n, text)
	}
	dir := t.TempDir()
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	th.until(t, "it is said that all is saved", func() bool { return strings.Contains(asked(s), "Documenti salvati") })
	if text := asked(s); !strings.Contains(text, fmt.Sprintf("Documenti salvati: %d di %d, in «%s».", n, n, dir)) {
		t.Errorf("said: %s", text)
	}
	confirm(t, s, "Ho capito")
	files, prints := filesIn(t, dir), countPrints(t, db)
	if len(files) != n || len(prints) != n {
		t.Errorf("%d files, %d kept, of %d papers", len(files), len(prints), n)
	}
	kept := map[string]bool{}
	for _, x := range prints {
		data, err := db.PrintPDF(context.Background(), x.UID)
		if err != nil {
			t.Fatal(err)
		}
		kept[string(data)] = true
	}
	for name, data := range files {
		if !kept[string(data)] || !bytes.HasPrefix(data, []byte("%PDF")) || strings.ContainsAny(name, `/\:*?"<>|`) || !strings.HasSuffix(name, ".pdf") {
			t.Errorf("%q: %d bytes, kept as they are: %v", name, len(data), kept[string(data)])
		}
	}
	if _, ok := files["Elenco - Persone.pdf"]; !ok {
		t.Error("no list of people among the files")
	}

	// Another day, another print: what has not changed says so.
	*now = now.Add(72 * time.Hour)
	th.until(t, "all are compared again", func() bool { return compared(s) && strings.Contains(front(s), "solo mai stampati o cambiati 0\n") })
	press(t, s.stack, "solo mai stampati o cambiati 0")
	if text := front(s); !strings.Contains(text, "Niente è cambiato dall’ultima stampa.") || !strings.Contains(text, fmt.Sprintf("scelti 0 di %d", n)) {
		t.Errorf("nothing has changed, and the page says:\n%s", text)
	}
	site, err := db.All(context.Background(), app.SupplierForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	site[0].(*app.Supplier).Name = "Un altro nome S.r.l."
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.SupplierForm.Type(), site[0].(*app.Supplier)); err != nil {
		t.Fatal(err)
	}
	press(t, s.stack, "Torna")
	openBatch(t, s, th)
	press(t, s.stack, "solo mai stampati o cambiati"+wantedCount(s))
	s.actions().search()
	test.Type(s.win.Canvas().Focused(), "elenco")
	text := front(s)
	if !strings.Contains(text, "cambiato dopo la stampa del "+form.DateOf(apptest.Now).String()) || !strings.Contains(text, "Elenco: Fornitori") || strings.Contains(text, "Elenco: Sedi") {
		t.Errorf("a supplier was renamed, and the page says:\n%s", text)
	}
}

// wantedCount is the number on the filter of what is to be printed.
func wantedCount(s *Shell) string {
	_, after, _ := strings.Cut(front(s), "solo mai stampati o cambiati")
	count, _, _ := strings.Cut(after, "\n")
	return count
}

// TestPrintManyStopped: what was saved until then stays and is said; nothing is
// half done.
func TestPrintManyStopped(t *testing.T) {
	s, db, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	dir := t.TempDir()
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	second := s.cfg.Papers[2].Title // the first is a sheet, of a record
	th.until(t, "the second paper is worked on", func() bool { return strings.Contains(asked(s), second) })
	confirm(t, s, "Annulla")
	th.until(t, "it is said that it stopped", func() bool { return strings.Contains(asked(s), "Fermato") })
	if text := asked(s); !strings.Contains(text, "Documenti salvati: 2 di ") || !strings.Contains(text, "Gli altri non sono stati scritti.") {
		t.Errorf("said: %s", text)
	}
	if files, prints := filesIn(t, dir), countPrints(t, db); len(files) != 2 || len(prints) != 2 {
		t.Errorf("%d files, %d kept", len(files), len(prints))
	}
}

// TestPrintManyWhereItCannotWrite: the sentence says why, and what is there.
func TestPrintManyWhereItCannotWrite(t *testing.T) {
	s, db, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	dir := t.TempDir()
	// A folder stands where the second file is to go: nobody can write there.
	if err := os.MkdirAll(filepath.Join(dir, s.cfg.Papers[2].Title+".pdf", "piena"), 0o700); err != nil {
		t.Fatal(err)
	}
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	if text := asked(s); !strings.Contains(text, "Sostituire i file che ci sono già?") {
		t.Fatalf("nobody asked: %s", text)
	}
	confirm(t, s, "Sostituisci")
	th.until(t, "it is said that it failed", func() bool { return strings.Contains(asked(s), "Non è andata a buon fine") })
	if text := asked(s); !strings.Contains(text, "non si può scrivere") || !strings.Contains(text, "Documenti salvati: 1 di ") {
		t.Errorf("said: %s", text)
	}
	if files, prints := filesIn(t, dir), countPrints(t, db); len(files) != 1 || len(prints) != 1 {
		t.Errorf("%d files, %d kept", len(files), len(prints))
	}
	confirm(t, s, "Ho capito")
	th.until(t, "all are compared again", func() bool { return compared(s) })
	press(t, s.stack, "In una cartella…")
	into(t, s, filepath.Join(dir, "non c’è"))
	if text := asked(s); !strings.Contains(text, "Questa cartella non c’è.") {
		t.Errorf("said: %s", text)
	}
}

// TestPrintManyKeepsFilesOfOthers: a file that is there is replaced only if one
// says so.
func TestPrintManyKeepsFilesOfOthers(t *testing.T) {
	s, _, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	dir := t.TempDir()
	mine := strings.ToUpper(s.cfg.Papers[1].Title) + ".pdf" // as some systems would read the name of ours
	for _, name := range []string{mine, s.cfg.Papers[1].Title + ".pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mio"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := len(filesIn(t, dir))
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	confirm(t, s, "Annulla")
	if len(filesIn(t, dir)) != before {
		t.Error("something was written after «Annulla»")
	}
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	confirm(t, s, "Tieni anche quelli")
	th.until(t, "all is saved", func() bool { return strings.Contains(asked(s), "Documenti salvati") })
	files := filesIn(t, dir)
	if string(files[mine]) != "mio" || string(files[s.cfg.Papers[1].Title+".pdf"]) != "mio" {
		t.Error("a file of somebody else was overwritten")
	}
	if len(files) != before+allPapers(t, s) || files[s.cfg.Papers[1].Title+" (2).pdf"] == nil {
		t.Errorf("%d files, %d before", len(files), before)
	}
}

// TestOnePDFOfMany: one file, with a list before the papers that leads to each;
// stopped, there is nothing.
func TestOnePDFOfMany(t *testing.T) {
	s, db, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	test.Type(s.win.Canvas().Focused(), "") // the rows have the keyboard
	s.actions().search()
	test.Type(s.win.Canvas().Focused(), "scheda di trattamento")
	rows, _ := db.List(context.Background(), app.TreatmentForm.Key, app.Query{})
	n := len(rows)
	if text := front(s); !strings.Contains(text, fmt.Sprintf("scelti %d di ", n)) {
		t.Fatalf("%d sheets, the page says:\n%s", n, text)
	}
	dir := t.TempDir()
	s.setLastFolder(dir)
	press(t, s.stack, "Un solo PDF…")
	confirm(t, s, "Salva")
	th.until(t, "the work began", func() bool { return strings.Contains(asked(s), "Scheda di trattamento") })
	confirm(t, s, "Annulla")
	th.until(t, "it stopped", func() bool { return strings.Contains(asked(s), "Non è stato scritto niente.") })
	if files, prints := filesIn(t, dir), countPrints(t, db); len(files)+len(prints) != 0 {
		t.Errorf("stopped, and there are %d files, %d kept", len(files), len(prints))
	}
	confirm(t, s, "Ho capito")
	th.until(t, "all are compared again", func() bool { return compared(s) })
	press(t, s.stack, "Un solo PDF…")
	confirm(t, s, "Salva")
	th.until(t, "it is saved", func() bool { return strings.Contains(asked(s), "PDF salvato") })
	files, prints := filesIn(t, dir), countPrints(t, db)
	if len(files) != 1 || len(prints) != n {
		t.Fatalf("%d files, %d kept of %d", len(files), len(prints), n)
	}
	data := files["Documenti dell’ufficio.pdf"]
	if pages := bytes.Count(data, []byte("/Type /Page\n")); pages <= n || !bytes.Contains(data, []byte("/Outlines")) {
		t.Errorf("%d pages of %d papers", pages, n)
	}
	for _, x := range prints {
		if x.Kind != "treatment-sheet" || x.Subject == "" {
			t.Errorf("kept %+v", x)
		}
	}
}

// paperEater is a printer that notes what it got.
type paperEater struct {
	pages int
	jobs  []PrintJob
	wrong error
}

func (e *paperEater) List(context.Context) ([]string, error) { return []string{"Multifunzione"}, nil }

func (e *paperEater) Print(_ context.Context, path string, job PrintJob) error {
	data, err := os.ReadFile(path)
	e.pages = bytes.Count(data, []byte("/Type /Page\n"))
	e.jobs = append(e.jobs, job)
	if err == nil {
		err = e.wrong
	}
	return err
}

// findCheck is the first box to tick.
func findCheck(t *testing.T, o fyne.CanvasObject) *kit.Check {
	t.Helper()
	var found *kit.Check
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *kit.Check:
			found = x
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	if walk(o); found == nil {
		t.Fatal("no box to tick")
	}
	return found
}

// TestManyToThePrinter: one job for all, kept when the system has taken it.
func TestManyToThePrinter(t *testing.T) {
	s, db, _ := clocked(t, app.Sample)
	eater := &paperEater{wrong: &app.Refusal{What: "La stampante non risponde.", Do: "Accendetela."}}
	s.cfg.Printers = eater
	th := playThread(t, s)
	openBatch(t, s, th)
	n := allPapers(t, s)
	for _, wrong := range []bool{true, false} {
		press(t, s.stack, "Stampa…")
		th.until(t, "a printer is asked for", func() bool { return strings.Contains(asked(s), "Fronte e retro") })
		findCheck(t, s.win.Canvas().Overlays().Top()).Tapped(nil)
		confirm(t, s, "Stampa")
		said := "La stampante non risponde."
		if !wrong {
			said = "In stampa"
		}
		th.until(t, "the printer has answered", func() bool { return strings.Contains(asked(s), said) })
		confirm(t, s, "Ho capito")
		if kept := len(countPrints(t, db)); wrong && kept != 0 || !wrong && kept != n {
			t.Errorf("%d kept of %d, the printer failed: %v", kept, n, wrong)
		}
		eater.wrong = nil
	}
	pages := 0
	for _, x := range countPrints(t, db) {
		data, err := db.PrintLayout(context.Background(), x.UID)
		if err != nil {
			t.Fatal(err)
		}
		layout, err := pdf.Unpack(data)
		if err != nil {
			t.Fatal(err)
		}
		pages += len(layout.Pages) + len(layout.Pages)%2 // each on sheets of its own
	}
	if last := pages - eater.pages; len(eater.jobs) != 2 || last != 0 && last != 1 {
		t.Errorf("%d jobs, the last of %d pages instead of %d", len(eater.jobs), eater.pages, pages)
	}
	th.until(t, "what was printed shows as printed", func() bool { return strings.Contains(front(s), "solo mai stampati o cambiati 0\n") })
}

// TestBatchByKeys: rows and groups are ticked from the keyboard, and only what is
// ticked and listed is taken.
func TestBatchByKeys(t *testing.T) {
	s, _, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	openBatch(t, s, th)
	n := allPapers(t, s)
	group := 0 // the first
	for _, p := range s.cfg.Papers {
		if p.Filled && p.Register == "" && !papers.IsList(p) {
			group++
		}
	}
	typeKey(s, fyne.KeyDown) // its head
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeySpace, n - group}, {fyne.KeyDown, n - group}, {fyne.KeySpace, n - group + 1}, {fyne.KeyHome, n - group + 1}, {fyne.KeySpace, n}, {fyne.KeySpace, n - group},
	} {
		typeKey(s, step.key)
		if text := front(s); !strings.Contains(text, fmt.Sprintf("scelti %d di %d", step.want, n)) {
			t.Errorf("after %s not %d are taken:\n%s", step.key, step.want, text[:400])
		}
	}
	s.actions().search()
	test.Type(s.win.Canvas().Focused(), "registro dei trattamenti del titolare")
	if text := front(s); !strings.Contains(text, fmt.Sprintf("scelti 0 di %d", n)) {
		t.Errorf("registers are not ticked, and the page says:\n%s", text)
	}
	if find(s.stack, "Stampa…").(*kit.Button).Disabled() != true {
		t.Error("nothing is taken, and it can be printed")
	}
	typeKey(s, fyne.KeyEscape)
	typeKey(s, fyne.KeyEscape)
	if s.front != s.current().object() {
		t.Error("Escape does not lead back")
	}
}

// TestBatchComparesInSteps: the window hears of it some papers at a time, and
// nothing more once one has left.
func TestBatchComparesInSteps(t *testing.T) {
	s, db := openShell(t, app.Sample)
	d, err := db.Dossier(context.Background(), apptest.Now)
	if err != nil {
		t.Fatal(err)
	}
	paper, _ := papers.Find(s.cfg.Papers, "simplified-register")
	p, err := prepared(d, paper, "", false)
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]*batchDoc, 3*checkedAtOnce-7)
	for i := range docs {
		docs[i] = &batchDoc{paper: paper, last: app.Print{At: apptest.Now, Facts: facts(p.document)}}
		if i%10 == 3 {
			docs[i].last.Facts = "altro"
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	told, wrong := 0, 0
	checkBatch(ctx, d, docs, func(from int, same []bool) {
		if from != told || len(same) > checkedAtOnce {
			t.Errorf("%d at once from %d, after %d", len(same), from, told)
		}
		for i := range same {
			if same[i] != ((from+i)%10 != 3) {
				wrong++
			}
		}
		if told += len(same); told > checkedAtOnce {
			cancel()
		}
	})
	if told != 2*checkedAtOnce || wrong > 0 {
		t.Errorf("%d compared, %d wrongly", told, wrong)
	}
}
