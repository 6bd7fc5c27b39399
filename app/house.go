package app

import (
	"fmt"
	"strings"

	"tutela/app/form"
)

// House is the house rules as the office has them: its own where it changed them,
// those of its profile elsewhere. The zero House is an office that chose nothing.
// Everything that depends on a rule asks here.
type House struct{ choice *HouseChoice }

// HouseFrom is an office that keeps a profile as it is.
func HouseFrom(profile string) House { return House{&HouseChoice{Profile: profile}} }

// HouseOf reads the rules of an office.
func HouseOf(r Records) House {
	for _, rec := range r.Records(houseRuleKey) {
		return House{rec.(*HouseChoice)}
	}
	return House{}
}

// houseNamed is HouseOf for whoever is given the words of the office alone: they
// are mostly read from its records too.
func houseNamed(n form.Names) House {
	if r, ok := n.(Records); ok {
		return HouseOf(r)
	}
	return House{}
}

// HouseShownIn are the registers whose records show a term that the rules set,
// where they are listed or looked for.
func HouseShownIn() []string { return []string{CredentialForm.Key, RestoreForm.Key} }

// Profile is the profile that the office started from.
func (h House) Profile() string {
	if h.choice != nil && h.choice.Profile == ProfileModern {
		return ProfileModern
	}
	return ProfileExAnnexB
}

// Change is what the office changed of a rule, nil for nothing.
func (h House) Change(rule *HouseRule) *HouseChange {
	if h.choice != nil {
		for _, c := range h.choice.Changes {
			if c.rule() == rule {
				return c
			}
		}
	}
	return nil
}

// Holds says that a rule, by its number, is not switched off.
func (h House) Holds(number int) bool {
	r := houseData.Rules[number-1]
	if c := h.Change(r); c != nil && c.Used != "" && r.Off != "" {
		return c.Used == "yes"
	}
	return !(r.ModernOff && h.Profile() == ProfileModern)
}

// value is a number of a rule.
func (h House) value(number int, unit string) int {
	r := houseData.Rules[number-1]
	v := r.value(unit)
	if c := h.Change(r); c != nil {
		if n, ok := c.number(unit); ok {
			return n
		}
	}
	if v.Modern != nil && h.Profile() == ProfileModern {
		return *v.Modern
	}
	return v.Default
}

// Words says in a few words how a rule stands, and whether the office changed it.
func (h House) Words(r *HouseRule) string {
	text := r.Off
	if h.Holds(r.Number) {
		var placed []string
		for _, v := range r.Values {
			placed = append(placed, "{"+v.Unit+"}", v.words(h.value(r.Number, v.Unit)))
		}
		text = strings.NewReplacer(placed...).Replace(r.Today)
	}
	if h.Change(r) != nil {
		text += " (cambiata dall’ufficio)"
	}
	return text
}

// Amount is a number of a rule in words, as 7 giorni.
func (h House) Amount(number int, unit string) string {
	return houseData.Rules[number-1].value(unit).words(h.value(number, unit))
}

// PasswordLength is how many characters a password has at least (rule 1).
func (h House) PasswordLength() int { return h.value(1, UnitCharacters) }

// PasswordMix is how many letters and digits a password has at least; none where
// the office does not ask (rule 2).
func (h House) PasswordMix() (letters, digits int) {
	if !h.Holds(2) {
		return 0, 0
	}
	return h.value(2, UnitLetters), h.value(2, UnitDigits)
}

// PasswordMonths is the age in months at which a password is changed, that of
// whoever works on special or criminal data being never longer; 0 where none grows
// old (rules 4 and 5).
func (h House) PasswordMonths(special bool) int {
	months := 0
	if h.Holds(4) {
		months = h.value(4, UnitMonths)
	}
	if special && h.Holds(5) {
		if n := h.value(5, UnitMonths); months == 0 || n < months {
			months = n
		}
	}
	return months
}

// DisuseMonths is the time in months after which an unused credential is disabled
// (rule 6).
func (h House) DisuseMonths() int { return h.value(6, UnitMonths) }

// BackupDays is the most days that may pass between two copies (rule 10).
func (h House) BackupDays() int { return h.value(10, UnitDays) }

// RestoreDays is the most days until data can be used again (rule 11), or a broken
// machine works (rule 20).
func (h House) RestoreDays(machine bool) int {
	if machine {
		return h.value(20, UnitDays)
	}
	return h.value(11, UnitDays)
}

// Antivirus is how many months may pass between two updates of the antivirus
// (rule 12).
func (h House) Antivirus() int { return h.value(12, UnitMonths) }

// Patch is how many months may pass between two updates of the software, never
// more where special or criminal data are held (rule 13).
func (h House) Patch(special bool) int {
	months := h.value(13, UnitMonths)
	if special {
		return min(months, h.value(13, UnitSpecialMonths))
	}
	return months
}

// PermissionReviewDue is the last day of the yearly review of permissions: what was
// seen in a year holds until that day of the next one (rule 9; decision A20); ""
// for what never was.
func (h House) PermissionReviewDue(seen form.Date) form.Date {
	if seen == "" {
		return ""
	}
	return dayIn(h.value(9, UnitDay), seen.Time().Year()+1)
}

// ProfileReviewDue is the last day of the yearly look at whether a person still
// needs what he may do: a year after it was last seen (rule 19). "" where it never
// was, and where the office does not ask.
func (h House) ProfileReviewDue(seen form.Date) form.Date {
	if seen == "" || !h.Holds(19) {
		return ""
	}
	return seen.AddMonths(12)
}

// dayIn is a day of the year in a year: 29 February is the 28th in a shorter one. It
// is asked of thousands of records, and makes no time of it.
func dayIn(day, year int) form.Date {
	if leap := year%4 == 0 && (year%100 != 0 || year%400 == 0); day == 229 && !leap {
		day--
	}
	return form.Date(fmt.Sprintf("%04d-%02d-%02d", year, day/100, day%100))
}
