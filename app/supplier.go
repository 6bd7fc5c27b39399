package app

import (
	"cmp"
	"slices"

	"tutela/app/form"
)

// Supplier is an outside subject to whom processing is entrusted: a processor
// (art. 28 GDPR) or a controller of its own.
type Supplier struct {
	form.Meta
	Name, VAT, Address, Country    string
	Contacts, Role, Service        string
	DataTypes, Subjects            []string
	Places                         string
	Contract, ContractEnd          form.Date
	ContractFiles                  []form.File
	Safeguard, Responsible         string
	SubRule                        string
	Administrators                 []string // people of the supplier
	Object, Nature, Purpose        string
	Experience, Ability, Reliable  string
	Measures                       string
	MeasuresOn                     form.Date
	Knows, Keeps, Follows, Reports form.Date
	Accepts                        form.Date
	Report, Audit, Policy          form.Date
	Alerts                         []*Alert
	SubProcessors                  []*SubProcessor
	NoLess                         bool
	Note                           string
	Ended                          form.Date
}

// Alert is a warning that a supplier gave.
type Alert struct {
	Date form.Date
	Text string
}

// SubProcessor is whom a processor entrusts in turn (art. 28(2) and (4) GDPR).
type SubProcessor struct{ Name, Country, Service string }

var alertForm = form.Form[Alert]{
	Key: "alert", One: "segnalazione", Many: "Segnalazioni", Fem: true,
	Title: func(a *Alert) string { return a.Text },
	Sections: []form.Section[Alert]{{Fields: []form.F[Alert]{
		form.Day("date", "Ricevuta il", func(a *Alert) *form.Date { return &a.Date }).Need(),
		form.Text("text", "Che cosa ha segnalato", func(a *Alert) *string { return &a.Text }).Need(),
	}}},
}

var subProcessorForm = form.Form[SubProcessor]{
	Key: "sub_processor", One: "sub-responsabile", Many: "Sub-responsabili",
	Title: func(s *SubProcessor) string { return s.Name },
	Sections: []form.Section[SubProcessor]{{Fields: []form.F[SubProcessor]{
		form.Text("name", "Denominazione", func(s *SubProcessor) *string { return &s.Name }).Need().Half(),
		form.Entry("country", "Paese", "country", func(s *SubProcessor) *string { return &s.Country }).Need().Half(),
		form.Text("service", "Che cosa fa", func(s *SubProcessor) *string { return &s.Service }),
	}}},
}

// Declaration is one of the five that a supplier gives, by the key of its field
// (6-details, 25); On is "" while it was not given.
type Declaration struct {
	Field string
	On    form.Date
}

// Declarations are the five, in the order of the form.
func (s *Supplier) Declarations() []Declaration {
	return []Declaration{{"knows", s.Knows}, {"keeps", s.Keeps}, {"follows", s.Follows}, {"reports", s.Reports}, {"accepts", s.Accepts}}
}

// ReportDue is the last day of the yearly report (spec 3.3, rule 26): a year after
// the last one; where there is none, after the contract or after the declaration
// that promises it. Whoever is a controller of its own owes one for that declaration
// alone: its contract asks for none (6-details, 25). "" where none is owed.
func (s *Supplier) ReportDue() form.Date {
	from := cmp.Or(s.Report, s.Contract, s.Reports)
	switch s.Role {
	case "processor":
	case "controller":
		from = cmp.Or(s.Report, s.Reports)
	default:
		from = ""
	}
	if from == "" {
		return ""
	}
	return from.AddMonths(12)
}

