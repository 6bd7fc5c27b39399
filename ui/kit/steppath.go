package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// StepPath is the way through the steps of a procedure, as a picture: boxes with
// their state, joined by lines. The steps of the first row follow each other, those
// of the second stand beneath. One stop of the keyboard: arrows aim, Enter or Space
// goes there. The state is told by sign, frame and words, not by colour alone.
type StepPath struct {
	control
	// OnChosen tells which step the user wants to go to.
	OnChosen func(i int)

	steps     []PathStep
	edges     []PathEdge
	aim, over int // the step that the keyboard is on; under the pointer, -1 none

	boxes   []*stepBox
	lines   []*stepLine
	legend  []*legendEntry
	reading canvas.Text // the aimed step in words, where the boxes hold names alone
	ring    canvas.Rectangle
}

// StepLook is how a step is drawn.
type StepLook int

// The looks.
const (
	StepPlain   StepLook = iota // thin frame: may be done
	StepDone                    // on green
	StepHere                    // filled: where one is
	StepAsked                   // thick frame: has to be done
	StepOff                     // sunken: need not be done
	StepDropped                 // amber frame: done, and no longer needed
	StepAhead                   // sunken: not reached yet
)

// PathStep is one step. Its place is a column, and a width in columns.
type PathStep struct {
	Name, Title string
	Look        StepLook
	Icon        Icon
	Word        string // the state, for the legend and for those who do not see it
	Row         int    // 0, or 1 beneath
	Col, Span   float32
	// Round is a result between two steps, drawn with round ends: its title is the
	// large word.
	Round bool
	Tone  Tone // of a round one
}

// PathEdge joins two steps: beside each other in the first row, or from the first
// to the second.
type PathEdge struct {
	From, To int
	Word     string
	Done     bool
}

type stepBox struct {
	box         canvas.Rectangle
	name, title canvas.Text
	image       *canvas.Image
}

// stepLine is an edge: one line, or one down and one across.
type stepLine struct {
	down, across canvas.Rectangle
	word         canvas.Text
}

type legendEntry struct {
	step  PathStep
	box   canvas.Rectangle
	image *canvas.Image
	word  canvas.Text
}

// NewStepPath returns an empty path; Set fills it.
func NewStepPath() *StepPath {
	p := &StepPath{over: -1}
	p.extend(p, func() { p.choose(p.aim) })
	return p
}

// Set shows how the path stands now. The first step that is drawn as StepHere has
// the aim, unless the keyboard is on another.
func (p *StepPath) Set(steps []PathStep, edges []PathEdge) {
	if slices.Equal(p.steps, steps) && slices.Equal(p.edges, edges) {
		return
	}
	here := func(s PathStep) bool { return s.Look == StepHere }
	moved := slices.IndexFunc(p.steps, here) != slices.IndexFunc(steps, here)
	p.steps, p.edges = slices.Clone(steps), slices.Clone(edges)
	if i := slices.IndexFunc(steps, here); i >= 0 && (moved || !p.focused) {
		p.aim = i
	}
	p.aim = max(min(p.aim, len(steps)-1), 0)
	for len(p.boxes) < len(steps) {
		p.boxes = append(p.boxes, &stepBox{image: newImage()})
	}
	p.boxes = p.boxes[:len(steps)]
	p.lines = p.lines[:0]
	for range edges {
		p.lines = append(p.lines, &stepLine{})
	}
	p.legend = nil
	for _, s := range steps {
		if s.Word != "" && !slices.ContainsFunc(p.legend, func(l *legendEntry) bool { return l.step.Word == s.Word }) {
			p.legend = append(p.legend, &legendEntry{step: s, image: newImage()})
		}
	}
	slices.SortStableFunc(p.legend, func(a, b *legendEntry) int { return legendOrder(a.step) - legendOrder(b.step) })
	p.Refresh()
}

// legendOrder puts what is done and where one is first.
func legendOrder(s PathStep) int {
	return slices.Index([]StepLook{StepDone, StepHere, StepAsked, StepPlain, StepAhead, StepOff, StepDropped}, s.Look)
}

// Steps are those shown.
func (p *StepPath) Steps() []PathStep { return p.steps }

func (p *StepPath) choose(i int) {
	if i < 0 || i >= len(p.steps) || p.disabled {
		return
	}
	p.aim = i
	p.Refresh()
	if p.OnChosen != nil {
		p.OnChosen(i)
	}
}

// TypedKey implements fyne.Focusable.
func (p *StepPath) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(p, e) {
		return
	}
	down, right, ok := arrow(e.Name)
	switch {
	case e.Name == fyne.KeyHome || e.Name == fyne.KeyEnd:
		p.aimAt(map[fyne.KeyName]int{fyne.KeyHome: 0, fyne.KeyEnd: len(p.steps) - 1}[e.Name])
	case !ok:
		p.control.TypedKey(e)
	case right != 0:
		p.aimAt(p.aim + right)
	default:
		p.aimAt(p.nearest(down))
	}
}

func (p *StepPath) aimAt(i int) {
	p.quiet = false
	if i >= 0 && i < len(p.steps) {
		p.aim = i
	}
	p.Refresh()
}

// nearest is the step of the other row that stands nearest; the same one where
// there is no such row.
func (p *StepPath) nearest(down int) int {
	if p.aim >= len(p.steps) {
		return p.aim
	}
	from, best := p.steps[p.aim], p.aim
	far := float32(1e9)
	for i, s := range p.steps {
		if s.Row != from.Row+down {
			continue
		}
		if d := abs(s.Col + s.Span/2 - from.Col - from.Span/2); d < far {
			far, best = d, i
		}
	}
	return best
}

