package catalogue

import (
	"maps"
	"slices"
)

// Add gives a book that holds one more catalogue, as one whose entries the
// program computes with and keeps in code: dangers, risks. A catalogue of the
// same name is replaced.
func (b *Book) Add(c Catalogue) *Book {
	out := &Book{names: slices.Clone(b.names), shelves: maps.Clone(b.shelves)}
	if out.shelves[c.Name] == nil {
		out.names = append(out.names, c.Name)
		slices.Sort(out.names)
	}
	out.shelves[c.Name] = newShelf(c)
	return out
}
