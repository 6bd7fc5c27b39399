package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/store"
	"tutela/ui/kit"
)

// desk is a window at the supplier of the example, a folder with files to
// attach, and what the system was asked to open.
type desk struct {
	t      *testing.T
	s      *Shell
	db     *store.DB
	r      *recordView
	a      answers
	folder string
	opened []string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir()) // where copies to look at go
	s, db := openShell(t, app.Sample)
	d := &desk{t: t, s: s, db: db, a: holdAnswers(s), folder: t.TempDir()}
	s.cfg.OpenFile = func(path string) error {
		d.opened = append(d.opened, path)
		return nil
	}
	d.r = first(t, s, app.SupplierForm.Key)
	return d
}

// file puts a file into the folder.
func (d *desk) file(name string, data []byte) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// until runs what the window's thread is asked to do until something holds.
func (d *desk) until(what string, holds func() bool) {
	d.t.Helper()
	for !holds() {
		select {
		case f := <-d.a:
			f()
		case <-time.After(30 * time.Second):
			d.t.Fatalf("it never came about that %s; dialogs say:\n%s", what, d.dialog())
		}
	}
}

func (d *desk) dialog() string {
	if top := d.s.win.Canvas().Overlays().Top(); top != nil {
		return texts(top)
	}
	return ""
}

func (d *desk) files() []form.File { return d.r.ed.Rec.(*app.Supplier).ContractFiles }

// list is the control of the files.
func (d *desk) list() *kit.FileList {
	d.t.Helper()
	l := seek(d.r.view.Object(), func(*kit.FileList) bool { return true })
	if l == nil {
		d.t.Fatal("the form shows no files")
	}
	return l
}

// seek finds the first thing of a kind below an object.
func seek[T fyne.CanvasObject](o fyne.CanvasObject, is func(T) bool) (found T) {
	if x, ok := o.(T); ok && is(x) {
		return x
	}
	var kids []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		kids = x.Objects
	case fyne.Widget:
		kids = test.WidgetRenderer(x).Objects()
	}
	for _, k := range kids {
		if found := seek(k, is); any(found) != any(*new(T)) {
			return found
		}
	}
	return found
}

// choose presses the button of the field and takes the one file of the folder in
// the toolkit's dialog.
func (d *desk) choose(name string, data []byte) {
	d.t.Helper()
	d.folder = d.t.TempDir()
	d.file(name, data)
	d.dialogFor()()
}

// dialogFor opens the dialog with the one file of the folder chosen; what it
// gives presses «Apri».
func (d *desk) dialogFor() func() {
	d.t.Helper()
	d.s.setLastFolder(d.folder)
	press(d.t, d.list(), "Aggiungi un file…")
	top := d.s.win.Canvas().Overlays().Top()
	if top == nil {
		d.t.Fatal("no dialog asks for a file")
	}
	grid := seek(top, func(*widget.GridWrap) bool { return true })
	if grid == nil {
		d.t.Fatal("the dialog shows no files")
	}
	grid.Select(grid.Length() - 1)
	open := seek(top, func(b *widget.Button) bool { return b.Text == "Apri" })
	if open == nil || open.Disabled() {
		d.t.Fatal("nothing can be chosen")
	}
	return func() { test.Tap(open) }
}

// attach chooses a file and waits until it is taken in.
func (d *desk) attach(name string, data []byte) {
	d.t.Helper()
	n := len(d.files())
	d.choose(name, data)
	d.until(name+" is attached", func() bool { return len(d.files()) > n })
}

