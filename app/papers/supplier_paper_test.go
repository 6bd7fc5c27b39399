package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/papers"
)

// supplierDuties are what the law and the office's own rules ask of a supplier, by
// a mark that stands in no other: the letters of art. 28(3) GDPR, then 6-details, 25.
var supplierDuties = map[string][]string{
	"processor-contract": {
		"soltanto su istruzione scritta del titolare", "fuori dallo Spazio economico europeo", "tenute al segreto", "misure dell’art. 32", "Non affida ad altri alcuna parte",
		"rispondere alle richieste delle persone", "artt. 32–36", "cancella o restituisce tutti i dati, a scelta del titolare", "dimostrano il rispetto", "permette e agevola i controlli",
		"se un’istruzione gli sembra contraria", "gli stessi obblighi di protezione dei dati", "ne risponde verso il titolare il responsabile", "senza ingiustificato ritardo", "artt. 44–49",
		"sono dati personali", "Rispetta il GDPR", "Fa proprie le istruzioni", "Riferisce ogni anno", "avvisa subito", "il diritto di controllare", "Ha misure di sicurezza adeguate", "mai inferiori",
	},
	"autonomous-controller": {
		"titolare autonomo del trattamento", "sono dati personali", "Rispetta il GDPR", "Fa proprie le condizioni", "Riferisce ogni anno", "avvisa subito", "Accetta che l’ufficio verifichi",
		"Ha misure di sicurezza adeguate", "non inferiori", "Non riceve perciò una nomina",
	},
}

// TestSupplierDuties: each duty is in the paper of its role, blank as filled.
func TestSupplierDuties(t *testing.T) {
	d, list := apptest.Sample(t), papers.All(app.Registers())
	for kind, duties := range supplierDuties {
		p, _ := papers.Find(list, kind)
		s := app.All(d, app.SupplierForm)[0]
		s.Role = map[string]string{"processor-contract": "processor", "autonomous-controller": "controller"}[kind]
		for name, text := range map[string]string{"blank": flat(p.Empty(d)), "filled": flat(p.Fill(d, s))} {
			text = strings.ReplaceAll(text, "**", "")
			for _, want := range duties {
				if !strings.Contains(text, want) {
					t.Errorf("%s, %s: %q is missing", kind, name, want)
				}
			}
		}
	}
}

