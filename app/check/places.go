package check

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

func peopleRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "person-left", Register: treatmentKey, Field: "people", Law: "artt. 29 e 32(4) GDPR",
			About:   "Fra le persone autorizzate non c’è chi non lavora più nell’ufficio.",
			Example: "Fra le persone autorizzate una che se n’è andata l’anno scorso.",
		}, func(w World, t *app.Treatment) []hit {
			return each(gone(w, t.People), func(name string) hit {
				return hit{text: fmt.Sprintf("%s non lavora più nell’ufficio: togliete questo nome dalle persone autorizzate e verificate che non abbia più accesso.", name)}
			})
		}),
		rule(Rule{
			Key: "partner-not-named", Register: treatmentKey, Field: "partners", Law: "art. 28 GDPR",
			About:   "Chi tiene i dati per conto dell’ufficio sta fra i responsabili esterni.",
			Example: "Nessun responsabile esterno, e le newsletter partono da un servizio in rete.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			for _, p := range t.Places() {
				if p.Supplier != "" && p.Where != "internal" && !slices.Contains(t.Partners, p.Supplier) {
					out = append(out, hit{text: fmt.Sprintf("Su «%s» tiene dati %s, che non è fra i responsabili esterni di questa scheda.", p.Name, w.Ref(app.SupplierForm.Key, p.Supplier))})
				}
			}
			for _, e := range services(w, t) {
				if !provided(w, t, e) {
					out = append(out, hit{text: fmt.Sprintf("La scheda nomina %s, un servizio che tiene dati per conto vostro: chi lo fornisce va fra i responsabili esterni.", e.Label)})
				}
			}
			return unique(out)
		}),
	}
}

// provided tells whether a supplier of the sheet provides a service: the supplier
// or what it does bears the name of the service or of its producer.
func provided(w World, t *app.Treatment, e catalogue.Entry) bool {
	for _, s := range suppliers(w, t) {
		text := strings.ToLower(s.Name + " " + s.Service + " " + s.Note)
		for _, name := range append([]string{e.Label, e.Attr["producer"]}, strings.Split(e.Attr["alias"], ",")...) {
			if name = strings.ToLower(strings.TrimSpace(name)); name != "" && strings.Contains(text, name) {
				return true
			}
		}
	}
	return false
}

// services are the services in the network that a sheet names, in its software
// or in its words.
func services(w World, t *app.Treatment) []catalogue.Entry {
	var out []catalogue.Entry
	add := func(e catalogue.Entry) {
		if e.Is("online") && !slices.ContainsFunc(out, func(x catalogue.Entry) bool { return x.Slug == e.Slug }) {
			out = append(out, e)
		}
	}
	for _, p := range t.Places() {
		for _, slug := range p.Software {
			if e, ok := w.Book().Find("software", slug); ok {
				add(e)
			}
		}
	}
	for _, e := range w.Book().Mentioned("software", strings.Join(texts(w, treatmentType, t), "\n")) {
		add(e)
	}
	return out
}

