package store

import (
	"bytes"
	"fmt"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// names gives the words of references and catalogue entries within one
// transaction. form.Names has no place for an error: the first is kept.
type names struct {
	s      *session
	book   *catalogue.Book
	titles map[string]string // "register uid" -> title
	plans  []*plan           // of the registers that may be asked for whole
	all    map[string][]any  // what was asked for, by register
	err    error
}

var (
	_ form.Names  = (*names)(nil)
	_ app.Records = (*names)(nil)
)

// Ref is the title of a record, as its index has it.
func (n *names) Ref(register, uid string) string {
	key := register + " " + uid
	title, ok := n.titles[key]
	if !ok {
		var err error
		if title, err = titleOf(n.s, register, uid); err != nil && n.err == nil {
			n.err = err
		}
		n.titles[key] = title
	}
	return title
}

// Entry is the label of a catalogue entry.
func (n *names) Entry(name, slug string) string { return n.book.Label(name, slug) }

// Records gives all records of a register, as the transaction has them: the house
// rules, on which the terms depend that lists show.
func (n *names) Records(register string) []any {
	list, known := n.all[register]
	if known {
		return list
	}
	for _, p := range n.plans {
		if p.typ.Key != register {
			continue
		}
		var err error
		if list, err = p.load(n.s, ""); err != nil && n.err == nil {
			n.err = err
		}
		n.all[register] = list
	}
	return list
}

func titleOf(s *session, register, uid string) (title string, err error) {
	_, err = s.one("SELECT title FROM record_index WHERE register = ? AND uid = ?", []any{register, uid}, &title)
	return title, err
}

func (tx *Tx) names() (*names, error) {
	if tx.book == nil {
		var err error
		if tx.book, err = tx.db.bookFor(tx.s, tx.rebook); err != nil {
			return nil, err
		}
	}
	return &names{s: tx.s, book: tx.book, titles: map[string]string{}, plans: tx.db.plans, all: map[string][]any{}}, nil
}

// bookFor gives the catalogues with the office's own entries: those kept from
// before, or anew where the transaction changed them. Only the writer may ask
// for the kept ones: a reader could keep what is old by the time it is done.
func (db *DB) bookFor(s *session, anew bool) (*catalogue.Book, error) {
	db.mu.Lock()
	book := db.book
	db.mu.Unlock()
	if book != nil && !anew {
		return book, nil
	}
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, err
	}
	var own []*app.CatalogEntry
	for _, p := range db.plans {
		if !p.labels() {
			continue
		}
		recs, err := p.load(s, "")
		if err != nil {
			return nil, fmt.Errorf("read own catalogue entries: %w", err)
		}
		for _, rec := range recs {
			own = append(own, rec.(*app.CatalogEntry))
		}
	}
	book = app.Catalogues(shipped, own)
	if !anew {
		db.setBook(book)
	}
	return book, nil
}

func (db *DB) setBook(b *catalogue.Book) {
	db.mu.Lock()
	db.book = b
	db.mu.Unlock()
}

// labels says that the records of this register are entries of catalogues: a
// change of one shows in the records that name its slug.
func (p *plan) labels() bool {
	_, ok := p.typ.New().(*app.CatalogEntry)
	return ok
}

// rules says that the register is the house rules: a change of one shows in the
// terms of other records.
func (p *plan) rules() bool {
	_, ok := p.typ.New().(*app.HouseChoice)
	return ok
}

// entry is what the records that use a catalogue entry show of it.
type entry struct{ catalogue, slug, label string }

func entryOf(rec any) entry {
	e := rec.(*app.CatalogEntry)
	return entry{e.Catalogue, e.Slug, e.Label}
}

// sorter gives the keys by which lists are ordered: Italian order, whatever the
// case, numbers by their value. It is not for two goroutines.
type sorter struct {
	col *collate.Collator
	buf collate.Buffer
}

func newSorter() *sorter {
	return &sorter{col: collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)}
}

func (o *sorter) key(title string) []byte {
	o.buf.Reset()
	return bytes.Clone(o.col.KeyFromString(&o.buf, title))
}

// inOrder sorts records as lists do, by the names of today.
func inOrder(t *form.Type, recs []any, n form.Names) {
	o := newSorter()
	keys := make(map[any][]byte, len(recs))
	for _, rec := range recs {
		keys[rec] = append(o.key(t.Named(rec, n)), headOf(rec).UID...)
	}
	slices.SortFunc(recs, func(a, b any) int { return bytes.Compare(keys[a], keys[b]) })
}
