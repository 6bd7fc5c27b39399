package papers_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// document is a final edition of an office's document.
func document(d *app.Dossier) doc.Document {
	d.Edition = "Prima edizione con la nuova struttura"
	p, _ := papers.Find(papers.All(app.Registers()), app.AccountabilityKind)
	return p.Fill(d, nil)
}

// longNames is the example office with the longest names that its registers take
// to be printed.
func longNames(t testing.TB) *app.Dossier {
	d := apptest.Sample(t)
	long := " " + strings.Repeat("Precipitevolissimevolmente-", 4) + "e C. di fu Costantino D’Alessandro-Ückermann"
	d.Office().Name += long
	d.Office().Representative += long
	for _, p := range app.All(d, app.PersonForm) {
		p.Surname += long
	}
	for _, a := range app.All(d, app.ArchiveForm) {
		a.Name += long
	}
	for _, s := range app.All(d, app.SystemForm) {
		s.Name += long
	}
	for _, s := range app.All(d, app.SupplierForm) {
		s.Name += long
	}
	for _, x := range app.All(d, app.TreatmentForm) {
		x.Title += long
	}
	for _, r := range app.All(d, app.RoomForm) {
		r.Name += long
	}
	return d
}

// TestDocumentOffices holds the words of the document of an office that wrote
// nothing yet, and of a public body.
func TestDocumentOffices(t *testing.T) {
	nothing := document(apptest.NewMemory(apptest.Now).Dossier(t))
	check(t, "accountability-document-empty", nothing)
	laid, err := pdf.Layout(nothing)
	if err != nil {
		t.Fatal(err)
	}
	within(t, laid)
	public := apptest.Sample(t)
	public.Office().Body, public.Office().HasDPO = app.BodyPublic, "yes"
	public.Office().DPO, public.Office().DPOContacts = "Dott.ssa Ada Neri", "rpd@comune.example"
	text := doc.Text(document(public))
	for _, want := range []string{"motivo di interesse pubblico rilevante", "soprintendenza archivistica", "Dott.ssa Ada Neri", "sono quelli dell’ente"} {
		if !strings.Contains(text, want) {
			t.Errorf("a public body: %q is missing", want)
		}
	}
	for _, unwanted := range []string{"L’ufficio è un soggetto privato", "non lo ha designato"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("a public body: %q stands there", unwanted)
		}
	}
}

// TestDocumentOfLongNames: names are whole on paper, however long.
func TestDocumentOfLongNames(t *testing.T) {
	d := longNames(t)
	paper := document(d)
	check(t, "accountability-document-long", paper)
	laid, err := pdf.Layout(paper)
	if err != nil {
		t.Fatal(err)
	}
	within(t, laid)
}

