package ui

import (
	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
)

// screen goes to the preliminary screening of a treatment (art. 35 GDPR): the
// record that stands for it today, or a new one that begins with what the sheet
// says already.
func (r *recordView) screen() {
	t, ok := r.ed.Rec.(*app.Treatment)
	if !ok {
		return
	}
	if r.behind {
		r.show()
	}
	if r.uid() == "" { // a screening is of a treatment that is in the register
		if r.save(); r.uid() == "" {
			return
		}
		t = r.ed.Rec.(*app.Treatment)
	}
	s := r.page.shell
	if d := app.DPIAOf(s.world, t.UID()); d != nil {
		if x := s.openRecord(app.DPIAForm.Key, d.UID()); x != nil && len(app.DPIADebt(s.world, t)) > 0 {
			x.view.Focus("decision")
		}
		return
	}
	dpia := s.openRecord(app.DPIAForm.Key, "")
	if dpia == nil {
		return
	}
	if d := dpia.ed.Rec.(*app.DPIA); d.Treatment != "" && d.Treatment != t.UID() {
		return // one of another treatment was left half written: it comes first
	}
	dpia.begin(map[string]any{"treatment": t.UID(), "screened": form.DateOf(s.cfg.Now()).String(), "high": highOf(t)})
	dpia.view.Focus("criteria")
}

// highOf answers the question about the level from the sheet, "" where it was not
// assessed.
func highOf(t *app.Treatment) string {
	switch {
	case t.Level() == 0 && t.LevelBefore() == 0:
		return ""
	case risk.NeedsDPIA(t.LevelBefore(), t.Level()):
		return "yes"
	}
	return "no"
}

// begin puts values into the empty fields of a new record, as a user would.
func (r *recordView) begin(values map[string]any) {
	for key, value := range values {
		if r.ed.Type.Field(key).Empty(r.ed.Rec) {
			r.put(key, value)
		}
	}
	r.view.Sync()
	r.edited()
}

// put puts a value into a field of a record: a text, or the UIDs of the records that
// are chosen, each in a row of its own where the field is a list.
func (r *recordView) put(key string, value any) {
	f := r.ed.Type.Field(key)
	text, isText := value.(string)
	switch {
	case isText && text == "":
	case isText && f.Kind != form.KRef:
		r.ed.SetText(f, text)
	case f.Kind == form.KList:
		for _, uid := range value.([]string) {
			r.ed.AddRowWith(f, func(row any) { f.Child.Field(f.AddBy).Put(row, uid) })
		}
	default:
		r.ed.Set(f, value)
	}
}
