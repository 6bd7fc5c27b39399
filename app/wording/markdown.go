package wording

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"tutela/app/doc"
)

// Passages reads a shipped text: Markdown whose first-level headings are keys,
// each with the blocks up to the next one. Below them stand headings ("##" is a
// chapter of the paper), paragraphs, lists and quotes (notes). Anything else is an
// error, so that no text loses a word in print; the tests read every shipped file.
func Passages(source []byte) (map[string][]doc.Block, error) {
	out := map[string][]doc.Block{}
	key := ""
	root := goldmark.DefaultParser().Parse(gmtext.NewReader(source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			if key = plain(n, source); key == "" {
				return nil, errors.New("a passage has no name")
			}
			if _, twice := out[key]; twice {
				return nil, fmt.Errorf("passage %s stands twice", key)
			}
			out[key] = nil
			continue
		}
		if _, comment := n.(*ast.HTMLBlock); comment && key == "" {
			continue // what the file says of itself
		}
		b, err := markdownBlock(n, source)
		if err != nil {
			return nil, fmt.Errorf("passage %q: %w", key, err)
		}
		if key == "" {
			return nil, errors.New("words before the first passage")
		}
		out[key] = append(out[key], b)
	}
	for key, blocks := range out {
		if len(blocks) == 0 {
			return nil, fmt.Errorf("passage %s is empty", key)
		}
	}
	return out, nil
}

func markdownBlock(n ast.Node, source []byte) (doc.Block, error) {
	switch n := n.(type) {
	case *ast.Heading:
		return doc.Heading{Level: n.Level - 1, Text: plain(n, source)}, nil
	case *ast.Paragraph:
		runs, err := markdownRuns(n, source, doc.Run{})
		return doc.Para{Runs: runs}, err
	case *ast.Blockquote:
		runs, err := onlyPara(n, source)
		return doc.Note{Runs: runs}, err
	case *ast.List:
		list := doc.List{Ordered: n.IsOrdered()}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			runs, err := onlyPara(item, source)
			if err != nil {
				return nil, err
			}
			list.Items = append(list.Items, runs)
		}
		return list, nil
	}
	return nil, fmt.Errorf("%s has no place in a paper", n.Kind())
}

// onlyPara is the one paragraph of an item or a quote.
func onlyPara(n ast.Node, source []byte) ([]doc.Run, error) {
	if n.ChildCount() != 1 {
		return nil, fmt.Errorf("%s must hold one paragraph", n.Kind())
	}
	switch p := n.FirstChild().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return markdownRuns(p, source, doc.Run{})
	}
	return nil, fmt.Errorf("%s must hold words only", n.Kind())
}

// Unbroken keeps the number of an article on the line of its abbreviation.
var Unbroken = strings.NewReplacer("art. ", "art.\u00a0", "artt. ", "artt.\u00a0", "par. ", "par.\u00a0", "lett. ", "lett.\u00a0")

// markdownRuns gives the words of a paragraph, neighbours of one style joined: a
// place-holder is then in one piece.
func markdownRuns(n ast.Node, source []byte, style doc.Run) ([]doc.Run, error) {
	var out []doc.Run
	add := func(r doc.Run) {
		if last := len(out) - 1; last >= 0 && out[last].Bold == r.Bold && out[last].Italic == r.Italic {
			out[last].Text += r.Text
			return
		}
		out = append(out, r)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r := style
			r.Text = Unbroken.Replace(string(c.Value(source)))
			if strings.Contains(r.Text, `\`) || c.HardLineBreak() {
				return nil, fmt.Errorf("%q: no backslashes, no hard line ends", r.Text)
			}
			if c.SoftLineBreak() {
				r.Text += " "
			}
			add(r)
		case *ast.Emphasis:
			inner := style
			inner.Bold, inner.Italic = style.Bold || c.Level == 2, style.Italic || c.Level == 1
			runs, err := markdownRuns(c, source, inner)
			if err != nil {
				return nil, err
			}
			for _, r := range runs {
				add(r)
			}
		default:
			return nil, fmt.Errorf("%s has no place in a paper", c.Kind())
		}
	}
	return out, nil
}

// plain is the words of a heading, without styles; "" where it holds others.
func plain(n ast.Node, source []byte) string {
	runs, err := markdownRuns(n, source, doc.Run{})
	if err != nil || len(runs) != 1 {
		return ""
	}
	return runs[0].Text
}
