package exchange

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tutela/app/form"
)

// take reads the rows of a sheet.
func (r *workbookReader) take(s *workSheet) error {
	rows, err := r.from.rows(s.name)
	if err != nil || len(rows) == 0 {
		return err
	}
	column := map[string]int{}
	for i, head := range rows[0].Cells {
		if head = strings.Join(strings.Fields(head), " "); head == "" {
			continue
		}
		if !slices.Contains(s.heads, head) {
			r.out.Left = append(r.out.Left, fmt.Sprintf("la colonna «%s» del foglio «%s»", head, s.name))
			continue
		}
		if _, twice := column[head]; twice {
			r.bad(cell{s.name, head, rows[0].Row}, "Un’altra colonna ha lo stesso nome: toglietene una.")
			return nil
		}
		column[head] = i
	}
	if _, there := column[s.heads[0]]; !there {
		r.bad(cell{s.name, s.heads[0], rows[0].Row}, "Manca questa colonna: senza non si sa di quale scheda sono le righe.")
		return nil
	}
	if len(s.lists) == 0 {
		for _, row := range rows[1:] {
			r.record(s, column, row)
		}
		return nil
	}
	r.children(s, column, rows[1:])
	return nil
}

// mostWorkRows is how many rows a sheet of a workbook may have.
const mostWorkRows = 200_000

// workLimits let in whatever an office exports: a CSV file holds texts of any length.
var workLimits = limits{mostWorkRows, 1 << 20, 256 << 20}

func (s *workSheet) text(column map[string]int, row TableRow, head string) (string, bool) {
	i, there := column[head]
	if !there {
		return "", false
	}
	return at(row.Cells, i), true
}

// record reads a row of a register: the record of the office with that UID as the
// row changes it, or a new one.
func (r *workbookReader) record(s *workSheet, column map[string]int, row TableRow) {
	key, _ := s.text(column, row, headUID)
	if key != "" && r.recs[s.reg.Key][key] != nil {
		r.bad(cell{s.name, headUID, row.Row}, "Questo identificativo è già di una riga sopra: per una scheda nuova lasciatelo vuoto.")
		return
	}
	var rec any
	if old := r.d.Record(s.reg.Key, key); old != nil {
		rec = s.reg.Clone(old)
	} else if all := r.d.Records(s.reg.Key); s.reg.Single && len(all) > 0 {
		rec = s.reg.Clone(all[0])
	} else {
		rec = s.reg.New()
	}
	r.rows[rec] = rowPlace{cell: cell{sheet: s.name, row: row.Row}}
	r.fill(s, column, row, rec)
	r.adopt(s.reg.Key, rec, key)
}

// adopt takes a record in, with a UID of its own where it has none.
func (r *workbookReader) adopt(register string, rec any, key string) {
	h := headOf(rec)
	switch {
	case h.UID != "":
	case form.IsUID(key):
		h.UID = key
	default:
		h.UID = uuid.Must(uuid.NewV7()).String()
	}
	if r.recs[register] == nil {
		r.recs[register] = map[string]any{}
	}
	r.recs[register][h.UID] = rec
	if key != "" {
		r.recs[register][key] = rec
	}
	r.order[register] = append(r.order[register], rec)
}
