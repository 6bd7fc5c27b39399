package exchange_test

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
)

var resave = flag.Bool("libreoffice", false, "write the files of testdata/libreoffice anew; soffice must be there, with Calc")

// libreOffice are the files that LibreOffice wrote (README.md there says which).
const libreOffice = "testdata/libreoffice"

// resaved has LibreOffice write files anew, as one who opens and saves them, in Italian.
func resaved(t *testing.T, dir, format, reading string, files ...string) {
	t.Helper()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", format, "--outdir", dir}
	if reading != "" {
		args = append(args, "--infilter="+reading)
	}
	if out, err := exec.Command("soffice", append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// In and out as Italian: semicolons, UTF-8 (76) or Windows-1252 (1), numbers and dates
// taken for what they are.
const (
	csvIn        = "Text - txt - csv (StarCalc):59,34,76,1,,1040,false,false"
	csvOut       = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1040,false,true"
	csvOutWindow = "csv:Text - txt - csv (StarCalc):59,34,1,1,,1040,false,true"
)

// keptTexts are texts that a spreadsheet would like to take for something else.
var keptTexts = []string{"=1+1", "+SUM(A1)", "-5", "@casa", "'=a", "00100", "01234567890", "12345678901234567890", "1,50", "3/4", "12/03/2026", "VERO", "1E5", "26100", "333 0000004"}

// strangeOffice is a small office with such texts, and with values of every kind.
func strangeOffice(t testing.TB) *app.Dossier {
	t.Helper()
	m := apptest.NewMemory(apptest.Now)
	save := func(typ *form.Type, rec form.Record) string {
		if err := m.Save(typ, rec); err != nil {
			t.Fatal(err)
		}
		return rec.Head().UID
	}
	save(app.CatalogEntryForm.Type(), &app.CatalogEntry{Catalogue: "duty", Slug: "guida-alpina", Label: "Guida alpina"})
	site := save(app.SiteForm.Type(), &app.Site{Name: "Sede; «prima»", City: "Forlì"})
	unit := save(app.UnitForm.Type(), &app.Unit{Name: "01", Site: site, Note: strings.Join(keptTexts, "\n")})
	chief := save(app.PersonForm.Type(), &app.Person{
		Surname: "D’Alò", Name: "Niccolò", Birth: "1990-03-05", Start: "2020-02-29", Email: "n.dalo@example.it", Phone: "+39 0372 123456", Unit: unit,
		Note: "riga una\n\"riga\"; due, àèìòù €", Duties: []*app.Duty{{Duty: "guida-alpina", From: "2020-02-29"}},
	})
	save(app.PersonForm.Type(), &app.Person{Surname: "Sala", Name: "Elena", TaxCode: "SLALNE88A61F205M", Birth: "1988-01-21", Unit: unit, Superior: chief})
	for _, text := range keptTexts {
		save(app.PersonForm.Type(), &app.Person{Surname: text, Name: "x", BirthPlace: text, Address: text, Note: text})
	}
	save(app.BackupCopyForm.Type(), &app.BackupCopy{At: form.MomentOf(apptest.Now), Outcome: app.CopyDone})
	save(app.RequestForm.Type(), &app.Request{Received: "2026-11-20", Subject: "Zoë", Charge: form.Number(123450)})
	var few []app.Register
	for _, r := range app.Registers() {
		if len(m.Records[r.Key]) > 0 {
			few = append(few, r)
		}
	}
	return app.NewDossier(apptest.Now, shipped(t).book, few, m.Records)
}

// TestWorkbookOfLibreOffice: saved again there, a workbook is what it was.
func TestWorkbookOfLibreOffice(t *testing.T) {
	d := strangeOffice(t)
	if *resave {
		in := filepath.Join(t.TempDir(), "ufficio.xlsx")
		if err := os.WriteFile(in, written(t, d), 0o600); err != nil {
			t.Fatal(err)
		}
		resaved(t, libreOffice, "xlsx", "", in)
	}
	data := fixture(t, "ufficio.xlsx")
	if !exchange.IsWorkbook(data) {
		t.Fatal("not known as a workbook")
	}
	for _, in := range []*app.Dossier{d, emptyLike(d)} {
		w, err := exchange.ReadWorkbook(data, in)
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Left) > 0 || w.Same > 0 && len(w.Changes) > 0 {
			t.Errorf("left %v, changes %v", w.Left, w.Changes)
		}
		sameRecords(t, d, w)
	}
}

// TestFolderOfLibreOffice: the same by CSV files, which say of no text that it is one.
func TestFolderOfLibreOffice(t *testing.T) {
	d, dir := strangeOffice(t), filepath.Join(libreOffice, "fogli")
	if *resave {
		files, err := filepath.Glob(filepath.Join(folderOf(t, d), "*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		resaved(t, dir, csvOut, csvIn, files...)
	}
	for _, in := range []*app.Dossier{d, emptyLike(d)} {
		w, err := exchange.ReadFolder(dir, in)
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Left) > 0 || w.Same > 0 && len(w.Changes) > 0 {
			t.Errorf("left %v, changes %v", w.Left, w.Changes)
		}
		sameRecords(t, d, w)
	}
}

// TestOneFileOfTheFolder: it may also be taken as a list of one's own.
func TestOneFileOfTheFolder(t *testing.T) {
	for _, dir := range []string{folderOf(t, strangeOffice(t)), filepath.Join(libreOffice, "fogli")} {
		data, err := os.ReadFile(filepath.Join(dir, "Persone.csv"))
		if err != nil {
			t.Fatal(err)
		}
		table, err := exchange.ReadTable(data, "")
		if err != nil {
			t.Fatal(err)
		}
		note := slices.Index(table.Head, "Note")
		for i, text := range keptTexts {
			if got := table.Rows[i+2].Cells[note]; got != text {
				t.Errorf("%q is %q", text, got)
			}
		}
	}
	table, err := exchange.ReadTable([]byte("a;b\n'ndrina;'\n"), "")
	if err != nil || strings.Join(table.Rows[0].Cells, "|") != "'ndrina|'" {
		t.Errorf("%v, %v", table, err)
	}
}

// TestWorkbookChangedInLibreOffice: columns in another order, one more, one fewer, a day
// as text, a formula, merged cells. What was not touched stays.
func TestWorkbookChangedInLibreOffice(t *testing.T) {
	d := strangeOffice(t)
	if *resave {
		in := filepath.Join(t.TempDir(), "ufficio-cambiato.xlsx")
		if err := os.WriteFile(in, changed(t, written(t, d), rearrange(t)), 0o600); err != nil {
			t.Fatal(err)
		}
		resaved(t, libreOffice, "xlsx", "", in)
	}
	w, err := exchange.ReadWorkbook(fixture(t, "ufficio-cambiato.xlsx"), d)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range w.Changes {
		for _, x := range c.Differs {
			got = append(got, c.Title+": "+x.Label+" «"+x.After+"», era «"+x.Before+"»")
		}
	}
	want := []string{
		"D’Alò Niccolò: Data di nascita «06/03/1990», era «05/03/1990»", "D’Alò Niccolò: E-mail «dalo@example.it», era «n.dalo@example.it»",
		"D’Alò Niccolò: Indirizzo «Via Po 1», era «»", "Sala Elena: Indirizzo «Via Po 1», era «»",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if left := strings.Join(w.Left, "; "); left != "la colonna «Taglia» del foglio «Persone»" {
		t.Errorf("left %s", left)
	}
}

// rearrange changes the sheet of the people as its users do.
func rearrange(t *testing.T) func(f *excelize.File) {
	return func(f *excelize.File) {
		const sheet = "Persone"
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		column := func(head string) string {
			rows, err := f.GetRows(sheet)
			must(err)
			for i, h := range rows[0] {
				if h == head {
					name, err := excelize.ColumnNumberToName(i + 1)
					must(err)
					return name
				}
			}
			t.Fatalf("no column %s", head)
			return ""
		}
		cols, err := f.GetCols(sheet)
		must(err)
		// The surnames go to the end, after a column of one's own; the places of birth away.
		must(f.SetSheetCol(sheet, "Z1", &[]string{"Taglia", "L"}))
		surnames := cols[1]
		must(f.SetSheetCol(sheet, "AA1", &surnames))
		must(f.RemoveCol(sheet, column("Cognome")))
		must(f.RemoveCol(sheet, column("Luogo di nascita")))
		must(f.SetCellStr(sheet, column("Data di nascita")+"2", "06/03/1990"))
		must(f.SetCellFormula(sheet, column("E-mail")+"2", `LOWER("DALO@EXAMPLE.IT")`))
		address := column("Indirizzo")
		must(f.SetCellStr(sheet, address+"2", "Via Po 1"))
		must(f.SetCellValue(sheet, address+"3", nil))
		must(f.MergeCell(sheet, address+"2", address+"3"))
	}
}

// TestListOfLibreOffice: a list of one's own, made there: a title, names of columns over
// two rows, a formula, a cell of another file, days as text, merged cells.
func TestListOfLibreOffice(t *testing.T) {
	source := filepath.Join(libreOffice, "elenco.fods")
	if *resave {
		resaved(t, libreOffice, "xlsx", "", source)
	}
	p := planOfSheet(t, app.PersonForm.Key, fixture(t, "elenco.xlsx"), false)
	if len(p.Problems) > 0 || len(p.Rows) != 3 {
		t.Fatalf("%s\n%s", fates(p), problems(p))
	}
	if got := fates(p); got != "5 filled Sala Elena, email is sala@example.it was , unit is Amministrazione was \n6 new Moretti Giulia\n8 new D’Alò Niccolò" {
		t.Error(got)
	}
	if left := strings.Join(p.Left(), ", "); left != "Taglia" {
		t.Errorf("left %s", left)
	}
	one, two, three := p.Rows[0].Rec.(*app.Person), p.Rows[1].Rec.(*app.Person), p.Rows[2].Rec.(*app.Person)
	if two.Email != "g.moretti@example.it" || two.Phone != "333 1112223" || two.Birth != "1993-08-30" || two.Unit != one.Unit || two.Note != "Part-time:\nmattina" {
		t.Errorf("%+v", two)
	}
	if three.Birth != "1990-03-05" || three.Start != "2020-02-29" || three.Unit != "" {
		t.Errorf("%+v", three)
	}
}

// TestCSVOfLibreOffice: the same list in Windows-1252. A CSV file does not say what was
// merged: names over two rows are refused where they are no record, and with names in
// one row the rest is read.
func TestCSVOfLibreOffice(t *testing.T) {
	if *resave {
		resaved(t, libreOffice, csvOutWindow, "", filepath.Join(libreOffice, "elenco.fods"))
		flat := string(fixture(t, "elenco.fods"))
		_, flat, _ = strings.Cut(flat, "<!-- flat")
		head, body, _ := strings.Cut(string(fixture(t, "elenco.fods")), "<!-- names -->")
		_, body, _ = strings.Cut(body, "<!-- rows -->")
		flat, _, _ = strings.Cut(flat, "-->")
		source := filepath.Join(t.TempDir(), "elenco-semplice.fods")
		if err := os.WriteFile(source, []byte(head+flat+body), 0o600); err != nil {
			t.Fatal(err)
		}
		resaved(t, libreOffice, csvOutWindow, "", source)
	}
	told := problems(planOfSheet(t, app.PersonForm.Key, fixture(t, "elenco.csv"), false))
	if !strings.HasPrefix(told, "Riga 4, colonna «Nome»: Manca") {
		t.Errorf("said %q", told)
	}
	p := planOfSheet(t, app.PersonForm.Key, fixture(t, "elenco-semplice.csv"), false)
	if got := fates(p); len(p.Problems) > 0 || got != "4 filled Sala Elena, email is sala@example.it was , unit is Amministrazione was \n5 new Moretti Giulia\n7 new D’Alò Niccolò" {
		t.Fatalf("%s\n%s", got, problems(p))
	}
	two, three := p.Rows[1].Rec.(*app.Person), p.Rows[2].Rec.(*app.Person)
	if two.Note != "Part-time:\nmattina" || two.Birth != "1993-08-30" || two.Unit != "" || three.Name != "Niccolò" || three.Birth != "1990-03-05" {
		t.Errorf("%+v, %+v", two, three)
	}
}

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(os.DirFS(libreOffice), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
