package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// mostArchives is how many archives one table of permissions has beside the names:
// more are told in further tables.
const mostArchives = 7

// permissionsList is UPD A: who may do what with which archive, one part for each
// designato of a treatment, as it is he who decides (decision A31; 5-law 6, ACC2).
// What nobody is designated to is a part of the controller's own.
func permissionsList(w *writer, _ any) doc.Document {
	text := textOf("permissions-list")
	out := doc.Document{Landscape: true, Draft: !w.officeComplete()}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	parts := w.permissionParts()
	for i, p := range parts {
		if i > 0 {
			add(doc.PageBreak{})
		}
		add(w.letterhead())
		if p.head != "" {
			add(doc.Heading{Level: 1, Text: p.head})
		}
		if p.under != "" {
			add(doc.P(p.under))
		} else if !w.blank && len(parts) > 1 {
			add(text.say("controller-part")...)
		}
		add(text.say("permissions", "{giorno}", app.HouseOf(w.d).Amount(9, app.UnitDay))...)
		add(text.say("letters")...)
		add(w.permissionTables(p.archives)...)
		add(w.signedBy(p.signer))
	}
	if !w.blank && !slices.ContainsFunc(app.All(w.d, app.PermissionForm), func(p *app.Permission) bool { return len(p.Grants) > 0 }) {
		out.Draft = true
	}
	return out
}

// signedBy closes a paper that one signs, today.
func (w *writer) signedBy(signer doc.Signer) doc.Signature {
	s := doc.Signature{Place: w.d.Office().City, Date: w.d.Today().String(), Signers: []doc.Signer{signer}}
	if w.blank {
		s.Place, s.Date = "", ""
	}
	return s
}

// permissionPart is the sheet of one who decides on permissions.
type permissionPart struct {
	head, under string
	archives    []*app.Archive
	signer      doc.Signer
}

// permissionParts are the designati in force with the archives of their
// treatments, then the controller with what is left; he alone where nobody is
// designated, for a role that is vacant falls back on him (decision A27).
func (w *writer) permissionParts() []permissionPart {
	controller := permissionPart{signer: doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}}
	if w.blank {
		controller.signer = doc.Signer{Role: "Chi decide sui permessi", Note: "il designato al trattamento per conto del titolare, o il titolare"}
		return []permissionPart{controller}
	}
	var out []permissionPart
	byHolder := map[string]int{}
	taken := map[*app.Archive]bool{}
	archives := w.archivesByName()
	for _, a := range app.Appointments(w.d, app.RoleTreatment, w.d.Today()) {
		holder := cmp.Or(a.Person, a.Supplier)
		i, known := byHolder[holder]
		if !known {
			i, byHolder[holder] = len(out), len(out)
			name := a.Holder(w.d)
			out = append(out, permissionPart{head: "Designato al trattamento: " + name, signer: doc.Signer{Role: "Il designato al trattamento", Name: name, Note: "per conto del titolare"}})
		}
		for _, x := range archives {
			if a.Opens(x) && !slices.Contains(out[i].archives, x) {
				out[i].archives, taken[x] = append(out[i].archives, x), true
			}
		}
		out[i].under = "Designato a: " + strings.Join(w.scopeOf(a, out[i].under), "; ") + "."
	}
	out = slices.DeleteFunc(out, func(p permissionPart) bool { return len(p.archives) == 0 })
	for _, x := range archives {
		if !taken[x] {
			controller.archives = append(controller.archives, x)
		}
	}
	if len(controller.archives) > 0 || len(out) == 0 {
		if len(out) > 0 {
			controller.head = "Titolare del trattamento"
		}
		out = append(out, controller)
	}
	return out
}

// scopeOf are the treatments and archives of a designato, after those that an
// earlier letter of his gave.
func (w *writer) scopeOf(a *app.Appointment, before string) []string {
	var out []string
	if before = strings.TrimSuffix(strings.TrimPrefix(before, "Designato a: "), "."); before != "" {
		out = strings.Split(before, "; ")
	}
	for _, key := range []string{"treatments", "archives"} {
		for _, word := range w.words(appointmentType.Field(key), a) {
			if !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}

func (w *writer) archivesByName() []*app.Archive {
	out := slices.Clone(app.All(w.d, app.ArchiveForm))
	slices.SortStableFunc(out, func(a, b *app.Archive) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return out
}

// permissionTables are people by archives, some archives a table. The last tables
// share what is left evenly: one of seven and one of one would be hard to read.
func (w *writer) permissionTables(archives []*app.Archive) []doc.Block {
	if w.blank {
		table := doc.Table{Columns: []doc.Column{{Head: "Persona", Width: 4}}, BlankRows: 6}
		for range mostArchives - 1 {
			table.Columns = append(table.Columns, doc.Column{Head: "Archivio: ………", Width: 2})
		}
		return []doc.Block{table}
	}
	if len(archives) == 0 {
		return []doc.Block{doc.P("Non c’è ancora nessun archivio.")}
	}
	tables := (len(archives) + mostArchives - 1) / mostArchives
	var out []doc.Block
	for i := range tables {
		from, to := len(archives)*i/tables, len(archives)*(i+1)/tables
		if i > 0 {
			out = append(out, doc.Space{Points: 12})
		}
		out = append(out, w.permissionTable(archives[from:to]))
	}
	return out
}

func (w *writer) permissionTable(archives []*app.Archive) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Persona", Width: 4}}, Empty: "Nessuno ha permessi su questi archivi."}
	for _, a := range archives {
		head := a.Name
		if classes := w.labels("data-class", a.Classes); len(classes) > 0 {
			head += " (" + strings.Join(shortClasses(classes), ", ") + ")"
		}
		table.Columns = append(table.Columns, doc.Column{Head: head, Width: 2, Align: doc.Center})
	}
	permissions := app.PermissionsByPerson(w.d)
	for _, x := range w.peopleByName() {
		row := doc.Row{w.personCell(x)}
		given := false
		p := permissions[x.UID()]
		for _, a := range archives {
			letters := p.On(a.UID()).Letters()
			given = given || letters != ""
			row = append(row, cell(letters))
		}
		if given {
			table.Rows = append(table.Rows, row)
		}
	}
	return table
}

// shortClasses leaves the articles out, for heads of narrow columns.
func shortClasses(labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		out[i], _, _ = strings.Cut(l, " (")
	}
	return out
}

// personCell names a person; who left stands out.
func (w *writer) personCell(p *app.Person) doc.Cell {
	c := doc.Cell{Paras: [][]doc.Run{doc.B(app.PersonForm.Title(p))}}
	if p.Left(w.d.Today()) {
		c.Paras = append(c.Paras, doc.T("ha lasciato l’ufficio il "+p.End.String()+": permessi da togliere"))
		c.Tint = doc.Bad
	}
	return c
}

func (w *writer) peopleByName() []*app.Person {
	out := slices.Clone(app.All(w.d, app.PersonForm))
	slices.SortStableFunc(out, func(a, b *app.Person) int {
		return strings.Compare(strings.ToLower(app.PersonForm.Title(a)), strings.ToLower(app.PersonForm.Title(b)))
	})
	return out
}

// inService are the people who work here on a day.
func (w *writer) inService(day form.Date) []*app.Person {
	return slices.DeleteFunc(w.peopleByName(), func(p *app.Person) bool { return p.Left(day) || p.Start > day })
}
