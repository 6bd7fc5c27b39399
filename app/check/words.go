package check

import (
	"slices"
	"strings"

	"tutela/app/form"
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

func each[T, U any](list []T, make func(T) U) []U {
	var out []U
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
	return listed(out)
}

// listed joins words as a sentence does: a, b e c.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " e " + words[len(words)-1]
}

// texts are the words that somebody typed in a record and in its rows: every
// free text that is shown, and the office's own entries among the choices.
func texts(w World, t *form.Type, rec any) []string {
	var out []string
	for _, f := range t.Fields() {
		if f.Auto || !f.Shown(rec) {
			continue
		}
		switch f.Kind {
		case form.KText, form.KLong:
			if text, ok := f.Value(rec).(string); ok {
				out = append(out, text)
			}
		case form.KCatalogue, form.KCatalogues:
			out = append(out, ownLabels(w, f, rec)...)
		case form.KList:
			for i := range f.Rows(rec) {
				out = append(out, texts(w, f.Child, f.Row(rec, i))...)
			}
		}
	}
	return out
}

func ownLabels(w World, f *form.Field, rec any) []string {
	var slugs []string
	switch v := f.Value(rec).(type) {
	case string:
		slugs = []string{v}
	case []string:
		slugs = v
	}
	var out []string
	for _, slug := range slugs {
		if e, ok := w.Book().Find(f.Catalogue, slug); ok && e.Own {
			out = append(out, e.Label)
		}
	}
	return out
}