func TestAttachedFileIsSavedAndOpened(t *testing.T) {
	d := newDesk(t)
	data := bytes.Repeat([]byte("%PDF contratto "), 90_000)
	d.attach("Contratto è firmato.PDF", data)
	if got := texts(d.list()); !strings.Contains(got, "Contratto è firmato.PDF") || !strings.Contains(got, "1,3 MB · aggiunto il 22/11/2026") {
		t.Errorf("the row says %q", got)
	}
	d.r.save()
	rec, err := d.db.Get(context.Background(), app.SupplierForm.Type(), d.r.uid())
	if err != nil {
		t.Fatal(err)
	}
	file := rec.(*app.Supplier).ContractFiles[0]
	if kept, _, err := d.db.Blob(context.Background(), file.SHA256); err != nil || !bytes.Equal(kept, data) || file.MIME != "application/pdf" || file.Size != int64(len(data)) {
		t.Fatalf("%+v, %d bytes, %v", file, len(kept), err)
	}
	d.r.page.open = nil
	d.r.page.openRecord(rec.(*app.Supplier).UID())
	d.r = d.r.page.open
	if got := texts(d.list()); !strings.Contains(got, "aggiunto il "+form.DateOf(rec.(*app.Supplier).Head().Updated).String()) {
		t.Errorf("opened again the row says %q", got)
	}

	for range 2 {
		n := len(d.opened)
		press(t, d.list(), "Apri")
		d.until("it is opened", func() bool { return len(d.opened) > n })
	}
	for _, path := range d.opened {
		got, err := os.ReadFile(path)
		info, statErr := os.Stat(path)
		if err != nil || statErr != nil || !bytes.Equal(got, data) || filepath.Base(path) != "Contratto è firmato.PDF" || info.Mode().Perm()&0o222 != 0 {
			t.Errorf("%s: %d bytes, %v, %v", path, len(got), info, err)
		}
		for dir := filepath.Dir(path); dir != os.TempDir(); dir = filepath.Dir(dir) {
			if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("others can look into %s: %v %v", dir, info, err)
			}
		}
	}
	d.s.leave()
	if left, _ := os.ReadDir(os.TempDir()); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestCopyIsSaved(t *testing.T) {
	d := newDesk(t)
	data := []byte("PK\x03\x04 archivio")
	d.attach("tutto il 2025.zip", data)
	d.s.setLastFolder(t.TempDir())
	press(t, d.list(), "Salva una copia…")
	confirm(t, d.s, "Salva")
	d.until("it is said where the copy is", func() bool { return strings.Contains(d.dialog(), "Copia salvata") })
	if got, err := os.ReadFile(filepath.Join(d.s.lastFolder(), "tutto il 2025.zip")); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%q, %v", got, err)
	}
}

// TestRefusedFiles: each is refused with a sentence beside the field, and what
// was there before stays.
func TestRefusedFiles(t *testing.T) {
	d := newDesk(t)
	d.attach("primo.pdf", []byte("uno"))
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"grande.pdf": {make([]byte, app.MaxFile+1), "L’allegato è troppo grande: pesa 20,1 MB"},
		"vuoto.pdf":  {nil, "Il file «vuoto.pdf» è vuoto."},
		"ancora.pdf": {[]byte("uno"), "«ancora.pdf» non è stato aggiunto una seconda volta: il suo contenuto c’è già, in «primo.pdf»."},
	} {
		d.choose(name, c.data)
		d.until(name+" is refused", func() bool { return strings.HasPrefix(d.list().Said(), c.want) })
		if len(d.files()) != 1 || d.dialog() != "" {
			t.Errorf("%s: files %v, dialog %q", name, d.files(), d.dialog())
		}
	}
	d.folder = t.TempDir()
	path := d.file("sparito.pdf", []byte("x"))
	open := d.dialogFor()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	open()
	if got := d.list().Said(); !strings.HasPrefix(got, "Il file «sparito.pdf» non si può leggere.") {
		t.Errorf("said %q", got)
	}
	if _, err := readFile(context.Background(), t.TempDir(), nil); !strings.Contains(app.Sentence(err), "è una cartella") {
		t.Error(err)
	}
	if _, err := readFile(context.Background(), os.DevNull, nil); !strings.Contains(app.Sentence(err), "non si può leggere") {
		t.Error(err)
	}
	d.attach("il più grande che va.pdf", make([]byte, app.MaxFile))
	if said := d.list().Said(); said != "" || d.files()[1].Size != app.MaxFile {
		t.Errorf("said %q; %+v", said, d.files())
	}
}

// TestNothingIsDoneBehindTheFileDialog: the keys of the menus do not reach the
// record while one looks for a file.
func TestNothingIsDoneBehindTheFileDialog(t *testing.T) {
	d := newDesk(t)
	set(d.r, "note", "scritta prima")
	d.folder = t.TempDir()
	d.file("a.pdf", []byte("a"))
	open := d.dialogFor()
	if !kit.DialogOpen(d.s.win) {
		t.Fatal("the window does not know that a dialog lies over it")
	}
	open()
	d.until("it is attached", func() bool { return len(d.files()) == 1 })
	if kit.DialogOpen(d.s.win) {
		t.Error("a dialog is left")
	}
}

func TestCancelledReading(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.pdf", []byte("a"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := readFile(ctx, path, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	// Work that takes its time shows so; given up, nothing comes of it.
	d.s.shortly("Allego «a.pdf»", func(ctx context.Context, tell func(done, total int)) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(error) { t.Error("it was given up") })
	confirm(t, d.s, "Annulla")
	d.until("the dialog goes", func() bool { return d.dialog() == "" })
}

