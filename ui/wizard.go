package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/breachview"
	"tutela/ui/formview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// wizard leads through a breach: over the form the clock and the path, of the form
// one section at a time, at its side what the 18 answers come to. Where the window
// is low or narrow, clock, path and result stand within the form.
type wizard struct {
	r      *recordView
	path   breach.Path // as the record stands now
	clocks [2]*kit.Countdown
	maps   [2]*kit.StepPath
	result [2]*breachview.Result
	chip   *kit.Chip
	note   *kit.Text // what is to be known of the section shown
	noted  *fyne.Container

	crown, side fyne.CanvasObject
	body        *fyne.Container // all below the head
	sums        *fyne.Container // the result at the side, with S3 alone
	back, next  *kit.Button
	came        int // the section before one that the path does not lead to
	actions     [2]*fyne.Container
	acting      acting // what the actions are offered for
}

// acting is what of a breach says which actions are offered.
type acting struct{ saved, closed, annulled bool }

// under puts clock and path over form and side.
func (w *wizard) under(form, side fyne.CanvasObject) fyne.CanvasObject {
	w.body = kit.Crown(crownLeast, w.crown, kit.WithSide(form, side))
	return w.body
}

// crownLeast is what clock and path leave to the form, at 100 % text.
const crownLeast = 260

// newWizard makes the wizard of a record that is a breach, else gives nil.
func newWizard(r *recordView) *wizard {
	if _, ok := r.ed.Rec.(*app.Breach); !ok {
		return nil
	}
	w := &wizard{r: r, chip: kit.NewChip(kit.ToneNeutral, kit.IconClock, ""), note: kit.NewText("")}
	for i := range w.clocks {
		w.clocks[i], w.maps[i] = kit.NewCountdown(), kit.NewStepPath()
		w.maps[i].OnChosen = w.choose
		w.clocks[i].OnDo = func() { r.view.Focus("aware") }
		w.result[i] = breachview.NewResult(r.ed, func(path string) { r.view.Focus(path) })
	}
	w.noted = kit.Pad(kit.GapPanel, kit.GapRecord, 0, kit.GapRecord, kit.Tinted(kit.ToneNeutral, w.note))
	w.crown = w.over(0)
	w.sums = kit.Column(kit.GapSmall, w.result[0].Object(), kit.NewRule(theme.ColorNameSeparator))
	w.actions = [2]*fyne.Container{kit.Column(kit.GapTight), kit.Flow(kit.GapPanel)}
	w.tellActions()
	w.back = kit.NewButton(kit.Outlined, "", kit.IconChevronLeft, w.goBack)
	w.next = kit.NewButton(kit.Filled, "", kit.IconArrowRight, w.goOn)
	return w
}

// over is the clock above the path.
func (w *wizard) over(i int) fyne.CanvasObject {
	return kit.Column(0, w.clocks[i], kit.Pad(kit.GapSmall, kit.GapField, kit.GapTight, kit.GapField, w.maps[i]), kit.NewRule(theme.ColorNameSeparator))
}

// configure fits the form to the wizard; the side has been made by now.
func (w *wizard) configure(cfg *formview.Config) {
	cfg.Apart, cfg.Turned = true, w.turned
	cfg.Top = kit.Column(0, kit.Instead(w.crown, w.over(1)), w.noted)
	cfg.Bottom = kit.Instead(w.side, w.actions[1])
	cfg.Parts = map[string]func(*form.Editor, func()) formview.Part{
		"item_1": func(ed *form.Editor, changed func()) formview.Part {
			below := kit.Instead(w.side, kit.Pad(kit.GapField, 0, kit.GapField, 0, w.result[1].Object()))
			return breachview.Items(ed, below, w.showItem, changed)
		},
	}
}

// tellActions offers what stands beside the path and what can be done to the whole.
func (w *wizard) tellActions() {
	b := w.r.ed.Rec.(*app.Breach)
	now := acting{b.UID() != "", b.Closed != "", b.Annulled != ""}
	if now == w.acting && len(w.actions[0].Objects) > 0 {
		return
	}
	w.acting = now
	for _, c := range w.actions {
		c.Objects = w.links()
		c.Refresh()
	}
}

