package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestRowGivesWay(t *testing.T) {
	use(t, Light, 1)
	line := NewLine("Scheda creata il 12/03/2019 · Ultimo aggiornamento 18/11/2026")
	button := NewButton(Filled, "Salva", IconCheck, nil)
	row := Row(GapSmall, line, Spacer(), button)
	row.Resize(fyne.NewSize(900, 40))
	if end := button.Position().X + button.Size().Width; end < 899 {
		t.Errorf("the button ends at %v", end)
	}
	if line.Size().Width < line.PreferredWidth() {
		t.Error("the line is shortened although there is room")
	}
	row.Resize(fyne.NewSize(300, 40))
	if end := button.Position().X + button.Size().Width; end > 300.5 {
		t.Errorf("the button is pushed out to %v", end)
	}
	if button.Size().Width < button.MinSize().Width {
		t.Error("the button gave way instead of the line")
	}
}

func TestReflow(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		use(t, Light, scale)
		a, b := NewText("a"), NewText("b")
		pair := Reflow(a, b)
		limit := reflowAt * theme.TextSize()
		pair.Resize(fyne.NewSize(limit, 100))
		if a.Position().Y != b.Position().Y || b.Position().X <= a.Position().X {
			t.Errorf("at %v not abreast at %v", scale, limit)
		}
		pair.Resize(fyne.NewSize(limit-1, 100))
		if b.Position().X != 0 || b.Position().Y <= a.Position().Y {
			t.Errorf("at %v still abreast at %v", scale, limit-1)
		}
	}
}

func TestFlowBreaks(t *testing.T) {
	use(t, Light, 1)
	a, b := NewButton(Filled, "Registra la prima richiesta", IconPlus, nil), NewButton(Outlined, "Stampa", NoIcon, nil)
	flow := Flow(GapSmall, a, b)
	flow.Resize(fyne.NewSize(500, 100))
	if b.Position().Y != 0 {
		t.Error("breaks although there is room")
	}
	flow.Resize(fyne.NewSize(240, 100))
	if b.Position().Y <= 0 || flow.MinSize().Height < 2*controlHeight() {
		t.Error("does not break")
	}
}

func TestScroll(t *testing.T) {
	use(t, Light, 1)
	column := Column(GapField)
	var last *Text
	for range 30 {
		last = NewText(longText)
		column.Add(last)
	}
	s := NewScroll(column)
	w := show(t, s, 300, 200)
	if got := column.Size().Width; got != 300-scrollGutter {
		t.Errorf("the content is %v wide", got)
	}
	if got, want := column.Size().Height, HeightForWidth(column, 280); got < want {
		t.Errorf("the content is %v high, needs %v", got, want)
	}
	s.PageDown()
	if s.Offset() != 180 {
		t.Errorf("a page moved to %v", s.Offset())
	}
	s.PageUp()
	s.PageUp()
	if s.Offset() != 0 {
		t.Errorf("moved above the beginning, to %v", s.Offset())
	}
	s.Reveal(last)
	d := fyne.CurrentApp().Driver()
	if y := d.AbsolutePositionForObject(last).Y; y < 0 || y+last.Size().Height > 200.5 {
		t.Errorf("the last stands at %v", y)
	}
	s.ScrollTo(column.Objects[3])
	if y := d.AbsolutePositionForObject(column.Objects[3]).Y; y < 0 || y > 20 {
		t.Errorf("the fourth stands at %v", y)
	}
	w.Resize(fyne.NewSize(600, 5000))
	if s.Offset() != 0 {
		t.Errorf("with room for all the offset stays %v", s.Offset())
	}
}

func TestActionBar(t *testing.T) {
	use(t, Light, 1)
	status := NewStatus(ToneOK, IconCheck, "Bozza al sicuro, 17:48")
	save := NewButton(Filled, "Salva", IconCheck, nil)
	bar := ActionBar(status, NewButton(Plain, "Annulla modifiche", IconUndo, nil), NewButton(Outlined, "Stampa", IconPrinter, nil), save)
	if h := HeightForWidth(bar, 800); h < 51 || h > 53 {
		t.Errorf("the bar is %v high", h)
	}
	for _, scale := range []float32{1, 2} {
		fyne.CurrentApp().Settings().SetTheme(&Theme{Scale: scale})
		for _, width := range []float32{300, 500, 900} {
			bar.Resize(fyne.NewSize(width, HeightForWidth(bar, width)))
			if end := save.Position().X + save.Size().Width + GapRecord; end > width+0.5 {
				t.Errorf("at %v and %v wide the button ends at %v", scale, width, end)
			}
		}
	}
}

func TestPageView(t *testing.T) {
	use(t, Light, 1)
	list, record := samplePane(8), Sheet(NewText("scheda"))
	v := NewPageView(list, record)
	steps := 0
	v.OnSteps = func(bool) { steps++ }
	w := show(t, v.Object(), 1180, 600)
	if !list.Visible() || !record.Visible() || v.TwoSteps() {
		t.Fatal("not both to be seen")
	}
	steps = 0
	fyne.CurrentApp().Settings().SetTheme(&Theme{Scale: 1.5})
	w.Content().Refresh()
	if !v.TwoSteps() || !list.Visible() || v.record.Visible() || steps != 1 {
		t.Fatal("large text does not make two steps")
	}
	v.ShowRecord()
	if list.Visible() || !v.record.Visible() {
		t.Fatal("the record is not shown")
	}
	v.ShowList()
	if !list.Visible() || v.record.Visible() {
		t.Fatal("no way back")
	}
}

// What is wider than the view is cut, not the rest pushed out of it, also after
// something in the content has changed.
func TestScrollKeepsItsWidth(t *testing.T) {
	start(t)
	column := Column(GapSmall, NewText("Testo"), NewLink("Informativa sul trattamento dei dati personali", IconPrinter, nil))
	s := NewScroll(column)
	w := test.NewTempWindow(t, container.NewWithoutLayout(s))
	w.Resize(fyne.NewSize(400, 300))
	s.Resize(fyne.NewSize(200, 200))
	column.Add(NewText("Un altro"))
	s.inner.Refresh()
	if got := column.Size().Width; got > 200 {
		t.Errorf("the content is %v wide in a view of 200", got)
	}
}
