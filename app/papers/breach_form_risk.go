package papers

import (
	"slices"
	"strings"

	"tutela/app/breach"
	"tutela/app/doc"
)

// breachRisk is Allegato B: the 18 items with what they come to, and the table of
// the classes (spec 2.2; 6-details, 18).
func breachRisk(w *writer, subject any) doc.Document {
	p := newBreachPaper(w, subject)
	p.head()
	f := p.identity()
	if e, ok := p.entry(breachType.Field("risk_date"), p.b); ok {
		f.Entries = append(f.Entries, e)
	}
	p.add(f)
	switch step := p.path.Step(breach.S3); {
	case step.State == breach.Dropped:
		p.add(p.say("dropped")...)
	case step.Standing == breach.Excused:
		p.add(p.say("excused")...)
	}
	p.add(p.say("risk-how")...)
	p.add(p.riskItems())
	p.add(doc.Heading{Level: 1, Text: "Totale e classe"})
	p.total()
	p.add(p.classes())
	p.add(p.say("risk-law")...)
	if !p.blank {
		p.beside()
	}
	p.riskSigned()
	p.draft = p.draft || p.lacks(breach.S3) || len(p.b.Answers().Missing()) > 0
	return p.document()
}

// riskItems are the items under their headings: the answer with its points, or the
// scale to mark one on.
func (p *breachPaper) riskItems() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1}, {Head: "Domanda", Width: 7}, {Head: "Risposta", Width: 9}, {Head: "Punti", Width: 2, Align: doc.Center},
	}}
	answers, group := p.b.Answers(), ""
	for _, it := range breach.List() {
		if it.Group != group {
			group = it.Group
			t.Rows = append(t.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(group)}, Tint: doc.Head, Span: 4}})
		}
		question := doc.Cell{Paras: [][]doc.Run{doc.B(capital(it.Short))}}
		if p.blank {
			question.Paras = append(question.Paras, doc.T(it.Help))
		}
		row := doc.Row{doc.C(itoa(it.N)), question, {}, doc.C("")}
		points, answered := answers.Points(it.N)
		switch {
		case p.blank:
			for line, means := range it.Scale {
				row[2].Paras = append(row[2].Paras, doc.T("☐ "+answerWord(it, line)+" – "+means))
			}
		case !answered:
			row[2] = doc.C("senza risposta")
			row[2].Tint = doc.Warn
		default:
			line := answers[it.N-1] - 1
			row[2] = doc.Cell{Paras: [][]doc.Run{{{Text: answerWord(it, line), Bold: true}, {Text: " – " + it.Scale[line]}}}}
			row[3] = doc.C(itoa(points))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// answerWord is what one marks: the value, or Sì and No with what they count.
func answerWord(it breach.Item, line int) string {
	if it.N <= breach.Graded {
		return itoa(it.Weights[line])
	}
	return []string{"Sì", "No"}[line] + " (" + itoa(it.Weights[line]) + ")"
}

// total is known only with all the answers: one that is not given is not a No.
func (p *breachPaper) total() {
	answers := p.b.Answers()
	total, known := answers.Total()
	words := func(label, value string) doc.Entry {
		e := doc.Entry{Label: label, Half: true, Lines: 1}
		if !p.blank && known {
			e.Lines, e.Value = 0, [][]doc.Run{doc.B(value)}
		}
		return e
	}
	if missing := answers.Missing(); !p.blank && len(missing) > 0 {
		var numbers, classes []string
		for _, n := range missing {
			numbers = append(numbers, itoa(n))
		}
		for _, c := range answers.Open() {
			classes = append(classes, c.String())
		}
		which := "i punti "
		if len(numbers) == 1 {
			which = "il punto "
		}
		low, high := answers.Possible()
		p.add(p.say("risk-open", "{punti}", which+listed(numbers), "{da}", itoa(low), "{a}", itoa(high), "{classi}", strings.Join(classes, " o "))...)
	}
	p.add(doc.Fields{Entries: []doc.Entry{words("Totale (da 3 a 27)", itoa(total)), words("Classe", answers.Class().String()+", "+answers.Class().Band().Meaning)}})
}

// classes is the table of what each class asks for, that of the breach marked.
func (p *breachPaper) classes() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "Classe", Width: 2, Align: doc.Center}, {Head: "Totale", Width: 2, Align: doc.Center}, {Head: "Significato", Width: 4}, {Head: "Che cosa chiede la procedura", Width: 11},
	}}
	names := map[breach.Section]string{
		breach.S4: "notifica all’autorità (S4)", breach.S5: "comunicazione agli interessati (S5)", breach.S7: "trattamento dell’evento (S7)", breach.S8: "azione correttiva (S8)",
	}
	for _, b := range breach.Bands() {
		span := itoa(b.From) + "–" + itoa(b.To)
		if b.From == b.To {
			span = itoa(b.From)
		}
		var asks, weighs []string
		for _, s := range b.Asks {
			asks = append(asks, names[s])
		}
		for _, s := range b.ToWeigh {
			weighs = append(weighs, names[s])
		}
		text := "da valutare: " + listed(weighs)
		if len(asks) > 0 {
			text = listed(asks) + "; " + text
		}
		if !slices.Contains(b.Asks, breach.S4) {
			text += "; il motivo, per iscritto, se non si notifica"
		}
		row := doc.Row{{Paras: [][]doc.Run{doc.B(b.Class.String())}}, doc.C(span), doc.C(b.Meaning), doc.C(text)}
		if !p.blank && b.Class == p.b.Answers().Class() {
			for i := range row {
				row[i].Tint = doc.Warn
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// beside is what stands beside the score: decisions, art. 34, ENISA.
func (p *breachPaper) beside() {
	answers := p.b.Answers()
	p.add(p.noNotification()...)
	var delicate []string
	for _, n := range answers.Delicate() {
		delicate = append(delicate, map[int]string{
			breach.ItemHealth: "dati sanitari (punto 4)", breach.ItemJudicial: "dati sanitari o giudiziari (punto 12)", breach.ItemMinors: "dati di minori (punto 13)",
		}[n])
	}
	if len(delicate) > 0 && answers.Class() != breach.ClassD {
		p.add(p.say("risk-delicate", "{quali}", listed(delicate))...)
	}
	p.decisions()
	severity := p.b.ENISA()
	if band := severity.Band(); band != 0 {
		f := doc.Fields{}
		for _, key := range []string{"enisa_context", "enisa_context_value", "enisa_identification", "enisa_secrecy", "enisa_integrity", "enisa_availability", "enisa_malice"} {
			if e, ok := p.entry(breachType.Field(key), p.b); ok {
				e.Label = strings.TrimPrefix(e.Label, "ENISA: ")
				e.Label = capital(e.Label)
				f.Entries = append(f.Entries, e)
			}
		}
		f.Entries = append(f.Entries, doc.Entry{Label: "Gravità (SE)", Value: [][]doc.Run{doc.B(severity.String() + ", " + band.Word())}})
		p.add(doc.Heading{Level: 2, Text: "Secondo parere: gravità secondo ENISA"}, doc.Para{Runs: doc.T("Sta accanto alla classe e non la cambia."), Small: true}, f)
	}
	for _, d := range breach.Differences(answers, severity) {
		if p.decided(d) {
			continue
		}
		p.add(doc.Note{Runs: doc.T(d.Text + " (" + d.Law + ")")})
	}
}

// decided says that the office has answered a difference: it decided, or wrote why
// not.
func (p *breachPaper) decided(d breach.Difference) bool {
	if strings.Contains(d.Key, "tell") {
		return p.b.Communicate != "" || p.b.CommunicateWhy != "" || len(p.b.Communications) > 0
	}
	return p.b.Notify != "" || p.b.NotifyWhy != "" || len(p.b.Notifications) > 0
}

// decisions prints where the office decided otherwise than the class, and why.
func (p *breachPaper) decisions() {
	for _, d := range p.b.Facts().Decisions() {
		what := map[breach.Section]string{breach.S4: "la notifica", breach.S5: "la comunicazione agli interessati"}[d.Section]
		why := map[breach.Section]string{breach.S4: p.b.NotifyWhy, breach.S5: p.b.CommunicateWhy}[d.Section]
		text := "Si è decisa " + what + " anche se la classe non la chiede; motivo: "
		if !d.More {
			if d.Section == breach.S4 && len(p.noNotification()) > 0 {
				continue // said above
			}
			text = "Si è deciso di non fare " + what + ", che la classe chiede; motivo: "
		}
		if why = oneLine(why); why == "" {
			p.draft, why = true, toComplete+"."
		}
		p.add(doc.P(text + why))
	}
}

// riskSigned are the members who were there, the DPO, and who decides (A10).
func (p *breachPaper) riskSigned() {
	var list []doc.Signer
	for _, name := range p.present(p.b.RiskPresent) {
		list = append(list, doc.Signer{Role: "Membro della squadra", Name: name})
	}
	if p.blank {
		list = append(list, doc.Signer{Role: "Membro della squadra"}, doc.Signer{Role: "Membro della squadra"}, doc.Signer{Role: "Membro della squadra"})
	}
	if o := p.d.Office(); p.blank || o.HasDPO == "yes" {
		dpo := doc.Signer{Role: "Il responsabile della protezione dei dati", Note: "se designato"}
		if !p.blank {
			dpo.Note, dpo.Name = "", o.DPO
		}
		list = append(list, dpo)
	}
	p.add(p.signers(p.b.RiskDate, append(list, p.decider(p.b.RiskDate))...))
}

// listed joins words as one says them: «a, b e c».
func listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " e " + list[len(list)-1]
}
