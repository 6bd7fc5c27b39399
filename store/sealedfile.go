package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"path/filepath"

	"tutela/app"
	"tutela/app/vault"
)

// The file of a sealed office. Numbers are little-endian.
//
//	file    = head frame*
//	head    = magic[16] version[4] length[4] JSON[length] crc[4]
//	JSON    = {"public", "wrapped", "key"}: the keys of the passphrase, and the data
//	          key of this file sealed to them (package vault). Nothing of the office.
//	frame   = mark[4] kind[1] 0[3] number[8] length[4] crc[4] sealed[length]
//	sealed  = a piece of vault.Box under the data key; with it stand the digest of
//	          head, the frame up to its crc, and the tag of the frame before: so none
//	          can be left out, changed over or brought from another file
//	blob    = the bytes of one attachment or printed paper
//	pages   = pageSize[4] count[4] blobs[4] (sha256[32] offset[8])* (number[4] page)*
//
// What a commit changed are frames of blobs and pages, the last of them of kind
// end: with it, and not before, they count. pages are those of the database as
// SQLite has it in memory, and count how many it has; offset is where the frame
// of a blob begins.
//
// Where a commit has several frames, all but the last are on the disk before the
// last is written. Hence, after a pulled plug, only the end of the file may be
// torn, and what is torn there was not acknowledged: it is dropped. A frame that
// does not open while the end of a later commit stands behind it is damage. Close
// writes an end with nothing in it, so that damage to the last commit is told
// from a torn one too. A file that was cut short, by hand or by a bad stick, looks
// like a torn one: what tells is the chain, against a value printed before.
//
// A copy ends with a frame of kind sum, which is not sealed, for copies are made
// without a key too: the SHA-256 of all before it, and 8 zeros. Without it a copy is
// not whole. An office that a copy has become drops it with its first commit.
const (
	sealedMagic   = "TUTELA SEALED\r\n\x1a"
	sealedVersion = 1

	headStart = 24      // of the JSON
	headMost  = 1 << 16 // more of it is none of ours

	frameMark = "TFR1"
	frameHead = 24
	frameMost = app.MaxFile + 1<<20
)

type frameKind byte

const (
	frameBlob  frameKind = 'B'
	framePages frameKind = 'P' // more of the commit follow
	frameEnd   frameKind = 'E' // and no more
	frameSum   frameKind = 'S' // of a copy
)

// sumSize is what stands in a frame of kind sum.
const sumSize = vault.BoxOverhead

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealedHead is what stands in the clear.
type sealedHead struct {
	Public  string `json:"public"`
	Wrapped []byte `json:"wrapped"`
	Key     []byte `json:"key"`

	size   int64
	digest [sha256.Size]byte
}

func (h *sealedHead) keys() vault.Keys { return vault.Keys{Public: h.Public, Wrapped: h.Wrapped} }

// newSealedHead draws a data key and seals it to keys.
func newSealedHead(keys vault.Keys) (head *sealedHead, raw []byte, box *vault.Box, err error) {
	key := vault.NewKey()
	if box, err = vault.NewBox(key); err != nil {
		return nil, nil, nil, err
	}
	head = &sealedHead{Public: keys.Public, Wrapped: keys.Wrapped}
	if head.Key, err = vault.SealKey(key, keys.Public); err != nil {
		return nil, nil, nil, err
	}
	body, err := json.Marshal(head)
	if err != nil {
		return nil, nil, nil, err
	}
	raw = append([]byte(sealedMagic), make([]byte, 8)...)
	binary.LittleEndian.PutUint32(raw[16:], sealedVersion)
	binary.LittleEndian.PutUint32(raw[20:], uint32(len(body)))
	raw = append(raw, body...)
	raw = binary.LittleEndian.AppendUint32(raw, crc32.Checksum(raw, castagnoli))
	head.size, head.digest = int64(len(raw)), sha256.Sum256(raw)
	return head, raw, box, nil
}

// readSealedHead reads what stands in the clear, and refuses in words what is
// newer, damaged or cut. A file that is not sealed gives nil.
func readSealedHead(path string, f io.ReaderAt) (*sealedHead, error) {
	start := make([]byte, headStart)
	n, err := f.ReadAt(start, 0)
	if err != nil && err != io.EOF {
		return nil, refuseRead(err)
	}
	if !bytes.HasPrefix(start[:n], []byte(sealedMagic)) {
		return nil, nil
	}
	if n < headStart {
		return nil, damaged(path, io.ErrUnexpectedEOF)
	}
	if v := binary.LittleEndian.Uint32(start[16:]); v > sealedVersion {
		return nil, &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è in un formato più recente di quello che questo programma conosce.",
			Do:   "Installate l’ultima versione di Tutela e riprovate; il file non è stato toccato.",
		}
	}
	length := binary.LittleEndian.Uint32(start[20:])
	if length > headMost {
		return nil, damaged(path, fmt.Errorf("a head of %d bytes", length))
	}
	raw := make([]byte, headStart+int(length)+4)
	if _, err := f.ReadAt(raw, 0); err == io.EOF {
		return nil, damaged(path, io.ErrUnexpectedEOF)
	} else if err != nil {
		return nil, refuseRead(err)
	}
	body, sum := raw[:len(raw)-4], binary.LittleEndian.Uint32(raw[len(raw)-4:])
	if crc32.Checksum(body, castagnoli) != sum {
		return nil, damaged(path, errors.New("the head has another checksum"))
	}
	head := &sealedHead{size: int64(len(raw)), digest: sha256.Sum256(raw)}
	if err := json.Unmarshal(body[headStart:], head); err != nil {
		return nil, damaged(path, err)
	}
	return head, nil
}

