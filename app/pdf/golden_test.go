package pdf

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"tutela/app/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump writes a display list as text, an op a line.
func dump(p *Paper) string {
	var out strings.Builder
	kinds := map[Kind]string{Text: "text", Fill: "fill", Frame: "frame", Line: "line", Link: "link", Mark: "mark", Sign: "sign"}
	for i, page := range p.Pages {
		fmt.Fprintf(&out, "page %d %gx%g\n", i+1, page.W, page.H)
		for j, op := range page.Ops {
			if j == page.Body {
				out.WriteString("body\n")
			}
			fmt.Fprintf(&out, "%-5s %7.2f %7.2f %7.2f %7.2f", kinds[op.Kind], op.X, op.Y, op.W, op.H)
			switch op.Kind {
			case Text:
				fmt.Fprintf(&out, " face %d size %g #%06X %q", op.Face, op.Size, uint32(op.Color), op.Text)
				if op.Angle != 0 {
					fmt.Fprintf(&out, " turned %g", op.Angle)
				}
			case Link:
				fmt.Fprintf(&out, " %s", op.Text)
			case Mark:
				fmt.Fprintf(&out, " %d %q", op.Level, op.Text)
			default:
				fmt.Fprintf(&out, " #%06X %g", uint32(op.Color), op.Stroke)
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

func layout(t testing.TB, d doc.Document) *Paper {
	t.Helper()
	p, err := Layout(d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestGolden(t *testing.T) {
	for name, d := range map[string]doc.Document{"sheet": sheetSample(), "blank": blankSample(), "letter": letterSample()} {
		got := dump(layout(t, d))
		file := "testdata/" + name + ".txt"
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got == string(want) {
			continue
		}
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Errorf("%s line %d:\n got %s\nwant %s", file, i+1, g[i], w[i])
				break
			}
		}
		t.Errorf("%s differs (%d lines, want %d); look at the pages, then: go test ./app/pdf -run Golden -update", name, len(g), len(w))
	}
}

func TestSameBytes(t *testing.T) {
	d := sheetSample()
	want, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(want, []byte("CreationDate")) {
		t.Error("a date of creation that nobody gave")
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			got, err := Render(d)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("other bytes at the same time (%d, want %d): %v", len(got), len(want), err)
			}
		})
	}
	group.Wait()
}

// A display list is kept with the office's papers: it must come back whole.
func TestPaperKept(t *testing.T) {
	p := layout(t, letterSample())
	p.Meta.Created = time.Date(2026, 11, 22, 17, 42, 5, 0, time.FixedZone("CET", 3600))
	kept, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back Paper
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back.Pages, p.Pages) {
		t.Error("pages changed on the way")
	}
	a, err := Write(p)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Write(&back)
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("other bytes: %v", err)
	}
	if !bytes.Contains(a, []byte("/CreationDate (D:20261122174205+01'00')")) {
		t.Error("date of creation missing")
	}
}
