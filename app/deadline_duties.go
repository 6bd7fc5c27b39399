package app

import (
	"cmp"
	"fmt"
)

// requestDeadlines are the answers owed to data subjects (spec 3.3, rule 16).
func requestDeadlines() []*DeadlineSource {
	return []*DeadlineSource{{
		Key: "request", Register: RequestForm.Key, Verb: "Rispondi", Law: "art. 12(3) GDPR",
		Why: "Regola 16: alla richiesta di un interessato si risponde entro un mese.",
		find: func(o *Outlook, add func(Deadline)) {
			for _, q := range All(o.d, RequestForm) {
				if c := q.Clock(o.today); c.Open() && c.Due != "" {
					add(Deadline{What: fmt.Sprintf("Richiesta a cui rispondere: %s", o.d.Ref(RequestForm.Key, q.UID())), Who: o.keeper(""), Due: c.Due, UID: q.UID(), Path: "answered"})
				}
			}
		},
	}}
}

// controlDeadlines are those of inspections and analyses of risk (rules 18 and 32).
func controlDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "inspection", Register: InspectionForm.Key, Writes: InspectionForm.Key, Verb: "Registra", Law: "art. 32(1)(d) GDPR",
			Why: "Regola 32: i controlli si ripetono quando è stato deciso.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, i := range All(o.d, InspectionForm) {
					if due := i.NextDue(); due != "" && !InspectedSince(o.d, i, o.today) {
						add(Deadline{What: fmt.Sprintf("Controllo da ripetere: %s", i.Where(o.d)), Who: cmp.Or(i.InCharge(o.d), o.keeper(RoleControls)), Due: due, UID: i.UID(), Path: "months", New: map[string]any{"unit": i.Unit, "person": i.Person, "supplier": i.Supplier}})
					}
				}
			},
		},
		{
			Key: "inspection-finding", Register: InspectionForm.Key, Verb: "Registra", Law: "art. 32(1)(d) GDPR",
			Why: "Ciò che un controllo ha trovato si mette a posto entro la sua data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, i := range All(o.d, InspectionForm) {
					for n, f := range i.Findings {
						if f.Due != "" && f.Done == "" {
							add(Deadline{What: fmt.Sprintf("Da mettere a posto: %s", f.What), Who: cmp.Or(f.ByWhom, o.keeper("")), Due: f.Due, UID: i.UID(), Path: fmt.Sprintf("findings/%d/done", n)})
						}
					}
				}
			},
		},
		{
			Key: "risk-analysis", Register: RiskAnalysisForm.Key, Writes: RiskAnalysisForm.Key, Verb: "Rivedi", Law: "art. 32(1)(d) GDPR",
			Why: "Regola 18: l’analisi dei rischi si rifà ogni anno.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, a := range All(o.d, RiskAnalysisForm) {
					if due := a.NextDue(); due != "" && !AnalysedSince(o.d, a, o.today) {
						add(Deadline{What: fmt.Sprintf("Analisi dei rischi da rifare: %s", o.d.Ref(RiskAnalysisForm.Key, a.UID())), Who: o.who(a.By, RoleSecurity), Due: due, UID: a.UID(), Path: "on", New: map[string]any{"kind": a.Kind, "systems": a.Systems, "sites": a.Sites, "subject": a.Subject}})
					}
				}
			},
		},
		{
			Key: "risk-measure", Register: RiskAnalysisForm.Key, Verb: "Registra", Law: "art. 32 GDPR",
			Why: "Una misura decisa in un’analisi dei rischi si prende entro la sua data.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, a := range All(o.d, RiskAnalysisForm) {
					for i, r := range a.Dangers {
						if r.Open() {
							add(Deadline{What: fmt.Sprintf("Misura da prendere: %s", r.ToTake), Who: cmp.Or(r.ByWhom, o.keeper(RoleSecurity)), Due: r.Due, UID: a.UID(), Path: fmt.Sprintf("dangers/%d/done", i)})
						}
					}
				}
			},
		},
		{
			Key: "declaration", Register: InterventionForm.Key, Verb: "Registra", Law: "art. 32 GDPR", House: 27,
			Why: "Regola 27: chi interviene da fuori dichiara per iscritto che cosa ha fatto.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, i := range All(o.d, InterventionForm) {
					if due := i.DeclarationDue(); due != "" && i.Declared == "" {
						add(Deadline{What: fmt.Sprintf("Dichiarazione da ricevere: %s", o.d.Ref(InterventionForm.Key, i.UID())), Who: o.who(i.Accompanied, RoleSecurity), Due: due, UID: i.UID(), Path: "declared"})
					}
				}
			},
		},
	}
}

// dutyDeadlines are those of papers that are out and of data kept on (rule 30).
func dutyDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "loan-special", Register: DocumentLoanForm.Key, Verb: "Registra", Law: "art. 32 GDPR", ahead: aheadShort,
			Why: "Regola 30: le carte con dati particolari o giudiziari tornano entro la sera, le altre entro trenta giorni.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, l := range All(o.d, DocumentLoanForm) {
					a := Find(o.d, ArchiveForm, l.Archive)
					special := a != nil && a.Special()
					if special && !o.house.Holds(30) {
						continue
					}
					if due := l.Due(special); due != "" && l.Returned == "" {
						add(Deadline{What: fmt.Sprintf("Carte da riportare: %s", l.Documents), Who: o.who(l.Person, RoleSecurity), Due: due, UID: l.UID(), Path: "returned"})
					}
				}
			},
		},
		{
			Key: "erasure-extended", Register: ErasureForm.Key, Writes: ErasureForm.Key, Verb: "Registra", Law: "art. 5(1)(e) GDPR",
			Why: "Dati conservati ancora fino a un giorno si verificano di nuovo quando arriva.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, e := range All(o.d, ErasureForm) {
					if due := e.LookAgain(o.d); due != "" {
						add(Deadline{What: fmt.Sprintf("Dati tenuti oltre il termine, da verificare: %s", o.d.Ref(TreatmentForm.Key, e.Treatment)), Who: o.who(e.By, ""), Due: due, UID: e.UID(), Path: "until", New: map[string]any{"treatment": e.Treatment, "period": e.Period}})
					}
				}
			},
		},
	}
}
