package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/vault"
)

// CopySealed says whether a file, which must be a copy, takes a passphrase to open.
func CopySealed(path string) (sealed bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, copyRefused(path, err)
	}
	defer f.Close()
	if head, err := readSealedHead(path, f); head != nil || err != nil {
		return true, err
	}
	c, err := vault.ReadCopy(f)
	if err != nil {
		return false, copyRefused(path, err)
	}
	return c.Sealed(), nil
}

// VerifyCopy opens a copy in memory and looks all of it over: that every byte is
// as it was written, the file whole, the trail unbroken, the records as the trail
// left them, and as many as the copy says. A copy that cannot be opened is an
// error, a Refusal; passphrase is "" for one that is not sealed.
func VerifyCopy(ctx context.Context, path, passphrase string, opts Options) (app.CopyReport, error) {
	o, err := openCopy(ctx, path, passphrase, opts.filled())
	if err != nil {
		return app.CopyReport{}, fmt.Errorf("verify copy: %w", err)
	}
	report, err := o.look(ctx)
	return report, errors.Join(err, o.shut())
}

// openedCopy is a copy restored to memory, brought up to date there.
type openedCopy struct {
	manifest
	path   string
	sealed bool
	db     *DB             // without a file
	office *sealed         // where the copy is of a sealed office
	id     *vault.Identity // of it
}

func (o *openedCopy) shut() error {
	err := o.db.shut()
	if o.office != nil {
		err = errors.Join(err, o.office.log.f.Close())
	}
	return err
}

// openCopy reads a copy whole before it believes any of it.
func openCopy(ctx context.Context, path, passphrase string, opts Options) (*openedCopy, error) {
	o := &openedCopy{path: path}
	if head, err := headOfFile(path); err == nil && head != nil {
		return o, o.openOffice(ctx, head, passphrase, opts)
	}
	image, err := o.read(path, passphrase)
	if err != nil {
		return nil, copyRefused(path, err)
	}
	if o.db, err = openImage(ctx, path, image, opts); err != nil {
		return nil, err
	}
	return o, nil
}

func (o *openedCopy) read(path, passphrase string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	c, err := vault.ReadCopy(f)
	if err != nil {
		return nil, err
	}
	var id *vault.Identity
	if o.sealed = c.Sealed(); o.sealed {
		if passphrase == "" {
			return nil, needsPhrase(path)
		}
		if id, err = c.Keys.Unlock(passphrase); err != nil {
			return nil, err
		}
	}
	head, r, err := c.Open(id)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(head, &o.manifest); err != nil || o.Size < headerSize || o.Size > info.Size() {
		return nil, fmt.Errorf("%w: its manifest makes no sense", vault.ErrDamaged)
	}
	image := make([]byte, o.Size)
	if _, err := io.ReadFull(r, image); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%w: its image is short", vault.ErrDamaged)
	} else if err != nil {
		return nil, err
	}
	// Only the end says that all of it was as it was written.
	if n, err := io.Copy(io.Discard, r); err != nil {
		return nil, err
	} else if n > 0 {
		return nil, fmt.Errorf("%w: its image is long", vault.ErrDamaged)
	}
	return image, nil
}

func needsPhrase(path string) error {
	return &app.Refusal{What: "La copia " + quoted(filepath.Base(path)) + " è sigillata.", Do: "Per aprirla serve la frase segreta che valeva quando fu fatta.", Err: vault.ErrPassphrase}
}

// openImage opens an office that lies in memory and brings it up to date there: no
// byte of it reaches a disk.
func openImage(ctx context.Context, path string, image []byte, opts Options) (_ *DB, err error) {
	db, err := imageDB(ctx, path, image, opts)
	if err != nil {
		return nil, copyRefused(path, fmt.Errorf("%w: %w", vault.ErrDamaged, err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.shut())
		}
	}()
	handle := db.reader
	have, err := versionOf(ctx, handle)
	if err != nil {
		return nil, copyRefused(path, fmt.Errorf("%w: %w", vault.ErrDamaged, err))
	}
	want, err := newestOf(handle, opts.Migrations)
	if err != nil {
		return nil, err
	}
	if have > want {
		return nil, copyRefused(path, fmt.Errorf("%w: schema %d, program knows %d", vault.ErrNewer, have, want))
	}
	if err := db.Check(ctx); err != nil {
		return nil, copyRefused(path, fmt.Errorf("%w: %w", vault.ErrDamaged, err))
	}
	if have < want {
		if err := migrateHandle(ctx, handle, opts, false); err != nil {
			return nil, fmt.Errorf("bring copy up to date: %w", err)
		}
	}
	return db, nil
}

// imageDB is an office that lies in memory, whatever its state. No byte of it
// reaches a disk.
func imageDB(ctx context.Context, path string, image []byte, opts Options) (_ *DB, err error) {
	handle, err := sql.Open(driverName, "file::memory:?_pragma=temp_store(MEMORY)&_pragma=trusted_schema(OFF)&_dqs=0&_error_rc=1")
	if err != nil {
		return nil, err
	}
	handle.SetMaxOpenConns(1)
	defer func() {
		if err != nil {
			err = errors.Join(err, handle.Close())
		}
	}()
	conn, err := handle.Conn(ctx)
	if err != nil {
		return nil, err
	}
	err = conn.Raw(func(c any) error {
		return c.(interface{ Deserialize([]byte) error }).Deserialize(image)
	})
	if err := errors.Join(err, conn.Close()); err != nil {
		return nil, err
	}
	return readerOn(path, handle, opts)
}

// readerOn is an office that is read alone, through a handle.
func readerOn(path string, handle *sql.DB, opts Options) (*DB, error) {
	plans, err := newPlans(opts.Registers)
	if err != nil {
		return nil, err
	}
	db := &DB{path: path, opts: opts, plans: plans, byKey: map[string]*plan{}, reader: handle, blobs: tableBlobs{}}
	for _, p := range plans {
		db.byKey[p.typ.Key] = p
	}
	return db, nil
}

// mostFaults is as many as anybody reads.
const mostFaults = 20

// look compares what is in a copy with what it says.
func (o *openedCopy) look(ctx context.Context) (app.CopyReport, error) {
	r := app.CopyReport{CopyContents: o.contents(o.path, o.sealed)}
	chain, err := o.db.VerifyChain(ctx)
	if err != nil {
		return r, err
	}
	faults, err := o.db.VerifyRecords(ctx)
	if err != nil {
		return r, err
	}
	for _, f := range append(chain.Faults, faults...) {
		r.Faults = append(r.Faults, f.Text)
	}
	if chain.Head != o.Head || chain.Rows != o.Changes {
		r.Faults = append(r.Faults, "La storia nella copia non finisce dove la copia dice.")
	}
	var counts map[string]int
	err = o.db.read(ctx, "count records", func(s *session) error {
		counts, err = o.db.counts(s)
		return err
	})
	if err != nil {
		return r, err
	}
	for _, p := range o.db.plans {
		if want, got := o.Counts[p.typ.Key], counts[p.typ.Key]; want != got {
			r.Faults = append(r.Faults, fmt.Sprintf("Nel registro «%s» ci sono %d schede, la copia ne dichiara %d.", p.typ.Many, got, want))
		}
	}
	r.Faults = r.Faults[:min(len(r.Faults), mostFaults)]
	return r, nil
}
