package breachview

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Result is what the answers come to so far: the totals and classes that are still
// possible, what these ask for, and the second opinion. A total is told only when
// all 18 are answered.
type Result struct {
	ed   *form.Editor
	lead func(path string) // to a field

	head, sum *kit.Line
	class     *kit.Line
	count     *kit.Text
	bands     *kit.ScaleBand
	item      *fyne.Container // of the item that has the keyboard
	asksHead  *kit.Text
	asks      *fyne.Container
	law       *fyne.Container // what the classes ask for, where the path needs it
	enisa     *kit.Text
	whole     *fyne.Container
}

// NewResult returns the result of the breach of an editor; lead goes to a field of
// it.
func NewResult(ed *form.Editor, lead func(path string)) *Result {
	r := &Result{
		ed: ed, lead: lead,
		head:  kit.NewStyledLine("", theme.SizeNameCaptionText, kit.ColorInk2, false),
		sum:   kit.NewStyledLine("", kit.SizeScore, theme.ColorNameForeground, true),
		class: kit.NewStyledLine("", theme.SizeNameHeadingText, theme.ColorNameForeground, true),
		count: kit.NewHelp(""), item: kit.Column(kit.GapTight), asks: kit.Column(kit.GapSmall),
		asksHead: kit.NewStyledText("", theme.SizeNameText, theme.ColorNameForeground, true), enisa: kit.NewHelp(""),
	}
	var bands []kit.Band
	for i, b := range breach.Bands() {
		bands = append(bands, kit.Band{Label: b.Class.String(), From: b.From, To: b.To, Level: i + 1})
	}
	r.bands = kit.NewScaleBand(bands)
	r.item.Hide()
	r.law = kit.Column(kit.GapSmall, kit.NewRule(theme.ColorNameSeparator), r.asksHead, r.asks,
		kit.NewHelp(words.T("Si può decidere diversamente, con il motivo scritto.")),
		kit.Column(0,
			kit.NewLink(words.T("Decido io della notifica"), kit.IconPencil, func() { lead("notify_why") }),
			kit.NewLink(words.T("Decido io dell’avviso"), kit.IconPencil, func() { lead("communicate_why") })))
	r.whole = kit.Column(kit.GapSmall,
		kit.Column(0, r.head, kit.Row(kit.GapPanel, r.sum, r.class), r.count), r.bands,
		r.item, r.law, kit.NewRule(theme.ColorNameSeparator), r.enisa,
		kit.NewLink(words.T("Le domande di ENISA"), kit.IconArrowRight, func() { lead("enisa_context") }))
	return r
}

// Object is what to put into the window.
func (r *Result) Object() fyne.CanvasObject { return r.whole }

// ShowItem explains the item that has the keyboard: what it asks, and what each
// answer means.
func (r *Result) ShowItem(n int) {
	f := r.ed.Type.Field(itemKey(n))
	parts := []fyne.CanvasObject{
		kit.NewStyledText(formwords.Label(r.ed.Type, f), theme.SizeNameCaptionText, theme.ColorNameForeground, true),
		kit.NewHelp(formwords.Help(r.ed.Type, f)),
	}
	for _, o := range formwords.Options(r.ed.Type, f) {
		parts = append(parts, kit.NewHelp(o.Label))
	}
	r.item.Objects = []fyne.CanvasObject{kit.Tinted(kit.ToneAccent, kit.Column(kit.GapTight, parts...))}
	r.item.Show()
	r.whole.Refresh()
}

