package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var leavingType = app.LeavingForm.Type()

// leavingPaper is the notice that somebody leaves or changes duty, and the record
// of what ended with it (spec 3.3, rule 8; 5-law 6, CRED4).
type leavingPaper struct {
	composer
	l *app.Leaving
}

func leavingNotice(w *writer, subject any) doc.Document {
	l, _ := subject.(*app.Leaving)
	if l == nil {
		l, w.blank = &app.Leaving{}, true
	}
	p := &leavingPaper{composer: composer{writer: w, prose: textOf("leaving")}, l: l}
	p.add(p.letterhead())
	p.add(p.say(p.opening())...)
	p.add(p.event())
	p.add(doc.Heading{Level: 1, Text: "Che cosa finisce"}, p.letters(), p.access(), p.permissions())
	p.add(p.cut()...)
	p.add(doc.Heading{Level: 1, Text: "Che cosa restituisce"})
	p.add(p.say("return")...)
	p.add(p.things())
	p.remains()
	p.add(doc.Heading{Level: 1, Text: "Da ricordare"})
	p.add(p.reminders()...)
	s := doc.Signature{Place: w.d.Office().City, Date: max(l.Told, l.Cut).String(), Signers: []doc.Signer{
		{Role: "Chi risponde del trattamento", Name: w.d.Ref(app.PersonForm.Key, l.ToldBy)},
		{Role: "L’amministratore di sistema", Note: "per aver tolto gli accessi"},
	}}
	if w.blank {
		s.Place = ""
	}
	p.add(s)
	out := doc.Document{Blocks: numbered(p.blocks), Draft: !w.officeComplete() || !leavingType.Complete(l)}
	if !w.blank {
		out.Subtitle = leavingType.Named(l, w.d)
	}
	return out
}

func (p *leavingPaper) leaves() bool { return p.l.Kind != app.ChangesDuty }

func (p *leavingPaper) opening() string {
	switch {
	case p.blank:
		return "either"
	case p.leaves():
		return "leaves"
	}
	return "duty"
}

// event is who, what, when and why.
func (p *leavingPaper) event() doc.Fields {
	out := p.fields(leavingType.Sections[0].Fields, p.l)
	person := app.Find(p.d, app.PersonForm, p.l.Person)
	if person == nil || p.blank {
		return out
	}
	if duties := dutiesOn(person, p.l.On, p.d); len(duties) > 0 {
		e := doc.Entry{Label: "Mansione", Value: [][]doc.Run{doc.T(strings.Join(duties, ", "))}}
		if !p.leaves() {
			e.Label = "Mansione di prima"
		}
		out.Entries = slices.Insert(out.Entries, 1, e)
	}
	return out
}

// dutiesOn are the duties that end with the event: those of the day before it, or
// of the day itself.
func dutiesOn(x *app.Person, day form.Date, n form.Names) []string {
	var out []string
	for _, d := range x.Duties {
		if d.Duty != "" && d.From < day && (d.To == "" || d.To >= day.AddDays(-1)) {
			out = append(out, n.Entry("duty", d.Duty))
		}
	}
	return out
}

// blankLines are those of each table of the form to be filled in by hand.
const blankLines = 3

func (p *leavingPaper) table(empty string, columns ...doc.Column) doc.Table {
	t := doc.Table{Columns: columns, Empty: empty}
	if p.blank {
		t.BlankRows = blankLines
	}
	return t
}

func (p *leavingPaper) letters() doc.Table {
	t := p.table("Nessuna nomina finisce.", doc.Column{Head: "Nomina", Width: 6}, doc.Column{Head: "Del", Width: 2}, doc.Column{Head: "Finita il", Width: 2})
	for _, uid := range p.l.Appointments {
		if a := app.Find(p.d, app.AppointmentForm, uid); a != nil {
			t.Rows = append(t.Rows, doc.Row{cell(app.RoleOf(a.Role).Title), cell(a.Appointed.String()), cell(a.Ended.String())})
		}
	}
	return t
}

