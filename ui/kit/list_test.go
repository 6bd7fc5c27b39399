package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func rowsOf(p *ListPane) (rows []*ListRow) {
	walk(p, nil, func(o, _ fyne.CanvasObject) {
		if r, ok := o.(*ListRow); ok {
			rows = append(rows, r)
		}
	})
	return rows
}

func TestListServesManyRows(t *testing.T) {
	use(t, Light, 1)
	asked := 0
	p := NewListPane("Trattamenti", "Nuovo")
	p.SetModel(func() int { return 10000 }, func(i int) RowData {
		asked++
		return RowData{Title: "Trattamento " + countWord(i)}
	})
	show(t, p, 268, 600)
	if n := len(rowsOf(p)); n < 8 || n > 14 {
		t.Errorf("%d rows are made", n)
	}
	asked = 0
	p.Select(9000)
	if asked > 100 {
		t.Errorf("%d rows asked for one choice", asked)
	}
	if all := strings.Join(texts(p), "|"); !strings.Contains(all, "Trattamento 9000") {
		t.Error("the chosen row is not in view")
	}
}

func TestListKeyboard(t *testing.T) {
	use(t, Light, 1)
	p := samplePane(30)
	var chosen []int
	opened := -1
	p.OnSelect = func(i int) { chosen = append(chosen, i) }
	p.OnOpen = func(i int) { opened = i }
	w := show(t, p, 268, 600)
	p.FocusList()
	if w.Canvas().Focused() != p.list {
		t.Fatal("the list does not get the keyboard")
	}
	press(p.list, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn)
	if len(chosen) != 4 || chosen[1] != 1 || chosen[2] != 0 || chosen[3] != 29 || opened != 29 {
		t.Errorf("chosen %v, opened %d", chosen, opened)
	}
	rings := 0
	for _, r := range rowsOf(p) {
		if r.ring {
			rings++
		}
		if r.marked != r.ring {
			t.Error("mark and ring are on different rows")
		}
	}
	if rings != 1 {
		t.Errorf("%d rows have the ring", rings)
	}
	p.Select(3)
	if len(chosen) != 4 || p.Selected() != 3 {
		t.Error("a choice by the program is told as one by the user")
	}
}

func TestListMouse(t *testing.T) {
	use(t, Light, 1)
	p := samplePane(30)
	var chosen []int
	p.OnSelect = func(i int) { chosen = append(chosen, i) }
	w := show(t, p, 268, 600)
	row := rowsOf(p)[2]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).AddXY(60, row.Size().Height-1)
	test.TapCanvas(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), at)
	if len(chosen) != 2 || chosen[0] != 2 || chosen[1] != 2 {
		t.Errorf("chosen %v", chosen)
	}
	if rows := rowsOf(p); rows[1].Position() != (fyne.Position{}) && rows[0].Size().Height != rowHeight() {
		t.Errorf("a row is %v high", rows[0].Size().Height)
	}
}

func TestListSearch(t *testing.T) {
	use(t, Light, 1)
	p := samplePane(5)
	var said []string
	sorted, made := 0, 0
	p.OnSearch = func(s string) { said = append(said, s) }
	p.OnSort = func() { sorted++ }
	p.OnNew = func() { made++ }
	w := show(t, p, 268, 600)
	if !strings.Contains(strings.Join(texts(p), "|"), searchShortcut) {
		t.Error("the shortcut is not shown")
	}
	p.FocusSearch()
	test.Type(w.Canvas().Focused(), "pa")
	if p.SearchText() != "pa" || len(said) != 2 {
		t.Errorf("told %q", said)
	}
	if strings.Contains(strings.Join(texts(p), "|"), searchShortcut) {
		t.Error("the shortcut lies over what is typed")
	}
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if p.SearchText() != "" || said[len(said)-1] != "" {
		t.Error("Escape does not empty the field")
	}
	press(w.Canvas().Focused(), fyne.KeyDown)
	if w.Canvas().Focused() != p.list {
		t.Error("arrow down does not lead to the rows")
	}
	test.Tap(p.sort)
	test.Tap(p.button)
	if sorted != 1 || made != 1 {
		t.Error("order or new do not work")
	}
}

func TestListEmpty(t *testing.T) {
	use(t, Light, 1)
	n := 0
	p := NewListPane("Richieste", "")
	p.SetEmpty("Ancora nessuna richiesta")
	p.SetModel(func() int { return n }, func(int) RowData { return RowData{Title: "Una"} })
	show(t, p, 268, 600)
	if all := strings.Join(texts(p), "|"); !strings.Contains(all, "Ancora nessuna") || p.button.Visible() {
		t.Errorf("written: %s", all)
	}
	n = 1
	p.Refresh()
	if all := strings.Join(texts(p), "|"); strings.Contains(all, "Ancora") || !strings.Contains(all, "Una") {
		t.Errorf("written: %s", all)
	}
	p.Select(0)
	n = 0
	p.Refresh()
	if p.Selected() != -1 {
		t.Error("a row that is gone stays chosen")
	}
}

// The rows lie under a theme of their own, which must follow the one of the app.
func TestListFollowsTheme(t *testing.T) {
	use(t, Light, 1)
	p := samplePane(30)
	w := show(t, p, 300, 600)
	small := rowsOf(p)[0].Size().Height
	dark := &Theme{Look: Dark, Scale: 1.5}
	fyne.CurrentApp().Settings().SetTheme(dark)
	w.Content().Refresh()
	row := rowsOf(p)[0]
	if row.ground.FillColor != dark.Color(ColorSheet, 0) || row.title.TextSize != 21 {
		t.Error("the rows keep the other look")
	}
	if row.Size().Height <= small || row.Size().Height != rowHeight() {
		t.Errorf("rows went from %v to %v high", small, row.Size().Height)
	}
}
