package ui

import (
	"context"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefWho keeps the name declared on this computer, by the path of the office.
const prefWho = "who "

// applyWho makes changes bear the name declared for this office, or that of the
// system's user (decision A1).
func (s *Shell) applyWho() {
	s.cfg.By = s.systemBy
	if name := s.cfg.App.Preferences().String(prefWho + s.cfg.Store.Path()); name != "" && !s.cfg.FixedBy {
		s.cfg.By = app.By{Who: name}
	}
}

func (s *Shell) setWho(name string) {
	s.cfg.App.Preferences().SetString(prefWho+s.cfg.Store.Path(), name)
	s.applyWho()
}

// people are the names that can be declared.
func (s *Shell) people() []string {
	rows, err := s.cfg.Store.List(context.Background(), app.PersonForm.Key, app.Query{})
	if err != nil {
		s.fail(err)
		return nil
	}
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Title
	}
	return out
}

// askWho asks once for each office who works on this computer.
func (s *Shell) askWho() {
	if s.cfg.FixedBy || s.cfg.App.Preferences().String(prefWho+s.cfg.Store.Path()) != "" {
		return
	}
	names := s.people()
	if len(names) == 0 || kit.DialogOpen(s.win) {
		return
	}
	choice := s.whoPicker(names, "")
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Chi lavora su questo computer?"), Default: 1, Width: 520,
		Text:    words.T("Il nome compare nella storia delle schede e sui documenti stampati. Si cambia nelle Impostazioni."),
		Content: kit.NewField(words.T("Nome"), choice),
		Buttons: []kit.DialogButton{
			{Label: words.T("Più tardi"), Kind: kit.Outlined},
			{Label: words.T("Sono io"), Kind: kit.Filled, Stay: func() bool { return choice.Value() == "" }, Do: func() { s.setWho(choice.Value()) }},
		},
	})
}

func (s *Shell) whoPicker(names []string, value string) *kit.Select {
	options := make([]kit.Option, len(names))
	for i, n := range names {
		options[i] = kit.Option{Value: n, Label: n}
	}
	sel := kit.NewSelect(options)
	sel.SetValue(value)
	return sel
}
