// Command dev is the developer's helper: it installs what a task needs and is
// missing on this machine, then does the task.
//
//	go run ./cmd/dev run --demo
//	go run ./cmd/dev test
//	go run ./cmd/dev bench
//	go run ./cmd/dev package
//	go run ./cmd/dev try
//	go run ./cmd/dev shot picture.png --demo
//	go run ./cmd/dev gallery pictures
//
// It uses the standard library alone, so that it compiles in a second on a
// machine that has nothing but Go. Exit status: 0 done, 1 failed, 2 wrong
// arguments, 3 something is missing on this machine ("go run" itself reports
// the last three as 1, and prints "exit status 3").
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

// command is one subcommand of the helper. run is given the top folder of the
// repository and the arguments after the command's name.
type command struct {
	name, args, help string
	run              func(ctx context.Context, root string, args []string) error
}

var commands = []command{
	{"run", "[--demo] [-- arguments of the program]", "build the window and open it", runWindow},
	{"test", "[--fast] [-- arguments of go test]", "every check and test, with a summary", runTests},
	{"bench", "[--quick] [--write] [subjects, such as window, search, save]", "the program beside its peers, at four sizes: start, memory, search, save, print, deadlines, import, copies; --write puts the table into the README", runBench},
	{"torture", "[--kills 500] [--cuts 40]", "kill a program that saves, and cut its current, on plain and sealed offices; what was lost", runTorture},
	{"package", "[--linux | --windows]", "what is handed to users, into dist: a .deb and a .tar.xz, a Windows installer and a folder in a .zip, their checksums", runPackage},
	{"try", "[--linux | --windows]", "the packages in dist: installed on a bare Debian and under Wine, opened, removed; pictures into dist/tried", runTry},
	{"shot", shotArgs, "a picture of the window, on a display of its own", runShot},
	{"gallery", galleryArgs, "pictures of every component of the window, in each state and look", runGallery},
}

// Exit statuses other than success.
const (
	exitFailed  = 1
	exitUsage   = 2
	exitMissing = 3
)

// failure is an error that asks for a given exit status.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func failf(code int, format string, args ...any) error {
	return &failure{code, fmt.Errorf(format, args...)}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := dispatch(ctx, os.Args[1:])
	stop()
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "dev:", err)
	code := exitFailed
	if f, ok := errors.AsType[*failure](err); ok {
		code = f.code
	}
	os.Exit(code)
}

func dispatch(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return failf(exitUsage, "which command?\n%s", usage())
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		fmt.Print(usage())
		return nil
	}
	for _, c := range commands {
		if c.name != args[0] {
			continue
		}
		root, err := findRoot()
		if err != nil {
			return err
		}
		err = c.run(ctx, root, args[1:])
		if errors.Is(err, flag.ErrHelp) {
			fmt.Printf("usage: go run ./cmd/dev %s %s\n       %s\n", c.name, c.args, c.help)
			return nil
		}
		return err
	}
	return failf(exitUsage, "unknown command %q\n%s", args[0], usage())
}

func usage() string {
	var b strings.Builder
	b.WriteString("usage: go run ./cmd/dev COMMAND\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  %s %s\n        %s\n", c.name, c.args, c.help)
	}
	return b.String()
}

// findRoot returns the top folder of the repository, so that the helper works
// from any folder inside it.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	for at := dir; ; at = filepath.Dir(at) {
		mod, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module tutela\n") {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", failf(exitUsage, "%s is not inside the repository", dir)
		}
	}
}

// parse reads flags that stand before or after the plain arguments, which it
// returns; what follows "--" is returned apart, unread.
func parse(fs *flag.FlagSet, args []string) (plain, rest []string, err error) {
	fs.SetOutput(io.Discard)
	for i, a := range args {
		if a == "--" {
			args, rest = args[:i], args[i+1:]
			break
		}
	}
	for {
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, nil, err
		} else if err != nil {
			return nil, nil, failf(exitUsage, "%s: %w", fs.Name(), err)
		}
		if args = fs.Args(); len(args) == 0 {
			return plain, rest, nil
		}
		plain, args = append(plain, args[0]), args[1:]
	}
}