func (w *wizard) links() []fyne.CanvasObject {
	r := w.r
	out := []fyne.CanvasObject{
		kit.NewLink(words.T("Altre notizie per il Garante"), kit.IconArrowRight, func() { r.view.Focus("cause") }),
		kit.NewLink(words.T("Chiusura e annullamento"), kit.IconArrowRight, func() { w.turnTo("end") }),
	}
	if !w.acting.saved || w.acting.annulled {
		return out
	}
	if w.acting.closed {
		out = append(out, kit.NewLink(words.T("Riapri…"), kit.IconUndo, r.reopenBreach))
	} else {
		out = append(out, kit.NewLink(words.T("Chiudi la violazione"), kit.IconCheck, r.closeBreach))
	}
	return append(out, kit.NewLink(words.T("Annulla la violazione…"), kit.IconForbidden, r.annulBreach))
}

func (w *wizard) showItem(n int) {
	for _, r := range w.result {
		r.ShowItem(n)
	}
}

// shown is the section of the path that one sees, 0 for one beside it.
func (w *wizard) shown() breach.Section {
	if i := w.r.view.Current(); i < len(breach.Sections()) {
		return breach.Sections()[i]
	}
	return 0
}

// startOf is the section that a record is opened at: where there is something to
// do.
func startOf(rec any) int {
	if b, ok := rec.(*app.Breach); ok {
		if p := b.Path(); p.Here != 0 {
			return int(p.Here) - 1
		}
	}
	return 0
}

// choose goes to a step of the picture, or says why it is not open.
func (w *wizard) choose(i int) {
	s := breachview.SectionAt(i)
	if breachview.Offered(w.path, s) {
		w.turn(s)
		return
	}
	name := s.String() + " " + words.Sentence(s.Name())
	said := words.F("%s non serve, per come avete risposto in S1 e S2.", name)
	if w.path.Step(s).State == breach.NotReached {
		said = words.F("%s si apre più avanti: ora serve %s.", name, w.path.Here)
	}
	w.r.status.Set(kit.ToneWarn, kit.IconInfo, said)
}

// turn shows a section and gives its first field the keyboard.
func (w *wizard) turn(s breach.Section) {
	if s != 0 {
		w.r.keepDraft()
		w.r.view.GoToSection(int(s) - 1)
	}
}

// turnTo shows a section beside the path, by its key.
func (w *wizard) turnTo(key string) {
	for i, g := range w.r.ed.Type.Sections {
		if g.Key == key {
			w.r.view.GoToSection(i)
		}
	}
}

// step does what the button on or back does, where it is there.
func (w *wizard) step(by int) {
	switch {
	case by > 0 && w.next.Visible():
		w.goOn()
	case by < 0 && w.back.Visible():
		w.goBack()
	}
}

func (w *wizard) goBack() {
	if s := w.shown(); s != 0 && s != breach.S9 {
		w.turn(w.path.Back(s))
		return
	}
	w.r.view.GoToSection(w.came)
}

func (w *wizard) goOn() {
	switch shown := w.shown(); {
	case w.following(shown) != 0:
		w.turn(w.following(shown))
	case w.lacking(shown) != "":
		w.r.view.Focus(w.lacking(shown))
	default:
		w.r.closeBreach()
	}
}

// following is the section that one goes on to; 0 where there is none, or where an
// answer that this one lacks decides which.
func (w *wizard) following(s breach.Section) breach.Section {
	next := w.path.Next(s)
	for between := s + 1; between < next; between++ {
		if w.path.Step(between).Standing == breach.Undetermined && w.lacking(s) != "" {
			return 0
		}
	}
	return next
}

// lacking is the first field of a section that misses, where the path cannot go on
// without it; "" for none.
func (w *wizard) lacking(s breach.Section) string {
	if s == 0 {
		return ""
	}
	fields := w.r.ed.Type.Sections[s-1].Fields
	for _, p := range w.r.view.Problems() {
		key, _, _ := strings.Cut(p.Path, "/")
		if p.Gravity != form.Doubt && slices.ContainsFunc(fields, func(f *form.Field) bool { return f.Key == key }) {
			return p.Path
		}
	}
	return ""
}

