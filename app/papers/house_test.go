package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/papers"
)

// TestPapersSayTheOfficesRules: the numbers of the office, in the letters and
// sheets that print rules, and of what it does not ask no word.
func TestPapersSayTheOfficesRules(t *testing.T) {
	number := func(rule string, set func(*app.HouseChange)) *app.HouseChange {
		c := &app.HouseChange{Rule: rule, Used: "yes"}
		set(c)
		return c
	}
	months := func(rule string, n int64) *app.HouseChange {
		return number(rule, func(c *app.HouseChange) { c.Months = form.Number(n) })
	}
	days := func(rule string, n int64) *app.HouseChange {
		return number(rule, func(c *app.HouseChange) { c.Days = form.Number(n) })
	}
	off := func(rule string) *app.HouseChange { return &app.HouseChange{Rule: rule, Used: "no"} }
	special := func(answer string) func(*app.Dossier) {
		return func(d *app.Dossier) { app.All(d, app.CredentialForm)[0].Special = answer }
	}
	none := func(*app.Dossier) {}
	for _, x := range []struct {
		name, kind, profile string
		changes             []*app.HouseChange
		make                func(*app.Dossier)
		has, without        []string
	}{
		{"modern", "credential-assignment", app.ProfileModern, nil, none,
			[]string{"almeno 15 caratteri", "Può essere una frase", "Non si cambia a scadenza.", "Dopo 6 mesi senza uso"}, []string{"3 lettere", "ogni 6", "ogni 3"}},
		{"five months, special", "credential-assignment", "", []*app.HouseChange{months("5", 5)}, special("yes"), []string{"Si cambia ogni 5 mesi, perché"}, nil},
		{"a year, two months, not special", "credential-assignment", "", []*app.HouseChange{months("4", 12), months("5", 2)}, special("no"),
			[]string{"Si cambia ogni 12 mesi; ogni 2 mesi se la persona passa"}, nil},
		{"5 off", "credential-assignment", "", []*app.HouseChange{off("5")}, special("yes"), []string{"Si cambia ogni 6 mesi."}, []string{"particolari"}},
		{"4 off", "credential-assignment", "", []*app.HouseChange{off("4")}, special(""), []string{"Si cambia ogni 3 mesi se la persona lavora"}, []string{"6 mesi;"}},
		{"2 and 6", "credential-assignment", "", []*app.HouseChange{months("6", 9), number("2", func(c *app.HouseChange) { c.Letters, c.Digits = form.Number(4), form.Number(1) })}, none,
			[]string{"almeno 4 lettere e 1 cifra", "Dopo 9 mesi senza uso"}, []string{"3 lettere"}},
		{"letter, modern", "appointment-authorised", app.ProfileModern, nil, none,
			[]string{"almeno 15 caratteri", "può essere una frase", "si cambia al primo uso, e subito se qualcuno può averla scoperta"}, []string{"3 lettere", "ogni 6"}},
		{"letter, 4 off", "appointment-authorised", "", []*app.HouseChange{off("4")}, none, []string{"al primo uso e, per chi lavora su dati particolari o giudiziari, ogni 3 mesi"}, nil},
		{"letter, 5 off", "appointment-authorised", "", []*app.HouseChange{off("5")}, none, []string{"si cambia al primo uso e poi ogni 6 mesi;"}, nil},
		{"administrator", "appointment-sysadmin", "", []*app.HouseChange{months("12", 1), number("13", func(c *app.HouseChange) { c.Months, c.SpecialMonths = form.Number(9), form.Number(4) })}, none,
			[]string{"almeno ogni 1 mese, e i programmi, almeno ogni 9, oppure ogni 4"}, nil},
		{"security", "appointment-security", "", []*app.HouseChange{days("11", 2)}, none, []string{"entro 2 giorni (i dati) e 7 giorni (gli apparecchi)"}, nil},
		{"passwords", "appointment-passwords", "", []*app.HouseChange{months("6", 8)}, none, []string{"non usate da 8 mesi"}, nil},
		{"instructions", "backup-instructions", "", []*app.HouseChange{days("11", 1), days("20", 1)}, none, []string{"entro 1 giorno dalla richiesta"}, nil},
		{"permissions", "permissions-list", "", []*app.HouseChange{{Rule: "9", Day: "30/06"}}, none, []string{"entro il 30 giugno"}, []string{"31 marzo"}},
		{"authorised", "authorised-list", "", []*app.HouseChange{{Rule: "9", Day: "29/02"}}, none, []string{"entro il 29 febbraio"}, []string{"31 marzo"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := apptest.Sample(t)
			h := app.All(d, app.HouseRuleForm)[0]
			h.Profile, h.Changes = x.profile, x.changes
			x.make(d)
			p, ok := papers.Find(papers.All(app.Registers()), x.kind)
			if !ok {
				t.Fatal("no paper ", x.kind)
			}
			tells(t, flat(p.Fill(d, letterOf(d, p))), x.has, append(x.without, "{"))
		})
	}
}
