package store

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/catalogue"
)

func occurrences(t *testing.T, path, text string) int {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(strings.ToLower(string(data)), strings.ToLower(text))
}

func titles(rows []Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return strings.Join(out, ", ")
}

func TestSearch(t *testing.T) {
	db := made(t, options(t))
	purpose := aPurpose(t)
	carla := newKeeper(t, db, "Nicolò D’Angelo")
	save(t, db, things, &thing{
		Name: "Scala dell’archivio", Story: "Comprata perché quella vecchia cigolava.\nÈ in cantina.", Colour: "red",
		Bought: "2026-03-05", Purpose: purpose.Slug, Keeper: carla.UID(),
		Parts: []*part{{Name: "gradino", Steps: []*step{{What: "Avvitare", On: "2025-12-31"}}}},
	})
	save(t, db, things, &thing{Name: "Porta (legno)", Story: `vernice "blu" -opaca`, Insured: "yes", Broken: true})
	for text, want := range map[string]string{
		"":                             "Porta (legno), Scala dell’archivio",
		"scala":                        "Scala dell’archivio",
		"SCA":                          "Scala dell’archivio",
		"perche":                       "Scala dell’archivio",
		"PERCHÉ e":                     "Scala dell’archivio",
		"arch scal":                    "Scala dell’archivio",
		"cala":                         "",
		"scala porta":                  "",
		"dell'archivio":                "Scala dell’archivio",
		"dell’arch":                    "Scala dell’archivio",
		"rosso":                        "Scala dell’archivio",
		"nicolo":                       "Scala dell’archivio",
		"d'angelo":                     "Scala dell’archivio",
		strings.ToUpper(purpose.Label): "Scala dell’archivio",
		"05/03/2026":                   "Scala dell’archivio",
		"gradino avvit 31/12/2025":     "Scala dell’archivio",
		`"blu"`:                        "Porta (legno)",
		`vernice "blu`:                 "Porta (legno)",
		"-opaca":                       "Porta (legno)",
		"(legno)":                      "Porta (legno)",
		"legno*":                       "Porta (legno)",
		"title:legno":                  "",
		"legno OR scala":               "",
		"legno NOT porta":              "",
		"sì":                           "",
		"...":                          "Porta (legno), Scala dell’archivio",
	} {
		rows, err := db.List(ctx, "thing", Query{Text: text})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := titles(rows); got != want {
			t.Errorf("%q finds %q, not %q", text, got, want)
		}
	}
	hits, err := db.Search(ctx, "nicolo", 10)
	if err != nil || len(hits) != 2 || hits[0].Register != "keeper" || hits[1].Register != "thing" {
		t.Errorf("the title comes first: %v %v", hits, err)
	}
	if hits, err := db.Search(ctx, " ?! ", 10); err != nil || hits != nil {
		t.Error(hits, err)
	}
}

func aPurpose(t *testing.T) catalogue.Entry {
	t.Helper()
	shipped, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return shipped.Entries("purpose")[0]
}

func TestListTellsEndedAndComplete(t *testing.T) {
	db := made(t, options(t))
	save(t, db, keepers, &keeper{Name: "Uscita", Left: true})
	save(t, db, keepers, &keeper{})
	rows, err := db.List(ctx, "keeper", Query{})
	if err != nil || len(rows) != 1 || rows[0].Title != "" || rows[0].Complete || rows[0].Ended || rows[0].Updated != db.now() {
		t.Errorf("%+v %v", rows, err)
	}
	rows, err = db.List(ctx, "keeper", Query{Ended: true, Text: "usc"})
	if err != nil || len(rows) != 1 || !rows[0].Ended || !rows[0].Complete {
		t.Errorf("%+v %v", rows, err)
	}
}

