package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var unitType = app.UnitForm.Type()

// unitSheet is annex D of the document, a sheet for each unit: where it is, who works
// there on what and with what, its risks, copies and training (6-details, 20 and 31).
func unitSheet(w *writer, subject any) doc.Document {
	u, _ := subject.(*app.Unit)
	if u == nil {
		u, w.blank = &app.Unit{}, true
	}
	p := &unitPaper{recordPaper: newRecordPaper(w, "unit-sheet", w.controllerRow()), u: u}
	p.gather()
	p.add(p.say("opening")...)
	p.head("Il reparto")
	p.add(p.place())
	p.head("Persone")
	if p.byTreatment && !w.blank {
		p.add(p.say("people-by-treatment")...)
	}
	p.add(p.peopleTable())
	p.head("Trattamenti e archivi")
	if !w.blank && len(p.treatments) == 0 {
		p.add(p.say("no-treatments")...)
		p.draft = true
	}
	p.add(p.treatmentTable(), doc.Space{Points: 6}, p.archiveRows())
	p.head("Sistemi")
	p.add(p.systemRows())
	p.head("Rischi")
	p.risks()
	p.head("Copie")
	p.backups()
	p.head("Formazione")
	p.add(p.training())
	head := doc.Signer{Role: "Chi dirige il reparto", Name: w.d.Ref(app.PersonForm.Key, u.Lead)}
	p.sign(w.day().String(), head, p.securitySigner())
	return p.document(u.Name)
}

// unitPaper is a unit with what the registers know of it.
type unitPaper struct {
	*recordPaper
	u           *app.Unit
	people      []*app.Person
	byTreatment bool // nobody says that he works here
	treatments  []*app.Treatment
	archives    []*app.Archive
	systems     []*app.System
}

// gather finds the people who say that they work in the unit, else those of its
// treatments; the archives of its treatments; the systems that hold these or that
// its people use.
func (p *unitPaper) gather() {
	if p.blank {
		return
	}
	for _, t := range app.GoingOn(p.d) {
		if slices.Contains(p.u.Treatments, t.UID()) {
			p.treatments = append(p.treatments, t)
		}
	}
	here := func(is func(x *app.Person) bool) {
		for _, x := range p.inService(p.day()) {
			if is(x) {
				p.people = append(p.people, x)
			}
		}
	}
	here(func(x *app.Person) bool { return x.Unit == p.u.UID() })
	if p.byTreatment = len(p.people) == 0; p.byTreatment {
		here(func(x *app.Person) bool {
			return slices.ContainsFunc(p.treatments, func(t *app.Treatment) bool { return slices.Contains(t.People, x.UID()) })
		})
	}
	for _, a := range p.archivesByName() {
		if slices.ContainsFunc(a.Treatments, func(uid string) bool { return slices.Contains(p.u.Treatments, uid) }) {
			p.archives = append(p.archives, a)
		}
	}
	for _, s := range app.All(p.d, app.SystemForm) {
		holds := slices.ContainsFunc(p.archives, func(a *app.Archive) bool { return a.System == s.UID() })
		used := slices.ContainsFunc(p.people, func(x *app.Person) bool { return slices.Contains(s.Users, x.UID()) })
		if (holds || used) && (s.Disposed == "" || s.Disposed > p.day()) {
			p.systems = append(p.systems, s)
		}
	}
}

func (p *unitPaper) place() doc.Fields {
	var out doc.Fields
	put := func(label string, half, needed bool, texts ...string) {
		if e, ok := p.row(label, 1, needed, texts...); ok {
			e.Half = half
			out.Entries = append(out.Entries, e)
		}
	}
	put("Reparto", true, true, p.u.Name)
	put("Chi lo dirige", true, true, p.d.Ref(app.PersonForm.Key, p.u.Lead))
	site := app.Find(p.d, app.SiteForm, p.u.Site)
	if site == nil {
		site = &app.Site{}
	}
	put("Sede", false, true, joined(", ", site.Name, app.SiteForm.Second(site, p.d)))
	put("Orario e protezione", false, false, joined("; ", site.Hours, site.Protection))
	put("Note", false, false, p.u.Note)
	return out
}

