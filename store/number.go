package store

import (
	"fmt"
	"regexp"
	"strconv"

	"tutela/app"
	"tutela/app/form"
)

// number gives a record of a numbered register its number, progressive in the
// year of its date (form.F.Number), once it has the date; from then on it keeps
// that one, whatever its fields say. Numbers stand in a table of their own, which
// neither a deletion nor a change takes from: so none is ever given again.
func (tx *Tx) number(p *plan, rec any, uid string) error {
	f := p.number
	if f == nil {
		return nil
	}
	var year string
	var n int64
	has, err := tx.s.one("SELECT year, number FROM numbered WHERE register = ? AND owner = ? ORDER BY rowid LIMIT 1", []any{p.typ.Key, uid}, &year, &n)
	if err != nil {
		return fmt.Errorf("look for the number of a %s: %w", p.typ.Key, err)
	}
	if has {
		tx.putNumber(f, rec, year, n)
		return nil
	}
	if f.Value(rec) != nil {
		return tx.claim(p, rec, uid)
	}
	day, _ := p.typ.Field(f.Number).Value(rec).(form.Date)
	if day == "" {
		return nil
	}
	year = string(day[:4])
	if _, err := tx.s.one("SELECT coalesce(max(number), 0) + 1 FROM numbered WHERE register = ? AND year = ?", []any{p.typ.Key, year}, &n); err != nil {
		return fmt.Errorf("number a %s: %w", p.typ.Key, err)
	}
	tx.putNumber(f, rec, year, n)
	return tx.keepNumber(p, year, n, uid)
}

// claim keeps the number that a record brings from elsewhere, as an import does,
// and refuses one that another has. Those given later come after it.
func (tx *Tx) claim(p *plan, rec any, uid string) error {
	text, _ := p.number.Value(rec).(string)
	year, n, ok := parseNumber(text)
	if !ok {
		return &app.Refusal{
			What: "Il numero " + quoted(text) + " non va bene: " + called(p.typ, p.typ.Title(rec)) + ".",
			Do:   "Un numero è fatto così: 3/2026. Senza numero, lo dà il programma.",
			Err:  fmt.Errorf("%s: number %q", p.typ.Key, text),
		}
	}
	owner := ""
	found, err := tx.s.one("SELECT owner FROM numbered WHERE register = ? AND year = ? AND number = ?", []any{p.typ.Key, year, n}, &owner)
	switch {
	case err != nil:
		return fmt.Errorf("look for the number of a %s: %w", p.typ.Key, err)
	case found && owner == uid:
		return nil
	case found:
		return &app.Refusal{
			What: "Il numero " + quoted(text) + " è già di un’altra scheda (" + p.typ.One + "): un numero non si dà due volte.",
			Do:   "Togliete il numero dalla scheda nuova: ne avrà uno suo.",
			Err:  fmt.Errorf("%s %s has number %s", p.typ.Key, owner, text),
		}
	}
	return tx.keepNumber(p, year, n, uid)
}

// claimAll claims the numbers of the records of an import before any record
// without one is given its own.
func (tx *Tx) claimAll(p *plan, recs []any) error {
	if p.number == nil {
		return nil
	}
	for _, rec := range recs {
		st, err := p.find(tx.s, headOf(rec).UID)
		if err != nil {
			return err
		}
		if st.revision == 0 && p.number.Value(rec) != nil {
			if err := tx.claim(p, rec, headOf(rec).UID); err != nil {
				return err
			}
		}
	}
	return nil
}

func (tx *Tx) keepNumber(p *plan, year string, n int64, uid string) error {
	_, err := tx.s.exec("INSERT INTO numbered (register, year, number, owner) VALUES (?, ?, ?, ?)", p.typ.Key, year, n, uid)
	if err != nil {
		return fmt.Errorf("keep the number of a %s: %w", p.typ.Key, err)
	}
	return nil
}

// putNumber writes the number into the record, until the transaction fails.
func (tx *Tx) putNumber(f *form.Field, rec any, year string, n int64) {
	before := f.Value(rec)
	tx.undo = append(tx.undo, func() { f.Put(rec, before) })
	f.Put(rec, form.Numbering(year, n))
}

var numberShape = regexp.MustCompile(`^([1-9]\d{0,8})/((?:19|2[01])\d\d)$`)

func parseNumber(text string) (year string, n int64, ok bool) {
	m := numberShape.FindStringSubmatch(text)
	if m == nil {
		return "", 0, false
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	return m[2], n, err == nil
}

// numbered refuses to take a record away that has a number: it would leave a gap
// that nobody can explain.
func (tx *Tx) numbered(p *plan, rec any) error {
	if p.number == nil || p.number.Value(rec) == nil {
		return nil
	}
	return &app.Refusal{
		What: tx.nameOf(p.typ, rec) + " non si può eliminare: ha un numero, e ogni numero deve ritrovarsi nel registro.",
		Do:   "Annullatela, con il motivo: resta nel registro e il numero non si dà a un’altra.",
		Err:  fmt.Errorf("%s is numbered", p.typ.Key),
	}
}