// suppliers are those that have the data of a sheet.
func suppliers(w World, t *app.Treatment) []*app.Supplier {
	var out []*app.Supplier
	for _, uid := range t.Entrusts() {
		if s, _ := w.Record(app.SupplierForm.Key, uid).(*app.Supplier); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// unguarded are the sub-processors outside the European Economic Area of a
// supplier that has no safeguard for a transfer.
func unguarded(w World, s *app.Supplier) []*app.SubProcessor {
	if s.Safeguard != "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.SubProcessors), func(sub *app.SubProcessor) bool { return !outsideEEA(w, sub.Country) })
}

func transferRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "transfer-undeclared", Register: treatmentKey, Field: "transfer", Law: "artt. 30(1)(e) e 44 GDPR",
			About:   "Chi dà dati a un fornitore, a un destinatario o a un servizio fuori dallo Spazio economico europeo dichiara il trasferimento.",
			Example: "Trasferimento: Non presente, e le newsletter partono da un servizio degli Stati Uniti.",
		}, func(w World, t *app.Treatment) []hit {
			if t.Transfer != "none" {
				return nil
			}
			var out []hit
			for _, s := range suppliers(w, t) {
				if outsideEEA(w, s.Country) {
					out = append(out, hit{text: fmt.Sprintf("%s sta fuori dallo Spazio economico europeo (%s): il trasferimento c’è, e chiede una garanzia.", s.Name, w.Entry("country", s.Country))})
					continue
				}
				for _, sub := range unguarded(w, s) {
					out = append(out, hit{text: fmt.Sprintf("%s si serve di %s, che sta fuori dallo Spazio economico europeo (%s): il trasferimento c’è, e chiede una garanzia.", s.Name, sub.Name, w.Entry("country", sub.Country))})
				}
			}
			for _, slug := range t.Recipients {
				if e, ok := w.Book().Find("recipient", slug); ok && (e.Is("outside") || entryOutside(w, e)) {
					out = append(out, hit{text: fmt.Sprintf("Fra i destinatari, «%s» sta fuori dallo Spazio economico europeo: il trasferimento c’è, e chiede una garanzia.", e.Label)})
				}
			}
			for _, e := range services(w, t) {
				if entryOutside(w, e) {
					out = append(out, hit{text: fmt.Sprintf("La scheda nomina %s, di un produttore fuori dallo Spazio economico europeo (%s): se i dati ci vanno, il trasferimento c’è.", e.Label, w.Entry("country", e.Attr["country"]))})
				}
			}
			return unique(out)
		}),
		rule(Rule{
			Key: "transfer-within", Register: treatmentKey, Field: "transfers", Law: "art. 44 GDPR",
			About:   "Un paese dello Spazio economico europeo non è un paese terzo.",
			Example: "Fra i paesi terzi la Francia.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			for _, x := range t.Transfers {
				if e, ok := w.Book().Find("country", x.Country); ok && e.Is("eea") && t.Transfer == "present" {
					out = append(out, hit{text: e.Label + " è nello Spazio economico europeo: non è un trasferimento verso un paese terzo."})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "transfer-no-adequacy", Register: treatmentKey, Field: "transfers", Law: "art. 45 GDPR",
			About:   "La decisione di adeguatezza si invoca solo per i paesi che ce l’hanno.",
			Example: "Un paese senza decisione di adeguatezza, con quella garanzia.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			for i, x := range t.Transfers {
				if e, ok := w.Book().Find("country", x.Country); ok && x.Safeguard == "adequacy-decision" && e.Attr["adequacy"] == "no" && !e.Is("eea") {
					out = append(out, hit{fmt.Sprintf("transfers/%d/safeguard", i), "Per " + e.Label + " non risulta una decisione di adeguatezza: serve un’altra garanzia."})
				}
			}
			return out
		}),
	}
}

func retentionRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "marketing-years", Register: treatmentKey, Field: "retention", Law: "art. 5(1)(e) GDPR",
			About:   "I dati per il marketing non si tengono più di due anni dalla raccolta.",
			Example: "Attività promozionali, con i dati tenuti dieci anni dalla raccolta.",
		}, func(w World, t *app.Treatment) []hit {
			if !anyEntry(w, "purpose", purposesOf(t), "marketing", "yes") {
				return nil
			}
			var out []hit
			var said []float64 // by the rows: their words beside are not told of again
			for i, r := range t.Retention {
				if n := sinceCollection(r); n > mostMarketingMonths {
					said = append(said, n)
					out = append(out, hit{fmt.Sprintf("retention/%d/term", i), r.Words() + " è molto per il marketing: di solito fino alla revoca del consenso, o due anni. Se il termine vale per altri dati, scrivete quali."})
				}
			}
			words := func(path, text string) {
				for _, x := range terms(text) {
					if x.months > mostMarketingMonths && !slices.Contains(said, x.months) {
						said = append(said, x.months)
						out = append(out, hit{path, fmt.Sprintf("Il testo dice «%s» dalla raccolta, che è molto per il marketing: di solito fino alla revoca del consenso, o due anni. Se il termine vale per altri dati, scrivete quali.", x.words)})
					}
				}
			}
			for i, r := range t.Retention {
				words(fmt.Sprintf("retention/%d/note", i), r.Note)
			}
			words("retention_text", t.RetentionText)
			return out
		}),
	}
}

