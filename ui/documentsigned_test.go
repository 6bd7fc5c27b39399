package ui

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"software.sslmate.com/src/go-pkcs12"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/sign"
	"tutela/store"
	"tutela/ui/kit"
)

// letterOf keeps the letter of a first appointment that is complete and has two
// lines to sign on, and gives it with the person.
func letterOf(t *testing.T, s *Shell, db *store.DB, skip int) (app.Print, *app.Person) {
	t.Helper()
	ctx := context.Background()
	all, err := db.All(ctx, app.AppointmentForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all {
		a := rec.(*app.Appointment)
		for _, paper := range s.cfg.Papers {
			if paper.Register != app.AppointmentForm.Key || !paper.Filled || !paper.Wants(rec, false) || a.Person == "" || !strings.HasPrefix(paper.Kind, "appointment-") {
				continue
			}
			p, err := s.prepare(paper, a.UID(), false)
			if err != nil {
				t.Fatal(err)
			}
			if p.document.Draft || len(p.document.Signers()) != 2 || p.document.Signers()[0].Name == "" {
				continue
			}
			if skip > 0 {
				skip--
				continue
			}
			if err := s.keep(p); err != nil {
				t.Fatal(err)
			}
			who, err := db.Get(ctx, app.PersonForm.Type(), a.Person)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := db.Prints(ctx)
			if err != nil {
				t.Fatal(err)
			}
			return kept[0], who.(*app.Person)
		}
	}
	t.Fatal("no letter in the sample")
	return app.Print{}, nil
}

// entries are the fields to type into of the dialog in front.
func entries(s *Shell) (out []*kit.Entry) {
	seek(s.win.Canvas().Overlays().Top(), func(e *kit.Entry) bool {
		out = append(out, e)
		return false
	})
	return out
}

// tick ticks the boxes of the dialog in front, or takes the ticks away.
func tick(t *testing.T, s *Shell, on ...bool) {
	t.Helper()
	n := 0
	seek(s.win.Canvas().Overlays().Top(), func(c *kit.Check) bool {
		c.SetChecked(on[n])
		n++
		return false
	})
	if n != len(on) {
		t.Fatalf("%d boxes", n)
	}
}

func writeFile(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// certificate writes a PKCS#12 file with the passphrase «segreta».
func certificate(t *testing.T, name string, from, to time.Time) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: name}, Issuer: pkix.Name{CommonName: name}, NotBefore: from, NotAfter: to}
	der, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	data, err := pkcs12.Modern.Encode(key, c, nil, "segreta")
	if err != nil {
		t.Fatal(err)
	}
	return writeFile(t, "firma.p12", data)
}

func printNamed(t *testing.T, db *store.DB, uid string) app.Print {
	t.Helper()
	for _, x := range countPrints(t, db) {
		if x.UID == uid {
			return x
		}
	}
	t.Fatal("no paper ", uid)
	return app.Print{}
}

var scanned = []byte("\x89PNG\r\n\x1a\nscansione")

