package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os/exec"
	"slices"
)

// runBench builds the program that measures, and what it measures, and runs it in
// the top folder.
func runBench(ctx context.Context, root string, args []string) error {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	quick := fs.Bool("quick", false, "")
	write := fs.Bool("write", false, "")
	subjects, rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 || *write && (*quick || len(subjects) > 0) {
		return failf(exitUsage, "bench: --write goes with nothing else")
	}
	if err := install(ctx, "bench"); err != nil {
		return err
	}
	program, err := build(ctx, root, "bench", "./cmd/dev/bench", withoutCgo)
	if err != nil {
		return err
	}
	line := []string{program, fmt.Sprintf("-quick=%v", *quick), fmt.Sprintf("-write=%v", *write)}
	if len(subjects) == 0 || slices.Contains(subjects, "window") {
		if err := install(ctx, "shot"); err != nil {
			return err
		}
		window, err := buildWindow(ctx, root)
		if err != nil {
			return err
		}
		empty, err := build(ctx, root, "emptywindow", "./cmd/dev/emptywindow", withCgo)
		if err != nil {
			return err
		}
		line = append(line, "-window", window, "-empty", empty)
	}
	err = attached(ctx, root, append(line, subjects...)).Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() > 0 {
		return failf(exit.ExitCode(), "bench: it ended: %w", err)
	}
	return err
}
