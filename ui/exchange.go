package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

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
	s.busy++
	s.background(func() {
		err := do(ctx)
		s.cfg.Do(func() {
			cancelled := ctx.Err() != nil
			cancel()
			p.Close()
			s.worked(func() {
				if cancelled && err != nil {
					return // as was asked
				}
				done(err)
			})
		})
	})
}

// exportOffice writes the office: all of it as JSON, or its records as a workbook.
func (s *Shell) exportOffice() {
	s.current().leave()
	choices := []string{words.T("Tutto l’ufficio, per un altro Tutela (JSON)"), words.T("Le schede, da guardare e correggere in un foglio (Excel)")}
	kit.Choose(s.win, words.T("Esporta"), words.T("Nel foglio stanno tutte le schede; allegati, documenti e storia soltanto nel JSON."), choices, func(i int) {
		if i == 1 {
			s.exportWorkbook()
			return
		}
		s.exportJSON()
	})
}

func (s *Shell) exportJSON() {
	s.exportAs(".json", func(ctx context.Context) ([]byte, error) {
		b, err := s.cfg.Store.Bundle(ctx)
		if err != nil {
			return nil, err
		}
		return exchange.WriteJSON(b, s.cfg.Registers), nil
	}, func(path string) string {
		return words.F("%s contiene tutte le schede, gli allegati, i documenti e la storia, leggibili da chiunque lo apra: custoditelo come il file dell’ufficio.", path)
	})
}

func (s *Shell) exportWorkbook() {
	s.exportAs(".xlsx", func(ctx context.Context) ([]byte, error) {
		d, err := s.cfg.Store.Dossier(ctx, s.cfg.Now())
		if err != nil {
			return nil, err
		}
		return exchange.WriteWorkbook(d)
	}, func(path string) string {
		return words.F("%s contiene tutte le schede, leggibili da chiunque lo apra: custoditelo come il file dell’ufficio. Si può correggere e riprendere con «Importa…».", path)
	})
}

// exportAs writes the office with an ending; said is what the file there is.
func (s *Shell) exportAs(ending string, write func(ctx context.Context) ([]byte, error), said func(path string) string) {
	s.export(exported{
		title: words.T("Esporta"), name: strings.TrimSuffix(filepath.Base(s.cfg.Store.Path()), app.OfficeEnding), ending: ending,
		doing: words.T("Esporto l’ufficio"), done: words.T("Ufficio esportato"), write: write, said: said,
	})
}

// exported is a file that is made of the office, for another program.
type exported struct {
	title, name, ending string // of the question where to
	doing, done         string // while it is written, and afterwards
	write               func(ctx context.Context) ([]byte, error)
	said                func(path string) string // what the file there is
}

