package papers

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/risk"
)

// standing is a measure where it stands: in a treatment, or with a nil one in the
// whole office.
type standing struct {
	t *app.Treatment
	m *app.Measure
}

// standings are the measures of a state, those of the office first.
func (w *writer) standings(state string, list []*app.Treatment) []standing {
	return append(w.officeStandings(state), treatmentStandings(state, list)...)
}

func (w *writer) officeStandings(state string) []standing {
	var out []standing
	for _, m := range app.All(w.d, app.OfficeMeasureForm) {
		if m.State == state {
			out = append(out, standing{m: &m.Measure})
		}
	}
	return out
}

func treatmentStandings(state string, list []*app.Treatment) []standing {
	var out []standing
	for _, t := range list {
		for _, m := range t.Measures {
			if m.State == state {
				out = append(out, standing{t, m})
			}
		}
	}
	return out
}

// merged puts together what a paper tells in one row: the measures that are alike
// in what is given, in the order in which they first come.
func merged(list []standing, alike func(m *app.Measure) string) [][]standing {
	var out [][]standing
	at := map[string]int{}
	for _, s := range list {
		key := alike(s.m)
		i, known := at[key]
		if !known {
			i, at[key] = len(out), len(out)
			out = append(out, nil)
		}
		out[i] = append(out[i], s)
	}
	return out
}

// where names the places of a row; all the treatments that go on are not named
// one by one.
func where(row []standing, all []*app.Treatment) string {
	var names []string
	var in []*app.Treatment
	for _, s := range row {
		switch {
		case s.t == nil:
			if !slices.Contains(names, wholeOffice) {
				names = append(names, wholeOffice)
			}
		case len(in) == 0 || in[len(in)-1] != s.t: // those of one treatment follow each other
			in = append(in, s.t)
		}
	}
	return strings.Join(append(names, titles(in, all)...), "; ")
}

const wholeOffice = "tutto l’ufficio"

// titles names treatments, or says that they are all those that go on.
func titles(list, all []*app.Treatment) []string {
	if len(list) > 1 && len(list) == len(all) {
		return []string{fmt.Sprintf("tutti i trattamenti (%d)", len(all))}
	}
	out := make([]string, len(list))
	for i, t := range list {
		if out[i] = t.Title; t.Title == "" {
			out[i] = "(senza nome)"
		}
	}
	return out
}

// told gives what the measures of a row say of something: once where they agree,
// else what most say, then each other answer with the places it holds for.
func told(row []standing, all []*app.Treatment, silent string, say func(m *app.Measure) string) []string {
	answers := merged(row, say)
	if len(answers) == 1 {
		return nonEmpty(say(row[0].m))
	}
	slices.SortStableFunc(answers, func(a, b []standing) int { return len(b) - len(a) })
	out := make([]string, len(answers))
	for i, a := range answers {
		if out[i] = say(a[0].m); out[i] == "" {
			out[i] = silent
		}
		if i > 0 {
			out[i] += " – " + where(a, all)
		}
	}
	return out
}

// protects names the dangers that the measures of a row meet.
func (w *writer) protects(row []standing) doc.Cell {
	if app.Negative(w.d.Catalogues, row[0].m.Measure) {
		return doc.Cell{Paras: [][]doc.Run{doc.T("Da nessun pericolo: è una mancanza")}, Tint: doc.Warn}
	}
	var names []string
	for _, d := range risk.Dangers() {
		if slices.ContainsFunc(row, func(s standing) bool {
			return slices.ContainsFunc(s.m.Dangers, func(x *app.Danger) bool { return x.Danger == d.Slug && len(x.Risks) > 0 })
		}) {
			names = append(names, d.Name)
		}
	}
	return cell(strings.Join(names, "; "))
}

// evidence gives the names of the files that prove the measures of a row.
func evidence(row []standing) doc.Cell {
	var names []string
	for _, s := range row {
		for _, f := range s.m.Evidence {
			if !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	return cell(names...)
}

// measureName is the cell that opens a row.
func (w *writer) measureName(m *app.Measure) doc.Cell {
	if m.Measure == "" {
		return missing()
	}
	return doc.Cell{Paras: [][]doc.Run{doc.B(w.d.Entry("measure", m.Measure))}}
}

// missing is a cell of which the form asks and the record says nothing.
func missing() doc.Cell {
	return doc.Cell{Paras: [][]doc.Run{{{Text: "da completare", Bold: true, Italic: true}}}, Tint: doc.Warn}
}

// needed is a cell that a row cannot do without.
func needed(texts ...string) doc.Cell {
	if len(nonEmpty(texts...)) == 0 {
		return missing()
	}
	return cell(texts...)
}

// dueCell is a day by which something is to be done: past it, it says so.
func (w *writer) dueCell(due form.Date) doc.Cell {
	if due == "" || due >= w.day() {
		return needed(due.String())
	}
	return doc.Cell{Paras: [][]doc.Run{doc.T(due.String()), doc.B("SCADUTA")}, Tint: doc.Bad}
}

// day is the day of which a paper tells: that of the dossier where it is past.
func (w *writer) day() form.Date {
	if w.d.AsOf != "" {
		return w.d.AsOf
	}
	return w.d.Today()
}

// lacks tells whether a treatment has something missing or wrong in the fields
// given, or in the child records of one of them.
func lacks(t *app.Treatment, fields ...string) bool {
	for _, p := range treatmentType.Problems(t) {
		field, _, _ := strings.Cut(p.Path, "/")
		if p.Gravity != form.Doubt && slices.Contains(fields, field) {
			return true
		}
	}
	return false
}
