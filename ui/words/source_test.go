package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// source is a parsed file of the program, by its path from the top.
type source struct {
	path string
	file *ast.File
}

var fset = token.NewFileSet()

// sources parses what ships below some folders: no tests. A name with "!" before
// it is left out, with all below it.
func sources(t *testing.T, below ...string) []source {
	t.Helper()
	var list []source
	skipped := func(path string) bool {
		for _, b := range below {
			not, ok := strings.CutPrefix(b, "!")
			if named, _ := filepath.Match(not, path); ok && (named || strings.HasPrefix(path, not+"/")) {
				return true
			}
		}
		return false
	}
	for _, b := range below {
		if strings.HasPrefix(b, "!") {
			continue
		}
		err := filepath.WalkDir("../../"+b, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
			switch {
			case skipped(name) && d.IsDir():
				return filepath.SkipDir
			case d.IsDir() || skipped(name) || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
			if err == nil {
				list = append(list, source{name, f})
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(list) == 0 {
		t.Fatalf("no source below %q", below)
	}
	return list
}

// at is where a node stands: "ui/menu.go:37".
func (s source) at(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(fset.Position(n.Pos()).Line)
}

// called is what a call calls, as "words.T" or "refuse"; "" for anything else.
// Of a method on a value it is the method: ".Help".
func called(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return ""
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.IndexExpr:
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name
		}
	case *ast.SelectorExpr:
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name + "." + f.Sel.Name
		}
		return "." + f.Sel.Name
	}
	return ""
}

// literal is the text of a string literal.
func literal(n ast.Node) (string, bool) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

var verbs = regexp.MustCompile(`%[-+# 0]*[0-9]*(\.[0-9]+)?[a-zA-Z]`)

// places are the places for values in a text, in their order: "%d %s".
func places(text string) string {
	return strings.Join(verbs.FindAllString(strings.ReplaceAll(text, "%%", ""), -1), " ")
}
