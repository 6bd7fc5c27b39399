package app

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/form"
)

// Request is what a data subject asks of the office, and how it is answered
// (artt. 12–22 GDPR; spec 3.1, Richieste; 6-details, 23).
type Request struct {
	form.Meta
	Number   string // "3/2026"; given by the program, never again
	Received form.Date
	Means    string
	NotedBy  string // person who wrote down what was said
	Words    string
	Files    []form.File

	Subject, SubjectContacts     string
	Asker                        string
	Applicant, ApplicantContacts string // who asks for another
	ApplicantPaper               string
	Helper                       string // a trusted person at the side of who asks

	Identity                          string // how it was checked
	IdentityOn, ProofAsked, ProofCame form.Date
	ProofWhy                          string

	Rights       []string // of the legal list SubjectRights
	Extent, Data string
	Wanted       string // the form of the answer that was asked for
	Treatments   []string

	Extended    form.Date // told of the extension on
	ExtendedWhy string

	Stopped              form.Date // marketing, or what rested on consent, stopped on
	Done                 string
	Outcome              string
	Ground, GroundWhy    string // of a refusal
	Limit                string
	Charge               form.Int
	ChargeWhy            string
	Answered             form.Date
	AnsweredBy           string // the means of the answer
	Remedies             string // yes, no: complaint and judicial remedy were told
	AnswerFiles          []form.File
	Recipients           []*RequestRecipient
	NoRecipients         bool
	RecipientsWhy        string
	Annulled             form.Date
	AnnulledWhy, Remarks string
}

// RequestRecipient is somebody who had the data and is told of their rectification,
// erasure or restriction (art. 19 GDPR).
type RequestRecipient struct {
	Supplier, Other string
	What            string // what changes, in the words of the notice
	Told            form.Date
	How             string
}

// RequestRecipientName is what a recipient is called.
func RequestRecipientName(r *RequestRecipient, n form.Names) string {
	return cmp.Or(n.Ref(SupplierForm.Key, r.Supplier), r.Other)
}

// Who asks. The last two are for a dead person (art. 2-terdecies Codice).
const (
	AsksSelf     = "self"
	AsksProxy    = "proxy"
	AsksGuardian = "guardian"
	AsksOwn      = "own"
	AsksFamily   = "family"
)

// The rights, as the legal list SubjectRights names them.
const (
	RightAccess        = "access"
	RightRectification = "rectification"
	RightErasure       = "erasure"
	RightRestriction   = "restriction"
	RightPortability   = "portability"
	RightObjection     = "objection"
	RightMarketing     = "marketing"
	RightConsent       = "consent"
	RightAutomated     = "automated"
)

// How a request ends.
const (
	RequestGranted = "granted"
	RequestPart    = "part"
	RequestRefused = "refused"
)

// Why a request is refused, in whole or in part.
const (
	GroundRight     = "right"     // the conditions of the right are not there
	GroundLimit     = "limit"     // the law limits it
	GroundIdentity  = "identity"  // who asks could not be identified (art. 12(2))
	GroundUnfounded = "unfounded" // manifestly (art. 12(5))
	GroundExcessive = "excessive" // manifestly (art. 12(5))
)

// Oral says that the request was spoken: somebody of the office writes it down.
func (q *Request) Oral() bool { return q.Means == "oral" || q.Means == "phone" }

// ForOther says that somebody asks for another.
func (q *Request) ForOther() bool { return q.Asker != "" && q.Asker != AsksSelf }

// Who is the person that the office writes to: who asks, else the data subject.
func (q *Request) Who() (name, contacts string) {
	if q.ForOther() && written(q.Applicant) {
		return q.Applicant, q.ApplicantContacts
	}
	return q.Subject, q.SubjectContacts
}

// Asks says that the request is of one of these rights.
func (q *Request) Asks(rights ...string) bool {
	return slices.ContainsFunc(q.Rights, func(r string) bool { return slices.Contains(rights, r) })
}

// Denied says that it was refused, at least in part.
func (q *Request) Denied() bool { return q.Outcome == RequestRefused || q.Outcome == RequestPart }

// Granted says that it was granted, at least in part.
func (q *Request) Granted() bool { return q.Outcome == RequestGranted || q.Outcome == RequestPart }

// Abusive says that it was refused as manifestly unfounded or excessive, which the
// controller has to show (art. 12(5) GDPR).
func (q *Request) Abusive() bool { return q.Ground == GroundUnfounded || q.Ground == GroundExcessive }

// Stops says that what it asks for is to be stopped at once, without waiting for
// the answer: marketing (art. 21(3)), what rests on consent (art. 7(3)).
func (q *Request) Stops() bool { return q.Asks(RightMarketing, RightConsent) }

// TellsRecipients says that those who had the data are to be told of what was done
// (art. 19 GDPR).
func (q *Request) TellsRecipients() bool {
	return q.Asks(RightRectification, RightErasure, RightRestriction)
}

// Earlier gives the requests of the same person that came before, the latest
// first; those annulled are none. Names are compared without case, accents, spaces
// and order, as they are typed by hand.
func (q *Request) Earlier(r Records) []*Request {
	mine := sameName(q.Subject)
	if mine == "" || q.Received == "" {
		return nil
	}
	var out []*Request
	for _, rec := range r.Records(RequestForm.Key) {
		x := rec.(*Request)
		before := x.Received < q.Received || x.Received == q.Received && q.UID() != "" && x.UID() < q.UID()
		if x.UID() != q.UID() && x.Annulled == "" && x.Received != "" && before && sameName(x.Subject) == mine {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *Request) int { return strings.Compare(string(b.Received), string(a.Received)) })
	return out
}

// sameName is a name as two spellings of it have in common.
func sameName(name string) string {
	words := strings.Fields(catalogue.Fold(name))
	slices.Sort(words)
	return strings.Join(words, " ")
}
