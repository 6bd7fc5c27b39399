package app

import (
	"time"

	"tutela/app/form"
)

// By is who makes a change. It is declared, not proven: a name chosen among the
// people, or that of the system's user (decision A1).
type By struct{ Who string }

// Row is a record as lists show it.
type Row struct {
	UID, Title, Second string
	Ended, Complete    bool
	Updated            time.Time
}

// Hit is a record of any register: what a search found, or who uses another.
type Hit struct {
	Register string
	Row
}

// Query chooses the rows of a list. The words of Text are looked for anywhere in
// a record, as beginnings of words, whatever their accents.
type Query struct {
	Text string
	// Ended takes in records that are kept for the history alone.
	Ended bool
}

// Draft is a record being edited, as kept at every pause of a second.
type Draft struct {
	Key      string // names the editor: register and UID, or register and "new"
	Register string
	UID      string // "" while the record is new
	Body     []byte // as form.Editor.Draft gives it
	At       time.Time
}

// DraftKey names the draft of a record; uid is "" for a new one.
func DraftKey(register, uid string) string {
	if uid == "" {
		uid = "new"
	}
	return register + ":" + uid
}

// The states of a printed paper (spec 3.6).
const (
	PrintDraft      = "bozza"
	PrintPrinted    = "stampato"
	PrintSigned     = "firmato"
	PrintSuperseded = "superato"
)

// PrintRegister is what the audit trail calls the printed papers.
const PrintRegister = "print"

// Print is a paper as it was printed, kept with its bytes.
type Print struct {
	UID      string
	Kind     string // of the paper
	Title    string
	Register string // of the subject; "" for papers of the whole office
	Subject  string // UID; "" likewise
	Revision int64  // counts the complete prints of the same paper and subject; 0 for a draft
	At       time.Time
	Who      string
	State    string
	SHA256   string // of the PDF, lower-case hex
	Facts    string // SHA-256 of what it was made of
	PDF      []byte // given when kept; not read back in lists
	// Layout is what stands where on its pages, as pdf.Paper.Pack gives it: the
	// preview shows it again. Given when kept, not read back in lists; nil where
	// there is only the PDF.
	Layout []byte
	// Description is what was typed for a final edition of the document.
	Description string
	// Signers are those who sign it, in the order of their lines, and Signed the
	// forms in which it was signed, the oldest first.
	Signers []PrintSigner
	Signed  []SignedForm
}

// Touched is how many records of a register were changed in some time.
type Touched struct {
	Register string
	Records  int
}

// The actions of a Change.
const (
	ActionCreate  = "create"
	ActionUpdate  = "update"
	ActionDelete  = "delete"
	ActionRestore = "restore"
	ActionErase   = "erase"
	ActionPrint   = "print"
	ActionImport  = "import"
	ActionSign    = "sign"   // of a printed paper: a signed form was kept
	ActionUnsign  = "unsign" // a signed form that was not of it was taken away
	ActionReview  = "review" // «Confermo senza modifiche»: no update
)

// Change is one row of the audit trail: what was done, and where it stands in
// the chain.
type Change struct {
	Seq      int64
	At       time.Time
	Who      string // declared
	HostUser string // of the computer
	Action   string
	Register string
	UID      string
	Payload  []byte // canonical JSON after the change; nil where lawfully erased
	Digest   string // SHA-256 of the payload, hex
	Prev     string
	Hash     string
}

// Record is what the change left of a record of the register t; nil where it
// left none, or what it left was lawfully erased.
func (c Change) Record(t *form.Type) (any, error) {
	if len(c.Payload) == 0 || string(c.Payload) == "null" {
		return nil, nil
	}
	return t.Decode(c.Payload)
}

var _ form.Record = (*Office)(nil)
