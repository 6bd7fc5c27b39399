package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// eighteen are answers as letters, spelt out: s and n are si and no.
func eighteen(letters string) []string {
	var out []string
	for _, c := range letters {
		switch c {
		case 's':
			out = append(out, "si")
		case 'n':
			out = append(out, "no")
		default:
			out = append(out, string(c))
		}
	}
	return out
}

func TestScore(t *testing.T) {
	for _, test := range []struct{ letters, json, text string }{
		{"111nnnnnnnnnnnnnss", `{"total": 3, "class": "A", "sections": [], "optional": ["S8"]}`, "Totale 3, classe A: nessun rischio.\nLa procedura non chiede altre sezioni.\n"},
		{"111nnnnnnnnnnnnnns", `{"total": 4, "class": "B", "sections": ["S7"], "optional": ["S8"]}`, "La procedura chiede: S7 Trattamento dell’evento.\n"},
		{"222nnnnnnsnnnnnnns", `{"total": 8, "class": "B", "sections": ["S7"], "optional": ["S8"]}`, "classe B: rischio."},
		{"222snnnnnsnnnnnnns", `{"total": 9, "class": "C", "sections": ["S4", "S7"], "optional": ["S8"]}`, "(voce 4)"},
		{"411snnnnnsssnnnnns", `{"total": 11, "class": "C", "sections": ["S4", "S7"], "optional": ["S8"]}`, "Attenzione (art. 34(1) GDPR): "},
		{"444nnnnnnsnnnnnsns", `{"total": 15, "class": "C", "sections": ["S4", "S7"], "optional": ["S8"]}`, "Il punteggio non decide da solo"},
		{"444nnnnnnsnnnnssns", `{"total": 16, "class": "D", "sections": ["S4", "S5", "S7"], "optional": ["S8"]}`, "rischio elevato"},
		{"444sssssssssssssnn", `{"total": 27, "class": "D", "sections": ["S4", "S5", "S7"], "optional": ["S8"]}`, "S5 Titolare: comunicazione agli interessati"},
	} {
		args := append([]string{"score"}, eighteen(test.letters)...)
		if got := must(t, append(args, "--json")...); got != test.json+"\n" || !json.Valid([]byte(got)) {
			t.Errorf("%s: %s", test.letters, got)
		}
		if got := must(t, args...); !strings.Contains(got, test.text) {
			t.Errorf("%s: does not say %q:\n%s", test.letters, test.text, got)
		}
	}
	if got := must(t, strings.Fields("score 3 1 1 NO Sì no no no no SI si no no no no si no sì --json")...); !strings.Contains(got, `"total": 10`) {
		t.Errorf("capitals and accents: %s", got)
	}
}

func TestScoreRefuses(t *testing.T) {
	good := "111nnnnnnnnnnnnnss"
	with := func(i int, word string) []string {
		args := append([]string{"score"}, eighteen(good)...)
		args[i] = word
		return args
	}
	says(t, usage, "Servono 18 risposte, tre numeri da 1 a 4 e quindici si o no; ne sono state date 0.", "score")
	says(t, usage, "ne è stata data una.", "score", "1")
	says(t, usage, "ne sono state date 17.", append([]string{"score"}, eighteen(good)[:17]...)...)
	says(t, usage, "ne sono state date 19.", append(with(1, "1"), "si")...)
	says(t, usage, "La voce 1 (riservatezza) va da 1 a 4: «0» non va bene.", with(1, "0")...)
	says(t, usage, "La voce 3 (integrità) va da 1 a 4: «5» non va bene.", with(3, "5")...)
	says(t, usage, "La voce 2 (disponibilità) va da 1 a 4: «si» non va bene.", with(2, "si")...)
	says(t, usage, "Alla voce 4 (sanitari) si risponde si o no: «1» non va bene.", with(4, "1")...)
	says(t, usage, "Alla voce 18 (Esistenza di copie) si risponde si o no: «» non va bene.", with(18, "")...)
	says(t, usage, "Comando non riconosciuto", with(1, "-1")...)
}
