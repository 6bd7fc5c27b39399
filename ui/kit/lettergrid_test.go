package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// permits are people by archives, held by the test as a page holds them.
type permits struct {
	rows, cols int
	on         map[[2]int]uint
	asked      int // how many cells were asked for
}

func newPermits(rows, cols int) (*permits, *LetterGrid) {
	p := &permits{rows: rows, cols: cols, on: map[[2]int]uint{}}
	for r := range rows {
		for c := range cols {
			p.on[[2]int{r, c}] = uint(r*7+c*5) % 16
		}
	}
	g := NewLetterGrid([]Letter{{"I", "Inserire"}, {"V", "Vedere e stampare"}, {"M", "Modificare"}, {"C", "Cancellare"}})
	g.OnToggle = func(row, col, letter int) { p.on[[2]int{row, col}] ^= 1 << letter }
	g.SetModel(LetterModel{
		Rows: func() int { return p.rows }, Columns: func() int { return p.cols },
		Row: func(i int) LetterHead {
			if i%8 == 7 {
				return LetterHead{Name: fmt.Sprintf("Sala Luca %03d", i), Second: "via dal 30/10/2026", Tone: ToneError, Icon: IconWarning}
			}
			return LetterHead{Name: fmt.Sprintf("Ferri Elena %03d", i), Second: "Amministrazione"}
		},
		Column: func(i int) LetterHead {
			if i%4 == 0 {
				return LetterHead{Name: fmt.Sprintf("Paghe %02d", i), Second: "particolari", Tone: ToneWarn, Icon: IconLock}
			}
			return LetterHead{Name: fmt.Sprintf("Registrazioni delle telecamere %02d", i), Second: "comuni"}
		},
		On: func(row, col int) uint { p.asked++; return p.on[[2]int{row, col}] },
	})
	return p, g
}

func at(t *testing.T, g *LetterGrid, row, col, letter int) {
	t.Helper()
	if r, c, l := g.At(); r != row || c != col || l != letter {
		t.Fatalf("the keyboard is at %d, %d, %d, not at %d, %d, %d", r, c, l, row, col, letter)
	}
	p := g.plan()
	if row < g.top || row >= g.top+p.rows || col < g.left || col >= g.left+p.cols {
		t.Fatalf("row %d, column %d are out of view: from %d, %d", row, col, g.top, g.left)
	}
}

