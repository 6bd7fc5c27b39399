package papers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/doc"
	"tutela/app/form"
)

// breachRegister is Allegato C: a row for each breach, those that ended in S6 and
// annulled ones too (art. 33(5) GDPR; spec 2.5; 6-details, 13).
func breachRegister(w *writer, _ any) doc.Document {
	text := textOf("breach-forms")
	out := doc.Document{Landscape: true, Draft: !w.officeComplete()}
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "(i) N.", Width: 4}, {Head: "(ii) Data", Width: 6}, {Head: "(iii) Natura", Width: 7}, {Head: "(iv) Categorie di interessati", Width: 6},
			{Head: "N. interessati", Width: 5, Align: doc.Right}, {Head: "(v) Categorie di dati", Width: 8}, {Head: "(vi) N. dati", Width: 5, Align: doc.Right},
			{Head: "(vii) Conseguenze", Width: 9}, {Head: "(viii) Contromisure", Width: 10}, {Head: "(ix) Notifica al Garante", Width: 8}, {Head: "(x) Comunicazione agli interessati", Width: 8},
		},
		Empty: "Nel registro non è iscritta alcuna violazione.",
	}
	if w.blank {
		table.BlankRows = 6
	} else {
		for _, b := range breachesByNumber(w.d) {
			p := &breachPaper{composer: composer{writer: w, prose: text}, b: b, path: b.Path()}
			table.Rows = append(table.Rows, p.registerRow())
			out.Draft = out.Draft || p.draft
		}
	}
	s := doc.Signature{Place: w.d.Office().City, Signers: []doc.Signer{w.decider("")}}
	if !w.blank {
		s.Date = w.d.Today().String()
	}
	out.Blocks = append(out.Blocks, w.letterhead(), w.procedureEdition())
	out.Blocks = append(out.Blocks, text.say("register-kept")...)
	out.Blocks = append(out.Blocks, table, s)
	return out
}

// breachesByNumber are all breaches, year by year.
func breachesByNumber(d *app.Dossier) []*app.Breach {
	list := slices.Clone(app.All(d, app.BreachForm))
	place := func(b *app.Breach) int {
		n, year, _ := strings.Cut(b.Number, "/")
		y, _ := strconv.Atoi(year)
		i, _ := strconv.Atoi(n)
		return y*100_000 + i
	}
	slices.SortStableFunc(list, func(a, b *app.Breach) int { return cmp.Compare(place(a), place(b)) })
	return list
}

// registerRow is one breach with what is known of it.
func (p *breachPaper) registerRow() doc.Row {
	b := p.b
	number := cell(b.Number)
	nature := cell(append([]string{strings.Join(p.labels(app.BreachNatures, b.Natures), ", ")}, b.Name)...)
	row := doc.Row{
		number, cell(b.Date.String()), nature,
		cell(p.labels("data-subject", b.SubjectCategories)...), cell(app.CountWords(b.SubjectsKnown, b.Subjects)),
		cell(p.shortLabels("data-type", b.DataTypes)...), cell(app.CountWords(b.RecordsKnown, b.Records)),
		cell(strings.Split(b.Consequences, "\n")...), cell(p.countermeasures()...), cell(p.notified()...), cell(p.communicated()...),
	}
	switch {
	case b.Annulled != "":
		row[7] = doc.C("Annullata il " + b.Annulled.String() + ": " + cmp.Or(b.AnnulledWhy, toComplete))
	case p.dropped():
		why := cmp.Or(oneLine(b.DropWhy), toComplete)
		row[7] = doc.C("Non procedere (S6), " + cmp.Or(b.DropDate.String(), toComplete) + ": " + why)
		p.draft = p.draft || b.DropDate == "" || b.DropWhy == ""
	default:
		p.draft = p.draft || p.lacks(breach.S1, breach.S2)
	}
	if p.draft {
		row[0].Paras = append(row[0].Paras, doc.T("da completare"))
		row[0].Tint = doc.Warn
	}
	return row
}

// dropped says that the path led to S6.
func (p *breachPaper) dropped() bool { return p.path.Step(breach.S6).Standing == breach.Owed }

// shortLabels are those of catalogue entries without what they add in brackets.
func (w *writer) shortLabels(catalogue string, slugs []string) []string {
	out := w.labels(catalogue, slugs)
	for i, label := range out {
		out[i], _, _ = strings.Cut(label, " (")
	}
	return out
}

// countermeasures are those of S2, S7 and S8.
func (p *breachPaper) countermeasures() (out []string) {
	add := func(what string, done, due form.Date) {
		switch {
		case done != "":
			what += " (fatto il " + done.String() + ")"
		case due != "":
			what += " (entro il " + due.String() + ")"
		}
		out = append(out, what)
	}
	for _, c := range p.b.Containment {
		add(trimmed(c.Action), c.Done, c.Due)
	}
	for _, a := range p.b.Actions {
		add(trimmed(a.Action), a.Done, a.Due)
	}
	for _, a := range p.b.Correctives {
		add(trimmed(a.Action), a.Done, a.Due)
	}
	if len(out) == 0 && p.b.DoneAtOnce != "" {
		out = strings.Split(p.b.DoneAtOnce, "\n")
	}
	return out
}

// notified is column (ix): what was sent, or the decision and its reason; never a
// word from the score alone.
func (p *breachPaper) notified() (out []string) {
	for _, n := range p.b.Notifications {
		if n.Sent.IsZero() {
			continue
		}
		phase := lowered(strings.Join(notificationField("phase").Words(n, p.d), ""))
		out = append(out, joined(", ", "Sì, "+n.Sent.String(), phase, prefixed("fascicolo ", n.CaseNumber)))
		if n.Delay != "" {
			out = append(out, "Motivi del ritardo: "+oneLine(n.Delay))
		}
	}
	why := oneLine(p.b.NotifyWhy)
	switch {
	case len(out) > 0:
	case p.b.Annulled != "":
		return nil
	case p.dropped():
		return []string{"No: si è deciso di non procedere"}
	case p.b.Notify == "no" || p.b.Notify == "" && len(p.noNotification()) > 0:
		out = append(out, "No; motivo: "+cmp.Or(why, toComplete))
		p.draft = p.draft || why == ""
	default:
		out = append(out, "Da decidere o da inviare")
	}
	return out
}

// communicated is column (x).
func (p *breachPaper) communicated() (out []string) {
	for _, c := range p.b.Communications {
		people := ""
		if c.People.Valid {
			people = plural(c.People.N, "una persona", form.FormatInt(c.People.N)+" persone")
		}
		out = append(out, joined(", ", "Sì, "+c.Sent.String(), people))
	}
	switch {
	case len(out) > 0:
	case p.b.Annulled != "", p.dropped():
		return nil
	case p.b.Communicate == app.TellNot:
		why := joined(". ", trimmed(strings.Join(breachType.Field("communicate_exception").Words(p.b, p.d), "")), oneLine(p.b.CommunicateWhy))
		out = append(out, "No; motivo: "+cmp.Or(why, toComplete))
		p.draft = p.draft || why == ""
	case p.b.Communicate != "" || p.b.CommunicatePlanned != "":
		out = append(out, joined(" ", "Da fare", prefixed("entro il ", p.b.CommunicatePlanned.String())))
	case p.b.CommunicateWhy != "":
		out = append(out, "No; motivo: "+oneLine(p.b.CommunicateWhy))
	case p.path.Step(breach.S5).Standing == breach.Owed:
		out = append(out, "Da fare")
	}
	return out
}

// notificationField is a field of one notification.
func notificationField(key string) *form.Field {
	return breachType.Field("notifications").Child.Field(key)
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
