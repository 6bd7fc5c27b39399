package breachview

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/kit"
)

// analysed is a breach that has come to S3, with answers to the items as letters:
// 1 to 4, s, n, or - for none.
func analysed(answers string) *app.Breach {
	b := &app.Breach{}
	b.Date, b.Decision, b.IsBreach = "2026-10-24", app.BreachProceed, "yes"
	b.Aware = form.MomentOf(time.Date(2026, 10, 24, 10, 30, 0, 0, form.Rome))
	for i, c := range answers {
		b.Items[i] = map[rune]string{'s': "1", 'n': "2", '-': ""}[c]
		if c >= '1' && c <= '4' {
			b.Items[i] = string(c)
		}
	}
	return b
}

// texts is all that is shown below an object.
func texts(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if x, ok := o.(interface{ Text() string }); ok {
			b.WriteString(x.Text() + "\n")
		} else if x, ok := o.(fyne.Accessible); ok {
			b.WriteString(x.AccessibilityLabel() + "\n")
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
	walk(o)
	return b.String()
}

func open(t *testing.T, b *app.Breach) (*form.Editor, *Result, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Scale: 1})
	ed := form.NewEditor(app.BreachForm.Type(), b)
	led := &[]string{}
	r := NewResult(ed, func(path string) { *led = append(*led, path) })
	test.NewTempWindow(t, r.Object()).Resize(fyne.NewSize(240, 700))
	r.Sync()
	return ed, r, led
}

// TestResult: range and classes while one answers, a total only at 18; art. 34 is
// pointed at below D; nothing says that a notification is not due.
func TestResult(t *testing.T) {
	for _, c := range []struct {
		answers    string
		says, lack []string
	}{
		{"------------------", []string{"Punteggio possibile", "3–27", "classi A–D", "mancano 18 risposte", "Che cosa può chiedere", "S4 Notifica: dipende"}, []string{"Totale"}},
		{"311nsnsnnsnnnnns--", []string{"9–11", "classe C", "mancano 2 risposte al totale", "La classe sarà comunque C", "S4 Notifica: richiesta", "Entro mar 27/10/2026 09:30.", "S5 Interessati: non richiesta"}, []string{"Totale"}},
		{"311nsnnnnssnnnnsns", []string{"Totale", "10", "classe C", "18 risposte su 18", "Che cosa chiede la classe C", "S7 Trattamento: richiesta", "S8 Az. correttiva: da valutare"}, []string{"mancano", "valutate l’art. 34"}},
		{"311ssnsnnsnsnnnnnn", []string{"Ma le voci 4 e 12 sono Sì: valutate l’art. 34."}, nil},
		{"111snnnnnnnnnnnnss", []string{"classe B", "Ma la voce 4 è Sì", "S4 Notifica: non richiesta", "Solo un rischio improbabile toglie la notifica"}, nil},
		{"111nnnnnnnnnnnnnss", []string{"Totale", "3", "classe A"}, nil},
		{"444sssssssssssssnn", []string{"27", "classe D", "S5 Interessati: richiesta"}, nil},
	} {
		_, r, _ := open(t, analysed(c.answers))
		said := texts(r.Object())
		for _, want := range c.says {
			if !strings.Contains(said, want) {
				t.Errorf("%s: it does not say %q:\n%s", c.answers, want, said)
			}
		}
		for _, no := range append(c.lack, "notifica non dovuta") {
			if strings.Contains(said, no) {
				t.Errorf("%s: it says %q", c.answers, no)
			}
		}
	}
}

// TestResultLeads: a decision of one's own is a click away, and where the path has
// no need of the answers nothing is asked for.
func TestResultLeads(t *testing.T) {
	ed, r, led := open(t, analysed("311nsnnnnssnnnnsns"))
	for _, label := range []string{"Decido io della notifica", "Decido io dell’avviso", "Le domande di ENISA"} {
		l := link(r.Object(), label)
		if l == nil {
			t.Fatalf("no link %q", label)
		}
		l.Tapped(nil)
	}
	if got := strings.Join(*led, " "); got != "notify_why communicate_why enisa_context" {
		t.Errorf("led to %s", got)
	}
	ed.Rec.(*app.Breach).IsBreach = "no"
	r.Sync()
	if said := texts(r.Object()); strings.Contains(said, "richiesta") {
		t.Errorf("off the path it asks for\n%s", said)
	}
}

func link(o fyne.CanvasObject, label string) *kit.Link {
	if l, ok := o.(*kit.Link); ok && l.Text() == label {
		return l
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, x := range c.Objects {
			if l := link(x, label); l != nil {
				return l
			}
		}
	}
	return nil
}

