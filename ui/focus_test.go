package ui

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tutela/ui/kit"
)

// TestFocusOrder goes with Tab round the record of every register: what can have
// the keyboard gets it, once, in the order in which the eye reads, and shows it.
func TestFocusOrder(t *testing.T) {
	for _, c := range []display{{1366, 697, 1, kit.Light}, {1024, 573, 1.5, kit.HighContrast}} {
		t.Run(c.String(), func(t *testing.T) {
			s, _ := openShell(t, longNames)
			s.setLook(c.look)
			s.setScale(c.scale)
			s.win.Resize(fyne.NewSize(c.width, c.height-27*c.scale))
			for _, reg := range listRegisters() {
				for _, fresh := range []bool{false, true} {
					name := reg.Key
					if fresh {
						name += " new, refused"
					}
					t.Run(name, func(t *testing.T) {
						p := registerPageOf(t, s, reg.Key)
						switch {
						case reg.Single && fresh:
							t.Skip("there is one alone")
						case fresh:
							p.openRecord("")
						case !reg.Single && p.model.len() == 0:
							t.Skip("the example has none")
						case !reg.Single:
							p.openRecord(p.model.row(0).UID)
						}
						p.split.ShowRecord()
						if fresh {
							p.open.view.ShowErrors()
						}
						for i := range sectionsOf(p.open) {
							if p.open.wizard != nil {
								p.open.view.Only(i)
							}
							goRound(t, s, p.open.view.Object())
						}
					})
				}
			}
			t.Run("home", func(t *testing.T) { goRound(t, s, homeOf(t, s).scroll) })
			t.Run("permissions", func(t *testing.T) { goRound(t, s, permissionsOf(t, s).grid) })
		})
	}
}

// TestFocusOrderSees shows the check what it has to find.
func TestFocusOrderSees(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Scale: 1})
	at := func(x, y float32) fyne.CanvasObject {
		b := kit.NewButton(kit.Outlined, "Stampa", kit.NoIcon, nil)
		b.Resize(fyne.NewSize(90, 34))
		b.Move(fyne.NewPos(x, y))
		return b
	}
	for name, c := range map[string]struct {
		objects []fyne.CanvasObject
		want    bool
	}{
		"down":             {[]fyne.CanvasObject{at(0, 0), at(0, 50), at(0, 100)}, true},
		"up":               {[]fyne.CanvasObject{at(0, 50), at(0, 0)}, false},
		"abreast":          {[]fyne.CanvasObject{at(0, 0), at(100, 5), at(0, 50)}, true},
		"right, then left": {[]fyne.CanvasObject{at(100, 0), at(0, 5)}, false},
	} {
		all := container.NewWithoutLayout(c.objects...)
		all.Resize(fyne.NewSize(300, 300))
		if got := len(disorder(stops(all))) == 0; got != c.want {
			t.Errorf("%s: in order %v", name, got)
		}
	}
}

// stop is something that can have the keyboard, with what holds it and where each
// of those is.
type stop struct {
	f  fyne.Focusable
	up []held
}

type held struct {
	o  fyne.CanvasObject
	at rect
}

// stops walks what is shown, in the order in which it is drawn.
func stops(root fyne.CanvasObject) (found []stop) {
	var walk func(o fyne.CanvasObject, at fyne.Position, up []held)
	walk = func(o fyne.CanvasObject, at fyne.Position, up []held) {
		if !o.Visible() {
			return
		}
		up = append(slices.Clip(up), held{o, rectOf(at, o.Size())})
		off, _ := o.(fyne.Disableable)
		if f, ok := o.(fyne.Focusable); ok && (off == nil || !off.Disabled()) {
			found = append(found, stop{f, up})
		}
		switch x := o.(type) {
		case *container.Scroll:
			walk(x.Content, at.Subtract(x.Offset), up)
		case *fyne.Container:
			for _, k := range x.Objects {
				walk(k, at.Add(k.Position()), up)
			}
		case fyne.Widget:
			for _, k := range test.WidgetRenderer(x).Objects() {
				walk(k, at.Add(k.Position()), up)
			}
		}
	}
	walk(root, fyne.Position{}, nil)
	return found
}

