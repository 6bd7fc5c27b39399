package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/papers"
)

// edition keeps an edition of the document, as printing it does.
func edition(t *testing.T, s *Shell, description string) app.Print {
	t.Helper()
	paper, _ := papers.Find(s.cfg.Papers, app.AccountabilityKind)
	p, err := editionOf(s.cfg, paper, description)
	if err == nil {
		err = s.keep(p)
	}
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.cfg.Store.Prints(context.Background())
	if err != nil || kept[0].Description != description || kept[0].Revision == 0 {
		t.Fatalf("%+v, %v", kept[0], err)
	}
	return kept[0]
}

// signed puts the scan of an edition that everybody signed beside it.
func signed(t *testing.T, s *Shell, x app.Print) {
	t.Helper()
	g := app.SignedForm{Print: x.UID, How: app.SignedOnPaper, Name: "firmato.png", MIME: "image/png", Data: []byte("\x89PNG\r\n\x1a\n"), Day: "2026-11-22", Lines: x.Unsigned()}
	if _, err := s.cfg.Store.SignPrint(context.Background(), s.cfg.By, g); err != nil {
		t.Fatal(err)
	}
}

// sinceNow looks for what changed since the signed edition and shows it.
func sinceNow(t *testing.T, s *Shell) string {
	t.Helper()
	found, err := sinceSigned(context.Background(), s.cfg)
	if err != nil {
		t.Fatal(err)
	}
	found.asked = s.outlook.at
	s.edition = found
	p := homeOf(t, s)
	if !p.sheet.Visible() {
		return ""
	}
	return texts(p.sheet)
}

// TestSinceSignedEdition: the home page says in which sections the document would
// differ from its last signed edition, and leads to the comparison; nothing of one
// that is not signed, of one that still says what is so, or of a later day.
func TestSinceSignedEdition(t *testing.T) {
	s, db, now := clocked(t, app.Sample)
	th := playThread(t, s)
	if text := sinceNow(t, s); text != "" {
		t.Errorf("without an edition:\n%s", text)
	}
	edition(t, s, "Prima edizione")
	renameSupplier(t, db, "Un nome")
	if text := sinceNow(t, s); text != "" {
		t.Errorf("an edition that nobody signed:\n%s", text)
	}
	*now = now.Add(time.Hour)
	x := edition(t, s, "Nomi nuovi")
	signed(t, s, x)
	*now = now.AddDate(0, 0, 40) // deadlines pass, and the paper is that of its day
	if text := sinceNow(t, s); text != "" {
		t.Errorf("nothing changed:\n%s", text)
	}

	renameSupplier(t, db, "Tutt’altro nome")
	text := sinceNow(t, s)
	for _, want := range []string{"Dall’edizione 1.01, firmata il 22/11/2026", "Inventario dei fornitori", "Che cosa è cambiato…"} {
		if !strings.Contains(text, want) {
			t.Errorf("a supplier renamed: %q is missing:\n%s", want, text)
		}
	}
	if slices.ContainsFunc(s.edition.titles, func(title string) bool {
		return strings.Contains(title, "Stato delle revisioni") || strings.Contains(title, "Inizio") || strings.Contains(title, "Formazione")
	}) {
		t.Errorf("what did not change is named: %q", s.edition.titles)
	}
	press(t, s.pages[0].object(), "Che cosa è cambiato…")
	th.until(t, "it is compared with today", func() bool { return strings.Contains(front(s), "pagina 1 di ") })
	made, err := changes(context.Background(), s.cfg, x, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text := doc.Text(made.document); !strings.Contains(text, "**Tutt’altro") || strings.Contains(text, "BOZZA") || strings.Contains(text, "copia di lavoro") {
		t.Errorf("what has changed:\n%s", text)
	}
	typeKey(s, fyne.KeyEscape)

	p := documents(t, s)
	p.choose(x)
	th.until(t, "its page knows", func() bool { return p.stale[x.UID] })
	if text := texts(p.object()); !strings.Contains(text, "revisione 1.01.") {
		t.Errorf("the number is not that of the paper:\n%s", text)
	}
	press(t, p.object(), "Nuova edizione…")
	th.until(t, "it asks what the edition changes", func() bool { return strings.Contains(asked(s), "prende il numero 1.02") })
	typeKey(s, fyne.KeyEscape)

	edition(t, s, "Il fornitore ha cambiato nome")
	if text := sinceNow(t, s); !strings.Contains(text, "L’edizione 1.02 è già stampata e aspetta la firma") {
		t.Errorf("a newer edition waits:\n%s", text)
	}
}

// sinceScreen is the home page of an office whose signed document is no longer so.
func sinceScreen(t *testing.T, s *Shell) {
	p := homeOf(t, s)
	day := s.cfg.Now()
	s.edition = sinceEdition{
		asked:   s.outlook.at,
		signed:  app.Print{Kind: app.AccountabilityKind, Revision: 3, At: day, Signed: []app.SignedForm{{Day: "2026-01-15"}}},
		titles:  []string{"1.11 Copie controllate e prese visione", "3.11.1 Inventario dei fornitori", "3.12 Cautele ulteriori per dati particolari e giudiziari", "7", "8", "9"},
		waiting: "1.03",
	}
	p.tell()
	s.edition = sinceEdition{asked: s.outlook.at}
}
