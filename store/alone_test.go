package store

import (
	"testing"

	"tutela/app"
)

// TestOneRecordAPerson: a second record of permissions of the same person is
// refused in words, whether it is new, changed or brought back.
func TestOneRecordAPerson(t *testing.T) {
	db := made(t, Options{Now: newClock().now})
	typ := app.PermissionForm.Type()
	rossi, verdi := &app.Person{Surname: "Rossi"}, &app.Person{Surname: "Verdi"}
	save(t, db, app.PersonForm.Type(), rossi)
	save(t, db, app.PersonForm.Type(), verdi)
	one, other := &app.Permission{Person: rossi.UID()}, &app.Permission{Person: verdi.UID()}
	save(t, db, typ, one)
	save(t, db, typ, other)
	one.Reviewed = "2026-03-20"
	save(t, db, typ, one) // of its own person it is no second one
	const sentence = "In «Autorizzazioni» c’è già una scheda per «Rossi» (persona). Modificate quella che c’è."
	refused(t, db.Save(ctx, anna, typ, &app.Permission{Person: rossi.UID()}), sentence)
	other.Person = rossi.UID()
	refused(t, db.Save(ctx, anna, typ, other), sentence)

	if err := db.Delete(ctx, anna, typ, one.UID()); err != nil {
		t.Fatal(err)
	}
	save(t, db, typ, &app.Permission{Person: rossi.UID()})
	gone, err := db.Deleted(ctx, typ.Key)
	if err != nil || len(gone) != 1 {
		t.Fatalf("deleted: %v, %v", gone, err)
	}
	_, err = db.Restore(ctx, anna, typ, gone[0].Seq)
	refused(t, err, sentence)
}
