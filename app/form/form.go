// Package form describes a kind of record once: its sections, its fields, what
// each wants and what is wrong in it. Screen, validation, audit, JSON, list,
// search, SQL and paper read this one description.
//
// A register is written with Form[T], whose fields are typed by the compiler;
// everything else reads its plain face, Type.
package form

import "slices"

// Form describes the records of Go type T.
type Form[T any] struct {
	Key    string // names the register: table, JSON, file references; English, snake_case
	One    string // "persona"
	Many   string // "Persone", as a title
	Fem    bool   // «Nuova persona» rather than «Nuovo sito»
	Single bool   // one row for ever: the office
	About  string // what the register is for, in a sentence or two, for who sees it empty
	Title  func(*T) string
	// Named is the title where it is made of the words of other records or of
	// catalogues; may be nil, and then Title is.
	Named    func(*T, Names) string
	Second   func(*T, Names) string // the second line in lists; may be nil
	Sections []Section[T]
	// Check finds what is wrong across fields; may be nil.
	Check func(*T) []Problem
	// Fresh fills a new record with what stands in most of them; may be nil.
	Fresh func(*T)
	// Ended says that the record is kept for the history alone; may be nil.
	Ended func(*T) bool
	// Settle fills what the program itself keeps of a record (Auto fields), each
	// time before it is saved; done twice it changes nothing more. May be nil.
	Settle func(*T, Names)
	// Same says how a record that comes from outside is known again, the surest
	// way first. Nil is by the needed text that is the title, if there is one.
	Same []Same
}

// Same is a natural key: two records are the same one where Fields are set and
// equal in both, But where one of these is set in both and differs.
type Same struct{ Fields, But []string }

// Section is a titled group of fields, in the order of the paper.
type Section[T any] struct {
	Key, Title string
	Short      string // where there is little room; "" is the title
	Help       string
	Fields     []F[T]
}

// Type is the plain face of a Form: what generic code reads.
type Type struct {
	Key, One, Many string
	Fem, Single    bool
	About          string
	Sections       []*Group

	fields []*Field
	byKey  map[string]*Field
	fresh  func() any
	start  func(any)
	title  func(any) string
	named  func(any, Names) string
	second func(any, Names) string
	check  func(any) []Problem
	ended  func(any) bool
	settle func(any, Names)
	same   []Same
}

// Group is the plain face of a Section.
type Group struct {
	Key, Title, Short, Help string
	Fields                  []*Field
}

// Names turns references and catalogue slugs into the words of the office.
type Names interface {
	// Ref is the title of a record, or "" if there is none.
	Ref(register, uid string) string
	// Entry is the label of a catalogue entry.
	Entry(catalogue, slug string) string
}

// Type gives the plain face of f. It panics where the description itself is
// wrong (a key twice, a child form too deep): a programmer's error that any
// test of the register meets.
func (f Form[T]) Type() *Type {
	t := &Type{
		Key: f.Key, One: f.One, Many: f.Many, Fem: f.Fem, Single: f.Single, About: f.About,
		byKey: map[string]*Field{},
		fresh: func() any { return new(T) },
		start: func(any) {},
		same:  f.Same,
	}
	if f.Fresh != nil {
		t.start = func(r any) { f.Fresh(r.(*T)) }
	}
	if f.Title != nil {
		t.title = func(r any) string { return f.Title(r.(*T)) }
	}
	if f.Named != nil {
		t.named = func(r any, n Names) string { return f.Named(r.(*T), n) }
	}
	if f.Second != nil {
		t.second = func(r any, n Names) string { return f.Second(r.(*T), n) }
	}
	if f.Check != nil {
		t.check = func(r any) []Problem { return f.Check(r.(*T)) }
	}
	if f.Ended != nil {
		t.ended = func(r any) bool { return f.Ended(r.(*T)) }
	}
	if f.Settle != nil {
		t.settle = func(r any, n Names) { f.Settle(r.(*T), n) }
	}
	for _, s := range f.Sections {
		g := &Group{Key: s.Key, Title: s.Title, Short: s.Short, Help: s.Help}
		if g.Short == "" {
			g.Short = g.Title
		}
		for _, typed := range s.Fields {
			field := typed.field
			if t.byKey[field.Key] != nil {
				panic("form " + f.Key + ": field " + field.Key + " stands twice")
			}
			if field.Kind == KList && field.Child.depth() > 2 {
				panic("form " + f.Key + ": child records of " + field.Key + " are more than two levels deep")
			}
			t.byKey[field.Key] = &field
			t.fields = append(t.fields, &field)
			g.Fields = append(g.Fields, &field)
		}
		t.Sections = append(t.Sections, g)
	}
	for _, x := range t.fields {
		if x.Unique && x.Kind != KRef {
			panic("form " + f.Key + ": " + x.Key + " is one of a kind, and no reference")
		}
		if owner := t.byKey[x.Once]; x.Once != "" && (x.Kind != KText || owner == nil || owner.Kind != KRef) {
			panic("form " + f.Key + ": " + x.Key + " is given once to " + x.Once + ", which is no reference, or is no text")
		}
		if x.Past && x.Kind != KMoment {
			panic("form " + f.Key + ": " + x.Key + " is to be past, and is no moment")
		}
		if date := t.byKey[x.Number]; x.Number != "" && (x.Kind != KText || date == nil || date.Kind != KDate) {
			panic("form " + f.Key + ": " + x.Key + " is numbered in the year of " + x.Number + ", which is no date, or is no text")
		}
	}
	for _, k := range f.Same {
		for _, key := range slices.Concat(k.Fields, k.But) {
			if x := t.byKey[key]; x == nil || !x.Single() {
				panic("form " + f.Key + ": a record cannot be known by " + key)
			}
		}
	}
	return t
}

