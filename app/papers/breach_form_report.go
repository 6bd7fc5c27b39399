package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/doc"
	"tutela/app/form"
)

// breachReport is Allegato A: every section but the score, each as the path makes
// of it (spec 2.1, 2.3; decision A10).
func breachReport(w *writer, subject any) doc.Document {
	p := newBreachPaper(w, subject)
	p.head()
	if p.blank {
		_, number := p.firstToCall()
		p.add(p.say("report-what", "{recapito}", number, "{email}", p.breachEmail())...)
	} else if p.b.Annulled == "" {
		p.add(p.say("report-clock", "{conoscenza}", cmp.Or(p.b.Aware.String(), toComplete), "{scadenza}", cmp.Or(breach.Deadline(p.b.Aware).String(), toComplete))...)
	}
	stopped := p.blank || p.b.StopDate != "" || p.b.StopWhy != ""
	for _, s := range breach.Sections() {
		switch s {
		case breach.S3:
			continue
		case breach.S9:
			if stopped {
				p.reportSigned()
			}
		}
		p.section(s)
		if p.blank && s == breach.S1 {
			p.add(doc.PageBreak{}) // one sheet for who reports
		}
	}
	if !stopped {
		p.reportSigned()
	} else {
		controller := doc.Signer{Role: "Il titolare del trattamento", Note: "l’interruzione è solo sua"}
		if !p.blank {
			controller.Name = p.d.Office().Representative
		}
		p.add(p.signers(p.b.StopDate, controller))
	}
	p.draft = p.draft || p.lacks(breach.S1, breach.S2, breach.S4, breach.S5, breach.S6, breach.S7, breach.S8, breach.S9)
	return p.document()
}

// reportSigned closes what the others sign: who reported, the superior, the
// controller or delegate, and who answers for S7 and S8.
func (p *breachPaper) reportSigned() {
	list := []doc.Signer{{Role: "Il segnalante", Name: cmp.Or(p.nameOf(p.b.Reporter), p.b.ReporterOutside)}}
	if p.blank || p.b.Superior != "" {
		list = append(list, doc.Signer{Role: "Il superiore gerarchico", Name: p.nameOf(p.b.Superior)})
	}
	list = append(list, p.decider(p.b.Date))
	var names []string
	answer := func(role, name string) {
		if name == "" || !slices.Contains(names, role+name) {
			names = append(names, role+name)
			list = append(list, doc.Signer{Role: role, Name: name})
		}
	}
	if p.blank {
		answer("Il responsabile del trattamento dell’evento (S7)", "")
		answer("Il responsabile della AC (S8)", "")
	}
	for _, a := range p.b.Actions {
		answer("Il responsabile del trattamento dell’evento (S7)", a.Responsible)
	}
	for _, a := range p.b.Correctives {
		answer("Il responsabile della AC (S8)", a.Responsible)
	}
	p.add(p.signers("", list...))
}

// section prints one of the nine, or says why it stands empty.
func (p *breachPaper) section(s breach.Section) {
	p.add(doc.Heading{Level: 1, Text: s.Title()})
	if p.blank {
		p.add(p.sectionBlocks(s)...)
		return
	}
	if s == breach.S4 {
		p.add(p.noNotification()...)
	}
	step := p.path.Step(s)
	blocks := p.sectionBlocks(s)
	filled := p.b.Facts().Filled[s]
	switch {
	case step.State == breach.Dropped:
		p.add(p.say("dropped")...)
	case step.Standing == breach.Excused && filled:
		p.add(p.say("excused")...)
	case filled:
	case step.State == breach.NotRequired:
		p.add(p.say("not-asked")...)
		return
	case step.State == breach.NotReached:
		p.add(p.say("not-reached")...)
		return
	case step.State == breach.ToWeigh:
		p.add(p.say("to-weigh")...)
		return
	}
	p.add(blocks...)
}

// sectionBlocks are the fields of a section as the form of the register has them,
// then its lists.
func (p *breachPaper) sectionBlocks(s breach.Section) []doc.Block {
	group := breachType.Sections[slices.IndexFunc(breachType.Sections, func(g *form.Group) bool { return g.Key == s.Key() })]
	var out []doc.Block
	if f := p.sectionFields(group.Fields, p.b); len(f.Entries) > 0 {
		out = append(out, f)
	}
	for _, f := range group.Fields {
		if f.Kind == form.KList && !f.Auto {
			out = append(out, p.sectionList(f)...)
		}
	}
	return out
}

// sectionFields are the fields, short ones two abreast; attachments are told by
// name.
func (p *breachPaper) sectionFields(list []*form.Field, rec any) doc.Fields {
	var out doc.Fields
	for _, f := range list {
		if f.Kind == form.KList || f.Auto && f.Number == "" || p.blank && f.Key == "aware_why" {
			continue
		}
		e, ok := p.entry(f, rec)
		if !ok {
			continue
		}
		switch f.Kind {
		case form.KDate, form.KMoment, form.KInt, form.KRef:
			e.Half = f.Half
		case form.KText:
			e.Half = f.Half && p.blank
		case form.KFiles:
			e.Half = p.blank
		case form.KRefs:
			e.Lines = min(e.Lines, 1)
			e.Half = p.blank && f.Register == app.CrisisForm.Key
		case form.KCatalogues:
			if list, ok := p.natures(f); ok && p.blank {
				e = tick(e, list)
			}
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// natures are the few entries of a list that can be ticked by hand.
func (p *breachPaper) natures(f *form.Field) (out []form.Option, ok bool) {
	if f.Catalogue != app.BreachNatures {
		return nil, false
	}
	for _, e := range p.d.Book().Entries(f.Catalogue) {
		out = append(out, form.Option{Value: e.Slug, Label: e.Label})
	}
	return out, true
}

// sectionList prints the entries of a list, each a form of its own; those of
// containment, which are short, as a table.
func (p *breachPaper) sectionList(f *form.Field) []doc.Block {
	if f.Key == "containment" {
		return p.containment(f.Label)
	}
	if p.blank {
		if f.Key == "aware_changes" {
			return nil
		}
		return []doc.Block{p.sectionFields(f.Child.Fields(), f.Child.New())}
	}
	if f.Rows(p.b) == 0 && f.Needed(p.b) {
		return []doc.Block{doc.Fields{Entries: []doc.Entry{{Label: f.Label, Missing: true}}}}
	}
	var out []doc.Block
	for i := range f.Rows(p.b) {
		out = append(out, doc.Heading{Level: 3, Text: capital(f.Child.One) + " " + itoa(i+1)}, p.sectionFields(f.Child.Fields(), f.Row(p.b, i)))
	}
	return out
}

func (p *breachPaper) containment(label string) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Head: label, Width: 8}, {Head: "Da chi", Width: 4}, {Head: "Entro il", Width: 2}, {Head: "Fatta il", Width: 2}}}
	if p.blank {
		t.BlankRows = 3
	} else if len(p.b.Containment) == 0 {
		return nil
	}
	for _, c := range p.b.Containment {
		t.Rows = append(t.Rows, doc.Row{cell(c.Action), cell(c.By), cell(c.Due.String()), cell(c.Done.String())})
	}
	return []doc.Block{t}
}

// present are the members of the team who were there, by name.
func (w *writer) present(members []string) (out []string) {
	for _, uid := range members {
		out = append(out, w.d.Ref(app.CrisisForm.Key, uid))
	}
	return nonEmpty(out...)
}

// oneLine puts a text of some lines on one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
