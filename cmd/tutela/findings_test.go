package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
	"tutela/store"
)

// caseFile writes the case of the marketing sheet into a file.
func caseFile(t *testing.T) string {
	t.Helper()
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "ferri.tutela")
	db, err := store.Create(ctx, file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Write(ctx, app.By{Who: "prova"}, func(tx *store.Tx) error {
		return apptest.Marketing(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestFindingsInTheWindow goes from «Controlla» to the fields, by keys, settles
// what can be settled in one of them, and sees the finding go.
func TestFindingsInTheWindow(t *testing.T) {
	file := caseFile(t)
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")
	left := 11
	// From the last to the first, so that the numbers of the others stay.
	for _, c := range []struct {
		number int
		settle func()
	}{
		{10, func() { h.keys("ctrl+a"); h.write("30") }},
		{9, func() { h.keys("ctrl+a"); h.write("NAS in magazzino") }},
		{7, func() { h.keys("ctrl+a"); h.write("2") }},
		{6, func() { h.write("Modulo firmato, in archivio") }},
		{5, func() { h.field("2"); h.write("10/01/2026") }},
		{2, func() { h.keys("ctrl+a", "BackSpace") }},
	} {
		h.keys("ctrl+l")
		h.sees(fmt.Sprintf("%d avvisi", left))
		h.shot(fmt.Sprintf("controlla-%d", left))
		for range c.number + 2 { // the links under the list come first
			h.keys("Tab")
		}
		h.keys("Return")
		h.sees("Storia della scheda|Sezioni")
		h.settle()
		c.settle()
		h.shot(fmt.Sprintf("settled-%d", c.number))
		h.keys("ctrl+s")
		h.sees("Salvato alle")
		left--
	}
	h.quit()

	db, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	d, err := db.Dossier(context.Background(), apptest.Now)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, f := range check.Office(d) {
		rules = append(rules, f.Rule.Key)
	}
	if got := fmt.Sprint(rules); got != "[partner-not-named special-no-type legal-person transfer-undeclared backup-contradiction]" {
		t.Errorf("still found: %s", got)
	}
}