// SupplierForm describes the suppliers (spec 3.1, Fornitori; 6-details, 23).
var SupplierForm = form.Form[Supplier]{
	Key: "supplier", One: "fornitore", Many: "Fornitori",
	About:  "Chi tratta dati per conto vostro: consulente del lavoro, commercialista, chi ospita il sito o spedisce le newsletter.",
	Title:  func(s *Supplier) string { return s.Name },
	Second: func(s *Supplier, _ form.Names) string { return s.Service },
	Ended:  func(s *Supplier) bool { return s.Ended != "" },
	Sections: []form.Section[Supplier]{
		{Key: "identity", Title: "Chi è", Fields: []form.F[Supplier]{
			form.Text("name", "Denominazione", func(s *Supplier) *string { return &s.Name }).Need().Half().Column(),
			form.Text("service", "Che cosa fa per voi", func(s *Supplier) *string { return &s.Service }).Need().Half().Column().
				Example("Invio delle newsletter"),
			form.Choice("role", "Ruolo", func(s *Supplier) *string { return &s.Role },
				form.Option{Value: "processor", Label: "Responsabile (art. 28)"},
				form.Option{Value: "controller", Label: "Titolare autonomo"}).Need().Half().Column().Law("art. 28 GDPR").
				Help("Responsabile se tratta i dati solo per conto vostro."),
			form.Entry("country", "Paese", "country", func(s *Supplier) *string { return &s.Country }).Need().Half().Column().
				Help("Dove sta: fuori dallo Spazio economico europeo servono garanzie."),
			form.Entry("safeguard", "Garanzia per il trasferimento", "transfer-safeguard", func(s *Supplier) *string { return &s.Safeguard }).
				Help("Solo se sta, o tiene i dati, fuori dallo Spazio economico europeo.").Law("artt. 44–49 GDPR"),
			form.Text("vat", "Partita IVA o codice fiscale", func(s *Supplier) *string { return &s.VAT }).Half(),
			form.Text("contacts", "Recapiti", func(s *Supplier) *string { return &s.Contacts }).Half().
				Help("Telefono, e-mail o PEC a cui risponde davvero qualcuno."),
			form.Text("responsible", "Con chi si parla", func(s *Supplier) *string { return &s.Responsible }).Half().
				Example("Anna Rosati, per la privacy").
				Help("La persona che il fornitore indica per le questioni sui dati."),
			form.Text("address", "Indirizzo", func(s *Supplier) *string { return &s.Address }).Half(),
		}},
		{Key: "contract", Title: "Il contratto", Help: "Ciò che l’atto con un responsabile deve dire (art. 28(3) GDPR).", Fields: contractFields()},
		{Key: "choice", Title: "Perché è stato scelto", Short: "La scelta", Help: "Il titolare sceglie solo chi dà garanzie sufficienti, e sa dire perché (art. 28(1) GDPR).", Fields: []form.F[Supplier]{
			form.Text("experience", "Esperienza", func(s *Supplier) *string { return &s.Experience }).Example("Segue da vent’anni le paghe di negozi come il nostro"),
			form.Text("ability", "Capacità", func(s *Supplier) *string { return &s.Ability }).Example("Personale formato, certificazione ISO 27001"),
			form.Text("reliable", "Affidabilità", func(s *Supplier) *string { return &s.Reliable }).Example("Nessun problema in dieci anni di rapporto"),
			form.Long("measures", "Misure di sicurezza che dichiara", func(s *Supplier) *string { return &s.Measures }).Lines(2),
			form.Day("measures_on", "Dichiarazione sulle misure del", func(s *Supplier) *form.Date { return &s.MeasuresOn }).Half(),
			form.Bool("no_less", "La sicurezza non è inferiore a quella dell’ufficio", func(s *Supplier) *bool { return &s.NoLess }),
		}},
		{Key: "declarations", Title: "Dichiarazioni ricevute", Short: "Dichiarazioni", Help: "La data in cui il fornitore ha firmato ciascuna. Vuota: non l’ha ancora data.", Fields: []form.F[Supplier]{
			form.Day("knows", "Sa che sono dati personali", func(s *Supplier) *form.Date { return &s.Knows }).Half(),
			form.Day("keeps", "Rispetta le norme", func(s *Supplier) *form.Date { return &s.Keeps }).Half(),
			form.Day("follows", "Segue le istruzioni", func(s *Supplier) *form.Date { return &s.Follows }).Half(),
			form.Day("reports", "Riferisce ogni anno e avvisa subito", func(s *Supplier) *form.Date { return &s.Reports }).Half(),
			form.Day("accepts", "Accetta i controlli", func(s *Supplier) *form.Date { return &s.Accepts }).Half(),
		}},
		{Key: "time", Title: "Nel tempo", Fields: []form.F[Supplier]{
			form.Day("report", "Ultima relazione annuale", func(s *Supplier) *form.Date { return &s.Report }).Half(),
			form.Day("audit", "Ultimo controllo svolto", func(s *Supplier) *form.Date { return &s.Audit }).Half(),
			form.Day("policy", "Procedura per le violazioni consegnata il", func(s *Supplier) *form.Date { return &s.Policy }).Half().
				Help("Così sa che deve avvisarvi subito.").Law("art. 33(2) GDPR"),
			form.List("alerts", "Segnalazioni ricevute", func(s *Supplier) *[]*Alert { return &s.Alerts }, alertForm).
				Help("Che cosa vi ha detto di un pericolo o di un guasto, e quando."),
			form.List("sub_processors", "Sub-responsabili", func(s *Supplier) *[]*SubProcessor { return &s.SubProcessors }, subProcessorForm).
				Help("A chi affida a sua volta una parte del lavoro.").Law("art. 28(2) e (4) GDPR"),
			form.Long("note", "Note", func(s *Supplier) *string { return &s.Note }),
			form.Day("ended", "Non lavora più per voi dal", func(s *Supplier) *form.Date { return &s.Ended }).Half().
				Check(func(s *Supplier) string { return after(s.Contract, s.Ended, "Viene prima della data del contratto.") }),
		}},
	},
}

