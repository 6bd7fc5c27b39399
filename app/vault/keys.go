// Package vault seals what must not be read by who finds it: the copies of an
// office, and the keys of an office file. All of it is the format of age
// (age-encryption.org/v1): X25519, ChaCha20-Poly1305, scrypt.
package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"tutela/app"
	"tutela/app/vault/internal/cost"
)

// Keys are what an office keeps of its passphrase: enough to seal, and what only
// the passphrase opens. A passphrase itself is never kept.
//
// A new passphrase makes new keys. What was sealed before opens with the old
// passphrase alone, which is said when it is changed.
type Keys struct {
	// Public is the age recipient that things are sealed to ("age1…"). It opens
	// nothing, and may be read by anybody.
	Public string
	// Wrapped is the identity of Public, sealed under the passphrase: an age file
	// with one scrypt recipient. It travels in each copy.
	Wrapped []byte
}

// None says that the office has no passphrase.
func (k Keys) None() bool { return k.Public == "" }

// Identity opens what was sealed to its public half. It lives in memory alone.
type Identity struct{ x *age.X25519Identity }

// Public is the recipient that the identity opens for.
func (i *Identity) Public() string { return i.x.Recipient().String() }

// ErrPassphrase is a passphrase that does not open the keys. It comes inside an
// *app.Refusal with the words for people.
var ErrPassphrase = errors.New("wrong passphrase")

// ErrDamaged is something sealed that is not as it was written.
var ErrDamaged = errors.New("sealed data is damaged")

// ErrForeign is something sealed to other keys: under another passphrase, or of
// another office.
var ErrForeign = errors.New("sealed to other keys")

// NewKeys makes a key pair and wraps its private half. The passphrase is held to
// Check first.
func NewKeys(passphrase string) (Keys, *Identity, error) {
	if err := Check(passphrase); err != nil {
		return Keys{}, nil, err
	}
	x, err := age.GenerateX25519Identity()
	if err != nil {
		return Keys{}, nil, fmt.Errorf("make keys: %w", err)
	}
	r, err := age.NewScryptRecipient(typed(passphrase))
	if err != nil {
		return Keys{}, nil, fmt.Errorf("make keys: %w", err)
	}
	r.SetWorkFactor(cost.Factor())
	wrapped, err := sealBytes([]byte(x.String()), r)
	if err != nil {
		return Keys{}, nil, fmt.Errorf("wrap identity: %w", err)
	}
	return Keys{Public: x.Recipient().String(), Wrapped: wrapped}, &Identity{x}, nil
}

// Unlock opens the private half. It takes seconds, on purpose: a wrong passphrase
// (ErrPassphrase) costs as much as the right one.
func (k Keys) Unlock(passphrase string) (*Identity, error) {
	if passphrase == "" {
		return nil, wrongPassphrase(errors.New("empty"))
	}
	s, err := age.NewScryptIdentity(typed(passphrase))
	if err != nil {
		return nil, fmt.Errorf("unlock keys: %w", err)
	}
	s.SetMaxWorkFactor(cost.Most)
	plain, err := openBytes(k.Wrapped, s)
	if errors.Is(err, ErrForeign) {
		return nil, wrongPassphrase(err)
	}
	if err != nil {
		return nil, fmt.Errorf("unlock keys: %w", err)
	}
	x, err := age.ParseX25519Identity(string(plain))
	if err != nil || x.Recipient().String() != k.Public {
		return nil, fmt.Errorf("unlock keys: %w", damaged(errors.New("the two halves do not belong together")))
	}
	return &Identity{x}, nil
}

// typed is a passphrase in one form, however the keyboard makes its accents.
func typed(passphrase string) string { return norm.NFC.String(passphrase) }

func wrongPassphrase(err error) error {
	return &app.Refusal{
		What: "La frase segreta non è quella giusta.",
		Do:   "Guardate maiuscole, accenti e spazi, e riprovate. Una copia si apre con la frase che valeva quando fu fatta.",
		Err:  fmt.Errorf("%w: %v", ErrPassphrase, err), // the keys are not foreign
	}
}

func damaged(err error) error {
	return &app.Refusal{
		What: "Ciò che è sigillato non è come fu scritto: è rovinato, o incompleto.",
		Do:   "Usate un’altra copia.",
		Err:  fmt.Errorf("%w: %w", ErrDamaged, err),
	}
}

func sealBytes(plain []byte, to age.Recipient) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func openBytes(sealed []byte, with age.Identity) ([]byte, error) {
	r, err := decrypt(bytes.NewReader(sealed), with)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
