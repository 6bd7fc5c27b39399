package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// erasePage asks what is to be erased from the trail, of one record and of those
// that name it, and why. It stands over the page of the tab.
type erasePage struct {
	shell  *Shell
	title  string
	traces []app.Trace
	ticks  []*kit.Check
	why    *kit.Entry
	field  *kit.Field
	button *kit.Button
	body   *fyne.Container
}

// askErase asks of whom the past is to go: those who left, and those whose record
// is gone.
func (s *Shell) askErase() {
	reg, ok := app.RegisterOf(s.cfg.Registers, app.PersonForm.Key)
	if !ok {
		return
	}
	ctx := context.Background()
	rows, err := s.cfg.Store.List(ctx, reg.Key, app.Query{Ended: true})
	if err != nil {
		s.fail(err)
		return
	}
	gone, err := s.cfg.Store.Deleted(ctx, reg.Key)
	if err != nil {
		s.fail(err)
		return
	}
	var options []kit.Option
	names := map[string]string{}
	add := func(uid, name, note string) {
		options = append(options, kit.Option{Value: uid, Label: name + " (" + note + ")"})
		names[uid] = name
	}
	for _, r := range rows {
		if r.Ended {
			add(r.UID, r.Title, r.Second)
		}
	}
	for _, c := range gone {
		if rec, err := c.Record(reg.Type); err == nil && rec != nil {
			add(c.UID, reg.Title(rec), words.T("scheda eliminata"))
		}
	}
	if len(options) == 0 {
		kit.ShowInfo(s.win, words.T("Nessuno è uscito"), words.T("Si cancella la storia di chi non lavora più nell’ufficio, quando i termini di conservazione sono finiti. Per un’altra scheda cercatela in questa storia, e da lì «Cancella dalla storia»."))
		return
	}
	who := kit.NewPicker(func() []kit.Option { return options })
	field := kit.NewField(words.T("Persona"), who)
	field.SetHelp(words.T("Chi non lavora più nell’ufficio, o la cui scheda è stata eliminata."))
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Cancellare dalla storia i dati di…"), Default: 1, Width: 560, Content: field,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Continua"), Kind: kit.Filled, Stay: func() bool {
				field.SetError("")
				if who.Value() == "" {
					field.SetError(words.T("Scegliete una persona."))
				}
				return who.Value() == ""
			}, Do: func() { s.eraseOf(reg, who.Value(), names[who.Value()]) }},
		},
	})
}

// eraseOf looks for what the trail holds of a record, and asks what of it goes.
func (s *Shell) eraseOf(reg app.Register, uid, title string) {
	file := s.cfg.Store
	var traces []app.Trace
	s.shortly(words.T("Cerco nella storia"), func(ctx context.Context, _ func(done, total int)) (err error) {
		traces, err = file.Traces(ctx, reg.Type, uid)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case len(traces) == 0:
			kit.ShowInfo(s.win, words.T("Non c’è niente da cancellare"), words.F("Nella storia non restano contenuti passati di «%s». Quello che la scheda dice oggi si cambia nella scheda, o si toglie eliminandola.", title))
		default:
			newErasePage(s, reg, uid, title, traces)
		}
	})
}

