package main

import (
	"slices"
	"strings"
	"testing"
)

// machine is a host that has the given tools and files.
func machine(tools, files []string) host {
	return host{
		hasTool:   func(name string) bool { return slices.Contains(tools, name) },
		hasFile:   func(pattern string) bool { return slices.Contains(files, pattern) },
		pkgConfig: func(name string) bool { return slices.Contains(tools, "pkg-config") && name == "x11" },
	}
}

func TestMissing(t *testing.T) {
	table := []need{
		{"gcc", tool("gcc"), []string{"run", "test"}},
		{"libx11-dev", header("X11/Xlib.h", "x11"), []string{"run", "test"}},
		{"libgl1", library("libGL.so.1"), []string{"run"}},
		{"poppler-utils", tool("pdftotext", "pdftoppm"), []string{"test"}},
	}
	for _, c := range []struct {
		name, command string
		tools, files  []string
		want          string
	}{
		{"bare", "run", nil, nil, "gcc libx11-dev libgl1"},
		{"bare", "test", nil, nil, "gcc libx11-dev poppler-utils"},
		{"one of two tools", "test", []string{"gcc", "pdftotext"}, []string{"/usr/include/X11/Xlib.h"}, "poppler-utils"},
		{"header elsewhere", "run", []string{"gcc", "pkg-config"}, []string{"/usr/lib64/libGL.so.1"}, ""},
		{"unknown command", "dance", nil, nil, ""},
	} {
		got := missing(machine(c.tools, c.files), table, c.command)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, %s: %q, want %q", c.name, c.command, s, c.want)
		}
	}
}

func TestTableIsWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, n := range needs {
		if seen[n.debian] || n.there == nil || len(n.by) == 0 {
			t.Errorf("%s is in the table twice, or without a probe, or for no command", n.debian)
		}
		seen[n.debian] = true
		for _, by := range n.by {
			if !slices.ContainsFunc(commands, func(c command) bool { return c.name == by }) {
				t.Errorf("%s is for %s, which is no command", n.debian, by)
			}
		}
	}
	for _, c := range []string{"run", "test", "shot"} {
		if !slices.Contains(missing(machine(nil, nil), needs, c), "gcc") {
			t.Errorf("%s does without a compiler", c)
		}
	}
}

func TestAptLines(t *testing.T) {
	for _, c := range []struct {
		prefix []string
		want   string
	}{
		{nil, "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends gcc xvfb"},
		{[]string{"sudo", "-n"}, "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends gcc xvfb"},
	} {
		update, install := aptLines(c.prefix, []string{"gcc", "xvfb"})
		if got := strings.Join(install, " "); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
		if got := strings.Join(update, " "); !strings.HasSuffix(got, " update") {
			t.Errorf("update: %s", got)
		}
	}
}
