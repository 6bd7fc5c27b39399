package check

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// backupRules are those of plans, restores and media, with what they ask of
// archives and systems (spec 3.3, rules 10, 11, 20 and 28; 5-law 6, BCK1 to BCK4,
// RST1 and RST2). They are measures under art. 32, not law by themselves.
func backupRules() []*Rule {
	return slices.Concat(backupArchiveRules(), backupPlanRules(), backupKeeperRules(), restoreRules(), mediumRules())
}

func backupArchiveRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "archive-no-plan", Register: app.ArchiveForm.Key, Field: "system", Law: "art. 32(1)(b) e (c) GDPR", House: 10,
			About:   "Ogni archivio informatico sta in un piano di backup.",
			Example: "La banca dati dei clienti, e nessun piano che la copia.",
		}, "Nessun piano di backup in uso copia questo archivio, e nemmeno le schede dei suoi trattamenti dicono dove stanno le copie: se si guasta, i dati sono persi. Aggiungetelo a un piano, o aggiungete il sistema su cui sta.",
			func(w World, a *app.Archive) bool {
				return a.Kind != "paper" && a.Kind != "" && !onCloud(w, a) && !copied(w, a) && app.Fleeting(w, a, app.HouseOf(w).BackupDays()) == nil
			}),
	}
}

// onCloud says that an archive stands at a supplier's service, who makes the
// copies as its contract says (art. 28(3)(c) GDPR).
func onCloud(w World, a *app.Archive) bool {
	s, ok := w.Record(app.SystemForm.Key, a.System).(*app.System)
	return ok && s.Kind == "cloud"
}

// copied says that a plan in use covers an archive, or that a treatment that uses
// it says of itself where its copies are.
func copied(w World, a *app.Archive) bool {
	for _, rec := range w.Records(app.BackupPlanForm.Key) {
		if p := rec.(*app.BackupPlan); p.Ended == "" && p.Covers(a) {
			return true
		}
	}
	return slices.ContainsFunc(a.Treatments, func(uid string) bool {
		t, ok := w.Record(treatmentKey, uid).(*app.Treatment)
		return ok && slices.ContainsFunc(t.Backups, func(b *app.Backup) bool { return b.Plan == "" })
	})
}

