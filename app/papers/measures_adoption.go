package papers

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// measuresAdoption is annex B of the document: which measures are in being, which
// are to be adopted and by when, which do not apply (6-details, 5 and 31).
func measuresAdoption(w *writer, _ any) doc.Document {
	list := app.GoingOn(w.d)
	if w.blank {
		list = nil
	}
	out := doc.Document{
		Subtitle: "art. 32 del regolamento (UE) 2016/679 (GDPR)", Landscape: true,
		Draft: w.adoptionDraft(list), Blocks: []doc.Block{w.controller()},
	}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	add(doc.Heading{Level: 1, Number: "1", Text: "Misure in essere"})
	add(w.inBeing(list)...)
	add(doc.Heading{Level: 1, Number: "2", Text: "Piano di adeguamento"})
	add(w.plan(list)...)
	add(doc.Heading{Level: 1, Number: "3", Text: "Misure non applicabili"}, w.notApplicable(list))
	add(doc.Heading{Level: 1, Number: "4", Text: "Trattamenti a rischio Rilevante o Alto"})
	add(w.furtherMeasures(list)...)
	if blocks := w.unsorted(list); len(blocks) > 0 {
		add(doc.Heading{Level: 1, Number: "5", Text: "Misure di cui manca lo stato"})
		add(blocks...)
	}
	s := w.signature()
	if security := w.security(); security.Role != s.Signers[0].Role {
		s.Signers = append(s.Signers, security)
	}
	add(s)
	return out
}

// adoptionDraft says that something the annex tells is missing: in a measure, or
// in the level of risk and what follows from it.
func (w *writer) adoptionDraft(list []*app.Treatment) bool {
	own := app.OfficeMeasureForm.Type()
	return !w.officeComplete() ||
		slices.ContainsFunc(app.All(w.d, app.OfficeMeasureForm), func(m *app.OfficeMeasure) bool { return !own.Complete(m) }) ||
		slices.ContainsFunc(list, func(t *app.Treatment) bool {
			return lacks(t, "measures", "probability", "consequence", "further", "further_by")
		})
}

// inBeing are the measures that stand: a table of the whole office, one of the
// treatments in which each measure is told once.
func (w *writer) inBeing(list []*app.Treatment) []doc.Block {
	office := doc.Table{
		Columns: []doc.Column{
			{Head: "Misura", Width: 5}, {Head: "Protegge da", Width: 5}, {Head: "In essere dal", Width: 4}, {Head: "A cura di", Width: 4}, {Head: "Prove agli atti", Width: 4},
		},
		Empty: "Nessuna misura di tutto l’ufficio è in essere.",
	}
	each := office
	each.Columns = slices.Insert(slices.Clone(office.Columns), 1, doc.Column{Head: "Trattamenti", Width: 5})
	each.Empty = "Nessuna misura dei singoli trattamenti è in essere."
	if w.blank {
		office.BlankRows, each.BlankRows = 6, 8
	} else {
		office.Rows = w.inBeingRows(w.officeStandings(app.InPlace), nil)
		each.Rows = w.inBeingRows(treatmentStandings(app.InPlace, list), list)
	}
	return []doc.Block{
		doc.Heading{Level: 2, Text: "Di tutto l’ufficio"}, office,
		doc.Heading{Level: 2, Text: "Dei singoli trattamenti"}, each,
	}
}

// inBeingRows tells each measure once; those of treatments say of which.
func (w *writer) inBeingRows(found []standing, list []*app.Treatment) []doc.Row {
	var rows []doc.Row
	for _, row := range merged(found, func(m *app.Measure) string { return m.Measure }) {
		m := row[0].m
		cells := doc.Row{
			w.measureName(m), w.protects(row),
			cell(told(row, list, "senza data", func(m *app.Measure) string { return m.Adopted.String() })...),
			cell(told(row, list, "senza nome", w.carer)...), evidence(row),
		}
		if row[0].t != nil {
			cells = slices.Insert(cells, 1, cell(where(row, list)))
		}
		rows = append(rows, cells)
	}
	return rows
}

// carer names who sees to a measure.
func (w *writer) carer(m *app.Measure) string { return w.d.Ref(app.PersonForm.Key, m.AdoptedBy) }

// plan are the measures to adopt, the nearest day first, those without one last.
func (w *writer) plan(list []*app.Treatment) []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Entro il", Width: 3}, {Head: "Misura da adottare", Width: 5}, {Head: "Dove", Width: 5}, {Head: "Contro quali pericoli", Width: 6}, {Head: "A cura di", Width: 3},
		},
		Empty: "Non risultano misure da adottare.",
	}
	if w.blank {
		table.BlankRows = 5
		return []doc.Block{table}
	}
	found := w.standings(app.ToAdopt, list)
	slices.SortStableFunc(found, func(a, b standing) int {
		if a.m.Due == "" || b.m.Due == "" {
			return strings.Compare(string(b.m.Due), string(a.m.Due))
		}
		return strings.Compare(string(a.m.Due), string(b.m.Due))
	})
	late := 0
	rows := merged(found, func(m *app.Measure) string { return m.Measure + "\n" + string(m.Due) + "\n" + m.AdoptedBy })
	for _, row := range rows {
		m := row[0].m
		if m.Due != "" && m.Due < w.day() {
			late++
		}
		table.Rows = append(table.Rows, doc.Row{w.dueCell(m.Due), w.measureName(m), cell(where(row, list)), w.protects(row), cell(w.carer(m))})
	}
	if len(rows) == 0 {
		return []doc.Block{table}
	}
	sum := fmt.Sprintf("%s; al %s %s.", counted(len(rows), "Una misura da adottare", "%d misure da adottare", ""),
		w.day(), counted(late, "una ha superato la sua data", "%d hanno superato la loro data", "nessuna ha superato la sua data"))
	return []doc.Block{doc.P(sum), table}
}

// notApplicable are the measures that the office does not take, with the reason.
func (w *writer) notApplicable(list []*app.Treatment) doc.Table {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Misura", Width: 5}, {Head: "Dove", Width: 5}, {Head: "Perché non si applica", Width: 8}},
		Empty:   "Nessuna misura è stata dichiarata non applicabile.",
	}
	if w.blank {
		table.BlankRows = 3
		return table
	}
	for _, row := range merged(w.standings(app.NotApplicable, list), func(m *app.Measure) string { return m.Measure + "\n" + m.Reason }) {
		table.Rows = append(table.Rows, doc.Row{w.measureName(row[0].m), cell(where(row, list)), needed(row[0].m.Reason)})
	}
	return table
}
