package ui

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// permissionModel is the picture of who may do what while it is edited: people by
// archives, as the file has them and as they are on screen. Every change is of one
// person, and can be taken back.
type permissionModel struct {
	people   []*app.Person // by surname
	archives []*app.Archive
	rows     []*app.Person // those shown
	saved    map[string]*app.Permission
	now      map[string]*app.Permission // of those who were changed, or have a record
	differ   map[string]bool            // those who are other than in the file
	past     []permissionStep
	future   []permissionStep
}

// permissionStep is one change of the permissions of one person.
type permissionStep struct {
	person, archive string // the archive that it leads to; "" where it is of many
	before, after   []*app.Grant
}

// take shows what the file has. Changes that are not saved stay, on the record
// that they were made on: where that was changed elsewhere, the file refuses them.
func (m *permissionModel) take(people []*app.Person, archives []*app.Archive, saved []*app.Permission) {
	kept := map[string]*app.Permission{}
	for person := range m.differ {
		kept[person] = m.now[person]
	}
	m.people, m.archives = people, archives
	m.saved, m.now, m.differ = map[string]*app.Permission{}, kept, map[string]bool{}
	for _, p := range saved {
		m.saved[p.Person] = p
		if kept[p.Person] == nil {
			m.now[p.Person] = clonePermission(p)
		}
	}
	for person := range kept {
		m.weigh(person)
	}
}

func clonePermission(p *app.Permission) *app.Permission {
	return app.PermissionForm.Type().Clone(p).(*app.Permission)
}

func cloneGrants(list []*app.Grant) []*app.Grant {
	out := make([]*app.Grant, len(list))
	for i, g := range list {
		x := *g
		out[i] = &x
	}
	return out
}

// takeDraft takes changes up that were kept and not saved; false where there is
// nobody whose they could be.
func (m *permissionModel) takeDraft(d app.Draft) bool {
	ed, err := form.FromDraft(app.PermissionForm.Type(), form.Head{UID: d.UID}, d.Body)
	if err != nil {
		return false
	}
	p := ed.Rec.(*app.Permission)
	if !slices.ContainsFunc(m.people, func(x *app.Person) bool { return x.UID() == p.Person }) {
		return false
	}
	if saved := m.saved[p.Person]; saved != nil {
		*p.Head() = *saved.Head()
	}
	p.Grants = slices.DeleteFunc(p.Grants, func(g *app.Grant) bool {
		return !slices.ContainsFunc(m.archives, func(a *app.Archive) bool { return a.UID() == g.Archive })
	})
	m.now[p.Person] = p
	m.weigh(p.Person)
	return true
}

// arrange says who is shown: those whose name holds what is searched for; who
// left only if asked for, or as long as something is open to them.
func (m *permissionModel) arrange(text string, left bool, today form.Date) {
	text = catalogue.Fold(strings.TrimSpace(text))
	m.rows = nil
	for _, p := range m.people {
		if p.Left(today) && !left && m.open(p.UID()) == 0 && !m.dirty(p.UID()) {
			continue
		}
		if strings.Contains(catalogue.Fold(app.PersonForm.Title(p)), text) {
			m.rows = append(m.rows, p)
		}
	}
}

// row is where a person is shown, -1 for nowhere.
func (m *permissionModel) row(person string) int {
	return slices.IndexFunc(m.rows, func(p *app.Person) bool { return p.UID() == person })
}

// column is where an archive is, -1 for nowhere.
func (m *permissionModel) column(archive string) int {
	return slices.IndexFunc(m.archives, func(a *app.Archive) bool { return a.UID() == archive })
}

// on is the letters of a cell, the first the lowest bit.
func (m *permissionModel) on(row, col int) uint {
	return m.now[m.rows[row].UID()].On(m.archives[col].UID()).Bits()
}

// open is how many archives are open to a person.
func (m *permissionModel) open(person string) int {
	n := 0
	if p := m.now[person]; p != nil {
		for _, g := range p.Grants {
			if g.Bits() != 0 {
				n++
			}
		}
	}
	return n
}

