package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// keeper and thing are made-up registers with every kind of field, child
// records of two levels, and references to themselves and each other.
type keeper struct {
	form.Meta
	Name  string
	Left  bool
	Boss  string
	Thing string
}

var keeperForm = form.Form[keeper]{
	Key: "keeper", One: "custode", Many: "Custodi",
	Title: func(k *keeper) string { return k.Name },
	Ended: func(k *keeper) bool { return k.Left },
	Sections: []form.Section[keeper]{{Key: "main", Fields: []form.F[keeper]{
		form.Text("name", "Nome", func(k *keeper) *string { return &k.Name }).Need(),
		form.Bool("left", "Uscito", func(k *keeper) *bool { return &k.Left }),
		form.Ref("boss", "Capo", "keeper", func(k *keeper) *string { return &k.Boss }),
		form.Ref("thing", "Cosa preferita", "thing", func(k *keeper) *string { return &k.Thing }),
	}}},
}

type thing struct {
	form.Meta
	Name, Story, Colour, Purpose, Keeper string
	Bought                               form.Date
	Seen                                 form.Moment
	Pieces, Price                        form.Int
	Broken                               bool
	Insured                              form.Tri
	Data, Keepers                        []string
	Papers                               []form.File
	Parts                                []*part
	Notes                                []*note
}

type part struct {
	Name, Keeper string
	Weight       form.Int
	Purposes     []string
	Keepers      []string
	Papers       []form.File
	Steps        []*step
}

type step struct {
	What, Keeper string
	On           form.Date
	Done         bool
	Purposes     []string
	Keepers      []string
	Papers       []form.File
}

type note struct{ Text string }

var thingForm = form.Form[thing]{
	Key: "thing", One: "cosa", Many: "Cose", Fem: true,
	Title:  func(r *thing) string { return r.Name },
	Second: func(r *thing, n form.Names) string { return n.Ref("keeper", r.Keeper) },
	Sections: []form.Section[thing]{{Key: "main", Fields: []form.F[thing]{
		form.Text("name", "Nome", func(r *thing) *string { return &r.Name }).Need(),
		form.Long("story", "Storia", func(r *thing) *string { return &r.Story }),
		form.Day("bought", "Comprata", func(r *thing) *form.Date { return &r.Bought }),
		form.At("seen", "Vista", func(r *thing) *form.Moment { return &r.Seen }),
		form.Count("pieces", "Pezzi", "pezzi", 0, 0, func(r *thing) *form.Int { return &r.Pieces }),
		form.Money("price", "Prezzo", func(r *thing) *form.Int { return &r.Price }),
		form.Bool("broken", "Rotta", func(r *thing) *bool { return &r.Broken }),
		form.Ask("insured", "Assicurata", func(r *thing) *form.Tri { return &r.Insured }),
		form.Choice("colour", "Colore", func(r *thing) *string { return &r.Colour },
			form.Option{Value: "red", Label: "Rosso vivo"}, form.Option{Value: "blue", Label: "Blu"}),
		form.Entry("purpose", "Finalità", "purpose", func(r *thing) *string { return &r.Purpose }),
		form.Entries("data", "Dati", "data-type", func(r *thing) *[]string { return &r.Data }),
		form.Ref("keeper", "Custode", "keeper", func(r *thing) *string { return &r.Keeper }),
		form.Refs("keepers", "Altri custodi", "keeper", func(r *thing) *[]string { return &r.Keepers }),
		form.Files("papers", "Carte", func(r *thing) *[]form.File { return &r.Papers }),
		form.List("parts", "Parti", func(r *thing) *[]*part { return &r.Parts }, partForm),
		form.List("notes", "Appunti", func(r *thing) *[]*note { return &r.Notes }, form.Form[note]{
			Key: "note", Sections: []form.Section[note]{{Fields: []form.F[note]{
				form.Text("text", "Testo", func(n *note) *string { return &n.Text }),
			}}},
		}),
		form.Computed("summary", "Riassunto", func(r *thing) string { return "calcolato " + r.Name }),
	}}},
}

var partForm = form.Form[part]{
	Key: "part", Title: func(p *part) string { return p.Name },
	Sections: []form.Section[part]{{Fields: []form.F[part]{
		form.Text("name", "Nome", func(p *part) *string { return &p.Name }),
		form.Count("weight", "Peso", "g", 0, 0, func(p *part) *form.Int { return &p.Weight }),
		form.Ref("keeper", "Custode", "keeper", func(p *part) *string { return &p.Keeper }),
		form.Entries("purposes", "Finalità", "purpose", func(p *part) *[]string { return &p.Purposes }),
		form.Refs("keepers", "Custodi", "keeper", func(p *part) *[]string { return &p.Keepers }),
		form.Files("papers", "Carte", func(p *part) *[]form.File { return &p.Papers }),
		form.List("steps", "Passi", func(p *part) *[]*step { return &p.Steps }, stepForm),
	}}},
}

var stepForm = form.Form[step]{
	Key: "step", Sections: []form.Section[step]{{Fields: []form.F[step]{
		form.Text("what", "Che cosa", func(s *step) *string { return &s.What }),
		form.Day("on", "Quando", func(s *step) *form.Date { return &s.On }),
		form.Bool("done", "Fatto", func(s *step) *bool { return &s.Done }),
		form.Ref("keeper", "Chi", "keeper", func(s *step) *string { return &s.Keeper }),
		form.Entries("purposes", "Finalità", "purpose", func(s *step) *[]string { return &s.Purposes }),
		form.Refs("keepers", "Con chi", "keeper", func(s *step) *[]string { return &s.Keepers }),
		form.Files("papers", "Carte", func(s *step) *[]form.File { return &s.Papers }),
	}}},
}

type house struct {
	form.Meta
	Name string
}

