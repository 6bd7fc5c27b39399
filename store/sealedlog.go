package store

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"tutela/app"
	"tutela/app/vault"
)

// logFile is what is asked of the file of a sealed office.
type logFile interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Stat() (os.FileInfo, error)
	Sync() error
	Truncate(size int64) error
}

// mark is a place in the file, and what the next frame there follows.
type mark struct {
	at     int64
	number uint64 // of the last frame
	tag    [vault.TagSize]byte
}

// sealedLog reads and writes the frames of a file. It is for one goroutine at a
// time, but for blob.
type sealedLog struct {
	path string // for the words
	f    logFile
	head *sealedHead
	box  *vault.Box

	durable mark             // after the last commit
	now     mark             // after the last frame
	dirty   bool             // something may stand after durable
	loose   bool             // frames were written and not synced
	blobs   map[string]int64 // sha256 in hex -> where its frame begins
	bulk    int64            // their bytes
	whole   bool             // it is a copy, and all there
	staged  []blobRef        // of the commit that is being made
	set     pageSet          // of it

	pageSize int
	count    uint32 // of pages
}

// mostPages is how many bytes of pages one frame takes.
const mostPages = 4 << 20

// makeLog begins a file.
func makeLog(path string, f logFile, keys vault.Keys) (*sealedLog, error) {
	head, raw, box, err := newSealedHead(keys)
	if err != nil {
		return nil, err
	}
	l := &sealedLog{path: path, f: f, head: head, box: box, blobs: map[string]int64{}, dirty: true}
	l.durable.at = head.size
	l.now = l.durable
	if _, err := f.WriteAt(raw, 0); err != nil {
		return nil, refuseWrite(path, err)
	}
	return l, nil
}

// openLog reads a file up to its last commit, and gives the database as it then
// was. Of one that is damaged behind a commit it gives, beside the error, what it
// was at that commit.
func openLog(path string, f logFile, id *vault.Identity) (l *sealedLog, image []byte, err error) {
	head, err := readSealedHead(path, f)
	if err != nil {
		return nil, nil, err
	}
	if head == nil {
		return nil, nil, notAnOffice(path, errors.New("it is not sealed"))
	}
	key, err := vault.OpenKey(head.Key, id)
	if err != nil {
		return nil, nil, fmt.Errorf("open sealed office: %w", err)
	}
	box, err := vault.NewBox(key)
	if err != nil {
		return nil, nil, err
	}
	l = &sealedLog{path: path, f: f, head: head, box: box, blobs: map[string]int64{}}
	l.durable.at = head.size
	l.now = l.durable
	if image, err = l.replay(); err == nil && image == nil {
		err = damaged(path, errors.New("no commit in it"))
	}
	return l, image, err
}

// replay goes through the commits.
func (l *sealedLog) replay() (image []byte, err error) {
	size, err := l.size()
	if err != nil {
		return nil, err
	}
	var sets []pageSet // of a commit whose end has not come yet
walk:
	for {
		fr, ok, err := l.frameAt(l.now.at)
		if err != nil {
			return nil, err
		}
		if !ok || fr.number != l.now.number+1 || fr.end() > size {
			break walk
		}
		if fr.kind == frameSum {
			if l.whole, err = l.summed(fr); err != nil {
				return nil, err
			}
			break walk
		}
		next := mark{at: fr.end(), number: fr.number}
		if fr.kind == frameBlob { // its bytes are looked at when they are asked for
			if _, err := l.f.ReadAt(next.tag[:], next.at-vault.TagSize); err == io.EOF {
				break walk // it is just being taken back by whoever writes
			} else if err != nil {
				return nil, refuseRead(err)
			}
			l.now = next
			l.bulk += int64(fr.length)
			continue
		}
		plain, tag, err := l.open(fr, l.now.tag)
		if errors.Is(err, vault.ErrDamaged) {
			break walk
		}
		if err != nil {
			return nil, err
		}
		next.tag = tag
		l.now = next
		set, err := decodePages(plain)
		if err != nil {
			return nil, damaged(l.path, err)
		}
		sets = append(sets, set)
		if fr.kind != frameEnd {
			continue
		}
		for i := range sets {
			if image, err = sets[i].put(image, set.count); err != nil {
				return nil, damaged(l.path, err)
			}
			for _, b := range sets[i].blobs {
				l.blobs[hex.EncodeToString(b.sha[:])] = b.at
			}
			sets[i].pages = nil
		}
		image = image[:min(int64(set.count)*int64(set.size), int64(len(image)))]
		sets, l.durable, l.pageSize, l.count = nil, l.now, set.size, set.count
	}
	return image, l.judgeRest(size)
}

