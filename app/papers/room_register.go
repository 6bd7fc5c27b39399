package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

var roomEntryType = app.RoomEntryForm.Type()

// roomRegister is the register of who entered after hours in the last twelve
// months; blank it lies at the door (spec 7, room-register; 5-law 6, PREM1).
func roomRegister(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "paper-registers", w.controllerRow())
	p.add(p.say("entries")...)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Entrato il, ore", Width: 4}, {Head: "Uscito il, ore", Width: 4}, {Head: "Locale o sede", Width: 5}, {Head: "Chi (per gli esterni: documento)", Width: 6},
			{Head: "Perché", Width: 6}, {Head: "Fatto entrare da", Width: 4}, {Head: "Firma", Width: 5},
		},
		Empty: "Nessun ingresso fuori orario in questo periodo.",
	}
	if w.blank {
		table.BlankRows = 23
		p.add(table)
		p.sign("", doc.Signer{Role: "Il custode del locale"})
		return landscape(p.document(""))
	}
	p.add(p.say("entries-period", "{dal}", w.day().AddMonths(-12).AddDays(1).String(), "{al}", w.day().String())...)
	list := slices.DeleteFunc(slices.Clone(app.All(w.d, app.RoomEntryForm)), func(e *app.RoomEntry) bool { return !inYear(e.In, w.day()) })
	slices.SortStableFunc(list, func(a, b *app.RoomEntry) int { return a.In.Compare(b.In.Time) })
	for _, e := range list {
		p.draft = p.draft || !roomEntryType.Complete(e)
		who := needed(e.Who(w.d), e.Shown)
		let := cell(w.d.Ref(app.PersonForm.Key, e.LetInBy))
		if e.Outsider != "" {
			let = needed(w.d.Ref(app.PersonForm.Key, e.LetInBy))
		}
		table.Rows = append(table.Rows, doc.Row{
			needed(e.In.String()), needed(e.Out.String()), needed(e.Where(w.d)), who, needed(e.Why), let, doc.C("\u00a0", "\u00a0"),
		})
	}
	p.add(table)
	p.sign(w.day().String(), w.keepers()...)
	return landscape(p.document(""))
}

// keepers are those who are appointed to keep rooms, who sign what they noted.
func (w *writer) keepers() []doc.Signer {
	var out []doc.Signer
	for _, a := range app.Appointments(w.d, app.RoleRooms, w.day()) {
		if s := (doc.Signer{Role: "Il custode dei locali", Name: a.Holder(w.d)}); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		out = []doc.Signer{w.security()}
	}
	return out
}
