package check

import (
	"fmt"
	"testing"
)

// TestTerms: of a text only what plainly is a time from the collection is read.
func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"dieci anni dalla raccolta": "[dieci anni = 120]",
		"10 anni dalla raccolta":    "[10 anni = 120]",
		"per la durata del rapporto commerciale e per dieci anni dalla raccolta": "[dieci anni = 120]",
		"Fino a Dieci Anni dalla data di raccolta dei dati.":                     "[dieci anni = 120]",
		"36 mesi a partire dalla raccolta":                                       "[36 mesi = 36]",
		"24 mesi, a decorrere dalla raccolta":                                    "[24 mesi = 24]",
		"un anno dopo la raccolta":                                               "[un anno = 12]",
		"i cinque anni successivi alla raccolta":                                 "[cinque anni = 60]",
		"10 (dieci) anni dalla raccolta":                                         "[dieci anni = 120]",
		"anni 10 dalla raccolta":                                                 "[10 anni = 120]",
		"anni tre dal momento della raccolta":                                    "[tre anni = 36]",
		"2,5 anni dalla raccolta":                                                "[2,5 anni = 30]",
		"1.000 mesi dalla raccolta":                                              "[1.000 mesi = 1000]",
		"non oltre dieci anni dalla raccolta":                                    "[dieci anni = 120]",
		"non più di tre anni dalla raccolta":                                     "[tre anni = 36]",
		"dalla raccolta per dieci anni":                                          "[dieci anni = 120]",
		"Dalla raccolta dei dati, 3 anni":                                        "[3 anni = 36]",
		"6 mesi dalla raccolta; dieci anni dalla raccolta per le fatture":        "[6 mesi = 6 dieci anni = 120]",
		"un'anno dalla raccolta":                                                 "[un anno = 12]",
		"due anni\ndalla raccolta":                                               "[due anni = 24]",

		"":                                   "[]",
		"dieci anni":                         "[]",
		"dalla raccolta":                     "[]",
		"dieci anni dalla fine del rapporto": "[]",
		"dieci anni dalla fine del rapporto o dalla raccolta":                "[]",
		"dieci anni dalla revoca. La raccolta avviene in negozio.":           "[]",
		"dieci anni dall’ultimo contatto successivo alla raccolta":           "[]",
		"dieci anni per le fatture; dalla raccolta fino alla revoca":         "[]",
		"24 mesi dalla raccolta, 10 anni per le fatture":                     "[24 mesi = 24]",
		"dalla raccolta e per dieci anni dalla fine del rapporto":            "[]",
		"non si tengono dieci anni dalla raccolta":                           "[]",
		"i dati del decennio dalla raccolta":                                 "[]",
		"molti anni dalla raccolta":                                          "[]",
		"zero anni dalla raccolta":                                           "[]",
		"dieci giorni dalla raccolta":                                        "[]",
		"ogni due anni si rivede la raccolta":                                "[]",
		"cinque anni dalla raccolta fondi":                                   "[]",
		"dalla raccolta punti per cinque anni":                               "[]",
		"cinque anni di raccolta punti":                                      "[]",
		"conservati dieci anni secondo la legge; raccolti presso il cliente": "[]",
	} {
		if got := fmt.Sprint(terms(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestNumberWords(t *testing.T) {
	for i, word := range []string{
		"un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
		"quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti",
	} {
		if n, ok := number(word); !ok || n != float64(i+1) {
			t.Errorf("%s: %v %v", word, n, ok)
		}
	}
	for _, word := range []string{"", "0", "ventino", "1.5.2", "1,2,3", "99999999999999999999", "dalla"} {
		if n, ok := number(word); ok {
			t.Errorf("%q is %v", word, n)
		}
	}
}
