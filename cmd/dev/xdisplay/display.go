// Package xdisplay opens a display that has no screen (Xvfb), with a window
// manager and hands to type and click, for tests of the real window and for
// pictures of it.
//
// A window on it has no frame and fills the display, so that a place in the
// program's canvas is the same place on the display. Animations apart, nothing
// here sleeps for a fixed time: it waits for a state.
package xdisplay

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// pace is how often a state is looked at while waiting for it.
const pace = 40 * time.Millisecond

// Display is a running display. Its methods may be called from one goroutine
// at a time.
type Display struct {
	ctx    context.Context
	cancel context.CancelFunc
	name   string // as in DISPLAY, ":7"
	dir    string // the picture of the screen, the keymap and the window manager's settings
	wait   sync.WaitGroup
	ended  chan struct{} // closed when the X server has ended
}

// Tools are the programs that the package calls; a test may skip itself when
// one of them cannot be found.
var Tools = []string{"Xvfb", "openbox", "xdotool", "xkbcomp"}

// Start opens a display of the given size on a free number and returns when
// its window manager and its keyboard are ready. The display ends with ctx, by
// Close, or with this process.
func Start(ctx context.Context, width, height int) (*Display, error) {
	for _, tool := range Tools {
		if _, err := exec.LookPath(tool); err != nil {
			return nil, fmt.Errorf("start a display: %w", err)
		}
	}
	dir, err := os.MkdirTemp("", "xdisplay-")
	if err != nil {
		return nil, fmt.Errorf("start a display: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	d := &Display{ctx: ctx, cancel: cancel, dir: dir, ended: make(chan struct{})}
	err = d.startServer(width, height)
	if err == nil {
		err = d.loadKeymap()
	}
	if err == nil {
		err = d.startWindowManager()
	}
	if err != nil {
		return nil, fmt.Errorf("start a display: %w", errors.Join(err, d.Close()))
	}
	return d, nil
}

// Close ends the display and the programs started on it by Command.
func (d *Display) Close() error {
	d.cancel()
	d.wait.Wait()
	return os.RemoveAll(d.dir)
}

// startServer lets the X server choose a free number by itself and tell it,
// which two displays started at once cannot get wrong.
func (d *Display) startServer(width, height int) error {
	told, tell, err := os.Pipe()
	if err != nil {
		return err
	}
	defer told.Close()
	cmd := d.prepare("Xvfb", "-displayfd", "3",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-dpi", "96",
		"-fbdir", d.dir, // the screen as a file: see screen.go
		"-r",        // no key repeats by itself when the machine is slow
		"-nocursor", // no pointer in the pictures
		"-s", "0", "-noreset", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{tell}
	var log strings.Builder
	cmd.Stderr = &log
	err = cmd.Start()
	tell.Close()
	if err != nil {
		close(d.ended)
		return err
	}
	d.wait.Go(func() {
		cmd.Wait() // ends by our signal or by its own fault, told in the log
		close(d.ended)
	})
	number, err := bufio.NewReader(told).ReadString('\n')
	if err != nil {
		d.cancel()
		<-d.ended
		return fmt.Errorf("the X server has ended: %s", strings.TrimSpace(log.String()))
	}
	d.name = ":" + strings.TrimSpace(number)
	return nil
}

// windows is how the window manager treats windows. Alt+F4 asks the program to
// close its window, as a person would.
const windows = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse><context name="Client"><mousebind button="Left" action="Press">
    <action name="Focus"/><action name="Raise"/>
  </mousebind></context></mouse>
  <applications><application type="normal">
    <decor>no</decor><maximized>yes</maximized><focus>yes</focus>
  </application></applications>
</openbox_config>
`

func (d *Display) startWindowManager() error {
	settings := filepath.Join(d.dir, "rc.xml")
	if err := os.WriteFile(settings, []byte(windows), 0o600); err != nil {
		return err
	}
	// Its start is over when it runs the command of --startup. A window opened
	// any sooner may never be given the focus.
	ready := filepath.Join(d.dir, "ready")
	cmd := d.Command("openbox", "--sm-disable", "--config-file", settings, "--startup", "touch '"+ready+"'")
	if err := cmd.Start(); err != nil {
		return err
	}
	d.wait.Go(func() { cmd.Wait() }) // ends with the display
	return d.until(20*time.Second, "the window manager", func() (bool, error) {
		_, err := os.Stat(ready)
		return err == nil, nil
	})
}

// Env is the environment for a program on this display: that of this process
// with the display set, Italian as language, scale 1, and without what would
// lead the program to another screen.
func (d *Display) Env() []string {
	// LC_CTYPE apart: C.UTF-8 is on every machine, the Italian locale is not.
	set := []string{"DISPLAY=" + d.name, "LANG=it_IT.UTF-8", "LC_CTYPE=C.UTF-8", "FYNE_SCALE=1"}
	drop := []string{"WAYLAND_DISPLAY", "XAUTHORITY", "LC_ALL", "LANGUAGE", "FYNE_THEME", "FYNE_FONT", "XMODIFIERS",
		"DISPLAY", "LANG", "LC_CTYPE", "FYNE_SCALE"}
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(drop, name)
	})
	return append(env, set...)
}

// Command prepares a program to run on this display; it is asked to end with
// the display. Who starts it waits for it.
func (d *Display) Command(name string, args ...string) *exec.Cmd {
	cmd := d.prepare(name, args...)
	cmd.Env = d.Env()
	return cmd
}

func (d *Display) prepare(name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(d.ctx, name, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 3 * time.Second
	endWithUs(cmd)
	return cmd
}

// output runs a tool on the display and returns what it wrote, trimmed.
func (d *Display) output(name string, args ...string) (string, error) {
	cmd := d.Command(name, args...)
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		if cause := context.Cause(d.ctx); cause != nil {
			err = cause
		}
		return "", fmt.Errorf("%s: %w %s", name, err, strings.TrimSpace(complaint.String()))
	}
	return strings.TrimSpace(string(out)), nil
}

// until looks again and again until the state is there.
func (d *Display) until(timeout time.Duration, what string, there func() (bool, error)) error {
	limit := time.After(timeout)
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for {
		ok, err := there()
		if err != nil || ok {
			return err
		}
		select {
		case <-d.ctx.Done():
			return fmt.Errorf("wait for %s: %w", what, context.Cause(d.ctx))
		case <-d.ended:
			return fmt.Errorf("wait for %s: the display has ended", what)
		case <-limit:
			return fmt.Errorf("wait for %s: not there after %v", what, timeout)
		case <-tick.C:
		}
	}
}
