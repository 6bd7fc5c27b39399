package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net/url"
	"strconv"
	"sync"
	"time"

	"modernc.org/sqlite"
)

// rawConn is what a connection of the driver can do.
type rawConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.SessionResetter
	driver.Validator
	driver.Pinger
}

// private are rows in memory of one connection alone, which may attach files.
const private = ":memory:"

// memoryDSN names rows in memory, that all connections of the process share.
func memoryDSN(name string, a access, busy time.Duration) string {
	pragmas := []string{
		"busy_timeout(" + strconv.FormatInt(busy.Milliseconds(), 10) + ")",
		"trusted_schema(OFF)", "temp_store(MEMORY)", "secure_delete(ON)",
	}
	q := url.Values{"vfs": {"memdb"}, "_txlock": {"immediate"}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}}
	switch a {
	case readWrite:
		pragmas = append(pragmas, "foreign_keys(ON)")
	case reshape:
		pragmas = append(pragmas, "foreign_keys(OFF)")
	default:
		q.Del("_txlock")
		q.Set("_query_only", "1")
	}
	q["_pragma"] = pragmas
	if name == private {
		q.Del("vfs")
		return (&url.URL{Scheme: "file", Opaque: name, RawQuery: q.Encode()}).String()
	}
	return (&url.URL{Scheme: "file", Path: name, RawQuery: q.Encode()}).String()
}

// openMemory connects to rows in memory, and makes them where there are none.
func openMemory(name string, a access, busy time.Duration) (rawConn, error) {
	c, err := new(sqlite.Driver).Open(memoryDSN(name, a, busy))
	if err != nil {
		return nil, err
	}
	return c.(rawConn), nil
}

// inMemory makes rows in memory of the image of a database; they are there as
// long as a connection is.
func inMemory(image []byte, name string, busy time.Duration) (driver.Conn, error) {
	from, err := new(sqlite.Driver).Open(private)
	if err != nil {
		return nil, err
	}
	defer from.Close() // after its rows were copied
	if err := from.(interface{ Deserialize([]byte) error }).Deserialize(image); err != nil {
		return nil, err
	}
	b, err := from.(interface {
		NewBackup(string) (*sqlite.Backup, error)
	}).NewBackup(memoryDSN(name, reshape, busy))
	if err != nil {
		return nil, err
	}
	for more := true; more; {
		if more, err = b.Step(-1); err != nil {
			return nil, errors.Join(err, b.Finish())
		}
	}
	return b.Commit()
}

// eachPage calls do for every page of the database, in their order, as the
// connection sees it in its transaction.
func eachPage(ctx context.Context, raw driver.Conn, do func(number int, page []byte) error) error {
	return eachRow(ctx, raw, "SELECT pgno, data FROM sqlite_dbpage", func(row []driver.Value) error {
		return do(int(row[0].(int64)), row[1].([]byte))
	})
}

// blobNames are the digests that rows name.
func blobNames(ctx context.Context, raw driver.Conn) (out []string, err error) {
	err = eachRow(ctx, raw, "SELECT sha256 FROM blob ORDER BY sha256", func(row []driver.Value) error {
		out = append(out, row[0].(string))
		return nil
	})
	return out, err
}

