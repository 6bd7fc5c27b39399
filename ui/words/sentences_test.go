package words_test

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/app/risk"
)

// collector finds the sentences for people that rules and file make: every text
// of the code that is written as one, with a place for each value in it.
type collector struct {
	consts map[string]string                // by package and name
	calls  map[string][][]ast.Expr          // what each function of a package is given
	params map[string]map[string]int        // by function: which argument a name is
	found  map[string]string                // sentence, and where it stands
	part   func(s source, text string) bool // is no sentence but stands in one

	refusing bool // within a refusal of the window
}

func collect(t *testing.T, list []source, part func(source, string) bool) map[string]string {
	t.Helper()
	c := &collector{
		consts: map[string]string{}, calls: map[string][][]ast.Expr{}, params: map[string]map[string]int{},
		found: map[string]string{}, part: part,
	}
	for _, s := range list {
		c.learn(s)
	}
	for _, s := range list {
		for _, d := range s.file.Decls {
			fn := ""
			if f, ok := d.(*ast.FuncDecl); ok {
				fn = key(s, f.Name.Name)
			}
			ast.Inspect(d, func(n ast.Node) bool { return c.visit(s, fn, n) })
		}
	}
	return c.found
}

func key(s source, name string) string { return path.Dir(s.path) + "." + name }

// learn notes constants, functions and calls.
func (c *collector) learn(s source) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			at, i := map[string]int{}, 0
			for _, p := range n.Type.Params.List {
				for _, name := range p.Names {
					at[name.Name] = i
					i++
				}
			}
			c.params[key(s, n.Name.Name)] = at
		case *ast.CallExpr:
			name := key(s, called(n))
			c.calls[name] = append(c.calls[name], n.Args)
		case *ast.GenDecl:
			if n.Tok != token.CONST {
				break
			}
			for _, spec := range n.Specs {
				for i, v := range spec.(*ast.ValueSpec).Values {
					if text, ok := literal(v); ok {
						c.consts[key(s, spec.(*ast.ValueSpec).Names[i].Name)] = text
					}
				}
			}
		}
		return true
	})
}

// notForPeople are calls whose texts nobody reads, or the test of the forms reads.
var notForPeople = map[string]bool{
	"fmt.Errorf": true, "errors.New": true, "panic": true, "Help": true, "Example": true, "Law": true,
}

func (c *collector) visit(s source, fn string, n ast.Node) bool {
	if !strings.HasPrefix(s.path, "app/") && !strings.HasPrefix(s.path, "store/") && !c.refusing {
		// The window's own texts are words.T's; what it refuses is not.
		if kv, ok := n.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && (id.Name == "What" || id.Name == "Do") {
				c.refusing = true
				ast.Inspect(kv.Value, func(n ast.Node) bool { return c.visit(s, fn, n) })
				c.refusing = false
				return false
			}
		}
		return true
	}
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && (id.Name == "About" || id.Name == "Help" || id.Name == "Example") {
			return false
		}
	case *ast.CallExpr:
		if strings.HasPrefix(called(n), "form.") { // a field: its label may be a question
			for _, arg := range n.Args {
				if !isText(arg) {
					ast.Inspect(arg, func(n ast.Node) bool { return c.visit(s, fn, n) })
				}
			}
			return false
		}
		if !c.spoken(s, called(n)) {
			ast.Inspect(n.Fun, func(n ast.Node) bool { return c.visit(s, fn, n) })
			return false
		}
	}
	e, ok := n.(ast.Expr)
	if !ok || !isText(e) {
		return true
	}
	for _, text := range c.templates(s, fn, e) {
		if isSentence(text) || text != "" && c.part(s, text) {
			c.found[text] = s.at(n)
		}
	}
	return false
}

func (c *collector) spoken(s source, name string) bool {
	if c.part(s, "") && (name == "fmt.Errorf" || name == "errors.New") {
		return true
	}
	return !notForPeople[name[strings.LastIndex(name, ".")+1:]] && !notForPeople[name]
}

