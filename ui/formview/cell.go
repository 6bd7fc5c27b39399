package formview

import (
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// dateWidth keeps a box for a date from promising more room than a date has.
const dateWidth = 180

// cell is one field on screen.
type cell struct {
	block  *block
	field  *form.Field
	row    *kit.Field // nil for a part
	object fyne.CanvasObject
	rows   *kit.Rows // of a list
	part   *Part
	sync   func()
	rename func()  // of a picker: shows the names of today
	told   bool    // the error is said
	height float32 // when it was last asked
	moved  bool    // something in its rows needs another height
}

func partCell(b *block, f *form.Field, p *Part) *cell {
	return &cell{block: b, field: f, object: p.Object, part: p, sync: p.Sync}
}

func newCell(b *block, f *form.Field) *cell {
	c := &cell{block: b, field: f, sync: func() {}}
	control := c.control()
	label := formwords.Label(b.ed.Type, f)
	if f.Kind == form.KBool {
		label = "" // stands beside the box
	}
	c.row = kit.NewField(label, control)
	if f.Kind == form.KDate {
		c.row.ControlWidth = dateWidth
	}
	c.row.SetHelp(formwords.Help(b.ed.Type, f))
	if f.Auto {
		c.row.SetLocked(true)
	} else if f.Kind == form.KLong && b.view.cfg.Example != nil {
		c.row.SetExample(c.example)
	}
	c.object = c.row
	return c
}

// example shows one of what the field may hold, and takes it where it is wanted.
func (c *cell) example() {
	ed, f, v := c.block.ed, c.field, c.block.view
	v.cfg.Example(ed, f, func(text string) {
		ed.SetText(f, text)
		c.sync()
		v.edited()
		kit.FocusOn(c.row)
	})
}

// control makes the component of a field's kind and the way to show its value.
func (c *cell) control() fyne.CanvasObject {
	f := c.field
	switch f.Kind {
	case form.KLong:
		return c.entry(kit.LongEntry)
	case form.KDate:
		return c.entry(kit.DateEntry)
	case form.KBool:
		return c.check()
	case form.KTri:
		return c.segmented(formwords.Options(c.block.ed.Type, f))
	case form.KChoice:
		if fewAndShort(formwords.Options(c.block.ed.Type, f)) {
			return c.segmented(formwords.Options(c.block.ed.Type, f))
		}
		return c.choice()
	case form.KCatalogue, form.KRef:
		return c.picker(false)
	case form.KCatalogues, form.KRefs:
		return c.picker(true)
	case form.KList:
		return c.list()
	case form.KFiles:
		return c.files()
	case form.KComputed:
		line := kit.NewLine("")
		c.sync = func() { line.SetText(strings.Join(f.Words(c.block.ed.Rec, c.block.view.cfg.Names), " ")) }
		return line
	}
	return c.entry(kit.TextEntry)
}

func (c *cell) entry(kind kit.EntryKind) fyne.CanvasObject {
	e, f := kit.NewEntry(kind), c.field
	if example := formwords.Example(c.block.ed.Type, f); example != "" {
		e.SetPlaceHolder(example)
	}
	e.Clock = c.block.view.cfg.Clock
	e.OnEdited = func(text string) {
		c.block.ed.SetText(f, text)
		c.block.view.typed(c.block.ed, f)
	}
	e.OnLeave = func() {
		c.tidy(e)
		c.block.view.refresh(true)
	}
	c.sync = func() {
		if text := c.block.ed.Text(f); e.Text != text {
			e.SetText(text)
		}
	}
	return e
}

// tidy writes a date or number the way it was understood: 1/2/26 as 01/02/2026.
func (c *cell) tidy(e *kit.Entry) {
	if c.field.Kind == form.KText || c.field.Kind == form.KLong {
		return
	}
	c.sync()
}

func (c *cell) check() fyne.CanvasObject {
	f := c.field
	box := kit.NewCheck(formwords.Label(c.block.ed.Type, f), nil)
	box.OnChanged = func(on bool) {
		if on {
			c.set(true)
		} else {
			c.set(nil)
		}
	}
	c.sync = func() { box.SetChecked(!f.Empty(c.block.ed.Rec)) }
	return box
}

// set puts a chosen value.
func (c *cell) set(v any) {
	c.block.ed.Set(c.field, v)
	c.block.view.edited()
}

// fewAndShort says that all choices can stand beside each other.
func fewAndShort(options []form.Option) bool {
	total := 0
	for _, o := range options {
		total += len([]rune(o.Label))
	}
	return len(options) <= 3 && total <= 40
}

func kitOptions(options []form.Option) []kit.Option {
	out := make([]kit.Option, len(options))
	for i, o := range options {
		out[i] = kit.Option{Value: o.Value, Label: o.Label}
	}
	return out
}

func (c *cell) segmented(options []form.Option) fyne.CanvasObject {
	s := kit.NewSegmented(kitOptions(options))
	s.OnChanged = func(v string) { c.setText(v) }
	c.sync = func() { s.SetValue(c.block.ed.Text(c.field)) }
	return s
}

func (c *cell) choice() fyne.CanvasObject {
	s := kit.NewSelect(kitOptions(formwords.Options(c.block.ed.Type, c.field)))
	s.Optional = true
	s.OnChanged = func(v string) { c.setText(v) }
	c.sync = func() { s.SetValue(c.block.ed.Text(c.field)) }
	return s
}

func (c *cell) setText(v string) {
	c.block.ed.SetText(c.field, v)
	c.block.view.edited()
}

// tell says beside and under the field what is missing and wrong.
func (c *cell) tell(path string, problems map[string][]form.Problem, showNew bool) {
	at := path + c.field.Key
	if c.rows != nil {
		c.tellRows(at, problems, showNew)
	}
	if c.field.Kind == form.KComputed {
		c.sync() // it follows from what was just typed elsewhere
	}
	if c.part != nil && c.part.Tell != nil {
		for _, key := range c.part.Keys {
			wrong, missing, doubts := c.said(problems[path+key])
			c.part.Tell(key, missing, wrong, doubts)
		}
	}
	if c.row == nil {
		return
	}
	wrong, missing, doubts := c.said(problems[at])
	c.row.SetMissing(missing)
	if wrong == "" || showNew || c.told {
		if c.row.Error() != wrong {
			c.row.SetError(wrong)
		}
		c.told = wrong != ""
	}
	if len(doubts) > 0 || c.field.Kind != form.KList {
		c.row.SetFindings(doubts...)
	}
}

// said puts the problems of one field into words and findings.
func (c *cell) said(problems []form.Problem) (wrong string, missing bool, doubts []fyne.CanvasObject) {
	for _, p := range problems {
		switch p.Gravity {
		case form.Wrong:
			if wrong == "" {
				wrong = words.Sentence(p.Text)
			}
		case form.Missing:
			missing = true
		case form.Doubt:
			doubts = append(doubts, c.block.view.finding(p))
		}
	}
	return wrong, missing, doubts
}

// grown says whether the field needs another height than when it was last asked.
func (c *cell) grown() bool {
	width := c.object.Size().Width
	if width <= 0 {
		return false
	}
	was := c.height
	c.height = kit.HeightForWidth(c.object, width)
	return c.moved || c.height != was
}

func (c *cell) focus() bool {
	if c.part != nil {
		if c.part.Focus == nil {
			return false
		}
		c.part.Focus()
		return true
	}
	return kit.FocusOn(c.row)
}
