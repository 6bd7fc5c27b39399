package papers_test

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tutela/app/apptest"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// readByOthers has other programs read the document: its structure has no fault, it
// carries its fonts, it says its title and language, each page its number, and what
// leads to a section or an annex lands where that begins.
func readByOthers(t *testing.T, p *pdf.Paper, data []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "documento.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out := apptest.Tool(t, "qpdf", "--check", file); strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
	fonts := strings.Split(strings.TrimSpace(apptest.Tool(t, "pdffonts", file)), "\n")[2:]
	for _, line := range fonts {
		if !strings.Contains(line, "yes yes yes") {
			t.Errorf("font not embedded, not in part or without characters: %s", line)
		}
	}
	if len(fonts) == 0 {
		t.Error("no fonts")
	}
	if out := apptest.Tool(t, "pdfinfo", file); !regexp.MustCompile(`(?m)^Title: +`+regexp.QuoteMeta(p.Meta.Title)+`$`).MatchString(out) || p.Meta.Title == "" {
		t.Errorf("its title is not %q:\n%s", p.Meta.Title, out)
	}

	pages := wordsOf(t, file)
	if len(pages) != len(p.Pages) {
		t.Fatalf("%d pages, not %d", len(pages), len(p.Pages))
	}
	for i, page := range pages {
		if want := fmt.Sprintf("pagina %d di %d", i+1, len(pages)); !strings.Contains(page.within(0, 0, page.W, page.H), dense(want)) {
			t.Errorf("page %d does not say «%s»", i+1, want)
		}
	}
	f := structureOf(t, file)
	var trailer struct {
		Root string `json:"/Root"`
	}
	f.object(t, "trailer", &trailer)
	var catalog struct {
		Lang  string `json:"/Lang"`
		Shown struct {
			Title bool `json:"/DisplayDocTitle"`
		} `json:"/ViewerPreferences"`
	}
	f.object(t, "obj:"+trailer.Root, &catalog)
	if catalog.Lang != "u:it-IT" || !catalog.Shown.Title {
		t.Errorf("its catalog says %+v", catalog)
	}
	want := listedTitles(p)
	if got := f.bookmarksLand(t, pages); !slices.Equal(slices.DeleteFunc(got, func(title string) bool { return !slices.Contains(want, title) }), want) {
		t.Errorf("bookmarks:\n%s\nwanted:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	f.linksLand(t, pages, want)
}

// listedTitles are the sections and the ten annexes, whose letters are Italian.
func listedTitles(p *pdf.Paper) (titles []string) {
	for _, s := range papers.Sections() {
		titles = append(titles, s.Number+" "+s.Title)
	}
	headings := p.Headings()
	for _, letter := range "ABCDEFGHIL" {
		title := "Allegato " + string(letter) + " – "
		if i := slices.IndexFunc(headings, func(h pdf.HeadingAt) bool { return !h.Unlisted && strings.HasPrefix(h.Title, title) }); i >= 0 {
			title = headings[i].Title
		}
		titles = append(titles, title)
	}
	return titles
}

// printedPage is what stands on a page of a PDF, as pdftotext finds it; from above,
// in points.
type printedPage struct {
	W     float64       `xml:"width,attr"`
	H     float64       `xml:"height,attr"`
	Words []printedWord `xml:"word"`
}

type printedWord struct {
	X0   float64 `xml:"xMin,attr"`
	Y0   float64 `xml:"yMin,attr"`
	X1   float64 `xml:"xMax,attr"`
	Y1   float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

// wordsOf gives the words of each page line by line.
func wordsOf(t *testing.T, file string) []printedPage {
	t.Helper()
	var read struct {
		Pages []printedPage `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(apptest.Tool(t, "pdftotext", "-bbox", file, "-")), &read); err != nil {
		t.Fatal(err)
	}
	for _, p := range read.Pages { // it gives them in the columns that it believes to see
		slices.SortFunc(p.Words, func(a, b printedWord) int { return cmp.Compare(a.Y1, b.Y1) })
		for line := p.Words; len(line) > 0; {
			n := 1
			for n < len(line) && line[n].Y1 < line[0].Y1+3 {
				n++
			}
			slices.SortFunc(line[:n], func(a, b printedWord) int { return cmp.Compare(a.X0, b.X0) })
			line = line[n:]
		}
	}
	return read.Pages
}

// within is the text whose words have their middle in a part of the page, without
// spaces.
func (p printedPage) within(x0, y0, x1, y1 float64) string {
	var text strings.Builder
	for _, w := range p.Words {
		if x, y := (w.X0+w.X1)/2, (w.Y0+w.Y1)/2; x >= x0 && x <= x1 && y >= y0 && y <= y1 {
			text.WriteString(w.Text)
		}
	}
	return dense(text.String())
}

func dense(s string) string { return strings.Join(strings.Fields(s), "") }

// structure is what a PDF is made of, as qpdf tells it.
type structure struct {
	Pages []struct {
		Object string `json:"object"`
	} `json:"pages"`
	Outlines []bookmark                   `json:"outlines"`
	Made     []map[string]json.RawMessage `json:"qpdf"` // what it is, its objects
}

type bookmark struct {
	Title string     `json:"title"`
	Dest  place      `json:"dest"`
	Below []bookmark `json:"kids"`
}

// place is where one is led to: a page, by its object, /XYZ, from the left, from
// below, how large.
type place [5]any

func structureOf(t *testing.T, file string) (f structure) {
	t.Helper()
	if err := json.Unmarshal([]byte(apptest.Tool(t, "qpdf", "--json=2", file)), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Made) != 2 {
		t.Fatal("qpdf gives no objects")
	}
	return f
}

// object reads an object of the file.
func (f structure) object(t *testing.T, name string, into any) {
	t.Helper()
	held := struct {
		Value any `json:"value"`
	}{into}
	if err := json.Unmarshal(f.Made[1][name], &held); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// lands gives the page that one is led to, from 1, and fails where the title is not
// what stands there.
func (f structure) lands(t *testing.T, pages []printedPage, title string, at place) int {
	t.Helper()
	for i, p := range f.Pages {
		if p.Object != at[0] {
			continue
		}
		up, _ := at[3].(float64)
		if text := pages[i].within(0, pages[i].H-up, pages[i].W, pages[i].H); !strings.HasPrefix(text, dense(title)) {
			t.Errorf("«%s» leads to page %d, to «%.80s»", title, i+1, text)
		}
		return i + 1
	}
	t.Errorf("«%s» leads to no page: %v", title, at)
	return 0
}

// bookmarksLand gives the titles of the bookmarks, in order, and fails where one does
// not land.
func (f structure) bookmarksLand(t *testing.T, pages []printedPage) (titles []string) {
	t.Helper()
	var look func(list []bookmark)
	look = func(list []bookmark) {
		for _, b := range list {
			f.lands(t, pages, b.Title, b.Dest)
			titles = append(titles, b.Title)
			look(b.Below)
		}
	}
	look(f.Outlines)
	return titles
}

// leaders are the dots between a title and its page.
var leaders = regexp.MustCompile(`\.{2,}`)

// linksLand looks below the links of the contents: they lie on the titles, in order,
// each with the page where it lands.
func (f structure) linksLand(t *testing.T, pages []printedPage, titles []string) {
	t.Helper()
	n := 0
	for i, p := range f.Pages {
		var page struct {
			Links []string `json:"/Annots"`
		}
		f.object(t, "obj:"+p.Object, &page)
		for _, name := range page.Links {
			var link struct {
				Rect [4]float64 `json:"/Rect"`
				Dest place      `json:"/Dest"`
			}
			f.object(t, "obj:"+name, &link)
			if n++; n > len(titles) {
				continue
			}
			r, h := link.Rect, pages[i].H
			below := leaders.ReplaceAllString(pages[i].within(min(r[0], r[2]), h-max(r[1], r[3]), max(r[0], r[2]), h-min(r[1], r[3])), "")
			title := titles[n-1]
			if want := dense(title) + strconv.Itoa(f.lands(t, pages, title, link.Dest)); below != want {
				t.Errorf("the link of «%s» lies on %q, not on %q", title, below, want)
			}
		}
	}
	if n != len(titles) {
		t.Errorf("%d links, not %d", n, len(titles))
	}
}
