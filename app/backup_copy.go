package app

import "tutela/app/form"

// BackupCopy is one copy that was made, or tried: a line of the log (spec 3.1,
// Registro dei backup).
type BackupCopy struct {
	form.Meta
	Plan        string
	At          form.Moment
	Medium      string
	Outcome     string
	By          string
	Verified    string // yes, no
	VerifiedHow string
	Note        string
}

// How a copy went. One that failed covers nothing.
const (
	CopyDone     = "done"
	CopyWarnings = "warnings"
	CopyFailed   = "failed"
)

// Good says that the copy can be restored from, as far as is known.
func (c *BackupCopy) Good() bool { return c.Outcome == CopyDone || c.Outcome == CopyWarnings }

// CopyOutcomes are the ways in which a copy goes.
func CopyOutcomes() []form.Option {
	return []form.Option{{Value: CopyDone, Label: "Riuscita"}, {Value: CopyWarnings, Label: "Riuscita con avvisi"}, {Value: CopyFailed, Label: "Fallita"}}
}

// BackupCopyForm describes the log of the copies.
var BackupCopyForm = form.Form[BackupCopy]{
	Key: "backup_copy", One: "copia", Many: "Registro delle copie", Fem: true,
	About: "Ogni copia fatta, anche quelle andate male: quando, su quale supporto, con che esito. Di solito basta un tasto, in «Quadro».",
	Title: func(c *BackupCopy) string { return "Copia del " + c.At.String() },
	Named: func(c *BackupCopy, n form.Names) string {
		return joinedNames(c.At.String(), n.Ref(BackupPlanForm.Key, c.Plan))
	},
	Second: func(c *BackupCopy, n form.Names) string {
		outcome := ""
		for _, o := range CopyOutcomes() {
			if o.Value == c.Outcome {
				outcome = o.Label
			}
		}
		return joinedNames(outcome, n.Ref(MediumForm.Key, c.Medium))
	},
	Fresh: func(c *BackupCopy) { c.Outcome = CopyDone },
	Sections: []form.Section[BackupCopy]{{Key: "copy", Title: "La copia", Fields: []form.F[BackupCopy]{
		form.Ref("plan", "Piano", BackupPlanForm.Key, func(c *BackupCopy) *string { return &c.Plan }).Need().Half().Column(),
		form.At("at", "Data e ora", func(c *BackupCopy) *form.Moment { return &c.At }).Need().Half().Column().Example("gg/mm/aaaa hh:mm"),
		form.Ref("medium", "Supporto", MediumForm.Key, func(c *BackupCopy) *string { return &c.Medium }).Half().Column(),
		form.Choice("outcome", "Esito", func(c *BackupCopy) *string { return &c.Outcome }, CopyOutcomes()...).Need().Column(),
		form.Ref("by", "Chi l’ha fatta", PersonForm.Key, func(c *BackupCopy) *string { return &c.By }).Need().Half().Column().
			Help("Per quelle automatiche, chi ha guardato l’esito."),
		form.Choice("verified", "Controllata?", func(c *BackupCopy) *string { return &c.Verified }, YesNo()...).Half().Column().
			When(func(c *BackupCopy) bool { return c.Outcome != CopyFailed }),
		form.Text("verified_how", "Come", func(c *BackupCopy) *string { return &c.VerifiedHow }).
			When(func(c *BackupCopy) bool { return c.Outcome != CopyFailed && c.Verified == "yes" }).Example("Aperti tre file a caso"),
		form.Long("note", "Note", func(c *BackupCopy) *string { return &c.Note }).Lines(2).Column().
			NeedIf(func(c *BackupCopy) bool { return c.Outcome == CopyWarnings || c.Outcome == CopyFailed }).
			Help("Se non è andata bene: che cosa è successo, e che cosa si è fatto."),
	}}},
}
