package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/vault"
)

var (
	manifest = []byte(`{"office":"x"}`)
	image    = bytes.Repeat([]byte("Anna Rossi, Via Dante 1. "), 9000)
)

func writeCopy(t testing.TB, k vault.Keys, image []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := vault.NewCopy(&out, k, manifest)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(image); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readCopy(data []byte, id *vault.Identity) (head, body []byte, err error) {
	c, err := vault.ReadCopy(bytes.NewReader(data))
	if err != nil {
		return nil, nil, err
	}
	head, r, err := c.Open(id)
	if err != nil {
		return nil, nil, err
	}
	body, err = io.ReadAll(r)
	return head, body, err
}

func TestCopy(t *testing.T) {
	k, id := newKeys(t)
	for name, keys := range map[string]vault.Keys{"plain": {}, "sealed": k} {
		for _, n := range []int{0, 1, 31, 32, 33, 64<<10 - 32, 64 << 10, len(image)} {
			data := writeCopy(t, keys, image[:n])
			head, body, err := readCopy(data, id)
			if err != nil || !bytes.Equal(head, manifest) || !bytes.Equal(body, image[:n]) {
				t.Errorf("%s, %d bytes: %v", name, n, err)
			}
		}
	}
	sealed := writeCopy(t, k, image)
	if bytes.Contains(sealed, []byte("office")) || bytes.Contains(sealed, []byte("Anna")) {
		t.Error("a sealed copy shows what is in it")
	}
	if _, _, err := readCopy(sealed, nil); !errors.Is(err, vault.ErrPassphrase) {
		t.Errorf("without a passphrase: %v", err)
	}
	_, stranger := newKeys(t)
	if _, _, err := readCopy(sealed, stranger); !errors.Is(err, vault.ErrForeign) {
		t.Errorf("with other keys: %v", err)
	}
	c, err := vault.ReadCopy(bytes.NewReader(sealed))
	if err != nil || !c.Sealed() || c.Keys.Public != k.Public || !bytes.Equal(c.Keys.Wrapped, k.Wrapped) {
		t.Errorf("the private half did not travel: %v", err)
	}
}

// A flipped bit anywhere is found, whatever the copy: of the envelope and of a
// small copy all bytes, of a large one some.
func TestCopyFlipped(t *testing.T) {
	k, id := newKeys(t)
	for name, keys := range map[string]vault.Keys{"plain": {}, "sealed": k} {
		small, large := writeCopy(t, keys, image[:100]), writeCopy(t, keys, image)
		flip := func(data []byte, at int, bit byte) {
			data[at] ^= bit
			if _, _, err := readCopy(data, id); err == nil {
				t.Fatalf("%s: bit %d of byte %d of %d is not looked at", name, bit, at, len(data))
			}
			data[at] ^= bit
		}
		for at := range small {
			for bit := range 8 {
				flip(small, at, 1<<bit)
			}
		}
		r := rand.New(rand.NewPCG(8, 2))
		for range 300 {
			flip(large, r.IntN(len(large)), 1<<r.IntN(8))
		}
	}
}

func TestCopyCutAndForeign(t *testing.T) {
	k, id := newKeys(t)
	for name, keys := range map[string]vault.Keys{"plain": {}, "sealed": k} {
		data := writeCopy(t, keys, image[:3000])
		for n := range data {
			if _, _, err := readCopy(data[:n], id); err == nil {
				t.Fatalf("%s: cut to %d bytes", name, n)
			}
		}
		if _, _, err := readCopy(append(bytes.Clone(data), 'x'), id); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("%s and a byte: %v", name, err)
		}
	}
	for name, test := range map[string]struct {
		data string
		want error
	}{
		"empty":     {"", vault.ErrNotCopy},
		"garbage":   {strings.Repeat("non è una copia ", 50), vault.ErrNotCopy},
		"an office": {"SQLite format 3\x00" + strings.Repeat("\x00", 100), vault.ErrNotCopy},
		"newer":     {"tutela-copia/2\r\n" + strings.Repeat("\x00", 100), vault.ErrNewer},
		"as text":   {"tutela-copia/1\n" + strings.Repeat("\x00", 100), vault.ErrDamaged},
		"too long":  {"tutela-copia/1\r\n\xff\xff\xff\xff" + strings.Repeat("\x00", 100), vault.ErrDamaged},
	} {
		if _, _, err := readCopy([]byte(test.data), nil); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An error of the disk comes through as itself, from wherever in the copy.
func TestCopyOnFailingDisk(t *testing.T) {
	k, id := newKeys(t)
	data, pulled := writeCopy(t, k, image), errors.New("pulled out")
	for _, after := range []int{0, 10, 18, 40, 300, 1000, len(data) / 2, len(data) - 1} {
		c, err := vault.ReadCopy(io.MultiReader(bytes.NewReader(data[:after]), failing{pulled}))
		if err == nil {
			var r io.Reader
			if _, r, err = c.Open(id); err == nil {
				_, err = io.ReadAll(r)
			}
		}
		if !errors.Is(err, pulled) || errors.Is(err, vault.ErrDamaged) || errors.Is(err, vault.ErrNotCopy) {
			t.Errorf("after %d: %v", after, err)
		}
	}
}

func FuzzReadCopy(f *testing.F) {
	f.Add(writeCopy(f, vault.Keys{}, image[:100]))
	f.Add([]byte("tutela-copia/1\r\n\x00\x00\x00\x02{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		head, body, err := readCopy(data, nil)
		if err == nil && !bytes.Contains(data, append(head, body...)) {
			t.Error("gave what was not in the file")
		}
	})
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	write := func(text string) error {
		return vault.WriteFile(path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	}
	if err := write("one"); err != nil {
		t.Fatal(err)
	}
	if err := write("two"); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := vault.WriteFile(path, func(w io.Writer) error {
		fmt.Fprint(w, "three")
		return broken
	})
	var r *app.Refusal
	if !errors.Is(err, broken) || !errors.As(err, &r) {
		t.Error(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "two" {
		t.Errorf("%q, %v", got, err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("left behind: %v, %v", list, err)
	}
	path = filepath.Join(dir, "manca", "a")
	if err := write("x"); err == nil || !strings.Contains(app.Sentence(err), "manca» non c’è.") {
		t.Error(err)
	}
}
