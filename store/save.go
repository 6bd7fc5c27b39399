package store

import (
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/form"
)

// The actions of the trail that the store itself writes.
const (
	ActionCreate  = app.ActionCreate
	ActionUpdate  = app.ActionUpdate
	ActionDelete  = app.ActionDelete
	ActionRestore = app.ActionRestore
	ActionErase   = app.ActionErase
	ActionPrint   = app.ActionPrint
	ActionSign    = app.ActionSign
	ActionUnsign  = app.ActionUnsign
	ActionReview  = app.ActionReview
)

// stored is what the table of a register says of a record without reading it.
type stored struct {
	id       int64
	created  string
	revision int64
	there    bool
}

func (p *plan) find(s *session, uid string) (st stored, err error) {
	st.there, err = s.one("SELECT id, created, revision FROM "+ident(p.typ.Key)+" WHERE uid = ?", []any{uid}, &st.id, &st.created, &st.revision)
	return st, err
}

// Save keeps a record with all its child records and writes the change to the
// trail. A record without a UID is new and gets one; so is one with a UID that
// the register does not know and no revision, as an import brings it. Saving
// what is already there changes nothing. A record that was changed or deleted
// since it was read is refused.
func (tx *Tx) Save(t *form.Type, rec any) error { return tx.s.fail(tx.save(t, rec)) }

func (tx *Tx) save(t *form.Type, record any) error {
	p, err := tx.db.planOf(t.Key)
	if err != nil {
		return err
	}
	rec, ok := record.(form.Record)
	if !ok {
		return fmt.Errorf("save %s: %T is no record", t.Key, record)
	}
	n, err := tx.names()
	if err != nil {
		return err
	}
	if p.typ.Settle(rec, n); n.err != nil {
		return n.err
	}
	h := rec.Head()
	if h.UID == "" {
		uid, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("make uid: %w", err)
		}
		return tx.create(p, rec, uid.String(), stored{}, ActionCreate)
	}
	if !form.IsUID(h.UID) {
		return fmt.Errorf("save %s: %q is no uid", t.Key, h.UID)
	}
	st, err := p.find(tx.s, h.UID)
	switch {
	case err != nil:
		return fmt.Errorf("save %s: %w", t.Key, err)
	case st.there && st.revision > 0:
		return tx.update(p, rec, st)
	case h.Revision > 0:
		return notFound(t, h.UID)
	}
	return tx.create(p, rec, h.UID, st, ActionCreate)
}

func (tx *Tx) update(p *plan, rec form.Record, st stored) error {
	h := rec.Head()
	if h.Revision != st.revision {
		return &app.Refusal{
			What: "Questa scheda è stata cambiata nel frattempo: " + tx.nameOf(p.typ, rec) + ".",
			Do:   "Riapritela per vedere la versione nuova e rifate lì le vostre modifiche.",
			Err:  fmt.Errorf("revision %d, stored %d", h.Revision, st.revision),
		}
	}
	old, err := tx.versionOf(p, h.UID)
	if err != nil {
		return err
	}
	if err := tx.number(p, rec, h.UID); err != nil {
		return err
	}
	payload := p.typ.Encode(rec)
	changed, err := old.changed(p.typ, payload)
	if err != nil {
		return err
	}
	if len(changed) == 0 {
		tx.setHead(h, old.head)
		return nil
	}
	renamed, err := tx.renamed(p, rec, old, changed)
	if err != nil {
		return err
	}
	if err := tx.alone(p, rec); err != nil {
		return err
	}
	if err := tx.give(p, rec); err != nil {
		return err
	}
	updated := tx.db.now()
	if tx.Action == ActionReview { // decision A19
		updated = old.head.Updated
	}
	tx.setHead(h, form.Head{UID: h.UID, Created: old.head.Created, Updated: updated, Revision: st.revision + 1})
	if err := tx.writeRecord(p, st.id, rec, changed); err != nil {
		return fmt.Errorf("save %s: %w", p.typ.Key, err)
	}
	if err := tx.record(ActionUpdate, p.typ, rec, payload); err != nil {
		return err
	}
	return tx.reindex(p, st.id, rec, renamed)
}

