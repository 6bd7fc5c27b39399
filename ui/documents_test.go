package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/store"
)

// documents goes to the page of the printed papers.
func documents(t *testing.T, s *Shell) *documentsPage {
	t.Helper()
	for i, tab := range s.tabs {
		if tab.tab == app.TabDocuments {
			s.goTo(i)
			p := s.pages[i].(*tabbedPage)
			p.goTo(0)
			return p.pages[0].page.(*documentsPage)
		}
	}
	t.Fatal("no tab of documents")
	return nil
}

// printNow keeps a paper as printing it does.
func printNow(t *testing.T, s *Shell, kind, subject string) *printed {
	t.Helper()
	paper, ok := papers.Find(s.cfg.Papers, kind)
	if !ok {
		t.Fatal("no paper ", kind)
	}
	p, err := s.prepare(paper, subject, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.keep(p); err != nil {
		t.Fatal(err)
	}
	return p
}

func renameSupplier(t *testing.T, db *store.DB, name string) {
	t.Helper()
	all, err := db.All(context.Background(), app.SupplierForm.Type())
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	rec := all[0].(*app.Supplier)
	rec.Name = name
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.SupplierForm.Type(), rec); err != nil {
		t.Fatal(err)
	}
}

func TestDocumentsPageWaitsToBeSeen(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for i, tab := range s.tabs {
		if p, ok := s.pages[i].(*tabbedPage); ok && tab.tab == app.TabDocuments && p.pages[0].page.(*documentsPage).split != nil {
			t.Errorf("the page of %s was built before anybody looked at it", tab.label)
		}
	}
	if text := texts(documents(t, s).object()); !strings.Contains(text, "I documenti stampati restano qui") {
		t.Errorf("an office without prints shows:\n%s", text)
	}
}

