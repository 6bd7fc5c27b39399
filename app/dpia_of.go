package app

import (
	"cmp"

	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/risk"
)

// Records gives all records of a register: a Dossier, or the window's own view
// of the file.
type Records interface {
	Records(register string) []any
}

// Reader is the records of an office with its words, as a Dossier has them.
type Reader interface {
	Records
	form.Names
	Book() *catalogue.Book
}

// DPIAOf gives the DPIA record that stands for a treatment today: the one with
// the latest screening, of equals the one made last. Nil if there is none, as for
// a treatment that was never saved.
func DPIAOf(r Records, treatment string) *DPIA {
	if treatment == "" {
		return nil
	}
	var last *DPIA
	for _, rec := range r.Records(DPIAForm.Key) {
		d := rec.(*DPIA)
		if d.Treatment != treatment {
			continue
		}
		if d.supersedes(last) {
			last = d
		}
	}
	return last
}

// supersedes says that the record stands for its treatment rather than another one,
// which may be nil.
func (d *DPIA) supersedes(last *DPIA) bool {
	return last == nil || cmp.Or(cmp.Compare(d.Screened, last.Screened), d.Head().Created.Compare(last.Head().Created)) >= 0
}

// DPIAReasons gives the reasons why a treatment owes an impact assessment: the
// levels of its sheet, whatever the screening said of them, and what its record
// ticks; d may be nil.
func DPIAReasons(t *Treatment, d *DPIA) []DPIAReason {
	if d == nil {
		d = &DPIA{}
	}
	before, after := max(t.LevelBefore(), d.LevelBefore()), max(t.Level(), d.Level())
	if d.High == "yes" && t.LevelBefore() == 0 {
		before = risk.High // the sheet does not say: the screening does
	}
	return DPIAOwed(d.Criteria, d.Types, before, after)
}

// DPIADebt gives the reasons why a treatment still owes an impact assessment: none
// where one was made, or it is written why not.
func DPIADebt(r Records, t *Treatment) []DPIAReason {
	d := DPIAOf(r, t.UID())
	if d != nil && d.Settled() {
		return nil
	}
	return DPIAReasons(t, d)
}

// DPIALevelDiffers says that a screening answers otherwise than the sheet of its
// treatment whether the level of risk is Alto.
func DPIALevelDiffers(t *Treatment, d *DPIA) bool {
	if d.High == "" || max(t.LevelBefore(), t.Level()) == 0 {
		return false
	}
	return (d.High == "yes") != risk.NeedsDPIA(t.LevelBefore(), t.Level())
}
