// Command tutela is the window: the registers and papers of an office, in one
// file on this computer.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/papers"
	"tutela/assets"
	"tutela/cmd/internal/office"
	"tutela/store"
	"tutela/ui"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run gives the exit status: 0 done, 1 refused with a sentence, 2 wrong usage.
func run(args []string, out, errOut io.Writer) int {
	flags := flag.NewFlagSet("tutela", flag.ContinueOnError)
	flags.SetOutput(errOut)
	demo := flags.Bool("demo", false, "apre un ufficio di esempio già compilato")
	version := flags.Bool("version", false, "scrive la versione ed esce")
	data := flags.String("data", "", "file dell’ufficio da aprire (`NOME.tutela`)")
	flags.Usage = func() {
		fmt.Fprintln(errOut, "Uso: tutela [--demo] [--data NOME.tutela]")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	if *version {
		fmt.Fprintln(out, "tutela "+office.Version)
		return 0
	}
	path := *data
	if path == "" {
		path = flags.Arg(0)
	}
	if err := window(path, *demo, errOut); err != nil {
		return 1
	}
	return 0
}

// window opens the office and shows it until it is closed. A refusal is said on
// standard error and in a window of its own.
func window(path string, demo bool, errOut io.Writer) error {
	log, closeLog := office.Log()
	defer closeLog()
	fyneapp.SetMetadata(fyne.AppMetadata{ID: office.AppID, Name: "Tutela", Version: office.Version, Build: 1})
	speakItalian(log)
	a := fyneapp.NewWithID(office.AppID)
	s, done, err := open(a, path, demo, log)
	if err != nil {
		log.Error("start", "error", err)
		fmt.Fprintln(errOut, app.Sentence(err))
		ui.ShowRefusal(a, app.Sentence(err))
		return err
	}
	defer done()
	s.Window().ShowAndRun()
	return nil
}

// open locks and opens the office file and makes its window.
func open(a fyne.App, path string, demo bool, log *slog.Logger) (*ui.Shell, func(), error) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, nil, err
	}
	path, err = office.Path(path, demo)
	if err != nil {
		return nil, nil, err
	}
	lock, err := store.LockOffice(path)
	if err != nil {
		return nil, nil, errors.Join(err, store.AskRaise(path))
	}
	db, err := office.OpenOrCreate(context.Background(), path, demo, lock)
	if err != nil {
		return nil, nil, errors.Join(err, lock.Unlock())
	}
	done := func() {
		if err := errors.Join(db.Close(), lock.Unlock()); err != nil {
			log.Error("close office", "error", err)
		}
	}
	s, err := ui.New(ui.Config{
		App: a, Store: db, Shipped: shipped, Registers: app.Registers(), Papers: papers.All(app.Registers()),
		Now: time.Now, By: app.By{Who: userName()}, Log: log, Version: office.Version, OpenFile: opener(a),
	})
	if err != nil {
		done()
		return nil, nil, err
	}
	go func() {
		for range lock.Raised() {
			fyne.Do(s.Window().RequestFocus)
		}
	}()
	return s, done, nil
}

// speakItalian gives Fyne's own words in Italian, whatever the system speaks.
func speakItalian(log *slog.Logger) {
	for _, l := range []fyne.Locale{"it", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(assets.FyneItalian, l); err != nil {
			log.Warn("translations", "locale", l, "error", err)
		}
	}
}

// opener opens a file in the system's program for it.
func opener(a fyne.App) func(string) error {
	return func(path string) error {
		return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
}

func userName() string {
	u, err := user.Current()
	if err != nil {
		return "utente del computer"
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}
