package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// accessParts are what the records say of credentials and permissions (spec 3.4,
// sections 3.1 to 3.3).
func accessParts() map[string]documentPart {
	return map[string]documentPart{
		"credenziali-sistemi":      {build: (*accountability).credentialsBySystem},
		"senza-credenziale":        {build: (*accountability).withoutCredential},
		"tipi-credenziale":         {build: (*accountability).credentialKinds},
		"regole-password":          {build: (*accountability).passwordRules, fixed: true},
		"credenziali-disattivate":  {build: (*accountability).disabledCredentials},
		"credenziali-da-sistemare": {build: owed("credenziali e a uscite", app.CredentialForm.Key)},
		"accessi-straordinari":     {build: (*accountability).extraAccesses},
		"permessi":                 {build: (*accountability).permissionSums},
		"permessi-da-rivedere":     {build: owed("permessi", app.PermissionForm.Key)},
	}
}

// owed is a part that says what is overdue of some registers on the day of the
// document, or that nothing is.
func owed(about string, registers ...string) func(*accountability) []doc.Block {
	return func(a *accountability) []doc.Block {
		if !slices.ContainsFunc(registers, func(key string) bool { return len(a.d.Records(key)) > 0 }) {
			return nil // the table before it says that there is nothing
		}
		then := *a.d
		if a.d.AsOf != "" {
			then.Now = a.d.AsOf.AddDays(1).Begins().Add(-1)
		}
		var items [][]doc.Run
		for _, x := range app.Deadlines(&then) {
			if x.State == app.DeadlineOverdue && slices.Contains(registers, x.Register) {
				items = append(items, doc.T(x.What+prefixed(", entro il ", x.Due.String())))
			}
		}
		if len(items) == 0 {
			return []doc.Block{doc.P("Alla data del documento non risulta nulla di scaduto quanto a " + about + ".")}
		}
		return []doc.Block{doc.P("Alla data del documento risulta scaduto, e va sistemato:"), doc.List{Items: items}}
	}
}

// inUse are the systems that are not disposed of.
func (w *writer) inUse() []*app.System {
	var out []*app.System
	for _, s := range app.All(w.d, app.SystemForm) {
		if s.Disposed == "" || s.Disposed > w.day() {
			out = append(out, s)
		}
	}
	return out
}

// live are the credentials that can be used on the day of the document.
func (a *accountability) live() []*app.Credential {
	var out []*app.Credential
	for _, c := range app.All(a.d, app.CredentialForm) {
		if c.Issued != "" && c.Issued <= a.day() && (c.Disabled == "" || c.Disabled > a.day()) {
			out = append(out, c)
		}
	}
	return out
}

// credentialsBySystem is who can enter each system; their user names are in the
// register alone.
func (a *accountability) credentialsBySystem() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Sistema", Width: 6}, {Head: "Chi ha una credenziale attiva", Width: 12}},
		Empty:   "Nell’elenco non è iscritto nessun sistema: non si può dire chi vi accede.",
	}
	for _, s := range a.inUse() {
		var names []string
		for _, c := range a.live() {
			if c.System == s.UID() {
				names = appendNew(names, a.d.Ref(app.PersonForm.Key, c.Person))
			}
		}
		slices.Sort(names)
		who := cell(strings.Join(names, "; "))
		if len(names) == 0 {
			who = doc.C("nessuna credenziale registrata")
			if len(s.Users) > 0 {
				who.Tint = doc.Warn
			}
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(s.Name)}}, who})
	}
	return []doc.Block{table}
}

// withoutCredential names who has permissions on electronic archives and nothing to
// enter with.
func (a *accountability) withoutCredential() []doc.Block {
	has := map[string]bool{}
	for _, c := range a.live() {
		has[c.Person] = true
	}
	var names []string
	for _, p := range app.All(a.d, app.PermissionForm) {
		electronic := slices.ContainsFunc(p.Grants, func(g *app.Grant) bool {
			x := app.Find(a.d, app.ArchiveForm, g.Archive)
			return g.Bits() != 0 && x != nil && x.Kind != "paper" && !x.Public()
		})
		if person := app.Find(a.d, app.PersonForm, p.Person); electronic && !has[p.Person] && person != nil && !person.Left(a.day()) {
			names = append(names, a.d.Ref(app.PersonForm.Key, p.Person))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []doc.Block{doc.P("Hanno permessi su archivi elettronici ma nessuna credenziale registrata: " + listed(names) + ". Finché la credenziale non è data, non vi accedono.")}
}

func (a *accountability) credentialKinds() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Tipo", Width: 6}, {Head: "Attive", Width: 2, Align: doc.Right}, {Head: "Su quali sistemi", Width: 10}},
		Empty:   "Non è stata ancora registrata nessuna credenziale.",
	}
	count, systems, names := map[string]int{}, map[string][]string{}, []string{}
	for _, c := range a.live() {
		kind := strings.Join(a.words(credentialType.Field("kind"), c), "")
		names = appendNew(names, kind)
		count[kind]++
		systems[kind] = appendNew(systems[kind], a.d.Ref(app.SystemForm.Key, c.System))
	}
	for _, kind := range names {
		table.Rows = append(table.Rows, doc.Row{cell(kind), doc.C(itoa(count[kind])), cell(strings.Join(systems[kind], "; "))})
	}
	return []doc.Block{table}
}

