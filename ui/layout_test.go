package ui

import (
	"fmt"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
)

// display is a size of the window, of its texts, and a look.
type display struct {
	width, height, scale float32
	look                 kit.Look
}

func (d display) String() string {
	return fmt.Sprintf("%vx%v at %v %% %s", d.width, d.height, d.scale*100, []string{"light", "dark", "contrast"}[d.look])
}

// displays are the smallest ones at every size of text and in every look; where
// there is no time for all, the tightest.
func displays() []display {
	if testing.Short() { // under the race detector each takes minutes, and shows no other race
		return []display{{1024, 573, 2, kit.HighContrast}}
	}
	// Where things stand does not depend on the colours, nor the colours on where
	// things stand: each size in light, and the other looks at both ends.
	var all []display
	for _, size := range []fyne.Size{{Width: 1366, Height: 697}, {Width: 1024, Height: 573}} {
		for _, scale := range []float32{1, 1.5, 2} {
			all = append(all, display{size.Width, size.Height, scale, kit.Light})
		}
	}
	return append(all, display{1366, 697, 1, kit.Dark}, display{1366, 697, 1, kit.HighContrast},
		display{1024, 573, 2, kit.Dark}, display{1024, 573, 2, kit.HighContrast})
}

// TestLayout brings every screen to the front on the smallest displays, with
// texts up to twice as large and names of 60 letters, and walks what is drawn:
// nothing runs out of what holds it, lies over something else, or is hard to
// read. TUTELA_SHOTS keeps a picture of each.
func TestLayout(t *testing.T) {
	for _, c := range displays() {
		t.Run(c.String(), func(t *testing.T) {
			s, _ := openShell(t, longNames)
			s.cfg.Printers, s.cfg.Open = somePrinters{}, opener
			s.setLook(c.look)
			s.setScale(c.scale)
			// The test driver draws no menu bar: its line is taken off.
			s.win.Resize(fyne.NewSize(c.width, c.height-27*c.scale))
			for _, sc := range screens() {
				t.Run(sc.name, func(t *testing.T) {
					sc.bring(t, s)
					o := s.win.Canvas().Content()
					if top := s.win.Canvas().Overlays().Top(); top != nil {
						o = top
					}
					picture(t, s, c.String()+" "+sc.name)
					look(t, o, s.win.Canvas().Size())
					for top := s.win.Canvas().Overlays().Top(); top != nil; top = s.win.Canvas().Overlays().Top() {
						s.win.Canvas().Overlays().Remove(top)
					}
				})
			}
		})
	}
}

// TestEyeSees shows the eye what it has to find.
func TestEyeSees(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Scale: 1})
	text := func(words string, x, y float32, ink color.Color) *canvas.Text {
		o := canvas.NewText(words, ink)
		o.Move(fyne.NewPos(x, y))
		o.Resize(o.MinSize())
		return o
	}
	white := canvas.NewRectangle(color.White)
	white.Resize(fyne.NewSize(400, 200))
	button := kit.NewButton(kit.Filled, "Stampa il registro", kit.IconPrinter, nil)
	button.Resize(fyne.NewSize(90, 34))
	button.Move(fyne.NewPos(0, 100))
	other := kit.NewButton(kit.Filled, "Salva", kit.IconCheck, nil)
	other.Resize(fyne.NewSize(90, 34))
	other.Move(fyne.NewPos(60, 110))
	for name, c := range map[string]struct {
		objects []fyne.CanvasObject
		want    string
	}{
		"nothing":          {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), text("due", 0, 40, color.Black)}, ""},
		"over each other":  {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), text("due", 4, 4, color.Black)}, "lies over"},
		"out of the side":  {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), text("parole molto lunghe", 350, 40, color.Black)}, "is cut"},
		"out of the foot":  {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), text("due", 0, 190, color.Black)}, "runs out of the window"},
		"grey on white":    {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), text("due", 0, 40, color.Gray{0x99})}, "contrast"},
		"shortened button": {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), button}, "is shortened"},
		"two buttons":      {[]fyne.CanvasObject{text("uno", 0, 0, color.Black), button, other}, "lies over"},
	} {
		t.Run(name, func(t *testing.T) {
			var said notes
			all := container.NewWithoutLayout(append([]fyne.CanvasObject{white}, c.objects...)...)
			all.Resize(fyne.NewSize(400, 200))
			look(&said, all, all.Size())
			if c.want == "" && len(said) > 0 || !strings.Contains(strings.Join(said, "\n"), c.want) {
				t.Errorf("it sees %q", said)
			}
		})
	}
}

