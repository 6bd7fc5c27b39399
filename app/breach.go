package app

import (
	"strconv"

	"tutela/app/breach"
	"tutela/app/form"
)

// Breach is a personal data breach, from the report to the last corrective
// action (spec 2; artt. 33 and 34 GDPR). It has one part for each section of the
// procedure; what its path is follows from them, and is never typed.
type Breach struct {
	form.Meta
	Number string // "3/2026"; given by the program, never again (decision A7)
	Name   string

	BreachReport
	BreachTeam
	BreachRisk
	BreachNotice
	BreachTelling
	BreachDropped
	Actions     []*BreachAction
	Corrective  string // yes, no: whether S8 is needed was weighed
	Correctives []*CorrectiveAction
	BreachInterruption
	BreachAuthority

	Closed        form.Date
	Reopenings    []*Reopening
	Annulled      form.Date
	AnnulledWhy   string
	ClosingRemark string
}

// BreachReport is S1.
type BreachReport struct {
	Date                      form.Date
	Reporter, ReporterOutside string
	Channel, Report           string
	EventWhen                 string // at, span, running, unknown
	Event, EventEnd           form.Moment
	Discovered                form.Moment
	DiscoveredBy              string
	Superior                  string
	SuperiorTold              form.Moment
	Natures                   []string
	Supplier                  string // where it happened at a processor (art. 33(2))
	SupplierAware             form.Moment
	Aware                     form.Moment // starts the 72 hours
	AwareWhy                  string      // of a change not yet saved
	AwareSaved                form.Moment // as it was last saved
	AwareChanges              []*AwarenessChange
	DoneAtOnce                string
	ReportFiles               []form.File
	ReportPresent             []string
	Decision                  string
}

// AwarenessChange is a moment of awareness that another took the place of, and
// why (decision A3).
type AwarenessChange struct {
	Was    form.Moment
	Reason string
}

// The decisions that end S1.
const (
	BreachProceed = "proceed" // to S2
	BreachStop    = "stop"    // to S6
)

// When an event took place, as the authority's form asks.
const (
	EventAt      = "at"
	EventSpan    = "span"
	EventRunning = "running"
	EventUnknown = "unknown"
)

// How well a number is known.
const (
	CountExact   = "exact"
	CountAbout   = "about"
	CountUnknown = "unknown"
)

// BreachTeam is S2.
type BreachTeam struct {
	TeamDate          form.Date
	SubjectsKnown     string
	Subjects          form.Int
	SubjectsShare     string
	RecordsKnown      string
	Records           form.Int
	SubjectCategories []string
	DataTypes         []string
	PersonalData      string
	Extent, Period    string
	DataForm          string // paper, electronic, both
	Consequences      string
	Treatments        []string
	Archives          []string
	Systems           []string
	Suppliers         []string
	People            []string
	Containment       []*Containment
	TeamFiles         []form.File
	TeamPresent       []string
	IsBreach          string // yes, no
	Electronic        string // yes, no
}

// Containment is one thing done to limit the effects.
type Containment struct {
	Action, By string
	Due, Done  form.Date
}

// BreachRisk is S3. The items hold the number of their line, as text; "" is no
// answer, which is not a No.
type BreachRisk struct {
	Items       [breach.Items]string
	RiskDate    form.Date
	RiskPresent []string

	// ENISA's severity, a second opinion: the kind of data and what they tell (1 to
	// 4), then ease of identification and circumstances in quarters.
	DataContext, DataContextValue        string
	Identification                       string
	LostSecrecy, LostIntegrity, LostData string
	Malice                               string
}

// BreachNotice is S4.
type BreachNotice struct {
	Notify        string // yes, no; "" is what the class asks for
	NotifyWhy     string
	NotifyDecided form.Moment // of a decision not to notify: it stops the clock
	Notifier      string
	Notifications []*Notification
}

// Notification is what was sent to the authority once.
type Notification struct {
	Phase         string // preliminary, supplementary, complete
	Authority     string
	Document, How string
	Sent          form.Moment
	Delay         string
	CaseNumber    string
	Protocol      string
	Files         []form.File
	FormVersion   string          // of the authority's form that it was answered by
	Answers       []*FrozenAnswer // as they were when it was sent (decision A11)
}

// FrozenAnswer is one answer of the authority's form, as it was sent.
type FrozenAnswer struct{ Key, Text string }

// BreachTelling is S5.
type BreachTelling struct {
	Communicate          string // yes, voluntary, no; "" is what the class asks for
	CommunicateException string
	CommunicateWhy       string
	CommunicatePlanned   form.Date
	Communications       []*Communication
}

// Whether the data subjects are told.
const (
	TellOwed      = "yes"
	TellVoluntary = "voluntary"
	TellNot       = "no"
)

// Communication is what was sent to the data subjects once (art. 34 GDPR).
type Communication struct {
	Document, Text string
	Sent           form.Moment
	Means          string
	People         form.Int
	NotDirect      string
	Files          []form.File
}

// MeansPublic is a public notice instead of a direct one (art. 34(3)(c)).
const MeansPublic = "public"

// BreachDropped is S6.
type BreachDropped struct {
	DropDate       form.Date
	DropWhy        string
	DropPresent    []string
	DropTold       form.Date
	DropCorrective string // yes, no
}

// The outcomes of an action.
const (
	OutcomePositive = "positive"
	OutcomeNegative = "negative"
)

// BreachAction is one entry of S7.
type BreachAction struct {
	Date        form.Date
	Action      string
	Responsible string
	Due, Done   form.Date
	Told        form.Date
	Outcome     string
	IfNegative  string
}

// CorrectiveAction is one entry of S8.
type CorrectiveAction struct {
	BreachAction
	RiskUpdate     string
	DocumentUpdate string
}

// BreachInterruption is S9: the controller alone stops the analysis, and never
// the clock.
type BreachInterruption struct {
	StopDate    form.Date
	StopWhy     string
	StopPresent []string
	StopTold    form.Date
	StopFiles   []form.File
}

// BreachAuthority is what the authority's form asks and no section holds.
type BreachAuthority struct {
	Cause, CauseNote         string
	MeasuresBefore           string
	Effects                  []string
	Severity, SeverityWhy    string
	CrossBorder, CrossStates string
	OutsideEEA               string
	OtherAuthorities         string
	OtherBodies              string
	Police, PoliceWhen       string
}

// Reopening is that a closed breach was taken up again.
type Reopening struct {
	Closed form.Date // the closing that it undid
	Date   form.Date
	Who    string // as declared
	Reason string
}

// Answers are those to the 18 items.
func (b *Breach) Answers() (a breach.Answers) {
	for i, line := range b.Items {
		a[i], _ = strconv.Atoi(line)
	}
	return a
}
