package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// SQLite would write on into a file that nobody will find again.
func TestFileGoneWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}
	const sentence = "Il file «ufficio.tutela» è stato spostato, cancellato o sostituito mentre era aperto: la modifica non è stata salvata. Chiudete il programma, rimettete il file al suo posto e riapritelo."
	for name, harm := range map[string]func(path string) error{
		"deleted": os.Remove,
		"moved":   func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, []byte("another"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := made(t, options(t))
			newKeeper(t, db, "Anna")
			if err := harm(db.path); err != nil {
				t.Fatal(err)
			}
			k := &keeper{Name: "Bruno"}
			refused(t, db.Save(ctx, anna, keepers, k), sentence)
			if k.UID() != "" {
				t.Error("the record thinks it was saved")
			}
		})
	}
	t.Run("during a write", func(t *testing.T) {
		db := made(t, options(t))
		err := db.Write(ctx, anna, func(tx *Tx) error {
			if err := tx.Save(keepers, &keeper{Name: "Anna"}); err != nil {
				return err
			}
			return os.Remove(db.path)
		})
		refused(t, err, sentence)
	})
}

// Another program that holds the file makes the save wait, then refuse; nothing
// is half done, and the same handle works when it lets go.
func TestFileHeldByAnotherProgram(t *testing.T) {
	plainOnly(t)
	db := made(t, options(t))
	other, err := openHandle(ctx, db.path, readWrite, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	k := &keeper{Name: "Anna"}
	refused(t, db.Save(ctx, anna, keepers, k),
		"Il file «ufficio.tutela» è occupato da un altro programma: niente è stato cambiato. Aspettate che l’altro programma finisca, o chiudetelo, e riprovate.")
	if _, err := db.All(ctx, keepers); err != nil {
		t.Errorf("reading meanwhile: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	save(t, db, keepers, k)
}

func TestCancelledContext(t *testing.T) {
	db := made(t, options(t))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := db.Save(cancelled, anna, keepers, &keeper{Name: "Anna"}); !errors.Is(err, context.Canceled) {
		t.Errorf("save: %v", err)
	}
	if _, err := db.All(cancelled, keepers); !errors.Is(err, context.Canceled) {
		t.Errorf("read: %v", err)
	}
	halfway, stop := context.WithCancel(ctx)
	err := db.Write(halfway, anna, func(tx *Tx) error {
		defer stop()
		return tx.Save(keepers, &keeper{Name: "Anna"})
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before the commit: %v", err)
	}
	newKeeper(t, db, "Bruno")
	if all, err := db.All(ctx, keepers); err != nil || len(all) != 1 {
		t.Errorf("%d records, %v", len(all), err)
	}
}

// Readers see one moment each, and do not wait for the writer.
func TestReadersBesideTheWriter(t *testing.T) {
	db := made(t, options(t))
	a, b := newKeeper(t, db, "0"), newKeeper(t, db, "0")
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				all, err := db.All(ctx, keepers)
				if err != nil || len(all) != 2 || all[0].(*keeper).Name != all[1].(*keeper).Name {
					t.Errorf("read %v %v", all, err)
					return
				}
				if _, err := db.Search(ctx, "1", 10); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	var writers sync.WaitGroup
	for range 2 { // two writers wait for each other
		writers.Go(func() {
			for i := range 60 {
				err := db.Write(ctx, anna, func(tx *Tx) error {
					for _, uid := range []string{a.UID(), b.UID()} {
						rec, err := tx.Get(keepers, uid)
						if err != nil {
							return err
						}
						rec.(*keeper).Name = fmt.Sprint(i + 1)
						if err := tx.Save(keepers, rec.(form.Record)); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(stop)
	readers.Wait()
}

// TestSaveAllOrNothing: what one action changes is kept as a whole, and who asked
// for it finds its records as they were where it is not.
func TestSaveAllOrNothing(t *testing.T) {
	db := made(t, options(t))
	first, second := newKeeper(t, db, "Anna"), newKeeper(t, db, "Bruno")
	stale := *second
	second.Name = "Bruno B."
	save(t, db, keepers, second)
	first.Name, stale.Name = "Anna A.", "Bruno C."
	list := []app.Saving{{Type: keepers, Rec: first}, {Type: keepers, Rec: &keeper{Name: "Carla"}}, {Type: keepers, Rec: &stale}}
	before := first.Head().Revision
	if err := db.SaveAll(ctx, anna, list); err == nil {
		t.Fatal("a record changed meanwhile was taken")
	}
	all, err := db.All(ctx, keepers)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || first.Head().Revision != before {
		t.Fatalf("half of it was kept: %d records, revision %d", len(all), first.Head().Revision)
	}
	if err := db.SaveAll(ctx, anna, list[:2]); err != nil {
		t.Fatal(err)
	}
	if all, err = db.All(ctx, keepers); err != nil || len(all) != 3 || first.Head().Revision == before {
		t.Fatalf("%d records, revision %d, %v", len(all), first.Head().Revision, err)
	}
}

// TestSaveUnderAClockSetBack: a clock that was set back neither stops a save nor
// changes the order of the trail, whose chain holds.
func TestSaveUnderAClockSetBack(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	k := &keeper{Name: "Anna"}
	save(t, db, keepers, k)
	c.step(-400 * 24 * time.Hour)
	k.Name = "Anna Verdi"
	save(t, db, keepers, k)
	db = reopen(t, db)
	save(t, db, keepers, &keeper{Name: "Bruno"})
	history, err := db.History(ctx, "keeper", k.UID())
	if err != nil || len(history) != 2 || !history[1].At.Before(history[0].At) || history[1].Seq != 2 {
		t.Errorf("%+v, %v", history, err)
	}
	rec, err := db.Get(ctx, keepers, k.UID())
	if err != nil || rec.(*keeper).Name != "Anna Verdi" || rec.(*keeper).Head().Revision != 2 {
		t.Errorf("%+v, %v", rec, err)
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() || report.Rows != 3 {
		t.Error(report, err)
	}
}
