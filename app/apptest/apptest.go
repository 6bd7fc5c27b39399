// Package apptest gives tests the example office and the case of the marketing
// sheet, without a file.
package apptest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// Now is the moment at which the tests' offices are read: 22 November 2026, 17:42
// in Rome.
var Now = time.Date(2026, 11, 22, 16, 42, 0, 0, time.UTC)

// Memory keeps records in memory, as a store would: it gives UIDs and dates.
type Memory struct {
	Records map[string][]any
	Created time.Time
	n       int
}

// NewMemory keeps records as created at a moment.
func NewMemory(created time.Time) *Memory {
	return &Memory{Records: map[string][]any{}, Created: created}
}

// Save keeps a new record.
func (m *Memory) Save(t *form.Type, rec form.Record) error {
	m.n++
	t.Settle(rec, m)
	*rec.Head() = form.Head{UID: fmt.Sprintf("00000000-0000-7000-8000-%012d", m.n), Created: m.Created, Updated: m.Created, Revision: 1}
	m.number(t, rec)
	m.Records[t.Key] = append(m.Records[t.Key], rec)
	return nil
}

// Ref is the title of a record that was kept, "" where there is none.
func (m *Memory) Ref(register, uid string) string {
	reg, _ := app.RegisterOf(app.Registers(), register)
	for _, rec := range m.Records[register] {
		if rec.(form.Record).Head().UID == uid {
			return reg.Named(rec, m)
		}
	}
	return ""
}

// Entry is the slug itself: what is kept names no entries of catalogues.
func (m *Memory) Entry(_, slug string) string { return slug }

// number gives a record the next number of the year of its date.
func (m *Memory) number(t *form.Type, rec any) {
	for _, f := range t.Fields() {
		if f.Number == "" || f.Value(rec) != nil {
			continue
		}
		day, ok := t.Field(f.Number).Value(rec).(form.Date)
		if !ok {
			continue
		}
		n := int64(1)
		for _, other := range m.Records[t.Key] {
			if text, _ := f.Value(other).(string); strings.HasSuffix(text, "/"+string(day[:4])) {
				n++
			}
		}
		f.Put(rec, form.Numbering(string(day[:4]), n))
	}
}

// Dossier gathers what was kept.
func (m *Memory) Dossier(t testing.TB) *app.Dossier {
	t.Helper()
	shipped, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return app.NewDossier(Now, shipped, app.Registers(), m.Records)
}

// Sample is the dossier of the example office.
func Sample(t testing.TB) *app.Dossier {
	t.Helper()
	m := NewMemory(time.Date(2024, 11, 4, 9, 0, 0, 0, time.UTC))
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	return m.Dossier(t)
}

// Case is the dossier of the marketing sheet.
func Case(t testing.TB) *app.Dossier {
	t.Helper()
	m := NewMemory(Now)
	if err := Marketing(m.Save); err != nil {
		t.Fatal(err)
	}
	return m.Dossier(t)
}
