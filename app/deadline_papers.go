package app

import (
	"fmt"

	"tutela/app/form"
	"tutela/app/risk"
)

// supplierDeadlines are those of contracts, reports and declarations (spec 3.1,
// Fornitori; 6-details, 26).
func supplierDeadlines() []*DeadlineSource {
	source := func(s DeadlineSource, what string, owed func(o *Outlook, x *Supplier) (due form.Date, path string)) *DeadlineSource {
		s.Register = SupplierForm.Key
		s.find = func(o *Outlook, add func(Deadline)) {
			for _, x := range All(o.d, SupplierForm) {
				if due, path := owed(o, x); x.Ended == "" && path != "" {
					add(Deadline{What: fmt.Sprintf(what, x.Name), Who: o.keeper(""), Due: due, UID: x.UID(), Path: path})
				}
			}
		}
		return &s
	}
	return []*DeadlineSource{
		source(DeadlineSource{Key: "contract-owed", Verb: "Prepara", Why: "Chi tratta dati per conto vostro ha un contratto.", Law: "art. 28(3) GDPR"},
			"Contratto che manca: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				if x.Role != "processor" || x.Contract != "" {
					return "", ""
				}
				return "", "contract"
			}),
		source(DeadlineSource{Key: "contract-end", Verb: "Rinnova", Why: "Il contratto di chi lavora ancora per voi non è scaduto.", Law: "art. 28(3) GDPR"},
			"Contratto da rinnovare: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				if x.ContractEnd == "" {
					return "", ""
				}
				return x.ContractEnd, "contract_end"
			}),
		source(DeadlineSource{Key: "supplier-report", Verb: "Registra", Why: "Regola 26: ogni anno riferisce come tratta i dati.", Law: "artt. 24 e 28 GDPR", House: 26},
			"Relazione annuale da chiedere: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				if due := x.ReportDue(); due != "" {
					return due, "report"
				}
				return "", ""
			}),
		source(DeadlineSource{Key: "declarations", Verb: "Registra", Why: "Chi tratta i vostri dati dichiara come lo fa.", Law: "art. 28(1) GDPR"},
			"Dichiarazioni che mancano: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				for _, f := range x.Declarations() {
					if f.On == "" {
						return "", f.Field
					}
				}
				return "", ""
			}),
		source(DeadlineSource{Key: "supplier-measures", Verb: "Registra", Why: "Chi tratta dati per conto vostro dichiara le sue misure di sicurezza.", Law: "art. 28(1) GDPR"},
			"Dichiarazione sulle misure che manca: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				if x.Role != "processor" || x.MeasuresOn != "" {
					return "", ""
				}
				return "", "measures_on"
			}),
		source(DeadlineSource{Key: "supplier-policy", Verb: "Registra", Why: "Regola 26: un fornitore avvisa subito se qualcosa va storto, e la procedura gli dice come.", Law: "art. 33(2) GDPR", House: 26},
			"Procedura per le violazioni da consegnare: %s", func(_ *Outlook, x *Supplier) (form.Date, string) {
				if x.Role != "processor" || x.Contract == "" || x.Policy != "" {
					return "", ""
				}
				return "", "policy"
			}),
		{
			Key: "client-contract-end", Register: ClientForm.Key, Verb: "Rinnova", Law: "art. 28(3) GDPR",
			Why: "Il contratto di un cliente per cui lavorate ancora non è scaduto.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, x := range All(o.d, ClientForm) {
					if x.Ended == "" && x.ContractEnd != "" {
						add(Deadline{What: fmt.Sprintf("Contratto da rinnovare: %s", x.Name), Who: o.keeper(""), Due: x.ContractEnd, UID: x.UID(), Path: "contract_end"})
					}
				}
			},
		},
	}
}

