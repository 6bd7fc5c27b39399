package check

import "tutela/app"

// interventionRules are those of outside technicians (6-details 26, rule 27; 5-law
// 6, EXT1).
func interventionRules() []*Rule {
	key := app.InterventionForm.Key
	return []*Rule{
		when(Rule{
			Key: "intervention-no-declaration", Register: key, Field: "declared", Law: "art. 32 GDPR", House: 27,
			About:   "Il tecnico esterno lascia una dichiarazione firmata di ciò che ha fatto.",
			Example: "Un computer riparato ieri, e nessuna dichiarazione del tecnico.",
		}, "Il lavoro è finito e la dichiarazione del tecnico non c’è: stampatela, fatela firmare e scrivete qui quando la ricevete.",
			func(w World, x *app.Intervention) bool {
				due := x.DeclarationDue()
				return x.Declared == "" && due != "" && due < w.Today()
			}),
		when(Rule{
			Key: "intervention-no-processor", Register: key, Field: "company", Law: "art. 28 GDPR",
			About:   "Chi, lavorando, ha potuto vedere dati personali è fra i fornitori.",
			Example: "Un tecnico che ha visto l’archivio clienti, di una ditta che non è fra i fornitori.",
		}, "Ha potuto vedere dati personali e non è fra i vostri fornitori: se li tratta per conto vostro, o se torna, aggiungetelo e fate il contratto (art. 28).",
			func(_ World, x *app.Intervention) bool {
				return x.DataSeen == "yes" && x.Supplier == "" && x.Company != ""
			}),
	}
}
