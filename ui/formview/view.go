// Package formview edits a record on screen as its form describes it. It knows
// no register: what is drawn otherwise is given to it as a Part.
package formview

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Config is what a View asks of its surroundings.
type Config struct {
	Names form.Names
	// Options gives what can be chosen in a field of catalogue or reference.
	Options func(*form.Field) []kit.Option
	// NewRecord makes a record of a register in passing, from what was typed in a field
	// that refers to it, and hands on its UID; NewLabel is what that is called, "" where
	// it is not offered.
	NewRecord func(register, typed string, done func(uid string))
	NewLabel  func(register, typed string) string
	// AddEntry adds the office's own entry to a catalogue and gives its slug.
	AddEntry func(catalogue, label string) (slug string, ok bool)
	// Prefill fills a child record after its key field was chosen; may be nil.
	Prefill func(row any)
	// Chosen follows the choice of one entry or record in a field, as where other
	// fields start from it; it says whether it changed any. May be nil.
	Chosen func(ed *form.Editor, f *form.Field) bool
	// Findings gives what does not fit in the record, or with others; may be nil.
	// It is not asked where the form itself says that something is wrong or missing.
	Findings func(rec any) []form.Problem
	// Example shows an example of what a field of some lines may hold, and calls take
	// where it is wanted in the field; nil where none is offered.
	Example func(ed *form.Editor, f *form.Field, take func(text string))
	// Changed tells of each change by the user.
	Changed func()
	// Parts draws some fields otherwise, by the key of the first of them.
	Parts map[string]func(ed *form.Editor, changed func()) Part
	// Below puts something under a field, by its key: a picture of what its rows
	// come to. It is made before the view has been drawn.
	Below map[string]func(v *View) Part
	// Clock tells the calendar which day is today.
	Clock func() time.Time
	// Attachments adds and shows files; nil shows their names alone.
	Attachments Attachments
	// Apart shows one section at a time, from the first on: see Only. Turned tells
	// that another one is shown.
	Apart  bool
	Turned func()
	// Top and Bottom scroll with the form, over and under it; may be nil.
	Top, Bottom fyne.CanvasObject
}

// Part draws some fields of the outermost record in a way of its own.
type Part struct {
	Object fyne.CanvasObject
	Keys   []string // the fields that it draws
	Sync   func()   // shows what the editor holds
	Focus  func()
	// FocusOn gives the keyboard to one of its fields; nil is Focus for all.
	FocusOn func(key string)
	// Tell says beside one of its fields what is missing, wrong and found; may be nil.
	Tell func(key string, missing bool, wrong string, doubts []fyne.CanvasObject)
}

// View is the form of one record.
type View struct {
	cfg                Config
	ed                 *form.Editor
	sections           []*section
	scroll             *kit.Scroll
	blocks             map[*form.Editor]*block
	parts, below       map[string]*Part
	problems           []form.Problem
	numbers            map[form.Problem]int        // of the findings, from 1
	found, foundBefore map[found]fyne.CanvasObject // under the fields, now and before the last change
	typing             any                         // where, during a change by typing
	added              map[string]time.Time        // when each file came, by its SHA-256; nil before it was asked
	only               int                         // the section shown, where they stand apart
}

// found is a doubt with the number that it is shown by.
type found struct {
	problem form.Problem
	number  int
}

// section is a titled part of the form.
type section struct {
	group *form.Group
	short string
	head  *kit.SectionHead
	block *block
	whole *fyne.Container
}

// State is how far a section is.
type State struct {
	Title                    string
	Wrong, Missing, Doubtful int
}