// TestItems: all 18 are answered by keys alone, each answer is kept as its line,
// and the item that has the keyboard is explained in full.
func TestItems(t *testing.T) {
	b := analysed("------------------")
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Scale: 1})
	ed := form.NewEditor(app.BreachForm.Type(), b)
	changes, at := 0, []int{}
	result := NewResult(ed, nil)
	part := Items(ed, kit.Column(0), func(n int) { at = append(at, n); result.ShowItem(n) }, func() { changes++ })
	w := test.NewTempWindow(t, kit.Column(0, part.Object, result.Object()))
	w.Resize(fyne.NewSize(640, 900))
	part.Sync()
	if len(part.Keys) != breach.Items {
		t.Fatalf("it draws %d fields", len(part.Keys))
	}
	for n := 1; n <= breach.Items; n++ {
		w.Canvas().FocusNext()
		c := w.Canvas().Focused().(*kit.Segmented)
		if n <= breach.Graded {
			c.TypedRune(rune('0' + n))
		} else {
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		part.Sync()
	}
	got := ed.Rec.(*app.Breach).Answers()
	if want := (breach.Answers{1, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}); got != want || changes != breach.Items {
		t.Errorf("answers %v after %d changes", got, changes)
	}
	for i, n := range at {
		if n != i+1 {
			t.Fatalf("the keyboard goes %v", at)
		}
	}
	if said := texts(result.Object()); !strings.Contains(said, "18. Esistenza di copie dei dati") || !strings.Contains(said, "Sì – La copia di stanotte è stata provata") {
		t.Errorf("the last item is not explained:\n%s", said)
	}
	if said := texts(part.Object); !strings.Contains(said, "Protezioni: qui il Sì vale 0") || !strings.Contains(said, "Vale 1") {
		t.Errorf("%s", said)
	}
	part.FocusOn("item_7")
	if w.Canvas().Focused() != fyne.Focusable(focused(t, part.Object, 7)) {
		t.Error("one is not led to item 7")
	}
}

func focused(t *testing.T, o fyne.CanvasObject, n int) *kit.Segmented {
	t.Helper()
	var found *kit.Segmented
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *kit.Answer:
			if strings.HasPrefix(x.AccessibilityLabel(), strconv.Itoa(n)+". ") {
				found = x.Choice()
			}
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		}
	}
	walk(o)
	if found == nil {
		t.Fatal("no item ", n)
	}
	return found
}

// TestCountdown goes over the edges of the colours and of the term (decision A2).
func TestCountdown(t *testing.T) {
	b := analysed("")
	due := time.Date(2026, 10, 27, 9, 30, 0, 0, form.Rome) // the clocks go back in between
	for _, c := range []struct {
		before time.Duration
		tone   kit.Tone
		left   string
	}{
		{24*time.Hour + time.Minute, kit.ToneOK, "24 h 01 min"}, {24 * time.Hour, kit.ToneWarn, "24 h 00 min"},
		{6*time.Hour + time.Minute, kit.ToneWarn, "6 h 01 min"}, {6 * time.Hour, kit.ToneError, "6 h 00 min"},
		{0, kit.ToneError, "0 h 00 min"}, {-time.Minute, kit.ToneError, "scaduto da 0 h 01 min"},
	} {
		d := Countdown(b, due.Add(-c.before))
		if d.Tone != c.tone || d.Left != c.left || !strings.Contains(d.Moments, "scade mar 27/10/2026 09:30") || (d.Note != "") != (c.before < 0) {
			t.Errorf("%v before: %+v", c.before, d)
		}
		if want := 72 - float32(c.before.Hours()); d.Spent < want-0.01 || d.Spent > want+0.01 {
			t.Errorf("%v before: %v h are spent", c.before, d.Spent)
		}
	}
	b.Notifications = []*app.Notification{{Sent: form.MomentOf(due.Add(time.Hour))}}
	if d := Countdown(b, due.Add(48*time.Hour)); d.Whole != 0 || !strings.HasPrefix(d.Left, "Notificata mar 27/10/2026 10:30") || d.Note == "" {
		t.Errorf("notified late: %+v", d)
	}
	if d := Countdown(&app.Breach{}, due); d.Do == "" || d.Whole != 0 {
		t.Errorf("nobody wrote when: %+v", d)
	}
}

// TestPicture: every section stands in it once, where one is stands out, and what
// was filled and fell off the path keeps its sign and word.
func TestPicture(t *testing.T) {
	b := analysed("311nsnnnnssnnnnsns")
	steps, _ := Picture(b.Path(), breach.S3)
	seen := map[breach.Section]int{}
	for i := range steps {
		seen[SectionAt(i)]++
	}
	for _, s := range breach.Sections() {
		want := 1
		if s == breach.S3 {
			want = 2 // the class leads there as well
		}
		if seen[s] != want {
			t.Errorf("%s stands %d times", s, seen[s])
		}
	}
	if steps[2].Look != kit.StepHere || steps[3].Title != "C" || steps[4].Look != kit.StepAsked {
		t.Errorf("%+v", steps)
	}
	b.IsBreach = "no"
	p := b.Path()
	steps, _ = Picture(p, breach.S2)
	if steps[2].Look != kit.StepDropped || steps[2].Word != "non più richiesta" || !Offered(p, breach.S3) {
		t.Errorf("S3 was filled: %+v", steps[2])
	}
	if Offered(p, breach.S7) || !Offered(p, breach.S9) || !Offered(p, breach.S6) || Offered(p, 0) {
		t.Error("what is offered is wrong")
	}
}
