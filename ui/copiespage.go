package ui

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// copiesPage tells of the copies that the program makes of its own file: where, when
// the last was made and how it went, under which passphrase, and what is there.
type copiesPage struct {
	shell    *Shell
	settings app.CopySettings
	sealed   bool
	copies   []app.CopyContents // that the folders hold, the newest first
	looked   bool               // into the folders, since the page came to the front
	asked    int                // counts the looks: a late answer is dropped
	now      *kit.Button
	body     *fyne.Container
	whole    fyne.CanvasObject
}

func newCopiesPage(s *Shell) *copiesPage { return &copiesPage{shell: s} }

func (p *copiesPage) object() fyne.CanvasObject {
	if p.whole == nil {
		p.now = kit.NewButton(kit.Filled, words.T("Fai una copia adesso"), kit.IconCopy, p.shell.copyNow)
		p.body = kit.Column(kit.GapPanel)
		p.whole = kit.NewScroll(p.body)
	}
	return p.whole
}

func (p *copiesPage) shown() {
	p.looked = false
	p.reload()
	p.look()
}

func (p *copiesPage) focus()           { kit.FocusOn(p.now) }
func (p *copiesPage) leave()           { p.asked++ }
func (p *copiesPage) actions() actions { return actions{} }

// reload reads what the file knows of its copies, and shows it.
func (p *copiesPage) reload() {
	ctx := context.Background()
	var err error
	if p.settings, err = p.shell.cfg.Store.CopySettings(ctx); err != nil {
		p.shell.fail(err)
		return
	}
	keys, err := p.shell.cfg.Store.Keys(ctx)
	if err != nil {
		p.shell.fail(err)
		return
	}
	p.sealed = !keys.None()
	p.tell()
}

// look looks into the folders away from the window's thread: one in the network may
// take its time.
func (p *copiesPage) look() {
	p.asked++
	asked, s, file := p.asked, p.shell, p.shell.cfg.Store
	s.background(func() {
		list, err := file.Copies(context.Background())
		s.cfg.Do(func() {
			switch {
			case asked != p.asked || file != s.cfg.Store || s.shut:
			case err != nil:
				s.fail(err)
			default:
				p.found(list)
			}
		})
	})
}

func (p *copiesPage) found(list []app.CopyContents) {
	p.copies, p.looked = list, true
	p.tell()
}

func (p *copiesPage) tell() {
	p.object()
	p.body.Objects = []fyne.CanvasObject{
		kit.Panel(p.state()),
		kit.Abreast(820, 0.5, kit.Panel(p.places()), kit.Panel(p.secret())),
		kit.Panel(p.there()),
		kit.Panel(p.byItself()),
	}
	p.body.Refresh()
}

// state says how the copies stand, and what can be done at once.
func (p *copiesPage) state() fyne.CanvasObject {
	tone, icon, text := copiesStand(p.settings, p.shell.cfg.Now())
	buttons := []fyne.CanvasObject{p.now}
	if len(p.settings.Destinations) == 0 {
		buttons = []fyne.CanvasObject{kit.NewButton(kit.Filled, words.T("Scegli dove…"), kit.IconFolder, p.change)}
	}
	buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Prova di ripristino…"), kit.IconUndo, func() { p.choose(p.shell.testCopy) }))
	if p.shell.cfg.Copies != nil {
		buttons = append(buttons,
			kit.NewButton(kit.Outlined, words.T("Verifica…"), kit.IconCheck, func() { p.choose(p.shell.verifyCopy) }),
			kit.NewButton(kit.Outlined, words.T("Ripristina…"), kit.IconHistory, func() { p.choose(p.shell.restoreCopy) }))
	}
	return kit.Column(kit.GapPanel,
		kit.NewSubheading(words.T("Le copie del file dell’ufficio")),
		kit.Tinted(tone, kit.RowTop(kit.GapTight, kit.NewNote(tone, icon, ""), kit.Grow(kit.NewStyledText(text, theme.SizeNameText, tone.Ink(), false)))),
		kit.Flow(kit.GapSmall, buttons...))
}

