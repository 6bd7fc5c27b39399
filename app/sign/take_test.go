package sign

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"slices"
	"strings"
	"testing"

	"github.com/smallstep/pkcs7"

	"tutela/app"
)

// around signs a file as a smart card program does, with the content inside and
// the time among what is signed.
func around(t testing.TB, id *Identity, content []byte) []byte {
	t.Helper()
	m, err := pkcs7.NewSignedData(content)
	if err != nil {
		t.Fatal(err)
	}
	m.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := m.AddSigner(id.leaf, id.key, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	out, err := m.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func TestTake(t *testing.T) {
	a := newAuthority(t)
	p, plain := letter(t)
	marta, elena := a.identity(t, "Marta Bianchi", rsaKey(t)), a.identity(t, "Elena Ferri", ecKey(t))
	inside := signed(t, plain, marta, fieldAt(t, p, 0, "Firmato"))
	p7m := around(t, marta, plain)
	for _, c := range []struct {
		name   string
		data   []byte
		around bool
		by     []string
	}{
		{"in the PDF", inside, false, []string{"Marta Bianchi"}},
		{"in the PDF twice", signed(t, inside, elena, fieldAt(t, p, 1, "Firmato")), false, []string{"Marta Bianchi", "Elena Ferri"}},
		{"around it", p7m, true, []string{"Marta Bianchi"}},
		{"around it twice", around(t, elena, p7m), true, []string{"Elena Ferri", "Marta Bianchi"}},
		{"around one that is signed", around(t, elena, inside), true, []string{"Elena Ferri", "Marta Bianchi"}},
		{"in letters", []byte(base64.StdEncoding.EncodeToString(p7m)), true, []string{"Marta Bianchi"}},
		{"in letters with a head", pem.EncodeToMemory(&pem.Block{Type: "PKCS7", Bytes: p7m}), true, []string{"Marta Bianchi"}},
	} {
		got, err := Take(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var by []string
		for _, s := range got.Signatures {
			by = append(by, s.Name)
		}
		if got.Around != c.around || !slices.Equal(by, c.by) || !slices.Contains(got.Digests, digest(plain)) {
			t.Errorf("%s: around %v, by %v, %d digests", c.name, got.Around, by, len(got.Digests))
		}
	}
}

// TestTakeUnfinishedLine takes a PDF to which another program added its part
// behind a line of its own.
func TestTakeUnfinishedLine(t *testing.T) {
	_, plain := letter(t)
	for _, end := range []string{"", "\n", "\r\n", "\r", "\n\n\n\n"} {
		data := append(bytes.TrimRight(bytes.Clone(plain), "\n"), end...)
		if list := digests(append(bytes.Clone(data), "1 0 obj\n%%EOF\n"...)); end != "\n\n\n\n" && !slices.Contains(list, digest(data)) {
			t.Errorf("ended by %q: not found", end)
		}
	}
}

func TestTakeRefuses(t *testing.T) {
	a := newAuthority(t)
	p, plain := letter(t)
	id := a.identity(t, "Marta Bianchi", rsaKey(t))
	inside, p7m := signed(t, plain, id, fieldAt(t, p, 0, "Firmato")), around(t, id, plain)
	other := func(data []byte, at int) []byte {
		out := bytes.Clone(data)
		out[at] ^= 1
		return out
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "Questo file non è un documento firmato"},
		{"a picture", []byte("\x89PNG\r\n"), "Questo file non è un documento firmato"},
		{"half of a .p7m", p7m[:len(p7m)/2], "Questo file non è un documento firmato"},
		{"around nothing", around(t, id, nil), "Questo file non è un documento firmato"},
		{"nested without end", bytes.Repeat([]byte{0x30, 0x80}, 1<<20), "Questo file non è un documento firmato"},
		{"not signed", plain, "Questo PDF non è firmato."},
		{"changed inside", other(inside, len(plain)/2), "La firma non è valida: il documento è stato cambiato dopo."},
		{"changed in the .p7m", other(p7m, bytes.Index(p7m, plain)+len(plain)/2), "La firma non è valida: il documento è stato cambiato dopo."},
		{"another signature", other(p7m, len(p7m)-20), "La firma non è valida: non corrisponde al certificato che porta."},
	} {
		if _, err := Take(c.data); err == nil || !strings.HasPrefix(app.Sentence(err), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func FuzzPDF(f *testing.F) {
	id := newAuthority(f).identity(f, "Marta Bianchi", ecKey(f))
	p, plain := letter(f)
	once, err := PDF(plain, id, fieldAt(f, p, 0, "Firmato"))
	if err != nil {
		f.Fatal(err)
	}
	for _, data := range [][]byte{plain, once, []byte("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R>>startxref 9 %%EOF")} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := len(InPDF(data))
		out, err := PDF(data, id, Field{W: 9, H: 9, At: now})
		if err != nil {
			return
		}
		list := InPDF(out)
		if !bytes.HasPrefix(out, data) || len(list) <= before && before < mostSignatures {
			t.Fatalf("signed, and %d signatures where there were %d", len(list), before)
		}
	})
}

func FuzzTake(f *testing.F) {
	id := newAuthority(f).identity(f, "Marta Bianchi", ecKey(f))
	p, plain := letter(f)
	once, err := PDF(plain, id, fieldAt(f, p, 0, "Firmato"))
	if err != nil {
		f.Fatal(err)
	}
	for _, data := range [][]byte{once, around(f, id, []byte("%PDF-1.7\n%%EOF\n")), []byte("MIAGCSqGSIb3DQEHAqCA")} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Take(data)
		if err == nil && (len(got.Signatures) == 0 || len(got.Digests) == 0) {
			t.Fatal("taken without a signature")
		}
	})
}

func FuzzOpen(f *testing.F) {
	a := newAuthority(f)
	f.Add([]byte("ciao"), passphrase)
	f.Add(a.file(f, "Marta Bianchi", now, now, ecKey(f))[:200], passphrase)
	f.Fuzz(func(t *testing.T, data []byte, passphrase string) {
		if id, err := Open(data, passphrase); err == nil && id.Name() == "" {
			t.Fatal("nobody's key")
		}
	})
}
