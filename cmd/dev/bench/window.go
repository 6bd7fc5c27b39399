package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tutela/cmd/dev/xdisplay"
)

var windowSubject = &subject{
	key: "window", unit: "trattamenti", sizes: recordSizes,
	quantities: []quantity{
		{name: "**avvio**, fino alla finestra", flat: true, peers: []peer{{name: emptyWindow, most: 1.3}}},
		{name: "**memoria**, dopo averne scorso l’elenco", kind: memory, flat: true, peers: []peer{{name: emptyWindow, most: 2}}},
	},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		if b.window == "" || b.empty == "" {
			return nil, errors.New("there is no window: start me by “go run ./cmd/dev bench”")
		}
		path, err := b.treatments(ctx, size)
		if err != nil {
			return nil, err
		}
		ours := &shown{title: "Tutela", keys: through, line: []string{b.window, "--as", "prova", "--data", path}}
		peer := &shown{title: "Vuota", line: []string{b.empty}}
		in := func(s *shown) op {
			return func(ctx context.Context) (got []float64, err error) {
				for range 5 { // a machine that is busy loses keys
					if got, err = s.open(ctx, b.dir); !errors.Is(err, errKeyLost) {
						break
					}
				}
				return got, err
			}
		}
		return &contest{ours: in(ours), peers: []op{in(peer)}}, nil
	},
}

// emptyWindow is what any program of the same toolkit takes.
const emptyWindow = "una finestra vuota dello stesso toolkit"

// errKeyLost is a key that changes nothing on the screen: it did not arrive.
var errKeyLost = errors.New("the key changes nothing on the screen")

// shown is a program whose window is opened.
type shown struct {
	title string
	line  []string
	keys  []string // after the start, each when the window stands still
}

// through shows the list of treatments and goes through it: only what has been
// on the screen is in memory.
var through = []string{"ctrl+3", "End", "Prior", "Prior", "Prior", "Home", "Next", "Next", "Next"}

// open measures one start, and the memory once the window has settled after the
// last key.
func (s *shown) open(ctx context.Context, dir string) (got []float64, err error) {
	d, err := xdisplay.Start(ctx, 1366, 768)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	home := filepath.Join(dir, "home")
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, err
	}
	cmd := d.Command(s.line[0], s.line[1:]...)
	cmd.Dir = home
	cmd.Env = append(cmd.Env, "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data",
		"XDG_CACHE_HOME="+home+"/cache", "XDG_STATE_HOME="+home+"/state", "XDG_RUNTIME_DIR="+home, "FYNE_SCALE=1")
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("run %s: %w", s.line[0], err)
	}
	defer func() {
		cmd.Process.Kill()
		cmd.Wait()
	}()
	if _, err := d.WaitWindow(s.title, 60*time.Second); err != nil {
		return nil, err
	}
	took := time.Since(began)
	if err := d.Settle(500*time.Millisecond, 30*time.Second); err != nil {
		return nil, err
	}
	for _, key := range s.keys {
		if err := press(d, key); err != nil {
			return nil, err
		}
	}
	memory, err := resident(cmd.Process.Pid)
	return []float64{took.Seconds(), float64(memory)}, err
}

// press presses a key and waits until the window shows something else, and
// stands still.
func press(d *xdisplay.Display, key string) error {
	before, err := d.Image()
	if err != nil {
		return err
	}
	if err := d.Key(key); err != nil {
		return err
	}
	for range 10 { // it may stand still before it begins
		if err := d.Settle(500*time.Millisecond, 60*time.Second); err != nil {
			return fmt.Errorf("after %s: %w", key, err)
		}
		now, err := d.Image()
		if err != nil {
			return err
		}
		if !bytes.Equal(before.Pix, now.Pix) {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", key, errKeyLost)
}

// resident is the memory of a process that lies in RAM, in bytes. Linux alone
// says it so.
func resident(pid int) (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, fmt.Errorf("read the memory of a process: %w", err)
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kb << 10, err
		}
	}
	return 0, errors.New("the system does not say how much memory a process has")
}
