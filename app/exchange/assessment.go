package exchange

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/exchange/pia"
	"tutela/app/form"
)

// Blobs gives the bytes of an attachment by its SHA-256.
type Blobs func(sha256 string) ([]byte, error)

// IsPIA says that a file is an impact assessment of the tool of the CNIL, or a list
// of them, whole or cut short.
func IsPIA(data []byte) bool { return pia.Is(data) }

// ReadPIA reads the impact assessments of a file of the tool of the CNIL against the
// office as it is. Each becomes a record, or changes the one that it was read into
// or written from before; the file itself is kept with the record, for what that has
// no field for. It refuses as a whole.
func ReadPIA(data []byte, d *app.Dossier, blobs Blobs) (*Workbook, error) {
	if err := piaTooBig(len(data)); err != nil {
		return nil, err
	}
	files, err := pia.Read(data)
	if err != nil {
		return nil, badPIA(err)
	}
	r := piaReader{d: d, blobs: blobs, out: &Workbook{}, taken: map[string]string{}}
	r.out.Bundle.Records = map[string][]any{}
	if err := r.know(); err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := r.take(f); err != nil {
			return nil, err
		}
	}
	return r.out, nil
}

func piaTooBig(size int) error {
	if size <= app.MaxFile {
		return nil
	}
	return &app.Refusal{
		What: "Il file della PIA è troppo grande: il massimo è 20 MB, perché resta allegato alla scheda.",
		Do:   "Togliete dallo strumento PIA le immagini più pesanti, o esportate una PIA alla volta.",
	}
}

// badPIA says what a file is that cannot be read.
func badPIA(err error) error {
	what, do := "Il file della PIA è rovinato: non è JSON.", "Esportate di nuovo la PIA dallo strumento della CNIL, e non cambiate il file."
	if shape, unknown := errors.AsType[*pia.ShapeError](err); unknown {
		what = "Questa PIA è in una forma che questo programma non conosce: non si capisce «" + shape.Path + "»."
		do = "Se viene da una versione più recente dello strumento della CNIL aggiornate Tutela; se il file è stato cambiato a mano, esportatelo di nuovo."
	}
	switch {
	case errors.Is(err, pia.ErrMany):
		what = "Il file della PIA contiene troppe voci."
	case cutShort(err):
		what = "Il file della PIA è interrotto: finisce prima del dovuto."
	}
	return &app.Refusal{What: what, Do: do, Err: err}
}

// piaReader plans what becomes of the assessments of a file.
type piaReader struct {
	d     *app.Dossier
	blobs Blobs
	out   *Workbook
	there []piaRecord
	taken map[string]string // name of the assessment, by UID of its record
}

// piaRecord is a record of the office, with the file that it holds.
type piaRecord struct {
	rec  *app.DPIA
	file *pia.File // nil for none
	at   int       // of the file among those of the record
}

// know finds which records were read from a file.
func (r *piaReader) know() error {
	for _, x := range app.All(r.d, app.DPIAForm) {
		known := piaRecord{rec: x}
		var err error
		if known.file, known.at, err = keptPIA(x, r.blobs); err != nil {
			return err
		}
		r.there = append(r.there, known)
	}
	return nil
}

// keptPIA is the assessment of the tool that a record was read from, the last of its
// files that is one; nil for none.
func keptPIA(x *app.DPIA, blobs Blobs) (*pia.File, int, error) {
	for i, f := range slices.Backward(x.Files) {
		if !strings.EqualFold(path.Ext(f.Name), ".json") {
			continue
		}
		data, err := blobs(f.SHA256)
		if err != nil {
			return nil, 0, fmt.Errorf("read %s: %w", f.Name, err)
		}
		if !pia.Is(data) {
			continue
		}
		if files, err := pia.Read(data); err == nil && len(files) == 1 {
			return files[0], i, nil
		}
	}
	return nil, -1, nil
}

// of finds the records of an assessment: the tool and this program keep the moment
// when it was begun. Records that were made at one time are told apart by their
// treatment.
func (r *piaReader) of(f *pia.File) (out []piaRecord) {
	for _, x := range r.there {
		begun := x.rec.Head().Created.UTC().Truncate(piaMoment)
		if x.file != nil {
			begun = x.file.Created()
		}
		if !f.Created().IsZero() && f.Created().Equal(begun) || x.file != nil && digest(x.file.Bytes()) == digest(f.Bytes()) {
			out = append(out, x)
		}
	}
	if named := slices.DeleteFunc(slices.Clone(out), func(x piaRecord) bool {
		return catalogue.Fold(r.d.Ref(app.TreatmentForm.Key, x.rec.Treatment)) != catalogue.Fold(f.Name())
	}); len(out) > 1 && len(named) == 1 {
		return named
	}
	return out
}

