package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
)

// Backup copies the office to the folders of its settings that want it. What goes
// wrong with one of them is said in the run and kept with the folder, so that it is
// seen and tried again; the others get their copy all the same. The run enters
// itself in the log of the plan, where the settings name one. An error is what
// stops the whole run.
func (db *DB) Backup(ctx context.Context, by By, when app.CopyWhen, progress func(done, total int64)) (run app.CopyRun, err error) {
	var settings app.CopySettings
	var tag string
	var head chainHead
	var keys vault.Keys
	err = db.read(ctx, "read settings of copies", func(s *session) (err error) {
		if settings, tag, err = copySettings(s); err != nil {
			return err
		}
		if keys, err = keysOf(s); err != nil {
			return err
		}
		head, err = readHead(s)
		return err
	})
	if err != nil {
		return run, err
	}
	if when == app.CopyNow && len(settings.Destinations) == 0 {
		return run, &app.Refusal{What: "Non è stata scelta nessuna cartella per le copie.", Do: "Sceglietene una, meglio due: una chiavetta e un altro disco."}
	}
	run.At = db.now()
	checked := false
	for _, d := range settings.Destinations {
		switch {
		case when == app.CopyIfDue && !d.Due(settings.Every, run.At),
			when == app.CopyClosing && (!settings.AtClose || d.Head == head.hash && d.Outcome == app.CopyDone):
			continue
		}
		tried := db.copyToFolder(ctx, d, tag, settings.Keep, &checked, progress)
		if ctx.Err() != nil && tried.Outcome == app.CopyFailed {
			break // called off, which is no failure; what was copied before is kept and told
		}
		run.Results = append(run.Results, tried)
		run.Warnings = append(run.Warnings, db.warnOf(d.Folder, keys)...)
	}
	if len(run.Results) == 0 {
		return run, ctx.Err()
	}
	if err := db.keepRun(context.WithoutCancel(ctx), by, run); err != nil {
		run.Warnings = append(run.Warnings, "L’esito delle copie non si è potuto segnare nel registro. "+app.Sentence(err))
	}
	return run, ctx.Err()
}

// copyToFolder makes a copy in a folder and takes away those whose time is over.
// A folder that is not there is not made: where a stick is not plugged in, that
// would put the copy on the disk of the PC.
func (db *DB) copyToFolder(ctx context.Context, d app.CopyDestination, tag string, keep app.CopyRotation, checked *bool, progress func(done, total int64)) app.CopyDestination {
	d.Tried, d.Outcome, d.Said = db.now(), app.CopyDone, ""
	fail := func(outcome string, err error) app.CopyDestination {
		d.Outcome, d.Said = outcome, app.Sentence(err)
		return d
	}
	if info, err := os.Stat(d.Folder); err != nil || !info.IsDir() {
		return fail(app.CopyFailed, &app.Refusal{
			What: "La cartella delle copie " + quoted(d.Folder) + " non c’è: la copia non è stata fatta.",
			Do:   "Collegate la chiavetta o la rete: si riprova alla prossima copia.", Err: err,
		})
	}
	name := newCopyName(d.Folder, tag, d.Tried)
	c, err := db.copyTo(ctx, filepath.Join(d.Folder, name), !*checked, progress)
	if err != nil {
		return fail(app.CopyFailed, err)
	}
	*checked = true
	d.Made, d.File, d.Head = c.Made, name, c.Head
	if err := rotate(d.Folder, tag, name, keep, d.Tried); err != nil {
		return fail(app.CopyWarnings, &app.Refusal{What: "La copia in " + quoted(d.Folder) + " è fatta, ma quelle vecchie non si lasciano cancellare.", Do: "Cancellatele voi, prima che il disco si riempia.", Err: err})
	}
	return d
}

// warnOf is what is to be known of a folder that copies go to.
func (db *DB) warnOf(folder string, keys vault.Keys) (out []string) {
	if keys.None() && app.Synced(folder) {
		out = append(out, "La cartella "+quoted(folder)+" viene copiata in rete da un altro programma, e la copia non è sigillata: scegliete una frase segreta.")
	}
	if mine, err := os.Stat(filepath.Dir(db.path)); err == nil {
		if there, err := os.Stat(folder); err == nil && os.SameFile(mine, there) {
			out = append(out, "La cartella "+quoted(folder)+" è quella dell’ufficio: se il disco si rompe, copia e ufficio si perdono insieme.")
		}
	}
	return out
}

