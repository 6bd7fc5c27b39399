// Command tutelactl does without a window what the window does: for scheduled
// tasks, scripts and tests. It needs no display and no C library.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"tutela/app"
	"tutela/app/form"
	"tutela/cmd/internal/office"
)

// options stand before or behind any command.
type options struct {
	Data    string           `help:"File dell'ufficio; senza, quello predefinito." placeholder:"FILE" type:"path"`
	As      string           `help:"Nome di chi lavora, come comparirà nella storia." placeholder:"NOME"`
	Version kong.VersionFlag `help:"Scrive la versione ed esce."`
	phraseArgs

	in *input // where a passphrase is asked for
}

// commands is the whole grammar.
type commands struct {
	options
	Demo     demoArgs     `cmd:"" help:"Riempie un file nuovo con un ufficio di esempio."`
	Print    printArgs    `cmd:"" help:"Stampa un documento in PDF."`
	Check    checkArgs    `cmd:"" help:"Che cosa è scaduto, sta per scadere o manca, una riga ciascuno: finisce con 1 se qualcosa è scaduto."`
	Export   exportArgs   `cmd:"" help:"Esporta tutto l'ufficio in un file JSON, o le scadenze in un calendario ICS."`
	Import   importArgs   `cmd:"" help:"Importa un file JSON, o un foglio CSV o XLSX: lo prende tutto, o lo rifiuta tutto."`
	Score    scoreArgs    `cmd:"" help:"Classe e percorso di una violazione, dalle sue 18 risposte."`
	Password passwordArgs `cmd:"" help:"Prova una password, letta da una riga dello standard input: niente si conserva."`

	Passphrase passphraseArgs `cmd:"" help:"Sceglie o cambia la frase segreta con cui si sigillano le copie."`
	Seal       sealArgs       `cmd:"" help:"Chiude il file dell'ufficio con la frase segreta: chi ruba il computer o la chiavetta non lo legge."`
	Unseal     unsealArgs     `cmd:"" help:"Riapre a tutti il file dell'ufficio che era chiuso con la frase segreta."`
	Backup     backupArgs     `cmd:"" help:"Copia il file dell'ufficio, allegati compresi: anche mentre è aperto in una finestra."`
	Verify     verifyArgs     `cmd:"" help:"Controlla una copia: che sia intera, e che cosa contiene."`
	Restore    restoreArgs    `cmd:"" help:"Rimette una copia al posto del file dell'ufficio, che resta accanto con la data nel nome."`
}

// Exit statuses (spec 4.3).
const (
	done    = 0
	refused = 1
	usage   = 2
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run gives the exit status. What is refused is said in one plain sentence on
// standard error.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) (status int) {
	defer func() {
		if what := recover(); what != nil {
			status = crashed(what, errOut)
		}
	}()
	var cmd commands
	quit := -1
	parser, err := kong.New(&cmd, kong.Name("tutelactl"), kong.Description("Tutela senza finestra: documenti, esportazioni, controlli."),
		kong.Writers(out, errOut), kong.Help(helpInItalian), kong.Vars{"version": "tutelactl " + office.Version},
		kong.Exit(func(code int) { quit = code }), kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		fmt.Fprintln(errOut, err)
		return usage
	}
	parsed, err := parser.Parse(args)
	if quit >= 0 {
		return quit
	}
	if err != nil {
		fmt.Fprintln(errOut, wrongUsage(args, err))
		return usage
	}
	cmd.in = &input{in}
	err = parsed.Run(&cmd.options, cmd.in, &output{out})
	var wrong *usageError
	switch {
	case err == nil:
		return done
	case errors.As(err, &wrong):
		fmt.Fprintln(errOut, wrong.text)
		return usage
	}
	var many interface{ Lines() []string }
	if errors.As(err, &many) { // all that is wrong, each in a line of its own
		fmt.Fprintln(errOut, strings.Join(many.Lines(), "\n"))
		return refused
	}
	fmt.Fprintln(errOut, oneLine(err))
	return refused
}

// crashed says in a sentence that the program failed; where it did goes to the log,
// and nothing of what it failed over, which may be data of the office.
func crashed(what any, errOut io.Writer) int {
	log, closeLog := office.Log()
	defer closeLog()
	log.Error("crash", "failed", fmt.Sprintf("%T", what), "where", string(debug.Stack()))
	fmt.Fprintln(errOut, "Il comando si è fermato per un guasto del programma, prima di finire. Riprovate; se succede ancora, date a chi vi assiste il file «"+filepath.Join(office.StateFolder(), "tutela.log")+"».")
	return refused
}

// output is where a command writes what was asked for.
type output struct{ io.Writer }

// input is where a command reads what it is not to be told in its arguments.
type input struct{ io.Reader }

// usageError is a wrong use of the command.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func wrongUsage(args []string, err error) string {
	if slices.Contains(args, "password") {
		return passwordUsage // the error would repeat what was typed
	}
	if slices.ContainsFunc(args, func(a string) bool { return a == "passphrase" || a == "seal" || a == "unseal" }) {
		return phraseUsage
	}
	return "Comando non riconosciuto: " + strings.TrimSuffix(inItalian.Replace(err.Error()), "?") + ". Con «tutelactl --help» si vedono i comandi."
}

// oneLine is what people read of an error.
func oneLine(err error) string { return strings.ReplaceAll(app.Sentence(err), "\n", " ") }

// moment reads a date and time as commands take them: 2026-11-22 or
// 2026-11-22T10:30; "" is now.
func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Now(), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, form.Rome); err == nil {
			return t, nil
		}
	}
	return time.Time{}, &usageError{"Il momento «" + s + "» non va bene: scrivetelo come 2026-11-22 o 2026-11-22T10:30."}
}
