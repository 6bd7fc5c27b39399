package store

import (
	"bytes"
	"encoding/json"
	"fmt"

	"tutela/app/form"
)

// version is a record as the register has it, read from the last change of it:
// one row of the trail, where the tables would be a query each. The two are the
// same, or the file was changed without the program (VerifyRecords).
type version struct {
	head form.Head
	body []byte
}

func (tx *Tx) versionOf(p *plan, uid string) (*version, error) {
	v := &version{head: form.Head{UID: uid}}
	var created, updated string
	var body *string
	found, err := tx.s.one("SELECT t.created, t.updated, t.revision, p.body FROM "+ident(p.typ.Key)+` t
		JOIN audit_payload p ON p.seq = (SELECT max(seq) FROM audit WHERE register = ? AND uid = ?) WHERE t.uid = ?`,
		[]any{p.typ.Key, uid, uid}, &created, &updated, &v.head.Revision, &body)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", p.typ.Key, err)
	}
	if !found || body == nil || *body == nothing {
		rec, err := tx.Get(p.typ, uid)
		if err != nil {
			return nil, err
		}
		return &version{*headOf(rec), p.typ.Encode(rec)}, nil
	}
	v.body = []byte(*body)
	if v.head.Created, err = parseTime(created); err == nil {
		v.head.Updated, err = parseTime(updated)
	}
	return v, err
}

// changed gives the keys of the fields that another payload of the record holds
// differently.
func (v *version) changed(t *form.Type, payload []byte) (map[string]bool, error) {
	if bytes.Equal(v.body, payload) {
		return nil, nil
	}
	var before, after map[string]json.RawMessage
	if err := json.Unmarshal(v.body, &before); err != nil {
		return nil, fmt.Errorf("read the version before: %w", err)
	}
	if err := json.Unmarshal(payload, &after); err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, f := range t.Fields() {
		if a, b := before[f.Key], after[f.Key]; !bytes.Equal(a, b) && !bytes.Equal(today(t, f, a), b) {
			out[f.Key] = true
		}
	}
	return out, nil
}

// today writes the child records of an older program as this one would, whose
// form may have other fields, or in another order.
func today(t *form.Type, f *form.Field, raw json.RawMessage) []byte {
	if f.Kind != form.KList || raw == nil {
		return raw
	}
	rec, err := t.Decode([]byte(`{"` + f.Key + `":` + string(raw) + `}`))
	if err != nil {
		return raw
	}
	var out map[string]json.RawMessage
	if json.Unmarshal(t.Encode(rec), &out) != nil {
		return raw
	}
	return out[f.Key]
}
