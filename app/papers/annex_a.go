package papers

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// annexA is annex A of the document: what art. 32 GDPR asks, and for each point of
// the repealed Disciplinare tecnico the house rule and the law of today (6-details,
// 31).
func annexA(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "annex-a", w.controllerRow())
	p.add(p.say("opening")...)
	p.add(p.say("repealed")...)
	p.add(p.say("article")...)
	p.add(p.article())
	p.add(p.say("norms")...)
	p.add(p.say("points")...)
	p.add(p.oldPoints())
	return p.document("")
}

// article is a row for each thing that art. 32 GDPR names, with the rules whose law
// cites it.
func (p *recordPaper) article() doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Art. 32", Width: 2}, {Head: "Che cosa chiede", Width: 8}, {Head: "Regole della casa", Width: 10}}}
	for _, x := range []struct {
		label, key string
		rules      []int
	}{
		{"par. 1, lett. a", "letter-a", nil},
		{"par. 1, lett. b", "letter-b", []int{1, 3, 4, 6, 7, 8, 12, 13, 24, 28}},
		{"par. 1, lett. c", "letter-c", []int{10, 11, 20}},
		{"par. 1, lett. d", "letter-d", []int{9, 14, 18, 19, 29, 32}},
		{"par. 4", "staff", []int{15, 21, 22}},
	} {
		cited := doc.C(p.line("encryption-none"))
		if len(x.rules) > 0 {
			var names []string
			for _, n := range x.rules {
				names = append(names, lowered(app.HouseRules()[n-1].Title)+" ("+strconv.Itoa(n)+")")
			}
			cited = doc.C(capital(strings.Join(names, "; ")))
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(x.label), {Paras: [][]doc.Run{p.runs(x.key)}}, cited})
	}
	return table
}

// oldPoints are the points of the old Disciplinare in their order: what each asked,
// the rules that come from it as they stand in this office, the law of today.
func (p *recordPaper) oldPoints() doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Punto", Width: 2}, {Head: "Che cosa chiedeva", Width: 8}, {Head: "Regola della casa", Width: 8}, {Head: "Norma di oggi", Width: 6}}}
	house := app.HouseOf(p.d)
	for _, point := range oldPointNumbers() {
		var told [][]doc.Run
		for _, b := range p.say("point-" + point) {
			if para, ok := b.(doc.Para); ok {
				told = append(told, para.Runs)
			}
		}
		rules := doc.Cell{}
		for _, r := range app.HouseRules() {
			if slices.Contains(pointsOf(r), point) {
				rules.Paras = append(rules.Paras, []doc.Run{{Text: r.Label() + ": ", Bold: true}, {Text: house.Words(r)}})
			}
		}
		if len(rules.Paras) == 0 {
			rules = doc.C(p.line("no-rule", "{punto}", told[2][0].Text))
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(point), {Paras: told[:1]}, rules, {Paras: told[1:2]}})
	}
	return table
}

// oldPointNumbers are 1 to 29, with what the nineteenth was made of.
func oldPointNumbers() []string {
	var out []string
	for n := 1; n <= 29; n++ {
		out = append(out, strconv.Itoa(n))
		for part := 1; n == 19 && part <= 8; part++ {
			out = append(out, "19."+strconv.Itoa(part))
		}
	}
	return out
}

var pointNumber = regexp.MustCompile(`\d+(?:\.\d+)?`)

// pointsOf are the points of the old Disciplinare that a rule comes from: what its
// source says after the sections of the old document.
func pointsOf(r *app.HouseRule) []string {
	_, points, _ := strings.Cut(r.Source, "punt")
	return pointNumber.FindAllString(points, -1)
}
