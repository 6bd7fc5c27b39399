package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// What a column may be taken for beside a field of its own, where records have a
// surname and a name: both in one, in either order.
const (
	SurnameFirst = "surname name"
	NameFirst    = "name surname"
)

// Importable lists the fields that a column may fill: those of values that are
// typed or chosen. The program's own, attachments and child records that are more
// than one choice each are not.
func Importable(t *form.Type) (out []*form.Field) {
	for _, f := range t.Fields() {
		switch {
		case f.Auto, f.Kind == form.KComputed, f.Kind == form.KFiles:
		case f.Kind == form.KList && (f.AddBy == "" || f.Child.Field(f.AddBy).Kind != form.KCatalogue):
		default:
			out = append(out, f)
		}
	}
	return out
}

// HasWholeNames says that surname and name of the records may stand in one column.
func HasWholeNames(t *form.Type) bool { return t.Field("surname") != nil && t.Field("name") != nil }

// Match finds what each column is taken for: the key of a field, SurnameFirst or
// NameFirst, "" for nothing. Case, accents and punctuation do not count, and
// nothing is taken from two columns.
func Match(t *form.Type, head []string) []string {
	fields := map[string]string{}
	offer := func(name, key string) {
		if name = compact(name); name != "" && fields[name] == "" {
			fields[name] = key
		}
	}
	for _, f := range Importable(t) {
		offer(f.Label, f.Key)
		offer(f.Key, f.Key)
	}
	if HasWholeNames(t) {
		for _, name := range wholeNames {
			offer(name, SurnameFirst)
		}
		for _, name := range wholeNamesOf {
			offer(name, NameFirst)
		}
	}
	for _, f := range Importable(t) {
		for _, name := range slices.Concat(synonyms[t.Key+"."+f.Key], synonyms[f.Key]) {
			offer(name, f.Key)
		}
	}
	out, taken := make([]string, len(head)), map[string]bool{}
	for i, name := range head {
		if key := fields[compact(name)]; key != "" && !taken[key] {
			out[i], taken[key] = key, true
		}
	}
	for i, key := range out { // both in one are of no use beside columns of their own
		if whole := key == SurnameFirst || key == NameFirst; whole && (taken["surname"] || taken["name"] || key == NameFirst && taken[SurnameFirst]) {
			out[i] = ""
		}
	}
	return out
}

// compact leaves the letters and digits of a name, small and without accents.
func compact(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, catalogue.Fold(name))
}

// Guess finds the register that a table is of: the one that knows most of its
// columns. It refuses where there is none, or more than one.
func Guess(registers []app.Register, t *Table) (app.Register, error) {
	var best []app.Register
	most := 0
	for _, r := range registers {
		known := 0
		for _, key := range Match(r.Type, t.Head) {
			switch key {
			case "":
			case SurnameFirst, NameFirst:
				known += 2
			default:
				known++
			}
		}
		switch {
		case r.Single || known == 0 || known < most:
		case known > most:
			best, most = []app.Register{r}, known
		default:
			best = append(best, r)
		}
	}
	switch len(best) {
	case 0:
		return app.Register{}, &app.Refusal{
			What: fmt.Sprintf("Dai nomi delle colonne, alla riga %d, non si capisce che cosa contiene il foglio.", t.HeadAt.Row),
			Do:   "Chiamatele come i campi delle schede, per esempio Cognome, Nome, Codice fiscale.",
		}
	case 1:
		return best[0], nil
	}
	names := make([]string, len(best))
	for i, r := range best {
		names[i] = fmt.Sprintf("%s (%s)", r.Many, r.Key)
	}
	return app.Register{}, &app.Refusal{
		What: "Dai nomi delle colonne il foglio può essere di più registri: " + strings.Join(names, ", ") + ".",
		Do:   "Dite quale: nella finestra si sceglie, nel comando si scrive --register e il nome fra parentesi.",
	}
}
