package kit

import (
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestFieldShots draws the components of forms when TUTELA_SHOTS names a folder,
// to be looked at.
func TestFieldShots(t *testing.T) {
	if os.Getenv("TUTELA_SHOTS") == "" {
		t.Skip("TUTELA_SHOTS is not set")
	}
	for _, look := range []struct {
		name string
		look Look
	}{{"chiaro", Light}, {"scuro", Dark}, {"contrasto", HighContrast}} {
		for _, scale := range []float32{1, 1.5} {
			a := test.NewTempApp(t)
			a.Settings().SetTheme(&Theme{Look: look.look, Scale: scale})
			for name, build := range map[string]func() (fyne.CanvasObject, func(fyne.Window)){
				"campi": fieldBoard, "scelte": pickerBoard, "righe": rowsBoard, "elenco": openPickerBoard,
				"calendario": calendarBoard, "tendina": selectBoard, "conferma": confirmBoard, "scegli": chooseBoard, "errore": errorBoard,
				"stati": statesBoard, "griglia": gridBoard, "file": filesBoard, "avanzamento": progressBoard, "sbagliati": wrongBoard, "esiti": outcomeBoard, "tabella": ledgerBoard,
				"anno": yearBoard, "lettere": letterBoard, "percorso": pathBoard,
			} {
				content, after := build()
				win := test.NewTempWindow(t, NewFloor(Layers(NewSurface(ColorSheet, "", 0),
					Pad(GapRecord, GapRecord, GapRecord, GapRecord, content))))
				win.SetPadded(false)
				width := float32(900)
				if name == "stati" {
					width *= scale // a table keeps its columns
				}
				win.Resize(fyne.NewSize(width, 700))
				win.Resize(fyne.NewSize(width, max(700, win.Content().MinSize().Height))) // nothing cut off
				if after != nil {
					after(win)
				}
				win.Content().Refresh()
				keep(t, win, fmt.Sprintf("campi-%s-%s-%.0f.png", name, look.name, scale*100))
			}
		}
	}
}

func outcomeBoard() (fyne.CanvasObject, func(fyne.Window)) {
	hidden, seen := withText(NewEntry(SecretEntry), "Luca1974"), withText(NewEntry(SecretEntry), "Luca1974")
	seen.SetShown(true)
	board := Column(GapField, Reflow(NewField("Nascosta", hidden), NewField("Mostrata", seen)), Abreast(500, 0.6,
		Column(GapSmall,
			NewOutcome(ToneOK, IconCheck, "va bene", "Ha almeno 8 caratteri.", ""),
			NewOutcome(ToneError, IconClose, "non va bene", "Non contiene nomi di persona.", "Togliete il nome di persona, anche se è scritto con cifre al posto delle lettere."),
			NewOutcome(ToneNeutral, IconMinus, "non si può dire", "È diversa dal codice utente e non lo contiene.", "Indicate il codice utente, per confrontarla.")),
		Panel(NewOutcome(ToneWarn, IconWarning, "si può far meglio", "Meglio da 15 caratteri in su.", "Allungatela."))))
	return board, nil
}

func withText(e *Entry, text string) *Entry {
	e.SetText(text)
	return e
}

func fieldBoard() (fyne.CanvasObject, func(fyne.Window)) {
	rest := NewField("Cognome e nome", withText(NewEntry(TextEntry), "Ferri Elena"))
	rest.SetHelp("Cognome e nome, come sul documento.")
	missing := NewField("Nata il", NewEntry(DateEntry))
	missing.SetMissing(true)
	missing.ControlWidth = 160
	focused := NewField("Con la tastiera qui", withText(NewEntry(TextEntry), "FRRLNE88D52D150W"))
	focused.SetHelp("16 lettere e numeri, dalla tessera sanitaria.")
	wrong := NewField("Entro il", withText(NewEntry(DateEntry), "31/11/2026"))
	wrong.SetError("Novembre ha 30 giorni.")
	locked := NewField("Numero", withText(NewEntry(TextEntry), "3/2026"))
	locked.SetLocked(true)
	off := NewEntry(TextEntry)
	off.SetText("Spento")
	off.Disable()
	long := NewField("Descrizione del trattamento", withText(NewEntry(LongEntry), "Gestione delle paghe e dei contributi del personale, comprese le assenze.\nIl consulente del lavoro elabora i cedolini."))
	long.SetExample(func() {})
	long.SetFindings(NewFinding(1, "In «Tipo di dati» c'è «Certificati medici», che è un dato particolare: qui ci vuole Sì.", nil))
	choice := NewField("Frequenza", NewSelect([]Option{{Value: "g", Label: "Giornaliera"}}))
	choice.SetMissing(true)
	chosen := NewSelect([]Option{{Value: "g", Label: "Giornaliera"}})
	chosen.SetValue("g")
	tri := NewSegmented([]Option{{"si", "Sì", ""}, {"no", "No", ""}, {"nn", "Non necessario", ""}})
	tri.SetValue("no")
	five := NewSegmented([]Option{{"1", "1", ""}, {"2", "2", ""}, {"3", "3", ""}, {"4", "4", ""}, {"5", "5", ""}})
	five.Compact = true
	five.SetValue("3")
	yes := NewCheck("Il personale ha ricevuto l'informativa e l'ha firmata", nil)
	yes.SetChecked(true)
	board := Column(GapField,
		Reflow(rest, missing, focused, wrong, locked, NewField("Spento", off), choice, NewField("Scelta fatta", chosen),
			NewField("Dati particolari", tri), NewField("Gravità", five)),
		long, yes, NewCheck("Riceve la rassegna settimanale", nil))
	return board, func(fyne.Window) { focused.Focus() }
}

func catalogue() []Option {
	return []Option{
		{"vendita", "Vendita al banco", ""}, {"promo", "Attività promozionali", "marketing"}, {"paghe", "Paghe e contributi", ""},
		{"fatture", "Fatturazione elettronica", "obbligo di legge"}, {"cv", "Selezione del personale", ""},
		{"video", "Videosorveglianza", ""}, {"sito", "Sito web e modulo contatti", ""}, {"news", "Newsletter", "marketing"},
		{"sic", "Sicurezza sul lavoro", "d.lgs. 81/2008"}, {"forn", "Gestione dei fornitori", ""},
		{"lungo", "Adempimento di un obbligo legale al quale è soggetto il titolare del trattamento (art. 6, par. 1, lett. c)", ""},
	}
}

func pickerBoard() (fyne.CanvasObject, func(fyne.Window)) {
	many := NewMultiPicker(catalogue)
	many.SetValues("promo", "paghe", "fatture", "lungo", "video")
	one := NewPicker(catalogue)
	one.SetValues("paghe")
	empty := NewMultiPicker(catalogue)
	left := NewMultiPicker(catalogue)
	left.OnAdd = func(s string) (string, bool) { return s, true }
	left.SetValues("news")
	left.SetTyped("Tessera fedeltà")
	stray := NewPicker(catalogue)
	stray.SetTyped("Non c'è")
	lockedMany := NewMultiPicker(catalogue)
	lockedMany.SetValues("promo", "paghe")
	f := NewField("Finalità", lockedMany)
	f.SetLocked(true)
	wrong := NewField("Base giuridica", NewPicker(catalogue))
	wrong.SetError("Manca la base giuridica: senza, il trattamento non è lecito.")
	help := NewField("Finalità del trattamento", many)
	help.SetHelp("Perché si usano i dati, una voce per scopo.")
	return Column(GapField, help,
		Reflow(NewField("Finalità principale", one), NewField("Vuoto", empty), NewField("Testo lasciato", left),
			NewField("Testo non in elenco", stray), f, wrong)), nil
}

func openPickerBoard() (fyne.CanvasObject, func(fyne.Window)) {
	many := NewMultiPicker(catalogue)
	many.SetValues("promo")
	many.OnAdd = func(s string) (string, bool) { return s, true }
	below := NewField("Sotto", NewEntry(LongEntry))
	return Column(GapField, NewField("Finalità", many), below), func(w fyne.Window) {
		w.Canvas().Focus(many.FocusTarget())
		test.Type(many.entry, "el")
	}
}

func selectBoard() (fyne.CanvasObject, func(fyne.Window)) {
	s := NewSelect([]Option{{"g", "Giornaliera", ""}, {"s", "Settimanale", ""}, {"m", "Mensile", ""}, {"a", "Annuale", ""}})
	s.Optional = true
	s.SetValue("s")
	return Column(GapField, Reflow(NewField("Frequenza", s), NewField("Altro", NewEntry(TextEntry))), NewField("Sotto", NewEntry(LongEntry))), func(w fyne.Window) {
		w.Canvas().Focus(s)
		s.Open()
	}
}

func calendarBoard() (fyne.CanvasObject, func(fyne.Window)) {
	e := withText(NewEntry(DateEntry), "12/03/2026")
	e.Clock = func() time.Time { return time.Date(2026, 3, 20, 10, 0, 0, 0, time.UTC) }
	f := NewField("In servizio dal", e)
	f.ControlWidth = 160
	return Column(GapField, f, NewField("Sotto", NewEntry(LongEntry))), func(fyne.Window) { e.OpenCalendar() }
}

func rowsBoard() (fyne.CanvasObject, func(fyne.Window)) {
	names := []string{"Studio Rossi", "Hosting Srl", "Consulenza del lavoro associata di Cremona e provincia"}
	r := NewRows(RowsConfig{
		Count: func() int { return len(names) },
		Title: func(i int) string { return names[i] },
		Summary: func(i int) string {
			return "responsabile del trattamento, dal 01/02/2021, contratto firmato"
		},
		Build: func(i int) fyne.CanvasObject {
			return Reflow(NewField("Nome", withText(NewEntry(TextEntry), names[i])), NewField("Dal", NewEntry(DateEntry)))
		},
		Add: func() { names = append(names, "") }, AddLabel: "Aggiungi un fornitore",
		Move: func(from, to int) { names[from], names[to] = names[to], names[from] },
		Remove: func(i int) func() {
			return func() {}
		},
	})
	r.SetOpen(1, false)
	none := NewRows(RowsConfig{
		Count: func() int { return 0 }, Empty: "Nessun destinatario fuori dall'Unione europea.", NoneLabel: "Nessuno: lo dichiaro",
		Add: func() {}, AddLabel: "Aggiungi un destinatario",
	})
	return Column(GapField, NewField("Fornitori", r), NewField("Destinatari", none)), func(w fyne.Window) {
		w.Canvas().Focus(r.cards[0].head)
	}
}

func confirmBoard() (fyne.CanvasObject, func(fyne.Window)) {
	board, _ := fieldBoard()
	return board, func(w fyne.Window) {
		Confirm(w, "Eliminare la persona?", "«Ferri Elena» ha 3 nomine e 2 credenziali. Si possono riprendere dalla storia, ma spariscono dagli elenchi.", "Elimina", true, nil)
	}
}

func chooseBoard() (fyne.CanvasObject, func(fyne.Window)) {
	board, _ := pickerBoard()
	return board, func(w fyne.Window) {
		Choose(w, "Ci sono modifiche non salvate", "La scheda «Personale: paghe e gestione» ha modifiche che stanno solo nella bozza.",
			[]string{"Salva e passa oltre", "Tieni la bozza e passa oltre", "Annulla le modifiche"}, func(int) {})
	}
}

func errorBoard() (fyne.CanvasObject, func(fyne.Window)) {
	board, _ := pickerBoard()
	return board, func(w fyne.Window) {
		ShowError(w, "La copia non è riuscita", "Sulla chiavetta «BACKUP» non c'è abbastanza spazio: servono 12 MB, ne restano 3.", "Liberate spazio o usate un'altra chiavetta, poi riprovate.")
	}
}
