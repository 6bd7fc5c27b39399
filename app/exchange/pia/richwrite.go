package pia

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// highest is the last number that begins an item of a list.
const highest = 999

// rich makes of a text what plain makes that text of.
func rich(text string) string {
	w := &richWriter{}
	for _, para := range strings.Split(clean(text), "\n\n") {
		w.paragraph(strings.Split(strings.Trim(para, "\n"), "\n"))
	}
	return w.out.String()
}

type richWriter struct {
	out  strings.Builder
	open []openList
	// loose says that what was written last does not end as a paragraph does, so
	// that an empty line after it has to be written.
	loose bool
}

type openList struct {
	tag  string
	next int
}

// paragraph writes lines between which there is no empty one. A line that stands
// beside a list is no paragraph: that would stand apart from it.
func (w *richWriter) paragraph(lines []string) {
	tag, listed := "p", slices.ContainsFunc(lines, isItem)
	if listed {
		tag = "div"
	}
	if listed && w.loose {
		w.out.WriteString("<p></p>")
	}
	var said []string
	flush := func() {
		if len(said) > 0 {
			fmt.Fprintf(&w.out, "<%s>%s</%s>", tag, strings.Join(said, "<br />"), tag)
		}
		said = nil
	}
	for _, line := range lines {
		if item, ok := listItem(line, len(w.open)); ok {
			flush()
			w.item(item)
			continue
		}
		w.close(0)
		said = append(said, html.EscapeString(strings.TrimSpace(line)))
	}
	w.close(0)
	flush()
	w.loose = listed
}

// item writes an item, in the list that is open or in one that it opens.
func (w *richWriter) item(x item) {
	w.close(x.depth)
	if n := len(w.open); n == x.depth && (w.open[n-1].tag != x.tag || x.tag == "ol" && w.open[n-1].next != x.number) {
		w.close(n - 1)
	}
	if len(w.open) == x.depth {
		w.out.WriteString("</li>")
	} else {
		start := ""
		if x.tag == "ol" && x.number != 1 {
			start = fmt.Sprintf(" start=\"%d\"", x.number)
		}
		fmt.Fprintf(&w.out, "<%s%s>", x.tag, start)
		w.open = append(w.open, openList{x.tag, x.number})
	}
	w.open[len(w.open)-1].next++
	w.out.WriteString("<li>" + html.EscapeString(x.said))
}

// close closes lists until so many are open.
func (w *richWriter) close(depth int) {
	for len(w.open) > depth {
		fmt.Fprintf(&w.out, "</li></%s>", w.open[len(w.open)-1].tag)
		w.open = w.open[:len(w.open)-1]
	}
}

// item is a line that stands in a list.
type item struct {
	depth  int // from 1
	tag    string
	number int
	said   string
}

func isItem(line string) bool {
	_, ok := listItem(line, 0)
	return ok
}

// listItem takes the mark of an item off a line; open is how deep the line before
// it stands.
func listItem(line string, open int) (item, bool) {
	said := strings.TrimLeft(line, " ")
	x := item{depth: min((len(line)-len(said))/2, open, deepest-1) + 1}
	if after, ok := strings.CutPrefix(said, "- "); ok {
		x.tag, x.said = "ul", strings.TrimSpace(after)
		return x, true
	}
	digits, after, ok := strings.Cut(said, ". ")
	if n, err := strconv.Atoi(digits); ok && err == nil && n >= 0 && n <= highest && strconv.Itoa(n) == digits {
		x.tag, x.number, x.said = "ol", n, strings.TrimSpace(after)
		return x, true
	}
	return item{}, false
}
