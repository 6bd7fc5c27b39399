package check

import (
	"fmt"
	"strings"

	"tutela/app"
)

// credentialRules are the house rules of credentials (spec 3.3, rules 4 to 8;
// 5-law 6, CRED1 to CRED6 and PWD7 and PWD8). They are measures under art. 32, not
// law by themselves: the old Disciplinare is never cited.
func credentialRules() []*Rule {
	key := app.CredentialForm.Key
	return []*Rule{
		when(Rule{
			Key: "credential-biometric", Register: key, Field: "kind", Law: "art. 9 GDPR",
			About:   "Per entrare in un sistema non si usano caratteristiche biometriche.",
			Example: "Una credenziale con l’impronta del dito.",
		}, "Impronte e volti sono dati particolari: di regola non si usano per entrare in un sistema. Scegliete una password o un dispositivo, o chiedete un parere prima di continuare.",
			func(_ World, c *app.Credential) bool { return c.Kind == app.CredentialBiometric }),
		rule(Rule{
			Key: "credential-id-taken", Register: key, Field: "user_id", Law: "art. 32 GDPR", House: 7,
			About:   "Uno user-ID è di una persona sola, per sempre.",
			Example: "Lo user-ID di un collega.",
		}, func(w World, c *app.Credential) []hit {
			id := strings.TrimSpace(c.UserID)
			if id == "" || c.Person == "" {
				return nil
			}
			for _, rec := range w.Records(key) {
				x := rec.(*app.Credential)
				if x.Person != "" && x.Person != c.Person && strings.EqualFold(strings.TrimSpace(x.UserID), id) {
					return []hit{{text: fmt.Sprintf("«%s» è lo user-ID di %s: non si salva, nemmeno se quella credenziale non è più attiva. Scrivetene un altro.", id, w.Ref(app.PersonForm.Key, x.Person))}}
				}
			}
			return nil
		}),
		rule(Rule{
			Key: "credential-special", Register: key, Field: "special", Law: "art. 32 GDPR", House: 5,
			About:   "Di chi lavora su dati particolari o giudiziari la credenziale lo dice: la password si cambia più spesso.",
			Example: "«No» ai dati particolari, e la persona è autorizzata alle buste paga.",
		}, func(w World, c *app.Credential) []hit {
			title := app.SpecialWork(w, c)
			if c.Special != "no" || title == "" {
				return nil
			}
			return []hit{{text: fmt.Sprintf("La persona lavora su dati particolari o giudiziari con «%s»: rispondete Sì. La password si cambia ogni %d mesi, contati dall’ultimo cambio.", title, app.HouseOf(w).PasswordMonths(true))}}
		}),
		when(Rule{
			Key: "credential-rules-unsigned", Register: key, Field: "rules_signed", Law: "artt. 29 e 32 GDPR",
			About:   "Chi riceve una credenziale firma di aver letto le regole.",
			Example: "Una credenziale attivata, e le regole non firmate.",
		}, "La credenziale è attiva e le regole non sono firmate: stampate l’assegnazione, fatela firmare, scrivete la data e, se volete, allegate la scansione.",
			func(w World, c *app.Credential) bool {
				return c.Issued != "" && c.Issued <= w.Today() && c.RulesSigned == ""
			}),
		when(Rule{
			Key: "credential-first-change", Register: key, Field: "first_change", Law: "art. 32 GDPR",
			About:   "La password provvisoria si cambia al primo uso.",
			Example: "Una password consegnata ieri e mai cambiata.",
		}, "La password è ancora quella consegnata, che conosce anche chi l’ha data: la persona la cambi, poi scrivete quando.",
			func(w World, c *app.Credential) bool {
				return c.WaitsForFirstChange() && max(c.Issued, c.Reissued) < w.Today()
			}),
		rule(Rule{
			Key: "credential-password-old", Register: key, Field: "last_change", Law: "art. 32 GDPR",
			About:   "La password si cambia entro i mesi delle regole della casa.",
			Example: "Una password cambiata sette mesi fa.",
		}, func(w World, c *app.Credential) []hit {
			if c.WaitsForFirstChange() {
				return nil // which another rule tells
			}
			life := c.Life(w, w.Today())
			if life.Due == "" || life.Left() >= 0 {
				return nil
			}
			months := app.HouseOf(w).PasswordMonths(life.Special)
			return []hit{{text: fmt.Sprintf("La password andava cambiata entro il %s, dopo %d mesi: la persona la cambi, poi scrivete quando.", life.Due, months)}}
		}),
		rule(Rule{
			Key: "credential-unused", Register: key, Field: "last_use", Law: "art. 32 GDPR", House: 6,
			About:   "Una credenziale che non si usa più si disattiva, dopo i mesi delle regole della casa.",
			Example: "Una credenziale usata l’ultima volta l’anno scorso.",
		}, func(w World, c *app.Credential) []hit {
			house := app.HouseOf(w)
			due := c.DisuseDue(house)
			if due == "" || due >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Non si usa da più di %d mesi: disattivatela, o scrivete quando è stata usata l’ultima volta.", house.DisuseMonths())}}
		}),
		rule(Rule{
			Key: "credential-person-left", Register: key, Field: "disabled", Law: "art. 32 GDPR", House: 8,
			About:   "Chi lascia l’ufficio non ha più credenziali.",
			Example: "Una persona uscita ieri, e la sua credenziale attiva.",
		}, func(w World, c *app.Credential) []hit {
			p, ok := w.Record(app.PersonForm.Key, c.Person).(*app.Person)
			if !ok || p.End == "" || p.End >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("La persona è uscita il %s e la credenziale è ancora attiva: disattivatela.", p.End)}}
		}),
		rule(Rule{
			Key: "credential-duty-changed", Register: key, Field: "opened", Law: "art. 32 GDPR", House: 8,
			About:   "Chi cambia mansione non tiene le credenziali di prima.",
			Example: "Una mansione finita ieri, e la credenziale di allora attiva.",
		}, func(w World, c *app.Credential) []hit {
			p, ok := w.Record(app.PersonForm.Key, c.Person).(*app.Person)
			if !ok || p.End != "" || c.Issued == "" {
				return nil
			}
			for _, d := range p.Duties {
				if d.To != "" && d.To < w.Today() && max(c.Issued, c.Opened, c.Reissued) <= d.To {
					return []hit{{text: fmt.Sprintf("Il %s la persona ha finito una mansione: disattivate la credenziale, oppure rivedete il profilo e scrivete quando i permessi sono stati aperti di nuovo.", d.To)}}
				}
			}
			return nil
		}),
	}
}