func eachRow(ctx context.Context, raw driver.Conn, query string, do func(row []driver.Value) error) error {
	rows, err := raw.(driver.QueryerContext).QueryContext(ctx, query, nil)
	if err != nil {
		return err
	}
	row := make([]driver.Value, len(rows.Columns()))
	for {
		if err := rows.Next(row); err == io.EOF {
			return rows.Close()
		} else if err != nil {
			return errors.Join(err, rows.Close())
		}
		if err := do(row); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
}

// sealedPool makes the connections of a handle on a sealed office.
type sealedPool struct {
	s *sealed
	a access
}

func (p *sealedPool) Driver() driver.Driver { return new(sqlite.Driver) }

func (p *sealedPool) Connect(context.Context) (driver.Conn, error) {
	p.s.mu.Lock()
	name := p.s.name
	p.s.mu.Unlock()
	raw, err := openMemory(name, p.a, p.s.busy)
	if err != nil {
		return nil, err
	}
	return &sealedConn{rawConn: raw, s: p.s, a: p.a, name: name}, nil
}

// sealedConn is a connection whose transactions take turns, and whose commits
// are sealed.
type sealedConn struct {
	rawConn
	s    *sealed
	a    access
	name string // of the rows it sees
	bad  bool   // its rows are not those of the disk
}

// IsValid takes a connection out of the pool whose rows are not those of the
// file any more.
func (c *sealedConn) IsValid() bool { return !c.bad && c.fresh() && c.rawConn.IsValid() }

// ResetSession says the same before it is used again.
func (c *sealedConn) ResetSession(ctx context.Context) error {
	if c.bad || !c.fresh() {
		return driver.ErrBadConn
	}
	return c.rawConn.ResetSession(ctx)
}

func (c *sealedConn) fresh() bool {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return c.name == c.s.name
}

// BeginTx waits for its turn.
func (c *sealedConn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	tx := &sealedTx{c: c, ctx: context.WithoutCancel(ctx), turns: 1}
	if c.a != readOnly {
		tx.turns = allTurns
	} else if c.s.stale() {
		if err := c.s.renew(ctx); err != nil {
			return nil, err
		}
	}
	if err := c.s.turns.Acquire(ctx, tx.turns); err != nil {
		return nil, err
	}
	if tx.turns == allTurns {
		if err := c.s.reserve(ctx); err != nil {
			tx.done()
			return nil, err
		}
	}
	if !c.fresh() {
		return nil, errors.Join(driver.ErrBadConn, tx.done())
	}
	raw, err := c.rawConn.BeginTx(ctx, opts)
	if err != nil {
		return nil, errors.Join(err, tx.done())
	}
	tx.raw = raw
	return tx, nil
}

// renew reads the file anew, once it is nobody's turn.
func (s *sealed) renew(ctx context.Context) error {
	if err := s.turns.Acquire(ctx, allTurns); err != nil {
		return err
	}
	defer s.turns.Release(allTurns)
	return s.current()
}

type sealedTx struct {
	c     *sealedConn
	ctx   context.Context
	raw   driver.Tx
	turns int64
	once  sync.Once
}

// done gives the turn to the next.
func (t *sealedTx) done() (err error) {
	t.once.Do(func() {
		if t.turns == allTurns {
			err = t.c.s.release()
		}
		t.c.s.turns.Release(t.turns)
	})
	return err
}

// Commit puts on the disk what was changed, then commits it in memory.
func (t *sealedTx) Commit() error {
	defer t.done()
	if t.turns != allTurns || t.c.s.hold {
		return t.raw.Commit()
	}
	s := t.c.s
	if err := s.flush(t.ctx, t.c.rawConn); err != nil {
		s.forget()
		if back := t.raw.Rollback(); back != nil {
			t.c.bad = true
			return errors.Join(err, back)
		}
		return err
	}
	if err := t.raw.Commit(); err != nil { // the disk has it: memory is read anew
		return errors.Join(err, s.load())
	}
	s.noteSize()
	s.tidy(t.ctx, t.c.rawConn, false)
	return nil
}

// Rollback takes back what was staged as well.
func (t *sealedTx) Rollback() error {
	defer t.done()
	if t.turns == allTurns && !t.c.s.hold {
		t.c.s.forget()
	}
	return t.raw.Rollback()
}

func (s *sealed) forget() {
	s.mu.Lock()
	s.log.forget()
	s.next = nil
	s.mu.Unlock()
	s.noteSize() // what could not be taken back is nobody else's writing
}

// handle opens a pool on the rows.
func (s *sealed) handle(ctx context.Context, a access) (*sql.DB, error) {
	db := sql.OpenDB(&sealedPool{s, a})
	db.SetMaxOpenConns(1)
	if a == readOnly {
		db.SetMaxOpenConns(4)
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
