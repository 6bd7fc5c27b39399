package kit

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TestShots draws boards of the components into the folder that TUTELA_SHOTS
// names, to be looked at; without it there is nothing to do.
func TestShots(t *testing.T) {
	if os.Getenv("TUTELA_SHOTS") == "" {
		t.Skip("TUTELA_SHOTS is not set")
	}
	boards := map[string]func() fyne.CanvasObject{"registro": registerBoard, "pezzi": partsBoard, "vuoto": emptyBoard, "scadenze": homeBoard}
	draw := func(name, look string, th *Theme, size fyne.Size) {
		file := fmt.Sprintf("%s-%s-%.0f-%.0fx%.0f.png", name, look, th.Scale*100, size.Width, size.Height)
		// Each in a test of its own: windows must close before the next app.
		t.Run(file, func(t *testing.T) {
			use(t, th.Look, th.Scale)
			w := show(t, boards[name](), size.Width, size.Height)
			if name == "pezzi" { // no screen, but a list: nothing cut off
				w.Resize(fyne.NewSize(size.Width, max(size.Height, w.Content().MinSize().Height)))
			}
			w.Content().Refresh()
			if name == "pezzi" {
				w.Canvas().FocusNext()
			}
			keep(t, w, file)
		})
	}
	usual := fyne.NewSize(1366, 697)
	for name := range boards {
		for look, th := range map[string]Look{"chiaro": Light, "scuro": Dark, "contrasto": HighContrast} {
			draw(name, look, &Theme{Look: th, Scale: 1}, usual)
			draw(name, look, &Theme{Look: th, Scale: 1.5}, usual)
		}
		draw(name, "chiaro", &Theme{Scale: 2}, usual)
		draw(name, "chiaro", &Theme{Scale: 1}, fyne.NewSize(1024, 570))
		draw(name, "chiaro", &Theme{Scale: 1}, fyne.NewSize(1920, 1000))
	}
}

var sampleRows = []RowData{
	{Title: "Personale: paghe e gestione", Second: "Alla fine + 10 anni", Icon: IconWarning, Word: "3 avvisi", Tone: ToneWarn},
	{Title: "Candidati", Second: "6 mesi", Icon: IconCheck, Word: "completa", Tone: ToneOK},
	{Title: "Clienti e fatturazione elettronica dei prodotti da forno", Second: "10 anni dalla fine del rapporto", Icon: IconCheck, Word: "completa", Tone: ToneOK},
	{Title: "Newsletter", Second: "Fino a revoca", Icon: IconWarning, Word: "2 avvisi", Tone: ToneWarn},
	{Title: "Videosorveglianza negozio", Second: "24 ore", Icon: IconWarning, Word: "scaduta", Tone: ToneError},
}

func sampleRail() *Rail {
	r := NewRail([]RailItem{
		{"Scadenze", "", IconCalendar}, {"Ufficio", "", IconOffice}, {"Trattamenti", "Trattam.", IconDocument},
		{"Personale e credenziali", "Personale", IconPeopleKey}, {"Backup", "", IconDatabase},
		{"Violazioni", "Violaz.", IconShield}, {"Richieste", "", IconMail}, {"Documenti", "Docum.", IconPrinter},
	}, nil)
	r.SetOffice("Ferramenta Bianchi S.n.c.", "Cremona · ufficio.tutela")
	r.SetStatus(ToneOK, IconCheck, "Tutto salvato, 17:42")
	r.SetHint("Ctrl+1…8 cambia scheda")
	r.SetBadge(0, 7, 0)
	r.SetBadge(2, 0, 3)
	r.SetBadge(3, 0, 4)
	r.SetBadge(4, 1, 0)
	r.SetBadge(5, 1, 2)
	r.SetBadge(7, 0, 120)
	r.Select(2)
	return r
}

func samplePane(rows int) *ListPane {
	p := NewListPane("Trattamenti", "Nuovo")
	p.SetModel(func() int { return rows }, func(i int) RowData { return sampleRows[i%len(sampleRows)] })
	p.SetSort("Per nome")
	p.SetCount("8 e 2 archiviati")
	p.SetFoot(NewLink("Stampa il registro", IconPrinter, nil), NewLink("Copertura", IconEye, nil))
	return p
}

