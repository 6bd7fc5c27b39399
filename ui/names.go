package ui

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/ui/kit"
)

// names gives the words for references and catalogue slugs, and the rows of the
// registers. All of it is read from the file when first asked for; what a save
// changes is renewed, and what may show a changed name is forgotten.
type names struct {
	store   Store
	shipped *catalogue.Book
	failed  func(error)
	// users are, of each register, those whose records refer to its records.
	users map[string][]string
	// version grows with each change, so that what is on screen can tell that it
	// may show the names of yesterday.
	version int

	book   *catalogue.Book
	rows   map[string][]app.Row         // of whole registers, as lists show them
	titles map[string]map[string]string // of single records, by register and UID
}

func newNames(store Store, shipped *catalogue.Book, registers []app.Register, failed func(error)) *names {
	n := &names{store: store, shipped: shipped, failed: failed, users: map[string][]string{}}
	for _, r := range registers {
		n.noteUses(r.Key, r.Type)
	}
	n.forget()
	return n
}

func (n *names) noteUses(register string, t *form.Type) {
	for _, f := range t.Fields() {
		switch {
		case f.Register != "":
			n.users[f.Register] = append(n.users[f.Register], register)
		case f.Kind == form.KList:
			n.noteUses(register, f.Child)
		}
	}
}

// forget makes every next question read the file again.
func (n *names) forget() {
	n.version++
	n.book, n.rows, n.titles = nil, map[string][]app.Row{}, map[string]map[string]string{}
}

// forgetOf forgets a register, and those that may show the names of its records:
// the file renews no others either.
func (n *names) forgetOf(register string) {
	if showsAnywhere(register) {
		n.forget()
		return
	}
	n.version++
	for _, r := range append([]string{register}, n.users[register]...) {
		delete(n.rows, r)
		delete(n.titles, r)
	}
}

// showsAnywhere says that a record of a register may show in the rows of any
// other: the label of a catalogue entry, a term that the house rules set.
func showsAnywhere(register string) bool {
	return register == app.CatalogEntryForm.Key || register == app.HouseRuleForm.Key
}

// saved takes in that one record was saved: where its name is the same as
// before, nothing else has to be read again.
func (n *names) saved(register, uid string) {
	row, found, err := n.store.Row(context.Background(), register, uid)
	if err != nil {
		n.failed(err)
	}
	if err != nil || !found || showsAnywhere(register) {
		n.forgetOf(register)
		return
	}
	rows, listed := n.rows[register]
	before, known := n.titleOf(register, uid)
	// What is new has no users yet; what was never asked for may have had any name.
	if renamed := known && before != row.Title || !known && !listed; renamed {
		n.forgetOf(register)
		listed = listed && !slices.Contains(n.users[register], register)
	}
	n.version++
	delete(n.titles[register], uid)
	if listed {
		n.rows[register] = placed(rows, row)
	}
}

// placed puts a row where it belongs among others, in the order in which the file
// gives them, and takes away what stood there of the same record.
func placed(rows []app.Row, row app.Row) []app.Row {
	if i := slices.IndexFunc(rows, func(r app.Row) bool { return r.UID == row.UID }); i >= 0 {
		if rows[i].Title == row.Title {
			rows[i] = row
			return rows
		}
		rows = slices.Delete(rows, i, i+1)
	}
	col := collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)
	at, _ := slices.BinarySearchFunc(rows, row, func(a, b app.Row) int {
		return cmp.Or(col.CompareString(a.Title, b.Title), cmp.Compare(a.UID, b.UID))
	})
	return slices.Insert(rows, at, row)
}

// titleOf is the title of a record as it was last read.
func (n *names) titleOf(register, uid string) (title string, known bool) {
	if title, known = n.titles[register][uid]; known {
		return title, true
	}
	for i := range n.rows[register] {
		if n.rows[register][i].UID == uid {
			return n.rows[register][i].Title, true
		}
	}
	return "", false
}

func (n *names) catalogues() *catalogue.Book {
	if n.book == nil {
		list, err := n.store.All(context.Background(), app.CatalogEntryForm.Type())
		if err != nil {
			n.failed(err)
		}
		own := make([]*app.CatalogEntry, len(list))
		for i, e := range list {
			own[i] = e.(*app.CatalogEntry)
		}
		n.book = app.Catalogues(n.shipped, own)
	}
	return n.book
}

// read gives the rows of a register in the order of lists, what ended included.
// They are not to be changed.
func (n *names) read(register string) ([]app.Row, error) {
	if rows, ok := n.rows[register]; ok {
		return rows, nil
	}
	rows, err := n.store.List(context.Background(), register, app.Query{Ended: true})
	if err == nil {
		n.rows[register] = rows
	}
	return rows, err
}

// of is read for those who can do without, where the file fails.
func (n *names) of(register string) []app.Row {
	rows, err := n.read(register)
	if err != nil {
		n.failed(err)
	}
	return rows
}

// Ref implements form.Names. It reads the one name that is asked for: a register
// may be long.
func (n *names) Ref(register, uid string) string {
	if title, known := n.titles[register][uid]; known {
		return title
	}
	row, _, err := n.store.Row(context.Background(), register, uid)
	if err != nil {
		n.failed(err)
		return ""
	}
	if n.titles[register] == nil {
		n.titles[register] = map[string]string{}
	}
	n.titles[register][uid] = row.Title
	return row.Title
}

// Entry implements form.Names.
func (n *names) Entry(name, slug string) string { return n.catalogues().Label(name, slug) }

// options gives what can be chosen in a field: records that are not ended, or
// entries that are not withdrawn.
func (n *names) options(f *form.Field) []kit.Option {
	var out []kit.Option
	if f.Register != "" {
		for _, r := range n.of(f.Register) {
			if !r.Ended {
				out = append(out, kit.Option{Value: r.UID, Label: r.Title, Hint: r.Second})
			}
		}
		return out
	}
	for _, e := range n.catalogues().Entries(f.Catalogue) {
		out = append(out, kit.Option{Value: e.Slug, Label: e.Label, Hint: e.Help})
	}
	return out
}
