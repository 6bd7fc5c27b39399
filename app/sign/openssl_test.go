package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tutela/app"
)

// TestOpenSSL reads what another program writes: its files with a certificate, new
// and old, and its signatures, written in one go or as they come (BER).
func TestOpenSSL(t *testing.T) {
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("openssl is not there: install openssl")
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name string, data []byte) {
		if err := os.WriteFile(at(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	made := func(name string, args ...string) []byte {
		t.Helper()
		if out, err := exec.Command("openssl", args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		data, err := os.ReadFile(at(name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	id := newAuthority(t).identity(t, "Niccolò Però", rsaKey(t))
	key, err := x509.MarshalPKCS8PrivateKey(id.key)
	if err != nil {
		t.Fatal(err)
	}
	p, plain := letter(t)
	write("key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}))
	write("cert.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: id.leaf.Raw}))
	write("plain.pdf", plain)

	for name, how := range map[string][]string{"new.p12": nil, "old.pfx": {"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"}} {
		file := made(name, append([]string{"pkcs12", "-export", "-inkey", at("key.pem"), "-in", at("cert.pem"), "-out", at(name), "-passout", "pass:" + passphrase}, how...)...)
		read, err := Open(file, passphrase)
		if err != nil || read.Name() != "Niccolò Però" {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if list := InPDF(signed(t, plain, read, fieldAt(t, p, 0, "Firmato"))); len(list) != 1 || list[0].Verdict != Valid {
			t.Errorf("%s signs as %+v", name, list)
		}
	}
	for name, how := range map[string][]string{
		"whole.p7m": {"-outform", "DER"}, "stream.p7m": {"-outform", "DER", "-stream"}, "letters.p7m": {"-outform", "PEM"},
		"cades.p7m": {"-outform", "DER", "-cades"},
	} {
		data := made(name, append([]string{
			"cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-signer", at("cert.pem"), "-inkey", at("key.pem"), "-in", at("plain.pdf"), "-out", at(name),
		}, how...)...)
		got, err := Take(data)
		if err != nil || !got.Around || !bytes.Equal(got.PDF, plain) || len(got.Signatures) != 1 || got.Signatures[0].Name != "Niccolò Però" || !slices.Contains(got.Digests, digest(plain)) {
			t.Errorf("%s: %v", name, err)
		}
	}

	unknown := made("pss.p7m", "cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-signer", at("cert.pem"), "-inkey", at("key.pem"), "-keyopt", "rsa_padding_mode:pss",
		"-in", at("plain.pdf"), "-outform", "DER", "-out", at("pss.p7m"))
	if _, err := Take(unknown); err == nil || !strings.HasPrefix(app.Sentence(err), "La firma è fatta in un modo che Tutela non sa controllare.") {
		t.Errorf("signed in an unknown way: %v", err)
	}
}