// New shows the record of an editor.
func New(ed *form.Editor, cfg Config) *View {
	v := &View{cfg: cfg, ed: ed, blocks: map[*form.Editor]*block{}, parts: map[string]*Part{}, below: map[string]*Part{}}
	for key, make := range cfg.Parts {
		if ed.Type.Field(key) != nil {
			part := make(ed, v.edited)
			v.parts[key] = &part
		}
	}
	for key, make := range cfg.Below {
		if ed.Type.Field(key) != nil {
			part := make(v)
			v.below[key] = &part
		}
	}
	column := kit.Column(kit.GapBlock)
	for i, g := range ed.Type.Sections {
		number := i + 1
		if len(ed.Type.Sections) == 1 || cfg.Apart {
			number = 0
		}
		title, short, help := formwords.Section(ed.Type, g)
		s := &section{group: g, short: short, head: kit.NewSectionHead(number, title), block: newBlock(v, ed, g.Fields)}
		v.sections = append(v.sections, s)
		parts := []fyne.CanvasObject{s.head}
		if help != "" {
			parts = append(parts, kit.NewHelp(help))
		}
		s.whole = kit.Column(kit.GapField, append(parts, s.block.body)...)
		show(s.whole, !cfg.Apart || i == 0)
		column.Add(s.whole)
	}
	if cfg.Bottom != nil {
		column.Add(cfg.Bottom)
	}
	whole := kit.Column(0)
	if cfg.Top != nil {
		whole.Add(cfg.Top)
	}
	whole.Add(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column)))
	v.scroll = kit.NewScroll(whole)
	v.Sync()
	return v
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Only shows one section in place of another, from its beginning. What is typed in
// the others stays, and counts as before.
func (v *View) Only(i int) {
	if !v.cfg.Apart || i == v.only || i < 0 || i >= len(v.sections) {
		return
	}
	v.sections[v.only].whole.Hide()
	v.sections[i].whole.Show()
	v.only = i
	v.scroll.Refresh()
	v.scroll.ScrollToTop()
	if v.cfg.Turned != nil {
		v.cfg.Turned()
	}
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.scroll }

// Scroll is the moving part of the view.
func (v *View) Scroll() *kit.Scroll { return v.scroll }

// Editor is the record being edited.
func (v *View) Editor() *form.Editor { return v.ed }

// Problems is what is wrong, missing or doubtful now, in the order of the form.
func (v *View) Problems() []form.Problem { return v.problems }

// Typing names the box whose text is being changed, so that the letters of a word
// count as one change; nil where something was chosen. Asked within Changed.
func (v *View) Typing() any { return v.typing }

// box is one field of one editor.
type box struct {
	ed    *form.Editor
	field *form.Field
}

func (v *View) typed(ed *form.Editor, f *form.Field) {
	v.typing = box{ed, f}
	v.edited()
	v.typing = nil
}

// edited follows a change by the user.
func (v *View) edited() {
	v.refresh(false)
	if v.cfg.Changed != nil {
		v.cfg.Changed()
	}
}

// Sync shows what the editor holds, as after a change that was not typed here.
func (v *View) Sync() {
	for _, s := range v.sections {
		s.block.sync()
	}
	v.refresh(true)
}

// Rename shows the names of today, as after records were saved elsewhere.
func (v *View) Rename() {
	for _, s := range v.sections {
		s.block.rename()
	}
	for _, b := range v.blocks {
		b.rename()
	}
	v.refresh(false)
}

// ShowErrors says under every field what is wrong with it: when typing pauses,
// or a save was refused.
func (v *View) ShowErrors() { v.refresh(true) }

// refresh asks anew what is wrong and missing. Errors of a field that is being
// typed into wait for a pause.
func (v *View) refresh(showNew bool) {
	byPath := v.ask()
	for _, parts := range []map[string]*Part{v.parts, v.below} {
		for _, p := range parts {
			p.Sync()
		}
	}
	moved := false
	for i, s := range v.sections {
		moved = s.block.show("", byPath, showNew) || moved
		st := v.stateOf(i)
		switch {
		case st.Wrong > 0:
			s.head.SetState(kit.ToneError, kit.IconWarning, words.T("da correggere"))
		case st.Missing == 1:
			s.head.SetState(kit.ToneWarn, kit.IconWarning, words.T("manca un campo"))
		case st.Missing > 1:
			s.head.SetState(kit.ToneWarn, kit.IconWarning, words.F("mancano %d campi", st.Missing))
		default:
			s.head.SetState(kit.ToneOK, kit.IconCheck, words.T("completa"))
		}
	}
	// Before the first layout there is nothing to lay out anew. A picture of the
	// whole form for each letter would be dear.
	if moved && v.scroll.Size().Width > 0 {
		v.scroll.Refresh()
	}
}