// turned follows another section coming into view.
func (w *wizard) turned() {
	w.tell()
	kit.ToTop(w.side)
}

// tell shows path, clock, buttons and result as the record stands now.
func (w *wizard) tell() {
	if w.r.bar == nil { // not built yet
		return
	}
	b := w.r.ed.Rec.(*app.Breach)
	w.path = b.Path()
	shown := w.shown()
	if shown != 0 && shown != breach.S9 {
		w.came = w.r.view.Current()
	}
	steps, edges := breachview.Picture(w.path, shown)
	w.making(func() {
		for _, m := range w.maps {
			m.Set(steps, edges)
		}
		w.setClocks()
	})
	w.tellButtons(b, shown)
	w.tellNote(shown)
	w.tellActions()
	show(w.sums, shown == breach.S3)
	if shown == breach.S3 {
		for _, r := range w.result {
			r.Sync()
		}
	}
	if w.side != nil && w.side.Size().Width > 0 {
		w.side.Refresh()
	}
}

// making changes clock or path, and has what stands below make room.
func (w *wizard) making(change func()) {
	width := w.body.Size().Width
	was := kit.HeightForWidth(w.crown, width)
	change()
	if width > 0 && kit.HeightForWidth(w.crown, width) != was {
		w.body.Refresh()
	}
}

// tellClock shows the time that is left, as a minute has gone.
func (w *wizard) tellClock() { w.making(w.setClocks) }

func (w *wizard) setClocks() {
	b, now := w.r.ed.Rec.(*app.Breach), w.r.page.shell.cfg.Now()
	for _, c := range w.clocks {
		c.Set(breachview.Countdown(b, now))
	}
	d := breachRow(b, now)
	was := w.chip.Text()
	w.chip.Set(d.Tone, d.Icon, d.Word)
	if was != d.Word {
		w.r.head.Refresh() // the title makes room for the words
		if w.r.page.open == w.r {
			w.r.page.shell.showClocks()
		}
	}
}

func (w *wizard) tellButtons(b *app.Breach, shown breach.Section) {
	width := w.r.bar.Size().Width
	height := kit.HeightForWidth(w.r.bar, width)
	back, next := breach.Section(w.came+1), breach.Section(0)
	if shown != 0 && shown != breach.S9 {
		back, next = w.path.Back(shown), w.following(shown)
	}
	show(w.back, back != 0)
	w.back.SetText(words.F("Indietro a %s", back))
	w.next.SetText(words.F("Avanti: %s %s", next, words.Sentence(next.Name())))
	w.next.SetIcon(kit.IconArrowRight)
	open := b.Closed == "" && b.Annulled == ""
	switch {
	case next != 0:
	case open && w.lacking(shown) != "":
		w.next.SetText(words.T("Avanti: quello che manca"))
	default:
		w.next.SetText(words.T("Chiudi la violazione"))
		w.next.SetIcon(kit.IconCheck)
	}
	show(w.next, next != 0 || open && shown != 0 && shown != breach.S9)
	if width > 0 {
		w.r.bar.Refresh()
	}
	if width > 0 && kit.HeightForWidth(w.r.bar, width) != height {
		w.r.object.Refresh() // the form makes room
	}
}

// tellNote says what is to be known before one fills a section that the path does
// not ask for.
func (w *wizard) tellNote(shown breach.Section) {
	text := ""
	if shown != 0 {
		switch s := w.path.Step(shown); {
		case s.State == breach.Dropped:
			text = words.T("Non più richiesta: per le risposte di oggi questa sezione non serve. Quello che c’è scritto resta, e torna a contare se le risposte cambiano.")
		case shown == breach.S9 && s.State == breach.NotRequired:
			text = words.T("Si compila solo se il titolare decide di fermare l’analisi. Le 72 ore continuano, e la notifica resta dovuta.")
		case s.State == breach.NotRequired:
			text = words.T("La classe non la chiede. Potete farla lo stesso: scrivete perché.")
		}
	}
	if text != w.note.Text() || w.noted.Visible() != (text != "") {
		w.note.SetText(text)
		show(w.noted, text != "")
		if w.r.view.Scroll().Size().Width > 0 {
			w.r.view.Scroll().Refresh()
		}
	}
}
