package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/store"
)

func testdata(name string) string { return filepath.Join("testdata", name) }

// people are the persons of an office, as its list calls them.
func people(t *testing.T, file string) string {
	t.Helper()
	var out []string
	for _, p := range all(t, file, app.PersonForm.Key) {
		out = append(out, app.PersonForm.Title(p.(*app.Person)))
	}
	return strings.Join(out, ", ")
}

func all(t *testing.T, file, register string) []any {
	t.Helper()
	db, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	reg, _ := app.RegisterOf(app.Registers(), register)
	list, err := db.All(context.Background(), reg.Type)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestImportPeople: the same people, however the sheet is written; the second
// time they are there already.
func TestImportPeople(t *testing.T) {
	for _, name := range []string{"windows-1252.csv", "utf-8.csv", "utf-8-bom.csv", "commas.csv"} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "ufficio.tutela")
			if out := must(t, "--data", file, "import", testdata(name), "--dry-run"); !strings.Contains(out, "Si importerebbe in «Persone»: schede nuove 2, aggiornate 0, già uguali 0") ||
				!strings.Contains(out, "riga 3, D’Alò Niccolò: Cognome «D’Alò»; Nome «Niccolò»; Data di nascita «05/03/1990»; Mansioni «Autista, Magazziniere»; Note «Città: Forlì»") {
				t.Errorf("trial: %s", out)
			}
			if _, err := os.Stat(file); err == nil {
				t.Fatal("a trial left an office behind")
			}
			must(t, "--data", file, "import", testdata(name))
			list := all(t, file, "person")
			if len(list) != 2 {
				t.Fatalf("%d people", len(list))
			}
			for _, rec := range list {
				switch p := rec.(*app.Person); p.Surname {
				case "D’Alò":
					if p.Name != "Niccolò" || p.Birth != "1990-03-05" || len(p.Duties) != 2 || p.Note != "Città: Forlì" {
						t.Errorf("%+v", p)
					}
				case "Moretti":
					if p.TaxCode != "MRTGLI93M70B157K" || p.Note != "Part-time:\nmattina" || p.Email != "g.moretti@example.it" {
						t.Errorf("%+v", p)
					}
				}
			}
			if out := must(t, "--data", file, "import", testdata(name)); !strings.Contains(out, "schede nuove 0, aggiornate 0, già uguali 2") {
				t.Errorf("again: %s", out)
			}
		})
	}
}

// TestTableIsRefusedAsAWhole: every fault with its row and column, one a line,
// and the office as it was.
func TestTableIsRefusedAsAWhole(t *testing.T) {
	file := demo(t)
	before := read(t, file)
	write := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for path, want := range map[string][]string{
		testdata("missing-column.csv"): {"Riga 1, colonna «Cognome»: Manca: senza questa colonna"},
		testdata("wrong-code.csv"):     {"Riga 7, colonna «Codice fiscale»: L'ultima lettera non torna"},
		testdata("twice.csv"):          {"Riga 4, colonna «Codice fiscale»: È la stessa scheda della riga 2: «MORETTI Giulia»."},
		testdata("user-ids.csv"):       {"Riga 3, colonna «User-ID»: «m.bianchi» è di Bianchi Marta, e non passa mai di mano"},
		write("many.csv", "Cognome;Nome;Nato il;CF\nNeri;;31/11/1990;X\nGallo;Ugo;boh;\n"): {
			"Riga 2, colonna «Nome»: Manca", "Riga 2, colonna «Nato il»: Novembre ha 30 giorni.", "Riga 2, colonna «CF»: Il codice fiscale ha un solo carattere",
			"Riga 3, colonna «Nato il»: Scrivete la data",
		},
	} {
		status, out, errOut := ctl(t, "--data", file, "import", path)
		lines := strings.Split(strings.TrimSuffix(errOut, "\n"), "\n")
		if status != refused || out != "" || len(lines) != len(want)+1 || lines[len(want)] != "Niente è stato importato: correggete il foglio e riprovate." {
			t.Errorf("%s: status %d, %q", path, status, errOut)
			continue
		}
		for i, w := range want {
			if !strings.HasPrefix(lines[i], w) {
				t.Errorf("%s: line %d is %q, want %q", path, i, lines[i], w)
			}
		}
	}
	says(t, refused, "Alla riga 2 del file le virgolette non tornano", "--data", file, "import", testdata("quote.csv"))
	says(t, refused, "può essere di più registri", "--data", file, "import", write("note.csv", "Note\nuna\n"))
	says(t, refused, "non si capisce che cosa contiene", "--data", file, "import", write("boh.csv", "Boh;Mah\n1;2\n"))
	says(t, refused, "Il foglio è vuoto", "--data", file, "import", write("vuoto.xlsx", ""))
	says(t, refused, "non si può leggere", "--data", file, "import", filepath.Join(t.TempDir(), "manca.csv"))
	says(t, usage, "deve avere estensione", "--data", file, "import", write("x.ods", "x"))
	says(t, usage, "Il registro «persona» non esiste", "--data", file, "import", testdata("twice.csv"), "--register", "persona")
	says(t, usage, "valgono solo per i fogli", "--data", file, "import", write("x.json", "{}"), "--update")
	if !bytes.Equal(read(t, file), before) {
		t.Error("a refused sheet changed the office")
	}
}

