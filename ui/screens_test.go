package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/store"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// somePrinters stand in for those of the system.
type somePrinters struct{}

func (somePrinters) List(context.Context) ([]string, error) {
	return []string{"Multifunzione a colori dell’ufficio grande al primo piano di Soresina", "PDF"}, nil
}
func (somePrinters) Print(context.Context, string, PrintJob) error { return nil }

// screen is one thing that the window can show.
type screen struct {
	name  string
	bring func(t *testing.T, s *Shell)
}

// screens are all that the window can show.
func screens() []screen {
	list := []screen{}
	add := func(name string, bring func(t *testing.T, s *Shell)) { list = append(list, screen{name, bring}) }
	for _, reg := range listRegisters() {
		key := reg.Key
		add(key+" list", func(t *testing.T, s *Shell) {
			p := registerPageOf(t, s, key)
			p.split.ShowList()
		})
		if !reg.Single {
			add(key+" new, refused", func(t *testing.T, s *Shell) {
				p := registerPageOf(t, s, key)
				p.openRecord("")
				p.open.view.ShowErrors()
				p.split.ShowRecord()
			})
		}
		for _, page := range []string{"", "page 2", "page 3", "end"} {
			add(key+" record "+page, func(t *testing.T, s *Shell) {
				p := registerPageOf(t, s, key)
				if !reg.Single {
					if p.model.len() == 0 {
						t.Skip("the example has none")
					}
					p.openRecord(p.model.row(0).UID)
				}
				p.split.ShowRecord()
				scroll := p.open.view.Scroll()
				scroll.ScrollToTop()
				for range map[string]int{"": 0, "page 2": 1, "page 3": 2, "end": 99}[page] {
					scroll.PageDown()
				}
			})
		}
	}
	add("backup picture", func(t *testing.T, s *Shell) { backupPageOf(t, s) })
	add("backup picture, recorded", func(t *testing.T, s *Shell) {
		p := backupPageOf(t, s)
		pressed(p.bars, fyne.KeyDown)
		p.record(p.chosen(), p.chosen().Media[0], app.CopyFailed)
	})
	add("backup picture, a past year", func(t *testing.T, s *Shell) { backupPageOf(t, s).goTo(2025) })
	add("backup picture, before all", func(t *testing.T, s *Shell) { backupPageOf(t, s).goTo(2020) })
	add("backup picture, empty", func(t *testing.T, s *Shell) {
		p := backupPageOf(t, s)
		p.year = p.thisYear()
		s.world.all[app.BackupPlanForm.Key] = []any{}
		p.reload()
		s.world.forget()
	})
	spoilt := func(t *testing.T, s *Shell) *recordView {
		r := first(t, s, app.TreatmentForm.Key)
		set(r, "subjects", []string{"smes", "companies"})
		set(r, "notice_edition", "")
		set(r, "description", "Le offerte partono con Mailchimp e con Google Drive.")
		r.tell()
		r.page.split.ShowRecord()
		return r
	}
	add("findings", func(t *testing.T, s *Shell) { spoilt(t, s).view.Focus("subjects") })
	add("check page", func(t *testing.T, s *Shell) {
		r := spoilt(t, s)
		newCheckPage(s, check.Record(s.world, r.ed.Type, r.ed.Rec)).split.ShowRecord()
	})
	add("check page, nothing", func(t *testing.T, s *Shell) { newCheckPage(s, nil) })
	coverage := func(t *testing.T, s *Shell, spoil bool) *coveragePage {
		d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
		if err != nil {
			t.Fatal(err)
		}
		if spoil {
			for i, x := range app.All(d, app.TreatmentForm) {
				x.Measures = x.Measures[:1+i%2]
			}
			for _, x := range app.All(d, app.OfficeMeasureForm) {
				x.State = app.ToAdopt
			}
		}
		return newCoveragePage(s, d)
	}
	add("coverage", func(t *testing.T, s *Shell) { coverage(t, s, true) })
	add("coverage, whole", func(t *testing.T, s *Shell) { coverage(t, s, false) })
	add("coverage of a treatment", func(t *testing.T, s *Shell) {
		r := first(t, s, app.TreatmentForm.Key)
		x := r.ed.Rec.(*app.Treatment)
		kept := x.Measures
		x.Measures = x.Measures[:2]
		r.ed = form.NewEditor(r.ed.Type, x)
		r.build()
		x.Measures = kept
		r.show()
		r.page.split.ShowRecord()
		r.view.Focus("set_aside")
	})
	add("history", func(t *testing.T, s *Shell) {
		r := first(t, s, app.SiteForm.Key)
		set(r, "city", "Soresina, un piano sopra il negozio con l’ingresso dal cortile")
		r.save()
		r.history()
		r.page.split.ShowRecord()
	})
	add("deleted", func(t *testing.T, s *Shell) {
		r := first(t, s, app.AccessAttemptForm.Key)
		r.remove()
		confirm(t, s, "Elimina")
		r.page.deleted()
		r.page.split.ShowRecord()
	})
	add("cannot be deleted", func(t *testing.T, s *Shell) { first(t, s, app.SupplierForm.Key).remove() })
	add("search", func(t *testing.T, s *Shell) {
		p := newSearchPage(s)
		hits, err := s.cfg.Store.Search(context.Background(), "associati", mostFound)
		if err != nil || len(hits) < 3 {
			t.Fatalf("found %d, %v", len(hits), err)
		}
		p.found("associati", hits)
		p.preview(1)
	})
	add("search, empty", func(t *testing.T, s *Shell) { newSearchPage(s) })
	add("guide", func(t *testing.T, s *Shell) { newGuidePage(s, "violazioni") })
	add("guide, glossary", func(t *testing.T, s *Shell) { newGuidePage(s, "glossario") })
	add("guide, searched", func(t *testing.T, s *Shell) { newGuidePage(s, "").look("identita") })
	add("settings", func(t *testing.T, s *Shell) { s.settings() })
	add("keys", func(t *testing.T, s *Shell) { s.keys() })
	add("about", func(t *testing.T, s *Shell) { s.about() })
	add("who", func(t *testing.T, s *Shell) { s.cfg.FixedBy = false; s.askWho() })
	for _, kind := range []string{
		"treatment-sheet", "controller-register", "coverage", "measures-adoption", "privacy-notice", "consent-form", "dpia", "office-check",
		"breach-letter", "simplified-register",
	} {
		add("preview "+kind, func(t *testing.T, s *Shell) { s.preview(ready(t, s, kind)) })
	}
	add("print dialog", func(t *testing.T, s *Shell) {
		p := ready(t, s, "treatment-sheet")
		names, _ := s.cfg.Printers.List(context.Background())
		s.printDialog("Prova", p.layout, names, nil)
	})
	add("no printer", func(t *testing.T, s *Shell) { s.sayNoPrinter(nil) })
	add("documents", func(t *testing.T, s *Shell) {
		if err := s.keep(ready(t, s, "treatment-sheet")); err != nil {
			t.Fatal(err)
		}
		p := documents(t, s)
		p.list.Select(0)
		p.open(0)
	})
	add("own text of the document", func(t *testing.T, s *Shell) {
		r := first(t, s, app.DocumentTextForm.Key)
		x := r.ed.Rec.(*app.DocumentText)
		x.How, x.Seen = app.TextReplaces, "Il testo di prima."
		r.view.Sync()
		r.tell()
		r.view.Focus("text")
	})
	add("print letters", func(t *testing.T, s *Shell) {
		p := newBatchPage(s, words.T("Stampa tutte le lettere"), app.AppointmentForm.Key)
		p.stop()
		b, err := gatherBatch(context.Background(), s.cfg.Store, s.cfg.Registers, s.cfg.Papers)
		if err != nil {
			t.Fatal(err)
		}
		p.show(b)
	})
	add("print many", func(t *testing.T, s *Shell) {
		p := newBatchPage(s, words.T("Stampa più documenti"), "")
		p.stop()
		b, err := gatherBatch(context.Background(), s.cfg.Store, s.cfg.Registers, s.cfg.Papers)
		if err != nil {
			t.Fatal(err)
		}
		p.show(b)
		for i, d := range b.docs { // each state there is
			d.off, d.state, d.last.At, d.last.Revision = i%5 == 0, batchState(i%4), s.cfg.Now(), int64(i%3)
		}
		p.arrange()
		p.list.Select(1)
	})
	add("kept paper", func(t *testing.T, s *Shell) {
		for range 3 {
			if err := s.keep(ready(t, s, "treatment-sheet")); err != nil {
				t.Fatal(err)
			}
		}
		p := documents(t, s)
		v, err := verifyPrint(context.Background(), s.cfg, p.rows[0])
		if err != nil {
			t.Fatal(err)
		}
		p.open(0)
		p.verdict = v
		p.fill(p.rows[0])
	})
	add("signed paper", func(t *testing.T, s *Shell) { signedScreen(t, s) })
	add("home, signed document no longer so", sinceScreen)
	add("two prints compared", func(t *testing.T, s *Shell) {
		x := toSignScreen(t, s)
		renameSupplier(t, s.cfg.Store.(*store.DB), "Tutt’altro nome")
		list := printNow(t, s, "list-supplier", "")
		renameSupplier(t, s.cfg.Store.(*store.DB), "Un altro nome ancora")
		for _, y := range documents(t, s).all {
			if y.Kind == list.paper.Kind {
				x = y
			}
		}
		p, err := changes(context.Background(), s.cfg, x, nil)
		if err != nil {
			t.Fatal(err)
		}
		s.preview(p)
	})
	add("sign digitally", func(t *testing.T, s *Shell) { documents(t, s).signDigitally(toSignScreen(t, s)) })
	add("signed copy", func(t *testing.T, s *Shell) {
		x := toSignScreen(t, s)
		documents(t, s).askSigned(x, app.SignedForm{Print: x.UID, How: app.SignedOnPaper, Name: "Lettera di nomina firmata.pdf"}, x.Unsigned())
	})
	add("kept paper, its pages", func(t *testing.T, s *Shell) { s.previewKept(documents(t, s).rows[0]) })
	add("into a folder", func(t *testing.T, s *Shell) {
		s.askFolder("Salva in una cartella", "12 documenti, ognuno in un PDF.", "Salva", func(string) {})
	})
	add("save a file", func(t *testing.T, s *Shell) {
		s.askSave("Salva il PDF", "Registro dei trattamenti.pdf", ".pdf", "Salva", func(string) {})
	})
	add("error", func(t *testing.T, s *Shell) {
		s.fail(&app.Refusal{What: "Il PDF non si può scrivere.", Do: "Controllate che ci sia posto sul disco e scegliete un’altra cartella."})
	})
	add("confirm", func(t *testing.T, s *Shell) {
		kit.Confirm(s.win, "Eliminare «Studio associato di Castelleone e Soresina dal Millenovecento»?", "Resta nella storia, e si può riportare.", "Elimina", true, nil)
	})
	add("picker open", func(t *testing.T, s *Shell) {
		r := first(t, s, app.TreatmentForm.Key)
		r.page.split.ShowRecord()
		r.view.Focus("people")
		test.Type(s.win.Canvas().Focused(), "a")
	})
	add("calendar open", func(t *testing.T, s *Shell) {
		r := first(t, s, app.TreatmentForm.Key)
		r.page.split.ShowRecord()
		r.view.Focus("archived")
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	})
	add("drop-down open", func(t *testing.T, s *Shell) {
		r := first(t, s, app.TreatmentForm.Key)
		r.page.split.ShowRecord()
		r.view.Focus("frequency")
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	})
	add("example of a field", func(t *testing.T, s *Shell) {
		p := registerPageOf(t, s, app.DPIAForm.Key)
		p.openRecord("")
		askExample(s, p.open, "description") // the longest
	})
	add("order of a list", func(t *testing.T, s *Shell) {
		p := registerPageOf(t, s, app.TreatmentForm.Key)
		p.split.ShowList()
		p.chooseOrder()
	})
	add("edition of the document", func(t *testing.T, s *Shell) {
		paper, _ := papers.Find(s.cfg.Papers, app.AccountabilityKind)
		d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
		if err != nil {
			t.Fatal(err)
		}
		s.showEdition(paper, d)
	})
	add("register at a past date", func(t *testing.T, s *Shell) { s.askPast() })
	add("register at a past date, refused", func(t *testing.T, s *Shell) {
		s.askPast()
		confirm(t, s, "Mostra")
	})
	// The first treatment is left with changes by a screen above.
	settled := func(t *testing.T, s *Shell) *recordView {
		p := registerPageOf(t, s, app.TreatmentForm.Key)
		p.openRecord(p.model.row(p.model.len() - 1).UID)
		return p.open
	}
	add("archive", func(t *testing.T, s *Shell) { settled(t, s).archive() })
	add("archive, refused", func(t *testing.T, s *Shell) {
		settled(t, s).archive()
		confirm(t, s, "Archivia")
	})
	add("archive, not with changes", func(t *testing.T, s *Shell) {
		r := spoilt(t, s)
		r.archive()
	})
	for _, key := range []string{app.TreatmentForm.Key, app.SupplierForm.Key} {
		add("printed, not deleted "+key, func(t *testing.T, s *Shell) {
			r := first(t, s, key)
			r.sayPrinted(r.ed.Type.Named(r.ed.Rec, s.names))
		})
	}
	add("another paper of the record", func(t *testing.T, s *Shell) { first(t, s, app.TreatmentForm.Key).printOther() })
	again := func(t *testing.T, s *Shell) *recordView {
		t.Helper()
		p := registerPageOf(t, s, app.TreatmentForm.Key)
		uid := p.model.row(1).UID
		rec, err := s.cfg.Store.Get(context.Background(), app.TreatmentForm.Type(), uid)
		if err != nil {
			t.Fatal(err)
		}
		x := rec.(*app.Treatment)
		x.Description += " " + strings.Repeat("Le offerte partono con un programma di posta dell’ufficio. ", 6)
		if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.TreatmentForm.Type(), x); err != nil {
			t.Fatal(err)
		}
		p.open = nil
		p.openRecord(uid)
		p.split.ShowRecord()
		p.open.history()
		return p.open
	}
	add("two versions", func(t *testing.T, s *Shell) {
		r := again(t, s)
		press(t, r.page.object(), words.T("Confronta con…"))
	})
	add("restore a version", func(t *testing.T, s *Shell) {
		r := again(t, s)
		r.dirty = true
		press(t, r.page.object(), words.T("Ripristina questa versione"))
		r.dirty = false
	})
	add("import plan", func(t *testing.T, s *Shell) {
		plan := app.Plan{New: map[string]int{}, Changed: map[string]int{}, Same: 1234}
		for _, r := range s.cfg.Registers {
			plan.New[r.Key], plan.Changed[r.Key] = 120, 8
		}
		s.tellPlan("/media/chiavetta/Studio associato di Castelleone e Soresina dal Millenovecento.json", importPlan{Plan: plan})
	})
	add("nothing to import", func(t *testing.T, s *Shell) { s.tellPlan("ufficio.json", importPlan{Plan: app.Plan{Same: 3}}) })
	add("crash note", func(t *testing.T, s *Shell) {
		s.cfg.State = t.TempDir()
		defer func() { s.cfg.State = "" }()
		if err := Crashed(s.cfg.State, "1.0", "prova"); err != nil {
			t.Fatal(err)
		}
		s.tellCrash()
	})
	add("risky place", func(t *testing.T, s *Shell) {
		kept := s.cfg.Store
		defer func() { s.cfg.Store = kept }()
		s.cfg.Store = elsewhere{kept}
		s.cfg.App.Preferences().SetBool(prefWarned+filepath.Dir(s.cfg.Store.Path()), false)
		s.warnOfPlace()
	})
	add("long work", func(t *testing.T, s *Shell) {
		p := kit.ShowProgress(s.win, words.T("Esporto l’ufficio"), func() {})
		p.Set(5, 12, "Studio associato di Castelleone e Soresina dal Millenovecento, con un nome più lungo della riga che lo mostra")
	})
	return slices.Concat(list, passwordScreens(), permissionScreens(), tableScreens(), personScreens(), leavingScreens(), breachScreens(), requestScreens(), rowScreens(), homeScreens(), templateScreens(), exchangeScreens(), trailScreens(), copiesScreens(), lockScreens(), setupScreens(), damagedScreens(), passingScreens(), officesScreens())
}

// elsewhere is an office in a folder that another program copies.
type elsewhere struct{ Store }

func (elsewhere) Path() string { return filepath.FromSlash("/home/anna/OneDrive/ufficio.tutela") }

func ready(t *testing.T, s *Shell, kind string) *printed {
	t.Helper()
	paper, ok := papers.Find(s.cfg.Papers, kind)
	if !ok {
		t.Fatal("no paper ", kind)
	}
	subject := ""
	if paper.Register != "" {
		subject = first(t, s, paper.Register).uid()
	}
	p, err := s.prepare(paper, subject, false)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
