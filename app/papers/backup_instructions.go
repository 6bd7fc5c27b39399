package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

var backupPlanType = app.BackupPlanForm.Type()

// newBackupPaper opens a paper about copies, restores or media.
func newBackupPaper(w *writer) *recordPaper { return newRecordPaper(w, "backup") }

// keeperSigner is who makes the copies.
func (p *recordPaper) keeperSigner(person string) doc.Signer {
	return doc.Signer{Role: "Chi fa le copie", Name: p.d.Ref(app.PersonForm.Key, person)}
}

// backupInstructions are the criteria of a plan and how copies are made, checked
// and restored (spec 7, backup-instructions; 5-law 6, BCK2 and BCK3).
func backupInstructions(w *writer, subject any) doc.Document {
	plan, _ := subject.(*app.BackupPlan)
	if plan == nil {
		plan, w.blank = &app.BackupPlan{}, true
	}
	p := newBackupPaper(w)
	p.add(p.say("instructions")...)
	p.head("Criteri")
	p.add(p.fields(fieldsOf(backupPlanType, "name", "started", "archives", "systems", "mode", "interval", "software", "copies", "retention",
		"tests", "agreed", "criteria"), plan))
	p.head("Supporti")
	p.add(p.fields(fieldsOf(backupPlanType, "kind", "media", "reuse", "reuse_every", "longest_months", "room", "where"), plan), p.dangers(plan),
		p.fields(fieldsOf(backupPlanType, "access"), plan))
	p.head("Chi se ne occupa")
	p.add(p.fields(fieldsOf(backupPlanType, "keeper", "substitute", "successor"), plan))
	p.head("Come si fa la copia")
	p.add(p.how("copy_how", plan)...)
	p.add(p.say("copy-rules")...)
	p.head("Come si controlla")
	p.add(p.how("check_how", plan)...)
	p.add(p.say("check-rules")...)
	p.head("Come si ripristina")
	p.add(p.how("restore_how", plan)...)
	p.add(p.say("restore-rules", "{termine}", restoreTerm(app.HouseOf(p.d)))...)
	p.sign(p.d.Today().String(), p.sysadminSigner(), p.securitySigner(), p.keeperSigner(plan.Keeper))
	return p.document(plan.Name)
}

// dangers are the nine dangers to media, those that they are safe from ticked.
func (p *recordPaper) dangers(plan *app.BackupPlan) doc.Boxes {
	out := doc.Boxes{Label: "Al riparo da"}
	for _, e := range p.d.Catalogues.Entries("media-danger") {
		out.Options = append(out.Options, doc.Box{Text: e.Label, Checked: slices.Contains(plan.Protected, e.Slug)})
	}
	return out
}

// how writes instructions as numbered steps, a line of the text each. Nobody can do
// without them: where there are none the paper is a draft.
func (p *recordPaper) how(key string, plan *app.BackupPlan) []doc.Block {
	f := backupPlanType.Field(key)
	if p.blank {
		return []doc.Block{doc.Fields{Entries: []doc.Entry{{Label: "Passo per passo", Lines: f.Lines}}}}
	}
	var steps [][]doc.Run
	for _, line := range p.words(f, plan) {
		if line = trimmedStep(line); line != "" {
			steps = append(steps, doc.T(line))
		}
	}
	if steps == nil {
		p.draft = true
		return p.say("no-instructions")
	}
	return []doc.Block{doc.List{Ordered: true, Items: steps}}
}
