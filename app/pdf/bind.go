package pdf

import (
	"fmt"
	"strconv"

	"tutela/app/doc"
)

// Bind joins papers behind a front page that lists them: each line says on which
// page of the whole a paper begins, and leads there. The front holds a
// doc.Contents where the list is to stand.
func Bind(front doc.Document, papers []*Paper) (*Paper, error) {
	s, err := newSetter(front.Landscape)
	if err != nil {
		return nil, fmt.Errorf("bind %s: %w", name(front), err)
	}
	joined := Join("", papers)
	var titles []HeadingAt
	var marks []int // of each title, among the bookmarks of the joined papers
	for i, h := range joined.Headings() {
		if h.Level == 1 {
			titles, marks = append(titles, h), append(marks, i)
		}
	}
	// How many pages the list takes is known when it is laid out.
	for pages := 1; pages <= len(papers)+mostPasses; {
		s.headings = make([]HeadingAt, len(titles))
		for i, h := range titles {
			s.headings[i] = HeadingAt{Title: h.Title, Level: 1, Page: h.Page + pages}
		}
		first, err := s.layout(front)
		if err != nil {
			return nil, err
		}
		if len(first.Pages) == pages {
			own := len(first.Headings())
			for _, page := range first.Pages {
				for i, op := range page.Ops {
					if n, err := strconv.Atoi(op.Text); err == nil && op.Kind == Goto {
						page.Ops[i].Text = strconv.Itoa(own + marks[n])
					}
				}
			}
			out := Join(front.Title, append([]*Paper{first}, papers...))
			out.Meta = first.Meta
			return out, nil
		}
		pages = len(first.Pages)
	}
	return nil, fmt.Errorf("bind %s: the list of papers does not settle", name(front))
}

// TwoSided puts an empty page where a paper would else begin on the back of
// another: for printing on both sides of a sheet.
func (p *Paper) TwoSided() *Paper {
	out := &Paper{Meta: p.Meta}
	for _, page := range p.Pages {
		if page.Begins && len(out.Pages)%2 == 1 {
			last := out.Pages[len(out.Pages)-1]
			out.Pages = append(out.Pages, Page{W: last.W, H: last.H})
		}
		out.Pages = append(out.Pages, page)
	}
	return out
}
