package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// The states that the board shows in its columns.
const (
	atRest = iota
	underPointer
	pressedDown
	withKeyboard
	switchedOff
)

// statesBoard shows what is pressed, typed into and chosen from, in each state.
func statesBoard() (fyne.CanvasObject, func(fyne.Window)) {
	type part interface {
		fyne.CanvasObject
		fyne.Focusable
	}
	options := []Option{{"si", "Sì", ""}, {"no", "No", ""}}
	field := func(chosen bool) func() part {
		return func() part {
			s := NewSelect([]Option{{"g", "Giornaliera", ""}})
			if chosen {
				s.SetValue("g")
			}
			return s
		}
	}
	ticked := func(checked bool) func() part {
		return func() part {
			c := NewCheck("Firmata", nil)
			c.SetChecked(checked)
			return c
		}
	}
	button := func(kind ButtonKind, label string, icon Icon) func() part {
		return func() part { return NewButton(kind, label, icon, nil) }
	}
	kinds := []struct {
		name string
		make func() part
	}{
		{"Pieno", button(Filled, "Salva", IconCheck)},
		{"Col bordo", button(Outlined, "Stampa", IconPrinter)},
		{"Semplice", button(Plain, "Annulla", IconUndo)},
		{"Pericolo", button(Danger, "Elimina", IconTrash)},
		{"Rimando", func() part { return NewLink("Storia", IconHistory, nil) }},
		{"Azione", func() part { return NewActionLink("Registra", IconChevronRight, nil) }},
		{"Testo", func() part { return withText(NewEntry(TextEntry), "Ferri") }},
		{"Data", func() part { return NewEntry(DateEntry) }},
		{"Tendina", field(true)},
		{"Vuota", field(false)},
		{"Segmenti", func() part {
			s := NewSegmented(options)
			s.SetValue("si")
			return s
		}},
		{"Casella", ticked(false)},
		{"Spuntata", ticked(true)},
		{"Filtro", func() part {
			t := &toggle{filter: Filter{Word: "Avvisi", Count: "3"}}
			t.extend(t, nil)
			return t
		}},
		{"Filtro scelto", func() part {
			t := &toggle{filter: Filter{Word: "Avvisi", Count: "3", On: true}}
			t.extend(t, nil)
			return t
		}},
	}
	var after []func()
	line := func(head string, cell func(state int) fyne.CanvasObject) fyne.CanvasObject {
		row := []fyne.CanvasObject{Fixed(96, NewHelp(head))}
		for state := atRest; state <= switchedOff; state++ {
			row = append(row, Fixed(130, cell(state)))
		}
		return Row(GapSmall, row...)
	}
	heads := []string{"a riposo", "puntatore", "premuto", "tastiera", "spento"}
	board := Column(GapTight, line("", func(state int) fyne.CanvasObject { return NewHelp(heads[state]) }))
	for _, k := range kinds {
		board.Add(line(k.name, func(state int) fyne.CanvasObject {
			p := k.make()
			switch state {
			case underPointer, pressedDown:
				after = append(after, func() {
					// Over its second half: that is the second of two segments.
					at := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(p.MinSize().Width*0.75, p.Size().Height/2)}, Button: desktop.MouseButtonPrimary}
					if h, ok := p.(desktop.Hoverable); ok {
						h.MouseIn(at)
					}
					if m, ok := p.(desktop.Mouseable); ok && state == pressedDown {
						if _, typed := p.(*Entry); !typed {
							m.MouseDown(at)
						}
					}
				})
			case withKeyboard:
				after = append(after, p.FocusGained)
			case switchedOff:
				p.(fyne.Disableable).Disable()
			}
			if _, filter := p.(*toggle); filter && state == switchedOff {
				return Spacer() // filters never are
			}
			return Row(0, p, Spacer())
		}))
	}
	tabs := NewSubTabs([]string{"Dati dell’ufficio", "Sedi", "Locali", "Reparti", "Fornitori"}, func(int) {})
	tabs.Select(1)
	keyed := NewSubTabs([]string{"Persone", "Mansioni"}, func(int) {})
	after = append(after, keyed.FocusGained, func() {
		tabs.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tabs.padded(0, GapPanel)+tabs.padded(1, GapPanel)+10, 10)}})
	})
	board.Add(Reflow(tabs, keyed))
	return board, func(fyne.Window) {
		for _, f := range after {
			f()
		}
	}
}

