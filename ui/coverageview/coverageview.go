// Package coverageview shows which risks of which dangers the measures cover: a
// picture of the six dangers by the five risks, and beside it what there is to
// say and to do of the cell that is chosen.
package coverageview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/risk"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Config is what a picture shows.
type Config struct {
	// Cell tells how a cell stands now.
	Cell func(danger, risk string) Cell
	// Name is a measure in words.
	Name func(slug string) string
	// Offer gives what can be done about a bare cell; may be nil.
	Offer func(c app.Cell) []fyne.CanvasObject
	// Reason says why a danger was set aside.
	Reason func(danger string) string
	// Beside puts the words beside the picture where there is room, else they stand
	// below it.
	Beside bool
	// Moved tells that the picture needs another height.
	Moved func()
}

// Cell is a cell of the picture. Where it sums several treatments up, In is in
// how many of them it is bare.
type Cell struct {
	app.Cell
	In int
}

// View is the picture with its words.
type View struct {
	cfg     Config
	dangers []risk.Danger
	risks   []risk.Risk
	cells   []Cell // row by row, as they are drawn
	grid    *kit.StateGrid
	beside  *fyne.Container
	object  fyne.CanvasObject
}

// besideWidth is the least width of the words beside the picture, at 100 % text.
const besideWidth = 240

// New draws the picture; its first bare cell is chosen.
func New(cfg Config) *View {
	v := &View{cfg: cfg, dangers: risk.Dangers(), risks: risk.Risks(), beside: kit.Column(kit.GapSmall)}
	rows, cols, letters := make([]string, len(v.dangers)), make([]string, len(v.risks)), make([]string, len(v.risks))
	for i, d := range v.dangers {
		rows[i] = d.Name
	}
	for i, r := range v.risks {
		cols[i], letters[i] = r.Label, r.Letter
	}
	v.grid = kit.NewStateGrid(cols, rows)
	v.grid.SetShort(letters)
	v.grid.OnChosen = func(int, int) {
		v.tell()
		v.moved()
	}
	v.object = kit.Column(kit.GapField, v.grid, v.beside)
	if cfg.Beside {
		v.object = kit.Beside(besideWidth, v.grid, v.beside)
	}
	v.ask()
	v.chooseBare()
	v.tell()
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Focus gives the keyboard to the picture.
func (v *View) Focus() { kit.FocusOn(v.grid) }

// Sync shows how the cells stand now. Where none has changed nothing is drawn.
func (v *View) Sync() {
	if v.ask() {
		v.tell()
	}
}

// ask reads all cells and tells whether one is another than before.
func (v *View) ask() bool {
	var now []Cell
	for _, d := range v.dangers {
		for _, r := range v.risks {
			now = append(now, v.cfg.Cell(d.Slug, r.Slug))
		}
	}
	same := len(now) == len(v.cells)
	for i := range now {
		same = same && now[i].State == v.cells[i].State && now[i].In == v.cells[i].In && slices.Equal(now[i].By, v.cells[i].By)
	}
	if same {
		return false
	}
	v.cells = now
	v.grid.SetCells(func(row, col int) kit.GridCell { return drawn(v.at(row, col)) })
	return true
}

func (v *View) at(row, col int) Cell { return v.cells[row*len(v.risks)+col] }

// Bare is how many cells nothing covers.
func (v *View) Bare() int {
	n := 0
	for _, c := range v.cells {
		if c.State == app.Bare {
			n++
		}
	}
	return n
}

func (v *View) chooseBare() {
	for i, c := range v.cells {
		if c.State == app.Bare {
			v.grid.Choose(i/len(v.risks), i%len(v.risks))
			return
		}
	}
}

// drawn is a cell as the picture shows it: sign and word beside the colour.
func drawn(c Cell) kit.GridCell {
	switch c.State {
	case app.Covered:
		n := len(c.By)
		return kit.GridCell{Tone: kit.ToneOK, Icon: kit.IconCheck, Word: words.Plural(n, "%d misura", "%d misure"),
			Spoken: words.Plural(n, "coperta da %d misura", "coperta da %d misure")}
	case app.NotRelevant:
		return kit.GridCell{Tone: kit.ToneNeutral, Icon: kit.IconForbidden, Word: words.T("esclusa"), Spoken: words.T("messa da parte")}
	case app.Bare:
		g := kit.GridCell{Tone: kit.ToneWarn, Icon: kit.IconWarning, Word: words.T("scoperta"), Spoken: words.T("scoperta")}
		if c.In > 0 {
			g.Number, g.Word = strconv.Itoa(c.In), words.T("schede")
			g.Spoken = words.Plural(c.In, "scoperta in %d scheda", "scoperta in %d schede")
			if c.In == 1 {
				g.Word = words.T("scheda")
			}
		}
		return g
	}
	return kit.GridCell{Spoken: words.T("questo pericolo non porta questo rischio")}
}

// tell says beside the picture how the chosen cell stands.
func (v *View) tell() {
	row, col := v.grid.Chosen()
	c, d := v.at(row, col), v.dangers[row]
	said := []fyne.CanvasObject{
		kit.NewStyledText(d.Name+" · "+v.risks[col].Label, theme.SizeNameText, theme.ColorNameForeground, true),
		kit.NewHelp(d.Label[len(d.Name):]),
	}
	switch c.State {
	case app.Covered:
		said = append(said, kit.NewText(words.T("Coperta da:")))
		for _, slug := range c.By {
			said = append(said, kit.RowTop(kit.GapTight, kit.NewText("•"), kit.Grow(kit.NewText(v.cfg.Name(slug)))))
		}
	case app.NotRelevant:
		said = append(said, kit.NewText(words.F("Non riguarda questi dati: %s", v.cfg.Reason(d.Slug))))
	case app.Bare:
		if v.cfg.Offer != nil {
			said = append(said, v.cfg.Offer(c.Cell)...)
		}
	default:
		said = append(said, kit.NewText(words.T("Questo pericolo di solito non porta questo rischio: non serve coprirlo.")))
	}
	v.beside.Objects = said
	v.beside.Refresh()
}

func (v *View) moved() {
	if v.cfg.Moved != nil {
		v.cfg.Moved()
	}
}

// Suggestions offers measures that would cover a bare cell, each with links to
// take it up; those that are not shown are counted.
func Suggestions(slugs []string, name func(string) string, links func(slug string) []fyne.CanvasObject) []fyne.CanvasObject {
	const most = 4
	var out []fyne.CanvasObject
	if len(slugs) == 0 {
		return out
	}
	out = append(out, kit.NewHelp(words.T("La coprirebbe, per esempio:")))
	for _, slug := range slugs[:min(most, len(slugs))] {
		out = append(out, kit.Column(2, kit.NewText(name(slug)), kit.Flow(kit.GapField, links(slug)...)))
	}
	if n := len(slugs) - most; n > 0 {
		out = append(out, kit.NewHelp(words.Plural(n, "e %d altra nell’elenco delle misure", "e altre %d nell’elenco delle misure")))
	}
	return out
}
