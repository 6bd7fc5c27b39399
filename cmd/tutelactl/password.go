package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/password"
)

type passwordArgs struct {
	User    string `help:"Codice utente con cui si entra." placeholder:"ID"`
	Person  string `help:"Chi la usa: uid, o cognome e nome; senza, si guarda ai nomi di tutti." placeholder:"PERSONA"`
	Profile string `help:"Regole: ex-allegato-b o moderno; senza, quelle dell’ufficio." placeholder:"PROFILO"`
	Longest int    `help:"Quanti caratteri accetta al massimo il sistema; senza, ciò che dice la scheda del sistema di --user." placeholder:"N"`
}

// passwordUsage is said of any wrong use: what was typed may be a password.
const passwordUsage = "La password si scrive nello standard input, non nel comando, dove resterebbe nella storia dei comandi: " +
	"tutelactl password [--user ID] [--person PERSONA] [--profile ex-allegato-b|moderno] [--longest N]."

// Run judges one line of the standard input. Nothing keeps or repeats it.
func (a *passwordArgs) Run(ctx context.Context, o *options, in *input, out *output) error {
	switch {
	case a.Longest < 0:
		return &usageError{passwordUsage}
	case a.Profile != "" && password.Find(a.Profile).Slug != a.Profile:
		return &usageError{"I profili sono ex-allegato-b e moderno."}
	}
	about, err := a.about(ctx, o)
	if err != nil {
		return err
	}
	candidate, err := candidate(in)
	if err != nil {
		return err
	}
	verdicts := password.Judge(candidate, about)
	tell(out, verdicts)
	fmt.Fprintln(out, "\nConsigli di oggi:")
	tell(out, password.Advice(candidate, about))
	if about.Office == nil {
		fmt.Fprintln(out, "\nNon c’è un ufficio: i suoi dati e i nomi di chi ci lavora non sono stati guardati. Il file si indica con --data FILE.")
	}
	switch n := password.Failures(verdicts); n {
	case 0:
		return nil
	case 1:
		return &app.Refusal{What: "La password non rispetta una regola."}
	default:
		return &app.Refusal{What: fmt.Sprintf("La password non rispetta %d regole.", n)}
	}
}

// about gathers what the candidate is compared with; of the office nothing where
// there is none.
func (a *passwordArgs) about(ctx context.Context, o *options) (about password.About, err error) {
	about = password.About{Profile: a.Profile, UserID: a.User, Longest: a.Longest}
	if o.none() {
		if a.Person != "" {
			return about, &usageError{"Senza un ufficio non si sa chi è la persona: indicate il file con --data FILE."}
		}
		return about, nil
	}
	db, err := o.open(ctx)
	if err != nil {
		return about, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	d, err := db.Dossier(ctx, time.Now())
	if err != nil {
		return about, err
	}
	about.House = app.HouseOf(d)
	about.Office, about.People = d.Office(), app.All(d, app.PersonForm)
	if a.Longest == 0 {
		about.Longest = app.LongestPassword(app.All(d, app.CredentialForm), app.All(d, app.SystemForm), a.User)
	}
	if a.Person == "" {
		return about, nil
	}
	found, err := (&printArgs{ID: a.Person}).subject(d, app.PersonForm.Key)
	if err != nil {
		return about, err
	}
	about.Person = found.(*app.Person)
	return about, nil
}

// candidate reads one line and takes off nothing but its end: a space is a
// character like any other.
func candidate(in io.Reader) (string, error) {
	// A character has four bytes at most; one more is enough to see that it is too long.
	line, err := bufio.NewReader(io.LimitReader(in, utf8.UTFMax*(password.Most+1))).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", &app.Refusal{What: "Lo standard input non si può leggere.", Err: err}
	}
	line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
	switch {
	case line == "":
		return "", &app.Refusal{What: "Nello standard input non c’è nessuna password.", Do: "Scrivetela su una riga."}
	case !utf8.ValidString(line) && utf8.RuneCountInString(line) <= password.Most:
		return "", &app.Refusal{What: "La riga non è scritta in UTF-8."}
	case utf8.RuneCountInString(line) > password.Most:
		return "", &app.Refusal{What: fmt.Sprintf("La riga ha più di %d caratteri: non è una password.", password.Most)}
	}
	return line, nil
}

// tell writes a line for each rule.
func tell(out io.Writer, list []password.Verdict) {
	signs := map[password.State]string{password.Passed: "✓", password.Failed: "✗", password.NotAsked: "–"}
	for _, v := range list {
		fmt.Fprintln(out, strings.TrimSpace(signs[v.State]+" "+v.Rule+" "+v.Do))
	}
}
