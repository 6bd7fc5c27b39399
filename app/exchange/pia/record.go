package pia

import (
	"slices"
	"strings"

	"tutela/app"
)

// The states of an assessment in the tool that say how it ended.
const (
	statusValidated = 2 // simply; 3 with signatures
	statusSigned    = 3
	statusAbandoned = 4
)

// Fill puts into a record what the file says. Of what it is silent about nothing is
// taken away. A day or an outcome, which the tool does not ask for as such, is only
// put where the record has none.
func (f *File) Fill(d *app.DPIA) {
	for _, t := range texts {
		if said := together(t.parts(f)); said != "" {
			*t.at(d) = said
		}
	}
	if d.DPOOpinion != "" {
		d.NoDPO = false
	}
	if said := f.notHeard(); said != "" && d.Views == "" {
		d.ViewsNot = said
	}
	before, after := f.levels()
	if after.said() && after != gaugeOf(d, d.ResidualProbability, d.ResidualConsequence) {
		fourByFour(d)
		d.ResidualProbability, d.ResidualConsequence = after.values()
	}
	if before.said() && before != gaugeOf(d, d.InitialProbability, d.InitialConsequence) {
		fourByFour(d)
		d.InitialProbability, d.InitialConsequence = before.values()
	}
	d.Decision = app.DPIAAssess
	if d.Screened == "" {
		d.Screened = dayOf(f.Created())
	}
	if outcome := f.outcome(); outcome != "" {
		if !sameEnd(d.Outcome, outcome) {
			d.Outcome = outcome
		}
		if on := dayOf(moment(f.pia()["updated_at"])); d.Assessed == "" && on >= d.Screened {
			d.Assessed = on
		}
	}
}

// outcome is how the assessment ended, "" while it did not.
func (f *File) outcome() string {
	switch number(f.pia()["status"]) {
	case statusValidated, statusSigned:
		if together(f.actions()) != "" {
			return app.DPIAMeasures
		}
		return app.DPIAGo
	case statusAbandoned:
		return app.DPIAStop
	}
	return ""
}

// sameEnd says that two outcomes are one for the tool, which knows fewer.
func sameEnd(a, b string) bool {
	validated := []string{app.DPIAGo, app.DPIAMeasures, app.DPIAConsult}
	return a == b || slices.Contains(validated, a) && slices.Contains(validated, b)
}

// notHeard is why the persons concerned were not heard.
func (f *File) notHeard() string {
	return strings.Join(strings.Fields(clean(text(f.pia()["concerned_people_searched_content"]))), " ")
}

// Take puts into the file what the record says, where that is not what the file says
// already.
func (f *File) Take(d *app.DPIA) {
	heard := together(f.views())
	for _, t := range texts {
		if parts := t.parts(f); len(parts) > 0 && *t.at(d) != together(parts) {
			f.takeText(*t.at(d), parts)
		}
	}
	switch {
	case d.Views != "" && d.Views != heard:
		f.put(f.pia(), "concerned_people_searched_opinion", true)
	case d.Views == "" && d.ViewsNot != f.notHeard():
		f.put(f.pia(), "concerned_people_searched_content", d.ViewsNot)
		f.put(f.pia(), "concerned_people_searched_opinion", false)
	}
	before, after := f.levels()
	if b, a := gaugeOf(d, d.InitialProbability, d.InitialConsequence), gaugeOf(d, d.ResidualProbability, d.ResidualConsequence); a.said() && (a != after || b.said() && b != before) {
		f.setLevels(b, a)
	}
	if !sameEnd(d.Outcome, f.outcome()) {
		status := 0
		switch {
		case d.Outcome == app.DPIAStop:
			status = statusAbandoned
		case d.Outcome != "":
			status = statusValidated
		}
		f.put(f.pia(), "status", status)
	}
	if d.Assessed != "" && d.Assessed != dayOf(moment(f.pia()["updated_at"])) {
		f.put(f.pia(), "updated_at", day(d.Assessed))
	}
}

// takeText puts the text of a field into the parts that it is made of.
func (f *File) takeText(s string, parts []part) {
	measures := slices.ContainsFunc(parts, func(p part) bool { return strings.HasPrefix(p.head, bullet) })
	said, seen := make([]string, len(parts)), make([]bool, len(parts))
	var fresh []under
	for _, u := range apart(s, parts, func(line string) bool { return measures && len(line) > len(bullet) && strings.HasPrefix(line, bullet) }) {
		switch {
		case u.part < 0:
			fresh = append(fresh, u)
		case u.said != "" || u.head != "":
			said[u.part] = strings.TrimSpace(said[u.part] + "\n\n" + u.said)
			seen[u.part] = true
		}
	}
	for i, p := range parts {
		switch {
		case p.whole && !seen[i]:
			p.drop()
		case said[i] != p.get():
			p.set(said[i])
		}
	}
	for _, u := range fresh {
		f.addMeasure(strings.TrimPrefix(u.head, bullet), u.said)
	}
}
