package ui

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

func (r *recordView) uid() string { return r.ed.Rec.(form.Record).Head().UID }

func (r *recordView) focus() {
	if r.wizard != nil {
		r.view.GoToSection(r.view.Current())
		return
	}
	r.view.GoToSection(0)
}

// edited follows a change by the user: the draft is kept within a second.
func (r *recordView) edited() {
	r.undone.changed(r.ed.Draft(), r.view.Typing(), r.page.shell.cfg.Now())
	r.touched()
}

// touched has what was changed shown, and kept as a draft within a second.
func (r *recordView) touched() {
	r.dirty, r.refused = true, false
	r.tell()
	if r.timer == nil {
		r.timer = time.AfterFunc(atRisk, func() {
			r.page.shell.cfg.Do(func() {
				r.timer = nil
				r.keepDraft()
			})
		})
	}
}

// show brings the record itself into the page, in place of its history.
func (r *recordView) show() {
	r.behind = false
	r.page.split.SetRecord(r.object)
}

// undoLast takes the last change back, in whatever field it was.
func (r *recordView) undoLast() { r.goTo(r.undone.undo) }

// redo does again what undoLast took back.
func (r *recordView) redo() { r.goTo(r.undone.redo) }

// goTo shows another state of the record and leads to what differs. From the
// history it only comes back: nothing is changed unseen.
func (r *recordView) goTo(step func() ([]byte, bool)) {
	if r.behind {
		r.show()
		return
	}
	state, ok := step()
	if !ok {
		return
	}
	ed, err := form.FromDraft(r.ed.Type, *r.ed.Rec.(form.Record).Head(), state)
	if err != nil {
		r.page.shell.fail(err)
		return
	}
	ed.Now = r.ed.Now
	differs := r.ed.Type.Compare(r.ed.Rec, ed.Rec, r.page.shell.names)
	offset := r.view.Scroll().Offset()
	r.ed = ed
	r.build()
	r.show()
	r.view.Scroll().ScrollBy(offset)
	if len(differs) > 0 {
		r.view.Focus(differs[0].Path)
	}
	if bytes.Equal(state, r.saved) {
		r.settled()
		r.page.reload()
		return
	}
	r.touched()
}

// settled says that nothing is left to save: no draft is needed.
func (r *recordView) settled() {
	r.stopTimer()
	r.dirty, r.refused = false, false
	r.page.shell.drafts.drop(app.DraftKey(r.page.reg.Key, r.uid()))
	r.tell()
}

// stopTimer takes back the draft that waits for its second.
func (r *recordView) stopTimer() {
	if r.timer != nil {
		r.timer.Stop()
		r.timer = nil
	}
}

// keepDraft has the changes kept in the file, if there are any.
func (r *recordView) keepDraft() {
	if !r.dirty {
		return
	}
	r.stopTimer()
	s := r.page.shell
	d := app.Draft{Key: app.DraftKey(r.page.reg.Key, r.uid()), Register: r.page.reg.Key, UID: r.uid(), Body: r.ed.Draft()}
	_, known := s.drafts.known[d.Key]
	s.drafts.keep(d, func() {
		if r.dirty && !r.refused { // once it was saved, or why it was not, that has to be read
			r.status.Set(kit.ToneOK, kit.IconCheck, words.F("Bozza al sicuro, %s", s.clock()))
		}
	})
	if !known {
		r.page.reload()
	}
}

