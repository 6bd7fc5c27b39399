package password

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

type ruled struct{ app.HouseChoice }

func (o *ruled) Records(register string) []any {
	if register == app.HouseRuleForm.Key {
		return []any{&o.HouseChoice}
	}
	return nil
}

// TestRulesOfTheOffice: a candidate is judged by the office's own numbers, on
// their edges, unless a profile is asked for by name.
func TestRulesOfTheOffice(t *testing.T) {
	house := func(profile string, changes ...*app.HouseChange) app.House {
		return app.HouseOf(&ruled{app.HouseChoice{Profile: profile, Changes: changes}})
	}
	ten := &app.HouseChange{Rule: "1", Characters: form.Number(10)}
	mix := &app.HouseChange{Rule: "2", Used: "yes", Letters: form.Number(5), Digits: form.Number(1)}
	noMix := &app.HouseChange{Rule: "2", Used: "no"}
	for _, x := range []struct {
		house          app.House
		profile        string
		candidate, key string
		want           State
		rule           string
	}{
		{house("", ten), "", "xk27vq9wz", KeyLength, Failed, "Ha almeno 10 caratteri."},
		{house("", ten), "", "xk27vq9wzj", KeyLength, Passed, "Ha almeno 10 caratteri."},
		{house("", ten), "", "xk27vq9wzjh", KeyLength, Passed, "Ha almeno 10 caratteri."},
		{house("", ten), ExAnnexB, "xk27vq9wz", KeyLength, Passed, "Ha almeno 8 caratteri."},
		{house("", mix), "", "xkvq2345", KeyLetters, Failed, "Ha almeno 5 lettere."},
		{house("", mix), "", "xkvqw345", KeyLetters, Passed, "Ha almeno 5 lettere."},
		{house("", mix), "", "xkvqwxyz", KeyDigits, Failed, "Ha almeno 1 cifra."},
		{house(app.ProfileModern), "", "xkvq wpzt mbgf", KeyLength, Failed, "Ha almeno 15 caratteri."},
		{house(app.ProfileModern), "", "xkvq wpzt mbgfr", KeyLength, Passed, "Ha almeno 15 caratteri."},
		{house(app.ProfileModern), "", "xkvq", KeyChange, NotAsked, "Si cambia al primo uso e subito se qualcuno può averla scoperta, non a scadenza."},
		{house(app.ProfileModern, &app.HouseChange{Rule: "5", Used: "yes", Months: form.Number(4)}), "", "xkvq", KeyChange, NotAsked,
			"Si cambia al primo uso, e ogni 4 mesi se chi la usa tratta dati particolari o giudiziari."},
		{house("", &app.HouseChange{Rule: "4", Used: "yes", Months: form.Number(3)}), "", "xkvq", KeyChange, NotAsked, "Si cambia al primo uso, poi ogni 3 mesi."},
	} {
		got := of(t, Judge(x.candidate, About{House: x.house, Profile: x.profile}), x.key)
		if got.State != x.want || got.Rule != x.rule {
			t.Errorf("%q: %+v, want %d, %s", x.candidate, got, x.want, x.rule)
		}
	}
	for name, h := range map[string]app.House{"switched off": house("", noMix), "modern": house(app.ProfileModern)} {
		for _, v := range Judge("xkvq", About{House: h}) {
			if v.Key == KeyLetters || v.Key == KeyDigits {
				t.Errorf("%s: %s", name, v.Rule)
			}
		}
	}
}