// judgeRest tells a torn end, which is passed over, from damage.
func (l *sealedLog) judgeRest(size int64) error {
	l.dirty = size > l.durable.at
	broken := l.now
	l.now = l.durable
	const window = 1 << 20
	buf := make([]byte, window+frameHead)
	for at := broken.at + 1; at < size; at += window {
		n, err := l.f.ReadAt(buf[:min(int64(len(buf)), size-at)], at)
		if err != nil && err != io.EOF {
			return refuseRead(err)
		}
		for i := 0; i+frameHead <= n; i++ {
			if buf[i] != frameMark[0] {
				continue
			}
			if fr, ok := parseFrame(buf[i:n], at+int64(i)); ok && (fr.kind == frameEnd || fr.kind == frameSum) && fr.number > broken.number+1 {
				return damaged(l.path, fmt.Errorf("frame %d does not open, and frame %d stands behind it", broken.number+1, fr.number))
			}
		}
	}
	return nil
}

func (l *sealedLog) size() (int64, error) {
	info, err := l.f.Stat()
	if err != nil {
		return 0, refuseRead(err)
	}
	return info.Size(), nil
}

func (l *sealedLog) frameAt(at int64) (frame, bool, error) {
	raw := make([]byte, frameHead)
	n, err := l.f.ReadAt(raw, at)
	if err != nil && err != io.EOF {
		return frame{}, false, refuseRead(err)
	}
	fr, ok := parseFrame(raw[:n], at)
	return fr, ok, nil
}

// open gives what is in a frame, and its tag.
func (l *sealedLog) open(fr frame, before [vault.TagSize]byte) (plain []byte, tag [vault.TagSize]byte, err error) {
	raw := make([]byte, fr.length)
	if _, err := l.f.ReadAt(raw, fr.at+frameHead); err == io.EOF {
		return nil, tag, fmt.Errorf("frame %d: %w", fr.number, vault.ErrDamaged)
	} else if err != nil {
		return nil, tag, refuseRead(err)
	}
	copy(tag[:], raw[len(raw)-vault.TagSize:])
	plain, err = l.box.Open(raw, l.head.with(fr, before))
	return plain, tag, err
}

// blob gives the bytes of a digest; false where there are none.
func (l *sealedLog) blob(sha string) (data []byte, found bool, err error) {
	at, found := l.blobs[sha]
	for _, b := range l.staged {
		if hex.EncodeToString(b.sha[:]) == sha {
			at, found = b.at, true
		}
	}
	if !found {
		return nil, false, nil
	}
	fr, ok, err := l.frameAt(at)
	if err != nil {
		return nil, false, err
	}
	if !ok || fr.kind != frameBlob {
		return nil, true, vault.ErrDamaged
	}
	var before [vault.TagSize]byte
	if fr.number > 1 { // the frame before ends where this one begins
		if _, err := l.f.ReadAt(before[:], at-vault.TagSize); err != nil {
			return nil, false, refuseRead(err)
		}
	}
	data, _, err = l.open(fr, before)
	return data, true, err
}