func newErasePage(s *Shell, reg app.Register, uid, title string, traces []app.Trace) *erasePage {
	s.current().leave()
	p := &erasePage{shell: s, title: title, traces: traces}
	list := kit.Column(kit.GapSmall)
	for _, x := range traces {
		what := words.Plural(x.Changes, "%d versione passata; quella di oggi resta", "%d versioni passate; quella di oggi resta")
		if !x.There {
			what = words.Plural(x.Changes, "%d versione, tutte: la scheda non c’è più", "%d versioni, tutte: la scheda non c’è più")
		}
		name := x.Title
		if name == "" {
			name = words.T("(senza nome)")
		}
		tick := kit.NewCheck(s.registerName(x.Register)+": "+name+" – "+what, func(bool) { p.tell() })
		other, known := app.RegisterOf(s.cfg.Registers, x.Register)
		tick.SetChecked(x.Register == reg.Key && x.UID == uid || known && ofOnePerson(other.Type, reg.Key))
		p.ticks = append(p.ticks, tick)
		list.Add(tick)
	}
	p.why = kit.NewEntry(kit.TextEntry)
	p.field = kit.NewField(words.T("Perché si cancella"), p.why)
	p.field.SetHelp(words.T("Resta scritto nella storia: non fate nomi. Per esempio: «Conservazione finita: rapporto chiuso nel 2014»."))
	p.body = kit.Column(kit.GapField,
		kit.Tinted(kit.ToneWarn, kit.NewStyledText(words.T("Quello che si cancella non torna più, da nessuna parte di questo file. Prima controllate che i termini siano finiti: dopo un rapporto di lavoro di solito passano anni, per contributi, infortuni e cause."), theme.SizeNameText, kit.ToneWarn.Ink(), false)),
		section(words.T("Che cosa si cancella"), list),
		kit.NewHelp(words.T("Vanno via anche gli allegati che stavano solo in quelle versioni. Una scheda che parla di più persone perde il passato di tutte: spuntatela solo se va bene.")),
		section(words.T("Che cosa resta"), kit.NewText(words.T("Le righe con data, chi e che cosa, e la catena; le schede come sono oggi; i documenti stampati, che hanno i loro termini; le copie di sicurezza già fatte, finché girano; i file già esportati."))),
		p.field)
	p.button = kit.NewButton(kit.Danger, words.T("Cancella dalla storia…"), kit.IconForbidden, p.confirm)
	back := kit.NewButton(kit.Outlined, words.T("Annulla"), kit.IconChevronLeft, s.officeTrail)
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.F("Cancellare dalla storia: %s", title), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	s.show(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, kit.GapRecord, kit.GapBlock, kit.GapRecord, kit.MaxWidth(720, p.body))), nil, kit.ActionBar(nil, back, p.button)))
	s.over = func() { s.eraseOf(reg, uid, title) }
	p.tell()
	kit.FocusOn(back)
	return p
}

// ofOnePerson says that a register holds records of one person each, as
// appointments and credentials are: their past is of nobody else.
func ofOnePerson(t *form.Type, person string) bool {
	f := t.Field(app.PersonForm.Key)
	return person == app.PersonForm.Key && f != nil && f.Kind == form.KRef && f.Register == person
}

// chosen are the records whose past is to go.
func (p *erasePage) chosen() (out []app.ErasedTrace, contents int) {
	for i, x := range p.traces {
		if p.ticks[i].Checked() {
			out = append(out, app.ErasedTrace{Register: x.Register, UID: x.UID})
			contents += x.Changes
		}
	}
	return out, contents
}

func (p *erasePage) tell() {
	if p.button == nil {
		return
	}
	p.button.Enable()
	if list, _ := p.chosen(); len(list) == 0 {
		p.button.Disable()
	}
}

// confirm asks a last time, and erases.
func (p *erasePage) confirm() {
	s := p.shell
	p.field.SetError("")
	why := strings.TrimSpace(p.why.Text)
	if why == "" {
		p.field.SetError(words.T("Scrivete il motivo: resta nella storia al posto dei dati."))
		p.body.Refresh() // what is said to be wrong makes it higher
		p.field.Focus()
		return
	}
	list, contents := p.chosen()
	kit.Confirm(s.win, words.F("Cancellare dalla storia «%s»?", p.title),
		words.Plural(contents, "%d contenuto passato si cancella per sempre. Non c’è modo di riprenderlo.", "%d contenuti passati si cancellano per sempre. Non c’è modo di riprenderli."),
		words.T("Cancella per sempre"), true, func(ok bool) {
			if ok {
				p.erase(app.TrailErasure{Why: why, Records: list})
			}
		})
}

func (p *erasePage) erase(e app.TrailErasure) {
	s, file, by := p.shell, p.shell.cfg.Store, p.shell.cfg.By
	blanked := 0
	s.shortly(words.T("Cancello dalla storia"), func(ctx context.Context, _ func(done, total int)) (err error) {
		blanked, err = file.EraseTrail(ctx, by, e)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.officeTrail()
		kit.ShowInfo(s.win, words.T("Cancellato dalla storia"),
			words.Plural(blanked, "%d contenuto non c’è più. Una riga della storia dice che cosa si è cancellato e perché; la catena tiene.", "%d contenuti non ci sono più. Una riga della storia dice che cosa si è cancellato e perché; la catena tiene."))
	})
}
