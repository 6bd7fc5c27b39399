package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tutela/app"
)

// schedule writes how this computer makes the copies by itself: what is due is
// looked for every hour, so that a stick that was not there is found when it is.
func (a *backupArgs) schedule(o *options, out *output) error {
	data, err := o.path()
	if err != nil {
		return err
	}
	if data, err = filepath.Abs(data); err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return &app.Refusal{What: "Non si sa dove sta il programma su questo computer.", Err: err}
	}
	fmt.Fprint(out, scheduleFor(runtime.GOOS, program, data))
	return nil
}

// scheduleFor is the text for a system.
func scheduleFor(system, program, data string) string {
	if system == "windows" {
		// Inside /TR quotation marks are written \"; a % would be a variable in a
		// batch file, but at the prompt stands for itself.
		return "Una volta sola, dal Prompt dei comandi:\n\n" +
			`schtasks /Create /TN "Copie di Tutela" /SC HOURLY /TR "\"` + program + `\" --data \"` + data + `\" backup --due"` + "\n\n" +
			"Per toglierla: schtasks /Delete /TN \"Copie di Tutela\"\n"
	}
	line := shellQuoted(program) + " --data " + shellQuoted(data) + " backup --due"
	text := ""
	if system == "linux" {
		text = "Con systemd, in ~/.config/systemd/user/tutela-copie.service:\n\n" +
			"[Service]\nType=oneshot\nExecStart=" + unitQuoted(program) + " --data " + unitQuoted(data) + " backup --due\n\n" +
			"in ~/.config/systemd/user/tutela-copie.timer:\n\n" +
			"[Timer]\nOnCalendar=hourly\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n\n" +
			"poi: systemctl --user enable --now tutela-copie.timer\n\n"
	}
	// In a crontab % ends the command.
	return text + "Con cron, una riga in «crontab -e»:\n\n0 * * * * " + strings.ReplaceAll(line, "%", `\%`) + "\n"
}

// shellQuoted is a word as a shell reads it whole.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// unitQuoted is a word as systemd reads it whole.
func unitQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "$", "$$").Replace(s) + `"`
}
