// Package nettrace shows, in tests, what a program speaks to: every socket that it or
// whatever it starts opens goes through the system, which strace listens to.
package nettrace

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
)

// Line is a command line as it is run to have its sockets written to a file.
func Line(to, program string, args ...string) []string {
	return append([]string{"strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-e", "signal=none", "-o", to, program}, args...)
}

// Allowed says why nothing can be listened to on this computer; nil where it can.
func Allowed() error {
	if out, err := exec.Command("strace", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		return fmt.Errorf("strace: %w: %s", err, out)
	}
	return nil
}

var (
	opened = regexp.MustCompile(`\bsocket\((\w+)`)
	called = regexp.MustCompile(`\bconnect\(\d+, \{sa_family=AF_UNIX, sun_path=@?"([^"]*)"`)
)

// local are the sockets of this computer that a window has to do with: the display, the
// desktop that tells light from dark, and the C library's question who the user is.
var local = []string{"/tmp/.X11-unix/", "/run/user/", "/run/dbus/", "/var/run/dbus/", "/tmp/dbus-", "/var/run/nscd/"}

// Beyond gives the lines of what Line wrote that speak to anything but the display and
// the desktop of this computer. A name cannot be looked up without such a line.
func Beyond(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if m := opened.FindStringSubmatch(line); m != nil && m[1] != "AF_UNIX" {
			out = append(out, line)
		}
		if strings.Contains(line, "connect(") && !atHome(line) {
			out = append(out, line)
		}
	}
	return out, nil
}

func atHome(line string) bool {
	m := called.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	for _, path := range local {
		if strings.HasPrefix(m[1], path) {
			return true
		}
	}
	return false
}