func TestFileIsRemovedAndComesBack(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"a.pdf", "b.jpg", "c.eml"} {
		d.attach(name, []byte(name))
	}
	names := func() string {
		var out []string
		for _, f := range d.files() {
			out = append(out, f.Name)
		}
		return strings.Join(out, " ")
	}
	check := func(want string) {
		t.Helper()
		if got := names(); got != want || strings.Count(texts(d.list()), "Togli\n") != len(d.files()) {
			t.Errorf("files %q, not %q; rows:\n%s", got, want, texts(d.list()))
		}
	}
	press(t, d.list(), "Togli")
	check("b.jpg c.eml")
	press(t, d.list(), "Riprendi")
	check("a.pdf b.jpg c.eml")
	press(t, d.list(), "Togli")
	d.r.undoLast()
	check("a.pdf b.jpg c.eml")
	for range 3 { // the removal and what took it back are changes too
		d.r.undoLast()
	}
	check("a.pdf b.jpg")
	if got := texts(d.list()); strings.Count(got, "\n1 KB · aggiunto il 22/11/2026\n") != 2 {
		t.Errorf("the days are forgotten: %s", got)
	}
	d.r.redo()
	check("a.pdf b.jpg c.eml")
	press(t, d.list(), "Apri")
	d.until("it is opened", func() bool { return len(d.opened) == 1 })
}

// TestProgramsAreNotOpened, whatever they are called; a copy is offered.
func TestProgramsAreNotOpened(t *testing.T) {
	for name, data := range map[string]string{
		"fattura.pdf.exe": "MZ", "a.bat": "del", "a.js": "x", "a.desktop": "[Desktop Entry]", "pagina.html": "<p>",
		"foto.jpg": "\x7fELF\x02", "disegno.dwg": "AC1027",
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.attach(name, []byte(data))
			press(t, d.list(), "Apri")
			d.until("it says why not", func() bool { return strings.Contains(d.dialog(), "«"+name+"» non si apre da qui") })
			if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "tutela-*", "*", "*")); len(d.opened) != 0 || len(left) != 0 {
				t.Errorf("opened %v, copies %v", d.opened, left)
			}
			confirm(t, d.s, "Salva una copia…")
			if !strings.Contains(d.dialog(), "Nome del file") {
				t.Errorf("no copy is offered: %s", d.dialog())
			}
		})
	}
}

