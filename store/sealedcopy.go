package store

import (
	"errors"
	"io"
	"os"
)

// CopyLocked writes a sealed office as it is up to its last whole commit, which
// asks for no passphrase: what comes out opens with that of the office. It may be
// called beside an open window.
func CopyLocked(path string, w io.Writer) (written int64, err error) {
	if path, err = resolve(path); err != nil {
		return 0, err
	}
	f, err := os.Open(path)
	if err != nil {
		return 0, refuseRead(err)
	}
	defer f.Close()
	head, err := readSealedHead(path, f)
	if err != nil {
		return 0, err
	}
	if head == nil {
		return 0, notAnOffice(path, errors.New("it is not sealed"))
	}
	l := &sealedLog{path: path, f: f, head: head}
	size, err := l.size()
	if err != nil {
		return 0, err
	}
	end, at := int64(0), head.size
	for number := uint64(1); ; number++ {
		fr, ok, err := l.frameAt(at)
		if err != nil {
			return 0, err
		}
		if !ok || fr.number != number || fr.end() > size {
			break
		}
		if at = fr.end(); fr.kind == frameEnd {
			end = at
		}
	}
	if end == 0 {
		return 0, damaged(path, errors.New("no commit in it"))
	}
	return io.Copy(w, io.NewSectionReader(f, 0, end))
}
