package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// secondChapter is who holds each role and with which duties (spec 3.4, chapter 2).
// The duties are those of the letters: nobody finds other ones here.
func secondChapter() map[string]documentPart {
	out := map[string]documentPart{
		"persone-senza-lettera": {build: (*accountability).withoutLetter},
		"squadra":               {build: func(a *accountability) []doc.Block { return []doc.Block{a.crisisTable()} }},
		"rpd-dati":              {build: (*accountability).dpoData},
		"ruoli":                 {build: (*accountability).roleSummary},
		"ruoli-in-piu-mani":     {build: (*accountability).oneHand},
	}
	for name, passage := range map[string]string{"istruzioni-computer": "instructions-electronic", "istruzioni-carta": "instructions-paper", "divieti": "leave"} {
		out[name] = documentPart{fixed: true, build: func(a *accountability) []doc.Block { return a.ofLetter(passage) }}
	}
	for _, r := range documentRoles {
		out["compiti-"+r.place] = documentPart{fixed: true, build: func(a *accountability) []doc.Block { return a.ofLetter("duties-" + r.key) }}
		out["persone-"+r.place] = documentPart{build: func(a *accountability) []doc.Block { return a.appointed(r.key) }}
	}
	delete(out, "persone-rpd") // he is among the data of the office
	return out
}

// ofLetter is a passage of the letters, with their house rules; its heads are small
// ones here.
func (a *accountability) ofLetter(passage string) []doc.Block {
	out := textOf("appointment").say(passage, letterRules(a.house)...)
	for i, b := range out {
		if h, ok := b.(doc.Heading); ok {
			h.Level, h.Unlisted = 3, true
			out[i] = h
		}
	}
	return out
}

// appointed are those who hold a role on the day of the document, and by which letter.
func (a *accountability) appointed(role string) []doc.Block {
	scoped := len(app.RoleOf(role).Scope) > 0
	table := doc.Table{
		Columns: []doc.Column{{Head: "Chi", Width: 5}, {Head: "Su che cosa", Width: 7}, {Head: "Lettera", Width: 5}, {Head: "Chi lo sostituisce", Width: 4}},
		Empty:   a.nobody(role),
	}
	if !scoped {
		table.Columns = slices.Delete(table.Columns, 1, 2)
	}
	for _, x := range app.Appointments(a.d, role, a.day()) {
		signed := "da firmare"
		if x.Signed != "" {
			signed = "firmata il " + x.Signed.String()
		}
		row := doc.Row{
			{Paras: [][]doc.Run{doc.B(cmp.Or(x.Holder(a.d), toComplete))}}, cell(a.scopeOf(x)...), cell("del "+x.Appointed.String(), signed, a.appointer(x)),
			cell(a.d.Ref(app.PersonForm.Key, x.Substitute)),
		}
		if !scoped {
			row = slices.Delete(row, 1, 2)
		}
		table.Rows = append(table.Rows, row)
	}
	return []doc.Block{table}
}

// nobody says that a role is not given, and who does its work.
func (a *accountability) nobody(role string) string {
	for _, r := range documentRoles {
		if r.key == role {
			to, who := a.acting(r)
			if role == app.RoleAuthorised {
				return "Nessuna persona è stata autorizzata con una lettera: finché non lo è, sui dati lavora soltanto " + to.article + who + "."
			}
			return "Non è stato nominato nessuno: le funzioni restano " + to.to + who + "."
		}
	}
	return ""
}

// scopeOf says on what an appointment is.
func (a *accountability) scopeOf(x *app.Appointment) []string {
	var out []string
	for _, key := range app.RoleOf(x.Role).Scope {
		if list := a.words(appointmentType.Field(key), x); len(list) > 0 {
			out = append(out, strings.Join(list, "; "))
		}
	}
	return append(out, nonEmpty(x.ScopeNote)...)
}

// appointer says who gave a role, where it was not the controller.
func (a *accountability) appointer(x *app.Appointment) string {
	if d := app.Find(a.d, app.AppointmentForm, x.Delegation); x.Appointer == app.ByDesignee && d != nil {
		return "per conto del titolare, da " + d.Holder(a.d)
	}
	return ""
}

