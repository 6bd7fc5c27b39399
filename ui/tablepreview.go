package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tutela/app/exchange"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// What is shown at most: of problems more cannot be mended at one sitting, of rows
// the first ones show how the sheet was understood.
const (
	mostFaults  = 20
	mostPreview = 50
)

// tell shows what would be done, what is wrong, and what the button does.
func (p *tablePage) tell() {
	p.tellOutcome()
	p.tellButton()
	p.relay()
}

// relay lays the page out anew: its parts have changed in height.
func (p *tablePage) relay() {
	p.object.Refresh() // head and foot may be higher now
	p.body.Refresh()   // what is below may have moved, though all is as high as before
}

func (p *tablePage) tellOutcome() {
	plan := p.plan
	if plan == nil {
		return // what stood there stays until there is something new
	}
	p.wrong.Objects, p.outcome.Objects = nil, nil
	if show(p.wrong, len(plan.Problems) > 0); len(plan.Problems) > 0 {
		p.wrong.Add(section(words.T("Che cosa non va"), p.faults()...))
	}
	if left := plan.Left(); len(left) > 0 {
		p.outcome.Add(kit.NewHelp(words.F("Colonne lasciate fuori: %s.", strings.Join(left, ", "))))
	}
	differ := p.overwrite
	for _, r := range plan.Rows {
		for _, t := range r.Told {
			differ = differ || t.Kept
		}
	}
	if differ {
		p.outcome.Add(p.replace)
	}
	for _, e := range plan.Entries {
		p.outcome.Add(kit.NewHelp(words.F("Si aggiunge agli elenchi dell’ufficio la voce «%s».", e.Label)))
	}
	if len(plan.Rows) > 0 {
		p.outcome.Add(section(words.T("Anteprima"), p.preview()...))
	}
}

func (p *tablePage) faults() []fyne.CanvasObject {
	all := p.plan.Problems
	out := []fyne.CanvasObject{kit.NewHelp(words.T("Finché c’è un errore non si importa niente: correggete il foglio e rileggetelo, o cambiate le colonne."))}
	for _, x := range all[:min(len(all), mostFaults)] {
		out = append(out, kit.NewOutcome(kit.ToneError, kit.IconClose, words.T("errore"), placeWords(x), words.Sentence(x.Text)))
	}
	if more := len(all) - mostFaults; more > 0 {
		out = append(out, kit.NewHelp(words.Plural(more, "E %d altro errore.", "E altri %d errori.")))
	}
	return []fyne.CanvasObject{kit.Column(kit.GapSmall, out...)}
}

func placeWords(x exchange.TableProblem) string {
	at := words.F("Riga %d", x.Row)
	if x.Line != x.Row {
		at = words.F("Riga %d (riga %d del testo)", x.Row, x.Line)
	}
	if x.Column != "" {
		at += ", " + words.F("colonna «%s»", x.Column)
	}
	return at
}

func (p *tablePage) preview() []fyne.CanvasObject {
	rows := p.plan.Rows
	list := kit.Column(kit.GapSmall)
	for _, r := range rows[:min(len(rows), mostPreview)] {
		list.Add(p.previewRow(r))
	}
	out := []fyne.CanvasObject{list}
	if more := len(rows) - mostPreview; more > 0 {
		out = append(out, kit.NewHelp(words.Plural(more, "E %d altra riga.", "E altre %d righe.")))
	}
	return out
}

// previewRow is a row as it was understood, and what becomes of it.
func (p *tablePage) previewRow(r *exchange.PlannedRow) fyne.CanvasObject {
	tone, icon, word := kit.ToneOK, kit.IconPlus, words.T("nuova")
	switch r.Fate {
	case exchange.Filled:
		tone, icon, word = kit.ToneAccent, kit.IconPencil, words.T("già presente: aggiornata")
	case exchange.Same:
		tone, icon, word = kit.ToneNeutral, kit.IconMinus, words.T("già presente: lasciata com’è")
	case exchange.Faulty:
		tone, icon, word = kit.ToneError, kit.IconClose, words.T("con errori")
	}
	parts := []string{words.F("Riga %d", r.Row) + ", " + word}
	for _, t := range r.Told {
		label := formwords.Label(p.reg.Type, t.Field)
		value := strings.Join(strings.Fields(t.Words), " ")
		switch {
		case t.Kept:
			parts = append(parts, words.F("%s resta «%s» (nel foglio «%s»)", label, t.Was, value))
		case t.Was != "":
			parts = append(parts, words.F("%s «%s» (era «%s»)", label, value, t.Was))
		default:
			parts = append(parts, words.F("%s «%s»", label, value))
		}
	}
	if len(r.Doubts) > 0 {
		tone, icon = kit.ToneWarn, kit.IconWarning
	}
	for _, d := range r.Doubts {
		parts = append(parts, words.Sentence(d))
	}
	title := r.Title
	if title == "" {
		title = words.T("(senza nome)")
	}
	return kit.NewOutcome(tone, icon, word, title, strings.Join(parts, " · "))
}

// tellButton says what the button does, or in words why it does nothing.
func (p *tablePage) tellButton() {
	label, tone, icon, said := words.T("Aggiungi"), kit.ToneNeutral, kit.IconInfo, words.T("Niente è ancora cambiato.")
	chipTone, chipIcon, chip := kit.ToneNeutral, kit.IconInfo, words.Plural(len(p.table.Rows), "%d riga", "%d righe")
	switch {
	case p.failed:
		tone, icon, said = kit.ToneError, kit.IconWarning, words.T("Le righe non si sono potute guardare: rileggete il foglio.")
	case p.plan == nil:
		said = words.T("Guardo le righe…")
	case len(p.plan.Problems) > 0:
		n := len(p.plan.Problems)
		tone, icon, said = kit.ToneError, kit.IconWarning, words.T("Prima vanno corretti gli errori.")
		chipTone, chipIcon, chip = kit.ToneError, kit.IconClose, words.Plural(n, "%d errore", "%d errori")
	default:
		fresh, filled := p.plan.Count(exchange.Fresh), p.plan.Count(exchange.Filled)
		chipTone, chipIcon, chip = kit.ToneOK, kit.IconCheck, words.F("nuove %d, aggiornate %d, già uguali %d", fresh, filled, p.plan.Count(exchange.Same))
		switch {
		case fresh > 0 && filled > 0:
			label = words.F("Aggiungi %d, aggiorna %d", fresh, filled)
		case fresh > 0:
			label = words.F("Aggiungi %d %s", fresh, p.noun(fresh))
		case filled > 0:
			label = words.F("Aggiorna %d %s", filled, p.noun(filled))
		default:
			chipTone, chipIcon, said = kit.ToneNeutral, kit.IconInfo, words.T("Le righe del foglio ci sono già tutte: non c’è niente da aggiungere.")
		}
	}
	p.take.SetText(label)
	p.status.Set(tone, icon, said)
	p.chip.Set(chipTone, chipIcon, chip)
	if p.ready() {
		p.take.Enable()
	} else {
		p.take.Disable()
	}
}

// noun is what so many records are called, in the middle of a sentence.
func (p *tablePage) noun(n int) string {
	if n == 1 {
		return formwords.One(p.reg.Type)
	}
	many := formwords.Short(p.reg.Type, p.reg.Label())
	first, size := utf8.DecodeRuneInString(many)
	if next, _ := utf8.DecodeRuneInString(many[size:]); unicode.IsUpper(next) {
		return many // letters that stand for words, as DPIA
	}
	return string(unicode.ToLower(first)) + many[size:]
}
