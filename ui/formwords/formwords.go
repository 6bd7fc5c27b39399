// Package formwords gives labels, help and choices of the forms in the language
// of the window. Italian stands in the forms themselves. Catalogue entries stay
// Italian in every language: they are what is printed.
package formwords

import (
	"strconv"
	"strings"

	"tutela/app/form"
	"tutela/ui/words"
)

// of is what the dictionary says of a form; nothing in Italian.
func of(t *form.Type) words.Form {
	f, _ := words.FormOf(t.Key)
	return f
}

func or(translated, italian string) string {
	if translated != "" {
		return translated
	}
	return italian
}

// One is the name of one record, in the middle of a sentence.
func One(t *form.Type) string { return or(of(t).One, t.One) }

// Many is the name of the register, as a title.
func Many(t *form.Type) string { return or(of(t).Many, t.Many) }

// Short is the name of the register where there is little room; italian is what
// it is called there otherwise.
func Short(t *form.Type, italian string) string {
	f := of(t)
	return or(or(f.Short, f.Many), italian)
}

// About is what the register is for.
func About(t *form.Type) string { return or(of(t).About, t.About) }

// Label is the field's label.
func Label(t *form.Type, f *form.Field) string { return or(of(t).Fields[f.Key].Label, f.Label) }

// Help is the sentence under the field, with its law behind it.
func Help(t *form.Type, f *form.Field) string {
	help, law := or(of(t).Fields[f.Key].Help, f.Help), words.Sentence(f.Law)
	switch {
	case law == "":
		return help
	case help == "":
		return law
	}
	return help + " (" + law + ")"
}

// Example stands in the empty box.
func Example(t *form.Type, f *form.Field) string { return or(of(t).Fields[f.Key].Example, f.Example) }

// Options are the choices of a field of few.
func Options(t *form.Type, f *form.Field) []form.Option {
	options, labels := f.Options, of(t).Fields[f.Key].Options
	if f.Kind == form.KTri {
		options, labels = form.TriOptions(), map[string]string{
			string(form.Yes): words.T("Sì"), string(form.No): words.T("No"), string(form.NotNeeded): words.T("Non necessario"),
		}
	}
	out := make([]form.Option, len(options))
	for i, o := range options {
		out[i] = form.Option{Value: o.Value, Label: or(labels[o.Value], o.Label)}
	}
	return out
}

// Values is what the field holds, in words: choices in the language of the
// window, all else as the papers have it.
func Values(t *form.Type, f *form.Field, rec any, n form.Names) []string {
	if words.Language() != words.Italian && !f.Empty(rec) {
		switch f.Kind {
		case form.KBool:
			return []string{words.T("Sì")}
		case form.KTri, form.KChoice:
			for _, o := range Options(t, f) {
				if o.Value == f.Edit(rec) {
					return []string{o.Label}
				}
			}
		}
	}
	return f.Words(rec, n)
}

// Section gives title, short title and help of a section.
func Section(t *form.Type, g *form.Group) (title, short, help string) {
	s := of(t).Sections[g.Key]
	title = or(s.Title, g.Title)
	short = or(or(s.Short, s.Title), g.Short)
	return title, short, or(s.Help, g.Help)
}

// PathLabel names the field at a path, as "Measures 2, Due by"; italian is what
// the form calls it.
func PathLabel(t *form.Type, path, italian string) string {
	if words.Language() == words.Italian {
		return italian
	}
	var parts []string
	at := t
	steps := strings.Split(path, "/")
	for i := 0; i < len(steps); i += 2 {
		f := at.Field(steps[i])
		if f == nil {
			return italian
		}
		label := Label(at, f)
		if i+1 < len(steps) {
			if n, err := strconv.Atoi(steps[i+1]); err == nil {
				label += " " + strconv.Itoa(n+1)
			}
			at = f.Child
		}
		parts = append(parts, label)
		if at == nil {
			break
		}
	}
	return strings.Join(parts, ", ")
}

// Difference tells a difference in the language of the window: the field that it
// stands at, and choices, where it holds one.
func Difference(t *form.Type, d form.Difference) form.Difference {
	d.Label = PathLabel(t, d.Path, d.Label)
	at, f := fieldAt(t, d.Path)
	if words.Language() == words.Italian || f == nil {
		return d
	}
	var italian, english []form.Option
	switch f.Kind {
	case form.KBool: // it is ticked, or nothing is said of it
		italian, english = []form.Option{{Label: "Sì"}}, []form.Option{{Label: words.T("Sì")}}
	case form.KTri:
		italian, english = form.TriOptions(), Options(at, f)
	case form.KChoice:
		italian, english = f.Options, Options(at, f)
	}
	said := func(text string) string {
		for i, o := range italian {
			if o.Label == text {
				return english[i].Label
			}
		}
		return text
	}
	d.Before, d.After = said(d.Before), said(d.After)
	return d
}

// fieldAt is the field that a path ends at, and the form that it is of; nil where
// it ends at a row or nowhere.
func fieldAt(t *form.Type, path string) (*form.Type, *form.Field) {
	steps := strings.Split(path, "/")
	for i := 0; i < len(steps); i += 2 {
		f := t.Field(steps[i])
		if f == nil || i == len(steps)-1 {
			return t, f
		}
		if t = f.Child; t == nil {
			break
		}
	}
	return nil, nil
}
