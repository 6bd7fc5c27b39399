package check

import (
	"fmt"

	"tutela/app"
)

// inspectionRules are those of the checks in the office (6-details 26, rule 32;
// 5-law 6, CTL1).
func inspectionRules() []*Rule {
	key := app.InspectionForm.Key
	return []*Rule{
		rule(Rule{
			Key: "inspection-overdue", Register: key, Field: "months", Law: "art. 32(1)(d) GDPR", House: 32,
			About:   "I controlli si ripetono quando è stato deciso.",
			Example: "Un controllo ogni sei mesi, e l’ultimo di sette mesi fa.",
		}, func(w World, i *app.Inspection) []hit {
			due := i.NextDue()
			if due == "" || due >= w.Today() || app.InspectedSince(w, i, w.Today()) {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Il controllo seguente andava fatto entro il %s: fatelo, e scrivetene il verbale.", due)}}
		}),
		rule(Rule{
			Key: "inspection-finding-overdue", Register: key, Field: "findings", Law: "art. 32(1)(d) GDPR",
			About:   "Ciò che un controllo ha trovato si mette a posto entro la sua data.",
			Example: "Una serratura da cambiare entro ieri.",
		}, func(w World, i *app.Inspection) []hit {
			var out []hit
			for n, f := range i.Findings {
				if f.Late(w.Today()) {
					out = append(out, hit{fmt.Sprintf("findings/%d/due", n), fmt.Sprintf("«%s» andava messo a posto entro il %s: fatelo e scrivete quando, o spostate la data.", f.What, f.Due)})
				}
			}
			return out
		}),
		when(Rule{
			Key: "controls-no-inspection", Register: app.AppointmentForm.Key, Field: "role", Law: "art. 32(1)(d) GDPR",
			About:   "Chi è responsabile dei controlli ne fa almeno uno all’anno.",
			Example: "Un responsabile dei controlli nominato due anni fa, e nessun controllo scritto.",
		}, "Da più di un anno risponde dei controlli e non ne è scritto nessuno: fatene uno, o scrivete nell’elenco dei controlli quelli già fatti.",
			func(w World, a *app.Appointment) bool {
				return a.Role == app.RoleControls && a.InForce(w.Today()) && a.Appointed.AddMonths(12) < w.Today() && len(w.Records(key)) == 0
			}),
	}
}
