package app_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/risk"
)

// chance makes treatments of any shape: measures of every state, of the catalogue
// and of the office itself, with dangers and risks ticked and cut.
type chance struct {
	*rand.Rand
	book  *catalogue.Book
	slugs []string
}

func newChance(t *testing.T, seed uint64) *chance {
	t.Helper()
	book, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	c := &chance{Rand: rand.New(rand.NewPCG(seed, 16)), book: book, slugs: []string{"own-measure", ""}}
	for _, e := range book.Entries("measure") {
		c.slugs = append(c.slugs, e.Slug)
	}
	return c
}

func (c *chance) measure(state string) *app.Measure {
	m := &app.Measure{Measure: c.slugs[c.IntN(len(c.slugs))], State: state}
	if c.IntN(3) > 0 {
		e, _ := c.book.Find("measure", m.Measure)
		m.Dangers = app.DangersOf(e.Values("dangers"))
		return m
	}
	for range c.IntN(4) {
		d := &app.Danger{Danger: risk.Dangers()[c.IntN(6)].Slug}
		for _, r := range risk.Risks() {
			if c.IntN(2) == 0 {
				d.Risks = append(d.Risks, r.Slug)
			}
		}
		m.Dangers = append(m.Dangers, d)
	}
	return m
}

func (c *chance) state() string {
	return []string{app.InPlace, app.ToAdopt, app.NotApplicable, ""}[c.IntN(4)]
}

func (c *chance) treatment() *app.Treatment {
	t := &app.Treatment{Title: fmt.Sprint(c.IntN(1000))}
	for range c.IntN(6) {
		t.Measures = append(t.Measures, c.measure(c.state()))
	}
	for range c.IntN(3) {
		t.SetAside = append(t.SetAside, &app.Irrelevance{Danger: risk.Dangers()[c.IntN(6)].Slug, Reason: []string{"", "non ci riguarda"}[c.IntN(2)]})
	}
	return t
}

func (c *chance) office() []*app.OfficeMeasure {
	var out []*app.OfficeMeasure
	for range c.IntN(3) {
		out = append(out, &app.OfficeMeasure{Measure: *c.measure(c.state())})
	}
	return out
}

// each gives every cell of a coverage, in the order of the table.
func each(c app.Coverage) []app.Cell {
	var out []app.Cell
	for _, d := range risk.Dangers() {
		for _, r := range risk.Risks() {
			out = append(out, c.Cell(d.Slug, r.Slug))
		}
	}
	return out
}

const rounds = 3000

// TestAddingNeverUncovers: one measure more, of whatever state, in the sheet or in
// the office, takes cover from no cell; one that is not in being gives none.
func TestAddingNeverUncovers(t *testing.T) {
	c := newChance(t, 1)
	gained := 0
	for range 4 * rounds { // one in four is in being
		x, office := c.treatment(), c.office()
		before := each(app.CoverageOf(c.book, x, office))
		state := c.state()
		if m := c.measure(state); c.IntN(2) == 0 {
			x.Measures = slices.Insert(x.Measures, c.IntN(len(x.Measures)+1), m)
		} else {
			office = append(office, &app.OfficeMeasure{Measure: *m})
		}
		for i, after := range each(app.CoverageOf(c.book, x, office)) {
			was := before[i]
			switch {
			case was.State == app.Covered && after.State != app.Covered, was.State == app.NotRelevant && after.State != app.NotRelevant:
				t.Fatalf("%s, %s: from %v to %v", was.Danger, was.Risk, was.State, after.State)
			case state != app.InPlace && !reflect.DeepEqual(was, after):
				t.Fatalf("a measure %q changes a cell: %+v, %+v", state, was, after)
			}
			for _, slug := range was.By {
				if !slices.Contains(after.By, slug) {
					t.Fatalf("%s no longer covers %s, %s", slug, was.Danger, was.Risk)
				}
			}
			if was.State == app.Bare && after.State == app.Covered {
				gained++
			}
		}
	}
	if gained == 0 {
		t.Error("no measure ever covered a bare cell: the treatments are not of every shape")
	}
}

// losing checks that a change covers no cell anew: what was covered stays so or
// loses its cover, by no measure that was not there; the rest stands.
func losing(t *testing.T, before, after []app.Cell) (lost int) {
	t.Helper()
	for i, now := range after {
		was := before[i]
		for _, slug := range now.By {
			if !slices.Contains(was.By, slug) {
				t.Fatalf("%s now covers %s, %s", slug, was.Danger, was.Risk)
			}
		}
		switch {
		case was.State == app.Covered && now.State != app.Covered:
			lost++
		case was.State != now.State:
			t.Fatalf("%s, %s: from %v to %v", was.Danger, was.Risk, was.State, now.State)
		}
	}
	return lost
}

