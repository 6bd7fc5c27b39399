package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"

	"tutela/app"
)

// This file and sealeddriver.go alone know the driver: its name, the data source
// names, its error codes and what they mean for people.

const driverName = "sqlite"

// access is what a handle may do with the file.
type access int

const (
	readWrite access = iota // the writer: one connection, immediate transactions
	readOnly                // beside a writer, or beside another process
	untouched               // of a file that nobody has open: not even -wal and -shm are made
	reshape                 // migrations: foreign keys are checked at the end, not at each step
)

// openHandle opens a pool on an existing file. Every pragma stands in the data
// source name: by Exec it would reach one connection of the pool alone.
func openHandle(ctx context.Context, path string, a access, busy time.Duration) (*sql.DB, error) {
	db, err := sql.Open(driverName, dsn(path, a, busy))
	if err != nil {
		return nil, err
	}
	switch a {
	case readOnly:
		db.SetMaxOpenConns(4)
	default:
		db.SetMaxOpenConns(1)
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// logPages is how long the log grows, in pages of 4 KB, before a save brings it
// into the file: each time costs two syncs and the writing of all its pages.
const logPages = 4000

// dsn is the URI of a file. A path put raw into it would be cut at # and ?.
func dsn(path string, a access, busy time.Duration) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/Dati becomes file:///C:/Dati
	}
	pragmas := []string{
		"busy_timeout(" + strconv.FormatInt(busy.Milliseconds(), 10) + ")",
		"trusted_schema(OFF)",
		"temp_store(MEMORY)", // no side file ever holds personal data
	}
	q := url.Values{"_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}}
	switch a {
	case readWrite:
		q.Set("mode", "rw")
		q.Set("_txlock", "immediate")
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)", "secure_delete(ON)",
			"wal_autocheckpoint("+strconv.Itoa(logPages)+")")
	case reshape:
		q.Set("mode", "rw")
		q.Set("_txlock", "immediate")
		pragmas = append(pragmas, "journal_mode(DELETE)", "synchronous(FULL)", "foreign_keys(OFF)")
	case readOnly:
		q.Set("mode", "ro")
		q.Set("_query_only", "1")
	case untouched:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
		q.Set("_query_only", "1")
	}
	q["_pragma"] = pragmas
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}
	return u.String()
}

// Result codes of SQLite. The extended ones hold the primary one in their low byte.
const (
	codeBusy        = 5
	codeLocked      = 6
	codeReadOnly    = 8
	codeIO          = 10
	codeCorrupt     = 11
	codeFull        = 13
	codeCantOpen    = 14
	codeNotDatabase = 26

	codeForeignKey   = 787
	codeIOWrite      = 778
	codeIOSync       = 1034
	codeIOTruncate   = 1546
	codeReadOnlyDir  = 1544
	codeShmSize      = 4874
	codeRaised       = 1811 // by a trigger, or by ON DELETE RESTRICT
	primaryCodesMask = 0xff
)

// codeOf is the extended result code in an error; 0 where there is none.
func codeOf(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// refuse says what was being done, and puts the words for people to what
// SQLite reports. A Refusal stays as it is.
func refuse(path, doing string, err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("%s: %w", doing, err)
	var known *app.Refusal
	if errors.As(err, &known) {
		return err
	}
	code := codeOf(err)
	name := quoted(filepath.Base(path))
	switch code {
	case codeIOWrite, codeIOSync, codeIOTruncate, codeShmSize:
		return &app.Refusal{
			What: "Il disco non accetta la scrittura: è pieno, guasto o scollegato. L’ultima modifica non è stata salvata.",
			Do:   "Liberate spazio o ricollegate il disco e riprovate.", Err: err,
		}
	case codeReadOnlyDir:
		return folderReadOnly(filepath.Dir(path), err)
	}
	switch code & primaryCodesMask {
	case codeFull:
		return &app.Refusal{
			What: "Il disco è pieno: l’ultima modifica non è stata salvata.",
			Do:   "Liberate spazio e riprovate.", Err: err,
		}
	case codeBusy, codeLocked:
		return &app.Refusal{
			What: "Il file " + name + " è occupato da un altro programma: niente è stato cambiato.",
			Do:   "Aspettate che l’altro programma finisca, o chiudetelo, e riprovate.", Err: err,
		}
	case codeReadOnly:
		return fileReadOnly(path, err)
	case codeCorrupt:
		return damaged(path, err)
	case codeNotDatabase:
		return notAnOffice(path, err)
	case codeIO:
		return &app.Refusal{
			What: "Il disco dà errori di lettura o è stato scollegato.",
			Do:   "Ricollegate il disco e riaprite il file; se l’errore resta, ripristinate l’ultima copia di sicurezza.", Err: err,
		}
	case codeCantOpen:
		return &app.Refusal{
			What: "Il file " + name + " non si apre.",
			Do:   "Controllate che il disco sia collegato e che possiate leggere e scrivere nella sua cartella.", Err: err,
		}
	}
	return err
}

// quoted puts a name between the quotation marks of Italian print.
func quoted(s string) string { return "«" + s + "»" }
