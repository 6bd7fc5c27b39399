package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// year2026 begins on a Thursday; today is 22 November.
func year2026() YearFrame {
	f := YearFrame{Days: 365, Monday: -3, Today: 325, Months: [12]string{"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"}}
	start := 0
	for i, days := range []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
		f.Starts[i] = start
		start += days
	}
	return f
}

func every(days, from, to int) (out []int) {
	for d := from; d <= to; d += days {
		out = append(out, d)
	}
	return out
}

func sampleYear() []YearRow {
	spoken := func(from, to int) string { return fmt.Sprintf("dal %d al %d", from, to) }
	return []YearRow{
		{Title: "Contabilità", Second: "disco esterno, Paolo", Tone: ToneError, Icon: IconWarning, Word: "12 giorni fa", Spoken: spoken,
			Runs: []YearRun{{0, 63, YearGood}, {64, 70, YearBad}, {71, 219, YearGood}, {220, 237, YearBad}, {238, 320, YearGood}, {321, 325, YearBad}}, Ticks: every(7, 4, 313), Rings: []int{88, 262}},
		{Title: "Gestionale clienti", Second: "in rete, automatica", Tone: ToneOK, Icon: IconCheck, Word: "ieri, 22:00", Runs: []YearRun{{0, 325, YearGood}}, Ticks: every(1, 0, 324), Rings: []int{120}},
		{Title: "Documenti scansionati della sede di campagna", Second: "NAS, automatica", Tone: ToneWarn, Icon: IconClock, Word: "mai provato", Runs: []YearRun{{150, 180, YearBad}, {181, 325, YearGood}}, Ticks: every(2, 181, 325)},
		{Title: "Piano nuovo", Second: "disco esterno", Tone: ToneNeutral, Icon: IconClock, Word: "entro il 26/11", Runs: []YearRun{{319, 325, YearWaiting}}},
	}
}

func sampleBars() *YearBars {
	b := NewYearBars()
	b.SetYear(year2026(), sampleYear())
	return b
}