// renamed says that others show the record by another name than before.
func (tx *Tx) renamed(p *plan, rec form.Record, old *version, changed map[string]bool) (bool, error) {
	if p.labels() && (changed["catalogue"] || changed["slug"] || changed["label"]) {
		return true, nil
	}
	n, err := tx.names()
	if err != nil {
		return false, err
	}
	title, err := titleOf(tx.s, p.typ.Key, old.head.UID)
	return title != p.typ.Named(rec, n), errors.Join(err, n.err)
}

// create inserts a record that is not there, or fills a reserved row.
func (tx *Tx) create(p *plan, rec form.Record, uid string, st stored, action string) error {
	if p.typ.Single {
		if err := tx.onlyOne(p, uid); err != nil {
			return err
		}
	}
	if err := tx.alone(p, rec); err != nil {
		return err
	}
	if err := tx.give(p, rec); err != nil {
		return err
	}
	if err := tx.number(p, rec, uid); err != nil {
		return err
	}
	past, err := pastOf(tx.s, p.typ.Key, uid)
	if err != nil {
		return fmt.Errorf("save %s: %w", p.typ.Key, err)
	}
	now := tx.db.now()
	head := form.Head{UID: uid, Created: now, Updated: now, Revision: past.changes + 1}
	if past.changes > 0 { // it was deleted, and comes back as itself
		head.Created, action = past.first, ActionRestore
	}
	tx.setHead(rec.Head(), head)
	id, err := tx.insert(p, rec, st)
	if err != nil {
		return fmt.Errorf("save %s: %w", p.typ.Key, err)
	}
	if err := tx.record(action, p.typ, rec, p.typ.Encode(rec)); err != nil {
		return err
	}
	return tx.reindex(p, id, rec, st.there || p.labels())
}

// insert writes a record whose row is not there, or is reserved; so it may refer
// to itself.
func (tx *Tx) insert(p *plan, rec form.Record, st stored) (id int64, err error) {
	uid := rec.Head().UID
	if !st.there {
		res, err := tx.s.exec("INSERT INTO "+ident(p.typ.Key)+" (uid, created, updated, revision) VALUES (?, '', '', 0)", uid)
		if err != nil {
			return 0, err
		}
		if st.id, err = res.LastInsertId(); err != nil {
			return 0, err
		}
	}
	delete(tx.reserved, uid)
	return st.id, tx.writeRecord(p, st.id, rec, nil)
}

// Reserve makes room for records that are saved later in the same transaction,
// so that others may refer to them before: an import does not come in the order
// of its references. UIDs that are there already are left alone.
func (tx *Tx) Reserve(t *form.Type, uids ...string) error {
	p, err := tx.db.planOf(t.Key)
	if err != nil {
		return err
	}
	for _, uid := range uids {
		if !form.IsUID(uid) {
			return fmt.Errorf("reserve %s: %q is no uid", t.Key, uid)
		}
		res, err := tx.s.exec("INSERT INTO "+ident(p.typ.Key)+" (uid, created, updated, revision) VALUES (?, '', '', 0) ON CONFLICT (uid) DO NOTHING", uid)
		if err != nil {
			return fmt.Errorf("reserve %s: %w", t.Key, err)
		}
		if n, err := res.RowsAffected(); err != nil {
			return err
		} else if n > 0 {
			tx.reserved[uid] = true
		}
	}
	return nil
}

func (tx *Tx) onlyOne(p *plan, uid string) error {
	var n int
	if _, err := tx.s.one("SELECT count(*) FROM "+ident(p.typ.Key)+" WHERE uid <> ?", []any{uid}, &n); err != nil {
		return fmt.Errorf("save %s: %w", p.typ.Key, err)
	}
	if n > 0 {
		return &app.Refusal{
			What: "C’è già: " + p.typ.One + ".",
			Do:   "Modificate la scheda che c’è.",
		}
	}
	return nil
}

// nameOf is a record as a sentence calls it: «Bianchi Carla» (persona).
func (tx *Tx) nameOf(t *form.Type, rec any) string { return called(t, t.Title(rec)) }

func called(t *form.Type, title string) string {
	if title == "" {
		return t.One
	}
	return quoted(title) + " (" + t.One + ")"
}

func headOf(rec any) *form.Head { return rec.(form.Record).Head() }
