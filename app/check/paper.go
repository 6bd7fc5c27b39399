package check

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
)

// paperRules are those of leaves, loans of paper, entries after hours and terms of
// retention (spec 3.3, rules 24 and 30; 5-law 6, PREM1 and PAP1; decision A15).
func paperRules() []*Rule {
	return slices.Concat(copyLeaveRules(), loanRules(), roomEntryRules(), erasureRules())
}

func copyLeaveRules() []*Rule {
	key := app.CopyLeaveForm.Key
	return []*Rule{
		rule(Rule{
			Key: "copy-leave-special", Register: key, Field: "authorised_by", Law: "artt. 29 e 32 GDPR",
			About:   "Dati particolari o giudiziari si copiano o si consegnano solo con un permesso firmato da chi può darlo.",
			Example: "Certificati medici mandati fuori, e nessuno li ha autorizzati.",
		}, func(w World, l *app.CopyLeave) []hit {
			archive, _ := w.Record(app.ArchiveForm.Key, l.Archive).(*app.Archive)
			if l.AuthorisedBy != "" || !l.Delicate(archive) {
				return nil
			}
			if l.Done != "" {
				return []hit{{text: fmt.Sprintf("Ci sono dati particolari o giudiziari, e il %s è stato fatto senza permesso: ditelo al designato alla sicurezza, o al titolare. Se li ha avuti chi non doveva, valutate se è una violazione.", l.Done)}}
			}
			return []hit{{text: "Ci sono dati particolari o giudiziari: prima di farlo serve il permesso del designato alla sicurezza o al trattamento; dove mancano, del titolare."}}
		}),
		rule(Rule{
			Key: "copy-leave-by-whom", Register: key, Field: "authorised_by", Law: "artt. 29 e 32 GDPR",
			About:   "I permessi li dà il designato alla sicurezza o al trattamento, o il titolare.",
			Example: "Un permesso dato da un commesso.",
		}, func(w World, l *app.CopyLeave) []hit {
			if l.AuthorisedBy == "" || l.On == "" || !keepsAppointments(w) || mayGiveLeave(w, l) {
				return nil
			}
			return []hit{{text: fmt.Sprintf("%s non può darlo: il permesso è del designato alla sicurezza o al trattamento, o del titolare. Fatelo confermare da uno di loro.", w.Ref(app.PersonForm.Key, l.AuthorisedBy))}}
		}),
	}
}

// mayGiveLeave says that who gave a leave is the controller or a designee, or stands
// in for one, on that day.
func mayGiveLeave(w World, l *app.CopyLeave) bool {
	if p, ok := w.Record(app.PersonForm.Key, l.AuthorisedBy).(*app.Person); ok && p.Represents() {
		return true
	}
	return slices.ContainsFunc(app.Appointments(w, "", l.On), func(a *app.Appointment) bool {
		return (a.Role == app.RoleSecurity || a.Role == app.RoleTreatment) && (a.Person == l.AuthorisedBy || a.Substitute == l.AuthorisedBy)
	})
}

func loanRules() []*Rule {
	key := app.DocumentLoanForm.Key
	return []*Rule{
		rule(Rule{
			Key: "loan-special-out", Register: key, Field: "returned", Law: "art. 32 GDPR", House: 30,
			About:   "Le carte con dati particolari o giudiziari tornano nel loro armadio entro la sera.",
			Example: "Un fascicolo del personale preso ieri, e non tornato.",
		}, func(w World, l *app.DocumentLoan) []hit {
			due := l.Due(true)
			if !specialLoan(w, l) || l.Returned != "" || due == "" || due >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Contiene dati particolari o giudiziari e doveva tornare entro la sera del %s. Fatelo riportare oggi; se non si trova, è una violazione: avvisate subito il titolare.", due)}}
		}),
		rule(Rule{
			Key: "loan-out", Register: key, Field: "returned", Law: "art. 32 GDPR",
			About:   "Le altre carte non restano fuori dal loro archivio più di trenta giorni.",
			Example: "Un faldone dei fornitori fuori da 31 giorni.",
		}, func(w World, l *app.DocumentLoan) []hit {
			if specialLoan(w, l) || l.Returned != "" || l.Taken == "" || l.Due(false) >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("È fuori dal %s, da più di %d giorni: chiedete a chi l’ha preso di riportarlo, o di dire se gli serve ancora.", l.Taken, app.LoanDays)}}
		}),
		when(Rule{
			Key: "loan-incomplete", Register: key, Field: "note", Law: "artt. 33 e 34 GDPR",
			About:   "Se una carta non torna, si dice che cosa si è fatto.",
			Example: "Un fascicolo tornato senza una lettera, e niente di scritto.",
		}, "Carte perse sono una possibile violazione: avvisate subito il titolare, che ha 72 ore per decidere se notificarla. Poi scrivete qui che cosa manca e che cosa si è fatto.",
			func(_ World, l *app.DocumentLoan) bool {
				return l.Returned != "" && l.Complete == "no" && strings.TrimSpace(l.Note) == ""
			}),
	}
}