// export asks where to, and writes there.
func (s *Shell) export(e exported) {
	s.askSave(e.title, e.name, e.ending, words.T("Esporta"), func(path string) {
		s.work(e.doing, func(ctx context.Context) error {
			data, err := e.write(ctx)
			if err != nil {
				return err
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			return exchange.WriteFile(path, data)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowInfo(s.win, e.done, e.said(path))
		})
	})
}

// importOffice reads an exported file, says what it would do, and does it when told.
func (s *Shell) importOffice() {
	s.current().leave()
	s.askOpen(words.T("Importa da un file esportato"), []string{".json", ".xlsx"}, s.planImport)
}

func (s *Shell) planImport(path string) {
	var plan importPlan
	store, by := s.cfg.Store, s.cfg.By
	s.work(words.T("Leggo il file"), func(ctx context.Context) error {
		data, err := os.ReadFile(path)
		if err != nil {
			return &app.Refusal{What: "Il file «" + path + "» non si può leggere.", Do: "Controllate che ci sia ancora e i suoi permessi.", Err: err}
		}
		if book := strings.EqualFold(filepath.Ext(path), ".xlsx"); book || exchange.IsPIA(data) {
			d, err := store.Dossier(ctx, s.cfg.Now())
			if err != nil {
				return err
			}
			if book {
				plan.workbook, err = exchange.ReadWorkbook(data, d)
			} else {
				plan.workbook, err = exchange.ReadPIA(data, d, blobsOf(ctx, store))
			}
			if err != nil {
				return err
			}
			plan.bundle = plan.workbook.Bundle
		} else {
			known, err := store.Known(ctx)
			if err != nil {
				return err
			}
			if plan.bundle, err = exchange.ReadJSON(data, s.cfg.Registers, known); err != nil {
				return err
			}
		}
		plan.Plan, err = store.Import(ctx, by, plan.bundle, true)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.tellPlan(path, plan)
	})
}

// importPlan is what a file holds, and what would become of it.
type importPlan struct {
	app.Plan
	bundle   app.Bundle
	workbook *exchange.Workbook // nil for a whole office in JSON
}

// mostChanges is how many changed fields are told one by one.
const mostChanges = 12

// details tells what changes field by field, as far as a dialog holds it.
func (p importPlan) details() (out []fyne.CanvasObject) {
	if p.workbook == nil {
		return nil
	}
	left := 0
	for _, c := range p.workbook.Changes {
		lines := []string{words.F("%s, nuova", c.Title)}
		if !c.New {
			lines = nil
			for _, x := range c.Differs {
				x = formwords.Difference(c.Register.Type, x)
				lines = append(lines, words.F("%s, %s: «%s», era «%s»", c.Title, x.Label, inShort(x.After, x.Before), inShort(x.Before, x.After)))
			}
		}
		for _, l := range lines {
			if len(out) >= mostChanges {
				left++
				continue
			}
			out = append(out, kit.NewHelp(l))
		}
	}
	if left > 0 {
		out = append(out, kit.NewHelp(words.Plural(left, "e %d altra modifica", "e altre %d modifiche")))
	}
	for _, l := range p.workbook.Left {
		out = append(out, kit.NewHelp(words.F("Lasciato fuori: %s", l)))
	}
	for _, name := range p.workbook.Treatmentless {
		out = append(out, kit.NewHelp(words.F("Per nome non si trova il trattamento di «%s»: sceglietelo nella scheda.", name)))
	}
	return out
}

// How much of a text is told, in letters, and how much of it before what differs.
const (
	longestTold = 120
	toldBefore  = 30
)

// inShort is a text on one line; of a long one, where it begins to differ from the
// other.
func inShort(text, other string) string {
	r, o := []rune(strings.Join(strings.Fields(text), " ")), []rune(strings.Join(strings.Fields(other), " "))
	if len(r) <= longestTold {
		return string(r)
	}
	same := 0
	for same < min(len(r), len(o)) && r[same] == o[same] {
		same++
	}
	lead, tail := "", ""
	if same > toldBefore {
		lead, r = "…", r[same-toldBefore:]
	}
	if len(r) > longestTold {
		tail, r = "…", r[:longestTold]
	}
	return lead + strings.TrimSpace(string(r)) + tail
}

// tellPlan says what an import would do, and asks.
func (s *Shell) tellPlan(path string, plan importPlan) {
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
	for _, o := range plan.details() {
		lines.Add(o)
	}
	text := words.T("Le schede che ci sono già e sono diverse diventano come nel file; quella di prima resta nella storia.")
	if plan.Whole {
		text = words.T("Questo ufficio è vuoto: prende tutto quello che il file contiene, con la sua storia e i documenti stampati.")
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.F("Importare «%s»?", filepath.Base(path)), Text: text, Content: lines, Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Importa"), Kind: kit.Filled, Do: func() { s.applyImport(plan.bundle, plan.Whole) }},
		},
	})
}

func (s *Shell) applyImport(bundle app.Bundle, whole bool) {
	store, by := s.cfg.Store, s.cfg.By
	var plan app.Plan
	s.work(words.T("Importo"), func(ctx context.Context) (err error) {
		plan, err = store.Import(ctx, by, bundle, false)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if !s.readAnew() {
			return
		}
		if whole { // with its history: there was nothing before
			kit.ShowInfo(s.win, words.T("Importato"), words.T("Tutte le schede del file sono nell’ufficio."))
			return
		}
		s.sayTaken(plan.Taken, words.T("Tutte le schede del file sono nell’ufficio."))
	})
}

// readAnew shows the office as it is in the file, at the same place.
func (s *Shell) readAnew() bool {
	at := s.place()
	s.leave()
	if err := s.build(); err != nil {
		s.fail(err)
		return false
	}
	s.goToPlace(at)
	s.saved("")
	return true
}

// sayTaken says what an import did, and offers to take it back.
func (s *Shell) sayTaken(t app.Taken, said string) {
	s.imported = t
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Importato"), Text: said + " " + words.T("Finché non cambiate queste schede, l’importazione si può annullare tutta insieme: anche più tardi, dal menu Modifica, fino alla chiusura."),
		Default: 1, Width: 520,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla l’importazione"), Kind: kit.Plain, Do: s.takeBack},
			{Label: words.T("Va bene"), Kind: kit.Filled},
		},
	})
}

// takeBack undoes the last import since the office was opened.
func (s *Shell) takeBack() {
	t, store, by := s.imported, s.cfg.Store, s.cfg.By
	if t == (app.Taken{}) {
		kit.ShowInfo(s.win, words.T("Niente da annullare"), words.T("Da quando avete aperto l’ufficio non avete importato niente."))
		return
	}
	n := 0
	s.work(words.T("Annullo l’importazione"), func(ctx context.Context) (err error) {
		n, err = store.TakeBack(ctx, by, t)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.imported = app.Taken{}
		if s.readAnew() {
			kit.ShowInfo(s.win, words.T("Importazione annullata"), words.Plural(n, "%d scheda è come prima.", "%d schede sono come prima."))
		}
	})
}
