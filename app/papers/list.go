package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// IsList says that a paper is the printed list of a register.
func IsList(p Paper) bool { return strings.HasPrefix(p.Kind, listPrefix) }

// IsListOf says that a paper is the printed list of that register.
func IsListOf(p Paper, register string) bool { return p.Kind == listPrefix+register }

const listPrefix = "list-"

// listPaper is the printed list of a register: its columns, a row a record.
func listPaper(r app.Register) Paper {
	return Paper{
		Kind: listPrefix + r.Key, Title: "Elenco: " + r.Many, Blank: true, Filled: true,
		build: func(w *writer, _ any) doc.Document { return registerList(w, r.Type) },
	}
}

func registerList(w *writer, t *form.Type) doc.Document {
	out := doc.Document{Landscape: true}
	var columns []*form.Field
	table := doc.Table{Empty: "Nessuna registrazione."}
	for _, f := range t.Fields() {
		if f.Column {
			columns = append(columns, f)
			table.Columns = append(table.Columns, doc.Column{Head: f.Label, Width: columnShare(f), Align: columnAlign(f)})
		}
	}
	if w.blank {
		table.BlankRows = 12
	} else {
		for _, rec := range w.d.Records(t.Key) {
			row := make(doc.Row, len(columns))
			for i, f := range columns {
				row[i] = cell(w.words(f, rec)...)
			}
			table.Rows = append(table.Rows, row)
		}
	}
	out.Blocks = []doc.Block{table}
	return out
}

func columnShare(f *form.Field) int {
	switch f.Kind {
	case form.KDate, form.KInt, form.KBool, form.KTri:
		return 2
	case form.KLong, form.KCatalogues, form.KRefs, form.KList:
		return 4
	}
	return 3
}

func columnAlign(f *form.Field) doc.Align {
	if f.Kind == form.KInt || f.Kind == form.KMoney {
		return doc.Right
	}
	return doc.Left
}
