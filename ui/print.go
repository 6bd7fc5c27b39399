package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/exchange"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/printview"
	"tutela/ui/words"
)

// printed is a paper made ready: laid out and written.
type printed struct {
	paper    papers.Paper
	document doc.Document
	layout   *pdf.Paper
	bytes    []byte
	subject  string
	blank    bool
	kept     bool
	// loose is a paper of other records than those of now: of a past day, of two
	// versions. Nothing tells whether it still holds. Its name says which.
	loose bool
	name  string
	// edition is what was typed for an edition of the document; "" for all else.
	edition string
}

// print makes a paper away from the window's thread and shows its preview.
func (s *Shell) print(paper papers.Paper, subject string, blank bool) {
	if paper.Kind == app.AccountabilityKind && !blank {
		s.askEdition(paper)
		return
	}
	s.current().leave()
	s.background(func() {
		p, err := s.prepare(paper, subject, blank)
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.preview(p)
		})
	})
}

func (s *Shell) prepare(paper papers.Paper, subject string, blank bool) (*printed, error) {
	d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
	if err != nil {
		return nil, fmt.Errorf("read the office for %s: %w", paper.Kind, err)
	}
	return prepared(d, paper, subject, blank)
}

// prepared makes a paper ready from the records of a dossier.
func prepared(d *app.Dossier, paper papers.Paper, subject string, blank bool) (p *printed, err error) {
	p = &printed{paper: paper, subject: subject, blank: blank}
	if blank {
		p.document = paper.Empty(d)
	} else {
		p.document = paper.Fill(d, d.Record(paper.Register, subject))
	}
	return p, p.write()
}

// write lays the paper out and makes its PDF.
func (p *printed) write() (err error) {
	if p.layout, err = pdf.Layout(p.document); err != nil {
		return fmt.Errorf("lay out %s: %w", p.paper.Kind, err)
	}
	if p.bytes, err = pdf.Write(p.layout); err != nil {
		return fmt.Errorf("write %s: %w", p.paper.Kind, err)
	}
	return nil
}

// title names the paper, and the record that it is of.
func (p *printed) title() string {
	if p.name != "" {
		return p.name
	}
	if p.subject != "" {
		return papers.FullTitle(p.document)
	}
	return p.document.Title
}

// facts is the digest of what a paper says. It says the day on which it is
// printed too: whether one still says the same is asked as of the day of then.
func facts(d doc.Document) string {
	sum := sha256.Sum256([]byte(doc.Text(d)))
	return hex.EncodeToString(sum[:])
}

func (s *Shell) preview(p *printed) {
	if s.locked != "" {
		return // the lock came while it was made
	}
	title := p.title()
	cfg := printview.Config{
		Title: title, Paper: p.layout, Draft: p.document.Draft, Back: s.back, Fail: s.fail,
		Save: func() { s.savePDF(p) }, Open: func() { s.openPDF(p) },
		Print: func() { s.askPrint(title, p.layout, func() { s.openPDF(p) }, func() error { return s.keep(p) }) },
	}
	if p.paper.Named && !p.blank && p.name == "" {
		cfg.Each = func() { s.oneForEach(p) }
	}
	if p.paper.Sheet {
		cfg.Sheet = func() { s.saveSheet(p) }
	}
	v := printview.New(cfg)
	s.show(v.Object())
	v.Focus()
}

// keep puts a copy of the printed paper into the file, once a preview (spec 3.6).
// Blank forms are not kept (decision A28).
func (s *Shell) keep(p *printed) error {
	if p.blank || p.kept {
		return nil
	}
	if err := keepPrinted(s.cfg.Store, s.cfg.By, []*printed{p}); err != nil {
		return err
	}
	p.kept = true
	return nil
}

// keepPrinted puts copies of papers into a file, all of them or none.
func keepPrinted(store Store, by app.By, list []*printed) error {
	prints := make([]app.Print, len(list))
	for i, p := range list {
		layout, err := p.layout.Pack()
		if err != nil {
			return fmt.Errorf("keep the printed %s: %w", p.paper.Kind, err)
		}
		prints[i] = app.Print{
			Kind: p.paper.Kind, Title: p.title(), Register: p.paper.Register, Subject: p.subject,
			State: app.PrintPrinted, PDF: p.bytes, Layout: layout, Facts: facts(p.document),
			Description: p.edition,
		}
		if p.document.Draft {
			prints[i].State = app.PrintDraft
		}
		for _, g := range p.document.Signers() {
			prints[i].Signers = append(prints[i].Signers, app.PrintSigner{Role: g.Role, Name: g.Name})
		}
		if p.loose {
			prints[i].Facts = ""
		}
	}
	if _, err := store.KeepPrints(context.Background(), by, prints); err != nil {
		return fmt.Errorf("keep the printed papers: %w", err)
	}
	return nil
}

// openPDF opens the paper in the system's viewer, from a temporary file.
func (s *Shell) openPDF(p *printed) {
	if err := s.keep(p); err != nil {
		s.fail(err)
		return
	}
	if err := s.openTemporary(p.document.Title, p.bytes); err != nil {
		s.fail(err)
	}
}

// openTemporary shows bytes in the viewer. The file goes when the window closes.
func (s *Shell) openTemporary(title string, data []byte) error {
	dir, err := os.MkdirTemp("", "tutela-")
	if err != nil {
		return cannotWrite(err)
	}
	s.temp = append(s.temp, dir)
	path := filepath.Join(dir, exchange.FileName(title)+".pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return cannotWrite(err)
	}
	if err := s.cfg.OpenFile(path); err != nil {
		return &app.Refusal{What: "Su questo computer non si apre nessun programma per i PDF.", Do: "Salvate il PDF e apritelo con il vostro lettore.", Err: err}
	}
	return nil
}

func cannotWrite(err error) error {
	return &app.Refusal{What: "Il PDF non si può scrivere.", Do: "Controllate che ci sia posto sul disco e scegliete un’altra cartella.", Err: err}
}

func (s *Shell) removeTemporary() {
	for _, dir := range s.temp {
		if err := os.RemoveAll(dir); err != nil {
			s.cfg.Log.Warn("remove temporary paper", "error", err)
		}
	}
	s.temp = nil
	if err := s.copies.remove(); err != nil {
		s.cfg.Log.Warn("remove copies of attachments", "error", err)
	}
}

// savePDF asks where the paper is to be saved.
func (s *Shell) savePDF(p *printed) {
	s.askSave(words.T("Salva il PDF"), exchange.FileName(p.document.Title)+".pdf", ".pdf", words.T("Salva"), func(path string) {
		err := exchange.WriteFile(path, p.bytes)
		if err == nil {
			err = s.keep(p)
		}
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("PDF salvato"), path)
	})
}

// saveSheet asks where the paper is to be saved as a workbook. No copy of that is
// kept: what the office handed over is on paper or a PDF.
func (s *Shell) saveSheet(p *printed) {
	s.askSave(words.T("Salva come foglio di calcolo"), exchange.FileName(p.document.Title)+".xlsx", ".xlsx", words.T("Salva"), func(path string) {
		data, err := exchange.WriteSheet(p.document)
		if err == nil {
			err = exchange.WriteFile(path, data)
		}
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("Foglio di calcolo salvato"), path)
	})
}
