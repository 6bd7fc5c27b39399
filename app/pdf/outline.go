package pdf

import (
	"bytes"
	"fmt"
)

// mark is a bookmark: a heading and where it stands.
type mark struct {
	title       string
	page, level int     // page from 0
	y           float64 // from the bottom of the page
	unlisted    bool
}

// marksOf gathers the bookmarks in reading order.
func marksOf(p *Paper) []mark {
	var out []mark
	for i, page := range p.Pages {
		for _, op := range page.Ops {
			if op.Kind == Mark {
				out = append(out, mark{op.Text, i, int(op.Level), page.H - op.Y, op.Unlisted})
			}
		}
	}
	return out
}

// node is an entry of the tree of bookmarks; links are indexes, -1 for none.
type node struct {
	parent, prev, next, first, last int
	children                        int
}

// tree nests the marks: each belongs to the last one before it of a smaller
// level. The first node is the root, mark i is node i+1.
func tree(marks []mark) []node {
	nodes := make([]node, len(marks)+1)
	for i := range nodes {
		nodes[i] = node{-1, -1, -1, -1, -1, 0}
	}
	open := []int{0} // the root and the entries that the next one may belong to
	for i, m := range marks {
		n := i + 1
		for len(open) > 1 && marks[open[len(open)-1]-1].level >= m.level {
			open = open[:len(open)-1]
		}
		up := open[len(open)-1]
		nodes[n].parent = up
		if last := nodes[up].last; last >= 0 {
			nodes[last].next, nodes[n].prev = n, last
		} else {
			nodes[up].first = n
		}
		nodes[up].last = n
		nodes[up].children++
		open = append(open, n)
	}
	return nodes
}

// outlines writes the bookmarks as objects numbered from root. Chapters are
// shown, what lies below them is folded.
func outlines(marks []mark, root int, pages []int) [][]byte {
	nodes := tree(marks)
	out := make([][]byte, 0, len(nodes))
	for i, n := range nodes {
		var b bytes.Buffer
		b.WriteString("<<\n")
		if i == 0 {
			fmt.Fprintf(&b, "/Type /Outlines\n/Count %d\n", n.children)
		} else {
			m := marks[i-1]
			fmt.Fprintf(&b, "/Title %s\n/Dest [%d 0 R /XYZ 0 %.2f null]\n", hexText(m.title), pages[m.page], m.y)
			if n.children > 0 {
				fmt.Fprintf(&b, "/Count %d\n", -n.children)
			}
		}
		for _, link := range []struct {
			key string
			to  int
		}{{"Parent", n.parent}, {"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if link.to >= 0 {
				fmt.Fprintf(&b, "/%s %d 0 R\n", link.key, root+link.to)
			}
		}
		b.WriteString(">>\n")
		out = append(out, b.Bytes())
	}
	return out
}
