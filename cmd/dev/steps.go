package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
)

// step is one thing to do on the display before the picture is taken.
type step struct {
	verb  string // "sleep", "shot", "type", or "xdotool"
	text  string // of type, or the file of shot
	pause time.Duration
	args  []string // of xdotool
}

// parseStep reads one line of a script:
//
//	shot FILE.png     a picture now
//	sleep 0.5         seconds; seldom needed, pictures wait for the screen to stand still
//	type any text     as it stands, accents too
//	key ctrl+n        and whatever else xdotool knows: mousemove 300 200 click 1
//
// An empty line and one that begins with # are no step: ok is false.
func parseStep(line string) (s step, ok bool, err error) {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return step{}, false, nil
	}
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "shot":
		if rest = strings.TrimSpace(rest); rest == "" {
			return step{}, false, fmt.Errorf("%q: which file?", line)
		}
		return step{verb: verb, text: rest}, true, nil
	case "sleep":
		pause, err := time.ParseDuration(strings.TrimSpace(rest) + "s")
		if err != nil || pause < 0 {
			return step{}, false, fmt.Errorf("%q: not a number of seconds", line)
		}
		return step{verb: verb, pause: pause}, true, nil
	case "type":
		return step{verb: verb, text: rest}, true, nil
	}
	return step{verb: "xdotool", args: strings.Fields(line)}, true, nil
}

// parseSteps reads the steps given as arguments; "-" stands for the lines of
// in, which is read only then.
func parseSteps(args []string, in io.Reader) ([]step, error) {
	var steps []step
	add := func(line string) error {
		s, ok, err := parseStep(line)
		if ok {
			steps = append(steps, s)
		}
		return err
	}
	for _, a := range args {
		if a != "-" {
			if err := add(a); err != nil {
				return nil, err
			}
			continue
		}
		lines := bufio.NewScanner(in)
		for lines.Scan() {
			if err := add(lines.Text()); err != nil {
				return nil, err
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("read the steps: %w", err)
		}
	}
	return steps, nil
}
