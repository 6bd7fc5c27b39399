package app

import "tutela/app/form"

// SysadminCheck is the yearly check of what an administrator of systems did
// (6-details, 22; Garante, 27 November 2008).
type SysadminCheck struct {
	form.Meta
	Person    string
	On        form.Date
	From, To  form.Date
	Looked    string
	LogsSince form.Date
	LogsSafe  string // yes, no
	Outcome   string
	Findings  string
	By        string
	Files     []form.File
}

// How a check ends.
const (
	CheckRegular  = "regular"
	CheckFindings = "findings"
)

// LogMonths is for how many months the access logs of administrators are kept at
// least (rule 29).
func (h House) LogMonths() int { return h.value(29, UnitMonths) }

// LogsNeeded is the day from which the logs have to be there at a check: so many
// months back or, of who was appointed later, the appointment.
func (c *SysadminCheck) LogsNeeded(h House, appointed form.Date) form.Date {
	if c.On == "" {
		return ""
	}
	return max(c.On.AddMonths(-h.LogMonths()), appointed)
}

// SysadminCheckForm describes the checks of administrators.
var SysadminCheckForm = form.Form[SysadminCheck]{
	Key: "sysadmin_check", One: "verifica", Many: "Verifiche degli amministratori", Fem: true,
	About: "Almeno una volta all’anno il titolare guarda se chi amministra i sistemi ha fatto solo ciò che gli spetta, anche dai registri degli accessi.",
	Title: func(c *SysadminCheck) string { return "Verifica del " + c.On.String() },
	Named: func(c *SysadminCheck, n form.Names) string {
		return joinedNames(n.Ref(PersonForm.Key, c.Person), c.On.String())
	},
	Second: func(c *SysadminCheck, _ form.Names) string {
		switch c.Outcome {
		case CheckRegular:
			return "regolare"
		case CheckFindings:
			return "con rilievi"
		}
		return "da concludere"
	},
	Sections: []form.Section[SysadminCheck]{
		{Key: "check", Title: "La verifica", Fields: []form.F[SysadminCheck]{
			form.Ref("person", "Amministratore di sistema", PersonForm.Key, func(c *SysadminCheck) *string { return &c.Person }).Need().Half().Column().
				Help("Una persona nominata, o che un fornitore ha indicato.").Law("Garante 27/11/2008"),
			form.Day("on", "Verifica del", func(c *SysadminCheck) *form.Date { return &c.On }).Need().Half().Column(),
			form.Day("from", "Periodo dal", func(c *SysadminCheck) *form.Date { return &c.From }).Need().Half().Column(),
			form.Day("to", "Fino al", func(c *SysadminCheck) *form.Date { return &c.To }).Need().Half().Column().
				Check(func(c *SysadminCheck) string {
					if wrong := after(c.From, c.To, "Il periodo finisce prima di cominciare."); wrong != "" {
						return wrong
					}
					return after(c.To, c.On, "Il periodo finisce dopo la verifica.")
				}),
			form.Long("looked", "Che cosa si è guardato", func(c *SysadminCheck) *string { return &c.Looked }).Need().Lines(2).
				Help("Gli accessi, i loro orari, gli utenti aperti e chiusi, le modifiche alla sicurezza, le copie."),
			form.Day("logs_since", "I registri degli accessi arrivano indietro al", func(c *SysadminCheck) *form.Date { return &c.LogsSince }).Need().Half().Column().
				Help("Si conservano almeno sei mesi.").Law("Garante 27/11/2008").
				Check(func(c *SysadminCheck) string { return after(c.LogsSince, c.On, "Viene dopo la verifica.") }),
			form.Choice("logs_safe", "Sono completi e non modificabili?", func(c *SysadminCheck) *string { return &c.LogsSafe }, YesNo()...).Need().Half().
				Help("Nemmeno da chi amministra il sistema."),
		}},
		{Key: "outcome", Title: "L’esito", Fields: []form.F[SysadminCheck]{
			form.Choice("outcome", "Esito", func(c *SysadminCheck) *string { return &c.Outcome },
				form.Option{Value: CheckRegular, Label: "Regolare"}, form.Option{Value: CheckFindings, Label: "Con rilievi"}).Need().Column(),
			form.Long("findings", "Rilievi, e che cosa si fa", func(c *SysadminCheck) *string { return &c.Findings }).Lines(2).
				When(func(c *SysadminCheck) bool { return c.Outcome == CheckFindings }).Need(),
			form.Ref("by", "Verificato da", PersonForm.Key, func(c *SysadminCheck) *string { return &c.By }).Need().Half().Column().
				Help("Il titolare, o chi delega.").
				Check(func(c *SysadminCheck) string {
					if c.By == c.Person {
						return "È l’amministratore stesso: la verifica la fa un altro."
					}
					return ""
				}),
			form.Files("files", "Verbale firmato", func(c *SysadminCheck) *[]form.File { return &c.Files }),
		}},
	},
}

// LastSysadminCheck is the last check of an administrator that was concluded; nil
// where there is none.
func LastSysadminCheck(r Records, person string) *SysadminCheck {
	var last *SysadminCheck
	for _, rec := range r.Records(SysadminCheckForm.Key) {
		c := rec.(*SysadminCheck)
		if c.Person != person || c.On == "" || c.Outcome == "" {
			continue
		}
		if last == nil || c.On > last.On {
			last = c
		}
	}
	return last
}

// SysadminCheckDue is the last day of the yearly check of an appointment: a year
// after the last check, or after the appointment where that came later.
func SysadminCheckDue(r Records, a *Appointment) form.Date {
	from := a.Appointed
	if last := LastSysadminCheck(r, a.Person); last != nil {
		from = max(from, last.On)
	}
	if from == "" {
		return ""
	}
	return from.AddMonths(12)
}
