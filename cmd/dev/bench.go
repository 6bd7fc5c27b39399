package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"tutela/cmd/dev/xdisplay"
)

// goBenchmarks are those whose figures are of note, by package. Those that wait
// for the disk need more turns before their ratio stands still.
var goBenchmarks = []struct{ pkg, pattern, turns string }{
	{"./ui", "KeyInList|KeyInForm", "20x"},
	{"./ui", "Permissions", "200x"},
	{"./ui/kit", "LetterGrid", "200x"},
	{"./store", "Durable", "200x"},
	{"./store", "Sealed$", "100x"},
	{"./store", "SealedOpen", "20x"},
	{"./store", "List|Get|Import|BenchmarkOpen", "20x"},
	{"./store", "Copy", "5x"},
	{"./app/pdf", ".", "20x"},
	{"./app", "Deadlines", "20x"},
}

// What start and memory may be, in times of a window with nothing in it.
const (
	startGoal  = 1.3
	memoryGoal = 2.0
)

// runBench measures the program beside its peers, in one run, for this machine
// alone means little: what counts is the ratio.
func runBench(ctx context.Context, root string, args []string) error {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	rows := fs.Int("rows", 10_000, "")
	times := fs.Int("times", 5, "")
	windowOnly := fs.Bool("window", false, "")
	papersOnly := fs.Bool("papers", false, "")
	documentOnly := fs.Bool("document", false, "")
	plain, _, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain) > 0 || *rows < 1 || *times < 1 {
		return failf(exitUsage, "bench: unexpected arguments")
	}
	if *papersOnly {
		return benchPapers(*times)
	}
	if err := install(ctx, "bench"); err != nil {
		return err
	}
	if *documentOnly {
		return benchDocument(ctx, *times)
	}
	if err := install(ctx, "shot"); err != nil {
		return err
	}
	if err := benchWindow(ctx, root, *rows, *times); err != nil {
		return err
	}
	if *windowOnly {
		return nil
	}
	if err := benchPapers(*times); err != nil {
		return err
	}
	if err := benchDocument(ctx, *times); err != nil {
		return err
	}
	for _, b := range goBenchmarks {
		line := append([]string{"go", "test"}, buildFlags...)
		line = append(line, b.pkg, "-run", "^$", "-bench", b.pattern, "-benchtime", b.turns, "-benchmem")
		if err := attached(ctx, root, line, withoutCgo...).Run(); err != nil {
			return fmt.Errorf("benchmarks of %s: %w", b.pkg, err)
		}
	}
	return nil
}

// contestant is a program whose window is opened.
type contestant struct {
	name, title string
	line        []string
	keys        []string // after the start, each when the window stands still
	start       []time.Duration
	memory      []int64 // bytes, resident, after the keys
}

// through shows the list of treatments and goes through it: only what has been
// on the screen is in memory.
var through = []string{"ctrl+3", "End", "Prior", "Prior", "Prior", "Home", "Next", "Next", "Next"}

// benchWindow opens the window of an office of many treatments, that of an empty
// office and a window with nothing in it, one after the other, some times.
func benchWindow(ctx context.Context, root string, rows, times int) error {
	program, err := buildWindow(ctx, root)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tutela-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the benchmark: %w", err)
	}
	defer os.RemoveAll(dir)
	empty, ctl := filepath.Join(dir, "emptywindow"), filepath.Join(dir, "tutelactl")
	for path, pkg := range map[string]string{empty: "./cmd/dev/emptywindow", ctl: "./cmd/tutelactl"} {
		line := append(append([]string{"go", "build"}, buildFlags...), "-o", path, pkg)
		if err := attached(ctx, root, line, withCgo...).Run(); err != nil {
			return fmt.Errorf("build %s: %w", pkg, err)
		}
	}
	full := filepath.Join(dir, "pieno.tutela")
	if err := attached(ctx, dir, []string{ctl, "demo", full, "--treatments", strconv.Itoa(rows)}).Run(); err != nil {
		return fmt.Errorf("fill an office: %w", err)
	}
	all := []*contestant{
		{name: "finestra vuota dello stesso toolkit", title: "Vuota", line: []string{empty}},
		{name: "Tutela, ufficio vuoto", title: "Tutela", keys: through[:1],
			line: []string{program, "--as", "prova", "--data", filepath.Join(dir, "vuoto.tutela")}},
		{name: fmt.Sprintf("Tutela, %d trattamenti", rows), title: "Tutela", keys: through,
			line: []string{program, "--as", "prova", "--data", full}},
	}
	for range times {
		for _, c := range all {
			if err := c.open(ctx, dir); err != nil {
				return err
			}
		}
	}
	tell(all)
	return nil
}

// open measures one start, and the memory once the window has settled after the
// last key. A key that changes nothing on the screen did not arrive.
func (c *contestant) open(ctx context.Context, home string) (err error) {
	d, err := xdisplay.Start(ctx, 1366, 768)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	cmd := d.Command(c.line[0], c.line[1:]...)
	cmd.Dir = home
	cmd.Env = append(cmd.Env, "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data",
		"XDG_CACHE_HOME="+home+"/cache", "XDG_STATE_HOME="+home+"/state", "XDG_RUNTIME_DIR="+home, "FYNE_SCALE=1")
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run %s: %w", c.name, err)
	}
	defer func() {
		cmd.Process.Kill()
		cmd.Wait()
	}()
	if _, err := d.WaitWindow(c.title, 60*time.Second); err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	c.start = append(c.start, time.Since(began))
	if err := d.Settle(500*time.Millisecond, 30*time.Second); err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	for _, key := range c.keys {
		if err := press(d, key); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	memory, err := resident(cmd.Process.Pid)
	if err != nil {
		return err
	}
	c.memory = append(c.memory, memory)
	return nil
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
	return fmt.Errorf("%s changes nothing on the screen", key)
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

func median[T int64 | time.Duration](list []T) T {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

// tell prints the table, each against the first, with the goals.
func tell(all []*contestant) {
	fmt.Printf("| finestra | avvio (mediana di %d) | rapporto (al più %.1f) | memoria | rapporto (al più %.1f) |\n|---|---|---|---|---|\n",
		len(all[0].start), startGoal, memoryGoal)
	start, memory := median(all[0].start), median(all[0].memory)
	for _, c := range all {
		s, m := median(c.start), median(c.memory)
		fmt.Printf("| %s | %d ms | %s | %d MB | %s |\n", c.name, s.Milliseconds(), against(float64(s)/float64(start), startGoal),
			m>>20, against(float64(m)/float64(memory), memoryGoal))
	}
}

// against writes a ratio, and says where it misses its goal.
func against(ratio, goal float64) string {
	if ratio > goal {
		return fmt.Sprintf("%.2f, troppo", ratio)
	}
	return fmt.Sprintf("%.2f", ratio)
}
