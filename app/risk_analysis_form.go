package app

import (
	"tutela/app/form"
	"tutela/app/risk"
)

// RiskAnalysisForm describes the analyses of risk.
var RiskAnalysisForm = form.Form[RiskAnalysis]{
	Key: "risk_analysis", One: "analisi dei rischi", Many: "Analisi dei rischi", Fem: true,
	About: "Una volta all’anno si guarda che cosa può andare storto: con gli apparecchi, con i programmi, con le persone e con i locali. Una scheda per ciascuno; i sei pericoli sono già scritti.",
	Title: func(a *RiskAnalysis) string { return joinedNames(riskKindShort(a.Kind), a.On.String()) },
	Second: func(a *RiskAnalysis, _ form.Names) string {
		if l := a.Highest(); l > 0 {
			return "resta " + a.RiskMatrix().Word(l)
		}
		return "da valutare"
	},
	Fresh: func(a *RiskAnalysis) {
		a.Dangers = allDangers()
		a.UseMatrix(risk.Default)
	},
	Settle: func(a *RiskAnalysis, _ form.Names) { a.UseMatrix(a.Matrix) },
	Check:  checkRiskScale,
	Sections: []form.Section[RiskAnalysis]{
		{Key: "subject", Title: "Che cosa si guarda", Fields: riskSubjectFields()},
		{Key: "dangers", Title: "I sei pericoli", Help: "Probabilità e conseguenze si danno due volte: come sarebbe senza le misure, e com’è con quelle che avete.", Fields: []form.F[RiskAnalysis]{
			form.Text("matrix", "Matrice", func(a *RiskAnalysis) *string { return &a.Matrix }).Auto(),
			form.List("dangers", "Pericoli", func(a *RiskAnalysis) *[]*RiskRow { return &a.Dangers }, riskRowForm).AddBy("danger").Need().
				Help("Se un pericolo qui non esiste, togliete la riga."),
			form.Computed[RiskAnalysis]("highest", "Il livello più alto che resta", func(a *RiskAnalysis) string { return a.RiskMatrix().Word(a.Highest()) }).Column(),
		}},
		{Key: "seen", Title: "Che cosa si è visto", Short: "Visto", Fields: []form.F[RiskAnalysis]{
			form.Long("versions", "Versioni e aggiornamenti nuovi", func(a *RiskAnalysis) *string { return &a.Versions }).Lines(2).
				When(func(a *RiskAnalysis) bool { return a.Kind == "" || a.Kind == RiskHardware || a.Kind == RiskSoftware }).
				Help("Che cosa è uscito di nuovo, e se si installa.").Example("Windows: aggiornamenti automatici attivi; il NAS va portato alla versione 7.2"),
			form.Text("evident", "Rischio evidente", func(a *RiskAnalysis) *string { return &a.Evident }).
				Help("Solo se c’è qualcosa che non può aspettare."),
			form.Text("evident_to", "Detto a", func(a *RiskAnalysis) *string { return &a.EvidentTo }).Half().
				When(evidentRisk).Need().Example("Luca Bianchi, designato alla sicurezza"),
			form.Day("evident_on", "Detto il", func(a *RiskAnalysis) *form.Date { return &a.EvidentOn }).Half().When(evidentRisk).Need(),
			form.Day("next", "Da rifare entro il", func(a *RiskAnalysis) *form.Date { return &a.Next }).Half().Column().
				Help("Si lascia vuoto se basta fra un anno.").
				Check(func(a *RiskAnalysis) string { return after(a.On, a.Next, "Viene prima dell’analisi.") }),
			form.Files("files", "Analisi firmata, allegati", func(a *RiskAnalysis) *[]form.File { return &a.Files }),
			form.Long("note", "Note", func(a *RiskAnalysis) *string { return &a.Note }).Lines(2),
		}},
	},
}

func evidentRisk(a *RiskAnalysis) bool { return a.Evident != "" }

func riskKinds() []form.Option {
	return []form.Option{
		{Value: RiskHardware, Label: "Apparecchi, periferiche e collegamenti"}, {Value: RiskSoftware, Label: "Sistemi operativi e programmi"},
		{Value: RiskPeople, Label: "Comportamento delle persone"}, {Value: RiskContext, Label: "Locali e ambiente"},
	}
}

// riskKindShort names an analysis in a list.
func riskKindShort(kind string) string {
	switch kind {
	case RiskHardware:
		return "Apparecchi"
	case RiskSoftware:
		return "Programmi"
	case RiskPeople:
		return "Persone"
	case RiskContext:
		return "Locali"
	}
	return "Analisi"
}

