package vault_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
	"tutela/app/password"
	"tutela/app/vault"
	"tutela/app/vault/internal/cost"
	"tutela/app/vault/vaulttest"
)

func TestMain(m *testing.M) {
	vaulttest.Quick()
	os.Exit(m.Run())
}

func newKeys(t *testing.T) (vault.Keys, *vault.Identity) {
	t.Helper()
	k, id, err := vault.NewKeys(vaulttest.Phrase)
	if err != nil {
		t.Fatal(err)
	}
	return k, id
}

func TestUnlock(t *testing.T) {
	k, id := newKeys(t)
	if k.None() || id.Public() != k.Public || bytes.Contains(k.Wrapped, []byte("AGE-SECRET")) {
		t.Fatalf("keys %+v", k)
	}
	for _, phrase := range []string{vaulttest.Phrase, norm.NFD.String(vaulttest.Phrase)} {
		again, err := k.Unlock(phrase)
		if err != nil || again.Public() != k.Public {
			t.Errorf("%q: %v", phrase, err)
		}
	}
	for _, phrase := range []string{"", " " + vaulttest.Phrase, strings.ToUpper(vaulttest.Phrase), vaulttest.Phrase + "\n"} {
		_, err := k.Unlock(phrase)
		var r *app.Refusal
		if !errors.Is(err, vault.ErrPassphrase) || !errors.As(err, &r) || !strings.HasPrefix(r.Sentence(), "La frase segreta non è quella giusta.") {
			t.Errorf("%q: %v", phrase, err)
		}
	}
	// Another key pair under the same passphrase is another one.
	other, _ := newKeys(t)
	if other.Public == k.Public {
		t.Error("two key pairs are the same")
	}
	mixed := vault.Keys{Public: k.Public, Wrapped: other.Wrapped}
	if _, err := mixed.Unlock(vaulttest.Phrase); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("halves that do not belong together: %v", err)
	}
}

// Outside of tests a try at a passphrase is dear.
func TestUsualCost(t *testing.T) {
	cost.Set(0)
	defer vaulttest.Quick()
	k, _ := newKeys(t)
	line, _, _ := strings.Cut(string(k.Wrapped[bytes.Index(k.Wrapped, []byte("-> scrypt ")):]), "\n")
	if !strings.HasSuffix(line, " 18") {
		t.Errorf("the work factor is that of %q", line)
	}
	// What would take hours is not tried.
	dear := vault.Keys{Public: k.Public, Wrapped: bytes.Replace(k.Wrapped, []byte(" 18\n"), []byte(" 28\n"), 1)}
	if _, err := dear.Unlock(vaulttest.Phrase); err == nil {
		t.Error("a work factor of 28 was tried")
	}
}

// A flipped bit in the wrapped half opens nothing.
func TestWrappedFlipped(t *testing.T) {
	k, _ := newKeys(t)
	for i := range k.Wrapped {
		flipped := bytes.Clone(k.Wrapped)
		flipped[i] ^= 1
		if _, err := (vault.Keys{Public: k.Public, Wrapped: flipped}).Unlock(vaulttest.Phrase); err == nil {
			t.Fatalf("byte %d is not looked at", i)
		}
	}
}

func seal(t *testing.T, public string, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := vault.Seal(&out, public)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(sealed []byte, id *vault.Identity) ([]byte, error) {
	r, err := vault.Open(bytes.NewReader(sealed), id)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func TestSealAndOpen(t *testing.T) {
	k, id := newKeys(t)
	for _, size := range []int{0, 1, 64<<10 - 1, 64 << 10, 64<<10 + 1, 300_000} {
		plain := bytes.Repeat([]byte("Anna "), size/5+1)[:size]
		sealed := seal(t, k.Public, plain)
		if bytes.Contains(sealed, []byte("Anna")) {
			t.Errorf("%d bytes can be read", size)
		}
		got, err := open(sealed, id)
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%d bytes: %v", size, err)
		}
		for _, cut := range []int{1, 16, len(sealed) / 2, len(sealed) - 1} {
			if _, err := open(sealed[:len(sealed)-cut], id); !errors.Is(err, vault.ErrDamaged) {
				t.Errorf("%d bytes cut by %d: %v", size, cut, err)
			}
		}
		if _, err := open(append(bytes.Clone(sealed), 'x'), id); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("%d bytes and one more: %v", size, err)
		}
	}
	_, stranger := newKeys(t)
	if _, err := open(seal(t, k.Public, []byte("x")), stranger); !errors.Is(err, vault.ErrForeign) {
		t.Errorf("sealed to others: %v", err)
	}
	if _, err := vault.Seal(io.Discard, "age1nobody"); err == nil {
		t.Error("sealed to nobody")
	}
}

func TestFlippedBytes(t *testing.T) {
	k, id := newKeys(t)
	sealed := seal(t, k.Public, bytes.Repeat([]byte("Anna "), 40_000))
	r := rand.New(rand.NewPCG(8, 1))
	for range 400 {
		at, bit := r.IntN(len(sealed)), byte(1)<<r.IntN(8)
		sealed[at] ^= bit
		if _, err := open(sealed, id); err == nil {
			t.Fatalf("bit %d of byte %d of %d is not looked at", bit, at, len(sealed))
		}
		sealed[at] ^= bit
	}
}

// A disk that fails is not a damaged copy.
func TestFailingSource(t *testing.T) {
	k, id := newKeys(t)
	sealed := seal(t, k.Public, make([]byte, 200_000))
	pulled := errors.New("pulled out")
	for _, after := range []int{0, 100, 150_000} {
		r, err := vault.Open(io.MultiReader(bytes.NewReader(sealed[:after]), failing{pulled}), id)
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !errors.Is(err, pulled) || errors.Is(err, vault.ErrDamaged) {
			t.Errorf("after %d: %v", after, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestDataKey(t *testing.T) {
	k, id := newKeys(t)
	key := bytes.Repeat([]byte{7}, vault.KeySize)
	sealed, err := vault.SealKey(key, k.Public)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := vault.OpenKey(sealed, id); err != nil || !bytes.Equal(got, key) {
		t.Error(err)
	}
	if _, err := vault.SealKey(key[1:], k.Public); err == nil {
		t.Error("a short key was sealed")
	}
	if _, err := vault.OpenKey(seal(t, k.Public, key[1:]), id); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("a short key: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for phrase, want := range map[string]string{
		vaulttest.Phrase:           "",
		"così va bene 123":         "",
		"":                         "Manca la frase segreta.",
		"cavallo giallo":           "Manca un carattere",
		"corta":                    "Mancano 10 caratteri",
		"aaaaaaaaaaaaaaaaaaaaaaaa": "caratteri diversi",
		" quattro gatti sul tetto": "spazi",
		"quattro\tgatti sul tetto": "tastiera",
		"quattro gatti \xff sul t": "tastiera",
		strings.Repeat("abcdefg ", password.Most/8) + "fine": "troppo lunga",
		"password123456789": "Sceglietene un’altra",
	} {
		err := vault.Check(phrase)
		if want == "" {
			if err != nil {
				t.Errorf("%q: %v", phrase, err)
			}
			continue
		}
		var r *app.Refusal
		if !errors.As(err, &r) || !strings.Contains(r.Sentence(), want) {
			t.Errorf("%q: %v, wanted %q", phrase, err, want)
		}
		if _, _, err := vault.NewKeys(phrase); err == nil {
			t.Errorf("%q made keys", phrase)
		}
	}
}