func sampleMatrix() *HeatMap {
	m := NewHeatMap(
		[]string{"Trascurabili", "Marginali", "Limitate", "Gravi", "Gravissime"},
		[]string{"Quasi certo", "Molto probabile", "Probabile", "Poco probabile", "Improbabile"},
		func(r, c int) (int, string, int) {
			n := (5 - r) * (c + 1)
			switch {
			case n <= 3:
				return n, "Accett.", 1
			case n <= 6:
				return n, "Medio-b.", 2
			case n <= 12:
				return n, "Rilev.", 3
			}
			return n, "Alto", 4
		})
	m.SetAxes("Probabilità ↑", "Conseguenze →")
	m.Choose(2, 3)
	return m
}

func registerBoard() fyne.CanvasObject {
	pane := samplePane(8)
	pane.Select(0)
	head := NewSectionHead(3, "Processo di trattamento")
	head.SetCount("12 di 13 campi")
	risk := NewSectionHead(7, "Valutazione del livello di rischio")
	risk.SetState(ToneWarn, IconWarning, "data da correggere")
	body := NewScroll(Pad(GapSmall, 0, GapField, GapRecord, Column(GapField,
		head,
		NewFinding(1, "In «Tipo di dati» c'è «Certificati medici», che è un dato particolare: qui ci vuole Sì.", func() {}),
		risk,
		Row(GapField, sampleMatrix(), Spacer()),
		NewText("Da 8 a 12: servono altre misure, con una data. Il testo lungo va a capo alla parola e l'altezza segue la larghezza che gli è data."),
		NewHelp("Che cosa farete per ridurre il rischio, in una frase."),
	)))
	index := NewSectionIndex([]SectionRow{
		{"Struttura", ToneOK, IconCheck, "completa"}, {"Personale coinvolto", ToneOK, IconCheck, "completa"},
		{"Processo", ToneWarn, IconWarning, "da vedere"}, {"Elaborazione", ToneOK, IconCheck, "completa"},
		{"Archiviazione", ToneWarn, IconWarning, "da vedere"}, {"Backup", ToneWarn, IconWarning, "da vedere"},
		{"Livello di rischio", ToneAccent, IconPencil, "in lavoro"}, {"Misure e copertura", ToneOK, IconCheck, "completa"},
	}, nil)
	index.SetCurrent(6)
	side := SidePanel(Column(GapSmall,
		NewSubheading("Sezioni"), index, NewRule(theme.ColorNameSeparator),
		Row(GapSmall, Grow(NewSubheading("Controlla")), NewChip(ToneWarn, IconWarning, "3 avvisi")),
		FindingItem(1, "Certificati medici fra i tipi di dati, ma Dati particolari è No.", "3 Dati particolari", nil),
		FindingItem(2, "Luca Sala ha ancora accesso, ma è uscito il 30/10/2026.", "5 Archiviazione", nil),
	))
	title := Row(GapField,
		Grow(Column(0,
			NewStyledLine("Personale: paghe e gestione", theme.SizeNameHeadingText, theme.ColorNameForeground, true),
			NewStyledLine("Scheda creata il 12/03/2019 · Ultimo aggiornamento 18/11/2026 · versione 7", theme.SizeNameCaptionText, ColorInk2, false))),
		NewChip(ToneNeutral, IconPencil, "modifiche non salvate"))
	bar := ActionBar(NewStatus(ToneOK, IconCheck, "Bozza al sicuro, 17:48"),
		NewButton(Plain, "Annulla modifiche", IconUndo, nil),
		NewButton(Outlined, "Stampa", IconPrinter, nil),
		NewButton(Filled, "Salva", IconCheck, nil))
	record := Record(title, body, Fixed(240, side), bar)
	return Layers(NewSurface(theme.ColorNameBackground, "", 0), BesideRail(sampleRail(),
		page(NewPageView(pane, record))))
}

func page(v *PageView) fyne.CanvasObject {
	v.ShowRecord()
	return Pad(GapPanel, GapField, GapPanel, GapField, v.Object())
}