func contractFields() []form.F[Supplier] {
	processor := func(s *Supplier) bool { return s.Role == "processor" }
	return []form.F[Supplier]{
		form.Day("contract", "Contratto o atto del", func(s *Supplier) *form.Date { return &s.Contract }).Half().Column().
			NeedIf(processor).Law("art. 28(3) GDPR"),
		form.Day("contract_end", "Fino al", func(s *Supplier) *form.Date { return &s.ContractEnd }).Half().Column().
			Help("Si lascia vuoto se non ha scadenza.").
			Check(func(s *Supplier) string {
				return after(s.Contract, s.ContractEnd, "Il contratto finisce prima di cominciare.")
			}),
		form.Text("object", "Oggetto", func(s *Supplier) *string { return &s.Object }).Example("Elaborazione delle buste paga"),
		form.Text("nature", "Natura del trattamento", func(s *Supplier) *string { return &s.Nature }).Half().Example("Conservazione, invio, elaborazione"),
		form.Text("purpose", "Finalità", func(s *Supplier) *string { return &s.Purpose }).Half().Example("Adempimenti del datore di lavoro"),
		form.Entries("data_types", "Tipo di dati personali", "data-type", func(s *Supplier) *[]string { return &s.DataTypes }).OwnEntries(),
		form.Entries("subjects", "Categorie di interessati", "data-subject", func(s *Supplier) *[]string { return &s.Subjects }).OwnEntries(),
		form.Text("places", "Luoghi in cui tratta i dati", func(s *Supplier) *string { return &s.Places }).Example("Server a Milano"),
		form.Choice("sub_rule", "Sub-responsabili", func(s *Supplier) *string { return &s.SubRule }, subRules()...).When(processor).
			Help("Che cosa permettete. Se non scegliete, ciascuno va autorizzato per iscritto.").Law("art. 28(2) GDPR").
			Warn(func(s *Supplier) string {
				if s.SubRule == SubNone && len(s.SubProcessors) > 0 {
					return "Non li ammettete, ma fra i sub-responsabili ce n’è uno: autorizzatelo, o fatelo togliere."
				}
				return ""
			}),
		form.Refs("administrators", "Chi, dei suoi, amministra i vostri sistemi", "person", func(s *Supplier) *[]string { return &s.Administrators }).
			Help("Solo se cura computer, reti o programmi: le persone, messe fra le Persone come esterni.").Law("Garante 27/11/2008"),
		form.Files("contract_files", "Contratto firmato", func(s *Supplier) *[]form.File { return &s.ContractFiles }).
			Help("La scansione, se volete averla qui."),
	}
}

// subRules are what a contract may say of sub-processors (art. 28(2) GDPR).
func subRules() []form.Option {
	return []form.Option{
		{Value: SubNone, Label: "Non ammessi"},
		{Value: SubGeneral, Label: "Ammessi, con autorizzazione generale"},
		{Value: SubSpecific, Label: "Ammessi solo quelli autorizzati"},
	}
}

// Entrusted gives the treatments going on that name a supplier: as a partner, or
// as whose a storage or a backup is.
func Entrusted(d *Dossier, supplier string) []*Treatment {
	return slices.DeleteFunc(GoingOn(d), func(t *Treatment) bool { return !slices.Contains(t.Entrusts(), supplier) })
}
