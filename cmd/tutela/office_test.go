package main

import (
	"context"
	"errors"
	"testing"
	"time"

	"tutela/app"
	"tutela/store"
)

// write makes the file of an office and fills it.
func write(t *testing.T, file string, fill func(tx *store.Tx) error) {
	t.Helper()
	writtenAt(t, file, time.Now(), fill)
}

// writtenAt makes the file of an office as it was filled at a moment.
func writtenAt(t *testing.T, file string, at time.Time, fill func(tx *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Create(ctx, file, store.Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Write(ctx, app.By{Who: "prova"}, fill), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// opened is the file of an office, once the window has let go of it, to be read back
// and closed.
func opened(t *testing.T, file string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return db
}
