package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// buildFlags are the flags of every build of the program, here and nowhere
// else: other flags mean another build cache, and minutes of C to compile
// again. The stamp of the commit is left out because git refuses a clone owned
// by another user, as in many containers, and the build would fail for it.
var buildFlags = []string{"-buildvcs=false"}

// withCgo and withoutCgo complete the environment of a go command.
var (
	withCgo    = []string{"CGO_ENABLED=1"}
	withoutCgo = []string{"CGO_ENABLED=0"}
)

// buildWindow compiles the window and returns the path of the program.
func buildWindow(ctx context.Context, root string) (string, error) {
	return build(ctx, root, "tutela", "./cmd/tutela", withCgo)
}

// build compiles a program and returns its path, which is always the same, so that
// go links anew only after a change.
func build(ctx context.Context, root, name, pkg string, env []string) (string, error) {
	program := filepath.Join(root, "bin", name)
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	line := append([]string{"go", "build"}, buildFlags...)
	if err := attached(ctx, root, append(line, "-o", program, pkg), env...).Run(); err != nil {
		return "", fmt.Errorf("build %s: %w", name, err)
	}
	return program, nil
}

// attached prepares a command that writes where the helper writes and reads
// nothing, to be run in dir with env added to the environment.
func attached(ctx context.Context, dir string, line []string, env ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, line[0], line[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	// An interrupt is passed on, and the command is given time to tidy up.
	cmd.Cancel = func() error { return interrupt(cmd.Process) }
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

func interrupt(p *os.Process) error {
	if runtime.GOOS == "windows" { // knows no interrupt between processes
		return p.Kill()
	}
	return p.Signal(os.Interrupt)
}

// output runs a command in dir and returns what it wrote, trimmed.
func output(ctx context.Context, dir string, line ...string) (string, error) {
	cmd := exec.CommandContext(ctx, line[0], line[1:]...)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(line, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
