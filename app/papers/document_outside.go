package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// outsideParts are what the records say of what is entrusted to others (spec 3.4,
// sections 3.11, 3.13 and 3.16).
func outsideParts() map[string]documentPart {
	return map[string]documentPart{
		"fornitori":         {build: (*accountability).suppliers},
		"scelta-fornitori":  {build: (*accountability).supplierChoice},
		"responsabili":      {build: (*accountability).processors},
		"titolari-autonomi": {build: (*accountability).autonomous},
		"interventi":        {build: (*accountability).interventions},
		"trasferimenti":     {build: (*accountability).transfersTable},
		"fornitori-fuori":   {build: (*accountability).suppliersAbroad},
	}
}

// partnersNow are the suppliers whose service goes on, of some roles or of all.
func (a *accountability) partnersNow(roles ...string) []*app.Supplier {
	var out []*app.Supplier
	for _, s := range app.All(a.d, app.SupplierForm) {
		if (s.Ended == "" || s.Ended > a.day()) && (len(roles) == 0 || slices.Contains(roles, s.Role)) {
			out = append(out, s)
		}
	}
	return out
}

func (a *accountability) suppliers() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Fornitore", Width: 5}, {Head: "Servizio", Width: 5}, {Head: "Ruolo", Width: 4}, {Head: "Trattamenti affidati", Width: 6}, {Head: "Luoghi", Width: 3}},
		Empty:   "Nessun trattamento è affidato all’esterno.",
	}
	for _, s := range a.partnersNow() {
		var titles []string
		for _, t := range app.Entrusted(a.d, s.UID()) {
			titles = append(titles, t.Title)
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(s.Name)}}, cell(s.Service), needed(a.words(supplierType.Field("role"), s)...), needed(strings.Join(titles, "; ")), needed(cmp.Or(s.Places, a.d.Entry("country", s.Country))),
		})
	}
	return []doc.Block{table}
}

func (a *accountability) supplierChoice() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Fornitore", Width: 5}, {Head: "Esperienza", Width: 6}, {Head: "Capacità", Width: 6}, {Head: "Affidabilità", Width: 6}},
		Empty:   "Non ci sono fornitori a cui sono affidati dati.",
	}
	for _, s := range a.partnersNow() {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(s.Name)}}, needed(s.Experience), needed(s.Ability), needed(s.Reliable)})
	}
	return []doc.Block{table}
}

// processors are those of art. 28 with what keeps them to it.
func (a *accountability) processors() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Responsabile", Width: 6}, {Head: "Contratto", Width: 4}, {Head: "Dichiarazioni", Width: 3}, {Head: "Ultima relazione", Width: 4}, {Head: "Ultimo controllo", Width: 4}, {Head: "Sub-responsabili", Width: 5}},
		Empty:   "Nessun fornitore tratta dati per conto dell’ufficio.",
	}
	for _, s := range a.partnersNow(roleProcessor) {
		contract := cell(prefixed("del ", s.Contract.String()), prefixed("fino al ", s.ContractEnd.String()))
		if s.Contract == "" {
			contract = cell("senza contratto")
			contract.Tint = doc.Bad
		}
		said := 0
		for _, x := range s.Declarations() {
			if x.On != "" {
				said++
			}
		}
		declared := doc.C(itoa(said) + " su " + itoa(len(s.Declarations())))
		if said < len(s.Declarations()) {
			declared.Tint = doc.Warn
		}
		var subs []string
		for _, x := range s.SubProcessors {
			subs = append(subs, joined(", ", x.Name, a.d.Entry("country", x.Country)))
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(s.Name)}}, contract, declared, cell(cmp.Or(s.Report.String(), "mai")), cell(cmp.Or(s.Audit.String(), "mai")), cell(cmp.Or(strings.Join(subs, "; "), "nessuno")),
		})
	}
	return []doc.Block{table}
}

func (a *accountability) autonomous() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Titolare autonomo", Width: 6}, {Head: "Servizio", Width: 6}, {Head: "Dati comunicati", Width: 8}},
		Empty:   "Nell’inventario non risultano titolari autonomi. Banche, enti pubblici, assicurazioni e corrieri sono fra i destinatari delle schede.",
	}
	for _, s := range a.partnersNow(roleController) {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(s.Name)}}, cell(s.Service), needed(strings.Join(a.labels("data-type", s.DataTypes), "; "))})
	}
	return []doc.Block{table}
}

// interventions are the last ones by technicians from outside.
func (a *accountability) interventions() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Data", Width: 3}, {Head: "Ditta e tecnico", Width: 5}, {Head: "Su che cosa", Width: 4}, {Head: "Che cosa è stato fatto", Width: 7}, {Head: "Dichiarazione", Width: 4}},
		Empty:   "Finora non è stato registrato alcun intervento di tecnici esterni.",
	}
	for _, x := range lastOf(app.All(a.d, app.InterventionForm), func(x, y *app.Intervention) int { return cmp.Compare(cmp.Or(x.On, x.Called), cmp.Or(y.On, y.Called)) }) {
		declared := cell(prefixed("del ", x.Declared.String()))
		if x.Declared == "" {
			declared = doc.C("manca")
			declared.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{
			cell(cmp.Or(x.On.String(), prefixed("chiamato il ", x.Called.String()))), cell(x.Who(a.d), x.Technician),
			cell(cmp.Or(a.d.Ref(app.SystemForm.Key, x.System), x.Subject)), cell(cmp.Or(x.Done, "da fare")), declared,
		})
	}
	return []doc.Block{table}
}

func (a *accountability) transfersTable() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Paese, destinatario, garanzia", Width: 12}}, Empty: "Nessun trasferimento risulta dal registro."}
	for _, t := range app.GoingOn(a.d) {
		if list := a.transfers(t); len(t.Transfers) > 0 {
			table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, needed(list...)})
		}
	}
	return []doc.Block{table}
}

// suppliersAbroad names the suppliers, and those who work for them, outside the
// European Economic Area.
func (a *accountability) suppliersAbroad() []doc.Block {
	outside := func(country string) bool {
		e, known := a.d.Book().Find("country", country)
		return country != "" && known && e.Has("eea", "no")
	}
	var items [][]doc.Run
	for _, s := range a.partnersNow() {
		if outside(s.Country) {
			items = append(items, doc.T(joined(", ", s.Name, a.d.Entry("country", s.Country), cmp.Or(prefixed("garanzia: ", a.d.Entry("transfer-safeguard", s.Safeguard)), "senza una garanzia indicata"))))
		}
		for _, x := range s.SubProcessors {
			if outside(x.Country) {
				items = append(items, doc.T(x.Name+", "+a.d.Entry("country", x.Country)+", sub-responsabile di "+s.Name))
			}
		}
	}
	if len(items) == 0 {
		return []doc.Block{doc.P("Nell’inventario nessun fornitore, e nessun sub-responsabile, risulta fuori dallo Spazio economico europeo.")}
	}
	return []doc.Block{doc.P("Fuori dallo Spazio economico europeo si trovano anche:"), doc.List{Items: items}}
}
