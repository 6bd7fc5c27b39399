//go:build unix

package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/vault/vaulttest"
)

// childCopy copies and restores an office while files may not grow past a
// megabyte, which is less than it has, and says how that went.
func childCopy(path string) {
	signal.Ignore(syscall.SIGXFSZ)
	good, bad := path+".copia", filepath.Join(filepath.Dir(path), "altra.copia")
	opts := unlocked(path, Options{Version: "9.9"})
	db, err := Open(ctx, path, opts)
	if err == nil {
		err = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20})
	}
	if err != nil {
		fmt.Print(err)
		return
	}
	_, err = db.CopyTo(ctx, bad, nil)
	fmt.Println(app.Sentence(err))
	if err := db.Close(); err != nil {
		fmt.Println(err)
	}
	_, err = RestoreCopy(ctx, anna, good, phraseOfKind(), path, opts)
	fmt.Println(app.Sentence(err))
}

// childRestore copies an office and restores it, for ever, and says when it has
// done so once.
func childRestore(path string) {
	opts := unlocked(path, Options{Version: "9.9"})
	for {
		db, err := Open(ctx, path, opts)
		if err != nil {
			fmt.Println(err)
			return
		}
		_, err = db.CopyTo(ctx, path+".copia", nil)
		if err := errors.Join(err, db.Close()); err != nil {
			fmt.Println(err)
			return
		}
		if _, err = RestoreCopy(ctx, anna, path+".copia", phraseOfKind(), path, opts); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("ok")
	}
}

// Whenever a copy or a restore is killed, there is an office at its path, whole,
// and a whole copy.
func TestKilledWhileCopyingAndRestoring(t *testing.T) {
	kills := 10
	if testing.Short() {
		kills = 4
	}
	r := rand.New(rand.NewPCG(8, 4))
	path, _ := copied(t, t.TempDir())
	for i := range kills {
		cmd := child(t, os.Args[0], "restore", path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() || lines.Text() != "ok" {
			t.Fatalf("kill %d: the child said %q", i, lines.Text())
		}
		time.Sleep(time.Duration(r.IntN(400)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if report, err := VerifyCopy(ctx, path+".copia", phraseOfKind(), Options{}); err != nil || !report.OK() {
			t.Fatalf("kill %d: the copy: %v %v", i, report.Faults, err)
		}
		db, err := Open(ctx, path, unlocked(path, Options{Version: "9.9"}))
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		intact(t, db)
		shut(t, db)
	}
}

// copied is an office of the kind that is being tested, in a folder, closed, with a
// copy beside it.
func copied(t *testing.T, dir string) (path string, before []byte) {
	t.Helper()
	db, _ := sampleOffice(t, filepath.Join(dir, "ufficio.tutela"), sealedKind())
	if sealedKind() {
		shut(t, db)
		err := Seal(ctx, db.path, db.opts)
		if err != nil {
			t.Fatal(err)
		}
		if db, err = Open(ctx, db.path, unlocked(db.path, db.opts)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.CopyTo(ctx, db.path+".copia", nil); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	before, err := os.ReadFile(db.path)
	if err != nil {
		t.Fatal(err)
	}
	return db.path, before
}

// phraseOfKind opens the copies of an office of the kind that is being tested.
func phraseOfKind() string {
	if sealedKind() {
		return vaulttest.Phrase
	}
	return ""
}

// untouchedOffice wants the office as it was, its copy, and nothing else.
func untouchedOffice(t *testing.T, path string, before []byte) {
	t.Helper()
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
		t.Errorf("the office was touched: %v", err)
	}
	for _, name := range beside(t, path) {
		if name != filepath.Base(path) && name != filepath.Base(path)+".copia" && name != "rest" {
			t.Errorf("left behind: %s", name)
		}
	}
}

func TestCopySizeLimit(t *testing.T) {
	dir := t.TempDir()
	path, before := copied(t, dir)
	out, err := child(t, os.Args[0], "copy", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	want := "Sul disco di «" + dir + "» non c’è posto per «altra.copia»: non è stato scritto. Liberate spazio e riprovate.\n" +
		"Il ripristino non è riuscito: l’ufficio è rimasto com’era. Sul disco di «" + dir + "» non c’è posto per «ufficio.tutela.ripristino»: non è stato scritto. Liberate spazio e riprovate.\n"
	if string(out) != want {
		t.Errorf("said\n%s", out)
	}
	untouchedOffice(t, path, before)
}

// A folder that may not be written to is said, and nothing of it is tried on the
// way. Root may write everywhere, so there it is a mount (copyfailure_linux_test.go).
func TestCopyToReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	path, _ := copied(t, dir)
	readOnly := filepath.Join(dir, "sola lettura")
	if err := os.Mkdir(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	refusesFolder(t, path, readOnly)
}

func refusesFolder(t *testing.T, path, folder string) {
	t.Helper()
	opts := unlocked(path, Options{})
	db, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, db)
	_, err = db.CopyTo(ctx, filepath.Join(folder, "a.copia"), nil)
	want := "Nella cartella «" + folder + "» non si può scrivere. Scegliete una cartella vostra, o togliete la protezione dalla chiavetta."
	refused(t, err, want)
	to(t, db, app.CopySettings{}, folder)
	if run := backup(t, db, app.CopyNow); run.Outcome() != app.CopyFailed || run.Said() != want {
		t.Errorf("%+v", run)
	}
	_, err = RestoreCopy(ctx, anna, path+".copia", phraseOfKind(), filepath.Join(folder, "u.tutela"), opts)
	var r *app.Refusal
	if !errors.As(err, &r) || !strings.Contains(r.Sentence(), "non si può scrivere") {
		t.Error(err)
	}
}