var houseForm = form.Form[house]{
	Key: "house", One: "casa", Single: true, Title: func(h *house) string { return h.Name },
	Sections: []form.Section[house]{{Fields: []form.F[house]{
		form.Text("name", "Nome", func(h *house) *string { return &h.Name }),
	}}},
}

var (
	keepers = keeperForm.Type()
	things  = thingForm.Type()
	houses  = houseForm.Type()
	entries = app.CatalogEntryForm.Type()
)

func madeUp() []app.Register {
	return []app.Register{{Type: houses}, {Type: entries}, {Type: keepers}, {Type: things}}
}

var ctx = context.Background()

var anna = By{Who: "Anna Verdi"}

// clock is a clock that a test moves.
type clock struct{ at time.Time }

func newClock() *clock { return &clock{time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time        { return c.at }
func (c *clock) step(by time.Duration) { c.at = c.at.Add(by) }

// madeUpMigrations are the tables of the store and those of the made-up
// registers; more are further migrations.
func madeUpMigrations(t testing.TB, more ...string) fstest.MapFS {
	t.Helper()
	shipped := func(name string) *fstest.MapFile {
		data, err := fs.ReadFile(shippedMigrations(), name)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	out := fstest.MapFS{
		"0001_base.sql":         shipped("0001_base.sql"),
		"0002_registers.sql":    {Data: []byte("-- +goose Up\n" + SchemaSQL(madeUp()))},
		"0003_print_layout.sql": shipped("0004_print_layout.sql"),
		"0004_copies.sql":       shipped("0020_copies.sql"),
		"0005_edition.sql":      shipped("0021_edition.sql"),
		"0006_signature.sql":    shipped("0022_signature.sql"),
	}
	for i, sql := range more {
		out[fmt.Sprintf("%04d_more.sql", i+7)] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + sql)}
	}
	return out
}

func options(t testing.TB) Options {
	opts := Options{Registers: madeUp(), Migrations: madeUpMigrations(t), Now: newClock().now, HostUser: "pc\\anna", busy: 200 * time.Millisecond}
	if sealedKind() {
		_, opts.Identity = testKeys()
	}
	return opts
}

// made is a new office in a folder of its own.
func made(t testing.TB, opts Options) *DB {
	t.Helper()
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, db) })
	return db
}

func shut(t testing.TB, db *DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func reopen(t testing.TB, db *DB) *DB {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(ctx, db.path, db.opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, again) })
	return again
}

func save(t testing.TB, db *DB, typ *form.Type, rec form.Record) {
	t.Helper()
	if err := db.Save(ctx, anna, typ, rec); err != nil {
		t.Fatal(err)
	}
}

func newKeeper(t testing.TB, db *DB, name string) *keeper {
	t.Helper()
	k := &keeper{Name: name}
	save(t, db, keepers, k)
	return k
}

// refused asks for a Refusal with exactly this sentence.
func refused(t testing.TB, err error, sentence string) {
	t.Helper()
	var r *app.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("no Refusal but %v", err)
	}
	if r.Sentence() != sentence {
		t.Fatalf("the sentence is\n%s\nwanted\n%s", r.Sentence(), sentence)
	}
}

// raw runs SQL on the file as another program would.
func raw(t testing.TB, path string, queries ...string) {
	t.Helper()
	plainOnly(t)
	db, err := sql.Open(driverName, dsn(path, readWrite, time.Second))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

func beside(t testing.TB, path string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// randomiser fills records of any form.
type randomiser struct {
	*rand.Rand
	uids  map[string][]string // register -> records to refer to
	blobs []form.File
}

var words = []string{
	"perché", "Città", "l’ufficio", "  spazi  ", "a\nb\r\nc", "\"virgolette\"", "'apici'", "%_*?#", "NULL", "0012",
	"日本", "🙂", "e\u0301", "\x00zero", "<b>&amp;</b>", "; DROP TABLE keeper --", "1e5", "\u2028",
}

func (r *randomiser) text() string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		b.WriteString(words[r.IntN(len(words))])
	}
	return b.String()
}

func (r *randomiser) pick(from []string) []string {
	var out []string
	for range 1 + r.IntN(4) {
		out = append(out, from[r.IntN(len(from))])
	}
	return out
}

func (r *randomiser) fill(t *form.Type, rec any) {
	for _, f := range t.Fields() {
		if r.IntN(4) == 0 {
			continue // unset
		}
		switch f.Kind {
		case form.KText, form.KLong, form.KCatalogue:
			f.Put(rec, r.text())
		case form.KDate:
			f.Put(rec, form.Date("1999-01-31").AddDays(r.IntN(20000)))
		case form.KMoment:
			f.Put(rec, form.MomentOf(time.Unix(r.Int64N(4e9), r.Int64N(1e9))))
		case form.KInt, form.KMoney:
			f.Put(rec, []int64{0, -1, 1 << 62, -1 << 62, r.Int64N(1e9)}[r.IntN(5)])
		case form.KBool:
			f.Put(rec, true)
		case form.KTri:
			f.Put(rec, []form.Tri{form.Yes, form.No, form.NotNeeded}[r.IntN(3)])
		case form.KChoice:
			f.Put(rec, f.Options[r.IntN(len(f.Options))].Value)
		case form.KCatalogues:
			f.Put(rec, r.pick(words))
		case form.KRef:
			f.Put(rec, r.pick(r.uids[f.Register])[0])
		case form.KRefs:
			f.Put(rec, r.pick(r.uids[f.Register]))
		case form.KFiles:
			f.Put(rec, r.blobs[:1+r.IntN(len(r.blobs))])
		case form.KList:
			for range 1 + r.IntN(4) {
				r.fill(f.Child, f.AddRow(rec))
			}
		}
	}
}
