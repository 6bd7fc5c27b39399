package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/form"
)

// Traces lists what the trail holds of a record and of those that name it in any
// version, past or present: itself first, then by register in their order. Of a
// record that is still there the last version is not counted, for it stays.
func (db *DB) Traces(ctx context.Context, t *form.Type, uid string) (out []app.Trace, err error) {
	err = db.read(ctx, "look for traces of "+t.Key, func(s *session) error {
		own, others := []app.Trace{}, map[string][]app.Trace{}
		var x app.Trace
		// The whole trail is read for a UID, which stands in no other text.
		err := s.each(`SELECT a.register, a.uid FROM audit a JOIN audit_payload p ON p.seq = a.seq
			WHERE a.register = ? AND a.uid = ? OR instr(p.body, ?) > 0 GROUP BY a.register, a.uid ORDER BY a.register, min(a.seq)`,
			[]any{t.Key, uid, uid}, []any{&x.Register, &x.UID}, func() error {
				if x.Register == t.Key && x.UID == uid {
					own = append(own, x)
				} else {
					others[x.Register] = append(others[x.Register], x)
				}
				return nil
			})
		if err != nil {
			return err
		}
		all := own
		for _, r := range db.opts.Registers { // papers and the trail itself are none
			all = append(all, others[r.Key]...)
		}
		for _, x := range all {
			if x.Title, x.There, err = db.nowCalled(s, x.Register, x.UID); err != nil {
				return err
			}
			if x.Changes, err = blankable(s, x.Register, x.UID, x.There); err != nil {
				return err
			}
			if x.Changes > 0 {
				out = append(out, x)
			}
		}
		return nil
	})
	return out, err
}

// heldContents are payloads that hold something: "null" tells of a deletion alone.
const heldContents = "body IS NOT NULL AND body <> 'null' AND " + pastContents

// pastContents are the rows of a record whose content an erasure blanks: all of
// one that is gone; of one that is there all but the last, which is the record.
const pastContents = `seq IN (SELECT seq FROM audit WHERE register = ? AND uid = ?
	AND (? = 0 OR seq < (SELECT max(seq) FROM audit l WHERE l.register = audit.register AND l.uid = audit.uid)))`

func blankable(s *session, register, uid string, there bool) (n int, err error) {
	_, err = s.one("SELECT count(*) FROM audit_payload WHERE "+heldContents, []any{register, uid, there}, &n)
	return n, err
}

// EraseTrail blanks what the trail holds of some records, as the law may ask:
// all of one that is gone, all but the last version of one that is there. The
// rows stay, their chain holds, and one more says what was erased and why. The
// attachments that only those versions named go too. It returns how many
// contents were blanked.
func (db *DB) EraseTrail(ctx context.Context, by By, e app.TrailErasure) (blanked int, err error) {
	err = db.write(ctx, by, "erase from trail", func(tx *Tx) error {
		blanked, err = tx.EraseTrail(e)
		return err
	})
	if err != nil {
		return 0, err
	}
	// What the log still holds of it is overwritten now, not at the next save; a
	// reader may put that off.
	_, err = db.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return blanked, refuse(db.path, "checkpoint", err)
}

// EraseTrail is DB.EraseTrail inside the transaction.
func (tx *Tx) EraseTrail(e app.TrailErasure) (blanked int, err error) {
	if strings.TrimSpace(e.Why) == "" || len(e.Records) == 0 {
		return 0, &app.Refusal{What: "Per cancellare dalla storia servono almeno una scheda e il motivo.", Do: "Scegliete le schede e scrivete perché si cancella."}
	}
	files := map[string]bool{}
	said := app.TrailErasure{Why: strings.TrimSpace(e.Why)}
	for _, x := range e.Records {
		n, err := tx.eraseTrace(x.Register, x.UID, files)
		if err != nil {
			return 0, fmt.Errorf("erase %s: %w", x.Register, err)
		}
		if n > 0 {
			said.Records = append(said.Records, app.ErasedTrace{Register: x.Register, UID: x.UID, Changes: n})
		}
		blanked += n
	}
	if blanked == 0 {
		return 0, &app.Refusal{What: "Di queste schede nella storia non c’è più niente da cancellare.", Do: "Quello che dicono oggi si cambia nelle schede stesse."}
	}
	for sha := range files {
		if _, err := tx.s.exec("DELETE FROM blob WHERE sha256 = ? AND "+unnamedBlob, sha); err != nil {
			return 0, fmt.Errorf("erase attachments: %w", err)
		}
	}
	body, err := json.Marshal(said)
	if err != nil {
		return 0, err
	}
	uid, err := uuid.NewV7()
	if err != nil {
		return 0, fmt.Errorf("make uid: %w", err)
	}
	if err := tx.append(ActionErase, app.TrailRegister, uid.String(), body, nil); err != nil {
		return 0, err
	}
	tx.wipe()
	return blanked, compactSearch(tx.s)
}

// eraseTrace blanks what the trail holds of one record, and notes the attachments
// that were named there.
func (tx *Tx) eraseTrace(register, uid string, files map[string]bool) (blanked int, err error) {
	p, err := tx.db.planOf(register)
	if err != nil {
		return 0, err
	}
	st, err := p.find(tx.s, uid)
	if err != nil {
		return 0, err
	}
	if blanked, err = blankable(tx.s, register, uid, st.there); err != nil || blanked == 0 {
		return 0, err
	}
	var sha string
	err = tx.s.each("SELECT DISTINCT sha256 FROM audit_file WHERE "+pastContents, []any{register, uid, st.there}, []any{&sha}, func() error {
		files[sha] = true
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, q := range []string{
		"UPDATE audit_payload SET body = NULL WHERE " + heldContents,
		"DELETE FROM audit_file WHERE " + pastContents,
	} {
		if _, err := tx.s.exec(q, register, uid, st.there); err != nil {
			return 0, err
		}
	}
	if st.there {
		return blanked, nil
	}
	_, err = tx.s.exec("DELETE FROM draft WHERE register = ? AND uid = ?", register, uid)
	return blanked, err
}
