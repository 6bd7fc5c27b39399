package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
)

// BenchmarkRecord is what the checks cost at each key in the sheet.
func BenchmarkRecord(b *testing.B) {
	d := apptest.Case(b)
	t := app.TreatmentForm.Type()
	rec := d.Records(t.Key)[0]
	b.ReportAllocs()
	for b.Loop() {
		check.Record(d, t, rec)
	}
}
