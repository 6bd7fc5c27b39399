package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// processingParts are what the records say of the register of processing, impact
// assessments and storage (spec 3.4, sections 3.14, 3.15 and 3.17).
func processingParts() map[string]documentPart {
	return map[string]documentPart{
		"registro-trattamenti":  {build: (*accountability).treatmentRegister},
		"registro-responsabile": {build: (*accountability).clients},
		"dpia":                  {build: (*accountability).assessments},
		"dpia-dovute":           {build: (*accountability).assessmentsOwed},
		"conservazione":         {build: (*accountability).retention},
		"cancellazioni":         {build: (*accountability).erasures},
	}
}

// treatmentRegister is each treatment with its bases and its dates.
func (a *accountability) treatmentRegister() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Basi giuridiche", Width: 6}, {Head: "Creata il", Width: 3}, {Head: "Aggiornata il", Width: 3}, {Head: "Riletta il", Width: 3}, {Head: "Scheda", Width: 3}},
		Empty:   "Nel registro non è ancora iscritto alcun trattamento.",
	}
	for _, t := range app.GoingOn(a.d) {
		bases := a.labels("legal-basis-6", t.AllBases())
		if t.Special == form.Yes {
			bases = append(bases, "art. 9: "+strings.Join(append(a.labels("legal-basis-9", t.Bases9), nonEmpty(t.Bases9Text)...), ", "))
		}
		if t.Basis10 != "" {
			bases = append(bases, "art. 10: "+t.Basis10)
		}
		whole := cell("completa")
		if !treatmentType.Complete(t) {
			whole = cell("da completare")
			whole.Tint = doc.Warn
		}
		seen := cell(t.LastSeen().String())
		if due := t.LastSeen(); due == "" || due < a.day().AddMonths(-12) {
			seen.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, needed(strings.Join(bases, "; ")), cell(dayOf(t.Head().Created)), cell(dayOf(t.Head().Updated)), seen, whole})
	}
	return []doc.Block{table}
}

// clients are those for whom the office is a processor (art. 30(2) GDPR).
func (a *accountability) clients() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Titolare servito", Width: 6}, {Head: "Trattamenti svolti", Width: 8}, {Head: "Contratto", Width: 4}},
		Empty:   "L’ufficio non tratta dati per conto di altri titolari.",
	}
	for _, c := range app.Clients(a.d, a.day()) {
		contract := needed(prefixed("del ", c.Contract.String()), prefixed("fino al ", c.ContractEnd.String()))
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(c.Name)}}, needed(strings.Split(c.Processing, "\n")...), contract})
	}
	return []doc.Block{table}
}

// assessments is the screening of each treatment that was screened, and how it ended.
func (a *accountability) assessments() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Verifica preliminare", Width: 5}, {Head: "Decisione", Width: 6}, {Head: "Da rivedere", Width: 3}},
		Empty:   "Nessun trattamento è stato ancora sottoposto alla verifica preliminare.",
	}
	for _, t := range app.GoingOn(a.d) {
		x := app.DPIAOf(a.d, t.UID())
		if x == nil {
			continue
		}
		var decided doc.Cell
		switch {
		case x.Decision == app.DPIASkip:
			decided = needed(prefixed("non si fa: ", x.WhyNot))
		case x.Settled():
			decided = cell("fatta il "+x.Assessed.String(), strings.Join(a.words(dpiaType.Field("outcome"), x), ""))
		case x.Assessing():
			decided = cell("in corso")
			decided.Tint = doc.Warn
		default:
			decided = missing()
		}
		if x.Consulted != "" {
			decided.Paras = append(decided.Paras, doc.T("Garante consultato il "+x.Consulted.String()))
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, cell(prefixed("del ", x.Screened.String()), x.Result()), decided, cell(x.Next.String())})
	}
	return []doc.Block{table}
}

// assessmentsOwed names the treatments of which an assessment is owed and not made.
func (a *accountability) assessmentsOwed() []doc.Block {
	var items [][]doc.Run
	for _, t := range app.GoingOn(a.d) {
		var reasons []string
		for _, r := range app.DPIADebt(a.d, t) {
			reasons = append(reasons, r.Short)
		}
		if len(reasons) > 0 {
			items = append(items, doc.T(t.Title+": "+strings.Join(reasons, ", ")))
		}
	}
	switch {
	case len(app.GoingOn(a.d)) == 0:
		return nil
	case len(items) == 0:
		return []doc.Block{doc.P("Alla data del documento nessuna valutazione risulta dovuta e non fatta.")}
	}
	return []doc.Block{doc.Note{Runs: doc.T("La valutazione è dovuta e non è ancora stata conclusa per questi trattamenti.")}, doc.List{Items: items}}
}

// retention is for how long the data of each treatment are kept, and by what rule.
func (a *accountability) retention() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Per quanto", Width: 9}, {Head: "Perché", Width: 6}},
		Empty:   "Nel registro non è ancora iscritto alcun trattamento.",
	}
	for _, t := range app.GoingOn(a.d) {
		var sources []string
		for _, r := range t.Retention {
			if r.Source != "" {
				sources = appendNew(sources, a.d.Entry("retention-source", r.Source))
			}
			sources = appendNew(sources, r.Note)
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, needed(a.termsAlone(t)...), cell(sources...)})
	}
	return []doc.Block{table}
}

// termsAlone is for how long the data of a treatment are kept, without the rule.
func (a *accountability) termsAlone(t *app.Treatment) []string {
	var out []string
	for _, r := range t.Retention {
		words := termWords(r)
		if types := a.labels("data-type", r.DataTypes); len(types) > 0 && words != "" {
			words += ": " + strings.Join(types, ", ")
		}
		out = append(out, words)
	}
	if t.RetentionText != "" {
		out = append(out, strings.Split(t.RetentionText, "\n")...)
	}
	return out
}

func (a *accountability) erasures() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Data", Width: 3}, {Head: "Trattamento", Width: 4}, {Head: "Periodo", Width: 4}, {Head: "Esito", Width: 6}, {Head: "Come, da chi", Width: 6}},
		Empty:   "Finora non è stato registrato alcun verbale di cancellazione.",
	}
	for _, x := range lastOf(app.All(a.d, app.ErasureForm), func(x, y *app.Erasure) int { return cmp.Compare(x.On, y.On) }) {
		outcome := cell(append(a.words(erasureType.Field("outcome"), x), x.Reason)...)
		table.Rows = append(table.Rows, doc.Row{
			cell(x.On.String()), cell(a.d.Ref(app.TreatmentForm.Key, x.Treatment)), cell(x.Period), outcome, cell(slices.Concat(strings.Split(x.How, "\n"), []string{a.d.Ref(app.PersonForm.Key, x.By)})...),
		})
	}
	return []doc.Block{table}
}
