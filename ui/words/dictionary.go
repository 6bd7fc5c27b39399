package words

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"tutela/assets"
)

// dictionary is a language other than Italian.
type dictionary struct {
	// Window has the fixed texts of the window, by the Italian one.
	Window map[string]string `json:"window"`
	// Sentences has those of rules and file, by the Italian one; %s and %d are
	// places for values.
	Sentences map[string]string `json:"sentences"`
	// Forms has the words of each form by its key.
	Forms map[string]Form `json:"forms"`

	patterns func() []pattern
}

// Form is the words of one form.
type Form struct {
	One      string             `json:"one,omitempty"`
	Many     string             `json:"many,omitempty"`
	Short    string             `json:"short,omitempty"`
	About    string             `json:"about,omitempty"`
	Sections map[string]Section `json:"sections,omitempty"`
	Fields   map[string]Field   `json:"fields"`
}

// Section is the words of a section of a form.
type Section struct {
	Title string `json:"title,omitempty"`
	Short string `json:"short,omitempty"`
	Help  string `json:"help,omitempty"`
}

// Field is the words of a field.
type Field struct {
	Label   string            `json:"label"`
	Help    string            `json:"help,omitempty"`
	Example string            `json:"example,omitempty"`
	Options map[string]string `json:"options,omitempty"`
}

// FormOf gives the words of a form; false in Italian, or where there are none.
func FormOf(key string) (Form, bool) {
	d := current.Load()
	if d == nil {
		return Form{}, false
	}
	f, ok := d.Forms[key]
	return f, ok
}

var english = sync.OnceValue(func() *dictionary {
	d := new(dictionary)
	if err := json.Unmarshal(assets.English, d); err != nil {
		panic(fmt.Sprintf("assets/i18n/en.json: %v", err)) // embedded: a test reads it
	}
	d.patterns = sync.OnceValue(func() []pattern { return patternsOf(d.Sentences) })
	return d
})

// pattern is a sentence with places for values.
type pattern struct {
	italian *regexp.Regexp
	begin   string // what stands before the first value
	other   string
	fixed   int    // length of the words that are no values
	typed   []bool // which values stand in quotation marks: what somebody typed
}

var places = regexp.MustCompile(`%[sdvq]`)

func patternsOf(sentences map[string]string) []pattern {
	var out []pattern
	for italian, other := range sentences {
		if !places.MatchString(italian) {
			continue
		}
		expr := "(?s)^"
		last, fixed := 0, len(italian)
		var typed []bool
		for _, at := range places.FindAllStringIndex(italian, -1) {
			expr += regexp.QuoteMeta(italian[last:at[0]]) + "(.*?)"
			typed = append(typed, strings.HasSuffix(italian[:at[0]], "«"))
			last = at[1]
			fixed -= at[1] - at[0]
		}
		expr += regexp.QuoteMeta(italian[last:]) + "$"
		begin := italian[:places.FindStringIndex(italian)[0]]
		out = append(out, pattern{regexp.MustCompile(expr), begin, other, fixed, typed})
	}
	// What says most comes first: it fits where a shorter one would fit too.
	slices.SortFunc(out, func(a, b pattern) int {
		return cmp.Or(cmp.Compare(b.fixed, a.fixed), cmp.Compare(a.italian.String(), b.italian.String()))
	})
	return out
}

// sentence translates whole sentences one after the other: a refusal is what is
// wrong and what to do, in one text.
func (d *dictionary) sentence(italian string) string {
	if s, ok := d.Sentences[italian]; ok {
		return s
	}
	first, rest := "", italian
	for i := range len(italian) {
		if i == 0 || italian[i] != ' ' || !strings.ContainsRune(".?", rune(italian[i-1])) {
			continue
		}
		s, ok := d.known(italian[:i])
		if !ok {
			continue
		}
		// A value at the end of the first may hold full stops: it ends where what
		// follows is known.
		if then, ok := d.known(italian[i+1:]); ok {
			return s + " " + then
		}
		if first == "" {
			first, rest = s+" ", italian[i+1:]
		}
	}
	if s, ok := d.known(italian); ok {
		return s
	}
	if first == "" {
		return italian
	}
	return first + d.sentence(rest)
}

func (d *dictionary) known(italian string) (string, bool) {
	if s, ok := d.Sentences[italian]; ok && !places.MatchString(italian) {
		return s, true
	}
	for _, p := range d.patterns() {
		if !strings.HasPrefix(italian, p.begin) {
			continue // most are told apart by their first word
		}
		found := p.italian.FindStringSubmatch(italian)
		if found == nil {
			continue
		}
		i := 0
		return places.ReplaceAllStringFunc(p.other, func(string) string {
			i++
			switch {
			case i >= len(found):
				return ""
			case p.typed[i-1]:
				return found[i]
			}
			return d.value(found[i])
		}), true
	}
	return "", false
}

// value is what stands within a sentence: a path or a number, but also a list of
// faults, each with its path before it, or a word of the forms.
func (d *dictionary) value(italian string) string {
	parts := strings.Split(italian, "; ")
	for i, part := range parts {
		path, rest, ok := strings.Cut(part, ": ")
		for _, end := range []string{"", "."} { // a fault may have lost its full stop
			if s, known := d.known(part + end); known {
				parts[i] = strings.TrimSuffix(s, end)
				break
			}
			if s, known := d.known(rest + end); ok && known {
				parts[i] = path + ": " + strings.TrimSuffix(s, end)
				break
			}
		}
	}
	return strings.Join(parts, "; ")
}
