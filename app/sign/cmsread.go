package sign

import (
	"bytes"
	"cmp"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/smallstep/pkcs7"
)

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
	// The library has no type for an algorithm that it does not know, as RSA-PSS.
	if errors.As(err, &insecure) || strings.Contains(err.Error(), "unsupported") {
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
