package ui

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/sign"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// The endings of what is put beside a paper.
var (
	scanEndings   = []string{".pdf", ".jpg", ".jpeg", ".png"}
	signedEndings = []string{".pdf", ".p7m"}
)

// attachScan asks for the scan of the signed sheet, and who signed it when.
func (p *documentsPage) attachScan(x app.Print) {
	p.shell.askOpen(words.T("Scegliete la scansione del documento firmato"), scanEndings, func(path string) { p.readScan(x, path) })
}

func (p *documentsPage) readScan(x app.Print, path string) {
	s := p.shell
	var data []byte
	var mime string
	s.shortly(words.F("Leggo «%s»", filepath.Base(path)), func(ctx context.Context, tell func(done, total int)) (err error) {
		if data, err = readFile(ctx, path, tell); err != nil {
			return err
		}
		mime, err = scanKind(data)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		g := app.SignedForm{Print: x.UID, How: app.SignedOnPaper, Name: cleanName(filepath.Base(path)), MIME: mime, Data: data}
		p.askSigned(x, g, x.Unsigned())
	})
}

// scanKind tells by its first bytes what a scan is; what is none is refused.
func scanKind(data []byte) (mime string, err error) {
	for _, k := range []struct{ begins, mime string }{
		{"%PDF-", "application/pdf"}, {"\xff\xd8\xff", "image/jpeg"}, {"\x89PNG\r\n\x1a\n", "image/png"},
	} {
		if bytes.HasPrefix(data, []byte(k.begins)) {
			return k.mime, nil
		}
	}
	return "", &app.Refusal{What: "Questo file non è una scansione: non è un PDF né un’immagine JPEG o PNG.", Do: "Scegliete il file che lo scanner ha salvato, o una fotografia leggibile del foglio."}
}

// askSigned asks which lines a form signs and, on paper, the day; then it is kept.
func (p *documentsPage) askSigned(x app.Print, g app.SignedForm, preset []int) {
	s := p.shell
	content := kit.Column(kit.GapField)
	day := kit.NewEntry(kit.DateEntry)
	day.Clock = s.cfg.Now
	day.SetText(form.DateOf(s.cfg.Now()).String())
	dayField := kit.NewField(words.T("Data della firma"), day)
	if g.How == app.SignedOnPaper {
		content.Add(dayField)
	}
	var checks []*kit.Check
	wrong := kit.NewField(words.T("Chi ha firmato"), kit.Column(kit.GapSmall))
	if len(x.Signers) > 0 {
		list := kit.Column(kit.GapSmall)
		for i, line := range x.Signers {
			c := kit.NewCheck(signerName(line), nil)
			c.SetChecked(slices.Contains(preset, i))
			checks = append(checks, c)
			list.Add(c)
		}
		wrong = kit.NewField(words.T("Chi ha firmato"), list)
		content.Add(wrong)
	}
	stay := func() bool {
		dayField.SetError("")
		wrong.SetError("")
		if g.How == app.SignedOnPaper {
			when, said := form.ParseDate(day.Text)
			switch {
			case said != "":
				said = words.Sentence(said)
			case when > form.DateOf(s.cfg.Now()):
				said = words.T("Questo giorno non è ancora arrivato.")
			case when < form.DateOf(x.At):
				said = words.F("Il documento è stato stampato il %s: non può essere stato firmato prima.", dayOf(x.At))
			}
			if said != "" {
				dayField.SetError(said)
				kit.FocusOn(day)
				return true
			}
			g.Day = when
		}
		g.Lines = nil
		for i, c := range checks {
			if c.Checked() {
				g.Lines = append(g.Lines, i)
			}
		}
		if len(checks) > 0 && len(g.Lines) == 0 {
			wrong.SetError(words.T("Segnate almeno una firma."))
			return true
		}
		return false
	}
	title := words.T("Copia firmata")
	if g.How != app.SignedOnPaper {
		title = words.F("Firma digitale di %s", g.Signer)
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: title, Text: words.F("«%s» si conserva con il documento.", g.Name), Content: content, Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Conserva"), Kind: kit.Filled, Stay: stay, Do: func() { p.keepSigned(g) }},
		},
	})
}

// keepSigned puts a form beside its paper and shows what came of it.
func (p *documentsPage) keepSigned(g app.SignedForm) {
	if _, err := p.shell.cfg.Store.SignPrint(context.Background(), p.shell.cfg.By, g); err != nil {
		p.shell.fail(err)
		return
	}
	p.verdict = nil
	p.shown()
}

// toSign gives the bytes that the next digital signature goes onto: those of the
// paper, or those that have a signature in them already.
func toSign(ctx context.Context, store Store, x app.Print) ([]byte, error) {
	for _, g := range slices.Backward(x.Signed) {
		if g.How == app.SignedInside {
			data, _, err := store.Blob(ctx, g.SHA256)
			return data, err
		}
	}
	return store.PrintPDF(ctx, x.UID)
}

