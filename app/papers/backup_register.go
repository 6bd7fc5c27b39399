package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var backupCopyType = app.BackupCopyForm.Type()

// trimmedStep is a step of instructions without the number or dash that may have
// been typed before it: the list gives its own.
func trimmedStep(line string) string {
	line = strings.TrimSpace(line)
	rest := strings.TrimLeft(line, "0123456789")
	if rest != line && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ")")) {
		line = rest[1:]
	}
	return strings.TrimSpace(strings.TrimLeft(line, "-–•* "))
}

// backupRegister is the log of the copies of the last twelve months, plan by plan
// and month by month (spec 7, backup-register).
func backupRegister(w *writer, _ any) doc.Document {
	p := newBackupPaper(w)
	if w.blank {
		p.add(doc.Fields{Entries: []doc.Entry{{Label: "Piano", Lines: 1}}}, p.copies(nil))
		p.sign("", doc.Signer{Role: "Chi fa le copie"})
		out := p.document("")
		out.Landscape = true
		return out
	}
	to := cmp.Or(w.d.AsOf, w.d.Today())
	from := to.AddMonths(-12).AddDays(1)
	p.add(p.say("register-period", "{dal}", from.String(), "{al}", to.String())...)
	byPlan := map[string][]*app.BackupCopy{}
	for _, c := range app.All(w.d, app.BackupCopyForm) {
		if day := form.DateOf(c.At.Time); c.At.IsZero() || day >= from && day <= to {
			byPlan[c.Plan] = append(byPlan[c.Plan], c)
		}
	}
	var keepers []string
	for _, plan := range app.All(w.d, app.BackupPlanForm) {
		list := byPlan[plan.UID()]
		if len(list) == 0 && plan.Ended != "" && plan.Ended < from {
			continue
		}
		p.head(cmp.Or(plan.Name, "Piano senza nome"))
		p.add(p.copies(list))
		if !slices.Contains(keepers, plan.Keeper) && plan.Keeper != "" {
			keepers = append(keepers, plan.Keeper)
		}
	}
	if list := byPlan[""]; len(list) > 0 {
		p.head("Senza piano")
		p.add(p.copies(list))
	} else if len(app.All(w.d, app.BackupPlanForm)) == 0 {
		p.add(doc.P("Non c’è nessun piano di backup."))
	}
	if len(keepers) == 0 {
		keepers = []string{""}
	}
	var signers []doc.Signer
	for _, uid := range keepers {
		signers = append(signers, p.keeperSigner(uid))
	}
	p.sign(to.String(), signers...)
	out := p.document("")
	out.Landscape = true
	return out
}

// copies is the table of the copies of a plan, the oldest first; the month stands
// before its first one.
func (p *recordPaper) copies(list []*app.BackupCopy) doc.Table {
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Mese", Width: 4}, {Head: "Data e ora", Width: 4}, {Head: "Supporto", Width: 4}, {Head: "Esito", Width: 4},
			{Head: "Controllata", Width: 5}, {Head: "Chi", Width: 4}, {Head: "Note", Width: 8},
		},
		Empty: "Nessuna copia registrata.",
	}
	if p.blank {
		table.BlankRows = 8
		return table
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *app.BackupCopy) int { return a.At.Compare(b.At.Time) })
	before := ""
	for _, c := range list {
		p.draft = p.draft || !backupCopyType.Complete(c)
		month := ""
		if !c.At.IsZero() {
			month = form.DateOf(c.At.Time).Month()
		}
		first := doc.C("")
		if month != before {
			first, before = doc.Cell{Paras: [][]doc.Run{doc.B(month)}}, month
		}
		outcome := cell(strings.ToLower(strings.Join(p.words(backupCopyType.Field("outcome"), c), "")))
		switch c.Outcome {
		case app.CopyWarnings:
			outcome.Tint = doc.Warn
		case app.CopyFailed:
			outcome.Tint = doc.Bad
		}
		checked := cell()
		switch {
		case c.Outcome == app.CopyFailed:
		case c.Verified == "yes":
			checked = cell(cmp.Or(c.VerifiedHow, "sì"))
		case c.Verified == "no":
			checked = cell("no")
		}
		table.Rows = append(table.Rows, doc.Row{
			first, cell(c.At.String()), cell(p.d.Ref(app.MediumForm.Key, c.Medium)), outcome, checked,
			cell(p.d.Ref(app.PersonForm.Key, c.By)), cell(strings.Split(c.Note, "\n")...),
		})
	}
	return table
}
