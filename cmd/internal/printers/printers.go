// Package printers prints PDF files through the printing of the system: CUPS on
// Linux and macOS, the program registered for PDF files on Windows.
package printers

import (
	"context"
	"fmt"
	"os/exec"
	"time"

	"tutela/app"
	"tutela/ui"
)

// System is the printing of this computer.
type System struct{}

// patience is how long the system may take to answer.
const patience = 20 * time.Second

// List names the printers, the usual one first. None is no error.
func (System) List(ctx context.Context) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return list(ctx)
}

// Print hands a PDF file to a printer. It returns when the system has taken it,
// not when it is on paper.
func (System) Print(ctx context.Context, path string, job ui.PrintJob) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return send(ctx, path, job)
}

// run runs a command of the system.
func run(ctx context.Context, name string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s: %w: %s", name, err, out)
	}
	return string(out), nil
}

func refused(err error) error {
	return &app.Refusal{
		What: "Il sistema non ha accettato la stampa.",
		Do:   "Controllate che la stampante sia accesa e collegata; oppure aprite il documento nel lettore PDF e stampatelo da lì.", Err: err,
	}
}
