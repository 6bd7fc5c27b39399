package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/papers"
	"tutela/cmd/internal/office"
	"tutela/cmd/internal/printers"
	"tutela/store"
	"tutela/ui"
)

// offices opens office files for the window, each under a lock of its own.
type offices struct {
	identities
	// raise brings the window to the front: a second start has asked for it.
	raise func()
}

// open locks and opens an office, or makes its file.
func (o *offices) open(path string, demo bool) (ui.Opened, error) {
	lock, err := store.LockOffice(path)
	if err != nil {
		return ui.Opened{}, err
	}
	db, err := o.openFile(context.Background(), path, demo, lock)
	if err != nil {
		return ui.Opened{}, errors.Join(err, lock.Unlock())
	}
	go func() {
		for range lock.Raised() {
			fyne.Do(func() { o.raise() })
		}
	}()
	return ui.Opened{Store: db, Close: func() error { return errors.Join(db.Close(), lock.Unlock()) }}, nil
}

// openFile opens the file of an office, or makes it; a sealed one was unlocked
// before.
func (o *offices) openFile(ctx context.Context, path string, demo bool, lock *store.Lock) (*store.DB, error) {
	if o.get(path) == nil {
		return office.OpenOrCreate(ctx, path, demo, lock)
	}
	options := o.options(path)
	options.Lock = lock
	return store.Open(ctx, path, options)
}

// other opens the office that the window asks for; create makes it.
func (o *offices) other(path string, create bool) (ui.Opened, error) {
	if !create {
		if _, err := os.Stat(path); err != nil {
			return ui.Opened{}, &app.Refusal{What: "Il file «" + path + "» non si può aprire.", Do: "Controllate che ci sia ancora e i suoi permessi.", Err: err}
		}
	}
	return o.open(path, false)
}

// overview looks into every office of a folder; a sealed one is read where it was
// unlocked since the start.
func (o *offices) overview(ctx context.Context, dir string, now time.Time, tell func(g app.Glance, total int)) error {
	return office.Overview(ctx, dir, now, func(path string) (store.Options, error) { return o.options(path), nil }, tell)
}

// refused is an office that was not opened.
type refused struct {
	path string
	err  error
}

func (r *refused) Error() string { return fmt.Sprintf("open %s: %v", r.path, r.err) }
func (r *refused) Unwrap() error { return r.err }

// raiseOther brings the window to the front that has the office which was
// refused, if there is one. It is asked once the refusal has been read: before,
// that window would cover it.
func raiseOther(err error, log *slog.Logger) {
	var r *refused
	if !errors.As(err, &r) {
		return
	}
	if err := store.AskRaise(r.path); err != nil {
		log.Info("no other window", "error", err)
	}
}

// open makes the window of the office that is meant: the one named, the example,
// the one that was open last, or the default one.
//
// The notice is what the start already has to say.
func open(a fyne.App, o options, notice string, log *slog.Logger, screen *screen, errOut io.Writer) (*ui.Shell, error) {
	go catalogue.Shipped() // read while the office is being opened
	if o.path == "" && !o.demo {
		o.path = lastOffice(a)
	}
	path, err := office.Path(o.path, o.demo)
	if err != nil {
		return nil, err
	}
	files := &offices{raise: func() {}}
	var opened ui.Opened
	locked, broken := "", error(nil)
	if sealed, err := store.Sealed(path); err == nil && sealed {
		locked = path // the window asks for the passphrase
	} else if opened, err = files.open(path, o.demo); errors.Is(err, app.ErrDamaged) {
		broken = err // the window shows the ways out
		log.Error("open office", "error", err)
	} else if err != nil {
		return nil, &refused{path, err}
	}
	closeIt := func() error {
		if opened.Close == nil {
			return nil
		}
		return opened.Close()
	}
	screen.holds(closeIt)
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, errors.Join(err, closeIt())
	}
	by := app.By{Who: o.as}
	if o.as == "" {
		by.Who = userName()
	}
	var s *ui.Shell
	s, err = ui.New(ui.Config{
		App: a, Store: opened.Store, Close: opened.Close, Open: files.other, Seals: seals{files}, Locked: locked, Damaged: broken, Broken: path, Passing: o.demo,
		Shipped: shipped, Registers: app.Registers(), Papers: papers.All(app.Registers()),
		Now: time.Now, By: by, FixedBy: o.as != "" || o.demo, Log: log, Version: office.Version, OpenFile: opener(a), State: office.StateFolder(), Notice: notice,
		Printers: printers.System{}, Copies: copyTools{files}, Overview: files.overview,
		Crash: func(what any) {
			crashed(s, log, errOut, what)
			os.Exit(1)
		},
	})
	if err != nil {
		return nil, errors.Join(err, closeIt())
	}
	files.raise = s.Window().RequestFocus
	return s, nil
}

// lastOffice is the office that was open last, "" where there is none.
func lastOffice(a fyne.App) string {
	for _, path := range ui.Recent(a.Preferences()) {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return ""
}

// crashed keeps what was being edited and a note of what failed, and says it in a
// sentence. The window is nil where there is none yet.
func crashed(s *ui.Shell, log *slog.Logger, errOut io.Writer, what any) {
	err := ui.Crashed(office.StateFolder(), office.Version, what)
	log.Error("crash", "failed", fmt.Sprintf("%T", what), "note", err)
	if s != nil {
		s.Rescue()
	}
	said := "Tutela si è chiuso per un guasto del programma. Quello che avevate scritto è al sicuro: riapritelo."
	if err == nil {
		said += " Che cosa si è guastato sta in «" + ui.CrashNote(office.StateFolder()) + "»: niente dei vostri dati, e niente è stato mandato a nessuno."
	}
	fmt.Fprintln(errOut, said)
	tell(said)
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
