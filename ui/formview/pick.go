package formview

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// picker chooses entries of a catalogue or records of a register by typing.
func (c *cell) picker(many bool) fyne.CanvasObject {
	f, v := c.field, c.block.view
	options := func() []kit.Option { return v.cfg.Options(f) }
	p := kit.NewPicker(options)
	if many {
		p = kit.NewMultiPicker(options)
	}
	if example := formwords.Example(c.block.ed.Type, f); example != "" {
		p.SetPlaceHolder(example)
	}
	p.Label = func(value string) string {
		if f.Register != "" {
			return v.cfg.Names.Ref(f.Register, value)
		}
		return v.cfg.Names.Entry(f.Catalogue, value)
	}
	c.rename = p.Relabel
	p.OnChanged = func(values []string) {
		switch {
		case len(values) == 0:
			c.set(nil)
		case many:
			c.set(values)
		default:
			v.choose(c.block.ed, f, values[0])
		}
	}
	if f.Own && v.cfg.AddEntry != nil {
		p.OnAdd = func(text string) (string, bool) { return v.cfg.AddEntry(f.Catalogue, text) }
	}
	c.create(p, f, func(uid string) {
		p.Take(kit.Option{Value: uid, Label: v.cfg.Names.Ref(f.Register, uid)})
	})
	p.OnLeave = func() { v.refresh(true) }
	p.OnTyped = func(text string) { c.typed(text) }
	c.sync = func() {
		p.SetTyped(c.block.ed.Typed(f))
		switch value := f.Value(c.block.ed.Rec).(type) {
		case string:
			p.SetValues(value)
		case []string:
			p.SetValues(value...)
		default:
			p.SetValues()
		}
	}
	return p
}

// create lets a picker of records make one that is not there yet.
func (c *cell) create(p *kit.Picker, f *form.Field, done func(uid string)) {
	cfg := c.block.view.cfg
	if f.Register == "" || cfg.NewRecord == nil || cfg.NewLabel(f.Register, "") == "" {
		return
	}
	p.CreateLabel = func(typed string) string { return cfg.NewLabel(f.Register, typed) }
	p.OnCreate = func(typed string) {
		cfg.NewRecord(f.Register, typed, func(uid string) {
			done(uid)
			kit.FocusOn(p)
		})
	}
}

// list shows child records in cards. Where rows are added by choosing a key
// field, a picker under the cards adds them.
func (c *cell) list() fyne.CanvasObject {
	f, ed, v := c.field, c.block.ed, c.block.view
	config := kit.RowsConfig{
		Count:   func() int { return len(ed.Rows(f)) },
		Build:   func(i int) fyne.CanvasObject { return v.blockOf(ed.Rows(f)[i], f).body },
		Title:   func(i int) string { return c.rowTitle(i) },
		Summary: func(i int) string { return c.rowSummary(i) },
		Remove: func(i int) func() {
			row := ed.RemoveRow(f, i)
			v.edited()
			return func() {
				ed.InsertRow(f, min(i, len(ed.Rows(f))), row)
				v.edited()
			}
		},
		Move: func(from, to int) {
			ed.MoveRow(f, from, to)
			v.edited()
		},
	}
	if f.AddBy == "" {
		config.AddLabel = words.T("Aggiungi")
		if f.Child.One != "" {
			config.AddLabel = words.F("Aggiungi %s", article(f.Child))
		}
		config.Add = func() {
			ed.AddRow(f)
			v.edited()
		}
	}
	if f.AddBy != "" {
		config.Adder = c.adder()
	}
	c.rows = kit.NewRows(config)
	c.sync = func() {
		c.rows.Reload()
		for i := range ed.Rows(f) {
			v.blockOf(ed.Rows(f)[i], f).sync()
			if f.AddBy != "" {
				c.rows.SetOpen(i, false)
			}
		}
	}
	return c.rows
}

// adder is the picker whose choice adds a row.
func (c *cell) adder() *kit.Picker {
	f, ed, v := c.field, c.block.ed, c.block.view
	key := f.Child.Field(f.AddBy)
	p := kit.NewPicker(func() []kit.Option { return v.cfg.Options(key) })
	p.SetPlaceHolder(words.T("Scrivete e scegliete: si aggiunge qui sopra"))
	p.OnChanged = func(values []string) {
		if len(values) > 0 {
			c.addBy(values[0])
			p.SetValues()
		}
	}
	if key.Own && v.cfg.AddEntry != nil {
		p.OnAdd = func(text string) (string, bool) { return v.cfg.AddEntry(key.Catalogue, text) }
	}
	c.create(p, key, func(uid string) {
		p.SetTyped("")
		c.typed("")
		c.addBy(uid)
	})
	p.OnTyped = func(text string) { c.typed(text) }
	p.SetTyped(ed.Typed(f))
	return p
}

// addBy adds a row by the value of its key field.
func (c *cell) addBy(value string) {
	f, ed, v := c.field, c.block.ed, c.block.view
	row := ed.AddRowWith(f, func(rec any) {
		f.Child.Field(f.AddBy).Put(rec, value)
		if v.cfg.Prefill != nil {
			v.cfg.Prefill(rec)
		}
	})
	c.rows.Reload()
	c.rows.SetOpen(len(ed.Rows(f))-1, false)
	v.blockOf(row, f).sync()
	v.edited()
}

// typed keeps for the draft what stands in a picker without being a choice.
func (c *cell) typed(text string) {
	if c.block.ed.Typed(c.field) == text {
		return
	}
	c.block.ed.SetTyped(c.field, text)
	if v := c.block.view; v.cfg.Changed != nil {
		v.cfg.Changed()
	}
}

func article(t *form.Type) string {
	if t.Fem {
		return words.F("una %s", formwords.One(t))
	}
	return words.F("un %s", formwords.One(t))
}

func (c *cell) rowTitle(i int) string {
	row := c.field.Row(c.block.ed.Rec, i)
	if title := c.field.RowTitle(row, c.block.view.cfg.Names); title != "" {
		return title
	}
	return formwords.One(c.field.Child)
}

// rowSummary says in a closed card what its filled fields hold.
func (c *cell) rowSummary(i int) string {
	row := c.field.Row(c.block.ed.Rec, i)
	var out string
	for _, f := range c.field.Child.Fields() {
		if f.Key == c.field.AddBy || !f.Shown(row) || f.Empty(row) {
			continue
		}
		for _, word := range formwords.Values(c.field.Child, f, row, c.block.view.cfg.Names) {
			if word == "" {
				continue
			}
			if out != "" {
				out += " · "
			}
			out += word
		}
	}
	return out
}

func (c *cell) tellRows(at string, problems map[string][]form.Problem, showNew bool) {
	c.moved = false
	for i, row := range c.block.ed.Rows(c.field) {
		if c.block.view.blockOf(row, c.field).show(at+"/"+strconv.Itoa(i)+"/", problems, showNew) {
			c.moved = true
		}
	}
	c.rows.Retitle()
}
