package store

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"unicode/utf16"

	"tutela/app/vault"
	"tutela/app/vault/vaulttest"
)

// kindEnv set to "sealed" runs the tests of the store on sealed offices.
const kindEnv = "TUTELA_STORE_KIND"

func sealedKind() bool { return os.Getenv(kindEnv) == "sealed" }

// plainOnly skips a test of what only a plain file has: SQLite's own log, or
// tables that another program can reach.
func plainOnly(t testing.TB) {
	t.Helper()
	if sealedKind() {
		t.Skip("only a plain file can be treated so")
	}
}

// ofTheirOwn are tests that make the kind of office themselves.
const ofTheirOwn = "^Test(Backup|Canary|Clock|Copies|Copy|Damaged|Flipped|Frames|FullDiskOf|Nobody|NoGood|Offices|Older|Plans|RestoreOver|RestoreRefuses|Schema|Seal|Unlock|WrongPassphrase)"

// TestSealedOfficesToo runs the other tests of the store again, on sealed offices.
func TestSealedOfficesToo(t *testing.T) {
	if sealedKind() {
		t.Skip("this is that run")
	}
	args := []string{"-test.timeout=9m", "-test.skip=" + ofTheirOwn}
	if testing.Short() {
		args = append(args, "-test.short")
	}
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), kindEnv+"=sealed")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// testKeys are those of all sealed offices of the tests.
var testKeys = sync.OnceValues(func() (vault.Keys, *vault.Identity) {
	vaulttest.Quick()
	keys, id, err := vault.NewKeys(vaulttest.Phrase)
	if err != nil {
		panic(err)
	}
	return keys, id
})

// newOffice makes an office of the kind that is being tested.
func newOffice(path string, opts Options) (*DB, error) {
	db, err := Create(ctx, path, opts)
	if err != nil || !sealedKind() {
		return db, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	keys, id := testKeys()
	if err := sealUnder(ctx, path, under(keys), opts); err != nil {
		return nil, err
	}
	opts.Identity = id
	return Open(ctx, path, opts)
}

// unlocked are options that open the office at a path, whatever its kind.
func unlocked(path string, opts Options) Options {
	if sealed, err := Sealed(path); err == nil && sealed {
		id, err := Unlock(ctx, path, vaulttest.Phrase)
		if err != nil {
			panic(err)
		}
		opts.Identity = id
	}
	return opts
}

// sealedOffice is a new sealed office, whatever is being tested.
func sealedOffice(t testing.TB, opts Options) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ufficio.tutela")
	db, err := Create(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	keys, id := testKeys()
	if err := sealUnder(ctx, path, under(keys), opts); err != nil {
		t.Fatal(err)
	}
	opts.Identity = id
	if db, err = Open(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, db) })
	return db
}

func under(keys vault.Keys) func(*DB) (vault.Keys, error) {
	return func(*DB) (vault.Keys, error) { return keys, nil }
}

// holders names the files below folders in which the canary can be read.
func holders(t *testing.T, dirs ...string) (out []string) {
	t.Helper()
	var wide []byte
	for _, u := range utf16.Encode([]rune(canary)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			data, err := os.ReadFile(path)
			if bytes.Contains(bytes.ToLower(data), []byte(canary)) || bytes.Contains(data, wide) {
				out = append(out, filepath.Base(path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
