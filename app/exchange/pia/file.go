// Package pia reads and writes an impact assessment as the PIA tool of the CNIL
// (LINCnil/pia) exports it: one JSON object with the assessment ("pia"), the
// answers to its questions, the measures, the evaluations and the comments.
//
// What a record of the register has no field for stays in the file, which is kept
// with the record: written again, only what was changed in the record differs.
package pia

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"tutela/app/form"
)

// File is one assessment, whole.
type File struct {
	tree    map[string]any
	raw     []byte // as it was read
	changed bool
}

// lists are the parts of a file beside the assessment itself.
var lists = []string{"answers", "measures", "evaluations", "comments"}

// Is says that a JSON file begins as one of these, or as a list of them: by the keys
// of the first object, so that one cut short is known too.
func Is(data []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(bare(data)))
	first, err := dec.Token()
	if first == json.Delim('[') {
		first, err = dec.Token()
	}
	if err != nil || first != json.Delim('{') {
		return false
	}
	for dec.More() {
		key, err := dec.Token()
		switch key {
		case "pia":
			return true
		case "format": // an office exported by Tutela, which may be large
			return false
		}
		var over json.RawMessage
		if err != nil || dec.Decode(&over) != nil {
			return false
		}
	}
	return false
}

// Most is how many entries a part of a file may have: no real one comes near.
const Most = 5000

// ErrMany says that a file has more than Most.
var ErrMany = errors.New("too many entries")

// bare is a text without the mark that it is UTF-8.
func bare(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\ufeff")) }

// ShapeError says where a file is not of the form that is known.
type ShapeError struct{ Path string }

func (e *ShapeError) Error() string { return "unknown shape at " + e.Path }

// Read reads a file, or each of a list of them. Errors are those of encoding/json,
// a *ShapeError, or ErrMany.
func Read(data []byte) ([]*File, error) {
	data = bytes.TrimSpace(bare(data))
	parts := []json.RawMessage{data}
	if bytes.HasPrefix(data, []byte("[")) {
		if err := json.Unmarshal(data, &parts); err != nil {
			return nil, err
		}
	}
	var out []*File
	for i, part := range parts {
		dec := json.NewDecoder(bytes.NewReader(part))
		dec.UseNumber()
		var tree any
		if err := dec.Decode(&tree); err != nil {
			return nil, err
		}
		if dec.More() {
			return nil, &ShapeError{"alla fine"}
		}
		f := &File{raw: bytes.Clone(part)}
		if where := f.take(tree); where != "" {
			if len(parts) > 1 {
				where = strconv.Itoa(i+1) + "/" + where
			}
			return nil, &ShapeError{where}
		}
		if len(f.structure().questions()) > Most || slices.ContainsFunc(lists, func(name string) bool { return len(f.list(name)) > Most }) {
			return nil, ErrMany
		}
		out = append(out, f)
	}
	return out, nil
}

// take sees that what is read or written later has the form it is to have, and
// says where it has not.
func (f *File) take(tree any) (where string) {
	var ok bool
	if f.tree, ok = tree.(map[string]any); !ok {
		return "pia"
	}
	if _, ok := f.tree["pia"].(map[string]any); !ok {
		return "pia"
	}
	for _, name := range lists {
		if f.tree[name] == nil {
			continue // left out, or null
		}
		list, ok := f.tree[name].([]any)
		if !ok {
			return name
		}
		for i, x := range list {
			o, ok := x.(map[string]any)
			if !ok {
				return fmt.Sprintf("%s/%d", name, i)
			}
			if name == "answers" {
				if _, ok := o["data"].(map[string]any); !ok {
					return fmt.Sprintf("%s/%d/data", name, i)
				}
			}
		}
	}
	return ""
}

// Bytes is the file: as it was read, where nothing was changed.
func (f *File) Bytes() []byte {
	if !f.changed {
		return f.raw
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(f.tree); err != nil {
		panic("pia: " + err.Error()) // what JSON made is JSON again
	}
	return out.Bytes()
}

// Name is the name of what is assessed, without what the tool puts before it when it
// imports or copies.
func (f *File) Name() string {
	name := clean(text(f.pia()["name"]))
	for _, mark := range []string{"(IMPORT) ", "(COPY) ", "(EXAMPLE) "} {
		for strings.HasPrefix(name, mark) {
			name = strings.TrimPrefix(name, mark)
		}
	}
	return strings.Join(strings.Fields(name), " ")
}

// Created is when the assessment was begun: the tool keeps it when it imports one
// that it exported, so that it names an assessment.
func (f *File) Created() time.Time { return moment(f.pia()["created_at"]) }

func moment(v any) time.Time {
	t, err := time.Parse(time.RFC3339, text(v))
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// stamp writes a moment as the tool does.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// day is a day as the tool writes the moments that are one.
func day(d form.Date) string { return string(d) + "T12:00:00.000Z" }

// dayOf is the day of a moment, "" for none.
func dayOf(t time.Time) form.Date {
	if t.IsZero() {
		return ""
	}
	return form.DateOf(t)
}

// New is the file of an assessment that the tool did not make.
func New(name, author string, created, updated time.Time) *File {
	return &File{changed: true, tree: map[string]any{
		"pia": map[string]any{
			"id": 1, "status": 0, "name": name, "category": "",
			"author_name": author, "evaluator_name": "", "validator_name": "",
			"dpo_status": nil, "dpo_opinion": "", "dpos_names": "",
			"concerned_people_opinion": "", "concerned_people_status": nil, "people_names": "",
			"concerned_people_searched_opinion": nil, "concerned_people_searched_content": "",
			"rejection_reason": "", "applied_adjustments": "", "is_example": 0, "is_archive": 0,
			"structure_id": nil, "structure_name": "", "structure_sector_name": "", "structure_data": nil,
			"created_at": stamp(created), "updated_at": stamp(updated),
		},
		"answers": []any{}, "measures": []any{}, "evaluations": []any{}, "comments": []any{},
	}}
}
