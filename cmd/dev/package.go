package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"image"
	_ "image/png" // the icon
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"tutela/cmd/dev/pack"
)

// delivery is what every package is made from.
type delivery struct {
	root, work string // the repository; a folder that is removed in the end
	about      pack.Metadata
	at         time.Time // of every file
	icon       image.Image
}

// runPackage makes what is handed to users into the folder dist: the same bytes
// from the same commit.
func runPackage(ctx context.Context, root string, args []string) (err error) {
	fs := flag.NewFlagSet("package", flag.ContinueOnError)
	linux, windows := fs.Bool("linux", false, ""), fs.Bool("windows", false, "")
	plain, rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(plain)+len(rest) > 0 || *linux && *windows {
		return failf(exitUsage, "usage: package [--linux | --windows]")
	}
	if err := install(ctx, "package"); err != nil {
		return err
	}
	d := delivery{root: root}
	if d.about, err = pack.ReadMetadata(filepath.Join(root, "FyneApp.toml")); err != nil {
		return err
	}
	if d.at, err = sourceDate(ctx, root); err != nil {
		return err
	}
	if d.icon, err = picture(filepath.Join(root, d.about.Icon)); err != nil {
		return err
	}
	if d.work, err = os.MkdirTemp("", "tutela-package-"); err != nil {
		return fmt.Errorf("make a working folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(d.work)) }()
	var made pack.Tree
	for _, system := range []struct {
		skip bool
		make func(context.Context) (pack.Tree, error)
	}{{*windows, d.linux}, {*linux, d.windows}} {
		if system.skip {
			continue
		}
		more, err := system.make(ctx)
		if err != nil {
			return err
		}
		made = append(made, more...)
	}
	return deliver(filepath.Join(root, "dist"), made)
}

// deliver puts the packages into an empty folder, with their checksums, and
// prints the lines of the README's table.
func deliver(folder string, made pack.Tree) error {
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o755)); err != nil {
		return fmt.Errorf("make the folder of the packages: %w", err)
	}
	for _, f := range append(made, pack.File{Path: "SHA256SUMS", Mode: 0o644, Data: made.Sums()}) {
		if err := os.WriteFile(filepath.Join(folder, f.Path), f.Data, f.Mode); err != nil {
			return fmt.Errorf("write a package: %w", err)
		}
	}
	for _, f := range made {
		fmt.Printf("| `%s` | %.1f MB |\n", f.Path, float64(len(f.Data))/1e6)
	}
	return nil
}

// sourceDate is the time that every file of a package bears: what
// SOURCE_DATE_EPOCH says, or the commit.
func sourceDate(ctx context.Context, root string) (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		var err error
		if seconds, err = output(ctx, root, "git", "-c", "safe.directory="+root, "log", "-1", "--format=%ct"); err != nil {
			return time.Time{}, fmt.Errorf("the commit has no date (outside git, set SOURCE_DATE_EPOCH): %w", err)
		}
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, failf(exitUsage, "SOURCE_DATE_EPOCH is %q, which is no number of seconds", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}

func picture(file string) (image.Image, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read the icon: %w", err)
	}
	p, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read the icon %s: %w", file, err)
	}
	return p, nil
}

// build compiles a program as it is handed out and returns it.
func (d *delivery) build(ctx context.Context, target target, name string) ([]byte, error) {
	program := filepath.Join(d.work, name+target.suffix)
	line := append([]string{"go", "build"}, deliveryFlags(target, name)...)
	if err := attached(ctx, d.root, append(line, "-o", program, "./cmd/"+name), target.env(name)...).Run(); err != nil {
		return nil, fmt.Errorf("build %s for %s: %w", name, target.goos, err)
	}
	return os.ReadFile(program)
}

// licences is the text of the licences and the list of parts of both programs.
func (d *delivery) licences(ctx context.Context, t target) (text, sbom []byte, err error) {
	modules, err := modulesOf(ctx, d.root, t)
	if err != nil {
		return nil, nil, err
	}
	about, err := pack.Text("licences.txt", d.about)
	if err != nil {
		return nil, nil, err
	}
	sbom, err = pack.SBOM(d.about, modules, d.at)
	return pack.Licences(string(about), modules), sbom, err
}

// modulesOf gives the modules that the programs are linked from, Go itself
// first, each with its licences.
func modulesOf(ctx context.Context, root string, t target) ([]pack.Module, error) {
	line := append([]string{"list", "-deps", "-json=Module"}, deliveryFlags(t, "tutela")...)
	list := exec.CommandContext(ctx, "go", append(line, "./cmd/tutela", "./cmd/tutelactl")...)
	list.Dir, list.Env, list.Stderr = root, append(os.Environ(), t.env("tutela")...), os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("list the modules: %w", err)
	}
	goRoot, err := output(ctx, root, "go", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	dir, version, _ := strings.Cut(goRoot, "\n")
	modules := []pack.Module{{Path: "std", Version: strings.TrimPrefix(strings.TrimSpace(version), "go"), Dir: strings.TrimSpace(dir)}}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("list the modules: %w", err)
		}
		if m := p.Module; m != nil && !m.Main {
			modules = append(modules, pack.Module{Path: m.Path, Version: m.Version, Dir: m.Dir})
		}
	}
	slices.SortStableFunc(modules[1:], func(a, b pack.Module) int { return strings.Compare(a.Path, b.Path) })
	modules = slices.CompactFunc(modules, func(a, b pack.Module) bool { return a.Path == b.Path })
	for i := range modules {
		if err := modules[i].ReadLicences(); err != nil {
			return nil, err
		}
	}
	return modules, nil
}
