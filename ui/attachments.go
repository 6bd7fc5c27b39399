package ui

import (
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// attachments is what the fields of files ask of the window.
type attachments struct{ s *Shell }

// Add asks for a file and puts its bytes into the office's; nothing names them
// until the field does, and what nothing names goes when the office is closed.
func (a attachments) Add(done func(form.File, error)) {
	a.s.askPath(words.T("Scegliete il file da allegare"), nil, func(path string, err error) {
		if err != nil {
			done(form.File{}, err)
			return
		}
		a.s.attach(path, done)
	})
}

func (s *Shell) attach(path string, done func(form.File, error)) {
	store := s.cfg.Store
	file := form.File{Name: cleanName(filepath.Base(path))}
	_, file.MIME = app.KindOfFile(file.Name)
	s.shortly(words.F("Allego «%s»", file.Name), func(ctx context.Context, tell func(done, total int)) error {
		data, err := readFile(ctx, path, tell)
		if err != nil {
			return err
		}
		file.Size = int64(len(data))
		if file.SHA256, err = store.PutBlob(ctx, file.MIME, data); err != nil {
			return err
		}
		return ctx.Err()
	}, func(err error) {
		if err == nil {
			s.attached[file.SHA256] = s.cfg.Now()
		}
		done(file, err)
	})
}

// readFile reads what is to be attached, and refuses what cannot be.
func readFile(ctx context.Context, path string, tell func(done, total int)) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, cannotRead(path, err)
	case info.IsDir():
		return nil, &app.Refusal{What: "«" + filepath.Base(path) + "» è una cartella.", Do: "Allegate i suoi file uno alla volta, o la cartella compressa in un file solo."}
	case !info.Mode().IsRegular():
		return nil, cannotRead(path, errors.New("not a regular file"))
	case info.Size() == 0:
		return nil, &app.Refusal{What: "Il file «" + filepath.Base(path) + "» è vuoto.", Do: "Controllate di aver scelto quello giusto."}
	}
	if err := app.FileTooBig(info.Size()); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	defer f.Close()
	const part = 1 << 20
	total := int(info.Size())
	data := make([]byte, 0, total+part)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := f.Read(data[len(data):min(cap(data), len(data)+part)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, cannotRead(path, err)
		}
		if len(data) == cap(data) { // it grew while it was read
			return nil, cannotRead(path, errors.New("grew while it was read"))
		}
		tell(len(data), total)
	}
}

// cleanName is the name of a file without what cannot be seen or turns the
// writing round: with such letters a program could show as a PDF.
func cleanName(name string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "")))
}

// errProgram says that a file is not what its name says.
var errProgram = errors.New("the file holds a program")

// Open shows a copy of a file, which cannot be written to, in the system's
// program for it. What might run is not opened.
func (a attachments) Open(file form.File) {
	s := a.s
	kind, _ := app.KindOfFile(file.Name)
	if !kind.Opens() {
		a.refuse(file, kind)
		return
	}
	store := s.cfg.Store
	path := ""
	s.shortly(words.F("Apro «%s»", file.Name), func(ctx context.Context, _ func(done, total int)) error {
		data, _, err := store.Blob(ctx, file.SHA256)
		if err != nil {
			return err
		}
		if app.HoldsProgram(data) {
			return errProgram
		}
		path, err = s.copies.write(nameForSystem(file.Name), data)
		return errors.Join(err, ctx.Err())
	}, func(err error) {
		if errors.Is(err, errProgram) {
			a.refuse(file, app.FileProgram)
			return
		}
		if err == nil {
			if err = s.cfg.OpenFile(path); err != nil {
				err = &app.Refusal{What: "Su questo computer non si apre nessun programma per questo file.", Do: "Salvatene una copia e apritela con il programma che usate di solito.", Err: err}
			}
		}
		if err != nil {
			s.fail(err)
		}
	})
}

// refuse says why a file is not opened, and offers a copy of it.
func (a attachments) refuse(file form.File, kind app.FileKind) {
	text := words.T("Tutela non conosce i file di questo tipo, e apre soltanto documenti, fotografie, posta, registrazioni e archivi compressi. Potete salvarne una copia e aprirla con il suo programma.")
	if kind == app.FileProgram {
		text = words.T("È un programma, o può contenere comandi che il computer eseguirebbe aprendolo. Salvatene una copia e apritela solo se sapete da chi viene e che cosa fa.")
	}
	kit.ShowDialog(a.s.win, kit.DialogConfig{
		Title: words.F("«%s» non si apre da qui", file.Name), Icon: kit.IconForbidden, Tone: kit.ToneWarn, Text: text,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Salva una copia…"), Kind: kit.Outlined, Do: func() { a.SaveCopy(file) }},
		},
	})
}

// SaveCopy asks where a copy is to be written, and writes it.
func (a attachments) SaveCopy(file form.File) {
	s := a.s
	name := nameForSystem(file.Name)
	s.askSave(words.T("Salva una copia"), name, filepath.Ext(name), words.T("Salva"), func(path string) {
		store := s.cfg.Store
		s.shortly(words.F("Salvo «%s»", file.Name), func(ctx context.Context, _ func(done, total int)) error {
			data, _, err := store.Blob(ctx, file.SHA256)
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			return exchange.WriteFile(path, data)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowInfo(s.win, words.T("Copia salvata"), path)
		})
	})
}

// Added tells when the files of a record came into it, those included that are
// not saved yet. Where that cannot be read the rows go without it.
func (a attachments) Added(register, uid string) map[string]time.Time {
	at := maps.Clone(a.s.attached)
	if uid == "" {
		return at
	}
	saved, err := a.s.cfg.Store.FilesAdded(context.Background(), register, uid)
	if err != nil {
		a.s.cfg.Log.Error("read the days of attachments", "error", err)
	}
	maps.Copy(at, saved)
	return at
}

// nameForSystem is a name that every system takes, not too long for any.
func nameForSystem(name string) string {
	out := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.Trim(name, " .")))
	const most = 120
	if ending := []rune(filepath.Ext(string(out))); len(out) > most && len(ending) < most {
		out = append(out[:most-len(ending)], ending...)
	}
	if len(out) == 0 {
		return words.T("allegato")
	}
	return string(out)
}
