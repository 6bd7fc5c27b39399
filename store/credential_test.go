package store

import (
	"testing"

	"tutela/app"
)

// TestUserIDIsForLife: the program's own register, whole: the person keeps the
// user-ID on every system, and nobody else gets it.
func TestUserIDIsForLife(t *testing.T) {
	db := made(t, Options{Now: newClock().now})
	person := func(surname string) *app.Person {
		p := &app.Person{Surname: surname, Name: "Anna"}
		save(t, db, app.PersonForm.Type(), p)
		return p
	}
	rossi, verdi := person("Rossi"), person("Verdi")
	var systems []string
	for _, name := range []string{"PC", "NAS"} {
		s := &app.System{Name: name}
		save(t, db, app.SystemForm.Type(), s)
		systems = append(systems, s.UID())
	}
	typ := app.CredentialForm.Type()
	mine := &app.Credential{Person: rossi.UID(), System: systems[0], UserID: "a.rossi"}
	save(t, db, typ, mine)
	save(t, db, typ, &app.Credential{Person: rossi.UID(), System: systems[1], UserID: "A.Rossi"})
	if err := db.Delete(ctx, anna, typ, mine.UID()); err != nil {
		t.Fatal(err)
	}
	refused(t, db.Save(ctx, anna, typ, &app.Credential{Person: verdi.UID(), System: systems[0], UserID: "A.ROSSI"}),
		"Il campo «User-ID» non può essere «A.ROSSI»: è di «Rossi Anna» (persona), e non passa mai di mano, nemmeno quando non si usa più. Scrivetene uno nuovo.")
}