// copiesStand says in a sentence or two how the copies of an office stand.
func copiesStand(c app.CopySettings, now time.Time) (tone kit.Tone, icon kit.Icon, text string) {
	if len(c.Destinations) == 0 {
		return kit.ToneWarn, kit.IconWarning, words.T("Non avete ancora scelto dove copiare il file di Tutela: se questo computer si rompe o sparisce, i registri si perdono. Scegliete una chiavetta, un disco esterno o una cartella di rete.")
	}
	tone, icon = kit.ToneOK, kit.IconCheck
	var last time.Time
	bad := ""
	for _, d := range c.Destinations {
		if d.Made.After(last) {
			last = d.Made
		}
		if d.Outcome == app.CopyFailed && bad == "" {
			bad = words.Sentence(d.Said)
		}
	}
	switch {
	case last.IsZero():
		tone, icon, text = kit.ToneWarn, kit.IconWarning, words.T("Ancora nessuna copia.")
	default:
		text = words.F("Ultima copia: %s.", form.MomentOf(last).String())
		if anyDue(c, now) {
			tone, icon, text = kit.ToneWarn, kit.IconWarning, text+" "+words.T("È più vecchia di quanto avete deciso.")
		}
	}
	if bad != "" {
		tone, icon, text = kit.ToneError, kit.IconWarning, text+" "+bad
	}
	return tone, icon, text + " " + nextCopy(c, last, now)
}

func anyDue(c app.CopySettings, now time.Time) bool {
	for _, d := range c.Destinations {
		if d.Due(c.Every, now) {
			return true
		}
	}
	return false
}

// nextCopy says when the next copy is made by itself.
func nextCopy(c app.CopySettings, last, now time.Time) string {
	text := words.T("Le copie si fanno solo a mano.")
	switch {
	case c.Every > 0 && (last.IsZero() || anyDue(c, now)):
		text = words.T("La prossima appena si può.")
	case c.Every > 0:
		text = words.F("La prossima il %s.", form.DateOf(last.AddDate(0, 0, c.Every)))
	case c.AtClose:
		text = ""
	}
	if c.AtClose {
		text += " " + words.T("Alla chiusura, se qualcosa è cambiato, se ne fa una.")
	}
	return strings.TrimSpace(text)
}

// places are the folders, and how the last copy to each went.
func (p *copiesPage) places() fyne.CanvasObject {
	column := kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Dove e quando")))
	for _, d := range p.settings.Destinations {
		tone, icon, text := destinationWords(d, p.settings, p.shell.cfg.Now())
		column.Add(kit.RowTop(kit.GapSmall, kit.NewIcon(icon, tone.Ink(), theme.SizeNameText),
			kit.Grow(kit.Column(2, kit.NewStyledText(d.Folder, theme.SizeNameText, theme.ColorNameForeground, true), kit.NewHelp(text)))))
	}
	if len(p.settings.Destinations) > 0 {
		k := p.settings.Keep
		kept := words.F("In ogni cartella restano l’ultima copia di %d giorni, %d settimane e %d mesi.", k.Days, k.Weeks, k.Months)
		if k == (app.CopyRotation{}) {
			kept = words.T("In ogni cartella restano tutte.")
		}
		column.Add(kit.NewHelp(kept))
	}
	if len(p.settings.Destinations) == 0 {
		column.Add(kit.NewHelp(words.T("Nessuna cartella.")))
	}
	if len(p.settings.Destinations) == 1 {
		column.Add(kit.NewHelp(words.T("Meglio due, in posti diversi: una chiavetta che si porta via, e un altro disco.")))
	}
	column.Add(kit.Row(0, kit.NewButton(kit.Outlined, words.T("Cambia…"), kit.IconPencil, p.change), kit.Spacer()))
	return column
}

// destinationWords is how the copies to one folder went.
func destinationWords(d app.CopyDestination, c app.CopySettings, now time.Time) (kit.Tone, kit.Icon, string) {
	made := words.T("ancora nessuna copia")
	if !d.Made.IsZero() {
		made = words.F("ultima copia %s", form.MomentOf(d.Made).String())
	}
	switch {
	case d.Outcome == app.CopyFailed:
		return kit.ToneError, kit.IconWarning, words.F("non riuscita il %s: %s", form.MomentOf(d.Tried).String(), words.Sentence(d.Said)) + " " + words.F("Prima: %s.", made)
	case d.Outcome == app.CopyWarnings:
		return kit.ToneWarn, kit.IconWarning, made + ". " + words.Sentence(d.Said)
	case d.Made.IsZero() || d.Due(c.Every, now):
		return kit.ToneWarn, kit.IconClock, made
	}
	return kit.ToneOK, kit.IconCheck, made
}