func (t *Type) depth() int {
	deepest := 0
	for _, f := range t.fields {
		if f.Kind == KList {
			deepest = max(deepest, f.Child.depth())
		}
	}
	return deepest + 1
}

// Fields lists the fields in the order of the form.
func (t *Type) Fields() []*Field { return t.fields }

// Field finds a field by key; nil where there is none.
func (t *Type) Field(key string) *Field { return t.byKey[key] }

// Same gives the natural keys of the records, the surest first; there may be none.
func (t *Type) Same() []Same {
	if t.same != nil || t.title == nil {
		return t.same
	}
	for _, f := range t.fields {
		if rec := t.New(); f.Kind == KText && f.Needed(rec) {
			if f.Put(rec, f.Key); t.title(rec) == f.Key {
				return []Same{{Fields: []string{f.Key}}}
			}
		}
	}
	return nil
}

// New gives an empty record.
func (t *Type) New() any { return t.fresh() }

// Start gives a new record as the user meets it: with what stands in most of them.
func (t *Type) Start() any {
	rec := t.New()
	t.start(rec)
	return rec
}

// Named names a record in lists and references.
func (t *Type) Named(rec any, n Names) string {
	if t.named == nil {
		return t.Title(rec)
	}
	return t.named(rec, n)
}

// Title names a record by what stands in it alone: in messages, and where no
// words are at hand.
func (t *Type) Title(rec any) string {
	if t.title == nil {
		return ""
	}
	return t.title(rec)
}

// Second is the line under the title in lists; it may be empty.
func (t *Type) Second(rec any, n Names) string {
	if t.second == nil {
		return ""
	}
	return t.second(rec, n)
}

// Ended says that a record is kept for the history alone: a person who left,
// an archived treatment.
func (t *Type) Ended(rec any) bool { return t.ended != nil && t.ended(rec) }

// Ends says that records of this type can be ended.
func (t *Type) Ends() bool { return t.ended != nil }

// Settle fills what the program keeps of a record, before it is saved.
func (t *Type) Settle(rec any, n Names) {
	if t.settle != nil {
		t.settle(rec, n)
	}
}

// Clone copies a record with all its child records. Editing works on a copy.
func (t *Type) Clone(rec any) any {
	to := t.New()
	if m, ok := rec.(Record); ok {
		*to.(Record).Head() = *m.Head()
	}
	for _, f := range t.fields {
		switch f.Kind {
		case KComputed:
		case KList:
			for i := range f.Rows(rec) {
				f.adopt(to, f.Child.Clone(f.Row(rec, i)))
			}
		default:
			f.Put(to, f.Value(rec))
		}
	}
	return to
}

// Equal says whether two records hold the same values; the heads are not compared.
func (t *Type) Equal(a, b any) bool { return string(t.Encode(a)) == string(t.Encode(b)) }
