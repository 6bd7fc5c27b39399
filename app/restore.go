package app

import "tutela/app/form"

// Restore is a try to get data or a machine back, or the real thing (spec 3.1,
// Registro dei backup; 6-details, 23; 5-law 6, RST1 and RST2).
type Restore struct {
	form.Meta
	Purpose              string // RestoreTest, RestoreReal
	What                 string // RestoreData, RestoreMachine
	Plan, System, Medium string
	Reason               string
	DecidedBy            string // person
	Requested, Back      form.Moment
	Outcome              string
	Restored             string
	By                   string
	Note                 string
	Files                []form.File
}

// Why something is restored.
const (
	RestoreTest = "test"
	RestoreReal = "real"
)

// What is restored.
const (
	RestoreData    = "data"
	RestoreMachine = "machine"
)

// How it went.
const (
	RestoreWhole  = "whole"
	RestorePart   = "part"
	RestoreFailed = "failed"
)

// Proved says that a test showed that there is something to come back to.
func (r *Restore) Proved() bool { return r.Purpose == RestoreTest && r.Outcome == RestoreWhole }

// Due is the last day on which what was asked for is back in time; "" where it
// is not said when it was asked for.
func (r *Restore) Due(h House) form.Date {
	if r.Requested.IsZero() {
		return ""
	}
	return form.DateOf(r.Requested.Time).AddDays(h.RestoreDays(r.What == RestoreMachine))
}

// Late says that a real restore was not over on its last day, or is not over and
// that day has passed. Of a test nobody waits for the end.
func (r *Restore) Late(h House, today form.Date) bool {
	due := r.Due(h)
	if due == "" || r.Purpose == RestoreTest {
		return false
	}
	if !r.Back.IsZero() {
		return form.DateOf(r.Back.Time) > due
	}
	return today > due
}

// RestoreForm describes the restores.
var RestoreForm = form.Form[Restore]{
	Key: "restore", One: "ripristino", Many: "Ripristini",
	About: "Le prove e i ripristini veri: che cosa si è recuperato, chi l’ha deciso, quando è stato chiesto e quando è tornato. Entro il termine delle regole della casa.",
	Title: func(r *Restore) string { return restoreWord(r.Purpose) + " del " + r.day() },
	Named: func(r *Restore, n form.Names) string {
		what := n.Ref(BackupPlanForm.Key, r.Plan)
		if what == "" {
			what = n.Ref(SystemForm.Key, r.System)
		}
		return joinedNames(restoreWord(r.Purpose)+" del "+r.day(), what)
	},
	Second: func(r *Restore, n form.Names) string {
		switch due := r.Due(houseNamed(n)); {
		case r.Back.IsZero() && due != "" && r.Purpose == RestoreReal:
			return "da concludere entro il " + due.String()
		case r.Outcome == RestoreWhole:
			return "riuscito"
		case r.Outcome == RestorePart:
			return "riuscito in parte"
		case r.Outcome == RestoreFailed:
			return "non riuscito"
		}
		return "da concludere"
	},
	Fresh: func(r *Restore) { r.Purpose, r.What = RestoreTest, RestoreData },
	Sections: []form.Section[Restore]{
		{Key: "why", Title: "Che cosa e perché", Fields: []form.F[Restore]{
			form.Choice("purpose", "Prova o ripristino vero", func(r *Restore) *string { return &r.Purpose },
				form.Option{Value: RestoreTest, Label: "Prova"}, form.Option{Value: RestoreReal, Label: "Ripristino vero"}).Need().Column(),
			form.Choice("what", "Che cosa si ripristina", func(r *Restore) *string { return &r.What },
				form.Option{Value: RestoreData, Label: "Dati"}, form.Option{Value: RestoreMachine, Label: "Apparecchio guasto"}).Need().Column(),
			form.Ref("plan", "Dalle copie del piano", BackupPlanForm.Key, func(r *Restore) *string { return &r.Plan }).Half().Column().
				NeedIf(func(r *Restore) bool { return r.What != RestoreMachine }),
			form.Ref("system", "Su quale sistema", SystemForm.Key, func(r *Restore) *string { return &r.System }).Half().Column().
				NeedIf(func(r *Restore) bool { return r.What == RestoreMachine }),
			form.Ref("medium", "Da quale supporto", MediumForm.Key, func(r *Restore) *string { return &r.Medium }).Half(),
			form.Long("reason", "Perché", func(r *Restore) *string { return &r.Reason }).Lines(2).
				NeedIf(func(r *Restore) bool { return r.Purpose == RestoreReal }).Example("La cartella Fatture è stata cancellata per sbaglio"),
			form.Ref("decided_by", "Deciso da", PersonForm.Key, func(r *Restore) *string { return &r.DecidedBy }).Half().
				NeedIf(func(r *Restore) bool { return r.Purpose == RestoreReal }).
				Help("Il designato alla sicurezza, e lui solo; se non c’è, il titolare."),
		}},
		{Key: "done", Title: "Come è andata", Fields: []form.F[Restore]{
			form.At("requested", "Chiesto il", func(r *Restore) *form.Moment { return &r.Requested }).Need().Half().Column().Example("gg/mm/aaaa hh:mm"),
			form.At("back", "Di nuovo in uso il", func(r *Restore) *form.Moment { return &r.Back }).Need().Half().Column().Example("gg/mm/aaaa hh:mm").
				Help("Per una prova, quando è finita.").
				Check(func(r *Restore) string {
					if !r.Requested.IsZero() && r.Back.Before(r.Requested.Time) {
						return "Viene prima della richiesta."
					}
					return ""
				}),
			form.ComputedWith[Restore]("due", "Entro il", func(r *Restore, n form.Names) string {
				if r.Purpose == RestoreTest {
					return ""
				}
				return r.Due(houseNamed(n)).String()
			}),
			form.Choice("outcome", "Esito", func(r *Restore) *string { return &r.Outcome },
				form.Option{Value: RestoreWhole, Label: "Riuscito"}, form.Option{Value: RestorePart, Label: "In parte"},
				form.Option{Value: RestoreFailed, Label: "Non riuscito"}).Need().Column(),
			form.Long("restored", "Che cosa è tornato", func(r *Restore) *string { return &r.Restored }).Lines(2).
				NeedIf(func(r *Restore) bool { return r.Outcome == RestoreWhole || r.Outcome == RestorePart }).
				Example("Le fatture fino al 12 marzo; mancano quelle del 13"),
			form.Ref("by", "Chi l’ha fatto", PersonForm.Key, func(r *Restore) *string { return &r.By }).Need().Half().Column(),
			form.Long("note", "Note", func(r *Restore) *string { return &r.Note }).Lines(2).
				NeedIf(func(r *Restore) bool { return r.Outcome == RestorePart || r.Outcome == RestoreFailed }).
				Help("Se non è andato bene: che cosa si cambia, perché la prossima volta riesca."),
			form.Files("files", "Verbale firmato", func(r *Restore) *[]form.File { return &r.Files }),
		}},
	},
}

// day is the day by which a restore is called.
func (r *Restore) day() string {
	if r.Requested.IsZero() {
		return "…"
	}
	return form.DateOf(r.Requested.Time).String()
}

func restoreWord(purpose string) string {
	if purpose == RestoreReal {
		return "Ripristino"
	}
	return "Prova"
}
