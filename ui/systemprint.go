package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tutela/app/pdf"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// PrintJob is how a PDF is to be printed.
type PrintJob struct {
	Printer, Title string
	Copies         int
	TwoSided       bool
}

// Printers is the printing of the system.
type Printers interface {
	// List names the printers, the usual one first; none is no error.
	List(ctx context.Context) ([]string, error)
	// Print hands a PDF file over; it returns when the system has taken it.
	Print(ctx context.Context, path string, job PrintJob) error
}

// prefPrinter is the printer used last on this computer.
const prefPrinter = "printer"

// askPrint asks for printer, copies and pages, and prints. done, which may be
// nil, runs when the system has taken the job, away from the window's thread.
func (s *Shell) askPrint(title string, layout *pdf.Paper, open func(), done func() error) {
	if s.cfg.Printers == nil {
		open()
		return
	}
	s.background(func() {
		names, err := s.cfg.Printers.List(context.Background())
		s.cfg.Do(func() {
			switch {
			case err != nil:
				s.fail(err)
			case len(names) == 0:
				s.sayNoPrinter(open)
			default:
				s.printDialog(title, layout, names, done)
			}
		})
	})
}

func (s *Shell) sayNoPrinter(open func()) {
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Nessuna stampante"), Icon: kit.IconPrinter, Tone: kit.ToneAccent, Default: 1,
		Text: words.T("Su questo computer il sistema non conosce stampanti. Potete aprire il documento nel lettore PDF, o salvarlo e stamparlo altrove."),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Apri nel lettore PDF"), Kind: kit.Filled, Do: open},
		},
	})
}

func (s *Shell) printDialog(title string, layout *pdf.Paper, names []string, done func() error) {
	prefs := s.cfg.App.Preferences()
	options := make([]kit.Option, len(names))
	for i, n := range names {
		options[i] = kit.Option{Value: n, Label: n}
	}
	printer := kit.NewSelect(options)
	printer.SetValue(names[0])
	if last := prefs.String(prefPrinter); slices.Contains(names, last) {
		printer.SetValue(last)
	}
	copies, pages := kit.NewEntry(kit.TextEntry), kit.NewEntry(kit.TextEntry)
	copies.SetText("1")
	pages.SetPlaceHolder(words.T("tutte"))
	two := kit.NewCheck(words.T("Fronte e retro"), nil)
	copiesField, pagesField := kit.NewField(words.T("Copie"), copies), kit.NewField(words.T("Pagine"), pages)
	pagesField.SetHelp(words.F("Da 1 a %d, per esempio 1-3, 5.", len(layout.Pages)))
	var job PrintJob
	var chosen []int
	wrong := func() bool {
		copiesField.SetError("")
		pagesField.SetError("")
		n, err := strconv.Atoi(strings.TrimSpace(copies.Text))
		if err != nil || n < 1 || n > 99 {
			copiesField.SetError(words.T("Un numero da 1 a 99."))
			kit.FocusOn(copies)
			return true
		}
		var ok bool
		if chosen, ok = pageRange(pages.Text, len(layout.Pages)); !ok {
			pagesField.SetError(words.T("Scrivete numeri e intervalli separati da virgole, per esempio 1-3, 5."))
			kit.FocusOn(pages)
			return true
		}
		job = PrintJob{Printer: printer.Value(), Title: title, Copies: n, TwoSided: two.Checked()}
		return job.Printer == ""
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Stampa"), Default: 1, Width: 520,
		Content: kit.Column(kit.GapField, kit.NewField(words.T("Stampante"), printer), kit.Reflow(copiesField, pagesField), two),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Stampa"), Kind: kit.Filled, Stay: wrong, Do: func() {
				prefs.SetString(prefPrinter, job.Printer)
				s.sendToPrinter(layout, chosen, job, done)
			}},
		},
	})
}

func (s *Shell) sendToPrinter(layout *pdf.Paper, pages []int, job PrintJob, done func() error) {
	if len(pages) < len(layout.Pages) {
		layout = layout.Select(pages)
	}
	if job.TwoSided {
		layout = layout.TwoSided()
	}
	s.work(words.T("Mando alla stampante"), func(ctx context.Context) error {
		data, err := pdf.Write(layout)
		if err != nil {
			return fmt.Errorf("write for the printer: %w", err)
		}
		dir, err := os.MkdirTemp("", "tutela-")
		if err != nil {
			return cannotWrite(err)
		}
		s.cfg.Do(func() { s.temp = append(s.temp, dir) }) // the system may read it later
		path := filepath.Join(dir, "stampa.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return cannotWrite(err)
		}
		if err := s.cfg.Printers.Print(ctx, path, job); err != nil || done == nil {
			return err
		}
		return done()
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("In stampa"), words.F("Il sistema ha preso il documento per la stampante %s.", job.Printer))
	})
}

// pageRange reads "1-3, 5" as pages from 0; nothing typed is all.
func pageRange(text string, total int) ([]int, bool) {
	var out []int
	if strings.TrimSpace(text) == "" {
		for i := range total {
			out = append(out, i)
		}
		return out, true
	}
	for part := range strings.SplitSeq(text, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		from, err := strconv.Atoi(strings.TrimSpace(first))
		to := from
		if err == nil && isRange {
			to, err = strconv.Atoi(strings.TrimSpace(last))
		}
		if err != nil || from < 1 || to < from || to > total {
			return nil, false
		}
		for i := from; i <= to; i++ {
			if !slices.Contains(out, i-1) {
				out = append(out, i-1)
			}
		}
	}
	slices.Sort(out)
	return out, true
}
