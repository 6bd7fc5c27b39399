package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"tutela/cmd/dev/xdisplay"
)

const shotArgs = "FILE.png [--size 1366x768] [--scale 1.5] [--demo | --office FILE.tutela] [-- steps]"

// shotOptions are the arguments of shot.
type shotOptions struct {
	file          string
	width, height int
	scale         float64
	demo          bool
	office        string
	steps         []string
}

func parseShot(args []string) (shotOptions, error) {
	var o shotOptions
	fs := flag.NewFlagSet("shot", flag.ContinueOnError)
	size := fs.String("size", "1366x768", "")
	fs.Float64Var(&o.scale, "scale", 1, "")
	fs.BoolVar(&o.demo, "demo", false, "")
	fs.StringVar(&o.office, "office", "", "")
	plain, rest, err := parse(fs, args)
	if err != nil {
		return o, err
	}
	if len(plain) != 1 {
		return o, failf(exitUsage, "usage: shot %s", shotArgs)
	}
	if o.width, o.height, err = parseSize(*size); err != nil {
		return o, err
	}
	if o.scale < 0.5 || o.scale > 4 {
		return o, failf(exitUsage, "--scale %v: from 0.5 to 4", o.scale)
	}
	if o.demo && o.office != "" {
		return o, failf(exitUsage, "--demo and --office exclude each other")
	}
	o.file, o.steps = plain[0], rest
	return o, nil
}

func parseSize(s string) (width, height int, err error) {
	var end string
	if n, _ := fmt.Sscanf(s, "%dx%d%s", &width, &height, &end); n != 2 || width < 200 || height < 200 || width > 8192 || height > 8192 {
		return 0, 0, failf(exitUsage, "--size %s: say it as 1366x768", s)
	}
	return width, height, nil
}

// runShot opens the window on a display of its own, does the steps and takes
// the picture. Each step is one argument after --, as in
//
//	go run ./cmd/dev shot new.png --demo -- "key ctrl+n" "type Newsletter"
//
// and "-" reads further steps from the standard input, one a line.
func runShot(ctx context.Context, root string, args []string) error {
	o, err := parseShot(args)
	if err != nil {
		return err
	}
	steps, err := parseSteps(o.steps, os.Stdin)
	if err != nil {
		return failf(exitUsage, "shot: %w", err)
	}
	if err := install(ctx, "shot"); err != nil {
		return err
	}
	program, err := buildWindow(ctx, root)
	if err != nil {
		return err
	}
	// A home of its own: neither the developer's settings in the picture, nor
	// the developer's office touched.
	home, err := os.MkdirTemp("", "tutela-shot-")
	if err != nil {
		return fmt.Errorf("make a home for the program: %w", err)
	}
	defer os.RemoveAll(home)
	return shoot(ctx, o, program, home, append(steps, step{verb: "shot", text: o.file}))
}

func shoot(ctx context.Context, o shotOptions, program, home string, steps []step) (err error) {
	ctx, giveUp := context.WithCancelCause(ctx)
	defer giveUp(nil)
	d, err := xdisplay.Start(ctx, o.width, o.height)
	if err != nil {
		return err
	}
	var line []string
	if o.demo {
		line = append(line, "--demo")
	}
	if o.office != "" {
		if o.office, err = filepath.Abs(o.office); err != nil {
			return errors.Join(err, d.Close())
		}
		line = append(line, "--data", o.office)
	}
	window := d.Command(program, line...)
	window.Dir = home
	window.Stdout, window.Stderr = os.Stderr, os.Stderr
	window.Env = append(window.Env, "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data",
		"XDG_CACHE_HOME="+home+"/cache", "XDG_STATE_HOME="+home+"/state", "XDG_RUNTIME_DIR="+home,
		"FYNE_SCALE="+strconv.FormatFloat(o.scale, 'f', -1, 64))
	if err := window.Start(); err != nil {
		return errors.Join(fmt.Errorf("run the program: %w", err), d.Close())
	}
	ended := make(chan struct{})
	go func() {
		err := window.Wait()
		giveUp(fmt.Errorf("the program has ended by itself: %v", err)) // without effect when we ended it
		close(ended)
	}()
	defer func() {
		err = errors.Join(err, d.Close())
		<-ended
	}()
	if _, err := d.WaitWindow("Tutela", 60*time.Second); err != nil {
		return err
	}
	for _, s := range steps {
		if err := perform(ctx, d, s); err != nil {
			return err
		}
	}
	return nil
}

func perform(ctx context.Context, d *xdisplay.Display, s step) error {
	switch s.verb {
	case "sleep":
		select {
		case <-time.After(s.pause):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		return nil
	case "type":
		return d.Type(s.text)
	case "shot":
		if err := d.Settle(300*time.Millisecond, 20*time.Second); err != nil {
			return err
		}
		if err := d.Screenshot(s.text); err != nil {
			return err
		}
		fmt.Println(s.text)
		return nil
	}
	_, err := d.Xdotool(s.args...)
	return err
}
