package sign

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/pdf"
)

// now is when the tests sign.
var now = time.Date(2026, 11, 22, 17, 42, 0, 0, form.Rome)

const passphrase = "segreta"

// authority issues certificates for the tests.
type authority struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

var serial = int64(1)

func issue(t testing.TB, template, parent *x509.Certificate, public crypto.PublicKey, key crypto.Signer) *x509.Certificate {
	t.Helper()
	serial++
	template.SerialNumber = big.NewInt(serial)
	if parent == nil {
		parent = template
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, public, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

func newAuthority(t testing.TB) *authority {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return &authority{key, issue(t, &x509.Certificate{
		Subject: pkix.Name{CommonName: "Autorità di prova"}, NotBefore: now.AddDate(-9, 0, 0), NotAfter: now.AddDate(9, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}, nil, key.Public(), key)}
}

// file gives a PKCS#12 file of somebody, valid between two moments.
func (a *authority) file(t testing.TB, name string, from, to time.Time, key crypto.Signer) []byte {
	t.Helper()
	cert := issue(t, &x509.Certificate{
		Subject: pkix.Name{CommonName: name}, NotBefore: from, NotAfter: to,
		KeyUsage: x509.KeyUsageContentCommitment | x509.KeyUsageDigitalSignature,
	}, a.cert, key.Public(), a.key)
	out, err := pkcs12.Modern.Encode(key, cert, []*x509.Certificate{a.cert}, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func rsaKey(t testing.TB) crypto.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func ecKey(t testing.TB) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func (a *authority) identity(t testing.TB, name string, key crypto.Signer) *Identity {
	t.Helper()
	id, err := Open(a.file(t, name, now.AddDate(-1, 0, 0), now.AddDate(2, 0, 0), key), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// letter is a paper with two lines to sign on and a bookmark.
func letter(t testing.TB) (*pdf.Paper, []byte) {
	t.Helper()
	p, err := pdf.Layout(doc.Document{
		Kind: "letter", Title: "Lettera di nomina", Office: "Ferramenta Bianchi S.n.c.", Date: "22/11/2026",
		Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: "Ambito"}, doc.Para{Runs: doc.T("Archivi Paghe e Clienti.")},
			doc.Signature{Place: "Cremona", Date: "22/11/2026", Signers: []doc.Signer{{Role: "Il titolare", Name: "Marta Bianchi"}, {Role: "La persona nominata", Name: "Elena Ferri", Note: "per accettazione"}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	out, err := pdf.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	return p, out
}

func fieldAt(t testing.TB, p *pdf.Paper, line int, lines ...string) Field {
	t.Helper()
	at := p.SignPlaces()[line]
	drawing, err := pdf.Stamp(at.W, at.H, lines)
	if err != nil {
		t.Fatal(err)
	}
	return Field{Page: at.Page, X: at.X, Y: p.Pages[at.Page].H - at.Y - at.H, W: at.W, H: at.H, Drawing: drawing, Reason: "Nomina", At: now}
}

func signed(t testing.TB, data []byte, id *Identity, field Field) []byte {
	t.Helper()
	out, err := PDF(data, id, field)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out, data) {
		t.Fatal("what was there has changed")
	}
	return out
}

func TestTwoSign(t *testing.T) {
	a := newAuthority(t)
	p, plain := letter(t)
	one := signed(t, plain, a.identity(t, "Marta Bianchi", rsaKey(t)), fieldAt(t, p, 0, "Firmato digitalmente da Marta Bianchi", "il 22/11/2026 17:42"))
	two := signed(t, one, a.identity(t, "Elena Ferri è più", ecKey(t)), fieldAt(t, p, 1, "Firmato digitalmente da Elena Ferri", "il 22/11/2026 17:42"))
	list := InPDF(two)
	if len(list) != 2 {
		t.Fatalf("%d signatures", len(list))
	}
	for i, name := range []string{"Marta Bianchi", "Elena Ferri è più"} {
		s := list[i]
		if s.Verdict != Valid || s.Name != name || s.Issuer != "Autorità di prova" || !s.At.Equal(now) || s.Reason != "Nomina" || s.Extended || !s.InTime(now) {
			t.Errorf("%+v", s)
		}
	}
	if list[0].Covered != len(one) || list[1].Covered != len(two) {
		t.Errorf("cover %d of %d, %d of %d", list[0].Covered, len(one), list[1].Covered, len(two))
	}
	if dir := os.Getenv("TUTELA_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "signed.pdf"), two, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if more := InPDF(append(bytes.Clone(two), "\n9 0 obj\nnull\nendobj\n"...)); more[0].Extended || !more[1].Extended {
		t.Errorf("something was added: %+v", more)
	}
}

// TestEveryByteCounts changes one byte anywhere outside the signature itself: it
// does not stay valid.
func TestEveryByteCounts(t *testing.T) {
	a := newAuthority(t)
	p, plain := letter(t)
	data := signed(t, plain, a.identity(t, "Marta Bianchi", rsaKey(t)), fieldAt(t, p, 0, "Firmato"))
	hole := bytes.Index(data, []byte(atHole+"3"))
	end := hole + bytes.IndexByte(data[hole+len(atHole):], '>')
	tried := 0
	for i := 0; i < len(data); i += 97 {
		if i > hole && i < end {
			continue
		}
		tried++
		changed := bytes.Clone(data)
		changed[i] ^= 1
		for _, s := range InPDF(changed) {
			if s.Verdict == Valid {
				t.Errorf("byte %d of %d was changed and the signature is still valid", i, len(data))
			}
		}
	}
	if tried < 300 {
		t.Errorf("only %d bytes were changed", tried)
	}
}

func TestPDFSig(t *testing.T) {
	for _, tool := range []string{"pdfsig", "qpdf", "pdffonts"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not there: install poppler-utils and qpdf")
		}
	}
	run := func(name string, args ...string) string {
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil && name != "pdfsig" {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		return string(out)
	}
	a := newAuthority(t)
	p, plain := letter(t)
	one := signed(t, plain, a.identity(t, "Marta Bianchi", rsaKey(t)), fieldAt(t, p, 0, "Firmato digitalmente da Marta Bianchi", "il 22/11/2026 17:42"))
	two := signed(t, one, a.identity(t, "Elena Ferri", ecKey(t)), fieldAt(t, p, 1, "Firmato digitalmente da Elena Ferri"))
	dir := t.TempDir()
	was, is, bad := filepath.Join(dir, "plain.pdf"), filepath.Join(dir, "signed.pdf"), filepath.Join(dir, "changed.pdf")
	changed := bytes.Clone(two)
	changed[len(plain)/2] ^= 1
	for path, data := range map[string][]byte{was: plain, is: two, bad: changed} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said := run("pdfsig", "-nocert", is)
	for _, want := range []string{"Signature #1", "Signature #2", "Marta Bianchi", "Elena Ferri", "ETSI.CAdES.detached", "Total document signed"} {
		if !strings.Contains(said, want) {
			t.Errorf("pdfsig does not say %q:\n%s", want, said)
		}
	}
	if n := strings.Count(said, "Signature is Valid."); n != 2 {
		t.Errorf("%d valid signatures:\n%s", n, said)
	}
	if said := run("pdfsig", "-nocert", bad); strings.Contains(said, "Signature is Valid.") || !strings.Contains(said, "Digest Mismatch.") {
		t.Errorf("one byte was changed:\n%s", said)
	}
	if said := run("qpdf", "--check", is); !strings.Contains(said, "No syntax or stream encoding errors found") || strings.Contains(said, "WARNING") {
		t.Errorf("qpdf:\n%s", said)
	}
	fonts := func(path string) string {
		_, table, _ := strings.Cut(run("pdffonts", path), "---\n")
		return table
	}
	if before, after := fonts(was), fonts(is); before == "" || before != after {
		t.Errorf("fonts before:\n%s\nand after:\n%s", before, after)
	}
	if before, after := run("pdftotext", was, "-"), run("pdftotext", is, "-"); before != after {
		t.Errorf("text before:\n%s\nand after:\n%s", before, after)
	}
}

func TestOpenRefuses(t *testing.T) {
	a := newAuthority(t)
	key := ecKey(t)
	good := a.file(t, "Marta Bianchi", now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0), key)
	other, err := pkcs12.Modern.Encode(ecKey(t), a.cert, nil, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name       string
		file       []byte
		passphrase string
		want       string
	}{
		{"a wrong passphrase", good, "altra", "La password del certificato non è giusta."},
		{"no passphrase", good, "", "La password del certificato non è giusta."},
		{"a text", []byte("ciao"), passphrase, "Questo file non è un certificato con la sua chiave (PKCS#12)."},
		{"nothing", nil, passphrase, "Questo file non è un certificato con la sua chiave (PKCS#12)."},
		{"half of it", good[:len(good)/2], passphrase, "Questo file non è un certificato con la sua chiave (PKCS#12)."},
		{"a certificate of another key", other, passphrase, "Nel file la chiave e il certificato non vanno insieme."},
	} {
		id, err := Open(c.file, c.passphrase)
		if id != nil || err == nil || !strings.HasPrefix(app.Sentence(err), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestUsable(t *testing.T) {
	a := newAuthority(t)
	from, to := now.Add(-time.Hour), now.Add(time.Hour)
	id, err := Open(a.file(t, "Marta Bianchi", from, to, ecKey(t)), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{from.Add(-time.Second), "Il certificato di Marta Bianchi non è ancora valido: lo sarà dal 22/11/2026 16:42."},
		{from, ""},
		{now, ""},
		{to, ""},
		{to.Add(time.Second), "Il certificato di Marta Bianchi è scaduto il 22/11/2026 18:42."},
	} {
		err := id.Usable(c.at)
		if (err == nil) != (c.want == "") || err != nil && !strings.HasPrefix(app.Sentence(err), c.want) {
			t.Errorf("at %v: %v", c.at, err)
		}
	}
}

func TestForeignPDF(t *testing.T) {
	id := newAuthority(t).identity(t, "Marta Bianchi", ecKey(t))
	_, plain := letter(t)
	for name, data := range map[string][]byte{
		"nothing":             nil,
		"a text":              []byte("ciao"),
		"no table":            plain[:len(plain)/2],
		"a table elsewhere":   bytes.Replace(plain, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"encrypted":           bytes.Replace(plain, []byte("trailer\n<<"), []byte("trailer\n<</Encrypt 3 0 R"), 1),
		"a table of streams":  bytes.Replace(plain, []byte("xref\n0 "), []byte("9 0 obj"), 1),
		"no such page object": bytes.Replace(plain, []byte("/Kids ["), []byte("/Kids [99"), 1),
		"itself before":       bytes.Replace(plain, []byte("trailer\n<<"), append([]byte("trailer\n<</Prev "), lastNumber(plain)...), 1),
	} {
		if _, err := PDF(data, id, Field{W: 10, H: 10, At: now}); err == nil || !strings.HasPrefix(app.Sentence(err), "Questo PDF non è stato scritto da Tutela") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := PDF(plain, id, Field{Page: 1, At: now}); err == nil {
		t.Error("signed on a page that there is not")
	}
}

func lastNumber(data []byte) []byte {
	fields := bytes.Fields(data)
	return append(fields[len(fields)-2], ' ')
}

func BenchmarkSign(b *testing.B) {
	id := newAuthority(b).identity(b, "Marta Bianchi", rsaKey(b))
	p, plain := letter(b)
	field := fieldAt(b, p, 0, "Firmato digitalmente da Marta Bianchi", "il 22/11/2026 17:42")
	for b.Loop() {
		if _, err := PDF(plain, id, field); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	id := newAuthority(b).identity(b, "Marta Bianchi", rsaKey(b))
	p, plain := letter(b)
	data, err := PDF(plain, id, fieldAt(b, p, 0, "Firmato digitalmente da Marta Bianchi"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if list := InPDF(data); len(list) != 1 || list[0].Verdict != Valid {
			b.Fatal(list)
		}
	}
}
