package store

import (
	"testing"

	"tutela/app"
)

// TestDeleteIsRefusedInWordsThatFit: of whatever gender, ended or not.
func TestDeleteIsRefusedInWordsThatFit(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Bianchi Carla")
	if _, err := db.KeepPrint(ctx, anna, Print{Kind: "sheet", Register: "keeper", Subject: k.UID(), State: app.PrintPrinted, Revision: 1, PDF: []byte("pdf"), Layout: []byte("pages")}); err != nil {
		t.Fatal(err)
	}
	refused(t, db.Delete(ctx, anna, keepers, k.UID()),
		"«Bianchi Carla» (custode) non si può eliminare: la scheda è già stata stampata, e ciò che è stampato deve ritrovarsi nel registro. Se la scheda non serve più, archiviatela, o segnate da quando non vale: resta per la storia.")

	x := &thing{Name: "Zaino"}
	save(t, db, things, x)
	save(t, db, keepers, &keeper{Name: "Neri Ada", Thing: x.UID()})
	refused(t, db.Delete(ctx, anna, things, x.UID()),
		"«Zaino» (cosa) non si può eliminare: si usa in «Neri Ada» (custode). Prima togliete da lì ogni riferimento.") // a thing never ends
}
