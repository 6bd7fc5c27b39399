package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
)

func nothing(func(*form.Type, form.Record) error) error { return nil }

// user is somebody at the window, counting what they do: a field that is typed, and
// a click or a key that presses something, is one action each.
type user struct {
	t       *testing.T
	s       *Shell
	actions int
	screens []string
}

// canvas finds what is shown and passes a judgement.
func (u *user) find(what string, is func(o fyne.CanvasObject) bool) fyne.CanvasObject {
	u.t.Helper()
	var found fyne.CanvasObject
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if found != nil || !o.Visible() {
			return
		}
		if is(o) {
			found = o
			return
		}
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	if top := u.s.win.Canvas().Overlays().Top(); top != nil {
		walk(top)
	} else {
		walk(u.s.win.Canvas().Content())
	}
	if found == nil {
		u.t.Fatalf("no %s on the screen", what)
	}
	return found
}

// field finds the nth field of a label, from 0.
func (u *user) field(label string, nth int) *kit.Field {
	u.t.Helper()
	return u.find("field "+label, func(o fyne.CanvasObject) bool {
		f, ok := o.(*kit.Field)
		if !ok || f.Label() != label {
			return false
		}
		nth--
		return nth < 0
	}).(*kit.Field)
}

// types writes into a field, which has the keyboard from the one before or a click.
func (u *user) types(label, text string, nth int) {
	u.t.Helper()
	f := u.field(label, nth)
	u.s.win.Canvas().Focus(f.FocusTarget())
	if e, ok := f.Control().(*kit.Entry); ok {
		e.SetText("")
	}
	test.Type(u.s.win.Canvas().Focused(), text)
	if _, ok := f.Control().(*kit.Picker); ok {
		u.s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	u.actions++
}

// first chooses the first cell of a field with the space bar.
func (u *user) first(label string) {
	u.t.Helper()
	u.s.win.Canvas().Focus(u.field(label, 0).FocusTarget())
	pressed(u.s.win.Canvas().Focused(), fyne.KeySpace)
	u.actions++
}

// picks chooses a cell of a field by its first letters.
func (u *user) picks(label, letter string, nth int) {
	u.t.Helper()
	u.s.win.Canvas().Focus(u.field(label, nth).FocusTarget())
	u.s.win.Canvas().Focused().TypedRune([]rune(letter)[0])
	u.actions++
}

// chooses takes an entry of a drop-down: a letter opens it there, Enter takes it.
func (u *user) chooses(label, text string) {
	u.t.Helper()
	f := u.field(label, 0)
	u.s.win.Canvas().Focus(f.FocusTarget())
	u.s.win.Canvas().Focused().TypedRune([]rune(text)[0])
	pressed(u.s.win.Canvas().Focused(), fyne.KeyReturn)
	if f.Control().(*kit.Select).Value() == "" {
		u.t.Fatalf("%s: nothing is chosen by %q", label, text)
	}
	u.actions += 2
}

// clicks presses what has these words.
func (u *user) clicks(label string) {
	u.t.Helper()
	u.clicksNth(label, 0)
}

func (u *user) clicksNth(label string, nth int) {
	u.t.Helper()
	o := u.find("button "+label, func(o fyne.CanvasObject) bool {
		said := ""
		if x, ok := o.(interface{ Text() string }); ok {
			said = x.Text()
		} else if c, ok := o.(*kit.Check); ok {
			said = strings.TrimSuffix(strings.TrimSuffix(c.AccessibilityLabel(), ": no"), ": sì")
		}
		if _, ok := o.(fyne.Tappable); !ok || said != label {
			return false
		}
		nth--
		return nth < 0
	})
	o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
	u.actions++
}

// sees notes the screen that one is at.
func (u *user) sees(title string) {
	u.t.Helper()
	if !strings.Contains(texts(u.s.win.Canvas().Content()), title) {
		u.t.Fatalf("%q is not in sight:\n%s", title, texts(u.s.win.Canvas().Content()))
	}
	u.screens = append(u.screens, title)
}

// fillShop answers the setup as a shop with three employees, one shared computer, an
// accountant, a newsletter and two cameras does.
func (u *user) fillShop() {
	u.t.Helper()
	u.sees("Di chi è l’ufficio?")
	for _, x := range [][2]string{{"Denominazione", "Forno Sala di Sala Elena"}, {"Partita IVA", "12345670017"}, {"Settore", "Panetteria"},
		{"Indirizzo", "Via Dante 14"}, {"CAP", "26100"}, {"Comune", "Cremona"}, {"Provincia", "CR"}, {"Telefono", "0372 1234567"}, {"E-mail", "info@fornosala.it"},
		{"Nome di chi firma", "Elena"}, {"Cognome di chi firma", "Sala"}} {
		u.types(x[0], x[1], 0)
	}
	u.picks("L’ufficio ha designato un RPD?", "n", 0)
	u.clicks("Avanti: le sedi")

	u.sees("Dove lavorate, e con che cosa?")
	for _, m := range []string{"Locali chiusi a chiave", "Armadi e cassetti chiusi a chiave", "Dispositivi antincendio", "Gestione delle password degli utenti",
		"Software antivirus e anti-intrusione", "Aggiornamento di sistemi e programmi", "Sono gestiti i backup"} {
		u.clicks(m)
	}
	u.clicks("Avanti: le persone")

	u.sees("Chi lavora qui?")
	for i, x := range [][3]string{{"Ricci", "Davide", "vendite"}, {"Neri", "Anna", "cassiere"}, {"Costa", "Luca", "magazziniere"}} {
		u.clicks("Aggiungi una persona")
		u.types("Cognome", x[0], i+1)
		u.types("Nome", x[1], i+1)
		u.types("Mansione", x[2], i+1)
	}
	u.clicks("Avanti: le attività")

	u.sees("Quali di queste cose fate?")
	u.clicks("Personale: paghe e gestione")
	u.clicks("Elena Sala")
	u.picks("Chi prepara le buste paga?", "u", 0)
	u.types("Elaborazione delle buste paga: chi lo fa?", "Studio Verdi", 0)
	u.picks("Trattenete quote per un sindacato?", "n", 0)
	u.picks("Versate a fondi sanitari o di previdenza?", "n", 0)
	u.clicks("Clienti")
	u.clicksNth("Tutti", 1)
	u.picks("Chi tiene le fatture e i conti?", "u", 0)
	u.types("Tenuta della contabilità: chi lo fa?", "Studio Verdi", 0)
	u.picks("Spedite con un corriere?", "n", 0)
	u.clicks("Fornitori")
	u.clicksNth("Davide Ricci", 2)
	u.clicks("Contabilità e fisco")
	u.clicksNth("Elena Sala", 3)
	u.clicks("Newsletter e promozioni")
	u.clicksNth("Anna Neri", 4)
	u.first("Con che cosa la mandate?")
	u.types("Invio della newsletter: chi lo fa?", "Postino S.r.l.", 0)
	u.picks("Guardate chi apre i messaggi?", "n", 0)
	u.picks("Scrivete anche ai vostri clienti, per prodotti simili a quelli che hanno comprato?", "n", 0)
	u.clicks("Videosorveglianza")
	u.clicksNth("Elena Sala", 5)
	u.picks("Le telecamere registrano?", "s", 0)
	u.picks("Riprendono anche chi lavora?", "s", 0)
	u.picks("Chi può vedere le immagini?", "s", 0)
	u.clicks("Richieste degli interessati e violazioni")
	u.clicksNth("Elena Sala", 6)
	u.clicks("Avanti: le copie")

	u.sees("Chi fa le copie di sicurezza?")
	u.picks("Fate copie di sicurezza dei dati?", "s", 0)
	u.picks("Come parte la copia", "a", 0)
	u.chooses("Tipo di supporto", "d")
	u.types("Dove si tengono le copie", "Cassaforte in magazzino", 0)
	u.picks("Chi fa le copie", "d", 0)
	u.picks("In sua assenza", "a", 0)
	u.first("Chi ha le password di amministratore, crea gli utenti, aggiorna i programmi?")
	u.picks("Chi di voi", "d", 0)
	u.types("Perché proprio lui o lei", "Ha installato i computer", 0)
	u.picks("Chi le custodisce", "a", 0)
	u.types("Perché proprio questa persona", "Tiene le chiavi da sempre", 0)
	u.clicks("Fine: che cosa avete")
	u.sees("Ecco che cosa avete")
}

// mostActions is the goal of the first configuration.
const mostActions = 120

// TestSetupFromNothing goes from an empty office to the registers, with keys and
// clicks alone, and to the three papers.
func TestSetupFromNothing(t *testing.T) {
	s, db := openShell(t, nothing)
	u := &user{t: t, s: s}
	u.fillShop()
	t.Logf("%d actions, %d screens", u.actions, len(u.screens))
	if u.actions >= mostActions {
		t.Errorf("%d actions, the goal is under %d", u.actions, mostActions)
	}
	for key, want := range map[string]int{"office": 1, "site": 1, "system": 1, "person": 4, "supplier": 2, "treatment": 7, "appointment": 5, "backup_plan": 1, "office_measure": 7} {
		if got := len(s.world.Records(key)); got != want {
			t.Errorf("%d records of %s, want %d", got, key, want)
		}
	}
	if drafts, err := db.Drafts(context.Background()); err != nil || len(s.drafts.known) > 0 {
		t.Errorf("left in drafts: %v, %v", drafts, err)
	}
	d, err := db.Dossier(context.Background(), s.cfg.Now())
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range d.Records(app.AppointmentForm.Key) {
		a := rec.(*app.Appointment)
		if paperOf(t, s, "appointment-"+a.Role).Fill(d, a).Draft {
			t.Errorf("the letter of %s is no letter yet", a.Holder(d))
		}
		for _, p := range app.AppointmentForm.Type().Problems(a) {
			t.Errorf("the letter of %s: %+v", a.Holder(d), p)
		}
	}
	for _, g := range app.Gaps(d, s.cfg.Registers) {
		name, lacks := s.gapWords(g)
		t.Log(name, lacks)
	}
	for _, kind := range []string{"controller-register", app.AccountabilityKind} {
		if p, err := s.prepare(paperOf(t, s, kind), "", false); err != nil || len(p.layout.Pages) == 0 {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func paperOf(t *testing.T, s *Shell, kind string) papers.Paper {
	t.Helper()
	p, ok := papers.Find(s.cfg.Papers, kind)
	if !ok {
		t.Fatal("no paper ", kind)
	}
	return p
}

// setupScreens are the steps, as a shop answers them.
func setupScreens() []screen {
	step := func(step int, more func(x *app.Setup, all []*app.Template)) func(t *testing.T, s *Shell) {
		return func(t *testing.T, s *Shell) {
			all, err := app.Templates()
			if err != nil {
				t.Fatal(err)
			}
			x := &app.Setup{Step: step}
			x.Follow(s.world, newUID)
			if more != nil {
				more(x, all)
			}
			newSetupPage(s, x, all)
		}
	}
	return []screen{
		{"setup office", step(app.SetupOffice, nil)},
		{"setup sites", step(app.SetupSites, nil)},
		{"setup people", step(app.SetupPeople, nil)},
		{"setup activities", step(app.SetupActivities, nil)},
		{"setup activities, answered", step(app.SetupActivities, func(x *app.Setup, all []*app.Template) {
			for _, tpl := range all {
				if tpl.Key == "telemarketing" || tpl.Key == "video-surveillance" || tpl.Key == "visitors" {
					x.Chosen = append(x.Chosen, tpl.Key)
					for _, q := range x.Asks(all, tpl) {
						x.Answers[q.Key] = 0
					}
				}
			}
		})},
		{"setup copies", step(app.SetupCopies, func(x *app.Setup, all []*app.Template) { x.Copies.Made, x.Copies.Admin = "yes", app.AdminOwn })},
		{"setup done", step(app.SetupDone, nil)},
		{"what is missing", func(t *testing.T, s *Shell) { s.showGaps() }},
	}
}

// TestSetupCanBeLeft: skipped it does not come back by itself, left half way it does,
// at its step; what was not saved is there again.
func TestSetupCanBeLeft(t *testing.T) {
	s, db := openShell(t, nothing)
	u := &user{t: t, s: s}
	u.sees("Di chi è l’ufficio?")
	if s.rail.Visible() {
		t.Error("the rail is there")
	}
	u.types("Denominazione", "Forno Sala", 0)
	s.goTo(0)
	if !s.rail.Visible() {
		t.Error("the rail is not there again")
	}
	s.drafts.stop()
	s = shellOn(t, db)
	u = &user{t: t, s: s}
	if got := u.field("Denominazione", 0).Control().(*kit.Entry).Text; got != "Forno Sala" {
		t.Errorf("what was typed is %q", got)
	}
	u.clicks("Avanti: le sedi")
	u.clicks("Salta questo passo")
	u.clicks("Indietro")
	u.sees("Dove lavorate, e con che cosa?")
	if len(s.world.Records(app.SiteForm.Key)) > 0 {
		t.Error("a step that was skipped is saved")
	}
	s.drafts.stop()
	s = shellOn(t, db)
	u = &user{t: t, s: s}
	u.sees("Dove lavorate, e con che cosa?")
	u.clicks("Salta la configurazione")
	s.drafts.stop()
	s = shellOn(t, db)
	if !s.rail.Visible() || s.over != nil {
		t.Error("it was skipped, and is there again")
	}
	s.startSetup()
	u = &user{t: t, s: s}
	u.sees("Dove lavorate, e con che cosa?")
	s.drafts.stop()
}

// TestSetupRefusesOnlyWhatIsWrong: at its field, and nothing is saved; what is merely
// missing goes on.
func TestSetupRefusesOnlyWhatIsWrong(t *testing.T) {
	s, _ := openShell(t, nothing)
	u := &user{t: t, s: s}
	u.types("Denominazione", "Forno Sala", 0)
	u.types("Partita IVA", "12345678901", 0)
	u.clicks("Avanti: le sedi")
	u.sees("Di chi è l’ufficio?")
	if u.field("Partita IVA", 0).Error() == "" || len(s.world.Records(app.OfficeForm.Key)) > 0 {
		t.Error("a wrong number is not refused at its field")
	}
	u.types("Partita IVA", "12345670017", 0)
	u.clicks("Avanti: le sedi")
	u.sees("Dove lavorate, e con che cosa?")
}

// TestSetupDoesNotComeByItself into an office that has something, or proposes an
// activity.
func TestSetupDoesNotComeByItself(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	if !s.rail.Visible() || s.over != nil {
		t.Error("it is there")
	}
	s.startSetup()
	if x := s.setupOf(); len(x.Chosen) > 0 || x.Step != app.SetupOffice {
		t.Errorf("it begins with %v at %d", x.Chosen, x.Step)
	}
}

// TestSetupGoesBackFromAPaper to the page that led there.
func TestSetupGoesBackFromAPaper(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	x := s.setupOf()
	x.Step = app.SetupDone
	s.showSetup(x)
	u := &user{t: t, s: s}
	u.clicks("Stampa le lettere")
	u.clicks("Torna")
	u.sees("Ecco che cosa avete")
	u.clicks("Vai alle scadenze")
	s.preview(ready(t, s, "treatment-sheet"))
	s.back()
	if _, ok := s.current().(*registerPage); ok || s.over != nil || !s.rail.Visible() {
		t.Error("from another paper one comes back to it, too")
	}
}