// withoutLetter names who works here and was given no role (rule 22): an inspector
// asks for their letters, first of all for those of who can enter already.
func (a *accountability) withoutLetter() []doc.Block {
	var names, enter []string
	held := app.Appointments(a.d, "", a.day())
	enters := map[string]bool{} // by UID of the person
	for _, c := range a.live() {
		enters[c.Person] = true
	}
	for _, p := range a.inService(a.day()) {
		has := slices.ContainsFunc(held, func(x *app.Appointment) bool {
			return x.Person == p.UID() && (x.Role == app.RoleAuthorised || x.Role == app.RoleTreatment)
		})
		if has || p.Represents() {
			continue
		}
		names = append(names, app.PersonForm.Title(p))
		if enters[p.UID()] {
			enter = append(enter, app.PersonForm.Title(p))
		}
	}
	switch {
	case len(names) == 0 || a.blank:
		return nil
	case len(enter) == 0:
		return a.say("without-letter", "{nomi}", strings.Join(names, "; "))
	}
	return a.say("without-letter-entering", "{nomi}", strings.Join(names, "; "), "{entra}", strings.Join(enter, "; "))
}

// dpoData is who the DPO is, and when the Garante was told.
func (a *accountability) dpoData() []doc.Block {
	o := a.d.Office()
	var out doc.Fields
	put := func(label, value, else_ string) {
		out.Entries = append(out.Entries, doc.Entry{Label: label, Value: [][]doc.Run{doc.T(cmp.Or(value, else_))}})
	}
	put("Responsabile della protezione dei dati", o.DPO, toComplete)
	put("Recapiti", o.DPOContacts, toComplete)
	put("Designato il", o.DPODesignated.String(), "la data non è stata registrata")
	put("Comunicato al Garante il", joined(", protocollo ", o.DPONotified.String(), o.DPOProtocol), "la comunicazione non è stata registrata")
	return []doc.Block{out}
}

// roleSummary is every role at a glance.
func (a *accountability) roleSummary() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Ruolo", Width: 6}, {Head: "Chi lo ha", Width: 6}, {Head: "Chi nomina", Width: 5}, {Head: "Norma", Width: 7}}}
	table.Rows = append(table.Rows, doc.Row{
		{Paras: [][]doc.Run{doc.B("Titolare del trattamento")}}, needed(a.d.Office().Name), cell("–"), cell("artt. 4, n. 7, e 24 GDPR"),
	})
	for _, r := range documentRoles {
		role := app.RoleOf(r.key)
		who := cell(a.holders(r.key)...)
		switch {
		case len(a.holders(r.key)) > 0:
		case r.key == app.RoleDPO:
			who = cell("non designato")
		default:
			to, acting := a.acting(r)
			who = cell("nessuno: ne svolge le funzioni " + to.article + acting)
		}
		by := "il titolare"
		if role.Above != "" {
			by = "il titolare, o il " + app.RoleOf(role.Above).Short + " per suo conto"
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(role.Title)}}, who, cell(by), cell(role.Law)})
	}
	return []doc.Block{table}
}

// oneHand names who holds several of the roles that watch each other (rule 23).
func (a *accountability) oneHand() []doc.Block {
	watched := []string{app.RoleTreatment, app.RolePasswords, app.RoleSysadmin, app.RoleBackup}
	var order []string
	roles := map[string][]string{}
	for _, x := range app.Appointments(a.d, "", a.day()) {
		if name := x.Holder(a.d); name != "" && slices.Contains(watched, x.Role) {
			if short := app.RoleOf(x.Role).Short; !slices.Contains(roles[name], short) {
				roles[name] = append(roles[name], short)
			}
			order = append(order, name)
		}
	}
	var said []string
	for _, name := range distinct(order) {
		if len(roles[name]) > 1 {
			said = append(said, name+" ("+strings.Join(roles[name], ", ")+")")
		}
	}
	switch {
	case a.blank:
		return nil
	case len(roles) == 0:
		return a.say("no-hand")
	case len(said) == 0:
		return a.say("several-hands")
	}
	return a.say("one-hand", "{chi}", strings.Join(said, "; "))
}