// secret tells of the passphrase.
func (p *copiesPage) secret() fyne.CanvasObject {
	column := kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Frase segreta")))
	if !p.sealed {
		column.Add(kit.NewNote(kit.ToneWarn, kit.IconWarning, words.T("Le copie non sono sigillate.")))
		column.Add(kit.NewText(words.T("Chi trova una chiavetta le legge. Con una frase segreta le apre solo chi la sa; per farle non serve scriverla.")))
		column.Add(kit.Row(0, kit.NewButton(kit.Outlined, words.T("Scegli la frase segreta…"), kit.IconLock, p.shell.choosePassphrase), kit.Spacer()))
		return column
	}
	column.Add(kit.NewNote(kit.ToneOK, kit.IconLock, words.T("Le copie sono sigillate.")))
	column.Add(kit.NewText(words.T("Si aprono solo con la frase segreta che valeva quando furono fatte. Dimenticata, non la recupera nessuno: tenetela scritta in cassaforte.")))
	buttons := []fyne.CanvasObject{
		kit.NewButton(kit.Outlined, words.T("Cambia la frase segreta…"), kit.IconLock, p.shell.choosePassphrase),
		kit.NewButton(kit.Outlined, words.T("Stampa il foglio per la cassaforte"), kit.IconPrinter, p.shell.printRecovery),
	}
	switch {
	case p.shell.cfg.Seals == nil || p.shell.cfg.Open == nil || p.shell.cfg.Close == nil:
	case p.shell.sealedNow():
		column.Add(kit.NewText(words.T("Anche il file dell’ufficio è chiuso con la frase: chi ruba questo computer non lo legge. Si blocca da File, Blocca, o da solo.")))
		buttons = append(buttons, kit.NewButton(kit.Danger, words.T("Togli la frase dal file…"), kit.IconLock, p.shell.askUnseal))
	default:
		column.Add(kit.NewText(words.T("Il file dell’ufficio su questo computer si legge senza: chi ruba il computer lo apre.")))
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Chiudi anche l’ufficio con la frase…"), kit.IconLock, p.shell.askSeal))
	}
	column.Add(kit.Flow(kit.GapSmall, buttons...))
	return column
}

// mostCopies is how many copies are listed: older ones are chosen in their folder.
const mostCopies = 12

// there lists the copies that the folders hold.
func (p *copiesPage) there() fyne.CanvasObject {
	column := kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Le copie che ci sono")))
	switch {
	case !p.looked:
		column.Add(kit.NewHelp(words.T("Guardo nelle cartelle…")))
		return column
	case len(p.copies) == 0:
		column.Add(kit.NewText(words.T("Nelle cartelle che ora sono collegate non ce n’è nessuna di questo ufficio.")))
		return column
	}
	ledger := kit.NewLedger(kit.LedgerColumn{Head: words.T("Fatta il"), Share: 0.2}, kit.LedgerColumn{Head: words.T("Cartella"), Share: 0.4},
		kit.LedgerColumn{Head: words.T("Grandezza"), Share: 0.12}, kit.LedgerColumn{Head: "", Share: 0.28})
	var rows [][]fyne.CanvasObject
	for _, c := range p.copies[:min(len(p.copies), mostCopies)] {
		links := []fyne.CanvasObject{kit.NewLink(words.T("Prova"), kit.IconUndo, func() { p.shell.testCopy(c.File) })}
		if p.shell.cfg.Copies != nil {
			links = append(links, kit.NewLink(words.T("Ripristina…"), kit.IconHistory, func() { p.shell.restoreCopy(c.File) }))
		}
		rows = append(rows, []fyne.CanvasObject{
			kit.NewText(form.MomentOf(c.Made).String()), kit.NewText(filepath.Dir(c.File)), kit.NewText(formview.FileSize(c.Size)), kit.Flow(kit.GapPanel, links...),
		})
	}
	ledger.SetRows(rows)
	column.Add(ledger.Object())
	if more := len(p.copies) - mostCopies; more > 0 {
		column.Add(kit.NewHelp(words.Plural(more, "e %d più vecchia, nelle cartelle", "e altre %d più vecchie, nelle cartelle")))
	}
	return column
}

// byItself tells how the system makes the copies while the window is closed.
func (p *copiesPage) byItself() fyne.CanvasObject {
	column := kit.Column(kit.GapPanel, kit.NewSubheading(words.T("A finestra chiusa")),
		kit.NewText(words.T("Finché Tutela è aperto, le copie si fanno da sé. Perché si facciano anche a finestra chiusa, affidate questa riga alle operazioni pianificate del computer, una volta all’ora: copia solo quando è il momento.")))
	line := kit.NewField(words.T("Riga da copiare"), locked(scheduledLine(p.shell.cfg.Store.Path())))
	line.SetHelp(words.T("Con «backup --schedule» al posto di «backup --due» il comando scrive come si fa su questo computer."))
	column.Add(line)
	return column
}

// scheduledLine is the command that makes the copies which are due.
func scheduledLine(path string) string {
	name := "tutelactl"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if program, err := os.Executable(); err == nil {
		name = filepath.Join(filepath.Dir(program), name)
	}
	return shellWord(name) + " --data " + shellWord(path) + " backup --due"
}

// shellWord is a path as the command line of the system reads it whole.
func shellWord(path string) string {
	if runtime.GOOS == "windows" {
		return `"` + path + `"`
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}
