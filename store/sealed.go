package store

import (
	"context"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"hash/maphash"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/semaphore"

	"tutela/app/vault"
)

// sealed is an open office whose file is sealed. Its rows live in memory, where
// all connections share them; what a commit changes in them is on the disk,
// sealed, before the commit is made in memory. Hence memory is never ahead of
// the disk, and a disk that fails is a transaction rolled back.
//
// Who writes holds the lock of the office: the window for as long as it is open,
// a command for the moment. Beside a window a sealed office is only read. Unlike
// those of a plain file, its readers and its writer take turns.
type sealed struct {
	path string
	id   *vault.Identity
	keys vault.Keys
	held bool // the caller has the lock of the office
	busy time.Duration

	turns *semaphore.Weighted // readers take one each, who writes all
	lock  *Lock               // while a command writes
	hold  bool                // commits stay in memory: a migration is one

	mu   sync.Mutex // guards what reload and rewrite change
	log  *sealedLog
	info os.FileInfo
	size int64       // of the file, where another process may write it
	name string      // of the rows in memory
	rows driver.Conn // keeps them there
	sums []uint64    // of the pages, as the disk has them

	seed    maphash.Seed
	written bool        // since it was opened
	erased  bool        // something is to be found in no frame any more
	next    *vault.Keys // that the transaction puts the office under
	least   int64       // how much the file grows before it is written anew
}

const allTurns = 1 << 20

// openSealed reads a sealed file into memory.
func openSealed(path string, opts Options) (*sealed, error) {
	s := &sealed{path: path, id: opts.Identity, held: opts.Lock != nil, busy: opts.busy, turns: semaphore.NewWeighted(allTurns), seed: maphash.MakeSeed(), least: leastLog}
	if err := s.load(); err != nil {
		return nil, err
	}
	return s, nil
}

// load reads the file anew, in the place of what was read before.
func (s *sealed) load() (err error) {
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		return gone(s.path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close())
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return refuseRead(err)
	}
	log, image, err := openLog(s.path, f, s.id)
	if err != nil {
		return err
	}
	name := "/" + uuid.NewString()
	rows, err := inMemory(image, name, s.busy)
	if err != nil {
		return refuse(s.path, "load sealed office", err)
	}
	page := pageSizeOf(image)
	sums := make([]uint64, len(image)/page)
	for i := range sums {
		sums[i] = s.sum(i+1, image[i*page:(i+1)*page])
	}
	s.mu.Lock()
	old, before := s.log, s.rows
	s.log, s.info, s.size, s.name, s.rows, s.sums, s.keys = log, info, info.Size(), name, rows, sums, log.head.keys()
	s.mu.Unlock()
	debug.FreeOSMemory() // what was read is in memory three times by now
	if old != nil {
		return errors.Join(old.f.Close(), before.Close())
	}
	return nil
}

func pageSizeOf(image []byte) int {
	if n := int(binary.BigEndian.Uint16(image[atPageSize:])); n > 1 {
		return n
	}
	return 65536
}

// sum is what a page is told from its older self by. What SQLite counts up in
// the first one at each commit is no change.
func (s *sealed) sum(number int, page []byte) uint64 {
	if number == 1 {
		settle(page)
	}
	return maphash.Bytes(s.seed, page)
}

// settle gives the header of a database what it has in a sealed file: no log
// beside it, and counters that stand still.
func settle(page []byte) {
	page[atWriteVersion], page[atReadVersion] = 1, 1
	binary.BigEndian.PutUint32(page[atChangeCounter:], 1)
	binary.BigEndian.PutUint32(page[atCountValidFor:], 1)
}

// flush writes what a transaction changed, before it is committed in memory.
func (s *sealed) flush(ctx context.Context, raw driver.Conn) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := writeHeldBack(ctx, raw); err != nil {
		return err
	}
	if s.next != nil {
		return s.rekey(ctx, raw)
	}
	var size, count int
	fresh := map[int]uint64{}
	err := eachPage(ctx, raw, func(number int, page []byte) error {
		size, count = len(page), number
		sum := s.sum(number, page)
		if number <= len(s.sums) && s.sums[number-1] == sum {
			return nil
		}
		fresh[number] = sum
		return s.log.page(uint32(number), page)
	})
	if err != nil {
		return err
	}
	shrunk := count < len(s.sums)
	if len(fresh) == 0 && len(s.log.staged) == 0 && !shrunk {
		return nil
	}
	if err := s.log.end(size, uint32(count)); err != nil {
		return err
	}
	s.written = true
	if shrunk {
		s.sums = s.sums[:count]
	}
	for len(s.sums) < count {
		s.sums = append(s.sums, 0)
	}
	for number, sum := range fresh {
		s.sums[number-1] = sum
	}
	return nil
}

// writeHeldBack has the index of the search write the words that it gathers until
// the commit, which would change pages after they were sealed. At a savepoint every
// virtual table has to write what it holds.
func writeHeldBack(ctx context.Context, raw driver.Conn) error {
	for _, query := range []string{"SAVEPOINT sealed", "RELEASE sealed"} {
		if _, err := raw.(driver.ExecerContext).ExecContext(ctx, query, nil); err != nil {
			return err
		}
	}
	return nil
}

// reserve makes sure, before a transaction that writes, that nobody else does
// and that memory holds what the file does; release undoes it.
func (s *sealed) reserve(ctx context.Context) error {
	if s.held || s.hold {
		return nil
	}
	for began := time.Now(); ; {
		lock, err := LockOffice(s.path)
		if err == nil {
			s.lock = lock
			break
		}
		if time.Since(began) > s.busy {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	if err := s.current(); err != nil {
		return errors.Join(err, s.release())
	}
	return nil
}

func (s *sealed) release() error {
	if s.lock == nil {
		return nil
	}
	lock := s.lock
	s.lock = nil
	return lock.Unlock()
}

// current reads the file anew where another process has written it. The caller
// has all turns.
func (s *sealed) current() error {
	if !s.stale() {
		return nil
	}
	if err := s.load(); err != nil {
		return gone(s.path, err)
	}
	return nil
}

// stale says that another process has written the file since it was read.
func (s *sealed) stale() bool {
	if s.held {
		return false
	}
	info, err := os.Stat(s.path)
	s.mu.Lock()
	defer s.mu.Unlock()
	return err == nil && (info.Size() != s.size || !os.SameFile(info, s.info))
}

// here says whether the path still holds the file that was read. Without the
// lock of the office another process may have written it anew.
func (s *sealed) here() error {
	info, err := os.Stat(s.path)
	if err != nil {
		return gone(s.path, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held && !os.SameFile(info, s.info) {
		return gone(s.path, errors.New("another file has taken the place of the one that was opened"))
	}
	return nil
}

// noteSize remembers how long the file is after our own writing.
func (s *sealed) noteSize() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if info, err := s.log.f.Stat(); err == nil {
		s.size = info.Size()
	}
}

// close lets go of memory and file. What was written ends with an end of its
// own, by which damage to the last commit is told from a torn one.
func (s *sealed) close() error {
	if s.rows == nil {
		return nil
	}
	var errs []error
	if s.written && s.here() == nil {
		s.busy = 0
		if s.reserve(context.Background()) == nil { // else somebody goes on writing
			s.tidy(context.Background(), s.rows, true)
			if s.log.end(s.log.pageSize, s.log.count) != nil {
				s.log.forget() // all that was acknowledged is there without it
			}
			errs = append(errs, s.release())
		}
	}
	errs = append(errs, s.rows.Close(), s.log.f.Close())
	s.rows = nil
	return errors.Join(errs...)
}
