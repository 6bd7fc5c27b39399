package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// analyser is a program of others that reads the code. It is no part of go.mod:
// nothing of it goes into ours.
type analyser struct {
	path, version string
	// noData is what it writes when it cannot reach the data that it needs, "" if
	// it needs none.
	noData string
}

var (
	staticcheck = analyser{path: "honnef.co/go/tools/cmd/staticcheck", version: "v0.8.2"}
	govulncheck = analyser{path: "golang.org/x/vuln/cmd/govulncheck", version: "v1.9.0", noData: "fetching vulnerabilities:"}
)

// unreached is why a check was passed over: what it needs is on a network that
// does not answer here.
type unreached struct{ why string }

func (u *unreached) Error() string { return u.why }

// run fetches the program and has it read the packages as env builds them.
func (a analyser) run(ctx context.Context, root string, env, packages []string) error {
	program, err := a.install(ctx, root)
	if err != nil {
		return err
	}
	var complaint bytes.Buffer
	cmd := attached(ctx, root, append([]string{program}, packages...), env...)
	cmd.Stderr = io.MultiWriter(os.Stderr, &complaint)
	if err = cmd.Run(); err != nil && a.noData != "" && strings.Contains(complaint.String(), a.noData) {
		return &unreached{"its data cannot be reached from here"}
	}
	return err
}

// install compiles the program into the folder of programs, unless it is there
// in this version, and returns its path.
func (a analyser) install(ctx context.Context, root string) (string, error) {
	const patience = 5 * time.Minute // for a network that says nothing
	limited, stop := context.WithTimeout(ctx, patience)
	defer stop()
	bin := filepath.Join(root, "bin")
	var complaint bytes.Buffer
	cmd := attached(limited, root, []string{"go", "install", a.path + "@" + a.version}, append(withoutCgo, "GOBIN="+bin)...)
	cmd.Stderr = &complaint
	if err := cmd.Run(); ctx.Err() != nil {
		return "", ctx.Err()
	} else if errors.Is(limited.Err(), context.DeadlineExceeded) {
		return "", &unreached{fmt.Sprintf("%s %s: nothing came in %v", a.path, a.version, patience)}
	} else if err != nil {
		return "", &unreached{fmt.Sprintf("%s %s cannot be had here: %s", a.path, a.version, bytes.TrimSpace(complaint.Bytes()))}
	}
	return filepath.Join(bin, filepath.Base(a.path)), nil
}
