package store

import (
	"cmp"
	"context"
	"slices"

	"tutela/app"
	"tutela/app/catalogue"
)

// Bundle reads the whole office, as it is at one moment, for export: records in
// the order of their creation, attachments, papers and the trail. Drafts and
// settings stay at home.
func (db *DB) Bundle(ctx context.Context) (b app.Bundle, err error) {
	b.Records = map[string][]any{}
	err = db.read(ctx, "read office", func(s *session) error {
		for _, p := range db.plans {
			recs, err := p.load(s, "")
			if err != nil {
				return err
			}
			slices.SortFunc(recs, func(x, y any) int {
				a, b := headOf(x), headOf(y)
				return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.UID, b.UID))
			})
			b.Records[p.typ.Key] = recs
		}
		if b.Office, err = db.officeUID(s); err != nil {
			return err
		}
		if b.Files, err = db.attachedBlobs(s); err != nil {
			return err
		}
		if b.Prints, err = db.printsWithPDF(s); err != nil {
			return err
		}
		return changes(s, "ORDER BY a.seq", nil, func(c Change) error {
			b.History = append(b.History, c)
			return nil
		})
	})
	return b, err
}

// officeUID is what tells one office from another: the UID of its own record,
// "" while it has none.
func (db *DB) officeUID(s *session) (uid string, err error) {
	if db.byKey[app.OfficeForm.Key] == nil {
		return "", nil
	}
	_, err = s.one("SELECT uid FROM "+ident(app.OfficeForm.Key)+" WHERE revision > 0", nil, &uid)
	return uid, err
}

func (db *DB) attachedBlobs(s *session) (out []app.Blob, err error) {
	var b app.Blob
	err = s.each(`SELECT sha256, mime FROM blob WHERE
		EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = blob.sha256) OR EXISTS (SELECT 1 FROM audit_file f WHERE f.sha256 = blob.sha256)
		ORDER BY sha256`, nil, []any{&b.SHA256, &b.MIME}, func() error {
		out = append(out, b)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].Bytes, _, err = db.blobs.get(s, out[i].SHA256); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (db *DB) printsWithPDF(s *session) ([]Print, error) {
	out, err := prints(s)
	if err != nil {
		return nil, err
	}
	slices.Reverse(out) // the oldest first
	for i := range out {
		if err := db.withBytes(s, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// withBytes reads the bytes of a paper, of its signed forms and of its layout.
func (db *DB) withBytes(s *session, p *Print) (err error) {
	if p.PDF, _, err = db.blobs.get(s, p.SHA256); err != nil {
		return err
	}
	for i := range p.Signed {
		g := &p.Signed[i]
		if g.Data, _, err = db.blobs.get(s, g.SHA256); err != nil {
			return err
		}
	}
	var layout string
	if _, err := s.one("SELECT coalesce(layout, '') FROM print WHERE uid = ?", []any{p.UID}, &layout); err != nil || layout == "" {
		return err
	}
	p.Layout, _, err = db.blobs.get(s, layout)
	return err
}

// known is which records and catalogue entries an office has, at one moment.
type known struct {
	book *catalogue.Book
	uids map[string]bool // "register uid"
}

// Has says whether a catalogue has an entry of this slug, or a register a record
// of this UID.
func (k *known) Has(name, key string) bool {
	if k.uids[name+" "+key] {
		return true
	}
	_, ok := k.book.Find(name, key)
	return ok
}

// Known tells what an import may refer to.
func (db *DB) Known(ctx context.Context) (app.Known, error) {
	k := &known{uids: map[string]bool{}}
	err := db.read(ctx, "read what is there", func(s *session) (err error) {
		if k.book, err = db.bookFor(s, true); err != nil {
			return err
		}
		for _, p := range db.plans {
			var uid string
			err := s.each("SELECT uid FROM "+ident(p.typ.Key)+" WHERE revision > 0", nil, []any{&uid}, func() error {
				k.uids[p.typ.Key+" "+uid] = true
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return k, err
}

// Empty says that nothing was ever written to the office.
func (db *DB) Empty(ctx context.Context) (empty bool, err error) {
	err = db.read(ctx, "look for records", func(s *session) error {
		empty, err = isEmpty(s)
		return err
	})
	return empty, err
}

func isEmpty(s *session) (empty bool, err error) {
	_, err = s.one("SELECT NOT EXISTS (SELECT 1 FROM audit) AND NOT EXISTS (SELECT 1 FROM print)", nil, &empty)
	return empty, err
}
