package app

import (
	"strconv"
	"strings"

	"tutela/app/form"
)

// NoticeVersion names the authority's form that the answers follow: the questions
// of the model of 2019, which the online service asks nearly alike. A new form is
// a new version; what was sent keeps its own (decision A11).
const NoticeVersion = "garante-2019"

// NoticeAnswer is a question of the authority's form that the record of a breach
// answers. Sections A and B are the office's.
type NoticeAnswer struct {
	Key, Label string
	text       func(*Breach) string
}

// NoticeAnswers are those questions, in the order of the form. Their answers are
// slugs where the record keeps slugs: a catalogue that changes does not change
// what was sent.
func NoticeAnswers() []NoticeAnswer {
	return []NoticeAnswer{
		{"C.when", "Quando è avvenuta la violazione", func(b *Breach) string { return b.EventWhen }},
		{"C.from", "Dal", func(b *Breach) string { return b.Event.String() }},
		{"C.to", "Al", func(b *Breach) string { return b.EventEnd.String() }},
		{"C.aware", "Quando il titolare ne è venuto a conoscenza", func(b *Breach) string { return b.Aware.String() }},
		{"C.how", "Come ne è venuto a conoscenza", func(b *Breach) string { return b.Channel }},
		{"C.description", "Breve descrizione", func(b *Breach) string { return b.Report }},
		{"C.natures", "Natura della violazione", func(b *Breach) string { return strings.Join(b.Natures, ", ") }},
		{"C.cause", "Causa", func(b *Breach) string { return b.Cause }},
		{"C.cause_note", "Quale causa", func(b *Breach) string { return b.CauseNote }},
		{"C.data_types", "Categorie di dati", func(b *Breach) string { return strings.Join(b.DataTypes, ", ") }},
		{"C.records_known", "Volume delle registrazioni", func(b *Breach) string { return b.RecordsKnown }},
		{"C.records", "Numero di registrazioni", func(b *Breach) string { return number(b.Records) }},
		{"C.subject_categories", "Categorie di interessati", func(b *Breach) string { return strings.Join(b.SubjectCategories, ", ") }},
		{"C.subjects_known", "Numero di interessati", func(b *Breach) string { return b.SubjectsKnown }},
		{"C.subjects", "Quanti interessati", func(b *Breach) string { return number(b.Subjects) }},
		{"D.incident", "Descrizione dell’incidente", func(b *Breach) string { return joinedLines(b.Report, b.Extent, b.Period) }},
		{"D.data", "Descrizione dei dati", func(b *Breach) string { return b.PersonalData }},
		{"D.measures", "Misure in essere", func(b *Breach) string { return b.MeasuresBefore }},
		{"E.consequences", "Possibili conseguenze", func(b *Breach) string { return b.Consequences }},
		{"E.effects", "Possibili effetti", func(b *Breach) string { return strings.Join(b.Effects, ", ") }},
		{"E.severity", "Gravità stimata", func(b *Breach) string { return b.Severity }},
		{"E.severity_why", "Motivi della stima", func(b *Breach) string { return b.SeverityWhy }},
		{"F.remedy", "Misure per porre rimedio", func(b *Breach) string { return joinedLines(append(b.contained(), b.treated()...)...) }},
		{"F.prevent", "Misure per prevenire", func(b *Breach) string { return joinedLines(b.corrected()...) }},
		{"G.told", "Comunicazione agli interessati", func(b *Breach) string { return b.Communicate }},
		{"G.planned", "Sarà fatta entro il", func(b *Breach) string { return b.CommunicatePlanned.String() }},
		{"G.exception", "Perché non è fatta", func(b *Breach) string { return b.CommunicateException }},
		{"H.cross_border", "Persone in altri Stati dello Spazio economico europeo", func(b *Breach) string { return b.CrossBorder }},
		{"H.states", "Quali Stati", func(b *Breach) string { return b.CrossStates }},
		{"H.outside_eea", "Persone fuori dallo Spazio economico europeo", func(b *Breach) string { return b.OutsideEEA }},
		{"H.authorities", "Altre autorità di controllo", func(b *Breach) string { return b.OtherAuthorities }},
		{"H.bodies", "Altri organismi", func(b *Breach) string { return b.OtherBodies }},
		{"H.police", "Autorità giudiziaria o di polizia", func(b *Breach) string { return b.PoliceWhen }},
	}
}

