package main

import (
	"context"
	"path/filepath"
	"testing"

	"tutela/app"
)

// TestSetupInTheWindow goes through the first configuration by keys, from a file that
// is not there to its last page; a start half way takes it up where it was left.
func TestSetupInTheWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "forno àè.tutela")
	h, exe := sit(t), program(t)
	h.start(exe, "--data", file, "--as", "prova")
	h.sees("Prima configurazione")
	h.fields("Forno Sala", "12345670017", "Panetteria", "Via Dante 14", "26100", "Cremona", "CR", "", "", "Elena", "Sala")
	h.shot("setup office")
	h.keys("ctrl+s")
	h.sees("Dove lavorate")
	h.keys("ctrl+s")
	h.sees("Chi lavora qui")
	h.shot("setup people")
	h.quit()
	h.start(exe, "--data", file, "--as", "prova")
	h.sees("Chi lavora qui")
	h.keys("ctrl+s")
	h.sees("Quali di queste cose")
	h.keys("space") // the first tile
	h.settle()
	h.shot("setup activities")
	h.keys("ctrl+s")
	h.sees("Chi fa le copie")
	h.keys("ctrl+s")
	h.sees("Ecco che cosa avete")
	h.shot("setup done")
	h.quit()
	db := opened(t, file)
	defer db.Close()
	for key, want := range map[string]int{app.OfficeForm.Key: 1, app.SiteForm.Key: 1, app.SystemForm.Key: 1, app.PersonForm.Key: 1, app.TreatmentForm.Key: 1} {
		reg, _ := app.RegisterOf(app.Registers(), key)
		if all, err := db.All(context.Background(), reg.Type); err != nil || len(all) != want {
			t.Errorf("%s: %d, %v", key, len(all), err)
		}
	}
	if drafts, err := db.Drafts(context.Background()); err != nil || len(drafts) != 0 {
		t.Errorf("drafts left: %v, %v", drafts, err)
	}
}
