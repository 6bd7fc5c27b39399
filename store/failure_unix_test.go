//go:build unix

package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tutela/app"
)

// Some of these tests run the test binary again, as another process: childEnv
// tells it what to do there.
const childEnv = "TUTELA_STORE_CHILD"

func TestMain(m *testing.M) {
	switch what, path, _ := strings.Cut(os.Getenv(childEnv), " "); what {
	case "":
		os.Exit(m.Run())
	case "open":
		childOpen(path)
	case "peek":
		childPeek(path)
	case "save":
		childSave(path)
	case "number":
		childNumber(path)
	case "full":
		childFull(path)
	case "copy":
		childCopy(path)
	case "restore":
		childRestore(path)
	case "canary":
		childCanary(path)
	}
}

func child(t *testing.T, binary, what, path string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(binary)
	cmd.Env = append(os.Environ(), childEnv+"="+what+" "+path)
	cmd.Stderr = os.Stderr
	return cmd
}

func childOptions(path string) Options { return unlocked(path, options(new(testing.T))) }

// childOpen says in a sentence how opening went.
func childOpen(path string) {
	db, err := Open(ctx, path, childOptions(path))
	if err != nil {
		fmt.Print(app.Sentence(err))
		return
	}
	_ = db.Close()
	fmt.Print("ok")
}

// childPeek says in a sentence how looking into the office went.
func childPeek(path string) {
	opts := childOptions(path)
	if _, err := Peek(ctx, path, opts.Now(), opts); err != nil {
		fmt.Print(app.Sentence(err))
		return
	}
	fmt.Print("ok")
}

// Root ignores modes, so this is tried as another user. To look into an office, the
// right to read it is enough.
func TestPermissions(t *testing.T) {
	dir, err := os.MkdirTemp("", "tutela-permessi")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	data, err := os.ReadFile(office(t, options(t)))
	if err != nil {
		t.Fatal(err)
	}
	binary := os.Args[0]
	nobody := 65534
	asOther := os.Getuid() == 0
	if asOther {
		binary = copyBinary(t, dir)
	} else {
		nobody = os.Getuid()
	}
	place := func(folder string, folderMode, fileMode os.FileMode, mine bool) string {
		path := filepath.Join(dir, folder, "u.tutela")
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, data)
		if mine && asOther {
			if err := errors.Join(os.Chown(filepath.Dir(path), nobody, nobody), os.Chown(path, nobody, nobody)); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(os.Chmod(path, fileMode), os.Chmod(filepath.Dir(path), folderMode)); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
		return path
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	readOnlyDir := place("sola lettura", 0o555, 0o600, true)
	const noRights = "Non avete il permesso di leggere il file «u.tutela». Chiedete a chi amministra il computer di poter leggere e scrivere il file e la sua cartella."
	for name, c := range map[string]struct{ path, sentence, peek string }{
		"all mine":         {place("mia", 0o700, 0o600, true), "ok", "ok"},
		"file unreadable":  {place("illeggibile", 0o755, 0o000, true), noRights, noRights},
		"folder closed":    {place("chiusa", 0o000, 0o644, true), noRights, noRights},
		"file read-only":   {place("file", 0o700, 0o444, true), "Il file «u.tutela» è in sola lettura: non si potrebbe salvare niente. Togliete «sola lettura» nelle proprietà del file, oppure copiatelo in una cartella vostra.", "ok"},
		"folder read-only": {readOnlyDir, "Nella cartella «" + filepath.Dir(readOnlyDir) + "» non si può scrivere: non si potrebbe salvare niente. Copiate il file in una cartella vostra e apritelo da lì.", "ok"},
	} {
		t.Run(name, func(t *testing.T) {
			for what, sentence := range map[string]string{"open": c.sentence, "peek": c.peek} {
				cmd := child(t, binary, what, c.path)
				cmd.Dir = "/"
				if asOther {
					cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(nobody), Gid: uint32(nobody)}}
				}
				out, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				if string(out) != sentence {
					t.Errorf("%s said\n%s\nwanted\n%s", what, out, sentence)
				}
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(c.path), "u.tutela-wal")); err == nil {
				t.Error("a log was left")
			}
		})
	}
}

// copyBinary puts the test binary where any user may run it.
func copyBinary(t *testing.T, dir string) string {
	t.Helper()
	from, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	path := filepath.Join(dir, "store.test")
	to, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// childFull saves until files may not grow any more, then lets them grow.
func childFull(path string) {
	signal.Ignore(syscall.SIGXFSZ)
	db, err := Open(ctx, path, childOptions(path))
	if err != nil {
		fmt.Print(err)
		return
	}
	limit := func(n uint64) {
		var r syscall.Rlimit
		if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &r); err != nil {
			fmt.Print(err)
		}
		r.Cur = min(n, r.Max)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &r); err != nil {
			fmt.Print(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		fmt.Print(err)
		return
	}
	limit(uint64(info.Size()) + 1<<20)
	fmt.Print(untilFull(db, func() { limit(1 << 40) }))
}

// untilFull saves until it is refused, makes room, saves again, and tells what
// it found; the same handle is used all along.
func untilFull(db *DB, room func()) string {
	before, err := db.All(ctx, keepers)
	if err != nil {
		return err.Error()
	}
	saved := 0
	var refusal error
	for refusal == nil && saved < 5000 {
		k := &keeper{Name: strings.Repeat("Anna ", 1000)}
		if refusal = db.Save(ctx, anna, keepers, k); refusal == nil {
			saved++
		} else if k.UID() != "" {
			return "the record thinks it was saved"
		}
	}
	if saved == 0 || saved == 5000 {
		return fmt.Sprintf("%d saved, %v", saved, refusal)
	}
	all, err := db.All(ctx, keepers)
	if err != nil || len(all) != len(before)+saved {
		return fmt.Sprintf("%d read of %d, %v", len(all)-len(before), saved, err)
	}
	room()
	if err := db.Save(ctx, anna, keepers, &keeper{Name: "after"}); err != nil {
		return "after making room: " + err.Error()
	}
	report, err := db.VerifyChain(ctx)
	if err != nil || !report.OK() || int(report.Rows) != len(all)+1 {
		return fmt.Sprint(report, err)
	}
	if err := errors.Join(db.Check(ctx), db.Close()); err != nil {
		return err.Error()
	}
	return app.Sentence(refusal)
}

func TestFileSizeLimit(t *testing.T) {
	out, err := child(t, os.Args[0], "full", office(t, options(t))).Output()
	if err != nil {
		t.Fatal(err)
	}
	const want = "Il disco non accetta la scrittura: è pieno, guasto o scollegato. L’ultima modifica non è stata salvata. Liberate spazio o ricollegate il disco e riprovate."
	if string(out) != want {
		t.Errorf("said\n%s", out)
	}
}
