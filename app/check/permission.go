package check

import (
	"fmt"
	"slices"

	"tutela/app"
)

var permissionKey = app.PermissionForm.Key

// accessRules are those of the sheets that read the permissions (decision A17;
// 6-details, 10). They speak once the office keeps permissions.
func accessRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "access-no-permission", Register: treatmentKey, Field: "storages", Law: "artt. 29 e 32 GDPR",
			About:   "Chi ha accesso sulla scheda ha un permesso su un archivio del trattamento, e viceversa.",
			Example: "Nel personale con diritti di accesso una persona che non ha permessi su nessun archivio della scheda.",
		}, func(w World, t *app.Treatment) []hit {
			if t.Disseminated == "yes" || len(w.Records(permissionKey)) == 0 {
				return nil
			}
			var out []hit
			for i, s := range t.Storages {
				out = append(out, differences(w, t, s, fmt.Sprintf("storages/%d/access", i))...)
			}
			return out
		}),
	}
}

// differences are those between who has access to a storage on the sheet and who
// has a permission on the archives that it stands for.
func differences(w World, t *app.Treatment, s *app.Storage, path string) []hit {
	archives := app.ArchivesOf(w, t, s)
	if len(archives) == 0 || slices.ContainsFunc(archives, (*app.Archive).Public) {
		return nil
	}
	given := app.PermissionsByPerson(w)
	var without, missing []string
	for _, uid := range s.Access {
		if !left(w, uid) && !slices.ContainsFunc(archives, func(a *app.Archive) bool { return given[uid].On(a.UID()) != nil }) {
			without = append(without, w.Ref(app.PersonForm.Key, uid))
		}
	}
	for _, rec := range w.Records(permissionKey) {
		p, uid := rec.(*app.Permission), rec.(*app.Permission).Person
		// What serves other treatments too may be open for them.
		alone := slices.ContainsFunc(archives, func(a *app.Archive) bool { return len(a.Treatments) == 1 && p.On(a.UID()) != nil })
		if alone && !slices.Contains(s.Access, uid) && !left(w, uid) {
			missing = append(missing, w.Ref(app.PersonForm.Key, uid))
		}
	}
	var out []hit
	if len(without) > 0 {
		out = append(out, hit{path, fmt.Sprintf("Su «%s» hanno accesso secondo la scheda, e in «Autorizzazioni» non hanno permessi su questi dati: %s. Correggete l’una o le altre.", s.Name, someOf(without))})
	}
	if len(missing) > 0 {
		out = append(out, hit{path, fmt.Sprintf("In «Autorizzazioni» hanno permessi su questi dati, e su «%s» secondo la scheda non hanno accesso: %s. Correggete l’una o le altre.", s.Name, someOf(missing))})
	}
	return out
}

// someOf lists names, the first few of many.
func someOf(names []string) string {
	if n := len(names); n > mostNames {
		return fmt.Sprintf("%d persone, fra cui %s", n, listed(names[:mostNames]))
	}
	return listed(names)
}

// permissionRules are those of the permissions themselves (spec 3.2; 3.3, rules 8,
// 9 and 19; 5-law 6, ACC1 to ACC4). They are measures under art. 32.
func permissionRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "permission-person-left", Register: permissionKey, Field: "grants", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi lascia l’ufficio non ha più permessi sugli archivi.",
			Example: "Una persona uscita ieri, con due archivi ancora aperti.",
		}, func(w World, p *app.Permission) []hit {
			x, ok := w.Record(app.PersonForm.Key, p.Person).(*app.Person)
			if !ok || !x.Left(w.Today()) || len(p.Grants) == 0 {
				return nil
			}
			if len(p.Grants) == 1 {
				return []hit{{text: fmt.Sprintf("La persona ha lasciato l’ufficio il %s e ha ancora un archivio aperto: togliete tutto, e chiudete i suoi accessi.", x.End)}}
			}
			return []hit{{text: fmt.Sprintf("La persona ha lasciato l’ufficio il %s e ha ancora %d archivi aperti: togliete tutto, e chiudete i suoi accessi.", x.End, len(p.Grants))}}
		}),
		rule(Rule{
			Key: "permission-no-letter", Register: permissionKey, Field: "grants", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi ha un permesso su un archivio ha una lettera di nomina in vigore che lo comprende.",
			Example: "Un permesso sull’archivio del personale a chi è autorizzato solo ai clienti.",
		}, func(w World, p *app.Permission) []hit {
			x, ok := w.Record(app.PersonForm.Key, p.Person).(*app.Person)
			if !ok || !keepsAppointments(w) || x.Left(w.Today()) || x.Represents() {
				return nil
			}
			letters := slices.DeleteFunc(app.Appointments(w, "", w.Today()), func(x *app.Appointment) bool { return x.Person != p.Person })
			var names []string
			for _, g := range p.Grants {
				a, _ := w.Record(app.ArchiveForm.Key, g.Archive).(*app.Archive)
				if a != nil && !a.Public() && !slices.ContainsFunc(letters, func(x *app.Appointment) bool { return x.Opens(a) }) {
					names = append(names, "«"+a.Name+"»")
				}
			}
			if len(names) == 0 {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Nessuna lettera di nomina in vigore comprende: %s. Preparatela nell’elenco delle nomine, o togliete il permesso.", someOf(names))}}
		}),
		rule(Rule{
			Key: "permission-not-reviewed", Register: permissionKey, Field: "reviewed", Law: "art. 32(1)(d) GDPR", House: 9,
			About:   "I permessi si riguardano ogni anno, entro il giorno delle regole della casa.",
			Example: "Permessi guardati l’ultima volta due anni fa.",
		}, func(w World, p *app.Permission) []hit {
			due := app.HouseOf(w).PermissionReviewDue(p.LastSeen())
			if len(p.Grants) == 0 || due == "" || due >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Il %s è passato e nessuno ha riguardato questi permessi: correggeteli, o confermateli senza modifiche, e stampate di nuovo l’elenco (UPD A).", due)}}
		}),
		rule(Rule{
			Key: "profile-not-verified", Register: permissionKey, Field: "reviewed", Law: "art. 32(1)(d) GDPR", House: 19,
			About:   "Ogni anno si verifica che ciascuno abbia ancora bisogno di ciò che può fare.",
			Example: "Permessi confermati un anno e un giorno fa.",
		}, func(w World, p *app.Permission) []hit {
			h := app.HouseOf(w)
			due := h.ProfileReviewDue(p.LastSeen())
			if len(p.Grants) == 0 || due == "" || due >= w.Today() || h.PermissionReviewDue(p.LastSeen()) < w.Today() {
				return nil // of the other term, its own rule speaks
			}
			return []hit{{text: fmt.Sprintf("Dal %s nessuno ha verificato che questi permessi servano ancora: chiedetelo a chi è designato al trattamento, poi correggeteli o confermateli senza modifiche.", p.LastSeen())}}
		}),
	}
}
