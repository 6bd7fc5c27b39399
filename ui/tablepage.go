package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// tablePage takes the rows of a sheet: which column is which, what would become
// of each row, what is wrong. Nothing changes before its button is pressed.
type tablePage struct {
	shell     *Shell
	path      string
	table     *exchange.Table
	reg       app.Register
	match     []string
	overwrite bool
	plan      *exchange.TablePlan // nil while the rows are looked at
	failed    bool                // they could not be
	stop      context.CancelFunc  // ends the look at the rows

	object   fyne.CanvasObject
	chip     *kit.Chip
	status   *kit.Note
	register *kit.Select
	take     *kit.Button
	replace  *kit.Check
	// wrong stands above the columns of the sheet and what comes of its rows.
	wrong, columns, outcome, body *fyne.Container
	scroll                        *kit.Scroll
}

// importTable asks for a sheet, to be taken for records of a register; "" leaves
// that to the names of its columns.
func (s *Shell) importTable(register string) {
	s.current().leave()
	s.askOpen(words.T("Importa da un foglio"), []string{".csv", ".xlsx", ".CSV", ".XLSX"}, func(path string) { s.openTable(path, "", register) })
}

// openTable shows what a sheet holds.
func (s *Shell) openTable(path, sheet, register string) {
	s.readTable(path, sheet, func(t *exchange.Table) { newTablePage(s, path, t, s.registerOf(t, register)) })
}

func (s *Shell) readTable(path, sheet string, then func(*exchange.Table)) {
	var t *exchange.Table
	s.work(words.T("Leggo il foglio"), func(ctx context.Context) (err error) {
		if t, err = exchange.ReadTableFile(path, sheet); err != nil {
			return err
		}
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		then(t)
	})
}

// registerOf is the register that a sheet is of: the one that was said, or that
// its columns tell, or that of the people, for one may choose another.
func (s *Shell) registerOf(t *exchange.Table, register string) app.Register {
	reg, ok := app.RegisterOf(s.cfg.Registers, register)
	if ok {
		return reg
	}
	reg, err := exchange.Guess(s.cfg.Registers, t)
	if err != nil {
		reg, _ = app.RegisterOf(s.cfg.Registers, app.PersonForm.Key)
	}
	return reg
}

func newTablePage(s *Shell, path string, t *exchange.Table, reg app.Register) *tablePage {
	p := &tablePage{shell: s, path: path, table: t, reg: reg, match: exchange.Match(reg.Type, t.Head), stop: func() {}}
	p.show()
	return p
}

