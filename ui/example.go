package ui

import (
	"strings"

	"tutela/app/form"
	"tutela/app/guide"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// showExample shows what another office wrote in a field, to be read or to begin
// from. What stands in the field is given up only when that is wanted.
func (s *Shell) showExample(ed *form.Editor, f *form.Field, take func(text string)) {
	text := guide.Example(ed.Type.Key, f.Key)
	begin := func() {
		if strings.TrimSpace(ed.Text(f)) == "" {
			take(text)
			return
		}
		kit.Confirm(s.win, words.T("Sostituire il testo con l’esempio?"), words.T("Il testo che c’è ora nel campo si sostituisce. Finché non salvate si può annullare."),
			words.T("Sostituisci"), false, func(ok bool) {
				if ok {
					take(text)
				}
			})
	}
	note := words.T("Di un ufficio inventato: se lo usate, cambiate ciò che da voi non è così.")
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title:   words.F("Esempio: %s", formwords.Label(ed.Type, f)),
		Content: kit.Column(kit.GapPanel, kit.Panel(kit.NewText(text)), kit.NewHelp(note)),
		Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Chiudi"), Kind: kit.Outlined},
			{Label: words.T("Usa come base"), Kind: kit.Filled, Do: begin},
		},
	})
}
