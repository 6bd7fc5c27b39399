package ui

import (
	"context"
	"strings"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/formview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// documentTextPart stands under the office's own text of a section: from the standard
// text one begins, and where a new program changed that one sees how.
func (r *recordView) documentTextPart(v *formview.View) formview.Part {
	start := kit.NewLink(words.T("Parti dal testo standard"), kit.IconDocument, func() { r.startFromStandard(v) })
	compare := kit.NewLink(words.T("Confronta con il testo standard…"), kit.IconTable, r.compareStandard)
	keep := kit.NewLink(words.T("Ho visto: tengo il mio"), kit.IconCheck, r.keepOwnText)
	links := kit.Flow(kit.GapField, start, compare, keep)
	object := kit.Column(kit.GapSmall, links)
	sync := func() {
		t := r.ed.Rec.(*app.DocumentText)
		standard, ok := t.Standard()
		show(start, ok && t.How == app.TextReplaces && strings.TrimSpace(t.Text) != standard.Source)
		show(compare, ok && t.Text != "" && (t.How == app.TextReplaces || t.Outdated()))
		show(keep, t.Outdated() && t.Text != "" && r.uid() != "")
		links.Refresh()
	}
	sync()
	return formview.Part{Object: object, Sync: sync}
}

// startFromStandard puts the standard text in the field; what was typed there is
// given up only when that is wanted.
func (r *recordView) startFromStandard(v *formview.View) {
	t := r.ed.Rec.(*app.DocumentText)
	standard, _ := t.Standard()
	fill := func() {
		t.See()
		v.Choose("text", standard.Source)
		v.Focus("text")
	}
	if strings.TrimSpace(t.Text) == "" {
		fill()
		return
	}
	kit.Confirm(r.page.shell.win, words.T("Ricominciare dal testo standard?"), words.T("Il testo che c’è ora nel campo si sostituisce. Finché non salvate si può annullare."),
		words.T("Ricomincia"), false, func(ok bool) {
			if ok {
				fill()
			}
		})
}

// keepOwnText notes that the new standard text was seen, and saves.
func (r *recordView) keepOwnText() {
	s := r.page.shell
	if r.dirty {
		kit.ShowInfo(s.win, words.T("Prima salvate"), words.T("«Ho visto: tengo il mio» salva la scheda. Qui ci sono modifiche non salvate: salvatele, oppure annullatele e poi confermate."))
		return
	}
	r.ed.Rec.(*app.DocumentText).See()
	r.undone.changed(r.ed.Draft(), nil, s.cfg.Now())
	r.touched()
	r.save()
	r.view.Sync()
}

// compareStandard shows the changes of the standard text, and the own text beside it.
func (r *recordView) compareStandard() {
	s := r.page.shell
	own := *r.ed.Rec.(*app.DocumentText)
	cfg := s.cfg
	var made *printed
	s.work(words.T("Confronto i due testi"), func(ctx context.Context) error {
		d, err := cfg.Store.Dossier(ctx, cfg.Now())
		if err != nil {
			return err
		}
		made = &printed{paper: papers.Paper{Kind: "editions"}, blank: true, document: papers.StandardText(d, &own)}
		return made.write()
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.preview(made)
	})
}