// dirty tells whether a person's permissions are other than the file's.
func (m *permissionModel) dirty(person string) bool { return m.differ[person] }

// weigh compares a person's permissions with the file's, once they may be others:
// a key is to cost no look at everybody.
func (m *permissionModel) weigh(person string) {
	now, saved := m.now[person], m.saved[person]
	if saved == nil {
		saved = &app.Permission{}
	}
	if now != nil && !now.Same(saved) {
		m.differ[person] = true
	} else {
		delete(m.differ, person)
	}
}

// unsaved are the people whose permissions are other than the file's.
func (m *permissionModel) unsaved() []string {
	if len(m.differ) == 0 {
		return nil
	}
	var out []string
	for _, p := range m.people {
		if m.dirty(p.UID()) {
			out = append(out, p.UID())
		}
	}
	return out
}

// change does something to the permissions of a person, as one step that can be
// taken back; it tells whether anything is another than before.
func (m *permissionModel) change(person, archive string, do func(p *app.Permission)) bool {
	p := m.now[person]
	if p == nil {
		// A record that is new has its name from the start: its draft needs one.
		p = &app.Permission{Person: person}
		p.Head().UID = uuid.Must(uuid.NewV7()).String()
		m.now[person] = p
	}
	before := &app.Permission{Grants: cloneGrants(p.Grants)}
	do(p)
	if p.Same(before) {
		return false
	}
	m.past = append(m.past, permissionStep{person, archive, before.Grants, cloneGrants(p.Grants)})
	if len(m.past) > mostUndone {
		m.past = m.past[1:]
	}
	m.future = nil
	m.weigh(person)
	return true
}

// undo takes the last change back and gives it; nil where there is none.
func (m *permissionModel) undo() *permissionStep {
	return m.step(&m.past, &m.future, func(s permissionStep) []*app.Grant { return s.before })
}

// redo does again what undo took back.
func (m *permissionModel) redo() *permissionStep {
	return m.step(&m.future, &m.past, func(s permissionStep) []*app.Grant { return s.after })
}

func (m *permissionModel) step(from, to *[]permissionStep, grants func(permissionStep) []*app.Grant) *permissionStep {
	last := len(*from) - 1
	if last < 0 {
		return nil
	}
	s := (*from)[last]
	*from, *to = (*from)[:last], append(*to, s)
	if p := m.now[s.person]; p != nil {
		p.Grants = cloneGrants(grants(s))
		m.weigh(s.person)
	}
	return &s
}

// giveUp goes back to what the file has.
func (m *permissionModel) giveUp() {
	m.now, m.differ, m.past, m.future = map[string]*app.Permission{}, map[string]bool{}, nil, nil
	for person, p := range m.saved {
		m.now[person] = clonePermission(p)
	}
}

// wentIn takes in that the file has what is on screen of a person.
func (m *permissionModel) wentIn(person string) {
	m.saved[person] = clonePermission(m.now[person])
	delete(m.differ, person)
}

// forget lets the record of a person go, as it was deleted, with all steps: one of
// them might bring it back.
func (m *permissionModel) forget(person string) {
	delete(m.now, person)
	delete(m.saved, person)
	delete(m.differ, person)
	m.past, m.future = nil, nil
}

// leavers are those who left and to whom something is open, the first shown first.
func (m *permissionModel) leavers(today form.Date) []*app.Person {
	var out []*app.Person
	for _, p := range m.people {
		if p.Left(today) && m.open(p.UID()) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// lastReview is the oldest day on which the permissions of somebody in service
// were seen, "" where nobody has any that are saved.
func (m *permissionModel) lastReview(today form.Date) form.Date {
	var last form.Date
	for _, x := range m.people {
		p := m.saved[x.UID()]
		if p == nil || len(p.Grants) == 0 || x.Left(today) {
			continue
		}
		if seen := p.LastSeen(); last == "" || seen < last {
			last = seen
		}
	}
	return last
}
