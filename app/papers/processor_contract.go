package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// processorContract is the contract with a processor: all that art. 28(3) GDPR
// asks for, the list of sub-processors, the annex of measures.
func processorContract(w *writer, subject any) doc.Document {
	p := &contract{newSupplierPaper(w, subject, "processor-contract", roleProcessor)}
	p.opening()
	p.parties("Responsabile del trattamento")
	p.scope(true)
	p.add(p.say("letters")...)
	p.add(p.say("own-duties")...)
	p.subProcessors()
	p.breaches()
	p.transfers()
	p.add(p.say("audits")...)
	p.administrators()
	p.add(p.say("end")...)
	p.declarations()
	p.add(p.say("liability")...)
	p.annex()
	p.sign("Il responsabile del trattamento")
	return p.document()
}

type contract struct{ *supplierPaper }

// subProcessors say what the controller allows, and who they are. Where nothing
// was chosen each needs leave in writing, as the law has it.
func (p *contract) subProcessors() {
	p.add(p.say("subs")...)
	list := doc.Table{
		Columns: []doc.Column{{Head: "Sub-responsabile", Width: 5}, {Head: "Paese", Width: 3}, {Head: "Che cosa fa", Width: 6}},
		Empty:   "Alla data del contratto non ce n’è nessuno.",
	}
	for _, s := range p.s.SubProcessors {
		p.draft = p.draft || s.Name == "" || s.Country == ""
		list.Rows = append(list.Rows, doc.Row{needed(s.Name), needed(p.country(s.Country)), cell(s.Service)})
	}
	switch rule := cmp.Or(p.s.SubRule, app.SubSpecific); {
	case p.blank:
		list.BlankRows = 3
		e, _ := p.blankEntry(supplierType.Field("sub_rule"))
		p.add(doc.Fields{Entries: []doc.Entry{e}}, list)
	case rule == app.SubNone:
		p.add(p.say("sub-none")...)
		if len(list.Rows) > 0 { // which the contract belies
			p.draft = true
			p.add(list)
		}
		return
	default:
		p.add(p.say("sub-" + rule)...)
		p.add(list)
	}
	p.add(p.say("sub-terms")...)
}

// breaches say where to write at once (art. 33(2) GDPR).
func (p *contract) breaches() {
	p.add(p.say("breaches")...)
	o := p.d.Office()
	e := doc.Entry{Label: "Si scrive a", Value: paras(nonEmpty(joined(" · ", cmp.Or(o.BreachEmail, o.PEC, o.Email), prefixed("tel. ", o.Phone))))}
	e.Missing = len(e.Value) == 0
	f := rows{writer: p.writer, Fields: doc.Fields{Entries: []doc.Entry{e}}}
	f.put("Procedura per le violazioni consegnata il", 1, false, p.s.Policy.String())
	p.add(f.Fields)
}

// transfers say where data go outside the European Economic Area, and on which
// safeguard.
func (p *contract) transfers() {
	p.add(p.say("transfers")...)
	table := doc.Table{Columns: []doc.Column{{Head: "Chi", Width: 5}, {Head: "Paese", Width: 3}, {Head: "Garanzia", Width: 6}}}
	add := func(name, country string) {
		if !p.outside(country) {
			return
		}
		safeguard := ""
		if p.s.Safeguard != "" {
			safeguard = p.d.Entry("transfer-safeguard", p.s.Safeguard)
		}
		p.draft = p.draft || safeguard == ""
		table.Rows = append(table.Rows, doc.Row{cell(name), cell(p.d.Entry("country", country)), needed(safeguard)})
	}
	add(p.s.Name, p.s.Country)
	for _, s := range p.s.SubProcessors {
		add(s.Name, s.Country)
	}
	switch {
	case p.blank:
		table.BlankRows = 2
		p.add(p.say("transfer-present")...)
	case len(table.Rows) == 0:
		p.add(p.say("transfer-none")...)
		return
	default:
		p.add(p.say("transfer-present")...)
	}
	p.add(table)
}

// administrators names the people of the supplier who administer systems of the
// office, with their letters (Garante, 27 November 2008).
func (p *contract) administrators() {
	if len(p.s.Administrators) == 0 && !p.blank {
		return
	}
	p.add(p.say("sysadmins")...)
	table := doc.Table{Columns: []doc.Column{{Head: "Cognome e nome", Width: 5}, {Head: "Sistemi", Width: 6}, {Head: "Nomina", Width: 3}}}
	for _, uid := range p.s.Administrators {
		var systems []string
		letter := doc.C("da nominare")
		letter.Tint = doc.Warn
		for _, a := range app.Appointments(p.d, app.RoleSysadmin, p.day()) {
			if a.Person == uid {
				systems, letter = append(systems, p.words(appointmentType.Field("systems"), a)...), doc.C("del "+a.Appointed.String())
			}
		}
		table.Rows = append(table.Rows, doc.Row{cell(p.d.Ref(app.PersonForm.Key, uid)), cell(strings.Join(once(systems), "; ")), letter})
	}
	if p.blank {
		table.BlankRows = 3
	}
	p.add(table)
}

// annex are the measures: those that are always asked for, those that the supplier
// declares, and those that protect the same data at the office.
func (p *contract) annex() {
	p.add(p.say("annex")...)
	f := rows{writer: p.writer}
	f.put("Misure del responsabile", 6, true, strings.Split(p.s.Measures, "\n")...)
	f.put("Dichiarate il", 1, false, p.s.MeasuresOn.String())
	p.add(f.Fields)
	if p.blank {
		return
	}
	var own []string
	for _, x := range p.standings(app.InPlace, p.entrusted) {
		own = append(own, p.d.Entry("measure", x.m.Measure))
	}
	if own = once(own); len(own) > 0 {
		slices.Sort(own)
		p.add(p.say("annex-office")...)
		p.add(doc.Para{Runs: doc.T(strings.Join(own, "; ") + ".")})
	}
}
