package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// regulation is a paper with rules for all who work here: posted, and handed to each.
type regulation struct{ *recordPaper }

func newRegulation(w *writer, text string) *regulation {
	return &regulation{newRecordPaper(w, text, w.controllerRow())}
}

// close ends with discipline, the signature of the controller and the people to whom
// the rules are handed, each with room to sign.
func (r *regulation) close() doc.Document {
	if r.public() {
		r.add(r.say("discipline-public")...)
	} else {
		r.add(r.say("discipline")...)
	}
	r.add(doc.PageBreak{}) // what is signed is a sheet that can be filed apart
	r.add(r.say("sign")...)
	r.add(doc.Fields{Entries: []doc.Entry{{Label: "Affisso in", Lines: 1, Half: true}, {Label: "Dal", Lines: 1, Half: true}}})
	r.add(r.signature())
	r.add(r.say("received")...)
	table := doc.Table{
		Columns: []doc.Column{{Head: "Cognome e nome", Width: 6}, {Head: "Mansione", Width: 6}, {Head: "Consegnato il", Width: 3}, {Head: "Firma", Width: 6}},
		Empty:   "Nessuno risulta in servizio.",
	}
	for _, x := range r.inService(r.day()) {
		table.Rows = append(table.Rows, doc.Row{
			cell(app.PersonForm.Title(x)), cell(strings.Join(x.DutyNames(r.d), ", ")), doc.C("\u00a0"), doc.C("\u00a0", "\u00a0"),
		})
	}
	if len(table.Rows) > 0 {
		table.BlankRows = 2 // who comes later, or works here from outside
	}
	r.add(table)
	return r.document("")
}

func (r *regulation) public() bool { return r.d.Office().Body == app.BodyPublic }

func (r *regulation) officeName() string {
	name := r.d.Office().Name
	r.draft = r.draft || name == ""
	return cmp.Or(name, toComplete)
}

// breachAddress is where a loss of data is told: rules that do not say it are a draft.
func (r *regulation) breachAddress() string {
	address := r.breachEmail()
	r.draft = r.draft || address == toComplete
	return address
}

// technician is who is asked about machines, after «a».
func (r *regulation) technician() string {
	if name := r.holder(app.RoleSysadmin); name != "" {
		return name + ", amministratore di sistema"
	}
	return "chi segue i sistemi dell’ufficio"
}

// appendNew adds a text that is not empty and not there yet.
func appendNew(list []string, text string) []string {
	for _, x := range list {
		if x == text {
			return list
		}
	}
	return append(list, nonEmpty(text)...)
}