// wrongBoard shows what is wrong, at the left without the keyboard and at the right
// with it.
func wrongBoard() (fyne.CanvasObject, func(fyne.Window)) {
	two := []Option{{"si", "Sì", ""}, {"no", "No", ""}}
	pair := Reflow()
	var focused []fyne.CanvasObject
	for _, control := range []func() fyne.CanvasObject{
		func() fyne.CanvasObject { return withText(NewEntry(TextEntry), "26100 CR") },
		func() fyne.CanvasObject { return withText(NewEntry(DateEntry), "31/11/2026") },
		func() fyne.CanvasObject { return NewSelect(two) },
		func() fyne.CanvasObject { return NewSegmented(two) },
		func() fyne.CanvasObject { return NewMultiPicker(catalogue) },
		func() fyne.CanvasObject { return NewCheck("Firmata", nil) },
	} {
		for _, with := range []bool{false, true} {
			o := control()
			f := NewField("Campo", o)
			f.SetError("Così non va: si dice perché.")
			pair.Add(f)
			if with {
				focused = append(focused, o)
			}
		}
	}
	return pair, func(fyne.Window) {
		for _, o := range focused {
			focusTarget(o).FocusGained()
		}
	}
}

// gridBoard shows the picture of states wide, and where it is tight.
func gridBoard() (fyne.CanvasObject, func(fyne.Window)) {
	cols := []string{"Distruzione", "Perdita", "Modifica", "Divulgazione non autorizzata", "Accesso non autorizzato"}
	rows := []string{"Agenti fisici", "Eventi naturali", "Interruzione servizi", "Problemi tecnici", "Compromissione informazioni", "Azioni non autorizzate"}
	states := []GridCell{
		{Tone: ToneOK, Icon: IconCheck, Number: "3", Word: "coperto"},
		{Tone: ToneWarn, Icon: IconClose, Number: "2", Word: "scoperto"},
		{Tone: ToneError, Icon: IconWarning, Number: "12", Word: "scoperto"},
		{},
		{Tone: ToneNeutral, Icon: IconMinus, Word: "lasciato"},
	}
	grid := func() *StateGrid {
		g := NewStateGrid(cols, rows)
		g.SetShort([]string{"D", "P", "M", "Div", "A"})
		g.SetCells(func(r, c int) GridCell { return states[(r*2+c)%len(states)] })
		g.Choose(1, 1)
		return g
	}
	wide, tight := grid(), grid()
	narrow := Row(GapField, Fixed(tight.MinSize().Width/scaled(1), tight), Grow(NewHelp("Dove c'è poco posto: nomi brevi e soli segni.")))
	return Column(GapField, NewSubheading("Stati per riga e colonna"), wide, narrow), func(fyne.Window) {
		wide.FocusGained()
		wide.hoverRow, wide.hoverCol = 3, 3
		wide.Refresh()
	}
}

