package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// The table stands in the README between two lines that nobody sees.
const (
	readme     = "README.md"
	tableBegin = "<!-- bench: la tabella è scritta dal comando, non a mano -->\n"
	tableEnd   = "<!-- fine di bench -->\n"
)

// circumstances say what the figures were measured on, how busy it was already, and
// of how many turns at most they are the medians.
func circumstances(at time.Time, most int) string {
	return fmt.Sprintf("Misurato il %s su %s/%s, %d processori%s, %s; mediane di %d–%d turni.\n\n",
		at.Format("02/01/2006"), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), load(), strings.Replace(runtime.Version(), "go", "Go ", 1), leastTurns, most)
}

// load says how many other programs wanted the processors; "" where the system does
// not tell. Where it is not far below their number the figures tell of those.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	before, _, _ := strings.Cut(string(text), " ")
	return " (con un carico di " + strings.Replace(before, ".", ",", 1) + " all’inizio)"
}

// inReadme puts a table into the text of the README in the place of the one that is
// there.
func inReadme(text, table string) (string, error) {
	before, rest, begun := strings.Cut(text, tableBegin)
	_, after, ended := strings.Cut(rest, tableEnd)
	if !begun || !ended {
		return "", fmt.Errorf("%s: the lines between which the table stands are not there", readme)
	}
	return before + tableBegin + table + tableEnd + after, nil
}

func writeReadme(table string) error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return fmt.Errorf("read the README: %w", err)
	}
	changed, err := inReadme(string(text), table)
	if err != nil {
		return err
	}
	if err := os.WriteFile(readme, []byte(changed), 0o644); err != nil {
		return fmt.Errorf("write the README: %w", err)
	}
	return nil
}
