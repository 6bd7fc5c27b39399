package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Encode writes the fields of a record as canonical JSON: keys in the order of
// the form, unset fields left out, dates in ISO form, money in cents. The same
// record gives the same bytes, whatever fields later versions add.
func (t *Type) Encode(rec any) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	t.encode(&b, rec, false)
	b.WriteByte('}')
	return b.Bytes()
}

// EncodeWhole is Encode with the head before the fields: uid, created, updated,
// revision. It is the form of a record in exported files.
func (t *Type) EncodeWhole(rec any) []byte {
	h := rec.(Record).Head()
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"uid":%s,"created":"%s","updated":"%s","revision":%d`,
		jsonText(h.UID), h.Created.UTC().Format(time.RFC3339), h.Updated.UTC().Format(time.RFC3339), h.Revision)
	t.encode(&b, rec, true)
	b.WriteByte('}')
	return b.Bytes()
}

func (t *Type) encode(b *bytes.Buffer, rec any, follows bool) {
	for _, f := range t.fields {
		if f.Kind == KComputed || f.Empty(rec) {
			continue
		}
		if follows {
			b.WriteByte(',')
		}
		follows = true
		b.Write(jsonText(f.Key))
		b.WriteByte(':')
		if f.Kind != KList {
			b.Write(jsonValue(f.Value(rec)))
			continue
		}
		b.WriteByte('[')
		for i := range f.Rows(rec) {
			if i > 0 {
				b.WriteByte(',')
			}
			b.Write(f.Child.Encode(f.Row(rec, i)))
		}
		b.WriteByte(']')
	}
}

func jsonValue(v any) []byte {
	switch v := v.(type) {
	case Moment:
		return jsonText(v.ISO())
	case []File:
		type file struct {
			Name   string `json:"name"`
			MIME   string `json:"mime"`
			SHA256 string `json:"sha256"`
			Size   int64  `json:"size"`
		}
		out := make([]file, len(v))
		for i, f := range v {
			out[i] = file(f)
		}
		return marshal(out)
	}
	return marshal(v)
}

func jsonText(s string) []byte { return marshal(s) }

// plain says that a text stands in JSON as it is, between quotes. Each save
// writes hundreds of texts: these are the ones to be quick with.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

func marshal(v any) []byte {
	switch v := v.(type) {
	case string:
		if plain(v) {
			return []byte(`"` + v + `"`)
		}
	case int64:
		return strconv.AppendInt(nil, v, 10)
	case bool:
		return strconv.AppendBool(nil, v)
	case []string:
		if len(v) == 0 || slices.ContainsFunc(v, func(s string) bool { return !plain(s) }) {
			break
		}
		return []byte(`["` + strings.Join(v, `","`) + `"]`)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("form: " + err.Error()) // strings, numbers and slices of them always encode
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// PathError is what is wrong with a value read from outside, and where.
type PathError struct {
	Path string // "retention/0/term"
	Text string // an Italian sentence without its full stop
}

func (e *PathError) Error() string { return e.Path + ": " + e.Text }

func wrongAt(path, format string, args ...any) error {
	return &PathError{strings.TrimSuffix(path, "/"), fmt.Sprintf(format, args...)}
}

// Decode reads a record from JSON, as Encode or EncodeWhole writes it. An
// unknown key, a value of the wrong kind or out of its limits is a *PathError;
// several are joined.
func (t *Type) Decode(data []byte) (any, error) {
	rec := t.New()
	obj, err := object(data)
	if err != nil {
		return nil, &PathError{t.Key, err.Error()}
	}
	var errs []error
	if r, ok := rec.(Record); ok {
		errs = append(errs, decodeHead(r.Head(), obj)...)
	}
	errs = append(errs, t.decode(rec, obj, "")...)
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return rec, nil
}

func object(data []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("il testo non è in UTF-8")
	}
	var obj map[string]json.RawMessage
	if err := json.Unmarshal(data, &obj); err != nil || obj == nil {
		return nil, errors.New("qui serve un oggetto fra parentesi graffe")
	}
	return obj, nil
}

var headKeys = []string{"uid", "created", "updated", "revision"}

func decodeHead(h *Head, obj map[string]json.RawMessage) (errs []error) {
	for _, key := range headKeys {
		raw, ok := obj[key]
		if !ok {
			continue
		}
		delete(obj, key)
		var err error
		switch key {
		case "uid":
			if err = json.Unmarshal(raw, &h.UID); err == nil && !IsUID(h.UID) {
				err = errors.New("uid")
			}
		case "created":
			err = json.Unmarshal(raw, &h.Created)
		case "updated":
			err = json.Unmarshal(raw, &h.Updated)
		case "revision":
			if err = json.Unmarshal(raw, &h.Revision); err == nil && h.Revision < 0 {
				err = errors.New("revision")
			}
		}
		if err != nil {
			errs = append(errs, wrongAt(key, "il valore %s non va bene", short(raw)))
		}
	}
	return errs
}

// UIDPattern is what the identifier of a record looks like, as a regular expression.
const UIDPattern = `^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`

var uidShape = regexp.MustCompile(UIDPattern)

// IsUID says that a text looks like the identifier of a record.
func IsUID(s string) bool { return uidShape.MatchString(s) }

func (t *Type) decode(rec any, obj map[string]json.RawMessage, path string) (errs []error) {
	for _, f := range t.fields {
		raw, ok := obj[f.Key]
		if !ok || f.Kind == KComputed {
			continue
		}
		delete(obj, f.Key)
		if string(raw) == "null" {
			continue
		}
		if f.Kind == KList {
			errs = append(errs, f.decodeRows(rec, raw, path+f.Key+"/")...)
			continue
		}
		v, wrong := f.decodeValue(raw)
		if wrong != "" {
			errs = append(errs, wrongAt(path+f.Key, "%s", wrong))
			continue
		}
		f.Put(rec, v)
	}
	var unknown []string
	for key := range obj {
		unknown = append(unknown, key)
	}
	slices.Sort(unknown)
	for _, key := range unknown {
		errs = append(errs, wrongAt(path+key, "questo campo non esiste"))
	}
	return errs
}

func (f *Field) decodeRows(rec any, raw json.RawMessage, path string) (errs []error) {
	var rows []json.RawMessage
	if json.Unmarshal(raw, &rows) != nil {
		return []error{wrongAt(path, "qui serve un elenco fra parentesi quadre")}
	}
	for i, data := range rows {
		at := fmt.Sprintf("%s%d/", path, i)
		obj, err := object(data)
		if err != nil {
			errs = append(errs, wrongAt(at, "%s", err))
			continue
		}
		errs = append(errs, f.Child.decode(f.AddRow(rec), obj, at)...)
	}
	return errs
}

func (f *Field) decodeValue(raw json.RawMessage) (any, string) {
	switch f.Kind {
	case KBool:
		var v bool
		if json.Unmarshal(raw, &v) != nil {
			return nil, "qui serve true o false"
		}
		return v, ""
	case KInt, KMoney:
		var v int64
		if json.Unmarshal(raw, &v) != nil {
			return nil, "qui serve un numero intero, non " + short(raw)
		}
		if f.Kind == KInt {
			_, wrong := f.Parse(fmt.Sprint(v))
			return v, strings.TrimSuffix(wrong, ".")
		}
		return v, ""
	case KCatalogues, KRefs:
		var v []string
		if json.Unmarshal(raw, &v) != nil || slices.Contains(v, "") {
			return nil, "qui serve un elenco di testi, non " + short(raw)
		}
		return v, ""
	case KFiles:
		var v []File
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		if dec.Decode(&v) != nil {
			return nil, "qui serve un elenco di allegati"
		}
		return v, ""
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return nil, "qui serve un testo fra virgolette, non " + short(raw)
	}
	return f.decodeText(s)
}

func (f *Field) decodeText(s string) (any, string) {
	switch f.Kind {
	case KDate:
		d, err := ISODate(s)
		if err != nil {
			return nil, err.Error()
		}
		return d, ""
	case KMoment:
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return nil, "il momento «" + s + "» non è nella forma 2026-11-22T10:30:00Z"
		}
		return MomentOf(at), ""
	case KTri, KChoice:
		v, wrong := f.Parse(s)
		return v, strings.TrimSuffix(wrong, ".")
	}
	return s, ""
}

func short(raw json.RawMessage) string {
	const most = 40
	s := []rune(string(raw))
	if len(s) > most {
		return string(s[:most]) + "…"
	}
	return string(s)
}
