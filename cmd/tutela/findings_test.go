package main

import (
	"context"
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
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
	file := filepath.Join(t.TempDir(), "ferri.tutela")
	write(t, file, func(tx *store.Tx) error {
		// Who sends the newsletter, with all that a processor declares.
		const on = "2026-01-10"
		sender := &app.Supplier{
			Name: "Intuit Mailchimp", Service: "Invio delle newsletter", Role: "processor", Country: "us", Safeguard: "standard-clauses",
			Contract: on, Knows: on, Keeps: on, Follows: on, Reports: on, Accepts: on, MeasuresOn: on,
		}
		if err := tx.Save(app.SupplierForm.Type(), sender); err != nil {
			return err
		}
		return apptest.Marketing(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	return file
}

// Where the window says how many findings there are: the head of the page
// «Controlla», and the column beside a record.
var (
	pageHead     = image.Rect(470, 40, 1354, 90)
	recordColumn = image.Rect(1114, 157, 1354, 702)
)

// TestFindingsInTheWindow goes from «Controlla» to the field of every finding of
// the case, by keys, settles it there as a user would, and sees it go from the
// record.
func TestFindingsInTheWindow(t *testing.T) {
	file := caseFile(t)
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")
	backTo := func(stops int) { // with the keyboard
		for range stops {
			h.keys("shift+Tab")
		}
	}
	// From the last to the first, so that the numbers of the others stay.
	for number, settle := range slices.Backward([]func(){
		1:  func() { h.pick("Mailchimp") },                                                 // partners
		2:  func() { h.keys("ctrl+a", "BackSpace") },                                       // words that are no basis for special data
		3:  func() { backTo(3); h.write("n") },                                             // special data: No, past two bases
		4:  func() { h.keys("Left", "Left", "BackSpace"); h.pick("referenti di clienti") }, // people in place of PMI
		5:  func() { h.field("2"); h.write("10/01/2026") },                                 // edition and date of the notice
		6:  func() { h.write("Modulo firmato, in archivio") },                              // proof of consent
		7:  func() { shortenRetention(h) },                                                 // the row, and the words beside it
		8:  func() { declareTransfer(h) },                                                  // to the United States
		9:  func() { h.keys("ctrl+a"); h.write("NAS in magazzino") },                       // where the copy is
		10: func() { h.keys("ctrl+a"); h.write("30") },                                     // how long it is kept
		11: func() { backTo(3); h.keys("Up", "Up", "Up", "Up", "Up", "Up", "Delete") },     // the third of nine measures
	}) {
		if settle == nil {
			continue
		}
		h.keys("ctrl+l")
		h.seesIn(pageHead, findings(number))
		h.shot(fmt.Sprintf("controlla-%d", number))
		for range number + 2 { // the links under the list come first
			h.keys("Tab")
		}
		h.keys("Return")
		h.seesIn(recordColumn, findings(number))
		h.settle()
		h.shot(fmt.Sprintf("field-%d", number))
		settle()
		h.shot(fmt.Sprintf("settled-%d", number))
		if number > 1 {
			h.seesIn(recordColumn, findings(number-1))
		}
		h.keys("ctrl+s")
	}
	h.keys("ctrl+l")
	h.sees("Niente da segnalare")
	h.shot("nothing-left")
	h.quit()
	settled(t, file)
}

// findings is how the window counts them, as it is read off a picture.
func findings(n int) string {
	return `(^|[^\dlI])` + strings.ReplaceAll(fmt.Sprint(n), "1", "[1lI]") + ` ?avvis`
}

// shortenRetention writes two years in the row, and in the words that said ten.
func shortenRetention(h *hands) {
	h.keys("ctrl+a")
	h.write("2")
	h.keys(slices.Repeat([]string{"Tab"}, 6)...) // unit, from, source, note, the button of rows
	h.keys("ctrl+a")
	h.write("fino alla revoca del consenso, e al più due anni dalla raccolta")
}

// declareTransfer answers that there is one, and says where to and on what ground.
func declareTransfer(h *hands) {
	h.write("p")
	h.keys("Tab")
	h.settle()
	h.write("Stati Uniti")
	h.settle()
	h.keys("Return") // adds the country, closed
	h.settle()
	h.keys("shift+Tab", "shift+Tab", "Right", "Tab", "Tab", "Tab") // its head, before the button; in the card, past to whom
	h.settle()
	h.shot("transfer")
	h.pick("clausole tipo della Commissione")
}

// settled looks into the file for what was typed, each in its field.
func settled(t *testing.T, file string) {
	t.Helper()
	ctx := context.Background()
	db := opened(t, file)
	defer db.Close()
	d, err := db.Dossier(ctx, apptest.Now)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Office(d) {
		t.Errorf("still found: %s at %s", f.Rule.Key, f.Path)
	}
	tr, suppliers := app.All(d, app.TreatmentForm)[0], app.All(d, app.SupplierForm)
	if len(suppliers) != 1 {
		t.Fatalf("%d suppliers", len(suppliers))
	}
	for field, ok := range map[string]bool{
		"partners":  slices.Equal(tr.Partners, []string{suppliers[0].UID()}),
		"bases9":    tr.Bases9Text == "" && tr.Special == form.No,
		"subjects":  slices.Equal(tr.Subjects, []string{"entrepreneurs", "customer-contacts"}),
		"notice":    tr.NoticeEdition == "2" && tr.NoticeDate == "2026-01-10",
		"proof":     tr.ConsentProof == "Modulo firmato, in archivio",
		"retention": tr.Retention[0].Words() == "2 anni dalla raccolta",
		"transfer":  len(tr.Transfers) == 1 && tr.Transfers[0].Country == "us" && tr.Transfers[0].Safeguard == "standard-clauses",
		"backup":    tr.Backups[0].Name == "NAS in magazzino" && tr.Backups[0].History == form.Number(30),
		"measures":  len(tr.Measures) == 8 && tr.Measures[2].Measure == "backup",
	} {
		if !ok {
			t.Errorf("%s is not what was typed: %s", field, app.TreatmentForm.Type().Encode(tr))
		}
	}
}
