package papers

import (
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/risk"
)

var riskAnalysisType = app.RiskAnalysisForm.Type()

// riskAnalysis is an analysis of risk: the six dangers, each before the measures
// and with them (spec 7, risk-analysis; 5-law 6, RISK1 to RISK3).
func riskAnalysis(w *writer, subject any) doc.Document {
	a, _ := subject.(*app.RiskAnalysis)
	if a == nil {
		a, w.blank = &app.RiskAnalysis{}, true
	}
	p := newRecordPaper(w, "risk-analysis")
	p.draft = p.draft || !w.blank && !riskAnalysisType.Complete(a)
	p.add(p.say("opening")...)
	p.add(p.scale(a.RiskMatrix())...)
	p.head("Che cosa si guarda")
	p.add(p.lookedAt(a))
	if !w.blank && len(a.Systems)+len(a.Sites)+len(a.Subject) == 0 {
		p.add(p.say("whole")...)
	}
	p.head("I sei pericoli")
	p.add(p.riskTable(a))
	p.head("Che cosa si è visto")
	f := p.fields(fieldsOf(riskAnalysisType, "versions"), a)
	for i, e := range f.Entries {
		f.Entries[i].Lines = min(e.Lines, 1)
	}
	p.add(f)
	p.add(p.evident(a)...)
	if due := a.NextDue(); due != "" {
		p.add(p.say("next", "{data}", due.String())...)
	}
	p.sign(a.On.String(), p.securitySigner(), p.sysadminSigner())
	out := p.document("")
	if !w.blank {
		out.Subtitle = riskAnalysisType.Named(a, w.d)
	}
	out.Landscape = true
	return out
}

// lookedAt is what the analysis is about, a line each: the table is to begin on the
// same page.
func (p *recordPaper) lookedAt(a *app.RiskAnalysis) doc.Fields {
	var skip []string
	if p.blank {
		skip = []string{"sites"} // one line serves systems and sites
	}
	out := p.fields(fieldsOf(riskAnalysisType, "kind", "systems", "sites", "subject", "on", "by", "advisers"), a, skip...)
	for i, e := range out.Entries {
		out.Entries[i].Value, out.Entries[i].Lines = inOneLine(e.Value), min(e.Lines, 1)
		if p.blank && e.Label == riskAnalysisType.Field("systems").Label {
			out.Entries[i].Label = "Quali sistemi o sedi"
		}
	}
	return out
}

// scale says what the numbers of the matrix mean.
func (p *recordPaper) scale(m risk.Matrix) []doc.Block {
	if p.blank {
		// The office may choose either matrix: the form says the words of its own.
		m = risk.Of(p.d.Office().Matrix)
	}
	words := func(list []string) string {
		out := make([]string, len(list))
		for i, word := range list {
			out[i] = fmt.Sprintf("%d %s", i+1, strings.ToLower(word))
		}
		return strings.Join(out, ", ")
	}
	return p.say("scale", "{probabilita}", words(m.Probability), "{conseguenze}", words(m.Consequence))
}

func (p *recordPaper) riskTable(a *app.RiskAnalysis) doc.Table {
	t := doc.Table{
		Columns: []doc.Column{
			{Head: "Pericolo", Width: 5}, {Head: "Che cosa può capitare", Width: 5}, {Head: "Senza le misure", Width: 5}, {Head: "Misure che ci sono", Width: 6},
			{Head: "Con le misure", Width: 5}, {Head: "Da fare, chi, entro quando", Width: 6},
		},
		Empty: "Nessun pericolo è stato valutato.",
	}
	if p.blank {
		for _, d := range risk.Dangers() {
			room := doc.C("Prob. ____  Cons. ____", "Livello ____________")
			t.Rows = append(t.Rows, doc.Row{doc.C(d.Name), doc.C(""), room, doc.C(""), room, doc.C("")})
		}
		return t
	}
	for _, r := range a.Dangers {
		name := p.d.Entry("danger", r.Danger)
		if d, ok := risk.FindDanger(r.Danger); ok {
			name = d.Name
		}
		t.Rows = append(t.Rows, doc.Row{
			cell(name), cell(p.risksOf(r)), weighed(a, r.BeforeProbability, r.BeforeConsequence), cell(r.Taken),
			weighed(a, r.AfterProbability, r.AfterConsequence), p.toTake(r),
		})
	}
	return t
}

// risksOf are what a danger may bring; all five are said in short.
func (p *recordPaper) risksOf(r *app.RiskRow) string {
	if len(r.Risks) == len(risk.Risks()) {
		return "Tutti i cinque rischi per i dati"
	}
	out := strings.ToLower(strings.Join(p.labels("risk", r.Risks), ", "))
	return strings.ToUpper(out[:min(1, len(out))]) + out[min(1, len(out)):]
}

// inOneLine joins the items of a list, which the page has no height for.
func inOneLine(paras [][]doc.Run) [][]doc.Run {
	if len(paras) < 2 {
		return paras
	}
	return [][]doc.Run{doc.T(doc.PlainParas(paras, ", "))}
}

// weighed is a level in the words of the matrix, and how it came about.
func weighed(a *app.RiskAnalysis, probability, consequence form.Int) doc.Cell {
	level, m := a.LevelOf(probability, consequence), a.RiskMatrix()
	if level == 0 {
		c := doc.C("da valutare")
		c.Tint = doc.Warn
		return c
	}
	return doc.Cell{
		Tint: doc.Level1 + doc.Tint(level-1),
		Paras: [][]doc.Run{
			doc.B(m.Word(level)),
			doc.T(fmt.Sprintf("%s × %s =\u00a0%d", m.Probability[probability.N-1], strings.ToLower(m.Consequence[consequence.N-1]), probability.N*consequence.N)),
		},
	}
}

func (p *recordPaper) toTake(r *app.RiskRow) doc.Cell {
	if strings.TrimSpace(r.ToTake) == "" {
		return cell()
	}
	lines := []string{r.ToTake, r.ByWhom}
	switch {
	case r.Done != "":
		lines = append(lines, "fatto il "+r.Done.String())
	case r.Due != "":
		lines = append(lines, "entro il "+r.Due.String())
	}
	c := cell(lines...)
	if r.Late(p.d.Today()) {
		c.Tint = doc.Warn
	}
	return c
}

// evident says whether something cannot wait, and whom it was told.
func (p *recordPaper) evident(a *app.RiskAnalysis) []doc.Block {
	switch {
	case p.blank:
		return []doc.Block{p.fields(fieldsOf(riskAnalysisType, "evident", "evident_to", "evident_on"), a)}
	case a.Evident == "":
		return p.say("evident-none")
	case a.EvidentTo == "" || a.EvidentOn == "":
		return p.say("evident-untold", "{rischio}", a.Evident)
	}
	return p.say("evident", "{rischio}", a.Evident, "{chi}", a.EvidentTo, "{data}", a.EvidentOn.String())
}
