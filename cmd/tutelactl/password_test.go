package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// try runs the command with a line on its standard input.
func try(t *testing.T, line string, args ...string) (int, string, string) {
	t.Helper()
	var out, errOut bytes.Buffer
	status := run(context.Background(), append([]string{"password"}, args...), strings.NewReader(line), &out, &errOut)
	return status, out.String(), errOut.String()
}

// homeless gives the test a home with no office in it, and returns it.
func homeless(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return home
}

func TestPassword(t *testing.T) {
	homeless(t)
	file, strict := demo(t), demo(t)
	keepHouse(t, strict, &app.HouseChange{Rule: "1", Characters: form.Number(12)})
	tests := []struct {
		name, line string
		args       []string
		status     int
		says       []string
	}{
		{"good", "Ns27cgmv!\n", []string{"--data", file}, done, []string{"✓ Ha almeno 8 caratteri.", "✓ Non contiene niente che riporti all’ufficio", "– È diversa dal codice utente", "Consigli di oggi:"}},
		{"no line end", "Ns27cgmv!", []string{"--data", file}, done, nil},
		{"of Windows", "Ns27cgm\r\n", []string{"--data", file}, refused, []string{"✗ Ha almeno 8 caratteri. Manca un carattere"}},
		{"first line alone", "Ns27cgmv!\nciao\n", []string{"--data", file}, done, nil},
		{"spaces stay", "  s27cgm \n", nil, done, []string{"✗ Gli spazi sono permessi"}},
		{"short", "Ns27c\n", nil, refused, []string{"✗ Ha almeno 8 caratteri. Mancano 3 caratteri: allungatela.", "Non c’è un ufficio"}},
		{"user", "xNs27cgmvx\n", []string{"--user", "ns27cgmv"}, refused, []string{"✗ È diversa dal codice utente"}},
		{"somebody's name", "xRicci27zq\n", []string{"--data", file}, refused, []string{"✗ Non contiene nomi di persona."}},
		{"birth date unknown", "zq1988xkv\n", []string{"--data", file}, done, []string{"– Non contiene niente che riporti alla persona"}},
		{"birth date", "zq1988xkv\n", []string{"--data", file, "--person", "sala elena"}, refused, []string{"✗ Non contiene niente che riporti alla persona"}},
		{"modern", "tre scimmie bevono kefir\n", []string{"--profile", "moderno"}, done, []string{"✓ Ha almeno 15 caratteri."}},
		{"the office asks for more", "Ns27cgmv!\n", []string{"--data", strict}, refused, []string{"✗ Ha almeno 12 caratteri. Mancano 3 caratteri"}},
		{"a profile by name", "Ns27cgmv!\n", []string{"--data", strict, "--profile", "ex-allegato-b"}, done, []string{"✓ Ha almeno 8 caratteri."}},
		{"what the system takes", "N27cgm\n", []string{"--longest", "6"}, done, []string{"✓ Ha 6 caratteri"}},
		{"empty", "\n", nil, refused, []string{"nessuna password"}},
		{"nothing", "", nil, refused, []string{"nessuna password"}},
		{"endless", strings.Repeat("a", 1<<20), nil, refused, []string{"più di 1000 caratteri"}},
		{"no text", "Ns27\xffcgmv!\n", nil, refused, []string{"UTF-8"}},
		{"profile", "Ns27cgmv!\n", []string{"--profile", "boh"}, usage, []string{"ex-allegato-b e moderno"}},
		{"nobody", "Ns27cgmv!\n", []string{"--data", file, "--person", "boh"}, refused, []string{"Nessuna scheda"}},
		{"whose", "Ns27cgmv!\n", []string{"--person", "boh"}, usage, []string{"Senza un ufficio"}},
		{"no file", "Ns27cgmv!\n", []string{"--data", file + "x"}, refused, nil},
	}
	for _, test := range tests {
		status, out, errOut := try(t, test.line, test.args...)
		if status != test.status || (status == done) != (errOut == "") || strings.Count(errOut, "\n") > 1 {
			t.Errorf("%s: status %d, want %d: %s", test.name, status, test.status, errOut)
		}
		for _, words := range test.says {
			if !strings.Contains(out+errOut, words) {
				t.Errorf("%s: does not say %q:\n%s%s", test.name, words, out, errOut)
			}
		}
	}
}

