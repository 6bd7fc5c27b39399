package app

import (
	"time"

	"tutela/app/form"
)

// How a printed paper was signed.
const (
	SignedOnPaper = "scan" // the scan of the sheet
	SignedInside  = "pdf"  // a PDF with its signatures in it
	SignedAround  = "p7m"  // a file around the PDF
)

// PrintSigner is a line to sign on of a printed paper.
type PrintSigner struct {
	Role, Name string // as printed; the name may be empty
	Signed     string // UID of the form in which it was signed; "" not yet
}

// SignedForm is a form in which a printed paper came back signed.
type SignedForm struct {
	UID    string
	Print  string // UID of the paper
	How    string
	Name   string // of the file
	MIME   string
	SHA256 string    // of its bytes, lower-case hex
	Day    form.Date // on which it was signed
	Signer string    // what the certificates say, "" on paper
	At     time.Time // when it was put here, and by whom
	Who    string
	Lines  []int  // the places among Print.Signers that it signs; given when kept
	Data   []byte // given when kept; not read back in lists
}

// Unsigned are the places of those who have not signed yet.
func (p Print) Unsigned() (out []int) {
	for i, s := range p.Signers {
		if s.Signed == "" {
			out = append(out, i)
		}
	}
	return out
}

// ToSign says that a paper waits for somebody's signature.
func (p Print) ToSign() bool { return p.State == PrintPrinted && len(p.Unsigned()) > 0 }

// Signable refuses to have a paper signed that has no revision (decision A28).
func (p Print) Signable() error {
	if p.Revision == 0 {
		return &Refusal{What: "Una bozza non si firma: manca qualcosa.", Do: "Completate la scheda e stampate di nuovo il documento."}
	}
	return nil
}