// isText says that an expression is a literal, a concatenation or a format.
func isText(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING
	case *ast.BinaryExpr:
		return e.Op == token.ADD && (isText(e.X) || isText(e.Y))
	case *ast.ParenExpr:
		return isText(e.X)
	case *ast.CallExpr:
		return formats(e) >= 0 || called(e) == "strings.TrimSpace" && isText(e.Args[0]) || called(e) == "quoted"
	}
	return false
}

// formats is where the format stands among the arguments of a call, -1 for none.
func formats(e *ast.CallExpr) int {
	at := map[string]int{"fmt.Sprintf": 0, "sentence": 0, "fmt.Errorf": 0, "fault": 1, "wrongAt": 1, "r.add": 1}
	i, ok := at[called(e)]
	if !ok || i >= len(e.Args) {
		return -1
	}
	if _, ok := literal(e.Args[i]); !ok {
		return -1
	}
	return i
}

// templates are the texts that an expression may give, with %s or %d for what is
// known only when the program runs.
func (c *collector) templates(s source, fn string, e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, ok := literal(e); ok {
			return []string{text}
		}
	case *ast.ParenExpr:
		return c.templates(s, fn, e.X)
	case *ast.BinaryExpr:
		var out []string
		for _, x := range c.templates(s, fn, e.X) {
			for _, y := range c.templates(s, fn, e.Y) {
				out = append(out, x+y)
			}
		}
		return out
	case *ast.Ident:
		if text, ok := c.consts[key(s, e.Name)]; ok {
			return []string{text}
		}
		return c.given(s, fn, e.Name)
	case *ast.CallExpr:
		switch {
		case called(e) == "quoted":
			return []string{"«%s»"}
		case called(e) == "strings.TrimSpace":
			all := c.templates(s, fn, e.Args[0])
			if short, ok := strings.CutSuffix(all[0], " %s"); ok {
				all = append(all, short) // the last value may be empty
			}
			return all
		case formats(e) >= 0:
			return c.formatted(s, fn, e.Args[formats(e):])
		}
	}
	return []string{"%s"}
}

// formatted puts into a format what its arguments are known to be.
func (c *collector) formatted(s source, fn string, args []ast.Expr) []string {
	format, _ := literal(args[0])
	out, i := []string{""}, 0
	last := 0
	for _, at := range verbs.FindAllStringIndex(format, -1) {
		values := []string{"%s"}
		if format[at[1]-1] == 'd' {
			values = []string{"%d"}
		} else if i+1 < len(args) {
			values = c.templates(s, fn, args[i+1])
		}
		var next []string
		for _, have := range out {
			for _, v := range values {
				next = append(next, have+format[last:at[0]]+v)
			}
		}
		out, last, i = next, at[1], i+1
	}
	for j := range out {
		out[j] += format[last:]
	}
	return out
}

