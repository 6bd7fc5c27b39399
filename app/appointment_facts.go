package app

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// signedFields are the fields that a letter states: if one changes after the
// signature, the letter no longer says what holds. Dates, notes, copies and scans
// are not among them.
var signedFields = []string{
	"role", "person", "supplier", "substitute", "treatments", "archives", "systems", "rooms", "sites", "tools", "scope_note", "appointer", "delegation",
}

// nameFact is the key of the fact that is no field: how the holder is called.
const nameFact = "name"

// settle takes down what is signed when the date of a signature is first saved, or
// changes with a new letter: the date, then a short digest of each field that the
// letter states. It is kept with the record, so that it travels with exports and
// a later change is told field by field whoever made it: the date of the last
// change would not do, since a note or a scan changes that too. Digests, not
// values: history and exports hold no second copy.
func (a *Appointment) settle(n form.Names) {
	if a.Signed == "" {
		a.SignedFacts = ""
	} else if !strings.HasPrefix(a.SignedFacts, string(a.Signed)+" ") {
		a.SignedFacts = a.facts(n)
	}
}

func (a *Appointment) facts(n form.Names) string {
	out := []string{string(a.Signed)}
	if a.Holder(n) != "" {
		out = append(out, nameFact+":"+nameSum(a, n))
	}
	for _, key := range signedFields {
		out = append(out, key+":"+factOf(appointmentType.Field(key), a))
	}
	return strings.Join(out, " ")
}

// appointmentType is set by the list of registers' own reading of the form: a
// variable of its own would make the form depend on itself.
var appointmentType *form.Type

func init() { appointmentType = AppointmentForm.Type() }

func factOf(f *form.Field, rec any) string {
	text := ""
	switch v := f.Value(rec).(type) {
	case string:
		text = v
	case []string:
		text = strings.Join(slices.Sorted(slices.Values(v)), " ") // their order says nothing
	}
	return sumOf(text)
}

// nameSum is the digest of the name in the letter. An accent or a capital put
// right does not make it another one.
func nameSum(a *Appointment, n form.Names) string { return sumOf(catalogue.Fold(a.Holder(n))) }

// holderField is the key of the field that says whom the role is given to.
func (a *Appointment) holderField() string {
	if a.Person == "" && a.Supplier != "" {
		return "supplier"
	}
	return "person"
}

func sumOf(text string) string {
	if text == "" {
		return "-"
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// Changed gives the keys of the fields that say otherwise than the signed letter.
// A date of signature that was just typed, and not saved, is of a new letter.
func (a *Appointment) Changed(n form.Names) []string {
	parts := strings.Fields(a.SignedFacts)
	if a.Signed == "" || len(parts) == 0 || parts[0] != string(a.Signed) {
		return nil
	}
	var out []string
	renamed := false
	for _, part := range parts[1:] {
		key, sum, _ := strings.Cut(part, ":")
		if key == nameFact {
			renamed = a.Holder(n) != "" && nameSum(a, n) != sum
		}
		if f := appointmentType.Field(key); f != nil && factOf(f, a) != sum {
			out = append(out, key)
		}
	}
	if holder := a.holderField(); renamed && !slices.Contains(out, holder) {
		out = append(out, holder)
	}
	return out
}

// NewDuties gives the duties that a person took up or laid down after a letter was
// signed, up to a day.
func NewDuties(p *Person, signed, day form.Date) []*Duty {
	since := func(d form.Date) bool { return d > signed && d <= day }
	var out []*Duty
	for _, d := range p.Duties {
		if signed != "" && (since(d.From) || since(d.To)) {
			out = append(out, d)
		}
	}
	return out
}