// keepRun keeps how a run went, and enters it in the log.
func (db *DB) keepRun(ctx context.Context, by By, run app.CopyRun) error {
	return db.write(ctx, by, "keep run of copies", func(tx *Tx) error {
		now, _, err := copySettings(tx.s)
		if err != nil {
			return err
		}
		for i, d := range now.Destinations {
			if at := slices.IndexFunc(run.Results, func(r app.CopyDestination) bool { return r.Folder == d.Folder }); at >= 0 {
				now.Destinations[i] = run.Results[at]
			}
		}
		if err := putCopySettings(tx.s, now); err != nil {
			return err
		}
		return tx.logRun(now.Plan, run)
	})
}

func (tx *Tx) logRun(plan string, run app.CopyRun) error {
	if plan == "" || tx.db.byKey[app.BackupPlanForm.Key] == nil {
		return nil
	}
	rec, err := tx.Get(app.BackupPlanForm.Type(), plan)
	if errors.Is(err, ErrNotFound) {
		return nil // taken away since: the settings ask for another
	}
	if err != nil {
		return err
	}
	typ := app.BackupCopyForm.Type()
	all, err := tx.All(typ)
	if err != nil {
		return err
	}
	log := make([]*app.BackupCopy, len(all))
	for i, c := range all {
		log[i] = c.(*app.BackupCopy)
	}
	entry := run.Entry(rec.(*app.BackupPlan), log)
	if entry == nil {
		return nil
	}
	return tx.Save(typ, entry)
}

// Copies lists the copies of this office that its folders hold, the newest first;
// folders that are not there are passed over. None of them is opened.
func (db *DB) Copies(ctx context.Context) (out []app.CopyContents, err error) {
	var settings app.CopySettings
	var tag string
	err = db.read(ctx, "read settings of copies", func(s *session) error {
		settings, tag, err = copySettings(s)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, d := range settings.Destinations {
		names, made, err := copiesIn(d.Folder, tag)
		if err != nil {
			continue // said by the run that did not find it
		}
		for i, name := range names {
			c := app.CopyContents{File: filepath.Join(d.Folder, name), Made: made[i]}
			if info, err := os.Stat(c.File); err == nil {
				c.Size = info.Size()
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b app.CopyContents) int { return b.Made.Compare(a.Made) })
	return out, nil
}

// TestRestore restores a copy where nobody sees it, in memory, looks it over and
// enters how that went among the restores. passphrase is "" where the copy is not
// sealed. A copy that is not there, or a wrong passphrase, is refused and no test;
// one that turns out damaged is a test that failed.
func (db *DB) TestRestore(ctx context.Context, by By, path, passphrase string) (app.CopyReport, error) {
	began := db.now()
	report, failed := VerifyCopy(ctx, path, passphrase, db.opts)
	tested := failed == nil || errors.Is(failed, vault.ErrDamaged) || errors.Is(failed, vault.ErrForeign)
	if !tested || db.byKey[app.RestoreForm.Key] == nil {
		return report, failed
	}
	err := db.write(ctx, by, "enter restore test", func(tx *Tx) error {
		settings, _, err := copySettings(tx.s)
		if err != nil {
			return err
		}
		plan := settings.Plan
		if _, err := tx.Get(app.BackupPlanForm.Type(), plan); errors.Is(err, ErrNotFound) {
			plan = ""
		} else if err != nil {
			return err
		}
		entry := report.Test(plan, began, tx.db.now(), failed)
		if entry.By, err = tx.personOf(by.Who); err != nil {
			return err
		}
		return tx.Save(app.RestoreForm.Type(), form.Record(entry))
	})
	if err != nil {
		err = fmt.Errorf("enter restore test: %w", err)
	}
	return report, errors.Join(failed, err)
}