// TestSignedOnPaper prints a letter, attaches the scan of it signed, sees it
// signed, changes a register and sees it outdated.
func TestSignedOnPaper(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	th := playThread(t, s)
	x, person := letterOf(t, s, db, 0)
	*now = now.AddDate(0, 0, 3)
	p := documents(t, s)
	text := texts(p.object())
	for _, want := range []string{"da firmare 1\n", "mancano 2 firme", x.Signers[0].Role + ": " + x.Signers[0].Name, "Allega la copia firmata…"} {
		if !strings.Contains(text, want) {
			t.Errorf("a printed letter does not say %q:\n%s", want, text)
		}
	}
	read := func(name string, data []byte, want string) {
		t.Helper()
		p.readScan(x, writeFile(t, name, data))
		th.until(t, want, func() bool { return strings.Contains(asked(s), want) })
	}
	read("ciao.txt", []byte("ciao"), "Questo file non è una scansione")
	confirm(t, s, "Ho capito")

	read("firmata.png", scanned, "Copia firmata")
	day := entries(s)[0]
	for typed, want := range map[string]string{
		form.DateOf(now.AddDate(0, 0, 1)).String():   "Questo giorno non è ancora arrivato.",
		form.DateOf(x.At.AddDate(0, 0, -1)).String(): "non può essere stato firmato prima",
		"32/13/2026": "",
	} {
		day.SetText(typed)
		confirm(t, s, "Conserva")
		if text := asked(s); !strings.Contains(text, want) || len(printNamed(t, db, x.UID).Signed) != 0 {
			t.Errorf("signed on %s:\n%s", typed, text)
		}
	}
	day.SetText(form.DateOf(x.At).String())
	tick(t, s, false, false)
	confirm(t, s, "Conserva")
	if text := asked(s); !strings.Contains(text, "Segnate almeno una firma.") {
		t.Errorf("nobody signed:\n%s", text)
	}
	tick(t, s, true, false)
	confirm(t, s, "Conserva")
	if text := texts(p.object()); !strings.Contains(text, "firme: 1 su 2") || !strings.Contains(text, "firmato a mano il "+form.DateOf(x.At).String()) {
		t.Errorf("one has signed:\n%s", text)
	}
	x = printNamed(t, db, x.UID)
	read("due.png", append(scanned, '2'), "Copia firmata")
	confirm(t, s, "Conserva")
	if x = printNamed(t, db, x.UID); x.State != app.PrintSigned {
		t.Fatalf("%+v", x)
	}
	if text := texts(p.object()); !strings.Contains(text, "firmati 1\n") || strings.Contains(text, "da rifare") {
		t.Errorf("signed:\n%s", text)
	}
	if text := verify(t, s, th); !strings.Contains(text, "La copia firmata a mano «firmata.png» è intera.") || !strings.Contains(text, "Da allora niente è cambiato") {
		t.Errorf("verified:\n%s", text)
	}

	person.Surname = "Tutt’altro"
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.PersonForm.Type(), person); err != nil {
		t.Fatal(err)
	}
	p.shown()
	th.until(t, "it is compared", func() bool { return p.stale[x.UID] })
	text = texts(p.object())
	if !strings.Contains(text, "da rifare 1\n") || !strings.Contains(text, "oggi direbbe altro") {
		t.Errorf("a register has changed:\n%s", text)
	}
	press(t, p.object(), "da rifare 1")
	if len(p.rows) != 1 || p.rows[0].UID != x.UID {
		t.Errorf("outdated: %+v", p.rows)
	}

	press(t, p.object(), "Che cosa è cambiato…")
	th.until(t, "it is compared with today", func() bool { return strings.Contains(front(s), "pagina 1 di ") })
	made, err := changes(context.Background(), s.cfg, x, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text := doc.Text(made.document); !strings.Contains(text, "**Tutt’altro**") || !strings.Contains(text, "come sarebbe oggi") {
		t.Errorf("what has changed:\n%s", text)
	}
	typeKey(s, fyne.KeyEscape)

	// Printed anew, the signed one is in force until the new one is signed.
	printNow(t, s, x.Kind, x.Subject)
	p.shown()
	th.until(t, "it is compared again", func() bool { return !p.stale[x.UID] })
	if got := printNamed(t, db, x.UID).State; got != app.PrintSigned {
		t.Errorf("the signed letter is %s", got)
	}

	y := p.otherPrints(printNamed(t, db, x.UID))[0]
	if made, err = changes(context.Background(), s.cfg, y, &x); err != nil {
		t.Fatal(err)
	}
	if text := doc.Text(made.document); !strings.Contains(text, "Prima: revisione 1 del ") || !strings.Contains(text, "Dopo: revisione 2 del ") || !strings.Contains(text, "**Tutt’altro**") {
		t.Errorf("two prints:\n%s", text)
	}

	// A copy that was put there by mistake goes.
	p.choose(printNamed(t, db, x.UID))
	press(t, p.object(), "Togli una copia firmata…")
	press(t, s.win.Canvas().Overlays().Top(), "due.png · "+formSaid(x.Signed[1]))
	confirm(t, s, "Togli")
	if got := printNamed(t, db, x.UID); got.State != app.PrintPrinted || len(got.Signed) != 1 {
		t.Errorf("taken away: %+v", got)
	}
}

