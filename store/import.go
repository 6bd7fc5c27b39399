package store

import (
	"context"
	"errors"
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// ActionImport stands in the trail for records that an import changed.
const ActionImport = app.ActionImport

// errDryRun undoes an import that was only to be told.
var errDryRun = errors.New("dry run")

// Import takes a bundle as a whole or not at all. Into an office where nothing
// was written yet it goes as it is, with its papers and its trail, whose chain
// is checked; into another, its records alone are applied, by UID, each a change
// in the trail. What another office exported is refused there. A dry run tells
// what would be done and does nothing.
func (db *DB) Import(ctx context.Context, by By, b app.Bundle, dry bool) (plan app.Plan, err error) {
	err = db.write(ctx, by, "import", func(tx *Tx) error {
		plan = app.Plan{New: map[string]int{}, Changed: map[string]int{}}
		first := tx.head.seq + 1
		empty, err := isEmpty(tx.s)
		if err != nil {
			return err
		}
		for _, f := range b.Files {
			if _, err := tx.PutBlob(f.MIME, f.Bytes); err != nil {
				return err
			}
		}
		// Without a trail to take over, the import is where the trail begins.
		if plan.Whole = empty && len(b.History) > 0; plan.Whole {
			err = tx.importWhole(b, &plan)
		} else {
			err = tx.importRecords(b, &plan)
		}
		if err == nil && dry {
			return errDryRun
		}
		if !plan.Whole { // else there was nothing before
			plan.Taken = tx.taken(first)
		}
		return err
	})
	if errors.Is(err, errDryRun) {
		err = nil
	}
	return plan, err
}

func (tx *Tx) importRecords(b app.Bundle, plan *app.Plan) error {
	have, err := tx.db.officeUID(tx.s)
	if err != nil {
		return err
	}
	if have != "" && b.Office != "" && b.Office != have {
		return &app.Refusal{
			What: "Il file da importare è di un altro ufficio: niente è stato cambiato.",
			Do:   "Importatelo in un ufficio nuovo.",
			Err:  fmt.Errorf("office %s into %s", b.Office, have),
		}
	}
	for _, p := range tx.db.plans {
		if err := tx.claimAll(p, b.Records[p.typ.Key]); err != nil {
			return err
		}
	}
	if err := tx.reserveAll(b.Records); err != nil {
		return err
	}
	tx.Action = ActionImport
	for _, p := range tx.db.plans {
		for _, rec := range b.Records[p.typ.Key] {
			if err := tx.importRecord(p, rec.(form.Record), plan); err != nil {
				return err
			}
		}
	}
	return nil
}

func (tx *Tx) importRecord(p *plan, rec form.Record, plan *app.Plan) error {
	h := rec.Head()
	st, err := p.find(tx.s, h.UID)
	if err != nil {
		return fmt.Errorf("import %s: %w", p.typ.Key, err)
	}
	// It is matched by UID alone: what the other file counted does not matter.
	tx.setHead(h, form.Head{UID: h.UID, Revision: st.revision})
	if err := tx.future(p.typ, rec); err != nil {
		return err
	}
	if err := tx.Save(p.typ, rec); err != nil {
		return err
	}
	switch {
	case st.revision == 0:
		plan.New[p.typ.Key]++
	case h.Revision == st.revision:
		plan.Same++
	default:
		plan.Changed[p.typ.Key]++
	}
	return nil
}

func (tx *Tx) importWhole(b app.Bundle, plan *app.Plan) error {
	if err := tx.reserveAll(b.Records); err != nil {
		return err
	}
	loaded := make([][]any, len(tx.db.plans))
	for i, p := range tx.db.plans {
		loaded[i] = b.Records[p.typ.Key]
		for _, rec := range loaded[i] {
			if err := tx.loadRecord(p, rec.(form.Record)); err != nil {
				return fmt.Errorf("import %s: %w", p.typ.Key, err)
			}
			plan.New[p.typ.Key]++
		}
		if p.labels() {
			tx.rebook, tx.book = true, nil
		}
	}
	for _, c := range b.History {
		if err := tx.appendRaw(c); err != nil {
			return err
		}
	}
	for _, p := range tx.db.plans {
		if err := tx.wantHistory(p, b.Records[p.typ.Key]); err != nil {
			return err
		}
	}
	for _, p := range b.Prints {
		if err := tx.insertPrint(p); err != nil {
			return fmt.Errorf("import paper %s: %w", p.UID, err)
		}
	}
	return tx.indexAll(loaded)
}

func (tx *Tx) reserveAll(records map[string][]any) error {
	for key, recs := range records {
		p, err := tx.db.planOf(key)
		if err != nil {
			return err
		}
		for _, rec := range recs {
			if err := tx.Reserve(p.typ, headOf(rec).UID); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadRecord puts a record as it is, head included, without a row of the trail.
func (tx *Tx) loadRecord(p *plan, rec form.Record) error {
	h := rec.Head()
	st, err := p.find(tx.s, h.UID)
	if err != nil {
		return err
	}
	if st.revision != 0 || h.Revision < 1 {
		return unlikeHistory(p, rec, fmt.Errorf("revision %d over %d", h.Revision, st.revision))
	}
	_, err = tx.insert(p, rec, st)
	return err
}

// appendRaw adds a row of another file's trail as it is. It must follow from
// the last one: seq, prev, hash, and the digest of a payload that was not erased.
func (tx *Tx) appendRaw(c Change) error {
	wrong := ""
	switch {
	case c.Seq != tx.head.seq+1:
		wrong = fmt.Sprintf("follows row %d", tx.head.seq)
	case c.Prev != tx.head.hash:
		wrong = "does not chain to the row before"
	case HashOf(c) != c.Hash:
		wrong = "does not have its own hash"
	case c.Payload != nil && digestOf(c.Payload) != c.Digest:
		wrong = "has another payload"
	}
	if wrong != "" {
		return &app.Refusal{
			What: fmt.Sprintf("La storia delle modifiche da importare non torna alla riga %d: è incompleta o è stata cambiata.", c.Seq),
			Do:   "Esportate di nuovo l’ufficio da dove viene.",
			Err:  fmt.Errorf("audit row %d %s", c.Seq, wrong),
		}
	}
	var files []placed
	if p := tx.db.byKey[c.Register]; p != nil && (p.files || len(p.once) > 0 || p.number != nil) && c.Payload != nil && string(c.Payload) != nothing {
		rec, err := p.typ.Decode(c.Payload)
		if err != nil {
			return fmt.Errorf("audit row %d: %w", c.Seq, err)
		}
		files = filesOf(p.typ, rec, "")
		if err := tx.give(p, rec); err != nil { // what was deleted since counts too
			return err
		}
		if p.number != nil && p.number.Value(rec) != nil {
			if err := tx.claim(p, rec, c.UID); err != nil {
				return err
			}
		}
	}
	return tx.put(c, files)
}

// wantHistory refuses records that are not what their own trail left.
func (tx *Tx) wantHistory(p *plan, recs []any) error {
	faults, err := verifyRegister(tx.s, p)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return &app.Refusal{
			What: "Il file da importare non corrisponde alla sua storia: " + faults[0].Text,
			Do:   "Esportate di nuovo l’ufficio da dove viene.",
			Err:  fmt.Errorf("%d records are not what their history says", len(faults)),
		}
	}
	for _, rec := range recs {
		past, err := pastOf(tx.s, p.typ.Key, headOf(rec).UID)
		if err != nil {
			return err
		}
		if h := headOf(rec); past.changes != h.Revision {
			return unlikeHistory(p, rec, fmt.Errorf("revision %d, %d changes in its history", h.Revision, past.changes))
		}
	}
	return nil
}

func unlikeHistory(p *plan, rec any, err error) error {
	return &app.Refusal{
		What: "Il file da importare non corrisponde alla sua storia: " + called(p.typ, p.typ.Title(rec)) + ".",
		Do:   "Esportate di nuovo l’ufficio da dove viene.", Err: err,
	}
}
