package store

import (
	"context"
	"errors"
	"fmt"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// By is who makes a change, as declared.
type By = app.By

// Tx is one writing transaction: all of it is kept or nothing. Reads inside it
// go through it, for the writer has one connection: a call on DB.Write or
// another writing method of DB from inside would wait for ever.
type Tx struct {
	// Action stands in the trail for what Save does, where it is not plainly
	// "create" or "update": "import", say.
	Action string

	db   *DB
	s    *session
	by   By
	head chainHead

	moved    bool             // the head of the chain
	book     *catalogue.Book  // nil: to be made
	rebook   bool             // the office's own catalogue entries changed
	undo     []func()         // puts the heads of records back
	refs     map[string]int64 // "register uid" -> id, of those that were looked up
	reserved map[string]bool  // uids of rows that wait for their record
}

// Write runs do in one transaction and keeps what it did when it returns nil
// and nothing went wrong in it: a Save that failed undoes all, heeded or not.
// When it returns, the change is on the disk. After an error nothing of it is,
// and the heads of the records that were saved are as before.
func (db *DB) Write(ctx context.Context, by By, do func(tx *Tx) error) error {
	return db.write(ctx, by, "write", do)
}

func (db *DB) write(ctx context.Context, by By, doing string, do func(tx *Tx) error) (err error) {
	if err := db.here(); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if err := db.kept.prepare(ctx, db.writer); err != nil {
		return refuse(db.path, doing, err)
	}
	sqlTx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return refuse(db.path, doing, err)
	}
	tx := &Tx{db: db, s: newSession(ctx, sqlTx), by: by, refs: map[string]int64{}, reserved: map[string]bool{}}
	tx.s.kept = &db.kept
	done := false
	defer func() { // a panic in do must not leave the writer locked
		if !done {
			_ = sqlTx.Rollback() // after a full disk SQLite has done so itself
			tx.takeBack()
		}
	}()
	if tx.head, err = readHead(tx.s); err != nil {
		return refuse(db.path, doing, err)
	}
	if err := do(tx); err != nil {
		return refuse(db.path, doing, err)
	}
	if err := tx.finish(); err != nil {
		return refuse(db.path, doing, err)
	}
	if err := sqlTx.Commit(); err != nil {
		// A commit that failed may leave the transaction open on the one
		// connection there is.
		_, _ = db.writer.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return refuse(db.path, doing, err)
	}
	done = true
	db.kept.want(tx.s.missed)
	if tx.rebook {
		db.setBook(nil)
	}
	if err := db.here(); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func (tx *Tx) finish() error {
	if tx.s.failed != nil {
		return tx.s.failed
	}
	if len(tx.reserved) > 0 {
		return fmt.Errorf("%d reserved records were not saved", len(tx.reserved))
	}
	if tx.moved {
		return writeHead(tx.s, tx.head)
	}
	return nil
}

func (tx *Tx) takeBack() {
	for i := len(tx.undo) - 1; i >= 0; i-- {
		tx.undo[i]()
	}
}

// setHead gives a record its new head, until the transaction fails.
func (tx *Tx) setHead(h *form.Head, to form.Head) {
	before := *h
	tx.undo = append(tx.undo, func() { *h = before })
	*h = to
}

// planOf finds the plan of a register.
func (db *DB) planOf(key string) (*plan, error) {
	if p := db.byKey[key]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("the office file has no register %q", key)
}

// ErrNotFound is the cause of the Refusal that Get gives where there is no such
// record.
var ErrNotFound = errors.New("record not found")

func notFound(t *form.Type, uid string) error {
	return &app.Refusal{
		What: "Questa scheda non c’è più: " + t.One + ".",
		Do:   "Forse è stata eliminata; la trovate nella storia delle modifiche.",
		Err:  fmt.Errorf("%s %s: %w", t.Key, uid, ErrNotFound),
	}
}

// Get reads one record with all its child records. Where there is none, the
// Refusal wraps ErrNotFound.
func (db *DB) Get(ctx context.Context, t *form.Type, uid string) (rec any, err error) {
	err = db.read(ctx, "read "+t.Key, func(s *session) error {
		rec, err = db.get(s, t, uid)
		return err
	})
	return rec, err
}

// All reads every record of a register, in the order of its list.
func (db *DB) All(ctx context.Context, t *form.Type) (recs []any, err error) {
	err = db.read(ctx, "read "+t.Key, func(s *session) error {
		recs, err = db.all(s, t)
		return err
	})
	return recs, err
}

// Get is DB.Get inside the transaction.
func (tx *Tx) Get(t *form.Type, uid string) (any, error) { return tx.db.get(tx.s, t, uid) }

// All is DB.All inside the transaction.
func (tx *Tx) All(t *form.Type) ([]any, error) { return tx.db.all(tx.s, t) }

func (db *DB) get(s *session, t *form.Type, uid string) (any, error) {
	p, err := db.planOf(t.Key)
	if err != nil {
		return nil, err
	}
	if uid == "" {
		return nil, notFound(t, uid)
	}
	recs, err := p.load(s, uid)
	if err != nil {
		return nil, err
	}
	if len(recs) == 0 {
		return nil, notFound(t, uid)
	}
	return recs[0], nil
}

func (db *DB) all(s *session, t *form.Type) ([]any, error) {
	p, err := db.planOf(t.Key)
	if err != nil {
		return nil, err
	}
	return p.load(s, "")
}

// Save is Write with one Tx.Save. What a record says has happened must have.
func (db *DB) Save(ctx context.Context, by By, t *form.Type, rec any) error {
	return db.write(ctx, by, "save "+t.Key, func(tx *Tx) error {
		if err := tx.future(t, rec); err != nil {
			return err
		}
		return tx.Save(t, rec)
	})
}

// future refuses a record that says something happened after now (form.F.Past).
func (tx *Tx) future(t *form.Type, rec any) error {
	ahead := t.Future(rec, tx.db.now())
	if len(ahead) == 0 {
		return nil
	}
	return &app.Refusal{
		What: "Il campo " + quoted(ahead[0].Label) + " non va bene: " + tx.nameOf(t, rec) + ".",
		Do:   ahead[0].Text,
		Err:  fmt.Errorf("%s lies ahead", ahead[0].Path),
	}
}

// SaveAll is Write with a Tx.Save of each, in their order: a record that another
// of them refers to stands before it, with a UID. All are kept or none.
func (db *DB) SaveAll(ctx context.Context, by By, list []app.Saving) error {
	return db.write(ctx, by, "save together", func(tx *Tx) error {
		for _, x := range list {
			if err := tx.Save(x.Type, x.Rec); err != nil {
				return err
			}
		}
		return nil
	})
}

// Review is Save of a record in which only the date of its review was changed:
// the trail calls it a review, and its last update stays as it was.
func (db *DB) Review(ctx context.Context, by By, t *form.Type, rec any) error {
	return db.write(ctx, by, "review "+t.Key, func(tx *Tx) error {
		tx.Action = ActionReview
		return tx.Save(t, rec)
	})
}

// Delete is Write with one Tx.Delete.
func (db *DB) Delete(ctx context.Context, by By, t *form.Type, uid string) error {
	return db.write(ctx, by, "delete "+t.Key, func(tx *Tx) error { return tx.Delete(t, uid) })
}

// Restore is Write with one Tx.Restore.
func (db *DB) Restore(ctx context.Context, by By, t *form.Type, seq int64) (rec form.Record, err error) {
	err = db.write(ctx, by, "restore "+t.Key, func(tx *Tx) error {
		rec, err = tx.Restore(t, seq)
		return err
	})
	return rec, err
}
