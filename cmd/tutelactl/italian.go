package main

import (
	"bytes"
	"strings"

	"github.com/alecthomas/kong"
)

// inItalian puts the words of the command line's library, which speaks English alone,
// into those of the rest.
var inItalian = strings.NewReplacer(
	"Usage: ", "Uso: ",
	"Flags:\n", "Opzioni:\n",
	"Commands:\n", "Comandi:\n",
	"Arguments:\n", "Argomenti:\n",
	"[flags]", "[opzioni]",
	"Show context-sensitive help.", "Mostra questo aiuto.",
	`Run "tutelactl <command> --help" for more information on a command.`, "Di un comando dice di più «tutelactl <comando> --help».",
	"<command>", "<comando>",

	"unknown flag ", "non c’è l’opzione ",
	"unexpected argument ", "non si capisce ",
	", did you mean ", ", forse è ",
	"expected one of ", "serve uno fra ",
	"expected a valid 64 bit int but got ", "serve un numero, non ",
	`expected file value but got "EOL" (<EOL>)`, "manca il nome di un file",
	`expected string value but got "EOL" (<EOL>)`, "manca il valore",
	"expected ", "manca ",
)

// helpInItalian is the help of a command as the library lays it out.
func helpInItalian(options kong.HelpOptions, ctx *kong.Context) error {
	var text bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = inItalian.WriteString(out, text.String())
	return err
}