func (p *leavingPaper) access() doc.Table {
	t := p.table("Nessuna credenziale è stata disattivata.", doc.Column{Head: "Credenziale", Width: 4}, doc.Column{Head: "User-ID", Width: 2},
		doc.Column{Head: "Disattivata il", Width: 2}, doc.Column{Head: "Dispositivo", Width: 2})
	for _, uid := range p.l.Credentials {
		c := app.Find(p.d, app.CredentialForm, uid)
		if c == nil {
			continue
		}
		device := cell()
		switch {
		case c.DeviceOut():
			device = doc.C("da restituire")
			device.Tint = doc.Warn
		case c.DeviceReturned != "":
			device = doc.C("restituito il " + c.DeviceReturned.String())
		}
		t.Rows = append(t.Rows, doc.Row{cell(p.d.Ref(app.SystemForm.Key, c.System)), cell(c.UserID), cell(c.Disabled.String()), device})
	}
	return t
}

func (p *leavingPaper) permissions() doc.Table {
	t := p.table("Nessun permesso risulta tolto.", doc.Column{Head: "Permessi tolti sull’archivio", Width: 6}, doc.Column{Head: "Che cosa poteva fare", Width: 4})
	for _, x := range p.l.Permissions {
		t.Rows = append(t.Rows, doc.Row{cell(x.Archive), cell(x.Letters)})
	}
	return t
}

// cut says when access was taken, or is to be.
func (p *leavingPaper) cut() []doc.Block {
	switch {
	case p.blank:
		return p.say("cut", "{giorno}", strings.Repeat("_", 18))
	case p.l.Cut != "":
		return p.say("cut", "{giorno}", p.l.Cut.String())
	case p.l.On != "":
		return p.say("cut-later", "{giorno}", p.l.On.String())
	}
	return nil
}

func (p *leavingPaper) things() doc.Table {
	t := p.table("Niente è segnato.", doc.Column{Head: "Che cosa", Width: 6}, doc.Column{Head: "Restituita il", Width: 3})
	for _, x := range p.l.Things {
		back := doc.C(x.Returned.String())
		if x.Returned == "" {
			back = doc.C("da restituire")
			back.Tint = doc.Warn
		}
		t.Rows = append(t.Rows, doc.Row{cell(x.What), back})
	}
	return t
}

// remains lists what is still to be seen to today; on the blank form there are
// lines to write it on.
func (p *leavingPaper) remains() {
	p.add(doc.Heading{Level: 1, Text: "Che cosa resta da fare"})
	if p.blank {
		p.add(p.say("remains")...)
		p.add(doc.Table{NoHead: true, Columns: []doc.Column{{Width: 1}}, BlankRows: blankLines})
		return
	}
	var items [][]doc.Run
	for _, x := range app.Remains(p.d, p.l, p.d.Today()) {
		if text := p.remaining(x); text != "" {
			items = append(items, doc.T(text))
		}
	}
	if len(items) == 0 {
		p.add(p.say("remains-none")...)
		return
	}
	p.add(p.say("remains")...)
	p.add(doc.List{Items: items})
}

// remaining is one thing left to do in words; what the tables above say already
// is not said again.
func (p *leavingPaper) remaining(x app.Remaining) string {
	reg, ok := app.RegisterOf(p.d.Registers(), x.Register)
	switch {
	case !ok, x.Register == app.LeavingForm.Key, x.Paths[0] == "device_returned":
		return ""
	case x.Vacant:
		a := app.Find(p.d, app.AppointmentForm, x.UID)
		return "Nessuno è più " + app.RoleOf(a.Role).Short
	}
	var labels []string
	for _, path := range x.Paths {
		if _, f := reg.Leaf(path); f != nil && !slices.Contains(labels, f.Label) {
			labels = append(labels, f.Label)
		}
	}
	return reg.Label() + " – " + p.d.Ref(x.Register, x.UID) + ": " + strings.Join(labels, ", ")
}

func (p *leavingPaper) reminders() []doc.Block {
	if p.leaves() || p.blank {
		return p.say("after")
	}
	return p.say("after-duty")
}