// Who is renamed is found under the new name wherever the old one stood.
func TestRenamingReachesTheOthers(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Rossi")
	save(t, db, things, &thing{Name: "Scala", Keeper: k.UID()})
	save(t, db, things, &thing{Name: "Porta", Parts: []*part{{Steps: []*step{{Keepers: []string{k.UID()}}}}}})
	k.Name = "Bianchi"
	save(t, db, keepers, k)
	for text, want := range map[string]string{"rossi": "", "bianchi": "Porta, Scala"} {
		if rows, _ := db.List(ctx, "thing", Query{Text: text}); titles(rows) != want {
			t.Errorf("%s finds %q", text, titles(rows))
		}
	}
	rows, _ := db.List(ctx, "thing", Query{Text: "scala"})
	if rows[0].Second != "Bianchi" {
		t.Errorf("the second line is %q", rows[0].Second)
	}
}

// So with the label of an entry that the office added; and an entry that is
// used is not deleted.
func TestOwnCatalogueEntries(t *testing.T) {
	db := made(t, options(t))
	e := &app.CatalogEntry{Catalogue: "purpose", Slug: "gita", Label: "Organizzare la gita"}
	save(t, db, entries, e)
	thingy := &thing{Name: "Pullman", Purpose: "gita", Parts: []*part{{Purposes: []string{"gita"}}}}
	save(t, db, things, thingy)
	e.Label = "Escursione sociale"
	save(t, db, entries, e)
	save(t, db, things, &thing{Name: "Zaino", Parts: []*part{{Steps: []*step{{Purposes: []string{"gita"}}}}}})
	for text, want := range map[string]string{"gita": "", "escursione": "Pullman, Zaino"} {
		if rows, _ := db.List(ctx, "thing", Query{Text: text}); titles(rows) != want {
			t.Errorf("%s finds %q", text, titles(rows))
		}
	}
	refused(t, db.Delete(ctx, anna, entries, e.UID()),
		"«Escursione sociale» (voce) non si può eliminare: si usa in «Pullman» (cosa), «Zaino» (cosa). Prima togliete da lì ogni riferimento, oppure segnate nella scheda che non vale più: così resta per la storia.")
}

// A program of another version makes the index anew.
func TestIndexIsMadeAnew(t *testing.T) {
	opts := options(t)
	db := made(t, opts)
	k := newKeeper(t, db, "Anna")
	save(t, db, things, &thing{Name: "Scala", Keeper: k.UID()})
	raw(t, db.path, "DELETE FROM record_index", "INSERT INTO record_search (record_search) VALUES ('delete-all')")
	if all, err := db.All(ctx, things); err != nil || len(all) != 1 {
		t.Errorf("a record vanished with its index: %v %v", all, err)
	}
	db.opts.Version = "2.0"
	db = reopen(t, db)
	rows, err := db.List(ctx, "thing", Query{Text: "anna"})
	if err != nil || titles(rows) != "Scala" || rows[0].Second != "Anna" {
		t.Errorf("%+v %v", rows, err)
	}
	head, _ := db.Head(ctx)
	if again := reopen(t, db); must(again.Head(ctx)) != head {
		t.Error("the trail moved")
	}
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func FuzzMatching(f *testing.F) {
	db := made(f, options(f))
	newKeeper(f, db, "Anna")
	for _, s := range []string{
		"anna", `"`, `""`, `a"b`, "a*", "*", "AND", "a AND", "NOT a", "NEAR(a b)", "a OR b", "(", ")", "{a b}:c", "^a", "a:b", "-a", "+a",
		"\x00", "a\x00b", "\xff", "\u0301", "e\u0301", "🙂", "日本語", "ß", "ﬁ", "Ⅷ", "½", "a'b", "; DROP TABLE audit", strings.Repeat("a ", 300), "\u200b", "ᾳ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if _, err := db.List(ctx, "keeper", Query{Text: typed}); err != nil {
			t.Errorf("list %q: %v", typed, err)
		}
		if _, err := db.Search(ctx, typed, 10); err != nil {
			t.Errorf("search %q: %v", typed, err)
		}
	})
}

// fillKeepers puts n records without waiting for the disk each time.
func fillKeepers(t testing.TB, db *DB, n int) {
	t.Helper()
	err := db.Write(ctx, anna, func(tx *Tx) error {
		for i := range n {
			if err := tx.Save(keepers, &keeper{Name: fmt.Sprintf("Cognome%05d Nome %d", i*7919%n, i)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
