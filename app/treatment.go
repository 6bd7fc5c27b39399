package app

import (
	"slices"

	"tutela/app/form"
	"tutela/app/risk"
)

// Treatment is a processing activity: the sheet of spec 1, and a row of the
// register of art. 30(1) GDPR.
type Treatment struct {
	form.Meta
	Title     string
	PaperDate form.Date // of the older paper sheet, if there was one
	Sites     []string

	People       []string
	Partners     []string
	NoPartners   bool
	OthersInside string

	Description  string
	Sources      []string
	Purposes     []*Purpose
	Bases        []string // of every purpose that has none of its own (decision A14)
	Special      form.Tri
	Bases9       []string
	Bases9Text   string
	Basis10      string
	DataTypes    []string
	Subjects     []string
	Recipients   []string
	Disseminated string

	Notice                   form.Tri
	NoticeEdition, NoticeHow string
	NoticeDate               form.Date
	NoticeExemption          string
	Profiling, MinorsConsent form.Tri
	ConsentProof             string
	Frequency                string
	Retention                []*Retention
	RetentionText            string
	Transfer                 string
	Transfers                []*Transfer

	Mode     string
	Tools    []string
	Storages []*Storage
	Backups  []*Backup

	Matrix                               string // id of the matrix of the assessment (decision A13)
	Probability, Consequence             form.Int
	BeforeProbability, BeforeConsequence form.Int
	RiskNote, Further                    string
	FurtherBy                            form.Date
	Measures                             []*Measure
	SetAside                             []*Irrelevance // dangers that do not concern these data

	Reviewed      form.Date // the last «Confermo senza modifiche» (decision A19)
	Archived      form.Date
	ArchiveReason string
}

// LastSeen is the day of the last update or of the last «Confermo senza
// modifiche», whichever came later (decision A19); "" for one never saved.
func (t *Treatment) LastSeen() form.Date {
	if t.Head().Updated.IsZero() {
		return t.Reviewed
	}
	return max(form.DateOf(t.Head().Updated), t.Reviewed)
}

// Purpose is why data are processed, with the legal bases of just that purpose.
type Purpose struct {
	Purpose string
	Bases   []string
	Note    string
}

// Retention is how long a category of data is kept, and counted from when.
type Retention struct {
	DataTypes []string // none means all
	Term      form.Int
	Unit      string
	From      string
	Event     string
	Source    string
	Note      string
}

// Transfer is a third country that data go to (artt. 44–49 GDPR).
type Transfer struct {
	Country, Recipient, Safeguard, Note string
}

// Place is what storages and backups have alike.
type Place struct {
	Name, Where    string
	Site, Supplier string
	System         string
	Access         []string
	Note           string
	Software       []string
}

// Storage is where the data of a treatment are kept.
type Storage struct{ Place }

// Backup is where copies of them are kept. Frequency and History are in days, and
// count only where there is no plan: see Terms.
type Backup struct {
	Place
	Plan               string
	Frequency, History form.Int
}

// Places are the storages and the backups of a treatment.
func (t *Treatment) Places() []*Place {
	var out []*Place
	for _, s := range t.Storages {
		out = append(out, &s.Place)
	}
	for _, b := range t.Backups {
		out = append(out, &b.Place)
	}
	return out
}

// Entrusts gives the suppliers that have the data of a treatment: its partners, and
// those of its storages and backups that are not inside.
func (t *Treatment) Entrusts() []string {
	out := slices.Clone(t.Partners)
	for _, p := range t.Places() {
		if p.Supplier != "" && p.Where != "internal" && !slices.Contains(out, p.Supplier) {
			out = append(out, p.Supplier)
		}
	}
	return out
}

// Measure is a security measure of a treatment.
type Measure struct {
	Measure, State, Reason string
	Adopted, Due           form.Date
	AdoptedBy              string
	Evidence               []form.File
	Dangers                []*Danger
	Note                   string
}

// Danger is one danger that a measure meets, and the risks it lowers.
type Danger struct {
	Danger string
	Risks  []string
}

// The states of a measure. Only InPlace covers.
const (
	InPlace       = "in-place"
	ToAdopt       = "to-adopt"
	NotApplicable = "not-applicable"
)

// Level is the level of risk after the measures in being, 0 while it is not known.
func (t *Treatment) Level() risk.Level { return t.level(t.Probability, t.Consequence) }

// LevelBefore is the level before the measures, 0 while it is not known.
func (t *Treatment) LevelBefore() risk.Level {
	return t.level(t.BeforeProbability, t.BeforeConsequence)
}

func (t *Treatment) level(p, c form.Int) risk.Level { return levelOn(t.RiskMatrix(), p, c) }

// RiskMatrix is the matrix that the assessment was made with.
func (t *Treatment) RiskMatrix() risk.Matrix { return risk.Of(t.Matrix) }

// AllBases are the legal bases of all purposes together, as the sheet prints them.
func (t *Treatment) AllBases() []string {
	out := slices.Clone(t.Bases)
	for _, p := range t.Purposes {
		for _, b := range p.Bases {
			if !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
	}
	return out
}

// BasesOf are the legal bases of one purpose: its own, else those of the sheet.
func (t *Treatment) BasesOf(p *Purpose) []string {
	if len(p.Bases) > 0 {
		return p.Bases
	}
	return t.Bases
}

// DangersOf are the dangers that a measure meets by default, with their risks.
func DangersOf(slugs []string) []*Danger {
	var out []*Danger
	for _, d := range risk.Dangers() {
		if slices.Contains(slugs, d.Slug) {
			out = append(out, &Danger{Danger: d.Slug, Risks: slices.Clone(d.Risks)})
		}
	}
	return out
}
