package app

import (
	"cmp"
	"strings"
	"time"

	"tutela/app/form"
)

// CopyContents is what a copy says is in it.
type CopyContents struct {
	File   string // its path
	Size   int64  // of the file, in bytes
	Sealed bool
	Office string // UID of the office, "" where it had no record yet
	Name   string // of the office
	Made   time.Time
	// Program is the version that wrote it, Schema the number of its tables.
	Program string
	Schema  int64
	// Counts are the records of each register, by key.
	Counts map[string]int
	// Changes and Head are the number and the hash of the last row of the trail.
	Changes int64
	Head    string
}

// Records is how many records there are.
func (c CopyContents) Records() (n int) {
	for _, k := range c.Counts {
		n += k
	}
	return n
}

// CopyReport is what looking a copy over found.
type CopyReport struct {
	CopyContents
	// Faults are what is not as it should be inside a copy that could be read,
	// sentences. What could not be read is an error instead.
	Faults []string
}

// OK says that the copy can be restored from.
func (r CopyReport) OK() bool { return len(r.Faults) == 0 }

// CopyWhen is which destinations a run copies to.
type CopyWhen int

const (
	CopyNow     CopyWhen = iota // all of them: somebody asked for it
	CopyIfDue                   // those whose last copy is old enough
	CopyClosing                 // those that lack something, where the settings say so
)

// CopyRun is how a run went, a destination each; none where nothing was wanted.
type CopyRun struct {
	At      time.Time
	Results []CopyDestination
	// Warnings are what is to be known besides, sentences.
	Warnings []string
}

// Outcome is how the run went as a whole: "" where nothing was wanted, with
// warnings where one destination failed and another did not.
func (r CopyRun) Outcome() string {
	good, bad := 0, 0
	for _, d := range r.Results {
		switch d.Outcome {
		case CopyFailed:
			bad++
		case CopyWarnings:
			good, bad = good+1, bad+1
		default:
			good++
		}
	}
	switch {
	case good+bad == 0:
		return ""
	case good == 0:
		return CopyFailed
	case bad > 0:
		return CopyWarnings
	}
	return CopyDone
}

// Said is what went wrong, in sentences; "" where all is well.
func (r CopyRun) Said() string {
	var said []string
	for _, d := range r.Results {
		if d.Said != "" {
			said = append(said, d.Said)
		}
	}
	return strings.Join(said, " ")
}

// Entry is the line of the run for the log of a plan. One line a day is enough of
// what goes alike: it is nil where the log has it.
func (r CopyRun) Entry(p *BackupPlan, log []*BackupCopy) *BackupCopy {
	outcome := r.Outcome()
	if outcome == "" {
		return nil
	}
	for _, c := range log {
		if c.Plan == p.UID() && c.Outcome == outcome && form.DateOf(c.At.Time) == form.DateOf(r.At) {
			return nil
		}
	}
	c := &BackupCopy{Plan: p.UID(), At: form.MomentOf(r.At), Outcome: outcome, By: p.Keeper, Note: cmp.Or(r.Said(), "Copia del file dell’ufficio, fatta da Tutela.")}
	return c
}

// CopyPlan is the backup plan of the program's own copies, for an office to look
// over and complete: who keeps them only the office can say.
func (s CopySettings) CopyPlan(day form.Date) *BackupPlan {
	p := &BackupPlan{
		Name: "File dell’ufficio (Tutela)", Started: day, Mode: BackupAutomatic,
		Criteria:   "Il file di Tutela contiene i registri, gli allegati e le stampe: si copia intero, sigillato con la frase segreta.",
		CopyHow:    "Tutela fa la copia da sola nelle cartelle scelte; si può fare anche a mano, dal tab Backup.\nSe una cartella manca, per esempio una chiavetta staccata, Tutela lo dice e riprova.",
		CheckHow:   "Dal tab Backup: «Controlla» apre una copia e la confronta con ciò che deve contenere.",
		RestoreHow: "Dal tab Backup: «Ripristina», e si sceglie la copia. Il file di prima resta accanto, con la data nel nome.\nServe la frase segreta che valeva quando la copia fu fatta.",
		Tests:      form.Number(1),
	}
	if s.Every > 0 {
		p.Interval = form.Number(int64(s.Every))
	} else {
		p.Mode = BackupByHand
	}
	return p
}

// Test is the entry of a restore test among the restores: what came back, or what
// went wrong.
func (r CopyReport) Test(plan string, began, ended time.Time, failed error) *Restore {
	out := &Restore{
		Purpose: RestoreTest, What: RestoreData, Plan: plan,
		Requested: form.MomentOf(began), Back: form.MomentOf(ended), Outcome: RestoreWhole,
	}
	switch {
	case failed != nil:
		out.Outcome, out.Note = RestoreFailed, Sentence(failed)
	case !r.OK():
		out.Outcome, out.Note = RestoreFailed, strings.Join(r.Faults, " ")
	default:
		out.Restored = r.Words()
	}
	return out
}

// Words say what is in the copy, in a sentence.
func (c CopyContents) Words() string {
	name := ""
	if c.Name != "" {
		name = " di «" + c.Name + "»"
	}
	return "Copia" + name + " del " + form.MomentOf(c.Made).String() + ": " + counted(int64(c.Records()), "scheda", "schede") + ", " +
		counted(c.Changes, "riga", "righe") + " di storia."
}

func counted(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return form.FormatInt(n) + " " + many
}

// CopyRestored is what a restore did.
type CopyRestored struct {
	CopyContents
	// Aside is the file that was there before, under its new name; "" where there
	// was none.
	Aside string
	// Warnings are what is to be known, sentences: what is not whole in the copy, or
	// could not be taken over from the file before.
	Warnings []string
}
