package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
)

// brokenShell is the window on an office whose file is damaged, with a copy of before.
func brokenShell(t *testing.T) (s *Shell, th thread, path, copied string) {
	t.Helper()
	s = movable(t)
	th = queueThread(s)
	ctx, dir := context.Background(), t.TempDir()
	copiedTo(t, s, app.NewCopySettings(), dir)
	run, err := s.cfg.Store.Backup(ctx, s.cfg.By, app.CopyNow, nil)
	if err != nil {
		t.Fatal(err)
	}
	path, copied = s.cfg.Store.Path(), filepath.Join(dir, run.Results[0].File)
	s.leave()
	if err := s.cfg.Close(); err != nil {
		t.Fatal(err)
	}
	s.cfg.Store, s.cfg.Close, s.cfg.Copies = nil, nil, copyTools{}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[len(data)/3:], bytes.Repeat([]byte("x"), 3*4096))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.cfg.Open(path, false)
	if !errors.Is(err, app.ErrDamaged) {
		t.Fatalf("the damage does not show: %v", err)
	}
	s.showDamaged(path, err)
	if said := texts(s.win.Content()); !strings.Contains(said, "danneggiato") || !strings.Contains(said, "Ripristina una copia…") {
		t.Fatalf("it says %s", said)
	}
	return s, th, path, copied
}

// TestDamagedOfficeIsRestored: the copy takes its place and the office opens.
func TestDamagedOfficeIsRestored(t *testing.T) {
	s, th, path, copied := brokenShell(t)
	s.applyRestoreOver(path, copied, "")
	th.says(t, s, "Copia ripristinata")
	confirm(t, s, "Ho capito")
	if s.cfg.Store == nil || s.locked != "" || s.world.Office().Name == "" {
		t.Fatal("the office is not open")
	}
	if aside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*prima del ripristino*")); len(aside) != 1 {
		t.Errorf("beside the office: %q", aside)
	}
	s.Shut()
}

func damagedScreens() []screen {
	return []screen{{"damaged", func(t *testing.T, s *Shell) {
		t.Cleanup(func() {
			s.locked = ""
			if err := s.build(); err != nil {
				t.Error(err)
			}
			s.goTo(0)
		})
		s.showDamaged(filepath.FromSlash("/home/anna/ufficio.tutela"), &app.Refusal{
			What: "Il file «Studio associato di Castelleone e Soresina dal Millenovecento.tutela» è danneggiato: non è stato cambiato.",
			Do:   "Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza.",
		})
	}}}
}
