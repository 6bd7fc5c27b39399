package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// tellCopies says above the list what is the matter with the program's own copies:
// an office that is lost with its computer has no deadlines either.
func (p *homePage) tellCopies() {
	p.own.Objects = nil
	tone, text := ownCopies(p.shell.outlook)
	if text != "" && !p.shell.cfg.Passing {
		p.own.Objects = []fyne.CanvasObject{kit.Tinted(tone, kit.Row(kit.GapPanel, kit.NewIcon(kit.IconWarning, tone.Ink(), theme.SizeNameText),
			kit.Grow(kit.NewText(text)),
			kit.NewLink(words.T("Copie di Tutela"), kit.IconArrowRight, p.shell.goToCopies)))}
	}
	show(p.own, len(p.own.Objects) > 0)
}

// ownCopies says what is the matter with the copies of the office, as it was at the
// last look; "" for nothing.
func ownCopies(o outlook) (kit.Tone, string) {
	if !o.known {
		return kit.ToneOK, ""
	}
	if len(o.copies.Destinations) == 0 {
		return kit.ToneWarn, words.T("Il file di Tutela non viene copiato: se questo computer si rompe o sparisce, i registri si perdono.")
	}
	for _, d := range o.copies.Destinations {
		if d.Outcome == app.CopyFailed {
			return kit.ToneError, words.F("L’ultima copia del file di Tutela non è riuscita: %s", words.Sentence(d.Said))
		}
	}
	for _, d := range o.copies.Destinations {
		switch {
		case d.Made.IsZero():
			return kit.ToneWarn, words.F("In %s non c’è ancora una copia del file di Tutela.", d.Folder)
		case d.Due(o.copies.Every, o.at):
			return kit.ToneWarn, words.F("L’ultima copia del file di Tutela è del %s: è più vecchia di quanto avete deciso.", form.DateOf(d.Made))
		}
	}
	return kit.ToneOK, ""
}

// goToCopies shows the page of the program's own copies.
func (s *Shell) goToCopies() {
	if p, front := kindOf[*copiesPage](s); p != nil {
		front()
	}
}
