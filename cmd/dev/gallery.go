package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const galleryArgs = "FOLDER"

func parseGallery(args []string) (folder string, err error) {
	plain, rest, err := parse(flag.NewFlagSet("gallery", flag.ContinueOnError), args)
	if err != nil {
		return "", err
	}
	if len(plain) != 1 || len(rest) > 0 || plain[0] == "" {
		return "", failf(exitUsage, "usage: gallery %s", galleryArgs)
	}
	return plain[0], nil
}

// runGallery has every component of the window drawn into a folder, in each
// state and look. The tests of the components draw them: they know how to bring
// each one into a state. Nothing but Go is needed for it.
func runGallery(ctx context.Context, root string, args []string) error {
	folder, err := parseGallery(args)
	if err != nil {
		return err
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return fmt.Errorf("find the folder for the pictures: %w", err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder for the pictures cannot be made: %w", err)
	}
	start := time.Now()
	line := append([]string{"go", "test"}, buildFlags...)
	line = append(line, "-count=1", "-run", "Shots$", "./ui/kit")
	if err := attached(ctx, root, line, append(withoutCgo, "TUTELA_SHOTS="+folder)...).Run(); err != nil {
		return fmt.Errorf("draw the components: %w", err)
	}
	n, err := picturesSince(folder, start)
	if err != nil {
		return err
	}
	if n == 0 {
		return failf(exitFailed, "no picture was drawn into %s", folder)
	}
	fmt.Printf("%d pictures in %s\n", n, folder)
	return nil
}

// picturesSince counts the pictures of a folder that were written at a time or
// later; others may lie there from before. Some disks note times by two seconds.
func picturesSince(folder string, start time.Time) (n int, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0, fmt.Errorf("count the pictures: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return 0, fmt.Errorf("count the pictures: %w", err)
		}
		if strings.HasSuffix(e.Name(), ".png") && !info.ModTime().Before(start.Truncate(2*time.Second)) {
			n++
		}
	}
	return n, nil
}