func (r *piaReader) take(f *pia.File) error {
	found := r.of(f)
	if len(found) > 1 {
		return &app.Refusal{
			What: fmt.Sprintf("Più schede dell’ufficio vengono dalla PIA «%s»: non si sa quale cambiare.", f.Name()),
			Do:   "Togliete il file della PIA da quelle che non devono seguirla, fra i loro documenti, e riprovate.",
		}
	}
	rec, old, at := app.DPIAForm.Type().Start().(*app.DPIA), any(nil), -1
	if len(found) == 1 {
		old, at = found[0].rec, found[0].at
		rec = app.DPIAForm.Type().Clone(old).(*app.DPIA)
	} else {
		uid, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("make uid: %w", err)
		}
		rec.Head().UID = uid.String()
		r.there = append(r.there, piaRecord{rec, f, 0}) // the same may come twice
	}
	if first, twice := r.taken[rec.UID()]; twice {
		return &app.Refusal{
			What: fmt.Sprintf("Nel file la stessa PIA c’è due volte: «%s» e «%s».", first, f.Name()),
			Do:   "Esportate le PIA una alla volta.",
		}
	}
	r.taken[rec.UID()] = f.Name()
	f.Fill(rec)
	r.treatment(f, rec)
	r.attach(f, rec, at)
	if err := r.wrong(f, rec); err != nil {
		return err
	}
	r.tell(f.Name(), rec, old)
	return nil
}

// treatment finds the treatment that the assessment is of, where the record does not
// say it yet: by its name.
func (r *piaReader) treatment(f *pia.File, rec *app.DPIA) {
	if rec.Treatment != "" {
		return
	}
	var found []string
	for _, t := range app.All(r.d, app.TreatmentForm) {
		if catalogue.Fold(t.Title) == catalogue.Fold(f.Name()) {
			found = append(found, t.UID())
		}
	}
	if len(found) == 1 {
		rec.Treatment = found[0]
		return
	}
	r.out.Treatmentless = append(r.out.Treatmentless, f.Name())
}

// attach keeps the file with the record, in place of the one that it came from.
func (r *piaReader) attach(f *pia.File, rec *app.DPIA, at int) {
	const mime = "application/json"
	data := f.Bytes()
	kept := form.File{Name: FileName("PIA "+f.Name()) + ".json", MIME: mime, SHA256: digest(data), Size: int64(len(data))}
	if at >= 0 {
		if rec.Files[at].SHA256 == kept.SHA256 {
			return
		}
		rec.Files[at] = kept
	} else {
		rec.Files = append(rec.Files, kept)
	}
	r.out.Bundle.Files = append(r.out.Bundle.Files, app.Blob{SHA256: kept.SHA256, MIME: mime, Bytes: data})
}

// wrong refuses an assessment with what the form does not take.
func (r *piaReader) wrong(f *pia.File, rec *app.DPIA) error {
	var told []string
	for _, p := range app.DPIAForm.Type().Problems(rec) {
		if p.Gravity == form.Wrong {
			told = append(told, fmt.Sprintf("%s: %s", p.Label, strings.TrimSuffix(p.Text, ".")))
		}
	}
	if told == nil {
		return nil
	}
	return &app.Refusal{
		What: fmt.Sprintf("La PIA «%s» non si può importare: %s.", f.Name(), strings.Join(told, "; ")),
		Do:   "Niente è stato cambiato. Correggete questi punti nello strumento PIA, o nella scheda, e riprovate.",
	}
}

// tell says what becomes of the record of the assessment of that name.
func (r *piaReader) tell(name string, rec *app.DPIA, old any) {
	reg, _ := app.RegisterOf(r.d.Registers(), app.DPIAForm.Key)
	r.out.Bundle.Records[reg.Key] = append(r.out.Bundle.Records[reg.Key], rec)
	if old != nil && reg.Equal(old, rec) {
		r.out.Same++
		return
	}
	c := WorkbookChange{Register: reg, UID: rec.UID(), Title: reg.Named(rec, r.d), New: old == nil}
	if rec.Treatment == "" {
		c.Title = name
	}
	if old != nil {
		c.Differs = reg.Compare(old, rec, r.d)
		if len(c.Differs) > 1 { // another file of the same name goes without saying
			c.Differs = slices.DeleteFunc(c.Differs, func(x form.Difference) bool { return x.Before == x.After })
		}
	}
	r.out.Changes = append(r.out.Changes, c)
}
