package app

import (
	"cmp"

	"tutela/app/form"
)

// Intervention is work of an outside technician on a system or in the office, with
// the written declaration that it asks for (spec 3.1, Interventi esterni;
// 6-details, 23; 5-law 6, EXT1).
type Intervention struct {
	form.Meta
	Supplier, Company string // one of the list, or by name
	Technician        string
	System, Subject   string // one of the list, or in words
	Called, On        form.Date
	Where             string // InOffice, AtDistance, TakenAway
	Done              string
	Accompanied       string // person
	DataSeen          string // yes, no
	DataWhat          string
	Working           form.Date
	Declared          form.Date
	Files             []form.File
	Note              string
}

// Where the technician worked.
const (
	InOffice   = "office"
	AtDistance = "remote"
	TakenAway  = "away"
)

// DeclarationDue is the day by which the technician leaves the declaration: that on
// which the work is closed (6-details, 26, rule 27); "" while it has no day.
func (x *Intervention) DeclarationDue() form.Date {
	if x.On == "" {
		return ""
	}
	return max(x.On, x.Working)
}

// Who is the company that sent the technician.
func (x *Intervention) Who(n form.Names) string {
	if x.Supplier != "" {
		return n.Ref(SupplierForm.Key, x.Supplier)
	}
	return x.Company
}

// InterventionForm describes the outside interventions.
var InterventionForm = form.Form[Intervention]{
	Key: "intervention", One: "intervento esterno", Many: "Interventi esterni",
	About: "Ogni volta che un tecnico di fuori ripara, installa o aggiorna qualcosa: che cosa ha fatto, se ha visto dati, e la dichiarazione che lascia firmata. La dichiarazione in bianco si stampa prima che arrivi.",
	Title: func(x *Intervention) string { return x.title() },
	Named: func(x *Intervention, n form.Names) string {
		what := n.Ref(SystemForm.Key, x.System)
		if what == "" {
			what = x.Subject
		}
		return joinedNames(x.title(), what)
	},
	Second: func(x *Intervention, n form.Names) string {
		if x.On != "" && x.Declared == "" {
			return joinedNames(x.Who(n), "manca la dichiarazione")
		}
		return x.Who(n)
	},
	Fresh: func(x *Intervention) { x.Where = InOffice },
	Sections: []form.Section[Intervention]{
		{Key: "who", Title: "Chi e su che cosa", Fields: []form.F[Intervention]{
			form.Ref("supplier", "Ditta", SupplierForm.Key, func(x *Intervention) *string { return &x.Supplier }).Half().Column().
				NeedIf(func(x *Intervention) bool { return x.Company == "" }),
			form.Text("company", "O un’altra ditta", func(x *Intervention) *string { return &x.Company }).Half().
				When(func(x *Intervention) bool { return x.Supplier == "" }).Help("Se non è fra i vostri fornitori."),
			form.Text("technician", "Tecnico", func(x *Intervention) *string { return &x.Technician }).Need().Half().Column().Example("Mario Verdi"),
			form.Ref("accompanied", "Chi dell’ufficio era presente", PersonForm.Key, func(x *Intervention) *string { return &x.Accompanied }).Half().
				NeedIf(func(x *Intervention) bool { return x.Where == InOffice }),
			form.Ref("system", "Sistema", SystemForm.Key, func(x *Intervention) *string { return &x.System }).Half().Column().
				NeedIf(func(x *Intervention) bool { return x.Subject == "" }),
			form.Text("subject", "O che cos’altro", func(x *Intervention) *string { return &x.Subject }).Half().
				When(func(x *Intervention) bool { return x.System == "" }).Example("Rete, impianto elettrico, allarme"),
			form.Choice("where", "Dove ha lavorato", func(x *Intervention) *string { return &x.Where },
				form.Option{Value: InOffice, Label: "In ufficio"}, form.Option{Value: AtDistance, Label: "A distanza"}, form.Option{Value: TakenAway, Label: "In laboratorio"}).Need().
				Help("In laboratorio: l’apparecchio è uscito dall’ufficio, con i dati che contiene."),
		}},
		{Key: "done", Title: "Che cosa è stato fatto", Short: "Il lavoro", Fields: []form.F[Intervention]{
			form.Day("called", "Chiamato il", func(x *Intervention) *form.Date { return &x.Called }).Half(),
			form.Day("on", "Intervento del", func(x *Intervention) *form.Date { return &x.On }).Need().Half().Column().
				Check(func(x *Intervention) string { return after(x.Called, x.On, "Viene prima della chiamata.") }),
			form.Long("done", "Che cosa ha fatto", func(x *Intervention) *string { return &x.Done }).Need().Lines(4).
				Example("Sostituito il disco; vecchio disco lasciato in ufficio"),
			form.Choice("data_seen", "Ha potuto vedere dati personali?", func(x *Intervention) *string { return &x.DataSeen }, YesNo()...).Need().
				Help("Basta che fossero a portata di mano, anche se non li ha guardati."),
			form.Text("data_what", "Quali, e con quali cautele", func(x *Intervention) *string { return &x.DataWhat }).
				When(func(x *Intervention) bool { return x.DataSeen == "yes" }).Need().Example("L’archivio clienti, in presenza di Luca Bianchi; niente è stato copiato"),
			form.Day("working", "Di nuovo in funzione dal", func(x *Intervention) *form.Date { return &x.Working }).Half().
				Check(func(x *Intervention) string {
					return after(x.Called, x.Working, "Torna in funzione prima della chiamata.")
				}),
		}},
		{Key: "declaration", Title: "La dichiarazione", Help: "Il tecnico scrive che cosa ha fatto e che è conforme alle regole di sicurezza dell’ufficio. Non la chiede più una legge: è una misura dell’ufficio.", Fields: []form.F[Intervention]{
			form.Day("declared", "Dichiarazione firmata ricevuta il", func(x *Intervention) *form.Date { return &x.Declared }).Half().Column(),
			form.Files("files", "Dichiarazione firmata", func(x *Intervention) *[]form.File { return &x.Files }),
			form.Long("note", "Note", func(x *Intervention) *string { return &x.Note }).Lines(2),
		}},
	},
}

// title names an intervention by its day, or by that of the call.
func (x *Intervention) title() string {
	if day := cmp.Or(x.On, x.Called); day != "" {
		return "Intervento del " + day.String()
	}
	return "Intervento"
}
