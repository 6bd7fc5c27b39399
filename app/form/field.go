package form

import "fmt"

// Kind is how a field is typed, kept and printed. The set is closed: screen,
// store and papers each hold one case for each.
type Kind int

// The kinds. A catalogue holds slugs, a reference the UID of another record.
const (
	KText       Kind = iota // one line
	KLong                   // some lines
	KDate                   // a day
	KMoment                 // day and minute, Europe/Rome
	KInt                    // a whole number
	KMoney                  // euro, in cents
	KBool                   // a box to tick
	KTri                    // Sì / No / Non necessario
	KChoice                 // one of a few fixed values
	KCatalogue              // one entry of a catalogue
	KCatalogues             // many entries of a catalogue
	KRef                    // one record of a register
	KRefs                   // many records of a register
	KList                   // child records
	KFiles                  // attachments
	KComputed               // follows from the others; never typed
)

// Field is the plain face of one field.
type Field struct {
	Key     string
	Label   string // the users' own words
	Help    string // one sentence: what to write, an example, the law
	Example string // placeholder of the empty box
	Law     string // article that asks for it, as it is printed
	Kind    Kind

	Options   []Option // KChoice
	Catalogue string   // KCatalogue, KCatalogues
	Own       bool     // the office may add entries to the catalogue
	Register  string   // KRef, KRefs
	Child     *Type    // KList
	AddBy     string   // KList: key of the child's field by whose choice a row is added; may be empty
	Unit      string   // printed behind a number: "giorni"
	Min, Max  int64    // KInt; both 0 means no limits

	Half   bool // may stand beside the next such field
	Column bool // shown in printed lists
	Auto   bool // set by the program; locked on screen
	Lines  int  // lines to write on, on a blank paper; 0 counts as 1
	// Once is the key of the reference that says whose the value is, where a value
	// is given to one owner for ever: see F.Once.
	Once string
	// Number is the key of the date whose year the store numbers the record in:
	// see F.Number.
	Number string
	// Latest says that the day is the last time of something: see F.Latest.
	Latest bool
	Past   bool // a moment that cannot lie ahead: see F.Past
	// Unique says that no two records of the register have the same value: see
	// F.Unique.
	Unique bool

	ptr     func(any) any
	compute func(any, Names) string
	when    func(any) bool
	need    func(any) bool
	check   func(any) string
	warn    func(any) string
	none    func(any) bool
	rows    rowsOf
}

// F is a field of records of type T, as a register describes it.
type F[T any] struct{ field Field }

func make1[T, V any](kind Kind, key, label string, at func(*T) *V) F[T] {
	return F[T]{Field{Key: key, Label: label, Kind: kind, ptr: func(r any) any { return at(r.(*T)) }}}
}

// Text is one line of text.
func Text[T any](key, label string, at func(*T) *string) F[T] { return make1(KText, key, label, at) }

// Long is text of some lines.
func Long[T any](key, label string, at func(*T) *string) F[T] {
	f := make1(KLong, key, label, at)
	f.field.Lines = 3
	return f
}

// Day is a date.
func Day[T any](key, label string, at func(*T) *Date) F[T] { return make1(KDate, key, label, at) }

// At is a day and minute.
func At[T any](key, label string, at func(*T) *Moment) F[T] { return make1(KMoment, key, label, at) }

// Count is a whole number with its unit and limits, both included.
func Count[T any](key, label, unit string, least, most int64, at func(*T) *Int) F[T] {
	f := make1(KInt, key, label, at)
	f.field.Unit, f.field.Min, f.field.Max = unit, least, most
	return f
}

// Money is an amount in euro, kept in cents.
func Money[T any](key, label string, at func(*T) *Int) F[T] { return make1(KMoney, key, label, at) }

// Bool is a box to tick.
func Bool[T any](key, label string, at func(*T) *bool) F[T] { return make1(KBool, key, label, at) }

// Ask is a question answered Sì, No or Non necessario.
func Ask[T any](key, label string, at func(*T) *Tri) F[T] { return make1(KTri, key, label, at) }

// Choice is one of a few fixed values.
func Choice[T any](key, label string, at func(*T) *string, options ...Option) F[T] {
	f := make1(KChoice, key, label, at)
	f.field.Options = options
	return f
}

// Entry is one entry of a catalogue.
func Entry[T any](key, label, catalogue string, at func(*T) *string) F[T] {
	f := make1(KCatalogue, key, label, at)
	f.field.Catalogue = catalogue
	return f
}

// Entries is some entries of a catalogue, in the order chosen.
func Entries[T any](key, label, catalogue string, at func(*T) *[]string) F[T] {
	f := make1(KCatalogues, key, label, at)
	f.field.Catalogue = catalogue
	return f
}

// Ref is a record of another register, by UID.
func Ref[T any](key, label, register string, at func(*T) *string) F[T] {
	f := make1(KRef, key, label, at)
	f.field.Register = register
	return f
}

// Refs is some records of another register, by UID, in the order chosen.
func Refs[T any](key, label, register string, at func(*T) *[]string) F[T] {
	f := make1(KRefs, key, label, at)
	f.field.Register = register
	return f
}

