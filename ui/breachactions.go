package ui

import (
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// closeBreach ends the breach today, or says what is still in the way and leads
// there.
func (r *recordView) closeBreach() {
	b, ok := r.ed.Rec.(*app.Breach)
	if !ok {
		return
	}
	s := r.page.shell
	switch p := b.Path(); {
	case b.Annulled != "":
		kit.ShowInfo(s.win, words.T("È annullata"), words.T("Una violazione annullata non si chiude: è già fuori dal lavoro da fare."))
	case b.Closed != "":
		kit.ShowInfo(s.win, words.F("È già chiusa dal %s", b.Closed), words.T("Per riprenderla usate «Riapri…», con il motivo."))
	case !p.CanClose():
		r.sayOpen(p.Reasons)
	default:
		kit.Confirm(s.win, words.F("Chiudere «%s»?", r.ed.Type.Named(r.ed.Rec, s.names)), words.T("Tutto quello che il percorso chiede è scritto. Resta nel registro delle violazioni, e si può riaprire con un motivo."),
			words.T("Chiudi la violazione"), false, func(ok bool) {
				if ok {
					r.act(func(b *app.Breach) error { return b.Close(form.DateOf(s.cfg.Now())) })
				}
			})
	}
}

// sayOpen tells why the breach cannot be closed, each reason a click from where it
// is mended.
func (r *recordView) sayOpen(reasons []breach.Reason) {
	links := kit.Column(kit.GapSmall)
	var d *kit.Dialog
	for _, reason := range reasons {
		links.Add(kit.Column(0, kit.NewText(words.Sentence(reason.Text)), kit.Flow(0,
			kit.NewLink(words.F("Vai a %s", reason.Section), kit.IconArrowRight, func() {
				d.Hide()
				r.wizard.turn(reason.Section)
			}))))
	}
	d = kit.ShowDialog(r.page.shell.win, kit.DialogConfig{
		Title: words.T("Non si può ancora chiudere"), Icon: kit.IconInfo, Tone: kit.ToneAccent, Content: links,
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
	})
}

// reopenBreach takes a closed breach up again, with the reason.
func (r *recordView) reopenBreach() {
	b, ok := r.ed.Rec.(*app.Breach)
	s := r.page.shell
	switch {
	case !ok:
	case b.Closed == "":
		kit.ShowInfo(s.win, words.T("Non è chiusa"), words.T("Si può già modificare: non c’è niente da riaprire."))
	default:
		r.askWhy(words.F("Riaprire «%s»?", r.ed.Type.Named(r.ed.Rec, s.names)), words.T("La chiusura e il motivo della riapertura restano nella storia."), words.T("Riapri"), kit.Filled, func(reason string) {
			r.act(func(b *app.Breach) error { return b.Reopen(form.DateOf(s.cfg.Now()), s.cfg.By.Who, reason) })
		})
	}
}

// annulBreach says that the breach was written by mistake; its number stays taken.
func (r *recordView) annulBreach() {
	b, ok := r.ed.Rec.(*app.Breach)
	s := r.page.shell
	switch {
	case !ok:
	case r.uid() == "":
		r.undo()
	case b.Annulled != "":
		kit.ShowInfo(s.win, words.F("È già annullata dal %s", b.Annulled), words.T("Il suo numero resta nel registro e non si dà a un’altra."))
	default:
		r.askWhy(words.F("Annullare «%s»?", r.ed.Type.Named(r.ed.Rec, s.names)), words.T("Solo se è stata scritta per errore. Resta nel registro con il suo numero e con il motivo; le 72 ore non si contano più."), words.T("Annulla la violazione"), kit.Danger, func(reason string) {
			r.act(func(b *app.Breach) error {
				b.Annulled, b.AnnulledWhy = form.DateOf(s.cfg.Now()), reason
				return nil
			})
		})
	}
}

// sayNumbered says why a breach that has its number is not deleted, and offers to
// annul it.
func (r *recordView) sayNumbered(b *app.Breach) {
	c := kit.DialogConfig{
		Title: words.F("La violazione %s non si elimina", b.Number), Icon: kit.IconInfo, Tone: kit.ToneAccent,
		Text:    words.T("Ha già il suo numero nel registro delle violazioni, che deve restare completo (art. 33(5) GDPR)."),
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
	}
	if b.Annulled == "" {
		c.More, c.Default = words.T("Se è stata scritta per errore, annullatela: resta nel registro, con il motivo."), 1
		c.Buttons = []kit.DialogButton{
			{Label: words.T("Lascia com’è"), Kind: kit.Outlined},
			{Label: words.T("Annulla la violazione…"), Kind: kit.Danger, Do: r.annulBreach},
		}
	}
	kit.ShowDialog(r.page.shell.win, c)
}

// askWhy asks for the reason of an action, and for nothing else.
func (r *recordView) askWhy(title, text, label string, kind kit.ButtonKind, do func(reason string)) {
	why := kit.NewEntry(kit.TextEntry)
	field := kit.NewField(words.T("Perché"), why)
	missing := func() bool {
		wrong := ""
		if strings.TrimSpace(why.Text) == "" {
			wrong = words.T("Scrivete il motivo in poche parole.")
		}
		field.SetError(wrong)
		return wrong != ""
	}
	kit.ShowDialog(r.page.shell.win, kit.DialogConfig{
		Title: title, Text: text, Default: 1, Width: 520, Content: field,
		Buttons: []kit.DialogButton{
			{Label: words.T("Lascia com’è"), Kind: kit.Outlined},
			{Label: label, Kind: kind, Stay: missing, Do: func() { do(strings.TrimSpace(why.Text)) }},
		},
	})
}

// act does something to the breach and saves it at once, with what else was
// written in it. Where that cannot be saved, nothing is done.
func (r *recordView) act(do func(*app.Breach) error) {
	s, before := r.page.shell, r.ed.Draft()
	if r.behind {
		r.show()
	}
	if r.ed.Wrong() {
		r.save() // says what has to be mended first
		return
	}
	if err := do(r.ed.Rec.(*app.Breach)); err != nil {
		s.fail(err)
		return
	}
	r.ed = form.NewEditor(r.ed.Type, r.ed.Rec) // a row may have come in
	r.ed.Now = s.cfg.Now
	r.undone.changed(r.ed.Draft(), nil, s.cfg.Now())
	r.build()
	r.show()
	r.touched()
	r.save()
	if !r.dirty {
		return
	}
	if ed, err := form.FromDraft(r.ed.Type, *r.ed.Rec.(form.Record).Head(), before); err == nil {
		ed.Now = s.cfg.Now
		r.ed = ed
		r.build()
		r.show()
		r.touched()
	}
}
