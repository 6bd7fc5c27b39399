package catalogue

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tutela/assets"
)

// Book is all catalogues together. It never changes after it is made, so any
// number of goroutines may read it; what it gives out is not to be changed.
type Book struct {
	names   []string
	shelves map[string]*shelf
}

// shelf is a catalogue made ready for look-ups.
type shelf struct {
	Catalogue
	offered []Entry        // not withdrawn, in the order in which they are offered
	at      map[string]int // slug -> place in Entries
}

// Shipped gives the catalogues of the program, read once. An error names the
// file and the fault; the tests keep it from ever reaching a user.
func Shipped() (*Book, error) { return shipped() }

var shipped = sync.OnceValues(func() (*Book, error) { return read(assets.Catalogues) })

func read(files fs.FS) (*Book, error) {
	paths, err := fs.Glob(files, "catalogues/*.json")
	if err != nil {
		return nil, fmt.Errorf("failed to list the catalogues: %w", err)
	}
	b := &Book{shelves: map[string]*shelf{}}
	for _, p := range paths {
		data, err := fs.ReadFile(files, p)
		if err != nil {
			return nil, fmt.Errorf("failed to read a catalogue: %w", err)
		}
		c, err := Parse(p, data)
		if err != nil {
			return nil, err
		}
		b.names = append(b.names, c.Name)
		b.shelves[c.Name] = newShelf(c)
	}
	slices.Sort(b.names)
	if err := b.checkFrom(); err != nil {
		return nil, err
	}
	return b, nil
}

// checkFrom looks at the values that come from another catalogue.
func (b *Book) checkFrom() error {
	for _, name := range b.names {
		s := b.shelves[name]
		for _, a := range s.Attributes {
			if a.From == "" {
				continue
			}
			if b.shelves[a.From] == nil {
				return fmt.Errorf("catalogues/%s.json: attribute %q: no catalogue %q", name, a.Key, a.From)
			}
			for _, e := range s.Entries {
				for _, v := range e.Values(a.Key) {
					if _, ok := b.Find(a.From, v); !ok {
						return fmt.Errorf("catalogues/%s.json: entry %q: attribute %q: %q is not in catalogue %q", name, e.Slug, a.Key, v, a.From)
					}
				}
			}
		}
	}
	return nil
}

func newShelf(c Catalogue) *shelf {
	s := &shelf{Catalogue: c, at: make(map[string]int, len(c.Entries))}
	var own []Entry
	for i, e := range c.Entries {
		s.at[e.Slug] = i
		switch {
		case e.Withdrawn:
		case e.Own && c.FileOrder:
			own = append(own, e)
		default:
			s.offered = append(s.offered, e)
		}
	}
	// A collator is not for two goroutines, so each shelf has one for a moment.
	col := collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)
	byLabel := func(a, b Entry) int { return col.CompareString(a.Label, b.Label) }
	if !c.FileOrder {
		slices.SortStableFunc(s.offered, byLabel)
	}
	slices.SortStableFunc(own, byLabel)
	s.offered = append(s.offered, own...)
	return s
}

// With gives a book that holds the office's own entries too. An entry of an
// unknown catalogue is left out; one whose slug is already taken is too, so that
// what a shipped slug means cannot be changed.
func (b *Book) With(own []Entry) *Book {
	out := &Book{names: b.names, shelves: make(map[string]*shelf, len(b.shelves))}
	added := map[string][]Entry{}
	for _, e := range own {
		if s := b.shelves[e.Catalogue]; s != nil {
			taken := func(o Entry) bool { return o.Slug == e.Slug }
			if _, there := s.at[e.Slug]; !there && !slices.ContainsFunc(added[e.Catalogue], taken) {
				e.Own = true
				added[e.Catalogue] = append(added[e.Catalogue], e)
			}
		}
	}
	for name, s := range b.shelves {
		if more := added[name]; len(more) > 0 {
			c := s.Catalogue
			c.Entries = slices.Concat(c.Entries, more)
			s = newShelf(c)
		}
		out.shelves[name] = s
	}
	return out
}

// Names gives the names of the catalogues, in alphabetical order.
func (b *Book) Names() []string { return slices.Clone(b.names) }

// Catalogue gives a whole catalogue: title, date, note, attributes, all entries.
func (b *Book) Catalogue(name string) (Catalogue, bool) {
	if s := b.shelves[name]; s != nil {
		return s.Catalogue, true
	}
	return Catalogue{}, false
}

// Entries gives those that may be chosen, in Italian alphabetical order, or in
// the order of the law with the office's own after it. Nil if there is no such
// catalogue.
func (b *Book) Entries(name string) []Entry {
	if s := b.shelves[name]; s != nil {
		return slices.Clone(s.offered)
	}
	return nil
}

// Find gives an entry by its slug, a withdrawn one too.
func (b *Book) Find(name, slug string) (Entry, bool) {
	if s := b.shelves[name]; s != nil {
		if i, ok := s.at[slug]; ok {
			return s.Catalogue.Entries[i], true
		}
	}
	return Entry{}, false
}

// Label is the label of a slug; the slug itself if it is not known, so that a
// paper never loses what was chosen.
func (b *Book) Label(name, slug string) string {
	if e, ok := b.Find(name, slug); ok {
		return e.Label
	}
	return slug
}