func abs(x float32) float32 { return max(x, -x) }

// spoken is a step in words.
func (s PathStep) spoken() string {
	said := s.Name + " " + s.Title
	if s.Word != "" {
		said += ": " + s.Word
	}
	return said
}

// AccessibilityLabel implements fyne.Accessible: the step that the keyboard is on.
func (p *StepPath) AccessibilityLabel() string {
	if p.aim >= len(p.steps) {
		return ""
	}
	return words.F("Percorso: %s", p.steps[p.aim].spoken())
}

// AccessibilityRole implements fyne.Accessible.
func (p *StepPath) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped implements fyne.Tappable.
func (p *StepPath) Tapped(e *fyne.PointEvent) {
	if !p.disabled {
		p.takeFocus()
		p.choose(p.stepAt(e.Position))
	}
}

// MouseIn implements desktop.Hoverable.
func (p *StepPath) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *StepPath) MouseMoved(e *desktop.MouseEvent) {
	if i := p.stepAt(e.Position); i != p.over {
		p.over = i
		p.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (p *StepPath) MouseOut() {
	p.over = -1
	p.control.MouseOut()
}

func (p *StepPath) stepAt(at fyne.Position) int {
	return slices.IndexFunc(p.boxes, func(b *stepBox) bool {
		from, size := b.box.Position(), b.box.Size()
		return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
	})
}

// CreateRenderer implements fyne.Widget.
func (p *StepPath) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *StepPath) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, l := range p.lines {
		objects = append(objects, &l.down, &l.across, &l.word)
	}
	for _, b := range p.boxes {
		objects = append(objects, &b.box, &b.name, &b.title, b.image)
	}
	for _, l := range p.legend {
		objects = append(objects, &l.box, l.image, &l.word)
	}
	return append(objects, &p.reading, &p.ring)
}

// stepPaint is what a look is drawn with.
type stepPaint struct {
	fill, frame fyne.ThemeColorName
	width       float32
	ink, ink2   fyne.ThemeColorName
	sign        fyne.ThemeColorName
}

func (s PathStep) colours() stepPaint {
	ink, ink2 := theme.ColorNameForeground, ColorInk2
	if s.Round {
		return stepPaint{s.Tone.Tint(), s.Tone.Ink(), 1.5, ink, ink2, ink}
	}
	switch s.Look {
	case StepDone:
		return stepPaint{ColorOKTint, theme.ColorNameSuccess, 1, ink, ink2, theme.ColorNameSuccess}
	case StepHere:
		on := theme.ColorNameForegroundOnPrimary
		return stepPaint{theme.ColorNamePrimary, theme.ColorNamePrimary, 1, on, on, on}
	case StepAsked:
		return stepPaint{ColorSheet, theme.ColorNamePrimary, 2, ink, ink2, theme.ColorNamePrimary}
	case StepDropped:
		return stepPaint{ColorSheet, theme.ColorNameWarning, 1, ink, ink2, theme.ColorNameWarning}
	case StepOff, StepAhead:
		off := theme.ColorNameDisabled
		return stepPaint{ColorSunken, theme.ColorNameSeparator, 1, off, off, off}
	}
	return stepPaint{ColorSheet, theme.ColorNameInputBorder, 1, ink, ink2, ink2}
}

func (p *StepPath) paint() {
	for i, s := range p.steps {
		b, c := p.boxes[i], s.colours()
		if i == p.over && s.Look != StepHere && !s.Round {
			c.fill, c.ink, c.ink2 = theme.ColorNameHover, theme.ColorNameForeground, ColorInk2
		}
		radius := float32(cornerRadius)
		if s.Round {
			radius = p.rowHeight(0, p.Size().Width) / 2
		}
		setBox(&b.box, c.fill, c.frame, c.width, radius)
		name, title := theme.SizeNameText, SizePicture
		if s.Round {
			name, title = SizePicture, theme.SizeNameText
		}
		setText(&b.name, s.Name, name, c.ink, !s.Round)
		setText(&b.title, b.title.Text, title, c.ink2, s.Round)
		if s.Round {
			setText(&b.name, s.Name, name, c.ink2, false)
			setText(&b.title, b.title.Text, title, c.ink, true)
		}
		setImage(b.image, s.Icon, c.sign)
	}
	for i, e := range p.edges {
		l, color := p.lines[i], theme.ColorNameInputBorder
		if e.Done {
			color = theme.ColorNameSuccess
		}
		setBox(&l.down, color, "", 0, 0)
		setBox(&l.across, color, "", 0, 0)
		setText(&l.word, e.Word, SizePicture, ColorInk2, false)
	}
	for _, l := range p.legend {
		c := l.step.colours()
		if l.step.Look == StepHere { // small, the filled box alone would say nothing
			c.sign = theme.ColorNamePrimary
		}
		setImage(l.image, l.step.Icon, c.sign)
		setBox(&l.box, ColorSheet, c.frame, c.width, 2)
		hide(&l.box, l.step.Icon != NoIcon)
		setText(&l.word, l.step.Word, SizePicture, ColorInk2, false)
	}
	text := ""
	if p.aim < len(p.steps) {
		text = p.steps[p.aim].spoken()
	}
	setText(&p.reading, text, theme.SizeNameCaptionText, theme.ColorNameForeground, false)
	setBox(&p.ring, "", ColorRing, 2, cornerRadius+3)
	hide(&p.ring, !p.ringed())
}
