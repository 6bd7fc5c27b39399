//go:build unix

package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tutela/app/form"
)

// How often the torture does its worst, where not the few times of a usual run.
// "go run ./cmd/dev torture" sets them, and shows the rows that are then printed.
const (
	killsEnv = "TUTELA_STORE_KILLS"
	cutsEnv  = "TUTELA_STORE_CUTS"
)

func howOften(t *testing.T, env string, usual, short int) int {
	t.Helper()
	if said := os.Getenv(env); said != "" {
		n, err := strconv.Atoi(said)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if testing.Short() {
		return short
	}
	return usual
}

// stopsAnOffice is how many stops one office has to live through before the next
// is made: what the first left behind, the later ones find.
const stopsAnOffice = 10

// childSave saves numbered records for ever, as the window does, and says each
// number once it was acknowledged. It closes the office now and then, so that a
// stop may come while that is done.
func childSave(path string) {
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	lock, err := LockOffice(path)
	fail(err)
	opts := childOptions(path)
	opts.Lock = lock
	for {
		db, err := Open(ctx, path, opts)
		fail(err)
		if db.sealed != nil {
			db.sealed.least = 1 << 18 // so that the file is written anew every so often
		}
		there, err := db.All(ctx, keepers)
		fail(err)
		for n := len(there) + 1; n <= len(there)+40; n++ {
			fail(saveNumber(db, n))
			fmt.Println(n)
		}
		fail(db.Close())
	}
}

func storyOf(n int) string { return strings.Repeat(strconv.Itoa(n)+" ", 500) }

// saveNumber saves, in one transaction, a thing with parts and an attachment and a
// keeper that points at it.
func saveNumber(db *DB, n int) error {
	name := strconv.Itoa(n)
	return db.Write(ctx, anna, func(tx *Tx) error {
		sha, err := tx.PutBlob("text/plain", []byte(storyOf(n)))
		if err != nil {
			return err
		}
		rec := &thing{Name: name, Story: storyOf(n), Papers: []form.File{{Name: name, SHA256: sha, Size: 1}},
			Parts: []*part{{Name: name, Steps: []*step{{What: name}}}}}
		if err := tx.Save(things, rec); err != nil {
			return err
		}
		return tx.Save(keepers, &keeper{Name: name, Thing: rec.UID()})
	})
}

// verdict is what the stops of a kind came to.
type verdict struct {
	stops, acknowledged            int
	lost, damaged, chains, unasked int
}

// row is the line of the table in the README.
func (v verdict) row(what string) string {
	kind := "in chiaro"
	if sealedKind() {
		kind = "sigillato"
	}
	return fmt.Sprintf("| %s, %s | %d | %s | %d | %d | %d | %d |", kind, what, v.stops, form.FormatInt(int64(v.acknowledged)), v.lost, v.damaged, v.chains, v.unasked)
}

// judge looks an office over after a stop: whether it is whole, has every record
// up to the last one acknowledged, and its chain holds. It gives how many records
// there are, and whether the office can go on.
func (v *verdict) judge(t *testing.T, path string, before, acknowledged int) (there int, whole bool) {
	t.Helper()
	v.stops++
	v.acknowledged += acknowledged - before
	wrong := func(count *int, n int, format string, args ...any) {
		t.Helper()
		*count += n
		t.Errorf("stop %d: "+format, append([]any{v.stops}, args...)...)
	}
	db, err := Open(ctx, path, options(t))
	if err != nil {
		wrong(&v.lost, acknowledged, "%v", err)
		v.damaged++
		return 0, false
	}
	defer func() { shut(t, db) }()
	all, err1 := db.All(ctx, things)
	pointers, err2 := db.All(ctx, keepers)
	listed, err3 := db.List(ctx, "thing", Query{})
	if err := errors.Join(err1, err2, err3, db.Check(ctx)); err != nil {
		wrong(&v.damaged, 1, "%v", err)
		return 0, false
	}
	byUID := map[string]*thing{}
	for _, rec := range all {
		byUID[rec.(*thing).UID()] = rec.(*thing)
	}
	found := map[string]*thing{}
	for _, rec := range pointers {
		found[rec.(*keeper).Name] = byUID[rec.(*keeper).Thing]
	}
	for there = 0; isWhole(db, found[strconv.Itoa(there+1)], there+1); there++ {
	}
	if there < acknowledged {
		wrong(&v.lost, acknowledged-there, "%d acknowledged, %d there", acknowledged, there)
	}
	v.unasked += max(0, there-acknowledged)
	if len(all) != there || len(pointers) != there || len(listed) != there || there > acknowledged+1 {
		wrong(&v.damaged, 1, "%d acknowledged, %d whole, %d things, %d keepers, %d in the list", acknowledged, there, len(all), len(pointers), len(listed))
	}
	report, err1 := db.VerifyChain(ctx)
	faults, err2 := db.VerifyRecords(ctx)
	if err := errors.Join(err1, err2); err != nil || !report.OK() || len(faults) > 0 || int(report.Rows) != 2*there {
		wrong(&v.chains, 1, "%d records, %d rows of trail: %v %v %v", there, report.Rows, report.Faults, faults, err)
	}
	return there, !t.Failed()
}

func isWhole(db *DB, rec *thing, n int) bool {
	if rec == nil || rec.Name != strconv.Itoa(n) || rec.Story != storyOf(n) || len(rec.Papers) != 1 ||
		len(rec.Parts) != 1 || len(rec.Parts[0].Steps) != 1 || rec.Parts[0].Steps[0].What != rec.Name {
		return false
	}
	data, _, err := db.Blob(ctx, rec.Papers[0].SHA256)
	return err == nil && string(data) == rec.Story
}

// savedUntil runs childSave until it has been stopped, after a while, and gives the
// last number that it acknowledged. The while begins with the first save, or with
// the process itself; before the process is killed, stopped is given it.
func savedUntil(t *testing.T, path string, before int, fromStart bool, while time.Duration, stopped func(pid int) error) (acknowledged int) {
	t.Helper()
	cmd := child(t, os.Args[0], "save", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	var clock *time.Timer
	stop := func() {
		clock = time.AfterFunc(while, func() {
			err := stopped(cmd.Process.Pid)
			_ = cmd.Process.Kill()
			done <- err
		})
	}
	if fromStart {
		stop()
	}
	acknowledged = before
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil || n != acknowledged+1 {
			t.Errorf("after %d the child said %q", acknowledged, lines.Text())
			break
		}
		acknowledged = n
		if clock == nil {
			stop()
		}
	}
	if clock == nil {
		_ = cmd.Process.Kill()
		t.Fatal("the child ended before it saved")
	}
	err = <-done
	_ = cmd.Wait()
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); err != nil || !ok || status.Signal() != syscall.SIGKILL {
		t.Fatalf("the child was not killed: %v, %v", cmd.ProcessState, err)
	}
	return acknowledged
}

// However often the program is killed while it opens, saves and closes, what it
// acknowledged is there, and nothing by halves.
func TestKilledWhileSaving(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var v verdict
	path, there, whole := "", 0, false
	for i := range howOften(t, killsEnv, 25, 4) {
		if i%stopsAnOffice == 0 || !whole {
			path, there = filepath.Join(t.TempDir(), "ufficio.tutela"), 0
			db, err := newOffice(path, options(t))
			if err != nil {
				t.Fatal(err)
			}
			shut(t, db)
		}
		fromStart := r.IntN(5) == 0
		while := time.Duration(r.IntN(300)) * time.Millisecond
		acknowledged := savedUntil(t, path, there, fromStart, while, func(int) error { return nil })
		there, whole = v.judge(t, path, there, acknowledged)
	}
	if v.acknowledged == 0 {
		t.Error("nothing was saved")
	}
	if os.Getenv(killsEnv) != "" {
		fmt.Println(v.row("programma ucciso"))
	}
}
