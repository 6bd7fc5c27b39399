package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// annexH is annex H of the document: the rules about administrators of systems, and
// who they are, those of suppliers too (6-details, 31; Garante, 27 November 2008).
func annexH(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "sysadmin", w.controllerRow())
	p.head("Chi sono, e che cosa vale per loro")
	p.add(p.say("who")...)
	p.add(p.say("rules")...)
	p.head("Elenco degli amministratori di sistema")
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Cognome e nome", Width: 5}, {Head: "Sistemi affidati", Width: 7}, {Head: "Nomina", Width: 4}, {Head: "Ultima verifica", Width: 4},
		},
		Empty: "Nessuno è nominato.",
	}
	if w.blank {
		table.BlankRows = 6
	} else {
		table.Rows = append(w.appointedAdministrators(), w.supplierAdministrators(len(table.Columns))...)
	}
	p.add(table)
	if !w.blank && len(table.Rows) == 0 {
		p.add(p.say("nobody")...)
	}
	p.sign(w.day().String(), doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative})
	return p.document("")
}

func (w *writer) appointedAdministrators() []doc.Row {
	var out []doc.Row
	for _, a := range app.Appointments(w.d, app.RoleSysadmin, w.day()) {
		signed := "da firmare"
		if a.Signed != "" {
			signed = "firmata il " + a.Signed.String()
		}
		out = append(out, doc.Row{
			{Paras: [][]doc.Run{doc.B(a.Holder(w.d))}}, cell(strings.Join(w.words(appointmentType.Field("systems"), a), "; "), a.ScopeNote),
			cell("del "+a.Appointed.String(), signed), w.lastCheck(a.Person),
		})
	}
	return out
}

// supplierAdministrators are the people whom suppliers named, under the name of
// each: the controller keeps who they are (Garante, 27 November 2008).
func (w *writer) supplierAdministrators(columns int) []doc.Row {
	var out []doc.Row
	for _, s := range app.All(w.d, app.SupplierForm) {
		if s.Ended != "" || len(s.Administrators) == 0 {
			continue
		}
		out = append(out, group("Per "+s.Name, columns))
		for _, uid := range s.Administrators {
			out = append(out, doc.Row{
				{Paras: [][]doc.Run{doc.B(w.d.Ref(app.PersonForm.Key, uid))}}, cell(s.Service), cell("indicato dal fornitore", prefixed("contratto del ", s.Contract.String())), w.lastCheck(uid),
			})
		}
	}
	return out
}

// lastCheck is when an administrator was last checked, and how it ended.
func (w *writer) lastCheck(person string) doc.Cell {
	c := app.LastSysadminCheck(w.d, person)
	if c == nil {
		out := doc.C("mai")
		out.Tint = doc.Warn
		return out
	}
	return cell(c.On.String(), strings.ToLower(strings.Join(w.words(sysadminCheckType.Field("outcome"), c), "")))
}
