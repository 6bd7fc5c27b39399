package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/check"
	"tutela/app/form"
)

// world is what the checks read of the office as it is in the file now: one
// record at a time, each read once until something is saved.
type world struct {
	*names
	s       *Shell
	records map[string]any   // by register and UID; nil for one that is not there
	all     map[string][]any // by register
	since   map[string][]any // by register, field and day
}

var _ check.World = (*world)(nil)

func newWorld(s *Shell) *world {
	w := &world{s: s, names: s.names}
	w.forget()
	return w
}

// forget makes the next question read the file again.
func (w *world) forget() {
	w.records, w.all, w.since = map[string]any{}, map[string][]any{}, map[string][]any{}
}

// Record implements check.World.
func (w *world) Record(register, uid string) any {
	key := app.DraftKey(register, uid)
	if rec, known := w.records[key]; known {
		return rec
	}
	var rec any
	if reg, ok := app.RegisterOf(w.s.cfg.Registers, register); ok && uid != "" {
		// A record that was deleted meanwhile is no error to whoever checks.
		if found, err := w.s.cfg.Store.Get(context.Background(), reg.Type, uid); err == nil {
			rec = found
		}
	}
	w.records[key] = rec
	return rec
}

// Records implements check.World.
func (w *world) Records(register string) []any {
	if list, known := w.all[register]; known {
		return list
	}
	reg, ok := app.RegisterOf(w.s.cfg.Registers, register)
	if !ok {
		return nil
	}
	list, err := w.s.cfg.Store.All(context.Background(), reg.Type)
	if err != nil {
		w.s.fail(err)
	}
	w.all[register] = list
	return list
}

// Since implements check.World.
func (w *world) Since(register, field string, day form.Date) []any {
	key := register + " " + field + " " + string(day)
	if list, known := w.since[key]; known {
		return list
	}
	reg, ok := app.RegisterOf(w.s.cfg.Registers, register)
	if !ok {
		return nil
	}
	list, err := w.s.cfg.Store.Span(context.Background(), reg.Type, field, day, "")
	if err != nil {
		w.s.fail(err)
	}
	w.since[key] = list
	return list
}

// Office implements check.World.
func (w *world) Office() *app.Office {
	for _, rec := range w.Records(app.OfficeForm.Key) {
		if o, ok := rec.(*app.Office); ok {
			return o
		}
	}
	return &app.Office{}
}

// Book implements check.World.
func (w *world) Book() *catalogue.Book { return w.catalogues() }

// Today implements check.World.
func (w *world) Today() form.Date { return form.DateOf(w.s.cfg.Now()) }

// Instant implements check.World.
func (w *world) Instant() time.Time { return w.s.cfg.Now() }

// findings are those of a record as it is being edited.
func (s *Shell) findings(t *form.Type, rec any) []form.Problem {
	var out []form.Problem
	for _, f := range check.Record(s.world, t, rec) {
		out = append(out, f.Problem())
	}
	return out
}
