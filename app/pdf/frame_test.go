package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tutela/app/doc"
)

// inFrame fails if an op reaches out of the page, or an op of the text out of
// the margins. Pens and the round of hundredths may stand over by a hair.
func inFrame(t testing.TB, p *Paper) {
	t.Helper()
	const hair = 1.0
	for i, page := range p.Pages {
		text := frame{marginSide, marginTop, page.W - 2*marginSide, page.H - marginTop - marginBottom}
		for j, op := range page.Ops {
			f := frame{0, 0, page.W, page.H}
			if j >= page.Body {
				f = text
			}
			x0, y0, x1, y1 := op.X, op.Y, op.X+op.W, op.Y+op.H
			switch {
			case op.Kind == Text && op.Angle != 0:
				continue // see TestDraft
			case op.Kind == Text:
				y0, y1 = op.Y-0.75*op.Size, op.Y+0.22*op.Size
			case op.Kind == Mark:
				x0, x1 = f.x, f.x
			}
			x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
			if x0 < f.x-hair || x1 > f.x+f.w+hair || y0 < f.y-hair || y1 > f.y+f.h+hair {
				t.Fatalf("page %d op %d outside %+v: %+v", i+1, j, f, op)
			}
		}
	}
}

// bodyText gives the texts of the body in the order in which they are drawn.
func bodyText(p *Paper) []string {
	var out []string
	for _, page := range p.Pages {
		for _, op := range page.Ops[page.Body:] {
			if op.Kind == Text {
				out = append(out, op.Text)
			}
		}
	}
	return out
}

// maker makes random documents and remembers what they say.
type maker struct {
	*rand.Rand
	word   func(m *maker) string
	stream [][]string // words that must stand in order, a list for each column of text
	n      int
}

func (m *maker) runs(most int) []doc.Run {
	var out []doc.Run
	var said []string
	for range 1 + m.IntN(3) {
		var words []string
		for range m.IntN(most + 1) {
			words = append(words, m.word(m))
		}
		said = append(said, words...)
		out = append(out, doc.Run{Text: strings.Join(words, " ") + " ", Bold: m.IntN(4) == 0, Italic: m.IntN(5) == 0})
	}
	m.stream = append(m.stream, said)
	return out
}

func (m *maker) text(most int) string {
	r := m.runs(most)
	m.stream = append(m.stream[:len(m.stream)-1], strings.Fields(plain(r)))
	return plain(r)
}

func plain(rs []doc.Run) string {
	var out strings.Builder
	for _, r := range rs {
		out.WriteString(r.Text)
	}
	return out.String()
}

func (m *maker) size() int { return []int{3, 12, 60, 700}[min(m.IntN(12), m.IntN(4))] }

func (m *maker) cell() doc.Cell {
	c := doc.Cell{Tint: doc.Tint(m.IntN(9)), Bold: m.IntN(5) == 0, Span: m.IntN(4)}
	for range m.IntN(3) {
		c.Paras = append(c.Paras, m.runs(m.size()))
	}
	return c
}

