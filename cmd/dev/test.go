package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// check is one part of the test run. With no packages to work on, as in a
// young repository, it is passed over.
type check struct {
	name     string
	packages []string
	run      func(ctx context.Context, packages []string) error
}

// runTests does every check, goes on after a failure, and fails at the end if
// any check did.
func runTests(ctx context.Context, root string, args []string) error {
	fs := flag.NewFlagSet("test", flag.ContinueOnError)
	fast := fs.Bool("fast", false, "")
	plain, testArgs, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain) > 0 {
		return failf(exitUsage, "test: unexpected %q; arguments of go test go after --", plain[0])
	}
	if err := install(ctx, "test"); err != nil {
		return err
	}
	// -e: a package that does not compile is listed too, for go vet to report.
	listed, err := output(ctx, root, "go", "list", "-e", "./...")
	if err != nil {
		return err
	}
	checks := allChecks(root, sortPackages(strings.Fields(listed)), testArgs, !*fast)
	return summary(ctx, checks)
}

// packages of the repository by the way they are tested.
type packages struct {
	plain  []string // everything that needs neither cgo nor a display
	window []string // those that open one
	race   []string // of the plain ones, those where goroutines meet
}

func sortPackages(paths []string) packages {
	var p packages
	for _, path := range paths {
		if within(path, "tutela/cmd/tutela") || within(path, "tutela/cmd/dev/emptywindow") {
			p.window = append(p.window, path)
			continue
		}
		p.plain = append(p.plain, path)
		if within(path, "tutela/app") || within(path, "tutela/ui") || within(path, "tutela/store") {
			p.race = append(p.race, path)
		}
	}
	return p
}

func within(path, parent string) bool {
	return path == parent || strings.HasPrefix(path, parent+"/")
}

func allChecks(root string, p packages, testArgs []string, race bool) []check {
	// run is a go command on the packages it is given later.
	run := func(env []string, line ...string) func(context.Context, []string) error {
		return func(ctx context.Context, packages []string) error {
			return attached(ctx, root, append(line, packages...), env...).Run()
		}
	}
	test := func(env []string, flags ...string) func(context.Context, []string) error {
		line := append([]string{"go", "test"}, buildFlags...)
		return run(env, append(append(line, flags...), testArgs...)...)
	}
	analyse := func(env []string, a analyser) func(context.Context, []string) error {
		return func(ctx context.Context, packages []string) error { return a.run(ctx, root, env, packages) }
	}
	// A busy machine needs longer for a package than the ten minutes that go gives.
	const patience = "30m"
	checks := []check{
		{"gofmt", append(p.plain, p.window...), func(ctx context.Context, _ []string) error { return gofmt(ctx, root) }},
		{"vet", p.plain, run(withoutCgo, "go", "vet")},
		{"staticcheck", p.plain, analyse(withoutCgo, staticcheck)},
		{"govulncheck", p.plain, analyse(withoutCgo, govulncheck)},
		{"test", p.plain, test(withoutCgo, "-timeout", patience)},
		{"build the window", p.window, func(ctx context.Context, _ []string) error {
			_, err := buildWindow(ctx, root)
			return err
		}},
		{"vet the window", p.window, run(withCgo, "go", "vet")},
		{"staticcheck the window", p.window, analyse(withCgo, staticcheck)},
		// -count=1: what the tests of the window see is not all known to go's cache.
		{"test the window", p.window, test(withCgo, "-count=1", "-timeout", patience)},
	}
	if race {
		flags := append([]string{"-race", "-short", "-timeout", patience}, unwatched()...)
		checks = append(checks, check{"race", p.race, test(withCgo, flags...)})
	}
	return checks
}

// unwatched leaves out of the race detector what only computes, for whoever calls
// it: the database in Go, fonts, pictures, ciphers. Accesses of ours are watched all
// the same, and the run takes a third of the time and half of the memory.
func unwatched() (flags []string) {
	for _, path := range []string{
		"github.com/fyne-io/oksvg", "github.com/go-text/...", "github.com/srwiley/...", "golang.org/x/...", "modernc.org/...",
	} {
		flags = append(flags, "-gcflags="+path+"=-race=false")
	}
	return flags
}

// gofmt fails when a file is not formatted, and names it.
func gofmt(ctx context.Context, root string) error {
	goroot, err := output(ctx, root, "go", "env", "GOROOT")
	if err != nil {
		return err
	}
	// The gofmt of the go command in use; the one in the PATH may be older.
	files, err := output(ctx, root, filepath.Join(goroot, "bin", "gofmt"), "-l", ".")
	if err != nil {
		return err
	}
	if files != "" {
		return fmt.Errorf("not formatted; run gofmt -w on\n%s", files)
	}
	return nil
}

// summary runs the checks with a headline each and prints how each one ended.
func summary(ctx context.Context, checks []check) error {
	var lines []string
	failed := 0
	for _, c := range checks {
		fmt.Printf("\n=== %s\n", c.name)
		state, start := "ok", time.Now()
		switch why := skip(c); {
		case ctx.Err() != nil:
			return failf(exitFailed, "interrupted before %s", c.name)
		case why != "":
			state = "skip"
			fmt.Println(why)
		default:
			err := c.run(ctx, c.packages)
			if u, ok := errors.AsType[*unreached](err); ok {
				state = "skip"
				fmt.Println(u.why)
			} else if err != nil {
				state = "FAIL"
				failed++
				fmt.Fprintln(os.Stderr, c.name+":", err)
			}
		}
		lines = append(lines, fmt.Sprintf("%-4s  %-22s %6.1fs", state, c.name, time.Since(start).Seconds()))
	}
	fmt.Printf("\n=== summary\n%s\n", strings.Join(lines, "\n"))
	if failed > 0 {
		return failf(exitFailed, "%d of %d checks failed", failed, len(checks))
	}
	return nil
}

// skip says why a check cannot be done here, if it cannot.
func skip(c check) string {
	if len(c.packages) == 0 {
		return "no packages yet"
	}
	needsC := strings.Contains(c.name, "window") || c.name == "race"
	if _, err := exec.LookPath(compiler()); needsC && err != nil {
		return "no C compiler: " + err.Error()
	}
	return ""
}

// compiler is the C compiler that cgo would call.
func compiler() string {
	if cc := strings.Fields(os.Getenv("CC")); len(cc) > 0 {
		return cc[0]
	}
	out, err := exec.Command("go", "env", "CC").Output()
	if cc := strings.Fields(string(out)); err == nil && len(cc) > 0 {
		return cc[0]
	}
	return "gcc"
}
