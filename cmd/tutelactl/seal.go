package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"tutela/app"
	"tutela/app/vault"
	"tutela/store"
)

type sealArgs struct{}

// Run seals the office file under the passphrase of its copies.
func (a *sealArgs) Run(ctx context.Context, o *options, out *output) error {
	if err := o.reseal(ctx, store.Seal); err != nil {
		return err
	}
	fmt.Fprintln(out, "Il file dell’ufficio è chiuso con la frase segreta.")
	fmt.Fprintln(out, "Chi la dimentica non lo apre più, e nessuno può recuperarlo: scrivetela e chiudetela in cassaforte.")
	fmt.Fprintln(out, "Su dischi SSD e chiavette il contenuto di prima può restare leggibile a uno specialista: per i dati più delicati usate anche la cifratura del disco.")
	return nil
}

// reseal does something to the file of the office that is meant, closed as it is.
func (o *options) reseal(ctx context.Context, do func(ctx context.Context, path string, opts store.Options) error) error {
	path, err := o.path()
	if err != nil {
		return err
	}
	options, err := o.storeOptions(ctx, path)
	if err != nil {
		return err
	}
	return do(ctx, path, options)
}

type unsealArgs struct{}

// Run opens the office file to everybody.
func (a *unsealArgs) Run(ctx context.Context, o *options, out *output) error {
	if err := o.reseal(ctx, store.Unseal); err != nil {
		return err
	}
	fmt.Fprintln(out, "Il file dell’ufficio si apre di nuovo senza frase segreta: chi lo trova lo legge.")
	return nil
}

// sealedAsIs copies an office that is sealed to one file, without asking for its
// passphrase. It says whether that was what is asked for: where copies go and how
// they are called, only the open office knows.
func (a *backupArgs) sealedAsIs(o *options, out *output) (done bool, err error) {
	path, err := o.path()
	if err != nil || a.To == "" {
		return false, err
	}
	if _, err := os.Stat(path); err != nil {
		return false, nil // the store says what is wrong
	}
	if sealed, err := store.Sealed(path); err != nil || !sealed {
		return false, err
	}
	if info, err := os.Stat(a.To); err == nil && info.IsDir() {
		return false, nil
	} else if err == nil {
		return false, &app.Refusal{What: "Il file «" + a.To + "» c’è già: non è stato toccato.", Do: "Date alla copia un altro nome."}
	}
	if err := vault.WriteFile(a.To, func(w io.Writer) error { return store.CopyLocked(path, w) }); err != nil {
		return false, err
	}
	fmt.Fprintln(out, "Copia scritta in "+a.To)
	return true, nil
}
