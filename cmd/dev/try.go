package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"tutela/cmd/dev/pack"
	"tutela/cmd/dev/xdisplay"
)

// trial tries the packages out that lie in a folder.
type trial struct {
	dist, work string // the packages; a folder that is removed in the end
	pictures   string
	about      pack.Metadata
	display    *xdisplay.Display
}

// stage is one thing that is tried; those after it need it.
type stage struct {
	name string
	try  func(context.Context) error
}

// runTry does with the packages in dist what their users will: installs them on
// systems that have nothing of ours, opens them, removes them.
func runTry(ctx context.Context, root string, args []string) (err error) {
	fs := flag.NewFlagSet("try", flag.ContinueOnError)
	linux, windows := fs.Bool("linux", false, ""), fs.Bool("windows", false, "")
	plain, rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain)+len(rest) > 0 || *linux && *windows {
		return failf(exitUsage, "usage: try [--linux | --windows]")
	}
	if os.Geteuid() != 0 && !*windows {
		return failf(exitMissing, "a Debian in a folder wants root: call it with sudo, or with --windows alone")
	}
	if err := install(ctx, "try"); err != nil {
		return err
	}
	t := &trial{dist: filepath.Join(root, "dist")}
	t.pictures = filepath.Join(t.dist, "tried")
	if t.about, err = pack.ReadMetadata(filepath.Join(root, "FyneApp.toml")); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(t.dist, "SHA256SUMS")); err != nil {
		return failf(exitMissing, "no packages in dist: make them first, with package")
	}
	if t.work, err = os.MkdirTemp("", "tutela-try-"); err != nil {
		return fmt.Errorf("make a working folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(t.work)) }()
	// The users of the systems that are tried go in and out there.
	if err := errors.Join(os.Chmod(t.work, 0o755), os.MkdirAll(t.pictures, 0o755)); err != nil {
		return fmt.Errorf("make a working folder: %w", err)
	}
	if t.display, err = xdisplay.Start(ctx, 1366, 768); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.display.Close()) }()
	stages := []stage{{"the checksums", t.checksums}}
	if !*windows {
		stages = append(stages, t.onDebian()...)
	}
	if !*linux {
		more, err := t.underWine()
		if err != nil {
			return err
		}
		stages = append(stages, more...)
	}
	return inTurn(ctx, stages)
}

// inTurn tries one stage after the other, and says what is fine.
func inTurn(ctx context.Context, stages []stage) error {
	for _, s := range stages {
		start := time.Now()
		if err := s.try(ctx); err != nil {
			return failf(exitFailed, "%s: %w", s.name, err)
		}
		fmt.Printf("ok  %6.1fs  %s\n", time.Since(start).Seconds(), s.name)
	}
	return nil
}

func (t *trial) checksums(ctx context.Context) error {
	return said(attached(ctx, t.dist, []string{"sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"}))
}

// said runs a command whose output must hold all the words; a failure tells what
// it wrote.
func said(cmd *exec.Cmd, words ...string) error {
	out, err := record(cmd)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, recorded(out))
	}
	return holds(recorded(out), words)
}

// record has a command write into a file without a name: a pipe would be held open
// by what Wine leaves running.
func record(cmd *exec.Cmd) (*os.File, error) {
	out, err := os.CreateTemp("", "tutela-try-")
	if err != nil {
		return nil, fmt.Errorf("record what a program writes: %w", err)
	}
	cmd.Stdout, cmd.Stderr = out, out
	return out, os.Remove(out.Name())
}

func recorded(out *os.File) string {
	text, err := io.ReadAll(io.NewSectionReader(out, 0, 1<<20))
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(text))
}

func holds(text string, words []string) error {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return fmt.Errorf("no %q in\n%s", w, text)
		}
	}
	return nil
}

// openPatience is how long a window may take on a busy machine.
const openPatience = 2 * time.Minute

// opens starts the program on the example, which must show, keeps a picture of it
// and has it closed by its own key.
func (t *trial) opens(ctx context.Context, window *exec.Cmd, picture string) error {
	return t.shows(ctx, window, picture, []string{"Scadenze", "Trattamenti"}, "ctrl+q", 0)
}

// shows is opens for any words, any key that ends the program and the status that
// it is to end with.
func (t *trial) shows(ctx context.Context, window *exec.Cmd, picture string, words []string, key string, status int) error {
	out, err := record(window)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := window.Start(); err != nil {
		return fmt.Errorf("start the program: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- window.Wait() }()
	if err := t.reads(ctx, picture, words); err != nil {
		return errors.Join(err, window.Process.Kill(), fmt.Errorf("it wrote: %s", recorded(out)))
	}
	if err := t.display.Key(key); err != nil {
		return err
	}
	select {
	case err := <-ended:
		if got := window.ProcessState.ExitCode(); got != status {
			return fmt.Errorf("the program ended with %d (%v)\n%s", got, err, recorded(out))
		}
		return nil
	case <-time.After(openPatience):
		return errors.Join(errors.New("the program does not end"), window.Process.Kill())
	}
}

// reads waits for a window and keeps a picture of it, in which the words must be
// read.
func (t *trial) reads(ctx context.Context, picture string, words []string) error {
	id, err := t.display.WaitWindow(t.about.Name, openPatience)
	if err != nil {
		return err
	}
	if err := t.display.Settle(time.Second, openPatience); err != nil {
		return err
	}
	if err := t.display.Screenshot(filepath.Join(t.pictures, picture+".png")); err != nil {
		return err
	}
	place, err := t.display.Place(id)
	if err != nil {
		return err
	}
	screen, err := t.display.Image()
	if err != nil {
		return err
	}
	// The window alone: what is around a small one may be dark.
	text, err := xdisplay.ReadText(ctx, screen.SubImage(place))
	if err != nil {
		return err
	}
	return holds(text, words)
}
