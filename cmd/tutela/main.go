// Command tutela is the window: the registers and papers of an office, in one
// file on this computer.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	toolkit "log" // where Fyne says what fails
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"tutela/app"
	"tutela/cmd/internal/office"
	"tutela/ui"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line asks for.
type options struct {
	path, as string
	demo     bool
	started  func(*ui.Shell) // what a test does with the window; nil is nothing
}

// errCrash is the end of a program that failed; its note says where.
var errCrash = errors.New("crash")

// run gives the exit status: 0 done, 1 refused with a sentence, 2 wrong usage.
func run(args []string, out, errOut io.Writer) int {
	var o options
	flags := flag.NewFlagSet("tutela", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // it speaks English
	flags.BoolVar(&o.demo, "demo", false, "apre un ufficio di esempio già compilato")
	flags.StringVar(&o.path, "data", "", "file dell’ufficio da aprire (`NOME.tutela`)")
	flags.StringVar(&o.as, "as", "", "`NOME` di chi lavora, scritto nella storia e sui documenti")
	version := flags.Bool("version", false, "scrive la versione ed esce")
	err := flags.Parse(args)
	switch named := flags.NArg(); {
	case errors.Is(err, flag.ErrHelp):
		flags.SetOutput(out)
		fmt.Fprintln(out, "Uso: tutela [--demo] [--as NOME] [--data NOME.tutela]")
		flags.PrintDefaults()
		return 0
	case err == nil && *version:
		fmt.Fprintln(out, "tutela "+office.Version)
		return 0
	case err != nil, named > 1, named == 1 && o.path != "":
		said := "Tutela non si avvia con «" + strings.Join(args, " ") + "»: con «tutela --help» si vede come. Il nome di un file con spazi va fra virgolette."
		fmt.Fprintln(errOut, said)
		tell(said)
		return 2
	case named == 1:
		o.path = flags.Arg(0)
	}
	if err := window(o, errOut); err != nil {
		return 1
	}
	return 0
}

// window opens the office and shows it until it is closed. A refusal is said on
// standard error and in a window of its own.
func window(o options, errOut io.Writer) (err error) {
	log, closeLog := office.Log()
	defer closeLog()
	var s *ui.Shell
	defer func() {
		if what := recover(); what != nil {
			crashed(s, log, errOut, what)
			err = errCrash
		}
	}()
	screen := newScreen(errOut, log)
	toolkit.SetOutput(screen)
	home, err := os.UserHomeDir()
	if err != nil {
		log.Warn("no home", "error", err)
	}
	notice := setAsideSettings(settingsFile(home, runtime.GOOS), log)
	if notice != "" {
		fmt.Fprintln(errOut, notice)
	}
	fyneapp.SetMetadata(fyne.AppMetadata{ID: office.AppID, Name: "Tutela", Version: office.Version, Build: office.Build})
	a := fyneapp.NewWithID(office.AppID)
	speakAsWindow(a.Preferences(), log)
	ui.Prepare(a)
	s, err = open(a, o, notice, log, screen, errOut)
	if err != nil {
		log.Error("start", "error", err)
		fmt.Fprintln(errOut, app.Sentence(err))
		ui.ShowRefusal(a, app.Sentence(err))
		raiseOther(err, log)
		return err
	}
	if o.started != nil {
		o.started(s)
	}
	s.Window().ShowAndRun()
	s.Shut() // where the system closed the window
	return nil
}

// opener opens a file in the system's program for it.
func opener(a fyne.App) func(string) error {
	return func(path string) error {
		return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
}