// goRound presses Tab until the keyboard is back where it began; it has to come
// into part.
func goRound(t *testing.T, s *Shell, part fyne.CanvasObject) {
	t.Helper()
	cv := s.win.Canvas()
	cv.Unfocus()
	cv.FocusNext() // what is left says what is wrong with it, once
	cv.Unfocus()
	all := stops(cv.Content())
	atRest := map[fyne.Focusable][]string{}
	for _, x := range all {
		atRest[x.f] = rings(x)
	}
	reached := map[fyne.Focusable]int{}
	var order []fyne.Focusable
	for range 2 * len(all) {
		cv.FocusNext()
		f := cv.Focused()
		if f == nil {
			t.Fatal("the keyboard is nowhere")
		}
		if len(order) > 0 && f == order[0] {
			break
		}
		order = append(order, f)
		if reached[f]++; reached[f] > 1 {
			t.Fatalf("%s gets the keyboard twice before all had it", nameOf(f))
		}
		i := slices.IndexFunc(all, func(x stop) bool { return x.f == f })
		if i < 0 {
			t.Errorf("%s is not among what is shown", nameOf(f))
			continue
		}
		if fresh := rings(all[i]); slices.Equal(fresh, atRest[f]) {
			t.Errorf("%s does not show that it has the keyboard: %q", nameOf(f), fresh)
		}
	}
	cv.Unfocus()
	for _, x := range all {
		if reached[x.f] == 0 {
			t.Errorf("%s is never reached", nameOf(x.f))
		}
	}
	// Where each is now, at one place of the scroll.
	byStop := map[fyne.Focusable]stop{}
	for _, x := range stops(cv.Content()) {
		byStop[x.f] = x
	}
	var inOrder []stop
	for _, f := range order {
		if x, ok := byStop[f]; ok {
			inOrder = append(inOrder, x)
		}
	}
	if !slices.ContainsFunc(inOrder, func(x stop) bool { return isHeld(x.up, part) }) {
		t.Error("nothing in the form has the keyboard")
	}
	for _, wrong := range disorder(inOrder) {
		t.Error(wrong)
	}
}

func isHeld(up []held, o fyne.CanvasObject) bool {
	return slices.ContainsFunc(up, func(p held) bool { return p.o == o })
}

// disorder compares each stop with the next one, as the parts of the form that
// hold one and the other stand: of two that are abreast the left one comes first,
// whatever is in it.
func disorder(order []stop) (wrong []string) {
	for i := range max(len(order)-1, 0) {
		a, b := order[i], order[i+1]
		n := 0
		for n < len(a.up)-1 && n < len(b.up)-1 && a.up[n].o == b.up[n].o {
			n++
		}
		x, y := a.up[n].at, b.up[n].at
		abreast := min(x.y2, y.y2)-max(x.y1, y.y1) > 2
		if abreast && x.x1 > y.x1+1 || !abreast && x.y1 > y.y1+1 {
			wrong = append(wrong, fmt.Sprintf("%s %v comes before %s %v", nameOf(a.f), x, nameOf(b.f), y))
		}
	}
	return wrong
}

// rings are the thick borders drawn in what has the keyboard; those of the box in
// which one types to choose are drawn by the box.
func rings(x stop) (found []string) {
	root := x.f.(fyne.CanvasObject)
	for _, p := range x.up {
		if _, ok := p.o.(*kit.Picker); ok {
			root = p.o
		}
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch x := o.(type) {
		case *canvas.Rectangle:
			if x.StrokeWidth >= 2 && x.StrokeColor != nil && x.StrokeColor != color.Transparent && x.Size().Width > 0 {
				found = append(found, fmt.Sprintf("%v %v %v", x.StrokeColor, x.StrokeWidth, x.Size()))
			}
		case *container.Scroll:
			walk(x.Content)
		case *fyne.Container:
			for _, k := range x.Objects {
				walk(k)
			}
		case fyne.Widget:
			for _, k := range test.WidgetRenderer(x).Objects() {
				walk(k)
			}
		}
	}
	walk(root)
	return found
}

func nameOf(f fyne.Focusable) string {
	name := strings.TrimPrefix(fmt.Sprintf("%T", f), "*")
	if a, ok := f.(fyne.Accessible); ok {
		name += fmt.Sprintf(" %q", a.AccessibilityLabel())
	}
	return name
}
