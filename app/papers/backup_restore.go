package papers

import (
	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var restoreType = app.RestoreForm.Type()

// restoreRecord is the record of a restore, tried or real, against its term (spec
// 7, restore-record; 5-law 6, RST1 and RST2).
func restoreRecord(w *writer, subject any) doc.Document {
	r, _ := subject.(*app.Restore)
	if r == nil {
		r, w.blank = &app.Restore{}, true
	}
	p := newBackupPaper(w)
	p.draft = p.draft || !w.blank && !restoreType.Complete(r)
	switch {
	case w.blank:
	case r.Purpose == app.RestoreReal:
		p.add(p.say("restore-real")...)
	default:
		p.add(p.say("restore-test")...)
	}
	p.head("Che cosa e perché")
	p.add(p.fields(restoreType.Sections[0].Fields, r))
	p.head("Come è andata")
	p.add(p.fields(restoreType.Sections[1].Fields, r, "due"))
	house := app.HouseOf(w.d)
	if due := r.Due(house); due != "" && r.Purpose == app.RestoreReal {
		key := "restore-term"
		if r.Late(house, w.d.Today()) {
			key = "restore-late"
		}
		p.add(p.say(key, "{giorni}", restoreDays(house, r.What == app.RestoreMachine), "{data}", due.String())...)
	}
	day := ""
	if !r.Back.IsZero() {
		day = form.DateOf(r.Back.Time).String()
	}
	plan := app.Find(w.d, app.BackupPlanForm, r.Plan)
	keeper := r.By
	if plan != nil && plan.Keeper != "" {
		keeper = plan.Keeper
	}
	security := p.securitySigner()
	if r.DecidedBy != "" && !w.blank {
		security = doc.Signer{Role: "Chi l’ha deciso", Name: w.d.Ref(app.PersonForm.Key, r.DecidedBy)}
	}
	p.sign(day, security, p.keeperSigner(keeper), p.sysadminSigner())
	subtitle := ""
	if !w.blank {
		subtitle = restoreType.Named(r, w.d)
	}
	return p.document(subtitle)
}
