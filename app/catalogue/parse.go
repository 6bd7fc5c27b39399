package catalogue

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// file is the JSON of a catalogue.
type file struct {
	Name       string      `json:"name"`
	Title      string      `json:"title"`
	Dated      string      `json:"dated"`
	Note       string      `json:"note"`
	Order      string      `json:"order"` // "file", or nothing for the alphabet
	Attributes []attribute `json:"attributes"`
	Entries    []entry     `json:"entries"`
}

type attribute struct {
	Key      string  `json:"key"`
	Label    string  `json:"label"`
	Many     bool    `json:"many"`
	Optional bool    `json:"optional"`
	From     string  `json:"from"`
	Values   []value `json:"values"`
}

type value struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

type entry struct {
	Slug      string            `json:"slug"`
	Label     string            `json:"label"`
	Help      string            `json:"help"`
	Attr      map[string]string `json:"attr"`
	Withdrawn bool              `json:"withdrawn"`
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Parse reads one data file. It is strict, because whoever corrects a list by
// hand is to learn of a slip from the tests and not from a printed paper: the
// error names file, entry and fault. Values taken from another catalogue are
// checked when all of them are read.
func Parse(filename string, data []byte) (Catalogue, error) {
	var f file
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return Catalogue{}, fmt.Errorf("%s: %w", filename, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Catalogue{}, fmt.Errorf("%s: something follows the catalogue", filename)
	}
	if err := f.check(strings.TrimSuffix(path.Base(filename), ".json")); err != nil {
		return Catalogue{}, fmt.Errorf("%s: %w", filename, err)
	}
	return f.catalogue(), nil
}

func (f *file) check(name string) error {
	if f.Name != name {
		return fmt.Errorf("name is %q, the file is called %q", f.Name, name)
	}
	if !kebab.MatchString(f.Name) {
		return fmt.Errorf("name %q is not kebab-case ASCII", f.Name)
	}
	if err := checkText("title", f.Title, true); err != nil {
		return err
	}
	if err := checkText("note", f.Note, true); err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, f.Dated); err != nil {
		return fmt.Errorf("dated %q is no date (yyyy-mm-dd)", f.Dated)
	}
	if f.Order != "" && f.Order != "file" {
		return fmt.Errorf("order is %q: only \"file\", or nothing", f.Order)
	}
	attrs, err := f.checkAttributes()
	if err != nil {
		return err
	}
	return f.checkEntries(attrs)
}

func (f *file) checkAttributes() (map[string]attribute, error) {
	attrs := map[string]attribute{}
	for _, a := range f.Attributes {
		if !kebab.MatchString(a.Key) {
			return nil, fmt.Errorf("attribute %q: the key is not kebab-case ASCII", a.Key)
		}
		if _, twice := attrs[a.Key]; twice {
			return nil, fmt.Errorf("attribute %q is declared twice", a.Key)
		}
		if err := checkText("label", a.Label, true); err != nil {
			return nil, fmt.Errorf("attribute %q: %w", a.Key, err)
		}
		if a.From != "" && len(a.Values) > 0 {
			return nil, fmt.Errorf("attribute %q: either \"from\" or \"values\", not both", a.Key)
		}
		seen := map[string]bool{}
		for _, v := range a.Values {
			if !kebab.MatchString(v.Value) || seen[v.Value] {
				return nil, fmt.Errorf("attribute %q: value %q is not kebab-case ASCII, or declared twice", a.Key, v.Value)
			}
			seen[v.Value] = true
			if err := checkText("label", v.Label, true); err != nil {
				return nil, fmt.Errorf("attribute %q: value %q: %w", a.Key, v.Value, err)
			}
		}
		attrs[a.Key] = a
	}
	return attrs, nil
}

func (f *file) checkEntries(attrs map[string]attribute) error {
	if len(f.Entries) == 0 {
		return errors.New("no entries")
	}
	slugs, labels := map[string]bool{}, map[string]string{}
	for i, e := range f.Entries {
		if !kebab.MatchString(e.Slug) {
			return fmt.Errorf("entry %d: slug %q is not kebab-case ASCII", i+1, e.Slug)
		}
		if slugs[e.Slug] {
			return fmt.Errorf("entry %q: the slug stands twice", e.Slug)
		}
		slugs[e.Slug] = true
		if err := e.check(attrs); err != nil {
			return fmt.Errorf("entry %q: %w", e.Slug, err)
		}
		if e.Withdrawn {
			continue // a new entry may take over its label
		}
		folded := Fold(e.Label)
		if other, twice := labels[folded]; twice {
			return fmt.Errorf("entry %q: same label as %q", e.Slug, other)
		}
		labels[folded] = e.Slug
	}
	return nil
}

func (e *entry) check(attrs map[string]attribute) error {
	if err := checkText("label", e.Label, true); err != nil {
		return err
	}
	if err := checkText("help", e.Help, false); err != nil {
		return err
	}
	for key, val := range e.Attr {
		a, ok := attrs[key]
		if !ok {
			return fmt.Errorf("attribute %q is not declared", key)
		}
		if err := a.check(val); err != nil {
			return fmt.Errorf("attribute %q: %w", key, err)
		}
	}
	for key, a := range attrs {
		if _, said := e.Attr[key]; !said && !a.Optional {
			return fmt.Errorf("attribute %q is missing", key)
		}
	}
	return nil
}

// check looks at the value of an entry; those from another catalogue only for form.
func (a attribute) check(val string) error {
	if err := checkText("value", val, true); err != nil {
		return err
	}
	if a.From == "" && len(a.Values) == 0 {
		return nil
	}
	parts := strings.Fields(val)
	if !a.Many && len(parts) > 1 {
		return fmt.Errorf("value %q: only one is allowed", val)
	}
	seen := map[string]bool{}
	for _, p := range parts {
		if seen[p] {
			return fmt.Errorf("value %q stands twice", p)
		}
		seen[p] = true
		if a.From == "" && !a.declares(p) {
			return fmt.Errorf("value %q is not declared", p)
		}
	}
	return nil
}

func (a attribute) declares(v string) bool {
	for _, d := range a.Values {
		if d.Value == v {
			return true
		}
	}
	return false
}

// checkText refuses what would show badly on paper.
func checkText(what, s string, wanted bool) error {
	switch {
	case s == "" && wanted:
		return fmt.Errorf("%s is empty", what)
	case s != strings.Join(strings.Fields(s), " "):
		return fmt.Errorf("%s %q has spaces too many", what, s)
	}
	for _, r := range s {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return fmt.Errorf("%s %q holds a character that cannot be printed", what, s)
		}
	}
	return nil
}

func (f *file) catalogue() Catalogue {
	c := Catalogue{Name: f.Name, Title: f.Title, Dated: f.Dated, Note: f.Note, FileOrder: f.Order == "file"}
	for _, a := range f.Attributes {
		out := Attribute{Key: a.Key, Label: a.Label, Many: a.Many, Optional: a.Optional, From: a.From}
		for _, v := range a.Values {
			out.Values = append(out.Values, Value(v))
		}
		c.Attributes = append(c.Attributes, out)
	}
	for _, e := range f.Entries {
		c.Entries = append(c.Entries, Entry{
			Catalogue: f.Name, Slug: e.Slug, Label: e.Label, Help: e.Help, Attr: e.Attr, Withdrawn: e.Withdrawn,
		})
	}
	return c
}
