package ui

import (
	"context"
	"fmt"

	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// askPast asks which register is to be printed, and as of which past day.
func (s *Shell) askPast() {
	var options []kit.Option
	for _, p := range s.cfg.Papers {
		if p.Filled && p.Register == "" {
			options = append(options, kit.Option{Value: p.Kind, Label: p.Title})
		}
	}
	if len(options) == 0 {
		return
	}
	which := kit.NewSelect(options)
	which.SetValue(options[0].Value)
	if _, ok := papers.Find(s.cfg.Papers, "controller-register"); ok {
		which.SetValue("controller-register")
	}
	day := kit.NewEntry(kit.DateEntry)
	day.Clock = s.cfg.Now
	dayField := kit.NewField(words.T("Com’era alla fine del giorno"), day)
	dayField.SetHelp(words.T("Da quando usate Tutela in poi: il nome dell’ufficio e quelli delle persone sono quelli di allora."))
	wrong := func() bool {
		when, text := form.ParseDate(day.Text)
		if text == "" && when > form.DateOf(s.cfg.Now()) {
			text = words.T("Questo giorno non è ancora arrivato.")
		}
		dayField.SetError(words.Sentence(text))
		return text != ""
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Registro a una data passata"), Default: 1, Width: 560,
		Content: kit.Column(kit.GapField, kit.NewField(words.T("Documento"), which), dayField),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Mostra"), Kind: kit.Filled, Stay: wrong, Do: func() {
				paper, _ := papers.Find(s.cfg.Papers, which.Value())
				when, _ := form.ParseDate(day.Text)
				s.printPast(paper, when)
			}},
		},
	})
}

// printPast shows a paper of the whole office as it was at the end of a day.
func (s *Shell) printPast(paper papers.Paper, day form.Date) {
	s.current().leave()
	s.background(func() {
		p, err := pastPaper(s.cfg, paper, day)
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.preview(p)
		})
	})
}

// pastPaper makes a paper of a past day. Its copy is kept under that day, so
// that it takes the place of none of today.
func pastPaper(cfg Config, paper papers.Paper, day form.Date) (*printed, error) {
	d, err := cfg.Store.DossierAsOf(context.Background(), cfg.Now(), day)
	if err != nil {
		return nil, fmt.Errorf("read the office of %s: %w", day, err)
	}
	p := &printed{paper: paper, document: paper.Fill(d, nil), subject: string(day), loose: true}
	p.name = p.document.Title + ", " + p.document.Label
	return p, p.write()
}
