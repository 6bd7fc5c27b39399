package app

import (
	"strings"

	"tutela/app/form"
)

// outside fills the suppliers of the example.
func (s *sampler) outside() {
	supplier := func(name, service, address, contacts, vat string, contract form.Date, subjects []string, types ...string) *Supplier {
		signed := contract
		x := &Supplier{
			Name: name, Service: service, Role: "processor", Country: "it", Address: address, Contacts: contacts, VAT: vat,
			Contract: contract, Object: service, Nature: "Raccolta, elaborazione e conservazione", Purpose: "Svolgere il servizio affidato",
			DataTypes: types, Subjects: subjects, Places: "Italia",
			Experience: "Lavora da anni con negozi come il nostro", Ability: "Personale formato e procedure scritte", Reliable: "Nessun problema dall’inizio del rapporto",
			Measures: "Accessi personali, copie giornaliere, antivirus, locali chiusi", MeasuresOn: signed, NoLess: true,
			Knows: signed, Keeps: signed, Follows: signed, Reports: signed, Accepts: signed,
			Report: "2026-02-20", Policy: signed,
		}
		s.add(SupplierForm.Type(), x)
		return x
	}
	s.payroll = supplier("Studio Paghe Padano S.r.l.", "Consulenza del lavoro e buste paga", "Corso Garibaldi 40, 26100 Cremona (CR)", "paghe@studiopaghe.example", "12345670017", "2023-01-10", []string{"employees", "family-members"}, "identification-data", "pay-data", "attendance-data")
	s.accountant = supplier("Studio Commercialista Rosati", "Contabilità e dichiarazioni", "Piazza Roma 7, 26100 Cremona (CR)", "0372 000001", "00743110157", "2022-05-03", []string{"customers", "suppliers"}, "identification-data", "tax-accounting-data")
	s.newsletter = supplier("Postino Digitale S.r.l.", "Invio delle newsletter", "Via Torino 51, 20123 Milano (MI)", "assistenza@postinodigitale.example", "07643520567", "2024-11-18", []string{"subscribers"}, "identification-data", "contact-details")
	s.installer = supplier("Vigila Impianti S.r.l.", "Manutenzione delle telecamere", "Via Mantova 112, 26100 Cremona (CR)", "0372 000002", "12345678903", "2021-09-06", []string{"employees", "customers", "visitors"}, "video-footage")
}

// machines fills the systems of the example.
func (s *sampler) machines() {
	system := func(x *System) *System {
		s.add(SystemForm.Type(), x)
		return x
	}
	s.pc = system(&System{
		Name: "PC amministrazione", Kind: "pc", Serial: "5CD0412ABC", Room: s.office.UID(), OperatingSystem: "Windows 11 Pro",
		Software: []string{"danea-easyfatt"}, Users: []string{s.marta.UID(), s.elena.UID()}, Peripherals: "Stampante multifunzione", Public: "yes", Links: "Internet in fibra",
		Antivirus: "Microsoft Defender", AntivirusOn: "2026-11-16", PatchedOn: "2026-11-12", Defence: "Firewall del router e del sistema", DefenceEvery: form.Number(30),
	})
	s.nas = system(&System{
		Name: "NAS in magazzino", Kind: "nas", Serial: "2140PQN001", OperatingSystem: "DSM 7", Users: []string{s.davide.UID(), s.elena.UID()},
		Public: "no", PatchedOn: "2026-10-05",
	})
	s.recorder = system(&System{
		Name: "Videoregistratore", Kind: "video", Serial: "VR-8800-17", Room: s.office.UID(), Users: []string{s.marta.UID()}, Public: "no", PatchedOn: "2026-06-15",
	})
	s.mailing = system(&System{
		Name: "Postino Digitale", Kind: "cloud", Supplier: s.newsletter.UID(), Users: []string{s.marta.UID(), s.niccolo.UID()}, Public: "yes", Links: "Sito del fornitore, con accesso personale",
	})
}

// archives fills the collections of data of the example, in the order of its
// treatments: personnel, customers, suppliers, candidates, newsletter, cameras.
func (s *sampler) archives(t []*Treatment) {
	add := func(a *Archive) {
		s.add(ArchiveForm.Type(), a)
		s.stores = append(s.stores, a)
	}
	uids := func(at ...int) (out []string) {
		for _, i := range at {
			out = append(out, t[i].UID())
		}
		return out
	}
	add(&Archive{Name: "Clienti e fornitori", Kind: "electronic", Classes: []string{"common"}, System: s.pc.UID(), Charge: s.elena.UID(), Disseminated: "no", Treatments: uids(1, 2)})
	add(&Archive{Name: "Fascicoli del personale", Kind: "paper", Classes: []string{"common", "special"}, Room: s.office.UID(), Charge: s.elena.UID(), Disseminated: "no",
		Treatments: uids(0, 3), Admitted: []string{s.marta.UID(), s.elena.UID()},
		Instructions: "Si prende un fascicolo per volta, si riporta nell’armadio entro la sera, l’armadio si chiude a chiave."})
	add(&Archive{Name: "Iscritti alla newsletter", Kind: "electronic", Classes: []string{"common"}, System: s.mailing.UID(), Charge: s.niccolo.UID(), Disseminated: "no", Treatments: uids(4)})
	add(&Archive{Name: "Registrazioni delle telecamere", Kind: "av", Classes: []string{"common"}, System: s.recorder.UID(), Charge: s.marta.UID(), Disseminated: "no", Treatments: uids(5)})
}

// protection fills the measures of the office and the crisis team.
func (s *sampler) protection() {
	for _, m := range []struct {
		slug, dangers string
		state         string
		day           form.Date
	}{
		{"fire-fighting", "physical", InPlace, "2019-05-02"},
		{"backup", "natural technical interruption physical", InPlace, "2021-03-15"},
		{"training", "unauthorised disclosure", InPlace, "2024-01-15"},
		{"disk-encryption", "disclosure unauthorised", ToAdopt, "2027-02-28"},
	} {
		x := &OfficeMeasure{Measure: Measure{Measure: m.slug, State: m.state, AdoptedBy: s.marta.UID(), Dangers: DangersOf(strings.Fields(m.dangers))}}
		if m.state == InPlace {
			x.Adopted = m.day
		} else {
			x.Due = m.day
		}
		s.add(OfficeMeasureForm.Type(), x)
	}
	for _, m := range []*CrisisMember{
		{Function: "Titolare", Person: s.marta.UID(), Phone: "333 0000001", Email: "marta@ferramentabianchi.example", Substitute: s.luca.UID(), From: "2024-11-04"},
		{Function: "Chi conosce le carte e i programmi", Person: s.elena.UID(), Phone: "333 0000002", Email: "elena@ferramentabianchi.example", From: "2024-11-04"},
		{Function: "Assistenza informatica", Outsider: "Giorgio Valli, Valli Informatica", Phone: "333 0000003", From: "2024-11-04"},
	} {
		s.add(CrisisForm.Type(), m)
		s.crisis = append(s.crisis, m.UID())
	}
}
