package words

import (
	"encoding/json"
	"fmt"
	"regexp"
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
	other   string
}

var places = regexp.MustCompile(`%[sdvq]`)

func patternsOf(sentences map[string]string) []pattern {
	var out []pattern
	for italian, other := range sentences {
		if !places.MatchString(italian) {
			continue
		}
		expr := "^"
		last := 0
		for _, at := range places.FindAllStringIndex(italian, -1) {
			expr += regexp.QuoteMeta(italian[last:at[0]]) + "(.*?)"
			last = at[1]
		}
		expr += regexp.QuoteMeta(italian[last:]) + "$"
		out = append(out, pattern{regexp.MustCompile(expr), other})
	}
	return out
}

// sentence translates whole sentences one after the other: a refusal is what is
// wrong and what to do, in one text.
func (d *dictionary) sentence(italian string) string {
	if s, ok := d.known(italian); ok {
		return s
	}
	// What is wrong, and what to do about it.
	for i := range len(italian) {
		if i > 0 && italian[i] == ' ' && (italian[i-1] == '.' || italian[i-1] == '?') {
			if first, ok := d.known(italian[:i]); ok {
				return first + " " + d.sentence(italian[i+1:])
			}
		}
	}
	return italian
}

func (d *dictionary) known(italian string) (string, bool) {
	if s, ok := d.Sentences[italian]; ok && !places.MatchString(italian) {
		return s, true
	}
	for _, p := range d.patterns() {
		found := p.italian.FindStringSubmatch(italian)
		if found == nil {
			continue
		}
		i := 0
		return places.ReplaceAllStringFunc(p.other, func(string) string {
			i++
			if i < len(found) {
				return found[i]
			}
			return ""
		}), true
	}
	return "", false
}
