package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// session is one transaction, reading or writing, with its prepared statements:
// each text is prepared once, which is what makes an import of many records fast.
type session struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt // closed by the end of the transaction
	// kept are those of the connection, nil where there are none; missed are the
	// texts that it had not.
	kept   *keptStatements
	missed []string
	// failed is the first thing that went wrong. A write in which something did
	// is never committed, even where the caller let the error pass.
	failed error
}

func (s *session) fail(err error) error {
	if err != nil && s.failed == nil {
		s.failed = err
	}
	return err
}

func newSession(ctx context.Context, tx *sql.Tx) *session {
	return &session{ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}}
}

func (s *session) stmt(query string) (*sql.Stmt, error) {
	if st := s.stmts[query]; st != nil {
		return st, nil
	}
	if kept := s.kept.get(query); kept != nil {
		st := s.tx.StmtContext(s.ctx, kept)
		s.stmts[query] = st
		return st, nil
	}
	st, err := s.tx.PrepareContext(s.ctx, query)
	if err != nil {
		return nil, s.fail(fmt.Errorf("prepare %.80q: %w", query, err))
	}
	s.stmts[query] = st
	s.missed = append(s.missed, query)
	return st, nil
}

func (s *session) exec(query string, args ...any) (sql.Result, error) {
	st, err := s.stmt(query)
	if err != nil {
		return nil, err
	}
	res, err := st.ExecContext(s.ctx, args...)
	return res, s.fail(err)
}

// each calls do for every row; the variables that dest points to hold it.
func (s *session) each(query string, args, dest []any, do func() error) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(s.ctx, args...)
	if err != nil {
		return s.fail(err)
	}
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return errors.Join(err, rows.Close())
		}
		if err := do(); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return s.fail(errors.Join(rows.Err(), rows.Close()))
}

// one reads one row and says whether there was one.
func (s *session) one(query string, args []any, dest ...any) (bool, error) {
	st, err := s.stmt(query)
	if err != nil {
		return false, err
	}
	err = st.QueryRowContext(s.ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, s.fail(err)
}

// read runs do in one reading transaction: all that it reads is of one moment,
// whatever is written meanwhile.
func (db *DB) read(ctx context.Context, doing string, do func(s *session) error) error {
	tx, err := db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return refuse(db.path, doing, err)
	}
	defer tx.Rollback() // nothing was written
	return refuse(db.path, doing, do(newSession(ctx, tx)))
}
