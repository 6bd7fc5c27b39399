package pack

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Module is a part of the program written by others: a Go module, or Go itself.
type Module struct {
	Path, Version, Dir string
	Licences           []Licence
}

// Licence is a file of a module that says on which terms it may be handed on.
type Licence struct {
	File string // relative to the module
	SPDX string // "" where the text is not one of those known
	Text []byte
}

// licenceName is how such files are called; those that only list others' names
// are none.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-_.].*)?$`)

// ReadLicences reads every licence a module carries, those of its fonts and of C
// code in its folders too, but for its programs and tests. That there is none is an error: nobody may hand the
// module on.
func (m *Module) ReadLicences() error {
	err := filepath.WalkDir(m.Dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (e.Name() == "testdata" || e.Name() == "cmd" || strings.HasPrefix(e.Name(), "_")) {
			return filepath.SkipDir
		}
		if !e.Type().IsRegular() || !licenceName.MatchString(e.Name()) || isCode(e.Name()) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(m.Dir, path)
		m.Licences = append(m.Licences, Licence{filepath.ToSlash(name), spdx(text), bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))})
		return err
	})
	if err != nil {
		return fmt.Errorf("licences of %s: %w", m.Path, err)
	}
	if !slices.ContainsFunc(m.Licences, func(l Licence) bool { return l.SPDX != "" }) {
		return fmt.Errorf("%s has no licence that is known, in %s", m.Path, m.Dir)
	}
	return nil
}

func isCode(name string) bool {
	return slices.Contains([]string{".go", ".c", ".h", ".png", ".svg"}, filepath.Ext(name))
}

// marks are words that only the text of one licence has, the narrower first.
var marks = []struct{ words, spdx string }{
	{"Apache License Version 2.0", "Apache-2.0"},
	{"SIL OPEN FONT LICENSE Version 1.1", "OFL-1.1"},
	{"Mozilla Public License Version 2.0", "MPL-2.0"},
	{"Bitstream Vera is a trademark", "Bitstream-Vera"},
	{"Creative Commons Attribution 4.0", "CC-BY-4.0"},
	{"This is free and unencumbered software", "Unlicense"},
	{"Permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"},
	{"This software is provided 'as-is', without any express or implied warranty", "Zlib"},
	{"Permission to use, copy, modify, and/or distribute this software for any purpose", "ISC"},
	{"Permission to use, copy, modify, and distribute this software for any purpose", "ISC"},
	{"public domain", "blessing"},
	{"may be used to endorse or promote products", "BSD-3-Clause"},
	{"Redistributions in binary form must reproduce", "BSD-2-Clause"},
	{"CC0", "CC0-1.0"},
}

var spaces = regexp.MustCompile(`\s+`)

// spdx names a licence by its text.
func spdx(text []byte) string {
	plain := spaces.ReplaceAllString(string(text), " ")
	for _, m := range marks {
		if strings.Contains(strings.ToLower(plain), strings.ToLower(m.words)) {
			return m.spdx
		}
	}
	return ""
}

// Licences is the text that goes with the program: what it is made of, on which
// terms, and each text of those terms once.
func Licences(about string, modules []Module) []byte {
	var list, texts bytes.Buffer
	number := map[[32]byte]int{}
	for _, m := range modules {
		fmt.Fprintf(&list, "%s %s\n", m.Path, m.Version)
		for _, l := range m.Licences {
			sum := sha256.Sum256(l.Text)
			if number[sum] == 0 {
				number[sum] = len(number) + 1
				fmt.Fprintf(&texts, "\n%s\n[%d] %s, %s\n\n%s\n", strings.Repeat("-", 72), number[sum], m.Path, l.File, l.Text)
			}
			fmt.Fprintf(&list, "    %s %s [%d]\n", l.File, l.SPDX, number[sum])
		}
	}
	return slices.Concat([]byte(about+"\n"), list.Bytes(), texts.Bytes())
}
