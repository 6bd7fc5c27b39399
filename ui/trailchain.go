package ui

import (
	"context"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefChain keeps, by the path of the office, how the chain was found last on
// this computer.
const prefChain = "chain "

// chainNote is what is kept of a look at the chain: where it ended, so that the
// next one tells whether it goes on from there.
type chainNote struct {
	At   time.Time
	Rows int64
	Head string
	OK   bool
}

func (s *Shell) chainNote(path string) (n chainNote) {
	_ = json.Unmarshal([]byte(s.cfg.App.Preferences().String(prefChain+path)), &n) // none yet, or of another version
	return n
}

// chainVerdict is what a look at the chain has found.
type chainVerdict struct {
	at      time.Time
	report  app.ChainReport
	records []app.Fault // records that are not what the trail says
	since   chainNote   // the look before it
	parted  bool        // the chain does not go on from where it ended then
}

func (v *chainVerdict) ok() bool { return v.report.OK() && len(v.records) == 0 && !v.parted }

func (v *chainVerdict) note() chainNote {
	return chainNote{v.at, v.report.Rows, v.report.Head, v.ok()}
}

// lookAtChain reckons the whole chain anew, and compares every record with it.
func lookAtChain(ctx context.Context, file Store, now time.Time, last chainNote) (*chainVerdict, error) {
	v := &chainVerdict{at: now, since: last}
	var err error
	if v.report, err = file.VerifyChain(ctx); err != nil {
		return nil, err
	}
	if v.records, err = file.VerifyRecords(ctx); err != nil {
		return nil, err
	}
	if !last.OK || last.Rows == 0 || !v.report.OK() {
		return v, nil
	}
	if last.Rows > v.report.Rows {
		v.parted = true
		return v, nil
	}
	rows, err := file.TrailRows(ctx, []int64{last.Rows})
	if err != nil {
		return nil, err
	}
	v.parted = rows[0].Hash != last.Head
	return v, nil
}

// verifyChain looks at the chain because the user asked.
func (p *trailPage) verifyChain() {
	s, file := p.shell, p.shell.cfg.Store
	last, now := s.chainNote(file.Path()), s.cfg.Now()
	var v *chainVerdict
	s.shortly(words.T("Verifico la catena"), func(ctx context.Context, _ func(done, total int)) (err error) {
		v, err = lookAtChain(ctx, file, now, last)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.keepChainNote(file.Path(), v)
		p.verdict = v
		p.showChain()
	})
}

func (s *Shell) keepChainNote(path string, v *chainVerdict) {
	data, err := json.Marshal(v.note())
	if err != nil {
		s.cfg.Log.Error("keep how the chain was found", "error", err)
		return
	}
	s.cfg.App.Preferences().SetString(prefChain+path, string(data))
}

// chainOfTheDay looks at the chain in the background, once a day that the office
// is open on this computer, and speaks only where it does not hold.
func (s *Shell) chainOfTheDay(ctx context.Context, file Store) {
	last, now := s.chainNote(file.Path()), s.cfg.Now()
	if form.DateOf(last.At) == form.DateOf(now) {
		return
	}
	v, err := lookAtChain(ctx, file, now, last)
	s.cfg.Do(func() {
		switch {
		case ctx.Err() != nil || file != s.cfg.Store || s.shut:
		case err != nil:
			s.cfg.Log.Error("look at the chain", "error", err)
		case v.ok():
			s.keepChainNote(file.Path(), v)
		case !kit.DialogOpen(s.win): // else a little later
			s.keepChainNote(file.Path(), v)
			s.forget()
			kit.ShowDialog(s.win, kit.DialogConfig{
				Title: words.T("La storia dell’ufficio non torna"), Icon: kit.IconWarning, Tone: kit.ToneError, Text: v.said()[0].words,
				More:    words.T("Non si perde niente: guardate in «Storia dell’ufficio», dal menu Visualizza, e fate una copia del file com’è."),
				Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
			})
		}
	})
}

// mostBroken is how many places that do not hold are named.
const mostBroken = 8

// said is the verdict in sentences, what matters most first.
func (v *chainVerdict) said() (out []printFinding) {
	add := func(tone kit.Tone, icon kit.Icon, text string) { out = append(out, printFinding{tone, icon, text}) }
	faults := append(append([]app.Fault{}, v.report.Faults...), v.records...)
	for i, f := range faults {
		if i == mostBroken {
			add(kit.ToneError, kit.IconWarning, words.Plural(len(faults)-i, "E %d altro punto.", "E altri %d punti."))
			break
		}
		add(kit.ToneError, kit.IconWarning, words.Sentence(f.Text))
	}
	switch {
	case v.parted:
		add(kit.ToneWarn, kit.IconWarning, words.F("La catena tiene, ma non continua quella vista su questo computer il %s, che finiva alla riga %d. Se avete ripristinato una copia è normale; altrimenti il file è stato riscritto.",
			form.MomentOf(v.since.At).String(), v.since.Rows))
	case len(faults) > 0:
		add(kit.ToneError, kit.IconInfo, words.T("Il file è stato cambiato fuori da Tutela, o si è rovinato. Fate una copia del file com’è, poi confrontatelo con l’ultima copia di sicurezza."))
	case v.report.Rows == 0:
		add(kit.ToneNeutral, kit.IconInfo, words.T("La storia è ancora vuota."))
	default:
		add(kit.ToneOK, kit.IconCheck, words.Plural(int(v.report.Rows), "La catena tiene: %d riga, com’era quando fu scritta.", "La catena tiene: %d righe, ognuna com’era quando fu scritta e al suo posto."))
		add(kit.ToneOK, kit.IconCheck, words.T("Ogni scheda è come l’ha lasciata la sua ultima modifica."))
	}
	if v.report.Erased > 0 {
		add(kit.ToneNeutral, kit.IconInfo, words.Plural(int(v.report.Erased), "Di %d riga il contenuto è stato cancellato, come la legge permette: la catena lo prevede.", "Di %d righe il contenuto è stato cancellato, come la legge permette: la catena lo prevede."))
	}
	return out
}

// showChain shows the state of the chain and what can be done with the trail.
func (p *trailPage) showChain() {
	p.seq = 0
	p.list.Select(-1)
	p.split.SetRecord(p.chain())
}

func (p *trailPage) chain() fyne.CanvasObject {
	s := p.shell
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.T("La catena della storia"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	body := kit.Column(kit.GapField, kit.NewText(words.T("Ogni modifica porta un valore calcolato da ciò che dice e dal valore della modifica di prima: se qualcuno cambia o toglie una riga, i conti non tornano più.")))
	switch last := s.chainNote(s.cfg.Store.Path()); {
	case p.verdict != nil:
		for _, f := range p.verdict.said() {
			body.Add(kit.Tinted(f.tone, kit.RowTop(kit.GapTight, kit.NewNote(f.tone, f.icon, ""), kit.Grow(kit.NewStyledText(f.words, theme.SizeNameText, f.tone.Ink(), false)))))
		}
		if p.verdict.report.Head != "" {
			field := kit.NewField(words.T("Ultimo valore della catena"), locked(p.verdict.report.Head))
			field.SetHelp(words.T("Copiatelo altrove, su carta: chi riscrivesse tutta la storia non potrebbe più arrivare a questo valore."))
			body.Add(field)
		}
	case last.At.IsZero():
		body.Add(kit.NewNote(kit.ToneNeutral, kit.IconInfo, words.T("Su questo computer non è ancora stata verificata.")))
	case last.OK:
		body.Add(kit.NewNote(kit.ToneOK, kit.IconCheck, words.F("Verificata il %s: tiene.", form.MomentOf(last.At).String())))
	default:
		body.Add(kit.NewNote(kit.ToneError, kit.IconWarning, words.F("Verificata il %s: non torna.", form.MomentOf(last.At).String())))
	}
	body.Add(kit.Row(0, kit.NewButton(kit.Filled, words.T("Verifica la catena"), kit.IconLock, p.verifyChain), kit.Spacer()))
	body.Add(section(words.T("Che cosa prova"),
		kit.NewText(words.T("Che nessuna riga è cambiata da quando un suo valore è stato scritto altrove: ogni documento stampato porta a piè di pagina l’inizio di quello di allora. Per ritrovare la sua riga, scrivetelo nella ricerca.")),
		kit.NewHelp(words.T("Tutela la verifica da sé una volta al giorno, e avvisa solo se non torna."))))
	body.Add(section(words.T("Cancellare dalla storia"),
		kit.NewText(words.T("Quando la conservazione dei dati di una persona è finita, i contenuti passati delle sue schede si cancellano; le righe e la catena restano.")),
		kit.Row(0, kit.NewButton(kit.Outlined, words.T("Cancella i dati di chi è uscito…"), kit.IconForbidden, s.askErase), kit.Spacer())))
	return kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, kit.GapRecord, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, body))), nil,
		kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Scegliete una modifica per vedere che cosa è cambiato.")), p.backToList(),
			kit.NewButton(kit.Outlined, words.T("Esporta l’elenco…"), kit.IconDownload, p.export)))
}
