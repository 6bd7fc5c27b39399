package exchange

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// recordTexts puts the values of records into texts from which ReadWorkbook and
// ReadFolder make the same values.
type recordTexts struct {
	d     *app.Dossier
	texts map[string]map[string]string // by register and UID
}

func textsOf(d *app.Dossier) recordTexts {
	w := recordTexts{d, map[string]map[string]string{}}
	for _, r := range d.Registers() {
		w.texts[r.Key] = referred(d, r)
	}
	return w
}

// each goes through the rows of a sheet: what stands before the fields, and the
// record or child record.
func (w recordTexts) each(s *workSheet, row func(lead []any, rec any) error) error {
	for _, rec := range w.d.Records(s.reg.Key) {
		uid := headOf(rec).UID
		if len(s.lists) == 0 {
			if err := row([]any{uid}, rec); err != nil {
				return err
			}
			continue
		}
		if err := eachRow(s.lists, rec, nil, func(at []int, child any) error {
			lead := []any{uid, w.texts[s.reg.Key][uid]}
			for _, i := range at {
				lead = append(lead, i+1)
			}
			return row(lead, child)
		}); err != nil {
			return err
		}
	}
	return nil
}

// eachRow goes through the child records of a list, however deep it is.
func eachRow(lists []*form.Field, rec any, at []int, do func(at []int, child any) error) error {
	f := lists[0]
	for i := range f.Rows(rec) {
		here, child := append(slices.Clone(at), i), f.Row(rec, i)
		var err error
		if len(lists) == 1 {
			err = do(here, child)
		} else {
			err = eachRow(lists[1:], child, here, do)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// text is the value in words that ReadWorkbook understands as the same value.
func (w recordTexts) text(f *form.Field, rec any) string {
	switch v := f.Value(rec).(type) {
	case bool:
		return "Sì"
	case form.Tri:
		return v.Label()
	case form.Moment:
		text := v.String()
		if again, wrong := f.Parse(text); wrong != "" || again != any(v) { // an hour that the clock shows twice
			return v.ISO()
		}
		return text
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = w.one(f, s)
		}
		return strings.Join(parts, "; ")
	case string:
		if f.Kind == form.KText || f.Kind == form.KLong {
			return v
		}
		return w.one(f, v)
	}
	return f.Edit(rec)
}

// one is a value that was chosen.
func (w recordTexts) one(f *form.Field, v string) string {
	switch f.Kind {
	case form.KCatalogue, form.KCatalogues:
		return w.entry(f.Catalogue, v)
	case form.KRef, form.KRefs:
		if text, ok := w.texts[f.Register][v]; ok {
			return text
		}
		return "[" + v + "]"
	}
	for _, o := range f.Options {
		if o.Value == v && choice(f, o.Label) == v {
			return o.Label
		}
	}
	return v
}

// entry is the label of an entry, or its slug where another entry has that label, or
// where it would be taken apart among several.
func (w recordTexts) entry(name, slug string) string {
	label := w.d.Book().Label(name, slug)
	if e, ok := w.d.Book().ByLabel(name, label); !ok || e.Slug != slug || strings.ContainsAny(label, ";\n") || catalogue.Fold(label) == "" {
		return slug
	}
	return label
}