// given is what a parameter is in all calls of a function, where every call
// gives it a literal.
func (c *collector) given(s source, fn, name string) []string {
	i, ok := c.params[fn][name]
	if !ok {
		return []string{"%s"}
	}
	var out []string
	for _, args := range c.calls[fn] {
		if i >= len(args) {
			return []string{"%s"}
		}
		text, ok := literal(args[i])
		if !ok {
			return []string{"%s"}
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return []string{"%s"}
	}
	return out
}

var statement = regexp.MustCompile(`^[A-Z]{5,} | WHERE `)

// isSentence says that a text begins and ends as a sentence does, with words
// between, and is no SQL.
func isSentence(text string) bool {
	if statement.MatchString(text) {
		return false
	}
	bare := strings.TrimSpace(verbs.ReplaceAllString(text, ""))
	if bare == "" || !strings.ContainsAny(text[len(text)-1:], ".?!") || !strings.Contains(text, " ") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || first == '«' || first == '%' && strings.Count(bare, " ") > 1
}

// inSentences are files whose texts stand within a sentence, after a colon, or in a
// list without a full stop.
var inSentences = map[string]bool{
	"app/exchange/read.go": true, "app/form/codec.go": true,
	"app/deadline_breach.go": true, "app/deadline_letters.go": true, "app/deadline_duties.go": true, "app/deadline_machines.go": true, "app/deadline_papers.go": true, "app/deadline_people.go": true,
	"app/deadline_yearly.go": true, "app/deadline_prints.go": true,
}

// sentenceTexts is all that rules and file may say, and the words within.
func sentenceTexts(t *testing.T) map[string]string {
	t.Helper()
	list := sources(t, "app", "store", "cmd/internal", "cmd/tutela", "ui",
		"!app/papers", "!app/pdf", "!app/doc", "!app/apptest", "!app/sample*.go", "!app/exchange/schema.go", "!app/exchange/aboutworkbook.go")
	found := collect(t, list, func(s source, text string) bool {
		return inSentences[s.path] && !strings.HasPrefix(text, "art") && (text == "" || strings.Contains(strings.TrimSpace(verbs.ReplaceAllString(text, "")), " "))
	})
	for _, m := range risk.Matrices() {
		for _, w := range append(m.Probability, m.Consequence...) {
			found[w] = "app/risk/matrix.go"
		}
		for _, l := range risk.Levels() {
			found[m.Word(l)], found[m.Short(l)] = "app/risk", "app/risk"
		}
	}
	for _, text := range breachWords() {
		found[text] = "app/breach"
	}
	templates, err := app.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, tpl := range templates {
		for _, text := range tpl.Texts() {
			found[text] = "assets/templates/" + tpl.Key + ".json"
		}
	}
	for _, r := range app.Registers() {
		found[r.One] = "the form of " + r.Key
		withUnits(r.Type, found)
	}
	for _, month := range []string{"Aprile", "Giugno", "Settembre", "Novembre"} { // "Aprile ha 30 giorni."
		found[month] = "app/form/date.go"
	}
	return found
}

// breachWords are the words of a breach that are no sentences: sections, items,
// states.
func breachWords() []string {
	out := []string{"in corso", "chiusa", "annullata", "non procedere", "analisi interrotta", "scaduto da %s"}
	for _, s := range breach.Sections() {
		out = append(out, s.Name())
	}
	for _, it := range breach.List() {
		out = append(out, it.Group, it.Short)
	}
	for s := breach.NotReached; s <= breach.Dropped; s++ {
		out = append(out, s.Word())
	}
	for b := breach.SeverityLow; b <= breach.SeverityVeryHigh; b++ {
		out = append(out, b.Word())
	}
	return append(out, breach.SeverityFlags(1000, true)...)
}

// withUnits adds what stands within sentences of the fields of a form: units and
// articles of law.
func withUnits(t *form.Type, found map[string]string) {
	for _, f := range t.Fields() {
		for _, text := range []string{f.Unit, f.Law} {
			if text != "" {
				found[text] = "the form of " + t.Key
			}
		}
		if f.Child != nil {
			withUnits(f.Child, found)
		}
	}
}

// TestSentencesAreEnglish: every sentence of rules and file has its English,
// with places for the same values in the same order; none is left of those that
// are gone. Values at the end may be left out.
func TestSentencesAreEnglish(t *testing.T) {
	used, have := sentenceTexts(t), readEnglish(t).Sentences
	if len(used) < 100 {
		t.Fatalf("only %d sentences found: the search is broken", len(used))
	}
	compare(t, "sentences", used, have)
	for italian, text := range have {
		if !strings.HasPrefix(places(italian), places(text)) {
			t.Errorf("sentences: %q has %q, its English %q has %q", italian, places(italian), text, places(text))
		}
	}
	forms := readEnglish(t).Forms
	for _, r := range app.Registers() {
		if have[r.One] != forms[r.Key].One {
			t.Errorf("%s is %q in sentences and %q in its form", r.One, have[r.One], forms[r.Key].One)
		}
	}
}
