package store

import (
	"bufio"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"tutela/app"
	"tutela/app/vault"
)

// manifest is what a copy says of itself. It stands in its body, where sealing
// hides it too (vault.NewCopy); other names would be another format.
type manifest struct {
	Office  string         `json:"office"` // UID
	Tag     string         `json:"tag"`    // copy_setting.tag
	Name    string         `json:"name"`
	Made    time.Time      `json:"made"`
	Program string         `json:"program"`
	Schema  int64          `json:"schema"`
	Changes int64          `json:"changes"`
	Head    string         `json:"head"`
	Counts  map[string]int `json:"counts"`
	Size    int64          `json:"size"` // of the image, in bytes
}

func (m manifest) contents(path string, sealed bool) app.CopyContents {
	c := app.CopyContents{
		File: path, Sealed: sealed, Office: m.Office, Name: m.Name, Made: m.Made, Program: m.Program,
		Schema: m.Schema, Counts: m.Counts, Changes: m.Changes, Head: m.Head,
	}
	if info, err := os.Stat(path); err == nil {
		c.Size = info.Size()
	}
	return c
}

// CopyTo writes a copy of the office as it stands to a file, sealed where there
// are keys. The window may be open, here or in another process, and goes on
// writing: what is copied is of one moment. It is looked over whole first, so
// that no copy of a damaged file ever takes the place of a good one. progress may
// be nil; it is told bytes done and in all.
func (db *DB) CopyTo(ctx context.Context, path string, progress func(done, total int64)) (app.CopyContents, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return app.CopyContents{}, fmt.Errorf("find copy: %w", err)
	}
	if err := db.notOver(path); err != nil {
		return app.CopyContents{}, err
	}
	return db.copyTo(ctx, path, true, progress)
}

func (db *DB) copyTo(ctx context.Context, path string, check bool, progress func(done, total int64)) (app.CopyContents, error) {
	var m manifest
	sealed := false
	err := vault.WriteFile(path, func(w io.Writer) (err error) {
		if db.opts.through != nil {
			w = db.opts.through(w)
		}
		m, sealed, err = db.copy(ctx, untilDone{ctx, w}, check, progress)
		return err
	})
	if err != nil {
		return app.CopyContents{}, fmt.Errorf("copy office: %w", err)
	}
	return m.contents(path, sealed), nil
}

// untilDone writes until it is called off. What SQLite reads stops by itself, but not
// at once, and the bytes of a sealed office do not at all.
type untilDone struct {
	ctx context.Context
	to  io.Writer
}

func (w untilDone) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.to.Write(p)
}

// notOver refuses to write a copy over the office itself, or over any file that
// is no copy.
func (db *DB) notOver(path string) error {
	there, err := os.Stat(path)
	if err != nil {
		return nil // nothing is there, or writing will say what is wrong
	}
	office, err := os.Stat(db.path)
	switch {
	case os.SameFile(there, db.file), err == nil && os.SameFile(there, office):
		return &app.Refusal{What: "La copia non può prendere il posto del file che copia.", Do: "Datele un altro nome, meglio su un altro disco."}
	case there.IsDir():
		return &app.Refusal{What: quoted(filepath.Base(path)) + " è una cartella.", Do: "Date un nome alla copia."}
	}
	f, err := os.Open(path)
	if err != nil {
		return copyRefused(path, err)
	}
	defer f.Close()
	if head, err := readSealedHead(path, f); err == nil && head != nil && filepath.Ext(path) == copyTail {
		return nil
	}
	if _, err := vault.ReadCopy(f); errors.Is(err, vault.ErrNotCopy) && there.Size() > 0 {
		return &app.Refusal{What: "Il file " + quoted(filepath.Base(path)) + " c’è già e non è una copia di Tutela: non è stato toccato.", Do: "Date alla copia un altro nome."}
	}
	return nil
}

// copy writes the copy in one reading transaction.
func (db *DB) copy(ctx context.Context, w io.Writer, check bool, progress func(done, total int64)) (m manifest, sealed bool, err error) {
	if db.sealed != nil {
		m, err = db.copySealed(ctx, w, check, progress)
		return m, true, err
	}
	err = db.read(ctx, "copy office", func(s *session) error {
		if check {
			if err := checkFile(s, "PRAGMA integrity_check(1)", db.path); err != nil {
				return err
			}
		}
		if m, err = db.manifest(s); err != nil {
			return err
		}
		keys, err := keysOf(s)
		if err != nil {
			return err
		}
		sealed = !keys.None()
		body, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("write manifest: %w", err)
		}
		buffered := bufio.NewWriterSize(w, 1<<20)
		c, err := vault.NewCopy(buffered, keys, body)
		if err != nil {
			return err
		}
		if err := writeImage(s, c, m.Size, progress); err != nil {
			return err
		}
		return errors.Join(c.Close(), buffered.Flush())
	})
	return m, sealed, err
}

