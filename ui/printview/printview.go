// Package printview shows a paper before it is printed: the pages painted from
// the same list that is written to the PDF.
package printview

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Config is a paper to show and what its buttons do.
type Config struct {
	Title string
	Paper *pdf.Paper
	// Draft says that something is missing, and so BOZZA stands across the pages.
	Draft bool
	Back  func()
	Save  func()
	Open  func()
	Print func()
	// Each makes a letter for each name of a list; nil where the paper is no letter.
	Each func()
	// Sheet saves the paper as a workbook; nil where it is none.
	Sheet func()
	Fail  func(error)
}

// View is the preview of a paper.
type View struct {
	cfg     Config
	painter *painter
	at      int
	zoom    float32

	object     fyne.CanvasObject
	scroll     *container.Scroll
	sheet      *canvas.Image
	frame      *fyne.Container
	desk       *desk
	page       *kit.Line
	percent    *kit.Line
	prev, next *kit.Button
	index      *kit.SectionIndex // of the headings; nil where there are few
	headings   []pdf.HeadingAt
}

// newView makes the parts that every preview has.
func newView(cfg Config) *View {
	v := &View{cfg: cfg, painter: newPainter(), zoom: 1}
	v.sheet = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}
	v.frame = container.New(&pageLayout{v}, newSheet(v))
	v.scroll = container.NewScroll(v.frame)
	v.page, v.percent = kit.NewLine(""), kit.NewLine("")
	v.prev = kit.NewButton(kit.Outlined, "", kit.IconChevronLeft, func() { v.Go(v.at - 1) })
	v.next = kit.NewButton(kit.Outlined, "", kit.IconChevronRight, func() { v.Go(v.at + 1) })
	v.desk = newDesk(v)
	return v
}

// NewPages shows the pages of a paper and how to turn them, and nothing else: to
// stand beside what tells of the paper.
func NewPages(cfg Config) *View {
	v := newView(cfg)
	turn := kit.Row(kit.GapSmall, v.prev, v.page, v.next, kit.Spacer())
	v.object = kit.Frame(nil, kit.Column(0, kit.NewRule(theme.ColorNameSeparator), kit.Pad(kit.GapTight, kit.GapPanel, kit.GapTight, kit.GapPanel, turn)), nil, nil, v.desk)
	v.Go(0)
	return v
}

