package exchange

// synonyms are the names that columns usually have, by "register.field" or by
// the field alone, written as compact writes them. The label and the key of a
// field need not stand here.
var synonyms = map[string][]string{
	"person.surname":     {"lastname"},
	"person.name":        {"nomedibattesimo", "firstname"},
	"person.birth":       {"natoil", "natail", "natoail", "nascita", "datanascita", "datanasc", "dnascita"},
	"person.birth_place": {"natoa", "natoaa", "luogonascita", "comunenascita", "comunedinascita", "cittadinascita"},
	"person.email":       {"indirizzoemail", "emailaziendale"},
	"person.phone":       {"cellulare", "cell", "mobile", "telcell", "recapito", "recapitotelefonico"},
	"person.address":     {"residenza", "domicilio", "indirizzodiresidenza", "via"},
	"person.kind":        {"tiporapporto", "tipodirapporto", "contratto", "tipocontratto", "tipodicontratto"},
	"person.duties":      {"mansione", "qualifica", "ruolo", "incarico", "funzione", "compiti"},
	"person.unit":        {"ufficio", "settore", "area", "divisione"},
	"person.superior":    {"responsabile", "capo", "capoufficio", "responsabilediretto", "riportaa"},
	"person.start":       {"assunto", "assuntoil", "assuntail", "dataassunzione", "datadiassunzione", "assunzione", "datainizio", "inizio", "ingresso", "dal"},
	"person.end":         {"cessato", "cessatoil", "cessatail", "datacessazione", "datadicessazione", "cessazione", "datafine", "fine", "uscita", "al"},
	"person.end_reason":  {"motivocessazione", "motivouscita"},

	"credential.person":      {"persona", "dipendente", "assegnataa", "assegnatario", "nominativo", "cognomeenome", "intestatario"},
	"credential.system":      {"sistema", "programma", "applicazione", "applicativo", "computer", "pc"},
	"credential.user_id":     {"username", "utente", "codiceutente", "nomeutente", "login", "account"},
	"credential.profile":     {"ruolo", "permessi", "gruppo"},
	"credential.issued":      {"attivata", "dataattivazione", "attivazione", "creata", "creatail"},
	"credential.last_use":    {"ultimouso", "ultimoutilizzo", "ultimoaccesso", "ultimologin", "lastlogin"},
	"credential.last_change": {"ultimocambio", "ultimocambiopassword", "cambiopassword", "passwordcambiatail"},
	"credential.disabled":    {"disattivata", "disabilitata", "disabilitatail", "datadisattivazione"},
	"credential.special":     {"datiparticolari", "datiparticolariogiudiziari"},

	"system.name":         {"sistema", "computer", "dispositivo", "apparecchio"},
	"system.serial":       {"serialnumber", "seriale", "matricola", "sn"},
	"system.antivirus_on": {"antivirusaggiornato", "aggiornamentoantivirus"},
	"system.patched_on":   {"aggiornato", "aggiornatoil", "ultimoaggiornamento"},
	"supplier.name":       {"ragionesociale", "fornitore", "nome", "ditta", "azienda"},
	"client.name":         {"ragionesociale", "cliente", "nome", "ditta", "azienda"},
	"site.name":           {"sede"},

	"tax_code": {"cf", "codfisc", "codfiscale", "codicefisc", "cfiscale"},
	"vat":      {"piva", "pariva", "partitaiva", "cfpiva", "pivacf"},
	"email":    {"mail", "postaelettronica", "emailpersonale"},
	"phone":    {"tel", "numeroditelefono", "ntelefono", "numerotelefono", "telefonofisso"},
	"postcode": {"codicepostale"},
	"city":     {"citta", "localita"},
	"province": {"prov", "pr"},
	"note":     {"nota", "annotazioni", "osservazioni"},
}

// wholeNames are columns that hold surname and name together, in this order, and
// the other way round.
var (
	wholeNames   = []string{"cognomeenome", "cognomenome", "nominativo", "dipendente", "lavoratore", "persona", "collaboratore"}
	wholeNamesOf = []string{"nomeecognome", "nomecognome", "nomecompleto"}
)
