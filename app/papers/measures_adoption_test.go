package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// TestMeasuresAdoption: what is told once and what apart, what is late at the day
// of the dossier, what is missing.
func TestMeasuresAdoption(t *testing.T) {
	all := func(d *app.Dossier) []*app.Treatment { return app.All(d, app.TreatmentForm) }
	for name, c := range map[string]struct {
		change func(d *app.Dossier)
		want   []string
		not    []string
		draft  bool
	}{
		"one row for all": {func(d *app.Dossier) {},
			[]string{"**Formazione del personale** | tutti i trattamenti (6) | Compromissione informazioni; Azioni non autorizzate | 15/01/2024 | – | –"}, []string{"SCADUTA", "manca lo stato"}, false},
		"one row, other days and names": {func(d *app.Dossier) {
			measure(all(d)[5], "training").Adopted = "2025-12-15"
			measure(all(d)[4], "training").Adopted = ""
			measure(all(d)[0], "training").AdoptedBy = app.All(d, app.PersonForm)[2].UID()
		}, []string{"| tutti i trattamenti (6) | Compromissione informazioni; Azioni non autorizzate | " +
			"15/01/2024 / senza data – Newsletter e promozioni / 15/12/2025 – Videosorveglianza del negozio | " +
			"senza nome / Sala Elena – Personale: paghe e gestione |"}, nil, false},
		"dangers of some and proofs of others": {func(d *app.Dossier) {
			for _, x := range all(d)[1:] {
				measure(x, "training").Dangers = app.DangersOf([]string{"unauthorised"})
				measure(x, "training").Evidence = []form.File{{Name: "attestati.pdf"}}
			}
			measure(all(d)[1], "training").Dangers = []*app.Danger{{Danger: "natural"}}
		}, []string{"Compromissione informazioni; Azioni non autorizzate | 15/01/2024 | – | attestati.pdf"}, []string{"Eventi naturali; Compromissione"}, true},
		"in some, in being in one and planned in another": {func(d *app.Dossier) {
			set(all(d)[2], "training", app.ToAdopt, "2027-06-30")
		}, []string{
			"**Formazione del personale** | Personale: paghe e gestione; Clienti e fatturazione; Candidati; Newsletter e promozioni; Videosorveglianza del negozio |",
			"30/06/2027 | **Formazione del personale** | Fornitori |",
		}, []string{"tutti i trattamenti (5)"}, false},
		"the plan by day, the same day and person once": {func(d *app.Dossier) {
			set(all(d)[1], "firewall", app.ToAdopt, "2027-02-01")
			set(all(d)[0], "firewall", app.ToAdopt, "2027-02-01")
			set(all(d)[3], "firewall", app.ToAdopt, "2027-05-01")
		}, []string{
			"3 misure da adottare",
			"01/02/2027 | **Firewall** | Personale: paghe e gestione; Clienti e fatturazione | Problemi tecnici | –\n28/02/2027 | **Cifratura dei dischi di portatili e telefoni** | tutto l’ufficio | " +
				"Compromissione informazioni; Azioni non autorizzate | Bianchi Marta\n01/05/2027 | **Firewall** | Candidati |",
		}, nil, false},
		"due today is not late, yesterday is": {func(d *app.Dossier) {
			set(all(d)[0], "firewall", app.ToAdopt, "2026-11-22")
			set(all(d)[1], "firewall", app.ToAdopt, "2026-11-21")
		}, []string{"21/11/2026 / **SCADUTA** {bad} |", "22/11/2026 | **Firewall**", "3 misure da adottare; al 22/11/2026 una ha superato la sua data."}, nil, false},
		"late today, not yet at the day of the dossier": {func(d *app.Dossier) {
			set(all(d)[1], "firewall", app.ToAdopt, "2026-11-21")
			all(d)[5].FurtherBy = "2026-11-01"
			d.AsOf = "2026-10-31"
		}, []string{"21/11/2026 | **Firewall**", "01/11/2026 | **Videosorveglianza", "al 31/10/2026 nessuna", "situazione al 31/10/2026"}, []string{"SCADUTA"}, false},
		"late further measures": {func(d *app.Dossier) { all(d)[5].FurtherBy = "2026-11-01" },
			[]string{"01/11/2026 / **SCADUTA** {bad} | **Videosorveglianza del negozio** | Rilevante {level 3}"}, nil, false},
		"no due date": {func(d *app.Dossier) { set(all(d)[0], "firewall", app.ToAdopt, "") },
			[]string{"Bianchi Marta\n***da completare*** {warn} | **Firewall** | Personale: paghe e gestione"}, nil, true},
		"no due date in the office": {func(d *app.Dossier) { app.All(d, app.OfficeMeasureForm)[3].Due = "" },
			[]string{"***da completare*** {warn} | **Cifratura dei dischi"}, nil, true},
		"no reason": {func(d *app.Dossier) { set(all(d)[0], "firewall", app.NotApplicable, "") },
			[]string{"**Firewall** | Personale: paghe e gestione | ***da completare*** {warn}"}, nil, true},
		"no state": {func(d *app.Dossier) { set(all(d)[0], "firewall", "", "") },
			[]string{"## 5 Misure di cui manca lo stato", "**Firewall** | Personale: paghe e gestione | ***da completare***"}, nil, true},
		"no further measures": {func(d *app.Dossier) { all(d)[5].Further, all(d)[5].FurtherBy = "", "" },
			[]string{"***da completare*** {warn} | **Videosorveglianza del negozio** | Rilevante {level 3} | ***da completare***"}, nil, true},
		"no level": {func(d *app.Dossier) { all(d)[5].Probability = form.Int{} },
			[]string{"**Livello di rischio da completare: **Videosorveglianza del negozio.", "Nessuno dei trattamenti valutati"}, nil, true},
		"other things that are missing": {func(d *app.Dossier) { all(d)[0].Subjects = nil }, nil, nil, false},
		"what is archived": {func(d *app.Dossier) {
			set(all(d)[5], "firewall", app.ToAdopt, "")
			all(d)[5].Archived = "2026-05-31"
		}, []string{"tutti i trattamenti (5)", "Nessun trattamento ha un livello"}, []string{"Firewall", "Videosorveglianza"}, false},
		"a lack": {func(d *app.Dossier) { set(all(d)[0], "no-backup", app.InPlace, "") },
			[]string{"dispositivi** | Personale: paghe e gestione | Da nessun pericolo: è una mancanza {warn}"}, nil, false},
		"level Alto in the words of its matrix": {func(d *app.Dossier) {
			x := all(d)[5]
			x.Matrix, x.Probability, x.Consequence = "4x4", form.Number(2), form.Number(3)
		}, []string{"| Medio-alto {level 3} |"}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			paper := fill(t, d, "measures-adoption", nil)
			tells(t, doc.Text(paper), c.want, c.not)
			if paper.Draft != c.draft {
				t.Errorf("draft: %v", paper.Draft)
			}
		})
	}
}
