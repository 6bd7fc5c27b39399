package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/printview"
	"tutela/ui/words"
)

// keptLayout is what stands on the pages of a kept paper; nil for one that was
// kept with its PDF alone.
func (s *Shell) keptLayout(x app.Print) (*pdf.Paper, error) {
	data, err := s.cfg.Store.PrintLayout(context.Background(), x.UID)
	if err != nil || data == nil {
		return nil, err
	}
	return pdf.Unpack(data)
}

// previewKept shows the pages of a kept paper exactly as they were printed.
func (s *Shell) previewKept(x app.Print) {
	layout, err := s.keptLayout(x)
	if err != nil {
		s.fail(err)
		return
	}
	if layout == nil { // of a time when only the PDF was kept
		s.openKept(x)
		return
	}
	v := printview.New(printview.Config{
		Title: x.Title + " · " + form.MomentOf(x.At).String(), Paper: layout, Draft: x.Revision == 0, Back: s.back, Fail: s.fail,
		Save: func() { s.saveKept(x) }, Open: func() { s.openKept(x) }, Print: func() { s.printKept(x) },
	})
	s.show(v.Object())
	s.frontActions = actions{print: func() { s.printKept(x) }}
	v.Focus()
}

// openKept opens the kept PDF in the system's viewer.
func (s *Shell) openKept(x app.Print) {
	data, err := s.cfg.Store.PrintPDF(context.Background(), x.UID)
	if err == nil {
		err = s.openTemporary(x.Title, data)
	}
	if err != nil {
		s.fail(err)
	}
}

// saveKept saves the kept PDF, byte for byte.
func (s *Shell) saveKept(x app.Print) {
	s.askSave(words.T("Salva il PDF"), exchange.FileName(x.Title)+".pdf", ".pdf", words.T("Salva"), func(path string) {
		data, err := s.cfg.Store.PrintPDF(context.Background(), x.UID)
		if err == nil {
			err = exchange.WriteFile(path, data)
		}
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("PDF salvato"), path)
	})
}

// printKept prints a kept paper again. That is no new print: it says what it said.
func (s *Shell) printKept(x app.Print) {
	layout, err := s.keptLayout(x)
	switch {
	case err != nil:
		s.fail(err)
	case layout == nil:
		s.openKept(x)
	default:
		s.askPrint(x.Title, layout, func() { s.openKept(x) }, nil)
	}
}

// verdict is what was found out about a kept paper.
type verdict struct{ findings []printFinding }

type printFinding struct {
	tone  kit.Tone
	icon  kit.Icon
	words string
}

func (v *verdict) add(tone kit.Tone, icon kit.Icon, text string) {
	v.findings = append(v.findings, printFinding{tone, icon, text})
}

// verify looks at a paper away from the window's thread, and shows what it found.
func (p *documentsPage) verify(x app.Print) {
	s := p.shell
	store := s.cfg.Store
	var v *verdict
	s.work(words.T("Verifico il documento"), func(ctx context.Context) (err error) {
		v, err = verifyPrint(ctx, s.cfg, x)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case p.uid == x.UID && store == s.cfg.Store:
			p.verdict = v
			p.fill(x)
		}
	})
}

// verifyPrint says whether a kept paper is whole, and whether it would say today
// what it says.
func verifyPrint(ctx context.Context, cfg Config, x app.Print) (*verdict, error) {
	v := &verdict{}
	whole, err := isWhole(ctx, cfg.Store, x)
	var known *app.Refusal
	switch {
	case errors.As(err, &known):
		v.add(kit.ToneError, kit.IconWarning, words.Sentence(app.Sentence(err)))
	case err != nil:
		return nil, err
	case !whole:
		v.add(kit.ToneError, kit.IconWarning, words.T("L’impronta non è quella che la storia dell’ufficio ricorda: il file dell’ufficio è stato cambiato fuori da Tutela. Cercate il documento nelle copie di sicurezza."))
	default:
		v.add(kit.ToneOK, kit.IconCheck, words.T("Il documento è intero: la sua impronta, calcolata adesso, è quella di quando è stato stampato."))
	}
	if err := verifySigned(ctx, cfg, x, v); err != nil {
		return nil, err
	}
	paper, ok := papers.Find(cfg.Papers, x.Kind)
	if !ok || x.Facts == "" {
		return v, nil // of a past day, or of two versions: no record can be compared
	}
	d, err := cfg.Store.Dossier(ctx, cfg.Now())
	if err != nil {
		return nil, fmt.Errorf("read the office for %s: %w", x.Kind, err)
	}
	switch {
	case paper.Register != "" && d.Record(paper.Register, x.Subject) == nil:
		v.add(kit.ToneWarn, kit.IconInfo, words.T("La scheda di cui parla non c’è più."))
	case stillSays(d, paper, x):
		v.add(kit.ToneOK, kit.IconCheck, words.T("Da allora niente è cambiato: stampato oggi direbbe le stesse cose."))
	default:
		v.add(kit.ToneWarn, kit.IconWarning, words.T("Da allora qualcosa è cambiato: stampato oggi direbbe altro."))
	}
	return v, nil
}

// isWhole compares the bytes of a paper and of its pages with what the trail
// noted when it was printed.
func isWhole(ctx context.Context, store Store, x app.Print) (bool, error) {
	data, err := store.PrintPDF(ctx, x.UID)
	if err != nil {
		return false, err
	}
	layout, err := store.PrintLayout(ctx, x.UID)
	if err != nil {
		return false, err
	}
	history, err := store.History(ctx, app.PrintRegister, x.UID)
	if err != nil {
		return false, err
	}
	if len(history) == 0 || history[0].Action != app.ActionPrint {
		return false, nil
	}
	var noted struct {
		SHA256 string `json:"sha256"`
		Facts  string `json:"facts"`
		Layout string `json:"layout"`
	}
	if err := json.Unmarshal(history[0].Payload, &noted); err != nil {
		return false, nil
	}
	of := func(data []byte) string {
		if data == nil {
			return ""
		}
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:])
	}
	return noted.SHA256 == x.SHA256 && noted.SHA256 == of(data) && noted.Layout == of(layout) && noted.Facts == x.Facts, nil
}

// plain is a text in small letters without accents, for looking in.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
}

// holdsWords says that every word asked for stands somewhere in a text.
func holdsWords(text, asked string) bool {
	text = plain(text)
	for _, word := range strings.Fields(plain(asked)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
