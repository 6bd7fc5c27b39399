package breach

import "fmt"

// Severity is ENISA's way to weigh a breach (2013): SE = DPC × EI + CB. It is a
// second opinion beside the class and never overrides it. What the method counts
// in quarters is kept in quarters, as whole numbers.
type Severity struct {
	Context        int  // DPC, 1 to 4: how much the data tell, of the most telling kind
	Identification int  // EI in quarters, 1 to 4
	Secrecy        int  // CB in quarters: 0 no evidence of unlawful access, 1 known recipients, 2 unknown ones
	Integrity      int  // 0 no wrong use, 1 recoverable, 2 beyond recovery
	Availability   int  // 0 easily recovered, 1 missing for a time, 2 lost
	Malice         bool // counts two quarters
}

// SeverityBand is how high a severity is. The zero value is not known.
type SeverityBand int

// The bands, lowest first.
const (
	SeverityLow SeverityBand = iota + 1
	SeverityMedium
	SeverityHigh
	SeverityVeryHigh
)

// severityFrom are the quarters at which each band begins.
var severityFrom = [...]struct {
	band SeverityBand
	from int
	word string
}{
	{SeverityVeryHigh, 16, "molto alta"},
	{SeverityHigh, 12, "alta"},
	{SeverityMedium, 8, "media"},
	{SeverityLow, 0, "bassa"},
}

// Word is the band as it is printed; "" where it is not known.
func (b SeverityBand) Word() string {
	for _, s := range severityFrom {
		if s.band == b {
			return s.word
		}
	}
	return ""
}

// Quarters is SE in quarters, 1 to 24; 0 where an input is out of its limits.
func (s Severity) Quarters() int {
	within := func(n, least, most int) bool { return least <= n && n <= most }
	if !within(s.Context, 1, 4) || !within(s.Identification, 1, 4) ||
		!within(s.Secrecy, 0, 2) || !within(s.Integrity, 0, 2) || !within(s.Availability, 0, 2) {
		return 0
	}
	q := s.Context*s.Identification + s.Secrecy + s.Integrity + s.Availability
	if s.Malice {
		q += 2
	}
	return q
}

// Band is how high it is, 0 where it is not known.
func (s Severity) Band() SeverityBand {
	q := s.Quarters()
	if q == 0 {
		return 0
	}
	for _, b := range severityFrom {
		if q >= b.from {
			return b.band
		}
	}
	return 0
}

// String is SE as it is written: 2,75; "" where it is not known.
func (s Severity) String() string {
	q := s.Quarters()
	if q == 0 {
		return ""
	}
	return fmt.Sprintf("%d,%02d", q/4, q%4*25)
}

// manyPeople is how many individuals ENISA's method marks beside the figure.
const manyPeople = 100

// SeverityFlags are what the method tells beside the figure: more than a hundred
// individuals, data that cannot be read.
func SeverityFlags(people int64, unintelligible bool) (out []string) {
	if people > manyPeople {
		out = append(out, "più di 100 persone")
	}
	if unintelligible {
		out = append(out, "dati non intelligibili")
	}
	return out
}
