package app

import "tutela/app/form"

// AccessAttempt is a try to get into a system by who must not, or in a way that
// must not be (6-details, 22; 5-law 6, CRED6).
type AccessAttempt struct {
	form.Meta
	On     form.Date
	Time   string
	System string
	UserID string // as it was tried: it may be nobody's
	What   string
	SeenBy string
	Told   form.Date
	Breach string // which one was opened, or why none
}

// AccessAttemptForm describes the attempts at access (6-details, 22).
var AccessAttemptForm = form.Form[AccessAttempt]{
	Key: "access_attempt", One: "tentativo di accesso", Many: "Tentativi di accesso",
	About: "Ogni accesso tentato da chi non può: password provate, conti bloccati, porte forzate in rete. Si scrive e si dice subito al titolare.",
	Title: func(a *AccessAttempt) string { return "Tentativo del " + a.On.String() },
	Second: func(a *AccessAttempt, n form.Names) string {
		if a.Told == "" {
			return joinedNames(n.Ref(SystemForm.Key, a.System), "il titolare non lo sa")
		}
		return n.Ref(SystemForm.Key, a.System)
	},
	Sections: []form.Section[AccessAttempt]{{Key: "attempt", Title: "Il tentativo", Fields: []form.F[AccessAttempt]{
		form.Day("on", "Data", func(a *AccessAttempt) *form.Date { return &a.On }).Need().Half().Column(),
		form.Text("time", "Ora", func(a *AccessAttempt) *string { return &a.Time }).Half().Column().Example("verso le 3.40"),
		form.Ref("system", "Sistema", SystemForm.Key, func(a *AccessAttempt) *string { return &a.System }).Need().Half().Column(),
		form.Text("user_id", "User-ID provato", func(a *AccessAttempt) *string { return &a.UserID }).Half().Column().
			Help("Mai la password provata: può essere quella vera, sbagliata di un tasto."),
		form.Long("what", "Che cosa è successo", func(a *AccessAttempt) *string { return &a.What }).Need().Column().
			Help("Da dove, quante volte, se è riuscito."),
		form.Ref("seen_by", "Chi se n’è accorto", PersonForm.Key, func(a *AccessAttempt) *string { return &a.SeenBy }).Need().Half().Column(),
		form.Day("told", "Detto al titolare il", func(a *AccessAttempt) *form.Date { return &a.Told }).Need().Half().Column().
			Help("Subito.").
			Check(func(a *AccessAttempt) string { return after(a.On, a.Told, "Viene prima del tentativo.") }),
		form.Text("breach", "Violazione aperta", func(a *AccessAttempt) *string { return &a.Breach }).Column().
			Help("Quale, oppure perché non ce n’è una.").Example("No: nessun dato è stato visto"),
	}}},
}