func (db *DB) manifest(s *session) (m manifest, err error) {
	m = manifest{Made: db.now(), Program: db.opts.Version, Counts: map[string]int{}}
	if m.Office, err = db.officeUID(s); err != nil {
		return m, err
	}
	if _, m.Tag, err = copySettings(s); err != nil {
		return m, err
	}
	if m.Office != "" {
		if m.Name, err = titleOf(s, app.OfficeForm.Key, m.Office); err != nil {
			return m, err
		}
	}
	head, err := readHead(s)
	if err != nil {
		return m, err
	}
	m.Changes, m.Head = head.seq, head.hash
	if _, err := s.one("SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied = 1", nil, &m.Schema); err != nil {
		return m, err
	}
	if m.Counts, err = db.counts(s); err != nil {
		return m, err
	}
	var pages, size int64
	if _, err := s.one("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size", nil, &pages, &size); err != nil {
		return m, err
	}
	m.Size = pages * size
	return m, nil
}

// counts is how many records each register has.
func (db *DB) counts(s *session) (map[string]int, error) {
	out := map[string]int{}
	for _, p := range db.plans {
		n := 0
		if _, err := s.one("SELECT count(*) FROM "+ident(p.typ.Key)+" WHERE revision > 0", nil, &n); err != nil {
			return nil, err
		}
		if n > 0 {
			out[p.typ.Key] = n
		}
	}
	return out, nil
}

// writeImage writes the pages of the file as the transaction sees them, its log
// included: what SQLite's own backup gives, but of one moment whoever else writes,
// and with no second file in which it would lie unsealed.
func writeImage(s *session, w io.Writer, size int64, progress func(done, total int64)) error {
	var page sql.RawBytes // each is written at once
	var done int64
	err := s.each("SELECT data FROM sqlite_dbpage ORDER BY pgno", nil, []any{&page}, func() error {
		if done == 0 {
			// One whole file, to be opened without a log: the writer turns it back.
			page[atWriteVersion], page[atReadVersion] = 1, 1
		}
		n, err := w.Write(page)
		done += int64(n)
		if err == nil && progress != nil && (done&(1<<20-1) == 0 || done == size) {
			progress(done, size)
		}
		return err
	})
	return cmp.Or(err, sizeFault(done, size))
}

func sizeFault(got, want int64) error {
	if got != want {
		return fmt.Errorf("the image has %d bytes, not %d", got, want)
	}
	return nil
}

// copyRefused puts words to what is wrong with a copy, by the name of its file.
func copyRefused(path string, err error) error {
	name := quoted(filepath.Base(path))
	switch {
	case errors.Is(err, vault.ErrPassphrase):
		return err // said already; whether the copy is whole is not known
	case errors.Is(err, vault.ErrNotCopy):
		return &app.Refusal{What: "Il file " + name + " non è una copia fatta da Tutela.", Do: "Scegliete un file che finisce in " + copyTail + ".", Err: err}
	case errors.Is(err, vault.ErrNewer):
		return &app.Refusal{What: "La copia " + name + " è stata fatta da una versione più recente di Tutela.", Do: "Installate l’ultima versione e riprovate.", Err: err}
	case errors.Is(err, vault.ErrDamaged), errors.Is(err, vault.ErrForeign):
		return &app.Refusal{What: "La copia " + name + " è rovinata, oppure incompleta: non ci si può fidare di quello che contiene.", Do: "Usate un’altra copia.", Err: err}
	case errors.Is(err, os.ErrNotExist):
		return &app.Refusal{What: "La copia " + name + " non c’è nella cartella " + quoted(filepath.Dir(path)) + ".", Do: "Se sta su una chiavetta o in rete, collegatela e riprovate.", Err: err}
	case errors.Is(err, os.ErrPermission):
		return &app.Refusal{What: "Non avete il permesso di leggere la copia " + name + ".", Do: "Chiedete a chi amministra il computer di poterla leggere.", Err: err}
	}
	var known *app.Refusal
	var disk *os.PathError
	if !errors.As(err, &known) && errors.As(err, &disk) {
		return &app.Refusal{What: "La copia " + name + " non si legge: il disco dà errori o è stato scollegato.", Do: "Ricollegate il disco e riprovate, o usate un’altra copia.", Err: err}
	}
	return err
}
