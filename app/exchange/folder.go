package exchange

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// NamedFile is a file of a folder.
type NamedFile struct {
	Name string
	Data []byte
}

// WriteFolder gives the records of an office as CSV files, one for each sheet of a
// workbook: as Excel in Italy reads them.
func WriteFolder(d *app.Dossier) ([]NamedFile, error) {
	w := textsOf(d)
	sheets := workSheets(d.Registers())
	meta := [][]string{{workbookMark, fmt.Sprint(workbookVersion), d.Office().UID()}}
	var out []NamedFile
	add := func(name string, rows [][]string) error {
		data, err := writeCSV(rows)
		out = append(out, NamedFile{name + ".csv", data})
		return err
	}
	for _, s := range sheets {
		meta = append(meta, []string{s.name, s.reg.Key, s.path()})
		rows := [][]string{s.heads}
		if err := w.each(s, func(lead []any, rec any) error {
			var cells []string
			for _, v := range lead {
				cells = append(cells, fmt.Sprint(v))
			}
			for _, f := range s.field {
				text := ""
				if !f.Empty(rec) {
					text = w.text(f, rec)
				}
				switch f.Kind {
				case form.KDate, form.KMoment, form.KInt, form.KMoney: // they may be taken for what they are
				default:
					text = shutCSV(text)
				}
				cells = append(cells, text)
			}
			rows = append(rows, cells)
			return nil
		}); err != nil {
			return nil, err
		}
		if err := add(s.name, rows); err != nil {
			return nil, err
		}
	}
	if err := add(sheetLists, w.columns()); err != nil {
		return nil, err
	}
	return out, add(sheetMeta, meta)
}

// WriteFolderAt writes the files of WriteFolder into a folder, making it where it is
// not there. One with something else in it is refused: nothing is written over.
func WriteFolderAt(dir string, d *app.Dossier) error {
	there, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cannotWrite(dir, err)
	}
	if len(there) > 0 {
		return &app.Refusal{What: "La cartella «" + dir + "» non è vuota.", Do: "Scegliete una cartella nuova: niente si scrive sopra ad altro."}
	}
	files, err := WriteFolder(d)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return cannotWrite(dir, err)
	}
	for _, f := range files {
		if err := WriteFile(filepath.Join(dir, f.Name), f.Data); err != nil {
			return err
		}
	}
	return nil
}

// columns are the texts that stand for records, each register's beside their UIDs.
func (w recordTexts) columns() [][]string {
	rows := [][]string{{}}
	for i, r := range w.d.Registers() {
		rows[0] = append(rows[0], "register "+r.Key, "")
		for n, rec := range w.d.Records(r.Key) {
			if n+1 >= len(rows) {
				rows = append(rows, nil)
			}
			uid := headOf(rec).UID
			rows[n+1] = append(widened(rows[n+1], 2*i), shutCSV(w.texts[r.Key][uid]), uid)
		}
	}
	return rows
}

// ReadFolder reads what WriteFolder wrote, as ReadWorkbook reads a workbook.
func ReadFolder(dir string, d *app.Dossier) (*Workbook, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, cannotRead(dir, err)
	}
	return readOffice(folderSource(dir), d)
}

type folderSource string

func (f folderSource) file(sheet string) string { return filepath.Join(string(f), sheet+".csv") }

func (f folderSource) names() (out []string) {
	files, err := os.ReadDir(string(f))
	if err != nil {
		return nil
	}
	for _, e := range files {
		if name, ok := strings.CutSuffix(e.Name(), ".csv"); ok {
			out = append(out, name)
		}
	}
	return out
}

func (f folderSource) has(sheet string) bool {
	_, err := os.Stat(f.file(sheet))
	return !errors.Is(err, fs.ErrNotExist)
}

func (f folderSource) rows(sheet string) ([]TableRow, error) {
	info, err := os.Stat(f.file(sheet))
	if err != nil {
		return nil, cannotRead(f.file(sheet), err)
	}
	if info.Size() > workLimits.unpacked {
		return nil, workLimits.tooBig()
	}
	data, err := os.ReadFile(f.file(sheet))
	if err != nil {
		return nil, cannotRead(f.file(sheet), err)
	}
	return readCSV(data, workLimits)
}