// TestLetterGridKeys goes everywhere with the keyboard, and everything it comes to
// is in view.
func TestLetterGridKeys(t *testing.T) {
	use(t, Light, 1)
	p, g := newPermits(500, 50)
	show(t, g, 1100, 450)
	ctrl := func(key fyne.KeyName) {
		g.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	at(t, g, 0, 0, 0)
	press(g, fyne.KeyLeft, fyne.KeyUp)
	at(t, g, 0, 0, 0)
	press(g, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	at(t, g, 0, 1, 0)
	press(g, fyne.KeyLeft)
	at(t, g, 0, 0, 3)
	press(g, fyne.KeyDown, fyne.KeyReturn)
	at(t, g, 2, 0, 3)
	press(g, fyne.KeyEnd)
	at(t, g, 2, 49, 3)
	press(g, fyne.KeyRight)
	at(t, g, 2, 49, 3)
	press(g, fyne.KeyHome)
	at(t, g, 2, 0, 0)
	press(g, fyne.KeyPageDown)
	at(t, g, 2+g.plan().rows, 0, 0)
	press(g, fyne.KeyPageUp, fyne.KeyPageUp)
	at(t, g, 0, 0, 0)
	ctrl(fyne.KeyEnd)
	at(t, g, 499, 49, 3)
	ctrl(fyne.KeyLeft)
	at(t, g, 499, 48, 3)
	ctrl(fyne.KeyRight)
	ctrl(fyne.KeyRight)
	at(t, g, 499, 49, 3)
	ctrl(fyne.KeyHome)
	at(t, g, 0, 0, 0)

	before := p.on[[2]int{0, 0}]
	for _, r := range "vM" {
		g.TypedRune(r)
	}
	at(t, g, 0, 0, 2)
	if got := p.on[[2]int{0, 0}]; got != before^0b110 {
		t.Errorf("V and M made %b of %b", got, before)
	}
	g.TypedRune('x')
	press(g, fyne.KeySpace)
	if got := p.on[[2]int{0, 0}]; got != before^0b010 {
		t.Errorf("Space took nothing back: %b of %b", got, before)
	}
}

// TestLetterGridMouse: a click on a letter toggles it, one beside it only leads
// there, the wheel moves the view alone.
func TestLetterGridMouse(t *testing.T) {
	use(t, Light, 1)
	p, g := newPermits(500, 50)
	show(t, g, 1100, 450)
	click := func(x, y float32) { g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)}) }
	plan := g.plan()
	spot := func(row, col, letter int) (float32, float32) {
		q := plan.corner(row, col)
		return q.X + plan.letterX(letter) + 5, q.Y + plan.cellH/2
	}
	before := p.on[[2]int{2, 3}]
	click(spot(2, 3, 1))
	at(t, g, 2, 3, 1)
	if got := p.on[[2]int{2, 3}]; got != before^0b10 {
		t.Errorf("the click made %b of %b", got, before)
	}
	q := plan.corner(1, 1)
	click(q.X+2, q.Y+2)
	at(t, g, 1, 1, 1)
	click(20, plan.head+3*plan.cellH+5) // a name
	at(t, g, 3, 1, 1)
	click(plan.names+4*plan.cellW+10, 5) // a head
	at(t, g, 3, 4, 1)
	click(20, 5) // neither
	at(t, g, 3, 4, 1)

	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -10 * wheelStep}})
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DX: -4 * wheelStep}})
	if g.top != 10 || g.left != 2 {
		t.Errorf("the wheel moved to %d, %d", g.top, g.left)
	}
	if r, c, _ := g.At(); r != 3 || c != 4 {
		t.Errorf("the wheel took the keyboard to %d, %d", r, c)
	}
	click(spot(0, 0, 0)) // is row 10 now
	at(t, g, 10, 2, 0)

	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(plan.right.x+3, plan.right.y+3)}})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(plan.right.x+3, plan.right.y+plan.right.h+900)}})
	g.DragEnd()
	if want := 500 - plan.rows; g.top != want {
		t.Errorf("the bar was drawn to its end, and the view begins at %d, not %d", g.top, want)
	}
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)}})
	if want := 500 - plan.rows; g.top != want {
		t.Error("a drag over the cells moves the view")
	}
}

// TestLetterGridDrawsWhatIsInView: the cells of a large office are asked for, and
// drawn, as far as they are in view.
func TestLetterGridDrawsWhatIsInView(t *testing.T) {
	use(t, Light, 1)
	p, g := newPermits(500, 50)
	show(t, g, 1100, 450)
	p.asked = 0
	g.Refresh()
	plan := g.plan()
	if want := plan.rows * plan.cols * 4; p.asked != want || plan.rows < 5 || plan.cols < 5 {
		t.Errorf("%d letters were asked for, of %d by %d cells", p.asked, plan.rows, plan.cols)
	}
	p.rows, p.cols = 2, 1
	g.Sync()
	var seen []string
	for _, x := range texts(g) {
		if len(x) > 2 {
			seen = append(seen, x)
		}
	}
	if got := strings.Join(seen, ", "); got != "Ferri Elena 000, Amministrazione, Ferri Elena 001, Amministrazione, Paghe 00, particolari" {
		t.Errorf("of two rows and a column it shows: %s", got)
	}
	p.rows = 0
	g.Sync()
	if r, c, l := g.At(); r != -1 || c != -1 || l != -1 || g.AccessibilityLabel() != "" {
		t.Errorf("without rows the keyboard is at %d, %d, %d", r, c, l)
	}
	press(g, fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd)
	g.TypedRune('v')
}

// TestLetterGridSpeaks says the cell of the keyboard, and its letter.
func TestLetterGridSpeaks(t *testing.T) {
	use(t, Light, 1)
	p, g := newPermits(3, 2)
	show(t, g, 800, 400)
	p.on[[2]int{1, 0}] = 0b0110
	g.GoTo(1, 0, 2)
	if got := g.AccessibilityLabel(); got != "Ferri Elena 001, Paghe 00: vedere e stampare, modificare. Modificare: sì" {
		t.Error(got)
	}
	p.on[[2]int{1, 0}] = 0
	if got := g.AccessibilityLabel(); got != "Ferri Elena 001, Paghe 00: niente. Modificare: no" {
		t.Error(got)
	}
}

