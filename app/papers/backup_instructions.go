package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var backupPlanType = app.BackupPlanForm.Type()

// backupPaper is what the papers about copies, restores and media share.
type backupPaper struct {
	*writer
	prose
	blocks []doc.Block
	draft  bool
}

func newBackupPaper(w *writer) *backupPaper {
	p := &backupPaper{writer: w, prose: textOf("backup"), draft: !w.officeComplete()}
	p.add(w.letterhead())
	return p
}

func (p *backupPaper) add(blocks ...doc.Block) { p.blocks = append(p.blocks, blocks...) }

// fields writes fields of a record, two abreast where the form has them so: these
// papers are to be signed on the page that they fill.
func (p *backupPaper) fields(list []*form.Field, rec any, skip ...string) doc.Fields {
	out := p.writer.fields(list, rec, skip...)
	for i, e := range out.Entries {
		at := slices.IndexFunc(list, func(f *form.Field) bool { return f.Label == e.Label })
		out.Entries[i].Half = list[at].Half && len(e.Value) < 2
	}
	return out
}

func (p *backupPaper) head(text string) { p.add(doc.Heading{Level: 1, Text: text}) }

// document closes the paper: a draft where something that it prints is missing.
func (p *backupPaper) document(subtitle string) doc.Document {
	return doc.Document{Subtitle: subtitle, Blocks: numbered(p.blocks), Draft: p.draft || lacking(p.blocks)}
}

// sign closes a paper with the lines of who signs it, on a day or on none yet.
func (p *backupPaper) sign(date string, signers ...doc.Signer) {
	s := doc.Signature{Place: p.d.Office().City, Date: date, Signers: signers}
	if p.blank {
		s.Place, s.Date = "", ""
		for i := range s.Signers {
			s.Signers[i].Name = ""
		}
	}
	p.add(s)
}

// holder is who holds a role today: of some, the first; "" where nobody does.
func (p *backupPaper) holder(role string) string {
	for _, a := range app.Appointments(p.d, role, p.d.Today()) {
		return a.Holder(p.d)
	}
	return ""
}

// securitySigner, sysadminSigner and keeperSigner are those who sign these papers.
func (p *backupPaper) securitySigner() doc.Signer {
	if name := p.holder(app.RoleSecurity); name != "" || p.blank {
		return doc.Signer{Role: "Il designato alla sicurezza", Name: name}
	}
	return doc.Signer{Role: "Il titolare del trattamento", Name: p.d.Office().Representative}
}

func (p *backupPaper) sysadminSigner() doc.Signer {
	return doc.Signer{Role: "L’amministratore di sistema", Name: p.holder(app.RoleSysadmin)}
}

func (p *backupPaper) keeperSigner(person string) doc.Signer {
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
	p.add(p.say("restore-rules", "{giorni}", itoa(app.RestoreDays))...)
	p.sign(p.d.Today().String(), p.sysadminSigner(), p.securitySigner(), p.keeperSigner(plan.Keeper))
	return p.document(plan.Name)
}

// dangers are the nine dangers to media, those that they are safe from ticked.
func (p *backupPaper) dangers(plan *app.BackupPlan) doc.Boxes {
	out := doc.Boxes{Label: "Al riparo da"}
	for _, e := range p.d.Catalogues.Entries("media-danger") {
		out.Options = append(out.Options, doc.Box{Text: e.Label, Checked: slices.Contains(plan.Protected, e.Slug)})
	}
	return out
}

// how writes instructions as numbered steps, a line of the text each. Nobody can do
// without them: where there are none the paper is a draft.
func (p *backupPaper) how(key string, plan *app.BackupPlan) []doc.Block {
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
