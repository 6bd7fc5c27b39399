package app

import (
	"slices"
	"strings"

	"tutela/app/form"
)

// Permission is what one person may do with the archives of the office (spec 3.1,
// Autorizzazioni; 5-law 6, ACC1). Everybody has one record at most.
type Permission struct {
	form.Meta
	Person   string
	Grants   []*Grant
	Reviewed form.Date // the last «Confermo senza modifiche»
}

// Grant is what a person may do with one archive.
type Grant struct {
	Archive                      string
	Insert, View, Change, Delete bool
}

// Operation is one of the things that one may be allowed to do with an archive.
type Operation struct {
	Key    string // of the field of a grant, which has its name
	Letter string // on screen, on the keyboard and on paper
	at     func(*Grant) *bool
}

var operations = []Operation{
	{"insert", "I", func(g *Grant) *bool { return &g.Insert }},
	{"view", "V", func(g *Grant) *bool { return &g.View }},
	{"change", "M", func(g *Grant) *bool { return &g.Change }},
	{"delete", "C", func(g *Grant) *bool { return &g.Delete }},
}

// Operations lists them in the order of the papers (decision A31).
func Operations() []Operation { return operations }

// In tells whether a grant allows the operation; nil allows none.
func (o Operation) In(g *Grant) bool { return g != nil && *o.at(g) }

// Bits are the operations of a grant, the first the lowest bit; 0 for nothing, and
// for nil.
func (g *Grant) Bits() uint {
	var bits uint
	for i, o := range operations {
		if o.In(g) {
			bits |= 1 << i
		}
	}
	return bits
}

// Letters are those of what a grant allows: "I V M"; "" for nothing, and for nil.
func (g *Grant) Letters() string {
	var out []string
	for _, o := range operations {
		if o.In(g) {
			out = append(out, o.Letter)
		}
	}
	return strings.Join(out, " ")
}

var grantForm = form.Form[Grant]{
	Key: "grant", One: "archivio", Many: "Archivi",
	Title: (*Grant).Letters,
	Sections: []form.Section[Grant]{{Fields: []form.F[Grant]{
		form.Ref("archive", "Archivio", ArchiveForm.Key, func(g *Grant) *string { return &g.Archive }).Need(),
		form.Bool("insert", "Inserire", func(g *Grant) *bool { return &g.Insert }),
		form.Bool("view", "Vedere e stampare", func(g *Grant) *bool { return &g.View }),
		form.Bool("change", "Modificare", func(g *Grant) *bool { return &g.Change }),
		form.Bool("delete", "Cancellare", func(g *Grant) *bool { return &g.Delete }),
	}}},
}

// PermissionForm describes the permissions. The window shows all of them as one
// picture of people by archives; export, history and search read the form.
var PermissionForm = form.Form[Permission]{
	Key: "permission", One: "autorizzazione", Many: "Autorizzazioni", Fem: true,
	About:  "Chi può fare che cosa con quale archivio: inserire, vedere e stampare, modificare, cancellare.",
	Title:  func(*Permission) string { return "" },
	Named:  func(p *Permission, n form.Names) string { return n.Ref(PersonForm.Key, p.Person) },
	Settle: (*Permission).settle,
	Sections: []form.Section[Permission]{{Key: "permission", Title: "Permessi", Fields: []form.F[Permission]{
		form.Ref("person", "Persona", PersonForm.Key, func(p *Permission) *string { return &p.Person }).Need().Column().Unique(),
		form.List("grants", "Archivi a cui accede", func(p *Permission) *[]*Grant { return &p.Grants }, grantForm).AddBy("archive").Column(),
		form.Day("reviewed", "Confermate il", func(p *Permission) *form.Date { return &p.Reviewed }).Auto(),
	}}},
}

// settle leaves one grant an archive, and none that allows nothing.
func (p *Permission) settle(form.Names) {
	var kept []*Grant
	for _, g := range p.Grants {
		i := slices.IndexFunc(kept, func(x *Grant) bool { return x.Archive == g.Archive })
		switch {
		case g.Bits() == 0:
		case i < 0:
			kept = append(kept, g)
		default:
			for _, o := range operations {
				*o.at(kept[i]) = o.In(kept[i]) || o.In(g)
			}
		}
	}
	p.Grants = kept
}

// On is what the person may do with an archive, nil for nothing; so of one who has
// no record.
func (p *Permission) On(archive string) *Grant {
	if p == nil {
		return nil
	}
	if i := slices.IndexFunc(p.Grants, func(g *Grant) bool { return g.Archive == archive }); i >= 0 && p.Grants[i].Bits() != 0 {
		return p.Grants[i]
	}
	return nil
}

// Toggle gives an operation on an archive, or takes it away.
func (p *Permission) Toggle(archive string, o Operation) {
	i := slices.IndexFunc(p.Grants, func(g *Grant) bool { return g.Archive == archive })
	if i < 0 {
		p.Grants = append(p.Grants, &Grant{Archive: archive})
		i = len(p.Grants) - 1
	}
	*o.at(p.Grants[i]) = !o.In(p.Grants[i])
	if p.Grants[i].Bits() == 0 {
		p.Grants = slices.Delete(p.Grants, i, i+1)
	}
}

// Same tells whether two people may do the same, whatever the order in which it
// was given.
func (p *Permission) Same(q *Permission) bool {
	covers := func(a, b *Permission) bool {
		return !slices.ContainsFunc(a.Grants, func(g *Grant) bool { return g.Bits() != b.On(g.Archive).Bits() })
	}
	return covers(p, q) && covers(q, p)
}

// LastSeen is the day of the last change or of the last «Confermo senza
// modifiche», whichever came later (decision A19); "" for one never saved.
func (p *Permission) LastSeen() form.Date {
	if p.Head().Updated.IsZero() {
		return p.Reviewed
	}
	return max(form.DateOf(p.Head().Updated), p.Reviewed)
}

// PermissionsByPerson are all records by the UID of their person, for who asks of
// many.
func PermissionsByPerson(r Records) map[string]*Permission {
	out := map[string]*Permission{}
	for _, rec := range r.Records(PermissionForm.Key) {
		p := rec.(*Permission)
		out[p.Person] = p
	}
	return out
}

// PermissionOf is the record of a person, nil where there is none.
func PermissionOf(r Records, person string) *Permission {
	for _, rec := range r.Records(PermissionForm.Key) {
		if p := rec.(*Permission); person != "" && p.Person == person {
			return p
		}
	}
	return nil
}

// ArchivesOf are the archives that a storage on the sheet of a treatment stands
// for: those of the treatment on the same system, else all of the treatment.
func ArchivesOf(r Records, t *Treatment, s *Storage) []*Archive {
	var all, same []*Archive
	for _, rec := range r.Records(ArchiveForm.Key) {
		a := rec.(*Archive)
		if !slices.Contains(a.Treatments, t.UID()) {
			continue
		}
		all = append(all, a)
		if a.System != "" && a.System == s.System {
			same = append(same, a)
		}
	}
	if len(same) > 0 {
		return same
	}
	return all
}
