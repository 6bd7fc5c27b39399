package app

import (
	"slices"

	"tutela/app/form"
)

// The roles that a letter gives (spec 3.2; 6-details, 24).
const (
	RoleDPO        = "dpo"
	RoleSecurity   = "security"
	RoleTreatment  = "treatment"
	RoleSysadmin   = "sysadmin"
	RolePasswords  = "passwords"
	RoleBackup     = "backup"
	RoleRooms      = "rooms"
	RoleAuthorised = "authorised"
	RoleBreach     = "breach"
	RoleControls   = "controls"
)

// Role is what the program knows of a role that somebody is appointed to.
type Role struct {
	Key   string
	Title string // today's term
	Old   string // the term of the papers of 2011; "" where it has none
	Short string // in lists
	// Above is the role that appoints, and that keeps the duties while this one is
	// vacant; "" is the controller.
	Above string
	// Natural says that only a natural person can hold it (decision A37).
	Natural bool
	// Scope are the keys of the fields that say on what, the first needed unless
	// another is filled.
	Scope []string
	Law   string
}

var roles = []Role{
	{Key: RoleDPO, Title: "Responsabile della protezione dei dati", Old: "RPD, DPO", Short: "RPD", Law: "artt. 37–39 GDPR"},
	{Key: RoleSecurity, Title: "Designato alla sicurezza", Old: "responsabile della sicurezza", Short: "designato alla sicurezza",
		Law: "artt. 24 e 32 GDPR; art. 2-quaterdecies, comma 1, del Codice (D.Lgs. 196/2003)"},
	{Key: RoleTreatment, Title: "Designato a un trattamento", Old: "responsabile di uno specifico trattamento", Short: "designato a un trattamento",
		Scope: []string{"treatments", "archives"}, Law: "art. 2-quaterdecies, comma 1, del Codice (D.Lgs. 196/2003); art. 24 GDPR"},
	{Key: RoleSysadmin, Title: "Amministratore di sistema", Old: "incaricato della gestione del sistema informativo", Short: "amministratore di sistema",
		Above: RoleSecurity, Natural: true, Scope: []string{"systems"}, Law: "artt. 29 e 32 GDPR; provvedimento del Garante del 27/11/2008 sugli amministratori di sistema"},
	{Key: RolePasswords, Title: "Custode delle credenziali", Old: "incaricato della custodia delle password", Short: "custode delle credenziali",
		Above: RoleSecurity, Law: "artt. 29 e 32 GDPR; art. 2-quaterdecies del Codice (D.Lgs. 196/2003)"},
	{Key: RoleBackup, Title: "Addetto alle copie di sicurezza", Old: "incaricato delle copie di sicurezza", Short: "addetto alle copie",
		Above: RoleSecurity, Scope: []string{"systems", "archives"}, Law: "artt. 29 e 32(1)(b) e (c) GDPR; art. 2-quaterdecies del Codice (D.Lgs. 196/2003)"},
	{Key: RoleRooms, Title: "Custode di aree e locali", Old: "incaricato della custodia delle aree e dei locali", Short: "custode dei locali",
		Above: RoleSecurity, Scope: []string{"rooms", "sites"}, Law: "artt. 29 e 32 GDPR; art. 2-quaterdecies del Codice (D.Lgs. 196/2003)"},
	{Key: RoleAuthorised, Title: "Persona autorizzata al trattamento", Old: "incaricato del trattamento", Short: "persona autorizzata",
		Above: RoleTreatment, Natural: true, Scope: []string{"treatments", "archives"}, Law: "artt. 29 e 32(4) GDPR; art. 2-quaterdecies, comma 2, del Codice (D.Lgs. 196/2003)"},
	{Key: RoleBreach, Title: "Delegato per le violazioni", Short: "delegato per le violazioni",
		Law: "artt. 24, 33 e 34 GDPR; art. 2-quaterdecies, comma 1, del Codice (D.Lgs. 196/2003)"},
	{Key: RoleControls, Title: "Responsabile dei controlli", Short: "responsabile dei controlli", Law: "art. 32(1)(d) GDPR"},
}

// Roles lists the roles in the order of the form and of the papers.
func Roles() []Role { return roles }

// RoleOf finds a role by key; an empty one where there is none.
func RoleOf(key string) Role {
	if i := slices.IndexFunc(roles, func(r Role) bool { return r.Key == key }); i >= 0 {
		return roles[i]
	}
	return Role{}
}

// Label is the title with the older term that users may know it by.
func (r Role) Label() string {
	if r.Old == "" {
		return r.Title
	}
	return r.Title + " (" + r.Old + ")"
}

// Manner says how a letter of the role is signed: whoever is only instructed
// signs for having read (6-details, 21).
func (r Role) Manner() string {
	if r.Key == RoleAuthorised {
		return "per presa visione"
	}
	return "per accettazione"
}

func roleOptions() []form.Option {
	var out []form.Option
	for _, r := range roles {
		out = append(out, form.Option{Value: r.Key, Label: r.Label()})
	}
	return out
}
