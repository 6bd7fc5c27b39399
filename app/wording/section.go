// Package wording reads the fixed words that ship with the program, a small part of
// Markdown, and those that an office writes in place of a section of the
// accountability document. It knows no records.
package wording

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

// Text is the text of a section, as its file has it: the file LEGGIMI.md beside
// them says how they are written.
type Text struct {
	Section
	Source string // below the heading
	Parts  []Part
}

// Part is some words, or a part made of the records.
type Part struct {
	Words  []doc.Block
	Insert string // names the part made of records
	When   string // the case in which it is printed; "" always
	Not    bool   // printed in all other cases
}

// Texts gives the texts of chapters and sections in their order. Broken ones never
// pass the tests.
var Texts = sync.OnceValues(func() ([]Text, error) {
	files, err := fs.Glob(assets.DocumentTexts, "texts/document/*.md")
	if err != nil {
		return nil, fmt.Errorf("failed to list the sections: %w", err)
	}
	var out []Text
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
		_, t.Source, _ = strings.Cut(string(data), "\n")
		t.Source = strings.TrimSpace(t.Source)
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Text) int { return compareNumbers(a.Number, b.Number) })
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
	placeLike   = regexp.MustCompile(`[{}]+[^{} ]*[{}]*`)
	sectionMark = regexp.MustCompile(`^\{\{(?:(se(?: non)?) )?([a-z0-9]+(?:-[a-z0-9]+)*)\}\}$`)
)

// readSection reads the text of a section, with its heading.
func readSection(source []byte) (Text, error) {
	var out Text
	var now Part // the case that what follows stands in
	add := func(p Part) {
		p.When, p.Not = now.When, now.Not
		out.Parts = append(out.Parts, p)
	}
	root := goldmark.DefaultParser().Parse(gmtext.NewReader(source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			m := sectionHead.FindStringSubmatch(plain(n, source))
			if m == nil || out.Number != "" {
				return out, slip("Il titolo della sezione lo mette il programma: per un titoletto scrivete «## » davanti, con due cancelletti.",
					"there is one first-level heading, with number and title")
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
			add(Part{Words: []doc.Block{b}})
			continue
		case doc.Para:
			text := b.Runs[0].Text
			if !strings.Contains(text, "{{") {
				break
			}
			mark := sectionMark.FindStringSubmatch(text)
			if mark == nil || len(b.Runs) > 1 {
				return out, slip("I segni fra doppie graffe, come {{se …}} e {{fine}}, stanno da soli su una riga, con una riga vuota prima e una dopo: guardate «"+text+"».",
					"%q does not stand alone between empty lines", text)
			}
			if err := now.turn(mark[1], mark[2], add); err != nil {
				return out, err
			}
			continue
		}
		add(Part{Words: []doc.Block{b}})
	}
	switch {
	case now.When != "":
		return out, slip("Il pezzo che comincia con {{se "+now.When+"}} non finisce: scrivete {{fine}} dopo le sue parole.", "{{se %s}} has no {{fine}}", now.When)
	case out.Number == "":
		return out, errors.New("it has no heading")
	case len(out.Parts) == 0 && out.Level() > 1:
		return out, errors.New("it says nothing")
	}
	return out, nil
}

// turn opens a case, changes over to the others, ends it, or adds a part.
func (p *Part) turn(if_, name string, add func(Part)) error {
	switch {
	case if_ != "" && p.When != "":
		return slip("Il pezzo {{se "+name+"}} comincia prima che finisca {{se "+p.When+"}}: scrivete {{fine}} prima.", "{{se %s}} stands within {{se %s}}", name, p.When)
	case if_ != "":
		p.When, p.Not = name, if_ == "se non"
	case (name == "altrimenti" || name == "fine") && p.When == "":
		return slip("Prima di {{"+name+"}} manca un {{se …}}: aggiungetelo, o togliete la riga.", "{{%s}} without a {{se}}", name)
	case name == "altrimenti":
		p.Not = !p.Not
	case name == "fine":
		p.When = ""
	default:
		add(Part{Insert: name})
	}
	return nil
}
