package store

import (
	"context"
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// give keeps those values of a record that are given to one owner for ever
// (form.F.Once) and refuses one that another owner ever had. They stand in a
// table of their own, which neither a deletion nor a change takes from; as
// digests, for a lawful erasure of the record is to leave nothing to be read. A
// value without an owner is not given yet.
func (tx *Tx) give(p *plan, rec any) error {
	for _, f := range p.once {
		value, _ := f.Value(rec).(string)
		owner, _ := p.typ.Field(f.Once).Value(rec).(string)
		if strings.TrimSpace(value) == "" || owner == "" {
			continue
		}
		digest, has := givenDigest(value), ""
		found, err := tx.s.one(ownerOf, []any{p.typ.Key, f.Key, digest}, &has)
		if err != nil {
			return fmt.Errorf("look for what %s gave: %w", p.typ.Key, err)
		}
		if found && has != owner {
			return tx.givenTo(p.typ.Field(f.Once), f, value, has)
		}
		if found {
			continue
		}
		if _, err := tx.s.exec("INSERT INTO given (register, field, digest, owner) VALUES (?, ?, ?, ?)", p.typ.Key, f.Key, digest, owner); err != nil {
			return fmt.Errorf("keep what %s gives: %w", p.typ.Key, err)
		}
	}
	return nil
}

// Owner tells to whom a value of a field was given for ever (form.F.Once), a
// record that is gone too; "" where nobody ever had it. An import asks, to name
// the row before anything is written.
func (db *DB) Owner(ctx context.Context, t *form.Type, f *form.Field, value string) (owner string, err error) {
	err = db.read(ctx, "look for what "+t.Key+" gave", func(s *session) error {
		_, err := s.one(ownerOf, []any{t.Key, f.Key, givenDigest(value)}, &owner)
		return err
	})
	return owner, err
}

const ownerOf = "SELECT owner FROM given WHERE register = ? AND field = ? AND digest = ?"

func givenDigest(value string) string { return digestOf([]byte(catalogue.Fold(value))) }

// givenTo refuses a value that somebody else has or had, by name where the
// register still knows it.
func (tx *Tx) givenTo(of, f *form.Field, value, owner string) error {
	title, err := titleOf(tx.s, of.Register, owner)
	if err != nil {
		return err
	}
	what := "Il campo " + quoted(f.Label) + " non può essere " + quoted(value) + ": fu dato a un altro, e non passa mai di mano, nemmeno quando non si usa più."
	if p := tx.db.byKey[of.Register]; p != nil && title != "" {
		what = "Il campo " + quoted(f.Label) + " non può essere " + quoted(value) + ": è di " + called(p.typ, title) + ", e non passa mai di mano, nemmeno quando non si usa più."
	}
	return &app.Refusal{
		What: what,
		Do:   "Scrivetene uno nuovo.",
		Err:  fmt.Errorf("%s was given to %s", f.Key, owner),
	}
}