// ledgerBoard shows a table of records with their terms, wide and narrow.
func ledgerBoard() (fyne.CanvasObject, func(fyne.Window)) {
	table := func() *Ledger {
		l := NewLedger(LedgerColumn{"Sistema", 3}, LedgerColumn{"Durata", 3}, LedgerColumn{"Stato", 2.4}, LedgerColumn{"", 2.4})
		row := func(name string, tone Tone, icon Icon, state, words string, spent, term int, todo string) []fyne.CanvasObject {
			b := NewLifeBar()
			b.Set(tone, words, spent, term)
			return []fyne.CanvasObject{NewLine(name), b, NewChip(tone, icon, state), NewLink(todo, NoIcon, nil)}
		}
		l.SetRows([][]fyne.CanvasObject{
			row("Gestionale fatture", ToneError, IconWarning, "scaduta", "192 giorni su 92", 192, 92, "Registra cambio"),
			row("PC ufficio 2", ToneWarn, IconClock, "fra 8 giorni", "83 giorni su 91", 83, 91, "Registra cambio"),
			row("Posta elettronica", ToneOK, IconCheck, "valida", "33 giorni su 92", 33, 92, "Registra cambio"),
			row("Server", ToneNeutral, IconForbidden, "disattivata", "", 0, 1, "Apri"),
		})
		return l
	}
	narrow := Row(GapField, Fixed(300, table().Object()), Spacer())
	return Column(GapBlock, table().Object(), narrow), nil
}

// letterBoard shows letters in cells: with the keyboard and a letter under the
// pointer, and in little room.
func letterBoard() (fyne.CanvasObject, func(fyne.Window)) {
	_, wide := newPermits(60, 12)
	_, tight := newPermits(3, 2)
	legend := NewLetterLegend(wide.letters, "non permesso")
	tall := &fyne.Container{Layout: &tallLayout{}, Objects: []fyne.CanvasObject{wide}}
	return Column(GapField, legend, tall, Row(0, Fixed(420, tight), Spacer())), func(fyne.Window) {
		wide.FocusGained()
		wide.GoTo(6, 2, 1)
		wide.hover = letterAt{3, 3, 2}
		wide.Refresh()
	}
}

// tallLayout gives its object more height than it needs.
type tallLayout struct{}

func (*tallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
func (*tallLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, scaled(480))
}

// filesBoard shows the files of a field.
func filesBoard() (fyne.CanvasObject, func(fyne.Window)) {
	items := []FileItem{
		{IconDocument, "Contratto.pdf", "340 KB · aggiunto il 18/11/2026"},
		{IconPicture, "Fotografia dell’armadio chiuso a chiave nel corridoio del primo piano, presa dopo il cambio della serratura.jpeg", "1,2 MB"},
		{IconForbidden, "programma.exe", "12 KB"},
	}
	config := FileListConfig{
		Items: func() []FileItem { return items }, Add: func() {}, Open: func(int) {}, Save: func(int) {},
		Remove: func(i int) func() {
			items = append(items[:i:i], items[i+1:]...)
			return func() {}
		},
	}
	full := NewFileList(config)
	locked := NewFileList(FileListConfig{Items: func() []FileItem { return items[:1] }, Add: config.Add, Open: config.Open, Save: config.Save})
	locked.SetLocked(true)
	empty := NewFileList(FileListConfig{Items: func() []FileItem { return nil }, Add: config.Add})
	empty.Say(ToneError, "Il file «scansione.pdf» è di 31 MB: se ne allegano fino a 20.")
	board := Column(GapField, NewField("Allegati", full), Reflow(NewField("Senza modifiche", locked), NewField("Vuoto, e un rifiuto", empty)))
	return board, func(fyne.Window) {
		full.remove(2)
		full.rows[0].links[1].FocusGained()
	}
}

// progressBoard shows long work, half done, over a form; and the bars by themselves.
func progressBoard() (fyne.CanvasObject, func(fyne.Window)) {
	bars := Column(GapField, NewStyledLine("Barre: niente, un quarto, tutto", theme.SizeNameText, theme.ColorNameForeground, true))
	for _, n := range []int{0, 1, 4} {
		b := NewBar()
		b.SetValue(n, 4)
		bars.Add(b)
	}
	return bars, func(w fyne.Window) {
		p := ShowProgress(w, "Preparo 12 documenti", func() {})
		p.Set(5, 12, "Registro dei trattamenti del titolare")
	}
}
