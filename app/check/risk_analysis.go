package check

import (
	"fmt"
	"slices"

	"tutela/app"
)

// riskAnalysisRules are those of the yearly analyses (6-details 26, rule 18; 5-law
// 6, RISK1 to RISK3).
func riskAnalysisRules() []*Rule {
	key := app.RiskAnalysisForm.Key
	return []*Rule{
		rule(Rule{
			Key: "risk-analysis-missing", Register: app.OfficeForm.Key, Field: "matrix", Law: "art. 32(2) GDPR",
			About:   "C’è un’analisi dei rischi degli apparecchi, una dei programmi, una delle persone e dei locali.",
			Example: "Un ufficio con i suoi computer, e nessuna analisi dei programmi.",
		}, analysesMissing),
		rule(Rule{
			Key: "risk-analysis-old", Register: key, Field: "on", Law: "art. 32(1)(d) GDPR", House: 18,
			About:   "L’analisi dei rischi si rifà ogni anno, o prima se lo dice lei.",
			Example: "Un’analisi degli apparecchi di tredici mesi fa, non rifatta.",
		}, func(w World, a *app.RiskAnalysis) []hit {
			due := a.NextDue()
			if due == "" || due >= w.Today() || app.AnalysedSince(w, a, w.Today()) {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Andava rifatta entro il %s: guardate che cosa è cambiato e scrivete un’analisi nuova. Questa resta nella storia.", due)}}
		}),
		rule(Rule{
			Key: "risk-measure-overdue", Register: key, Field: "dangers", Law: "art. 32 GDPR",
			About:   "Una misura decisa in un’analisi dei rischi si prende entro la sua data.",
			Example: "Un gruppo di continuità da comprare entro ieri.",
		}, func(w World, a *app.RiskAnalysis) []hit {
			var out []hit
			for i, r := range a.Dangers {
				if r.Late(w.Today()) {
					out = append(out, hit{fmt.Sprintf("dangers/%d/due", i), fmt.Sprintf("«%s» andava fatto entro il %s: fatelo e scrivete quando, o spostate la data.", r.ToTake, r.Due)})
				}
			}
			return out
		}),
	}
}

// analysesMissing names the analyses that were never made, once the office makes
// some, or keeps appointments.
func analysesMissing(w World, _ *app.Office) []hit {
	made := w.Records(app.RiskAnalysisForm.Key)
	if len(made) == 0 && !keepsAppointments(w) {
		return nil
	}
	var out []hit
	for i, kinds := range app.RiskGroups() {
		if i < len(riskGroupWords)-1 && len(w.Records(app.SystemForm.Key)) == 0 {
			continue // no devices, no programs
		}
		if !slices.ContainsFunc(made, func(rec any) bool {
			a := rec.(*app.RiskAnalysis)
			return slices.Contains(kinds, a.Kind) && a.On != "" && a.On <= w.Today()
		}) {
			out = append(out, hit{text: riskGroupWords[i]})
		}
	}
	return out
}

// riskGroupWords ask for each of the analyses of app.RiskGroups.
var riskGroupWords = [...]string{
	"Non c’è nessuna analisi dei rischi degli apparecchi e dei collegamenti: scrivetela fra le analisi, i sei pericoli sono già pronti.",
	"Non c’è nessuna analisi dei rischi dei sistemi operativi e dei programmi: scrivetela fra le analisi, i sei pericoli sono già pronti.",
	"Non c’è nessuna analisi dei rischi delle persone e dei locali: scrivetela fra le analisi, i sei pericoli sono già pronti.",
}
