package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// toWrite is a place of the blank document.
const toWrite = "____________________"

// documentRole is how the texts of the document name a role: with its article and
// with the prepositions that it takes.
type documentRole struct{ key, place, name, article, to, by, of string }

var documentRoles = []documentRole{
	{app.RoleSecurity, "designato-sicurezza", "designato alla sicurezza", "il ", "al ", "dal ", "del "},
	{app.RoleTreatment, "designato-trattamenti", "designato ai trattamenti", "il ", "al ", "dal ", "del "},
	{app.RoleSysadmin, "amministratore-sistema", "amministratore di sistema", "l’", "all’", "dall’", "dell’"},
	{app.RolePasswords, "custode-credenziali", "custode delle credenziali", "il ", "al ", "dal ", "del "},
	{app.RoleBackup, "addetto-copie", "addetto alle copie", "l’", "all’", "dall’", "dell’"},
	{app.RoleRooms, "custode-locali", "custode dei locali", "il ", "al ", "dal ", "del "},
	{app.RoleAuthorised, "persona-autorizzata", "persona autorizzata", "la ", "alla ", "dalla ", "della "},
	{app.RoleDPO, "rpd", "responsabile della protezione dei dati", "il ", "al ", "dal ", "del "},
	{app.RoleBreach, "delegato-violazioni", "delegato per le violazioni", "il ", "al ", "dal ", "del "},
	{app.RoleControls, "responsabile-controlli", "responsabile dei controlli", "il ", "al ", "dal ", "del "},
}

// documentPlaces is what stands for the places of the texts, by name. None of them
// is empty: what the office did not say is asked for, and keeps the document a draft.
func (a *accountability) documentPlaces() map[string]string {
	o := a.d.Office()
	out := map[string]string{}
	for name, text := range map[string]string{
		"titolare": o.Name, "sede": o.FullAddress(), "comune": o.City, "codice-fiscale": cmp.Or(o.TaxCode, o.VAT), "partita-iva": o.VAT,
		"rappresentante": o.Representative,
	} {
		out[name] = cmp.Or(text, toComplete)
	}
	out["carica"] = cmp.Or(lowered(o.RepresentativeRole), "legale rappresentante")
	out["settore"] = cmp.Or(lowered(o.Sector), "la propria attività")
	out["recapiti"] = cmp.Or(joined(", ", prefixed("tel. ", o.Phone), o.Email, prefixed("PEC ", o.PEC), o.FullAddress()), toComplete)
	out["email-violazioni"] = cmp.Or(o.BreachEmail, o.Email, toComplete)
	out["originali"] = cmp.Or(o.Originals, "presso la sede dell’ufficio")
	out["rpd-nome"] = cmp.Or(o.DPO, toComplete)
	out["rpd-recapiti"] = cmp.Or(o.DPOContacts, toComplete)
	out["rpd-perche-no"] = cmp.Or(strings.TrimSuffix(o.DPOWhyNone, "."), "il motivo non è ancora stato scritto")
	out["oggi"] = a.day().String()
	out["anno"] = string(a.day())[:4]
	out["revisione"] = cmp.Or(a.number, "in preparazione")
	for _, r := range app.HouseRules() {
		out["regola-"+itoa(r.Number)] = a.house.Words(r)
	}
	rules := letterRules(a.house)
	for i := 0; i+1 < len(rules); i += 2 {
		out[strings.Trim(rules[i], "{}")] = rules[i+1]
	}
	for name, amount := range map[string][2]any{
		"riesame": {14, app.UnitDay}, "elenchi": {9, app.UnitDay}, "formazione": {15, app.UnitDay}, "copie": {10, app.UnitDays}, "registrazioni": {29, app.UnitMonths},
	} {
		out[name] = a.house.Amount(amount[0].(int), amount[1].(string))
	}
	for _, r := range documentRoles {
		role, who := a.acting(r)
		for prefix, article := range map[string]string{"": role.article, "a-": role.to, "da-": role.by, "di-": role.of} {
			out[prefix+r.place] = article + who
		}
	}
	for name, role := range map[string]string{"chi-nomina-sicurezza": app.RoleSecurity, "chi-nomina-trattamenti": app.RoleTreatment} {
		out[name] = "il titolare"
		for _, r := range documentRoles {
			if _, who := a.acting(r); r.key == role && (a.blank || len(a.holders(role)) > 0) {
				out[name] = "il titolare o, per suo conto, il " + who
			}
		}
	}
	if a.blank {
		for name := range out {
			if !strings.HasPrefix(name, "regola-") && (out[name] == toComplete || name == "oggi" || name == "anno" || name == "revisione") {
				out[name] = toWrite
			}
		}
	}
	return out
}