// extraAccessRules hold the four steps to their order (spec 3.3, rule 17).
func extraAccessRules() []*Rule {
	key := app.ExtraAccessForm.Key
	step := func(r Rule, text string, broken func(w World, x *app.ExtraAccess) bool) *Rule {
		return rule(r, func(w World, x *app.ExtraAccess) []hit {
			n, next := x.Next()
			if n == 0 || !broken(w, x) {
				return nil
			}
			return []hit{{path: next.Field, text: fmt.Sprintf(text, n)}}
		})
	}
	return []*Rule{
		step(Rule{
			Key: "extra-access-skipped", Register: key, Field: "reset", Law: "art. 32 GDPR", House: 17,
			About:   "I quattro passi di un accesso straordinario si fanno tutti, in ordine.",
			Example: "Password cambiata dalla persona, che non è mai stata avvisata.",
		}, "Manca il passo %d, ma uno dei successivi ha già la data: scrivete quando è stato fatto.",
			func(_ World, x *app.ExtraAccess) bool { return x.Skipped() }),
		step(Rule{
			Key: "extra-access-open", Register: key, Field: "changed", Law: "art. 32 GDPR", House: 17,
			About:   "Finito il tempo dell’accesso straordinario, si chiude con tutti i suoi passi.",
			Example: "Accesso dato fino a ieri, e la persona assente non lo sa.",
		}, "Il tempo dell’accesso è finito e manca il passo %d: fatelo e scrivete la data.",
			func(w World, x *app.ExtraAccess) bool { return !x.Skipped() && x.Until != "" && x.Until < w.Today() }),
	}
}

// attemptRules see that the controller knows (6-details, 26, rule 31).
func attemptRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "attempt-not-told", House: 31, Register: app.AccessAttemptForm.Key, Field: "told", Law: "artt. 32 e 33 GDPR",
			About:   "Un tentativo di accesso si dice subito al titolare.",
			Example: "Un tentativo di ieri, e il titolare non lo sa.",
		}, "Il titolare non lo sa ancora: diteglielo oggi. Se qualcuno è entrato, i termini della violazione corrono.",
			func(w World, a *app.AccessAttempt) bool { return a.On != "" && a.On < w.Today() && a.Told == "" }),
	}
}
