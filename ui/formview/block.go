package formview

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app/form"
	"tutela/ui/kit"
)

// block shows some fields of one editor: a section of the record, or a child
// record in its card.
type block struct {
	view  *View
	ed    *form.Editor
	cells []*cell
	body  *fyne.Container
	shown []bool
}

func newBlock(v *View, ed *form.Editor, fields []*form.Field) *block {
	b := &block{view: v, ed: ed, body: kit.Column(kit.GapField)}
	var drawn []string
	for _, f := range fields {
		if ed == v.ed && slices.Contains(drawn, f.Key) {
			continue
		}
		if p := v.parts[f.Key]; p != nil && ed == v.ed {
			drawn = append(drawn, p.Keys...)
			b.cells = append(b.cells, partCell(b, f, p))
			continue
		}
		if f.Auto && f.Kind == form.KText {
			continue // the program's own bookkeeping is no question to the user
		}
		b.cells = append(b.cells, newCell(b, f))
		if p := v.below[f.Key]; p != nil && ed == v.ed {
			b.cells = append(b.cells, partCell(b, f, p))
		}
	}
	return b
}

// sync shows what the editor holds.
func (b *block) sync() {
	for _, c := range b.cells {
		c.sync()
	}
}

// rename shows the names of today.
func (b *block) rename() {
	for _, c := range b.cells {
		if c.rename != nil {
			c.rename()
		}
	}
}

// show lays out the fields whose condition holds, and says what is wrong in
// them. What did not change is not drawn anew; it tells whether any field needs
// another height, so that the others have to move.
func (b *block) show(path string, problems map[string][]form.Problem, showNew bool) (moved bool) {
	shown := make([]bool, len(b.cells))
	for i, c := range b.cells {
		shown[i] = c.field.Shown(b.ed.Rec)
		c.tell(path, problems, showNew)
		moved = shown[i] && c.grown() || moved
	}
	if b.shown != nil && slices.Equal(shown, b.shown) {
		return moved
	}
	b.shown = shown
	var half fyne.CanvasObject
	var rows []fyne.CanvasObject // Container.Add would lay all out for each
	flush := func() {
		if half != nil {
			rows = append(rows, kit.Reflow(half, kit.Spacer()))
			half = nil
		}
	}
	for i, c := range b.cells {
		switch {
		case !shown[i]:
		case !c.field.Half || c.part != nil:
			flush()
			rows = append(rows, c.object)
		case half == nil:
			half = c.object
		default:
			rows = append(rows, kit.Reflow(half, c.object))
			half = nil
		}
	}
	flush()
	b.body.Objects = rows
	b.body.Refresh()
	return true
}

func (b *block) focusFirst() {
	for i, c := range b.cells {
		if b.shown[i] && c.focus() {
			return
		}
	}
}

// focus leads to a field by path; false where it is not in this block.
func (b *block) focus(path string) bool {
	key, rest, deeper := strings.Cut(path, "/")
	c := b.cellOf(key)
	if c == nil {
		return false
	}
	b.view.scroll.Refresh()
	if deeper && c.rows != nil {
		index, rest, _ := strings.Cut(rest, "/")
		i, err := strconv.Atoi(index)
		rows := b.ed.Rows(c.field)
		if err == nil && i < len(rows) {
			c.rows.SetOpen(i, true)
			return b.view.blockOf(rows[i], c.field).focus(rest)
		}
	}
	b.view.scroll.ScrollTo(c.object)
	if c.part != nil && c.part.FocusOn != nil {
		c.part.FocusOn(key)
		return true
	}
	c.focus()
	return true
}

// cellOf is the cell that shows a field, nil where none in this block does.
func (b *block) cellOf(key string) *cell {
	for _, c := range b.cells {
		if c.field.Key == key || c.part != nil && slices.Contains(c.part.Keys, key) {
			return c
		}
	}
	return nil
}

// blockOf is the block of a child record; it is made once, so that nothing half
// typed is lost when the cards are laid out anew.
func (v *View) blockOf(row *form.Editor, list *form.Field) *block {
	if b := v.blocks[row]; b != nil {
		return b
	}
	var fields []*form.Field
	for _, f := range list.Child.Fields() {
		if f.Key != list.AddBy {
			fields = append(fields, f)
		}
	}
	b := newBlock(v, row, fields)
	v.blocks[row] = b
	b.sync()
	b.show("", nil, false)
	return b
}
