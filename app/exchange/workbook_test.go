package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
)

// emptyLike is an office without records that knows the same registers.
func emptyLike(d *app.Dossier) *app.Dossier {
	shipped := shipped(&testing.T{}).book
	return app.NewDossier(d.Now, shipped, d.Registers(), nil)
}

func written(t testing.TB, d *app.Dossier) []byte {
	t.Helper()
	data, err := exchange.WriteWorkbook(d)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// folderOf writes the CSV files of an office.
func folderOf(t testing.TB, d *app.Dossier) string {
	t.Helper()
	dir := t.TempDir()
	if err := exchange.WriteFolderAt(dir, d); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestWorkbookRoundTrip: written and read against the same office nothing differs;
// read into an empty one every record is there, attachments aside.
func TestWorkbookRoundTrip(t *testing.T) {
	d := apptest.Sample(t)
	data := written(t, d)
	if !exchange.IsWorkbook(data) {
		t.Fatal("not known as a workbook")
	}
	w, err := exchange.ReadWorkbook(data, d)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range w.Changes {
		t.Errorf("%s %s: new %v, %v", c.Register.Key, c.Title, c.New, c.Differs)
	}
	if len(w.Left) > 0 {
		t.Errorf("left: %v", w.Left)
	}
	if w, err = exchange.ReadWorkbook(data, emptyLike(d)); err != nil {
		t.Fatal(err)
	}
	sameRecords(t, d, w)
}

// TestFolderRoundTrip: the same by CSV files.
func TestFolderRoundTrip(t *testing.T) {
	d := apptest.Sample(t)
	dir := folderOf(t, d)
	w, err := exchange.ReadFolder(dir, d)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Changes)+len(w.Left) > 0 {
		t.Errorf("changes %v, left %v", w.Changes, w.Left)
	}
	if w, err = exchange.ReadFolder(dir, emptyLike(d)); err != nil {
		t.Fatal(err)
	}
	sameRecords(t, d, w)
}

// sameRecords looks whether all records came over, attachments aside.
func sameRecords(t *testing.T, d *app.Dossier, w *exchange.Workbook) {
	t.Helper()
	for _, reg := range d.Registers() {
		got := w.Bundle.Records[reg.Key]
		want := d.Records(reg.Key)
		if len(got) != len(want) {
			t.Errorf("%s: %d records of %d", reg.Key, len(got), len(want))
			continue
		}
		for i := range want {
			clean := reg.Clone(want[i])
			dropFiles(reg.Type, clean)
			if a, b := reg.Encode(got[i]), reg.Encode(clean); !bytes.Equal(a, b) {
				t.Errorf("%s %d:\n%s\nwas\n%s", reg.Key, i, a, b)
			}
		}
	}
}

// dropFiles takes out what a workbook says that it does not carry.
func dropFiles(typ *form.Type, rec any) {
	for _, f := range typ.Fields() {
		switch f.Kind {
		case form.KFiles:
			f.Put(rec, nil)
		case form.KList:
			for i := range f.Rows(rec) {
				dropFiles(f.Child, f.Row(rec, i))
			}
		}
	}
}

// changed lets a hand change a workbook, as a user would.
func changed(t *testing.T, data []byte, hand func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	hand(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbookAsUsersChangeIt(t *testing.T) {
	d := apptest.Sample(t)
	data := changed(t, written(t, d), func(f *excelize.File) {
		rows, err := f.GetRows("Persone")
		if err != nil {
			t.Fatal(err)
		}
		col := map[string]int{}
		for i, h := range rows[0] {
			col[h] = i + 1
		}
		put := func(sheet string, c, r int, v any) {
			name, _ := excelize.CoordinatesToCellName(c, r)
			if err := f.SetCellValue(sheet, name, v); err != nil {
				t.Fatal(err)
			}
		}
		n := len(rows) + 1
		put("Persone", col["Identificativo"], n, "nuova")
		put("Persone", col["Cognome"], n, "D’Alò")
		put("Persone", col["Nome"], n, "Zoè")
		put("Persone", col["E-mail"], 2, "'=1+1@ufficio.it")
		if err := f.SetCellValue("Persone", "ZZ1", ""); err != nil {
			t.Fatal(err)
		}
		put("Persone", 60, 1, "Squadra di calcio") // a column of their own
		if _, err := f.NewSheet("Appunti miei"); err != nil {
			t.Fatal(err)
		}
	})
	w, err := exchange.ReadWorkbook(data, d)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range w.Changes {
		said = append(said, fmt.Sprintf("%s %s %v %d", c.Register.Key, c.Title, c.New, len(c.Differs)))
	}
	if len(w.Changes) != 2 || !strings.Contains(strings.Join(said, ";"), "person D’Alò Zoè true 0") {
		t.Errorf("changes: %v", said)
	}
	if len(w.Left) != 2 {
		t.Errorf("left: %v", w.Left)
	}
}

// TestWorkbookKeepsWhatItDoesNotCarry: files stay with the record of the office, and
// with the row of a list that they are of.
func TestWorkbookKeepsWhatItDoesNotCarry(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	file := form.File{Name: "prova.png", MIME: "image/png", SHA256: strings.Repeat("0", 64), Size: 1}
	x := m.Records[app.TreatmentForm.Key][0].(*app.Treatment)
	x.Measures[1].Evidence = []form.File{file}
	d := app.NewDossier(apptest.Now, shipped(t).book, app.Registers(), m.Records)
	w, err := exchange.ReadWorkbook(written(t, d), d)
	if err != nil {
		t.Fatal(err)
	}
	got := w.Bundle.Records[app.TreatmentForm.Key][0].(*app.Treatment)
	if len(w.Changes) != 0 || len(got.Measures[1].Evidence) != 1 {
		t.Errorf("%d changes; files %v", len(w.Changes), got.Measures[1].Evidence)
	}
}

// TestWorkbookRefuses names sheet, row and column of all that is wrong, at once.
func TestWorkbookRefuses(t *testing.T) {
	d := apptest.Sample(t)
	data := changed(t, written(t, d), func(f *excelize.File) {
		find := func(sheet, head string) string {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i, h := range rows[0] {
				if h == head {
					name, _ := excelize.ColumnNumberToName(i + 1)
					return name
				}
			}
			t.Fatalf("no %s in %s", head, sheet)
			return ""
		}
		for _, c := range [][3]string{
			{"Persone", find("Persone", "Data di nascita") + "3", "31/02/1980"},
			{"Persone", find("Persone", "Codice fiscale") + "4", "RSSMRA"},
			{"Trattamenti", find("Trattamenti", "Struttura") + "2", "Sede che non c’è"},
			{"Trattamenti", find("Trattamenti", "Trasferimento dati (paesi terzi)") + "3", "forse"},
			{"Trattamenti – Misure", find("Trattamenti – Misure", "Identificativo della scheda") + "2", "nessuna"},
			{"Trattamenti – Misure", find("Trattamenti – Misure", "Riga") + "3", "prima"},
		} {
			if err := f.SetCellStr(c[0], c[1], c[2]); err != nil {
				t.Fatal(err)
			}
		}
	})
	_, err := exchange.ReadWorkbook(data, d)
	var refusal *exchange.WorkbookRefusal
	if !errors.As(err, &refusal) {
		t.Fatalf("got %v", err)
	}
	told := strings.Join(refusal.Lines(), "\n")
	for _, want := range []string{
		"Foglio «Persone», riga 3, colonna «Data di nascita»", "Foglio «Trattamenti», riga 2, colonna «Struttura»",
		"Foglio «Trattamenti», riga 3, colonna «Trasferimento dati (paesi terzi)»",
		"Foglio «Trattamenti – Misure», riga 2, colonna «Identificativo della scheda»", "Foglio «Trattamenti – Misure», riga 3, colonna «Riga»",
		"Niente è stato importato",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("it does not say %q:\n%s", want, told)
		}
	}
}

func TestReadWorkbookOfAnotherKind(t *testing.T) {
	d := apptest.Sample(t)
	plain, err := exchange.WriteTable(".xlsx", "Foglio", [][]string{{"Cognome", "Nome"}, {"Verdi", "Anna"}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a sheet of one register": plain, "nothing": nil, "garbage": []byte("PK\x03\x04garbage"), "text": []byte("a;b\n1;2\n")} {
		if exchange.IsWorkbook(data) {
			t.Errorf("%s is taken for a workbook", name)
		}
		var refusal *app.Refusal
		if _, err := exchange.ReadWorkbook(data, d); !errors.As(err, &refusal) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadWorkbook(f *testing.F) {
	// Few registers: a whole workbook takes a second, most of it in the library.
	whole := apptest.Sample(f)
	var few []app.Register
	records := map[string][]any{}
	for _, r := range whole.Registers() {
		if r.Key == app.SiteForm.Key || r.Key == app.PersonForm.Key || r.Key == app.TrainingForm.Key || r.Key == app.CatalogEntryForm.Key {
			few, records[r.Key] = append(few, r), whole.Records(r.Key)
		}
	}
	d := app.NewDossier(whole.Now, shipped(f).book, few, records)
	f.Add(written(f, d), 0, byte(0))
	f.Fuzz(func(t *testing.T, data []byte, at int, b byte) {
		if len(data) > 0 {
			data = bytes.Clone(data)
			data[max(at, -at)%len(data)] ^= b
		}
		if _, err := exchange.ReadWorkbook(data, d); err != nil && app.Sentence(err) == "" {
			t.Fatal("refused without a word")
		}
	})
}

// TestNastyTexts: what looks like a formula, a number, a date, a list or an escape
// stays the text that it is, in both shapes.
func TestNastyTexts(t *testing.T) {
	for _, text := range []string{
		"=1+1", "+39 0372 123456", "+SUM(A1)", "-5", "-SOMMA(A1)", "@casa", "'ndrina", "''doppio", "'=a", "00100", "1,50", "1.5", "12/03/2026", "VERO", "#N/D?",
		"uno; due", "[fra] parentesi", "a\nb", "«virgolette» \"doppie\"", "àèìòù'’ — €", strings.Repeat("lungo ", 300) + "fine", "2026-11-29T10:00:00Z",
	} {
		m := apptest.NewMemory(apptest.Now)
		site := &app.Site{Name: text, City: text}
		if err := m.Save(app.SiteForm.Type(), site); err != nil {
			t.Fatal(err)
		}
		person := &app.Person{Surname: text, Name: "x", Note: text}
		if err := m.Save(app.PersonForm.Type(), person); err != nil {
			t.Fatal(err)
		}
		sheet := &app.Treatment{Title: text, Sites: []string{site.UID()}, People: []string{person.UID()}, Description: text}
		if err := m.Save(app.TreatmentForm.Type(), sheet); err != nil {
			t.Fatal(err)
		}
		few := []app.Register{}
		for _, key := range []string{app.CatalogEntryForm.Key, app.SiteForm.Key, app.PersonForm.Key, app.TreatmentForm.Key} {
			r, _ := app.RegisterOf(app.Registers(), key)
			few = append(few, r)
		}
		d := app.NewDossier(apptest.Now, shipped(t).book, few, m.Records)
		w, err := exchange.ReadWorkbook(written(t, d), emptyLike(d))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		sameRecords(t, d, w)
		if w, err = exchange.ReadFolder(folderOf(t, d), emptyLike(d)); err != nil {
			t.Errorf("%q by CSV: %v", text, err)
			continue
		}
		sameRecords(t, d, w)
	}
}
