package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"

	"tutela/app"
	"tutela/app/vault"
)

// bytesFile is a file that lies in memory.
type bytesFile struct {
	*bytes.Reader
	logFile
}

func (f bytesFile) ReadAt(p []byte, at int64) (int, error) { return f.Reader.ReadAt(p, at) }
func (f bytesFile) Stat() (os.FileInfo, error)             { return sizeOf{size: f.Size()}, nil }

type sizeOf struct {
	os.FileInfo
	size int64
}

func (s sizeOf) Size() int64 { return s.size }

// FuzzSealedFile: whatever a file holds, it is opened, or refused in words. Bytes
// are changed in a good one, or put behind it.
func FuzzSealedFile(f *testing.F) {
	path, opts := filledSealed(f)
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte("TUTELA"), 0)
	f.Add(16, []byte{1, 0, 0, 0, 255, 255, 0, 0}, 0)
	f.Add(20, []byte{255, 255, 255, 255}, 0)
	f.Add(len(whole)-30, []byte(frameMark), 0)
	f.Add(len(whole), frame{kind: frameSum, number: 9, length: sumSize}.clear(), 0)
	f.Add(0, []byte{}, len(whole)/2)
	f.Fuzz(func(t *testing.T, at int, put []byte, cut int) {
		data := bytes.Clone(whole)
		if cut > 0 && cut < len(data) {
			data = data[:cut]
		}
		if at < 0 || at > len(data) {
			t.Skip()
		}
		data = append(data[:at], append(put, data[min(len(data), at+len(put)):]...)...)
		l, image, err := openLog("u.tutela", bytesFile{Reader: bytes.NewReader(data)}, opts.Identity)
		var said *app.Refusal
		if err != nil && !errors.As(err, &said) && !errors.Is(err, vault.ErrForeign) && !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("no words for people: %v", err)
		}
		if err == nil && (len(image) == 0 || l.durable.at > int64(len(data))) {
			t.Errorf("%d bytes of rows, %d of %d bytes of the file", len(image), l.durable.at, len(data))
		}
		if err == nil {
			if err := l.copyTo(io.Discard, l.durable); err != nil {
				t.Error(err)
			}
		}
	})
}

// FuzzPages: what is not pages is refused, and pages do not get out of the image.
func FuzzPages(f *testing.F) {
	f.Add((&pageSet{size: 512, count: 2, pages: append([]byte{2, 0, 0, 0}, make([]byte, 512)...)}).encode())
	f.Add((&pageSet{size: 4096, count: 1, blobs: []blobRef{{at: 7}}}).encode())
	f.Add([]byte{0, 2, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := decodePages(raw)
		if err != nil || p.count > 1000 {
			return
		}
		if !bytes.Equal(p.encode(), raw) {
			t.Errorf("%x is read as %x", raw, p.encode())
		}
		image, err := p.put(nil, p.count)
		if err == nil && len(image) > p.size*int(p.count) {
			t.Errorf("%d bytes of %d pages", len(image), p.count)
		}
	})
}