type notes []string

func (n *notes) Errorf(format string, args ...any) { *n = append(*n, fmt.Sprintf(format, args...)) }

// longNames is the example with names as long as they come.
func longNames(save func(*form.Type, form.Record) error) error {
	return app.Sample(func(t *form.Type, rec form.Record) error {
		for _, f := range t.Fields() {
			if f.Kind != form.KText || strings.Contains("vat tax_code postcode province email pec phone mobile fax sdi version", f.Key) {
				continue
			}
			if text := f.Edit(rec); len(text) > 3 && len(text) < 60 && !strings.ContainsAny(text, "@0123456789") {
				f.Put(rec, strings.TrimSpace((text + " e Associati di Castelleone e Soresina dal Millenovecento")[:60]))
			}
		}
		return save(t, rec)
	})
}

func picture(t *testing.T, s *Shell, name string) {
	dir := os.Getenv("TUTELA_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, strings.NewReplacer(" ", "-", "%", "", "/", "-").Replace(name)+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// rect is a place on the window.
type rect struct{ x1, y1, x2, y2 float32 }

func rectOf(pos fyne.Position, size fyne.Size) rect {
	return rect{pos.X, pos.Y, pos.X + size.Width, pos.Y + size.Height}
}

func (r rect) and(o rect) rect {
	return rect{max(r.x1, o.x1), max(r.y1, o.y1), min(r.x2, o.x2), min(r.y2, o.y2)}
}

// more tells whether there is more of a place than rounding makes.
func (r rect) more(by float32) bool { return r.x2-r.x1 > by && r.y2-r.y1 > by }

// reporter is what a test says with.
type reporter interface {
	Errorf(format string, args ...any)
}

// eye walks what is drawn.
type eye struct {
	t       reporter
	window  rect
	texts   []seenText
	things  []seenThing
	grounds []ground
}

type seenText struct {
	text  string
	at    rect
	layer fyne.CanvasObject
}

type seenThing struct {
	name string
	o    fyne.CanvasObject
	at   rect
	up   []fyne.CanvasObject
}

type ground struct {
	at   rect
	fill color.Color
}

func look(t reporter, root fyne.CanvasObject, size fyne.Size) {
	e := &eye{t: t, window: rect{0, 0, size.Width, size.Height}}
	e.walk(root, fyne.Position{}, e.window, nil)
	for i, a := range e.texts {
		for _, b := range e.texts[:i] {
			// Lines of text stand a little into each other's height.
			if in := a.at.and(b.at); a.layer == b.layer && in.more(3) {
				t.Errorf("%q %v lies over %q %v", a.text, a.at, b.text, b.at)
			}
		}
	}
	for i, a := range e.things {
		for _, b := range e.things[:i] {
			if a.at.and(b.at).more(2) && !holds(a.up, b.o) && !holds(b.up, a.o) && layerOf(a.up) == layerOf(b.up) {
				t.Errorf("%s %v lies over %s %v", a.name, a.at, b.name, b.at)
			}
		}
	}
	if len(e.texts) < 2 {
		t.Errorf("hardly anything is written here: %d texts", len(e.texts))
	}
}

func holds(list []fyne.CanvasObject, o fyne.CanvasObject) bool {
	for _, x := range list {
		if x == o {
			return true
		}
	}
	return false
}

// layerOf is the layer of the floor that something is on: a list of suggestions
// lies over the form on purpose.
func layerOf(up []fyne.CanvasObject) fyne.CanvasObject {
	for i, o := range up {
		if c, ok := o.(*fyne.Container); ok && kit.IsFloor(c) && i+1 < len(up) {
			return up[i+1]
		}
	}
	return nil
}

func (e *eye) walk(o fyne.CanvasObject, at fyne.Position, clip rect, up []fyne.CanvasObject) {
	if !o.Visible() || o.Size().Width <= 0 {
		return
	}
	place := rectOf(at, o.Size())
	in := place.and(clip)
	switch x := o.(type) {
	case *canvas.Text:
		e.text(x, at, clip, up)
		return
	case *canvas.Rectangle:
		if _, _, _, alpha := fillOf(x).RGBA(); alpha == 0xFFFF && in.more(0) {
			e.grounds = append(e.grounds, ground{in, x.FillColor})
		}
		return
	}
	if _, ok := o.(*kit.Entry); ok {
		clip = in // a box of one line shows the beginning, and moves under the caret
	}
	path := append(append([]fyne.CanvasObject{}, up...), o)
	_, tappable := o.(fyne.Tappable)
	_, focusable := o.(fyne.Focusable)
	shade := place == e.window // what dims the window behind a dialog
	if (focusable || tappable) && in.more(2) && !shade {
		e.things = append(e.things, seenThing{fmt.Sprintf("%T", o), o, in, up})
		if place.x2 > clip.x2+1 || place.x1 < clip.x1-1 {
			e.t.Errorf("%T %v runs out of %v", o, place, clip)
		}
	}
	var kids []fyne.CanvasObject
	switch x := o.(type) {
	case *container.Scroll:
		clip = in
		kids = []fyne.CanvasObject{x.Content}
		at = at.Subtract(x.Offset)
		for _, k := range kids {
			e.walk(k, at, clip, path)
		}
		return
	case *fyne.Container:
		kids = x.Objects
	case fyne.Widget:
		kids = test.WidgetRenderer(x).Objects()
	}
	for _, k := range kids {
		e.walk(k, at.Add(k.Position()), clip, path)
	}
}

func fillOf(r *canvas.Rectangle) color.Color {
	if r.FillColor == nil {
		return color.Transparent
	}
	return r.FillColor
}

// text looks at what one line draws, which is as wide as its words whatever
// place it was given.
func (e *eye) text(x *canvas.Text, at fyne.Position, clip rect, up []fyne.CanvasObject) {
	if strings.TrimSpace(x.Text) == "" {
		return
	}
	min := x.MinSize()
	switch x.Alignment {
	case fyne.TextAlignCenter:
		at.X += (x.Size().Width - min.Width) / 2
	case fyne.TextAlignTrailing:
		at.X += x.Size().Width - min.Width
	}
	place := rectOf(at, min)
	seen := place.and(clip)
	if !seen.more(1) {
		return
	}
	if !inEntry(up) {
		if place.x1 < clip.x1-1 || place.x2 > clip.x2+1 {
			e.t.Errorf("%q %v is cut by %v", x.Text, place, clip)
		}
		e.within(x.Text, place, up)
	}
	e.whole(x, place, up)
	e.texts = append(e.texts, seenText{x.Text, seen, layerOf(up)})
	e.legible(x, seen)
}

// whole sees that what has to be read at once is not ended with "…", and that
// nothing but a scroll takes the foot of a line away.
func (e *eye) whole(x *canvas.Text, place rect, up []fyne.CanvasObject) {
	scrolls := false
	for _, o := range up {
		switch o := o.(type) {
		case *container.Scroll:
			scrolls = true
		case *kit.Chip:
			if x.Text != o.Text() {
				e.t.Errorf("the sign %q is shortened to %q", o.Text(), x.Text)
			}
		case *kit.Button:
			if x.Text != o.Text() {
				e.t.Errorf("the button %q is shortened to %q", o.Text(), x.Text)
			}
		}
	}
	if !scrolls && (place.y2 > e.window.y2+1 || place.y1 < e.window.y1-1) {
		e.t.Errorf("%q %v runs out of the window", x.Text, place)
	}
}

func inEntry(up []fyne.CanvasObject) bool {
	for _, o := range up {
		if _, ok := o.(*kit.Entry); ok {
			return true
		}
	}
	return false
}

// within sees that the words stay in the nearest thing that draws a border.
func (e *eye) within(text string, place rect, up []fyne.CanvasObject) {
	for i := len(up) - 1; i >= 0; i-- {
		if _, ok := up[i].(*container.Scroll); ok {
			return
		}
		f, ok := up[i].(fyne.Focusable)
		if !ok {
			continue
		}
		o := f.(fyne.CanvasObject)
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if holder := rectOf(pos, o.Size()); place.x1 < holder.x1-1 || place.x2 > holder.x2+1 || place.y1 < holder.y1-2 || place.y2 > holder.y2+2 {
			e.t.Errorf("%q %v runs out of %T %v", text, place, o, holder)
		}
		return
	}
}

func (e *eye) legible(x *canvas.Text, at rect) {
	middle := fyne.NewPos((at.x1+at.x2)/2, (at.y1+at.y2)/2)
	for i := len(e.grounds) - 1; i >= 0; i-- {
		g := e.grounds[i]
		if middle.X < g.at.x1 || middle.X > g.at.x2 || middle.Y < g.at.y1 || middle.Y > g.at.y2 {
			continue
		}
		if got := contrast(x.Color, g.fill); got < 4.5 {
			e.t.Errorf("%q has a contrast of %.1f: %v on %v", x.Text, got, x.Color, g.fill)
		}
		return
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