// Sync shows what the answers come to now.
func (r *Result) Sync() {
	b := r.ed.Rec.(*app.Breach)
	a := b.Answers()
	low, high := a.Possible()
	missing := len(a.Missing())
	open := a.Open()
	r.head.SetText(words.T("Totale"))
	r.sum.SetText(strconv.Itoa(low))
	r.count.SetText(words.T("18 risposte su 18"))
	if missing > 0 {
		r.head.SetText(words.T("Punteggio possibile"))
		r.count.SetText(words.Plural(missing, "manca %d risposta al totale", "mancano %d risposte al totale"))
		if high > low {
			r.sum.SetText(strconv.Itoa(low) + "–" + strconv.Itoa(high))
		}
	}
	r.class.SetText(classWords(open))
	if b.Path().Step(breach.S3).OnPath() {
		r.law.Show()
	} else {
		r.law.Hide()
	}
	r.bands.SetMark(low, high, r.head.Text()+" "+r.sum.Text()+", "+r.class.Text())
	switch {
	case missing == 0:
		r.asksHead.SetText(words.F("Che cosa chiede la classe %s", open[0]))
	case len(open) == 1:
		r.asksHead.SetText(words.F("La classe sarà comunque %s", open[0]))
	default:
		r.asksHead.SetText(words.T("Che cosa può chiedere"))
	}
	r.asks.Objects = nil
	for _, s := range []breach.Section{breach.S4, breach.S5, breach.S7, breach.S8} {
		r.asks.Add(r.asked(b, a, s))
	}
	for _, d := range breach.Differences(a, b.ENISA()) {
		r.asks.Add(kit.NewOutcome(kit.ToneWarn, kit.IconWarning, words.T("da leggere"), words.Sentence(d.Text), words.Sentence(d.Law)))
	}
	r.enisa.SetText(words.T("Secondo parere (ENISA): non ancora calcolato."))
	if se := b.ENISA(); se.Band() != 0 {
		said := words.F("Secondo parere (ENISA): gravità %s, %s. Non cambia la classe.", words.Sentence(se.Band().Word()), se)
		for _, flag := range breach.SeverityFlags(b.Subjects.N, a.Yes(breach.ItemEncrypted)) {
			said += " " + words.F("Inoltre: %s.", words.Sentence(flag))
		}
		r.enisa.SetText(said)
	}
	if r.whole.Size().Width > 0 {
		r.whole.Refresh()
	}
}

// classWords are the classes that are still open: «classe C», «classi B–D».
func classWords(open []breach.Class) string {
	if len(open) == 1 {
		return words.F("classe %s", open[0])
	}
	return words.F("classi %s–%s", open[0], open[len(open)-1])
}

// asked says what becomes of a section under the classes that are still open.
func (r *Result) asked(b *app.Breach, a breach.Answers, s breach.Section) fyne.CanvasObject {
	open := a.Open()
	asking := 0
	for _, c := range open {
		if slices.Contains(c.Band().Asks, s) {
			asking++
		}
	}
	name := s.String() + " " + words.Sentence(s.Name())
	switch {
	case s == breach.S8:
		return kit.NewOutcome(kit.ToneNeutral, kit.IconInfo, "", words.F("%s: da valutare", name), "")
	case asking == len(open):
		return kit.NewOutcome(kit.ToneAccent, kit.IconArrowRight, "", words.F("%s: richiesta", name), r.until(b, s))
	case asking > 0:
		return kit.NewOutcome(kit.ToneNeutral, kit.IconInfo, "", words.F("%s: dipende dalle risposte che mancano", name), "")
	}
	more := ""
	switch {
	case s == breach.S4:
		more = words.T("Solo un rischio improbabile toglie la notifica: serve il motivo scritto.")
	case s == breach.S5 && len(a.Delicate()) > 0:
		more = delicateWords(a.Delicate())
	}
	return kit.NewOutcome(kit.ToneNeutral, kit.IconForbidden, "", words.F("%s: non richiesta", name), more)
}

// until is by when a section is to be done, where there is a term.
func (r *Result) until(b *app.Breach, s breach.Section) string {
	if due := breach.Deadline(b.Aware); s == breach.S4 && !due.IsZero() {
		return words.F("Entro %s.", breach.When(due))
	}
	return ""
}

// delicateWords name the items that point at art. 34 below class D.
func delicateWords(list []int) string {
	var all []string
	for _, n := range list {
		all = append(all, strconv.Itoa(n))
	}
	if len(all) == 1 {
		return words.F("Ma la voce %s è Sì: valutate l’art. 34.", all[0])
	}
	return words.F("Ma le voci %s e %s sono Sì: valutate l’art. 34.", strings.Join(all[:len(all)-1], ", "), all[len(all)-1])
}
