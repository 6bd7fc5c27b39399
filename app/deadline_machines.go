package app

import (
	"fmt"

	"tutela/app/form"
)

// backupDeadlines are those of copies and restores (spec 3.3, rules 10 and 11).
func backupDeadlines() []*DeadlineSource {
	plan := func(s DeadlineSource, path, what string, due func(BackupStanding) form.Date) *DeadlineSource {
		s.find = func(o *Outlook, add func(Deadline)) {
			for _, p := range o.backups() {
				if day := due(p.standing); day != "" {
					x := Deadline{What: fmt.Sprintf(what, p.Name), Who: o.who(p.Keeper, RoleBackup), Due: day, UID: p.UID(), Path: path}
					if s.Writes == RestoreForm.Key {
						x.New = map[string]any{"purpose": RestoreTest, "plan": p.UID()}
					}
					add(x)
				}
			}
		}
		return &s
	}
	list := []*DeadlineSource{
		plan(DeadlineSource{Key: "backup", Register: BackupPlanForm.Key, Verb: "Registra", ahead: aheadShort, Why: "Regola 10: le copie si fanno quando il piano dice.", Law: "art. 32(1)(c) GDPR"},
			"interval", "Copia da fare: «%s»", func(s BackupStanding) form.Date { return s.Due }),
		plan(DeadlineSource{Key: "restore-test", Register: BackupPlanForm.Key, Writes: RestoreForm.Key, Verb: "Registra", Why: "Il ripristino si prova, almeno una volta all’anno.", Law: "art. 32(1)(d) GDPR"},
			"tests", "Ripristino da provare: «%s»", func(s BackupStanding) form.Date { return s.TestDue }),
	}
	return append(list, &DeadlineSource{
		Key: "restore-back", Register: RestoreForm.Key, Verb: "Registra", ahead: aheadShort, Law: "art. 32(1)(c) GDPR",
		Why: "Regola 11: i dati si usano di nuovo entro i giorni decisi dall’ufficio.",
		find: func(o *Outlook, add func(Deadline)) {
			for _, r := range All(o.d, RestoreForm) {
				if r.Purpose != RestoreTest && r.Back.IsZero() && r.Due(o.house) != "" {
					add(Deadline{What: fmt.Sprintf("%s da concludere", o.d.Ref(RestoreForm.Key, r.UID())), Who: o.who(r.By, RoleBackup), Due: r.Due(o.house), UID: r.UID(), Path: "back"})
				}
			}
		},
	})
}

// plannedCopies is a plan with how it stands today.
type plannedCopies struct {
	*BackupPlan
	standing BackupStanding
}

// backups are the plans with how they stand: the log is gone through once, whoever
// asks.
func (o *Outlook) backups() []plannedCopies {
	if o.plans != nil {
		return o.plans
	}
	copies, restores := map[string][]*BackupCopy{}, map[string][]*Restore{}
	for _, c := range All(o.d, BackupCopyForm) {
		copies[c.Plan] = append(copies[c.Plan], c)
	}
	for _, r := range All(o.d, RestoreForm) {
		restores[r.Plan] = append(restores[r.Plan], r)
	}
	o.plans = []plannedCopies{}
	for _, p := range All(o.d, BackupPlanForm) {
		o.plans = append(o.plans, plannedCopies{p, PlanStanding(o.house, p, copies[p.UID()], restores[p.UID()], o.today)})
	}
	return o.plans
}

// systemDeadlines are those of the machines (rules 12, 13 and 20).
func systemDeadlines() []*DeadlineSource {
	source := func(s DeadlineSource, what string, due func(o *Outlook, x *System) (form.Date, string)) *DeadlineSource {
		s.Register = SystemForm.Key
		s.find = func(o *Outlook, add func(Deadline)) {
			for _, x := range All(o.d, SystemForm) {
				if x.Disposed != "" {
					continue
				}
				if day, path := due(o, x); day != "" {
					add(Deadline{What: fmt.Sprintf(what, x.Name), Who: o.keeper(RoleSysadmin), Due: day, UID: x.UID(), Path: path})
				}
			}
		}
		return &s
	}
	return []*DeadlineSource{
		source(DeadlineSource{Key: "antivirus", House: 12, Verb: "Registra", Why: "Regola 12: l’antivirus si aggiorna entro i mesi decisi dall’ufficio.", Law: "art. 32 GDPR"},
			"Antivirus da aggiornare: %s", func(o *Outlook, x *System) (form.Date, string) { return x.AntivirusDue(o.house), "antivirus_on" }),
		source(DeadlineSource{Key: "patches", House: 13, Verb: "Registra", Why: "Regola 13: i programmi si aggiornano, più spesso dove ci sono dati particolari o giudiziari.", Law: "art. 32 GDPR"},
			"Programmi da aggiornare: %s", func(o *Outlook, x *System) (form.Date, string) {
				return x.PatchDue(o.house, o.sensitive[x.UID()]), "patched_on"
			}),
		source(DeadlineSource{Key: "broken", Verb: "Registra", Why: "Regola 20: un apparecchio guasto torna in funzione entro i giorni decisi dall’ufficio.", Law: "art. 32(1)(b) e (c) GDPR", ahead: aheadShort},
			"Guasto da riparare: %s", func(o *Outlook, x *System) (form.Date, string) {
				if x.BrokenOn == "" || x.WorkingOn != "" {
					return "", ""
				}
				return x.BrokenOn.AddDays(o.house.RestoreDays(true)), "working_on"
			}),
	}
}

// AntivirusDue is the last day on which the antivirus is updated in time (rule 12);
// "" where none is said to be there. Never known: counted from the record (decision
// A23).
func (s *System) AntivirusDue(h House) form.Date {
	if s.Antivirus == "" && s.AntivirusOn == "" {
		return ""
	}
	return s.dueAfter(s.AntivirusOn, h.Antivirus())
}

// PatchDue is the last day on which the software is updated in time (rule 13);
// special is whether the system hosts special or criminal data. What runs at a
// supplier is updated there.
func (s *System) PatchDue(h House, special bool) form.Date {
	if s.Kind == "cloud" {
		return ""
	}
	return s.dueAfter(s.PatchedOn, h.Patch(special))
}

func (s *System) dueAfter(last form.Date, months int) form.Date {
	if last == "" && !s.Head().Created.IsZero() {
		last = form.DateOf(s.Head().Created)
	}
	if last == "" {
		return ""
	}
	return last.AddMonths(months)
}