// show brings the page to the front, as it is now.
func (p *tablePage) show() {
	s := p.shell
	p.chip, p.status = kit.NewChip(kit.ToneNeutral, kit.NoIcon, ""), kit.NewStatus(kit.ToneNeutral, kit.IconInfo, "")
	p.take = kit.NewButton(kit.Filled, "", kit.IconCheck, p.apply)
	p.replace = kit.NewCheck(words.T("Prendi dal foglio anche i valori diversi da quelli che ci sono"), func(on bool) {
		p.overwrite = on
		p.look()
	})
	p.replace.SetChecked(p.overwrite)
	p.wrong, p.columns, p.outcome = kit.Column(0), kit.Column(kit.GapField), kit.Column(kit.GapPanel)
	p.wrong.Hide()
	p.body = kit.Column(kit.GapBlock, p.wrong, kit.Abreast(760, 0.42, kit.Column(kit.GapField, p.whatItIs(), p.columns), p.outcome))
	p.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, p.body))
	title := kit.NewStyledLine(words.T("Importa da un foglio"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	file := kit.NewStyledLine(filepath.Base(p.path), theme.SizeNameCaptionText, kit.ColorInk2, false)
	head := kit.Row(kit.GapPanel, kit.Grow(kit.Column(2, title, file)), p.chip)
	bar := kit.ActionBar(p.status,
		kit.NewButton(kit.Plain, words.T("Torna"), kit.IconChevronLeft, p.close),
		kit.NewButton(kit.Outlined, words.T("Rileggi il foglio"), kit.IconUndo, p.again), p.take)
	p.object = kit.Record(head, p.scroll, nil, bar)
	s.show(p.object)
	s.over, s.frontActions = p.show, actions{save: p.apply}
	p.showColumns()
	p.look()
	kit.FocusOn(p.register)
}

func (p *tablePage) close() {
	p.stop()
	p.shell.back()
}

// again reads the sheet anew, as after it was corrected; the columns stay as they
// were chosen, while they are the same.
func (p *tablePage) again() {
	p.shell.readTable(p.path, p.table.Sheet, func(t *exchange.Table) {
		if !slices.Equal(t.Head, p.table.Head) {
			p.match = exchange.Match(p.reg.Type, t.Head)
		}
		p.table = t
		p.show()
	})
}

// whatItIs asks of which register the rows are and, where there are some sheets,
// for which.
func (p *tablePage) whatItIs() fyne.CanvasObject {
	var registers, sheets []kit.Option
	for _, r := range p.shell.cfg.Registers {
		if !r.Single {
			registers = append(registers, kit.Option{Value: r.Key, Label: formwords.Many(r.Type)})
		}
	}
	p.register = kit.NewSelect(registers)
	p.register.SetValue(p.reg.Key)
	p.register.OnChanged = func(key string) {
		p.reg, _ = app.RegisterOf(p.shell.cfg.Registers, key)
		p.match = exchange.Match(p.reg.Type, p.table.Head)
		p.showColumns()
		p.look()
	}
	fields := kit.Reflow(kit.NewField(words.T("Che cosa contiene"), p.register))
	if len(p.table.Sheets) > 1 {
		for _, name := range p.table.Sheets {
			sheets = append(sheets, kit.Option{Value: name, Label: name})
		}
		choose := kit.NewSelect(sheets)
		choose.SetValue(p.table.Sheet)
		choose.OnChanged = func(name string) {
			choose.SetValue(p.table.Sheet) // until the other one was read
			p.shell.openTable(p.path, name, "")
		}
		fields.Add(kit.NewField(words.T("Foglio"), choose))
	}
	return fields
}

// showColumns asks what each column is, with its first value as an example.
func (p *tablePage) showColumns() {
	options := []kit.Option{}
	if exchange.HasWholeNames(p.reg.Type) {
		options = append(options, kit.Option{Value: exchange.SurnameFirst, Label: words.T("Cognome e nome")},
			kit.Option{Value: exchange.NameFirst, Label: words.T("Nome e cognome")})
	}
	for _, f := range exchange.Importable(p.reg.Type) {
		options = append(options, kit.Option{Value: f.Key, Label: formwords.Label(p.reg.Type, f)})
	}
	fields := kit.Reflow()
	for i := range p.table.Head {
		example := p.example(i)
		if example == "" && p.match[i] == "" {
			continue // an empty column
		}
		choose := kit.NewSelect(options)
		choose.Optional, choose.PlaceHolder = true, words.T("Lasciata fuori")
		choose.SetValue(p.match[i])
		choose.OnChanged = func(key string) {
			p.match[i] = key
			p.look()
		}
		field := kit.NewField(p.table.ColumnName(i), choose)
		field.SetHelp(example)
		fields.Add(field)
	}
	p.columns.Objects = []fyne.CanvasObject{section(words.T("Le colonne del foglio"),
		kit.NewHelp(words.T("In quale campo va ogni colonna; quelle che non servono si lasciano fuori.")), fields)}
	p.relay()
}

// example is the first value of a column, on one line.
func (p *tablePage) example(column int) string {
	i := slices.IndexFunc(p.table.Rows, func(r exchange.TableRow) bool { return r.Cells[column] != "" })
	if i < 0 {
		return ""
	}
	const most = 40
	value := []rune(strings.Join(strings.Fields(p.table.Rows[i].Cells[column]), " "))
	if len(value) > most {
		value = append(value[:most], '…')
	}
	return words.F("Per esempio: %s", string(value))
}

// look plans away from the window's thread, and shows what comes of it; what was
// being looked at before is dropped.
func (p *tablePage) look() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop, p.plan, p.failed = stop, nil, false
	p.tell()
	s, cfg, front := p.shell, p.shell.cfg, p.object
	reg, table, match, overwrite := p.reg, p.table, slices.Clone(p.match), p.overwrite
	s.background(func() {
		plan, err := planTable(ctx, cfg, reg, table, match, overwrite)
		s.cfg.Do(func() {
			if ctx.Err() != nil || s.front != front || cfg.Store != s.cfg.Store || s.shut {
				return
			}
			if err != nil {
				p.failed = true
				p.tell()
				s.fail(err)
				return
			}
			p.plan = plan
			p.tell()
		})
	})
}

// planTable reads the office and plans the rows of a sheet.
func planTable(ctx context.Context, cfg Config, reg app.Register, t *exchange.Table, match []string, overwrite bool) (*exchange.TablePlan, error) {
	d, err := cfg.Store.Dossier(ctx, cfg.Now())
	if err != nil {
		return nil, err
	}
	return exchange.PlanTable(ctx, exchange.TableOffice{Dossier: d, Owner: cfg.Store.Owner}, reg, t, match, overwrite)
}

// ready says that the button does something.
func (p *tablePage) ready() bool {
	return p.plan != nil && len(p.plan.Problems) == 0 && p.plan.Count(exchange.Fresh)+p.plan.Count(exchange.Filled) > 0
}

// apply saves all records of the plan, or none.
func (p *tablePage) apply() {
	if !p.ready() {
		return
	}
	s, store, by, plan, savings := p.shell, p.shell.cfg.Store, p.shell.cfg.By, p.plan, p.plan.Savings()
	var taken app.Taken
	s.work(words.T("Importo"), func(ctx context.Context) (err error) {
		taken, err = store.TakeIn(ctx, by, savings)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			p.look() // the office may have changed
			return
		}
		s.tookTable(plan, taken)
	})
}

// tookTable shows the records that came, from a file that the window reads anew.
func (s *Shell) tookTable(plan *exchange.TablePlan, taken app.Taken) {
	s.leave()
	if err := s.build(); err != nil {
		s.fail(err)
		return
	}
	i := slices.IndexFunc(plan.Rows, func(r *exchange.PlannedRow) bool { return r.Fate != exchange.Same })
	s.openRecord(plan.Register.Key, plan.Rows[i].Rec.(form.Record).Head().UID)
	s.saved("")
	s.sayTaken(taken, words.F("Schede nuove %d, aggiornate %d, già uguali %d.",
		plan.Count(exchange.Fresh), plan.Count(exchange.Filled), plan.Count(exchange.Same)))
}
