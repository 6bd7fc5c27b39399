package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

type backupArgs struct {
	To       string `arg:"" optional:"" help:"File della copia, o cartella in cui farla; senza, le cartelle scelte nell’ufficio." type:"path"`
	Due      bool   `help:"Copia solo dove è ora di farlo: per le operazioni pianificate."`
	Schedule bool   `help:"Scrive le righe con cui questo computer farà le copie da solo, e non copia niente."`
}

// Run copies the office, also while a window has it open.
func (a *backupArgs) Run(ctx context.Context, o *options, out *output) (err error) {
	switch {
	case a.To != "" && (a.Due || a.Schedule), a.Due && a.Schedule:
		return &usageError{"--due e --schedule si usano da soli, senza dire dove."}
	case a.Schedule:
		return a.schedule(o, out)
	}
	if done, err := a.sealedAsIs(o, out); done || err != nil {
		return err
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if a.To != "" {
		return a.one(ctx, db, out)
	}
	when := app.CopyNow
	if a.Due {
		when = app.CopyIfDue
	}
	run, err := db.Backup(ctx, o.by(), when, nil)
	if err != nil {
		return err
	}
	for _, d := range run.Results {
		if d.Outcome != app.CopyFailed {
			fmt.Fprintln(out, "Copia scritta in "+filepath.Join(d.Folder, d.File))
		}
	}
	for _, w := range run.Warnings {
		fmt.Fprintln(out, w)
	}
	if said := run.Said(); said != "" {
		return &app.Refusal{What: said}
	}
	return nil
}

// one makes one copy, where the settings of the office do not matter.
func (a *backupArgs) one(ctx context.Context, db *store.DB, out *output) error {
	path := a.To
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if path, err = db.NewCopyPath(ctx, path); err != nil {
			return err
		}
	}
	c, err := db.CopyTo(ctx, path, nil)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Copia scritta in "+path)
	if !c.Sealed {
		fmt.Fprintln(out, "La copia non è sigillata: chi la trova la legge. Con «tutelactl passphrase» si sceglie la frase segreta.")
	}
	return nil
}

type verifyArgs struct {
	File string `arg:"" help:"Copia da controllare." type:"path"`
}

// Run looks a copy over, and needs no office for it.
func (a *verifyArgs) Run(ctx context.Context, o *options, in *input, out *output) error {
	phrase, err := o.forCopy(in, a.File)
	if err != nil {
		return err
	}
	report, err := store.VerifyCopy(ctx, a.File, phrase, store.Options{})
	if err != nil {
		return err
	}
	tellCopy(out, report.CopyContents)
	if !report.OK() {
		for _, f := range report.Faults {
			fmt.Fprintln(out, f)
		}
		return &app.Refusal{What: "La copia si legge, ma il suo contenuto non è come dovrebbe.", Do: "Confrontatela con un’altra copia."}
	}
	fmt.Fprintln(out, "La copia è intera: contenuto, storia e schede corrispondono.")
	return nil
}

// forCopy asks for the passphrase of a copy, where it has one.
func (a *phraseArgs) forCopy(in *input, path string) (string, error) {
	sealed, err := store.CopySealed(path)
	if err != nil || !sealed {
		return "", err
	}
	return a.phrase(in, "Frase segreta della copia", false)
}

// tellCopy writes what is in a copy.
func tellCopy(out *output, c app.CopyContents) {
	fmt.Fprintln(out, c.Words())
	for _, r := range app.Registers() {
		if n := c.Counts[r.Key]; n > 0 {
			name := r.Many
			if r.Single {
				name = r.One
			}
			fmt.Fprintf(out, "  %s: %s\n", name, form.FormatInt(int64(n)))
		}
	}
}

type restoreArgs struct {
	File   string `arg:"" help:"Copia da ripristinare." type:"path"`
	DryRun bool   `help:"Dice che cosa c’è nella copia, e non cambia niente."`
}

// Run puts a copy in the place of the office, which stays beside under a dated
// name. It is refused while a window has the office open.
func (a *restoreArgs) Run(ctx context.Context, o *options, in *input, out *output) error {
	if a.DryRun {
		return (&verifyArgs{a.File}).Run(ctx, o, in, out)
	}
	path, err := o.place()
	if err != nil {
		return err
	}
	phrase, err := o.forCopy(in, a.File)
	if err != nil {
		return err
	}
	options, err := o.storeOptions(ctx, path)
	if err != nil {
		return err
	}
	r, err := store.RestoreCopy(ctx, o.by(), a.File, phrase, path, options)
	if err != nil {
		return err
	}
	tellCopy(out, r.CopyContents)
	fmt.Fprintln(out, "Ripristinata in "+path)
	if r.Aside != "" {
		fmt.Fprintln(out, "Il file di prima è qui: "+r.Aside)
	}
	for _, w := range r.Warnings {
		fmt.Fprintln(out, w)
	}
	return nil
}