// TestEditionOfDocument: a print with a description has a number, and stands in its
// own table of revisions; one of an office that lacks something is a draft.
func TestEditionOfDocument(t *testing.T) {
	d := apptest.Sample(t)
	d.Prints = []app.Print{{Kind: app.AccountabilityKind, Revision: 1, At: apptest.Now.AddDate(0, -1, 0), Description: "Prima"}}
	paper := document(d)
	if paper.Draft || paper.Label != "revisione 1.01" {
		t.Errorf("draft %v, %q", paper.Draft, paper.Label)
	}
	text := doc.Text(paper)
	for _, want := range []string{"1.00 | 22/10/2026 | Prima\n", "1.01 | 22/11/2026 | Prima edizione con la nuova struttura\n", "Questa è la revisione 1.01."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	d.Edition = ""
	p, _ := papers.Find(papers.All(app.Registers()), app.AccountabilityKind)
	if text := doc.Text(p.Fill(d, nil)); !strings.Contains(text, "BOZZA") || !strings.Contains(text, "l’ultima revisione emessa è la 1.00 del 22/10/2026") {
		t.Error("a working copy says neither what it is nor which edition was the last")
	}
	app.All(d, app.ArchiveForm)[0].Classes = nil
	if paper := document(d); !paper.Draft || paper.Label != "" || strings.Contains(doc.Text(paper), "1.01") {
		t.Error("a document took a number though an annex lacks something")
	}
	app.All(d, app.ArchiveForm)[0].Classes = []string{"common"}
	d.Office().Representative = ""
	if paper := document(d); !paper.Draft || paper.Label != "" || strings.Contains(doc.Text(paper), "1.01") {
		t.Error("a document without a representative took a number")
	}
}

// within fails where something of a page stands outside its margins, or a character
// has no glyph.
func within(t testing.TB, p *pdf.Paper) {
	t.Helper()
	const side, top, bottom = 20 * 72 / 25.4, 25 * 72 / 25.4, 23 * 72 / 25.4
	for i, page := range p.Pages {
		for _, op := range page.Ops[page.Body:] {
			if op.Kind == pdf.Text && strings.ContainsRune(op.Text, '\uFFFD') {
				t.Errorf("page %d: no glyph for something in %q", i+1, op.Text)
			}
			if op.Kind == pdf.Mark {
				continue
			}
			if op.X < side-1 || op.X+op.W > page.W-side+1 || op.Y < top-1 || op.Y+op.H > page.H-bottom+1 {
				t.Errorf("page %d: outside its margins: %+v", i+1, op)
			}
		}
	}
}

// TestDocumentOnPaper: the document of the example office as it is printed.
func TestDocumentOnPaper(t *testing.T) {
	d := apptest.Sample(t)
	d.Chain = "4f9a7c21e03b55d0"
	laid, err := pdf.Layout(document(d))
	if err != nil {
		t.Fatal(err)
	}
	within(t, laid)
	for i, page := range laid.Pages {
		for _, op := range page.Ops[:page.Body] {
			if strings.HasSuffix(op.Text, "…") {
				t.Errorf("page %d: its header or footer is cut", i+1)
			}
		}
	}
	data, err := pdf.Write(laid)
	if err != nil {
		t.Fatal(err)
	}
	other := apptest.Sample(t)
	other.Chain = d.Chain
	if again, err := pdf.Render(document(other)); err != nil || !bytes.Equal(data, again) {
		t.Errorf("another print has other bytes (%v)", err)
	}
	t.Logf("%d pages, %d kB", len(laid.Pages), len(data)/1024)
	if n := len(laid.Pages); n < 45 || n > 70 {
		t.Errorf("%d pages: an office of this size has 45 to 70", n)
	}
	contentsLead(t, laid)
	readByOthers(t, laid, data)
}

// contentsLead: the contents name every section and annex, in order, with the page
// on which its heading stands, and each line leads there.
func contentsLead(t *testing.T, p *pdf.Paper) {
	t.Helper()
	headings := p.Headings()
	var want, got []string
	for _, s := range papers.Sections() {
		want = append(want, s.Number+" "+s.Title)
	}
	for _, h := range headings {
		if strings.HasPrefix(h.Title, "Allegato ") && !h.Unlisted {
			want = append(want, h.Title)
		}
	}
	for _, page := range p.Pages {
		number := ""
		for _, op := range page.Ops {
			switch {
			case op.Kind == pdf.Text:
				number = op.Text
			case op.Kind == pdf.Goto:
				n, err := strconv.Atoi(op.Text)
				if err != nil || n >= len(headings) {
					t.Fatalf("a line of the contents leads to %q", op.Text)
				}
				if len(got) > 0 && got[len(got)-1] == headings[n].Title {
					got = got[:len(got)-1] // a title of two lines: its number stands on the last
				}
				got = append(got, headings[n].Title)
				if page, err := strconv.Atoi(number); err == nil && page != headings[n].Page+1 {
					t.Errorf("%s: the contents say page %d, it is on %d", headings[n].Title, page, headings[n].Page+1)
				}
			}
		}
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("contents:\n%s\nwanted:\n%s", g, w)
	}
}
