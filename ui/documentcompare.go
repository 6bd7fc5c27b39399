package ui

import (
	"context"
	"fmt"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// chooseOther asks with which other print of the same paper one is to be compared.
func (p *documentsPage) chooseOther(x app.Print) {
	list := p.otherPrints(x)
	labels := make([]string, len(list))
	for i, y := range list {
		labels[i] = printLabel(y)
	}
	kit.Choose(p.shell.win, words.T("Con quale stampa?"), "", labels, func(i int) {
		if i >= 0 {
			p.shell.showChanges(x, &list[i])
		}
	})
}

// showChanges lays out what differs between a kept paper and another print of it,
// or what it would say today.
func (s *Shell) showChanges(x app.Print, other *app.Print) {
	cfg := s.cfg
	var made *printed
	s.work(words.T("Confronto le due stampe"), func(ctx context.Context) (err error) {
		made, err = changes(ctx, cfg, x, other)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.preview(made)
	})
}

// changes makes the comparison of two prints ready to be shown. As it says nothing
// of its own it is not kept when it is printed, like a blank form.
func changes(ctx context.Context, cfg Config, x app.Print, other *app.Print) (*printed, error) {
	d, err := cfg.Store.Dossier(ctx, cfg.Now())
	if err != nil {
		return nil, fmt.Errorf("read the office to compare %s: %w", x.Kind, err)
	}
	before, err := sectionsOfKept(ctx, cfg.Store, x)
	if err != nil {
		return nil, err
	}
	first, second := papers.EditionOf(x), papers.EditionToday(d)
	var after []doc.Section
	if other != nil {
		second = papers.EditionOf(*other)
		after, err = sectionsOfKept(ctx, cfg.Store, *other)
		if other.At.Before(x.At) {
			before, after, first, second = after, before, second, first
		}
	} else {
		after, err = sectionsToday(d, cfg.Papers, x)
	}
	if err != nil {
		return nil, err
	}
	out := &printed{paper: papers.Paper{Kind: "editions"}, blank: true, document: papers.Editions(d, x.Title, first, second, doc.Compare(before, after))}
	return out, out.write()
}

// sectionsToday is what a kept paper would say now, on the day of then and under the
// number that it has: only what changed in the office is to differ.
func sectionsToday(d *app.Dossier, list []papers.Paper, x app.Print) ([]doc.Section, error) {
	paper, ok := papers.Find(list, x.Kind)
	subject := d.Record(paper.Register, x.Subject)
	if !ok || paper.Register != "" && subject == nil {
		return nil, &app.Refusal{What: "La scheda di cui parla non c’è più: non si può dire che cosa direbbe oggi."}
	}
	then := *d
	then.Now, then.Edition = x.At, x.Description
	layout, err := pdf.Layout(paper.Fill(&then, subject))
	if err != nil {
		return nil, err
	}
	return layout.Sections(), nil
}

func sectionsOfKept(ctx context.Context, store Store, x app.Print) ([]doc.Section, error) {
	packed, err := store.PrintLayout(ctx, x.UID)
	if err != nil {
		return nil, err
	}
	if packed == nil {
		return nil, &app.Refusal{What: "Di questa stampa si conserva solo il PDF: il suo testo non si può confrontare."}
	}
	layout, err := pdf.Unpack(packed)
	if err != nil {
		return nil, err
	}
	return layout.Sections(), nil
}

// printLabel names a print among others of the same paper.
func printLabel(x app.Print) string {
	label := form.MomentOf(x.At).String() + " · " + wordOf(x)
	if x.Revision > 0 {
		label = words.F("revisione %s", x.Number()) + " · " + label
	}
	return label
}