// passwordRules are the house rules about passwords as they stand.
func (a *accountability) passwordRules() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Regola", Width: 11}, {Head: "In questo ufficio", Width: 7}}}
	for _, r := range app.HouseRules()[:5] {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{{{Text: r.Title + ". ", Bold: true}, {Text: r.About}}}}, cell(a.house.Words(r))})
	}
	return []doc.Block{table}
}

func (a *accountability) disabledCredentials() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Disattivata il", Width: 3}, {Head: "Di chi era", Width: 5}, {Head: "Sistema", Width: 5}, {Head: "Perché", Width: 5}},
		Empty:   "Finora non è stata disattivata nessuna credenziale.",
	}
	var list []*app.Credential
	for _, c := range app.All(a.d, app.CredentialForm) {
		if c.Disabled != "" {
			list = append(list, c)
		}
	}
	for _, c := range lastOf(list, func(x, y *app.Credential) int { return cmp.Compare(x.Disabled, y.Disabled) }) {
		table.Rows = append(table.Rows, doc.Row{cell(c.Disabled.String()), cell(a.d.Ref(app.PersonForm.Key, c.Person)), cell(a.d.Ref(app.SystemForm.Key, c.System)), cell(a.words(credentialType.Field("why"), c)...)})
	}
	return []doc.Block{table}
}

// extraAccesses are the last ones: each with the steps that were taken and those that
// were not.
func (a *accountability) extraAccesses() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Deciso il", Width: 3}, {Head: "Assente", Width: 4}, {Head: "Sistema", Width: 4}, {Head: "Perché", Width: 6}, {Head: "Passi scritti", Width: 4}},
		Empty:   "Finora non c’è stato alcun accesso straordinario.",
	}
	for _, x := range lastOf(app.All(a.d, app.ExtraAccessForm), func(x, y *app.ExtraAccess) int { return cmp.Compare(x.Agreed, y.Agreed) }) {
		done := 0
		for _, s := range x.Steps() {
			if s.On != "" {
				done++
			}
		}
		steps := doc.C(itoa(done) + " su " + itoa(len(x.Steps())))
		if done < len(x.Steps()) {
			steps.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{
			cell(x.Agreed.String()), cell(a.d.Ref(app.PersonForm.Key, x.Absent)), cell(a.d.Ref(app.SystemForm.Key, x.System)), cell(x.Reason), steps,
		})
	}
	return []doc.Block{table}
}

// permissionSums is how many people may do what with each archive, and since when
// that was last looked at. The names are in annex F.
func (a *accountability) permissionSums() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Archivio", Width: 7}, {Head: "Dati", Width: 5}}, Empty: "Non c’è ancora nessun archivio."}
	for _, o := range app.Operations() {
		table.Columns = append(table.Columns, doc.Column{Head: map[string]string{"I": "Inserisce", "V": "Vede", "M": "Modifica", "C": "Cancella"}[o.Letter], Width: 3, Align: doc.Right})
	}
	list := app.All(a.d, app.PermissionForm)
	var seen form.Date
	for _, x := range a.archivesByName() {
		row := doc.Row{{Paras: [][]doc.Run{doc.B(x.Name)}}, cell(strings.Join(shortClasses(a.labels("data-class", x.Classes)), ", "))}
		for _, o := range app.Operations() {
			n := 0
			for _, p := range list {
				if o.In(p.On(x.UID())) {
					n++
				}
			}
			row = append(row, doc.C(itoa(n)))
		}
		table.Rows = append(table.Rows, row)
	}
	for i, p := range list {
		if day := p.LastSeen(); i == 0 || day < seen {
			seen = day
		}
	}
	out := []doc.Block{table}
	if seen != "" {
		out = append(out, doc.P("I numeri sono di persone. Tutti i permessi sono stati riletti il "+seen.String()+" o dopo."))
	}
	return out
}
