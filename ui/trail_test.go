package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// trailOf shows the trail with all that was asked for in it.
func trailOf(t testing.TB, s *Shell, q app.TrailQuery) *trailPage {
	t.Helper()
	p := newTrailPage(s, q, "")
	trailFound(t, p)
	return p
}

// trailFound answers what the page has asked, as the work behind the window does.
func trailFound(t testing.TB, p *trailPage) {
	t.Helper()
	p.stop()
	ctx := context.Background()
	seqs, err := p.shell.cfg.Store.Trail(ctx, p.query)
	if err != nil {
		t.Fatal(err)
	}
	if p.who, p.regs, err = p.shell.cfg.Store.TrailParts(ctx); err != nil {
		t.Fatal(err)
	}
	p.found(seqs)
}

// leaver is somebody of the example who has left, with a past to erase.
func leaver(t testing.TB, s *Shell) *app.Person {
	t.Helper()
	ctx := context.Background()
	recs, err := s.cfg.Store.All(ctx, app.PersonForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range recs {
		if x := rec.(*app.Person); x.End != "" {
			x.Address, x.Phone = "", ""
			x.Note = "Indirizzo tolto."
			if err := s.cfg.Store.Save(ctx, s.cfg.By, app.PersonForm.Type(), x); err != nil {
				t.Fatal(err)
			}
			s.saved(app.PersonForm.Key)
			return x
		}
	}
	t.Fatal("nobody in the example has left")
	return nil
}

func trailScreens() []screen {
	list := []screen{}
	add := func(name string, bring func(t *testing.T, s *Shell)) { list = append(list, screen{name, bring}) }
	changed := func(t *testing.T, s *Shell) {
		r := first(t, s, app.SiteForm.Key)
		set(r, "city", "Soresina, un piano sopra il negozio con l’ingresso dal cortile, nuovo")
		r.save()
	}
	add("trail", func(t *testing.T, s *Shell) { trailOf(t, s, app.TrailQuery{}).split.ShowList() })
	add("trail, a change", func(t *testing.T, s *Shell) {
		changed(t, s)
		p := trailOf(t, s, app.TrailQuery{})
		p.list.Select(0)
		p.choose(0)
	})
	add("trail, cut down", func(t *testing.T, s *Shell) {
		r := first(t, s, app.SupplierForm.Key)
		p := trailOf(t, s, app.TrailQuery{Who: "prova", From: "2026-01-01", To: "2026-12-31"})
		p.only(app.SupplierForm.Key, r.uid(), r.ed.Type.Named(r.ed.Rec, s.names))
		trailFound(t, p)
	})
	add("trail, nothing", func(t *testing.T, s *Shell) {
		trailOf(t, s, app.TrailQuery{Text: "nessuno così"}).split.ShowList()
	})
	add("trail, filters", func(t *testing.T, s *Shell) { trailOf(t, s, app.TrailQuery{}).askFilters() })
	add("trail, chain holds", func(t *testing.T, s *Shell) {
		p := trailOf(t, s, app.TrailQuery{})
		v, err := lookAtChain(context.Background(), s.cfg.Store, s.cfg.Now(), chainNote{})
		if err != nil {
			t.Fatal(err)
		}
		p.verdict = v
		p.showChain()
	})
	add("trail, chain does not hold", func(t *testing.T, s *Shell) {
		p := trailOf(t, s, app.TrailQuery{})
		p.verdict = &chainVerdict{
			at: s.cfg.Now(), report: app.ChainReport{Rows: 812, Erased: 3, Head: strings.Repeat("4f9a", 16), Faults: []app.Fault{
				{Seq: 17, Text: "La riga 17 è stata cambiata."}, {Seq: 18, Text: "La riga 18 non segue dalla 17: una delle due è stata cambiata."},
			}},
		}
		p.showChain()
	})
	add("trail, another chain", func(t *testing.T, s *Shell) {
		p := trailOf(t, s, app.TrailQuery{})
		p.verdict = &chainVerdict{at: s.cfg.Now(), report: app.ChainReport{Rows: 812}, parted: true, since: chainNote{At: s.cfg.Now(), Rows: 900}}
		p.showChain()
	})
	add("trail, export", func(t *testing.T, s *Shell) { trailOf(t, s, app.TrailQuery{}).export() })
	add("trail, whose past", func(t *testing.T, s *Shell) {
		leaver(t, s)
		s.askErase()
	})
	erase := func(t *testing.T, s *Shell) *erasePage {
		x := leaver(t, s)
		reg, _ := app.RegisterOf(s.cfg.Registers, app.PersonForm.Key)
		traces, err := s.cfg.Store.Traces(context.Background(), reg.Type, x.UID())
		if err != nil {
			t.Fatal(err)
		}
		return newErasePage(s, reg, x.UID(), reg.Title(x), traces)
	}
	add("trail, what goes", func(t *testing.T, s *Shell) { erase(t, s) })
	add("trail, no reason", func(t *testing.T, s *Shell) { erase(t, s).confirm() })
	add("trail, last question", func(t *testing.T, s *Shell) {
		p := erase(t, s)
		p.why.SetText("Conservazione finita")
		p.confirm()
	})
	add("trail, erased", func(t *testing.T, s *Shell) {
		p := erase(t, s)
		list, _ := p.chosen()
		if _, err := s.cfg.Store.EraseTrail(context.Background(), s.cfg.By, app.TrailErasure{Why: "Conservazione finita: rapporto chiuso nel 2014", Records: list}); err != nil {
			t.Fatal(err)
		}
		q := trailOf(t, s, app.TrailQuery{})
		q.list.Select(0)
		q.choose(0)
	})
	return list
}

// TestTrailPage: every change is listed, by person, record, register and day; one
// of them shows field by field what it changed, and leads to the record.
func TestTrailPage(t *testing.T) {
	s, db := openShell(t, app.Sample)
	th := playThread(t, s)
	r := first(t, s, app.SiteForm.Key)
	uid := r.uid()
	set(r, "city", "Castelleone")
	s.cfg.By = app.By{Who: "Ferri Lucia"}
	r.save()
	s.officeTrail()
	if s.front == s.current().object() {
		t.Fatal("the trail is not in front")
	}
	all, err := db.Trail(context.Background(), app.TrailQuery{})
	if err != nil {
		t.Fatal(err)
	}
	page := func() string { return texts(s.front) }
	th.until(t, "the trail shows", func() bool { return strings.Contains(page(), words.Plural(len(all), "%d modifica", "%d modifiche")) })

	p := trailOf(t, s, app.TrailQuery{Who: "Ferri Lucia"})
	if len(p.seqs) != 1 {
		t.Fatalf("%d changes by one who made one", len(p.seqs))
	}
	if row := p.row(0); row.Word != "modificata" || !strings.HasSuffix(row.Second, "· Ferri Lucia") {
		t.Errorf("the row says %+v", row)
	}
	p.choose(0)
	if text := page(); !strings.Contains(text, "dopo: Castelleone") || !strings.Contains(text, "prima: ") {
		t.Errorf("it does not say what changed:\n%s", text)
	}
	press(t, s.front, "Solo questa scheda")
	p.query.Who = ""
	trailFound(t, p)
	if len(p.seqs) != 2 || p.query.UID != uid || !strings.Contains(page(), "Solo:") {
		t.Errorf("%d changes of one record, %+v", len(p.seqs), p.query)
	}
	if p.row(1).Word != "creata" {
		t.Errorf("its first change: %+v", p.row(1))
	}
	p.open(0)
	if got := registerPageOf(t, s, app.SiteForm.Key); got.open == nil || got.open.uid() != uid {
		t.Error("Enter does not open the record")
	}
	printNow(t, s, "controller-register", "")
	p = trailOf(t, s, app.TrailQuery{Register: app.PrintRegister})
	if len(p.seqs) != 1 || p.row(0).Word != "stampato" {
		t.Fatalf("%d papers", len(p.seqs))
	}
	p.open(0)
	if d, ok := s.current().(*tabbedPage); !ok || !strings.Contains(texts(d.object()), "Impronta SHA-256") {
		t.Error("a paper does not open in its tab")
	}
}

// TestTrailFilters: what is asked for in the dialog is what the list shows; a day
// that is none is told at its field.
func TestTrailFilters(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := trailOf(t, s, app.TrailQuery{})
	open := func() (from, to *kit.Entry) {
		p.askFilters()
		var dates []*kit.Entry
		seek(s.win.Canvas().Overlays().Top(), func(e *kit.Entry) bool {
			dates = append(dates, e)
			return false
		})
		return dates[0], dates[1]
	}
	from, to := open()
	from.SetText("31/02/2026")
	confirm(t, s, "Mostra")
	if !strings.Contains(dialogText(s), "Febbraio 2026 ha 28 giorni.") {
		t.Errorf("a day that is none is not told:\n%s", dialogText(s))
	}
	from.SetText("22/11/2026")
	to.SetText("21/11/2026")
	confirm(t, s, "Mostra")
	if !strings.Contains(dialogText(s), "Viene prima del primo giorno.") {
		t.Errorf("days the wrong way round:\n%s", dialogText(s))
	}
	to.SetText("22/11/2026")
	confirm(t, s, "Mostra")
	if p.query.From != "2026-11-22" || p.query.To != "2026-11-22" || !strings.Contains(texts(s.front), "Quando: 22/11/2026") {
		t.Errorf("asked for %+v:\n%s", p.query, texts(s.front))
	}
	open()
	confirm(t, s, "Mostra tutto")
	if p.query != (app.TrailQuery{}) {
		t.Errorf("everything is %+v", p.query)
	}
}

// TestTrailIsRead only where it comes into view: the list of an office with tens
// of thousands of changes reads some dozens.
func TestTrailIsRead(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := trailOf(t, s, app.TrailQuery{})
	p.pages = map[int][]app.TrailRow{}
	p.row(0)
	p.row(trailPiece)
	p.row(trailPiece + 1)
	if len(p.pages) != 2 || len(p.pages[0]) != trailPiece {
		t.Errorf("%d pieces were read", len(p.pages))
	}
}

// TestChainOfTheDay looks once a day, keeps quiet where all is well, and says in a
// sentence where it is not: a row that was changed, a file that was put in the
// place of another.
func TestChainOfTheDay(t *testing.T) {
	s, db := openShell(t, app.Sample)
	ctx := context.Background()
	th := queueThread(s)
	now := apptest.Now
	s.cfg.Now = func() time.Time { return now }
	look := func(file Store) {
		s.cfg.Store = file
		s.chainOfTheDay(ctx, file)
		th.drain()
	}
	look(db)
	note := s.chainNote(db.Path())
	if !note.OK || note.Rows == 0 || kit.DialogOpen(s.win) {
		t.Fatalf("%+v", note)
	}
	look(broken{Store: db})
	if kit.DialogOpen(s.win) {
		t.Error("the same day it looked again")
	}
	now = now.AddDate(0, 0, 1)
	look(s.cfg.Store)
	if text := dialogText(s); !strings.Contains(text, "La riga 3 è stata cambiata.") || !strings.Contains(text, "La storia dell’ufficio non torna") {
		t.Errorf("it says %q", text)
	}
	confirm(t, s, "Ho capito")

	now = now.AddDate(0, 0, 1)
	data, _ := json.Marshal(chainNote{At: apptest.Now, Rows: 2, Head: strings.Repeat("0", 64), OK: true})
	s.cfg.App.Preferences().SetString(prefChain+db.Path(), string(data))
	look(db)
	if text := dialogText(s); !strings.Contains(text, "non continua quella vista su questo computer") {
		t.Errorf("of another chain it says %q", text)
	}
	confirm(t, s, "Ho capito")
	p := trailOf(t, s, app.TrailQuery{})
	press(t, s.front, "Verifica la catena")
	th.until(t, "the chain is verified", func() bool { return p.verdict != nil })
	if text := texts(s.front); !strings.Contains(text, "La catena tiene: ") || !strings.Contains(text, p.verdict.report.Head) {
		t.Errorf("the page says:\n%s", text)
	}
}

// broken is a file whose third row was changed.
type broken struct{ Store }

func (b broken) VerifyChain(context.Context) (app.ChainReport, error) {
	return app.ChainReport{Rows: 9, Faults: []app.Fault{{Seq: 3, Text: "La riga 3 è stata cambiata."}}}, nil
}

// TestTrailExport: what the list shows, in both shapes.
func TestTrailExport(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := trailOf(t, s, app.TrailQuery{Register: app.SupplierForm.Key})
	for _, ending := range exchange.TableEndings {
		path := filepath.Join(t.TempDir(), "storia"+ending)
		if err := p.writeTrail(context.Background(), s.cfg.Store, p.seqs, path, ending, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		table, err := exchange.ReadTableFile(path, "")
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Rows) != len(p.seqs) || table.Rows[0].Cells[6] != p.row(0).Title || len(table.Rows[0].Cells[7]) != 64 {
			t.Errorf("%s: %d rows of %d, first %q", ending, len(table.Rows), len(p.seqs), table.Rows[0].Cells)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := filepath.Join(t.TempDir(), "storia.csv")
	if err := p.writeTrail(ctx, s.cfg.Store, p.seqs, path, ".csv", func(int, int) {}); err == nil {
		t.Error("it went on after Annulla")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("after Annulla there is a file")
	}
}

// TestEraseFromTrail goes the whole way: who, what, why, the last question; what
// was erased is nowhere in the file, and the record of today is.
func TestEraseFromTrail(t *testing.T) {
	s, db := openShell(t, func(save func(*form.Type, form.Record) error) error {
		return app.Sample(func(ft *form.Type, rec form.Record) error {
			if x, ok := rec.(*app.Person); ok && x.End != "" {
				x.Address = "Via Canarino 5"
			}
			return save(ft, rec)
		})
	})
	th := playThread(t, s)
	x := leaver(t, s)
	s.askErase()
	pick := seek(s.win.Canvas().Overlays().Top(), func(*kit.Picker) bool { return true })
	confirm(t, s, "Continua")
	if !strings.Contains(dialogText(s), "Scegliete una persona.") {
		t.Error("it goes on without a person")
	}
	pick.SetValues(x.UID())
	confirm(t, s, "Continua")
	th.until(t, "what goes is shown", func() bool { return !kit.DialogOpen(s.win) })
	page := texts(s.front)
	if !strings.Contains(page, "Cancellare dalla storia: "+strings.TrimSpace(x.Surname+" "+x.Name)) || !strings.Contains(page, "1 versione passata; quella di oggi resta") {
		t.Fatalf("the page says:\n%s", page)
	}
	press(t, s.front, "Cancella dalla storia…")
	if !strings.Contains(texts(s.front), "Scrivete il motivo") {
		t.Error("it goes on without a reason")
	}
	why := seek(s.front, func(e *kit.Entry) bool { return true })
	why.SetText("Conservazione finita")
	press(t, s.front, "Cancella dalla storia…")
	if text := dialogText(s); !strings.Contains(text, "per sempre") {
		t.Errorf("the last question is %q", text)
	}
	confirm(t, s, "Cancella per sempre")
	th.says(t, s, "Cancellato dalla storia")
	confirm(t, s, "Ho capito")
	ctx := context.Background()
	if got, err := db.Get(ctx, app.PersonForm.Type(), x.UID()); err != nil || got.(*app.Person).Surname != x.Surname {
		t.Error(got, err)
	}
	if v, err := lookAtChain(ctx, db, s.cfg.Now(), chainNote{}); err != nil || !v.ok() || v.report.Erased == 0 {
		t.Error(v, err)
	}
	p := trailOf(t, s, app.TrailQuery{})
	p.choose(0)
	if text := texts(s.front); !strings.Contains(text, "Cancellazione dalla storia") || !strings.Contains(text, "Persone: 1 contenuto") {
		t.Errorf("the trail says:\n%s", text)
	}
	for _, name := range []string{db.Path(), db.Path() + "-wal"} {
		if data, err := os.ReadFile(name); err == nil && bytes.Contains(data, []byte("Canarino")) {
			t.Errorf("the address still stands in %s", filepath.Base(name))
		}
	}
}

// TestChainOnPaper: a printed paper bears the value that stands before its own row,
// and typed into the search it finds the row which has it.
func TestChainOnPaper(t *testing.T) {
	s, db := openShell(t, app.Sample)
	x := printNow(t, s, "controller-register", "")
	last, err := db.Latest(context.Background(), 0, 2)
	if err != nil {
		t.Fatal(err)
	}
	if x.document.Chain == "" || !strings.HasPrefix(last[0].Prev, x.document.Chain) {
		t.Errorf("the paper bears %q, before its row stands %s", x.document.Chain, last[0].Prev)
	}
	p := trailOf(t, s, app.TrailQuery{Text: x.document.Chain})
	if len(p.seqs) != 1 || p.seqs[0] != last[1].Seq {
		t.Errorf("its value finds %v, not %d", p.seqs, last[1].Seq)
	}
}