// TestSignedDigitally signs a letter twice with certificates of the user's.
func TestSignedDigitally(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	th := playThread(t, s)
	x, _ := letterOf(t, s, db, 0)
	p := documents(t, s)
	answer := func(path, secret, want string) {
		t.Helper()
		fields := entries(s)
		fields[0].SetText(path)
		fields[1].SetText(secret)
		confirm(t, s, "Firma")
		if text := asked(s); want != "" && !strings.Contains(text, want) {
			t.Errorf("%s with %q does not say %q:\n%s", filepath.Base(path), secret, want, text)
		}
	}
	good := certificate(t, "Marta Bianchi", now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
	press(t, p.object(), "Firma digitalmente…")
	answer("", "", "Manca il file del certificato.")
	answer(filepath.Join(t.TempDir(), "no.p12"), "segreta", "no.p12")
	answer(writeFile(t, "ciao.p12", []byte("ciao")), "segreta", "Questo file non è un certificato con la sua chiave (PKCS#12).")
	answer(good, "sbagliata", "La password del certificato non è giusta.")
	answer(certificate(t, "Marta Bianchi", now.AddDate(-2, 0, 0), now.AddDate(0, 0, -1)), "segreta", "è scaduto il")
	answer(certificate(t, "Marta Bianchi", now.AddDate(0, 0, 1), now.AddDate(2, 0, 0)), "segreta", "non è ancora valido")
	if len(printNamed(t, db, x.UID).Signed) != 0 {
		t.Fatal("signed with a certificate that is none")
	}
	for i := range 2 {
		answer(good, "segreta", "")
		th.until(t, "it is signed", func() bool { return strings.Contains(asked(s), "La firma è stata controllata ed è valida") })
		confirm(t, s, "Ho capito")
		got := printNamed(t, db, x.UID)
		if len(got.Signed) != i+1 || got.Signers[i].Signed != got.Signed[i].UID || (got.State == app.PrintSigned) != (i == 1) {
			t.Fatalf("after %d signatures: %+v", i+1, got)
		}
		if i == 0 {
			press(t, p.object(), "Firma digitalmente…")
		}
	}
	x = printNamed(t, db, x.UID)
	data, _, err := db.Blob(context.Background(), x.Signed[1].SHA256)
	if list := sign.InPDF(data); err != nil || len(list) != 2 || list[0].Verdict != sign.Valid || list[1].Verdict != sign.Valid {
		t.Fatalf("%+v, %v", list, err)
	}
	if dir := os.Getenv("TUTELA_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "letter-signed.pdf"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if kept := s.cfg.App.Preferences().String(prefCertificate); kept != good {
		t.Errorf("the certificate is looked for at %q", kept)
	}
	if text := verify(t, s, th); strings.Count(text, "Firma digitale valida: Marta Bianchi, certificato di Marta Bianchi che vale fino al ") != 3 {
		t.Errorf("verified:\n%s", text)
	}
	s.cfg.Store = forged{s.cfg.Store}
	if text := verify(t, s, th); strings.Contains(text, "Firma digitale valida") || !strings.Contains(text, "la firma non è valida, il documento è stato cambiato dopo") {
		t.Errorf("one byte was changed:\n%s", text)
	}
	press(t, p.object(), "Firma digitalmente…")
	if text := asked(s); !strings.Contains(text, "Hanno già firmato tutti") {
		t.Errorf("a third signature:\n%s", text)
	}
}

// forged is an office in which somebody changed a byte of what was signed.
type forged struct{ Store }

func (f forged) Blob(ctx context.Context, sha string) ([]byte, string, error) {
	data, mime, err := f.Store.Blob(ctx, sha)
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		data[len(data)/3] ^= 1
	}
	return data, mime, err
}

