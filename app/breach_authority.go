package app

import "tutela/app/form"

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
