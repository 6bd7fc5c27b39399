package app_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/password"
)

// passwordEdge is one of the rules that judge a password while it is typed.
type passwordEdge struct {
	rule      int
	profile   string
	change    *app.HouseChange
	candidate string
	says      string // what is to be done; silent where the rule is kept
}

var passwordEdges = []passwordEdge{
	{1, app.ProfileExAnnexB, nil, "xk27vq9", "Ha almeno 8 caratteri. Manca un carattere: allungatela."},
	{1, app.ProfileExAnnexB, nil, "xk27vq9w", silent},
	{1, app.ProfileModern, nil, "xkvq wpzt mbgf", "Ha almeno 15 caratteri. Manca un carattere: allungatela."},
	{1, app.ProfileModern, nil, "xkvq wpzt mbgfr", silent},
	{1, app.ProfileModern, &app.HouseChange{Rule: "1", Characters: form.Number(20)}, "xkvq wpzt mbgfr kzwq", silent},
	{1, app.ProfileModern, &app.HouseChange{Rule: "1", Characters: form.Number(20)}, "xkvq wpzt mbgfr kzw", "Ha almeno 20 caratteri. Manca un carattere: allungatela."},
	{2, app.ProfileExAnnexB, nil, "xk27-9!5", "Ha almeno 3 lettere. Aggiungete una lettera."},
	{2, app.ProfileExAnnexB, nil, "xkv7wpzt", "Ha almeno 2 cifre. Aggiungete una cifra."},
	{2, app.ProfileExAnnexB, nil, "xkv79-!5", silent},
	{2, app.ProfileModern, nil, "xkvqwpztmbgfrzz", silent},
	{2, app.ProfileExAnnexB, &app.HouseChange{Rule: "2", Used: "no"}, "xkvqwpzt", silent},
	{3, app.ProfileExAnnexB, nil, "elena2xk7q", "Non contiene nomi di persona. Togliete il nome di persona, anche se è scritto con cifre al posto delle lettere. Non contiene niente che riporti alla persona: nome, codice fiscale, data di nascita, telefono, e-mail. Togliete il nome o il cognome di chi la usa, anche a pezzi o con cifre al posto delle lettere."},
	{3, app.ProfileModern, nil, "e.sala xkvq wpzt mbgf", "È diversa dal codice utente e non lo contiene. Togliete il codice utente: è la prima cosa che si prova. Non contiene niente che riporti alla persona: nome, codice fiscale, data di nascita, telefono, e-mail. Togliete il nome o il cognome di chi la usa, anche a pezzi o con cifre al posto delle lettere."},
	{3, app.ProfileExAnnexB, nil, "xk27vq9w", silent},
}

// passwordRule says which of the rules 1 and 2 a verdict is of; the others are of 3.
var passwordRule = map[string]int{password.KeyLength: 1, password.KeyLetters: 2, password.KeyDigits: 2}

// TestPasswordRulesOnTheirEdges: rules 1 to 3, with what one reads under the box.
func TestPasswordRulesOnTheirEdges(t *testing.T) {
	person := &app.Person{Surname: "Sala", Name: "Elena"}
	for _, c := range passwordEdges {
		h := houseWith(c.profile)
		if c.change != nil {
			h = houseWith(c.profile, c.change)
		}
		var got []string
		for _, v := range password.Judge(c.candidate, password.About{House: h, UserID: "e.sala", Person: person, People: []*app.Person{person}}) {
			n := passwordRule[v.Key]
			if n == 0 && v.Key != password.KeyChange {
				n = 3
			}
			if n == c.rule && v.State == password.Failed {
				got = append(got, v.Rule+" "+v.Do)
			}
		}
		if text := strings.Join(got, " "); text != strings.TrimSuffix(c.says, silent) {
			t.Errorf("%d %q in %s\n got %q\nwant %q", c.rule, c.candidate, c.profile, text, c.says)
		}
	}
}
