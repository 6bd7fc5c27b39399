package exchange_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
)

// rewritten gives a spreadsheet with parts of it as another program might write them.
func rewritten(t testing.TB, data []byte, change func(name, text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(w, change(f.Name, string(text)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const sheetPart, sharedPart, bookPart = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"

// inPart changes one part alone.
func inPart(part string, change func(string) string) func(name, text string) string {
	return func(name, text string) string {
		if name == part {
			return change(text)
		}
		return text
	}
}

// withRows is a spreadsheet whose rows below the head are those of the XML.
func withRows(t testing.TB, rows string) []byte {
	t.Helper()
	return rewritten(t, workbook(t, nil), inPart(sheetPart, func(s string) string {
		return strings.Replace(s, "</sheetData>", rows+"</sheetData>", 1)
	}))
}

// TestFormulas: their result counts, if there is one; if there is none, the cell is
// not empty, and that is said.
func TestFormulas(t *testing.T) {
	const unknown = "La formula non ha ancora un risultato"
	onLoad := func(data []byte) []byte { // as programs say that the results are to be reckoned
		return rewritten(t, data, inPart(bookPart, func(s string) string {
			return strings.Replace(s, "</sheets>", `</sheets><calcPr fullCalcOnLoad="1"/>`, 1)
		}))
	}
	row := `<row r="2"><c r="A2" t="inlineStr"><is><t>Rossi</t></is></c>%s</row>`
	for name, c := range map[string]struct {
		data []byte
		want string // of the second cell, or what is said of it
	}{
		"a result":           {withRows(t, fmt.Sprintf(row, `<c r="B2" t="str"><f>A1</f><v>Mario</v></c>`)), "Mario"},
		"an empty result":    {withRows(t, fmt.Sprintf(row, `<c r="B2" t="str"><f>""</f><v></v></c>`)), "Manca"},
		"no result":          {withRows(t, fmt.Sprintf(row, `<c r="B2"><f>A1</f></c>`)), unknown},
		"as openpyxl writes": {withRows(t, fmt.Sprintf(row, `<c r="B2"><f>A1</f><v></v></c>`)), unknown},
		"as XlsxWriter does": {onLoad(withRows(t, fmt.Sprintf(row, `<c r="B2"><f>A1</f><v>0</v></c>`))), unknown},
		"no formula":         {onLoad(withRows(t, fmt.Sprintf(row, `<c r="B2" t="inlineStr"><is><t>Mario</t></is></c>`))), "Mario"},
		"an error":           {withRows(t, fmt.Sprintf(row, `<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)), "dà un errore: «#DIV/0!»"},
		"another file":       {withRows(t, fmt.Sprintf(row, `<c r="B2" t="str"><f>[1]Foglio1!B2</f><v>Mario</v></c>`)), "Mario"},
	} {
		p := planOfSheet(t, "person", c.data, false)
		got := problems(p)
		if len(p.Problems) == 0 {
			got = p.Rows[0].Rec.(*app.Person).Name
		} else if !strings.HasPrefix(got, "Riga 2, colonna «Nome»: ") {
			t.Errorf("%s: not told where: %s", name, got)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestListsOfPythonLibraries: the same list by two libraries, one with days counted from
// 1904 and texts within their cells. A formula is not reckoned there, and that is said
// alone.
func TestListsOfPythonLibraries(t *testing.T) {
	for _, name := range []string{"openpyxl.xlsx", "xlsxwriter.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", "others", name))
		if err != nil {
			t.Fatal(err)
		}
		p := planOfSheet(t, app.PersonForm.Key, data, false)
		if got := problems(p); !strings.HasPrefix(got, "Riga 3, colonna «Telefono»: La formula non ha ancora un risultato") || len(p.Problems) != 1 {
			t.Errorf("%s: said %q", name, got)
		}
		girl, ok := p.Rows[0].Rec.(*app.Person)
		if !ok || girl.Name != "Giulia" || girl.Birth != "1993-08-30" || girl.Phone != "0372 000001" || girl.Unit == "" || strings.Join(p.Left(), ", ") != "Matricola" {
			t.Errorf("%s: %+v, left %v", name, girl, p.Left())
		}
	}
}

// TestFormulasOfAddressees: nobody gets a letter in the name of an error.
func TestFormulasOfAddressees(t *testing.T) {
	for text, want := range map[string]string{"#N/D": "dà un errore", "#REF!": "dà un errore", "Err:502": "dà un errore", "#CALC!": "non ha ancora un risultato"} {
		_, err := exchange.Addressees([]byte("Nome;Cognome;Altro\nAnna;" + text + ";#N/D\n"))
		if err == nil || !strings.Contains(app.Sentence(err), "Riga 2, colonna «Cognome»: la formula "+want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if list, err := exchange.Addressees([]byte("Nome;Cognome;Altro\nAnna;Rossi;#N/D\n")); err != nil || len(list) != 1 {
		t.Errorf("what is not asked for was looked at: %v", err)
	}
}

// TestMergedCells: what stands in a cell that spans rows is of each of them; names of
// columns may take two rows.
func TestMergedCells(t *testing.T) {
	sheet := func(merged []string, rows ...[]any) []byte {
		f := excelize.NewFile()
		for i, r := range rows {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &r); err != nil {
				t.Fatal(err)
			}
		}
		for _, m := range merged {
			from, to, _ := strings.Cut(m, ":")
			if err := f.MergeCell("Sheet1", from, to); err != nil {
				t.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		want []string
	}{
		"over rows": {
			sheet([]string{"C2:C3", "A4:A9"}, []any{"Cognome", "Nome", "Reparto"}, []any{"Rossi", "Anna", "Vendite"}, []any{"Verdi", "Ugo"}, []any{"Neri", "Ada", "Officina"}),
			[]string{"Cognome|Nome|Reparto", "2 Rossi|Anna|Vendite", "3 Verdi|Ugo|Vendite", "4 Neri|Ada|Officina"},
		},
		"over columns": {
			sheet([]string{"A1:C1", "B3:C3"}, []any{"Elenco"}, []any{"Cognome", "Nome", "Note"}, []any{"Rossi", "Anna"}),
			[]string{"Cognome|Nome|Note", "3 Rossi|Anna|"},
		},
		"names of columns": {
			sheet([]string{"A1:A2", "B1:B2", "C1:D1"}, []any{"Cognome", "Nome", "Recapiti"}, []any{"", "", "Telefono", "E-mail"}, []any{"Rossi", "Anna", "1", "a@b.it"}),
			[]string{"Cognome|Nome|Telefono|E-mail", "3 Rossi|Anna|1|a@b.it"},
		},
	} {
		table, err := exchange.ReadTable(c.data, "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := []string{strings.Join(table.Head, "|")}
		for _, r := range table.Rows {
			got = append(got, fmt.Sprint(r.Row, " ", strings.Join(r.Cells, "|")))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestBombs: a small file that would fill the memory, or never end, is refused in a
// sentence, and so is one that is not whole.
func TestBombs(t *testing.T) {
	lines := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, line, i+2)
		}
		return b.String()
	}
	shared := rewritten(t, withRows(t, lines(3000, `<row r="%d">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+`</row>`)), inPart(sharedPart, func(string) string {
		return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` + strings.Repeat("x", 19_000) + `</t></si></sst>`
	}))
	lying := []byte(zipOf(t, sheetPart, strings.Repeat(" ", 65<<20)))
	binary.LittleEndian.PutUint32(lying[bytes.LastIndex(lying, []byte("PK\x01\x02"))+24:], 100)
	sheets := excelize.NewFile()
	for i := range 400 {
		if _, err := sheets.NewSheet(fmt.Sprint("Foglio ", i)); err != nil {
			t.Fatal(err)
		}
	}
	var many bytes.Buffer
	if err := sheets.Write(&many); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"one text for all cells": {shared, "troppo grande"},
		"far columns":            {withRows(t, lines(60_000, `<row r="%d"><c r="XFD%[1]d" t="str"><v> </v></c></row>`)), "troppo grande"},
		"50,000 rows":            {withRows(t, lines(50_000, `<row r="%d"><c t="inlineStr"><is><t>Rossi</t></is></c><c t="inlineStr"><is><t>Mario</t></is></c></row>`)), "fino a 20.000 righe"},
		"a format without end": {rewritten(t, withRows(t, lines(2000, `<row r="%d"><c s="1"><v>40000</v></c><c s="1"><v>2</v></c></row>`)), inPart("xl/styles.xml", func(string) string {
			return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="200" formatCode="` + strings.Repeat("0", 100_000) +
				`"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200" applyNumberFormat="1"/></cellXfs></styleSheet>`
		})), "danneggiato"},
		"merged over and over": {rewritten(t, withRows(t, lines(1000, `<row r="%d"><c t="inlineStr"><is><t>a</t></is></c></row>`)), inPart(sheetPart, func(s string) string {
			return strings.Replace(s, "</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 300)+"</mergeCells>", 1)
		})), "danneggiato"},
		"a part that lies of its size": {lying, "danneggiato"},
		"deep XML":                     {withRows(t, strings.Repeat("<row>", 300_000)), "danneggiato"},
		"cut off":                      {rewritten(t, workbook(t, nil), inPart(sheetPart, func(s string) string { return s[:strings.Index(s, "</row>")] })), "danneggiato"},
		"rows out of order":            {withRows(t, lines(1, `<row r="5"><c t="inlineStr"><is><t>a</t></is></c></row><row r="%d"/>`)), "danneggiato"},
		"a huge cell":                  {withRows(t, `<row r="2"><c t="inlineStr"><is><t>Rossi</t></is></c><c t="inlineStr"><is><t>`+strings.Repeat("x", 20_001)+`</t></is></c></row>`), "Riga 2, colonna B: il testo è più lungo di 20.000 caratteri."},
		"hundreds of sheets":           {many.Bytes(), "Il foglio è vuoto"},
	} {
		if len(c.data) > 2<<20 {
			t.Errorf("%s: %d bytes, no small file", name, len(c.data))
		}
		table, err := exchange.ReadTable(c.data, "")
		if err == nil || !strings.Contains(app.Sentence(err), c.want) {
			t.Errorf("%s: %v, said %v, want %q", name, table != nil, err, c.want)
		}
	}
}

// TestLongTexts: what an office may hold comes back; what no cell holds is refused
// when it is written, and nothing is cut off in silence.
func TestLongTexts(t *testing.T) {
	office := func(length int) *app.Dossier {
		m := apptest.NewMemory(apptest.Now)
		if err := m.Save(app.UnitForm.Type(), &app.Unit{Name: "Ufficio", Note: strings.Repeat("à", length)}); err != nil {
			t.Fatal(err)
		}
		reg, _ := app.RegisterOf(app.Registers(), app.UnitForm.Key)
		return app.NewDossier(apptest.Now, shipped(t).book, []app.Register{reg}, m.Records)
	}
	d := office(32_767)
	w, err := exchange.ReadWorkbook(written(t, d), emptyLike(d))
	if err != nil {
		t.Fatal(err)
	}
	sameRecords(t, d, w)
	if _, err := exchange.WriteWorkbook(office(32_768)); err == nil || !strings.Contains(app.Sentence(err), "«Reparti», «Ufficio», «Note»") {
		t.Error(err)
	}
	d = office(40_000)
	if w, err = exchange.ReadFolder(folderOf(t, d), emptyLike(d)); err != nil {
		t.Fatal(err)
	}
	sameRecords(t, d, w)
}