func (m *maker) block() doc.Block {
	switch m.IntN(12) {
	case 0, 1:
		return doc.Heading{Level: m.IntN(5), Number: []string{"", "3.1.4"}[m.IntN(2)], Text: m.text(8)}
	case 2, 3:
		return doc.Para{Runs: m.runs(m.size()), Align: doc.Align(m.IntN(4)), Small: m.IntN(3) == 0}
	case 4:
		return doc.Note{Runs: m.runs(m.size())}
	case 5:
		l := doc.List{Ordered: m.IntN(2) == 0}
		for range m.IntN(6) {
			l.Items = append(l.Items, m.runs(m.size()))
		}
		return l
	case 6, 7:
		t := doc.Table{BlankRows: m.IntN(4), NoHead: m.IntN(3) == 0}
		for range 1 + m.IntN(6) { // wide enough for the words of TestEveryWordOnce
			t.Columns = append(t.Columns, doc.Column{Head: "Capo", Width: m.IntN(3), Align: doc.Align(m.IntN(4))})
		}
		for range m.IntN(30) {
			var r doc.Row
			for range m.IntN(len(t.Columns) + 2) {
				r = append(r, m.cell())
			}
			t.Rows = append(t.Rows, r)
		}
		return t
	case 8:
		f := doc.Fields{}
		for range m.IntN(12) {
			e := doc.Entry{Label: m.text(6), Half: m.IntN(3) == 0, Lines: max(0, m.IntN(6)-3)}
			for range m.IntN(3) {
				e.Value = append(e.Value, m.runs(m.size()))
			}
			f.Entries = append(f.Entries, e)
		}
		return f
	case 9:
		b := doc.Boxes{Label: m.text(6)}
		for range m.IntN(8) {
			b.Options = append(b.Options, doc.Box{Text: m.text(10), Checked: m.IntN(2) == 0})
		}
		return b
	case 10:
		s := doc.Signature{Place: m.text(2) + "-", Date: "22/11/2026"}
		for range m.IntN(5) {
			s.Signers = append(s.Signers, doc.Signer{Role: m.text(5), Name: m.text(4), Note: m.text(3)})
		}
		return s
	}
	return []doc.Block{doc.PageBreak{}, doc.Space{Points: m.Float64() * 900}, doc.Picture{
		Width: m.Float64() * 900, Height: m.Float64() * 1200, Alt: m.text(9),
		Shapes: []doc.Shape{{X: 20, Y: 10, W: m.Float64() * 500, H: 30, Frame: 1, Fill: doc.Warn, Text: m.text(4)}},
	}}[m.IntN(3)]
}

func (m *maker) document() doc.Document {
	d := doc.Document{Title: m.text(9), Subtitle: m.text(20), Office: "Ufficio", Landscape: m.IntN(3) == 0, Draft: m.IntN(3) == 0}
	for range m.IntN(14) {
		d.Blocks = append(d.Blocks, m.block())
	}
	return d
}

// Every word stands on paper once, and in order within its cell or paragraph.
func TestEveryWordOnce(t *testing.T) {
	for seed := range uint64(150) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 1))}
		m.word = func(m *maker) string { m.n++; return fmt.Sprintf("p%d", m.n) }
		d := m.document()
		p := layout(t, d)
		inFrame(t, p)
		at := map[string]int{}
		pos := 0
		for _, text := range bodyText(p) {
			for w := range strings.FieldsSeq(text) {
				w = strings.TrimRight(w, "-,")
				if !strings.HasPrefix(w, "p") || strings.Trim(w[1:], "0123456789") != "" {
					continue
				}
				if _, twice := at[w]; twice {
					t.Fatalf("seed %d: %s stands twice", seed, w)
				}
				pos++
				at[w] = pos
			}
		}
		missing := 0
		for _, words := range m.stream {
			for i, w := range words {
				if at[w] == 0 {
					missing++
				} else if i > 0 && at[w] < at[words[i-1]] {
					t.Fatalf("seed %d: %s stands before %s", seed, w, words[i-1])
				}
			}
		}
		if unused := m.unused(d); missing != unused {
			t.Fatalf("seed %d: %d words missing", seed, missing-unused)
		}
	}
}

// unused counts the words that were made but are in no block.
func (m *maker) unused(d doc.Document) int {
	in := map[string]bool{}
	for _, w := range strings.FieldsFunc(said(d), func(r rune) bool { return r != 'p' && (r < '0' || r > '9') }) {
		in[w] = true
	}
	n := 0
	for _, words := range m.stream {
		for _, w := range words {
			if !in[w] {
				n++
			}
		}
	}
	return n
}

// said is what a document says in its body, without the words that doc.Text adds.
func said(d doc.Document) string {
	title := d.Title + "\n" + d.Subtitle + "\n"
	text := doc.Text(doc.Document{Blocks: d.Blocks})
	for _, own := range []string{"nuova pagina", "{level ", "figura", "{good}", "{warn}", "{bad}", "luogo ____", "data ____"} {
		text = strings.ReplaceAll(text, own, "")
	}
	for _, b := range d.Blocks {
		if p, ok := b.(doc.Picture); ok {
			for _, s := range p.Shapes {
				text += s.Text
			}
		}
	}
	return title + text
}

