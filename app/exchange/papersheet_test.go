package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/exchange"
	"tutela/app/papers"
)

// sheetOf writes a paper as a workbook, and reads the rows of it.
func sheetOf(t *testing.T, d doc.Document) (*excelize.File, [][]string) {
	t.Helper()
	data, err := exchange.WriteSheet(d)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	rows, err := f.GetRows("Registro")
	if err != nil {
		t.Fatal(err)
	}
	return f, rows
}

// said is what paragraphs say.
func said(paras [][]doc.Run, between string) string {
	var lines []string
	for _, runs := range paras {
		line := ""
		for _, r := range runs {
			line += r.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, between)
}

// TestSheetOfSimplifiedRegister holds the workbook to the paper, cell by cell, for
// the example and for an office without treatments.
func TestSheetOfSimplifiedRegister(t *testing.T) {
	paper, _ := papers.Find(papers.All(app.Registers()), "simplified-register")
	if !paper.Sheet {
		t.Fatal("the simplified register is written as a workbook")
	}
	m := apptest.NewMemory(apptest.Now)
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	example := app.NewDossier(apptest.Now, shipped(t).book, app.Registers(), m.Records)
	for name, d := range map[string]*app.Dossier{"example": example, "empty": emptyLike(example)} {
		document := paper.Fill(d, nil)
		_, rows := sheetOf(t, document)
		if len(rows) < 5 || !strings.HasPrefix(rows[0][0], "Registro semplificato dei trattamenti") || !strings.Contains(rows[1][0], document.Date) {
			t.Fatalf("%s: no title: %q", name, rows)
		}
		var want [][]string
		for _, b := range document.Blocks {
			switch b := b.(type) {
			case doc.Fields:
				for _, e := range b.Entries {
					value := said(e.Value, "; ")
					if e.Missing {
						value = "da completare"
					}
					want = append(want, []string{e.Label, value})
				}
			case doc.Table:
				var heads []string
				for _, c := range b.Columns {
					heads = append(heads, c.Head)
				}
				want = append(want, heads)
				for _, r := range b.Rows {
					var texts []string
					for _, c := range r {
						texts = append(texts, said(c.Paras, "\n"))
					}
					want = append(want, texts)
				}
				if len(b.Rows) == 0 {
					want = append(want, []string{b.Empty})
				}
			}
		}
		var got [][]string
		for _, r := range rows[2:] {
			if len(r) > 0 {
				got = append(got, r)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%s: %d rows, the paper has %d", name, len(got), len(want))
		}
		for i := range want {
			if a, b := strings.TrimRight(strings.Join(got[i], "\x00"), "\x00"), strings.TrimRight(strings.Join(want[i], "\x00"), "\x00"); a != b {
				t.Errorf("%s, row %d: %q, the paper says %q", name, i, a, b)
			}
		}
	}
}

// TestSheetReckonsNothing writes what a spreadsheet would take for a formula.
func TestSheetReckonsNothing(t *testing.T) {
	for _, text := range []string{"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1"} {
		f, rows := sheetOf(t, doc.Document{Title: "x", Blocks: []doc.Block{doc.Table{
			Columns: []doc.Column{{Head: "a"}}, Rows: []doc.Row{{doc.C(text)}},
		}}})
		last := rows[len(rows)-1][0]
		if last != "'"+text {
			t.Errorf("%q is written %q", text, last)
		}
		if formula, err := f.GetCellFormula("Registro", "A4"); err != nil || formula != "" {
			t.Errorf("%q: formula %q, %v", text, formula, err)
		}
	}
}
