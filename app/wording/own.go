package wording

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"tutela/app/doc"
)

// slipError is what is wrong with a text: for whoever corrects the shipped ones, and
// in a sentence for the office.
type slipError struct {
	error
	said string
}

func slip(said, format string, args ...any) error {
	return slipError{fmt.Errorf(format, args...), said}
}

// unreadable is said of what Markdown has and the document has not.
const unreadable = "Nel testo c’è qualcosa che il documento non sa stampare, come una tabella, un collegamento, una barra rovesciata o una riga che comincia con quattro spazi. " +
	"Usate paragrafi separati da una riga vuota, titoletti con «## », elenchi con «- » o «1. », **grassetto** e *corsivo*."

// Standard gives the shipped text of a section by its number.
func Standard(number string) (Text, bool) {
	texts, _ := Texts()
	i := slices.IndexFunc(texts, func(t Text) bool { return t.Number == number })
	if i < 0 {
		return Text{}, false
	}
	return texts[i], true
}

// Own reads the text that an office wrote for a section. It is written as the
// shipped ones are, without the heading.
func Own(text string) ([]Part, error) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	letters := 0
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace) // what nobody sees breaks no line
		if !sectionMark.MatchString(strings.TrimSpace(line)) {
			letters += lettersIn(line)
		}
	}
	t, err := readSection([]byte("# 0.0 –\n\n" + strings.Join(lines, "\n")))
	if err != nil {
		return nil, err
	}
	for _, p := range t.Parts {
		letters -= lettersIn(doc.Text(doc.Document{Blocks: p.Words}))
	}
	if letters != 0 { // a comment, a style in a title: what would not be printed
		return nil, errors.New("not all of it would be printed")
	}
	return t.Parts, nil
}

func lettersIn(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Fault says in a sentence what is wrong with the text of an office, "" if nothing;
// also are places that may be named beside those of the shipped texts.
func Fault(text string, also ...string) string {
	parts, err := Own(text)
	if err != nil {
		if s, ok := errors.AsType[slipError](err); ok {
			return s.said
		}
		return unreadable
	}
	known := Known()
	for _, p := range parts {
		switch {
		case p.When != "" && !known.Cases[p.When]:
			if best := meant(p.When, known.Cases); best != "" {
				return fmt.Sprintf("Il caso %s non esiste: forse volevate %s.", "{{se "+p.When+"}}", "{{se "+best+"}}")
			}
			return fmt.Sprintf("Il caso %s non esiste: si usano quelli che stanno nei testi standard, scritti allo stesso modo.", "{{se "+p.When+"}}")
		case p.Insert != "" && !known.Parts[p.Insert]:
			if best := meant(p.Insert, known.Parts); best != "" {
				return fmt.Sprintf("La parte %s non esiste: forse volevate %s.", "{{"+p.Insert+"}}", "{{"+best+"}}")
			}
			return fmt.Sprintf("La parte %s non esiste: si usano quelle che stanno nei testi standard, scritte allo stesso modo.", "{{"+p.Insert+"}}")
		}
		for _, found := range placeLike.FindAllString(doc.Text(doc.Document{Blocks: p.Words}), -1) {
			name := strings.Trim(found, "{}")
			if found != "{"+name+"}" || !known.Places[name] && !slices.Contains(also, name) {
				if best := meant(name, known.Places); best != "" {
					return fmt.Sprintf("Il posto %s non esiste: forse volevate %s.", found, "{"+best+"}")
				}
				return fmt.Sprintf("Il posto %s non esiste: si usano quelli che stanno nei testi standard, scritti allo stesso modo.", found)
			}
		}
	}
	return ""
}

// meant is the known name most like one that is not, "" where none is.
func meant(name string, known map[string]bool) string {
	best, most := "", 2
	for _, k := range slices.Sorted(maps.Keys(known)) {
		n := 0
		for n < min(len(k), len(name)) && k[n] == name[n] {
			n++
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

// Names are the names that a text may use.
type Names struct{ Places, Cases, Parts map[string]bool }

// Known gives the names that the shipped texts use: the tests look up every one.
// A role whose duties they tell is named with any preposition.
var Known = sync.OnceValue(func() Names {
	out := Names{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	texts, _ := Texts()
	for _, t := range texts {
		for _, p := range t.Parts {
			if p.When != "" {
				out.Cases[p.When] = true
			}
			if p.Insert != "" {
				out.Parts[p.Insert] = true
			}
			if role, ok := strings.CutPrefix(p.Insert, "compiti-"); ok {
				for _, with := range []string{"", "a-", "da-", "di-"} {
					out.Places[with+role] = true
				}
			}
			for _, found := range placeLike.FindAllString(doc.Text(doc.Document{Blocks: p.Words}), -1) {
				out.Places[strings.Trim(found, "{}")] = true
			}
		}
	}
	return out
})

// Left are the parts made of records that a shipped text has and an own one does not
// name: they stay after it, each in its case.
func Left(t Text, own []Part) (out []Part) {
	for _, p := range t.Parts {
		if p.Insert != "" && !slices.ContainsFunc(own, func(o Part) bool { return o.Insert == p.Insert }) {
			out = append(out, p)
		}
	}
	return out
}

// AsTyped makes a paragraph of each that was typed, whatever stands in it.
func AsTyped(text string) (out []Part) {
	for _, p := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, Part{Words: []doc.Block{doc.P(p)}})
		}
	}
	return out
}
