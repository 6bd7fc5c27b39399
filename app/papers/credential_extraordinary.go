package papers

import (
	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var extraAccessType = app.ExtraAccessForm.Type()

// extraordinaryAccess is the record of an access in the absence of its person, in
// four dated steps (spec 3.3, rule 17; 5-law 6, EMER1).
func extraordinaryAccess(w *writer, subject any) doc.Document {
	x, _ := subject.(*app.ExtraAccess)
	if x == nil {
		x, w.blank = &app.ExtraAccess{}, true
	}
	text := textOf("credentials")
	out := doc.Document{Draft: !w.officeComplete() || !extraAccessType.Complete(x)}
	if !w.blank {
		out.Subtitle = extraAccessType.Named(x, w.d)
	}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	add(w.letterhead())
	if !w.blank {
		add(text.say("extraordinary")...)
	}
	add(doc.Heading{Level: 1, Text: "Perché"}, w.fields(extraAccessType.Sections[0].Fields, x))
	add(doc.Heading{Level: 1, Text: "I quattro passi"})
	add(text.say("extraordinary-steps")...)
	add(w.accessSteps(x))
	name := func(uid string) string { return w.d.Ref(app.PersonForm.Key, uid) }
	s := doc.Signature{Place: w.d.Office().City, Date: x.Changed.String(), Signers: []doc.Signer{
		{Role: "Chi ha reimpostato la password", Name: name(x.ResetBy)},
		{Role: "Chi ha deciso l’accesso", Name: name(x.AgreedBy)},
		{Role: "La persona assente", Name: name(x.Absent), Note: "per aver saputo dell’accesso e cambiato la password"},
	}}
	if w.blank {
		s.Place = ""
	}
	add(s)
	out.Blocks = numbered(out.Blocks)
	return out
}

// accessSteps are the four steps, each with its day and who did it; what is not
// done yet stands out.
func (w *writer) accessSteps(x *app.ExtraAccess) doc.Table {
	who := map[string]string{"reset": x.ResetBy, "given": x.GivenTo, "told": x.Absent, "changed": x.Absent}
	table := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Passo", Width: 6}, {Head: "Data", Width: 4}, {Head: "Chi", Width: 5},
	}}
	for i, s := range x.Steps() {
		day, person := doc.C(s.On.String()), doc.C(w.d.Ref(app.PersonForm.Key, who[s.Field]))
		switch {
		case w.blank:
			day, person = doc.C("\u00a0", "\u00a0"), doc.C("")
		case s.On == "":
			day = doc.C("da fare")
			day.Tint = doc.Warn
		case s.Field == "given" && x.Until != "":
			day = doc.C(s.On.String(), "fino al "+x.Until.String())
		}
		if w.blank && s.Field == "given" {
			day = doc.C("dal", "al")
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(form.FormatInt(int64(i + 1))), doc.C(s.Name), day, person})
	}
	return table
}
