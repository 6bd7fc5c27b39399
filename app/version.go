package app

import (
	"fmt"
	"time"

	"tutela/app/form"
)

// Version is a record as one change left it.
type Version struct {
	Number int // from 1, deletions counted
	At     time.Time
	Who    string // as declared
	Record any
}

// Versions are two versions of one record: the subject of the papers that
// compare (Paper.Versions).
type Versions struct {
	Title         string
	Before, After Version
}

// VersionsOf finds two versions in the history of a record, the oldest change
// first, by their numbers; to 0 is the last that there is, from 0 the one before
// to. It refuses numbers that are not there, and versions that hold nothing.
func VersionsOf(t *form.Type, history []Change, from, to int) (*Versions, error) {
	if to == 0 {
		to = len(history)
	}
	if from == 0 {
		from = to - 1
	}
	if len(history) < 2 {
		return nil, &Refusal{
			What: "Di questa scheda c’è una versione sola: non c’è niente da confrontare.",
			Do:   "Il confronto si fa dopo la prima modifica salvata.",
		}
	}
	if from == to {
		return nil, &Refusal{What: "Le due versioni da confrontare sono la stessa.", Do: "Sceglietene due diverse."}
	}
	out := &Versions{}
	for i, v := range []*Version{&out.Before, &out.After} {
		n := []int{min(from, to), max(from, to)}[i]
		if n < 1 || n > len(history) {
			return nil, &Refusal{
				What: fmt.Sprintf("La versione %d non c’è.", n),
				Do:   fmt.Sprintf("Le versioni di questa scheda vanno da 1 a %d.", len(history)),
			}
		}
		c := history[n-1]
		rec, err := c.Record(t)
		if err != nil {
			return nil, fmt.Errorf("read version %d: %w", n, err)
		}
		if rec == nil {
			return nil, &Refusal{
				What: fmt.Sprintf("Della versione %d non resta il contenuto: la scheda era stata eliminata, o il contenuto cancellato.", n),
				Do:   "Scegliete un’altra versione.",
			}
		}
		*v = Version{n, c.At, c.Who, rec}
	}
	out.Title = t.Title(out.After.Record)
	return out, nil
}
