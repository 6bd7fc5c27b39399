package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/vault"
	"tutela/store"
)

// TestLockInTheWindow works in an office whose file is under a passphrase: a wrong
// one is told, what is being typed outlasts the lock, and in the end the file is
// under the passphrase as before, with the change; of the passphrase and of the
// change nothing is on the disk or in what the program said.
func TestLockInTheWindow(t *testing.T) {
	const phrase, wrong, canary = "lumaca pentola oboe tramonto", "lumaca pentola oboe aurora", "Canarinogiallo"
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	write(t, file, func(tx *store.Tx) error { return tx.Save(app.OfficeForm.Type(), &app.Office{Name: "Ferri"}) })
	sealOffice(t, file, phrase)
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")
	h.sees("ufficio è chiuso")
	h.shot("locked")
	h.write(wrong)
	h.keys("Return")
	h.sees("non è quella giusta")
	h.shot("wrong")
	h.write(phrase)
	h.keys("Return")
	h.sees("Scadenze")
	h.settle()
	h.keys(tabOffice)
	h.settle()
	h.keys("End")
	h.write(" " + canary)
	h.keys("ctrl+shift+l")
	h.sees("ufficio è chiuso")
	h.shot("locked again")
	h.write(phrase)
	h.keys("Return")
	h.sees(canary)
	h.settle()
	h.shot("where one was")
	h.keys("ctrl+s")
	h.sees("Tutto salvato")
	h.keys("ctrl+e") // a dialog is no draft: it waits behind the page
	h.sees("Nel foglio stanno")
	h.keys("ctrl+shift+l")
	h.sees("ufficio è chiuso")
	h.write(phrase)
	h.keys("Return")
	h.sees("Nel foglio stanno")
	h.shot("the dialog again")
	h.keys("Escape")
	h.settle()
	h.quit()
	said := h.said()

	ctx := context.Background()
	if sealed, err := store.Sealed(file); err != nil || !sealed {
		t.Fatalf("sealed: %v, %v", sealed, err)
	}
	id, err := store.Unlock(ctx, file, phrase)
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, file, store.Options{Identity: id})
	if err != nil {
		t.Fatal(err)
	}
	all, err := db.All(ctx, app.OfficeForm.Type())
	if err := errors.Join(err, db.Close()); err != nil || len(all) != 1 || all[0].(*app.Office).Name != "Ferri "+canary {
		t.Errorf("in the file: %+v, %v", all, err)
	}
	for _, secret := range []string{"pentola", canary} {
		if strings.Contains(said, secret) {
			t.Errorf("the program said %q", secret)
		}
		for _, dir := range []string{filepath.Dir(file), h.home} {
			if where := holding(t, dir, secret); where != "" {
				t.Errorf("%q stands in %s", secret, where)
			}
		}
	}
}

// TestRestoreSealedCopy: the copy of a sealed office, restored in the window over one
// that is not sealed any more, is opened without asking again.
func TestRestoreSealedCopy(t *testing.T) {
	const phrase = "lumaca pentola oboe tramonto"
	ctx, by, folder := context.Background(), app.By{Who: "prova"}, t.TempDir()
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	write(t, file, func(tx *store.Tx) error { return tx.Save(app.OfficeForm.Type(), &app.Office{Name: "Ferri"}) })
	sealOffice(t, file, phrase)
	files := &offices{raise: func() {}}
	if err := (seals{files}).Unlock(ctx, file, phrase); err != nil {
		t.Fatal(err)
	}
	open, err := files.other(file, false)
	if err != nil {
		t.Fatal(err)
	}
	settings := app.NewCopySettings()
	settings.Destinations = []app.CopyDestination{{Folder: folder}}
	err = open.Store.SaveCopySettings(ctx, by, settings)
	if err != nil {
		t.Fatal(err)
	}
	run, err := open.Store.Backup(ctx, by, app.CopyNow, nil)
	if err := errors.Join(err, open.Close()); err != nil || len(run.Results) != 1 || run.Said() != "" {
		t.Fatalf("%+v, %v", run, err)
	}
	if err := (seals{files}).Unseal(ctx, file, phrase); err != nil {
		t.Fatal(err)
	}
	files.Forget(file)
	if _, err := (copyTools{files}).Restore(ctx, by, filepath.Join(folder, run.Results[0].File), phrase, file); err != nil {
		t.Fatal(err)
	}
	if sealed, err := store.Sealed(file); err != nil || !sealed {
		t.Fatalf("sealed: %v, %v", sealed, err)
	}
	if open, err = files.other(file, false); err != nil {
		t.Fatal(err)
	}
	if err := open.Close(); err != nil {
		t.Error(err)
	}
}

// sealOffice puts the file of an office under a passphrase.
func sealOffice(t *testing.T, file, phrase string) {
	t.Helper()
	keys, _, err := vault.NewKeys(phrase)
	if err != nil {
		t.Fatal(err)
	}
	db, ctx := opened(t, file), context.Background()
	err = errors.Join(db.SetKeys(ctx, app.By{Who: "prova"}, keys), db.Close())
	if err == nil {
		err = store.Seal(ctx, file, store.Options{})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// holding is a file under a folder that holds a text, "" if none does.
func holding(t *testing.T, dir, text string) string {
	t.Helper()
	found := ""
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(text)) {
			found = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