// anyMeasure picks one of the sheet or of the office; nil where there is none.
func (c *chance) anyMeasure(x *app.Treatment, office []*app.OfficeMeasure) *app.Measure {
	all := slices.Clone(x.Measures)
	for _, m := range office {
		all = append(all, &m.Measure)
	}
	if len(all) == 0 {
		return nil
	}
	return all[c.IntN(len(all))]
}

// TestAnotherStateNeverCoversMore: a measure set to any state but in being covers
// no more than before.
func TestAnotherStateNeverCoversMore(t *testing.T) {
	c, lost := newChance(t, 6), 0
	for range rounds {
		x, office := c.treatment(), c.office()
		m := c.anyMeasure(x, office)
		if m == nil {
			continue
		}
		before := each(app.CoverageOf(c.book, x, office))
		m.State = []string{app.ToAdopt, app.NotApplicable, ""}[c.IntN(3)]
		lost += losing(t, before, each(app.CoverageOf(c.book, x, office)))
	}
	if lost == 0 {
		t.Error("no cell ever lost its cover: the treatments are not of every shape")
	}
}

// TestTickingOffNeverCoversMore: neither a risk less nor a danger less covers.
func TestTickingOffNeverCoversMore(t *testing.T) {
	c, lost := newChance(t, 7), 0
	for range rounds {
		x, office := c.treatment(), c.office()
		m := c.anyMeasure(x, office)
		if m == nil || len(m.Dangers) == 0 {
			continue
		}
		before := each(app.CoverageOf(c.book, x, office))
		at := c.IntN(len(m.Dangers))
		if d := m.Dangers[at]; len(d.Risks) > 0 && c.IntN(4) > 0 {
			cut := c.IntN(len(d.Risks))
			d.Risks = slices.Delete(slices.Clone(d.Risks), cut, cut+1)
		} else {
			m.Dangers = slices.Delete(m.Dangers, at, at+1)
		}
		lost += losing(t, before, each(app.CoverageOf(c.book, x, office)))
	}
	if lost == 0 {
		t.Error("no cell ever lost its cover: the treatments are not of every shape")
	}
}

// TestSettingAsideAndBack: with its reason it takes all that is bare of a danger,
// and nothing else; taken back, all is as it was.
func TestSettingAsideAndBack(t *testing.T) {
	c := newChance(t, 2)
	for range rounds {
		x, office := c.treatment(), c.office()
		danger := risk.Dangers()[c.IntN(6)].Slug
		x.SetAside = slices.DeleteFunc(x.SetAside, func(i *app.Irrelevance) bool { return i.Danger == danger })
		before := each(app.CoverageOf(c.book, x, office))
		x.SetAside = append(x.SetAside, &app.Irrelevance{Danger: danger})
		if !reflect.DeepEqual(before, each(app.CoverageOf(c.book, x, office))) {
			t.Fatal("without a reason a danger is set aside")
		}
		x.SetAside[len(x.SetAside)-1].Reason = "non ci riguarda"
		for i, after := range each(app.CoverageOf(c.book, x, office)) {
			was := before[i]
			switch {
			case was.Danger != danger && !reflect.DeepEqual(was, after):
				t.Fatalf("%s set aside changes %+v to %+v", danger, was, after)
			case was.Danger == danger && (after.State == app.Bare || after.State == app.Covered):
				t.Fatalf("%s is set aside, and %s is %v", danger, was.Risk, after.State)
			}
		}
		x.SetAside = x.SetAside[:len(x.SetAside)-1]
		if !reflect.DeepEqual(before, each(app.CoverageOf(c.book, x, office))) {
			t.Fatal("taken back, the coverage is another")
		}
	}
}

// TestCellsAddUp: the four states part the thirty cells, and the lists of bare
// ones say the same as the cells.
func TestCellsAddUp(t *testing.T) {
	c := newChance(t, 3)
	for range rounds {
		x, office := c.treatment(), c.office()
		cov := app.CoverageOf(c.book, x, office)
		bare := cov.Bare()
		for _, cell := range each(cov) {
			d, _ := risk.FindDanger(cell.Danger)
			switch {
			case (cell.State == app.Bare) != slices.ContainsFunc(bare, func(b app.Cell) bool { return b.Danger == cell.Danger && b.Risk == cell.Risk }):
				t.Fatalf("%+v, and the bare ones are %+v", cell, bare)
			case cell.State == app.Covered && len(cell.By) == 0, cell.State == app.Bare && len(cell.By) > 0:
				t.Fatalf("%+v", cell)
			case cell.State == app.Bare && !d.Brings(cell.Risk), cell.State == app.NoRisk && d.Brings(cell.Risk):
				t.Fatalf("%+v", cell)
			case slices.Contains(cell.By, "no-backup"):
				t.Fatal("a negative measure covers")
			}
			sorted := slices.Clone(cell.By)
			slices.Sort(sorted)
			if len(slices.Compact(sorted)) != len(cell.By) {
				t.Fatalf("a measure counts twice: %v", cell.By)
			}
		}
		for _, d := range cov.BareDangers() {
			for _, r := range d.Risks {
				if cov.Cell(d.Slug, r).State != app.Bare {
					t.Fatalf("%s is called bare, and %s is covered", d.Slug, r)
				}
			}
		}
	}
}