func number(n form.Int) string {
	if !n.Valid {
		return ""
	}
	return strconv.FormatInt(n.N, 10)
}

func joinedLines(list ...string) string {
	var out []string
	for _, s := range list {
		if written(s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

func (b *Breach) contained() (out []string) {
	for _, c := range b.Containment {
		out = append(out, c.Action)
	}
	return out
}

func (b *Breach) treated() (out []string) {
	for _, a := range b.Actions {
		out = append(out, a.Action)
	}
	return out
}

func (b *Breach) corrected() (out []string) {
	for _, a := range b.Correctives {
		out = append(out, a.Action)
	}
	return out
}

// freeze keeps the answers of each notification as they were when it was sent.
func (b *Breach) freeze() {
	for _, n := range b.Notifications {
		if n.Sent.IsZero() || n.FormVersion != "" {
			continue
		}
		n.FormVersion = NoticeVersion
		for _, q := range NoticeAnswers() {
			if text := q.text(b); text != "" {
				n.Answers = append(n.Answers, &FrozenAnswer{Key: q.Key, Text: text})
			}
		}
	}
}

// breachAuthorityFields are what the authority's form asks and no section holds
// (5-law 3, sections C to H).
func breachAuthorityFields() []form.F[Breach] {
	return []form.F[Breach]{
		form.Choice("cause", "Causa", func(b *Breach) *string { return &b.Cause },
			form.Option{Value: "intentional-internal", Label: "Azione intenzionale interna"},
			form.Option{Value: "accidental-internal", Label: "Azione accidentale interna"},
			form.Option{Value: "intentional-external", Label: "Azione intenzionale esterna"},
			form.Option{Value: "accidental-external", Label: "Azione accidentale esterna"},
			form.Option{Value: "unknown", Label: "Sconosciuta"},
			form.Option{Value: "other", Label: "Altro"}).Half(),
		form.Text("cause_note", "Quale causa", func(b *Breach) *string { return &b.CauseNote }).
			When(func(b *Breach) bool { return b.Cause == "other" || b.CauseNote != "" }).Half(),
		form.Long("measures_before", "Misure in essere al momento della violazione", func(b *Breach) *string { return &b.MeasuresBefore }).
			Help("Che cosa proteggeva quei dati, quel giorno."),
		form.Entries("effects", "Possibili effetti per le persone", BreachEffects, func(b *Breach) *[]string { return &b.Effects }).
			Law("art. 33(3)(c) GDPR"),
		form.Choice("severity", "Gravità stimata", func(b *Breach) *string { return &b.Severity },
			form.Option{Value: "negligible", Label: "Trascurabile"}, form.Option{Value: "low", Label: "Bassa"},
			form.Option{Value: "medium", Label: "Media"}, form.Option{Value: "high", Label: "Alta"}).Half().
			Help("Delle conseguenze per le persone, come la stimate voi."),
		form.Long("severity_why", "Motivi della stima", func(b *Breach) *string { return &b.SeverityWhy }).Lines(2),
		form.Choice("cross_border", "La violazione tocca persone in altri Stati dello Spazio economico europeo?", func(b *Breach) *string { return &b.CrossBorder }, YesNo()...).Half(),
		form.Text("cross_states", "Quali Stati", func(b *Breach) *string { return &b.CrossStates }).
			When(func(b *Breach) bool { return b.CrossBorder == "yes" }).Half(),
		form.Text("outside_eea", "Persone fuori dallo Spazio economico europeo", func(b *Breach) *string { return &b.OutsideEEA }).
			Help("In quali paesi, se ce ne sono."),
		form.Text("other_authorities", "Notifica ad altre autorità di controllo", func(b *Breach) *string { return &b.OtherAuthorities }).
			Help("Quali e quando, se altre autorità per i dati personali l’hanno ricevuta."),
		form.Text("other_bodies", "Segnalazione ad altri organismi", func(b *Breach) *string { return &b.OtherBodies }).
			Help("Per esempio quelli della sicurezza informatica, se la legge lo chiede."),
		form.Choice("police", "Denuncia all’autorità giudiziaria o di polizia", func(b *Breach) *string { return &b.Police }, YesNo()...).Half(),
		form.Text("police_when", "A chi e quando", func(b *Breach) *string { return &b.PoliceWhen }).
			When(func(b *Breach) bool { return b.Police == "yes" }).Half().Example("Carabinieri di Cremona, 24/10/2026"),
	}
}
