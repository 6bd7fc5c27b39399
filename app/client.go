package app

import "tutela/app/form"

// Client is a controller on whose behalf the office processes data: a row of the
// processor's register (art. 30(2) GDPR).
type Client struct {
	form.Meta
	Name, VAT, Address, Contacts string
	Representative               string
	DPO, DPOContacts             string
	Contract, ContractEnd        form.Date
	ContractFiles                []form.File

	Processing          string // the categories of processing, one a line
	DataTypes, Subjects []string
	Transfer            string
	Transfers           []*Transfer
	Measures            []string
	MeasuresText        string
	SubRule             string
	SubProcessors       []*SubProcessor

	Note  string
	Ended form.Date
}

// What the contract says of sub-processors (art. 28(2) GDPR).
const (
	SubNone     = "none"
	SubGeneral  = "general"
	SubSpecific = "specific"
)

// ClientForm describes the processor's register (spec 1.4; 6-details, 7).
var ClientForm = form.Form[Client]{
	Key: "client", One: "cliente", Many: "Trattamenti per conto di clienti",
	About: "Solo se trattate dati per conto di altri: chi sono i vostri clienti titolari, che cosa fate per loro, con quali misure. È il registro che il GDPR chiede al responsabile.",
	Title: func(c *Client) string { return c.Name },
	Second: func(c *Client, _ form.Names) string {
		if c.Ended != "" {
			return "fino al " + c.Ended.String()
		}
		if c.Contract != "" {
			return "contratto del " + c.Contract.String()
		}
		return ""
	},
	Ended: func(c *Client) bool { return c.Ended != "" },
	Sections: []form.Section[Client]{
		{Key: "identity", Title: "Il titolare per cui si lavora", Short: "Il titolare", Fields: []form.F[Client]{
			form.Text("name", "Denominazione", func(c *Client) *string { return &c.Name }).Need().Half().Column().Law("art. 30(2)(a) GDPR"),
			form.Text("contacts", "Recapiti", func(c *Client) *string { return &c.Contacts }).Need().Half().Column().
				Help("Telefono, e-mail o PEC: qui si avvisa subito di una violazione."),
			form.Text("address", "Indirizzo", func(c *Client) *string { return &c.Address }).Half(),
			form.Text("vat", "Partita IVA o codice fiscale", func(c *Client) *string { return &c.VAT }).Half(),
			form.Text("representative", "Rappresentante nell’Unione", func(c *Client) *string { return &c.Representative }).
				Help("Solo se il titolare sta fuori dall’Unione: nome e recapiti.").Law("art. 27 GDPR"),
			form.Text("dpo", "Responsabile della protezione dei dati (RPD)", func(c *Client) *string { return &c.DPO }).Half().
				Help("Quello del cliente, se ne ha uno."),
			form.Text("dpo_contacts", "Recapiti del RPD", func(c *Client) *string { return &c.DPOContacts }).Half(),
		}},
		{Key: "contract", Title: "Il contratto", Fields: []form.F[Client]{
			form.Day("contract", "Contratto o atto del", func(c *Client) *form.Date { return &c.Contract }).Need().Half().Column().Law("art. 28(3) GDPR"),
			form.Day("contract_end", "Fino al", func(c *Client) *form.Date { return &c.ContractEnd }).Half().Column().
				Help("Si lascia vuoto se non ha scadenza.").
				Check(func(c *Client) string {
					return after(c.Contract, c.ContractEnd, "Il contratto finisce prima di cominciare.")
				}),
			form.Files("contract_files", "Contratto firmato", func(c *Client) *[]form.File { return &c.ContractFiles }).
				Help("La scansione, se volete averla qui."),
		}},
		{Key: "processing", Title: "Che cosa si tratta", Fields: clientProcessingFields()},
		{Key: "security", Title: "Misure e sub-responsabili", Short: "Misure", Fields: clientSecurityFields()},
		{Key: "time", Title: "Nel tempo", Fields: []form.F[Client]{
			form.Long("note", "Note", func(c *Client) *string { return &c.Note }),
			form.Day("ended", "Non si lavora più per lui dal", func(c *Client) *form.Date { return &c.Ended }).Half().
				Help("La scheda resta nella storia e non si stampa più nel registro.").
				Check(func(c *Client) string { return after(c.Contract, c.Ended, "Viene prima della data del contratto.") }),
		}},
	},
}

func clientProcessingFields() []form.F[Client] {
	return []form.F[Client]{
		form.Long("processing", "Categorie di trattamenti", func(c *Client) *string { return &c.Processing }).Need().Column().
			Help("Che cosa fate per questo cliente, una riga per ogni servizio.").Law("art. 30(2)(b) GDPR"),
		form.Entries("data_types", "Tipo di dati personali", "data-type", func(c *Client) *[]string { return &c.DataTypes }).OwnEntries(),
		form.Entries("subjects", "Categorie di interessati", "data-subject", func(c *Client) *[]string { return &c.Subjects }).OwnEntries(),
		form.Choice("transfer", "Trasferimento dati (paesi terzi)", func(c *Client) *string { return &c.Transfer },
			form.Option{Value: "none", Label: "Non presente"}, form.Option{Value: "present", Label: "Presente"}).Need().Column().
			Help("Anche un servizio in rete fuori dallo Spazio economico europeo è un trasferimento.").Law("art. 30(2)(c) GDPR"),
		form.List("transfers", "Paesi e garanzie", func(c *Client) *[]*Transfer { return &c.Transfers }, transferForm).AddBy("country").
			When(func(c *Client) bool { return c.Transfer == "present" }).Need(),
	}
}

func clientSecurityFields() []form.F[Client] {
	return []form.F[Client]{
		form.Entries("measures", "Misure di sicurezza", "measure", func(c *Client) *[]string { return &c.Measures }).OwnEntries().
			NeedIf(func(c *Client) bool { return c.MeasuresText == "" }).
			Help("Quelle che proteggono i dati di questo cliente.").Law("artt. 30(2)(d) e 32 GDPR"),
		form.Long("measures_text", "Altre misure", func(c *Client) *string { return &c.MeasuresText }).Lines(2).
			Help("Quelle che il contratto chiede in più."),
		form.Choice("sub_rule", "Sub-responsabili", func(c *Client) *string { return &c.SubRule }, subRules()...).Need().
			Help("Che cosa permette il contratto.").Law("art. 28(2) GDPR").
			Warn(func(c *Client) string {
				if c.SubRule == SubNone && len(c.SubProcessors) > 0 {
					return "Il contratto non ammette sub-responsabili, ma qui sotto ce n’è uno: toglietelo, o fatevi autorizzare per iscritto."
				}
				return ""
			}),
		form.List("sub_processors", "Sub-responsabili impiegati", func(c *Client) *[]*SubProcessor { return &c.SubProcessors }, subProcessorForm).
			When(func(c *Client) bool { return c.SubRule != SubNone || len(c.SubProcessors) > 0 }).
			Help("A chi affidate una parte di ciò che fate per questo cliente.").Law("art. 28(2) e (4) GDPR"),
	}
}

// Clients gives those for whom the office works on a day; "" is today: those not
// ended.
func Clients(r Records, day form.Date) []*Client {
	var out []*Client
	for _, rec := range r.Records(ClientForm.Key) {
		c := rec.(*Client)
		if c.Ended == "" || day != "" && c.Ended > day {
			out = append(out, c)
		}
	}
	return out
}
