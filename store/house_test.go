package store

import (
	"bytes"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

// TestHouseRulesGoRound: a changed rule shows at once in the rows of what it sets
// a term to, and goes out and in with day, author and reason.
func TestHouseRulesGoRound(t *testing.T) {
	db := made(t, Options{Now: newClock().now})
	who := &app.Person{Surname: "Rossi", Name: "Anna"}
	save(t, db, app.PersonForm.Type(), who)
	c := &app.Credential{Person: who.UID(), UserID: "a.rossi", Kind: app.CredentialPassword, Issued: "2026-01-12", FirstChange: "2026-01-12"}
	save(t, db, app.CredentialForm.Type(), c)
	second := func() string {
		t.Helper()
		row, _, err := db.Row(ctx, app.CredentialForm.Key, c.UID())
		if err != nil {
			t.Fatal(err)
		}
		return row.Second
	}
	if got := second(); !strings.Contains(got, "entro il 12/07/2026") {
		t.Error(got)
	}
	h := &app.HouseChoice{Profile: app.ProfileExAnnexB, Since: "2026-02-01", By: who.UID(), Changes: []*app.HouseChange{
		{Rule: "4", Used: "yes", Months: form.Number(12), Since: "2026-02-01", By: who.UID(), Why: "Bastano, con la seconda verifica"},
		{Rule: "9", Day: "30/06", Since: "2026-02-01", By: who.UID(), Why: "A marzo c’è il bilancio"},
	}}
	save(t, db, app.HouseRuleForm.Type(), h)
	if got := second(); !strings.Contains(got, "entro il 12/01/2027") {
		t.Error(got)
	}
	first := exchange.WriteJSON(bundle(t, db), app.Registers())
	to := made(t, Options{Now: newClock().now})
	known, err := to.Known(ctx)
	if err != nil {
		t.Fatal(err)
	}
	in, err := exchange.ReadJSON(first, app.Registers(), known)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(ctx, anna, in, false); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, exchange.WriteJSON(bundle(t, to), app.Registers())) {
		t.Error("it came back otherwise")
	}
	if row, _, err := to.Row(ctx, app.CredentialForm.Key, c.UID()); err != nil || !strings.Contains(row.Second, "entro il 12/01/2027") {
		t.Error(row.Second, err)
	}
	// A value out of bounds is refused with its place and why.
	bad := bytes.ReplaceAll(first, []byte(`"months":12`), []byte(`"months":120`))
	if _, err := exchange.ReadJSON(bad, app.Registers(), known); err == nil || !strings.Contains(err.Error(), "da 2 mesi a 24 mesi") {
		t.Error(err)
	}
}