// TestPasswordIsKeptNowhere: neither what is written nor any file of the home or
// of the office holds it, be it good, refused, or given as an argument.
func TestPasswordIsKeptNowhere(t *testing.T) {
	const canary = "Zq8wkx47Kvmz"
	home, file := homeless(t), demo(t)
	for name, c := range map[string]struct {
		status int
		line   string
		args   []string
	}{
		"good":         {done, canary + "\n", []string{"--data", file, "--user", "altro"}},
		"modern":       {refused, canary + "\n", []string{"--data", file, "--profile", "moderno"}},
		"user":         {refused, canary + "\n", []string{"--data", file, "--user", strings.ToLower(canary)}},
		"no office":    {done, canary + "\n", nil},
		"no such file": {refused, canary + "\n", []string{"--data", file + "x"}},
		"too long":     {refused, strings.Repeat(canary, 200), nil},
		"argument":     {usage, "", []string{canary}},
		"two":          {usage, "", []string{canary, canary}},
		"flag":         {usage, "", []string{"--" + canary}},
		"short flag":   {usage, "", []string{"-" + canary}},
		"number":       {usage, "", []string{"--longest", canary}},
	} {
		status, out, errOut := try(t, c.line, c.args...)
		if status != c.status {
			t.Errorf("%s: status %d: %s", name, status, errOut)
		}
		if strings.Contains(strings.ToLower(out+errOut), strings.ToLower(canary)) {
			t.Errorf("%s: it is repeated:\n%s%s", name, out, errOut)
		}
	}
	for _, root := range []string{home, filepath.Dir(file)} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if bytes.Contains(data, []byte(canary)) || bytes.Contains(data, []byte(strings.ToLower(canary))) {
				t.Errorf("%s holds it", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
		t.Errorf("without an office something was written: %v, %v", left, err)
	}
}

// TestPasswordReadsNoMore: what follows the line is not drunk up in memory.
func TestPasswordReadsNoMore(t *testing.T) {
	in := io.LimitReader(endless{}, 1<<30)
	if _, err := candidate(in); err == nil {
		t.Error("an endless line is taken")
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestPasswordOfTheSystem: what a system takes at most is read from its record, by
// the user-ID that enters it; --longest counts before that.
func TestPasswordOfTheSystem(t *testing.T) {
	file := demo(t)
	db, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	systems, err := db.All(context.Background(), app.SystemForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range systems {
		if s := rec.(*app.System); s.Kind == "nas" {
			s.Password = form.Number(6)
			if err := db.Save(context.Background(), app.By{Who: "prova"}, app.SystemForm.Type(), s); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for user, want := range map[string]string{
		"D.Ricci": "✓ Ha 6 caratteri",         // the NAS alone
		"e.sala":  "✗ Ha almeno 8 caratteri.", // the PC too
		"nuovo":   "✗ Ha almeno 8 caratteri.",
	} {
		if _, out, _ := try(t, "N27cgm\n", "--data", file, "--user", user); !strings.Contains(out, want) {
			t.Errorf("%s: does not say %q:\n%s", user, want, out)
		}
	}
	if _, out, _ := try(t, "N27cgm\n", "--data", file, "--user", "d.ricci", "--longest", "7"); !strings.Contains(out, "✗ Ha 7 caratteri") {
		t.Errorf("what was said does not count:\n%s", out)
	}
}

// keepHouse changes house rules of an office.
func keepHouse(t *testing.T, file string, changes ...*app.HouseChange) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rules, err := db.All(ctx, app.HouseRuleForm.Type())
	if err != nil || len(rules) != 1 {
		t.Fatal(rules, err)
	}
	h := rules[0].(*app.HouseChoice)
	h.Changes = changes
	if err := errors.Join(db.Save(ctx, app.By{Who: "prova"}, app.HouseRuleForm.Type(), h), db.Close()); err != nil {
		t.Fatal(err)
	}
}