// exportToSign writes the PDF for another program that signs, byte for byte.
func (p *documentsPage) exportToSign(x app.Print) {
	s := p.shell
	s.askSave(words.T("Esporta per la firma"), exchange.FileName(x.Title)+".pdf", ".pdf", words.T("Esporta"), func(path string) {
		data, err := toSign(context.Background(), s.cfg.Store, x)
		if err == nil {
			err = exchange.WriteFile(path, data)
		}
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("PDF esportato"), words.F("%s: firmatelo con il vostro programma, senza cambiarlo, e poi scegliete «Riprendi il firmato…». Va bene il PDF firmato e va bene il .p7m.", path))
	})
}

// takeSigned asks for a file that another program has signed.
func (p *documentsPage) takeSigned(x app.Print) {
	p.shell.askOpen(words.T("Scegliete il file firmato"), signedEndings, func(path string) { p.readSigned(x, path) })
}

func (p *documentsPage) readSigned(x app.Print, path string) {
	s := p.shell
	var data []byte
	var taken *sign.Taken
	s.shortly(words.F("Leggo «%s»", filepath.Base(path)), func(ctx context.Context, tell func(done, total int)) (err error) {
		if data, err = readFile(ctx, path, tell); err != nil {
			return err
		}
		if taken, err = sign.Take(data); err != nil {
			return err
		}
		return p.isOf(x, taken)
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		g := app.SignedForm{Print: x.UID, How: app.SignedInside, MIME: "application/pdf", Name: cleanName(filepath.Base(path)), Day: form.DateOf(s.cfg.Now()), Data: data}
		if taken.Around {
			g.How, g.MIME = app.SignedAround, "application/pkcs7-mime"
		}
		var names []string
		for _, one := range taken.Signatures {
			names = append(names, one.Name)
			if !one.At.IsZero() {
				g.Day = form.DateOf(one.At)
			}
		}
		g.Signer = strings.Join(names, ", ")
		p.askSigned(x, g, linesOf(x, names))
	})
}

// isOf refuses a signed file of another paper than the one it is wanted for.
func (p *documentsPage) isOf(x app.Print, taken *sign.Taken) error {
	for _, y := range append([]app.Print{x}, p.all...) {
		digests := []string{y.SHA256}
		for _, g := range y.Signed {
			digests = append(digests, g.SHA256)
		}
		switch {
		case !slices.ContainsFunc(digests, func(d string) bool { return slices.Contains(taken.Digests, d) }):
		case y.UID == x.UID:
			return nil
		case y.Title == x.Title:
			return &app.Refusal{What: "Il file firmato è di un’altra stampa di questo documento, del " + dayOf(y.At) + ".", Do: "Apritela fra le altre stampe e riprendete lì il firmato."}
		default:
			return &app.Refusal{What: "Il file firmato è di un altro documento: «" + y.Title + "».", Do: "Apritelo nell’elenco e riprendete lì il firmato."}
		}
	}
	return &app.Refusal{What: "Il file firmato non è il documento che Tutela conserva: il suo contenuto è un altro.", Do: "Usate «Esporta per la firma…» e firmate quel PDF senza aprirlo in altri programmi."}
}

// linesOf are the lines of those whose names stand in certificates, in any order
// and in any letters; where none is found, those that are not signed yet.
func linesOf(x app.Print, names []string) (out []int) {
	for i, line := range x.Signers {
		if line.Name == "" {
			continue
		}
		if slices.ContainsFunc(names, func(name string) bool { return sameName(line.Name, name) }) {
			out = append(out, i)
		}
	}
	if out == nil {
		return x.Unsigned()
	}
	return out
}

// sameName says that all words of one name stand in the other.
func sameName(a, b string) bool {
	parts := func(text string) []string {
		out := strings.FieldsFunc(plain(text), func(r rune) bool { return !unicode.IsLetter(r) })
		slices.Sort(out)
		return out
	}
	x, y := parts(a), parts(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// dropSigned takes away a form that was put here by mistake.
func (p *documentsPage) dropSigned(x app.Print) {
	drop := func(g app.SignedForm) {
		kit.Confirm(p.shell.win, words.F("Togliere «%s»?", g.Name), words.T("La copia non resta nell’ufficio; nella storia resta scritto che c’era, con la sua impronta. Il documento torna da firmare."), words.T("Togli"), true, func(ok bool) {
			if !ok {
				return
			}
			if err := p.shell.cfg.Store.UnsignPrint(context.Background(), p.shell.cfg.By, x.UID, g.UID); err != nil {
				p.shell.fail(err)
				return
			}
			p.verdict = nil
			p.shown()
		})
	}
	if len(x.Signed) == 1 {
		drop(x.Signed[0])
		return
	}
	var names []string
	for _, g := range x.Signed {
		names = append(names, g.Name+" · "+formSaid(g))
	}
	kit.Choose(p.shell.win, words.T("Quale copia firmata?"), "", names, func(i int) {
		if i >= 0 {
			drop(x.Signed[i])
		}
	})
}