// TestProcessorContract changes one thing of a whole contract at a time.
func TestProcessorContract(t *testing.T) {
	sub := func(country string) []*app.SubProcessor {
		return []*app.SubProcessor{{Name: "Help Desk Ltd", Country: country, Service: "Assistenza notturna"}}
	}
	for _, c := range []struct {
		name         string
		change       func(d *app.Dossier, s *app.Supplier)
		has, without []string
		draft        bool
	}{
		{"as it is", func(*app.Dossier, *app.Supplier) {}, []string{
			"Studio Paghe Padano S.r.l.", "Marta Bianchi, socia amministratrice", "dal 10/01/2023, finché dura il servizio", "Personale: paghe e gestione",
			"violazioni@ferramentabianchi.example", "autorizza soltanto", "I dati restano", "Misure del responsabile: Accessi personali", "Dispositivi antincendio",
			"Il titolare del trattamento: ____ Marta Bianchi", "Il responsabile del trattamento: ____ Studio Paghe Padano S.r.l.", "Cremona, 10/01/2023",
		}, []string{"Amministratori di sistema", "da completare"}, false},
		{"not signed yet", func(_ *app.Dossier, s *app.Supplier) { s.Contract = "" }, []string{"Durata: dalla firma, finché dura il servizio", "data ____"}, nil, false},
		{"until a day", func(_ *app.Dossier, s *app.Supplier) { s.ContractEnd = "2028-02-29" }, []string{"dal 10/01/2023 fino al 29/02/2028"}, []string{"finché dura"}, false},
		{"ends before it begins", func(_ *app.Dossier, s *app.Supplier) { s.ContractEnd = "2023-01-09" }, nil, nil, true},
		{"nothing said of the purpose", func(_ *app.Dossier, s *app.Supplier) { s.Purpose, s.DataTypes, s.Subjects = "", nil, nil }, []string{"Finalità: gestione del rapporto di lavoro; elaborazione delle paghe", "Categorie di interessati: dipendenti"}, nil, false},
		{"on no sheet, and no data", func(d *app.Dossier, s *app.Supplier) {
			s.DataTypes = nil
			for _, x := range app.All(d, app.TreatmentForm) {
				x.Partners = nil
			}
		}, []string{"Tipi di dati personali: «da completare»"}, []string{"Trattamenti dell’ufficio"}, true},
		{"nature", func(_ *app.Dossier, s *app.Supplier) { s.Nature = "" }, []string{"Natura del trattamento: «da completare»"}, nil, true},
		{"measures", func(_ *app.Dossier, s *app.Supplier) { s.Measures = "" }, []string{"Misure del responsabile: «da completare»"}, nil, true},
		{"no country", func(_ *app.Dossier, s *app.Supplier) { s.Country = "" }, []string{"Paese: «da completare»"}, nil, true},
		{"outside, no safeguard", func(_ *app.Dossier, s *app.Supplier) { s.Country = "us" }, []string{"Studio Paghe Padano S.r.l. | Stati Uniti | "}, []string{"I dati restano"}, true},
		{"outside, guarded", func(_ *app.Dossier, s *app.Supplier) { s.Country, s.Safeguard = "us", "standard-clauses" }, []string{"| Stati Uniti | clausole tipo della Commissione"}, nil, false},
		{"sub-processors, general", func(_ *app.Dossier, s *app.Supplier) { s.SubRule, s.SubProcessors = app.SubGeneral, sub("fr") }, []string{"autorizza in generale", "possa opporsi", "Help Desk Ltd | Francia | Assistenza notturna", "I dati restano"}, nil, false},
		{"sub-processors, none", func(_ *app.Dossier, s *app.Supplier) { s.SubRule = app.SubNone }, []string{"non autorizza"}, []string{"Che cosa fa"}, false},
		{"sub-processors, none but one", func(_ *app.Dossier, s *app.Supplier) { s.SubRule, s.SubProcessors = app.SubNone, sub("fr") }, []string{"non autorizza", "Help Desk Ltd"}, nil, true},
		{"a sub-processor outside", func(_ *app.Dossier, s *app.Supplier) { s.SubProcessors = sub("in") }, []string{"Help Desk Ltd | India | "}, []string{"I dati restano"}, true},
		{"a sub-processor somewhere", func(_ *app.Dossier, s *app.Supplier) { s.SubProcessors = sub("") }, nil, nil, true},
		{"administrators", func(d *app.Dossier, s *app.Supplier) {
			all := app.All(d, app.PersonForm)
			s.Administrators = []string{all[1].UID(), all[4].UID()}
		}, []string{"Amministratori di sistema", "Bianchi Luca | PC amministrazione; NAS in magazzino", "| del 11/11/2024", "Ricci Davide | – | da nominare", "27 novembre 2008"}, nil, false},
		{"no breach e-mail", func(d *app.Dossier, _ *app.Supplier) { d.Office().BreachEmail = "" }, []string{"Si scrive a: ferramentabianchi@pec.example"}, nil, false},
		{"nowhere to write", func(d *app.Dossier, _ *app.Supplier) {
			o := d.Office()
			o.BreachEmail, o.PEC, o.Email, o.Phone = "", "", "", ""
		}, []string{"Si scrive a: «da completare»"}, nil, true},
		{"one that decides for itself", func(_ *app.Dossier, s *app.Supplier) { s.Role = "controller" }, []string{"Non è il documento giusto.", "titolare autonomo"}, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			p, _ := papers.Find(papers.All(app.Registers()), "processor-contract")
			s := app.All(d, app.SupplierForm)[0]
			c.change(d, s)
			paper := p.Fill(d, s)
			expect(t, paper, c.has, c.without, c.draft)
		})
	}
}

// TestAutonomousController: of a bank, say; signed by both.
func TestAutonomousController(t *testing.T) {
	d := apptest.Sample(t)
	list := papers.All(app.Registers())
	p, _ := papers.Find(list, "autonomous-controller")
	contract, _ := papers.Find(list, "processor-contract")
	s := app.All(d, app.SupplierForm)[1]
	if p.Fits(s) || !contract.Fits(s) {
		t.Error("the paper of the other role is offered for a processor")
	}
	s.Role = "controller"
	if !p.Fits(s) || contract.Fits(s) {
		t.Error("the paper of the other role is offered for a controller")
	}
	check(t, "autonomous-controller", p.Fill(d, s))
	s.Country = "us"
	expect(t, p.Fill(d, s), []string{"si fonda sulla garanzia", "economico europeo: «da completare»"}, nil, true)
	s.Role, s.Country = "processor", "it"
	expect(t, p.Fill(d, s), []string{"Non è il documento giusto.", "responsabile (art. 28)"}, nil, true)
	s.Ended = "2026-01-01"
	if contract.Fits(s) {
		t.Error("a contract is offered for who no longer works for the office")
	}
}