// TestLetterGridStaysInside: at every size of text nothing is drawn out of the
// grid, or over the names and heads.
func TestLetterGridStaysInside(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		use(t, HighContrast, scale)
		_, g := newPermits(500, 50)
		for _, size := range []fyne.Size{g.MinSize(), {Width: 700, Height: 420}, {Width: 1166, Height: 500}} {
			w := show(t, g, size.Width, size.Height)
			press(g, fyne.KeyEnd, fyne.KeyPageDown)
			p := g.plan()
			walk(g, nil, func(o, _ fyne.CanvasObject) {
				x, ok := o.(*canvas.Text)
				if !ok || x.Text == "" {
					return
				}
				end := x.Position().Add(x.MinSize())
				if end.X > g.Size().Width+1 || end.Y > g.Size().Height+1 {
					t.Errorf("%v at %v: %q ends at %v", size, scale, x.Text, end)
				}
				if len(x.Text) < 3 && (x.Position().X < p.names || x.Position().Y < p.head) {
					t.Errorf("%v at %v: %q lies over the names or heads", size, scale, x.Text)
				}
			})
			w.SetContent(canvas.NewRectangle(nil))
		}
	}
}

// BenchmarkLetterGrid is what a key costs in a picture of 500 people by 50
// archives: a letter given, the next row, a view further, a turn of the wheel.
// Its peer is the toolkit's own table of as many cells, with the letters as one
// text in each.
func BenchmarkLetterGrid(b *testing.B) {
	start := func(b *testing.B) (*permits, *LetterGrid) {
		test.NewTempApp(b).Settings().SetTheme(&Theme{Scale: 1})
		p, g := newPermits(500, 50)
		w := test.NewTempWindow(b, g)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1150, 450))
		w.Canvas().Focus(g)
		b.ReportAllocs()
		return p, g
	}
	b.Run("toggle", func(b *testing.B) {
		_, g := start(b)
		for b.Loop() {
			g.TypedRune('v')
		}
	})
	b.Run("row", func(b *testing.B) {
		_, g := start(b)
		for i := 0; b.Loop(); i++ {
			if i%499 == 498 {
				g.GoTo(0, 0, 0)
			}
			press(g, fyne.KeyDown)
		}
	})
	b.Run("page", func(b *testing.B) {
		_, g := start(b)
		for i := 0; b.Loop(); i++ {
			press(g, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp}[i/50%2])
		}
	})
	b.Run("column", func(b *testing.B) {
		_, g := start(b)
		for i := 0; b.Loop(); i++ {
			press(g, []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}[i%2])
		}
	})
	b.Run("wheel", func(b *testing.B) {
		_, g := start(b)
		for i := 0; b.Loop(); i++ {
			g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: float32([]int{-1, 1}[i/400%2]) * wheelStep}})
		}
	})
	peer := func(b *testing.B) (*permits, *widget.Table) {
		test.NewTempApp(b).Settings().SetTheme(&Theme{Scale: 1})
		p, g := newPermits(500, 50)
		t := widget.NewTable(func() (int, int) { return 500, 50 }, func() fyne.CanvasObject { return widget.NewLabel("I V M C") },
			func(id widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText(g.Spoken(id.Row, id.Col)) })
		for c := range 50 {
			t.SetColumnWidth(c, 136)
		}
		w := test.NewTempWindow(b, t)
		w.Resize(fyne.NewSize(1150, 450))
		b.ReportAllocs()
		return p, t
	}
	b.Run("peer-table-toggle", func(b *testing.B) {
		p, t := peer(b)
		for b.Loop() {
			p.on[[2]int{0, 0}] ^= 2
			t.Refresh()
		}
	})
	b.Run("peer-table-page", func(b *testing.B) {
		_, t := peer(b)
		for i := 0; b.Loop(); i++ {
			t.ScrollTo(widget.TableCellID{Row: i * 10 % 500})
		}
	})
}
