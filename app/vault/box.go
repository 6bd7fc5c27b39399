package vault

import (
	"crypto/cipher"
	"crypto/rand"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// Box seals pieces of bytes under one data key: XChaCha20-Poly1305, the nonce of
// each piece drawn by chance. With 24 bytes of it none comes twice, also where a
// piece that was never finished is written again as another.
type Box struct{ aead cipher.AEAD }

// BoxOverhead is how many bytes longer a piece is sealed than open.
const BoxOverhead = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// TagSize is the length of what stands at the end of a sealed piece: whoever
// names it has named the whole piece.
const TagSize = chacha20poly1305.Overhead

// NewKey draws a data key.
func NewKey() []byte {
	key := make([]byte, KeySize)
	rand.Read(key) // ends the program rather than fail
	return key
}

// NewBox makes the box of a data key.
func NewBox(key []byte) (*Box, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("make box: %w", err)
	}
	return &Box{aead}, nil
}

// Seal adds a sealed piece to dst. What stands with it is not in it, but without
// the same it does not open.
func (b *Box) Seal(dst, plain, with []byte) []byte {
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	rand.Read(nonce)
	return b.aead.Seal(append(dst, nonce...), nonce, plain, with)
}

// Open gives a piece back; ErrDamaged where it is not as it was sealed, or not
// with the same.
func (b *Box) Open(sealed, with []byte) ([]byte, error) {
	if len(sealed) < BoxOverhead {
		return nil, damaged(fmt.Errorf("a piece of %d bytes", len(sealed)))
	}
	nonce, rest := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	plain, err := b.aead.Open(nil, nonce, rest, with)
	if err != nil {
		return nil, damaged(err)
	}
	return plain, nil
}
