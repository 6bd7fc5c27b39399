package app

import "tutela/app/form"

// Sample fills an office with a complete invented example: what `tutelactl demo`
// and the window's demo show, and what tests read. Save keeps a record and gives
// it its UID; its errors are returned as they are.
func Sample(save func(t *form.Type, rec form.Record) error) error {
	s := sampler{save: save}
	s.place()
	s.team()
	s.outside()
	s.machines()
	s.backupPlan()
	treatments := sampleTreatments(&s)
	for _, t := range treatments {
		s.add(TreatmentForm.Type(), t)
	}
	s.units(treatments)
	s.archives(treatments)
	s.appointments(treatments)
	s.dpias(treatments)
	s.clients()
	s.protection()
	s.credentials(treatments)
	s.breaches(treatments)
	s.requests(treatments)
	s.leaver(treatments)
	s.backups(s.stores[0])
	s.permissions()
	s.training()
	s.interventions()
	s.analyses()
	s.inspections()
	s.papersAbout(treatments)
	s.houseRules()
	s.documentTexts()
	return s.err
}

// sampler keeps records until the first error.
type sampler struct {
	save func(*form.Type, form.Record) error
	err  error

	shop, store           *Site
	marta, luca, elena    *Person
	niccolo, davide       *Person
	payroll, accountant   *Supplier
	newsletter, installer *Supplier
	office                *Room
	pc, nas, recorder     *System
	mailing               *System
	crisis                []string // UIDs of the crisis team
	nightly               *BackupPlan
	stores                []*Archive
}

func (s *sampler) add(t *form.Type, rec form.Record) {
	if s.err == nil {
		s.err = s.save(t, rec)
	}
}

func (s *sampler) place() {
	s.add(OfficeForm.Type(), &Office{
		Name: "Ferramenta Bianchi S.n.c.", LegalForm: "Società in nome collettivo", Body: BodyPrivate,
		TaxCode: "01488120195", VAT: "01488120195", Sector: "Commercio al dettaglio di ferramenta", Employees: form.Number(5),
		Address: "Via Dante 14", Postcode: "26100", City: "Cremona", Province: "CR",
		Phone: "0372 000000", Email: "info@ferramentabianchi.example", PEC: "ferramentabianchi@pec.example", BreachEmail: "violazioni@ferramentabianchi.example",
		Representative: "Marta Bianchi", RepresentativeRole: "Socia amministratrice",
		HasDPO: "no", DPOWhyNone: "L’ufficio non è un ente pubblico e non controlla persone né tratta dati particolari su larga scala.",
		Originals: "Armadio chiuso a chiave, ufficio amministrazione", Matrix: "5x5",
	})
	s.shop = &Site{Name: "Sede legale e negozio", Kind: "shop", Address: "Via Dante 14", Postcode: "26100", City: "Cremona", Province: "CR",
		Access: Access{WaysIn: []string{"key"}, Hours: "lun–sab 8.30–12.30 e 15–19", Protection: "Serranda, allarme collegato, estintori"}}
	s.store = &Site{Name: "Magazzino", Kind: "warehouse", Address: "Via Bergamo 3", Postcode: "26100", City: "Cremona", Province: "CR",
		Access: Access{WaysIn: []string{"key", "code"}, Hours: "lun–ven 8–17", Protection: "Porta blindata, estintori"}}
	s.add(SiteForm.Type(), s.shop)
	s.add(SiteForm.Type(), s.store)
}

func (s *sampler) team() {
	person := func(surname, name, phone, code string, birth, start form.Date, kind string, duties ...string) *Person {
		p := &Person{Surname: surname, Name: name, Phone: phone, TaxCode: code, Birth: birth, Kind: kind, Start: start}
		for _, d := range duties {
			p.Duties = append(p.Duties, &Duty{Duty: d, From: start})
		}
		s.add(PersonForm.Type(), p)
		return p
	}
	s.marta = person("Bianchi", "Marta", "333 0000001", "BNCMRT71D52D150X", "1971-04-12", "1998-03-02", "owner", "director", "legal-representative")
	s.luca = person("Bianchi", "Luca", "333 0000004", "BNCLCU74P03D150Q", "1974-09-03", "1998-03-02", "owner", "partner", "purchasing-manager")
	s.elena = person("Sala", "Elena", "333 0000002", "SLALNE88A61F205M", "1988-01-21", "2014-09-01", "employee", "accounting-clerk")
	s.niccolo = person("Costa", "Niccolò", "", "CSTNCL95L30B157T", "1995-07-30", "2021-05-10", "employee", "shop-assistant")
	s.davide = person("Ricci", "Davide", "", "RCCDVD80S08D150M", "1980-11-08", "2016-02-01", "employee", "warehouse-manager")
	s.office = &Room{Name: "Amministrazione", Site: s.shop.UID(), Floor: "primo piano", Use: "Contabilità, PC e armadio del personale",
		Access: Access{WaysIn: []string{"key"}, Admitted: []string{s.marta.UID(), s.elena.UID()}, Keeper: s.elena.UID(), Substitute: s.marta.UID()}}
	s.add(RoomForm.Type(), s.office)
}

// units are the two of the shop, with the treatments of each: personnel, suppliers
// and candidates; customers, newsletter and cameras.
func (s *sampler) units(t []*Treatment) {
	s.add(UnitForm.Type(), &Unit{Name: "Amministrazione", Site: s.shop.UID(), Lead: s.marta.UID(), Treatments: []string{t[0].UID(), t[2].UID(), t[3].UID()}})
	s.add(UnitForm.Type(), &Unit{Name: "Negozio e magazzino", Site: s.shop.UID(), Lead: s.luca.UID(), Treatments: []string{t[1].UID(), t[4].UID(), t[5].UID()}})
}
