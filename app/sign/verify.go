package sign

import (
	"bytes"
	"cmp"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"
	"unicode/utf16"

	"github.com/smallstep/pkcs7"
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

// parse reads the first of some forms of a CMS message that can be read: zeros
// at the end may be its own or those of the hole.
func parse(forms ...[]byte) (m *pkcs7.PKCS7, err error) {
	err = errors.New("no message")
	for _, data := range forms {
		if err = shallow(data); err != nil {
			continue
		}
		if m, err = pkcs7.Parse(data); err == nil {
			return m, nil
		}
	}
	return nil, err
}

// signers checks each signature of a message over its content.
func signers(m *pkcs7.PKCS7) []Signature {
	all := m.Signers
	defer func() { m.Signers = all }()
	out := make([]Signature, len(all))
	for i := range all {
		m.Signers = all[i : i+1]
		leaf := m.GetOnlySigner()
		if leaf == nil {
			out[i].Verdict = Unreadable
			continue
		}
		s := Signature{Name: nameOf(leaf), Issuer: cmp.Or(leaf.Issuer.CommonName, leaf.Issuer.String()), NotBefore: leaf.NotBefore, NotAfter: leaf.NotAfter}
		for _, a := range all[i].AuthenticatedAttributes {
			switch {
			case a.Type.Equal(oidSigningTime):
				if _, err := asn1.Unmarshal(a.Value.Bytes, &s.At); err != nil {
					s.At = time.Time{}
				}
			case a.Type.Equal(oidCertificateV2):
				if !names(a.Value.Bytes, leaf) {
					s.Verdict = Broken
				}
			}
		}
		if s.Verdict == Valid {
			s.Verdict = verdictOf(m.Verify())
		}
		out[i] = s
	}
	return out
}

// verdictOf reads the answer of the library.
func verdictOf(err error) Verdict {
	var other *pkcs7.MessageDigestMismatchError
	var time *pkcs7.SigningTimeNotValidError
	switch {
	case err == nil, errors.As(err, &time): // which InTime tells
		return Valid
	case errors.As(err, &other):
		return Changed
	case errors.Is(err, pkcs7.ErrUnsupportedAlgorithm), errors.Is(err, x509.ErrUnsupportedAlgorithm):
		return Unreadable
	}
	var insecure x509.InsecureAlgorithmError
	if errors.As(err, &insecure) {
		return Unreadable
	}
	return Broken
}

// names says that a signing-certificate-v2 is of a certificate: without it
// another one of the same key could be put in its place.
func names(value []byte, leaf *x509.Certificate) bool {
	var of signingCertificate
	if _, err := asn1.Unmarshal(value, &of); err != nil || len(of.Certificates) == 0 {
		return false
	}
	first := of.Certificates[0]
	hash := crypto.SHA256
	for oid, h := range map[string]crypto.Hash{"2.16.840.1.101.3.4.2.2": crypto.SHA384, "2.16.840.1.101.3.4.2.3": crypto.SHA512} {
		if first.Algorithm.Algorithm.String() == oid {
			hash = h
		}
	}
	h := hash.New()
	h.Write(leaf.Raw)
	return bytes.Equal(h.Sum(nil), first.Digest)
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

// readMoment reads D:20261122174200+01'00'.
func readMoment(text string) (time.Time, bool) {
	for _, layout := range []string{"D:20060102150405-07'00'", "D:20060102150405-07'00", "D:20060102150405Z07:00", "D:20060102150405"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// text reads a string of a PDF, in UTF-16 or in letters of one byte.
func text(value []byte) string {
	if len(value) < 2 {
		return ""
	}
	raw := value[1 : len(value)-1]
	switch value[0] {
	case '<':
		out := make([]byte, hex.DecodedLen(len(raw)))
		if _, err := hex.Decode(out, raw); err != nil {
			return ""
		}
		raw = out
	case '(':
		raw = unescaped(raw)
	default:
		return ""
	}
	if rest, ok := bytes.CutPrefix(raw, []byte{0xfe, 0xff}); ok {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return string(utf16.Decode(units))
	}
	out := make([]rune, len(raw))
	for i, b := range raw {
		out[i] = rune(b)
	}
	return string(out)
}

var escape = regexp.MustCompile(`(?s)\\([0-7]{1,3}|.)`)

func unescaped(raw []byte) []byte {
	return escape.ReplaceAllFunc(raw, func(m []byte) []byte {
		if n, err := strconv.ParseUint(string(m[1:]), 8, 16); err == nil {
			return []byte{byte(n)}
		}
		switch m[1] {
		case 'n':
			return []byte("\n")
		case 'r':
			return []byte("\r")
		case 't':
			return []byte("\t")
		}
		return m[1:]
	})
}

// shallow refuses a message that nests deeper than any signature does: the
// library would follow it to the bottom.
func shallow(data []byte) error {
	const deepest = 64
	var ends []int // of what is open; -1 where a mark ends it
	for i := 0; i < len(data); {
		for len(ends) > 0 && ends[len(ends)-1] >= 0 && i >= ends[len(ends)-1] {
			ends = ends[:len(ends)-1]
		}
		if i+1 >= len(data) || i > 0 && len(ends) == 0 {
			break // what stands behind the message is not read
		}
		constructed := data[i]&0x20 != 0
		if data[i]&0x1f == 0x1f {
			return errors.New("a tag of many bytes")
		}
		if data[i] == 0 && data[i+1] == 0 && len(ends) > 0 {
			ends = ends[:len(ends)-1]
			i += 2
			continue
		}
		length, next := int(data[i+1]), i+2
		if length > 0x80 {
			n := length & 0x7f
			if n > 4 || next+n > len(data) {
				return errors.New("a length without end")
			}
			length = 0
			for _, b := range data[next : next+n] {
				length = length<<8 | int(b)
			}
			next += n
		} else if length == 0x80 {
			length = -1
		}
		switch {
		case !constructed && length < 0, length > len(data)-next:
			return errors.New("a length beyond the end")
		case !constructed:
			i = next + length
		default:
			end := -1
			if length >= 0 {
				end = next + length
			}
			if ends = append(ends, end); len(ends) > deepest {
				return fmt.Errorf("a message nested deeper than %d", deepest)
			}
			i = next
		}
	}
	return nil
}