// TestDocumentsAreFiltered: by state, by words without their accents; and sorted.
func TestDocumentsAreFiltered(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	rows, err := db.List(context.Background(), app.TreatmentForm.Key, app.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[:3] {
		printNow(t, s, "treatment-sheet", r.UID)
		*now = now.Add(time.Hour)
	}
	printNow(t, s, "list-supplier", "")
	*now = now.Add(time.Hour)
	renameSupplier(t, db, "Però e figli")
	printNow(t, s, "list-supplier", "")
	p := documents(t, s)
	counts := map[string]int{}
	for _, x := range p.all {
		counts[x.State]++
	}
	if len(p.all) != 5 || counts[app.PrintSuperseded] != 1 || counts[app.PrintSigned] != 0 {
		t.Fatalf("states %v", counts)
	}
	text := texts(p.object())
	if strings.Contains(text, "firmati") || !strings.Contains(text, "tutti 5\n") {
		t.Errorf("filters:\n%s", text)
	}
	press(t, p.object(), "superati 1")
	if len(p.rows) != 1 || p.rows[0].State != app.PrintSuperseded || !strings.Contains(texts(p.object()), "Elenco: Fornitori, ") {
		t.Errorf("superseded: %+v", p.rows)
	}
	press(t, p.object(), "tutti 5")
	s.actions().search()
	test.Type(s.win.Canvas().Focused(), "fornitori ELENCO")
	if len(p.rows) != 2 {
		t.Errorf("two words found %d", len(p.rows))
	}
	test.Type(s.win.Canvas().Focused(), " perù")
	if len(p.rows) != 0 || !strings.Contains(texts(p.object()), "Niente con «fornitori ELENCO perù»") {
		t.Errorf("found %d", len(p.rows))
	}
	typeKey(s, fyne.KeyEscape)
	newest := p.rows[0].Title
	press(t, p.object(), "Dal più recente")
	if p.rows[0].Title == p.rows[4].Title || plain(p.rows[0].Title) > plain(p.rows[4].Title) || newest != "Elenco: Fornitori" {
		t.Errorf("by name: %s … %s", p.rows[0].Title, p.rows[4].Title)
	}
	p.open(0) // the list of suppliers, which was printed twice
	older := p.others(p.rows[0])
	if len(older) != 1 {
		t.Fatalf("%d other prints of it", len(older))
	}
	press(t, older[0], "revisione 1 · "+form.MomentOf(now.Add(-time.Hour)).String()+" · superato")
	if x, ok := p.current(); !ok || x.State != app.PrintSuperseded || p.list.Selected() < 0 {
		t.Errorf("leads to %+v", x)
	}
}

// TestKeptPaperIsAsItWas: years and changes later it shows, saves and prints what
// was printed.
func TestKeptPaperIsAsItWas(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	eater := &paperEater{}
	s.cfg.Printers = eater
	was := printNow(t, s, "list-supplier", "")
	renameSupplier(t, db, "Tutt’altro nome")
	*now = now.AddDate(2, 0, 0)
	p := documents(t, s)
	x := p.rows[0]
	layout, err := s.keptLayout(x)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := pdf.Write(layout); err != nil || !bytes.Equal(again, was.bytes) {
		t.Errorf("the pages shown are not those printed: %v", err)
	}
	press(t, p.object(), "Vedi le pagine")
	if text := front(s); !strings.Contains(text, fmt.Sprintf("pagina 1 di %d", len(was.layout.Pages))) || !strings.Contains(text, "Elenco: Fornitori · ") {
		t.Errorf("the preview says:\n%s", text)
	}
	th := playThread(t, s)
	s.actions().print()
	th.until(t, "a printer is asked for", func() bool { return strings.Contains(asked(s), "Fronte e retro") })
	confirm(t, s, "Stampa")
	th.until(t, "it is printed", func() bool { return strings.Contains(asked(s), "In stampa") })
	confirm(t, s, "Ho capito")
	if len(countPrints(t, db)) != 1 || eater.pages != len(was.layout.Pages) {
		t.Errorf("%d kept, %d pages printed", len(countPrints(t, db)), eater.pages)
	}
	typeKey(s, fyne.KeyEscape)
	if s.front != s.current().object() || p.uid != x.UID {
		t.Fatal("Escape does not lead back to the paper")
	}
	dir := t.TempDir()
	s.setLastFolder(dir)
	press(t, p.object(), "Salva il PDF…")
	confirm(t, s, "Salva")
	files := filesIn(t, dir)
	if !bytes.Equal(files["Elenco - Fornitori.pdf"], was.bytes) {
		t.Errorf("saved as something else: %d files", len(files))
	}
}

// TestRegisterSavedAsWorkbook: the preview of the simplified register saves it as the
// workbook that the command writes, and no other paper offers that.
func TestRegisterSavedAsWorkbook(t *testing.T) {
	s, db, _ := clocked(t, app.Sample)
	dir := t.TempDir()
	s.setLastFolder(dir)
	p := ready(t, s, "simplified-register")
	s.preview(p)
	press(t, s.stack, "Salva come foglio di calcolo…")
	confirm(t, s, "Salva")
	confirm(t, s, "Ho capito")
	want, err := exchange.WriteSheet(p.document)
	if err != nil {
		t.Fatal(err)
	}
	rows := func(data []byte) [][]string {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	got := rows(filesIn(t, dir)["Registro semplificato dei trattamenti.xlsx"])
	if len(got) < 8 || !reflect.DeepEqual(got, rows(want)) {
		t.Errorf("saved is\n%q", got)
	}
	if n := len(countPrints(t, db)); n != 0 {
		t.Errorf("%d prints of it are kept", n)
	}
	s.preview(ready(t, s, "controller-register"))
	if strings.Contains(front(s), "foglio di calcolo") {
		t.Error("another paper offers it too")
	}
}

// older is an office whose papers were kept with their PDF alone.
type older struct{ Store }

func (older) PrintLayout(context.Context, string) ([]byte, error) { return nil, nil }

func TestPaperWithoutPagesOpensInTheViewer(t *testing.T) {
	s, _, _ := clocked(t, app.Sample)
	was := printNow(t, s, "simplified-register", "")
	s.cfg.Store = older{s.cfg.Store}
	var opened []byte
	s.cfg.OpenFile = func(path string) (err error) {
		opened, err = os.ReadFile(path)
		return err
	}
	p := documents(t, s)
	press(t, p.object(), "Vedi le pagine")
	if !bytes.Equal(opened, was.bytes) || s.front != s.current().object() {
		t.Errorf("%d bytes opened", len(opened))
	}
	s.removeTemporary()
}

func verify(t *testing.T, s *Shell, th thread) string {
	t.Helper()
	p := documents(t, s)
	if p.verdict != nil {
		p.verdict = nil
		p.fill(p.rows[0])
	}
	press(t, p.object(), "Verifica")
	th.until(t, "it is verified", func() bool { return p.verdict != nil })
	return texts(p.object())
}

// TestVerify: a whole paper is told from one whose bytes were changed, and one
// that still says what is from one that does not.
func TestVerify(t *testing.T) {
	const (
		whole   = "Il documento è intero"
		same    = "Da allora niente è cambiato"
		changed = "Da allora qualcosa è cambiato"
	)
	s, db, now := clocked(t, app.Sample)
	th := playThread(t, s)
	was := printNow(t, s, "list-supplier", "")
	*now = now.AddDate(0, 0, 10)
	if text := verify(t, s, th); !strings.Contains(text, whole) || !strings.Contains(text, same) {
		t.Errorf("ten days later:\n%s", text)
	}
	renameSupplier(t, db, "Tutt’altro nome")
	if text := verify(t, s, th); !strings.Contains(text, whole) || !strings.Contains(text, changed) {
		t.Errorf("a supplier renamed:\n%s", text)
	}
	s.cfg.Store = rewritten{s.cfg.Store}
	if text := verify(t, s, th); strings.Contains(text, whole) || !strings.Contains(text, "L’impronta non è quella che la storia dell’ufficio ricorda") {
		t.Errorf("the trail remembers another:\n%s", text)
	}

	// Somebody changes one byte of the PDF, in the file itself.
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ufficio.tutela")
	data, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, was.bytes[:40])
	if at < 0 {
		t.Fatal("the PDF is not in the file")
	}
	data[at+20] ^= 1
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s2 := shellOn(t, again)
	defer again.Close()
	defer s2.drafts.stop()
	if text := verify(t, s2, playThread(t, s2)); strings.Contains(text, whole) || !strings.Contains(text, "danneggiato") {
		t.Errorf("a byte was changed:\n%s", text)
	}
}

// rewritten is an office whose trail notes another digest for its papers.
type rewritten struct{ Store }

func (r rewritten) History(ctx context.Context, register, uid string) ([]app.Change, error) {
	list, err := r.Store.History(ctx, register, uid)
	for i := range list {
		list[i].Payload = bytes.Replace(list[i].Payload, []byte(`"sha256":"`), []byte(`"sha256":"0`), 1)
	}
	return list, err
}

// TestVerifyWithoutTheRecord: a paper outlives its record.
func TestVerifyWithoutTheRecord(t *testing.T) {
	s, db, _ := clocked(t, apptest.Marketing)
	th := playThread(t, s)
	rows, err := db.List(context.Background(), app.TreatmentForm.Key, app.Query{})
	if err != nil || len(rows) == 0 {
		t.Fatal(len(rows), err)
	}
	// A draft: what was printed whole is not deleted.
	rec, err := db.Get(context.Background(), app.TreatmentForm.Type(), rows[0].UID)
	if err != nil {
		t.Fatal(err)
	}
	rec.(*app.Treatment).Title = ""
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.TreatmentForm.Type(), rec.(form.Record)); err != nil {
		t.Fatal(err)
	}
	printNow(t, s, "treatment-sheet", rows[0].UID)
	if err := db.Delete(context.Background(), app.By{Who: "prova"}, app.TreatmentForm.Type(), rows[0].UID); err != nil {
		t.Fatal(err)
	}
	if text := verify(t, s, th); !strings.Contains(text, "Il documento è intero") || !strings.Contains(text, "La scheda di cui parla non c’è più.") {
		t.Errorf("the record is gone:\n%s", text)
	}
}
