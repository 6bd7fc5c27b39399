// Command bench measures the program beside its peers, in one run: a figure of this
// machine alone means little, what counts is how many times the peer's it is, and
// how it grows. "go run ./cmd/dev bench" builds what it needs and runs it, in the
// top folder of the repository.
//
// It alone may use the libraries that the program hides in a package, for it
// measures the one by the other.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"
)

// subjects are what is measured, in the order of the table.
var subjects = []*subject{
	windowSubject, searchSubject, saveSubject, registerSubject, documentSubject, deadlinesSubject, importSubject,
	copySubject, sealedCopySubject, verifySubject, sealedSaveSubject, sealedOpenSubject,
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures all subjects, or those that are named, and prints their table.
func run(ctx context.Context, args []string) (err error) {
	b := bench{made: map[string]string{}}
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // the helper has told how it is called
	quick := fs.Bool("quick", false, "")
	write := fs.Bool("write", false, "")
	fs.StringVar(&b.window, "window", "", "")
	fs.StringVar(&b.empty, "empty", "", "")
	if err := fs.Parse(args); err != nil {
		return err
	}
	chosen, err := choose(fs.Args())
	if err != nil {
		return err
	}
	if *write && (*quick || fs.NArg() > 0) {
		return fmt.Errorf("--write wants the whole table, from one run")
	}
	b.times, b.least, b.budget = 7, 300*time.Millisecond, 20*time.Second
	if *quick {
		b.times, b.least, b.budget = leastTurns, 50*time.Millisecond, 0
	}
	if b.dir, err = os.MkdirTemp("", "tutela-bench-"); err != nil {
		return fmt.Errorf("make a folder for the benchmark: %w", err)
	}
	defer os.RemoveAll(b.dir)
	table := circumstances(time.Now(), b.times) + tableHead
	fmt.Print(table)
	for _, s := range chosen {
		sizes := s.sizes
		if *quick {
			sizes = sizes[:2]
		}
		var all [][]figures
		for _, size := range sizes {
			began := time.Now()
			got, err := b.measure(ctx, s, size)
			if err != nil {
				return err
			}
			all = append(all, got)
			fmt.Fprintf(os.Stderr, "%s, %d %s: %d turns, %v in all\n", s.key, size, s.unit, len(got[0].ours), time.Since(began).Round(time.Second))
		}
		rows := rowsOf(s, all)
		fmt.Print(rows)
		table += rows
	}
	if *write {
		return writeReadme(table)
	}
	return nil
}

// choose gives the subjects that are named, all where none is.
func choose(names []string) ([]*subject, error) {
	if len(names) == 0 {
		return subjects, nil
	}
	var out []*subject
	for _, name := range names {
		i := slices.IndexFunc(subjects, func(s *subject) bool { return s.key == name })
		if i < 0 {
			return nil, fmt.Errorf("nothing is called %q: there are %s", name, strings.Join(keys(), ", "))
		}
		out = append(out, subjects[i])
	}
	return out, nil
}

func keys() (out []string) {
	for _, s := range subjects {
		out = append(out, s.key)
	}
	return out
}
