package ui

import (
	"context"

	"tutela/app"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// mostUsers is how many of those who use a record are named.
const mostUsers = 8

// remove deletes the record after asking; it can be brought back. Where others
// use it, it says who, and leads there.
func (r *recordView) remove() {
	if r.uid() == "" {
		r.undo()
		return
	}
	s := r.page.shell
	if b, ok := r.ed.Rec.(*app.Breach); ok && b.Number != "" {
		r.sayNumbered(b)
		return
	}
	users, err := s.cfg.Store.Users(context.Background(), r.ed.Type, r.uid())
	if err != nil {
		s.fail(err)
		return
	}
	title := r.ed.Type.Named(r.ed.Rec, s.names)
	if len(users) > 0 {
		r.sayUsed(title, users)
		return
	}
	printed, err := s.cfg.Store.Printed(context.Background(), r.ed.Type, r.ed.Rec)
	if err != nil {
		s.fail(err)
		return
	}
	if printed {
		r.sayPrinted(title)
		return
	}
	kit.Confirm(s.win, words.F("Eliminare «%s»?", title), words.T("Potrete riportarla nell’elenco con Modifica, Schede eliminate. Quello che è stato scritto resta nella storia dell’ufficio."),
		words.T("Elimina"), true, func(ok bool) {
			if !ok {
				return
			}
			if err := s.cfg.Store.Delete(context.Background(), s.cfg.By, r.page.reg.Type, r.uid()); err != nil {
				s.fail(err)
				return
			}
			r.stopTimer()
			r.dirty = false
			s.drafts.drop(app.DraftKey(r.page.reg.Key, r.uid()))
			s.saved(r.page.reg.Key)
			r.page.closeRecord()
		})
}

// sayUsed names the records that use this one, each a click away.
func (r *recordView) sayUsed(title string, users []app.Hit) {
	s := r.page.shell
	links := kit.Column(kit.GapTight)
	var d *kit.Dialog
	for i, u := range users {
		if i == mostUsers {
			links.Add(kit.NewHelp(words.Plural(len(users)-i, "e %d altra scheda", "e altre %d schede")))
			break
		}
		reg, _ := app.RegisterOf(s.cfg.Registers, u.Register)
		links.Add(kit.NewLink(u.Title+" ("+formwords.Short(reg.Type, reg.Label())+")", kit.IconArrowRight, func() {
			d.Hide()
			s.openRecord(u.Register, u.UID)
		}))
	}
	text := words.T("Si usa in queste schede. Per eliminarla toglietela prima da lì.")
	if r.ed.Type.Ends() {
		text = words.T("Si usa in queste schede. Toglietela prima da lì; oppure, se non serve più, scrivete nella scheda quando è finita: resta per la storia e non viene più proposta.")
	}
	d = kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.F("«%s» non si può eliminare", title), Icon: kit.IconInfo, Tone: kit.ToneAccent,
		Text: text, Content: links,
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
	})
}