func emptyBoard() fyne.CanvasObject {
	pane := samplePane(0)
	pane.SetEmpty("Ancora nessuna richiesta")
	e := EmptyState(IconMail, "Qui si registrano le richieste delle persone",
		"Quando qualcuno chiede di vedere, correggere o cancellare i suoi dati, avete un mese per rispondere (art. 12(3)). Tutela conta i giorni e prepara la risposta.",
		[]Step{{"Registrate la richiesta", "Anche se è arrivata a voce: chi, quando, che cosa chiede."},
			{"Verificate chi è", "Basta un documento, o un dato che solo lei conosce."},
			{"Rispondete entro la scadenza", "La lettera è già scritta: la correggete, la stampate, la firmate."}},
		NewButton(Filled, "Registra la prima richiesta", IconPlus, nil),
		NewButton(Outlined, "Stampa il modulo in bianco", IconPrinter, nil))
	return Layers(NewSurface(theme.ColorNameBackground, "", 0), BesideRail(sampleRail(),
		page(NewPageView(pane, Sheet(NewScroll(e))))))
}

func partsBoard() fyne.CanvasObject {
	off := NewButton(Outlined, "Spento", NoIcon, nil)
	off.Disable()
	hover := NewButton(Outlined, "Sotto il puntatore", NoIcon, nil)
	hover.MouseIn(nil)
	down := NewButton(Filled, "Premuto", NoIcon, nil)
	down.MouseDown(nil)
	ringed := NewButton(Outlined, "Con fuoco", NoIcon, nil)
	ringed.FocusGained()
	danger := NewButton(Danger, "Elimina…", IconTrash, nil)
	danger.FocusGained()
	icons := Flow(GapPanel)
	entries, _ := iconFiles.ReadDir("icons")
	for _, e := range entries {
		if name := e.Name(); name != "app.svg" {
			icons.Add(NewIcon(Icon(name[:len(name)-4]), theme.ColorNameForeground, theme.SizeNameHeadingText))
		}
	}
	pick := sampleMatrix()
	pick.FocusGained()
	pick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	row := NewListRow()
	row.SetRow(sampleRows[2])
	row.SetMarked(true)
	left := Column(GapField,
		NewSubheading("Pulsanti"),
		Flow(GapSmall, NewButton(Filled, "Salva", IconCheck, nil), NewButton(Outlined, "Stampa", IconPrinter, nil),
			NewButton(Plain, "Annulla", NoIcon, nil), NewButton(Danger, "Elimina…", IconTrash, nil), off, hover, down, ringed, danger,
			NewButton(Outlined, "", IconChevronRight, nil)),
		Flow(GapSmall, NewLink("Stampa il registro", IconPrinter, nil), NewActionLink("Registra", IconChevronRight, nil)),
		NewSubheading("Stati: segno + parola + colore"),
		Flow(GapSmall, NewChip(ToneNeutral, IconPencil, "bozza"), NewChip(ToneWarn, IconPrinter, "stampato"),
			NewChip(ToneOK, IconSignature, "firmato"), NewChip(ToneError, IconWarning, "scaduta"),
			NewChip(ToneWarn, IconClock, "fra 9 giorni"), NewChip(ToneNeutral, IconHistory, "superato"),
			NewChip(ToneNeutral, IconForbidden, "revocata"), NewChip(ToneAccent, IconArrowRight, "adesso")),
		NewSubheading("Segni"), icons, row,
	)
	right := Column(GapField,
		NewHeading("20 titolo del foglio"), NewSubheading("16 titolo di sezione"), NewText("14 testo, etichette, righe"),
		NewHelp("12 aiuto, date, seconda riga"),
		NewFinding(2, "Avviso di Controlla: non blocca.", nil),
		pick,
		Tinted(ToneWarn, Row(GapPanel, NewIcon(IconClock, theme.ColorNameWarning, theme.SizeNameHeadingText),
			Grow(Column(0, NewSubheading("Violazione 3/2026: restano 21 h 42 min"), NewHelp("Notebook smarrito"))),
			NewButton(Filled, "Continua da S3", IconArrowRight, nil))),
	)
	return Layers(NewSurface(theme.ColorNameBackground, "", 0),
		Pad(GapPanel, GapPanel, GapPanel, GapPanel, Panel(Reflow(left, right))))
}
