package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"tutela/app/vault"
)

// openOffice opens the copy of a sealed office, which is its bytes: the rows go to
// memory, attachments and papers are read from the file.
func (o *openedCopy) openOffice(ctx context.Context, head *sealedHead, passphrase string, opts Options) (err error) {
	o.sealed = true
	if passphrase == "" {
		return needsPhrase(o.path)
	}
	if o.id, err = head.keys().Unlock(passphrase); err != nil {
		return copyRefused(o.path, err)
	}
	f, err := os.Open(o.path)
	if err != nil {
		return copyRefused(o.path, err)
	}
	log, image, err := openLog(o.path, f, o.id)
	if err == nil && !log.whole {
		err = errors.New("no sum at its end")
	}
	if err != nil {
		return errors.Join(copyRefused(o.path, fmt.Errorf("%w: %w", vault.ErrDamaged, err)), f.Close())
	}
	o.office = &sealed{path: o.path, log: log}
	if o.db, err = openImage(ctx, o.path, image, opts); err != nil {
		return errors.Join(err, f.Close())
	}
	o.db.blobs = sealedBlobs{o.office}
	return errors.Join(o.tell(ctx, f))
}

// tell makes the manifest, which the bytes of an office do not have.
func (o *openedCopy) tell(ctx context.Context, f *os.File) error {
	info, err := f.Stat()
	if err == nil {
		err = o.db.read(ctx, "look at copy", func(s *session) (err error) {
			if o.manifest, err = o.db.manifest(s); err != nil {
				return err
			}
			shas, err := namedBlobs(s)
			for _, sha := range shas {
				err = errors.Join(err, o.office.checkBlob(s, sha))
			}
			return err
		})
	}
	if err != nil {
		return errors.Join(copyRefused(o.path, fmt.Errorf("%w: %w", vault.ErrDamaged, err)), o.shut())
	}
	o.Made, o.Program = info.ModTime().UTC(), ""
	return nil
}
