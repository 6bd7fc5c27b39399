package papers

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/assets"
)

// saidGone are words that tell a reader that a law is no longer one.
var saidGone = regexp.MustCompile(`(?i)abrogat|soppress|non esiste più|non è più|non sono più|non vale più|non dà più|ha tolto|\bex\b|vecchi|fino al `)

// forceless finds where a text cites a repealed law as if it held: nothing in the
// sentences around says that it is gone.
func forceless(list []lawGone, text string) []string {
	text = strings.NewReplacer("\u00a0", " ", "**", "", "> ", "").Replace(text)
	text = strings.Join(strings.Fields(text), " ")
	var out []string
	for _, l := range list {
		for _, at := range l.pattern.FindAllStringIndex(text, -1) {
			around := text[max(0, at[0]-250):min(len(text), at[1]+250)]
			if !saidGone.MatchString(around) {
				out = append(out, l.title+": "+text[max(0, at[0]-40):min(len(text), at[1]+40)])
			}
		}
	}
	return out
}

type lawGone struct {
	title   string
	pattern *regexp.Regexp
}

func repealedLaw(t *testing.T) []lawGone {
	t.Helper()
	lists, err := app.LegalLists()
	if err != nil {
		t.Fatal(err)
	}
	var out []lawGone
	for _, e := range lists[app.RepealedLaw].Entries {
		out = append(out, lawGone{e.Label, regexp.MustCompile("(?i)" + e.Attr["said-as"])})
	}
	return out
}

// TestNoRepealedLaw: no text that ships cites as in force a law that is not.
func TestNoRepealedLaw(t *testing.T) {
	list, read := repealedLaw(t), 0
	for _, files := range []fs.FS{assets.Texts, assets.DocumentTexts, assets.Legal, assets.Catalogues} {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path == "legal/repealed.json" {
				return err
			}
			data, err := fs.ReadFile(files, path)
			if err != nil {
				return err
			}
			read++
			for _, found := range forceless(list, string(data)) {
				t.Errorf("%s: %s", path, found)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, found := range forceless(list, string(assets.HouseRules)) {
		t.Errorf("house rules: %s", found)
	}
	if read < 60 {
		t.Errorf("only %d texts were read", read)
	}
}

// TestNoRepealedLawPrinted: nor does any paper, whose words come from the code and the
// records too.
func TestNoRepealedLawPrinted(t *testing.T) {
	list := repealedLaw(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 150 {
		t.Fatalf("%d papers (%v)", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range forceless(list, string(text)) {
			t.Errorf("%s: %s", file, found)
		}
	}
}

// TestForceless: each law of the list is known where it is cited, and let be where
// it is said to be gone; today's law is let be.
func TestForceless(t *testing.T) {
	list := repealedLaw(t)
	for _, text := range []string{
		"Le misure minime sono applicate.", "Vale il disciplinare tecnico.", "ai sensi dell’Allegato B del D.Lgs. 196/2003", "ai sensi del punto 19 dell’Allegato B",
		"Il documento programmatico sulla sicurezza è aggiornato.", "ai sensi dell’art. 34 del Codice", "come chiedono gli artt. 33 e 34 del D.Lgs. 196/2003",
		"l’art. 13 del D.Lgs. 30 giugno 2003, n. 196", "l’art. 180 del Codice", "la legge 675/1996", "le autorizzazioni generali del Garante",
		"il provvedimento del 29 aprile 2004", "l’art. 615-quinquies del codice penale", "la direttiva 95/46/CE", "il Privacy Shield", "la notificazione del trattamento",
	} {
		if len(forceless(list, text)) == 0 {
			t.Errorf("%q is not noticed", text)
		}
	}
	for _, text := range []string{
		"Le misure minime non esistono più: il disciplinare è abrogato.", "artt. 5, par. 2, 24 e 32 del regolamento (UE) 2016/679 e art. 2-quaterdecies del D.Lgs. 196/2003",
		"Allegato B – Adozione delle misure", "art. 130 del Codice", "artt. 33 e 34 GDPR", "art. 2-octies del Codice", "art. 122 del Codice",
	} {
		if found := forceless(list, text); len(found) > 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
}
