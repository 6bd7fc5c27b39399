package printers

import (
	"context"
	"errors"
	"os/exec"
	"strings"

	"tutela/ui"
)

// list asks the system through PowerShell, which every Windows 10 has.
func list(ctx context.Context) ([]string, error) {
	const ask = "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_Printer | Sort-Object -Descending Default | ForEach-Object { $_.Name }"
	out, err := run(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", ask)
	if err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, nil // nothing to print with
		}
		return nil, refused(err)
	}
	var names []string
	for line := range strings.Lines(out) {
		if name := strings.TrimSpace(line); name != "" {
			names = append(names, name)
		}
	}
	return names, nil
}

// send has the program registered for PDF files print the file, once for each
// copy: Windows itself cannot print a PDF. Two-sided is that program's setting.
func send(ctx context.Context, path string, job ui.PrintJob) error {
	const print = "$p = $args[0]; $n = $args[1]; Start-Process -FilePath $p -Verb PrintTo -ArgumentList ('\"' + $n + '\"') -WindowStyle Hidden"
	for range max(1, job.Copies) {
		if _, err := run(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", "& {"+print+"}", path, job.Printer); err != nil {
			return refused(err)
		}
	}
	return nil
}
