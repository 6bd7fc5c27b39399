package breach

// Section is one of the nine of the procedure (spec 2.1). The zero value is none.
type Section int

// The sections, as the forms number them.
const (
	S1 Section = iota + 1
	S2
	S3
	S4
	S5
	S6
	S7
	S8
	S9
)

// names are what the sections are called, on paper and where there is little room.
var names = [...]struct{ title, short string }{
	{},
	{"Segnalazione", "Segnalazione"},
	{"Team crisi: conseguenze dell’evento", "Conseguenze"},
	{"Team crisi: analisi del rischio", "Analisi rischio"},
	{"Titolare: notifica all’autorità di controllo", "Notifica"},
	{"Titolare: comunicazione agli interessati", "Interessati"},
	{"Decisione a non procedere", "Non procedere"},
	{"Trattamento dell’evento", "Trattamento"},
	{"Azione correttiva", "Az. correttiva"},
	{"Decisione di interruzione dell’analisi da parte del titolare", "Interruzione"},
}

// Sections gives all nine, in their order.
func Sections() []Section { return []Section{S1, S2, S3, S4, S5, S6, S7, S8, S9} }

// String is the name by which papers and people call it: S1.
func (s Section) String() string {
	if s < S1 || s > S9 {
		return ""
	}
	return "S" + string(rune('0'+s))
}

// Key is the section's key in the form of the register: s1.
func (s Section) Key() string {
	if s < S1 || s > S9 {
		return ""
	}
	return "s" + string(rune('0'+s))
}

// Title is the section as the form heads it: «S1 Segnalazione».
func (s Section) Title() string { return s.String() + " " + names[s].title }

// Name is the section in a word or two, without its number.
func (s Section) Name() string { return names[s].short }
