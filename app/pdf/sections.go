package pdf

import (
	"slices"
	"strings"

	"tutela/app/doc"
)

// Sections gives the text of a paper under each of its headings, without what runs
// round the pages and without lists of contents: what two editions of it are
// compared by, wherever their lines and pages end.
func (p *Paper) Sections() []doc.Section {
	var out []doc.Section
	var text strings.Builder
	title, contents := "", false
	end := func(next string) {
		words := strings.Fields(text.String())
		// A heading stands in the text before its bookmark.
		if own := strings.Fields(next); len(own) > 0 && len(words) >= len(own) && slices.Equal(words[len(words)-len(own):], own) {
			words = words[:len(words)-len(own)]
		}
		if len(words) > 0 && !contents {
			out = append(out, doc.Section{Title: title, Words: words})
		}
		text.Reset()
		title, contents = next, false
	}
	for _, page := range p.Pages {
		var last Op
		for _, op := range page.Ops[min(page.Body, len(page.Ops)):] {
			switch op.Kind {
			case Mark:
				end(op.Text)
			case Goto:
				contents = true
			case Text:
				if op.Again {
					continue // where a table goes over the page says nothing
				}
				// Letters that touch are of one word, whatever face they are in.
				if op.Y != last.Y || op.X-(last.X+last.W) > 0.1*op.Size || op.X < last.X {
					text.WriteByte(' ')
				}
				text.WriteString(op.Text)
				last = op
			}
		}
		text.WriteByte(' ')
	}
	end("")
	return out
}