// TestUsedUserIDIsRefusedForEver: also when its credential and its person are
// gone, and by import.
func TestUsedUserIDIsRefusedForEver(t *testing.T) {
	file, ctx := demo(t), context.Background()
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all(t, file, "credential") {
		if c := rec.(*app.Credential); c.UserID == "d.ricci" {
			if err := db.Delete(ctx, app.By{Who: "prova"}, app.CredentialForm.Type(), c.UID()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	sheet := filepath.Join(t.TempDir(), "credenziali.csv")
	if err := os.WriteFile(sheet, []byte("Persona;Sistema;User-ID\nSala Elena;Videoregistratore;d.ricci\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, _, errOut := ctl(t, "--data", file, "import", sheet)
	if status != refused || !strings.HasPrefix(errOut, "Riga 2, colonna «User-ID»: «d.ricci» è di Ricci Davide, e non passa mai di mano") {
		t.Errorf("status %d, %s", status, errOut)
	}
}

// TestImportLastUse: known by system and user-ID, a later use takes the place of
// the one there, an earlier one does not (decision A23).
func TestImportLastUse(t *testing.T) {
	file := demo(t)
	out := must(t, "--data", file, "import", testdata("last-use.csv"))
	if !strings.Contains(out, "schede nuove 0, aggiornate 1, già uguali 1") ||
		!strings.Contains(out, "Ultimo uso il «22/11/2026», era «20/11/2026»") || !strings.Contains(out, "Ultimo uso il resta «19/11/2026», non «01/11/2026»") {
		t.Errorf("said %s", out)
	}
	for _, rec := range all(t, file, "credential") {
		if c := rec.(*app.Credential); c.UserID == "e.sala" && c.LastUse != "2026-11-22" && c.LastUse != "2026-11-16" {
			t.Errorf("%s was used on %s", c.UserID, c.LastUse)
		}
	}
	if out := must(t, "--data", file, "import", testdata("last-use.csv"), "--update"); !strings.Contains(out, "Ultimo uso il «01/11/2026», era «19/11/2026»") {
		t.Errorf("with --update: %s", out)
	}
}

// TestImportWorkbook: two hundred people of a second sheet, with a title above
// the head, days as days, and a superior among them.
func TestImportWorkbook(t *testing.T) {
	f := excelize.NewFile()
	if _, err := f.NewSheet("Personale"); err != nil {
		t.Fatal(err)
	}
	put := func(row int, cells ...any) {
		if err := f.SetSheetRow("Personale", fmt.Sprintf("A%d", row), &cells); err != nil {
			t.Fatal(err)
		}
	}
	put(1, "Elenco del personale")
	put(3, "Matricola", "Cognome e nome", "Assunto il", "Cellulare", "Responsabile")
	for i := range 200 {
		chief := "Capo Anna"
		if i == 0 {
			chief = ""
		}
		who := fmt.Sprintf("De Prova Nome%d", i)
		if i == 150 {
			who = "Capo Anna"
			chief = "De Prova Nome0"
		}
		put(i+4, i, who, 45000+i, 3330000000+i, chief)
	}
	sheet := filepath.Join(t.TempDir(), "personale.xlsx")
	if err := f.SaveAs(sheet); err != nil {
		t.Fatal(err)
	}
	file := demo(t)
	before := strings.Count(people(t, file), ", ") + 1
	says(t, refused, "Il foglio è vuoto", "--data", file, "import", sheet)
	says(t, refused, "Nel file non c’è nessun foglio «Boh»", "--data", file, "import", sheet, "--sheet", "Boh")
	out := must(t, "--data", file, "import", sheet, "--sheet", "Personale", "--register", "person")
	if !strings.Contains(out, "schede nuove 200, aggiornate 0, già uguali 0") || !strings.Contains(out, "colonne lasciate fuori: Matricola") {
		t.Errorf("said %s", out)
	}
	byName := map[string]*app.Person{}
	for _, rec := range all(t, file, "person") {
		byName[app.PersonForm.Title(rec.(*app.Person))] = rec.(*app.Person)
	}
	p := byName["De Prova Nome7"]
	if p == nil || p.Surname != "De Prova" || p.Start != "2023-03-22" || p.Phone != "3330000007" || p.Superior != byName["Capo Anna"].UID() {
		t.Errorf("%+v", p)
	}
	if n := strings.Count(people(t, file), ", ") + 1; n != before+200 {
		t.Errorf("%d people, %d before", n, before)
	}
}
