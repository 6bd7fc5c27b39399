package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"tutela/app"
	"tutela/app/vault"
	"tutela/store"
)

// phraseEnv holds a passphrase where nobody can be asked for it.
const phraseEnv = "TUTELA_PASSPHRASE"

// mostPhrase is more than any passphrase has, in bytes.
const mostPhrase = 4096

// phraseArgs are how a command is told a passphrase: never by an argument, which
// the history of commands and the list of processes would show.
type phraseArgs struct {
	old            bool   // what opens the office now: the environment holds the new one
	PassphraseFile string `help:"File che contiene la frase segreta, su una riga; senza, si prende da TUTELA_PASSPHRASE, o si chiede." placeholder:"FILE" type:"path"`
}

// phraseUsage is said of any wrong use: what was typed may be a passphrase.
const phraseUsage = "La frase segreta non si scrive nel comando, dove resterebbe nella storia dei comandi: " +
	"si chiede al terminale, oppure si legge da --passphrase-file FILE o da TUTELA_PASSPHRASE."

// phrase asks for the passphrase; twice where a slip of the finger would shut out
// for good. prompt says what for.
func (a *phraseArgs) phrase(in *input, prompt string, twice bool) (string, error) {
	if a.PassphraseFile != "" {
		return phraseIn(a.PassphraseFile)
	}
	if text, ok := os.LookupEnv(phraseEnv); ok && !a.old {
		return text, nil
	}
	return ask(in, prompt, twice)
}

// ask asks for a passphrase at the terminal.
func ask(in *input, prompt string, twice bool) (string, error) {
	terminal, ok := in.Reader.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return "", &app.Refusal{What: "Serve la frase segreta, e qui non si può chiedere.", Do: "Indicatela con --passphrase-file FILE o con " + phraseEnv + "."}
	}
	once := func(prompt string) (string, error) {
		fmt.Fprint(os.Stderr, prompt+": ")
		typed, err := term.ReadPassword(int(terminal.Fd()))
		fmt.Fprintln(os.Stderr)
		if err != nil {
			return "", &app.Refusal{What: "La frase segreta non si può leggere dal terminale.", Err: err}
		}
		return string(typed), nil
	}
	first, err := once(prompt)
	if err != nil || !twice {
		return first, err
	}
	second, err := once("Di nuovo, per sicurezza")
	if err == nil && first != second {
		err = &app.Refusal{What: "Le due frasi non sono uguali: niente è stato cambiato.", Do: "Riprovate."}
	}
	return first, err
}

// phraseIn reads the first line of a file.
func phraseIn(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", &app.Refusal{What: "Il file della frase segreta «" + path + "» non si può leggere.", Do: "Controllate il nome e i permessi.", Err: err}
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, mostPhrase)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", &app.Refusal{What: "Il file della frase segreta «" + path + "» non si può leggere.", Err: err}
	}
	line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
	if line == "" {
		return "", &app.Refusal{What: "Nel file «" + path + "» non c’è nessuna frase segreta.", Do: "Scrivetela sulla prima riga."}
	}
	return strings.TrimPrefix(line, "\ufeff"), nil // Windows' notepad begins with it
}

type passphraseArgs struct {
	OldPassphraseFile string `help:"File con la frase segreta di adesso, se il file dell'ufficio è chiuso; senza, si chiede." placeholder:"FILE" type:"path"`
}

// Run sets the passphrase, or changes it. Nothing keeps it.
func (a *passphraseArgs) Run(ctx context.Context, o *options, in *input, out *output) error {
	given := o.phraseArgs // the new one
	o.phraseArgs = phraseArgs{PassphraseFile: a.OldPassphraseFile, old: true}
	return o.change(ctx, func(db *store.DB) error {
		before, err := db.Keys(ctx)
		if err != nil {
			return err
		}
		phrase, err := given.phrase(in, "Nuova frase segreta", true)
		if err != nil {
			return err
		}
		keys, _, err := vault.NewKeys(phrase)
		if err != nil {
			return err
		}
		if err := db.SetKeys(ctx, o.by(), keys); err != nil {
			return err
		}
		fmt.Fprintln(out, "Da adesso le copie si sigillano con la nuova frase segreta.")
		fmt.Fprintln(out, "Chi la dimentica non apre più le copie, e nessuno può recuperarla: scrivetela e chiudetela in cassaforte.")
		if !before.None() {
			fmt.Fprintln(out, "Le copie già fatte si aprono ancora con la frase di prima.")
		}
		return nil
	})
}
