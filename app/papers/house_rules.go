package papers

import (
	"strconv"

	"tutela/app"
	"tutela/app/doc"
)

var houseRuleType = app.HouseRuleForm.Type()

// houseRules is all thirty-two rules as they stand, then those that the office
// changed: when, who and why.
func houseRules(w *writer, _ any) doc.Document {
	text, house := textOf("house-rules"), app.HouseOf(w.d)
	choice := &app.HouseChoice{Profile: house.Profile()}
	if list := app.All(w.d, app.HouseRuleForm); len(list) > 0 {
		choice = list[0]
	}
	out := doc.Document{Draft: !w.officeComplete() || !houseRuleType.Complete(choice)}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	add(w.letterhead())
	add(text.say("rules")...)
	chosen := ""
	if who := w.d.Ref(app.PersonForm.Key, choice.By); who != "" && choice.Since != "" {
		chosen = ", scelto il " + choice.Since.String() + " da " + who
	}
	profile := houseRuleType.Field("profile").Words(choice, w.d)
	add(text.say("profile", "{profilo}", joined(", ", profile...), "{scelta}", chosen)...)
	table := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1}, {Head: "Regola", Width: 11}, {Head: "Come si applica", Width: 5}, {Head: "Norma", Width: 4}, {Head: "Vecchio documento", Width: 4},
	}}
	for _, g := range app.HouseGroups() {
		table.Rows = append(table.Rows, group(g.Title, len(table.Columns)))
		for _, r := range app.HouseRules() {
			if r.Group == g.Key {
				rule := doc.Cell{Paras: [][]doc.Run{{{Text: r.Title + ". ", Bold: true}, {Text: r.About}}}}
				table.Rows = append(table.Rows, doc.Row{cell(strconv.Itoa(r.Number)), rule, cell(house.Words(r)), cell(r.Law), cell(r.Source)})
			}
		}
	}
	add(table)
	if len(choice.Changes) > 0 {
		add(text.say("own")...)
		add(w.ownRules(choice))
	}
	add(w.closing()...)
	return out
}

// ownRules are the rules that the office changed.
func (w *writer) ownRules(choice *app.HouseChoice) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Regola", Width: 6}, {Head: "Deciso il", Width: 3}, {Head: "Deciso da", Width: 4}, {Head: "Perché", Width: 9}}}
	changes := houseRuleType.Field("changes")
	for i, c := range choice.Changes {
		table.Rows = append(table.Rows, doc.Row{
			cell(changes.RowTitle(changes.Row(choice, i), w.d)), cell(c.Since.String()), cell(w.d.Ref(app.PersonForm.Key, c.By)), cell(c.Why),
		})
	}
	return table
}
