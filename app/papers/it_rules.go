package papers

import (
	"cmp"

	"tutela/app"
	"tutela/app/doc"
)

// itRules is annex I of the document: how computers, media and services are used,
// signed by the controller and handed to each who signs (6-details, 31).
func itRules(w *writer, _ any) doc.Document {
	r := newRegulation(w, "it-rules")
	placed := append(letterRules(app.HouseOf(w.d)),
		"{titolare}", r.officeName(), "{tecnico}", r.technician(), "{custode}", r.passwordKeeper(), "{sicurezza}", r.ofSecurity(), "{violazioni}", r.breachAddress(),
		"{copie}", r.copied(), "{servizi}", r.services(), "{registrazioni}", app.HouseOf(w.d).Amount(29, app.UnitMonths))
	r.add(r.say("opening", placed...)...)
	r.add(r.say("posts", placed...)...)
	r.add(r.say("credentials", placed...)...)
	r.add(r.say("software", placed...)...)
	r.add(r.say("media", placed...)...)
	r.add(r.say("portable", placed...)...)
	r.add(r.say("cloud", placed...)...)
	r.add(r.say("faults", placed...)...)
	r.add(r.say("forbidden")...)
	r.add(r.say("checks", placed...)...)
	r.add(r.say("leaving")...)
	return r.close()
}

func (r *regulation) passwordKeeper() string {
	if name := r.holder(app.RolePasswords); name != "" {
		return name + ", custode delle credenziali"
	}
	return "il titolare"
}

// ofSecurity is whose leave is needed.
func (r *regulation) ofSecurity() string {
	if name := r.holder(app.RoleSecurity); name != "" {
		return "di " + name + ", designato alla sicurezza"
	}
	return "del titolare"
}

// copied is where what is saved comes into a backup.
func (r *regulation) copied() string {
	var names []string
	for _, plan := range r.plansInForce() {
		for _, uid := range plan.Systems {
			names = appendNew(names, r.d.Ref(app.SystemForm.Key, uid))
		}
		for _, uid := range plan.Archives {
			if a := app.Find(r.d, app.ArchiveForm, uid); a != nil {
				names = appendNew(names, r.d.Ref(app.SystemForm.Key, a.System))
			}
		}
	}
	return cmp.Or(listed(names), "nelle cartelle comuni che l’ufficio indica")
}

// services are the services in the network that the office chose.
func (r *regulation) services() string {
	var names []string
	for _, s := range app.All(r.d, app.SystemForm) {
		if s.Kind == "cloud" && (s.Disposed == "" || s.Disposed > r.day()) {
			names = appendNew(names, s.Name)
		}
	}
	return cmp.Or(listed(names), "nell’elenco dei sistemi oggi non ce n’è nessuno")
}
