package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// work runs do away from the thread of the window, with a progress dialog over
// it; done runs on the window's thread. What cannot be cut short, as one
// transaction, is asked whether it is still wanted before it is applied.
func (s *Shell) work(title string, do func(ctx context.Context) error, done func(err error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p := kit.ShowProgress(s.win, title, cancel)
	s.background(func() {
		err := do(ctx)
		s.cfg.Do(func() {
			cancelled := ctx.Err() != nil
			cancel()
			p.Close()
			if cancelled && err != nil {
				return // as was asked
			}
			done(err)
		})
	})
}

// exportOffice writes the whole office as JSON.
func (s *Shell) exportOffice() {
	s.current().leave()
	name := strings.TrimSuffix(filepath.Base(s.cfg.Store.Path()), officeEnding)
	s.askSave(words.T("Esporta tutto l’ufficio"), name, ".json", words.T("Esporta"), func(path string) {
		store := s.cfg.Store
		s.work(words.T("Esporto l’ufficio"), func(ctx context.Context) error {
			b, err := store.Bundle(ctx)
			if err != nil {
				return err
			}
			data := exchange.WriteJSON(b, s.cfg.Registers)
			if err := ctx.Err(); err != nil {
				return err
			}
			return exchange.WriteFile(path, data)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowInfo(s.win, words.T("Ufficio esportato"), words.F("%s contiene tutte le schede, gli allegati, i documenti e la storia, leggibili da chiunque lo apra: custoditelo come il file dell’ufficio.", path))
		})
	})
}

// importOffice reads an exported file, says what it would do, and does it when told.
func (s *Shell) importOffice() {
	s.current().leave()
	s.askOpen(words.T("Importa da un file esportato"), []string{".json"}, func(path string) { s.planImport(path) })
}

func (s *Shell) planImport(path string) {
	var bundle app.Bundle
	var plan app.Plan
	store, by := s.cfg.Store, s.cfg.By
	s.work(words.T("Leggo il file"), func(ctx context.Context) error {
		data, err := os.ReadFile(path)
		if err != nil {
			return &app.Refusal{What: "Il file «" + path + "» non si può leggere.", Do: "Controllate che ci sia ancora e i suoi permessi.", Err: err}
		}
		known, err := store.Known(ctx)
		if err != nil {
			return err
		}
		if bundle, err = exchange.ReadJSON(data, s.cfg.Registers, known); err != nil {
			return err
		}
		plan, err = store.Import(ctx, by, bundle, true)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.tellPlan(path, bundle, plan)
	})
}

// tellPlan says what an import would do, and asks.
func (s *Shell) tellPlan(path string, bundle app.Bundle, plan app.Plan) {
	lines := kit.Column(kit.GapTight)
	total := 0
	for _, r := range s.cfg.Registers {
		fresh, changed := plan.New[r.Key], plan.Changed[r.Key]
		if fresh+changed == 0 {
			continue
		}
		total += fresh + changed
		lines.Add(kit.NewText(words.F("%s: schede nuove %d, cambiate %d", formwords.Short(r.Type, r.Label()), fresh, changed)))
	}
	if plan.Same > 0 {
		lines.Add(kit.NewHelp(words.Plural(plan.Same, "%d scheda è già uguale", "%d schede sono già uguali")))
	}
	if total == 0 {
		kit.ShowInfo(s.win, words.T("Non c’è niente da importare"), words.T("Tutto quello che il file contiene c’è già, uguale."))
		return
	}
	text := words.T("Le schede che ci sono già e sono diverse diventano come nel file; quella di prima resta nella storia.")
	if plan.Whole {
		text = words.T("Questo ufficio è vuoto: prende tutto quello che il file contiene, con la sua storia e i documenti stampati.")
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.F("Importare «%s»?", filepath.Base(path)), Text: text, Content: lines, Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Importa"), Kind: kit.Filled, Do: func() { s.applyImport(bundle) }},
		},
	})
}

func (s *Shell) applyImport(bundle app.Bundle) {
	store, by := s.cfg.Store, s.cfg.By
	s.work(words.T("Importo"), func(ctx context.Context) error {
		_, err := store.Import(ctx, by, bundle, false)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		at := s.place()
		s.leave()
		if err := s.build(); err != nil {
			s.fail(err)
			return
		}
		s.goToPlace(at)
		s.saved("")
		kit.ShowInfo(s.win, words.T("Importato"), words.T("Tutte le schede del file sono nell’ufficio."))
	})
}
