package wording

import (
	"strings"
	"testing"
)

// TestFault: what an office may write, and what is said of the rest.
func TestFault(t *testing.T) {
	for text, want := range map[string]string{
		"Le chiavi le tiene {titolare}.":                                             "",
		"Uno.\r\n\r\n## Capo\r\n\r\n- a  \r\n- b\r\n\r\n1. c\n2. d\n":                "",
		"{{se ente-pubblico}}\n\nUno.\n\n{{altrimenti}}\n\nDue.\n\n{{fine}}":         "",
		"Prima.\n\n{{regole-password}}\n\n> Attenzione.":                             "",
		"L’amministratore è 50% **sicuro** e *attento*; info@esempio.it, n. 3/2026.": "",
		"{regola-32} vale.":                 "",
		"Le tiene {da-addetto-copie}.":      "",
		"Le chiavi le tiene {titolari}.":    "Il posto {titolari} non esiste: forse volevate {titolare}.",
		"Le chiavi {zz}.":                   "Il posto {zz} non esiste: si usano quelli che stanno nei testi standard",
		"Le chiavi {titolare.":              "non esiste",
		"Le chiavi {{titolare}}.":           "stanno da soli su una riga",
		"- {{titolare}}":                    "Il posto {{titolare}} non esiste",
		"{{regole-pass}}":                   "La parte {{regole-pass}} non esiste: forse volevate {{regole-password}}.",
		"{{se ente}}\n\nUno.\n\n{{fine}}":   "Il caso {{se ente}} non esiste: forse volevate {{se ente-pubblico}}.",
		"{{se ente-pubblico}}\n\nUno.":      "non finisce: scrivete {{fine}}",
		"Uno.\n\n{{fine}}":                  "manca un {{se …}}",
		"{{se rpd}}\n\n{{se rpd}}\n\nUno.":  "comincia prima che finisca",
		"# Titolo\n\nUno.":                  "Il titolo della sezione lo mette il programma",
		"Uno.\n\n<!-- due -->":              "non sa stampare",
		"Uno <b>due</b>.":                   "non sa stampare",
		"[1]: due\n\nUno.":                  "non sa stampare",
		"## Uno **due** tre\n\nUno.":        "non sa stampare",
		"Uno.\n\n    due":                   "non sa stampare",
		"La cartella C:\\dati è riservata.": "non sa stampare",
		"- uno\n\n  due":                    "non sa stampare",
	} {
		got := Fault(text, "regola-32")
		if want == "" && got != "" || want != "" && !strings.Contains(got, want) {
			t.Errorf("%q: %q, wanted %q", text, got, want)
		}
	}
}

// TestStandardTextsAreGoodToStartFrom: whoever starts from a standard text and
// changes nothing has nothing to mend.
func TestStandardTextsAreGoodToStartFrom(t *testing.T) {
	texts, err := Texts()
	if err != nil || len(texts) != 75+7 {
		t.Fatal(len(texts), err)
	}
	for _, x := range texts {
		if x.Source == "" && x.Level() == 1 {
			continue // nothing is said before its sections
		}
		if fault := Fault(x.Source); fault != "" {
			t.Errorf("%s: %s", x.Number, fault)
		}
		own, _ := Own(x.Source)
		if left := Left(x, own); len(left) > 0 || len(own) != len(x.Parts) {
			t.Errorf("%s: %d parts of %d, left %v", x.Number, len(own), len(x.Parts), left)
		}
		if left := Left(x, nil); strings.Contains(x.Source, "\n{{"+"regole-password") && len(left) != 1 {
			t.Errorf("%s: left %v", x.Number, left)
		}
	}
}

// FuzzFault: whatever is typed, no letter of what is not refused is lost.
func FuzzFault(f *testing.F) {
	f.Add("Uno **due** {titolare}.\n\n- a\n\n{{se rpd}}\n\nB.\n\n{{fine}}")
	f.Fuzz(func(t *testing.T, text string) {
		if parts, err := Own(text); (err == nil) == (parts == nil) {
			t.Errorf("%q: %v %v", text, parts, err)
		}
		Fault(text)
	})
}
