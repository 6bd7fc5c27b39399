package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tutela/app"
)

// Salvaged is what could be read of a damaged office file.
type Salvaged struct {
	app.Bundle
	// Missing says in sentences what could not be read; empty where all of it was.
	Missing []string
}

// Salvage reads what can be read of an office file that is damaged, without touching
// it: records from their tables or, where those are spoilt, from their last version
// in the trail; attachments and papers that are what they were when they were kept.
// Where anything is missing the trail stays behind, for its chain would not hold,
// and references to what is missing are taken out: so that an import takes the rest.
// Opts are those of Open, with the identity of a sealed office.
func Salvage(ctx context.Context, path string, opts Options) (r Salvaged, err error) {
	opts = opts.filled()
	if path, err = resolve(path); err != nil {
		return r, err
	}
	v, err := openSpoilt(ctx, path, opts)
	if err != nil {
		return r, fmt.Errorf("salvage office: %w", err)
	}
	defer func() { err = errors.Join(err, v.shut()) }()
	if len(v.out.Missing) == 0 {
		if b, ok := v.whole(ctx); ok {
			return Salvaged{Bundle: b}, nil
		}
	}
	err = v.db.read(ctx, "salvage office", v.read)
	return v.out, err
}

func unreadable(path string, err error) error {
	return &app.Refusal{
		What: "Del file " + quoted(filepath.Base(path)) + " non si legge niente.",
		Do:   "Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza.", Err: err,
	}
}

// salvage is the reading of a damaged office.
type salvage struct {
	db  *DB
	f   *os.File // of a sealed one
	out Salvaged

	there map[string]bool   // "register uid" of the records that were read
	lost  map[string]string // SHA-256 of the attachments that were not -> name
	cut   int               // references that were taken out
}

func (v *salvage) shut() error {
	err := v.db.shut()
	if v.f != nil {
		err = errors.Join(err, v.f.Close())
	}
	return err
}

func (v *salvage) say(format string, args ...any) {
	v.out.Missing = append(v.out.Missing, fmt.Sprintf(format, args...))
}

// openSpoilt brings a file into memory, whatever its state.
func openSpoilt(ctx context.Context, path string, opts Options) (*salvage, error) {
	v := &salvage{there: map[string]bool{}, lost: map[string]string{}}
	head, err := headOfFile(path)
	if err != nil {
		return nil, err
	}
	if head != nil {
		return v, v.openSealed(ctx, path, opts)
	}
	image, err := os.ReadFile(path)
	if err != nil {
		return nil, refuseRead(err)
	}
	if len(image) < headerSize || !strings.HasPrefix(string(image), headerMagic) {
		return nil, unreadable(path, errors.New("no header"))
	}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		v.say("Le ultime modifiche, che stavano ancora nel file %s, non sono state lette.", quoted(filepath.Base(path)+"-wal"))
	}
	image[atWriteVersion], image[atReadVersion] = 1, 1
	size := int64(pageSizeOf(image)) * int64(binary.BigEndian.Uint32(image[atPageCount:]))
	if more := size - int64(len(image)); more > 0 && more < mostCut {
		v.say("Manca la fine del file.")
		image = append(image, make([]byte, more)...) // SQLite refuses one that is too short
	}
	return v, v.open(ctx, path, image, opts)
}

// mostCut is how many bytes may be missing at the end: more is a header gone wrong.
const mostCut = 1 << 30

func (v *salvage) openSealed(ctx context.Context, path string, opts Options) error {
	if opts.Identity == nil {
		return needIdentity(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return refuseRead(err)
	}
	log, image, err := openLog(path, f, opts.Identity)
	switch {
	case err != nil && !errors.Is(err, ErrDamaged):
		return errors.Join(err, f.Close())
	case image == nil:
		return errors.Join(unreadable(path, err), f.Close())
	case err != nil:
		v.say("Da un certo punto in poi il file è rovinato: ciò che è stato salvato dopo non si legge.")
	}
	if err := v.open(ctx, path, image, opts); err != nil {
		return errors.Join(err, f.Close())
	}
	v.f, v.db.blobs = f, sealedBlobs{&sealed{path: path, log: log}}
	return nil
}

// open reads what was brought into memory, brought up to date if it can be.
func (v *salvage) open(ctx context.Context, path string, image []byte, opts Options) (err error) {
	if v.db, err = imageDB(ctx, path, image, opts); err != nil {
		return unreadable(path, err)
	}
	pending, err := judgeSchema(ctx, v.db.reader, path, opts)
	if err == nil && pending {
		_ = migrateHandle(ctx, v.db.reader, opts, false) // else what is there is read as it is
	}
	if err != nil && !errors.Is(err, ErrDamaged) {
		return errors.Join(err, v.db.shut())
	}
	return nil
}

// whole gives everything, where nothing at all is missing.
func (v *salvage) whole(ctx context.Context) (b app.Bundle, ok bool) {
	b, err1 := v.db.Bundle(ctx)
	chain, err2 := v.db.VerifyChain(ctx)
	faults, err3 := v.db.VerifyRecords(ctx)
	if errors.Join(err1, err2, err3) != nil || !chain.OK() || len(faults) > 0 {
		return b, false
	}
	return b, !slices.ContainsFunc(b.Files, func(f app.Blob) bool { return digestOf(f.Bytes) != f.SHA256 }) &&
		!slices.ContainsFunc(b.Prints, func(p Print) bool { return !asKept(p) })
}
