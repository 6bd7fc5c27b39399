package app

import "tutela/app/form"

// Inspection is a look at whether the rules are kept in a unit, with what was
// found and is to be mended (spec 3.1, Controlli; 6-details, 23; 5-law 6, CTL1).
type Inspection struct {
	form.Meta
	Unit             string // none is the whole office
	Person, Supplier string // in charge
	Present          string // who was there
	Months           form.Int
	From, To, On     form.Date
	Checked          []*CheckedRule
	Findings         []*InspectionFinding
	NoFindings       bool
	Outcome          string
	Signed           form.Date
	Edition          string
	Files            []form.File
	Note             string
}

// CheckedRule is a thing that was looked at, against which rule.
type CheckedRule struct {
	What, Rule string
	Kept       string // yes, part, no
}

// InspectionFinding is something to be mended.
type InspectionFinding struct {
	What, How, ByWhom string
	Due, Done         form.Date
}

// Late says that the finding was not mended by its day.
func (f *InspectionFinding) Late(today form.Date) bool {
	return f.Done == "" && f.Due != "" && f.Due < today
}

// NextDue is the day by which the next inspection of the same unit is held; ""
// where no interval is set.
func (i *Inspection) NextDue() form.Date {
	if i.On == "" || !i.Months.Valid {
		return ""
	}
	return i.On.AddMonths(int(i.Months.N))
}

// InspectedSince says that what an inspection was of was inspected again by a day.
func InspectedSince(r Records, i *Inspection, day form.Date) bool {
	for _, rec := range r.Records(InspectionForm.Key) {
		x := rec.(*Inspection)
		if x.UID() != i.UID() && (x.Unit == i.Unit || x.Unit == "") && x.On > i.On && x.On <= day {
			return true
		}
	}
	return false
}

func (i *Inspection) title() string {
	if i.On == "" {
		return "Controllo"
	}
	return "Controllo del " + i.On.String()
}

// InCharge is who inspects.
func (i *Inspection) InCharge(n form.Names) string {
	if i.Supplier != "" {
		return n.Ref(SupplierForm.Key, i.Supplier)
	}
	return n.Ref(PersonForm.Key, i.Person)
}

// Where is what was inspected.
func (i *Inspection) Where(n form.Names) string {
	if i.Unit == "" {
		return "tutto l’ufficio"
	}
	return n.Ref(UnitForm.Key, i.Unit)
}

// InspectionForm describes the inspections.
var InspectionForm = form.Form[Inspection]{
	Key: "inspection", One: "controllo", Many: "Controlli",
	About: "Ogni tanto qualcuno gira per l’ufficio e guarda se le regole si seguono davvero: porte chiuse, password, copie, carte sul tavolo. Qui si scrive che cosa ha visto e che cosa va messo a posto.",
	Title: func(i *Inspection) string { return i.title() },
	Named: func(i *Inspection, n form.Names) string {
		return joinedNames(i.title(), i.Where(n))
	},
	Second: func(i *Inspection, _ form.Names) string {
		open := 0
		for _, f := range i.Findings {
			if f.Done == "" {
				open++
			}
		}
		switch {
		case open == 1:
			return "una cosa da mettere a posto"
		case open > 1:
			return form.FormatInt(int64(open)) + " cose da mettere a posto"
		case i.NextDue() != "":
			return "il prossimo entro il " + i.NextDue().String()
		}
		return "a posto"
	},
	Fresh: func(i *Inspection) { i.Months = form.Number(12) },
	Sections: []form.Section[Inspection]{
		{Key: "inspection", Title: "Il controllo", Fields: inspectionFields()},
		{Key: "found", Title: "Che cosa si è visto", Short: "Visto", Fields: []form.F[Inspection]{
			form.List("checked", "Che cosa è stato guardato", func(i *Inspection) *[]*CheckedRule { return &i.Checked }, checkedRuleForm).Need().
				Help("Una riga per cosa, con la regola che vale."),
			form.List("findings", "Da mettere a posto", func(i *Inspection) *[]*InspectionFinding { return &i.Findings }, inspectionFindingForm).Need().
				None(func(i *Inspection) bool { return i.NoFindings }),
			form.Bool("no_findings", "Niente da mettere a posto", func(i *Inspection) *bool { return &i.NoFindings }).
				When(func(i *Inspection) bool { return len(i.Findings) == 0 }),
			form.Long("outcome", "Conclusioni", func(i *Inspection) *string { return &i.Outcome }).Lines(3),
		}},
		{Key: "minutes", Title: "Il verbale", Fields: []form.F[Inspection]{
			form.Day("signed", "Verbale firmato il", func(i *Inspection) *form.Date { return &i.Signed }).Need().Half().
				Check(func(i *Inspection) string { return after(i.On, i.Signed, "Viene prima del controllo.") }),
			form.Text("edition", "Allegato all’edizione", func(i *Inspection) *string { return &i.Edition }).Half().Example("1.02").
				Help("Dell’ultimo documento sulla privacy a cui è unito; si lascia vuoto finché non c’è."),
			form.Files("files", "Verbale firmato", func(i *Inspection) *[]form.File { return &i.Files }),
			form.Long("note", "Note", func(i *Inspection) *string { return &i.Note }).Lines(2),
		}},
	},
}

