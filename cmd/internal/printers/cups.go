//go:build !windows

package printers

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tutela/ui"
)

// list asks CUPS. A computer without it has no printers.
func list(ctx context.Context) ([]string, error) {
	out, err := run(ctx, "lpstat", "-e")
	if err != nil {
		// lpstat fails as well where there is no printer at all.
		return nil, nil //nolint:nilerr // no printers is an answer
	}
	names := strings.Fields(out)
	// «system default destination: Ufficio», or words for none.
	if out, err := run(ctx, "lpstat", "-d"); err == nil {
		if _, name, ok := strings.Cut(strings.TrimSpace(out), ": "); ok {
			if i := slices.Index(names, name); i > 0 {
				names = slices.Insert(slices.Delete(names, i, i+1), 0, name)
			}
		}
	}
	return names, nil
}

func send(ctx context.Context, path string, job ui.PrintJob) error {
	sides := "one-sided"
	if job.TwoSided {
		sides = "two-sided-long-edge"
	}
	_, err := run(ctx, "lp", "-d", job.Printer, "-n", strconv.Itoa(max(1, job.Copies)), "-t", job.Title, "-o", "sides="+sides, "--", path)
	if err != nil {
		return refused(err)
	}
	return nil
}
