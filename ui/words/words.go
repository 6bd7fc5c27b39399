// Package words gives what the window says in the language chosen on this
// computer. Italian stands in the code, as it is read by those who write it;
// another language is a file of assets/i18n. What is typed and what is printed
// is never translated.
package words

import (
	"fmt"
	"sync/atomic"
)

// The languages of the window.
const (
	Italian = "it"
	English = "en"
)

var current atomic.Pointer[dictionary]

// Use makes the window speak a language from now on; an unknown one is Italian.
// Objects built before keep their words: build them anew.
func Use(language string) {
	if language == English {
		current.Store(english())
		return
	}
	current.Store(nil)
}

// Language is the language in use.
func Language() string {
	if current.Load() == nil {
		return Italian
	}
	return English
}

// T gives a fixed text of the window.
func T(italian string) string {
	if d := current.Load(); d != nil {
		if s, ok := d.Window[italian]; ok {
			return s
		}
	}
	return italian
}

// F gives a text with places for values, as fmt.Sprintf does.
func F(italian string, values ...any) string { return fmt.Sprintf(T(italian), values...) }

// Plural chooses by number between two texts with one place (%d) for it.
func Plural(n int, one, many string) string {
	if n == 1 {
		return F(one, n)
	}
	return F(many, n)
}

// Sentence gives a finished sentence of the rules or of the file, as refusals
// are: whole, or by its pattern with the values carried over.
func Sentence(italian string) string {
	if d := current.Load(); d != nil {
		return d.sentence(italian)
	}
	return italian
}
