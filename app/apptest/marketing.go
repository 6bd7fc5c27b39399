package apptest

import (
	"tutela/app"
	"tutela/app/form"
)

// Marketing keeps the case of the marketing sheet: an office whose sheet
// contradicts itself as real ones do.
func Marketing(save func(*form.Type, form.Record) error) error {
	var err error
	add := func(t *form.Type, rec form.Record) {
		if err == nil {
			err = save(t, rec)
		}
	}
	add(app.OfficeForm.Type(), &app.Office{
		Name: "Ferri Noleggi S.r.l.", VAT: "12345670017", Address: "Via Dante 14", Postcode: "26100", City: "Cremona", Province: "CR",
		Representative: "Lucia Ferri", HasDPO: "no", Body: app.BodyPrivate, Matrix: "5x5", PrintTaxCodes: true,
	})
	legal := &app.Site{Name: "Sede legale", Kind: "registered-office", Address: "Via Dante 14", City: "Cremona", Province: "CR"}
	operating := &app.Site{Name: "Sede operativa", Kind: "operating-site", Address: "Via Bergamo 3", City: "Cremona", Province: "CR"}
	add(app.SiteForm.Type(), legal)
	add(app.SiteForm.Type(), operating)
	person := func(surname, name, code string, duties ...string) string {
		p := &app.Person{Surname: surname, Name: name, TaxCode: code}
		for _, d := range duties {
			p.Duties = append(p.Duties, &app.Duty{Duty: d})
		}
		add(app.PersonForm.Type(), p)
		return p.UID()
	}
	people := []string{
		person("Ferri", "Lucia", "FRRLCU79D52D150W", "director", "legal-representative", "board-chair"),
		person("Moretti", "Giulia", "MRTGLI93M70B157K", "accounting-manager"),
		person("Bassi", "Tommaso", "BSSTMS85S03F205V", "it-support"),
	}
	own := func(label, slug string) string {
		add(app.CatalogEntryForm.Type(), &app.CatalogEntry{Catalogue: "software", Label: label, Slug: slug})
		return slug
	}
	rental, elmac, almac := own("gestionale noleggi", "gestionale-noleggi"), own("Elmac", "elmac"), own("Almac", "almac")
	place := app.Place{Name: "PC desktop", Where: "internal", Site: legal.UID(), Access: people}
	stored, copied := place, place
	stored.Software, copied.Software = []string{rental, elmac}, []string{rental, almac}
	t := &app.Treatment{
		Title: "Attività di marketing", Sites: []string{legal.UID(), operating.UID()}, People: people, NoPartners: true,
		Description: "e-mail marketing ad aziende clienti, per informarle di promozioni e sconti",
		Sources:     []string{"direct"}, Bases: []string{"consent", "contract", "legal-obligation"},
		Special: form.Yes, Bases9: []string{"explicit-consent"}, Bases9Text: "contratto, legge",
		DataTypes: []string{"tax-code-id-numbers", "identification-data", "name-address-elements"},
		Subjects:  []string{"smes", "entrepreneurs"}, Recipients: []string{"firms", "email-providers", "companies-and-firms"},
		Notice: form.Yes, Profiling: form.NotNeeded, MinorsConsent: form.NotNeeded, Frequency: "weekly",
		Retention:     []*app.Retention{{Term: form.Number(10), Unit: "years", From: "collection"}},
		RetentionText: "per la durata del rapporto commerciale e per dieci anni dalla raccolta", Transfer: "none",
		Mode: "electronic", Tools: []string{"pc-desktop"},
		Storages: []*app.Storage{{Place: stored}},
		Backups:  []*app.Backup{{Place: copied, Frequency: form.Number(7), History: form.Number(7)}},
		Matrix:   "5x5", Probability: form.Number(2), Consequence: form.Number(2),
		RiskNote: "La newsletter parte dalla piattaforma web Mailchimp.",
	}
	for _, p := range []string{"promotional-activities", "customer-management", "business-information", "booking-ticketing", "courtesy-promotional-mailing", "mailing-list-offers"} {
		t.Purposes = append(t.Purposes, &app.Purpose{Purpose: p})
	}
	for _, m := range []struct {
		slug    string
		dangers []string
	}{
		{"fire-fighting", []string{"physical"}},
		{"electrical-lifesaver", []string{"interruption", "physical"}},
		{"no-backup", []string{"technical"}},
		{"backup", []string{"natural", "technical", "interruption", "physical"}},
		{"antivirus", []string{"disclosure", "unauthorised"}},
		{"password-management", []string{"technical", "disclosure", "unauthorised"}},
		{"certified-data-centre", []string{"technical", "disclosure", "unauthorised"}},
		{"electrical-certified", []string{"interruption", "physical"}},
		{"disaster-recovery", []string{"interruption", "disclosure"}},
	} {
		t.Measures = append(t.Measures, &app.Measure{Measure: m.slug, State: app.InPlace, Dangers: app.DangersOf(m.dangers)})
	}
	add(app.TreatmentForm.Type(), t)
	return err
}