func specialLoan(w World, l *app.DocumentLoan) bool {
	a, ok := w.Record(app.ArchiveForm.Key, l.Archive).(*app.Archive)
	return ok && a.Special()
}

func roomEntryRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "room-entry-no-host", Register: app.RoomEntryForm.Key, Field: "let_in_by", Law: "art. 32 GDPR", House: 24,
			About:   "Di un esterno entrato fuori orario si sa chi l’ha fatto entrare.",
			Example: "Un tecnico in ufficio alle 20, e nessuno che gli abbia aperto.",
		}, "È entrato un esterno e non si sa chi gli ha aperto: chiedete al custode. Se è entrato da solo, guardate che cosa poteva vedere e chi ha le chiavi.",
			func(_ World, e *app.RoomEntry) bool {
				return strings.TrimSpace(e.Outsider) != "" && e.LetInBy == ""
			}),
		when(Rule{
			Key: "room-no-keeper", Register: app.RoomForm.Key, Field: "keeper", Law: "art. 32 GDPR", House: 24,
			About:   "Un locale in cui stanno dati ha un custode, suo o della sede.",
			Example: "L’ufficio con l’armadio del personale, e nessuno che ne risponda.",
		}, "Qui stanno dati e nessuno risponde di chi entra e delle chiavi: scrivete chi è il custode, di questo locale o di tutta la sede.",
			func(w World, r *app.Room) bool { return keepsAppointments(w) && holdsData(w, r) && !kept(w, r) }),
	}
}

// holdsData says that an archive stands in a room, or a system in use.
func holdsData(w World, r *app.Room) bool {
	return slices.ContainsFunc(w.Records(app.ArchiveForm.Key), func(rec any) bool { return rec.(*app.Archive).Room == r.UID() }) ||
		slices.ContainsFunc(w.Records(app.SystemForm.Key), func(rec any) bool {
			s := rec.(*app.System)
			return s.Room == r.UID() && s.Disposed == ""
		})
}

// kept says that somebody keeps a room, or its whole site: by the record of either,
// or by a letter (decision A32).
func kept(w World, r *app.Room) bool {
	if s, ok := w.Record(app.SiteForm.Key, r.Site).(*app.Site); r.Keeper != "" || ok && s.Keeper != "" {
		return true
	}
	return slices.ContainsFunc(app.Appointments(w, app.RoleRooms, w.Today()), func(a *app.Appointment) bool {
		return slices.Contains(a.Rooms, r.UID()) || slices.Contains(a.Sites, r.Site)
	})
}

// erasureRules are those of terms that end with nothing done: they speak of what
// is looked for once a year (app.ErasureDue).
func erasureRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "erasure-extended-over", Register: app.ErasureForm.Key, Field: "until", Law: "art. 5(1)(e) GDPR",
			About:   "Dati conservati ancora fino a un giorno si verificano di nuovo quando arriva.",
			Example: "Carte tenute per una causa fino a ieri, e niente dopo.",
		}, func(w World, e *app.Erasure) []hit {
			due := e.LookAgain(w)
			if due == "" || due >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Si conservavano ancora fino al %s: guardate se il motivo c’è ancora, cancellate, e aggiungete in «Cancellazioni» che cosa si è fatto.", due)}}
		}),
		rule(Rule{
			Key: "retention-not-checked", Register: treatmentKey, Field: "retention", Law: "art. 5(1)(e) GDPR",
			About:   "Una volta all’anno si guarda quali dati hanno finito il loro tempo, e si cancellano.",
			Example: "Un termine di dieci anni, e da più di un anno niente in «Cancellazioni».",
		}, func(w World, t *app.Treatment) []hit {
			due := app.ErasureDue(w, t)
			if due == "" || due >= w.Today() {
				return nil
			}
			if last := app.LastErasure(w, t.UID()); last != "" {
				return []hit{{text: fmt.Sprintf("L’ultima verifica di che cosa cancellare è del %s: la seguente andava fatta entro il %s. Guardate, cancellate e registratelo in «Cancellazioni», anche se non c’era niente.", last, due)}}
			}
			return []hit{{text: fmt.Sprintf("Che cosa ha finito il suo tempo andava guardato entro il %s, e in «Cancellazioni» non c’è niente. Guardate, cancellate e registratelo, anche se non c’era niente da cancellare.", due)}}
		}),
	}
}
