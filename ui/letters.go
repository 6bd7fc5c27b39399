package ui

import (
	"context"
	"fmt"
	"os"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/pdf"
	"tutela/ui/words"
)

// oneForEach asks for a list of names and shows a letter for each of them, in the
// place of the one that is for nobody in particular.
func (s *Shell) oneForEach(p *printed) {
	s.askOpen(words.T("Scegli l’elenco dei nomi"), []string{".csv", ".xlsx", ".txt"}, func(path string) {
		s.background(func() {
			made, err := s.lettersOf(p, path)
			s.cfg.Do(func() {
				if err != nil {
					s.fail(err)
					return
				}
				s.preview(made)
			})
		})
	})
}

// lettersOf makes the letters for the names of a file. They are one paper: it is
// printed and kept as a whole.
func (s *Shell) lettersOf(p *printed, path string) (*printed, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	names, err := exchange.Addressees(data)
	if err != nil {
		return nil, err
	}
	d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
	if err != nil {
		return nil, fmt.Errorf("read the office for letters: %w", err)
	}
	list := p.paper.FillEach(d, d.Record(p.paper.Register, p.subject), names)
	made := &printed{paper: p.paper, subject: p.subject, document: list[0], loose: true}
	made.name = made.document.Title + ": " + words.Plural(len(list), "%d lettera", "%d lettere")
	if made.layout, err = pdf.Letters(made.name, list, app.NamesOf(names)); err != nil {
		return nil, fmt.Errorf("lay out letters: %w", err)
	}
	if made.bytes, err = pdf.Write(made.layout); err != nil {
		return nil, fmt.Errorf("write letters: %w", err)
	}
	return made, nil
}
