package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// runTorture kills a program that saves, and cuts its current, as often as it is
// told, and shows what came of it: at length what the tests of the store do a few
// times, in the same code.
func runTorture(ctx context.Context, root string, args []string) error {
	fs := flag.NewFlagSet("torture", flag.ContinueOnError)
	kills := fs.Int("kills", 500, "")
	cuts := fs.Int("cuts", 40, "")
	plain, _, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain) > 0 || *kills < 0 || *cuts < 0 || *kills+*cuts == 0 {
		return failf(exitUsage, "torture: unexpected arguments")
	}
	if runtime.GOOS == "windows" {
		return failf(exitMissing, "torture: Windows has no signals to kill and stop a program with")
	}
	dir, err := os.MkdirTemp("", "tutela-torture-")
	if err != nil {
		return fmt.Errorf("make a folder for the torture: %w", err)
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "store.test")
	line := append([]string{"go", "test"}, buildFlags...)
	if err := attached(ctx, root, append(line, "-c", "-o", binary, "./store"), withoutCgo...).Run(); err != nil {
		return fmt.Errorf("build the tests of the store: %w", err)
	}
	fmt.Println("| ufficio | volte | schede confermate | perse | file danneggiati | catene rotte | scritte, ma non ancora confermate |\n|---|---|---|---|---|---|---|")
	var failed []string
	for _, t := range []struct {
		test, env string
		times     int
	}{{"TestKilledWhileSaving", "TUTELA_STORE_KILLS", *kills}, {"TestPowerCut", "TUTELA_STORE_CUTS", *cuts}} {
		for _, kind := range []string{"plain", "sealed"} {
			if t.times == 0 {
				continue
			}
			if err := tortured(ctx, root, binary, t.test, t.env+"="+strconv.Itoa(t.times), "TUTELA_STORE_KIND="+kind); err != nil {
				failed = append(failed, fmt.Sprintf("%s, %s: %v", t.test, kind, err))
			}
		}
	}
	if len(failed) > 0 {
		return fmt.Errorf("torture: %s", strings.Join(failed, "; "))
	}
	return nil
}

// tortured runs one test of the store and passes on what it prints, but for the
// word that it passed.
func tortured(ctx context.Context, root, binary, test string, env ...string) error {
	cmd := attached(ctx, filepath.Join(root, "store"), []string{binary, "-test.run", "^" + test + "$", "-test.timeout", "0"}, env...)
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	for lines := bufio.NewScanner(&out); lines.Scan(); {
		if lines.Text() != "PASS" {
			fmt.Println(lines.Text())
		}
	}
	return err
}
