package app

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app/form"
)

// CredentialForm describes the credentials (spec 3.1, Credenziali; 6-details, 21).
var CredentialForm = form.Form[Credential]{
	Key: "credential", One: "credenziale", Many: "Credenziali", Fem: true,
	About: "Chi entra in quale sistema, con quale user-ID, e che cosa è successo alla credenziale: richiesta, consegna, cambi, disattivazione. Le password qui non si scrivono mai.",
	Title: func(c *Credential) string { return cmp.Or(c.UserID, c.DeviceSerial) },
	Named: func(c *Credential, n form.Names) string {
		return joinedNames(n.Ref(PersonForm.Key, c.Person), n.Ref(SystemForm.Key, c.System))
	},
	Second: func(c *Credential, n form.Names) string { return joinedNames(c.UserID, c.shortly(houseNamed(n))) },
	Ended:  func(c *Credential) bool { return c.Disabled != "" },
	Fresh:  func(c *Credential) { c.Kind = CredentialPassword },
	Same:   []form.Same{{Fields: []string{"system", "user_id"}}, {Fields: []string{"system", "device_serial"}}},
	Sections: []form.Section[Credential]{
		{Key: "credential", Title: "La credenziale", Help: "Una scheda per ogni persona e sistema. Non scrivete password in nessun campo: a Tutela bastano le date.", Fields: credentialFields()},
		{Key: "request", Title: "Richiesta", Fields: credentialRequestFields()},
		{Key: "handover", Title: "Consegna", Help: "Nell’ordine in cui accade.", Fields: credentialHandoverFields()},
		{Key: "use", Title: "Uso", Fields: credentialUseFields()},
		{Key: "end", Title: "Disattivazione", Fields: credentialEndFields()},
	},
}

