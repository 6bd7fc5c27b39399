// Package breachview draws what the form of a breach needs beside its fields: the
// 18 items as a questionnaire, and what they come to.
package breachview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/formview"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// itemKey is the field of an item.
func itemKey(n int) string { return "item_" + strconv.Itoa(n) }

// Items draws the 18 items in two columns; below stands under them. focused is
// told which item has the keyboard; nil where nobody asks.
func Items(ed *form.Editor, below fyne.CanvasObject, focused func(n int), changed func()) formview.Part {
	v := &items{ed: ed, lines: map[string]*line{}}
	var columns [2]*fyne.Container
	group := ""
	for i, it := range breach.List() {
		side := i * 2 / breach.Items
		if columns[side] == nil {
			columns[side] = kit.Column(0)
		}
		if it.Group != group {
			group = it.Group
			columns[side].Add(kit.Pad(kit.GapPanel, 0, kit.GapTight, 0, kit.NewStyledText(words.Sentence(group), theme.SizeNameCaptionText, kit.ColorInk2, true)))
		}
		l := v.newLine(it, focused, changed)
		columns[side].Add(l.whole)
	}
	part := formview.Part{Object: kit.Column(0, kit.Abreast(500, 0.5, columns[0], columns[1]), below), Sync: v.sync, Tell: v.tell}
	for n := 1; n <= breach.Items; n++ {
		part.Keys = append(part.Keys, itemKey(n))
	}
	part.Focus = func() { v.focus(v.firstOpen()) }
	part.FocusOn = v.focus
	return part
}

// items are the lines of the questionnaire.
type items struct {
	ed    *form.Editor
	lines map[string]*line // by key
}

// line is one item: its answer, and under it what is wrong and what was found.
type line struct {
	item   breach.Item
	answer *kit.Answer
	found  *fyne.Container
	whole  *fyne.Container
}

func (v *items) newLine(it breach.Item, focused func(n int), changed func()) *line {
	f := v.ed.Type.Field(itemKey(it.N))
	var options []kit.Option
	for i, o := range f.Options {
		word := strconv.Itoa(it.Weights[i])
		if it.N > breach.Graded {
			word = [2]string{words.T("Sì"), words.T("No")}[i]
		}
		options = append(options, kit.Option{Value: o.Value, Label: word})
	}
	l := &line{item: it, found: kit.Column(kit.GapTight)}
	l.answer = kit.NewAnswer(it.N, words.Sentence(it.Short), formwords.Label(v.ed.Type, f), options)
	l.answer.Choice().OnChanged = func(value string) {
		v.ed.SetText(f, value)
		changed()
	}
	if focused != nil {
		l.answer.Choice().OnFocus = func() { focused(it.N) }
	}
	l.found.Hide()
	l.whole = kit.Column(kit.GapTight, l.answer, l.found)
	v.lines[itemKey(it.N)] = l
	return l
}

// sync shows what the editor holds.
func (v *items) sync() {
	answers := v.ed.Rec.(*app.Breach).Answers()
	for key, l := range v.lines {
		points := ""
		if n, answered := answers.Points(l.item.N); answered {
			points = strconv.Itoa(n)
		}
		l.answer.Set(v.ed.Text(v.ed.Type.Field(key)), points)
	}
}

// tell says under a line what is wrong and found; what is missing the line shows
// itself.
func (v *items) tell(key string, _ bool, wrong string, doubts []fyne.CanvasObject) {
	l := v.lines[key]
	found := doubts
	if wrong != "" {
		found = append([]fyne.CanvasObject{kit.NewNote(kit.ToneError, kit.IconWarning, wrong)}, doubts...)
	}
	l.found.Objects = found
	if len(found) > 0 {
		l.found.Show()
	} else {
		l.found.Hide()
	}
}

func (v *items) focus(key string) { kit.FocusOn(v.lines[key].answer) }

// firstOpen is the first item without an answer, or else the first.
func (v *items) firstOpen() string {
	if missing := v.ed.Rec.(*app.Breach).Answers().Missing(); len(missing) > 0 {
		return itemKey(missing[0])
	}
	return itemKey(1)
}
