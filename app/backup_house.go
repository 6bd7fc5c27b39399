package app

// House rules of copies and restores: measures that the office chose, with the
// numbers of the old Disciplinare tecnico (spec 3.3). They stand here together
// because they are to become data of the office, which may choose others.
const (
	// BackupDays is the most days that may pass between two copies (rule 10).
	BackupDays = 7
	// RestoreDays is the most days until data can be used again, and until a broken
	// machine works (rules 11 and 20).
	RestoreDays = 7
	// RestoreTests is how many times a year a restore is tried where a plan does
	// not say.
	RestoreTests = 1
)
