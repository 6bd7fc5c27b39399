package app

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"tutela/app/form"
)

// signedFields are the fields that a letter states: if one changes after the
// signature, the letter no longer says what holds. Dates, notes, copies and scans
// are not among them.
var signedFields = []string{
	"role", "person", "supplier", "substitute", "treatments", "archives", "systems", "rooms", "sites", "tools", "scope_note", "appointer", "delegation",
}

// settle takes down what is signed when the date of a signature is first saved, or
// changes with a new letter: the date, then a short digest of each field that the
// letter states. It is kept with the record, so that it travels with exports and
// a later change is told field by field whoever made it: the date of the last
// change would not do, since a note or a scan changes that too. Digests, not
// values: history and exports hold no second copy.
func (a *Appointment) settle() {
	if a.Signed == "" {
		a.SignedFacts = ""
	} else if !strings.HasPrefix(a.SignedFacts, string(a.Signed)+" ") {
		a.SignedFacts = a.facts()
	}
}

func (a *Appointment) facts() string {
	out := []string{string(a.Signed)}
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
		text = strings.Join(v, " ")
	}
	if text == "" {
		return "-"
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// Changed gives the keys of the fields that say otherwise than the signed letter.
// A date of signature that was just typed, and not saved, is of a new letter.
func (a *Appointment) Changed() []string {
	parts := strings.Fields(a.SignedFacts)
	if a.Signed == "" || len(parts) == 0 || parts[0] != string(a.Signed) {
		return nil
	}
	var out []string
	for _, part := range parts[1:] {
		key, sum, _ := strings.Cut(part, ":")
		if f := appointmentType.Field(key); f != nil && factOf(f, a) != sum {
			out = append(out, key)
		}
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
