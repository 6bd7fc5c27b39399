package papers_test

import (
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
)

// summedUp are the registers whose records the document does not name one by one,
// with the reason.
var summedUp = map[string]string{
	app.BackupCopyForm.Key:   "counted for each plan; the register of backups has them all",
	app.DocumentLoanForm.Key: "only the papers that are out are named",
	app.TrainingPlanForm.Key: "the plan of the year is written out, without its name",
}

var (
	nameDate   = regexp.MustCompile(`\d{2}/\d{2}/\d{4}`)
	nameNumber = regexp.MustCompile(`^\d+/\d{4}`)
)

// TestRegistersInDocument: each record of the example office stands on a line of its
// document, by what it is called.
func TestRegistersInDocument(t *testing.T) {
	d := apptest.Sample(t)
	lines := strings.Split(doc.Text(document(d)), "\n")
	for _, r := range app.Registers() {
		if summedUp[r.Key] != "" {
			continue
		}
		for _, rec := range d.Records(r.Key) {
			if r.Ended(rec) {
				continue // it is of the past, and its register tells of it
			}
			name := r.Named(rec, d)
			if r.Key == app.RiskAnalysisForm.Key { // its subject is the section that it stands in
				name = nameDate.FindString(name)
			}
			if !onALine(lines, name) {
				t.Errorf("%s: nothing is said of %q", r.Key, r.Named(rec, d))
			}
		}
	}
}

// onALine says that a line holds all parts of a name: of one with a date the date,
// of one with a number the number.
func onALine(lines []string, name string) bool {
	parts := strings.Split(name, ", ")
	for i, p := range parts {
		for _, short := range []*regexp.Regexp{nameDate, nameNumber} {
			if found := short.FindString(p); found != "" {
				parts[i] = found
			}
		}
	}
	for _, line := range lines {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(line, p)
		}
		if all {
			return true
		}
	}
	return false
}
