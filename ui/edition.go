package ui

import (
	"context"
	"strings"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// askEdition asks whether the document is to be printed to be read, or as an
// edition that takes a number: then, what it changes (decisions A28, A29).
func (s *Shell) askEdition(paper papers.Paper) {
	s.background(func() {
		d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.showEdition(paper, d)
		})
	})
}

func (s *Shell) showEdition(paper papers.Paper, d *app.Dossier) {
	text := words.T("Una copia di lavoro serve a leggere e a correggere: porta la scritta BOZZA e non ha numero.")
	if last, _ := app.Editions(d); len(last) > 0 {
		text = words.F("L’ultima edizione è la %s del %s.", last[len(last)-1].Number, last[len(last)-1].On) + " " + text
	}
	ask := kit.DialogConfig{Title: paper.Title, Width: 640, Buttons: []kit.DialogButton{
		{Label: words.T("Annulla"), Kind: kit.Outlined},
		{Label: words.T("Copia di lavoro"), Kind: kit.Outlined, Do: func() { s.printDocument(paper, "") }},
	}}
	edition := *d
	if edition.Edition = app.NextEdition(d); paper.Fill(&edition, nil).Draft {
		ask.Text = text + " " + words.T("Un’edizione con il numero si stampa quando i dati dell’ufficio e degli allegati sono completi: che cosa manca si vede nel controllo.")
		ask.Default = 1
		kit.ShowDialog(s.win, ask)
		return
	}
	what := kit.NewEntry(kit.TextEntry)
	field := kit.NewField(words.T("Che cosa cambia in questa edizione"), what)
	field.SetHelp(words.T("Una riga: sta nella tabella delle revisioni."))
	missing := func() bool {
		none := strings.TrimSpace(what.Text) == ""
		if none {
			field.SetError(words.T("Scrivete che cosa cambia, o stampate una copia di lavoro."))
		}
		return none
	}
	ask.Text = text + " " + words.F("Una nuova edizione prende il numero %s e resta nel file com’è stampata.", edition.Edition)
	ask.Content, ask.Default = field, 2
	ask.Buttons = append(ask.Buttons, kit.DialogButton{Label: words.T("Nuova edizione"), Kind: kit.Filled, Stay: missing, Do: func() {
		s.printDocument(paper, strings.TrimSpace(what.Text))
	}})
	kit.ShowDialog(s.win, ask)
}

// printDocument makes the document, as an edition where it has a description.
func (s *Shell) printDocument(paper papers.Paper, description string) {
	s.current().leave()
	s.background(func() {
		p, err := editionOf(s.cfg, paper, description)
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.preview(p)
		})
	})
}

func editionOf(cfg Config, paper papers.Paper, description string) (*printed, error) {
	d, err := cfg.Store.Dossier(context.Background(), cfg.Now())
	if err != nil {
		return nil, err
	}
	d.Edition = description
	p, err := prepared(d, paper, "", false)
	if err == nil && !p.document.Draft {
		p.edition = description
	}
	return p, err
}
