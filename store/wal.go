package store

import (
	"encoding/binary"
	"errors"
)

// The write-ahead log of SQLite (sqlite.org/fileformat2.html, 4): a head, and frames
// of a head and a page each. Numbers are big-endian but for what checksums add up.
const (
	logHeadSize  = 32
	logMagic     = 0x377f0682 // with 1 added: checksums add up big-endian numbers
	atLogPage    = 8
	atLogSalt    = 16 // 8 bytes, repeated in every frame of this turn
	atLogSum     = 24
	logFrameHead = 24
	atFrameCount = 4 // pages in the database after a commit; 0 in frames before its last
	atFrameSalt  = 8
	atFrameSum   = 16
)

// withLog puts into the image of a database what its log has committed. A log that
// ends in the middle of a frame or of a commit counts as far as it goes, as for
// SQLite; one without a good head does not count.
func withLog(image, log []byte) ([]byte, error) {
	if len(log) < logHeadSize {
		return image, nil
	}
	big := binary.BigEndian
	magic, page := big.Uint32(log), int(big.Uint32(log[atLogPage:]))
	sum := logSum{big: magic&1 == 1}
	sum.add(log[:atLogSum])
	if magic&^1 != logMagic || !sum.is(log[atLogSum:]) {
		return image, nil
	}
	if len(image) < headerSize || page != pageSizeOf(image) {
		return nil, errors.New("its log has pages of another size")
	}
	salt := string(log[atLogSalt:atLogSum])
	most := int64(len(image)) + int64(len(log)) // every page that comes to the file stands in its log
	pages := map[uint32][]byte{}                // of the commit that has not come to its end
	for rest := log[logHeadSize:]; len(rest) >= logFrameHead+page; rest = rest[logFrameHead+page:] {
		head, content := rest[:logFrameHead], rest[logFrameHead:logFrameHead+page]
		number, count := big.Uint32(head), big.Uint32(head[atFrameCount:])
		sum.add(head[:atFrameSalt])
		sum.add(content)
		if number == 0 || string(head[atFrameSalt:atFrameSum]) != salt || !sum.is(head[atFrameSum:]) {
			break
		}
		pages[number] = content
		if count == 0 {
			continue
		}
		size := int64(count) * int64(page)
		if size > most {
			return nil, errors.New("its log grows out of measure")
		}
		image = append(image, make([]byte, max(size-int64(len(image)), 0))...)[:size]
		for n, content := range pages {
			if n <= count {
				copy(image[int64(n-1)*int64(page):], content)
			}
		}
		clear(pages)
	}
	return image, nil
}

// logSum is the running checksum of a log.
type logSum struct {
	big  bool
	a, b uint32
}

func (s *logSum) add(data []byte) {
	var order binary.ByteOrder = binary.LittleEndian
	if s.big {
		order = binary.BigEndian
	}
	for ; len(data) >= 8; data = data[8:] {
		s.a += order.Uint32(data) + s.b
		s.b += order.Uint32(data[4:]) + s.a
	}
}

func (s *logSum) is(at []byte) bool {
	return binary.BigEndian.Uint32(at) == s.a && binary.BigEndian.Uint32(at[4:]) == s.b
}
