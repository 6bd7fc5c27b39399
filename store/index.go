package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// reindex renews what lists and search know of a record; where others show its
// name, and that changed, of those too.
func (tx *Tx) reindex(p *plan, id int64, rec form.Record, renamed bool) error {
	if p.labels() && renamed {
		tx.rebook, tx.book = true, nil
	}
	n, err := tx.names()
	if err != nil {
		return err
	}
	order := newSorter()
	if err := indexRecord(tx.s, p, rec, n, order); err != nil {
		return err
	}
	if p.rules() {
		if err := tx.reindexTerms(n, order); err != nil {
			return err
		}
	}
	if !renamed {
		return nil
	}
	self := inUse{p, rec.Head().UID}
	users, err := usersOf(tx.s, tx.db.uses[p.typ.Key], id, inUse{})
	if err != nil {
		return err
	}
	if p.labels() {
		e := entryOf(rec)
		more, err := usersOf(tx.s, tx.db.uses[catalogueKey(e.catalogue)], e.slug, self)
		if err != nil {
			return err
		}
		users = append(users, more...)
	}
	for _, u := range users {
		recs, err := u.plan.load(tx.s, u.uid)
		if err != nil {
			return err
		}
		for _, rec := range recs { // none where the row is reserved and not saved yet
			if err := indexRecord(tx.s, u.plan, rec, n, order); err != nil {
				return err
			}
		}
	}
	return nil
}

// reindexTerms renews the records that show a term which the house rules set.
func (tx *Tx) reindexTerms(n *names, order *sorter) error {
	for _, p := range tx.db.plans {
		if !slices.Contains(app.HouseShownIn(), p.typ.Key) {
			continue
		}
		recs, err := p.load(tx.s, "")
		if err != nil {
			return err
		}
		for _, rec := range recs {
			if err := indexRecord(tx.s, p, rec, n, order); err != nil {
				return err
			}
		}
	}
	return nil
}

func indexRecord(s *session, p *plan, rec any, n *names, order *sorter) error {
	h := headOf(rec)
	title := p.typ.Named(rec, n)
	n.titles[p.typ.Key+" "+h.UID] = title
	second := p.typ.Second(rec, n)
	var id int64
	_, err := s.one(`INSERT INTO record_index (register, uid, title, second, sort, ended, complete, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (register, uid) DO UPDATE SET title = excluded.title, second = excluded.second, sort = excluded.sort,
		ended = excluded.ended, complete = excluded.complete, updated = excluded.updated RETURNING id`,
		[]any{p.typ.Key, h.UID, title, second, order.key(title), p.typ.Ended(rec), p.typ.Complete(rec), formatTime(h.Updated)}, &id)
	if err != nil {
		return fmt.Errorf("index %s: %w", p.typ.Key, err)
	}
	var words strings.Builder
	words.WriteString(second)
	p.typ.Gather(&words, rec, n)
	if err := indexWords(s, id, title, words.String()); err != nil {
		return fmt.Errorf("index words of %s: %w", p.typ.Key, err)
	}
	return n.err
}

func (tx *Tx) unindex(p *plan, uid string) error {
	var id int64
	found, err := tx.s.one("DELETE FROM record_index WHERE register = ? AND uid = ? RETURNING id", []any{p.typ.Key, uid}, &id)
	if err == nil && found {
		err = dropWords(tx.s, id)
	}
	if err != nil {
		return fmt.Errorf("unindex %s: %w", p.typ.Key, err)
	}
	if p.labels() {
		tx.rebook, tx.book = true, nil
	}
	return nil
}

// indexSetting holds what the index was made with.
const indexSetting = "store.index"

// refreshIndex makes the index anew where the program or the schema is another
// than the one it was made with.
func (db *DB) refreshIndex(ctx context.Context) error {
	schema, err := versionOf(ctx, db.writer)
	if err != nil {
		return refuse(db.path, "read schema version", err)
	}
	want := fmt.Sprintf("%s schema %d", db.opts.Version, schema)
	have, err := db.Setting(ctx, indexSetting)
	if err != nil || have == want {
		return err
	}
	return db.write(ctx, By{}, "index", func(tx *Tx) error {
		if err := clearIndex(tx.s); err != nil {
			return err
		}
		records := make([][]any, len(db.plans))
		for i, p := range db.plans {
			if records[i], err = p.load(tx.s, ""); err != nil {
				return err
			}
		}
		if err := tx.indexAll(records); err != nil {
			return err
		}
		return tx.SetSetting(indexSetting, want)
	})
}

// indexAll indexes records by register, in the order of the plans. Their titles
// are known before any of them is indexed, for they refer to each other.
func (tx *Tx) indexAll(records [][]any) error {
	n, err := tx.names()
	if err != nil {
		return err
	}
	for i, p := range tx.db.plans {
		for _, rec := range records[i] {
			n.titles[p.typ.Key+" "+headOf(rec).UID] = p.typ.Named(rec, n)
		}
	}
	order := newSorter()
	for i, p := range tx.db.plans {
		for _, rec := range records[i] {
			if err := indexRecord(tx.s, p, rec, n, order); err != nil {
				return err
			}
		}
	}
	return nil
}
