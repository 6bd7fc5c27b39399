package guide

// Start is the topic for whoever asks for help where there is none of its own.
const Start = "iniziare"

// OfRegister names the topic that tells of a register, by its key; Start where no
// topic does.
func OfRegister(register string) string {
	if key, ok := ofRegister[register]; ok {
		return key
	}
	return Start
}

var ofRegister = map[string]string{
	"office":         Start,
	"unit":           "ufficio",
	"site":           "ufficio",
	"room":           "ufficio",
	"archive":        "ufficio",
	"system":         "ufficio",
	"supplier":       "fornitori",
	"intervention":   "fornitori",
	"risk_analysis":  "rischi",
	"office_measure": "rischi",
	"crisis_member":  "violazioni",
	"inspection":     "ufficio",
	"room_entry":     "ufficio",
	"house_rule":     "ufficio",
	"catalog_entry":  "testi-propri",
	"treatment":      "trattamenti",
	"dpia":           "valutazione",
	"erasure":        "trattamenti",
	"client":         "fornitori",
	"person":         "personale",
	"appointment":    "personale",
	"credential":     "credenziali",
	"permission":     "autorizzazioni",
	"extra_access":   "autorizzazioni",
	"leaving":        "uscite",
	"access_attempt": "credenziali",
	"training":       "formazione",
	"training_plan":  "formazione",
	"sysadmin_check": "personale",
	"copy_leave":     "autorizzazioni",
	"document_loan":  "ufficio",
	"delivery":       "stampare",
	"backup_plan":    "copie-dei-dati",
	"backup_copy":    "copie-dei-dati",
	"restore":        "copie-dei-dati",
	"medium":         "copie-dei-dati",
	"breach":         "violazioni",
	"request":        "richieste",
	"document_text":  "testi-propri",
}
