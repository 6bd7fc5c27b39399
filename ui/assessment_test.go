package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/ui/kit"
)

const assessmentFile = "../app/exchange/pia/testdata/palestra.json"

func assessment(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(assessmentFile)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestAssessmentFromTheWindow: a file of the tool of the CNIL is planned, imported,
// exported from its record as the same tree, and taken back.
func TestAssessmentFromTheWindow(t *testing.T) {
	s, db := openShell(t, app.Sample)
	wait := onThread(t, s)
	says := func(words string) func() bool {
		return func() bool { return kit.DialogOpen(s.win) && strings.Contains(dialogText(s), words) }
	}
	s.planImport(assessmentFile)
	wait("the plan", says("Ingressi in palestra con il badge, nuova"))
	if !strings.Contains(dialogText(s), "Per nome non si trova il trattamento di «Ingressi in palestra con il badge»") {
		t.Errorf("it says %s", dialogText(s))
	}
	confirm(t, s, "Importa")
	wait("the import", says("l’importazione si può annullare"))
	confirm(t, s, "Va bene")
	uid := ""
	for _, rec := range s.world.Records(app.DPIAForm.Key) {
		if d := rec.(*app.DPIA); strings.Contains(d.Necessity, "Né foto né impronta") {
			uid = d.UID()
		}
	}
	s.openRecord(app.DPIAForm.Key, uid)
	s.setLastFolder(t.TempDir())
	press(t, s.win.Content(), "Esporta la PIA (CNIL)")
	confirm(t, s, "Esporta")
	wait("the export", says("si importa nello strumento PIA della CNIL"))
	written, err := os.ReadFile(filepath.Join(s.lastFolder(), "PIA Esame del 02-03-2026.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if json.Unmarshal(written, &got) != nil || json.Unmarshal(assessment(t), &want) != nil || !reflect.DeepEqual(got, want) {
		t.Error("it comes out as another tree")
	}
	confirm(t, s, "Ho capito")
	s.takeBack()
	wait("that it is taken back", says("1 scheda è come prima"))
	if rec, err := db.Get(context.Background(), app.DPIAForm.Type(), uid); err == nil {
		t.Errorf("the record is still there: %v", rec)
	}
}

// changedAssessment shows what a file changes that was changed in the tool.
func changedAssessment(t *testing.T, s *Shell) {
	t.Helper()
	ctx := context.Background()
	plan := func(data []byte) importPlan {
		d, err := s.cfg.Store.Dossier(ctx, s.cfg.Now())
		if err != nil {
			t.Fatal(err)
		}
		w, err := exchange.ReadPIA(data, d, blobsOf(ctx, s.cfg.Store))
		if err != nil {
			t.Fatal(err)
		}
		return importPlan{bundle: w.Bundle, workbook: w}
	}
	data := assessment(t)
	if _, err := s.cfg.Store.Import(ctx, s.cfg.By, plan(data).bundle, false); err != nil {
		t.Fatal(err)
	}
	changed := plan(bytes.Replace(data, []byte("Né foto né impronta"), []byte("Né foto né dita"), 1))
	var err error
	if changed.Plan, err = s.cfg.Store.Import(ctx, s.cfg.By, changed.bundle, true); err != nil {
		t.Fatal(err)
	}
	s.tellPlan("pia.json", changed)
}

// TestInShort: of a long text, where it differs is told.
func TestInShort(t *testing.T) {
	same, long := strings.Repeat("uguale ", 10), strings.Repeat("x", longestTold)
	for _, c := range []struct{ text, other, want string }{
		{"a\n b", "c", "a b"},
		{same + "qui", "altro", same + "qui"},
		{same + "qui " + long, same + "là", "…" + strings.TrimSpace(same[len(same)-toldBefore:]+"qui "+long[:longestTold-toldBefore-4]) + "…"},
		{long + "y", "", long + "…"},
		{same + long, same + long + "z", "…" + long[:toldBefore]},
	} {
		if got := inShort(c.text, c.other); got != c.want {
			t.Errorf("%q beside %q: %q, want %q", c.text, c.other, got, c.want)
		}
	}
}
