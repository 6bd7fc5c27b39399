package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/assets"
)

// HouseRule is one of the thirty-two measures that an office keeps to (spec 3.3;
// 6-details, 26), as the file of the program has it.
type HouseRule struct {
	Number int
	Title  string
	Group  string // key of a HouseGroup
	About  string // what it looks at, a sentence
	Today  string // how it stands, in a few words; {months} and so on are its values
	// Off is how it stands where it is switched off; "" is one that cannot be.
	Off string
	// ModernOff switches it off in the profile «moderno» (decision A24).
	ModernOff bool `json:"modern_off"`
	Values    []HouseValue
	// Fixed says in a sentence that nothing of it can be changed, and why; "" where
	// something can.
	Fixed string
	Law   string // what asks for it today
	// Source is the old document's sections, then points of the old Disciplinare.
	Source string
}

// HouseValue is a number of a rule, with its bounds, both included.
type HouseValue struct {
	Unit                 string // one of the Unit constants
	Default, Least, Most int
	Modern               *int // in the profile «moderno», where it is another
}

// The units of values; each is also the key of the field that changes it. A day is
// kept as month and day: 331 is 31 March.
const (
	UnitCharacters    = "characters"
	UnitLetters       = "letters"
	UnitDigits        = "digits"
	UnitMonths        = "months"
	UnitSpecialMonths = "special_months" // where special or criminal data are
	UnitDays          = "days"
	UnitDay           = "day"
)

// HouseGroup is some rules about one thing.
type HouseGroup struct{ Key, Title string }

type houseFile struct {
	Dated, Note string
	Groups      []HouseGroup
	Rules       []*HouseRule
}

// houseData is read when the program starts, as forms are made of it; a broken
// file is a programmer's error that any test meets.
var houseData = func() (f houseFile) {
	if err := json.Unmarshal(assets.HouseRules, &f); err != nil {
		panic(fmt.Sprintf("house-rules.json: %v", err))
	}
	for i, r := range f.Rules {
		if r.Number != i+1 {
			panic(fmt.Sprintf("house-rules.json: rule %d stands as %d", r.Number, i+1))
		}
	}
	return f
}()

// HouseRules are all rules, by number.
func HouseRules() []*HouseRule { return houseData.Rules }

// HouseGroups are the things that the rules are about, in the order of the screen.
func HouseGroups() []HouseGroup { return houseData.Groups }

// Label is how a rule is called.
func (r *HouseRule) Label() string { return strconv.Itoa(r.Number) + ". " + r.Title }

// value finds a value by its unit; nil where the rule has none.
func (r *HouseRule) value(unit string) *HouseValue {
	if r == nil {
		return nil
	}
	if i := slices.IndexFunc(r.Values, func(v HouseValue) bool { return v.Unit == unit }); i >= 0 {
		return &r.Values[i]
	}
	return nil
}

// fault says in a sentence what is wrong with a number; "" if nothing.
func (v *HouseValue) fault(n int) string {
	if n < v.Least || n > v.Most {
		return fmt.Sprintf("Per questa regola va da %s a %s.", v.words(v.Least), v.words(v.Most))
	}
	return ""
}

// words is a number with its unit.
func (v *HouseValue) words(n int) string {
	one, many := "", ""
	switch v.Unit {
	case UnitDay:
		return dayName(n)
	case UnitCharacters:
		one, many = "carattere", "caratteri"
	case UnitLetters:
		one, many = "lettera", "lettere"
	case UnitDigits:
		one, many = "cifra", "cifre"
	case UnitDays:
		one, many = "giorno", "giorni"
	default:
		one, many = "mese", "mesi"
	}
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// dayName is a day of the year as 31 marzo.
func dayName(n int) string { return strconv.Itoa(n%100) + " " + form.MonthName(n/100) }

// houseCatalogue offers the rules of which something can be changed.
func houseCatalogue() catalogue.Catalogue {
	c := catalogue.Catalogue{Name: "house-rule", Title: "Regole della casa", Dated: houseData.Dated, Note: houseData.Note, FileOrder: true}
	for _, r := range houseData.Rules {
		c.Entries = append(c.Entries, catalogue.Entry{
			Catalogue: c.Name, Slug: strconv.Itoa(r.Number), Label: r.Label(), Help: r.About, Withdrawn: r.Fixed != "",
		})
	}
	return c
}