// acting is who does what a role is for: those who hold it; else who holds the role
// above; else the controller.
func (a *accountability) acting(r documentRole) (documentRole, string) {
	if a.blank {
		return r, r.name + " (" + toWrite + ")"
	}
	if names := a.holders(r.key); len(names) > 0 {
		return r, r.name + " (" + strings.Join(names, ", ") + ")"
	}
	if above := app.RoleOf(r.key).Above; above != "" {
		for _, other := range documentRoles {
			if other.key == above {
				return a.acting(other)
			}
		}
	}
	return documentRole{article: "il ", to: "al ", by: "dal ", of: "del "}, "titolare"
}

// holders names those who hold a role on the day of the document.
func (a *accountability) holders(role string) []string {
	var out []string
	for _, x := range app.Appointments(a.d, role, a.day()) {
		out = append(out, cmp.Or(x.Holder(a.d), toComplete))
	}
	if len(out) == 0 && role == app.RoleDPO && a.d.Office().HasDPO == "yes" {
		out = nonEmpty(a.d.Office().DPO)
	}
	return out
}

// documentCases are the cases that the texts tell apart, by name. The blank
// document is of an office that has everything.
func (a *accountability) documentCases() map[string]bool {
	o := a.d.Office()
	out := map[string]bool{
		"ente-pubblico":        o.Body == app.BodyPublic,
		"rpd":                  o.HasDPO == "yes",
		"rpd-escluso":          o.HasDPO == "no" && o.Body != app.BodyPublic,
		"rpd-da-decidere":      o.HasDPO == "" && o.Body != app.BodyPublic,
		"rpd-obbligatorio":     o.HasDPO != "yes" && o.Body == app.BodyPublic,
		"contitolari":          len(o.JointControllers) > 0,
		"rappresentante-ue":    o.EURepresentative != "",
		"dati-particolari":     a.anyTreatment(func(t *app.Treatment) bool { return t.Special == form.Yes }),
		"dati-giudiziari":      a.anyTreatment(func(t *app.Treatment) bool { return t.Basis10 != "" }) || a.anyArchive(func(x *app.Archive) bool { return worstClass(x) == "criminal" }),
		"trasferimenti":        a.anyTreatment(func(t *app.Treatment) bool { return len(t.Transfers) > 0 }),
		"archivi-di-carta":     a.anyArchive(func(x *app.Archive) bool { return x.Kind == "paper" }),
		"archivi-elettronici":  a.anyArchive(func(x *app.Archive) bool { return x.Kind != "paper" }),
		"cambio-periodico":     a.house.PasswordMonths(true) > 0,
		"regola-composizione":  a.house.Holds(2),
		"revisione-con-numero": a.number != "",
	}
	for register, name := range map[string]string{
		app.TreatmentForm.Key: "trattamenti", app.ArchiveForm.Key: "archivi", app.SystemForm.Key: "sistemi", app.SiteForm.Key: "sedi", app.SupplierForm.Key: "fornitori",
		app.DeliveryForm.Key: "consegne", app.RoomEntryForm.Key: "ingressi", app.DocumentLoanForm.Key: "prelievi", app.CopyLeaveForm.Key: "autorizzazioni-copia",
		app.CrisisForm.Key: "squadra",
	} {
		out[name] = len(a.d.Records(register)) > 0
	}
	for _, r := range documentRoles {
		out["nominato-"+r.place] = len(a.holders(r.key)) > 0
	}
	if a.blank {
		for name := range out {
			if name != "ente-pubblico" && !strings.HasPrefix(name, "rpd") {
				out[name] = true
			}
		}
	}
	return out
}

func (a *accountability) anyTreatment(holds func(*app.Treatment) bool) bool {
	for _, t := range app.GoingOn(a.d) {
		if holds(t) {
			return true
		}
	}
	return false
}

func (a *accountability) anyArchive(holds func(*app.Archive) bool) bool {
	for _, x := range app.All(a.d, app.ArchiveForm) {
		if holds(x) {
			return true
		}
	}
	return false
}
