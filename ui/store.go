// Package ui is the window: tabs, lists beside records, menus, preview. It holds
// no rules of the office: those stand in app, and screen and paper read the
// same descriptions.
package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// Store is what the window asks of the file of an office. Every error is an
// app.Refusal or holds one where there is something to say to the user.
type Store interface {
	Path() string
	// QuickCheck looks the pages of the file over.
	QuickCheck(ctx context.Context) error
	Get(ctx context.Context, t *form.Type, uid string) (any, error)
	All(ctx context.Context, t *form.Type) ([]any, error)
	List(ctx context.Context, register string, q app.Query) ([]app.Row, error)
	// Column and Matches are for the lists: what a field holds, and where words are found.
	Column(ctx context.Context, t *form.Type, key string) (map[string]string, error)
	Matches(ctx context.Context, register, text string) (map[string]bool, error)
	Save(ctx context.Context, by app.By, t *form.Type, rec any) error
	Restore(ctx context.Context, by app.By, t *form.Type, seq int64) (form.Record, error)
	Users(ctx context.Context, t *form.Type, uid string) ([]app.Hit, error)
	History(ctx context.Context, register, uid string) ([]app.Change, error)
	Deleted(ctx context.Context, register string) ([]app.Change, error)
	Search(ctx context.Context, text string, limit int) ([]app.Hit, error)
	Delete(ctx context.Context, by app.By, t *form.Type, uid string) error
	Bundle(ctx context.Context) (app.Bundle, error)
	Known(ctx context.Context) (app.Known, error)
	Import(ctx context.Context, by app.By, b app.Bundle, dry bool) (app.Plan, error)
	Dossier(ctx context.Context, now time.Time) (*app.Dossier, error)
	SaveDraft(ctx context.Context, d app.Draft) error
	Drafts(ctx context.Context) ([]app.Draft, error)
	DropDraft(ctx context.Context, key string) error
	KeepPrint(ctx context.Context, by app.By, p app.Print) (app.Print, error)
	Prints(ctx context.Context) ([]app.Print, error)
	PrintPDF(ctx context.Context, uid string) ([]byte, error)
}