// Words far wider than their column lose no letter, and no op leaves the frame.
func TestHugeWords(t *testing.T) {
	for seed := range uint64(40) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 2))}
		m.word = func(m *maker) string {
			n := []int{1, 5, 40, 160}[m.IntN(4)]
			return strings.Repeat(string(rune('k'+m.IntN(3))), n)
		}
		d := m.document()
		for i, b := range d.Blocks { // words that the layout adds hold such letters
			if tab, ok := b.(doc.Table); ok {
				tab.NoHead = true
				d.Blocks[i] = tab
			}
		}
		p := layout(t, d)
		inFrame(t, p)
		want := letters(said(d))
		if got := letters(strings.Join(bodyText(p), "")); got != want {
			t.Fatalf("seed %d: letters %v, want %v", seed, got, want)
		}
	}
}

func letters(s string) (n [3]int) {
	for _, r := range s {
		if r >= 'k' && r <= 'm' {
			n[r-'k']++
		}
	}
	return n
}

func FuzzCells(f *testing.F) {
	f.Add("parola", "una parola lunghissimissima", 3, 1)
	f.Add(strings.Repeat("W", 900), "", 40, 3)
	f.Add("e\u0301 ☑ 😀 \u2011 \u00AD x\u00A0y", "\n\n\t", 1, 0)
	f.Add(strings.Repeat("riga\n", 700), strings.Repeat("a b ", 900), 2, 2)
	f.Add("https://www.garanteprivacy.it/(a)", "\xff\xfe\x00", 700, 5)
	f.Fuzz(func(t *testing.T, a, b string, cols, rows int) {
		cols, rows = min(max(cols, 0), 1000), min(max(rows, 0), 8)
		if (len(a)+len(b))*(1+cols)*(1+rows) > 200_000 {
			t.Skip("too much for one try")
		}
		tab := doc.Table{Columns: make([]doc.Column, cols)}
		for i := range tab.Columns {
			tab.Columns[i] = doc.Column{Head: a, Width: i % 4, Align: doc.Align(i % 4)}
		}
		for i := range rows {
			tab.Rows = append(tab.Rows, doc.Row{doc.C(a, b), {Paras: [][]doc.Run{doc.B(b)}, Span: i}, doc.C(a)})
		}
		p := layout(t, doc.Document{Title: a, Office: b, Label: a, Date: b, Chain: b, Blocks: []doc.Block{
			tab, doc.Heading{Text: a, Number: b}, doc.Fields{Entries: []doc.Entry{{Label: a, Value: [][]doc.Run{doc.T(b)}}}},
		}})
		inFrame(t, p)
		if _, err := check(p); err != nil { // that Write would draw it all
			t.Fatal(err)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("una frase di prova con e-mail e ben-quattro parole", 100.0)
	f.Add(strings.Repeat("x", 2000), 0.001)
	f.Add("a\u00A0b\u2011c\nd\n\ne", 30.0)
	f.Add("mario.rossi@studiolegale.example/percorso?x=1", 50.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		m, err := newMeasurer()
		if err != nil {
			t.Fatal(err)
		}
		if !(width > 0.5 && width < 1e6) {
			width = 20
		}
		words := m.words(doc.T(text), bodyStyle)
		whole := func(ws []word) string {
			var out strings.Builder
			for _, w := range ws {
				for _, s := range w.segs {
					out.WriteString(s.text)
				}
			}
			return out.String()
		}
		var got strings.Builder
		for _, l := range m.breakLines(words, width) {
			got.WriteString(whole(l.words))
			for _, op := range l.ops(bodyStyle, doc.Justified, 0, 0, width) {
				if op.X < -0.1 || op.X+op.W > width+0.5 {
					t.Errorf("wider than %g: %+v", width, op)
				}
			}
		}
		if want := whole(words); got.String() != want {
			t.Errorf("got %q, want %q", got.String(), want)
		}
		if slices.ContainsFunc(words, func(w word) bool { return len(w.segs) == 0 && !w.brk }) {
			t.Error("a word of nothing")
		}
	})
}
