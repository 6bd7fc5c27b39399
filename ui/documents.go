package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// documentsPage lists the papers that were printed, each kept with its bytes.
type documentsPage struct {
	shell *Shell
	list  *kit.ListPane
	split *kit.PageView
	all   []app.Print
	rows  []app.Print
	text  string
}

func newDocumentsPage(s *Shell) *documentsPage {
	p := &documentsPage{shell: s}
	p.list = kit.NewListPane(words.T("Documenti"), "")
	p.list.SetModel(func() int { return len(p.rows) }, p.row)
	p.list.OnSelect = p.open
	p.list.OnSearch = func(text string) {
		p.text = strings.ToLower(text)
		p.filter()
	}
	p.list.SetSort(words.T("Dal più recente"))
	p.list.SetEmpty(words.T("Ancora nessun documento stampato"))
	p.split = kit.NewPageView(p.list, p.empty())
	return p
}

func (p *documentsPage) empty() fyne.CanvasObject {
	return kit.Sheet(kit.EmptyState(kit.IconPrinter, words.T("I documenti stampati restano qui"),
		words.T("Ogni documento che aprite o salvate si conserva così com’era, con la sua data e la sua impronta."), []kit.Step{
			{Title: words.T("Completate una scheda"), Text: words.T("Finché manca qualcosa, sulle pagine compare BOZZA.")},
			{Title: words.T("Stampatela"), Text: words.T("Con il tasto Stampa, o dal menu Stampa per i registri e gli elenchi.")},
			{Title: words.T("Ritrovatela qui"), Text: words.T("Anche fra anni, identica.")},
		}))
}

func (p *documentsPage) object() fyne.CanvasObject { return p.split.Object() }
func (p *documentsPage) focus()                    { p.list.FocusList() }
func (p *documentsPage) leave()                    {}
func (p *documentsPage) actions() actions          { return actions{search: p.list.FocusSearch} }

func (p *documentsPage) shown() {
	all, err := p.shell.cfg.Store.Prints(context.Background())
	if err != nil {
		p.shell.fail(err)
		return
	}
	p.all = all
	p.filter()
}

func (p *documentsPage) filter() {
	p.rows = nil
	for _, x := range p.all {
		if strings.Contains(strings.ToLower(x.Title), strings.TrimSpace(p.text)) {
			p.rows = append(p.rows, x)
		}
	}
	p.list.SetCount(fmt.Sprint(len(p.rows)))
	p.list.Refresh()
}

func (p *documentsPage) row(i int) kit.RowData {
	x := p.rows[i]
	d := kit.RowData{Title: x.Title, Second: form.MomentOf(x.At).String(), Word: x.State, Icon: kit.IconPrinter, Tone: kit.ToneWarn}
	switch x.State {
	case app.PrintDraft:
		d.Icon, d.Tone = kit.IconPencil, kit.ToneNeutral
	case app.PrintSuperseded:
		d.Icon, d.Tone = kit.IconHistory, kit.ToneNeutral
	case app.PrintSigned:
		d.Icon, d.Tone = kit.IconSignature, kit.ToneOK
	}
	return d
}

// open tells of a printed paper and offers to open it.
func (p *documentsPage) open(i int) {
	x := p.rows[i]
	revision := words.T("senza numero di revisione, perché incompleta")
	if x.Revision > 0 {
		revision = words.F("revisione %d", x.Revision)
	}
	body := kit.Column(kit.GapField,
		kit.NewText(words.F("Stampato il %s da %s, %s.", form.MomentOf(x.At).String(), x.Who, revision)),
		kit.NewField(words.T("Impronta SHA-256 del PDF"), locked(x.SHA256)),
		kit.NewHelp(words.T("L’impronta dimostra che il documento conservato è rimasto identico.")))
	open := kit.NewButton(kit.Filled, words.T("Apri il PDF"), kit.IconEye, func() {
		data, err := p.shell.cfg.Store.PrintPDF(context.Background(), x.UID)
		if err == nil {
			err = p.shell.openTemporary(x.Title, data)
		}
		if err != nil {
			p.shell.fail(err)
		}
	})
	row := p.row(i)
	head := kit.Row(kit.GapPanel, kit.Grow(kit.NewStyledLine(x.Title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)),
		kit.NewChip(row.Tone, row.Icon, row.Word))
	status := kit.NewStatus(kit.ToneOK, kit.IconLock, words.T("Conservato nel file dell’ufficio"))
	p.split.SetRecord(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, body))), nil,
		kit.ActionBar(status, open)))
}

func locked(text string) *kit.Entry {
	e := kit.NewEntry(kit.TextEntry)
	e.SetText(text)
	e.SetLocked(true)
	return e
}