func inspectionFields() []form.F[Inspection] {
	return []form.F[Inspection]{
		form.Ref("unit", "Reparto", UnitForm.Key, func(i *Inspection) *string { return &i.Unit }).Half().Column().
			Help("Si lascia vuoto se vale per tutto l’ufficio."),
		form.Day("on", "Data del controllo", func(i *Inspection) *form.Date { return &i.On }).Need().Half().Column(),
		form.Ref("person", "Chi controlla", PersonForm.Key, func(i *Inspection) *string { return &i.Person }).Half().Column().
			When(func(i *Inspection) bool { return i.Supplier == "" }).Need().Law("art. 32(1)(d) GDPR").
			Help("Il responsabile dei controlli, se è nominato; mai chi controllerebbe se stesso."),
		form.Ref("supplier", "O una ditta esterna", SupplierForm.Key, func(i *Inspection) *string { return &i.Supplier }).Half().Column().
			When(func(i *Inspection) bool { return i.Person == "" }),
		form.Text("present", "Chi era presente", func(i *Inspection) *string { return &i.Present }).Example("Elena Sala, responsabile del reparto"),
		form.Day("from", "Periodo esaminato, dal", func(i *Inspection) *form.Date { return &i.From }).Half(),
		form.Day("to", "Periodo esaminato, al", func(i *Inspection) *form.Date { return &i.To }).Half().
			Check(func(i *Inspection) string { return after(i.From, i.To, "Il periodo finisce prima di cominciare.") }),
		form.Count("months", "Si ripete ogni", "mesi", 1, 60, func(i *Inspection) *form.Int { return &i.Months }).Need().Half(),
		form.Computed[Inspection]("next", "Il prossimo entro il", func(i *Inspection) string { return i.NextDue().String() }).Column(),
	}
}

var checkedRuleForm = form.Form[CheckedRule]{
	Key: "checked_rule", One: "cosa guardata", Many: "Che cosa è stato guardato", Fem: true,
	Title: func(c *CheckedRule) string { return c.What },
	Sections: []form.Section[CheckedRule]{{Fields: []form.F[CheckedRule]{
		form.Text("what", "Che cosa", func(c *CheckedRule) *string { return &c.What }).Need().Half().Example("Armadio dei fascicoli"),
		form.Text("rule", "Secondo quale regola", func(c *CheckedRule) *string { return &c.Rule }).Need().Half().Example("Chiuso a chiave la sera"),
		form.Choice("kept", "È rispettata?", func(c *CheckedRule) *string { return &c.Kept },
			form.Option{Value: "yes", Label: "Sì"}, form.Option{Value: "part", Label: "In parte"}, form.Option{Value: "no", Label: "No"}).Need(),
	}}},
}

var inspectionFindingForm = form.Form[InspectionFinding]{
	Key: "inspection_finding", One: "cosa da mettere a posto", Many: "Da mettere a posto", Fem: true,
	Title: func(f *InspectionFinding) string { return f.What },
	Sections: []form.Section[InspectionFinding]{{Fields: []form.F[InspectionFinding]{
		form.Text("what", "Che cosa non va", func(f *InspectionFinding) *string { return &f.What }).Need().Example("Password scritta sotto la tastiera"),
		form.Text("how", "Come si rimedia", func(f *InspectionFinding) *string { return &f.How }).Need(),
		form.Text("by_whom", "A cura di", func(f *InspectionFinding) *string { return &f.ByWhom }).Need().Half(),
		form.Day("due", "Entro il", func(f *InspectionFinding) *form.Date { return &f.Due }).Need().Half(),
		form.Day("done", "Fatto il", func(f *InspectionFinding) *form.Date { return &f.Done }).Half(),
	}}},
}
