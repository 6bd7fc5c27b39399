package pia

import (
	"strconv"
	"strings"
	"unicode"

	tokens "golang.org/x/net/html"
)

// plain makes a text of the rich text of an answer: paragraphs with an empty line
// between them, "- " or "1. " before the items of a list, two spaces further in for
// a list within a list, the address of a link behind it.
func plain(rich string) string {
	w := plainWriter{}
	z := tokens.NewTokenizer(strings.NewReader(rich))
	for {
		switch z.Next() {
		case tokens.ErrorToken:
			return clean(w.out.String())
		case tokens.TextToken:
			w.text(string(z.Text()))
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			t := z.Token()
			w.start(t)
		case tokens.EndTagToken:
			name, _ := z.TagName()
			w.end(string(name))
		}
	}
}

type plainWriter struct {
	out    strings.Builder
	breaks int   // line breaks owed before the next word
	space  bool  // a space is owed
	lists  []int // of each list within which we are: the number of its next item, or bullets
	hidden int   // within what is not text
	link   string
}

const (
	bullets = -1
	deepest = 8 // lists within each other that are told apart
)

func (w *plainWriter) start(t tokens.Token) {
	switch t.Data {
	case "br":
		w.breaks++
	case "p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr":
		w.apart(2)
	case "div", "tr", "section", "dt", "dd":
		w.apart(1)
	case "td", "th":
		w.space = true
	case "ul":
		w.apart(1)
		w.lists = append(w.lists, bullets)
	case "ol":
		w.apart(1)
		first, err := strconv.Atoi(attribute(t, "start"))
		if err != nil || first < 0 || first > highest {
			first = 1
		}
		w.lists = append(w.lists, first)
	case "li":
		w.apart(1)
		w.item()
	case "script", "style", "head", "title":
		if t.Type == tokens.StartTagToken {
			w.hidden++
		}
	case "img":
		w.write("[immagine]")
	case "a":
		w.link = clean(attribute(t, "href"))
	}
}

func attribute(t tokens.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (w *plainWriter) end(name string) {
	switch name {
	case "p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table":
		w.apart(2)
	case "div", "tr", "section", "dt", "dd", "li":
		w.apart(1)
	case "ul", "ol":
		w.lists = w.lists[:max(0, len(w.lists)-1)]
		w.apart(1)
	case "script", "style", "head", "title":
		w.hidden = max(0, w.hidden-1)
	case "a":
		if w.link != "" && !strings.HasSuffix(w.out.String(), w.link) {
			w.space = true
			w.write("(" + w.link + ")")
		}
		w.link = ""
	}
}

// apart owes at least so many line breaks.
func (w *plainWriter) apart(n int) { w.breaks = max(w.breaks, n) }

// item begins an item of the list within which we are.
func (w *plainWriter) item() {
	mark := "- "
	if n := len(w.lists); n > 0 && w.lists[n-1] != bullets {
		mark = strconv.Itoa(w.lists[n-1]) + ". "
		w.lists[n-1]++
	}
	w.write(strings.Repeat("  ", max(0, min(len(w.lists), deepest)-1)) + mark)
}

func (w *plainWriter) text(s string) {
	s = shown(strings.ReplaceAll(s, "\r", "\n"))
	words := strings.Fields(s)
	if len(words) == 0 {
		w.space = w.space || s != ""
		return
	}
	w.space = w.space || strings.TrimLeftFunc(s, unicode.IsSpace) != s
	w.write(strings.Join(words, " "))
	w.space = strings.TrimRightFunc(s, unicode.IsSpace) != s
}

func (w *plainWriter) write(s string) {
	switch {
	case w.hidden > 0:
		return
	case w.out.Len() == 0:
	case w.breaks > 0:
		w.out.WriteString(strings.Repeat("\n", min(w.breaks, 2)))
	case w.space && !strings.HasSuffix(w.out.String(), " "):
		w.out.WriteByte(' ')
	}
	w.out.WriteString(s)
	w.breaks, w.space = 0, false
}
