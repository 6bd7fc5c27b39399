package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"tutela/app"
)

// BenchmarkKeyInForm is what a letter typed into the sheet of a treatment costs:
// the record, its problems, the state of its sections, the side column, the undo
// and the layout. Its peer is a letter typed into a bare field of the toolkit.
func BenchmarkKeyInForm(b *testing.B) {
	s, _ := openShell(b, app.Sample)
	r := first(b, s, app.TreatmentForm.Key)
	for _, key := range []string{"title", "description"} {
		b.Run(key, func(b *testing.B) {
			r.view.Focus(key)
			typeAway(b, s.win.Canvas().Focused())
		})
	}
	b.Run("new", func(b *testing.B) { // most of it is missing
		r.page.openRecord("")
		r.page.open.view.Focus("title")
		typeAway(b, s.win.Canvas().Focused())
	})
	b.Run("breach", func(b *testing.B) { // with its path and clock
		r := lostStick(b, s)
		r.view.Focus("extent")
		typeAway(b, s.win.Canvas().Focused())
	})
	b.Run("peer-bare-entry", func(b *testing.B) {
		e := widget.NewEntry()
		w := test.NewTempWindow(b, container.NewVBox(e))
		w.Resize(fyne.NewSize(1366, 697))
		w.Canvas().Focus(e)
		typeAway(b, e)
	})
}

// typeAway types words of ten letters, and takes each back when it is whole.
func typeAway(b *testing.B, into fyne.Focusable) {
	b.Helper()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%20 < 10 {
			into.TypedRune('a' + rune(i%20))
		} else {
			into.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	}
}

// BenchmarkStart is what making the window costs, its first page laid out; the
// fonts are read already, and nothing is painted.
func BenchmarkStart(b *testing.B) {
	_, db := openShell(b, app.Sample)
	b.ReportAllocs()
	for b.Loop() {
		s := shellOn(b, db)
		b.StopTimer()
		s.drafts.stop()
		b.StartTimer()
	}
}

// BenchmarkFrame is what the toolkit asks of every object of a treatment's page
// before each frame: how small it may be.
func BenchmarkFrame(b *testing.B) {
	s, _ := openShell(b, app.Sample)
	first(b, s, app.TreatmentForm.Key)
	n := 0
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		n++
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
		o.MinSize()
	}
	for b.Loop() {
		n = 0
		walk(s.win.Canvas().Content())
	}
	b.ReportMetric(float64(n), "objects")
}
