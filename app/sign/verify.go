package sign

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// Verdict says how a signature stands.
type Verdict int

// The verdicts.
const (
	// Valid: the bytes are those that were signed, by the key of the certificate.
	Valid Verdict = iota
	// Changed: the bytes are not those that were signed.
	Changed
	// Broken: the signature itself is not of the certificate that it names.
	Broken
	// Unreadable: it is made in a way that cannot be checked here.
	Unreadable
)

// Signature is a signature as it was found.
type Signature struct {
	Verdict Verdict
	// Name and Issuer are what the certificate says of whom it is and of who gave
	// it. Nobody is asked whether that is so.
	Name, Issuer        string
	NotBefore, NotAfter time.Time
	// At is when it was made, as the signer's computer says; zero where it says
	// nothing.
	At     time.Time
	Reason string
	// Covered is how many bytes of a PDF, from its beginning, stand under the
	// signature, its own hole included; 0 for one around a file.
	Covered int
	// Extended says that something was added to the PDF behind this signature, and
	// that no other signature covers it: what a program keeps for checking it in
	// years to come, or anything else.
	Extended bool
}

// InTime says whether the certificate was valid when the signature was made, as
// far as the signer says, or else at the given moment.
func (s Signature) InTime(now time.Time) bool {
	if !s.At.IsZero() {
		now = s.At
	}
	return !now.Before(s.NotBefore) && !now.After(s.NotAfter)
}

var rangeOf = regexp.MustCompile(`/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]`)

// mostSignatures is more than a paper has lines to sign on.
const mostSignatures = 100

// InPDF finds and checks the signatures of a PDF, the oldest first. It looks at
// the bytes and not at the tables, so that it reads what any program signed: a
// signature is a hole, and all around it is what was signed.
func InPDF(data []byte) []Signature {
	var out []Signature
	for _, m := range rangeOf.FindAllSubmatchIndex(data, mostSignatures) {
		hole, err1 := strconv.Atoi(string(data[m[2]:m[3]]))
		end, err2 := strconv.Atoi(string(data[m[4]:m[5]]))
		rest, err3 := strconv.Atoi(string(data[m[6]:m[7]]))
		if errors.Join(err1, err2, err3) != nil || hole < 1 || end < hole+2 || end > len(data) || rest > len(data)-end {
			out = append(out, Signature{Verdict: Changed})
			continue
		}
		about := dictAround(data, m[0])
		if string(about.get("SubFilter")) == "/ETSI.RFC3161" {
			continue // a time stamp: nobody's signature
		}
		s := ofHole(data, hole, end, end+rest)
		s.describe(about)
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Signature) int { return cmp.Compare(a.Covered, b.Covered) })
	for i := range out {
		last := i == len(out)-1
		out[i].Extended = last && out[i].Covered > 0 && len(bytes.TrimSpace(data[out[i].Covered:])) > 0
	}
	return out
}

// ofHole checks the signature whose hole is data[hole:end] and which covers the
// rest of data[:to].
func ofHole(data []byte, hole, end, to int) Signature {
	s := Signature{Verdict: Changed, Covered: to}
	gap := data[hole:end]
	if gap[0] != '<' || gap[len(gap)-1] != '>' {
		return s // something else than a signature would stand unsigned in the hole
	}
	der := make([]byte, hex.DecodedLen(len(gap)-2))
	if _, err := hex.Decode(der, gap[1:len(gap)-1]); err != nil {
		return s
	}
	m, err := parse(bytes.TrimRight(der, "\x00"), der)
	if err != nil || len(m.Signers) != 1 || len(m.Content) > 0 {
		s.Verdict = Unreadable
		return s
	}
	m.Content = slices.Concat(data[:hole], data[end:to])
	found := signers(m)[0]
	found.Covered = to
	return found
}

// dictAround is the dictionary of a signature, found by the place of its byte
// range; nil where it cannot be read.
func dictAround(data []byte, at int) dict {
	from := bytes.LastIndex(data[:at], []byte("obj"))
	if from < 0 {
		return nil
	}
	d, _, err := readDict(data, space(data, from+len("obj")))
	if err != nil {
		return nil
	}
	return d
}

// describe reads when and why one has signed.
func (s *Signature) describe(d dict) {
	if t, ok := readMoment(text(d.get("M"))); ok && s.At.IsZero() {
		s.At = t
	}
	s.Reason = text(d.get("Reason"))
}
