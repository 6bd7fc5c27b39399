package store

import (
	"errors"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// read reads register by register, then what the records name.
func (v *salvage) read(s *session) error {
	last, torn := lastVersions(s)
	v.out.Records = map[string][]any{}
	for _, p := range v.db.plans {
		recs, missing := v.records(s, p, last[p.typ.Key], torn)
		v.out.Records[p.typ.Key] = recs
		for _, rec := range recs {
			v.there[p.typ.Key+" "+headOf(rec).UID] = true
		}
		if missing > 0 {
			v.say("%s: %d schede non si leggono.", p.typ.Many, missing)
		}
	}
	if len(v.there) == 0 {
		return unreadable(v.db.path, errors.New("no record in it"))
	}
	v.out.Office, _ = v.db.officeUID(s)
	v.files(s)
	for _, p := range v.db.plans {
		for _, rec := range v.out.Records[p.typ.Key] {
			v.prune(p.typ, rec)
		}
	}
	v.prints(s)
	if v.cut > 0 {
		v.say("Rimandi a schede che non si leggono, tolti: %d.", v.cut)
	}
	v.say("La storia delle modifiche non è tra ciò che è stato letto: non è intera. Tenete il file danneggiato, che ne conserva una parte.")
	v.say("Dei numeri già dati si conoscono solo quelli delle schede lette: prima di darne altri guardate sulle carte gli ultimi.")
	return nil
}

// lastVersions are the last changes of the trail by register and UID, as far as it
// can be read; torn where it cannot all be.
func lastVersions(s *session) (last map[string]map[string]Change, torn bool) {
	last = map[string]map[string]Change{}
	seqs, torn := legible(s, "audit", "seq")
	for _, seq := range seqs {
		err := changes(s, "WHERE a.seq = ?", []any{seq}, func(c Change) error {
			if last[c.Register] == nil {
				last[c.Register] = map[string]Change{}
			}
			last[c.Register][c.UID] = c
			return nil
		})
		torn = torn || err != nil
	}
	return last, torn
}

// mostProbed is how many rows in a row may be spoilt before no more are looked for
// one by one.
const mostProbed = 2000

var errMet = errors.New("met")

// legible are the keys of the rows of a table that can be read: those before the
// first spoilt page, those behind the last, and those between that are found one by
// one. It says whether there was any.
func legible(s *session, table, key string) (keys []int64, torn bool) {
	query := "SELECT " + ident(key) + " FROM " + ident(table) + " NOT INDEXED"
	var k int64
	if s.each(query+" ORDER BY 1", nil, []any{&k}, func() error {
		keys = append(keys, k)
		return nil
	}) == nil {
		return keys, false
	}
	next := int64(1)
	if len(keys) > 0 {
		next = keys[len(keys)-1] + 1
	}
	var behind []int64
	_ = s.each(query+" ORDER BY 1 DESC", nil, []any{&k}, func() error {
		if k < next {
			return errMet
		}
		behind = append(behind, k)
		return nil
	})
	slices.Reverse(behind)
	one := query + " WHERE " + ident(key) + " = ?"
	if _, err := s.stmt(one); err != nil {
		return nil, true // there is no such table any more
	}
	for spoilt := 0; spoilt < mostProbed && (len(behind) == 0 || next < behind[0]); next++ {
		switch found, err := s.one(one, []any{next}, &k); {
		case err != nil || len(behind) == 0 && !found:
			spoilt++
		case found:
			keys, spoilt = append(keys, next), 0
		}
	}
	return append(keys, behind...), true
}

// records reads a register, in the order of its making: from its tables, or what the
// trail kept of a record that they have no more or have otherwise.
func (v *salvage) records(s *session, p *plan, last map[string]Change, torn bool) (recs []any, missing int) {
	ids, spoilt := legible(s, p.typ.Key, "id")
	var uids []string
	seen := map[string]bool{}
	add := func(uid string) {
		if !seen[uid] {
			uids, seen[uid] = append(uids, uid), true
		}
	}
	for _, id := range ids {
		var uid string
		if found, err := s.one("SELECT uid FROM "+ident(p.typ.Key)+" WHERE id = ? AND revision > 0", []any{id}, &uid); err == nil && found {
			add(uid)
		} else if err != nil {
			spoilt = true
		}
	}
	for uid, c := range last {
		if c.Digest != digestOf([]byte(nothing)) {
			add(uid)
		}
	}
	for _, uid := range uids {
		if rec := recordOf(s, p, uid, last[uid], torn); rec != nil {
			recs = append(recs, rec)
		} else {
			missing++
		}
	}
	if spoilt && torn && missing == 0 {
		v.say("%s: può darsi che manchi qualche scheda.", p.typ.Many)
	}
	slices.SortStableFunc(recs, func(a, b any) int {
		x, y := headOf(a), headOf(b)
		if c := x.Created.Compare(y.Created); c != 0 {
			return c
		}
		return strings.Compare(x.UID, y.UID)
	})
	return recs, missing
}

// recordOf gives the record as the tables have it where that is what its last change
// left, else as that change left it; nil where neither can be read.
func recordOf(s *session, p *plan, uid string, c Change, torn bool) any {
	var rec any
	if found, err := p.load(s, uid); err == nil && len(found) == 1 {
		if rec = found[0]; torn || digestOf(p.typ.Encode(rec)) == c.Digest {
			return rec
		}
	}
	if c.Payload == nil || digestOf(c.Payload) != c.Digest {
		return rec
	}
	kept, err := c.Record(p.typ)
	if err != nil || kept == nil {
		return rec
	}
	*headOf(kept) = form.Head{UID: uid, Created: c.At, Updated: c.At, Revision: 1}
	return kept
}

// files reads the attachments that the records name, and notes those that cannot be
// read or are not what they were.
func (v *salvage) files(s *session) {
	done := map[string]bool{}
	for _, p := range v.db.plans {
		for _, rec := range v.out.Records[p.typ.Key] {
			for _, f := range filesOf(p.typ, rec, "") {
				sha := f.file.SHA256
				if done[sha] {
					continue
				}
				done[sha] = true
				if data, found, err := v.db.blobs.get(s, sha); err == nil && found && digestOf(data) == sha {
					v.out.Files = append(v.out.Files, app.Blob{SHA256: sha, MIME: f.file.MIME, Bytes: data})
				} else {
					v.lost[sha] = f.file.Name
					v.say("L’allegato %s di %s non si legge.", quoted(f.file.Name), called(p.typ, p.typ.Title(rec)))
				}
			}
		}
	}
	slices.SortFunc(v.out.Files, func(a, b app.Blob) int { return strings.Compare(a.SHA256, b.SHA256) })
}

// prune takes out of a record what it names and could not be read.
func (v *salvage) prune(t *form.Type, rec any) {
	for _, f := range t.Fields() {
		switch f.Kind {
		case form.KRef:
			if uid, _ := f.Value(rec).(string); uid != "" && !v.there[f.Register+" "+uid] {
				f.Put(rec, nil)
				v.cut++
			}
		case form.KRefs:
			uids, _ := f.Value(rec).([]string)
			left := slices.DeleteFunc(slices.Clone(uids), func(uid string) bool { return !v.there[f.Register+" "+uid] })
			if len(left) < len(uids) {
				f.Put(rec, left)
				v.cut += len(uids) - len(left)
			}
		case form.KFiles:
			files, _ := f.Value(rec).([]form.File)
			f.Put(rec, slices.DeleteFunc(files, func(file form.File) bool {
				_, lost := v.lost[file.SHA256]
				return lost
			}))
		case form.KList:
			for i := range f.Rows(rec) {
				v.prune(f.Child, f.Row(rec, i))
			}
		}
	}
}

// prints reads the papers one by one.
func (v *salvage) prints(s *session) {
	all, err := prints(s)
	if err != nil {
		v.say("I documenti stampati non si leggono.")
		return
	}
	slices.Reverse(all) // the oldest first
	lost := 0
	for _, p := range all {
		if err := v.db.withBytes(s, &p); err != nil || !asKept(p) {
			lost++
			continue
		}
		v.out.Prints = append(v.out.Prints, p)
	}
	if lost > 0 {
		v.say("Documenti stampati che non si leggono: %d.", lost)
	}
}

// asKept says that the bytes of a paper and of its signed forms are those that were
// kept.
func asKept(p Print) bool {
	return digestOf(p.PDF) == p.SHA256 && !slices.ContainsFunc(p.Signed, func(g app.SignedForm) bool { return digestOf(g.Data) != g.SHA256 })
}
