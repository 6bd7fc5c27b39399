package form

import (
	"strconv"
	"strings"
)

// PathLabel names the field of a path as Problem does: "Backup 1, Frequenza di
// backup". A path that leads nowhere gives "".
func (t *Type) PathLabel(path string) string {
	key, rest, deeper := strings.Cut(path, "/")
	f := t.byKey[key]
	if f == nil {
		return ""
	}
	if !deeper || f.Child == nil {
		return f.Label
	}
	row, rest, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(row)
	if err != nil {
		return f.Label
	}
	inner := f.Child.PathLabel(rest)
	if inner == "" {
		return f.Label + " " + strconv.Itoa(n+1)
	}
	return f.Label + " " + strconv.Itoa(n+1) + ", " + inner
}

// Leaf gives the field that a path leads to, with the type whose field it is; nil
// where it leads nowhere.
func (t *Type) Leaf(path string) (*Type, *Field) {
	key, rest, deeper := strings.Cut(path, "/")
	f := t.byKey[key]
	if f == nil || !deeper || f.Child == nil {
		return t, f
	}
	if _, rest, deeper = strings.Cut(rest, "/"); !deeper {
		return t, f
	}
	return f.Child.Leaf(rest)
}
