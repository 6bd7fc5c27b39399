package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func ledgerOf(rows int) (*Ledger, [][]fyne.CanvasObject) {
	l := NewLedger(LedgerColumn{"Ruolo", 4}, LedgerColumn{"Stato", 2}, LedgerColumn{"", 2})
	var cells [][]fyne.CanvasObject
	for range rows {
		cells = append(cells, []fyne.CanvasObject{NewLine("Persona autorizzata"), NewChip(ToneWarn, IconPrinter, "da firmare"), NewLink("Allega la firma", NoIcon, nil)})
	}
	l.SetRows(cells)
	return l, cells
}

// TestLedger: in columns where there is room, with what to do at the right end; on
// lines of their own where there is none, without heads.
func TestLedger(t *testing.T) {
	use(t, Light, 1)
	l, cells := ledgerOf(2)
	row := cells[1]
	for _, c := range []struct {
		width   float32
		columns bool
	}{{600, true}, {ledgerAt * 14, true}, {ledgerAt*14 - 1, false}, {200, false}} {
		h := HeightForWidth(l.Object(), c.width)
		l.Object().Resize(fyne.NewSize(c.width, h))
		below := row[1].Position().Y > row[0].Position().Y+row[0].Size().Height/2
		if below == c.columns {
			t.Errorf("at %v: the state stands below: %v", c.width, below)
		}
		if head := l.body.Objects[0].(*fyne.Container).Objects[1]; head.Visible() != c.columns {
			t.Errorf("at %v: the heads are shown: %v", c.width, head.Visible())
		}
		if right := row[2].Position().X + row[2].Size().Width; c.columns && (right > c.width || right < c.width-2*GapSmall) {
			t.Errorf("at %v: what to do ends at %v", c.width, right)
		}
	}
}

// TestLifeBar: the bar fills as the term is spent, and never runs over.
func TestLifeBar(t *testing.T) {
	use(t, Light, 1)
	b := NewLifeBar()
	show(t, b, 200, 60)
	for _, c := range []struct {
		spent, term int
		share       float32
	}{{0, 91, 0}, {-3, 91, 0}, {91, 182, 0.5}, {91, 91, 1}, {192, 92, 1}, {5, 0, 1}} {
		b.Set(ToneOK, "giorni", c.spent, c.term)
		if got := b.filled.Size().Width / b.whole.Size().Width; got < c.share-0.01 || got > c.share+0.01 {
			t.Errorf("%d of %d: filled %v", c.spent, c.term, got)
		}
	}
}