// TestYearBarsByKeys: the arrows choose rows and go by weeks, and stay inside.
func TestYearBarsByKeys(t *testing.T) {
	use(t, Light, 1)
	b := sampleBars()
	var chosen []int
	opened := -1
	b.OnChosen = func(row int) { chosen = append(chosen, row) }
	b.OnOpen = func(row int) { opened = row }
	show(t, b, 1000, 260)
	b.FocusGained()
	if from, to := b.Week(); from != 319 || to != 325 { // Monday 16 to Sunday 22 November
		t.Errorf("it begins at %d to %d", from, to)
	}
	press(b, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if fmt.Sprint(chosen) != "[1 2 3 2]" || opened != 2 {
		t.Errorf("chosen %v, opened %d", chosen, opened)
	}
	for _, c := range []struct {
		key      fyne.KeyName
		from, to int
	}{
		{fyne.KeyLeft, 312, 318}, {fyne.KeyRight, 319, 325}, {fyne.KeyHome, 0, 3}, {fyne.KeyLeft, 0, 3},
		{fyne.KeyEnd, 361, 364}, {fyne.KeyRight, 361, 364}, {fyne.KeyPageUp, 333, 339},
	} {
		press(b, c.key)
		if from, to := b.Week(); from != c.from || to != c.to {
			t.Errorf("after %s the week is %d to %d, want %d to %d", c.key, from, to, c.from, c.to)
		}
	}
	b.Choose(0)
	if got := b.AccessibilityLabel(); got != "Contabilità, disco esterno, Paolo: 12 giorni fa. dal 333 al 339" {
		t.Errorf("spoken %q", got)
	}
}

// TestYearBarsByMouse: a click on a bar chooses its row and the week under it, wide
// and narrow; one on the name of the chosen row opens it.
func TestYearBarsByMouse(t *testing.T) {
	for _, c := range []struct{ width, scale float32 }{{1000, 1}, {420, 1}, {1000, 2}} {
		use(t, Light, c.scale)
		b := sampleBars()
		show(t, b, c.width, 700)
		s := b.shape(b.Size().Width)
		for row := range 4 {
			for _, day := range []int{0, 3, 4, 200, 364} {
				test.TapAt(b, fyne.NewPos((s.x(day, 365)+s.x(day+1, 365))/2, s.top+s.height*float32(row)+s.barTop+4))
				if from, to := b.Week(); b.Chosen() != row || day < from || day > to {
					t.Fatalf("%v: a click on day %d of row %d chose row %d, %d to %d", c, day, row, b.Chosen(), from, to)
				}
			}
		}
		opened := -1
		b.OnOpen = func(row int) { opened = row }
		name := fyne.NewPos(rowPad+2, s.top+2)
		test.TapAt(b, name)
		if b.Chosen() != 0 || opened != -1 {
			t.Errorf("%v: the first click opens %d, chooses %d", c, opened, b.Chosen())
		}
		if test.TapAt(b, name); opened != 0 {
			t.Errorf("%v: the second click opens %d", c, opened)
		}
	}
}

// TestYearBarsDrawn: what is covered, bare, waiting and yet to come differ, and in
// high contrast too.
func TestYearBarsDrawn(t *testing.T) {
	for _, look := range []Look{Light, Dark, HighContrast} {
		use(t, look, 1)
		b := sampleBars()
		show(t, b, 1000, 260)
		seen := map[string]YearKind{}
		for _, c := range []struct {
			row, from, to int
			kind          YearKind
		}{{0, 80, 200, YearGood}, {0, 221, 236, YearBad}, {3, 319, 324, YearWaiting}, {3, 0, 300, YearNothing}} {
			img := b.rows[c.row].bar.draw(730, 24)
			var column strings.Builder // the upper half of some days, where no ticks are
			for y := range 10 {
				for x := c.from + c.to - 4; x < c.from+c.to+4; x++ { // two pixels are a day
					fmt.Fprint(&column, img.At(x, y))
				}
			}
			if other, twice := seen[column.String()]; twice {
				t.Errorf("look %d: days of kind %d look like those of kind %d", look, c.kind, other)
			}
			seen[column.String()] = c.kind
		}
	}
}

// TestYearPictureScrolls: no more rows show than asked for, the others are scrolled
// to as the keyboard goes down.
func TestYearPictureScrolls(t *testing.T) {
	use(t, Light, 1)
	b := NewYearBars()
	var rows []YearRow
	for range 5 {
		rows = append(rows, sampleYear()...)
	}
	b.SetYear(year2026(), rows)
	p := NewYearPicture(b, 5)
	b.OnChosen = func(int) { p.Reveal() }
	show(t, Column(0, p.Object()), 1000, 600)
	s := b.shape(b.Size().Width)
	if got, want := p.Object().Size().Height, s.top+5*s.height; got != want {
		t.Errorf("%v high, want %v", got, want)
	}
	for range 19 {
		press(b, fyne.KeyDown)
		at, view := s.top+float32(b.Chosen())*s.height-p.scroll.Offset(), p.scroll.Size().Height
		if at < 0 || at+s.height > view+0.5 {
			t.Fatalf("row %d stands at %v of %v", b.Chosen(), at, view)
		}
	}
	b.SetYear(year2026(), rows[:3])
	p.Sync()
	if p.scroll != nil || p.Object().Size().Height != p.box.Size().Height {
		t.Error("three rows need no scroll")
	}
}

// BenchmarkYearBars draws twenty plans with a copy each day anew, as when the theme
// or the width changes, and goes through the weeks of one.
func BenchmarkYearBars(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(&Theme{Scale: 1})
	bars := NewYearBars()
	var rows []YearRow
	for range 20 {
		rows = append(rows, sampleYear()[1])
	}
	bars.SetYear(year2026(), rows)
	w := test.NewTempWindow(b, bars)
	w.Resize(fyne.NewSize(1150, 1000))
	b.Run("draw", func(b *testing.B) {
		for b.Loop() {
			for _, r := range bars.rows {
				r.bar.drawn = nil
				r.bar.draw(780, 24)
			}
		}
	})
	b.Run("refresh", func(b *testing.B) {
		for b.Loop() {
			bars.SetYear(year2026(), rows)
		}
	})
	b.Run("week", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			press(bars, []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}[i%2])
		}
	})
}

func yearBoard() (fyne.CanvasObject, func(fyne.Window)) {
	b, narrow := sampleBars(), sampleBars()
	board := Column(GapField,
		YearLegend("coperto (tacca: una copia)", "senza copia recente", "prova di ripristino", "oggi"), Sheet(NewYearPicture(b, 6).Object()),
		Row(0, Fixed(420, Sheet(NewYearPicture(narrow, 3).Object())), Spacer()))
	return board, func(fyne.Window) {
		b.FocusGained()
		press(b, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft)
	}
}
