package app

import (
	"slices"
	"strings"

	"tutela/app/form"
)

// Credential is how one person is known to one system, and its whole life. It
// never holds a password, nor anything a password could be made of (spec 3.1).
type Credential struct {
	form.Meta
	Person, System, UserID string
	Kind                   string
	Profile                string
	Treatments             []string
	Special                string // yes, no: the person works on special or criminal data

	RequestedBy  string
	Requested    form.Date
	RequestFiles []form.File

	Issued, Provisional, Tested, Opened, RulesSigned form.Date
	RulesFiles                                       []form.File
	DeviceSerial                                     string
	DeviceGiven, DeviceReturned                      form.Date

	FirstChange, LastChange, LastUse form.Date
	Lost, Reissued                   form.Date

	Disabled form.Date
	Why      string
	Note     string
}

// The kinds of credential (5-law 6, CRED1).
const (
	CredentialPassword  = "password"
	CredentialDevice    = "device"
	CredentialBiometric = "biometric"
)

// HasPassword says that the credential has a password that grows old.
func (c *Credential) HasPassword() bool { return c.Kind == CredentialPassword || c.Kind == "" }

// HasDevice says that something was handed over with it.
func (c *Credential) HasDevice() bool { return c.Kind == CredentialDevice }

// DeviceOut says that something was handed over with it and has not come back.
func (c *Credential) DeviceOut() bool {
	return c.HasDevice() && c.DeviceGiven != "" && c.DeviceReturned == ""
}

// given is the day from which its first password counts: that of the issue, or
// of the issue anew after a loss.
func (c *Credential) given() form.Date { return max(c.Issued, c.Reissued) }

// PasswordSet is the day from which the password in use counts: its last change,
// else the first one, else the issue (decision A23). A password issued anew is one.
func (c *Credential) PasswordSet() form.Date {
	set := c.LastChange
	if set == "" {
		set = c.FirstChange
	}
	return max(set, c.given())
}

// WaitsForFirstChange says that the password that was handed over was not
// replaced yet by one that its person alone knows (5-law 6, PWD7).
func (c *Credential) WaitsForFirstChange() bool {
	return c.HasPassword() && c.Disabled == "" && c.given() != "" && max(c.FirstChange, c.LastChange) < c.given()
}

// ChangeDue is the last day of the password in use; "" where none grows old.
// special is whether the person works on special or criminal data.
func (c *Credential) ChangeDue(h House, special bool) form.Date {
	set, months := c.PasswordSet(), h.PasswordMonths(special)
	if !c.HasPassword() || c.Disabled != "" || set == "" || months == 0 {
		return ""
	}
	return set.AddMonths(months)
}

// DisuseDue is the last day on which the credential may go on unused: it counts
// from the last use, else from the issue (decision A23); "" where there is none.
func (c *Credential) DisuseDue(h House) form.Date {
	used := max(c.LastUse, c.given())
	if c.Disabled != "" || used == "" {
		return ""
	}
	return used.AddMonths(h.DisuseMonths())
}

// LongestPassword is how many characters the systems of a user-ID take at most,
// where all of them say so: the most generous one counts, since the password may
// be of any. 0 is no limit, or none that is known (spec 3.3, rule 1).
func LongestPassword(credentials []*Credential, systems []*System, userID string) int {
	longest := 0
	for _, c := range credentials {
		if userID == "" || !strings.EqualFold(strings.TrimSpace(c.UserID), strings.TrimSpace(userID)) || c.Disabled != "" {
			continue
		}
		i := slices.IndexFunc(systems, func(s *System) bool { return s.UID() == c.System })
		if i < 0 || !systems[i].Password.Valid {
			return 0
		}
		longest = max(longest, int(systems[i].Password.N))
	}
	return longest
}

// CredentialState is how a credential stands on a day.
type CredentialState int

// The states, the worst last.
const (
	CredentialUnissued CredentialState = iota // asked for, not given yet
	CredentialValid
	CredentialChangeSoon // its password is to be changed within PasswordNotice days
	CredentialExpired    // its password should have been changed
	CredentialUnused     // it should have been disabled for disuse
	CredentialDisabled
)
