package form

import (
	"slices"
	"strconv"
	"strings"
)

// Difference is a field, or a child record, that two versions of a record hold
// differently. Before and After are in words; "" is nothing there.
type Difference struct {
	Path          string // of the field in the later version; for a row taken out, in the earlier one
	Label         string // with the list and the row that it stands in
	Before, After string
}

// Compare lists what changed from one version of a record to another, in the
// order of the form. Child records are matched by what they hold, so that one
// put in the middle is one difference. A nil version is an empty record.
func (t *Type) Compare(before, after any, n Names) []Difference {
	if before == nil {
		before = t.New()
	}
	if after == nil {
		after = t.New()
	}
	return t.compare(before, after, n, "", "")
}

func (t *Type) compare(before, after any, n Names, path, label string) []Difference {
	var out []Difference
	for _, f := range t.fields {
		switch f.Kind {
		case KComputed:
		case KList:
			out = append(out, f.compareRows(before, after, n, path, label)...)
		default:
			d := Difference{Path: path + f.Key, Label: label + f.Label, Before: f.inWords(before, n), After: f.inWords(after, n)}
			if d.Before != d.After || !f.same(before, after) {
				out = append(out, d)
			}
		}
	}
	return out
}

// same compares values, not words: two people may have one name.
func (f *Field) same(a, b any) bool {
	switch v := f.Value(a).(type) {
	case []string:
		w, ok := f.Value(b).([]string)
		return ok && slices.Equal(v, w)
	case []File:
		w, ok := f.Value(b).([]File)
		return ok && slices.Equal(v, w)
	default:
		w := f.Value(b)
		switch w.(type) {
		case []string, []File:
			return false
		}
		return v == w
	}
}

func (f *Field) inWords(rec any, n Names) string { return strings.Join(f.Words(rec, n), "; ") }

func (f *Field) compareRows(before, after any, n Names, path, label string) []Difference {
	pairs, gone := f.matchRows(before, after, n)
	var out []Difference
	name := func(row any) string {
		if title := f.RowTitle(row, n); title != "" {
			return f.Label + " «" + title + "»"
		}
		return f.Label
	}
	last, moved := -1, false
	for i, from := range pairs {
		row := f.Row(after, i)
		at := path + f.Key + "/" + strconv.Itoa(i)
		if from < 0 {
			out = append(out, Difference{Path: at, Label: label + name(row), After: f.rowInWords(row, n)})
			continue
		}
		moved = moved || from < last
		last = from
		out = append(out, f.Child.compare(f.Row(before, from), row, n, at+"/", label+name(row)+", ")...)
	}
	for _, i := range gone {
		row := f.Row(before, i)
		out = append(out, Difference{Path: path + f.Key + "/" + strconv.Itoa(i), Label: label + name(row), Before: f.rowInWords(row, n)})
	}
	if moved {
		out = append(out, Difference{Path: path + f.Key, Label: label + f.Label + ": ordine", Before: f.inWords(before, n), After: f.inWords(after, n)})
	}
	return out
}

// matchRows gives for each later row the earlier one that it was, -1 for a new
// one, and the earlier ones that are gone: first rows that are equal, then rows
// of the same title, then, where as many are left on either side, in order.
func (f *Field) matchRows(before, after any, n Names) (pairs, gone []int) {
	pairs = make([]int, f.Rows(after))
	for i := range pairs {
		pairs[i] = -1
	}
	free := make([]int, f.Rows(before))
	for i := range free {
		free[i] = i
	}
	take := func(alike func(a, b any) bool) {
		for i, from := range pairs {
			if from >= 0 {
				continue
			}
			at := slices.IndexFunc(free, func(j int) bool { return alike(f.Row(before, j), f.Row(after, i)) })
			if at >= 0 {
				pairs[i] = free[at]
				free = slices.Delete(free, at, at+1)
			}
		}
	}
	take(f.Child.Equal)
	take(func(a, b any) bool {
		title := f.RowTitle(a, n)
		return title != "" && title == f.RowTitle(b, n)
	})
	fresh := 0
	for _, from := range pairs {
		if from < 0 {
			fresh++
		}
	}
	if fresh == len(free) {
		take(func(any, any) bool { return true })
	}
	return pairs, free
}

// rowInWords is a whole child record in one sentence: label and value of each
// filled field, its title where that is all.
func (f *Field) rowInWords(row any, n Names) string {
	var parts []string
	for _, c := range f.Child.fields {
		if words := c.inWords(row, n); words != "" {
			parts = append(parts, c.Label+": "+words)
		}
	}
	if len(parts) == 0 {
		return "(vuoto)"
	}
	return strings.Join(parts, "; ")
}