// ask gathers what is wrong, missing and doubtful, by path.
func (v *View) ask() map[string][]form.Problem {
	v.foundBefore, v.found = v.found, map[found]fyne.CanvasObject{}
	v.problems, v.numbers = v.ed.Problems(), map[form.Problem]int{}
	byPath := map[string][]form.Problem{}
	for _, p := range v.problems {
		byPath[p.Path] = append(byPath[p.Path], p)
	}
	if v.cfg.Findings == nil {
		return byPath
	}
	for _, p := range v.cfg.Findings(v.ed.Rec) {
		if len(byPath[p.Path]) > 0 && byPath[p.Path][0].Gravity != form.Doubt {
			continue // one thing at a time
		}
		v.problems = append(v.problems, p)
		byPath[p.Path] = append(byPath[p.Path], p)
		v.numbers[p] = len(v.numbers) + 1
	}
	return byPath
}

// finding is what stands under the field of a doubt: the same object as long as
// the doubt is the same, so that it need not be drawn anew.
func (v *View) finding(p form.Problem) fyne.CanvasObject {
	key := found{p, v.numbers[p]}
	o := v.found[key]
	if o == nil {
		o = v.foundBefore[key]
	}
	if o == nil {
		o = kit.NewFinding(v.numbers[p], words.Sentence(p.Text), nil)
	}
	v.found[key] = o
	return o
}

// Findings are the doubts of the record, numbered as beside their fields.
func (v *View) Findings() []form.Problem {
	var out []form.Problem
	for _, p := range v.problems {
		if p.Gravity == form.Doubt {
			out = append(out, p)
		}
	}
	return out
}

// States tells how far each section is, in order.
func (v *View) States() []State {
	out := make([]State, len(v.sections))
	for i := range v.sections {
		out[i] = v.stateOf(i)
	}
	return out
}

func (v *View) stateOf(i int) State {
	g := v.sections[i].group
	s := State{Title: v.sections[i].short}
	for _, p := range v.problems {
		key, _, _ := strings.Cut(p.Path, "/")
		for _, f := range g.Fields {
			if f.Key != key {
				continue
			}
			switch p.Gravity {
			case form.Wrong:
				s.Wrong++
			case form.Missing:
				s.Missing++
			case form.Doubt:
				s.Doubtful++
			}
		}
	}
	return s
}

// AddRow adds a row to a list of the record by its key field, as choosing in the
// list does, and gives the index of the row; -1 where there is no such list.
func (v *View) AddRow(list, key string) int {
	for _, s := range v.sections {
		for _, c := range s.block.cells {
			if c.field.Key == list && c.rows != nil && c.field.AddBy != "" {
				c.addBy(key)
				return len(v.ed.Rows(c.field)) - 1
			}
		}
	}
	return -1
}

// Choose puts a value into a field of the record, as choosing it there does.
func (v *View) Choose(key, value string) {
	if f := v.ed.Type.Field(key); f != nil {
		v.choose(v.ed, f, value)
		v.Sync()
	}
}

func (v *View) choose(ed *form.Editor, f *form.Field, value any) {
	ed.Set(f, value)
	if v.cfg.Chosen != nil && v.cfg.Chosen(ed, f) {
		v.Sync()
	}
	v.edited()
}

// Current is the section in view.
func (v *View) Current() int {
	if v.cfg.Apart {
		return v.only
	}
	at, d := 0, fyne.CurrentApp().Driver()
	limit := d.AbsolutePositionForObject(v.scroll).Y + v.scroll.Size().Height/3
	for i, s := range v.sections {
		if d.AbsolutePositionForObject(s.head).Y <= limit {
			at = i
		}
	}
	return at
}

// GoToSection brings a section into view and gives its first field the keyboard.
func (v *View) GoToSection(i int) {
	v.Only(i)
	v.scroll.ScrollTo(v.sections[i].head)
	v.sections[i].block.focusFirst()
}

// Focus brings a field into view by its path and gives it the keyboard.
func (v *View) Focus(path string) {
	key, _, _ := strings.Cut(path, "/")
	for i, s := range v.sections {
		if s.block.cellOf(key) != nil {
			v.Only(i)
			s.block.focus(path)
			return
		}
	}
}