// joinedNames puts a comma between what there is.
func joinedNames(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// shortly is how it stands, in dates: lists are kept, and know no today.
func (c *Credential) shortly(h House) string {
	due := c.ChangeDue(h, c.Special == "yes")
	switch {
	case c.Disabled != "":
		return "disattivata il " + c.Disabled.String()
	case c.given() == "":
		return "da consegnare"
	case c.WaitsForFirstChange():
		return "in attesa del primo cambio"
	case due != "":
		return "da cambiare entro il " + due.String()
	}
	return "consegnata il " + c.given().String()
}

func credentialFields() []form.F[Credential] {
	return []form.F[Credential]{
		form.Ref("person", "Di chi è", PersonForm.Key, func(c *Credential) *string { return &c.Person }).Need().Half().Column().
			Help("Una credenziale è di una persona sola: non si condivide."),
		form.Ref("system", "Per quale sistema", SystemForm.Key, func(c *Credential) *string { return &c.System }).Need().Half().Column(),
		form.Choice("kind", "Tipo", func(c *Credential) *string { return &c.Kind },
			form.Option{Value: CredentialPassword, Label: "User-ID e password"},
			form.Option{Value: CredentialDevice, Label: "Dispositivo"},
			form.Option{Value: CredentialBiometric, Label: "Caratteristica biometrica"}).Need(),
		form.Text("user_id", "User-ID", func(c *Credential) *string { return &c.UserID }).Half().Column().Once("person").
			NeedIf(func(c *Credential) bool { return c.Kind == CredentialPassword }).
			Help("Il nome con cui la persona si fa riconoscere, mai la password. Resta suo per sempre.").Example("m.rossi"),
		form.Text("profile", "Profilo", func(c *Credential) *string { return &c.Profile }).Half().
			Help("Che cosa può fare nel sistema.").Example("Contabilità, senza amministrazione"),
		form.Refs("treatments", "Trattamenti per cui serve", TreatmentForm.Key, func(c *Credential) *[]string { return &c.Treatments }),
		form.Choice("special", "La persona lavora su dati particolari o giudiziari?", func(c *Credential) *string { return &c.Special }, YesNo()...).Need().
			Help("Se sì, la password si cambia più spesso, come dicono le regole della casa."),
	}
}

func credentialRequestFields() []form.F[Credential] {
	return []form.F[Credential]{
		form.Ref("requested_by", "Chiesta da", PersonForm.Key, func(c *Credential) *string { return &c.RequestedBy }).Need().Half().
			Help("Chi risponde del trattamento: il designato o il titolare."),
		form.Day("requested", "Chiesta il", func(c *Credential) *form.Date { return &c.Requested }).Need().Half(),
		form.Files("request_files", "Richiesta firmata", func(c *Credential) *[]form.File { return &c.RequestFiles }),
	}
}

func credentialHandoverFields() []form.F[Credential] {
	password := func(c *Credential) bool { return c.HasPassword() }
	device := func(c *Credential) bool { return c.HasDevice() }
	day := func(key, label string, at func(*Credential) *form.Date, before func(*Credential) form.Date, wrong string) form.F[Credential] {
		return form.Day(key, label, at).Half().Check(func(c *Credential) string { return after(before(c), *at(c), wrong) })
	}
	return []form.F[Credential]{
		day("issued", "Attivata il", func(c *Credential) *form.Date { return &c.Issued },
			func(c *Credential) form.Date { return c.Requested }, "Viene prima della richiesta.").Column(),
		day("provisional", "Password provvisoria consegnata il", func(c *Credential) *form.Date { return &c.Provisional },
			func(c *Credential) form.Date { return c.Issued }, "Viene prima dell’attivazione.").When(password).
			Help("Solo la data: la password si consegna a mano alla persona."),
		form.Text("device_serial", "Numero di serie del dispositivo", func(c *Credential) *string { return &c.DeviceSerial }).When(device).Need().Half(),
		day("device_given", "Dispositivo consegnato il", func(c *Credential) *form.Date { return &c.DeviceGiven },
			func(c *Credential) form.Date { return c.Requested }, "Viene prima della richiesta.").When(device),
		day("tested", "Accesso provato il", func(c *Credential) *form.Date { return &c.Tested },
			func(c *Credential) form.Date { return max(c.Issued, c.Provisional) }, "Viene prima della consegna."),
		day("opened", "Permessi aperti il", func(c *Credential) *form.Date { return &c.Opened },
			func(c *Credential) form.Date { return max(c.Issued, c.Provisional, c.Tested) }, "Viene prima della prova di accesso.").
			Help("Dopo la prova, o dopo un cambio di mansione."),
		form.Day("rules_signed", "Regole firmate il", func(c *Credential) *form.Date { return &c.RulesSigned }).Half().
			Help("Quando la persona ha firmato per presa visione delle regole."),
		form.Files("rules_files", "Assegnazione firmata", func(c *Credential) *[]form.File { return &c.RulesFiles }).
			Help("La scansione o la foto del foglio con le regole, se volete averla qui."),
	}
}

func credentialUseFields() []form.F[Credential] {
	password := func(c *Credential) bool { return c.HasPassword() }
	return []form.F[Credential]{
		form.Day("first_change", "Primo cambio il", func(c *Credential) *form.Date { return &c.FirstChange }).When(password).Half().
			Help("Al primo uso la persona sceglie la sua password.").
			Check(func(c *Credential) string {
				return after(max(c.Issued, c.Provisional), c.FirstChange, "Viene prima della consegna.")
			}),
		form.Day("last_change", "Ultimo cambio il", func(c *Credential) *form.Date { return &c.LastChange }).When(password).Half().Column().Latest().
			Check(func(c *Credential) string {
				return after(max(c.Issued, c.FirstChange), c.LastChange, "Viene prima della consegna o del primo cambio.")
			}),
		form.ComputedWith[Credential]("change_due", "Password da cambiare entro il", func(c *Credential, n form.Names) string {
			return c.ChangeDue(houseNamed(n), c.Special == "yes").String()
		}).When(password).Column(),
		form.Day("last_use", "Ultimo uso il", func(c *Credential) *form.Date { return &c.LastUse }).Half().Latest().
			Help("Se non lo sapete, conta la consegna.").
			Check(func(c *Credential) string { return after(c.Issued, c.LastUse, "Viene prima dell’attivazione.") }).
			Warn(func(c *Credential) string {
				return after(c.LastUse, c.Disabled, "È stata usata dopo la disattivazione: controllate se è un accesso abusivo.")
			}),
		form.ComputedWith[Credential]("disuse_due", "Se non si usa, da disattivare dopo il", func(c *Credential, n form.Names) string {
			return c.DisuseDue(houseNamed(n)).String()
		}),
		form.Day("lost", "Persa o dimenticata il", func(c *Credential) *form.Date { return &c.Lost }).Half().
			Help("La password o il dispositivo: si annulla e se ne dà un altro.").
			Check(func(c *Credential) string { return after(c.Issued, c.Lost, "Viene prima dell’attivazione.") }),
		form.Day("reissued", "Data di nuovo il", func(c *Credential) *form.Date { return &c.Reissued }).Half().
			When(func(c *Credential) bool { return c.Lost != "" || c.Reissued != "" }).
			Check(func(c *Credential) string {
				return after(max(c.Issued, c.Lost), c.Reissued, "Viene prima della perdita.")
			}),
	}
}

func credentialEndFields() []form.F[Credential] {
	return []form.F[Credential]{
		form.Day("disabled", "Disattivata il", func(c *Credential) *form.Date { return &c.Disabled }).Half().Column().
			Help("La scheda resta nella storia e lo user-ID non si dà a nessun altro.").
			Check(func(c *Credential) string {
				return after(max(c.Requested, c.Issued), c.Disabled, "Viene prima dell’attivazione.")
			}),
		form.Choice("why", "Perché", func(c *Credential) *string { return &c.Why },
			form.Option{Value: "leaves", Label: "La persona lascia l’ufficio"},
			form.Option{Value: "duty", Label: "Cambia mansione"},
			form.Option{Value: "unused", Label: "Non usata da troppo tempo"},
			form.Option{Value: "revoked", Label: "Revocata"},
			form.Option{Value: "lost", Label: "Persa"}).Half().
			When(func(c *Credential) bool { return c.Disabled != "" }).Need(),
		form.Day("device_returned", "Dispositivo restituito il", func(c *Credential) *form.Date { return &c.DeviceReturned }).Half().
			When(func(c *Credential) bool { return c.HasDevice() && c.DeviceGiven != "" }).
			Check(func(c *Credential) string {
				return after(c.DeviceGiven, c.DeviceReturned, "Viene prima della consegna.")
			}),
		form.Long("note", "Note", func(c *Credential) *string { return &c.Note }).Lines(2).
			Help("Mai password, PIN o domande di recupero."),
	}
}