func (p *unitPaper) peopleTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "Cognome e nome", Width: 4}, {Head: "Mansione", Width: 4}, {Head: "Ruoli", Width: 6}}, Empty: "Nessuna persona risulta in questo reparto."}
	if p.blank {
		t.BlankRows = 4
	}
	for _, x := range p.people {
		var roles []string
		for _, a := range app.Appointments(p.d, "", p.day()) {
			if a.Person == x.UID() {
				roles = appendNew(roles, app.RoleOf(a.Role).Short)
			}
		}
		t.Rows = append(t.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(app.PersonForm.Title(x))}}, cell(strings.Join(x.DutyNames(p.d), ", ")), cell(strings.Join(roles, ", "))})
	}
	return t
}

func (p *unitPaper) treatmentTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Di chi sono i dati", Width: 5}, {Head: "Rischio", Width: 3}}, Empty: "Nessun trattamento."}
	if p.blank {
		t.BlankRows = 3
	}
	for _, x := range p.treatments {
		t.Rows = append(t.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(x.Title)}}, cell(strings.Join(p.labels("data-subject", x.Subjects), ", ")), levelCell(x, x.Level())})
	}
	return t
}

func (p *unitPaper) archiveRows() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "Archivio", Width: 5}, {Head: "Forma e dati", Width: 5}, {Head: "Dove sta", Width: 5}, {Head: "Responsabile", Width: 4}}, Empty: "Nessun archivio."}
	if p.blank {
		t.BlankRows = 3
	}
	for _, a := range p.archives {
		t.Rows = append(t.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(a.Name)}}, cell(strings.Join(p.words(archiveType.Field("kind"), a), ""), strings.Join(p.labels("data-class", a.Classes), ", ")),
			needed(p.d.Ref(app.SystemForm.Key, a.System), p.d.Ref(app.RoomForm.Key, a.Room)), cell(p.d.Ref(app.PersonForm.Key, a.Charge)),
		})
	}
	return t
}

func (p *unitPaper) systemRows() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "Sistema", Width: 5}, {Head: "Tipo e locale", Width: 5}, {Head: "Chi lo usa", Width: 5}}, Empty: "Nessun sistema."}
	if p.blank {
		t.BlankRows = 3
	}
	for _, s := range p.systems {
		kind := ""
		if s.Kind != "" {
			kind = p.d.Entry("system-kind", s.Kind)
		}
		t.Rows = append(t.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(s.Name)}}, cell(kind, p.d.Ref(app.RoomForm.Key, s.Room)), cell(strings.Join(p.words(systemType.Field("users"), s), "; ")),
		})
	}
	return t
}

// risks are the analyses that hold and that concern the unit: of its systems, of its
// site, or of the whole office.
func (p *unitPaper) risks() {
	t := p.analysisTable()
	if p.blank {
		t.BlankRows = 4
		p.add(t)
		return
	}
	for _, a := range p.standingAnalyses() {
		concerns := len(a.Systems) == 0 && len(a.Sites) == 0 ||
			slices.ContainsFunc(p.systems, func(s *app.System) bool { return slices.Contains(a.Systems, s.UID()) }) || slices.Contains(a.Sites, p.u.Site)
		if concerns {
			t.Rows = append(t.Rows, p.analysisRow(a))
		}
	}
	if len(t.Rows) == 0 {
		p.add(p.say("risks-none")...)
		return
	}
	p.add(t)
}

func (p *unitPaper) backups() {
	t := planTable()
	if p.blank {
		t.BlankRows = 2
		p.add(t)
		return
	}
	for _, plan := range p.plansInForce() {
		if slices.ContainsFunc(p.archives, plan.Covers) {
			t.Rows = append(t.Rows, p.planRow(plan))
		}
	}
	if len(t.Rows) == 0 {
		p.add(p.say("backups-none")...)
		return
	}
	p.add(t)
}

// training is what each of the unit was last taught.
func (p *unitPaper) training() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "Persona", Width: 4}, {Head: "Ultimo corso", Width: 7}, {Head: "Il", Width: 3}}, Empty: "Nessuna persona risulta in questo reparto."}
	if p.blank {
		t.BlankRows = 3
	}
	for _, x := range p.people {
		title, on := p.lastCourse(x.UID())
		t.Rows = append(t.Rows, doc.Row{cell(app.PersonForm.Title(x)), cell(title), cell(on.String())})
	}
	return t
}