func riskSubjectFields() []form.F[RiskAnalysis] {
	machines := func(a *RiskAnalysis) bool { return a.Kind == RiskHardware || a.Kind == RiskSoftware }
	return []form.F[RiskAnalysis]{
		form.Choice("kind", "Che cosa", func(a *RiskAnalysis) *string { return &a.Kind }, riskKinds()...).Need().Column(),
		form.Refs("systems", "Quali sistemi", SystemForm.Key, func(a *RiskAnalysis) *[]string { return &a.Systems }).When(machines).
			Help("Se non ne scegliete, l’analisi vale per tutti."),
		form.Refs("sites", "Quali sedi", SiteForm.Key, func(a *RiskAnalysis) *[]string { return &a.Sites }).
			When(func(a *RiskAnalysis) bool { return a.Kind == RiskContext }).Help("Se non ne scegliete, l’analisi vale per tutte."),
		form.Text("subject", "In particolare", func(a *RiskAnalysis) *string { return &a.Subject }).Column().
			Example("Il Wi-Fi dei clienti; il lavoro da casa"),
		form.Day("on", "Data", func(a *RiskAnalysis) *form.Date { return &a.On }).Need().Half().Column(),
		form.Ref("by", "Fatta da", PersonForm.Key, func(a *RiskAnalysis) *string { return &a.By }).Need().Half().Column(),
		form.Text("advisers", "Chi ha dato consigli", func(a *RiskAnalysis) *string { return &a.Advisers }).
			Example("Il tecnico dei computer; l’assicuratore").Help("Si lascia vuoto se nessuno."),
	}
}

var riskRowForm = form.Form[RiskRow]{
	Key: "risk_row", One: "pericolo", Many: "Pericoli",
	Title: func(r *RiskRow) string { return r.Danger },
	Named: func(r *RiskRow, n form.Names) string { return n.Entry("danger", r.Danger) },
	Sections: []form.Section[RiskRow]{{Fields: []form.F[RiskRow]{
		form.Text("matrix", "Matrice", func(r *RiskRow) *string { return &r.Matrix }).Auto().
			When(func(*RiskRow) bool { return false }),
		form.Entry("danger", "Pericolo", "danger", func(r *RiskRow) *string { return &r.Danger }).Need(),
		form.Entries("risks", "Che cosa può capitare ai dati", "risk", func(r *RiskRow) *[]string { return &r.Risks }),
		riskValue("before_probability", "Probabilità senza le misure", func(r *RiskRow) *form.Int { return &r.BeforeProbability }).
			Help("Da 1, improbabile, a 5, quasi certo."),
		riskValue("before_consequence", "Conseguenze senza le misure", func(r *RiskRow) *form.Int { return &r.BeforeConsequence }).
			Help("Da 1, trascurabili, a 5, gravissime."),
		form.Computed[RiskRow]("before_level", "Livello senza le misure", func(r *RiskRow) string { return r.levelWords(r.BeforeProbability, r.BeforeConsequence) }),
		form.Text("taken", "Misure che ci sono", func(r *RiskRow) *string { return &r.Taken }).Example("Estintori; copie in un altro edificio"),
		riskValue("after_probability", "Probabilità con le misure", func(r *RiskRow) *form.Int { return &r.AfterProbability }),
		riskValue("after_consequence", "Conseguenze con le misure", func(r *RiskRow) *form.Int { return &r.AfterConsequence }),
		form.Computed[RiskRow]("after_level", "Livello che resta", func(r *RiskRow) string { return r.levelWords(r.AfterProbability, r.AfterConsequence) }),
		form.Text("to_take", "Misure da prendere", func(r *RiskRow) *string { return &r.ToTake }).Example("Gruppo di continuità per il NAS"),
		form.Text("by_whom", "A cura di", func(r *RiskRow) *string { return &r.ByWhom }).When(toTake).Need().Half(),
		form.Day("due", "Entro il", func(r *RiskRow) *form.Date { return &r.Due }).When(toTake).Need().Half(),
		form.Day("done", "Fatto il", func(r *RiskRow) *form.Date { return &r.Done }).When(toTake).Half(),
	}}},
}

func toTake(r *RiskRow) bool { return r.ToTake != "" }

func riskValue(key, label string, at func(*RiskRow) *form.Int) form.F[RiskRow] {
	return form.Count(key, label, "", 1, 5, at).Need().Half()
}