func backupPlanRules() []*Rule {
	key := app.BackupPlanForm.Key
	return []*Rule{
		rule(Rule{
			Key: "backup-room", Register: key, Field: "room", Law: "art. 32(1)(b) e (c) GDPR",
			About:   "Le copie non stanno nel locale dell’archivio che copiano.",
			Example: "I dischi delle copie nella stanza del computer che copiano.",
		}, func(w World, p *app.BackupPlan) []hit {
			for _, room := range mediaRooms(w, p) {
				if slices.Contains(sourceRooms(w, p), room) {
					return []hit{{text: fmt.Sprintf("Le copie stanno in «%s», come ciò che copiano: un furto o un incendio li prenderebbe insieme. Tenetele in un altro locale, meglio in un’altra sede.", w.Ref(app.RoomForm.Key, room))}}
				}
			}
			return nil
		}),
		rule(Rule{
			Key: "backup-plan-interval", Register: key, Field: "interval", Law: "art. 32(1)(c) GDPR", House: 10,
			About:   "Un piano fa le copie almeno quanto chiedono le regole della casa.",
			Example: "Un piano con una copia ogni 8 giorni.",
		}, func(w World, p *app.BackupPlan) []hit {
			most := int64(app.HouseOf(w).BackupDays())
			if !p.Interval.Valid || p.Interval.N <= most {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Una copia ogni %d giorni: se un disco si rompe perdete fino a %d giorni di lavoro. La regola è almeno ogni %d.", p.Interval.N, p.Interval.N, most)}}
		}),
		rule(Rule{
			Key: "backup-outlives-data", Register: key, Field: "retention", Law: "art. 5(1)(e) GDPR",
			About:   "Le copie non conservano ciò che dopo pochi giorni va cancellato.",
			Example: "Le immagini delle telecamere, da cancellare dopo 24 ore, in copie tenute 90 giorni.",
		}, func(w World, p *app.BackupPlan) (out []hit) {
			if !p.Retention.Valid || p.Ended != "" {
				return nil
			}
			for _, rec := range w.Records(app.ArchiveForm.Key) {
				a := rec.(*app.Archive)
				if !p.Covers(a) {
					continue
				}
				if r := app.Fleeting(w, a, int(p.Retention.N)-1); r != nil {
					out = append(out, hit{text: fmt.Sprintf("Le copie si tengono %d giorni, i dati di «%s» %s: cancellati dall’archivio, resterebbero nelle copie. Tenetele meno, o togliete l’archivio dal piano.", p.Retention.N, a.Name, r.Words())})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "backup-overdue", Register: key, Field: "interval", Law: "art. 32(1)(c) GDPR", House: 10,
			About:   "Le copie si fanno quando il piano dice.",
			Example: "Un piano settimanale, e l’ultima copia riuscita di nove giorni fa.",
		}, func(w World, p *app.BackupPlan) []hit {
			switch s := planStanding(w, p); {
			case s.Overdue == 0:
				return nil
			case s.Last == nil:
				return []hit{{text: fmt.Sprintf("Non risulta nessuna copia riuscita: andava fatta entro il %s. Fatela oggi e registratela.", s.Due)}}
			default:
				return []hit{{text: fmt.Sprintf("L’ultima copia riuscita è del %s: la seguente andava fatta entro il %s. Fatela oggi e registratela.", form.DateOf(s.Last.At.Time), s.Due)}}
			}
		}),
		rule(Rule{
			Key: "backup-no-instructions", Register: key, Field: "copy_how", Law: "artt. 29 e 32 GDPR",
			About:   "Un piano ha istruzioni scritte per copiare, controllare e ripristinare.",
			Example: "Un piano senza istruzioni di ripristino.",
		}, func(_ World, p *app.BackupPlan) []hit {
			var out []hit
			for _, x := range []struct{ path, how, text string }{
				{"copy_how", p.CopyHow, "Come si fa la copia non è scritto: se manca chi la fa di solito, nessuno la sa fare."},
				{"check_how", p.CheckHow, "Come si controlla la copia non è scritto: una copia che non si apre si scopre il giorno in cui serve."},
				{"restore_how", p.RestoreHow, "Come si ripristina non è scritto: il giorno in cui serve c’è fretta. Scrivetelo adesso."},
			} {
				if strings.TrimSpace(x.how) == "" {
					out = append(out, hit{x.path, x.text})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "backup-untested", Register: key, Field: "tests", Law: "art. 32(1)(c) e (d) GDPR",
			About:   "Il ripristino si prova, almeno una volta all’anno.",
			Example: "Un piano con copie da un anno, e nessuna prova di ripristino.",
		}, func(w World, p *app.BackupPlan) []hit {
			switch s := planStanding(w, p); {
			case s.Tested == "" && s.Last != nil:
				return []hit{{text: "Da queste copie non si è mai provato a ripristinare: non sapete se servono. Provate con qualche file, e registrate la prova."}}
			case s.Tested != "" && s.TestDue != "" && s.TestDue < w.Today():
				return []hit{{text: fmt.Sprintf("L’ultima prova di ripristino riuscita è del %s: la seguente andava fatta entro il %s.", s.Tested, s.TestDue)}}
			}
			return nil
		}),
	}
}

// planStanding says how a plan stands today.
func planStanding(w World, p *app.BackupPlan) app.BackupStanding {
	house := app.HouseOf(w)
	var copies []*app.BackupCopy
	for _, rec := range w.Since(app.BackupCopyForm.Key, "at", w.Today().AddDays(-p.LookBack(house))) {
		copies = append(copies, rec.(*app.BackupCopy))
	}
	var restores []*app.Restore
	for _, rec := range w.Records(app.RestoreForm.Key) {
		restores = append(restores, rec.(*app.Restore))
	}
	return app.PlanStanding(house, p, copies, restores, w.Today())
}

// mediaRooms are the rooms in which the copies of a plan lie.
func mediaRooms(w World, p *app.BackupPlan) []string {
	var out []string
	if p.Room != "" {
		out = append(out, p.Room)
	}
	for _, uid := range p.Media {
		if m, ok := w.Record(app.MediumForm.Key, uid).(*app.Medium); ok && m.Room != "" && !m.Gone() {
			out = append(out, m.Room)
		}
	}
	return out
}

// sourceRooms are the rooms in which lies what a plan copies.
func sourceRooms(w World, p *app.BackupPlan) []string {
	var out []string
	systems := slices.Clone(p.Systems)
	for _, uid := range p.Archives {
		if a, ok := w.Record(app.ArchiveForm.Key, uid).(*app.Archive); ok {
			systems = append(systems, a.System)
			out = append(out, a.Room)
		}
	}
	for _, uid := range systems {
		if s, ok := w.Record(app.SystemForm.Key, uid).(*app.System); ok {
			out = append(out, s.Room)
		}
	}
	return slices.DeleteFunc(out, func(room string) bool { return room == "" })
}

func backupKeeperRules() []*Rule {
	key := app.BackupPlanForm.Key
	return []*Rule{
		standing(app.BackupPlanForm.Type(), Rule{
			Key: "backup-keeper-left", Field: "keeper", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi fa le copie, lo sostituisce o può prenderne i supporti lavora ancora nell’ufficio.",
			Example: "Un piano affidato a chi se n’è andato ieri.",
		}),
		rule(Rule{
			Key: "backup-keeper-no-letter", Register: key, Field: "keeper", Law: "artt. 29 e 32 GDPR",
			About:   "Chi fa le copie ha una nomina da addetto alle copie.",
			Example: "Un piano affidato a chi non ha quella nomina.",
		}, func(w World, p *app.BackupPlan) []hit {
			if p.Keeper == "" || left(w, p.Keeper) || !keepsAppointments(w) {
				return nil
			}
			for _, a := range app.Appointments(w, app.RoleBackup, w.Today()) {
				if a.Person == p.Keeper {
					return nil
				}
			}
			return []hit{{text: fmt.Sprintf("%s fa le copie e non ha una nomina da addetto alle copie in vigore: preparatela nell’elenco delle nomine.", w.Ref(app.PersonForm.Key, p.Keeper))}}
		}),
	}
}

func restoreRules() []*Rule {
	key := app.RestoreForm.Key
	return []*Rule{
		rule(Rule{
			Key: "restore-decided", Register: key, Field: "decided_by", Law: "art. 32 GDPR",
			About:   "Un ripristino vero lo decide il designato alla sicurezza.",
			Example: "Un ripristino deciso da un impiegato.",
		}, func(w World, r *app.Restore) []hit {
			if r.Purpose != app.RestoreReal || r.DecidedBy == "" || r.Requested.IsZero() {
				return nil
			}
			designees := app.Appointments(w, app.RoleSecurity, form.DateOf(r.Requested.Time))
			for _, a := range designees {
				if a.Person == r.DecidedBy || a.Substitute == r.DecidedBy {
					return nil
				}
			}
			if len(designees) == 0 {
				return nil // the controller decides, or whom it asks
			}
			return []hit{{text: fmt.Sprintf("Lo decide il designato alla sicurezza (%s), e lui solo: un ripristino può cancellare ciò che è venuto dopo la copia. Fatevi dire che è d’accordo.", designees[0].Holder(w))}}
		}),
		rule(Rule{
			Key: "restore-late", Register: key, Field: "back", Law: "art. 32(1)(c) GDPR", House: 11,
			About:   "I dati e gli apparecchi tornano in uso entro i giorni delle regole della casa.",
			Example: "Un ripristino chiesto nove giorni fa e non concluso.",
		}, func(w World, r *app.Restore) []hit {
			house := app.HouseOf(w)
			if !r.Late(house, w.Today()) {
				return nil
			}
			due := r.Due(house)
			days := form.DateOf(r.Requested.Time).DaysTo(due)
			if r.Back.IsZero() {
				return []hit{{text: fmt.Sprintf("Andava concluso entro il %s, %d giorni dopo la richiesta: concludete, e scrivete quando è tornato in uso. Se a qualcuno i dati mancano, valutate se è una violazione.", due, days)}}
			}
			return []hit{{text: fmt.Sprintf("Andava concluso entro il %s, %d giorni dopo la richiesta: scrivete nelle note perché ci è voluto di più, e che cosa cambiate.", due, days)}}
		}),
		rule(Rule{
			Key: "system-broken", Register: app.SystemForm.Key, Field: "working_on", Law: "art. 32(1)(b) e (c) GDPR", House: 20,
			About:   "Un apparecchio guasto torna in funzione entro i giorni delle regole della casa.",
			Example: "Un computer guasto da nove giorni.",
		}, func(w World, s *app.System) []hit {
			if s.BrokenOn == "" {
				return nil
			}
			due, on := s.BrokenOn.AddDays(app.HouseOf(w).RestoreDays(true)), s.WorkingOn
			if on == "" {
				on = w.Today()
			}
			if on <= due {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Guasto dal %s: doveva tornare in funzione entro il %s. Se serve un ripristino, registratelo fra i ripristini.", s.BrokenOn, due)}}
		}),
	}
}

func mediumRules() []*Rule {
	key := app.MediumForm.Key
	return []*Rule{
		rule(Rule{
			Key: "medium-label-taken", Register: key, Field: "label",
			About:   "Ogni supporto ha un’etichetta diversa.",
			Example: "Due dischi che si chiamano DISCO-1.",
		}, func(w World, m *app.Medium) []hit {
			label := strings.TrimSpace(m.Label)
			for _, rec := range w.Records(key) {
				if x := rec.(*app.Medium); label != "" && x.UID() != m.UID() && strings.EqualFold(strings.TrimSpace(x.Label), label) {
					return []hit{{text: fmt.Sprintf("C’è già un supporto «%s»: nel registro non si distinguono. Cambiate l’etichetta, anche su quello vero.", x.Label)}}
				}
			}
			return nil
		}),
		rule(Rule{
			Key: "medium-not-wiped", Register: key, Field: "reuse_how", Law: "art. 32 GDPR", House: 28,
			About:   "Un supporto con dati particolari o giudiziari si cancella prima di riusarlo o di buttarlo.",
			Example: "Un disco con dati sulla salute passato a un altro, e non si sa come è stato cancellato.",
		}, func(_ World, m *app.Medium) []hit {
			var out []hit
			if m.Delicate() && m.Reused != "" && strings.TrimSpace(m.ReuseHow) == "" {
				out = append(out, hit{text: "C’erano dati particolari o giudiziari: prima di un altro uso si cancellano in modo che non tornino leggibili. Scrivete come; se non è stato fatto, riprendetelo."})
			}
			if m.Delicate() && m.Destroyed != "" && strings.TrimSpace(m.DestroyedHow) == "" {
				out = append(out, hit{"destroyed_how", "C’erano dati particolari o giudiziari: buttarlo non basta, si cancella o si rompe in modo che non sia più leggibile. Scrivete come."})
			}
			return out
		}),
		when(Rule{
			Key: "medium-lost", Register: key, Field: "lost_note", Law: "artt. 33 e 34 GDPR",
			About:   "Un supporto perso o rubato è una possibile violazione.",
			Example: "Una chiavetta persa ieri, e niente di fatto.",
		}, "Un supporto perso o rubato è una violazione dei dati personali, a meno che non se ne possa leggere niente: avvisate subito il titolare, che ha 72 ore per decidere se notificarla. Poi scrivete qui che cosa si è fatto.",
			func(_ World, m *app.Medium) bool { return m.Lost != "" && strings.TrimSpace(m.LostNote) == "" }),
	}
}
