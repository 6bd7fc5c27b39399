package exchange_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

// FuzzXLSX: the parts of a spreadsheet as another program might write them. What is in
// a zip is out of reach of a fuzzer that only knows the bytes of the whole.
func FuzzXLSX(f *testing.F) {
	names := []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"}
	var frames [][]byte
	for i, path := range []string{"libreoffice/elenco.xlsx", "others/openpyxl.xlsx", "others/xlsxwriter.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", path))
		if err != nil {
			f.Fatal(err)
		}
		texts := map[string]string{}
		frames = append(frames, rewritten(f, data, func(name, text string) string {
			texts[name] = text
			return text
		}))
		f.Add(i, texts[names[0]], texts[names[1]], texts[names[2]], texts[names[3]])
	}
	f.Fuzz(func(t *testing.T, frame int, sheet, shared, styles, book string) {
		data := rewritten(t, frames[uint(frame)%uint(len(frames))], func(name, text string) string {
			if i := slices.Index(names, name); i >= 0 {
				return []string{sheet, shared, styles, book}[i]
			}
			return text
		})
		if table, err := exchange.ReadTable(data, ""); err == nil {
			isTable(t, table)
		} else if app.Sentence(err) == "" {
			t.Fatal("refused without a word")
		}
	})
}

// FuzzReadFolder: any of the CSV files of an office, and what says what they are.
func FuzzReadFolder(f *testing.F) {
	d := strangeOffice(f)
	files, err := exchange.WriteFolder(d)
	if err != nil {
		f.Fatal(err)
	}
	for i, file := range files {
		f.Add(i, string(file.Data))
	}
	dir := f.TempDir()
	if err := exchange.WriteFolderAt(filepath.Join(dir, "x"), d); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, at int, text string) {
		file := files[uint(at)%uint(len(files))]
		path := filepath.Join(dir, "x", file.Name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := os.WriteFile(path, file.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}()
		w, err := exchange.ReadFolder(filepath.Join(dir, "x"), d)
		if err != nil {
			if app.Sentence(err) == "" {
				t.Fatal("refused without a word")
			}
			return
		}
		for key, list := range w.Bundle.Records {
			reg, _ := app.RegisterOf(d.Registers(), key)
			for _, rec := range list {
				if old := d.Record(key, rec.(form.Record).Head().UID); old != nil && reg.Equal(old, rec) {
					continue
				}
				for _, x := range reg.Problems(rec) {
					if x.Gravity == form.Wrong {
						t.Fatalf("%s would be saved wrong: %+v", reg.Title(rec), x)
					}
				}
			}
		}
	})
}
