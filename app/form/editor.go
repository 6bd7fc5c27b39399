package form

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
)

// Editor is a record being edited: a copy of the record, and the raw text of
// every field whose text cannot be read yet. Its Draft is what survives a kill.
type Editor struct {
	Type *Type
	// Rec is the copy being edited, of the type's own Go type.
	Rec any
	// Now is the clock by which a moment lies ahead; nil where none is asked.
	Now func() time.Time

	raw  map[string]string // field key -> text that could not be read
	open map[string]string // field key -> text that stands in a picker without being a choice
	why  map[string]string // field key -> what is wrong with it
	rows map[string][]*Editor
}

// NewEditor edits a copy of rec; nil starts a new one.
func NewEditor(t *Type, rec any) *Editor {
	if rec == nil {
		rec = t.Start()
	} else {
		rec = t.Clone(rec)
	}
	return editorOf(t, rec)
}

func editorOf(t *Type, rec any) *Editor {
	e := &Editor{Type: t, Rec: rec, raw: map[string]string{}, open: map[string]string{}, why: map[string]string{}, rows: map[string][]*Editor{}}
	for _, f := range t.fields {
		if f.Kind == KList {
			for i := range f.Rows(rec) {
				e.rows[f.Key] = append(e.rows[f.Key], editorOf(f.Child, f.Row(rec, i)))
			}
		}
	}
	return e
}

// Text is what stands in the box of a field of one value.
func (e *Editor) Text(f *Field) string {
	if raw, ok := e.raw[f.Key]; ok {
		return raw
	}
	return f.Edit(e.Rec)
}

// SetText takes what the user typed into a field of one value. Text that cannot
// be read stays as it is and leaves the field unset.
func (e *Editor) SetText(f *Field, raw string) {
	v, wrong := f.Parse(raw)
	if wrong != "" {
		e.raw[f.Key], e.why[f.Key] = raw, wrong
		f.Put(e.Rec, nil)
		return
	}
	delete(e.raw, f.Key)
	delete(e.why, f.Key)
	f.Put(e.Rec, v)
}

// Typed is what stands in a picker without being a choice.
func (e *Editor) Typed(f *Field) string { return e.open[f.Key] }

// SetTyped keeps what stands in a picker without being a choice; "" takes it back.
func (e *Editor) SetTyped(f *Field, text string) {
	if text == "" {
		delete(e.open, f.Key)
		return
	}
	e.open[f.Key] = text
}

// Set puts a value that was chosen rather than typed.
func (e *Editor) Set(f *Field, v any) {
	delete(e.raw, f.Key)
	delete(e.why, f.Key)
	f.Put(e.Rec, v)
}

// Rows are the editors of the child records of a list.
func (e *Editor) Rows(f *Field) []*Editor { return e.rows[f.Key] }

// AddRow appends a new child record.
func (e *Editor) AddRow(f *Field) *Editor { return e.AddRowWith(f, func(any) {}) }

// AddRowWith appends a new child record after fill has put values into it.
func (e *Editor) AddRowWith(f *Field, fill func(rec any)) *Editor {
	rec := f.Child.Start()
	fill(rec)
	row := editorOf(f.Child, rec)
	f.adopt(e.Rec, rec)
	e.rows[f.Key] = append(e.rows[f.Key], row)
	return row
}

// RemoveRow takes child record i out and gives it back for InsertRow.
func (e *Editor) RemoveRow(f *Field, i int) *Editor {
	row := e.rows[f.Key][i]
	f.RemoveRow(e.Rec, i)
	e.rows[f.Key] = slices.Delete(e.rows[f.Key], i, i+1)
	return row
}

// InsertRow puts a child record back at place i.
func (e *Editor) InsertRow(f *Field, i int, row *Editor) {
	f.InsertRow(e.Rec, i, row.Rec)
	e.rows[f.Key] = slices.Insert(e.rows[f.Key], i, row)
}

// MoveRow brings child record from to place to.
func (e *Editor) MoveRow(f *Field, from, to int) {
	row := e.rows[f.Key][from]
	f.MoveRow(e.Rec, from, to)
	e.rows[f.Key] = slices.Insert(slices.Delete(e.rows[f.Key], from, from+1), to, row)
}

