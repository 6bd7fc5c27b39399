package doc

import (
	"fmt"
	"strings"
)

// Text writes a document as plain text, one line for each heading, paragraph,
// row or field, in reading order: for golden tests and for reading in a
// terminal. The same document always gives the same text.
//
//	# title, ## heading          **bold**, *italic*
//	> note                       - item, 1. item
//	head | head                  cell | cell {good}
//	label: value / second        label: [x] Sì  [ ] No
//	label: ____                  (room to write, one for each line)
func Text(d Document) string {
	w := &writer{}
	w.line("# " + d.Title)
	w.line(d.Subtitle)
	about := []string{d.Office, d.Label, d.Date}
	if d.Draft {
		about = append(about, "BOZZA")
	}
	w.line(joined(" · ", about...))
	for _, b := range d.Blocks {
		w.block(b)
	}
	return w.out.String()
}

// Plain is what runs say, without how.
func Plain(runs []Run) string {
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.Text)
	}
	return out.String()
}

// PlainParas is what paragraphs say, with a text between one and the next.
func PlainParas(paras [][]Run, between string) string {
	lines := make([]string, len(paras))
	for i, runs := range paras {
		lines[i] = Plain(runs)
	}
	return strings.Join(lines, between)
}

// writer gathers lines, and parts blocks with an empty one.
type writer struct{ out strings.Builder }

// line writes a line; an empty one is left out.
func (w *writer) line(text string) {
	if text = strings.TrimSpace(text); text != "" {
		w.out.WriteString(strings.ReplaceAll(text, "\n", " / ") + "\n")
	}
}

func (w *writer) gap() { w.out.WriteString("\n") }

func (w *writer) block(b Block) {
	switch b := b.(type) {
	case Heading:
		w.gap()
		w.line(strings.Repeat("#", min(max(b.Level, 1), 3)+1) + " " + joined(" ", b.Number, b.Text))
	case Para:
		w.gap()
		w.line(runs(b.Runs))
	case Note:
		w.gap()
		w.line("> " + runs(b.Runs))
	case List:
		w.gap()
		for i, item := range b.Items {
			sign := "- "
			if b.Ordered {
				sign = fmt.Sprintf("%d. ", i+1)
			}
			w.line(sign + runs(item))
		}
	case Table:
		w.gap()
		w.table(b)
	case Fields:
		w.gap()
		for _, e := range b.Entries {
			w.line(before(e.Label) + e.text())
		}
	case Boxes:
		w.gap()
		w.line(b.text())
	case Signature:
		w.gap()
		w.signature(b)
	case Contents:
		w.gap()
		w.line("[indice]")
	case Picture:
		w.gap()
		w.line("[figura: " + b.Alt + "]")
	case PageBreak:
		w.gap()
		w.line("--- nuova pagina ---")
	case Turn:
		w.gap()
		if b.Landscape {
			w.line("--- nuova pagina, orizzontale ---")
		} else {
			w.line("--- nuova pagina, verticale ---")
		}
	}
}

func (w *writer) table(t Table) {
	if !t.NoHead {
		heads := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			heads[i] = c.Head
		}
		if head := strings.Join(heads, " | "); strings.Trim(head, " |") != "" {
			w.line(head)
			w.line("---")
		}
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = c.text()
		}
		w.line(strings.Join(cells, " | "))
	}
	if len(t.Rows) == 0 && t.Empty != "" && t.BlankRows <= 0 {
		w.line("(" + t.Empty + ")")
	}
	for range t.BlankRows {
		w.line(strings.TrimSuffix(strings.Repeat("____ | ", max(1, len(t.Columns))), " | "))
	}
}

func (w *writer) signature(s Signature) {
	place, date := s.Place, s.Date
	if place == "" {
		place = "luogo ____"
	}
	if date == "" {
		date = "data ____"
	}
	w.line(place + ", " + date)
	for _, g := range s.Signers {
		text := g.Role
		if g.Note != "" {
			text += " (" + g.Note + ")"
		}
		w.line(joined(" ", text+": ____", g.Name))
	}
}

// text is the cell on one line, with the state that its tint speaks of.
func (c Cell) text() string {
	paras := make([]string, len(c.Paras))
	for i, p := range c.Paras {
		if c.Bold {
			p = bold(p)
		}
		paras[i] = runs(p)
	}
	names := map[Tint]string{
		Good: "{good}", Warn: "{warn}", Bad: "{bad}",
		Level1: "{level 1}", Level2: "{level 2}", Level3: "{level 3}", Level4: "{level 4}",
	}
	return joined(" ", joined(" / ", paras...), names[c.Tint])
}

// text is the value on one line.
func (e Entry) text() string {
	var parts []string
	for _, p := range e.Value {
		parts = append(parts, runs(p))
	}
	if e.Missing {
		parts = append(parts, "«da completare»")
	}
	for range e.Lines {
		parts = append(parts, "____")
	}
	return joined(" / ", parts...)
}

// before is a label as it stands before what answers to it: a question has its own mark.
func before(label string) string {
	if strings.HasSuffix(label, "?") {
		return label + " "
	}
	return label + ": "
}

func (b Boxes) text() string {
	options := make([]string, len(b.Options))
	for i, o := range b.Options {
		mark := "[ ] "
		if o.Checked {
			mark = "[x] "
		}
		options[i] = mark + o.Text
	}
	text := strings.Join(options, "  ")
	if b.Label == "" {
		return text
	}
	return before(b.Label) + text
}

// runs is a paragraph on one line. Neighbours in one style are joined, so that
// the text does not depend on how it was put together.
func runs(rs []Run) string {
	var out strings.Builder
	for i := 0; i < len(rs); {
		text, first := "", rs[i]
		for ; i < len(rs) && rs[i].Bold == first.Bold && rs[i].Italic == first.Italic; i++ {
			text += rs[i].Text
		}
		mark := ""
		if first.Italic {
			mark = "*"
		}
		if first.Bold {
			mark += "**"
		}
		if strings.TrimSpace(text) == "" {
			mark = ""
		}
		out.WriteString(mark + text + mark)
	}
	return out.String()
}

func bold(rs []Run) []Run {
	out := make([]Run, len(rs))
	for i, r := range rs {
		out[i] = Run{Text: r.Text, Bold: true, Italic: r.Italic}
	}
	return out
}

// joined puts the separator between the texts that are not empty.
func joined(sep string, texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, sep)
}
