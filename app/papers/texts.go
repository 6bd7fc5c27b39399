package papers

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tutela/app/doc"
	"tutela/app/wording"
	"tutela/assets"
)

// prose is the fixed words of a paper, by passage: folder assets/texts holds them
// in one file a paper, so that a lawyer's correction touches no code.
type prose map[string][]doc.Block

var shippedTexts = sync.OnceValues(func() (map[string]prose, error) {
	files, err := assets.Texts.ReadDir("texts")
	if err != nil {
		return nil, fmt.Errorf("failed to read the texts: %w", err)
	}
	out := map[string]prose{}
	for _, f := range files {
		data, err := assets.Texts.ReadFile(path.Join("texts", f.Name()))
		if err != nil {
			return nil, fmt.Errorf("failed to read a text: %w", err)
		}
		p, err := wording.Passages(data)
		if err != nil {
			return nil, fmt.Errorf("texts/%s: %w", f.Name(), err)
		}
		out[strings.TrimSuffix(f.Name(), ".md")] = p
	}
	return out, nil
})

// textOf gives the words of a paper. A broken file gives none: the tests read all
// of them and look up every passage that the code names.
func textOf(name string) prose {
	all, _ := shippedTexts()
	return all[name]
}

// has says whether there is such a passage: for those named after an entry of a
// catalogue.
func (p prose) has(key string) bool { return len(p[key]) > 0 }

// say gives a passage, each place-holder followed by what stands for it:
// say("opening", "{titolare}", name).
func (p prose) say(key string, placed ...string) []doc.Block {
	return put(p[key], strings.NewReplacer(placed...))
}

// put gives blocks with what stands for their place-holders.
func put(blocks []doc.Block, replace *strings.Replacer) []doc.Block {
	put := func(runs []doc.Run) []doc.Run {
		out := slices.Clone(runs)
		for i := range out {
			out[i].Text = replace.Replace(out[i].Text)
		}
		return out
	}
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case doc.Para:
			b.Runs = put(b.Runs)
			out[i] = b
		case doc.Note:
			b.Runs = put(b.Runs)
			out[i] = b
		case doc.List:
			b.Items = slices.Clone(b.Items)
			for j := range b.Items {
				b.Items[j] = put(b.Items[j])
			}
			out[i] = b
		}
	}
	return out
}

// runs gives the first paragraph of a passage, for a cell, an item or a field.
func (p prose) runs(key string, placed ...string) []doc.Run {
	for _, b := range p.say(key, placed...) {
		if para, ok := b.(doc.Para); ok {
			return para.Runs
		}
	}
	return nil
}

// line is the same without its styles.
func (p prose) line(key string, placed ...string) string {
	return doc.Plain(p.runs(key, placed...))
}

// numbered gives the chapters of a paper their numbers.
func numbered(blocks []doc.Block) []doc.Block {
	n := 0
	for i, b := range blocks {
		if h, ok := b.(doc.Heading); ok && h.Level == 1 {
			n++
			h.Number = strconv.Itoa(n)
			blocks[i] = h
		}
	}
	return blocks
}

// lacking says that a field of a paper waits to be filled in.
func lacking(blocks []doc.Block) bool {
	for _, b := range blocks {
		if f, ok := b.(doc.Fields); ok && slices.ContainsFunc(f.Entries, func(e doc.Entry) bool { return e.Missing }) {
			return true
		}
	}
	return false
}
