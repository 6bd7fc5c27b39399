package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
	"tutela/ui/kit"
)

// TestNoKeyIsLost goes by Tab through the form of every register, types into all
// that takes the keyboard, and pulls the plug: the copy of the file as it lies on
// the disk offers the same record again, with half-written dates and words.
func TestNoKeyIsLost(t *testing.T) {
	changes := map[string]int{} // by kind of control
	stops := map[string]int{}
	for _, reg := range listRegisters() {
		t.Run(reg.Key, func(t *testing.T) {
			s, db := openShell(t, app.Sample)
			p := registerPageOf(t, s, reg.Key)
			if !reg.Single {
				p.openRecord("")
			}
			for i := range sectionsOf(p.open) {
				p.open.view.GoToSection(i)
				typeEverywhere(t, s, p.open, stops, changes)
			}
			p.open.keepDraft()
			s.drafts.stop()
			again := survivor(t, db)
			key := app.DraftKey(reg.Key, p.open.uid())
			for _, d := range again {
				if d.Key == key {
					if string(d.Body) != string(p.open.ed.Draft()) {
						t.Errorf("kept: %s\ntyped: %s", d.Body, p.open.ed.Draft())
					}
					ed, err := form.FromDraft(reg.Type, *p.open.ed.Rec.(form.Record).Head(), d.Body)
					if err != nil {
						t.Fatal(err)
					}
					if got := ed.Draft(); string(got) != string(d.Body) {
						t.Errorf("read: %s\nkept: %s", got, d.Body)
					}
					return
				}
			}
			t.Error("no draft is there")
		})
	}
	for kind, n := range stops {
		if changes[kind] == 0 && kind != "*kit.Button" && kind != "*kit.Link" {
			t.Errorf("%s had the keyboard %d times, and nothing changed", kind, n)
		}
	}
	if len(changes) < 4 {
		t.Errorf("only these controls were used: %v", changes)
	}
}

// sectionsOf is how many times one has to look to see the whole form.
func sectionsOf(r *recordView) int {
	if r.wizard != nil {
		return len(r.ed.Type.Sections)
	}
	return 1
}

// typeEverywhere goes round the record once.
func typeEverywhere(t *testing.T, s *Shell, r *recordView, stops, changes map[string]int) {
	t.Helper()
	canvas := s.win.Canvas()
	seen := map[fyne.Focusable]bool{}
	// A record that begins with rows has buttons that move them about and open them:
	// each press makes new ones, without end.
	rows := slices.ContainsFunc(r.ed.Type.Fields(), func(f *form.Field) bool { return f.Kind == form.KList && f.Rows(r.ed.Rec) > 0 })
	for range 600 {
		at := canvas.Focused()
		if at == nil || seen[at] {
			return
		}
		seen[at] = true
		kind := fmt.Sprintf("%T", at)
		if !within(r.view.Object(), at) || rows && (kind == "*kit.rowHead" || kind == "*kit.iconButton") {
			canvas.FocusNext()
			continue
		}
		stops[kind]++
		before := string(r.ed.Draft())
		try := func() {
			if _, isButton := at.(*kit.Button); isButton {
				return
			}
			shown := texts(at.(fyne.CanvasObject))
			test.Type(at, "17àù’")
			if now := texts(at.(fyne.CanvasObject)); now != shown {
				r.timerMustRun(t, kind)
				if typed := strings.TrimSpace(now); len(typed) < 60 && strings.Contains(now, "17àù’") && !strings.Contains(string(r.ed.Draft()), "17àù’") {
					t.Errorf("%s shows %q, and the draft lacks it: %s", kind, typed, r.ed.Draft())
				}
			}
			if string(r.ed.Draft()) != before {
				return
			}
			for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn} {
				if now := canvas.Focused(); now != nil { // a list that opened, maybe
					now.TypedKey(&fyne.KeyEvent{Name: k})
				}
			}
		}
		try()
		if string(r.ed.Draft()) != before {
			changes[kind]++
			r.timerMustRun(t, kind)
		}
		canvas.Focus(at)
		canvas.FocusNext()
	}
	t.Error("Tab never comes round")
}

func (r *recordView) timerMustRun(t *testing.T, kind string) {
	t.Helper()
	if !r.dirty || r.timer == nil {
		t.Errorf("what is typed into %s waits for nothing to keep it", kind)
	}
}

// within tells whether a control stands below an object.
func within(o fyne.CanvasObject, control fyne.Focusable) bool {
	if f, ok := o.(fyne.Focusable); ok && f == control {
		return true
	}
	var kids []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		kids = x.Objects
	case fyne.Widget:
		kids = test.WidgetRenderer(x).Objects()
	}
	for _, c := range kids {
		if within(c, control) {
			return true
		}
	}
	return false
}

// survivor gives the drafts of the file as the disk has it while it is still
// open, which is what a pulled plug leaves.
func survivor(t *testing.T, db *store.DB) []app.Draft {
	t.Helper()
	dir := t.TempDir()
	for _, ending := range []string{"", "-wal"} {
		data, err := os.ReadFile(db.Path() + ending)
		if os.IsNotExist(err) && ending != "" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "copia.tutela"+ending), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	copied, err := store.Open(context.Background(), filepath.Join(dir, "copia.tutela"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	drafts, err := copied.Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}
