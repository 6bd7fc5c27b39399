package check

import (
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// sysadminRules are those of the checks of administrators (spec 3.3, rule 29;
// Garante, 27 November 2008).
func sysadminRules() []*Rule {
	key := app.SysadminCheckForm.Key
	return []*Rule{
		rule(Rule{
			Key: "sysadmin-not-checked", Register: app.AppointmentForm.Key, Field: "person", Law: "Garante 27/11/2008", House: 29,
			About:   "Il lavoro di un amministratore di sistema si verifica almeno una volta all’anno.",
			Example: "Un amministratore nominato da due anni, e nessuna verifica.",
		}, func(w World, a *app.Appointment) []hit {
			due := app.SysadminCheckDue(w, a)
			if a.Role != app.RoleSysadmin || !a.InForce(w.Today()) || due >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("La verifica annuale andava fatta entro il %s: fatela e registratela fra le verifiche degli amministratori. Chi tratta dati solo a ordinari fini amministrativi e contabili non vi è obbligato: per lui è una buona abitudine.", due)}}
		}),
		rule(Rule{
			Key: "sysadmin-logs", Register: key, Field: "logs_since", Law: "Garante 27/11/2008", House: 29,
			About:   "I registri degli accessi degli amministratori si conservano per i mesi che dice l’ufficio, completi e non modificabili.",
			Example: "Registri degli ultimi tre mesi.",
		}, func(w World, c *app.SysadminCheck) []hit {
			var out []hit
			if need := c.LogsNeeded(app.HouseOf(w), appointedOn(w, c)); c.LogsSince != "" && need != "" && c.LogsSince > need {
				out = append(out, hit{text: fmt.Sprintf("Si conservano per almeno %d mesi: dovevano arrivare indietro almeno al %s. Fate allungare il periodo a chi cura il sistema.", app.HouseOf(w).LogMonths(), need)})
			}
			if c.LogsSafe == "no" {
				out = append(out, hit{"logs_safe", "Un registro che si può cambiare non prova niente: fatelo copiare ogni giorno dove chi amministra il sistema non può scrivere."})
			}
			return out
		}),
	}
}

// appointedOn is the day of the first appointment as administrator that was in
// force at a check; "" where there was none.
func appointedOn(w World, c *app.SysadminCheck) (first form.Date) {
	for _, a := range app.Appointments(w, app.RoleSysadmin, c.On) {
		if a.Person == c.Person && (first == "" || a.Appointed < first) {
			first = a.Appointed
		}
	}
	return first
}
