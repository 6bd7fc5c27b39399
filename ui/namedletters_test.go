package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/papers"
)

// TestLettersOfList: a letter for each name is one paper, kept as a whole; a list
// to be mended gives none; other papers do not offer it.
func TestLettersOfList(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	d, err := s.cfg.Store.Dossier(t.Context(), s.cfg.Now())
	if err != nil {
		t.Fatal(err)
	}
	b := app.All(d, app.BreachForm)[2]
	of := func(kind string) *printed {
		t.Helper()
		paper, _ := papers.Find(s.cfg.Papers, kind)
		p, err := s.prepare(paper, b.UID(), false)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	list := filepath.Join(t.TempDir(), "clienti.csv")
	if err := os.WriteFile(list, []byte("Nome;Cognome\nAnna;Rossi\nUgo;Verdi\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	letter := of("breach-letter")
	made, err := s.lettersOf(letter, list)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(made.title(), ": 2 lettere") || len(made.layout.Pages) != 2*len(letter.layout.Pages) || !made.loose {
		t.Errorf("%s: %d pages for letters of %d", made.title(), len(made.layout.Pages), len(letter.layout.Pages))
	}
	if err := s.keep(made); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(list, []byte("Nome;Cognome\nAnna;\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.lettersOf(letter, list); err == nil || !strings.Contains(app.Sentence(err), "Riga 2") {
		t.Error(err)
	}
	for kind, offered := range map[string]bool{"breach-letter": true, "breach-risk": false} {
		s.preview(of(kind))
		if (find(s.win.Content(), "Una per ogni nome…") != nil) != offered {
			t.Errorf("%s: offered for each name: %v", kind, !offered)
		}
	}
	s.preview(made)
	if find(s.win.Content(), "Una per ogni nome…") != nil {
		t.Error("what is for each name already is offered for each name again")
	}
}