// TestSignedElsewhere exports a letter, has it signed by another program and takes
// it back; what is of another paper is refused.
func TestSignedElsewhere(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	y, _ := letterOf(t, s, db, 1)
	*now = now.Add(time.Hour)
	x, _ := letterOf(t, s, db, 0)
	p := documents(t, s)
	dir := t.TempDir()
	s.setLastFolder(dir)
	press(t, p.object(), "Esporta per la firma…")
	confirm(t, s, "Esporta")
	if text := asked(s); !strings.Contains(text, "Riprendi il firmato…") {
		t.Errorf("exported:\n%s", text)
	}
	confirm(t, s, "Ho capito")
	var exported []byte
	for _, data := range filesIn(t, dir) {
		exported = data
	}
	file, err := os.ReadFile(certificate(t, strings.ToUpper(x.Signers[0].Name), now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0)))
	if err != nil {
		t.Fatal(err)
	}
	id, err := sign.Open(file, "segreta")
	if err != nil {
		t.Fatal(err)
	}
	signed, err := sign.PDF(exported, id, sign.Field{At: *now})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of   app.Print
		data []byte
		want string
	}{
		{x, exported, "Questo PDF non è firmato."},
		{x, scanned, "Questo file non è un documento firmato"},
		{y, signed, "Il file firmato è di un altro documento: «" + x.Title + "»."},
		{x, bytes.Replace(signed, []byte("%PDF-1.7"), []byte("%PDF-1.6"), 1), "La firma non è valida: il documento è stato cambiato dopo."},
	} {
		p.readSigned(c.of, writeFile(t, "firmato.pdf", c.data))
		if text := asked(s); !strings.Contains(text, c.want) {
			t.Errorf("does not say %q:\n%s", c.want, text)
		}
		confirm(t, s, "Ho capito")
	}
	p.readSigned(x, writeFile(t, "firmato.pdf", signed))
	confirm(t, s, "Conserva")
	got := printNamed(t, db, x.UID)
	if len(got.Signed) != 1 || got.Signed[0].How != app.SignedInside || got.Signers[0].Signed == "" || got.Signers[1].Signed != "" {
		t.Errorf("taken back: %+v", got)
	}
	if kept, _, err := db.Blob(context.Background(), got.Signed[0].SHA256); err != nil || !bytes.Equal(kept, signed) {
		t.Errorf("kept as something else: %v", err)
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Marta Bianchi", "BIANCHI MARTA", true},
		{"Bianchi Marta", "MARTA BIANCHI/BNCMRT80A41D150X", true},
		{"Niccolò D’Amico", "D'AMICO NICCOLO", true},
		{"Marta Bianchi", "Marta Ferri", false},
		{"", "Marta Ferri", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// toSignScreen opens a letter that was printed and waits for two signatures.
func toSignScreen(t *testing.T, s *Shell) app.Print {
	t.Helper()
	x, _ := letterOf(t, s, s.cfg.Store.(*store.DB), 0)
	documents(t, s).choose(x)
	return x
}

// signedScreen opens a letter that was signed in three ways, looked over and found
// outdated, beside others.
func signedScreen(t *testing.T, s *Shell) {
	t.Helper()
	letterOf(t, s, s.cfg.Store.(*store.DB), 1)
	x, _ := letterOf(t, s, s.cfg.Store.(*store.DB), 0)
	for i, g := range []app.SignedForm{
		{How: app.SignedOnPaper, Name: "Lettera di nomina firmata, con la ricevuta di consegna.pdf", Lines: []int{0}},
		{How: app.SignedAround, Name: "Lettera.pdf.p7m", Signer: "FERRI ELENA", Lines: []int{1}},
	} {
		g.Print, g.Day, g.Data = x.UID, form.DateOf(x.At), []byte{byte(i)}
		if _, err := s.cfg.Store.SignPrint(context.Background(), s.cfg.By, g); err != nil {
			t.Fatal(err)
		}
	}
	p := documents(t, s)
	p.shown()
	p.uid, p.stale = x.UID, map[string]bool{x.UID: true}
	p.verdict = &verdict{}
	x, _ = p.current()
	digitally(s.cfg, x.Signed[1], []byte("x"), p.verdict)
	p.arrange()
	p.fill(x)
}
