package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/store"
)

func modelOf(titles ...string) *listModel {
	m := &listModel{}
	for i, t := range titles {
		m.all = append(m.all, listed{Row: app.Row{UID: t, Title: t, Complete: true, Updated: time.Unix(int64(i), 0)}})
	}
	m.sort()
	return m
}

func (m *listModel) titles() string {
	var out []string
	for i := range m.len() {
		out = append(out, m.row(i).Title)
	}
	return strings.Join(out, " ")
}

func TestListModelSorts(t *testing.T) {
	m := modelOf("a", "b", "c", "d", "e")
	m.all[1].Ended, m.all[2].Complete, m.all[3].draft = true, false, true
	column := map[string]string{"a": "2026-01-02", "c": "2025-12-31", "e": "2026-01-01"}
	for _, c := range []struct {
		order  order
		column map[string]string
		want   string
	}{
		{order{}, nil, "a c d e b"},
		{order{back: true}, nil, "e d c a b"}, // what ended stays last
		{order{column: byUpdated}, nil, "e d c a b"},
		{order{column: byUpdated, back: true}, nil, "a c d e b"},
		{order{column: byState}, nil, "d c a e b"},
		{order{column: "x"}, column, "c e a d b"},
		{order{column: "x", back: true}, column, "d a e c b"},
	} {
		m.sortBy(c.order, c.column)
		if got := m.titles(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.order, got, c.want)
		}
	}
	m.sortBy(order{column: "x"}, map[string]string{"a": "Zeta", "c": "àncora", "d": "Ape 10", "e": "Ape 9"})
	if got := m.titles(); got != "c e d a b" {
		t.Errorf("Italian order, numbers by value: %s", got)
	}
}

func TestListModelCutsDown(t *testing.T) {
	m := modelOf("a", "b", "c", "d")
	m.all[0].Complete, m.all[1].draft, m.all[2].Ended, m.all[3].doubts = false, true, true, 2
	m.all = append([]listed{{Row: app.Row{Title: "nuova"}, draft: true}}, m.all...)
	m.sort()
	if got := m.titles(); got != "nuova a b d c" {
		t.Errorf("all: %s", got)
	}
	for s, want := range map[state]string{incompleteState: "a", draftState: "nuova b", endedState: "c", doubtState: "d"} {
		m.filter(s)
		if got := m.titles(); got != want {
			t.Errorf("state %d: %s", s, got)
		}
	}
	m.filter(endedState)
	m.search(map[string]bool{"a": true, "c": true})
	if m.titles() != "c" || m.counts != [states]int{everyState: 2, incompleteState: 1, endedState: 1} {
		t.Errorf("found and ended: %s, counts %v", m.titles(), m.counts)
	}
	if m.at("c") != 0 || m.at("a") != -1 {
		t.Error("where rows stand")
	}
	m.filter(everyState)
	m.search(nil)
	if m.len() != 5 {
		t.Error("all again")
	}
}

// TestListSortsByColumn: the file gives what a column holds so that it sorts.
func TestListSortsByColumn(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.SupplierForm.Key)
	p.chooseOrder()
	confirm(t, s, "Per contratto o atto del")
	var got []string
	for i := range p.model.len() {
		got = append(got, strings.Fields(p.model.row(i).Title)[0])
	}
	if want := "Vigila Studio Studio Postino"; strings.Join(got, " ") != want {
		t.Errorf("by date of contract: %s", got)
	}
	open := p.open.uid()
	p.chooseOrder()
	confirm(t, s, "Per contratto o atto del ↑")
	if !strings.HasPrefix(p.model.row(0).Title, "Postino") || p.open.uid() != open {
		t.Error("the other way round")
	}
	p.search("newsl")
	if p.model.len() != 1 || p.list.Selected() > 0 {
		t.Errorf("found %d", p.model.len())
	}
	for _, r := range app.Registers() {
		for _, f := range r.Fields() {
			if f.Single() {
				if _, err := s.cfg.Store.Column(t.Context(), r.Type, f.Key); err != nil {
					t.Errorf("%s.%s: %v", r.Key, f.Key, err)
				}
			}
		}
	}
}

// many keeps n treatments in a new office.
func many(b *testing.B, n int) *store.DB {
	b.Helper()
	db, err := store.Create(b.Context(), b.TempDir()+"/ufficio.tutela", store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	r := rand.New(rand.NewPCG(1, 2))
	names := strings.Fields("clienti fornitori paghe candidati newsletter assistenza garanzie preventivi consegne telecamere")
	err = db.Write(b.Context(), app.By{Who: "prova"}, func(tx *store.Tx) error {
		for i := range n {
			x := &app.Treatment{Title: fmt.Sprintf("%s %s %d", names[r.IntN(10)], names[r.IntN(10)], i), Description: strings.Repeat(names[r.IntN(10)]+" ", 20)}
			if err := tx.Save(app.TreatmentForm.Type(), x); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return db
}

// BenchmarkKeyInList is what a letter typed into the search of a list costs at
// 10,000 rows, the words looked for in the whole record; its peer looks through
// the titles alone, in memory.
func BenchmarkKeyInList(b *testing.B) {
	db := many(b, 10_000)
	rows, err := db.List(b.Context(), app.TreatmentForm.Key, app.Query{Ended: true})
	if err != nil {
		b.Fatal(err)
	}
	m := &listModel{}
	for _, r := range rows {
		m.all = append(m.all, listed{Row: r})
	}
	m.sort()
	typed := []string{"c", "cl", "cli", "clie", "clien", "n", "new", "garanz", "z", "pag 99"}
	b.Run("key", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			found, err := db.Matches(b.Context(), app.TreatmentForm.Key, typed[i%len(typed)])
			if err != nil {
				b.Fatal(err)
			}
			m.search(found)
		}
	})
	b.Run("peer-titles-in-memory", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			n := 0
			for _, r := range rows {
				if strings.Contains(strings.ToLower(r.Title), typed[i%len(typed)]) {
					n++
				}
			}
		}
	})
	b.Run("sort", func(b *testing.B) {
		orders := []order{{column: byUpdated}, {column: byState}, {back: true}, {}}
		for i := 0; b.Loop(); i++ {
			m.sortBy(orders[i%len(orders)], nil)
		}
	})
	b.Run("filter", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			m.filter(state(i % int(states)))
		}
	})
}
