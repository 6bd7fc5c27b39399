package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var mediumType = app.MediumForm.Type()

// mediaRegister is the register of the removable media (spec 7, media-register).
func mediaRegister(w *writer, _ any) doc.Document {
	p := newBackupPaper(w)
	p.add(p.say("media")...)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Etichetta", Width: 4}, {Head: "Tipo", Width: 4}, {Head: "Che cosa c’è sopra", Width: 6}, {Head: "Dati", Width: 4},
			{Head: "Cifrato", Width: 2}, {Head: "Dove si tiene", Width: 6}, {Head: "Riuso, distruzione, perdita", Width: 9},
		},
		Empty: "Nessun supporto è registrato.",
	}
	if w.blank {
		table.BlankRows = 8
	} else {
		for _, m := range app.All(w.d, app.MediumForm) {
			p.draft = p.draft || !mediumType.Complete(m)
			table.Rows = append(table.Rows, doc.Row{
				cell(m.Label), cell(p.words(mediumType.Field("kind"), m)...), cell(m.Content), cell(w.labels("data-class", m.Classes)...),
				cell(strings.Join(p.words(mediumType.Field("encrypted"), m), "")), cell(w.d.Ref(app.RoomForm.Key, m.Room), m.Where), p.life(m),
			})
		}
	}
	p.add(table)
	p.sign(w.d.Today().String(), doc.Signer{Role: "Chi fa le copie", Name: p.holder(app.RoleBackup)})
	out := p.document("")
	out.Landscape = true
	return out
}

// life is what became of a medium; where delicate data were not wiped, it stands out.
func (p *recordPaper) life(m *app.Medium) doc.Cell {
	var lines []string
	tint := doc.NoTint
	how := func(text string) string {
		if text != "" {
			return ": " + text
		}
		if m.Delicate() {
			tint = doc.Bad
		}
		return ": non è scritto come"
	}
	if m.Reused != "" {
		lines = append(lines, "cancellato e riusato il "+m.Reused.String()+how(m.ReuseHow))
	}
	if m.Destroyed != "" {
		lines = append(lines, "distrutto il "+m.Destroyed.String()+how(m.DestroyedHow))
	}
	if m.Lost != "" {
		lines = append(lines, "perso il "+m.Lost.String()+prefixed(": ", m.LostNote))
	}
	c := cell(lines...)
	c.Tint = tint
	return c
}

// mediaDisposal is the record of the wiping or destruction of a medium (spec 7,
// media-disposal; 5-law 6, BCK4).
func mediaDisposal(w *writer, subject any) doc.Document {
	m, _ := subject.(*app.Medium)
	if m == nil {
		m, w.blank = &app.Medium{}, true
	}
	p := newBackupPaper(w)
	p.add(p.say("disposal")...)
	p.head("Il supporto")
	p.add(p.fields(fieldsOf(mediumType, "label", "kind", "content", "classes", "encrypted", "room", "where"), m))
	if m.Delicate() {
		p.add(p.say("disposal-delicate")...)
	}
	var done []doc.Entry
	day := m.Destroyed
	if w.blank || m.Reused != "" {
		done = append(done, p.fields(fieldsOf(mediumType, "reused", "reuse_how"), m).Entries...)
	}
	if day == "" {
		day = m.Reused
	}
	if w.blank || m.Destroyed != "" || m.Reused == "" {
		done = append(done, p.by("destroyed", m), p.by("destroyed_how", m), p.by("destroyed_by", m), p.by("witness", m))
	}
	p.head("Che cosa è stato fatto")
	p.add(doc.Fields{Entries: done})
	p.add(p.say("disposal-sign")...)
	signers := []doc.Signer{{Role: "Chi l’ha fatto", Name: w.d.Ref(app.PersonForm.Key, m.DestroyedBy)}, p.securitySigner()}
	if w.blank || m.Witnessed != "" {
		signers = append(signers, doc.Signer{Role: "Il testimone", Name: w.d.Ref(app.PersonForm.Key, m.Witnessed)})
	}
	p.sign(day.String(), signers...)
	return p.document(m.Label)
}

// by is a field of the destruction, with room to write where it is not filled: the
// paper may go along with the work.
func (p *recordPaper) by(key string, m *app.Medium) doc.Entry {
	f := mediumType.Field(key)
	e := doc.Entry{Label: f.Label, Lines: 1}
	switch key {
	case "destroyed_how":
		e.Label = "Come è stato cancellato o distrutto"
	case "destroyed_by":
		e.Label = "Da chi"
	}
	if p.blank {
		return e
	}
	for _, word := range p.words(f, m) {
		e.Value = append(e.Value, doc.T(word))
	}
	if len(e.Value) > 0 {
		e.Lines = 0
	}
	return e
}

// outOfUse says that a medium was wiped or destroyed: that there is something to
// record.
func outOfUse(rec any) bool {
	m, ok := rec.(*app.Medium)
	return ok && (m.Reused != "" || m.Destroyed != "")
}
