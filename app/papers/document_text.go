package papers

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"tutela/app/doc"
	"tutela/assets"
)

// Section is a numbered part of the accountability document: a chapter ("3") or a
// section of one ("3.1.4").
type Section struct{ Number, Title string }

// Level is the depth of its heading, 1 for a chapter.
func (s Section) Level() int { return strings.Count(s.Number, ".") + 1 }

// Sections lists the chapters and sections of the accountability document in order.
func Sections() []Section {
	texts, _ := documentTexts() // broken ones never pass the tests
	out := make([]Section, len(texts))
	for i, t := range texts {
		out[i] = t.Section
	}
	return out
}

// sectionText is the text of a section, as its file has it: the file LEGGIMI.md
// beside them says how they are written.
type sectionText struct {
	Section
	parts []sectionPart
}

// sectionPart is some words, or a part made of the records.
type sectionPart struct {
	words  []doc.Block
	insert string // names the part made of records
	when   string // the case in which it is printed; "" always
	not    bool   // printed in all other cases
}

var documentTexts = sync.OnceValues(func() ([]sectionText, error) {
	files, err := fs.Glob(assets.DocumentTexts, "texts/document/*.md")
	if err != nil {
		return nil, fmt.Errorf("failed to list the sections: %w", err)
	}
	var out []sectionText
	for _, f := range files {
		data, err := fs.ReadFile(assets.DocumentTexts, f)
		if err != nil {
			return nil, fmt.Errorf("failed to read a section: %w", err)
		}
		t, err := readSection(data)
		if err == nil && t.Number+".md" != path.Base(f) {
			err = fmt.Errorf("its heading has the number %s", t.Number)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b sectionText) int { return compareNumbers(a.Number, b.Number) })
	return out, nil
})

// compareNumbers puts 3.2 before 3.10, and 3.1 before 3.1.1.
func compareNumbers(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(a, b string) int {
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		return cmp.Compare(x, y)
	})
}

var (
	sectionHead = regexp.MustCompile(`^(\d+(?:\.\d+){0,2}) (\S.*)$`)
	sectionMark = regexp.MustCompile(`^\{\{(?:(se(?: non)?) )?([a-z0-9]+(?:-[a-z0-9]+)*)\}\}$`)
)

// readSection reads the text of a section, the shipped one or an office's own.
func readSection(source []byte) (sectionText, error) {
	var out sectionText
	var now sectionPart // the case that what follows stands in
	add := func(p sectionPart) {
		p.when, p.not = now.when, now.not
		out.parts = append(out.parts, p)
	}
	root := goldmark.DefaultParser().Parse(gmtext.NewReader(source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			m := sectionHead.FindStringSubmatch(plain(n, source))
			if m == nil || out.Number != "" {
				return out, errors.New("there is one first-level heading, with number and title")
			}
			out.Section = Section{m[1], m[2]}
			continue
		}
		if _, comment := n.(*ast.HTMLBlock); comment {
			continue // what the file says of itself
		}
		if out.Number == "" {
			return out, errors.New("words before the heading")
		}
		b, err := markdownBlock(n, source)
		if err != nil {
			return out, err
		}
		switch b := b.(type) {
		case doc.Heading:
			b.Level, b.Unlisted = 3, true
			add(sectionPart{words: []doc.Block{b}})
			continue
		case doc.Para:
			text := b.Runs[0].Text
			if !strings.Contains(text, "{{") {
				break
			}
			mark := sectionMark.FindStringSubmatch(text)
			if mark == nil || len(b.Runs) > 1 {
				return out, fmt.Errorf("%q does not stand alone between empty lines", text)
			}
			if err := now.turn(mark[1], mark[2], add); err != nil {
				return out, err
			}
			continue
		}
		add(sectionPart{words: []doc.Block{b}})
	}
	switch {
	case now.when != "":
		return out, fmt.Errorf("{{se %s}} has no {{fine}}", now.when)
	case out.Number == "":
		return out, errors.New("it has no heading")
	case len(out.parts) == 0 && out.Level() > 1:
		return out, errors.New("it says nothing")
	}
	return out, nil
}

// turn opens a case, changes over to the others, ends it, or adds a part.
func (p *sectionPart) turn(if_, name string, add func(sectionPart)) error {
	switch {
	case if_ != "" && p.when != "":
		return fmt.Errorf("{{se %s}} stands within {{se %s}}", name, p.when)
	case if_ != "":
		p.when, p.not = name, if_ == "se non"
	case (name == "altrimenti" || name == "fine") && p.when == "":
		return fmt.Errorf("{{%s}} without a {{se}}", name)
	case name == "altrimenti":
		p.not = !p.not
	case name == "fine":
		p.when = ""
	default:
		add(sectionPart{insert: name})
	}
	return nil
}
