package main

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// tabDocuments is the key of the tab of the printed papers.
const tabDocuments = "ctrl+8"

// TestDocumentInTheWindow prints an edition of the document of a complete office in
// the real window, puts the scan of the signed sheets beside it, sees it signed;
// then a register changes, and it is to be made anew, as the first page says too.
func TestDocumentInTheWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ferramenta àè.tutela")
	write(t, file, func(tx *store.Tx) error {
		return app.Sample(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	h := sit(t)
	scan(t, filepath.Join(h.home, "Documenti", "firmato.png"))
	h.start(program(t), "--data", file, "--as", "prova")

	h.keys("alt", "Right", "Right", "Right", "Down")
	h.settle()
	h.shot("menu")
	h.clickOn(`accountability .ex DPS`)
	h.sees("prende il numero 1.00")
	h.shot("edition")
	h.write("Prima edizione, perché serve")
	h.keys("Return")
	paper := toPrinter(h)
	find(t, "the document", paper, []string{"revisione 1.00", "Prima edizione, perché serve", "Ferramenta Bianchi S.n.c.", "Allegato L", "Impegno e firma"})

	h.keys(tabDocuments)
	h.sees("manca 1 firma")
	h.sees("revisione 1.00")
	h.shot("printed")
	h.clickOn(`Allega la copia firmata`)
	h.clickOn(`^firmato`) // the file, not the title above it
	h.seesIn(image.Rect(186, 670, 600, 700), `firmato\.png`)
	h.shot("chosen")
	h.click(1144, 684) // «Apri», which is light on blue
	h.sees("si conserva con il documento")
	h.shot("signers")
	h.keys("Return")
	h.sees("firmato a mano")
	h.shot("signed")

	h.keys(tabOffice)
	h.sees("Denominazione")
	h.settle()
	h.keys("ctrl+a")
	h.write("Ferramenta Bianchi e figli S.n.c.")
	h.keys("ctrl+s")
	h.sees("Salvato alle")
	h.keys(tabDocuments)
	h.sees("da rifare")
	h.shot("outdated")
	h.keys("ctrl+1")
	h.sees("edizione 1.00, firmata")
	h.shot("home")
	h.quit()
	checkDocument(t, file)
}

// scan writes a picture of a signed sheet.
func scan(t *testing.T, path string) {
	t.Helper()
	var data bytes.Buffer
	err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 60, 85)))
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = os.WriteFile(path, data.Bytes(), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// checkDocument reads back what the window wrote: the edition, signed by all.
func checkDocument(t *testing.T, file string) {
	t.Helper()
	db := opened(t, file)
	defer db.Close()
	kept, err := db.Prints(context.Background())
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d prints, %v", len(kept), err)
	}
	x := kept[0]
	if x.Kind != app.AccountabilityKind || x.Revision != 1 || x.Description != "Prima edizione, perché serve" || x.State != app.PrintSigned {
		t.Errorf("%+v", x)
	}
	if len(x.Signed) != 1 || x.Signed[0].How != app.SignedOnPaper || x.Signed[0].Name != "firmato.png" || x.Signed[0].Day != form.DateOf(time.Now()) {
		t.Errorf("signed: %+v", x.Signed)
	}
}