// New shows the first page of a paper.
func New(cfg Config) *View {
	v := newView(cfg)
	width := kit.NewButton(kit.Plain, words.T("Larghezza"), kit.NoIcon, func() { v.Zoom(1) })
	whole := kit.NewButton(kit.Plain, words.T("Pagina intera"), kit.NoIcon, v.fitPage)
	less := kit.NewButton(kit.Outlined, "", kit.IconMinus, func() { v.Zoom(v.zoom / 1.25) })
	more := kit.NewButton(kit.Outlined, "", kit.IconPlus, func() { v.Zoom(v.zoom * 1.25) })
	back := kit.NewButton(kit.Plain, words.T("Chiudi l’anteprima"), kit.IconChevronLeft, cfg.Back)
	save := kit.NewButton(kit.Outlined, words.T("Salva il PDF…"), kit.IconDownload, cfg.Save)
	open := kit.NewButton(kit.Outlined, words.T("Apri nel lettore PDF"), kit.IconEye, cfg.Open)
	send := kit.NewButton(kit.Filled, words.T("Stampa…"), kit.IconPrinter, cfg.Print)

	actions := []fyne.CanvasObject{open, save, send}
	if cfg.Each != nil {
		actions = append([]fyne.CanvasObject{kit.NewButton(kit.Outlined, words.T("Una per ogni nome…"), kit.IconPlus, cfg.Each)}, actions...)
	}
	if cfg.Sheet != nil {
		actions = append([]fyne.CanvasObject{kit.NewButton(kit.Outlined, words.T("Salva come foglio di calcolo…"), kit.IconTable, cfg.Sheet)}, actions...)
	}
	head := kit.Row(kit.GapPanel, back, kit.Grow(kit.NewStyledLine(cfg.Title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	if cfg.Draft { // whole, however long the title is
		head.Add(kit.NewChip(kit.ToneWarn, kit.IconPencil, words.T("bozza: manca qualcosa")))
	}
	pages := kit.Row(kit.GapSmall, v.prev, v.page, v.next, kit.Spacer(), width, whole, less, v.percent, more)
	v.object = kit.Record(head, v.desk, v.side(), kit.Column(0,
		kit.NewRule(theme.ColorNameSeparator), kit.Pad(kit.GapTight, kit.GapRecord, kit.GapTight, kit.GapRecord, pages),
		kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.NoIcon, ""), actions...)))
	v.Go(0)
	return v
}

// fewHeadings are so few that a column for them is not worth its room.
const fewHeadings = 4

// sideWidth is that of the column of headings at 100 % text.
const sideWidth = 230

// side lists the headings, each leading to its page.
func (v *View) side() fyne.CanvasObject {
	for _, h := range v.cfg.Paper.Headings() {
		if h.Level <= 2 {
			v.headings = append(v.headings, h)
		}
	}
	if len(v.headings) < fewHeadings || len(v.cfg.Paper.Pages) < 2 {
		v.headings = nil
		return nil
	}
	rows := make([]kit.SectionRow, len(v.headings))
	for i, h := range v.headings {
		// The index has numbers of its own.
		rows[i] = kit.SectionRow{Title: strings.TrimPrefix(h.Title, strconv.Itoa(i+1)+" "), State: strconv.Itoa(h.Page + 1)}
	}
	v.index = kit.NewSectionIndex(rows, func(i int) { v.Go(v.headings[i].Page) })
	return kit.Fixed(sideWidth, kit.SidePanel(kit.NewScroll(kit.Column(kit.GapSmall, kit.NewSubheading(words.T("Indice")), v.index))))
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Focus gives the keyboard to the pages: it turns them, and Enter prints.
func (v *View) Focus() { kit.FocusOn(v.desk) }

// fitPage shows a page whole.
func (v *View) fitPage() {
	page := v.cfg.Paper.Pages[v.at]
	room := v.scroll.Size()
	full := min(widestPage, max(narrowestSee, room.Width-2*pageMargin))
	v.Zoom((room.Height - 2*pageMargin) * float32(page.W/page.H) / full)
}

// Go shows a page, counted from 0; one that is not there changes nothing.
func (v *View) Go(page int) {
	if page < 0 || page >= len(v.cfg.Paper.Pages) {
		return
	}
	v.at = page
	v.page.SetText(words.F("%d di %d", page+1, len(v.cfg.Paper.Pages)))
	enable(v.prev, page > 0)
	enable(v.next, page < len(v.cfg.Paper.Pages)-1)
	if v.index != nil {
		at := -1
		for i, h := range v.headings {
			if h.Page <= page {
				at = i
			}
		}
		v.index.SetCurrent(max(0, at))
	}
	v.scroll.ScrollToTop()
	v.paint()
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Zoom shows the pages larger or smaller; 1 is the width of the window.
func (v *View) Zoom(zoom float32) {
	v.zoom = min(3, max(0.3, zoom))
	v.frame.Refresh()
	v.scroll.Refresh()
	v.paint()
}

func (v *View) paint() {
	v.percent.SetText(fmt.Sprintf("%.0f %%", v.zoom*100))
	width := v.sheet.Size().Width
	if width <= 0 {
		return
	}
	page := v.cfg.Paper.Pages[v.at]
	density := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.frame); c != nil {
		density = c.Scale()
	}
	img, err := v.painter.page(page, float64(width*density)/page.W)
	if err != nil {
		v.cfg.Fail(err)
		return
	}
	v.sheet.Image = img
	v.sheet.Refresh()
}

// pageLayout gives the page the width of the view, at most that of easy reading.
type pageLayout struct{ v *View }

const (
	pageMargin   = 16
	widestPage   = 900
	narrowestSee = 200
)

func (l *pageLayout) size(width float32) fyne.Size {
	page := l.v.cfg.Paper.Pages[l.v.at]
	w := min(widestPage, max(narrowestSee, width-2*pageMargin)) * l.v.zoom
	return fyne.NewSize(w, w*float32(page.H/page.W))
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	want := l.size(l.v.scroll.Size().Width)
	changed := want != l.v.sheet.Size()
	page := objects[0]
	page.Resize(want)
	l.v.sheet.Resize(want)
	page.Move(fyne.NewPos(max(pageMargin, (size.Width-want.Width)/2), pageMargin))
	if changed {
		l.v.paint()
	}
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	// The page follows the view: without zoom it never asks for more than there is.
	want := l.size(l.v.scroll.Size().Width)
	return fyne.NewSize(want.Width+2*pageMargin, want.Height+2*pageMargin)
}