// mostMarketingMonths is how long data for marketing may be kept, in months.
const mostMarketingMonths = 24

// sinceCollection is a term counted from the collection, in months; 0 for one
// that is counted from something else, or not known. Two years of days may have a
// leap day.
func sinceCollection(r *app.Retention) float64 {
	if !r.Term.Valid || r.From != "collection" && (r.From != "event" || !isCollection(r.Event)) {
		return 0
	}
	n := float64(r.Term.N)
	switch r.Unit {
	case "years":
		return n * 12
	case "months":
		return n
	case "days":
		return n * 24 / 731
	}
	return 0 // hours: never as long
}

func placeRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "mode-tools", Register: treatmentKey, Field: "tools",
			About:   "Gli strumenti vanno d’accordo con la modalità.",
			Example: "Modalità: Informatica, e come strumento soltanto l’archivio cartaceo.",
		}, func(w World, t *app.Treatment) []hit {
			paper := entriesWith(w, "tool", t.Tools, "kind", "paper")
			other := len(t.Tools) - len(paper)
			switch {
			case t.Mode == "electronic" && len(paper) > 0 && other == 0:
				return []hit{{text: "La modalità è Informatica, ma gli strumenti sono tutti di carta: correggete l’una o gli altri."}}
			case t.Mode == "paper" && len(t.Tools) > 0 && len(paper) == 0:
				return []hit{{text: "La modalità è Cartacea, ma nessuno strumento è di carta: correggete l’una o gli altri."}}
			}
			return nil
		}),
		rule(Rule{
			Key: "external-no-supplier", Register: treatmentKey, Field: "storages", Law: "art. 28 GDPR",
			About:   "Una struttura esterna ha un fornitore.",
			Example: "Una struttura di archiviazione esterna senza fornitore.",
		}, func(_ World, t *app.Treatment) []hit {
			return eachPlace(t, func(path string, p *app.Place) []hit {
				if p.Where == "external" && p.Supplier == "" {
					return []hit{{path + "supplier", "La struttura è esterna: dite di chi è."}}
				}
				return nil
			})
		}),
		rule(Rule{
			Key: "access-not-authorised", Register: treatmentKey, Field: "storages", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi ha accesso ai dati è fra le persone autorizzate, e lavora ancora nell’ufficio.",
			Example: "Nel personale con diritti di accesso una persona che non è fra le autorizzate.",
		}, func(w World, t *app.Treatment) []hit {
			return eachPlace(t, func(path string, p *app.Place) []hit {
				var out []hit
				for _, uid := range p.Access {
					if !slices.Contains(t.People, uid) && !left(w, uid) {
						out = append(out, hit{path + "access", fmt.Sprintf("%s ha accesso a «%s» ma non è fra le persone autorizzate.", w.Ref(app.PersonForm.Key, uid), p.Name)})
					}
				}
				return append(out, each(gone(w, p.Access), func(name string) hit {
					return hit{path + "access", fmt.Sprintf("%s ha ancora accesso a «%s» e non lavora più nell’ufficio.", name, p.Name)}
				})...)
			})
		}),
		rule(Rule{
			Key: "backup-same-device", Register: treatmentKey, Field: "backups", Law: "art. 32(1)(b) e (c) GDPR",
			About:   "La copia non sta sull’apparecchio che copia.",
			Example: "Archivio e backup tutti e due su «PC desktop».",
		}, func(_ World, t *app.Treatment) []hit {
			var out []hit
			for i, b := range t.Backups {
				if slices.ContainsFunc(t.Storages, func(s *app.Storage) bool { return sameDevice(&s.Place, &b.Place) }) {
					out = append(out, hit{fmt.Sprintf("backups/%d/name", i), fmt.Sprintf("La copia sta su «%s», come l’archivio: se si guasta o lo rubano si perdono insieme. Tenetela altrove.", b.Name)})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "backup-one-copy", Register: treatmentKey, Field: "backups", Law: "art. 32(1)(c) GDPR",
			About:   "Una copia si tiene più a lungo di quanto passa fino alla seguente.",
			Example: "Una copia ogni 7 giorni, tenuta 7 giorni.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			for i, b := range t.Backups {
				if every, kept := b.Terms(w); every.Valid && kept.Valid && kept.N <= every.N {
					out = append(out, hit{termPath(i, b, "history"), "La copia si tiene solo fino alla seguente: ce n’è sempre una sola, e se è guasta non ne resta nessuna."})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "backup-interval", Register: treatmentKey, Field: "backups", Law: "art. 32(1)(c) GDPR", House: 10,
			About:   "Una copia almeno quanto chiedono le regole della casa.",
			Example: "Una copia ogni 30 giorni.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			most := int64(app.HouseOf(w).BackupDays())
			for i, b := range t.Backups {
				if every, _ := b.Terms(w); every.Valid && every.N > most {
					out = append(out, hit{termPath(i, b, "frequency"), fmt.Sprintf("Una copia ogni %d giorni: se un disco si rompe perdete fino a %d giorni di lavoro. La regola è almeno ogni %d.", every.N, every.N, most)})
				}
			}
			return out
		}),
	}
}

// termPath is where a term of a copy is said: on the sheet, or by its plan.
func termPath(i int, b *app.Backup, field string) string {
	if b.Plan != "" {
		field = "plan"
	}
	return fmt.Sprintf("backups/%d/%s", i, field)
}

// sameDevice tells whether two places are one thing: the same system of the
// register, or the same name at the same site.
func sameDevice(a, b *app.Place) bool {
	if a.System != "" && b.System != "" {
		return a.System == b.System
	}
	name := func(p *app.Place) string { return strings.ToLower(strings.TrimSpace(p.Name)) }
	return name(a) != "" && name(a) == name(b) && a.Site == b.Site && a.Supplier == b.Supplier
}

func eachPlace(t *app.Treatment, find func(path string, p *app.Place) []hit) []hit {
	var out []hit
	for i, s := range t.Storages {
		out = append(out, find(fmt.Sprintf("storages/%d/", i), &s.Place)...)
	}
	for i, b := range t.Backups {
		out = append(out, find(fmt.Sprintf("backups/%d/", i), &b.Place)...)
	}
	return out
}

// gone names those people who do not work in the office any more.
func gone(w World, people []string) []string {
	var out []string
	for _, uid := range people {
		if left(w, uid) {
			out = append(out, w.Ref(app.PersonForm.Key, uid))
		}
	}
	return out
}

func left(w World, person string) bool {
	p, ok := w.Record(app.PersonForm.Key, person).(*app.Person)
	return ok && p.Left(w.Today())
}

func outsideEEA(w World, country string) bool {
	e, ok := w.Book().Find("country", country)
	return ok && e.Attr["eea"] == "no"
}

// entryOutside tells whether an entry stands outside the European Economic Area:
// by what it says itself, and where it does not, as the office's own, by its country.
func entryOutside(w World, e catalogue.Entry) bool {
	if said := e.Attr["eea"]; said != "" {
		return said == "no"
	}
	return outsideEEA(w, e.Attr["country"])
}

var _ form.Names = World(nil)
