package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// workOn does something with each paper away from the window's thread, under a
// bar with *Annulla*; done runs on the window's thread. Between two papers it can
// be stopped: then do is told nothing more, and stopped is true.
func (p *batchPage) workOn(title string, docs []*batchDoc, do func(x *printed, i int) error, end func(ctx context.Context, d *app.Dossier) error,
	done func(stopped bool, err error),
) {
	s := p.shell
	store, now := s.cfg.Store, s.cfg.Now()
	ctx, cancel := context.WithCancel(context.Background())
	bar := kit.ShowProgress(s.win, title, cancel)
	s.busy++
	work := func() error {
		d, err := store.Dossier(ctx, now)
		if err != nil {
			return err
		}
		for i, x := range docs {
			if err := ctx.Err(); err != nil {
				return err
			}
			s.cfg.Do(func() {
				if ctx.Err() == nil {
					bar.Set(i, len(docs), x.full())
				}
			})
			made, err := prepared(d, x.paper, x.subject, false)
			if err == nil {
				err = do(made, i)
			}
			if err != nil {
				return err
			}
		}
		if end == nil {
			return nil
		}
		return end(ctx, d)
	}
	s.background(func() {
		err := work()
		s.cfg.Do(func() {
			stopped := err != nil && ctx.Err() != nil && errors.Is(err, ctx.Err())
			cancel()
			bar.Close()
			s.worked(func() {
				done(stopped, err)
				p.gather()
			})
		})
	})
}

// saveApart saves a PDF for each paper into one folder.
func (p *batchPage) saveApart() {
	docs := p.batch.taken()
	s := p.shell
	if len(docs) == 0 {
		return
	}
	s.askFolder(words.T("Salva in una cartella"), words.Plural(len(docs), "%d documento, in un PDF.", "%d documenti, ognuno in un PDF."), words.T("Salva"), func(dir string) {
		names := fileNames(docs, nil)
		there := thereAlready(dir, names)
		if len(there) == 0 {
			p.writeApart(dir, docs, names)
			return
		}
		kit.ShowDialog(s.win, kit.DialogConfig{
			Title: words.T("Sostituire i file che ci sono già?"), Icon: kit.IconWarning, Tone: kit.ToneWarn, Default: 1, Width: 560,
			Text: words.Plural(len(there), "Nella cartella c’è già %d file con uno di questi nomi.", "Nella cartella ci sono già %d file con questi nomi."),
			Buttons: []kit.DialogButton{
				{Label: words.T("Annulla"), Kind: kit.Plain},
				{Label: words.T("Tieni anche quelli"), Kind: kit.Filled, Do: func() { p.writeApart(dir, docs, fileNames(docs, namesIn(dir))) }},
				{Label: words.T("Sostituisci"), Kind: kit.Danger, Do: func() { p.writeApart(dir, docs, names) }},
			},
		})
	})
}

// writeApart writes file after file, each whole, and keeps a copy of each paper
// in the office as soon as its file is there.
func (p *batchPage) writeApart(dir string, docs []*batchDoc, names []string) {
	s := p.shell
	store, by := s.cfg.Store, s.cfg.By
	saved := 0
	p.workOn(words.T("Salvo i documenti"), docs, func(x *printed, i int) error {
		if err := exchange.WriteFile(filepath.Join(dir, names[i]), x.bytes); err != nil {
			return err
		}
		saved++
		return keepPrinted(store, by, []*printed{x})
	}, nil, func(stopped bool, err error) {
		said := words.F("Documenti salvati: %d di %d, in «%s».", saved, len(docs), dir)
		switch {
		case stopped:
			kit.ShowInfo(s.win, words.T("Fermato"), said+" "+words.T("Gli altri non sono stati scritti."))
		case err != nil:
			p.fail(err, said)
		default:
			kit.ShowInfo(s.win, words.T("Documenti salvati"), said)
		}
	})
}

// fail tells of an error, and of what was done before it.
func (p *batchPage) fail(err error, done string) {
	p.shell.cfg.Log.Error("print many", "error", err)
	kit.ShowError(p.shell.win, words.T("Non è andata a buon fine"), words.Sentence(app.Sentence(err)), done)
}

