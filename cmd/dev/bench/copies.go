package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"tutela/app/vault"
	"tutela/store"
)

// What no copy on the same disk can be faster than.
var besideCp = []peer{{name: "`cp` e sync dello stesso file"}}

// Sizes of offices, half records and half attachments, in MB.
var copySizes = []int{5, 10, 25, 50}

var copySubject = &subject{
	key: "copies", unit: "MB", sizes: copySizes,
	quantities: []quantity{{name: "**copiare** l’ufficio, controllandolo tutto prima", peers: besideCp}},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		return b.copied(ctx, size, vault.Keys{})
	},
}

var sealedCopySubject = &subject{
	key: "sealed-copies", unit: "MB", sizes: copySizes,
	quantities: []quantity{{name: "lo stesso, sigillando la copia", peers: besideCp}},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		keys, err := sealKeys()
		if err != nil {
			return nil, err
		}
		return b.copied(ctx, size, keys.Keys)
	},
}

var verifySubject = &subject{
	key: "verify", unit: "MB", sizes: copySizes,
	quantities: []quantity{{name: "controllare una copia", peers: besideCp}},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		c, err := b.copied(ctx, size, vault.Keys{})
		if err != nil {
			return nil, err
		}
		if _, err := c.ours(ctx); err != nil {
			return nil, errors.Join(err, c.close())
		}
		c.ours = timed(func(ctx context.Context) error {
			report, err := store.VerifyCopy(ctx, b.copy(), passphrase, opts)
			if err == nil && !report.OK() {
				err = errors.New(report.Faults[0])
			}
			return err
		})
		return c, nil
	},
}

// copy is where copies go.
func (b *bench) copy() string { return filepath.Join(b.dir, "ufficio.copia") }

// copied copies the office of a size, sealed where there are keys.
func (b *bench) copied(ctx context.Context, megabytes int, keys vault.Keys) (*contest, error) {
	path, err := b.once(fmt.Sprintf("%d-MB", megabytes), func(path string) error { return grown(ctx, path, int64(megabytes)<<20) })
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, path, opts)
	if err != nil {
		return nil, err
	}
	if err := db.SetKeys(ctx, who, keys); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &contest{
		ours: timed(func(ctx context.Context) error {
			_, err := db.CopyTo(ctx, b.copy(), nil)
			return err
		}),
		peers: []op{timed(func(context.Context) error { return copyAndSync(path, filepath.Join(b.dir, "cp")) })},
		close: db.Close,
	}, nil
}

// What a plain office of the example takes, and each treatment more, in bytes.
const (
	exampleBytes   = 2_600_000
	treatmentBytes = 13_500
)

// grown is the example office grown to a size, half of what is more in records, half
// in attachments.
func grown(ctx context.Context, path string, size int64) error {
	if err := filled(ctx, path, int((size-exampleBytes)/2/treatmentBytes)); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, path, opts)
	if err != nil {
		return err
	}
	r := rand.NewChaCha8([32]byte{8})
	for left := size - info.Size(); left > 0; left -= 1 << 20 {
		data := make([]byte, min(left, 1<<20))
		_, _ = r.Read(data) // never fails
		if _, err := db.PutBlob(ctx, "application/pdf", data); err != nil {
			return errors.Join(err, db.Close())
		}
	}
	return db.Close()
}