// save writes the record into the register. What is wrong is said at its field
// and keeps it in the draft.
func (r *recordView) save() {
	if r.behind {
		r.show()
	}
	r.view.ShowErrors()
	for _, p := range r.view.Problems() {
		if p.Gravity == form.Wrong {
			r.refused = true
			r.keepDraft()
			r.status.Set(kit.ToneError, kit.IconWarning, words.F("Non salvato: %s è da correggere", formwords.PathLabel(r.ed.Type, p.Path, p.Label)))
			r.view.Focus(p.Path)
			return
		}
	}
	s := r.page.shell
	key := app.DraftKey(r.page.reg.Key, r.uid())
	err := s.freezeSent(r.ed.Rec)
	if err == nil {
		err = s.cfg.Store.Save(context.Background(), s.cfg.By, r.page.reg.Type, r.ed.Rec)
	}
	if err != nil {
		r.keepDraft()
		s.fail(err)
		return
	}
	r.stopTimer()
	r.dirty = false
	r.saved = r.ed.Draft()
	s.drafts.drop(key)
	s.savedRecord(r.page.reg.Key, r.uid())
	r.names = s.names.version // what it shows was just chosen in it
	r.status.Set(kit.ToneOK, kit.IconCheck, words.F("Salvato alle %s", s.clock()))
	r.tell()
	r.page.reload()
}

// undo gives up the changes since the record was last saved.
func (r *recordView) undo() {
	if !r.dirty {
		return
	}
	s := r.page.shell
	kit.Confirm(s.win, words.T("Annullare le modifiche?"), words.T("La scheda torna com’era quando è stata salvata l’ultima volta. Quello che avete scritto da allora si perde."),
		words.T("Annulla le modifiche"), true, func(ok bool) {
			if !ok {
				return
			}
			r.stopTimer()
			uid := r.uid()
			s.drafts.drop(app.DraftKey(r.page.reg.Key, uid))
			r.dirty = false
			r.page.open = nil
			if uid == "" && !r.page.reg.Single {
				r.page.closeRecord()
				return
			}
			r.page.openRecord(uid)
			r.page.reload()
		})
}

// print shows the record's paper. What is not saved is not printed, so it is
// saved first.
func (r *recordView) print() {
	if list := r.papers(); len(list) > 0 {
		r.printAs(list[0])
	}
}

// papers are those printed of the record, the usual one first; before all, those
// that there is a use for, as the letter of its role for an appointment.
func (r *recordView) papers() []papers.Paper {
	var out []papers.Paper
	for _, kind := range r.page.reg.Papers {
		if p, ok := papers.Find(r.page.shell.cfg.Papers, kind); ok {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b papers.Paper) int {
		return cmp.Compare(unfit(a, r.ed.Rec), unfit(b, r.ed.Rec))
	})
	return out
}

func unfit(p papers.Paper, rec any) int {
	if p.Fits(rec) {
		return 0
	}
	return 1
}

// printAs shows the pages of a paper of the record as it is saved.
func (r *recordView) printAs(p papers.Paper) {
	if r.saveFirst() {
		r.page.shell.print(p, r.uid(), false)
	}
}

// saveFirst saves what the register does not have yet, and says whether it has all.
func (r *recordView) saveFirst() bool {
	if r.dirty || r.uid() == "" {
		r.save()
	}
	return !r.dirty
}

// printOther asks which paper of the record is to be shown.
func (r *recordView) printOther() {
	list := r.papers()
	if len(list) < 2 {
		r.print()
		return
	}
	var options []kit.Option
	for _, p := range list {
		options = append(options, kit.Option{Value: p.Kind, Label: p.Title})
	}
	which := kit.NewSelect(options)
	which.SetValue(list[1].Kind)
	kit.ShowDialog(r.page.shell.win, kit.DialogConfig{
		Title: words.T("Quale documento della scheda?"), Default: 1, Width: 520,
		Content: kit.NewField(words.T("Documento"), which),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Mostra"), Kind: kit.Filled, Do: func() {
				if p, ok := papers.Find(list, which.Value()); ok {
					r.printAs(p)
				}
			}},
		},
	})
}

// paperLinks lead to the papers beside the usual one, where they have a use.
func (r *recordView) paperLinks() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, p := range r.papers() {
		if i > 0 && p.Fits(r.ed.Rec) {
			out = append(out, kit.NewLink(p.Title, kit.IconPrinter, func() { r.printAs(p) }))
		}
	}
	return out
}
