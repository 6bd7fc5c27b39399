package form

import (
	"fmt"
	"slices"
	"strings"
)

// Value gives the value of a field that is no list: nil where it is unset, else
// string (text, choice, catalogue, reference), Date, Moment, int64, bool, Tri,
// []string, []File.
func (f *Field) Value(rec any) any {
	if f.Kind == KComputed {
		return f.compute(rec, nil)
	}
	switch p := f.ptr(rec).(type) {
	case *string:
		if *p != "" {
			return *p
		}
	case *Date:
		if *p != "" {
			return *p
		}
	case *Moment:
		if !p.IsZero() {
			return *p
		}
	case *Int:
		if p.Valid {
			return p.N
		}
	case *bool:
		if *p {
			return true
		}
	case *Tri:
		if *p != "" {
			return *p
		}
	case *[]string:
		if len(*p) > 0 {
			return slices.Clone(*p)
		}
	case *[]File:
		if len(*p) > 0 {
			return slices.Clone(*p)
		}
	}
	return nil
}

// Put sets the value of a field that is no list, as Value gives it; nil unsets it.
// It panics on a value of another type: what comes from outside goes through
// Parse or Decode.
func (f *Field) Put(rec, v any) {
	switch p := f.ptr(rec).(type) {
	case *string:
		*p = as[string](v)
	case *Date:
		*p = as[Date](v)
	case *Moment:
		*p = as[Moment](v)
	case *Int:
		*p = Int{N: as[int64](v), Valid: v != nil}
	case *bool:
		*p = as[bool](v)
	case *Tri:
		*p = as[Tri](v)
	case *[]string:
		*p = slices.Clone(as[[]string](v))
	case *[]File:
		*p = slices.Clone(as[[]File](v))
	default:
		panic(fmt.Sprintf("form: field %s has the unknown type %T", f.Key, p))
	}
}

func as[V any](v any) (typed V) {
	if v != nil {
		typed = v.(V)
	}
	return typed
}

// Empty says that the field holds nothing.
func (f *Field) Empty(rec any) bool {
	if f.Kind == KList {
		return f.Rows(rec) == 0
	}
	v := f.Value(rec)
	return v == nil || v == ""
}

// Shown says whether the field's condition holds.
func (f *Field) Shown(rec any) bool { return f.when == nil || f.when(rec) }

// Needed says that the record is incomplete while this field is empty.
func (f *Field) Needed(rec any) bool {
	return f.need != nil && f.Shown(rec) && f.need(rec) && (f.none == nil || !f.none(rec))
}

// Edit gives the value as the user types it.
func (f *Field) Edit(rec any) string {
	switch v := f.Value(rec).(type) {
	case string:
		return v
	case Date:
		return v.String()
	case Moment:
		return v.String()
	case int64:
		if f.Kind == KMoney {
			return FormatMoney(v)
		}
		return fmt.Sprint(v)
	case Tri:
		return string(v)
	}
	return ""
}

// Words gives the value as papers and lists show it, a string for each item of
// a field that holds many. Child records are told by their titles.
func (f *Field) Words(rec any, n Names) []string {
	if f.Kind == KList {
		var out []string
		for i := range f.Rows(rec) {
			out = append(out, f.RowTitle(f.Row(rec, i), n))
		}
		return out
	}
	if f.Kind == KComputed {
		return []string{f.compute(rec, n)}
	}
	switch v := f.Value(rec).(type) {
	case string:
		return []string{f.word(v, n)}
	case int64:
		if f.Kind == KMoney {
			return []string{FormatMoney(v) + " €"}
		}
		return []string{strings.TrimSpace(FormatInt(v) + " " + f.unitFor(v))}
	case bool:
		return []string{"Sì"}
	case Tri:
		return []string{v.Label()}
	case Date:
		return []string{v.String()}
	case Moment:
		return []string{v.String()}
	case []string:
		out := make([]string, len(v))
		for i, s := range v {
			out[i] = f.word(s, n)
		}
		return out
	case []File:
		out := make([]string, len(v))
		for i, file := range v {
			out[i] = file.Name
		}
		return out
	}
	return nil
}

// Gather collects what a record is found by: all that is shown of it, but for ticks
// and answers, which any record has. A blank stands before each word of it.
func (t *Type) Gather(b *strings.Builder, rec any, n Names) {
	for _, f := range t.fields {
		if f.Kind == KBool || f.Kind == KTri || !f.Shown(rec) {
			continue
		}
		for _, w := range f.Words(rec, n) {
			b.WriteByte(' ')
			b.WriteString(w)
		}
		if f.Kind == KList {
			for i := range f.Rows(rec) {
				f.Child.Gather(b, f.Row(rec, i), n)
			}
		}
	}
}

// RowTitle names a child record of the list: by the field it was added by,
// else by the name that its own form gives it.
func (f *Field) RowTitle(row any, n Names) string {
	if f.AddBy != "" {
		return strings.Join(f.Child.Field(f.AddBy).Words(row, n), ", ")
	}
	return f.Child.Named(row, n)
}

// SaidNone says that «nessuno» was declared for the empty field.
func (f *Field) SaidNone(rec any) bool { return f.none != nil && f.none(rec) && f.Empty(rec) }

func (f *Field) word(v string, n Names) string {
	switch f.Kind {
	case KChoice:
		for _, o := range f.Options {
			if o.Value == v {
				return o.Label
			}
		}
	case KCatalogue, KCatalogues:
		return n.Entry(f.Catalogue, v)
	case KRef, KRefs:
		return n.Ref(f.Register, v)
	}
	return v
}

// unitFor bends the one unit that stands beside numbers of one.
func (f *Field) unitFor(n int64) string {
	if n == 1 && f.Unit == "giorni" {
		return "giorno"
	}
	return f.Unit
}
