package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// Delete takes a record away; its history stays. What other records use is
// refused with their names; so is what was printed, where it can be ended, and
// what has a number.
func (tx *Tx) Delete(t *form.Type, uid string) error {
	p, err := tx.db.planOf(t.Key)
	if err != nil {
		return err
	}
	rec, err := tx.Get(t, uid)
	if err != nil {
		return err
	}
	if t.Single {
		return &app.Refusal{What: "Questa scheda non si elimina: " + t.One + "."}
	}
	if err := tx.numbered(p, rec); err != nil {
		return err
	}
	if err := tx.printed(t, rec); err != nil {
		return err
	}
	st, err := p.find(tx.s, uid)
	if err != nil {
		return fmt.Errorf("delete %s: %w", t.Key, err)
	}
	users, err := tx.db.usersOf(tx.s, p, st.id, rec)
	if err != nil {
		return err
	}
	if len(users) > 0 {
		return tx.usedBy(t, rec, users)
	}
	if err := tx.remove(p, st.id, uid); err != nil {
		return fmt.Errorf("delete %s: %w", t.Key, err)
	}
	if err := tx.append(ActionDelete, t.Key, uid, []byte(nothing), nil); err != nil {
		return err
	}
	return tx.unindex(p, uid)
}

// printed refuses a record that a complete paper was printed of, as long as it
// is of those that can be ended. Drafts do not count (decision A28).
func (tx *Tx) printed(t *form.Type, rec any) error {
	if !t.Ends() {
		return nil
	}
	n, err := tx.db.printsWith(tx.s, t, headOf(rec))
	if err != nil {
		return fmt.Errorf("delete %s: %w", t.Key, err)
	}
	if n == 0 {
		return nil
	}
	return &app.Refusal{
		What: tx.nameOf(t, rec) + " non si può eliminare: la scheda è già stata stampata, e ciò che è stampato deve ritrovarsi nel registro.",
		Do:   "Se la scheda non serve più, archiviatela, o segnate da quando non vale: resta per la storia.",
		Err:  fmt.Errorf("%d papers were printed of it", n),
	}
}

// Printed says that a record which can be ended stands in a complete paper that
// was kept: one of its own, or one of the whole office. It is not deleted then.
func (db *DB) Printed(ctx context.Context, t *form.Type, rec any) (bool, error) {
	if !t.Ends() {
		return false, nil
	}
	n := 0
	err := db.read(ctx, "look for papers of a record", func(s *session) (err error) {
		n, err = db.printsWith(s, t, headOf(rec))
		return err
	})
	return n > 0, err
}

// printsWith counts the complete papers in which a record stands. One of the whole
// office holds what there was when it was printed.
func (db *DB) printsWith(s *session, t *form.Type, h *form.Head) (n int, err error) {
	args := []any{t.Key, h.UID, formatTime(h.Created), "list-" + t.Key}
	more := ""
	if reg, ok := app.RegisterOf(db.Registers(), t.Key); ok {
		for _, kind := range reg.Whole {
			more += ", ?"
			args = append(args, kind)
		}
	}
	_, err = s.one("SELECT count(*) FROM print WHERE revision > 0 AND (register = ? AND subject = ? OR register = '' AND at >= ? AND kind IN (?"+more+"))", args, &n)
	return n, err
}

// remove deletes the rows of a record. Those below it go first: a reference to
// itself would hold it.
func (tx *Tx) remove(p *plan, id int64, uid string) error {
	for _, l := range p.root.links {
		if _, err := tx.s.exec(l.sql.clear, id); err != nil {
			return err
		}
	}
	for _, kid := range p.root.kids {
		if _, err := tx.s.exec(kid.sql.clear, id); err != nil {
			return err
		}
	}
	for _, u := range tx.db.uses[p.typ.Key] {
		if u.plan == p && u.unset != "" {
			if _, err := tx.s.exec(u.unset, id, id); err != nil {
				return err
			}
		}
	}
	if _, err := tx.s.exec("DELETE FROM attachment WHERE register = ? AND record = ?", p.typ.Key, uid); err != nil {
		return err
	}
	delete(tx.refs, p.typ.Key+" "+uid)
	_, err := tx.s.exec("DELETE FROM "+ident(p.typ.Key)+" WHERE id = ?", id)
	return err
}

const namedUsers = 5 // a sentence with more names is not read

func (tx *Tx) usedBy(t *form.Type, rec any, users []inUse) error {
	var names []string
	for _, u := range users[:min(len(users), namedUsers)] {
		title, err := titleOf(tx.s, u.plan.typ.Key, u.uid)
		if err != nil {
			return err
		}
		names = append(names, called(u.plan.typ, title))
	}
	list := strings.Join(names, ", ")
	switch more := len(users) - namedUsers; {
	case more == 1:
		list += " e in un’altra scheda"
	case more > 1:
		list += fmt.Sprintf(" e in altre %d schede", more)
	}
	do := "Prima togliete da lì ogni riferimento."
	if t.Ends() {
		do = "Prima togliete da lì ogni riferimento, oppure segnate nella scheda che non vale più: così resta per la storia."
	}
	return &app.Refusal{
		What: tx.nameOf(t, rec) + " non si può eliminare: si usa in " + list + ".",
		Do:   do,
		Err:  errors.New("record is referred to"),
	}
}
