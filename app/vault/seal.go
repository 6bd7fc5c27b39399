package vault

import (
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// KeySize is the length in bytes of a data key.
const KeySize = 32

// Seal writes to w what only the identity of public opens. Nothing is whole
// before Close, which leaves w open.
func Seal(w io.Writer, public string) (io.WriteCloser, error) {
	to, err := age.ParseX25519Recipient(public)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return sealed, nil
}

// Open reads what was sealed. Only what is read to its end without an error is
// whole: pieces of 64 KB are authentic each, their end is known at the end.
// What was sealed to others is ErrForeign, what was changed or cut ErrDamaged.
func Open(r io.Reader, id *Identity) (io.Reader, error) {
	plain, err := decrypt(r, id.x)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	return plain, nil
}

// SealKey seals a data key, of KeySize bytes, to a public half.
func SealKey(key []byte, public string) ([]byte, error) {
	if len(key) != KeySize {
		return nil, fmt.Errorf("seal key: it has %d bytes", len(key))
	}
	to, err := age.ParseX25519Recipient(public)
	if err != nil {
		return nil, fmt.Errorf("seal key: %w", err)
	}
	return sealBytes(key, to)
}

// OpenKey gives a data key back.
func OpenKey(sealed []byte, id *Identity) ([]byte, error) {
	key, err := openBytes(sealed, id.x)
	if err != nil {
		return nil, fmt.Errorf("open key: %w", err)
	}
	if len(key) != KeySize {
		return nil, fmt.Errorf("open key: %w", damaged(fmt.Errorf("it has %d bytes", len(key))))
	}
	return key, nil
}

// decrypt tells wrong keys from damage, also while what it gives is being read.
func decrypt(r io.Reader, with age.Identity) (io.Reader, error) {
	src := &source{r: r}
	plain, err := age.Decrypt(src, with)
	var none *age.NoIdentityMatchError
	switch {
	case src.err != nil:
		return nil, src.err
	case errors.As(err, &none):
		return nil, fmt.Errorf("%w: %w", ErrForeign, err)
	case err != nil:
		return nil, damaged(err)
	}
	return &opened{plain, src}, nil
}

// source keeps an error of reading apart from one of opening: a disk that fails is
// no damaged copy.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

type opened struct {
	plain io.Reader
	src   *source
}

func (o *opened) Read(p []byte) (int, error) {
	n, err := o.plain.Read(p)
	switch {
	case err == nil || err == io.EOF:
		return n, err
	case o.src.err != nil:
		return n, o.src.err
	}
	return n, damaged(err)
}
