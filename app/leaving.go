package app

import "tutela/app/form"

// Leaving is the record of somebody who leaves the office or changes duty: what
// ended with it, what was given back, who was told (spec 3.3, rule 8; 5-law 6,
// CRED4). What it names has been ended in its own record too, by PlanLeaving.
type Leaving struct {
	form.Meta
	Person, Kind string
	On           form.Date // the last day of work, or the first in the new duty
	Why          string
	NewDuty      string
	ToldBy       string // person
	Told         form.Date

	Cut          form.Date // when access was taken
	Appointments []string
	Credentials  []string
	Permissions  []*TakenPermission

	Things []*Thing
	Files  []form.File
	Note   string
}

// The kinds of event.
const (
	LeavesOffice = "leaves"
	ChangesDuty  = "duty"
)

// TakenPermission is what a person could do on an archive, in the words of that
// day: the permission itself is gone.
type TakenPermission struct{ Archive, Letters string }

// Thing is what a person has of the office: keys, a badge, media. Devices of a
// credential are not among them: the credential says when they came back.
type Thing struct {
	What     string
	Returned form.Date
}

var takenForm = form.Form[TakenPermission]{
	Key: "taken_permission", One: "permesso tolto", Many: "Permessi tolti",
	Title: func(p *TakenPermission) string { return p.Archive },
	Sections: []form.Section[TakenPermission]{{Fields: []form.F[TakenPermission]{
		form.Text("archive", "Archivio", func(p *TakenPermission) *string { return &p.Archive }).Need().Half(),
		form.Text("letters", "Che cosa poteva fare", func(p *TakenPermission) *string { return &p.Letters }).Half().
			Help("I inserire, V vedere e stampare, M modificare, C cancellare.").Example("I V M"),
	}}},
}

var thingForm = form.Form[Thing]{
	Key: "thing", One: "cosa", Many: "Che cosa restituisce", Fem: true,
	Title: func(t *Thing) string { return t.What },
	Sections: []form.Section[Thing]{{Fields: []form.F[Thing]{
		form.Text("what", "Che cosa", func(t *Thing) *string { return &t.What }).Need().Half().Example("Chiavi del magazzino"),
		form.Day("returned", "Restituita il", func(t *Thing) *form.Date { return &t.Returned }).Half(),
	}}},
}

// LeavingForm describes the events by which somebody leaves or changes duty.
var LeavingForm = form.Form[Leaving]{
	Key: "leaving", One: "uscita o cambio di mansione", Many: "Uscite e cambi di mansione", Fem: true,
	About: "Chi ha lasciato l’ufficio o ha cambiato mansione, e che cosa è finito quel giorno: nomine, credenziali, permessi, chiavi. Si comincia dalla scheda della persona, con «Fine del rapporto…»: il resto si chiude da sé.",
	Title: func(l *Leaving) string { return l.title() + l.On.String() },
	Named: func(l *Leaving, n form.Names) string {
		return joinedNames(n.Ref(PersonForm.Key, l.Person), l.On.String())
	},
	Second: func(l *Leaving, n form.Names) string {
		if l.Kind == ChangesDuty {
			return joinedNames("cambia mansione", n.Entry("duty", l.NewDuty))
		}
		return "lascia l’ufficio"
	},
	Sections: []form.Section[Leaving]{
		{Key: "event", Title: "Che cosa succede", Fields: leavingEventFields()},
		{Key: "access", Title: "Che cosa finisce", Help: "Lo scrive «Fine del rapporto…» o «Cambio di mansione…», nella scheda della persona: correggetelo solo se serve.", Fields: []form.F[Leaving]{
			form.Refs("appointments", "Nomine finite", AppointmentForm.Key, func(l *Leaving) *[]string { return &l.Appointments }),
			form.Refs("credentials", "Credenziali disattivate", CredentialForm.Key, func(l *Leaving) *[]string { return &l.Credentials }),
			form.Day("cut", "Accessi tolti il", func(l *Leaving) *form.Date { return &l.Cut }).Half().Column(),
			form.List("permissions", "Permessi tolti", func(l *Leaving) *[]*TakenPermission { return &l.Permissions }, takenForm),
		}},
		{Key: "return", Title: "Che cosa restituisce", Short: "La riconsegna", Fields: []form.F[Leaving]{
			form.List("things", "Chiavi, badge, supporti", func(l *Leaving) *[]*Thing { return &l.Things }, thingForm).
				Help("Una riga per cosa. Il dispositivo di una credenziale sta nella scheda della credenziale."),
			form.Files("files", "Foglio firmato", func(l *Leaving) *[]form.File { return &l.Files }),
			form.Long("note", "Note", func(l *Leaving) *string { return &l.Note }).Lines(2),
		}},
	},
}

func leavingEventFields() []form.F[Leaving] {
	duty := func(l *Leaving) bool { return l.Kind == ChangesDuty }
	return []form.F[Leaving]{
		form.Ref("person", "Persona", PersonForm.Key, func(l *Leaving) *string { return &l.Person }).Need().Column(),
		form.Choice("kind", "Che cosa succede", func(l *Leaving) *string { return &l.Kind },
			form.Option{Value: LeavesOffice, Label: "Lascia l’ufficio"}, form.Option{Value: ChangesDuty, Label: "Cambia mansione"}).Need().Column(),
		form.Day("on", "Data", func(l *Leaving) *form.Date { return &l.On }).Need().Half().Column().
			Help("L’ultimo giorno di lavoro, o il primo nella mansione nuova."),
		form.Entry("new_duty", "Mansione nuova", "duty", func(l *Leaving) *string { return &l.NewDuty }).OwnEntries().When(duty).Need().Half(),
		form.Text("why", "Perché", func(l *Leaving) *string { return &l.Why }).Example("Dimissioni, pensione, fine contratto"),
		form.Ref("told_by", "Chi lo comunica", PersonForm.Key, func(l *Leaving) *string { return &l.ToldBy }).Need().Half().
			Help("Chi risponde del trattamento: il designato o il titolare."),
		form.Day("told", "Detto a chi amministra i sistemi il", func(l *Leaving) *form.Date { return &l.Told }).Need().Half().
			Help("Il giorno stesso, o prima: toglie gli accessi."),
	}
}

func (l *Leaving) title() string {
	if l.Kind == ChangesDuty {
		return "Cambio di mansione del "
	}
	return "Uscita del "
}

// LeavingOf finds the record of a person's leaving the office, the last made;
// nil where there is none.
func LeavingOf(r Records, person string) *Leaving {
	var out *Leaving
	for _, rec := range r.Records(LeavingForm.Key) {
		if l := rec.(*Leaving); l.Person == person && l.Kind == LeavesOffice {
			out = l
		}
	}
	return out
}
