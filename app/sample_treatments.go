package app

import (
	"strings"

	"tutela/app/form"
)

// sampleTreatments are the activities of a shop, each complete.
func sampleTreatments(s *sampler) []*Treatment {
	office := []string{s.marta.UID(), s.elena.UID()}
	all := append(append([]string{}, office...), s.luca.UID(), s.niccolo.UID())
	years := func(n int64, from, source string) *Retention {
		return &Retention{Term: form.Number(n), Unit: "years", From: from, Source: source}
	}
	t := []*Treatment{
		{
			Title: "Personale: paghe e gestione", Partners: []string{s.payroll.UID()}, People: office,
			Description: "Gestione del rapporto di lavoro: assunzioni, presenze, buste paga, contributi e adempimenti fiscali.",
			Sources:     []string{"direct"}, Purposes: purposes("employment-relationship", "payroll"),
			Bases: []string{"contract", "legal-obligation"}, Special: form.Yes, Bases9: []string{"employment"},
			DataTypes: []string{"identification-data", "bank-data", "attendance-data", "pay-data", "sick-leave-certificates"},
			Subjects:  []string{"employees", "family-members"}, Recipients: []string{"labour-consultant", "inps", "inail", "revenue-agency", "banks"},
			Frequency: "monthly", Retention: []*Retention{years(10, "end", "civil-2946")}, Mode: "mixed", Tools: []string{"pc-desktop", "paper-archive"},
			Probability: form.Number(2), Consequence: form.Number(3),
		},
		{
			Title: "Clienti e fatturazione", Partners: []string{s.accountant.UID()}, People: all,
			Description: "Ordini, consegne, fatture e pagamenti dei clienti del negozio e delle imprese.",
			Sources:     []string{"direct"}, Purposes: purposes("customer-management", "invoicing"),
			Bases: []string{"contract", "legal-obligation"}, Special: form.No,
			DataTypes: []string{"identification-data", "contact-details", "tax-accounting-data", "contract-order-data"},
			Subjects:  []string{"customers", "customer-contacts"}, Recipients: []string{"accountant", "revenue-agency", "banks", "couriers"},
			Frequency: "daily", Retention: []*Retention{years(10, "entry", "civil-2220")}, Mode: "mixed", Tools: []string{"pc-desktop", "management-software", "paper-archive"},
			Probability: form.Number(2), Consequence: form.Number(2),
		},
		{
			Title: "Fornitori", Partners: []string{s.accountant.UID()}, People: []string{s.luca.UID(), s.elena.UID()},
			Description: "Acquisti, pagamenti e rapporti con i fornitori e i loro referenti.",
			Sources:     []string{"direct"}, Purposes: purposes("supplier-management", "accounting"),
			Bases: []string{"contract", "legal-obligation"}, Special: form.No,
			DataTypes: []string{"identification-data", "contact-details", "bank-data"},
			Subjects:  []string{"suppliers", "supplier-contacts"}, Recipients: []string{"accountant", "banks", "revenue-agency"},
			Frequency: "weekly", Retention: []*Retention{years(10, "entry", "civil-2220")}, Mode: "electronic", Tools: []string{"pc-desktop"},
			Probability: form.Number(1), Consequence: form.Number(2),
		},
		{
			Title: "Candidati", NoPartners: true, People: office,
			Description: "Raccolta e valutazione dei curricula di chi si propone per un lavoro.",
			Sources:     []string{"direct"}, Purposes: purposes("recruitment"), Bases: []string{"contract"}, Special: form.No,
			DataTypes: []string{"identification-data", "contact-details", "education-work-history"},
			Subjects:  []string{"candidates"}, Recipients: []string{"authorised-staff"}, Frequency: "occasional",
			Retention: []*Retention{{Term: form.Number(12), Unit: "months", From: "collection", Source: "candidates-12m"}},
			Mode:      "mixed", Tools: []string{"email", "paper-archive"}, Probability: form.Number(2), Consequence: form.Number(2),
		},
		{
			Title: "Newsletter e promozioni", Partners: []string{s.newsletter.UID()}, People: []string{s.marta.UID(), s.niccolo.UID()},
			Description: "Invio periodico di offerte e novità a chi si è iscritto in negozio o dal sito.",
			Sources:     []string{"direct"}, Purposes: purposes("newsletter", "promotional-activities"), Bases: []string{"consent"}, Special: form.No,
			DataTypes: []string{"identification-data", "contact-details"}, Subjects: []string{"subscribers"}, Recipients: []string{"email-marketing-platforms"},
			Frequency: "monthly", Retention: []*Retention{{Term: form.Number(24), Unit: "months", From: "collection", Source: "marketing-24m"}},
			ConsentProof: "Modulo firmato, o data e ora dell’iscrizione dal sito", Mode: "electronic", Tools: []string{"cloud", "email"},
			Probability: form.Number(2), Consequence: form.Number(2),
		},
		{
			Title: "Videosorveglianza del negozio", Partners: []string{s.installer.UID()}, People: []string{s.marta.UID()},
			Description: "Telecamere all’ingresso e in cassa, a tutela del patrimonio e delle persone.",
			Sources:     []string{"automatic-collection"}, Purposes: purposes("video-surveillance"), Bases: []string{"legitimate-interest"}, Special: form.No,
			DataTypes: []string{"video-footage"}, Subjects: []string{"employees", "customers", "visitors"}, Recipients: []string{"police"},
			Frequency: "continuous", Retention: []*Retention{{Term: form.Number(24), Unit: "hours", From: "collection", Source: "video-24h"}},
			Mode: "electronic", Tools: []string{"video-surveillance-system"}, Probability: form.Number(3), Consequence: form.Number(3),
			Further: "Ridurre l’inquadratura della cassa e informare di nuovo il personale", FurtherBy: "2027-01-31",
		},
	}
	for _, x := range t {
		s.common(x)
	}
	t[1].Sites = append(t[1].Sites, s.store.UID())
	return t
}

func purposes(slugs ...string) []*Purpose {
	var out []*Purpose
	for _, s := range slugs {
		out = append(out, &Purpose{Purpose: s})
	}
	return out
}

// common fills what is the same in every activity of the example.
func (s *sampler) common(t *Treatment) {
	t.Sites = []string{s.shop.UID()}
	t.Notice, t.NoticeEdition, t.NoticeDate, t.NoticeHow = form.Yes, "ed. 2", "2024-11-04", "Consegnata a mano o pubblicata sul sito"
	t.Profiling, t.MinorsConsent, t.Transfer, t.Disseminated = form.No, form.NotNeeded, "none", "no"
	t.Matrix = "5x5"
	t.Storages = []*Storage{{Place{Name: "PC amministrazione", Where: "internal", Site: s.shop.UID(), Access: t.People, System: s.pc.UID(), Software: []string{"danea-easyfatt"}}}}
	t.Backups = []*Backup{{Place: Place{Name: "NAS in magazzino", Where: "internal", Site: s.store.UID(), System: s.nas.UID(), Access: t.People},
		Plan: s.nightly.UID()}}
	for _, m := range []struct{ slug, dangers string }{
		{"fire-fighting", "physical"}, {"locked-cabinets", "physical unauthorised disclosure"}, {"backup", "natural technical interruption physical"},
		{"antivirus", "disclosure unauthorised"}, {"password-management", "technical disclosure unauthorised"}, {"training", "unauthorised disclosure"},
	} {
		t.Measures = append(t.Measures, &Measure{Measure: m.slug, State: InPlace, Adopted: "2024-01-15", Dangers: DangersOf(strings.Fields(m.dangers))})
	}
}
