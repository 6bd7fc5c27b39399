package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
)

// A copy of an office is one file: an envelope that anybody can read, and a body
// that is sealed where the office had a passphrase.
//
//	envelope  16 bytes   "tutela-copia/1\r\n"
//	           4 bytes   length n of what follows, big-endian
//	           n bytes   JSON: {"sealed":false}, or
//	                     {"sealed":true,"public":"age1…","wrapped":"base64"}
//	          32 bytes   SHA-256 of all of the above
//	body                 as it is, or an age file sealed to public:
//	             4 bytes   length m of the manifest, big-endian
//	             m bytes   the manifest, JSON: what is in the copy (store.Manifest)
//	                       the image: an SQLite file, whole
//	            32 bytes   SHA-256 of the body before
//
// The envelope names neither the office nor the day: who finds a sealed copy
// learns its size, and that it is a copy. "wrapped" is the private half, sealed
// under the passphrase: the copy and the passphrase are all that it takes to open
// it. The line break in the first bytes shows a file that was sent as text.
//
// Another version changes the number in the first line, and its whole rest.
const (
	copyName  = "tutela-copia/"
	copyMagic = copyName + "1\r\n"
)

// mostEnvelope and mostManifest are beyond any that is written.
const (
	mostEnvelope = 1 << 16
	mostManifest = 1 << 24
)

// What a file may be that is no good copy. They have no words for people: those
// name the file.
var (
	ErrNotCopy = errors.New("not a copy of an office")
	ErrNewer   = errors.New("copy of a newer format")
)

type envelope struct {
	Sealed  bool   `json:"sealed"`
	Public  string `json:"public,omitempty"`
	Wrapped []byte `json:"wrapped,omitempty"`
}

// CopyWriter writes a copy. What is written to it is the image.
type CopyWriter struct {
	body   io.Writer // what the digest is taken over
	digest hash.Hash
	out    io.Writer
	sealed io.Closer // nil where it is not
}

// NewCopy begins a copy with its manifest. It is sealed where there are keys.
func NewCopy(w io.Writer, k Keys, manifest []byte) (*CopyWriter, error) {
	head, err := json.Marshal(envelope{Sealed: !k.None(), Public: k.Public, Wrapped: k.Wrapped})
	if err != nil {
		return nil, fmt.Errorf("write envelope: %w", err)
	}
	open := sized([]byte(copyMagic), head)
	sum := sha256.Sum256(open)
	if _, err := w.Write(append(open, sum[:]...)); err != nil {
		return nil, fmt.Errorf("write envelope: %w", err)
	}
	c := &CopyWriter{out: w, digest: sha256.New()}
	if !k.None() {
		sealed, err := Seal(w, k.Public)
		if err != nil {
			return nil, err
		}
		c.out, c.sealed = sealed, sealed
	}
	c.body = io.MultiWriter(c.out, c.digest)
	if _, err := c.body.Write(sized(nil, manifest)); err != nil {
		return nil, fmt.Errorf("write manifest: %w", err)
	}
	return c, nil
}

// sized appends the length of a piece, and the piece.
func sized(to, piece []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(piece)))
	return append(to, piece...)
}

func (c *CopyWriter) Write(p []byte) (int, error) { return c.body.Write(p) }

// Close ends the copy with its digest. The writer below stays open.
func (c *CopyWriter) Close() error {
	if _, err := c.out.Write(c.digest.Sum(nil)); err != nil {
		return err
	}
	if c.sealed != nil {
		return c.sealed.Close()
	}
	return nil
}

// Copy is a copy of which the envelope was read.
type Copy struct {
	Keys Keys // none where it is not sealed
	body io.Reader
}

// Sealed says that it takes a passphrase to read it.
func (c *Copy) Sealed() bool { return !c.Keys.None() }

// ReadCopy reads the envelope. ErrNotCopy, ErrNewer and ErrDamaged say what else
// the file may be.
func ReadCopy(r io.Reader) (*Copy, error) {
	seen := sha256.New()
	src := &source{r: r}
	from := io.TeeReader(src, seen)
	magic := make([]byte, len(copyMagic))
	if _, err := io.ReadFull(from, magic); err != nil {
		return nil, first(src.err, fmt.Errorf("%w: it has no first line", ErrNotCopy))
	}
	switch {
	case !bytes.HasPrefix(magic, []byte(copyName)):
		return nil, ErrNotCopy
	case string(magic) == copyMagic:
	case bytes.HasPrefix(magic, []byte(copyMagic[:len(copyName)+1])):
		return nil, damaged(errors.New("its line break was changed: it was sent as text"))
	default:
		return nil, fmt.Errorf("%w: %q", ErrNewer, magic)
	}
	head, err := piece(from, mostEnvelope)
	if err != nil {
		return nil, first(src.err, damaged(err))
	}
	want := make([]byte, sha256.Size)
	got := seen.Sum(nil)
	if _, err := io.ReadFull(src, want); err != nil {
		return nil, first(src.err, damaged(err))
	}
	if !bytes.Equal(got, want) {
		return nil, damaged(errors.New("the envelope has another digest"))
	}
	var e envelope
	if err := json.Unmarshal(head, &e); err != nil || e.Sealed != (e.Public != "") {
		return nil, damaged(fmt.Errorf("the envelope makes no sense: %w", err))
	}
	return &Copy{Keys: Keys{Public: e.Public, Wrapped: e.Wrapped}, body: src}, nil
}

// Open reads the manifest and gives the image. The manifest, too, is good only
// once the image was read to its end without an error. A copy that is not sealed
// is opened with nil.
func (c *Copy) Open(id *Identity) (manifest []byte, image io.Reader, err error) {
	body := c.body
	if c.Sealed() {
		if id == nil {
			return nil, nil, wrongPassphrase(errors.New("none was given"))
		}
		if body, err = Open(body, id); err != nil {
			return nil, nil, err
		}
	}
	b := &bodyReader{r: body, digest: sha256.New()}
	manifest, err = piece(b, mostManifest)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, errTooLong) {
		err = damaged(err)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read manifest: %w", err)
	}
	return manifest, b, nil
}

var errTooLong = errors.New("its length makes no sense")

// piece reads what sized wrote.
func piece(r io.Reader, most uint32) ([]byte, error) {
	var length [4]byte
	if _, err := io.ReadFull(r, length[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(length[:])
	if n > most {
		return nil, errTooLong
	}
	out := make([]byte, n)
	_, err := io.ReadFull(r, out)
	return out, err
}

// first is the error of the disk, where there is one.
func first(disk, other error) error {
	if disk != nil {
		return disk
	}
	return other
}

// bodyReader gives a body without the digest at its end, and says in place of EOF
// where the digest is another.
type bodyReader struct {
	r      io.Reader
	digest hash.Hash
	held   []byte // read, and perhaps the digest
	ended  bool
}

func (b *bodyReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for !b.ended && len(b.held) <= sha256.Size {
		chunk := make([]byte, 64<<10)
		n, err := b.r.Read(chunk)
		b.held = append(b.held, chunk[:n]...)
		switch {
		case err == io.EOF:
			b.ended = true
		case err != nil:
			return 0, err
		}
	}
	if n := len(b.held) - sha256.Size; n > 0 {
		n = copy(p, b.held[:n])
		b.digest.Write(p[:n])
		b.held = b.held[n:]
		return n, nil
	}
	if !bytes.Equal(b.held, b.digest.Sum(nil)) {
		return 0, damaged(errors.New("the body has another digest"))
	}
	return 0, io.EOF
}
