package check

import (
	"slices"
	"strings"
)

// entriesWith gives the labels of those entries whose attribute has a value.
func entriesWith(w World, name string, slugs []string, key, value string) []string {
	var out []string
	for _, slug := range slugs {
		if e, ok := w.Book().Find(name, slug); ok && e.Has(key, value) {
			out = append(out, e.Label)
		}
	}
	return out
}

func anyEntry(w World, name string, slugs []string, key, value string) bool {
	return len(entriesWith(w, name, slugs, key, value)) > 0
}

func each[T any](list []T, make func(T) hit) []hit {
	var out []hit
	for _, x := range list {
		out = append(out, make(x))
	}
	return out
}

// unique drops what is said twice.
func unique(list []hit) []hit {
	var out []hit
	for _, h := range list {
		if !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

// quoted lists words: «contratto» e «legge».
func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = "«" + s + "»"
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + " e " + out[len(out)-1]
}
