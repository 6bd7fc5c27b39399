package papers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// sheetList writes a list of child records of the sheet.
func (w *writer) sheetList(f *form.Field, t *app.Treatment) []doc.Block {
	if w.blank {
		return w.blankList(f)
	}
	if !f.Shown(t) {
		return nil
	}
	if f.Empty(t) {
		if !f.Needed(t) {
			return nil
		}
		return []doc.Block{doc.Fields{Entries: []doc.Entry{{Label: f.Label, Missing: true}}}}
	}
	switch f.Key {
	case "purposes":
		return []doc.Block{w.purposes(t)}
	case "retention":
		return []doc.Block{w.retention(t)}
	case "measures":
		return []doc.Block{w.measures(t)}
	}
	return w.rows(f, t)
}

// rows writes child records one after the other, each under its name.
func (w *writer) rows(f *form.Field, rec any) []doc.Block {
	var blocks []doc.Block
	for i := range f.Rows(rec) {
		row := f.Row(rec, i)
		fields := w.rowFields(f.Child, row)
		for j, e := range fields.Entries {
			if e.Label == "Personale con diritti di accesso" && !e.Missing {
				fields.Entries[j].Value = paras(w.people(accessOf(row)))
			}
		}
		blocks = append(blocks, doc.Heading{Level: 3, Text: fmt.Sprintf("%s %d", f.Label, i+1)}, fields)
	}
	return blocks
}

// rowFields writes the fields of one child record. A copy that follows a plan has
// its terms from there (decision A17).
func (w *writer) rowFields(t *form.Type, row any) doc.Fields {
	b, ok := row.(*app.Backup)
	if !ok || b.Plan == "" {
		return w.fields(t.Fields(), row)
	}
	plan, _ := w.entry(t.Field("plan"), b)
	typed := *b
	typed.Plan = ""
	typed.Frequency, typed.History = b.Terms(w.d)
	fields := w.fields(t.Fields(), &typed)
	at := slices.IndexFunc(fields.Entries, func(e doc.Entry) bool { return e.Label == t.Field("frequency").Label })
	fields.Entries = slices.Insert(fields.Entries, at, plan)
	return fields
}

func accessOf(row any) []string {
	switch r := row.(type) {
	case *app.Storage:
		return r.Access
	case *app.Backup:
		return r.Access
	}
	return nil
}

// blankList leaves room for two child records, or a table where one field says all.
func (w *writer) blankList(f *form.Field) []doc.Block {
	if f.AddBy != "" {
		table := doc.Table{BlankRows: 5}
		if f.Key == "set_aside" {
			table.BlankRows = 2
		}
		for _, c := range f.Child.Fields() {
			if c.Kind == form.KFiles || c.Key == "note" || c.Key == "reason" || c.Key == "due" {
				continue
			}
			table.Columns = append(table.Columns, doc.Column{Head: c.Label, Width: columnShare(c)})
		}
		return []doc.Block{doc.Heading{Level: 3, Text: f.Label}, table}
	}
	var blocks []doc.Block
	for i := range 2 {
		blocks = append(blocks, doc.Heading{Level: 3, Text: fmt.Sprintf("%s %d", f.Label, i+1)}, w.fields(f.Child.Fields(), nil))
	}
	return blocks
}

func (w *writer) purposes(t *app.Treatment) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Finalità del trattamento", Width: 3}, {Head: "Base giuridica (art. 6)", Width: 3}}}
	for _, p := range t.Purposes {
		table.Rows = append(table.Rows, doc.Row{
			cell(w.d.Entry("purpose", p.Purpose), p.Note),
			cell(strings.Join(w.labels("legal-basis-6", t.BasesOf(p)), ", ")),
		})
	}
	return table
}

func (w *writer) retention(t *app.Treatment) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Termine cancellazione dati", Width: 3}, {Head: "Per quali dati", Width: 3}, {Head: "Fonte", Width: 3}}}
	for _, r := range t.Retention {
		types := w.labels("data-type", r.DataTypes)
		if len(types) == 0 {
			types = []string{"tutti i dati della scheda"}
		}
		source := ""
		if r.Source != "" {
			source = w.d.Entry("retention-source", r.Source)
		}
		table.Rows = append(table.Rows, doc.Row{cell(r.Words(), r.Note), cell(types...), cell(source)})
	}
	return table
}

var stateWords = map[string]string{app.InPlace: "in essere", app.ToAdopt: "da adottare", app.NotApplicable: "non applicabile"}

// measures is each measure with its dangers and risks, a row a danger.
func (w *writer) measures(t *app.Treatment) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Misura", Width: 4}, {Head: "Pericoli associati", Width: 5}, {Head: "Rischi", Width: 5}}}
	for _, m := range t.Measures {
		name := doc.Cell{Paras: [][]doc.Run{doc.B(w.d.Entry("measure", m.Measure)), doc.T(measureState(m))}}
		if m.AdoptedBy != "" {
			name.Paras = append(name.Paras, doc.T("a cura di "+w.carer(m)))
		}
		if len(m.Evidence) > 0 {
			name.Paras = append(name.Paras, doc.T("prove: "+fileNames(m.Evidence)))
		}
		if m.Note != "" {
			name.Paras = append(name.Paras, doc.T(m.Note))
		}
		if len(m.Dangers) == 0 {
			table.Rows = append(table.Rows, doc.Row{name, cell(), cell()})
			continue
		}
		for _, d := range m.Dangers {
			table.Rows = append(table.Rows, doc.Row{name, cell(w.d.Entry("danger", d.Danger)), cell(strings.Join(w.labels("risk", d.Risks), ", "))})
			name = doc.C("")
		}
	}
	return table
}

func fileNames(files []form.File) string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

func measureState(m *app.Measure) string {
	s := stateWords[m.State]
	switch {
	case m.State == app.InPlace && m.Adopted != "":
		s += " dal " + m.Adopted.String()
	case m.State == app.ToAdopt && m.Due != "":
		s += " entro il " + m.Due.String()
	case m.State == app.NotApplicable && m.Reason != "":
		s += ": " + m.Reason
	}
	return s
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return form.DateOf(t).String()
}