// frame is where one stands, and how long it is.
type frame struct {
	kind   frameKind
	number uint64
	at     int64
	length uint32
}

func (f frame) end() int64 { return f.at + frameHead + int64(f.length) }

// clear is the part of a frame that is not sealed.
func (f frame) clear() []byte {
	out := make([]byte, frameHead)
	copy(out, frameMark)
	out[4] = byte(f.kind)
	binary.LittleEndian.PutUint64(out[8:], f.number)
	binary.LittleEndian.PutUint32(out[16:], f.length)
	binary.LittleEndian.PutUint32(out[20:], crc32.Checksum(out[:20], castagnoli))
	return out
}

// parseFrame reads the clear part; false where there is none.
func parseFrame(raw []byte, at int64) (frame, bool) {
	if len(raw) < frameHead || !bytes.HasPrefix(raw, []byte(frameMark)) ||
		crc32.Checksum(raw[:20], castagnoli) != binary.LittleEndian.Uint32(raw[20:]) {
		return frame{}, false
	}
	f := frame{kind: frameKind(raw[4]), number: binary.LittleEndian.Uint64(raw[8:]), at: at, length: binary.LittleEndian.Uint32(raw[16:])}
	return f, f.length >= vault.BoxOverhead && f.length <= frameMost
}

// with is what a frame is authentic together with.
func (h *sealedHead) with(f frame, before [vault.TagSize]byte) []byte {
	out := append(h.digest[:len(h.digest):len(h.digest)], f.clear()[:20]...)
	return append(out, before[:]...)
}

// blobRef is where the bytes of a digest lie.
type blobRef struct {
	sha [sha256.Size]byte
	at  int64
}

// pageSet is what one frame of pages holds.
type pageSet struct {
	size  int    // of a page
	count uint32 // of all pages of the database
	blobs []blobRef
	pages []byte // each with its number before it
}

const pageSetHead = 12

func (p *pageSet) encode() []byte {
	out := make([]byte, 0, pageSetHead+len(p.blobs)*40+len(p.pages))
	out = binary.LittleEndian.AppendUint32(out, uint32(p.size))
	out = binary.LittleEndian.AppendUint32(out, p.count)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(p.blobs)))
	for _, b := range p.blobs {
		out = append(out, b.sha[:]...)
		out = binary.LittleEndian.AppendUint64(out, uint64(b.at))
	}
	return append(out, p.pages...)
}

// decodePages reads a frame of pages. Only what this program sealed gets here, so
// that what does not fit is a fault of a program, not of a disk.
func decodePages(raw []byte) (p pageSet, err error) {
	if len(raw) < pageSetHead {
		return p, io.ErrUnexpectedEOF
	}
	p.size, p.count = int(binary.LittleEndian.Uint32(raw)), binary.LittleEndian.Uint32(raw[4:])
	n := uint64(binary.LittleEndian.Uint32(raw[8:]))
	raw = raw[pageSetHead:]
	if uint64(len(raw)) < n*40 {
		return p, io.ErrUnexpectedEOF
	}
	for range n {
		b := blobRef{at: int64(binary.LittleEndian.Uint64(raw[sha256.Size:]))}
		copy(b.sha[:], raw)
		p.blobs, raw = append(p.blobs, b), raw[40:]
	}
	if p.size < 512 || p.size > 65536 || len(raw)%(4+p.size) != 0 {
		return p, fmt.Errorf("%d bytes are no pages of %d", len(raw), p.size)
	}
	p.pages = raw
	return p, nil
}

// put brings the pages into the image of a database of as many pages as count.
func (p *pageSet) put(image []byte, count uint32) ([]byte, error) {
	most := int64(count) * int64(p.size)
	if int64(cap(image)) < most {
		image = append(make([]byte, 0, most), image...)
	}
	for raw := p.pages; len(raw) > 0; raw = raw[4+p.size:] {
		end := int64(binary.LittleEndian.Uint32(raw)) * int64(p.size)
		if end < int64(p.size) || end > most {
			return nil, fmt.Errorf("page %d of %d", end/int64(p.size), count)
		}
		if end > int64(len(image)) {
			image = image[:end]
		}
		copy(image[end-int64(p.size):end], raw[4:])
	}
	return image, nil
}
