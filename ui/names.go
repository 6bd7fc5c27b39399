package ui

import (
	"context"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/ui/kit"
)

// names gives the words for references and catalogue slugs, read from the file
// when first asked for and forgotten when something is saved.
type names struct {
	store   Store
	shipped *catalogue.Book
	failed  func(error)

	book *catalogue.Book
	rows map[string][]app.Row
	byID map[string]map[string]string
}

func newNames(store Store, shipped *catalogue.Book, failed func(error)) *names {
	n := &names{store: store, shipped: shipped, failed: failed}
	n.forget()
	return n
}

// forget makes the next question read the file again.
func (n *names) forget() {
	n.book, n.rows, n.byID = nil, map[string][]app.Row{}, map[string]map[string]string{}
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

func (n *names) of(register string) []app.Row {
	if rows, ok := n.rows[register]; ok {
		return rows
	}
	rows, err := n.store.List(context.Background(), register, app.Query{Ended: true})
	if err != nil {
		n.failed(err)
	}
	titles := make(map[string]string, len(rows))
	for _, r := range rows {
		titles[r.UID] = r.Title
	}
	n.rows[register], n.byID[register] = rows, titles
	return rows
}

// Ref implements form.Names.
func (n *names) Ref(register, uid string) string {
	n.of(register)
	return n.byID[register][uid]
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
