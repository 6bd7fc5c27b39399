package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// internetRules is annex L of the document: how the internet and mail are used, what
// is logged and how use is checked, step by step (6-details, 31).
func internetRules(w *writer, _ any) doc.Document {
	r := newRegulation(w, "internet-rules")
	base := r.line("base-private")
	if r.public() {
		base = r.line("base-public")
	}
	decides := "il titolare"
	if r.holder(app.RoleTreatment) != "" {
		decides = "il designato al trattamento o, se manca, il titolare"
	}
	placed := []string{"{titolare}", r.officeName(), "{tecnico}", r.technician(), "{violazioni}", r.breachAddress(), "{designato}", decides,
		"{base}", base, "{recapiti}", w.reach()}
	r.add(r.say("opening", placed...)...)
	r.add(r.say("allowed", placed...)...)
	r.add(r.say("bans")...)
	r.add(r.say("filters", placed...)...)
	r.add(r.say("logs")...)
	r.add(r.logs())
	r.add(r.say("logs-after", placed...)...)
	r.add(r.say("mailbox", placed...)...)
	r.add(r.say("exit")...)
	r.add(r.say("checks")...)
	r.add(r.say("information", placed...)...)
	return r.close()
}

// logs is what is kept of the use of mail and network, and for how long.
func (r *regulation) logs() doc.Table {
	admin := r.line("log-admin-term", "{registrazioni}", app.HouseOf(r.d).Amount(29, app.UnitMonths))
	return doc.Table{
		Columns: []doc.Column{{Head: "Che cosa", Width: 3}, {Head: "Per quanto", Width: 2}},
		Rows: []doc.Row{
			{doc.C(r.line("log-mail")), doc.C(r.line("log-mail-term"))},
			{doc.C(r.line("log-web")), doc.C(r.line("log-web-term"))},
			{doc.C(r.line("log-admin")), doc.C(admin)},
		},
	}
}