// saveTogether saves all papers as one PDF, behind a list of them.
func (p *batchPage) saveTogether() {
	docs := p.batch.taken()
	if len(docs) == 0 {
		return
	}
	s := p.shell
	s.askSave(words.T("Salva un solo PDF"), "Documenti dell’ufficio.pdf", ".pdf", words.T("Salva"), func(path string) {
		store, by := s.cfg.Store, s.cfg.By
		var made []*printed
		p.workOn(words.T("Compongo il PDF"), docs, collect(&made), func(ctx context.Context, d *app.Dossier) error {
			bound, err := pdf.Bind(papers.Front(d), layouts(made))
			if err != nil {
				return err
			}
			data, err := pdf.Write(bound)
			if err == nil {
				err = ctx.Err() // the last moment to say no
			}
			if err == nil {
				err = exchange.WriteFile(path, data)
			}
			if err != nil {
				return err
			}
			return keepPrinted(store, by, made)
		}, func(stopped bool, err error) {
			switch {
			case stopped:
				kit.ShowInfo(s.win, words.T("Fermato"), words.T("Non è stato scritto niente."))
			case err != nil:
				s.fail(err)
			default:
				kit.ShowInfo(s.win, words.T("PDF salvato"), words.Plural(len(docs), "%d documento, con l’indice all’inizio.", "%d documenti, con l’indice all’inizio.")+"\n"+path)
			}
		})
	})
}

func collect(made *[]*printed) func(*printed, int) error {
	return func(x *printed, _ int) error {
		*made = append(*made, x)
		return nil
	}
}

// layouts are the pages of papers, each called by its full name.
func layouts(made []*printed) []*pdf.Paper {
	out := make([]*pdf.Paper, len(made))
	for i, x := range made {
		layout := *x.layout
		layout.Meta.Title = x.title()
		out[i] = &layout
	}
	return out
}

// print sends all papers to the printer as one job.
func (p *batchPage) print() {
	docs := p.batch.taken()
	if len(docs) == 0 {
		return
	}
	s := p.shell
	store, by := s.cfg.Store, s.cfg.By
	var made []*printed
	p.workOn(words.T("Preparo la stampa"), docs, collect(&made), nil, func(stopped bool, err error) {
		switch {
		case stopped:
			return // nothing was printed, as was asked
		case err != nil:
			s.fail(err)
			return
		}
		title := words.Plural(len(docs), "%d documento", "%d documenti")
		joined := pdf.Join(title, layouts(made))
		keep := func() error { return keepPrinted(store, by, made) }
		s.askPrint(title, joined, func() { p.openTogether(joined, keep) }, func() error {
			err := keep()
			s.cfg.Do(p.gather)
			return err
		})
	})
}

// openTogether shows the papers in the system's viewer, to be printed from there.
func (p *batchPage) openTogether(joined *pdf.Paper, keep func() error) {
	s := p.shell
	var data []byte
	s.work(words.T("Compongo il PDF"), func(context.Context) (err error) {
		if data, err = pdf.Write(joined); err != nil {
			return err
		}
		return keep()
	}, func(err error) {
		if err == nil {
			err = s.openTemporary(joined.Meta.Title, data)
		}
		if err != nil {
			s.fail(err)
		}
		p.gather()
	})
}

// fileNames makes a name for the file of each paper.
func fileNames(docs []*batchDoc, used map[string]bool) []string {
	titles := make([]string, len(docs))
	for i, d := range docs {
		titles[i] = d.full()
	}
	return exchange.FileNames(titles, ".pdf", used)
}

// thereAlready are the names that a folder has.
func thereAlready(dir string, names []string) (out []string) {
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			out = append(out, name)
		}
	}
	return out
}

// namesIn are the names in a folder, in small letters. One that cannot be read
// gives none: writing there will say why.
func namesIn(dir string) map[string]bool {
	out := map[string]bool{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return out
	}
	for _, e := range entries {
		out[strings.ToLower(e.Name())] = true
	}
	return out
}
