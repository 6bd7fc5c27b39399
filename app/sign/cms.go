package sign

import (
	"bytes"
	"cmp"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"slices"
)

// The object identifiers of a CMS signature (RFC 5652, RFC 5035, RFC 5754).
var (
	oidData           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidCertificateV2  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidSHA256         = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidRSA            = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidECDSAAndSHA256 = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
)

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue
}

type issuerAndSerial struct {
	Issuer asn1.RawValue
	Serial *big.Int
}

// certificateID is an ESSCertIDv2. The digest is SHA-256 where Algorithm is left
// out.
type certificateID struct {
	Algorithm pkix.AlgorithmIdentifier `asn1:"optional"`
	Digest    []byte
	Issuer    asn1.RawValue `asn1:"optional"`
}

type signingCertificate struct {
	Certificates []certificateID
	Policies     asn1.RawValue `asn1:"optional"`
}

type signerInfo struct {
	Version    int
	Issuer     issuerAndSerial
	Digest     pkix.AlgorithmIdentifier
	Attributes asn1.RawValue
	Algorithm  pkix.AlgorithmIdentifier
	Signature  []byte
}

type signedData struct {
	Version      int
	Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
	Content      struct{ Type asn1.ObjectIdentifier }
	Certificates asn1.RawValue
	Signers      []signerInfo `asn1:"set"`
}

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content signedData `asn1:"explicit,tag:0"`
}

// detached gives the signature of a SHA-256 digest, without what was digested.
// Its signed attributes are those of PAdES B-B and no others: above all no time,
// which such a signature leaves to the PDF.
func (id *Identity) detached(digest []byte) ([]byte, error) {
	of := sha256.Sum256(id.leaf.Raw)
	attributes, err := attributeSet(
		value{oidContentType, oidData}, value{oidMessageDigest, digest},
		value{oidCertificateV2, signingCertificate{Certificates: []certificateID{{Digest: of[:]}}}})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(attributes)
	signature, err := id.key.Sign(rand.Reader, sum[:], crypto.SHA256)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	// What is signed is the set; where it is written, it has a tag of its own.
	attributes[0] = 0xa0
	algorithm := pkix.AlgorithmIdentifier{Algorithm: oidRSA, Parameters: asn1.NullRawValue}
	if _, ok := id.key.(*ecdsa.PrivateKey); ok {
		algorithm = pkix.AlgorithmIdentifier{Algorithm: oidECDSAAndSHA256}
	}
	var certificates []byte
	for _, c := range id.chain {
		certificates = append(certificates, c.Raw...)
	}
	digestIs := pkix.AlgorithmIdentifier{Algorithm: oidSHA256}
	out := contentInfo{Type: oidSignedData, Content: signedData{
		Version: 1, Digests: []pkix.AlgorithmIdentifier{digestIs},
		Certificates: asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: certificates},
		Signers: []signerInfo{{
			Version: 1, Issuer: issuerAndSerial{asn1.RawValue{FullBytes: id.leaf.RawIssuer}, id.leaf.SerialNumber},
			Digest: digestIs, Attributes: asn1.RawValue{FullBytes: attributes}, Algorithm: algorithm, Signature: signature,
		}},
	}}
	out.Content.Content.Type = oidData
	der, err := asn1.Marshal(out)
	if err != nil {
		return nil, fmt.Errorf("write signature: %w", err)
	}
	return der, nil
}

// room is the most bytes that detached gives.
func (id *Identity) room() int {
	n := 4096
	for _, c := range id.chain {
		n += len(c.Raw)
	}
	return n
}

type value struct {
	kind asn1.ObjectIdentifier
	of   any
}

// attributeSet writes attributes in the order that DER asks of a set.
func attributeSet(list ...value) ([]byte, error) {
	var all [][]byte
	for _, v := range list {
		of, err := asn1.Marshal(v.of)
		if err != nil {
			return nil, fmt.Errorf("write attribute: %w", err)
		}
		one, err := asn1.Marshal(attribute{v.kind, asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: of}})
		if err != nil {
			return nil, fmt.Errorf("write attribute: %w", err)
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b []byte) int { return cmp.Or(bytes.Compare(a, b), len(a)-len(b)) })
	return asn1.Marshal(asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: bytes.Join(all, nil)})
}
