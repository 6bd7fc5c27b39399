package app

import (
	"slices"

	"tutela/app/form"
)

func appointmentRoleFields() []form.F[Appointment] {
	return []form.F[Appointment]{
		form.Choice("role", "Ruolo", func(a *Appointment) *string { return &a.Role }, roleOptions()...).Need().Column().
			Help("Un ruolo per scheda: chi ne ha due ha due lettere. In un ufficio piccolo bastano di solito le persone autorizzate.").
			Law("artt. 29 e 32(4) GDPR, art. 2-quaterdecies del Codice"),
		form.Ref("person", "Persona", "person", func(a *Appointment) *string { return &a.Person }).Half().Column().
			NeedIf(func(a *Appointment) bool { return a.Supplier == "" }),
		form.Ref("supplier", "O un fornitore", "supplier", func(a *Appointment) *string { return &a.Supplier }).Half().Column().
			When(func(a *Appointment) bool {
				return a.Role != "" && !RoleOf(a.Role).Natural && a.Person == "" || a.Supplier != ""
			}).
			Help("Solo se il ruolo è affidato a una ditta esterna.").
			Check(func(a *Appointment) string {
				switch {
				case RoleOf(a.Role).Natural:
					return "Questo ruolo lo può avere solo una persona: scegliete chi, di quella ditta, fa il lavoro, e mettetelo fra le Persone come esterno."
				case a.Person != "":
					return "O una persona o un fornitore: togliete uno dei due."
				}
				return ""
			}),
		form.Ref("substitute", "Chi lo sostituisce", "person", func(a *Appointment) *string { return &a.Substitute }).Half().
			Help("Se manca, chi fa le sue veci: riceve le stesse istruzioni.").
			Check(func(a *Appointment) string {
				if a.Substitute == a.Person {
					return "Una persona non può sostituire se stessa."
				}
				return ""
			}),
	}
}

// scoped shows a field of the scope where the role calls for it, or where
// something stands in it already.
func scoped(key string, at func(*Appointment) *[]string) func(*Appointment) bool {
	return func(a *Appointment) bool {
		return slices.Contains(RoleOf(a.Role).Scope, key) || len(*at(a)) > 0
	}
}

// unscoped says that a role that is given on something does not say on what;
// the mark stands at the first field of its scope.
func unscoped(key string) func(*Appointment) bool {
	return func(a *Appointment) bool {
		scope := RoleOf(a.Role).Scope
		return len(scope) > 0 && scope[0] == key && len(a.Treatments)+len(a.Archives)+len(a.Systems)+len(a.Rooms)+len(a.Sites) == 0
	}
}

func appointmentScopeFields() []form.F[Appointment] {
	refs := func(key, label, register string, at func(*Appointment) *[]string) form.F[Appointment] {
		return form.Refs(key, label, register, at).When(scoped(key, at)).NeedIf(unscoped(key))
	}
	return []form.F[Appointment]{
		refs("treatments", "Trattamenti", "treatment", func(a *Appointment) *[]string { return &a.Treatments }).Column().
			Help("Quelli delle schede su cui la persona lavora."),
		refs("archives", "Archivi", "archive", func(a *Appointment) *[]string { return &a.Archives }).
			Help("Se la nomina vale solo per alcune banche dati o alcuni armadi."),
		refs("systems", "Sistemi", "system", func(a *Appointment) *[]string { return &a.Systems }).
			Help("I computer, i server e i servizi di cui si occupa."),
		refs("rooms", "Locali", "room", func(a *Appointment) *[]string { return &a.Rooms }).
			Help("Le stanze di cui ha le chiavi e la cura."),
		refs("sites", "Sedi", "site", func(a *Appointment) *[]string { return &a.Sites }).
			Help("Se custodisce una sede intera."),
		form.Choice("tools", "Lavora con", func(a *Appointment) *string { return &a.Tools },
			form.Option{Value: ToolsBoth, Label: "Computer e carta"},
			form.Option{Value: ToolsElectronic, Label: "Solo computer"},
			form.Option{Value: ToolsPaper, Label: "Solo carta"}).
			When(func(a *Appointment) bool { return a.Role == RoleAuthorised }).Need().
			Help("Da qui dipende quali istruzioni stanno nella lettera."),
		form.Long("scope_note", "Da precisare", func(a *Appointment) *string { return &a.ScopeNote }).Lines(2).
			Help("Limiti o compiti in più, se servono: finiscono nella lettera come li scrivete."),
	}
}

