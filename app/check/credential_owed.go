package check

import (
	"fmt"
	"slices"

	"tutela/app"
)

// personRules are those of the people: whoever works electronically has a
// credential of his own (5-law 6, CRED1; 6-details 26, rule 22). As for letters,
// they speak once the office keeps credentials.
func personRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "credential-owed", Register: app.PersonForm.Key, Field: "duties", Law: "artt. 29 e 32 GDPR", House: 22,
			About:   "Chi tratta dati con il computer ha una credenziale sua, attiva.",
			Example: "Una persona autorizzata a un trattamento informatico, senza credenziali.",
		}, func(w World, p *app.Person) []hit {
			if len(w.Records(app.CredentialForm.Key)) == 0 || hasCredential(w, p.UID()) {
				return nil
			}
			titles := worksOn(w, p.UID())
			switch n := len(titles); {
			case n == 0:
				return nil
			case n > 1:
				return []hit{{text: fmt.Sprintf("Tratta dati con il computer in %d attività, fra cui «%s», e non ha una credenziale attiva. Chiedetene una per lei: non si usa quella di un altro.", n, titles[0])}}
			}
			return []hit{{text: fmt.Sprintf("Tratta dati con il computer per «%s» e non ha una credenziale attiva. Chiedetene una per lei: non si usa quella di un altro.", titles[0])}}
		}),
	}
}

// hasCredential says that a credential of a person is issued and not disabled.
func hasCredential(w World, person string) bool {
	return person != "" && slices.ContainsFunc(w.Records(app.CredentialForm.Key), func(rec any) bool {
		c := rec.(*app.Credential)
		return c.Person == person && c.Issued != "" && c.Issued <= w.Today() && (c.Disabled == "" || c.Disabled > w.Today())
	})
}

// worksOn gives the titles of the treatments that a person does with a computer,
// as one who is authorised or has access to a storage. Data meant for
// dissemination do not count (6-details, 3).
func worksOn(w World, person string) []string {
	var out []string
	for _, rec := range w.Records(treatmentKey) {
		t := rec.(*app.Treatment)
		if person == "" || t.Archived != "" || t.Disseminated == "yes" || !t.Electronic() {
			continue
		}
		if slices.Contains(t.People, person) || slices.ContainsFunc(t.Places(), func(p *app.Place) bool { return slices.Contains(p.Access, person) }) {
			out = append(out, t.Title)
		}
	}
	return out
}
