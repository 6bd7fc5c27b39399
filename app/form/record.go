package form

import "time"

// Head is what the store keeps of every record beside its fields.
type Head struct {
	UID      string    // UUIDv7; "" until first saved
	Created  time.Time // UTC; never changes
	Updated  time.Time // UTC; of the last saved change
	Revision int64     // counts the saved changes, from 1
}

// Record is a record of a register. Embedding Meta makes a struct one.
type Record interface{ Head() *Head }

// Meta is embedded by the struct of each register.
type Meta struct{ head Head }

// Head gives the record's identity and dates.
func (m *Meta) Head() *Head { return &m.head }

// UID is the name of the record in references, JSON and history.
func (m *Meta) UID() string { return m.head.UID }

// File is one attachment of a record. Its bytes stand in the store under SHA256.
type File struct {
	Name   string // as the user's own file was called
	MIME   string
	SHA256 string // lower-case hex
	Size   int64  // bytes
}

// Int is a whole number that may be unset. Money is an Int in cents.
type Int struct {
	N     int64
	Valid bool
}

// Number is a set Int.
func Number(n int64) Int { return Int{N: n, Valid: true} }

// Tri is the answer to a question of the paper forms. No answer is no default:
// the zero value is missing (decision A36).
type Tri string

// The answers of a Tri.
const (
	Unanswered Tri = ""
	Yes        Tri = "yes"
	No         Tri = "no"
	NotNeeded  Tri = "na"
)

// Label is the answer as the papers print it.
func (t Tri) Label() string {
	switch t {
	case Yes:
		return "Sì"
	case No:
		return "No"
	case NotNeeded:
		return "Non necessario"
	}
	return ""
}

// Option is one value of a choice.
type Option struct{ Value, Label string }

// TriOptions are the answers in the order of the papers.
func TriOptions() []Option {
	return []Option{{string(Yes), Yes.Label()}, {string(No), No.Label()}, {string(NotNeeded), NotNeeded.Label()}}
}
