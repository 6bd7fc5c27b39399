package pdf

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tutela/app/apptest"
	"tutela/app/doc"
)

// Others read the file as we meant it: no fault in its structure, the same
// text in the same order, every font embedded in part.
func TestReadByOthers(t *testing.T) {
	empty := doc.Document{Kind: "empty"}
	odd := doc.Document{Kind: "odd", Title: "Caffè 😀 (à) \\", Office: "“Ufficio” <&>", Blocks: []doc.Block{
		doc.Heading{Level: 2, Number: "1.1", Text: "Sotto 😀"}, doc.Heading{Level: 1, Text: "Sopra (1)"},
		doc.P("Perché così: ☐ ☑ ✓ € § ° «x» – — … 😀 (a\\b)."),
	}}
	for _, d := range []doc.Document{sheetSample(), registerSample(40), blankSample(), letterSample(), empty, odd} {
		t.Run(d.Kind, func(t *testing.T) {
			p := layout(t, d)
			b, err := Write(p)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "paper.pdf")
			if err := os.WriteFile(file, b, 0o644); err != nil {
				t.Fatal(err)
			}
			if out := apptest.Tool(t, "qpdf", "--check", file); strings.Contains(strings.ToLower(out), "warning") {
				t.Error(out)
			}
			for _, line := range strings.Split(strings.TrimSpace(apptest.Tool(t, "pdffonts", file)), "\n")[2:] {
				if !strings.Contains(line, "yes yes yes") {
					t.Errorf("font not embedded, not in part or without characters: %s", line)
				}
			}
			var want strings.Builder
			for _, page := range p.Pages {
				for _, op := range page.Ops {
					if op.Kind == Text && op.Angle == 0 {
						want.WriteString(op.Text)
					}
				}
			}
			got := dense(apptest.Tool(t, "pdftotext", "-raw", file, "-"))
			if d.Draft {
				got = strings.ReplaceAll(got, draftText, "")
			}
			if g, w := got, dense(want.String()); g != w {
				n := 0
				for n < min(len(g), len(w)) && g[n] == w[n] {
					n++
				}
				from := max(0, n-40)
				t.Errorf("text differs at …\n got %q\nwant %q", g[from:min(len(g), n+40)], w[from:min(len(w), n+40)])
			}
		})
	}
}

// Words copied out of a justified paragraph stay apart.
func TestWordsStayApart(t *testing.T) {
	text := strings.ReplaceAll(strings.Repeat(prose, 5), "-", " ")
	b, err := Render(doc.Document{Blocks: []doc.Block{doc.P(text)}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(apptest.Tool(t, "pdftotext", file, "-"))
	want := append(strings.Fields(text), "pagina", "1", "di", "1")
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// dense leaves out white space, and hyphens, which the reader takes away where
// they end a line.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}

func TestBookmarks(t *testing.T) {
	b, err := Render(sheetSample())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	out := apptest.Tool(t, "qpdf", "--json", "--json-key=outlines", file)
	var titles []string
	for _, line := range strings.Split(out, "\n") {
		if _, title, ok := strings.Cut(line, `"title": "`); ok {
			depth := (len(line) - len(strings.TrimLeft(line, " "))) / 4
			titles = append(titles, strings.Repeat(">", depth)+strings.TrimRight(title, `",`))
		}
	}
	// The tool writes what lies below an entry before its title.
	want := []string{">1 Identificazione", ">>2.1 Probabilità e impatto", ">>>Nota sui livelli", ">>2.2 Misure di sicurezza", ">2 Rischio"}
	if !slices.Equal(titles, want) {
		t.Errorf("got  %q\nwant %q", titles, want)
	}
}