func treatmentDeadlines() []*DeadlineSource {
	return []*DeadlineSource{{
		Key: "treatment-review", Register: TreatmentForm.Key, Verb: "Apri", Law: "art. 24(1) GDPR",
		Why: "Ogni scheda si riguarda almeno una volta l’anno.",
		find: func(o *Outlook, add func(Deadline)) {
			for _, t := range GoingOn(o.d) {
				if seen := t.LastSeen(); seen != "" {
					add(Deadline{What: fmt.Sprintf("Rivedere il trattamento «%s»", t.Title), Who: o.keeper(RoleTreatment), Due: seen.AddMonths(12), UID: t.UID(), Path: "title"})
				}
			}
		},
	}}
}

// dpiaDeadlines are those of impact assessments (artt. 35 and 36 GDPR).
func dpiaDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "dpia-owed", Register: TreatmentForm.Key, Verb: "Apri", Law: "art. 35 GDPR",
			Why: "Il rischio di questo trattamento chiede la valutazione d’impatto.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, t := range GoingOn(o.d) {
					d := o.dpias[t.UID()]
					if (d == nil || !d.Settled()) && len(DPIAReasons(t, d)) > 0 {
						add(Deadline{What: fmt.Sprintf("Valutazione d’impatto da fare: «%s»", t.Title), Who: o.keeper(""), UID: t.UID(), Path: "probability"})
					}
				}
			},
		},
		{
			Key: "dpia-review", Register: DPIAForm.Key, Verb: "Apri", Law: "art. 35(11) GDPR",
			Why: "Una valutazione d’impatto si riesamina alla data decisa.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, t := range GoingOn(o.d) {
					if d := o.dpias[t.UID()]; d != nil && d.Next != "" {
						add(Deadline{What: fmt.Sprintf("Riesaminare la valutazione d’impatto: «%s»", t.Title), Who: o.keeper(""), Due: d.Next, UID: d.UID(), Path: "next"})
					}
				}
			},
		},
		{
			Key: "dpia-reply", Register: DPIAForm.Key, Verb: "Registra", Law: "art. 36(2) GDPR",
			Why: "Il Garante risponde entro otto settimane, prorogabili di sei.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, t := range GoingOn(o.d) {
					if d := o.dpias[t.UID()]; d != nil && d.Consulted != "" && d.Replied == "" {
						add(Deadline{What: fmt.Sprintf("Risposta del Garante sulla valutazione d’impatto: «%s»", t.Title), Who: o.keeper(""), Due: StatutoryDue(d.ReplyDue()), UID: d.UID(), Path: "replied"})
					}
				}
			},
		},
	}
}

func measureDeadlines() []*DeadlineSource {
	owed := func(o *Outlook, m *Measure, uid, path string) Deadline {
		return Deadline{What: fmt.Sprintf("Misura da adottare: %s", o.d.Entry("measure", m.Measure)), Who: o.who(m.AdoptedBy, RoleSecurity), Due: m.Due, UID: uid, Path: path}
	}
	return []*DeadlineSource{
		{
			Key: "measure", Register: TreatmentForm.Key, Verb: "Registra", Law: "art. 32 GDPR",
			Why: "Una misura si adotta entro la sua data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, t := range GoingOn(o.d) {
					for i, m := range t.Measures {
						if m.State == ToAdopt && m.Due != "" {
							add(owed(o, m, t.UID(), fmt.Sprintf("measures/%d/state", i)))
						}
					}
					if t.FurtherBy != "" && t.Level() >= risk.Relevant {
						add(Deadline{What: fmt.Sprintf("Ulteriori misure da adottare: «%s»", t.Title), Who: o.keeper(RoleSecurity), Due: t.FurtherBy, UID: t.UID(), Path: "further_by"})
					}
				}
			},
		},
		{
			Key: "office-measure", Register: OfficeMeasureForm.Key, Verb: "Registra", Law: "art. 32 GDPR",
			Why: "Una misura dell’ufficio si adotta entro la sua data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, m := range OfficeMeasures(o.d) {
					if m.State == ToAdopt && m.Due != "" {
						add(owed(o, &m.Measure, m.UID(), "state"))
					}
				}
			},
		},
	}
}
