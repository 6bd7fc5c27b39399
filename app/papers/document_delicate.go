package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// delicateParts are what the records say of special and criminal data, of defences,
// media and restores (spec 3.4, section 3.12).
func delicateParts() map[string]documentPart {
	return map[string]documentPart{
		"archivi-delicati":    {build: (*accountability).delicateArchives},
		"difese":              {build: (*accountability).defences},
		"tentativi":           {build: (*accountability).attempts},
		"supporti":            {build: (*accountability).mediaInUse},
		"supporti-cancellati": {build: (*accountability).mediaWiped},
		"ripristini":          {build: (*accountability).restores},
		"guasti":              {build: (*accountability).broken},
	}
}

func (a *accountability) delicateArchives() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Archivio", Width: 5}, {Head: "Dati", Width: 4}, {Head: "Forma", Width: 3}, {Head: "Dove sta", Width: 5}, {Head: "Chi ne risponde", Width: 4}},
		Empty:   "Non ci sono archivi con dati particolari o giudiziari.",
	}
	for _, x := range a.archivesByName() {
		if x.Special() {
			table.Rows = append(table.Rows, doc.Row{
				{Paras: [][]doc.Run{doc.B(x.Name)}}, cell(strings.Join(a.labels("data-class", x.Classes), ", ")), cell(a.words(archiveType.Field("kind"), x)...),
				needed(a.d.Ref(app.SystemForm.Key, x.System), a.d.Ref(app.RoomForm.Key, x.Room)), needed(a.d.Ref(app.PersonForm.Key, x.Charge)),
			})
		}
	}
	return []doc.Block{table}
}

// holdsSpecial says that special or criminal data stand on a system.
func (a *accountability) holdsSpecial(s *app.System) bool {
	return a.anyArchive(func(x *app.Archive) bool { return x.System == s.UID() && x.Special() })
}

// defences are those of each system, with the last update and the day by which the
// next one is due.
func (a *accountability) defences() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Sistema", Width: 5}, {Head: "Difese", Width: 6}, {Head: "Antivirus aggiornato", Width: 5}, {Head: "Programmi aggiornati", Width: 5}},
		Empty:   "Nell’elenco non è iscritto nessun sistema in uso.",
	}
	said := func(last, due form.Date) doc.Cell {
		c := cell(cmp.Or(last.String(), "non si sa"), prefixed("il prossimo entro il ", due.String()))
		switch {
		case due == "":
			return cell(last.String())
		case due < a.day():
			c.Tint = doc.Bad
		}
		return c
	}
	for _, s := range a.inUse() {
		name := doc.Cell{Paras: [][]doc.Run{doc.B(s.Name)}}
		if a.holdsSpecial(s) {
			name.Paras = append(name.Paras, doc.T("con dati particolari o giudiziari"))
		}
		if s.Kind == "cloud" {
			table.Rows = append(table.Rows, doc.Row{name, {Paras: [][]doc.Run{doc.T("Le cura il fornitore, come dice il contratto")}, Span: 3}})
			continue
		}
		table.Rows = append(table.Rows, doc.Row{name, cell(s.Antivirus, s.Defence), said(s.AntivirusOn, s.AntivirusDue(a.house)), said(s.PatchedOn, s.PatchDue(a.house, a.holdsSpecial(s)))})
	}
	return []doc.Block{table}
}

func (a *accountability) attempts() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Data", Width: 3}, {Head: "Sistema", Width: 5}, {Head: "Che cosa", Width: 8}, {Head: "Detto al titolare il", Width: 4}},
		Empty:   "Finora non è stato annotato alcun tentativo.",
	}
	for _, x := range lastOf(app.All(a.d, app.AccessAttemptForm), func(x, y *app.AccessAttempt) int { return cmp.Compare(x.On, y.On) }) {
		table.Rows = append(table.Rows, doc.Row{cell(x.On.String()), cell(a.d.Ref(app.SystemForm.Key, x.System)), cell(x.What), needed(x.Told.String())})
	}
	return []doc.Block{table}
}

func (a *accountability) mediaInUse() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Etichetta", Width: 4}, {Head: "Tipo", Width: 4}, {Head: "Dati", Width: 4}, {Head: "Cifrato", Width: 3}, {Head: "Dove si tiene", Width: 6}},
		Empty:   "Non è registrato alcun supporto rimovibile: finché è così, non se ne usano.",
	}
	for _, m := range app.All(a.d, app.MediumForm) {
		if m.Gone() {
			continue
		}
		encrypted := cell(strings.Join(a.words(mediumType.Field("encrypted"), m), ""))
		if m.Delicate() && m.Encrypted != "yes" {
			encrypted.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(m.Label)}}, cell(a.words(mediumType.Field("kind"), m)...), cell(strings.Join(a.labels("data-class", m.Classes), ", ")),
			encrypted, needed(joined(", ", a.d.Ref(app.RoomForm.Key, m.Room), m.Where)),
		})
	}
	return []doc.Block{table}
}

// mediaWiped are the media that were wiped, destroyed or lost.
func (a *accountability) mediaWiped() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Supporto", Width: 5}, {Head: "Dati", Width: 4}, {Head: "Che cosa è stato fatto", Width: 10}},
		Empty:   "Finora non è stato cancellato, distrutto o perso alcun supporto.",
	}
	p := &recordPaper{a.composer}
	for _, m := range app.All(a.d, app.MediumForm) {
		if m.Reused != "" || m.Gone() {
			table.Rows = append(table.Rows, doc.Row{cell(m.Label), cell(strings.Join(a.labels("data-class", m.Classes), ", ")), p.life(m)})
		}
	}
	return []doc.Block{table}
}

func (a *accountability) restores() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Richiesto", Width: 4}, {Head: "Che cosa", Width: 6}, {Head: "Deciso da", Width: 4}, {Head: "Di nuovo in uso", Width: 4}, {Head: "Esito", Width: 4}},
		Empty:   "Finora non è stato provato né fatto alcun ripristino: che le copie servano davvero non è dimostrato.",
	}
	for _, x := range lastOf(app.All(a.d, app.RestoreForm), func(x, y *app.Restore) int { return x.Requested.Compare(y.Requested.Time) }) {
		back := cell(x.Back.String())
		if x.Late(a.house, a.day()) {
			back.Tint = doc.Bad
		}
		table.Rows = append(table.Rows, doc.Row{
			cell(x.Requested.String()), cell(joined(": ", strings.Join(a.words(restoreType.Field("purpose"), x), ""), joined(", ", a.d.Ref(app.BackupPlanForm.Key, x.Plan), a.d.Ref(app.SystemForm.Key, x.System)))),
			cell(a.d.Ref(app.PersonForm.Key, x.DecidedBy)), back, cell(a.words(restoreType.Field("outcome"), x)...),
		})
	}
	return []doc.Block{table}
}

// broken names the machines that do not work on the day of the document.
func (a *accountability) broken() []doc.Block {
	var names []string
	for _, s := range a.inUse() {
		if s.BrokenOn != "" && s.BrokenOn <= a.day() && (s.WorkingOn == "" || s.WorkingOn < s.BrokenOn || s.WorkingOn > a.day()) {
			names = append(names, s.Name+", dal "+s.BrokenOn.String())
		}
	}
	switch {
	case len(a.inUse()) == 0:
		return nil
	case len(names) == 0:
		return []doc.Block{doc.P("Alla data del documento non risultano apparecchi guasti.")}
	}
	return []doc.Block{doc.P("Sono guasti: " + strings.Join(names, "; ") + ".")}
}
