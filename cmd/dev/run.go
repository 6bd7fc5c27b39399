package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// runWindow builds the window and opens it on the office file of this user.
func runWindow(ctx context.Context, root string, args []string) error {
	fs := flag.NewFlagSet("run", flag.ContinueOnError)
	demo := fs.Bool("demo", false, "")
	plain, rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain) > 0 {
		return failf(exitUsage, "run: unexpected %q; arguments of the program go after --", plain[0])
	}
	if !hasDisplay(runtime.GOOS, os.Getenv) {
		return failf(exitMissing, "non c'è uno schermo / no display (DISPLAY and WAYLAND_DISPLAY are empty); a virtual one, with the packages xvfb and xauth:\n"+
			"  xvfb-run -s '-screen 0 1366x768x24' go run ./cmd/dev run --demo")
	}
	fmt.Println("Tutela: preparo il programma e apro la finestra.")
	fmt.Println("La prima volta la compilazione richiede alcuni minuti, poi pochi secondi.")
	if err := install(ctx, "run"); err != nil {
		return err
	}
	program, err := buildWindow(ctx, root)
	if err != nil {
		return err
	}
	line := []string{program}
	if *demo {
		line = append(line, "--demo")
	}
	window := attached(ctx, "", append(line, rest...))
	window.Stdin = os.Stdin
	err = window.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() > 0 {
		return failf(exit.ExitCode(), "the program ended: %w", err)
	}
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("run the program: %w", err)
	}
	return nil
}

// hasDisplay tells whether there is a screen to open a window on.
func hasDisplay(goos string, getenv func(string) string) bool {
	if goos == "windows" || goos == "darwin" {
		return true
	}
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}
