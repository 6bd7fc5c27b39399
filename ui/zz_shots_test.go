package ui

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
)

func TestZZShots(t *testing.T) {
	for _, c := range []struct {
		n string
		s float32
		l kit.Look
	}{{"100", 1, kit.Light}, {"150d", 1.5, kit.Dark}} {
		s, _ := openShell(t, app.Sample)
		s.setScale(c.s)
		s.setLook(c.l)
		s.win.Resize(fyne.NewSize(1366, 697))
		shot := func(n string) {
			f, _ := os.Create("/tmp/bshot-" + n + "-" + c.n + ".png")
			png.Encode(f, s.win.Canvas().Capture())
			f.Close()
		}
		r := first(t, s, app.TreatmentForm.Key)
		set(r, "title", "Altro titolo")
		set(r, "special", form.No)
		r.ed.AddRow(r.ed.Type.Field("purposes"))
		r.ed.RemoveRow(r.ed.Type.Field("measures"), 0)
		r.view.Sync()
		r.edited()
		r.save()
		r.history()
		shot("history")
		r = first(t, s, app.SupplierForm.Key)
		r.remove()
		shot("used")
		s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
		r = first(t, s, app.CrisisForm.Key)
		r.remove()
		shot("remove")
		confirm(t, s, "Elimina")
		p := registerPageOf(t, s, app.CrisisForm.Key)
		p.deleted()
		shot("deleted")
		s.searchOffice()
		shot("search0")
		test.Type(s.win.Canvas().Focused(), "newsl")
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		shot("search")
	}
}
