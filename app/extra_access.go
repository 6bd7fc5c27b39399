package app

import "tutela/app/form"

// ExtraAccess is an access to the tools of an absent person that could not wait:
// the password is reset, somebody uses it for a time, the absent person is told
// and changes it (spec 3.3, rule 17; 5-law 6, EMER1).
type ExtraAccess struct {
	form.Meta
	Absent, System string
	Reason         string
	AgreedBy       string
	Agreed         form.Date

	ResetBy       string
	Reset         form.Date
	GivenTo       string
	Given, Until  form.Date
	Told, Changed form.Date
	Minutes       []form.File
}

// AccessStep is one of the four dated steps of an extraordinary access.
type AccessStep struct {
	Field string // key of its date
	Name  string // in the words of the paper
	On    form.Date
}

// Steps are the four steps, in their order.
func (x *ExtraAccess) Steps() []AccessStep {
	return []AccessStep{
		{"reset", "Password reimpostata", x.Reset},
		{"given", "Accesso dato per un tempo", x.Given},
		{"told", "Persona assente avvisata", x.Told},
		{"changed", "Password cambiata dalla persona", x.Changed},
	}
}

// Next is the first step that has no date, with its number from 1; 0 where all
// have one.
func (x *ExtraAccess) Next() (int, AccessStep) {
	for i, s := range x.Steps() {
		if s.On == "" {
			return i + 1, s
		}
	}
	return 0, AccessStep{}
}

// Skipped says that a step after the first open one has its date.
func (x *ExtraAccess) Skipped() bool {
	open := false
	for _, s := range x.Steps() {
		if open && s.On != "" {
			return true
		}
		open = open || s.On == ""
	}
	return false
}

// ExtraAccessForm describes the extraordinary accesses (6-details, 22).
var ExtraAccessForm = form.Form[ExtraAccess]{
	Key: "extra_access", One: "accesso straordinario", Many: "Accessi straordinari",
	About: "Quando qualcuno manca e il suo lavoro non può aspettare: si reimposta la sua password, la usa un altro per un tempo, lo si avvisa, la cambia lui. Quattro passi con la data.",
	Title: func(x *ExtraAccess) string { return "Accesso del " + x.Reset.String() },
	Named: func(x *ExtraAccess, n form.Names) string {
		return joinedNames(n.Ref(PersonForm.Key, x.Absent), n.Ref(SystemForm.Key, x.System))
	},
	Second: func(x *ExtraAccess, _ form.Names) string {
		switch n, step := x.Next(); n {
		case 0:
			return "concluso il " + x.Changed.String()
		default:
			return form.FormatInt(int64(n)) + " di 4: " + step.Name + ", da fare"
		}
	},
	Sections: []form.Section[ExtraAccess]{
		{Key: "why", Title: "Perché", Fields: []form.F[ExtraAccess]{
			form.Ref("absent", "Chi è assente", PersonForm.Key, func(x *ExtraAccess) *string { return &x.Absent }).Need().Half().Column(),
			form.Ref("system", "Quale sistema", SystemForm.Key, func(x *ExtraAccess) *string { return &x.System }).Need().Half().Column(),
			form.Long("reason", "Perché non si può aspettare", func(x *ExtraAccess) *string { return &x.Reason }).Need().Column().
				Help("Che cosa va fatto, e che danno porta aspettare. Perché la persona è assente non si scrive."),
			form.Ref("agreed_by", "Deciso da", PersonForm.Key, func(x *ExtraAccess) *string { return &x.AgreedBy }).Need().Half().
				Help("Chi risponde del trattamento: il designato o il titolare."),
			form.Day("agreed", "Deciso il", func(x *ExtraAccess) *form.Date { return &x.Agreed }).Half(),
		}},
		{Key: "steps", Title: "I quattro passi", Fields: extraAccessSteps()},
	},
}

func extraAccessSteps() []form.F[ExtraAccess] {
	other := func(at func(*ExtraAccess) *string) func(*ExtraAccess) string {
		return func(x *ExtraAccess) string {
			if v := *at(x); v != "" && v == x.Absent {
				return "È la persona assente: qui serve un altro."
			}
			return ""
		}
	}
	givenTo := func(x *ExtraAccess) *string { return &x.GivenTo }
	resetBy := func(x *ExtraAccess) *string { return &x.ResetBy }
	return []form.F[ExtraAccess]{
		form.Day("reset", "1. Password reimpostata il", func(x *ExtraAccess) *form.Date { return &x.Reset }).Need().Half().Column().
			Help("Solo la data: la password nuova non si scrive qui.").
			Check(func(x *ExtraAccess) string { return after(x.Agreed, x.Reset, "Viene prima della decisione.") }),
		form.Ref("reset_by", "Da chi", PersonForm.Key, resetBy).Need().Half().Check(other(resetBy)).
			Help("Chi custodisce le credenziali o amministra il sistema."),
		form.Day("given", "2. Accesso dato il", func(x *ExtraAccess) *form.Date { return &x.Given }).Need().Half().
			Check(func(x *ExtraAccess) string { return after(x.Reset, x.Given, "Viene prima del passo 1.") }),
		form.Ref("given_to", "A chi", PersonForm.Key, givenTo).Need().Half().Column().Check(other(givenTo)),
		form.Day("until", "Fino al", func(x *ExtraAccess) *form.Date { return &x.Until }).Need().Half().
			Check(func(x *ExtraAccess) string { return after(x.Given, x.Until, "Viene prima del giorno in cui è dato.") }),
		form.Day("told", "3. Persona assente avvisata il", func(x *ExtraAccess) *form.Date { return &x.Told }).Need().Half().Column().
			Check(func(x *ExtraAccess) string { return after(x.Reset, x.Told, "Viene prima del passo 1.") }),
		form.Day("changed", "4. Password cambiata dalla persona il", func(x *ExtraAccess) *form.Date { return &x.Changed }).Need().Half().Column().
			Help("Al suo ritorno sceglie una password che conosce solo lei.").
			Check(func(x *ExtraAccess) string {
				return after(max(x.Reset, x.Given, x.Told), x.Changed, "Viene prima dei passi precedenti.")
			}),
		form.Files("minutes", "Verbale firmato", func(x *ExtraAccess) *[]form.File { return &x.Minutes }),
	}
}
