package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"tutela/app"
)

// Print is a paper as it was printed.
type Print = app.Print

// revisions are those that each paper had, here or in a file that a restore has
// replaced.
const revisions = "SELECT kind, register, subject, revision FROM print UNION ALL SELECT kind, register, subject, revision FROM print_given"

// The kinds of bytes that a printed paper has.
const (
	pdfMIME    = "application/pdf"
	layoutMIME = "application/vnd.tutela.layout+json+gzip"
)

// KeepPrint keeps a printed paper with its bytes and returns it with UID, moment
// and revision. A complete one takes the next revision of its kind and subject
// and makes all older ones of them superseded but those that were signed: they
// hold until a newer one is signed. A draft takes none and makes older drafts
// superseded.
func (db *DB) KeepPrint(ctx context.Context, by By, p Print) (Print, error) {
	out, err := db.KeepPrints(ctx, by, []Print{p})
	if err != nil {
		return Print{}, err
	}
	return out[0], nil
}

// KeepPrints is KeepPrint for papers that were printed together: all of them are
// kept, or none.
func (db *DB) KeepPrints(ctx context.Context, by By, list []Print) ([]Print, error) {
	out := make([]Print, len(list))
	err := db.write(ctx, by, "keep papers", func(tx *Tx) error {
		for i, p := range list {
			kept, err := tx.KeepPrint(p)
			if err != nil {
				return err
			}
			kept.PDF, kept.Layout = nil, nil
			out[i] = kept
		}
		return nil
	})
	return out, err
}

// KeepPrint is DB.KeepPrint inside the transaction.
func (tx *Tx) KeepPrint(p Print) (Print, error) {
	uid, err := uuid.NewV7()
	if err != nil {
		return p, fmt.Errorf("make uid: %w", err)
	}
	p.UID, p.At, p.Who = uid.String(), tx.db.now(), tx.by.Who
	switch p.State {
	case app.PrintDraft:
		p.Revision = 0
	case app.PrintPrinted:
		if _, err := tx.s.one("SELECT coalesce(max(revision), 0) + 1 FROM ("+revisions+") WHERE kind = ? AND register = ? AND subject = ?",
			[]any{p.Kind, p.Register, p.Subject}, &p.Revision); err != nil {
			return p, err
		}
	default:
		return p, fmt.Errorf("keep paper %s: %q is no state to keep it in", p.Kind, p.State)
	}
	if _, err := tx.s.exec(`UPDATE print SET state = ? WHERE kind = ? AND register = ? AND subject = ? AND state IN (?, ?) AND (revision = 0 OR revision < ?)`,
		app.PrintSuperseded, p.Kind, p.Register, p.Subject, app.PrintDraft, app.PrintPrinted, p.Revision); err != nil {
		return p, err
	}
	p.SHA256 = digestOf(p.PDF)
	layout := ""
	if len(p.Layout) > 0 {
		layout = digestOf(p.Layout)
	}
	if err := tx.insertPrint(p); err != nil {
		return p, err
	}
	facts, err := json.Marshal(struct {
		Kind     string `json:"kind"`
		Title    string `json:"title"`
		Register string `json:"register,omitempty"`
		Subject  string `json:"subject,omitempty"`
		Revision int64  `json:"revision,omitempty"`
		State    string `json:"state"`
		SHA256   string `json:"sha256"`
		Facts    string `json:"facts,omitempty"`
		Layout   string `json:"layout,omitempty"`

		Description string `json:"description,omitempty"`
	}{p.Kind, p.Title, p.Register, p.Subject, p.Revision, p.State, p.SHA256, p.Facts, layout, p.Description})
	if err != nil {
		return p, err
	}
	return p, tx.append(ActionPrint, app.PrintRegister, p.UID, facts, nil)
}

func (tx *Tx) insertPrint(p Print) error {
	sha, err := tx.PutBlob(pdfMIME, p.PDF)
	if err != nil {
		return err
	}
	if sha != p.SHA256 {
		return fmt.Errorf("paper %s: its bytes have the digest %s", p.UID, sha)
	}
	var layout any // NULL where there is only the PDF
	if len(p.Layout) > 0 {
		if layout, err = tx.PutBlob(layoutMIME, p.Layout); err != nil {
			return err
		}
	}
	_, err = tx.s.exec("INSERT INTO print (uid, kind, title, register, subject, revision, at, who, state, sha256, facts, layout, description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		p.UID, p.Kind, p.Title, p.Register, p.Subject, p.Revision, formatTime(p.At), p.Who, p.State, p.SHA256, p.Facts, layout, p.Description)
	if err != nil {
		return err
	}
	return tx.insertSigners(p)
}

// Prints lists the kept papers without their bytes, the newest first.
func (db *DB) Prints(ctx context.Context) (out []Print, err error) {
	err = db.read(ctx, "read papers", func(s *session) error {
		out, err = prints(s)
		return err
	})
	return out, err
}

func prints(s *session) (out []Print, err error) {
	var p Print
	var at string
	dest := []any{&p.UID, &p.Kind, &p.Title, &p.Register, &p.Subject, &p.Revision, &at, &p.Who, &p.State, &p.SHA256, &p.Facts, &p.Description}
	err = s.each("SELECT uid, kind, title, register, subject, revision, at, who, state, sha256, facts, description FROM print ORDER BY at DESC, uid DESC",
		nil, dest, func() (err error) {
			p.At, err = parseTime(at)
			out = append(out, p)
			return err
		})
	if err != nil {
		return nil, err
	}
	return out, readSigned(s, out)
}

// PrintPDF gives the bytes of a kept paper.
func (db *DB) PrintPDF(ctx context.Context, uid string) ([]byte, error) {
	var sha string
	err := db.read(ctx, "read paper", func(s *session) error {
		found, err := s.one("SELECT sha256 FROM print WHERE uid = ?", []any{uid}, &sha)
		if err == nil && !found {
			err = &app.Refusal{What: "Questo documento stampato non c’è più.", Err: fmt.Errorf("print %s: %w", uid, ErrNotFound)}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	data, _, err := db.Blob(ctx, sha)
	return data, err
}

// PrintLayout gives what stands where on the pages of a kept paper, as it was
// kept; nil where there is only the PDF.
func (db *DB) PrintLayout(ctx context.Context, uid string) ([]byte, error) {
	var sha string
	err := db.read(ctx, "read paper", func(s *session) error {
		_, err := s.one("SELECT coalesce(layout, '') FROM print WHERE uid = ?", []any{uid}, &sha)
		return err
	})
	if err != nil || sha == "" {
		return nil, err
	}
	data, _, err := db.Blob(ctx, sha)
	return data, err
}
