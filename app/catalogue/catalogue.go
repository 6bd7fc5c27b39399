// Package catalogue holds the lists of choices of the registers: purposes, kinds
// of data, recipients, measures, countries and so on.
//
// The lists ship as dated JSON files in package assets; the office adds entries
// of its own. Records hold the slug of an entry, which never changes, so a label
// may be corrected and a withdrawn entry stays readable on old papers.
package catalogue

import "strings"

// Catalogue is one list, as its file holds it.
type Catalogue struct {
	Name       string // "purpose": the file's name and the key in forms
	Title      string // "Finalità del trattamento"
	Dated      string // yyyy-mm-dd, when its facts were last looked at
	Note       string // what the list is and is not, in Italian
	FileOrder  bool   // the order of the law, not of the alphabet
	Attributes []Attribute
	Entries    []Entry // in the file's order, withdrawn ones included
}

// Attribute is something that the checks read of an entry.
type Attribute struct {
	Key      string
	Label    string
	Many     bool    // holds any number of values, separated by spaces
	Optional bool    // an entry may leave it unsaid
	From     string  // its values are the slugs of this catalogue
	Values   []Value // its values; with neither From nor Values it is free text
}

// Value is one value that an attribute may take.
type Value struct{ Value, Label string }

// Entry is one choice of a list.
type Entry struct {
	Catalogue string
	Slug      string // lower case, ASCII, kebab; never changes
	Label     string // as it is chosen and printed
	Help      string // one sentence on what to write or to mind; may be empty
	Attr      map[string]string
	Withdrawn bool // no longer offered, still readable
	Own       bool // added by the office
}

// Is says whether the attribute is "yes".
func (e Entry) Is(key string) bool { return e.Attr[key] == "yes" }

// Has says whether the value is among those of the attribute.
func (e Entry) Has(key, value string) bool {
	for v := range strings.FieldsSeq(e.Attr[key]) {
		if v == value {
			return true
		}
	}
	return false
}

// Values gives the values of an attribute that holds many, in the file's order.
func (e Entry) Values(key string) []string { return strings.Fields(e.Attr[key]) }

// Attribute gives the declaration of an attribute.
func (c Catalogue) Attribute(key string) (Attribute, bool) {
	for _, a := range c.Attributes {
		if a.Key == key {
			return a, true
		}
	}
	return Attribute{}, false
}

// Word is the Italian word of a value; the value itself if it is not declared.
func (a Attribute) Word(value string) string {
	for _, v := range a.Values {
		if v.Value == value {
			return v.Label
		}
	}
	return value
}
