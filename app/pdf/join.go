package pdf

import (
	"slices"
	"strconv"

	"tutela/app/doc"
)

// Letters lays out letters of one kind and joins them; to says whom each is for,
// and is its bookmark.
func Letters(title string, list []doc.Document, to []string) (*Paper, error) {
	papers := make([]*Paper, len(list))
	for i, d := range list {
		p, err := Layout(d)
		if err != nil {
			return nil, err
		}
		p.Meta.Title = to[i]
		papers[i] = p
	}
	return Join(title, papers), nil
}

// Join puts papers one behind the other: one PDF to print or to file. Each
// paper's title becomes a bookmark over its own; pages keep their numbers.
func Join(title string, papers []*Paper) *Paper {
	out := &Paper{Meta: Meta{Title: title}}
	marks := 0
	for _, p := range papers {
		if out.Meta.Author == "" {
			out.Meta.Author = p.Meta.Author
		}
		marks++ // that of the title
		before := marks
		for i, page := range p.Pages {
			page.Ops = slices.Clone(page.Ops)
			page.Begins = i == 0
			if i == 0 {
				page.Ops = slices.Insert(page.Ops, page.Body, Op{Kind: Mark, Level: 1, Text: p.Meta.Title})
			}
			for j := range page.Ops {
				op := &page.Ops[j]
				switch {
				case op.Kind == Goto:
					if n, err := strconv.Atoi(op.Text); err == nil {
						op.Text = strconv.Itoa(n + before)
					}
				case op.Kind == Mark && (i > 0 || j != page.Body):
					op.Level++
					marks++
				}
			}
			out.Pages = append(out.Pages, page)
		}
	}
	return out
}

// Select keeps some pages of a paper, counted from 0. Links to pages that are
// left out are dropped.
func (p *Paper) Select(pages []int) *Paper {
	out := &Paper{Meta: p.Meta}
	renumbered := map[int]int{} // bookmarks of before -> now
	before, now := 0, 0
	for i, page := range p.Pages {
		kept := slices.Contains(pages, i)
		for _, op := range page.Ops {
			if op.Kind == Mark {
				if kept {
					renumbered[before] = now
					now++
				}
				before++
			}
		}
	}
	for i, page := range p.Pages {
		if !slices.Contains(pages, i) {
			continue
		}
		ops := make([]Op, 0, len(page.Ops))
		for _, op := range page.Ops {
			if op.Kind == Goto {
				n, err := strconv.Atoi(op.Text)
				to, ok := renumbered[n]
				if err != nil || !ok {
					continue
				}
				op.Text = strconv.Itoa(to)
			}
			ops = append(ops, op)
		}
		page.Ops = ops
		out.Pages = append(out.Pages, page)
	}
	return out
}
