package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// supplierInventory is what is entrusted outside: to whom, which data, where, why
// they were chosen, what they signed (spec 7, supplier-inventory; 5-law 6, OUT1).
func supplierInventory(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "supplier-inventory", w.controllerRow())
	p.add(p.say("inventory")...)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Fornitore", Width: 8}, {Head: "Ruolo e contratto", Width: 5}, {Head: "Trattamenti affidati", Width: 7}, {Head: "Luoghi", Width: 3},
			{Head: "Perché è stato scelto", Width: 9}, {Head: "Dichiarazioni e relazione", Width: 5},
		},
		Empty: "Nessun trattamento è affidato all’esterno.",
	}
	if w.blank {
		table.BlankRows = 7
	} else {
		for _, s := range app.All(w.d, app.SupplierForm) {
			if s.Ended == "" {
				table.Rows = append(table.Rows, p.supplierRow(s))
			}
		}
	}
	p.add(table)
	p.add(w.closing()...)
	return landscape(p.document(""))
}

func (p *recordPaper) supplierRow(s *app.Supplier) doc.Row {
	p.draft = p.draft || !supplierType.Complete(s)
	var titles []string
	for _, t := range app.Entrusted(p.d, s.UID()) {
		titles = append(titles, t.Title)
	}
	entrusted := cell(s.Service, strings.Join(titles, "; "))
	if len(titles) == 0 {
		entrusted = cell(s.Service, "nessuna scheda lo nomina")
		entrusted.Tint = doc.Warn
	}
	country := p.country(s.Country)
	if s.Country == "it" {
		country = "" // the address says so
	}
	if s.Safeguard != "" {
		country = joined(", ", country, p.d.Entry("transfer-safeguard", s.Safeguard))
	}
	places := nonEmpty(s.Places)
	for _, x := range s.SubProcessors {
		places = append(places, "sub-responsabile: "+joined(", ", x.Name, p.country(x.Country)))
	}
	contract := cell(nonEmpty(strings.Join(p.words(supplierType.Field("role"), s), ""), prefixed("dal ", s.Contract.String()), prefixed("al ", s.ContractEnd.String()))...)
	if s.Role == roleProcessor && s.Contract == "" {
		contract = cell(strings.Join(p.words(supplierType.Field("role"), s), ""), "senza contratto")
		contract.Tint = doc.Bad
	}
	return doc.Row{
		{Paras: [][]doc.Run{doc.B(s.Name), doc.T(joined(", ", s.Address, country)), doc.T(s.Contacts)}},
		contract, entrusted, cell(places...), cell(joined(". ", trimmed(s.Experience), trimmed(s.Ability), trimmed(s.Reliable))), p.declared(s),
	}
}

// declared says how many of the five declarations came, and when the supplier last
// told of its work.
func (p *recordPaper) declared(s *app.Supplier) doc.Cell {
	given := 0
	for _, x := range s.Declarations() {
		if x.On != "" {
			given++
		}
	}
	report := "nessuna relazione"
	if s.Report != "" {
		report = "relazione del " + s.Report.String()
	}
	c := cell(nonEmpty(itoa(given)+" dichiarazioni su 5", report, prefixed("controllo del ", s.Audit.String()))...)
	if given < 5 {
		c.Tint = doc.Warn
	}
	return c
}
