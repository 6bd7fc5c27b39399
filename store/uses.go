package store

import (
	"context"
	"fmt"

	"tutela/app/form"
)

// use is a place where records of one register refer to those of another, or
// name a catalogue entry.
type use struct {
	plan  *plan
	field *form.Field
	// find gives the uids of the records that refer to the id (or name the slug)
	// that is its one argument.
	find string
	// unset removes the same, of one record to itself: its arguments are the id
	// and again the id.
	unset string
}

// usesOf finds the references to each register. Uses of a catalogue stand under
// catalogueKey.
func usesOf(plans []*plan) map[string][]use {
	uses := map[string][]use{}
	for _, p := range plans {
		for _, t := range p.tables {
			from, join := t.toRoot()
			for _, f := range t.cols {
				u := use{plan: p, field: f, find: "SELECT DISTINCT root.uid FROM " + from + " WHERE t." + ident(f.Key) + " = ?"}
				switch f.Kind {
				case form.KRef:
					if t.parent == nil {
						u.unset = "UPDATE " + ident(t.name) + " SET " + ident(f.Key) + " = NULL WHERE " + ident(f.Key) + " = ? AND id = ?"
					}
					uses[f.Register] = append(uses[f.Register], u)
				case form.KCatalogue:
					uses[catalogueKey(f.Catalogue)] = append(uses[catalogueKey(f.Catalogue)], u)
				}
			}
			for _, l := range t.links {
				find := "SELECT DISTINCT root.uid FROM " + ident(l.name) + " l JOIN " + ident(t.name) + " t ON t.id = l.parent_id" + join
				u := use{plan: p, field: l.field}
				if l.field.Kind == form.KRefs {
					u.find = find + " WHERE l.ref_id = ?"
					uses[l.field.Register] = append(uses[l.field.Register], u)
				} else {
					u.find = find + " WHERE l.slug = ?"
					uses[catalogueKey(l.field.Catalogue)] = append(uses[catalogueKey(l.field.Catalogue)], u)
				}
			}
		}
	}
	return uses
}

func catalogueKey(name string) string { return "catalogue " + name }

// toRoot joins a table, as t, with that of its register, as root; join is the
// part behind the table itself.
func (t *table) toRoot() (from, join string) {
	if t.parent == nil {
		return ident(t.name) + " t JOIN " + ident(t.name) + " root ON root.id = t.id", " JOIN " + ident(t.name) + " root ON root.id = t.id"
	}
	at, up := "t", t
	for up.parent != nil {
		name := "up_" + up.parent.name
		if up.parent.parent == nil {
			name = "root"
		}
		join += " JOIN " + ident(up.parent.name) + " " + ident(name) + " ON " + ident(name) + ".id = " + ident(at) + ".parent_id"
		at, up = name, up.parent
	}
	return ident(t.name) + " t" + join, join
}

// inUse is a record that refers to another.
type inUse struct {
	plan *plan
	uid  string
}

// usersOf lists the records that the uses find for an argument, other than self.
func usersOf(s *session, uses []use, arg any, self inUse) (out []inUse, err error) {
	seen := map[inUse]bool{self: true}
	for _, u := range uses {
		var uid string
		err := s.each(u.find, []any{arg}, []any{&uid}, func() error {
			if user := (inUse{u.plan, uid}); !seen[user] {
				seen[user] = true
				out = append(out, user)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look for uses in %s: %w", u.plan.typ.Key, err)
		}
	}
	return out, nil
}

// usersOf lists the records that refer to one, or name the catalogue entry that
// it is.
func (db *DB) usersOf(s *session, p *plan, id int64, rec any) ([]inUse, error) {
	self := inUse{p, headOf(rec).UID}
	users, err := usersOf(s, db.uses[p.typ.Key], id, self)
	if err != nil || !p.labels() {
		return users, err
	}
	e := entryOf(rec)
	more, err := usersOf(s, db.uses[catalogueKey(e.catalogue)], e.slug, self)
	return append(users, more...), err
}

// Users lists the records that refer to one and so keep it from being deleted.
func (db *DB) Users(ctx context.Context, t *form.Type, uid string) (out []Hit, err error) {
	p, err := db.planOf(t.Key)
	if err != nil {
		return nil, err
	}
	err = db.read(ctx, "users of "+t.Key, func(s *session) error {
		recs, err := p.load(s, uid)
		if err != nil || len(recs) == 0 {
			return err
		}
		st, err := p.find(s, uid)
		if err != nil {
			return err
		}
		users, err := db.usersOf(s, p, st.id, recs[0])
		if err != nil {
			return err
		}
		for _, u := range users {
			h := Hit{Register: u.plan.typ.Key, Row: Row{UID: u.uid}}
			if _, err := s.one("SELECT title, second FROM record_index WHERE register = ? AND uid = ?", []any{h.Register, u.uid}, &h.Title, &h.Second); err != nil {
				return err
			}
			out = append(out, h)
		}
		return nil
	})
	return out, err
}