// Files is the attachments of a record.
func Files[T any](key, label string, at func(*T) *[]File) F[T] { return make1(KFiles, key, label, at) }

// Computed is a text that follows from the other fields.
func Computed[T any](key, label string, compute func(*T) string) F[T] {
	return F[T]{Field{Key: key, Label: label, Kind: KComputed, compute: func(r any, _ Names) string { return compute(r.(*T)) }}}
}

// ComputedWith is a text that follows from the other fields and from what the
// office chose elsewhere. Where no names are at hand there is none to ask, and it
// is empty.
func ComputedWith[T any](key, label string, compute func(*T, Names) string) F[T] {
	return F[T]{Field{Key: key, Label: label, Kind: KComputed, compute: func(r any, n Names) string {
		if n == nil {
			return ""
		}
		return compute(r.(*T), n)
	}}}
}

// Help says in one sentence what to write.
func (f F[T]) Help(text string) F[T] { f.field.Help = text; return f }

// Example is shown in the empty box.
func (f F[T]) Example(text string) F[T] { f.field.Example = text; return f }

// Law names the article that asks for the field.
func (f F[T]) Law(text string) F[T] { f.field.Law = text; return f }

// OwnEntries lets the office add entries to the catalogue.
func (f F[T]) OwnEntries() F[T] { f.field.Own = true; return f }

// Half lets the field stand beside the next such field.
func (f F[T]) Half() F[T] { f.field.Half = true; return f }

// Column shows the field in printed lists.
func (f F[T]) Column() F[T] { f.field.Column = true; return f }

// Auto marks a field that the program fills.
func (f F[T]) Auto() F[T] { f.field.Auto = true; return f }

// Lines is how many lines a blank paper leaves to write on.
func (f F[T]) Lines(n int) F[T] { f.field.Lines = n; return f }

// Need marks a field without which the record is incomplete.
func (f F[T]) Need() F[T] { return f.NeedIf(func(*T) bool { return true }) }

// NeedIf marks a field that is needed where the condition holds.
func (f F[T]) NeedIf(cond func(*T) bool) F[T] {
	f.field.need = func(r any) bool { return cond(r.(*T)) }
	return f
}

// When shows the field only where the condition holds. What was typed in it
// before is kept.
func (f F[T]) When(cond func(*T) bool) F[T] {
	f.field.when = func(r any) bool { return cond(r.(*T)) }
	return f
}

// Check says in a sentence what is wrong with the value, "" if nothing. It is
// asked only of a field that is shown and set.
func (f F[T]) Check(wrong func(*T) string) F[T] {
	f.field.check = func(r any) string { return wrong(r.(*T)) }
	return f
}

// Warn says in a sentence what looks doubtful, "" if nothing. It never blocks.
func (f F[T]) Warn(doubt func(*T) string) F[T] {
	f.field.warn = func(r any) string { return doubt(r.(*T)) }
	return f
}

// Once marks a text that is given to one owner for ever, as a user-ID is to its
// person: no other owner ever gets it, not even when the record that gave it is
// gone. owner is the key of the field, a reference, that says whose it is. Case,
// accents and spaces do not tell two values apart. The store keeps and refuses.
func (f F[T]) Once(owner string) F[T] { f.field.Once = owner; return f }

// Number marks a text that the store gives: 3/2026, the third record of the year
// of its date, at the first save at which the record has that date. It is given
// once and for ever, like F.Once: not again when the record is annulled, nor when
// its date moves to another year. A record with a number is not deleted. date is
// the key of the date.
func (f F[T]) Number(date string) F[T] { f.field.Number = date; return f.Auto() }

// Numbering is the number of the n-th record of a year.
func Numbering(year string, n int64) string { return fmt.Sprintf("%d/%s", n, year) }

// Latest marks the day on which something happened for the last time, as the last
// use of a credential (decision A23): a later one that comes from outside takes
// its place without asking.
func (f F[T]) Latest() F[T] { f.field.Latest = true; return f }

// Unique marks a reference of which each record of the register has its own, as
// the permissions of a person are one record. The store refuses a second one.
func (f F[T]) Unique() F[T] { f.field.Unique = true; return f }

// None tells that «nessuno» was said of an empty list, so that it is not missing.
func (f F[T]) None(said func(*T) bool) F[T] {
	f.field.none = func(r any) bool { return said(r.(*T)) }
	return f
}

// AddBy lets the user add a row to a list by choosing its key field: the rows
// of a purpose or a measure are picked like the entries of a flat list.
func (f F[T]) AddBy(childKey string) F[T] {
	if c := f.field.Child; c == nil || c.Field(childKey) == nil {
		panic("form: list " + f.field.Key + " has no child field " + childKey)
	}
	f.field.AddBy = childKey
	return f
}

// Single says that the field holds one value that was typed or chosen: one can
// sort by it.
func (f *Field) Single() bool {
	switch f.Kind {
	case KCatalogues, KRefs, KList, KFiles, KComputed, KLong:
		return false
	}
	return true
}
