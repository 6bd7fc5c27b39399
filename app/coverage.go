package app

import (
	"slices"

	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/risk"
)

// Cell is one danger and one risk of a coverage picture.
type Cell struct {
	Danger, Risk string
	State        CellState
	// By names the measures in being that cover it, by slug, each once.
	By []string
}

// CellState tells how a cell of the coverage stands.
type CellState int

// The states of a cell.
const (
	NoRisk      CellState = iota // the danger does not bring the risk
	Bare                         // no measure in being covers it
	Covered                      // at least one does
	NotRelevant                  // the office says, with a reason, that the danger does not concern these data
)

// Coverage is the picture of the six dangers by the five risks of a treatment
// (spec 1.3; decision A16).
type Coverage struct {
	cells map[[2]string]*Cell
}

// CoverageOf looks which cells the measures of a treatment and those of the whole
// office cover. Only what is in being covers; a negative measure covers nothing.
func CoverageOf(book *catalogue.Book, t *Treatment, office []*OfficeMeasure) Coverage {
	c := Coverage{cells: map[[2]string]*Cell{}}
	for _, d := range risk.Dangers() {
		for _, r := range risk.Risks() {
			cell := &Cell{Danger: d.Slug, Risk: r.Slug}
			if d.Brings(r.Slug) {
				cell.State = Bare
				if t.Irrelevant(d.Slug) {
					cell.State = NotRelevant
				}
			}
			c.cells[[2]string{d.Slug, r.Slug}] = cell
		}
	}
	for _, m := range t.Measures {
		c.add(book, t, m)
	}
	for _, m := range office {
		c.add(book, t, &m.Measure)
	}
	return c
}

func (c Coverage) add(book *catalogue.Book, t *Treatment, m *Measure) {
	if m.State != InPlace || Negative(book, m.Measure) {
		return
	}
	for _, d := range m.Dangers {
		for _, r := range d.Risks {
			cell := c.cells[[2]string{d.Danger, r}]
			if cell == nil {
				continue
			}
			switch {
			case cell.State == Bare:
				cell.State = Covered
			case cell.State == NoRisk && !t.Irrelevant(d.Danger):
				// A tick where the danger brings no risk by default says that here it does.
				cell.State = Covered
			}
			if !slices.Contains(cell.By, m.Measure) {
				cell.By = append(cell.By, m.Measure)
			}
		}
	}
}

// Negative tells of a measure that it is a lack of one: it is printed with the
// others and covers nothing.
func Negative(book *catalogue.Book, slug string) bool {
	e, ok := book.Find("measure", slug)
	return ok && e.Is("negative")
}

// Meets tells whether a measure is ticked against a risk of a danger.
func (m *Measure) Meets(danger, risk string) bool {
	return slices.ContainsFunc(m.Dangers, func(d *Danger) bool { return d.Danger == danger && slices.Contains(d.Risks, risk) })
}

// Cell gives one cell.
func (c Coverage) Cell(danger, risk string) Cell {
	if x := c.cells[[2]string{danger, risk}]; x != nil {
		return *x
	}
	return Cell{Danger: danger, Risk: risk}
}

// Bare are the cells that nothing covers, in the order of the table.
func (c Coverage) Bare() []Cell {
	var out []Cell
	for _, d := range risk.Dangers() {
		for _, r := range risk.Risks() {
			if x := c.Cell(d.Slug, r.Slug); x.State == Bare {
				out = append(out, x)
			}
		}
	}
	return out
}

// BareDangers are the dangers of which no risk at all is covered.
func (c Coverage) BareDangers() []risk.Danger {
	var out []risk.Danger
	for _, d := range risk.Dangers() {
		bare := true
		for _, r := range d.Risks {
			bare = bare && c.Cell(d.Slug, r).State == Bare
		}
		if bare {
			out = append(out, d)
		}
	}
	return out
}

// OfficeCell is a cell of the office: in how many of its treatments it is bare.
type OfficeCell struct {
	Cell
	// Bare lists the treatments in which nothing covers the cell.
	Bare []*Treatment
}

// OfficeCoverage sums up the treatments that go on at the day of the dossier.
func OfficeCoverage(d *Dossier) map[[2]string]OfficeCell {
	return SumCoverage(d.Catalogues, GoingOn(d), All(d, OfficeMeasureForm))
}

// GoingOn are the treatments that are not archived, at the day of the dossier.
func GoingOn(d *Dossier) []*Treatment {
	var out []*Treatment
	for _, t := range All(d, TreatmentForm) {
		if t.Archived == "" || d.AsOf != "" && t.Archived > d.AsOf {
			out = append(out, t)
		}
	}
	return out
}

// SumCoverage sums treatments up: a cell is bare if it is in any of them (decision
// A16), not relevant if it is in all that the danger could concern.
func SumCoverage(book *catalogue.Book, list []*Treatment, office []*OfficeMeasure) map[[2]string]OfficeCell {
	out := map[[2]string]OfficeCell{}
	for _, t := range list {
		for at, cell := range CoverageOf(book, t, office).cells {
			sum, known := out[at]
			if !known {
				sum.Cell = Cell{Danger: cell.Danger, Risk: cell.Risk, State: cell.State}
			}
			switch {
			case cell.State == Bare:
				sum.State = Bare
				sum.Bare = append(sum.Bare, t)
			case cell.State == Covered && sum.State != Bare:
				sum.State = Covered
			}
			for _, slug := range cell.By {
				if !slices.Contains(sum.By, slug) {
					sum.By = append(sum.By, slug)
				}
			}
			out[at] = sum
		}
	}
	return out
}

// Irrelevance says why a danger does not concern the data of a treatment.
type Irrelevance struct{ Danger, Reason string }

var irrelevanceForm = form.Form[Irrelevance]{
	Key: "irrelevance", One: "pericolo", Many: "Pericoli non pertinenti",
	Title: func(i *Irrelevance) string { return i.Danger },
	Sections: []form.Section[Irrelevance]{{Fields: []form.F[Irrelevance]{
		form.Entry("danger", "Pericolo", "danger", func(i *Irrelevance) *string { return &i.Danger }).Need().Column(),
		form.Text("why", "Perché non riguarda questi dati", func(i *Irrelevance) *string { return &i.Reason }).Need().Column(),
	}}},
}

// Irrelevant tells whether the office set a danger aside, with a reason.
func (t *Treatment) Irrelevant(danger string) bool {
	return slices.ContainsFunc(t.SetAside, func(i *Irrelevance) bool { return i.Danger == danger && i.Reason != "" })
}

// Covering are the measures of the catalogue that meet a danger, for a bare cell
// to offer, in the order of the catalogue.
func Covering(book *catalogue.Book, danger string) []catalogue.Entry {
	var out []catalogue.Entry
	for _, e := range book.Entries("measure") {
		if e.Has("dangers", danger) && !e.Is("negative") {
			out = append(out, e)
		}
	}
	return out
}

// Suggested are the measures that would cover a cell, those first that would cover
// most of the bare cells given beside it.
func Suggested(book *catalogue.Book, at Cell, bare []Cell) []catalogue.Entry {
	out := Covering(book, at.Danger)
	gain := make(map[string]int, len(out))
	for _, e := range out {
		for _, c := range bare {
			if e.Has("dangers", c.Danger) {
				gain[e.Slug]++
			}
		}
	}
	slices.SortStableFunc(out, func(a, b catalogue.Entry) int { return gain[b.Slug] - gain[a.Slug] })
	return out
}