func TestCleanName(t *testing.T) {
	for name, want := range map[string]string{
		"fattu\u202efdp.exe": "fattufdp.exe", "a\nb.pdf": "ab.pdf", "e\u0300.pdf": "è.pdf", "\xff.pdf": ".pdf", "però – 1.pdf": "però – 1.pdf",
	} {
		if got := cleanName(name); got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
	long := nameForSystem(strings.Repeat("à", 300) + ".pdf")
	for name, want := range map[string]string{"a:b/c?.pdf": "a-b-c-.pdf", " .. ": "allegato", "x.exe. ": "x.exe", long: long} {
		if got := nameForSystem(name); got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
	if !strings.HasSuffix(long, "à.pdf") || len([]rune(long)) != 120 {
		t.Errorf("long: %q", long)
	}
}

// TestPluggedOutAfterAttaching: the file as the disk has it holds the draft with
// its attachment, and its bytes, through a start and an end; given up, they go.
func TestPluggedOutAfterAttaching(t *testing.T) {
	d := newDesk(t)
	d.attach("Contratto.pdf", []byte("contratto"))
	if d.r.timer == nil {
		t.Error("nothing waits to keep the draft")
	}
	sha, uid := d.files()[0].SHA256, d.r.uid()
	orphan, err := d.db.PutBlob(context.Background(), "text/plain", []byte("chosen, and given up"))
	if err != nil {
		t.Fatal(err)
	}
	d.r.keepDraft()
	d.s.drafts.stop()

	path := filepath.Join(t.TempDir(), "copia.tutela")
	for _, ending := range []string{"", "-wal"} {
		data, err := os.ReadFile(d.db.Path() + ending)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+ending, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	open := func() (*store.DB, func()) {
		t.Helper()
		lock, err := store.LockOffice(path)
		if err != nil {
			t.Fatal(err)
		}
		db, err := store.Open(ctx, path, store.Options{Lock: lock})
		if err != nil {
			t.Fatal(err)
		}
		return db, func() {
			t.Helper()
			if err := errors.Join(db.Close(), lock.Unlock()); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range 2 {
		db, end := open()
		if data, _, err := db.Blob(ctx, sha); err != nil || string(data) != "contratto" {
			t.Fatalf("start %d: %q, %v", i+1, data, err)
		}
		if _, _, err := db.Blob(ctx, orphan); i == 1 && !errors.Is(err, store.ErrNotFound) {
			t.Errorf("what nobody names is still there: %v", err)
		}
		s := shellOn(t, db)
		p := registerPageOf(t, s, app.SupplierForm.Key)
		p.openRecord(uid)
		if files := p.open.ed.Rec.(*app.Supplier).ContractFiles; len(files) != 1 || files[0].SHA256 != sha || !strings.Contains(texts(p.object()), "Contratto.pdf") {
			t.Fatalf("start %d: the draft has %v", i+1, files)
		}
		if i == 1 {
			p.open.undo()
			confirm(t, s, "Annulla le modifiche")
		}
		s.leave()
		end()
	}
	db, end := open()
	defer end()
	if _, _, err := db.Blob(ctx, sha); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("given up, the bytes are still there: %v", err)
	}
}

// TestRemovedFileStaysInTheHistory: the bytes of a version of then are kept, and
// come back with it.
func TestRemovedFileStaysInTheHistory(t *testing.T) {
	d := newDesk(t)
	d.attach("Contratto.pdf", []byte("contratto"))
	d.r.save()
	sha := d.files()[0].SHA256
	press(t, d.list(), "Togli")
	d.r.save()
	d.r.history()
	press(t, d.r.page.object(), "Ripristina questa versione")
	confirm(t, d.s, "Ripristina")
	d.r = d.r.page.open
	if len(d.files()) != 1 || d.files()[0].SHA256 != sha {
		t.Fatalf("restored: %v", d.files())
	}
	press(t, d.list(), "Apri")
	d.until("it is opened", func() bool { return len(d.opened) == 1 })
}

// TestAttachmentsGoWithAnExport into another office, byte for byte.
func TestAttachmentsGoWithAnExport(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	data := []byte("\x00\xff contratto \x1b")
	d.attach("Contratto.pdf", data)
	d.r.save()
	bundle, err := d.db.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	written := exchange.WriteJSON(bundle, app.Registers())
	other, err := store.Create(ctx, filepath.Join(t.TempDir(), "altro.tutela"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	known, err := other.Known(ctx)
	if err != nil {
		t.Fatal(err)
	}
	read, err := exchange.ReadJSON(written, app.Registers(), known)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Import(ctx, app.By{Who: "prova"}, read, false); err != nil {
		t.Fatal(err)
	}
	rec, err := other.Get(ctx, app.SupplierForm.Type(), d.r.uid())
	if err != nil {
		t.Fatal(err)
	}
	file := rec.(*app.Supplier).ContractFiles[0]
	if got, mime, err := other.Blob(ctx, file.SHA256); err != nil || !bytes.Equal(got, data) || mime != "application/pdf" || file.Name != "Contratto.pdf" {
		t.Errorf("%+v: %q, %s, %v", file, got, mime, err)
	}
}

// TestEvidenceOfAMeasure: a file hangs on a child record as well.
func TestEvidenceOfAMeasure(t *testing.T) {
	d := newDesk(t)
	d.r = first(t, d.s, app.TreatmentForm.Key)
	measures := func() []*app.Measure { return d.r.ed.Rec.(*app.Treatment).Measures }
	if len(measures()) == 0 {
		t.Fatal("the example has no measures")
	}
	d.r.view.Focus("measures/0/evidence")
	d.folder = t.TempDir()
	d.file("certificato.pdf", []byte("c"))
	d.dialogFor()()
	d.until("it is attached", func() bool { return len(measures()[0].Evidence) == 1 })
	d.r.save()
	rec, err := d.db.Get(context.Background(), app.TreatmentForm.Type(), d.r.uid())
	if err != nil || len(rec.(*app.Treatment).Measures[0].Evidence) != 1 {
		t.Fatalf("%+v, %v", rec.(*app.Treatment).Measures[0], err)
	}
	d.r.undoLast()
	if len(measures()[0].Evidence) != 0 {
		t.Error("not taken back")
	}
}

// TestLeftCopiesGo: those of a program that was killed, not those of one that runs.
func TestLeftCopiesGo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var runs, killed copies
	kept, err := runs.write("a.pdf", []byte("a"))
	if err != nil {
		t.Fatal(err)
	}
	left, err := killed.write("b.pdf", []byte("b"))
	if err != nil {
		t.Fatal(err)
	}
	if err := killed.lock.Close(); err != nil { // what the system does at the end
		t.Fatal(err)
	}
	foreign := filepath.Join(os.TempDir(), copiesFolder+"altro", "sub")
	if err := os.MkdirAll(foreign, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := removeLeftCopies(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{kept: true, filepath.Dir(filepath.Dir(left)): false, foreign: true} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := runs.remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(filepath.Dir(kept))); !os.IsNotExist(err) {
		t.Error("the copies are still there:", err)
	}
}

// TestFilesByKeyboard: Tab goes through the rows as the eye does, Enter presses,
// and a screen reader hears which file is meant.
func TestFilesByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.attach("a.pdf", []byte("a"))
	d.attach("b.pdf", []byte("b"))
	d.r.view.Focus("contract_files")
	var heard []string
	canvas := d.s.win.Canvas()
	for range 7 {
		heard = append(heard, canvas.Focused().(fyne.Accessible).AccessibilityLabel())
		canvas.FocusNext()
	}
	want := "Apri: a.pdf|Salva una copia: a.pdf|Togli: a.pdf|Apri: b.pdf|Salva una copia: b.pdf|Togli: b.pdf|Aggiungi un file…"
	if got := strings.Join(heard, "|"); got != want {
		t.Errorf("heard %s", got)
	}
	if got := d.list().AccessibilityLabel(); got != "Contratto firmato: a.pdf, 1 KB · aggiunto il 22/11/2026; b.pdf, 1 KB · aggiunto il 22/11/2026" {
		t.Errorf("the field says %q", got)
	}
	d.r.view.Focus("contract_files")
	canvas.FocusNext()
	canvas.FocusNext()
	typeKey(d.s, fyne.KeyReturn)
	if len(d.files()) != 1 || d.files()[0].Name != "b.pdf" {
		t.Fatalf("files %v", d.files())
	}
	if got := canvas.Focused().(fyne.Accessible).AccessibilityLabel(); got != "Riprendi" {
		t.Errorf("the keyboard is at %q", got)
	}
	typeKey(d.s, fyne.KeyReturn)
	if len(d.files()) != 2 {
		t.Errorf("files %v", d.files())
	}
}

// TestFilesLayout: rows of files with long names, and what is said of them,
// stand well on the smallest displays with the largest texts.
func TestFilesLayout(t *testing.T) {
	for _, c := range []struct {
		width, height, scale float32
		look                 kit.Look
	}{
		{1366, 697, 1, kit.Light},
		{1366, 697, 1, kit.Dark},
		{1366, 697, 1.5, kit.Light},
		{1366, 697, 2, kit.HighContrast},
		{1024, 573, 1, kit.Light},
		{1024, 573, 2, kit.Light},
	} {
		name := fmt.Sprintf("files %vx%v at %v %% %d", c.width, c.height, c.scale*100, c.look)
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.s.setLook(c.look)
			d.s.setScale(c.scale)
			d.s.win.Resize(fyne.NewSize(c.width, c.height-27*c.scale))
			d.attach("Contratto firmato.pdf", bytes.Repeat([]byte("a"), 1_200_000))
			d.attach("Allegato_B_elenco_dei_sub-responsabili_e_dei_luoghi_in_cui_trattano_i_dati_2026.xlsx", []byte("b"))
			d.attach("IMG-20260312-WA0007.jpg", bytes.Repeat([]byte("c"), 340_000))
			d.r.page.split.ShowRecord()
			shoot := func(what string) {
				t.Helper()
				d.r.view.Focus("contract_files")
				d.r.view.Scroll().Reveal(d.list())
				picture(t, d.s, name+" "+what)
				look(t, d.s.win.Canvas().Content(), d.s.win.Canvas().Size())
			}
			shoot("rows")
			d.choose("grande.pdf", make([]byte, app.MaxFile+1))
			d.until("it is refused", func() bool { return d.list().Said() != "" })
			shoot("refused")
			press(t, d.list(), "Togli")
			shoot("removed")
			attachments{d.s}.Open(form.File{Name: "Allegato_B_elenco_dei_sub-responsabili_e_dei_luoghi_in_cui_trattano_i_dati_2026.exe"})
			picture(t, d.s, name+" program")
			top := d.s.win.Canvas().Overlays().Top()
			look(t, top, d.s.win.Canvas().Size())
			d.s.win.Canvas().Overlays().Remove(top)
			d.s.setLastFolder(d.folder)
			press(t, d.list(), "Aggiungi un file…")
			picture(t, d.s, name+" dialog")
			open := seek(d.s.win.Canvas().Overlays().Top(), func(b *widget.Button) bool { return b.Text == "Apri" })
			if at := rectOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(open), open.Size()); at.x1 < 0 || at.x2 > c.width || at.y2 > c.height-27*c.scale {
				t.Errorf("the button of the file dialog is at %v", at)
			}
		})
	}
}
