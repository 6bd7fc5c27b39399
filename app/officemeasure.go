package app

import "tutela/app/form"

// OfficeMeasure is a security measure of the whole office (art. 32 GDPR).
type OfficeMeasure struct {
	form.Meta
	Measure
}

// OfficeMeasureForm describes the measures of the office (6-details, 5).
var OfficeMeasureForm = form.Form[OfficeMeasure]{
	Key: "office_measure", One: "misura", Many: "Misure dell’ufficio", Fem: true,
	About: "Le misure che proteggono tutto l’ufficio, con chi le cura e quando: da qui nasce il piano di adeguamento.",
	Title: func(m *OfficeMeasure) string { return m.Measure.Measure },
	Named: func(m *OfficeMeasure, n form.Names) string { return n.Entry("measure", m.Measure.Measure) },
	Second: func(m *OfficeMeasure, n form.Names) string {
		switch {
		case m.State == ToAdopt && m.Due != "":
			return "da adottare entro il " + m.Due.String()
		case m.State == ToAdopt:
			return "da adottare"
		case m.State == NotApplicable:
			return "non applicabile"
		case m.Adopted != "":
			return "in essere dal " + m.Adopted.String()
		}
		return "in essere"
	},
	Fresh: func(m *OfficeMeasure) { m.State = InPlace },
	Sections: []form.Section[OfficeMeasure]{{Key: "measure", Title: "La misura",
		Fields: measureFields(func(m *OfficeMeasure) *Measure { return &m.Measure })}},
}

// OfficeMeasures gives the measures of the whole office.
func OfficeMeasures(r Records) []*OfficeMeasure {
	var out []*OfficeMeasure
	for _, rec := range r.Records(OfficeMeasureForm.Key) {
		if m, ok := rec.(*OfficeMeasure); ok {
			out = append(out, m)
		}
	}
	return out
}