// append writes one frame after the last.
func (l *sealedLog) append(kind frameKind, plain []byte) (at int64, err error) {
	if l.dirty && l.now == l.durable { // what a torn or a failed commit left
		if err := l.f.Truncate(l.durable.at); err != nil {
			return 0, refuseWrite(l.path, err)
		}
	}
	fr := frame{kind: kind, number: l.now.number + 1, at: l.now.at, length: uint32(len(plain) + vault.BoxOverhead)}
	raw := make([]byte, frameHead, frameHead+int(fr.length))
	copy(raw, fr.clear())
	raw = l.box.Seal(raw, plain, l.head.with(fr, l.now.tag))
	l.dirty, l.loose = true, true
	if _, err := l.f.WriteAt(raw, fr.at); err != nil {
		return 0, refuseWrite(l.path, err)
	}
	l.now.at, l.now.number = fr.end(), fr.number
	copy(l.now.tag[:], raw[len(raw)-vault.TagSize:])
	return fr.at, nil
}

// stage keeps the bytes of a digest with the commit that is being made.
func (l *sealedLog) stage(sha string, data []byte) error {
	sum, err := hex.DecodeString(sha)
	if err != nil {
		return err
	}
	at, err := l.append(frameBlob, data)
	if err != nil {
		return err
	}
	b := blobRef{at: at}
	copy(b.sha[:], sum)
	l.staged = append(l.staged, b)
	l.bulk += int64(len(data))
	return nil
}

// page adds a page to the commit that is being made.
func (l *sealedLog) page(number uint32, data []byte) error {
	if len(l.set.pages) >= mostPages {
		l.set.size = len(data)
		if _, err := l.append(framePages, l.set.encode()); err != nil {
			return err
		}
		l.set.pages = l.set.pages[:0]
	}
	l.set.size = len(data)
	l.set.pages = append(binary.LittleEndian.AppendUint32(l.set.pages, number), data...)
	return nil
}

// end makes what was staged, and the pages, last: when it returns they are on the
// disk. size is that of a page and count how many the database has.
func (l *sealedLog) end(size int, count uint32) (err error) {
	if l.loose { // see sealedfile.go: the end alone may be torn
		if err := l.f.Sync(); err != nil {
			return refuseWrite(l.path, err)
		}
	}
	l.set.size, l.set.count, l.set.blobs = size, count, l.staged
	if _, err := l.append(frameEnd, l.set.encode()); err != nil {
		return err
	}
	if err := l.f.Sync(); err != nil {
		return refuseWrite(l.path, err)
	}
	for _, b := range l.staged {
		l.blobs[hex.EncodeToString(b.sha[:])] = b.at
	}
	l.durable, l.dirty, l.loose = l.now, false, false
	l.pageSize, l.count = size, count
	l.staged, l.set = nil, pageSet{pages: l.set.pages[:0]}
	return nil
}

// needed is how many bytes of the file a new one would have, about.
func (l *sealedLog) needed() int64 { return int64(l.count)*int64(l.pageSize) + l.bulk }

// forget drops what was not made to last. The bytes go now, or else before the
// next are written: until then nobody takes them for a commit.
func (l *sealedLog) forget() {
	l.staged, l.set, l.loose = nil, pageSet{}, false
	l.now = l.durable
	if l.dirty && l.f.Truncate(l.durable.at) == nil {
		l.dirty = false
	}
}

// refuseWrite puts the words for people to what the system says of a write.
func refuseWrite(path string, err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return &app.Refusal{
			What: "Il disco è pieno: l’ultima modifica non è stata salvata.",
			Do:   "Liberate spazio e riprovate.", Err: err,
		}
	case errors.Is(err, syscall.EROFS), errors.Is(err, os.ErrPermission):
		return fileReadOnly(path, err)
	case errors.Is(err, os.ErrNotExist):
		return noFolder(filepath.Dir(path), err)
	}
	return &app.Refusal{
		What: "Il disco non accetta la scrittura: è pieno, guasto o scollegato. L’ultima modifica non è stata salvata.",
		Do:   "Liberate spazio o ricollegate il disco e riprovate.", Err: err,
	}
}

func refuseRead(err error) error {
	return &app.Refusal{
		What: "Il disco dà errori di lettura o è stato scollegato.",
		Do:   "Ricollegate il disco e riaprite il file; se l’errore resta, ripristinate l’ultima copia di sicurezza.", Err: err,
	}
}
