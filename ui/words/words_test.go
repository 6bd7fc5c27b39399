package words_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"tutela/assets"
	"tutela/ui/words"
)

func speakEnglish(t *testing.T) {
	t.Helper()
	words.Use(words.English)
	t.Cleanup(func() { words.Use(words.Italian) })
}

// TestItalianStaysAsItIs: in Italian, and for what no dictionary has, the text of
// the code is what is said.
func TestItalianStaysAsItIs(t *testing.T) {
	words.Use("xx")
	if words.Language() != words.Italian || words.T("Salva") != "Salva" || words.Sentence("Manca: Nome.") != "Manca: Nome." {
		t.Error("an unknown language is not Italian")
	}
	speakEnglish(t)
	if words.Language() != words.English || words.T("Salva") != "Save" {
		t.Error("English is not spoken")
	}
	if got := words.T("Mai detto"); got != "Mai detto" {
		t.Errorf("an unknown text became %q", got)
	}
}

func TestPlural(t *testing.T) {
	speakEnglish(t)
	for n, want := range map[int]string{0: "0 found", 1: "1 found", 7: "7 found"} {
		if got := words.Plural(n, "%d trovata", "%d trovate"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if one, many := words.Plural(1, "e %d altro campo", "e altri %d campi"), words.Plural(2, "e %d altro campo", "e altri %d campi"); one == many || !strings.HasSuffix(one, "field") {
		t.Errorf("%q, %q", one, many)
	}
}

func TestSentence(t *testing.T) {
	speakEnglish(t)
	for italian, want := range map[string]string{
		"Il CAP ha cinque cifre.": "The postcode has five digits.",
		// what is wrong and what to do, with what somebody typed as it was typed
		"Il file «Alto.tutela» non si apre. Controllate che il disco sia collegato e riprovate.": "The file “Alto.tutela” does not open. Check that the disk is connected and try again.",
		"Il file «persona» non si apre.": "The file “persona” does not open.",
		// the pattern that says most
		"Il file «a» c’è già: non è stato toccato.": "The file “a” exists already: it has not been touched.",
		// a sentence and a word within a sentence
		"Questa scheda non c’è più: persona.": "This record is no longer there: person.",
		"Aprile ha 30 giorni.":                "April has 30 days.",
		"Va da 1 a 99 giorni.":                "It goes from 1 to 99 days.",
		"Va da 1 a 99.":                       "It goes from 1 to 99.",
		// faults of a file, each with its path
		"Il file non si può importare: registers/x: questo registro non esiste; registers/site/0/city: qui serve un testo fra virgolette, non 7. Niente è stato cambiato. Correggete questi punti e riprovate.": "The file cannot be imported: registers/x: there is no such register; registers/site/0/city: a text in quotes is needed here, not 7. Nothing has been changed. Correct these points and try again.",
		"Il file da importare non corrisponde alla sua storia: Manca la riga 3.": "The file to import does not match its history: Row 3 is missing.",
		// what nobody knows
		"Una frase qualunque.": "Una frase qualunque.",
	} {
		if got := words.Sentence(italian); got != want {
			t.Errorf("%q\n became %q\n   want %q", italian, got, want)
		}
	}
}

// TestDictionaryIsInOrder: the file is written as any tool writes it, with its
// keys sorted, so that what changes is all that a comparison shows.
func TestDictionaryIsInOrder(t *testing.T) {
	var d any
	if err := json.Unmarshal(assets.English, &d); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		t.Fatal(err)
	}
	if b.String() != string(assets.English) {
		t.Error("assets/i18n/en.json is not sorted, or not indented by two")
	}
}

// TestEnglishIsEnglish: quotation marks and apostrophes are English, and no
// Italian was left where English should stand.
func TestEnglishIsEnglish(t *testing.T) {
	d := readEnglish(t)
	all := map[string]string{}
	for k, v := range d.Window {
		all[k] = v
	}
	for k, v := range d.Sentences {
		all[k] = v
	}
	for italian, text := range all {
		text = strings.ReplaceAll(text, "“Sì”", "") // has to be typed so
		if strings.ContainsAny(text, "«»àèéìòù") || strings.Contains(strings.ReplaceAll(text, `\ : * ? " < > |`, ""), "'") {
			t.Errorf("%q has marks or letters that are not English: %q", italian, text)
		}
		if italian == text && strings.Count(text, " ") > 1 && !strings.HasPrefix(text, "art") && !strings.Contains(text, "Ctrl") {
			t.Errorf("%q is its own English", text)
		}
		last := func(s string) string { return s[len(s)-1:] }
		if strings.ContainsAny(last(italian), ".?…") != strings.ContainsAny(last(text), ".?…") && !strings.HasSuffix(italian, "…") && len(italian) > 12 {
			t.Errorf("%q ends otherwise in English: %q", italian, text)
		}
	}
}

// TestToolkitWordsAreWhole: both languages have all the words that the toolkit
// shows, and its English is as it ships.
func TestToolkitWordsAreWhole(t *testing.T) {
	var italian, english map[string]any
	if err := json.Unmarshal(assets.FyneItalian, &italian); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(assets.FyneEnglish, &english); err != nil {
		t.Fatal(err)
	}
	for key := range italian {
		if _, ok := english[key]; !ok {
			t.Errorf("no English for %q", key)
		}
	}
	ships := strings.HasPrefix(lang.SystemLocale().String(), "en")
	for key, v := range english {
		if _, ok := italian[key]; !ok {
			t.Errorf("no Italian for %q", key)
		}
		if plural, ok := v.(map[string]any); ok {
			v = plural["other"]
		}
		if got := lang.X(key, "?"); ships && got != v {
			t.Errorf("the toolkit says %q for %q, the file has %q", got, key, v)
		}
	}
}
