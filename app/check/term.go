package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// term is a time in words, counted from the collection of the data.
type term struct {
	words  string  // «dieci anni», as it was typed but for capitals
	months float64 // how long it is
}

// String is for tests and logs.
func (t term) String() string { return fmt.Sprintf("%s = %g", t.words, t.months) }

// terms reads in a free text the times in years or months that it counts from the
// collection, and only where it says so plainly: «dieci anni dalla raccolta»,
// «dalla raccolta per 24 mesi». What may mean something else is left out, as a
// doubt that is wrong costs more than one that is missing.
func terms(text string) []term {
	var out []term
	for _, clause := range clauseEnd.Split(unaccented.Replace(strings.ToLower(text)), -1) {
		out = append(out, clauseTerms(lexeme.FindAllString(clause, -1))...)
	}
	return out
}

var (
	clauseEnd  = regexp.MustCompile(`[;:!?]|\.(?:\s|$)`)
	lexeme     = regexp.MustCompile(`\d+(?:[.,]\d+)*|[a-z]+`)
	unaccented = strings.NewReplacer("à", "a", "è", "e", "é", "e", "ì", "i", "ò", "o", "ù", "u")
)

const collection = "raccolta"

// span is a number with its unit, at words from and to (not included).
type span struct {
	term
	from, to int
}

func clauseTerms(w []string) []term {
	if !slices.Contains(w, collection) || denied(w) {
		return nil
	}
	all := spans(w)
	var out []term
	taken := map[int]bool{} // words «raccolta» that a time before them is counted from
	for i, s := range all {
		end := len(w)
		if i+1 < len(all) {
			end = all[i+1].from
		}
		if at := start(w[s.to:end]); at >= 0 {
			taken[s.to+at] = true
			out = append(out, s.term)
		}
	}
	for _, s := range all {
		if at := startBefore(w[:s.from]); at >= 0 && !taken[at] && (s.to == len(w) || !startWord(w[s.to])) {
			out = append(out, s.term)
		}
	}
	return out
}

// denied says that the clause is about what is not done: «non si tengono», but
// not «non oltre».
func denied(w []string) bool {
	for i, x := range w {
		if x == "non" && (i+1 == len(w) || !slices.Contains([]string{"oltre", "piu", "superiore", "superiori"}, w[i+1])) {
			return true
		}
	}
	return false
}

// farthest is how many words may stand between a time and what it is counted from.
const farthest = 7

// start finds the word «raccolta» that follows as the start of a time: «dalla
// data di raccolta». Another start before it, as the end of a relation, wins.
func start(w []string) int {
	for i, x := range w[:min(len(w), farthest)] {
		switch {
		case x == collection && i > 0 && startWord(w[0]) && ofData(w[i+1:]):
			return i
		case !slices.Contains(towards, x):
			return -1
		}
	}
	return -1
}

// ofData says that the words after «raccolta» leave it that of the data.
func ofData(after []string) bool {
	return len(after) == 0 || !slices.Contains([]string{"fondi", "punti", "firme", "ordini", "differenziata", "rifiuti"}, after[0])
}

// isCollection says that the event of a term is the collection of the data.
func isCollection(event string) bool { return collected.MatchString(strings.ToLower(event)) }

var collected = regexp.MustCompile(`^\s*(?:(?:la|della|dalla|data|momento|giorno|di) )*raccolta(?: (?:dei|di tutti i) dati)?\s*\.?$`)

// towards are the words that lead from a time to the collection.
var towards = []string{
	"a", "partire", "decorrere", "decorrenti", "contare", "computare", "successivi", "successivo", "seguenti", "dopo",
	"dal", "dalla", "alla", "della", "di", "la", "data", "momento", "giorno",
}

// startWord says that a word begins to tell what a time is counted from.
func startWord(x string) bool {
	return slices.Contains([]string{"a", "da", "dal", "dalla", "dallo", "dall", "dai", "dagli", "dalle", "decorrenti", "successivi", "successivo", "seguenti", "dopo"}, x)
}

// startBefore finds the word «raccolta» that a time follows at once: «dalla
// raccolta dei dati per».
func startBefore(w []string) int {
	if n := len(w); n > 0 && w[n-1] == "per" {
		w = w[:n-1]
	}
	if n := len(w); n > 1 && w[n-2] == "dei" && w[n-1] == "dati" {
		w = w[:n-2]
	}
	if n := len(w); n > 1 && w[n-1] == collection && w[n-2] == "dalla" {
		return n - 1
	}
	return -1
}

// spans finds the times in years and months: «dieci anni», «anni dieci».
func spans(w []string) []span {
	var out []span
	for i, unit := range w {
		months := map[string]float64{"anno": 12, "anni": 12, "mese": 1, "mesi": 1}[unit]
		if months == 0 {
			continue
		}
		if i > 0 {
			if n, ok := number(w[i-1]); ok {
				out = append(out, span{term{w[i-1] + " " + unit, n * months}, i - 1, i + 1})
				continue
			}
		}
		if i+1 < len(w) {
			if n, ok := number(w[i+1]); ok {
				out = append(out, span{term{w[i+1] + " " + unit, n * months}, i, i + 2})
			}
		}
	}
	return out
}

var numbers = []string{
	"", "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
	"quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti",
}

var otherNumbers = map[string]float64{"uno": 1, "una": 1, "ventiquattro": 24, "trenta": 30, "trentasei": 36, "quarantotto": 48, "sessanta": 60}

var thousands = regexp.MustCompile(`^\d{1,3}(\.\d{3})+$`)

// number reads a number in figures or in words, from one up.
func number(s string) (float64, bool) {
	if s == "" {
		return 0, false
	}
	if n := slices.Index(numbers, s); n > 0 {
		return float64(n), true
	}
	if n, ok := otherNumbers[s]; ok {
		return n, true
	}
	if thousands.MatchString(s) {
		s = strings.ReplaceAll(s, ".", "")
	}
	n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return n, err == nil && n > 0 && n < 1e6 && s[0] >= '0' && s[0] <= '9'
}
