package app

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app/form"
	"tutela/app/risk"
)

// DPIA is the screening of a treatment and, where it is owed, its impact
// assessment (artt. 35 and 36 GDPR). A treatment may have several over the years.
type DPIA struct {
	form.Meta
	Treatment string

	Screened            form.Date
	ScreenedBy          string
	Criteria, Types     []string
	NoCriteria, NoTypes bool   // said: none of them
	High                string // yes, no: the sheet's level is Alto, before or after the measures
	Decision            string
	WhyNot              string

	Description, Necessity string
	Matrix                 string // id of the matrix of this assessment (decision A13)
	Risks                  string
	InitialProbability     form.Int // before the measures
	InitialConsequence     form.Int
	Measures               string
	ResidualProbability    form.Int // with the measures
	ResidualConsequence    form.Int

	DPOOpinion string
	DPODate    form.Date
	NoDPO      bool
	Views      string
	ViewsNot   string

	Outcome, OutcomeNote string
	Assessed, Next       form.Date
	Files                []form.File

	Consulted       form.Date
	ConsultProtocol string
	Replied         form.Date
	Reply           string
}

// The decisions that end a screening.
const (
	DPIAAssess = "assess" // the assessment is made
	DPIASkip   = "skip"   // it is not, and the record says why
)

// The outcomes of an assessment.
const (
	DPIAGo       = "go"       // as it is
	DPIAMeasures = "measures" // once the measures written down are in being
	DPIAConsult  = "consult"  // only after asking the Garante (art. 36)
	DPIAStop     = "stop"     // not at all
)

// DPIAReason is one reason why an impact assessment is owed.
type DPIAReason struct {
	Key   string // criteria, types, level
	Short string // where there is little room
	Text  string
	Law   string
}

// DPIAOwed gives the reasons why an impact assessment is owed, none if it is not:
// two of the nine criteria, one of the twelve types, or a level of risk that is
// Alto before or after the measures. Slugs count once; a level of 0 is unknown.
func DPIAOwed(criteria, types []string, before, after risk.Level) []DPIAReason {
	var out []DPIAReason
	if n := distinct(criteria); n >= 2 {
		out = append(out, DPIAReason{"criteria", fmt.Sprintf("%d criteri", n), fmt.Sprintf("valgono %d dei nove criteri (di regola ne bastano due)", n), "art. 35(1) e (3) GDPR, WP 248 rev. 01"})
	}
	switch n := distinct(types); {
	case n == 1:
		out = append(out, DPIAReason{"types", "un tipo del Garante", "il trattamento è di uno dei dodici tipi del Garante", "art. 35(4) GDPR, provv. 467/2018"})
	case n > 1:
		out = append(out, DPIAReason{"types", fmt.Sprintf("%d tipi del Garante", n), fmt.Sprintf("il trattamento è di %d dei dodici tipi del Garante (ne basta uno)", n), "art. 35(4) GDPR, provv. 467/2018"})
	}
	if risk.NeedsDPIA(before, after) {
		out = append(out, DPIAReason{"level", "livello Alto", "il livello di rischio è Alto, prima o dopo le misure", "art. 35(1) GDPR"})
	}
	return out
}

func distinct(slugs []string) int {
	var seen []string
	for _, s := range slugs {
		if s != "" && !slices.Contains(seen, s) {
			seen = append(seen, s)
		}
	}
	return len(seen)
}

// Reasons gives the reasons that the record itself holds.
func (d *DPIA) Reasons() []DPIAReason {
	before := d.LevelBefore()
	if d.High == "yes" {
		before = risk.High
	}
	return DPIAOwed(d.Criteria, d.Types, before, d.Level())
}

// Answered says that the three questions of the screening have their answers.
func (d *DPIA) Answered() bool {
	return (len(d.Criteria) > 0 || d.NoCriteria) && (len(d.Types) > 0 || d.NoTypes) && d.High != ""
}

// Result is the outcome of the screening on one short line; "" while it is open.
func (d *DPIA) Result() string {
	reasons := d.Reasons()
	if len(reasons) == 0 {
		if !d.Answered() {
			return ""
		}
		return "Non dovuta"
	}
	texts := make([]string, len(reasons))
	for i, r := range reasons {
		texts[i] = r.Short
	}
	return "Dovuta: " + strings.Join(texts, ", ")
}

// Assessing says that the record goes on from the screening to the assessment.
func (d *DPIA) Assessing() bool { return d.Decision == DPIAAssess }

// Settled says that the record answers for its treatment: the assessment was
// made, or it is written why not.
func (d *DPIA) Settled() bool {
	switch d.Decision {
	case DPIASkip:
		return strings.TrimSpace(d.WhyNot) != ""
	case DPIAAssess:
		return d.Assessed != "" && d.Outcome != ""
	}
	return false
}

// LevelBefore is the level that the assessment finds before the measures, 0 while
// it is not known.
func (d *DPIA) LevelBefore() risk.Level { return d.level(d.InitialProbability, d.InitialConsequence) }

// Level is the level that is left with the measures, 0 while it is not known.
func (d *DPIA) Level() risk.Level { return d.level(d.ResidualProbability, d.ResidualConsequence) }

func (d *DPIA) level(p, c form.Int) risk.Level { return levelOn(d.RiskMatrix(), p, c) }

// RiskMatrix is the matrix that the assessment was made with.
func (d *DPIA) RiskMatrix() risk.Matrix { return risk.Of(d.Matrix) }

// LevelWord is the level of two values in the words of the assessment's matrix;
// "" while it is not known.
func (d *DPIA) LevelWord(p, c form.Int) string { return d.RiskMatrix().Word(d.level(p, c)) }

// LevelWords are a level and how it came about: "Rilevante (Probabile × Limitate
// = 9)"; "" while it is not known.
func (d *DPIA) LevelWords(p, c form.Int) string { return levelWordsOn(d.RiskMatrix(), p, c) }

// NeedsConsultation says that the risk left leads to the prior consultation of
// the Garante (art. 36(1) GDPR). What is given up needs none.
func (d *DPIA) NeedsConsultation() bool {
	return d.Assessing() && risk.NeedsConsultation(d.Level()) && d.Outcome != DPIAStop
}

// consultationWeeks is the term of art. 36(2) GDPR; the Garante may add six.
const consultationWeeks = 8

// ReplyDue is the day by which the Garante answers a consultation, if it does not
// extend the term; "" where none was asked.
func (d *DPIA) ReplyDue() form.Date {
	if d.Consulted == "" {
		return ""
	}
	return d.Consulted.AddDays(7 * consultationWeeks)
}
