package papers_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/app/pdf"
)

var update = flag.Bool("update", false, "write the golden texts anew")

// TestGolden holds the words of every paper, filled from the example office and
// from the case, and blank.
func TestGolden(t *testing.T) {
	sample, office := apptest.Sample(t), apptest.Case(t)
	for _, p := range papers.All(app.Registers()) {
		if p.Filled && (p.Register == app.AppointmentForm.Key || p.Register == app.SupplierForm.Key) {
			if rec := letterOf(sample, p); rec != nil { // the shop has no DPO, and no autonomous controller
				check(t, p.Kind, p.Fill(sample, rec))
			}
		} else if p.Filled {
			check(t, p.Kind, p.Fill(sample, first(sample, p.Register)))
		}
		if p.Blank {
			check(t, p.Kind+"-blank", p.Empty(sample))
		}
	}
	sheet, _ := papers.Find(papers.All(app.Registers()), "treatment-sheet")
	check(t, "case-treatment-sheet", sheet.Fill(office, first(office, "treatment")))
	outcome, _ := papers.Find(papers.All(app.Registers()), "office-check")
	check(t, "case-office-check", outcome.Fill(office, nil))
}

func first(d *app.Dossier, register string) any {
	if list := d.Records(register); len(list) > 0 {
		return list[0]
	}
	return nil
}

var twoStops = regexp.MustCompile(`.{0,30}[^.]\.\.(?:[^.]|$)`)

func check(t *testing.T, name string, d doc.Document) {
	t.Helper()
	got, path := doc.Text(d), filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from its golden text (go test ./app/papers -update writes it anew):\n%s", name, got)
	}
	if at := twoStops.FindString(got); at != "" { // a name that ends with one, and that of the sentence
		t.Errorf("%s: two full stops: %q", name, at)
	}
	if _, err := pdf.Layout(d); err != nil {
		t.Errorf("%s does not lay out: %v", name, err)
	}
	shot(t, name, d)
}

// shot writes a paper as a PDF, to be looked at, where TUTELA_SHOTS names a folder.
func shot(t *testing.T, name string, d doc.Document) {
	t.Helper()
	dir := os.Getenv("TUTELA_SHOTS")
	if dir == "" {
		return
	}
	data, err := pdf.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOfficeCheckWithoutFindings says in good Italian that there are none.
func TestOfficeCheckWithoutFindings(t *testing.T) {
	text := doc.Text(fill(t, apptest.NewMemory(apptest.Now).Dossier(t), "office-check", nil))
	if want := "regole di controllo non danno avvisi; nelle schede non manca niente."; !strings.Contains(text, want) {
		t.Errorf("%q is missing:\n%s", want, text)
	}
}
