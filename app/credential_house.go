package app

// House rules of credentials: measures that the office chose, with the numbers of
// the old Disciplinare tecnico (spec 3.3). They stand here together because they
// are to become data of the office, which may choose others (decision A24).
const (
	// PasswordMonths is the age in months at which a password is changed (rule 4).
	PasswordMonths = 6
	// PasswordMonthsSpecial is the same where special or criminal data are worked
	// on (rule 5).
	PasswordMonthsSpecial = 3
	// DisuseMonths is the time in months after which an unused credential is
	// disabled (rule 6).
	DisuseMonths = 6
	// PasswordNotice is how many days before its last day a password is called to
	// be changed; the picture of the design does so from eight.
	PasswordNotice = 14
	// PasswordLength, PasswordLetters and PasswordDigits are the least of each in a
	// password (rules 1 and 2).
	PasswordLength  = 8
	PasswordLetters = 3
	PasswordDigits  = 2
)
