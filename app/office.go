package app

import (
	"net/mail"
	"strings"

	"tutela/app/form"
	"tutela/app/taxcode"
)

// Office is the controller (art. 4(7) GDPR): one row for ever.
type Office struct {
	form.Meta
	Name, LegalForm                           string
	Address, Postcode, City, Province         string
	TaxCode, VAT                              string
	Phone, Fax, Email, PEC, BreachEmail, Web  string
	Certifications, Body, Sector              string
	Employees                                 form.Int
	Representative, RepresentativeRole        string
	JointControllers                          []*Party
	EURepresentative                          string
	HasDPO                                    string
	DPO, DPOContacts, DPOProtocol, DPOWhyNone string
	DPODesignated, DPONotified                form.Date
	Originals, Matrix, Patron                 string
	PrintTaxCodes                             bool
}

// Party is an outside subject named with its contacts.
type Party struct{ Name, Contacts string }

// Body is private or public: it chooses the variant of the documents.
const (
	BodyPrivate = "private"
	BodyPublic  = "public"
)

// YesNo are the answers of a question that has only two.
func YesNo() []form.Option {
	return []form.Option{{Value: "yes", Label: "Sì"}, {Value: "no", Label: "No"}}
}

var partyForm = form.Form[Party]{
	Key: "party", One: "contitolare", Many: "Contitolari",
	Title: func(p *Party) string { return p.Name },
	Sections: []form.Section[Party]{{Fields: []form.F[Party]{
		form.Text("name", "Denominazione", func(p *Party) *string { return &p.Name }).Need().Half(),
		form.Text("contacts", "Recapiti", func(p *Party) *string { return &p.Contacts }).Half(),
	}}},
}

