package app

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"tutela/app/form"
)

// The papers whose prints the rules look after, by kind.
const (
	paperDocument     = AccountabilityKind
	paperPermissions  = "permissions-list" // UPD A
	paperAuthorised   = "authorised-list"  // UPD B
	paperSystems      = "system-list"
	paperInstructions = "backup-instructions" // of one plan
)

// printDeadlines are the papers that are to be printed anew, every year or when what
// they list has changed, and handed to who keeps a copy (rules 9, 14 and 25). An
// office that has not got so far as to appoint anybody is not asked for them.
func printDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "document-review", Register: OfficeForm.Key, Paper: paperDocument, Verb: "Stampa", Law: "artt. 24(1) e 32(1)(d) GDPR", House: 14,
			Why: "Regola 14: il documento si rivede ogni anno entro il giorno deciso, e si ristampa.",
			find: func(o *Outlook, add func(Deadline)) {
				if last, ok := o.d.LastPrint(paperDocument, ""); ok {
					add(Deadline{What: "Documento di accountability da rivedere e ristampare", Who: o.keeper(""), Due: o.house.DocumentDue(form.DateOf(last.At))})
				} else if len(GoingOn(o.d)) > 0 && o.appoints() {
					add(Deadline{What: "Documento di accountability da stampare la prima volta", Who: o.keeper("")})
				}
			},
		},
		{
			Key: "permissions-print", Register: PermissionForm.Key, Paper: paperPermissions, Verb: "Stampa", Law: "art. 32(1)(d) GDPR", House: 9,
			Why: "Regola 9: i permessi (UPD A) si ristampano ogni anno entro il giorno deciso.",
			find: func(o *Outlook, add func(Deadline)) {
				if last, ok := o.d.LastPrint(paperPermissions, ""); ok {
					add(Deadline{What: "Permessi di accesso (UPD A) da ristampare", Who: o.keeper(RoleSecurity), Due: o.house.PermissionReviewDue(form.DateOf(last.At))})
				} else if slices.ContainsFunc(All(o.d, PermissionForm), func(p *Permission) bool { return len(p.Grants) > 0 }) && o.appoints() {
					add(Deadline{What: "Permessi di accesso (UPD A) da stampare", Who: o.keeper(RoleSecurity)})
				}
			},
		},
		{
			Key: "authorised-print", Register: PersonForm.Key, Paper: paperAuthorised, Verb: "Stampa", Law: "artt. 24(1) e 29 GDPR", House: 9,
			Why: "Regola 9: l’elenco di chi è autorizzato (UPD B) si ristampa a ogni cambiamento.",
			find: func(o *Outlook, add func(Deadline)) {
				if stale, since := o.stale(paperAuthorised, "", o.staffChanged()); stale && o.appoints() {
					add(Deadline{What: "Elenco delle persone autorizzate (UPD B) " + anew(since), Who: o.keeper(RoleSecurity)})
				}
			},
		},
		{
			Key: "system-print", Register: SystemForm.Key, Paper: paperSystems, Verb: "Stampa", Law: "art. 24(1) GDPR", House: 25,
			Why: "Regola 25: gli elenchi si stampano di nuovo a ogni cambiamento.",
			find: func(o *Outlook, add func(Deadline)) {
				using := slices.ContainsFunc(All(o.d, SystemForm), func(s *System) bool { return s.Disposed == "" })
				_, printed := o.d.LastPrint(paperSystems, "") // what was disposed of calls for a last one
				if stale, since := o.stale(paperSystems, "", o.systemsChanged()); stale && (using || printed) && o.appoints() {
					add(Deadline{What: "Elenco di sistemi e apparati " + anew(since), Who: o.keeper(RoleSecurity)})
				}
			},
		},
		{
			Key: "instructions-print", Register: BackupPlanForm.Key, Paper: paperInstructions, Verb: "Stampa", Law: "artt. 29 e 32(1)(c) GDPR", House: 25,
			Why: "Regola 25: chi fa le copie ha le istruzioni di oggi.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, p := range All(o.d, BackupPlanForm) {
					if stale, since := o.stale(paperInstructions, p.UID(), p.Head().Updated); stale && p.Holds(o.today) && o.appoints() {
						add(Deadline{What: fmt.Sprintf("Istruzioni di copia «%s» %s", p.Name, anew(since)), Who: o.keeper(RoleSecurity), UID: p.UID()})
					}
				}
			},
		},
		{
			Key: "list-delivery", AfterPrint: true, Register: DeliveryForm.Key, Writes: DeliveryForm.Key, Verb: "Registra", Law: "art. 24(1) GDPR", House: 25,
			Why:  "Regola 25: chi custodisce un elenco ne riceve la copia nuova e firma.",
			find: listsToHand,
		},
	}
}

// anew says what is to be done with a paper of which something changed on a day; ""
// is one that was never printed.
func anew(changed form.Date) string {
	if changed == "" {
		return "da stampare"
	}
	return "da ristampare: è cambiato il " + changed.String()
}

