package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// siteList is the list of sites and rooms: how each is entered and protected, and
// who keeps it (spec 3.5.1; 5-law 6, LIST1 and PREM1).
func siteList(w *writer, _ any) doc.Document {
	p := siteLister{writer: w, text: textOf("office-lists"), draft: !w.officeComplete()}
	sites, rooms := app.All(w.d, app.SiteForm), app.All(w.d, app.RoomForm)
	if w.blank {
		sites, rooms = nil, nil
	}
	p.blocks = append([]doc.Block{doc.Fields{Entries: []doc.Entry{w.controllerRow()}}}, p.text.say("sites")...)
	for _, s := range sites {
		p.site(s, slices.DeleteFunc(slices.Clone(rooms), func(r *app.Room) bool { return r.Site != s.UID() }))
	}
	if stray := slices.DeleteFunc(slices.Clone(rooms), func(r *app.Room) bool { return app.Find(w.d, app.SiteForm, r.Site) != nil }); len(stray) > 0 {
		table := p.table()
		for _, r := range stray {
			table.Rows = append(table.Rows, p.room(r, nil))
		}
		p.blocks = append(p.blocks, doc.Heading{Level: 1, Text: "Locali di cui manca la sede"}, table)
	}
	switch {
	case w.blank:
		table := p.table()
		table.BlankRows = 5
		p.blocks = append(p.blocks, doc.Fields{Entries: []doc.Entry{{Label: "Sede e indirizzo", Lines: 1}}}, table)
	case len(sites)+len(rooms) == 0:
		p.blocks = append(p.blocks, doc.P("Nell’elenco non è ancora iscritta nessuna sede."))
		p.draft = true
	}
	if p.unkept {
		p.blocks = append(p.blocks, p.text.say("sites-keeper", "{a}", p.keepsInstead())...)
	}
	p.blocks = append(p.blocks, w.closing()...)
	return doc.Document{Landscape: true, Draft: p.draft, Blocks: numbered(p.blocks)}
}

type siteLister struct {
	*writer
	text          prose
	blocks        []doc.Block
	draft, unkept bool
}

func (p *siteLister) table() doc.Table {
	return doc.Table{Columns: []doc.Column{
		{Head: "Luogo", Width: 5}, {Head: "Come si entra, quando", Width: 4}, {Head: "Protezione", Width: 6},
		{Head: "Custode e sostituto", Width: 5}, {Head: "Chi chiude", Width: 3}, {Head: "Chi può entrare", Width: 5},
	}}
}

func (p *siteLister) site(s *app.Site, rooms []*app.Room) {
	p.draft = p.draft || !app.SiteForm.Type().Complete(s)
	table := p.table()
	kind := ""
	if s.Kind != "" {
		kind = p.d.Entry("site-kind", s.Kind)
	}
	first := doc.Cell{Paras: append([][]doc.Run{doc.B("Tutta la sede")}, paras(nonEmpty(kind))...)}
	table.Rows = append(table.Rows, p.row(first, &s.Access, p.keepers(&s.Access, s.UID(), "", nil)))
	for _, r := range rooms {
		table.Rows = append(table.Rows, p.room(r, s))
	}
	p.blocks = append(p.blocks, doc.Heading{Level: 1, Text: joined(" – ", s.Name, app.SiteForm.Second(s, p.d))}, table)
}

func (p *siteLister) room(r *app.Room, s *app.Site) doc.Row {
	p.draft = p.draft || !app.RoomForm.Type().Complete(r)
	return p.row(cell(r.Name, joined(": ", r.Floor, r.Use)), &r.Access, p.keepers(&r.Access, r.Site, r.UID(), s))
}

func (p *siteLister) row(first doc.Cell, a *app.Access, keepers doc.Cell) doc.Row {
	admitted := p.names(a.Admitted)
	return doc.Row{
		first, cell(strings.Join(p.labels("way-in", a.WaysIn), ", "), a.Hours), cell(strings.Split(a.Protection, "\n")...),
		keepers, cell(p.d.Ref(app.PersonForm.Key, a.ShutBy)), cell(append(admitted, a.AdmittedNote)...),
	}
}

func (p *siteLister) names(uids []string) []string {
	var out []string
	for _, uid := range uids {
		out = append(out, p.d.Ref(app.PersonForm.Key, uid))
	}
	return out
}

// keepers are who the place itself names, else who holds a letter for it, else the
// keeper of its site. A place that nobody keeps stands out.
func (p *siteLister) keepers(a *app.Access, site, room string, of *app.Site) doc.Cell {
	var out []string
	for _, uid := range nonEmpty(a.Keeper) {
		out = append(out, p.d.Ref(app.PersonForm.Key, uid)+p.letter(uid, site, room))
	}
	if len(out) == 0 {
		for _, x := range app.Appointments(p.d, app.RoleRooms, p.day()) {
			if p.keeps(x, site, room) {
				out = append(out, x.Holder(p.d)+", nomina del "+x.Appointed.String())
			}
		}
	}
	if a.Substitute != "" {
		out = append(out, "sostituto: "+p.d.Ref(app.PersonForm.Key, a.Substitute))
	}
	switch {
	case len(out) > 0:
		return cell(out...)
	case of != nil && of.Keeper != "":
		return cell("quello della sede")
	}
	p.unkept = true
	c := doc.C("non c’è")
	c.Tint = doc.Warn
	return c
}

// letter says of which day the letter of a keeper is.
func (p *siteLister) letter(person, site, room string) string {
	for _, x := range app.Appointments(p.d, app.RoleRooms, p.day()) {
		if x.Person == person && p.keeps(x, site, room) {
			return ", nomina del " + x.Appointed.String()
		}
	}
	return ""
}

func (p *siteLister) keeps(a *app.Appointment, site, room string) bool {
	return room != "" && slices.Contains(a.Rooms, room) || site != "" && slices.Contains(a.Sites, site)
}

// keepsInstead says to whom the duties of a keeper fall (decision A27).
func (p *siteLister) keepsInstead() string {
	if list := app.Appointments(p.d, app.RoleSecurity, p.day()); len(list) > 0 {
		return "al designato alla sicurezza, " + list[0].Holder(p.d)
	}
	return "al titolare"
}
