package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestDeadlinesPaper: what is overdue is marked, a holiday is named, and an office
// with nothing to do says so.
func TestDeadlinesPaper(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	expect(t, fill(t, m.Dossier(t), "deadlines", nil), []string{"Non c’è niente da fare."}, []string{"Scadute"}, false)
	for _, due := range []form.Date{"2026-11-21", "2026-11-22", "2026-12-08", "2027-01-07"} {
		if err := m.Save(app.ClientForm.Type(), &app.Client{Name: "Negozio " + string(due), ContractEnd: due}); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Save(app.OfficeForm.Type(), &app.Office{Representative: "Ada Rossi", Patron: "07/01"}); err != nil {
		t.Fatal(err)
	}
	expect(t, fill(t, m.Dossier(t), "deadlines", nil), []string{
		"# Scadute\n", "21/11/2026 {warn} | Contratto da rinnovare: Negozio 2026-11-21", "# Nei prossimi giorni\n", "22/11/2026 | ",
		"08/12/2026 / Immacolata Concezione | ", "# Più avanti\n", "07/01/2027 / patrono | ", "| Ada Rossi |",
	}, []string{"Non c’è niente da fare."}, false)
}