// OfficeForm describes the controller (spec 3.1, Ufficio).
var OfficeForm = form.Form[Office]{
	Key: "office", One: "ufficio", Many: "Dati dell’ufficio", Single: true,
	About: "I dati del titolare stanno in testa a ogni documento che stampate.",
	Title: func(o *Office) string { return o.Name },
	Second: func(o *Office, _ form.Names) string {
		return strings.TrimSpace(o.City)
	},
	Sections: []form.Section[Office]{
		{Key: "identity", Title: "Chi è il titolare", Fields: []form.F[Office]{
			form.Text("name", "Denominazione", func(o *Office) *string { return &o.Name }).Need().Column().
				Help("Come nella visura o sulla carta intestata, con la forma giuridica.").Law("art. 30(1)(a) GDPR"),
			form.Text("legal_form", "Forma giuridica", func(o *Office) *string { return &o.LegalForm }).Half().
				Example("S.r.l., ditta individuale, associazione"),
			form.Choice("body", "Natura", func(o *Office) *string { return &o.Body },
				form.Option{Value: BodyPrivate, Label: "Privato"}, form.Option{Value: BodyPublic, Label: "Ente pubblico"}).Half().
				Help("Da qui dipende il testo di alcuni documenti."),
			form.Text("tax_code", "Codice fiscale", func(o *Office) *string { return &o.TaxCode }).Half().Column().
				Help("11 cifre per le società, 16 caratteri per le ditte individuali.").
				Check(func(o *Office) string { return sentenceOf(taxcode.Check(o.TaxCode)) }),
			form.Text("vat", "Partita IVA", func(o *Office) *string { return &o.VAT }).Need().Half().Column().
				Help("11 cifre.").
				Check(func(o *Office) string { return sentenceOf(taxcode.CheckVAT(o.VAT)) }),
			form.Text("sector", "Settore", func(o *Office) *string { return &o.Sector }).Half().
				Help("Che cosa fa l’ufficio, in due parole.").Example("Noleggio attrezzature"),
			form.Count("employees", "Numero di dipendenti", "", 0, 100000, func(o *Office) *form.Int { return &o.Employees }).Half(),
		}},
		{Key: "contacts", Title: "Indirizzo e recapiti", Fields: []form.F[Office]{
			form.Text("address", "Indirizzo", func(o *Office) *string { return &o.Address }).Need().Half().Column().Example("Via Dante 14"),
			form.Text("postcode", "CAP", func(o *Office) *string { return &o.Postcode }).Half().
				Check(func(o *Office) string { return checkPostcode(o.Postcode) }),
			form.Text("city", "Comune", func(o *Office) *string { return &o.City }).Need().Half().Column(),
			form.Text("province", "Provincia", func(o *Office) *string { return &o.Province }).Half().Example("CR").
				Check(func(o *Office) string { return checkProvince(o.Province) }),
			form.Text("phone", "Telefono", func(o *Office) *string { return &o.Phone }).Half(),
			form.Text("fax", "Fax", func(o *Office) *string { return &o.Fax }).Half(),
			form.Text("email", "E-mail", func(o *Office) *string { return &o.Email }).Half().
				Check(func(o *Office) string { return checkEmail(o.Email) }),
			form.Text("pec", "PEC", func(o *Office) *string { return &o.PEC }).Half().
				Check(func(o *Office) string { return checkEmail(o.PEC) }),
			form.Text("breach_email", "E-mail per le violazioni", func(o *Office) *string { return &o.BreachEmail }).Half().
				Help("Dove chi lavora qui segnala una perdita o un furto di dati.").
				Check(func(o *Office) string { return checkEmail(o.BreachEmail) }),
			form.Text("web", "Sito web", func(o *Office) *string { return &o.Web }).Half(),
			form.Text("certifications", "Certificazioni", func(o *Office) *string { return &o.Certifications }).Example("ISO 9001, ISO 27001"),
		}},
		{Key: "people", Title: "Chi decide", Fields: []form.F[Office]{
			form.Text("representative", "Legale rappresentante", func(o *Office) *string { return &o.Representative }).Need().Half().
				Help("Nome e cognome di chi firma per il titolare."),
			form.Text("representative_role", "Carica", func(o *Office) *string { return &o.RepresentativeRole }).Half().Example("Amministratore unico"),
			form.List("joint_controllers", "Contitolari", func(o *Office) *[]*Party { return &o.JointControllers }, partyForm).
				Help("Solo se decidete finalità e mezzi insieme ad altri, con un accordo scritto.").Law("art. 26 GDPR"),
			form.Text("eu_representative", "Rappresentante nell’Unione", func(o *Office) *string { return &o.EURepresentative }).
				Help("Solo per chi non ha sede nell’Unione europea.").Law("art. 27 GDPR"),
		}},
		{Key: "dpo", Title: "Responsabile della protezione dei dati (RPD)", Short: "RPD", Fields: []form.F[Office]{
			form.Choice("has_dpo", "L’ufficio ha designato un RPD?", func(o *Office) *string { return &o.HasDPO }, YesNo()...).Need().Half().
				Help("È obbligatorio solo in alcuni casi: enti pubblici, dati sensibili o controllo su larga scala.").Law("art. 37 GDPR"),
			form.Text("dpo", "Nome del RPD", func(o *Office) *string { return &o.DPO }).When(withDPO).Need().Half(),
			form.Text("dpo_contacts", "Recapiti del RPD", func(o *Office) *string { return &o.DPOContacts }).When(withDPO).Need().Half().Law("art. 37(7) GDPR"),
			form.Day("dpo_designated", "Designato il", func(o *Office) *form.Date { return &o.DPODesignated }).When(withDPO).Half(),
			form.Day("dpo_notified", "Comunicato al Garante il", func(o *Office) *form.Date { return &o.DPONotified }).When(withDPO).Half(),
			form.Text("dpo_protocol", "Protocollo della comunicazione", func(o *Office) *string { return &o.DPOProtocol }).When(withDPO).Half(),
			form.Long("dpo_why_none", "Perché non serve", func(o *Office) *string { return &o.DPOWhyNone }).
				When(func(o *Office) bool { return o.HasDPO == "no" }).Help("Una frase: perché l’ufficio non rientra nei casi in cui è obbligatorio."),
		}},
		{Key: "choices", Title: "Scelte per i documenti", Fields: []form.F[Office]{
			form.Choice("matrix", "Matrice del rischio", func(o *Office) *string { return &o.Matrix },
				form.Option{Value: "5x5", Label: "5 × 5"}, form.Option{Value: "4x4", Label: "4 × 4"}).Half().
				Help("Le valutazioni già fatte restano con la loro matrice."),
			form.Text("originals", "Dove si custodiscono gli originali", func(o *Office) *string { return &o.Originals }).Half().
				Example("Armadio chiuso a chiave, ufficio amministrazione"),
			form.Text("patron", "Festa del patrono", func(o *Office) *string { return &o.Patron }).Half().Example("13/11").
				Help("Giorno e mese. Nelle scadenze si vede che quel giorno è festa.").
				Check(func(o *Office) string { return checkPatron(o.Patron) }),
			form.Bool("print_tax_codes", "Stampa i codici fiscali delle persone sulle schede", func(o *Office) *bool { return &o.PrintTaxCodes }).
				Help("Di solito non serve: sulla scheda bastano nome e mansione."),
		}},
	},
	Fresh: func(o *Office) { o.Body, o.Matrix = BodyPrivate, "5x5" },
}

func withDPO(o *Office) bool { return o.HasDPO == "yes" }

// FullAddress is the address on one line.
func (o *Office) FullAddress() string { return joinAddress(o.Address, o.Postcode, o.City, o.Province) }

// joinAddress writes "Via Dante 14, 26100 Cremona (CR)".
func joinAddress(address, postcode, city, province string) string {
	town := strings.TrimSpace(postcode + " " + city)
	if province != "" {
		town = strings.TrimSpace(town + " (" + strings.ToUpper(province) + ")")
	}
	if address != "" && town != "" {
		return address + ", " + town
	}
	return address + town
}

func sentenceOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func checkEmail(s string) string {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || !strings.Contains(s[strings.LastIndex(s, "@"):], ".") {
		return "L’indirizzo va scritto come nome@dominio.it."
	}
	return ""
}

func checkPatron(s string) string {
	if s == "" {
		return ""
	}
	if _, wrong := form.ParseDate(s + "/2024"); wrong != "" || len(s) != len("13/11") {
		return "Scrivete giorno e mese, due cifre ciascuno, per esempio 13/11."
	}
	return ""
}

func checkPostcode(s string) string {
	if len(s) != 5 || strings.Trim(s, "0123456789") != "" {
		return "Il CAP ha cinque cifre."
	}
	return ""
}

func checkProvince(s string) string {
	if len(s) != 2 || strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return "La provincia si scrive con la sigla di due lettere, per esempio CR."
	}
	return ""
}
