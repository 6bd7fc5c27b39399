package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// reviewLinks lead to what is done with a treatment as a whole; other records
// have none.
func (r *recordView) reviewLinks() []fyne.CanvasObject {
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok || t.Archived != "" {
		return nil
	}
	return []fyne.CanvasObject{
		kit.NewLink(words.T("Esame preliminare (DPIA)"), kit.IconShield, r.screen),
		kit.NewLink(words.T("Confermo senza modifiche"), kit.IconCheck, r.review),
		kit.NewLink(words.T("Archivia…"), kit.IconArchive, r.archive),
	}
}

// reviewed is what the head says of the last review, if there was one.
func (r *recordView) reviewed() string {
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok || t.Reviewed == "" {
		return ""
	}
	return " · " + words.F("confermata il %s", t.Reviewed)
}

// review notes that the treatment was read over today and is still right. It
// dates the review, not the last update (decision A19).
func (r *recordView) review() {
	s := r.page.shell
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok || r.uid() == "" {
		return
	}
	if r.behind {
		r.show()
	}
	if r.dirty {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.T("«Confermo senza modifiche» dice che la scheda del registro va ancora bene com’è. Qui ci sono modifiche non salvate: salvatele, oppure annullatele e poi confermate."))
		return
	}
	today := form.DateOf(s.cfg.Now())
	before := t.Reviewed
	if before == today {
		r.status.Set(kit.ToneOK, kit.IconCheck, words.T("Già confermata oggi"))
		return
	}
	field := r.ed.Type.Field("reviewed")
	r.ed.SetText(field, today.String())
	if err := s.cfg.Store.Review(context.Background(), s.cfg.By, r.page.reg.Type, r.ed.Rec); err != nil {
		r.ed.SetText(field, before.String())
		s.fail(err)
		return
	}
	r.saved = r.ed.Draft()
	r.undone.changed(r.saved, nil, s.cfg.Now())
	offset := r.view.Scroll().Offset()
	r.build()
	r.show()
	r.view.Scroll().ScrollBy(offset)
	s.saved(r.page.reg.Key)
	r.status.Set(kit.ToneOK, kit.IconCheck, words.F("Confermata senza modifiche il %s", today))
	r.page.reload()
}

// archive ends the treatment on a day and for a reason, which a small dialog
// asks for; the record stays, for the history.
func (r *recordView) archive() {
	s := r.page.shell
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok || r.uid() == "" {
		return
	}
	if r.behind {
		r.show()
	}
	if r.dirty {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.T("Archiviare salva la scheda. Qui ci sono modifiche non salvate: salvatele, oppure annullatele e poi archiviate."))
		return
	}
	if t.Archived != "" {
		kit.ShowInfo(s.win, words.F("È già archiviata dal %s", t.Archived), words.T("Per riprenderla togliete la data nella sezione «Chiusura della scheda» e salvate."))
		return
	}
	title := r.ed.Type.Named(r.ed.Rec, s.names)
	when, why := kit.NewEntry(kit.DateEntry), kit.NewEntry(kit.TextEntry)
	when.Clock = s.cfg.Now
	when.SetText(form.DateOf(s.cfg.Now()).String())
	whenField := kit.NewField(words.T("Non si svolge più dal"), when)
	whyField := kit.NewField(words.T("Perché"), why)
	wrong := func() bool {
		day, text := form.ParseDate(when.Text)
		if text == "" && day > form.DateOf(s.cfg.Now()) {
			text = words.T("La data deve essere già arrivata.")
		}
		whenField.SetError(words.Sentence(text))
		reason := ""
		if why.Text == "" {
			reason = words.T("Scrivete il motivo in poche parole.")
		}
		whyField.SetError(reason)
		return text != "" || reason != ""
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.F("Archiviare «%s»?", title), Default: 1, Width: 520,
		Text:    words.T("La scheda non si stampa più nel registro di oggi e resta nella storia, con tutto quello che contiene. Il registro delle date passate la stampa ancora."),
		Content: kit.Column(kit.GapField, whenField, whyField),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Archivia"), Kind: kit.Filled, Stay: wrong, Do: func() {
				r.ed.SetText(r.ed.Type.Field("archived"), when.Text)
				r.ed.SetText(r.ed.Type.Field("archive_reason"), why.Text)
				r.undone.changed(r.ed.Draft(), nil, s.cfg.Now())
				r.build()
				r.show()
				r.touched()
				r.save()
			}},
		},
	})
}

// sayPrinted says why a record that was printed is not deleted, and offers to
// end it instead.
func (r *recordView) sayPrinted(title string) {
	text := words.T("È già stata stampata, e ciò che è stampato deve ritrovarsi nel registro. Le bozze non contano.")
	c := kit.DialogConfig{
		Title: words.F("«%s» non si può eliminare", title), Icon: kit.IconInfo, Tone: kit.ToneAccent, Text: text,
		More:    words.T("Se non serve più, scrivete nella scheda quando è finita: resta per la storia e non viene più proposta."),
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
	}
	if t, ok := r.ed.Rec.(*app.Treatment); ok && t.Archived == "" {
		c.More = words.T("Se questa attività non si svolge più, archiviatela: esce dal registro di oggi e resta nella storia.")
		c.Default = 1
		c.Buttons = []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Archivia…"), Kind: kit.Filled, Do: r.archive},
		}
	}
	kit.ShowDialog(r.page.shell.win, c)
}