func appointmentLetterFields() []form.F[Appointment] {
	return []form.F[Appointment]{
		form.Choice("appointer", "Chi nomina", func(a *Appointment) *string { return &a.Appointer },
			form.Option{Value: ByController, Label: "Il titolare"},
			form.Option{Value: ByDesignee, Label: "Un designato, per conto del titolare"}).Need().
			Help("Il titolare può sempre firmare di persona.").
			Check(func(a *Appointment) string {
				if a.Appointer == ByDesignee && a.Role != "" && RoleOf(a.Role).Above == "" {
					return "A questo ruolo nomina solo il titolare."
				}
				return ""
			}),
		form.Ref("delegation", "Nomina del designato che firma", "appointment", func(a *Appointment) *string { return &a.Delegation }).
			When(func(a *Appointment) bool { return a.Appointer == ByDesignee }).Need().
			Help("La sua nomina è la delega a firmare: senza, firma il titolare.").
			Check(func(a *Appointment) string {
				if a.Delegation == a.UID() {
					return "Una nomina non può reggersi su se stessa."
				}
				return ""
			}),
		form.Day("appointed", "Nomina del", func(a *Appointment) *form.Date { return &a.Appointed }).Need().Half().Column().
			Help("La data della lettera."),
		form.Long("rules", "Regole consegnate con la lettera", func(a *Appointment) *string { return &a.Rules }).Lines(2).
			Help("Che cosa riceve insieme alla nomina, una riga per documento.").Example("Regole della password; istruzioni per le copie"),
		form.Day("rules_on", "Consegnate il", func(a *Appointment) *form.Date { return &a.RulesOn }).Half().
			When(func(a *Appointment) bool { return a.Rules != "" }),
		form.Day("signed", "Firmata il", func(a *Appointment) *form.Date { return &a.Signed }).Half().Column().
			Help("Quando la lettera è tornata firmata. Dopo un cambiamento, la data della lettera nuova.").
			Check(func(a *Appointment) string {
				return after(a.Appointed, a.Signed, "La firma viene prima della data della nomina.")
			}),
		form.Computed[Appointment]("manner", "Come si firma", func(a *Appointment) string {
			if a.Role == "" {
				return ""
			}
			return RoleOf(a.Role).Manner()
		}),
		form.Text("signed_facts", "Impronta di ciò che è stato firmato", func(a *Appointment) *string { return &a.SignedFacts }).Auto(),
		form.Files("files", "Lettera firmata", func(a *Appointment) *[]form.File { return &a.Files }).
			Help("La scansione o la foto della lettera tornata firmata, se volete averla qui."),
		form.Ref("copy_by", "Chi custodisce la copia firmata", "person", func(a *Appointment) *string { return &a.CopyBy }).Half(),
		form.Text("copy_where", "Dove", func(a *Appointment) *string { return &a.CopyWhere }).Half().
			Help("Se è vuoto, dove stanno gli altri originali dell’ufficio.").Example("Armadio dell’amministrazione"),
	}
}

func appointmentEndFields() []form.F[Appointment] {
	ended := func(a *Appointment) bool { return a.Ended != "" }
	return []form.F[Appointment]{
		form.Day("ended", "Finita il", func(a *Appointment) *form.Date { return &a.Ended }).Half().Column().
			Help("Si lascia vuoto finché la nomina vale. La scheda resta nella storia.").
			Check(func(a *Appointment) string {
				return after(a.Appointed, a.Ended, "La nomina finisce prima di cominciare.")
			}),
		form.Choice("end_reason", "Perché", func(a *Appointment) *string { return &a.EndReason },
			form.Option{Value: EndRevoked, Label: "Revoca"},
			form.Option{Value: EndResigned, Label: "Dimissioni dall’incarico"},
			form.Option{Value: EndLeft, Label: "Fine del rapporto di lavoro"}).When(ended).Need().Half().
			Help("La revoca non chiede preavviso."),
		form.Long("end_note", "Che cosa restituisce o passa ad altri", func(a *Appointment) *string { return &a.EndNote }).When(ended).Lines(2).
			Example("Chiavi, dispositivi, copie; le consegne a chi subentra"),
		form.Long("notes", "Note", func(a *Appointment) *string { return &a.Notes }).Lines(2),
	}
}