// DocumentDue is the last day of the yearly review of a document that was reviewed
// on a day: a review in a year settles the one of that year (rule 14; decision A20).
func (h House) DocumentDue(reviewed form.Date) form.Date {
	return dayIn(h.value(14, UnitDay), reviewed.Time().Year()+1)
}

// appoints says that somebody is appointed to something: lists of who does what
// begin to say something.
func (o *Outlook) appoints() bool { return len(o.holders) > 0 }

// stale says that a paper was never printed, or not since what it says changed; then
// since is the day of the change.
func (o *Outlook) stale(kind, subject string, changed time.Time) (stale bool, since form.Date) {
	last, ok := o.d.LastPrint(kind, subject)
	if !ok {
		return true, ""
	}
	return last.At.Before(changed), form.DateOf(changed)
}

// latest keeps the last moment up to now of those that it is given.
type latest struct{ now, at time.Time }

func (l *latest) moment(t time.Time) {
	if t.After(l.at) && !t.After(l.now) {
		l.at = t
	}
}

func (l *latest) day(d form.Date) {
	if d != "" {
		l.moment(d.Begins())
	}
}

// after is for last days: what they end is another way from the next one.
func (l *latest) after(d form.Date) {
	if d != "" {
		l.day(d.AddDays(1))
	}
}

// staffChanged is when people, duties and appointments last became others than UPD B
// said. Only what is dated counts, and records that came or were closed: a telephone
// number calls for no new list.
func (o *Outlook) staffChanged() time.Time {
	l := latest{now: o.d.Now}
	for _, p := range All(o.d, PersonForm) {
		l.moment(p.Head().Created)
		l.day(p.Start)
		if l.after(p.End); p.End != "" {
			l.moment(p.Head().Updated) // an end may be written down later
		}
		for _, d := range p.Duties {
			l.day(d.From)
			l.after(d.To)
		}
	}
	for _, a := range All(o.d, AppointmentForm) {
		if a.Appointed == "" {
			continue
		}
		l.moment(a.Head().Created)
		l.day(a.Appointed)
		if l.day(a.Ended); a.Ended != "" {
			l.moment(a.Head().Updated)
		}
	}
	return l.at
}

// systemsChanged is when a system last came or went: an update of its antivirus
// calls for no new list.
func (o *Outlook) systemsChanged() time.Time {
	l := latest{now: o.d.Now}
	for _, s := range All(o.d, SystemForm) {
		l.moment(s.Head().Created)
		if l.day(s.Disposed); s.Disposed != "" {
			l.moment(s.Head().Updated)
		}
	}
	return l.at
}

// listsToHand are the copies that the keepers of lists have not got yet: UPD B the
// custodian of the credentials, the systems who administers them, the instructions
// who makes the copies. A list that is itself to be printed anew comes first.
func listsToHand(o *Outlook, add func(Deadline)) {
	hand := func(kind, person, supplier string, last Print) {
		printed := form.DateOf(last.At)
		if o.keepsLists(person) || o.left(person) != nil || handed(o.d, kind, person, supplier, printed) {
			return
		}
		name := handedAs[kind][0]
		given := map[string]any{"document": name, "edition": printed.String(), "person": person, "supplier": supplier}
		receiver := cmp.Or(o.person(person), o.d.Ref(SupplierForm.Key, supplier))
		add(Deadline{What: fmt.Sprintf("«%s» da consegnare a %s", name, receiver), Who: o.keeper(RoleSecurity), New: given})
	}
	for _, x := range []struct {
		kind, role string
		changed    time.Time
	}{{paperAuthorised, RolePasswords, o.staffChanged()}, {paperSystems, RoleSysadmin, o.systemsChanged()}} {
		last, ok := o.d.LastPrint(x.kind, "")
		if !ok || last.At.Before(x.changed) {
			continue
		}
		for _, a := range o.holders[x.role] {
			hand(x.kind, a.Person, a.Supplier, last)
		}
	}
	makers, newest := []string{}, map[string]Print{}
	for _, p := range All(o.d, BackupPlanForm) {
		last, ok := o.d.LastPrint(paperInstructions, p.UID())
		if !ok || !p.Holds(o.today) || last.At.Before(p.Head().Updated) {
			continue
		}
		for _, uid := range []string{p.Keeper, p.Substitute} {
			if uid == "" {
				continue
			}
			if !slices.Contains(makers, uid) {
				makers = append(makers, uid)
			}
			if last.At.After(newest[uid].At) {
				newest[uid] = last
			}
		}
	}
	for _, uid := range makers {
		hand(paperInstructions, uid, "", newest[uid])
	}
}

// keepsLists says that somebody has the lists already, as who makes them.
func (o *Outlook) keepsLists(person string) bool {
	p := Find(o.d, PersonForm, person)
	return p != nil && p.Represents() || person != "" && slices.ContainsFunc(o.holders[RoleSecurity], func(a *Appointment) bool { return a.Person == person })
}
