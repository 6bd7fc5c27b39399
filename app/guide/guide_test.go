package guide

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/doc"
)

// TestTopics: every page is read, in words that the window can show, and no longer
// than a screen or two.
func TestTopics(t *testing.T) {
	topics, err := Topics()
	if err != nil || len(topics) < 15 || len(topics) > 30 {
		t.Fatalf("%d topics, %v", len(topics), err)
	}
	seen := map[string]bool{}
	for _, x := range topics {
		if x.Key == "" || seen[x.Key] || seen[x.Title] {
			t.Errorf("%q %q: no name of its own", x.Key, x.Title)
		}
		seen[x.Key], seen[x.Title] = true, true
		n := 0
		for _, b := range x.Blocks {
			for _, runs := range runsOf(b) {
				n += len(strings.Fields(doc.Plain(runs)))
				if len(runs) != 1 || runs[0].Bold || runs[0].Italic {
					t.Errorf("%s: %q has styles, which the window does not show", x.Key, doc.Plain(runs))
				}
				if strings.ContainsAny(doc.Plain(runs), `'"`) {
					t.Errorf("%s: %q: typewriter’s marks", x.Key, doc.Plain(runs))
				}
			}
		}
		if x.Key != GlossaryKey && (n < 60 || n > 300) {
			t.Errorf("%s has %d words", x.Key, n)
		}
	}
	if last := topics[len(topics)-1]; last.Key != GlossaryKey || topics[0].Key != Start {
		t.Errorf("from %s to %s", topics[0].Key, last.Key)
	}
}

func runsOf(b doc.Block) [][]doc.Run {
	switch b := b.(type) {
	case doc.Para:
		return [][]doc.Run{b.Runs}
	case doc.Note:
		return [][]doc.Run{b.Runs}
	case doc.List:
		return b.Items
	}
	return nil
}

// TestRegistersHaveTopics: help is there in each register, and for none that is not.
func TestRegistersHaveTopics(t *testing.T) {
	topics, _ := Topics()
	for _, reg := range app.Registers() {
		key, ok := ofRegister[reg.Key]
		if !ok || !slices.ContainsFunc(topics, func(x Topic) bool { return x.Key == key }) {
			t.Errorf("%s: no topic %q", reg.Key, key)
		}
	}
	for key := range ofRegister {
		if _, ok := app.RegisterOf(app.Registers(), key); !ok {
			t.Errorf("%s is no register", key)
		}
	}
	if got := OfRegister("nessuno"); got != Start {
		t.Errorf("for an unknown register: %s", got)
	}
}

// TestTerms: the glossary goes by the alphabet and says each word once, shortly.
func TestTerms(t *testing.T) {
	terms, err := Terms()
	if err != nil || len(terms) < 50 || len(terms) > 80 {
		t.Fatalf("%d terms, %v", len(terms), err)
	}
	for i, x := range terms {
		if i > 0 && catalogue.Fold(terms[i-1].Name) >= catalogue.Fold(x.Name) {
			t.Errorf("%q stands after %q", x.Name, terms[i-1].Name)
		}
		if n := len(strings.Fields(x.Meaning)); n > 45 {
			t.Errorf("%q takes %d words", x.Name, n)
		}
		see, ok := strings.CutPrefix(x.Meaning, "Vedi ")
		if ok && !slices.ContainsFunc(terms, func(o Term) bool { return o.Name+"." == see }) {
			t.Errorf("%q leads to %q, which is not there", x.Name, see)
		}
	}
}

// TestFind: accents and capitals do not count, all words asked for do.
func TestFind(t *testing.T) {
	for asked, want := range map[string]string{
		"settantadue ore": "", "72 ORE": "violazioni", "attivita newsletter": "trattamenti", "Identità": "richieste", "identita": "richieste",
		"art. 33": "violazioni", "pseudonimizzazione": GlossaryKey, "portabilita": GlossaryKey, "Wi-Fi": "uscite",
	} {
		topics, _ := Find(asked)
		if found := slices.ContainsFunc(topics, func(x Topic) bool { return x.Key == want }); found != (want != "") || want == "" && len(topics) > 0 {
			t.Errorf("%q: %d topics, %q among them: %v", asked, len(topics), want, found)
		}
	}
	if _, terms := Find("PORTABILITA"); len(terms) != 1 || terms[0].Name != "Portabilità (diritto alla)" {
		t.Errorf("terms: %v", terms)
	}
	topics, terms := Find(" ")
	all, _ := Topics()
	words, _ := Terms()
	if len(topics) != len(all) || len(terms) != len(words) {
		t.Errorf("nothing asked: %d topics, %d terms", len(topics), len(terms))
	}
}
