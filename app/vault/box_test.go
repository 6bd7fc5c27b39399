package vault

import (
	"bytes"
	"errors"
	"testing"
)

// A piece opens with its key and with what stood with it, and with nothing else:
// no byte of it may be another.
func TestBox(t *testing.T) {
	box, err := NewBox(NewKey())
	if err != nil {
		t.Fatal(err)
	}
	plain, with := []byte("quello che non si deve leggere"), []byte("pezzo 7")
	sealed := box.Seal(nil, plain, with)
	if len(sealed) != len(plain)+BoxOverhead || bytes.Contains(sealed, plain[:8]) {
		t.Errorf("sealed as %d bytes: %q", len(sealed), sealed)
	}
	if got, err := box.Open(sealed, with); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("opened as %q, %v", got, err)
	}
	if again := box.Seal(nil, plain, with); bytes.Equal(again, sealed) {
		t.Error("the same is sealed the same twice")
	}
	wrong := map[string][2][]byte{"with another": {sealed, []byte("pezzo 8")}, "cut": {sealed[:len(sealed)-1], with}, "nothing": {nil, with}}
	for i := range sealed {
		flipped := bytes.Clone(sealed)
		flipped[i] ^= 1
		if _, err := box.Open(flipped, with); !errors.Is(err, ErrDamaged) {
			t.Errorf("byte %d flipped: %v", i, err)
		}
	}
	other, err := NewBox(NewKey())
	if err != nil {
		t.Fatal(err)
	}
	for name, w := range wrong {
		if _, err := box.Open(w[0], w[1]); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := other.Open(sealed, with); !errors.Is(err, ErrDamaged) {
		t.Errorf("another key: %v", err)
	}
	if _, err := NewBox([]byte("corta")); err == nil {
		t.Error("a short key makes a box")
	}
}
