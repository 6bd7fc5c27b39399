// Package guide holds what the program tells of itself: a topic for each thing that
// one does with it, and the words of data protection. It is Italian, whatever
// language the window speaks, as the registers and the papers are.
package guide

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"tutela/app/catalogue"
	"tutela/app/doc"
	"tutela/app/wording"
	"tutela/assets"
)

// Topics that are no file of the guide: what each version of the program brought, and
// the words of data protection.
const (
	ChangesKey  = "novita"
	GlossaryKey = "glossario"
)

// Topic is one page of the guide.
type Topic struct {
	Key    string // names its file
	Title  string
	Blocks []doc.Block
	folded string // what is searched
}

// Term is a word of the glossary and what it means, with its article.
type Term struct {
	Name, Meaning string
	folded        string
}

// Topics gives the pages of the guide in their order, then what the versions brought,
// the glossary last. Broken ones never pass the tests.
var Topics = sync.OnceValues(func() ([]Topic, error) {
	files, err := fs.Glob(assets.Guide, "guide/*.md") // sorted by name
	if err != nil {
		return nil, fmt.Errorf("failed to list the guide: %w", err)
	}
	var out []Topic
	for _, f := range files {
		data, err := fs.ReadFile(assets.Guide, f)
		if err != nil {
			return nil, fmt.Errorf("failed to read the guide: %w", err)
		}
		_, key, _ := strings.Cut(strings.TrimSuffix(path.Base(f), ".md"), "-")
		topic, err := readTopic(key, data)
		if err != nil {
			return nil, err
		}
		out = append(out, topic)
	}
	changes, err := readTopic(ChangesKey, assets.Changelog)
	if err != nil {
		return nil, err
	}
	out = append(out, changes)
	terms, err := Terms()
	if err != nil {
		return nil, err
	}
	var blocks []doc.Block
	for _, t := range terms {
		blocks = append(blocks, doc.Heading{Level: 1, Text: t.Name}, doc.P(t.Meaning))
	}
	return append(out, newTopic(GlossaryKey, "Glossario", blocks)), nil
})

// readTopic reads a page: one title, and what stands below it.
func readTopic(key string, data []byte) (Topic, error) {
	passages, err := wording.Passages(data)
	if err != nil {
		return Topic{}, fmt.Errorf("%s: %w", key, err)
	}
	if len(passages) != 1 {
		return Topic{}, fmt.Errorf("%s: %d titles, wanted one", key, len(passages))
	}
	var out Topic
	for title, blocks := range passages {
		out = newTopic(key, title, blocks)
	}
	return out, nil
}

func newTopic(key, title string, blocks []doc.Block) Topic {
	return Topic{key, title, blocks, catalogue.Fold(title + "\n" + doc.Text(doc.Document{Blocks: blocks}))}
}

// Terms gives the glossary in the order of its file, which is that of the alphabet.
var Terms = sync.OnceValues(func() ([]Term, error) {
	passages, err := wording.Passages(assets.Glossary)
	if err != nil {
		return nil, fmt.Errorf("glossary: %w", err)
	}
	var out []Term
	lines := bufio.NewScanner(bytes.NewReader(assets.Glossary))
	for lines.Scan() {
		name, ok := strings.CutPrefix(lines.Text(), "# ")
		if !ok {
			continue
		}
		p, ok := passages[name][0].(doc.Para)
		if !ok || len(passages[name]) != 1 {
			return nil, fmt.Errorf("glossary: %q wants one paragraph", name)
		}
		meaning := doc.Plain(p.Runs)
		out = append(out, Term{name, meaning, catalogue.Fold(name + " " + meaning)})
	}
	return out, lines.Err()
})

// Find gives the topics in which every word asked for stands, in their order, and
// the terms of the glossary in which they do; all of them where nothing is asked.
// Accents and capitals tell no two words apart.
func Find(asked string) (topics []Topic, terms []Term) {
	words := strings.Fields(catalogue.Fold(asked))
	holds := func(text string) bool {
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	}
	all, _ := Terms()
	for _, t := range all {
		if holds(t.folded) {
			terms = append(terms, t)
		}
	}
	pages, _ := Topics()
	for _, t := range pages {
		if t.Key == GlossaryKey && len(terms) > 0 || t.Key != GlossaryKey && holds(t.folded) {
			topics = append(topics, t)
		}
	}
	return topics, terms
}
