package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tutela/app"
)

// applicationID stands in the header of every office file: "TUTE".
const applicationID = 0x54555445

// The parts of the header of an SQLite file that are read before SQLite is let
// near it. Numbers are big-endian.
const (
	headerSize      = 100
	headerMagic     = "SQLite format 3\x00"
	atPageSize      = 16 // 2 bytes; 1 means 65536
	atWriteVersion  = 18
	atReadVersion   = 19
	atChangeCounter = 24
	atPageCount     = 28 // valid where the change counter equals that at 92
	atApplicationID = 68
	atCountValidFor = 92
	newestFormat    = 2 // 1 rollback journal, 2 WAL
)

// probe finds out what a path holds and whether it can be worked with, and says
// so in words; SQLite takes an empty file for a new one, and a folder, a
// missing file and a forbidden one for the same thing. Nothing is written to
// the file; whether the folder takes a file is tried with one of its own. Of a
// sealed office it gives what stands in the clear.
func probe(path string) (*sealedHead, error) {
	head, err := probeFile(path)
	if err != nil {
		return nil, err
	}
	return head, probeRights(path)
}

// probeFile is probe for who only reads: nothing at all is written.
func probeFile(path string) (*sealedHead, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, notThere(path, err)
	case errors.Is(err, fs.ErrPermission):
		return nil, noPermission(path, err)
	case err != nil:
		return nil, &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " non si apre.",
			Do:   "Controllate che il disco sia collegato e riprovate.", Err: err,
		}
	case info.IsDir():
		return nil, &app.Refusal{
			What: quoted(filepath.Base(path)) + " è una cartella, non il file di un ufficio.",
			Do:   "Scegliete un file che finisce in .tutela.",
		}
	case !info.Mode().IsRegular():
		return nil, notAnOffice(path, nil)
	}
	return probeContent(path, info.Size())
}

func probeContent(path string, size int64) (*sealedHead, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return nil, noPermission(path, err)
	}
	if err != nil {
		return nil, refuse(path, "open office file", err)
	}
	defer f.Close()
	if size == 0 {
		return nil, &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è vuoto: la copia che doveva scriverlo non è finita.",
			Do:   "Ripristinate l’ultima copia di sicurezza, o create un ufficio nuovo con un altro nome.",
		}
	}
	if sealed, err := readSealedHead(path, f); sealed != nil || err != nil {
		return sealed, err
	}
	head := make([]byte, headerSize)
	if _, err := io.ReadFull(f, head); errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return nil, notAnOffice(path, nil)
	} else if err != nil {
		return nil, refuseRead(err)
	}
	return nil, judgeHeader(path, head, size)
}

func judgeHeader(path string, head []byte, size int64) error {
	switch {
	case string(head[:len(headerMagic)]) != headerMagic:
		return notAnOffice(path, nil)
	case binary.BigEndian.Uint32(head[atApplicationID:]) != applicationID:
		return &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è di un altro programma: Tutela non lo tocca.",
			Do:   "Scegliete un file che finisce in .tutela.",
		}
	case head[atWriteVersion] > newestFormat || head[atReadVersion] > newestFormat:
		return &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è in un formato più recente di quello che questo programma conosce.",
			Do:   "Installate l’ultima versione di Tutela e riprovate; il file non è stato toccato.",
		}
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		return nil // the end of the file may still stand in the log
	}
	pageSize := int64(binary.BigEndian.Uint16(head[atPageSize:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	counted := binary.BigEndian.Uint32(head[atChangeCounter:]) == binary.BigEndian.Uint32(head[atCountValidFor:])
	if counted && size < pageSize*int64(binary.BigEndian.Uint32(head[atPageCount:])) {
		return &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è incompleto: ne manca la fine.",
			Do:   "Se lo avete copiato, copiatelo di nuovo; altrimenti ripristinate l’ultima copia di sicurezza.",
			Err:  ErrDamaged,
		}
	}
	return nil
}

// probeRights tries what an office needs: writing the file, and making others
// beside it.
func probeRights(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fileReadOnly(path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("close office file: %w", err)
	}
	return probeFolder(filepath.Dir(path))
}

func probeFolder(dir string) error {
	f, err := os.CreateTemp(dir, ".tutela-*")
	if err != nil {
		return folderReadOnly(dir, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func notThere(path string, err error) error {
	dir := filepath.Dir(path)
	if _, missing := os.Stat(dir); errors.Is(missing, fs.ErrNotExist) {
		return noFolder(dir, err)
	}
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " non c’è nella cartella " + quoted(dir) + ".",
		Do:   "Cercate dove è stato spostato, oppure ripristinate l’ultima copia di sicurezza.", Err: err,
	}
}

func noFolder(dir string, err error) error {
	return &app.Refusal{
		What: "La cartella " + quoted(dir) + " non c’è.",
		Do:   "Se sta su una chiavetta o in rete, collegatela e riprovate.", Err: err,
	}
}

func noPermission(path string, err error) error {
	return &app.Refusal{
		What: "Non avete il permesso di leggere il file " + quoted(filepath.Base(path)) + ".",
		Do:   "Chiedete a chi amministra il computer di poter leggere e scrivere il file e la sua cartella.", Err: err,
	}
}

func fileReadOnly(path string, err error) error {
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " è in sola lettura: non si potrebbe salvare niente.",
		Do:   "Togliete «sola lettura» nelle proprietà del file, oppure copiatelo in una cartella vostra.", Err: err,
	}
}

func folderReadOnly(dir string, err error) error {
	return &app.Refusal{
		What: "Nella cartella " + quoted(dir) + " non si può scrivere: non si potrebbe salvare niente.",
		Do:   "Copiate il file in una cartella vostra e apritelo da lì.", Err: err,
	}
}

func notAnOffice(path string, err error) error {
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " non è il file di un ufficio, oppure è danneggiato.",
		Do:   "Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza.", Err: err,
	}
}

// ErrDamaged is a cause of the Refusal that Open gives for an office file that is
// damaged: Salvage may read a part of it.
var ErrDamaged = app.ErrDamaged

func damaged(path string, err error) error {
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " è danneggiato: non è stato cambiato.",
		Do:   "Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza.", Err: errors.Join(ErrDamaged, err),
	}
}
