// Package ui is the window: tabs, lists beside records, menus, preview. It holds
// no rules of the office: those stand in app, and screen and paper read the
// same descriptions.
package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
)

// Store is what the window asks of the file of an office. Every error is an
// app.Refusal or holds one where there is something to say to the user.
type Store interface {
	Path() string
	// QuickCheck looks the pages of the file over.
	QuickCheck(ctx context.Context) error
	Get(ctx context.Context, t *form.Type, uid string) (any, error)
	All(ctx context.Context, t *form.Type) ([]any, error)
	// Span gives the records whose date or moment in a field is of some days, in its order.
	Span(ctx context.Context, t *form.Type, key string, from, to form.Date) ([]any, error)
	List(ctx context.Context, register string, q app.Query) ([]app.Row, error)
	Row(ctx context.Context, register, uid string) (row app.Row, found bool, err error)
	// Column and Matches are for the lists: what a field holds, and where words are found.
	Column(ctx context.Context, t *form.Type, key string) (map[string]string, error)
	Matches(ctx context.Context, register, text string) (map[string]bool, error)
	Save(ctx context.Context, by app.By, t *form.Type, rec any) error
	// SaveAll keeps all of the records or none, in their order.
	SaveAll(ctx context.Context, by app.By, list []app.Saving) error
	// TakeIn is SaveAll of what comes from a sheet; TakeBack undoes an import.
	TakeIn(ctx context.Context, by app.By, list []app.Saving) (app.Taken, error)
	TakeBack(ctx context.Context, by app.By, t app.Taken) (n int, err error)
	// Owner tells to whom a value that is given once was given, "" for nobody yet.
	Owner(ctx context.Context, t *form.Type, f *form.Field, value string) (uid string, err error)
	// Review saves the date of a review alone: it is no update.
	Review(ctx context.Context, by app.By, t *form.Type, rec any) error
	Restore(ctx context.Context, by app.By, t *form.Type, seq int64) (form.Record, error)
	Users(ctx context.Context, t *form.Type, uid string) ([]app.Hit, error)
	History(ctx context.Context, register, uid string) ([]app.Change, error)
	// Trail chooses changes of the whole office, the newest first, TrailRows gives
	// them by their numbers, ChangeAt one with the version before it.
	Trail(ctx context.Context, q app.TrailQuery) (seqs []int64, err error)
	TrailRows(ctx context.Context, seqs []int64) ([]app.TrailRow, error)
	ChangeAt(ctx context.Context, seq int64) (c, before app.Change, err error)
	// TrailParts are who changed anything, and the registers that were changed.
	TrailParts(ctx context.Context) (who, registers []string, err error)
	VerifyChain(ctx context.Context) (app.ChainReport, error)
	// Head is the value of the last row of the trail: another one says that something
	// was changed, or printed.
	Head(ctx context.Context) (string, error)
	VerifyRecords(ctx context.Context) ([]app.Fault, error)
	// Traces are what an erasure may blank of a record and of those that name it.
	Traces(ctx context.Context, t *form.Type, uid string) ([]app.Trace, error)
	EraseTrail(ctx context.Context, by app.By, e app.TrailErasure) (blanked int, err error)
	// CopySettings are how the program copies the file, and how the last copies went.
	CopySettings(ctx context.Context) (app.CopySettings, error)
	SaveCopySettings(ctx context.Context, by app.By, c app.CopySettings) error
	// Backup copies to the folders that want it; progress is told bytes.
	Backup(ctx context.Context, by app.By, when app.CopyWhen, progress func(done, total int64)) (app.CopyRun, error)
	// Copies are those that the folders hold, the newest first; none is opened.
	Copies(ctx context.Context) ([]app.CopyContents, error)
	// TestRestore restores a copy where nobody sees it, and enters how that went.
	TestRestore(ctx context.Context, by app.By, path, passphrase string) (app.CopyReport, error)
	// Keys are what copies are sealed to; SetKeys keeps new ones.
	Keys(ctx context.Context) (vault.Keys, error)
	SetKeys(ctx context.Context, by app.By, k vault.Keys) error
	// Touched tells what was changed after a moment.
	Touched(ctx context.Context, after time.Time) ([]app.Touched, error)
	Deleted(ctx context.Context, register string) ([]app.Change, error)
	Search(ctx context.Context, text string, limit int) ([]app.Hit, error)
	// Printed says that a record stands in a complete paper that was kept.
	Printed(ctx context.Context, t *form.Type, rec any) (bool, error)
	Delete(ctx context.Context, by app.By, t *form.Type, uid string) error
	Bundle(ctx context.Context) (app.Bundle, error)
	Known(ctx context.Context) (app.Known, error)
	Import(ctx context.Context, by app.By, b app.Bundle, dry bool) (app.Plan, error)
	Dossier(ctx context.Context, now time.Time) (*app.Dossier, error)
	// DossierAsOf is as of the end of a past day; other days are refused.
	DossierAsOf(ctx context.Context, now time.Time, day form.Date) (*app.Dossier, error)
	SaveDraft(ctx context.Context, d app.Draft) error
	Drafts(ctx context.Context) ([]app.Draft, error)
	DropDraft(ctx context.Context, key string) error
	// KeepPrints keeps all of the papers or none.
	KeepPrints(ctx context.Context, by app.By, list []app.Print) ([]app.Print, error)
	Prints(ctx context.Context) ([]app.Print, error)
	PrintPDF(ctx context.Context, uid string) ([]byte, error)
	// SignPrint keeps a form in which a paper came back signed, UnsignPrint takes one
	// away that was kept by mistake.
	SignPrint(ctx context.Context, by app.By, g app.SignedForm) (app.SignedForm, error)
	UnsignPrint(ctx context.Context, by app.By, print, uid string) error
	// PrintLayout is nil where a paper was kept with its PDF alone.
	PrintLayout(ctx context.Context, uid string) ([]byte, error)
	// PutBlob keeps the bytes of an attachment, Blob gives them back by SHA-256.
	PutBlob(ctx context.Context, mime string, data []byte) (sha string, err error)
	Blob(ctx context.Context, sha string) (data []byte, mime string, err error)
	// FilesAdded tells when each attachment came into a record, by SHA-256.
	FilesAdded(ctx context.Context, register, uid string) (map[string]time.Time, error)
}

// Copies looks into copies, of whatever office, and restores them.
type Copies interface {
	// Verify looks a copy over. Where it is sealed and the passphrase does not open
	// it, the error is vault.ErrPassphrase.
	Verify(ctx context.Context, path, passphrase string) (app.CopyReport, error)
	// Restore puts the office of a copy in the place of a file that is closed.
	Restore(ctx context.Context, by app.By, path, passphrase, to string) (app.CopyRestored, error)
}
