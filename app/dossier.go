package app

import (
	"slices"
	"time"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// Dossier is what papers and checks read: the records of an office at a moment,
// and its catalogues. It never changes while it is read.
type Dossier struct {
	// Now is the clock of whoever asks: no paper reads another.
	Now time.Time
	// AsOf is set where the records are those of a past date.
	AsOf form.Date
	// Chain is the value of the last row of the trail, "" where there is none yet.
	Chain string
	// Prints are the papers that were printed, the newest first, without their bytes.
	Prints []Print
	// Edition is the description typed for a final print of the document; "" is a
	// print that takes no number.
	Edition string

	Catalogues *catalogue.Book
	registers  []Register
	records    map[string][]any
	byUID      map[string]map[string]any
}

// NewDossier gathers records by register key. The office's own catalogue
// entries among them are added to the shipped ones.
func NewDossier(now time.Time, shipped *catalogue.Book, registers []Register, records map[string][]any) *Dossier {
	d := &Dossier{Now: now, Catalogues: shipped, registers: registers, records: records, byUID: map[string]map[string]any{}}
	for key, list := range records {
		d.byUID[key] = make(map[string]any, len(list))
		for _, rec := range list {
			d.byUID[key][rec.(form.Record).Head().UID] = rec
		}
	}
	d.Catalogues = Catalogues(shipped, All(d, CatalogEntryForm))
	return d
}

// All gives the records of a register, in the order of the list.
func All[T any](d *Dossier, f form.Form[T]) []*T {
	list := d.records[f.Key]
	out := make([]*T, len(list))
	for i, rec := range list {
		out[i] = rec.(*T)
	}
	return out
}

// Find gives a record by UID, or nil.
func Find[T any](d *Dossier, f form.Form[T], uid string) *T {
	rec, _ := d.byUID[f.Key][uid].(*T)
	return rec
}

// Records gives the records of a register by key.
func (d *Dossier) Records(register string) []any { return d.records[register] }

// Record gives one record, or nil.
func (d *Dossier) Record(register, uid string) any { return d.byUID[register][uid] }

// Office is the controller; an empty one where nothing was typed yet.
func (d *Dossier) Office() *Office {
	if list := All(d, OfficeForm); len(list) > 0 {
		return list[0]
	}
	return &Office{}
}

// PrintsThen are the prints up to the day that the records are of, the newest first.
func (d *Dossier) PrintsThen() []Print {
	if d.AsOf == "" {
		return d.Prints
	}
	return slices.DeleteFunc(slices.Clone(d.Prints), func(p Print) bool { return form.DateOf(p.At) > d.AsOf })
}

// LastPrint is the last complete print of a paper, of a record where the paper is of
// one.
func (d *Dossier) LastPrint(kind, subject string) (last Print, ok bool) {
	prints := d.PrintsThen()
	i := slices.IndexFunc(prints, func(p Print) bool { return p.Kind == kind && p.Subject == subject && p.Revision > 0 })
	if i < 0 {
		return Print{}, false
	}
	return prints[i], true
}

// Registers lists the registers that the dossier holds.
func (d *Dossier) Registers() []Register { return d.registers }

// Book is the catalogues, with the office's own entries.
func (d *Dossier) Book() *catalogue.Book { return d.Catalogues }

// Today is the day of Now in Europe/Rome.
func (d *Dossier) Today() form.Date { return form.DateOf(d.Now) }

// Since gives the records of a register whose field, a moment, is of that day or
// later.
func (d *Dossier) Since(register, field string, day form.Date) []any {
	reg, ok := RegisterOf(d.registers, register)
	if !ok {
		return nil
	}
	var out []any
	f, from := reg.Field(field), day.Begins()
	for _, rec := range d.records[register] {
		if at, ok := f.Value(rec).(form.Moment); ok && !at.Before(from) {
			out = append(out, rec)
		}
	}
	return out
}

// Instant is Now, as what reads an office without a Dossier gives it too.
func (d *Dossier) Instant() time.Time { return d.Now }

var _ form.Names = (*Dossier)(nil)

// Ref is the title of a record, "" if there is none.
func (d *Dossier) Ref(register, uid string) string {
	reg, ok := RegisterOf(d.registers, register)
	rec := d.byUID[register][uid]
	if !ok || rec == nil {
		return ""
	}
	return reg.Named(rec, d)
}

// Entry is the label of a catalogue entry, the slug itself if it is unknown.
func (d *Dossier) Entry(name, slug string) string { return d.Catalogues.Label(name, slug) }
