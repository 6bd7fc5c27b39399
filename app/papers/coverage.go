package papers

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/risk"
)

// coverage shows which dangers and risks no measure in being meets: of the whole
// office, of each treatment, and what would help (spec 1.3; decision A16). It is a
// working paper, that nobody signs.
func coverage(w *writer, _ any) doc.Document {
	list, office := app.GoingOn(w.d), app.All(w.d, app.OfficeMeasureForm)
	if len(list) == 0 {
		return doc.Document{Draft: !w.officeComplete(), Blocks: []doc.Block{doc.P("Non c’è alcun trattamento in corso: non c’è niente da coprire.")}}
	}
	sum := app.OfficeCoverage(w.d)
	blocks := []doc.Block{
		doc.P(fmt.Sprintf("Quali rischi nessuna misura in essere riduce, al %s. Trattamenti in corso: %d.", w.day(), len(list))),
		doc.Heading{Level: 1, Number: "1", Text: "Tutto l’ufficio"}, coverageOffice(sum), coverageLegend(),
		doc.Heading{Level: 1, Number: "2", Text: "Trattamento per trattamento"},
	}
	for i, name := range titles(list, nil) {
		blocks = append(blocks, doc.Heading{Level: 2, Text: name}, coverageTreatment(app.CoverageOf(w.d.Catalogues, list[i], office)))
	}
	blocks = append(blocks, doc.Heading{Level: 1, Number: "3", Text: "Caselle scoperte"})
	blocks = append(blocks, w.bareCells(sum, list)...)
	blocks = append(blocks, doc.Heading{Level: 1, Number: "4", Text: "Pericoli non pertinenti"}, w.setAside(list))
	return doc.Document{Draft: w.coverageDraft(list), Blocks: blocks}
}

// coverageDraft says that what the pictures rest on is not whole.
func (w *writer) coverageDraft(list []*app.Treatment) bool {
	return !w.officeComplete() || slices.ContainsFunc(list, func(t *app.Treatment) bool { return lacks(t, "measures", "set_aside") })
}

// bareCells lists what nothing covers, with what would. Cells of a danger that
// are bare in the same treatments, and ask for the same measures, are one row.
func (w *writer) bareCells(sum map[[2]string]app.OfficeCell, all []*app.Treatment) []doc.Block {
	var cells []app.OfficeCell
	var bare []app.Cell
	for _, d := range risk.Dangers() {
		for _, r := range risk.Risks() {
			if c := sum[[2]string{d.Slug, r.Slug}]; c.State == app.Bare {
				cells, bare = append(cells, c), append(bare, c.Cell)
			}
		}
	}
	if len(cells) == 0 {
		return []doc.Block{doc.P("Nessuna casella è scoperta: contro ogni rischio dei pericoli pertinenti c’è almeno una misura in essere.")}
	}
	type row struct {
		danger, where, help string
		risks               []string
	}
	var rows []row
	for _, c := range cells {
		r := row{danger: c.Danger, where: strings.Join(titles(c.Bare, all), "\n"), help: strings.Join(w.remedies(c, bare), "\n")}
		if n := len(rows); n == 0 || rows[n-1].danger != r.danger || rows[n-1].where != r.where || rows[n-1].help != r.help {
			rows = append(rows, r)
		}
		last := &rows[len(rows)-1]
		last.risks = append(last.risks, riskWord(c.Risk))
	}
	table := doc.Table{Columns: []doc.Column{{Head: "Pericolo e rischi scoperti", Width: 4}, {Head: "In quali trattamenti", Width: 4}, {Head: "Che cosa li coprirebbe", Width: 7}}}
	for _, r := range rows {
		d, _ := risk.FindDanger(r.danger)
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(d.Name), doc.T(strings.Join(r.risks, ", "))}},
			cell(strings.Split(r.where, "\n")...), cell(strings.Split(r.help, "\n")...),
		})
	}
	return []doc.Block{table}
}

// offered is how many measures of the catalogue a bare cell names: a danger has
// up to forty, and nobody chooses among so many on paper.
const offered = 5

// remedies says what would cover a bare cell: what the plan already foresees, then
// the measures of the catalogue, without those that the office set aside.
func (w *writer) remedies(at app.OfficeCell, bare []app.Cell) []string {
	var out, known []string
	planned := slices.DeleteFunc(w.standings(app.ToAdopt, at.Bare), func(s standing) bool {
		return !s.m.Meets(at.Danger, at.Risk) || app.Negative(w.d.Catalogues, s.m.Measure)
	})
	for _, row := range merged(planned, func(m *app.Measure) string { return m.Measure + string(m.Due) }) {
		m := row[0].m
		known = append(known, m.Measure)
		text := "Già nel piano: " + w.d.Entry("measure", m.Measure)
		if m.Due != "" {
			text += ", entro il " + m.Due.String()
		}
		if m.Due != "" && m.Due < w.day() {
			text += ", data superata"
		}
		out = append(out, text+" ("+where(row, nil)+")")
	}
	for _, s := range w.officeStandings(app.NotApplicable) {
		known = append(known, s.m.Measure)
	}
	var names []string
	for _, e := range app.Suggested(w.d.Catalogues, at.Cell, bare) {
		if !slices.Contains(known, e.Slug) {
			names = append(names, e.Label)
		}
	}
	more := ""
	if n := len(names) - offered; n > 0 {
		names, more = names[:offered], counted(n, "; e un’altra del catalogo", "; e altre %d del catalogo", "")
	}
	if len(names) > 0 {
		out = append(out, strings.Join(names, "; ")+more)
	}
	return out
}

// setAside lists the dangers that the office says do not concern some data.
func (w *writer) setAside(list []*app.Treatment) doc.Table {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Pericolo", Width: 4}, {Head: "Trattamento", Width: 4}, {Head: "Perché non riguarda questi dati", Width: 7}},
		Empty:   "Nessun pericolo è stato messo da parte: valgono tutti e sei per ogni trattamento.",
	}
	for _, t := range list {
		for _, i := range t.SetAside {
			name := missing()
			if d, ok := risk.FindDanger(i.Danger); ok {
				name = doc.Cell{Paras: [][]doc.Run{doc.B(d.Name)}}
			}
			table.Rows = append(table.Rows, doc.Row{name, cell(titles([]*app.Treatment{t}, nil)...), needed(i.Reason)})
		}
	}
	return table
}