// Problems lists what is wrong, missing or doubtful, texts that cannot be read
// included, in the order of the form.
func (e *Editor) Problems() []Problem {
	unread := e.unread("", "")
	out := slices.Collect(maps.Values(unread))
	found := e.Type.Problems(e.Rec)
	if e.Now != nil {
		found = append(found, e.Type.Future(e.Rec, e.Now())...)
	}
	for _, p := range found {
		if _, ok := unread[p.Path]; !ok {
			out = append(out, p)
		}
	}
	order := e.Type.order(e.Rec)
	slices.SortStableFunc(out, func(a, b Problem) int { return order[a.Path] - order[b.Path] })
	return out
}

func (e *Editor) unread(path, label string) map[string]Problem {
	out := map[string]Problem{}
	for _, f := range e.Type.fields {
		at := path + f.Key
		if why, ok := e.why[f.Key]; ok && f.Shown(e.Rec) {
			out[at] = Problem{Path: at, Label: label + f.Label, Gravity: Wrong, Text: why}
		}
		for i, row := range e.rows[f.Key] {
			n := strconv.Itoa(i)
			maps.Copy(out, row.unread(at+"/"+n+"/", label+f.Label+" "+strconv.Itoa(i+1)+", "))
		}
	}
	return out
}

// order numbers the paths of a record as the eye meets them.
func (t *Type) order(rec any) map[string]int {
	out := map[string]int{}
	t.number(rec, "", out)
	return out
}

func (t *Type) number(rec any, path string, out map[string]int) {
	for _, f := range t.fields {
		out[path+f.Key] = len(out)
		if f.Kind == KList {
			for i := range f.Rows(rec) {
				f.Child.number(f.Row(rec, i), fmt.Sprintf("%s%s/%d/", path, f.Key, i), out)
			}
		}
	}
}

// Wrong says that something blocks the save.
func (e *Editor) Wrong() bool {
	return slices.ContainsFunc(e.Problems(), func(p Problem) bool { return p.Gravity == Wrong })
}

// draft is an Editor as kept in the file.
type draft struct {
	Record json.RawMessage    `json:"record,omitempty"` // of the outermost alone
	Raw    map[string]string  `json:"raw,omitempty"`
	Open   map[string]string  `json:"open,omitempty"`
	Rows   map[string][]draft `json:"rows,omitempty"`
}

// Draft is the whole state of the editor: the record and every half-typed text.
func (e *Editor) Draft() []byte {
	d := e.draft()
	d.Record = e.Type.Encode(e.Rec)
	return marshal(d)
}

func (e *Editor) draft() draft {
	d := draft{Raw: e.raw, Open: e.open}
	for key, rows := range e.rows {
		if len(rows) == 0 {
			continue
		}
		if d.Rows == nil {
			d.Rows = map[string][]draft{}
		}
		for _, row := range rows {
			d.Rows[key] = append(d.Rows[key], row.draft())
		}
	}
	return d
}

// FromDraft takes an editor up where Draft left it. The head is that of the
// record being edited, which the draft does not hold.
func FromDraft(t *Type, head Head, data []byte) (*Editor, error) {
	var d draft
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("read draft of %s: %w", t.Key, err)
	}
	rec, err := t.Decode(d.Record)
	if err != nil {
		return nil, fmt.Errorf("read draft of %s: %w", t.Key, err)
	}
	if r, ok := rec.(Record); ok {
		*r.Head() = head
	}
	e := editorOf(t, rec)
	e.take(d)
	return e, nil
}

func (e *Editor) take(d draft) {
	for key, raw := range d.Raw {
		if f := e.Type.byKey[key]; f != nil {
			e.SetText(f, raw)
		}
	}
	maps.Copy(e.open, d.Open)
	for key, rows := range d.Rows {
		for i, row := range rows {
			if i < len(e.rows[key]) {
				e.rows[key][i].take(row)
			}
		}
	}
}
