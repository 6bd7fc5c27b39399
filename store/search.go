package store

import (
	"context"
	"strings"
	"unicode"

	"tutela/app"
)

// This file alone holds the expressions of full-text search.

func indexWords(s *session, id int64, title, words string) error {
	if err := dropWords(s, id); err != nil {
		return err
	}
	_, err := s.exec("INSERT INTO record_search (rowid, title, words) VALUES (?, ?, ?)", id, title, words)
	return err
}

func dropWords(s *session, id int64) error {
	_, err := s.exec("DELETE FROM record_search WHERE rowid = ?", id)
	return err
}

func clearIndex(s *session) error {
	if _, err := s.exec("DELETE FROM record_index"); err != nil {
		return err
	}
	_, err := s.exec("INSERT INTO record_search (record_search) VALUES ('delete-all')")
	return err
}

// compactSearch merges the index of words into one piece: until then, words of
// deleted records are still in the file.
func compactSearch(s *session) error {
	_, err := s.exec("INSERT INTO record_search (record_search) VALUES ('optimize')")
	return err
}

// matching turns what a user types into a query of FTS5: each word is looked
// for as the beginning of a word, all of them must be there. Whatever else is
// typed only parts the words: quotes and operators mean nothing. "" where there
// is no word.
func matching(typed string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(typed, " "), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	var b strings.Builder
	for _, w := range words {
		if !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsMark(r) }) {
			continue // an accent alone
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(`"` + w + `"*`)
	}
	return b.String()
}

// titled adds to a query of record_search that all words stand in the title.
func titled(words string) string { return "title : (" + words + ")" }

const rowColumns = "x.uid, x.title, x.second, x.ended, x.complete, x.updated"

// Row is a record as lists show it.
type Row = app.Row

// Query chooses the rows of a list.
type Query = app.Query

// List gives the rows of a register that a query chooses, in Italian
// alphabetical order.
func (db *DB) List(ctx context.Context, register string, q Query) (rows []Row, err error) {
	query, args := "SELECT "+rowColumns+" FROM record_index x WHERE x.register = ?", []any{register}
	if words := matching(q.Text); words != "" {
		query = "SELECT " + rowColumns + " FROM record_search JOIN record_index x ON x.id = record_search.rowid WHERE x.register = ? AND record_search MATCH ?"
		args = append(args, words)
	}
	if !q.Ended {
		query += " AND x.ended = 0"
	}
	query += " ORDER BY x.sort, x.uid"
	err = db.read(ctx, "list "+register, func(s *session) error {
		var row Row
		var updated string
		return s.each(query, args, []any{&row.UID, &row.Title, &row.Second, &row.Ended, &row.Complete, &updated}, func() (err error) {
			row.Updated, err = parseTime(updated)
			rows = append(rows, row)
			return err
		})
	})
	return rows, err
}

// Hit is a record of any register that a search found.
type Hit = app.Hit

// Search looks for words in all registers, ended records included, the best
// hits first: those whose title holds the words. Nothing typed finds nothing.
func (db *DB) Search(ctx context.Context, text string, limit int) (hits []Hit, err error) {
	words := matching(text)
	if words == "" {
		return nil, nil
	}
	query := "SELECT x.register, " + rowColumns + " FROM record_search JOIN record_index x ON x.id = record_search.rowid" +
		" WHERE record_search MATCH ? ORDER BY bm25(record_search, 10.0, 1.0), x.sort, x.uid LIMIT ?"
	err = db.read(ctx, "search", func(s *session) error {
		var h Hit
		var updated string
		dest := []any{&h.Register, &h.UID, &h.Title, &h.Second, &h.Ended, &h.Complete, &updated}
		return s.each(query, []any{words, limit}, dest, func() (err error) {
			h.Updated, err = parseTime(updated)
			hits = append(hits, h)
			return err
		})
	})
	return hits, err
}