// TestOfficeIsBareWhereAnyIs: a cell of the office is bare if and only if it is in
// a treatment that goes on, and names just those treatments.
func TestOfficeIsBareWhereAnyIs(t *testing.T) {
	c := newChance(t, 4)
	const today, ended, ends = form.Date("2026-06-30"), form.Date("2026-03-01"), form.Date("2026-12-31")
	for range rounds {
		office := c.office()
		records := map[string][]any{}
		for _, m := range office {
			records[app.OfficeMeasureForm.Key] = append(records[app.OfficeMeasureForm.Key], m)
		}
		var list []*app.Treatment
		var coverages []app.Coverage
		for range 1 + c.IntN(6) {
			x := c.treatment()
			if x.Archived = []form.Date{"", "", ended, ends}[c.IntN(4)]; x.Archived != ended {
				list = append(list, x)
				coverages = append(coverages, app.CoverageOf(c.book, x, office))
			}
			records[app.TreatmentForm.Key] = append(records[app.TreatmentForm.Key], x)
		}
		d := app.NewDossier(apptest.Now, c.book, app.Registers(), records)
		d.AsOf = today
		sum := app.OfficeCoverage(d)
		for _, d := range risk.Dangers() {
			for _, r := range risk.Risks() {
				got := sum[[2]string{d.Slug, r.Slug}]
				var bare []*app.Treatment
				var by []string
				covered, aside := false, len(list) > 0
				for i, x := range list {
					cell := coverages[i].Cell(d.Slug, r.Slug)
					if cell.State == app.Bare {
						bare = append(bare, x)
					}
					covered = covered || cell.State == app.Covered
					aside = aside && cell.State == app.NotRelevant
					for _, slug := range cell.By {
						if !slices.Contains(by, slug) {
							by = append(by, slug)
						}
					}
				}
				want := app.NoRisk
				switch {
				case len(bare) > 0:
					want = app.Bare
				case covered:
					want = app.Covered
				case aside:
					want = app.NotRelevant
				}
				if got.State != want || !slices.Equal(got.Bare, bare) || !slices.Equal(got.By, by) {
					t.Fatalf("%s, %s: %+v; want %v, bare in %d, by %v", d.Slug, r.Slug, got, want, len(bare), by)
				}
			}
		}
	}
}

// TestWhatIsArchivedDoesNotCount in the office's picture, unless it went on at the
// past day of the dossier.
func TestWhatIsArchivedDoesNotCount(t *testing.T) {
	d := apptest.Sample(t)
	all := app.All(d, app.TreatmentForm)
	all[0].Archived = "2026-03-01"
	if got := len(app.GoingOn(d)); got != len(all)-1 {
		t.Errorf("%d go on of %d", got, len(all))
	}
	d.AsOf = "2026-02-01"
	if got := len(app.GoingOn(d)); got != len(all) {
		t.Errorf("in February %d went on of %d", got, len(all))
	}
}

// TestSuggestedCover: each measure that is offered for a bare cell covers it.
func TestSuggestedCover(t *testing.T) {
	c := newChance(t, 5)
	for range 300 {
		x := c.treatment()
		cov := app.CoverageOf(c.book, x, nil)
		bare := cov.Bare()
		if len(bare) == 0 {
			continue
		}
		at := bare[c.IntN(len(bare))]
		list := app.Suggested(c.book, at, bare)
		if len(list) == 0 {
			t.Fatalf("nothing is offered for %s", at.Danger)
		}
		least := -1
		for _, e := range list {
			y := &app.Treatment{Measures: slices.Clone(x.Measures), SetAside: x.SetAside}
			y.Measures = append(y.Measures, &app.Measure{Measure: e.Slug, State: app.InPlace, Dangers: app.DangersOf(e.Values("dangers"))})
			after := app.CoverageOf(c.book, y, nil)
			if after.Cell(at.Danger, at.Risk).State != app.Covered {
				t.Fatalf("%s does not cover %s, %s", e.Slug, at.Danger, at.Risk)
			}
			left := len(after.Bare())
			if left < least {
				t.Fatalf("%s would cover more, and stands behind", e.Slug)
			}
			least = left
		}
	}
}
