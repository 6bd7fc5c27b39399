package words_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// notTranslated are texts of the window that are the same in every language, and
// why.
var notTranslated = map[string]string{
	"Tutela":                                 "the program's name",
	"Tutela ":                                "the program's name, before its version",
	"Tutela – ":                              "the program's name, before the office's",
	"Tutela %s, %s/%s, %s\n%s\n\n%s":         "the note of a crash, for who helps",
	"Italiano":                               "a language is offered in itself",
	"English":                                "a language is offered in itself",
	"Lingua · Language":                      "who does not read the other language has to find it",
	"Documenti":                              "a folder of the system",
	"Documenti dell’ufficio.pdf":             "the file name of printed papers, which are Italian",
	"Documents":                              "a folder of the system",
	" prima del ripristino …":                "the name of a file",
	" backup --due":                          "a command",
	"Ctrl":                                   "as it stands on the key",
	"Cmd":                                    "as it stands on the key",
	"Alt":                                    "as it stands on the key",
	"Ctrl+F":                                 "as it stands on the keys",
	"%d × %d = %d":                           "numbers alone",
	"unknown icon ":                          "a programmer's error",
	"failed to read the icon of the program": "a programmer's error",
}

// TestNoTextGoesUntranslated: whatever reads as words for people in the window
// goes through words, or stands above with its reason.
func TestNoTextGoesUntranslated(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t, "ui", "!ui/words", "!ui/formwords") {
		looked := map[ast.Node]bool{} // goes through words, or nobody reads it
		ast.Inspect(s.file, func(n ast.Node) bool {
			for _, l := range passedBy(n) {
				looked[l] = true
			}
			return true
		})
		ast.Inspect(s.file, func(n ast.Node) bool {
			text, ok := literal(n)
			if !ok || looked[n] || !readsAsWords(text) {
				return true
			}
			if notTranslated[text] == "" {
				t.Errorf("%s: %q does not go through words.T", s.at(n), text)
			}
			used[text] = true
			return true
		})
	}
	for text := range notTranslated {
		if !used[text] {
			t.Errorf("no code has %q any more: take it from the list", text)
		}
	}
}

// passedBy are the literals in a node that need no word of the dictionary: those
// given to words, those for the log or for other programs, keys, and refusals,
// which are translated where they are shown.
func passedBy(n ast.Node) []ast.Node {
	var out []ast.Node
	literals := func(list ...ast.Expr) {
		for _, e := range list {
			if _, ok := literal(e); ok {
				out = append(out, e)
			}
		}
	}
	switch n := n.(type) {
	case *ast.ImportSpec:
		out = append(out, n.Path)
	case *ast.Field:
		if n.Tag != nil {
			out = append(out, n.Tag)
		}
	case *ast.CallExpr:
		name := called(n)
		method := name[strings.LastIndex(name, ".")+1:]
		forLog := []string{"Error", "Warn", "Info", "Debug", "Errorf", "panic"}
		if strings.HasPrefix(name, "words.") || name == "errors.New" || slices.Contains(forLog, method) {
			literals(n.Args...)
		}
	case *ast.CompositeLit: // what is printed is Italian
		if typ, ok := n.Type.(*ast.SelectorExpr); ok {
			if id, ok := typ.X.(*ast.Ident); ok && id.Name == "doc" {
				out = append(out, allWithin(n)...)
			}
		}
	case *ast.CaseClause:
		literals(n.List...)
	case *ast.BinaryExpr:
		if n.Op != token.ADD {
			literals(n.X, n.Y)
		}
	case *ast.KeyValueExpr:
		literals(n.Key)
		if id, ok := n.Key.(*ast.Ident); ok && (id.Name == "What" || id.Name == "Do") {
			out = append(out, allWithin(n.Value)...)
		}
	}
	return out
}

func allWithin(n ast.Node) []ast.Node {
	var out []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if _, ok := literal(n); ok {
			out = append(out, n)
		}
		return true
	})
	return out
}

// readsAsWords tells words for people from keys, names of files and the like:
// some letters, and a space, an accent or a capital.
func readsAsWords(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	first := []rune(strings.TrimLeft(text, "«( "))
	return letters >= 3 && (strings.Contains(strings.TrimSpace(text), " ") || strings.ContainsAny(text, "àèìòù…’") ||
		len(first) > 0 && unicode.IsUpper(first[0]))
}
