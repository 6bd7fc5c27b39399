package main

import (
	"context"

	"tutela/app"
	"tutela/cmd/internal/office"
	"tutela/store"
)

// copyTools looks into copies for the window, and restores them.
type copyTools struct{}

func (copyTools) Verify(ctx context.Context, path, passphrase string) (app.CopyReport, error) {
	return store.VerifyCopy(ctx, path, passphrase, store.Options{Version: office.Version})
}

func (copyTools) Restore(ctx context.Context, by app.By, path, passphrase, to string) (app.CopyRestored, error) {
	return store.RestoreCopy(ctx, by, path, passphrase, to, store.Options{Version: office.Version})
}
