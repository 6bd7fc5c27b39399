package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// systemList is the list of systems, by site and room, with what is attached to
// each and when it was last brought up to date (spec 3.5.3; 5-law 6, LIST1).
func systemList(w *writer, _ any) doc.Document {
	p := systemLister{writer: w}
	p.blocks = append([]doc.Block{doc.Fields{Entries: []doc.Entry{w.controllerRow()}}}, textOf("office-lists").say("systems")...)
	draft := !w.officeComplete()
	var using, gone []*app.System
	for _, s := range app.All(w.d, app.SystemForm) {
		switch {
		case w.blank:
		case s.Disposed != "" && s.Disposed <= w.day():
			gone = append(gone, s)
		default:
			using = append(using, s)
		}
		draft = draft || !w.blank && !app.SystemForm.Type().Complete(s)
	}
	for _, s := range app.All(w.d, app.SiteForm) {
		p.part(s.Name, using, func(x *app.System) bool { return p.siteOf(x) == s.UID() })
	}
	online := func(x *app.System) bool { return x.Kind == "cloud" }
	p.part("Servizi in rete", using, func(x *app.System) bool { return p.siteOf(x) == "" && online(x) })
	p.part("Apparecchi senza locale indicato", using, func(x *app.System) bool { return p.siteOf(x) == "" && !online(x) })
	switch {
	case w.blank:
		table := p.table()
		table.BlankRows = 5
		p.blocks = append(p.blocks, doc.Fields{Entries: []doc.Entry{{Label: "Sede", Lines: 1}}}, table)
	case len(using) == 0:
		p.blocks = append(p.blocks, doc.P("Nell’elenco non è iscritto nessun sistema in uso."))
	}
	p.disposed(gone)
	p.blocks = append(p.blocks, w.closing()...)
	return doc.Document{Landscape: true, Draft: draft, Blocks: numbered(p.blocks)}
}

type systemLister struct {
	*writer
	blocks []doc.Block
}

func (p *systemLister) siteOf(s *app.System) string {
	if r := app.Find(p.d, app.RoomForm, s.Room); r != nil {
		return r.Site
	}
	return ""
}

func (p *systemLister) table() doc.Table {
	return doc.Table{Columns: []doc.Column{
		{Head: "Sistema", Width: 5}, {Head: "Programmi", Width: 5}, {Head: "Periferiche", Width: 3}, {Head: "Collegamenti", Width: 4},
		{Head: "Antivirus e difese", Width: 5}, {Head: "Aggiornato il", Width: 3}, {Head: "Chi lo usa", Width: 4},
	}}
}

// part are the systems of a site, the rooms each with a row of its own.
func (p *systemLister) part(title string, list []*app.System, here func(*app.System) bool) {
	table := p.table()
	rooms := []string{}
	in := map[string][]*app.System{}
	for _, s := range list {
		if !here(s) {
			continue
		}
		if in[s.Room] == nil {
			rooms = append(rooms, s.Room)
		}
		in[s.Room] = append(in[s.Room], s)
	}
	for _, room := range rooms {
		if room != "" {
			table.Rows = append(table.Rows, group(p.d.Ref(app.RoomForm.Key, room), len(table.Columns)))
		}
		for _, s := range in[room] {
			table.Rows = append(table.Rows, p.system(s))
		}
	}
	if len(rooms) > 0 {
		p.blocks = append(p.blocks, doc.Heading{Level: 1, Text: title}, table)
	}
}

func (p *systemLister) system(s *app.System) doc.Row {
	kind := ""
	if s.Kind != "" {
		kind = p.d.Entry("system-kind", s.Kind)
	}
	links := map[string]string{"no": "non collegato a reti pubbliche", "yes": "reti pubbliche"}[s.Public]
	if s.Public == "yes" {
		links = joined(": ", links, s.Links)
	}
	return doc.Row{
		doc.Cell{Paras: append([][]doc.Run{doc.B(s.Name)}, paras(nonEmpty(kind, prefixed("n. ", s.Serial), p.d.Ref(app.SupplierForm.Key, s.Supplier)))...)},
		cell(append([]string{s.OperatingSystem}, p.labels("software", s.Software)...)...),
		cell(s.Peripherals), cell(links), cell(s.Antivirus, s.Defence), p.updated(s), cell(p.users(s)...),
	}
}

// updated says when antivirus and programmes were last seen to; a day that nobody
// wrote down stands out.
func (p *systemLister) updated(s *app.System) doc.Cell {
	var out []string
	unknown := false
	say := func(what, day string, asked bool) {
		switch {
		case day != "":
			out = append(out, what+": "+day)
		case asked:
			out, unknown = append(out, what+": non si sa"), true
		}
	}
	say("antivirus", s.AntivirusOn.String(), s.Antivirus != "")
	say("programmi", s.PatchedOn.String(), s.OperatingSystem != "")
	c := cell(out...)
	if unknown {
		c.Tint = doc.Warn
	}
	return c
}

func (p *systemLister) users(s *app.System) []string {
	var out []string
	for _, uid := range s.Users {
		out = append(out, p.d.Ref(app.PersonForm.Key, uid))
	}
	slices.SortFunc(out, strings.Compare)
	return out
}

// disposed are the systems that are no longer in use, with what became of the data.
func (p *systemLister) disposed(list []*app.System) {
	if len(list) == 0 {
		return
	}
	table := doc.Table{Columns: []doc.Column{
		{Head: "Sistema", Width: 5}, {Head: "Numero di serie", Width: 4}, {Head: "Dismesso il", Width: 3}, {Head: "Come sono stati cancellati i dati", Width: 8},
	}}
	for _, s := range list {
		table.Rows = append(table.Rows, doc.Row{cell(s.Name), cell(s.Serial), cell(s.Disposed.String()), needed(s.Wiped)})
	}
	p.blocks = append(p.blocks, doc.Heading{Level: 1, Text: "Dismessi"}, table)
}
