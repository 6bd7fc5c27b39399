package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// templateFolder is where one's own templates lie: beside the settings of the
// program, not in an office, so that they serve the next one; "" keeps none.
func (s *Shell) templateFolder() string {
	if s.cfg.State == "" {
		return ""
	}
	return filepath.Join(s.cfg.State, "modelli")
}

// ownTemplates reads the templates that the user kept. A file that is none is left
// out, and said in the log.
func (s *Shell) ownTemplates() []*app.Template {
	files, err := filepath.Glob(filepath.Join(s.templateFolder(), "*.json"))
	if s.templateFolder() == "" || err != nil {
		return nil
	}
	var out []*app.Template
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err == nil {
			var t *app.Template
			if t, err = app.ParseTemplate(data); err == nil {
				out = append(out, t)
				continue
			}
		}
		s.cfg.Log.Warn("read own template", "file", filepath.Base(file), "error", err)
	}
	return out
}

// keepTemplate keeps the open treatment as a template for other offices.
func (r *recordView) keepTemplate() {
	t, ok := r.ed.Rec.(*app.Treatment)
	s := r.page.shell
	if !ok || s.templateFolder() == "" {
		return
	}
	if t.Title == "" {
		r.status.Set(kit.ToneWarn, kit.IconWarning, words.T("Prima date un nome al trattamento."))
		r.view.Focus("title")
		return
	}
	key, data, err := app.NewTemplate(t, form.DateOf(s.cfg.Now()))
	if err != nil {
		s.fail(err)
		return
	}
	file := filepath.Join(s.templateFolder(), key+".json")
	write := func() {
		if err := s.writeTemplate(file, data); err != nil {
			s.fail(err)
			return
		}
		r.status.Set(kit.ToneOK, kit.IconCheck, words.T("Conservato fra i vostri modelli, senza persone, sedi e fornitori."))
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		write()
		return
	}
	kit.Confirm(s.win, words.T("Sostituire il modello?"), words.F("Fra i vostri modelli ce n’è già uno di nome «%s».", t.Title), words.T("Sostituisci"), false, func(ok bool) {
		if ok {
			write()
		}
	})
}

// writeTemplate writes the file whole or not at all.
func (s *Shell) writeTemplate(file string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(file), 0o700)
	if err == nil {
		err = exchange.WriteFile(file, data)
	}
	if err != nil {
		return &app.Refusal{
			What: "Il modello non si è potuto conservare.",
			Do:   "Controllate che sul disco ci sia spazio e che la cartella delle impostazioni si possa scrivere.",
			Err:  fmt.Errorf("keep template: %w", err),
		}
	}
	return nil
}

// duplicate opens a new record that begins as the open one is now.
func (r *recordView) duplicate() {
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok {
		return
	}
	r.page.shell.beginWith(app.TreatmentForm.Key, app.DuplicateTreatment(t))
}

// beginWith opens a new record with what is given already written in it, as a
// draft. A new one that was left half written comes first: nothing of it is lost.
func (s *Shell) beginWith(register string, rec form.Record) {
	r := s.openRecord(register, "")
	if r == nil {
		return
	}
	if r.dirty {
		r.status.Set(kit.ToneWarn, kit.IconWarning, words.T("Questa scheda nuova è rimasta a metà: salvatela o annullate le modifiche, poi riprovate."))
		return
	}
	r.ed = form.NewEditor(r.ed.Type, rec)
	r.ed.Now = s.cfg.Now
	r.undone.changed(r.ed.Draft(), nil, s.cfg.Now())
	r.build()
	r.show()
	r.touched()
	r.focus()
}
