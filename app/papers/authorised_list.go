package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// authorisedList is UPD B, annex E of the document: who works here, with which
// duties, by which letters and on which data (5-law 6, ACC3).
func authorisedList(w *writer, _ any) doc.Document {
	text := textOf("authorised-list")
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Cognome e nome", Width: 4}, {Head: "Mansione", Width: 4}, {Head: "Reparto", Width: 3},
			{Head: "Ruoli, con la data della nomina", Width: 6}, {Head: "Trattamenti e archivi", Width: 6}, {Head: "In servizio dal", Width: 3},
		},
		Empty: "Nessuno risulta in servizio.",
	}
	out := doc.Document{Subtitle: "Allegato E (UPD B)", Landscape: true, Draft: !w.officeComplete()}
	if w.blank {
		table.BlankRows = 7
	} else {
		for _, p := range w.inService(w.d.Today()) {
			out.Draft = out.Draft || p.Surname == "" || p.Name == "" || len(p.DutyNames(w.d)) == 0
			table.Rows = append(table.Rows, w.authorisedRow(p))
		}
		out.Draft = out.Draft || len(table.Rows) == 0
	}
	out.Blocks = append(out.Blocks, w.letterhead())
	out.Blocks = append(out.Blocks, text.say("authorised", "{custode}", w.keeperOfPasswords(), "{giorno}", app.HouseOf(w.d).Amount(9, app.UnitDay))...)
	out.Blocks = append(out.Blocks, table, w.signedBy(w.securityOrController()))
	return out
}

func (w *writer) authorisedRow(p *app.Person) doc.Row {
	var roles, scope []string
	for _, a := range app.Appointments(w.d, "", w.d.Today()) {
		if a.Person != p.UID() {
			continue
		}
		role := app.RoleOf(a.Role).Short + ", " + a.Appointed.String()
		if a.Signed == "" {
			role += ", da firmare"
		}
		roles = append(roles, role)
		if a.Role != app.RoleAuthorised && a.Role != app.RoleTreatment {
			continue
		}
		for _, key := range []string{"treatments", "archives"} {
			for _, word := range w.words(appointmentType.Field(key), a) {
				if !slices.Contains(scope, word) {
					scope = append(scope, word)
				}
			}
		}
	}
	appointed := cell(roles...)
	if len(roles) == 0 {
		appointed = doc.C("nessuna nomina")
		appointed.Tint = doc.Warn
		if p.Represents() {
			appointed = doc.C("rappresenta il titolare")
		}
	}
	return doc.Row{
		doc.Cell{Paras: [][]doc.Run{doc.B(app.PersonForm.Title(p))}}, cell(strings.Join(p.DutyNames(w.d), ", ")), cell(w.d.Ref(app.UnitForm.Key, p.Unit)),
		appointed, cell(strings.Join(scope, "; ")), cell(p.Start.String()),
	}
}

// keeperOfPasswords is who has a copy of the list (spec 3.3, rules 9 and 25).
func (w *writer) keeperOfPasswords() string {
	if list := app.Appointments(w.d, app.RolePasswords, w.d.Today()); !w.blank && len(list) > 0 {
		return list[0].Holder(w.d) + ", custode delle credenziali"
	}
	return "chi custodisce le credenziali"
}

// securityOrController signs what the designato alla sicurezza keeps: the
// controller himself where nobody is appointed (decision A27).
func (w *writer) securityOrController() doc.Signer {
	if w.blank {
		return doc.Signer{Role: "Il designato alla sicurezza", Note: "per conto del titolare; se manca, il titolare"}
	}
	if list := app.Appointments(w.d, app.RoleSecurity, w.d.Today()); len(list) > 0 {
		return doc.Signer{Role: "Il designato alla sicurezza", Name: list[0].Holder(w.d), Note: "per conto del titolare"}
	}
	return doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}
}
