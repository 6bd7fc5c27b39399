package app

import (
	"encoding/json"

	"tutela/app/form"
)

// TrailRegister stands in the trail for what was done to the trail itself: the
// lawful erasure of contents. No form has this key.
const TrailRegister = "trail"

// TrailQuery chooses changes of an office; what is zero chooses nothing away.
type TrailQuery struct {
	// Text is looked for in the names of records and papers, word by word; eight
	// or more hex digits alone are the beginning of a value of the chain.
	Text     string
	Who      string    // as declared
	Register string    // key of a register, PrintRegister or TrailRegister
	UID      string    // with Register: one record alone
	From, To form.Date // days in Rome, both included
}

// TrailRow is a change as a list shows it, without its payload.
type TrailRow struct {
	Change
	Title string // of the record or paper, "" where nothing is left to tell it
	There bool   // the record or paper still exists
}

// Trace is what the trail holds of one record.
type Trace struct {
	Register, UID string
	Title         string // "" where nothing is left to tell it
	There         bool   // the record still exists: its last version stays
	Changes       int    // contents that an erasure would blank
}

// TrailErasure is a lawful erasure from the trail (art. 5(1)(e), art. 17 GDPR):
// whose contents go, and why. It is written to the trail itself, so Why names
// nobody.
type TrailErasure struct {
	Why     string        `json:"why"`
	Records []ErasedTrace `json:"records"`
}

// ErasedTrace is one record of a TrailErasure.
type ErasedTrace struct {
	Register string `json:"register"`
	UID      string `json:"uid"`
	Changes  int    `json:"changes"` // contents that were blanked
}

// TrailErasureOf reads what a change of the TrailRegister says; nil where it is
// of another.
func TrailErasureOf(c Change) *TrailErasure {
	if c.Register != TrailRegister || len(c.Payload) == 0 {
		return nil
	}
	var e TrailErasure
	if json.Unmarshal(c.Payload, &e) != nil {
		return nil
	}
	return &e
}

// ChainReport is what a reckoning of the whole trail found.
type ChainReport struct {
	Rows   int64  // of the trail
	Erased int64  // payloads that were lawfully erased
	Head   string // hash of the last row, "" where there is none
	Faults []Fault
}

// OK says that the trail holds together.
func (r ChainReport) OK() bool { return len(r.Faults) == 0 }

// Fault is one place where the trail, or a record, is not as it was written.
type Fault struct {
	Seq  int64  // row of the trail; 0 for a record
	Text string // a sentence for people
}
