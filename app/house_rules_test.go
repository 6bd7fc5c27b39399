package app_test

import (
	"fmt"
	"slices"
	"testing"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/form"
)

// houseEdge is a house rule on its edge: what stands in the registers, the last day
// on which nothing is wrong, and the very sentence that the user reads from the day
// after, beside the field («Controlla») or among the deadlines.
type houseEdge struct {
	rule    int
	name    string
	profile string           // in which it is so; "" is in both
	change  *app.HouseChange // the office's own value
	last    form.Date        // "" where no day counts: it is wrong from the start
	key     string           // of the check or of the deadline
	says    string           // silent is nothing, however late
	make    func(o *office)
}

const silent = "-"

func houseEdges() []houseEdge {
	months := func(rule string, n int64) *app.HouseChange {
		return &app.HouseChange{Rule: rule, Used: "yes", Months: form.Number(n)}
	}
	days := func(rule string, n int64) *app.HouseChange {
		return &app.HouseChange{Rule: rule, Days: form.Number(n)}
	}
	by := func(rule, day string) *app.HouseChange { return &app.HouseChange{Rule: rule, Day: day} }
	changed := func(day form.Date, special bool) func(o *office) {
		return func(o *office) {
			who := o.person("")
			o.add(app.CredentialForm.Type(), &app.Credential{Person: who, Kind: app.CredentialPassword, UserID: "a.rossi", Issued: "2020-01-01", FirstChange: "2020-01-01", LastChange: day, LastUse: "2029-01-01", RulesSigned: "2020-01-01"})
			if special {
				o.grant(who, "special")
			}
		}
	}
	used := func(day form.Date) func(o *office) {
		return func(o *office) {
			o.add(app.CredentialForm.Type(), &app.Credential{Person: o.person(""), Kind: app.CredentialDevice, Issued: "2020-01-01", LastUse: day, RulesSigned: "2020-01-01"})
		}
	}
	seen := func(day form.Date) func(o *office) {
		return func(o *office) { o.grant(o.person(""), "common").Reviewed = day }
	}
	copied := func(day form.Date) func(o *office) {
		return func(o *office) {
			uid := o.add(app.BackupPlanForm.Type(), &app.BackupPlan{Name: "NAS", Started: "2028-01-01"})
			o.add(app.BackupCopyForm.Type(), &app.BackupCopy{Plan: uid, At: noon(day), Outcome: app.CopyDone})
		}
	}
	asked := func(day form.Date) func(o *office) {
		return func(o *office) {
			o.add(app.RestoreForm.Type(), &app.Restore{Purpose: app.RestoreReal, What: app.RestoreData, Requested: noon(day)})
		}
	}
	system := func(s app.System, class string) func(o *office) {
		return func(o *office) {
			uid := o.add(app.SystemForm.Type(), &s)
			if class != "" {
				o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{class}, System: uid})
			}
		}
	}
	appointed := func(o *office, role string, day form.Date) string {
		who := o.person("")
		o.add(app.AppointmentForm.Type(), &app.Appointment{Role: role, Person: who, Appointed: day, Signed: day})
		return who
	}
	planless := func(o *office) {
		o.add(app.OfficeForm.Type(), &app.Office{Name: "Ferramenta"})
		appointed(o, app.RoleAuthorised, "2027-01-01")
	}
	requested := func(q app.Request) func(o *office) {
		return func(o *office) { o.add(app.RequestForm.Type(), &q) }
	}
	document := func(o *office) { o.print("accountability-document", "", "2027-06-30", true) }
	copyMaker := func(o *office) {
		appointed(o, app.RoleBackup, "2027-01-01")
		o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: "2028", Made: "2028-01-10"})
	}
	twins := func(o *office) {
		for _, name := range []string{"Ada", "Ugo"} {
			who := o.add(app.PersonForm.Type(), &app.Person{Surname: "Rossi", Name: name})
			c := &app.Credential{Person: who, UserID: "a.rossi", Kind: app.CredentialPassword}
			if name == "Ada" {
				c.Disabled = "2027-01-01" // years ago, and still hers
			}
			o.add(app.CredentialForm.Type(), c)
		}
	}
	return []houseEdge{
		{4, "six months", app.ProfileExAnnexB, nil, "2028-02-29", "credential-password-old", "La password andava cambiata entro il 29/02/2028, dopo 6 mesi: la persona la cambi, poi scrivete quando.", changed("2027-08-31", false)},
		{4, "among the deadlines", app.ProfileExAnnexB, nil, "2028-02-29", "password-old", "Password da cambiare: Rossi Ada. Regole 4 e 5: la password si cambia, più spesso dove ci sono dati particolari o giudiziari. art. 32 GDPR", changed("2027-08-31", false)},
		{4, "the office's months", "", months("4", 4), "2028-02-29", "credential-password-old", "La password andava cambiata entro il 29/02/2028, dopo 4 mesi: la persona la cambi, poi scrivete quando.", changed("2027-10-31", false)},
		{4, "from a leap day", "", months("4", 12), "2029-02-28", "credential-password-old", "La password andava cambiata entro il 28/02/2029, dopo 12 mesi: la persona la cambi, poi scrivete quando.", changed("2028-02-29", false)},
		{4, "none grows old", app.ProfileModern, nil, "2028-02-29", "credential-password-old", silent, changed("2020-01-01", false)},
		{4, "at the first use", "", nil, "2028-02-29", "credential-first-change", "La password è ancora quella consegnata, che conosce anche chi l’ha data: la persona la cambi, poi scrivete quando.", func(o *office) {
			o.add(app.CredentialForm.Type(), &app.Credential{Person: o.person(""), Kind: app.CredentialPassword, Issued: "2028-02-29"})
		}},
		{5, "three months", app.ProfileExAnnexB, nil, "2028-02-29", "credential-password-old", "La password andava cambiata entro il 29/02/2028, dopo 3 mesi: la persona la cambi, poi scrivete quando.", changed("2027-11-30", true)},
		{5, "the office's months", "", months("5", 2), "2028-02-29", "password-old", "Password da cambiare: Rossi Ada. Regole 4 e 5: la password si cambia, più spesso dove ci sono dati particolari o giudiziari. art. 32 GDPR", changed("2027-12-31", true)},
		{5, "none grows old", app.ProfileModern, nil, "2028-02-29", "password-old", silent, changed("2020-01-01", true)},
		{6, "six months", "", nil, "2028-02-29", "credential-unused", "Non si usa da più di 6 mesi: disattivatela, o scrivete quando è stata usata l’ultima volta.", used("2027-08-31")},
		{6, "the office's months", "", months("6", 12), "2029-02-28", "credential-unused", "Non si usa da più di 12 mesi: disattivatela, o scrivete quando è stata usata l’ultima volta.", used("2028-02-29")},
		{7, "of another", "", nil, "", "credential-id-taken", "«a.rossi» è lo user-ID di Rossi Ada: non si salva, nemmeno se quella credenziale non è più attiva. Scrivetene un altro.", twins},
		{8, "left", "", nil, "2028-02-29", "credential-person-left", "La persona è uscita il 29/02/2028 e la credenziale è ancora attiva: disattivatela.", func(o *office) {
			o.add(app.CredentialForm.Type(), &app.Credential{Person: o.person("2028-02-29"), Issued: "2020-01-01"})
		}},
		{8, "permissions of who left", "", nil, "2028-02-29", "permission-left", "Permessi ancora aperti: Rossi Ada non lavora più qui. Regola 8: i permessi finiscono con il rapporto di lavoro. artt. 29 e 32(4) GDPR", func(o *office) { o.grant(o.person("2028-02-29"), "common") }},
		{8, "another duty", "", nil, "2028-02-29", "credential-duty-changed", "Il 29/02/2028 la persona ha finito una mansione: disattivate la credenziale, oppure rivedete il profilo e scrivete quando i permessi sono stati aperti di nuovo.", func(o *office) {
			who := o.add(app.PersonForm.Type(), &app.Person{Surname: "Rossi", Name: "Ada", Duties: []*app.Duty{{Duty: "accounting-clerk", To: "2028-02-29"}}})
			o.add(app.CredentialForm.Type(), &app.Credential{Person: who, Issued: "2020-01-01"})
		}},
		{9, "seen the year before", "", nil, "2028-03-31", "permission-not-reviewed", "Il 31/03/2028 è passato e nessuno ha riguardato questi permessi: correggeteli, o confermateli senza modifiche, e stampate di nuovo l’elenco (UPD A).", seen("2027-12-31")},
		{9, "the office's day", "", by("9", "29/02"), "2028-02-29", "permission-review", "Permessi da riguardare, persone: 1. Regola 9: ogni anno entro il giorno deciso, poi si ristampa l’UPD A. art. 32(1)(d) GDPR", seen("2027-12-31")},
		{9, "the office's day in a short year", "", by("9", "29/02"), "2027-02-28", "permission-review", "Permessi da riguardare, persone: 1. Regola 9: ogni anno entro il giorno deciso, poi si ristampa l’UPD A. art. 32(1)(d) GDPR", seen("2026-12-31")},
		{9, "credentials", "", nil, "2028-03-31", "credential-review", "Credenziali da controllare: 1. Regola 9: ogni anno si guarda se ogni credenziale serve ancora, e se ne scrive l’ultimo uso o la si disattiva. art. 32(1)(d) GDPR", used("2027-12-01")},
		{9, "UPD A", "", nil, "2028-03-31", "permissions-print", "Permessi di accesso (UPD A) da ristampare. Regola 9: i permessi (UPD A) si ristampano ogni anno entro il giorno deciso. art. 32(1)(d) GDPR", func(o *office) { o.print("permissions-list", "", "2027-01-02", true) }},
		{9, "UPD B", "", nil, "", "authorised-print", "Elenco delle persone autorizzate (UPD B) da ristampare: è cambiato il 01/02/2028. Regola 9: l’elenco di chi è autorizzato (UPD B) si ristampa a ogni cambiamento. artt. 24(1) e 29 GDPR", func(o *office) {
			o.print("authorised-list", "", "2028-01-31", true)
			appointed(o, app.RoleAuthorised, "2028-02-01")
		}},
		{10, "a week", "", nil, "2028-02-29", "backup-overdue", "L’ultima copia riuscita è del 22/02/2028: la seguente andava fatta entro il 29/02/2028. Fatela oggi e registratela.", copied("2028-02-22")},
		{10, "the office's days", "", days("10", 3), "2028-02-29", "backup", "Copia da fare: «NAS». Regola 10: le copie si fanno quando il piano dice. art. 32(1)(c) GDPR", copied("2028-02-26")},
		{11, "a week", "", nil, "2028-02-29", "restore-late", "Andava concluso entro il 29/02/2028, 7 giorni dopo la richiesta: concludete, e scrivete quando è tornato in uso. Se a qualcuno i dati mancano, valutate se è una violazione.", asked("2028-02-22")},
		{11, "the office's days", "", days("11", 2), "2028-02-29", "restore-back", "Ripristino del 27/02/2028 da concludere. Regola 11: i dati si usano di nuovo entro i giorni decisi dall’ufficio. art. 32(1)(c) GDPR", asked("2028-02-27")},
		{12, "six months", "", nil, "2028-02-29", "antivirus", "Antivirus da aggiornare: PC. Regola 12: l’antivirus si aggiorna entro i mesi decisi dall’ufficio. art. 32 GDPR", system(app.System{Name: "PC", Antivirus: "Scudo", AntivirusOn: "2027-08-31"}, "")},
		{12, "the office's months", "", months("12", 1), "2028-02-29", "antivirus", "Antivirus da aggiornare: PC. Regola 12: l’antivirus si aggiorna entro i mesi decisi dall’ufficio. art. 32 GDPR", system(app.System{Name: "PC", AntivirusOn: "2028-01-31"}, "")},
		{13, "a year", "", nil, "2029-02-28", "patches", "Programmi da aggiornare: PC. Regola 13: i programmi si aggiornano, più spesso dove ci sono dati particolari o giudiziari. art. 32 GDPR", system(app.System{Name: "PC", PatchedOn: "2028-02-29"}, "common")},
		{13, "six months, with criminal data", "", nil, "2028-02-29", "patches", "Programmi da aggiornare: PC. Regola 13: i programmi si aggiornano, più spesso dove ci sono dati particolari o giudiziari. art. 32 GDPR", system(app.System{Name: "PC", PatchedOn: "2027-08-31"}, "criminal")},
		{13, "the office's months", "", &app.HouseChange{Rule: "13", Months: form.Number(2), SpecialMonths: form.Number(6)}, "2028-02-29", "patches", "Programmi da aggiornare: PC. Regola 13: i programmi si aggiornano, più spesso dove ci sono dati particolari o giudiziari. art. 32 GDPR", system(app.System{Name: "PC", PatchedOn: "2027-12-31"}, "special")},
		{14, "printed the year before", "", nil, "2028-03-31", "document-review", "Documento di accountability da rivedere e ristampare. Regola 14: il documento si rivede ogni anno entro il giorno deciso, e si ristampa. artt. 24(1) e 32(1)(d) GDPR", document},
		{14, "the office's day", "", by("14", "29/02"), "2028-02-29", "document-review", "Documento di accountability da rivedere e ristampare. Regola 14: il documento si rivede ogni anno entro il giorno deciso, e si ristampa. artt. 24(1) e 32(1)(d) GDPR", document},
		{15, "31 March", "", nil, "2028-03-31", "training-plan-missing", "Il piano di formazione di quest’anno non c’è, e il suo termine è passato: fatelo fra i piani di formazione, una riga per persona.", planless},
		{15, "the office's day", "", by("15", "29/02"), "2028-02-29", "training-plan-missing", "Il piano di formazione di quest’anno non c’è, e il suo termine è passato: fatelo fra i piani di formazione, una riga per persona.", planless},
		{15, "among the deadlines", "", by("15", "29/02"), "2028-02-29", "training-plan", "Piano di formazione del 2028 da fare. Regola 15: il piano di formazione si fa ogni anno. artt. 29 e 32(4) GDPR", func(o *office) {
			o.add(app.TrainingPlanForm.Type(), &app.TrainingPlan{Year: "2027", Made: "2027-02-01"})
		}},
		{16, "a month from 31 January", "", nil, "2028-02-29", "request-late", "Si doveva rispondere entro il 29/02/2028: rispondete subito, e scusatevi del ritardo.", requested(app.Request{Received: "2028-01-31"})},
		{16, "over a Sunday", "", nil, "2026-11-23", "request", "Richiesta a cui rispondere: 1/2026. Regola 16: alla richiesta di un interessato si risponde entro un mese. art. 12(3) GDPR", requested(app.Request{Received: "2026-10-22"})},
		{16, "extended in time", "", nil, "2028-05-02", "request-late", "Si doveva rispondere entro il 02/05/2028: rispondete subito, e scusatevi del ritardo.", requested(app.Request{Received: "2028-01-31", Extended: "2028-02-29"})},
		{16, "extended a day late", "", nil, "2028-02-29", "request-late", "Si doveva rispondere entro il 29/02/2028: rispondete subito, e scusatevi del ritardo.", requested(app.Request{Received: "2028-01-31", Extended: "2028-03-01"})},
		{16, "told of the extension too late", "", nil, "", "request-extension-late", "La proroga andava comunicata entro il 10/02/2028: arrivata dopo, non sposta il termine. Rispondete subito.", requested(app.Request{Received: "2028-01-10", Extended: "2028-02-11"})},
		{16, "refused after the month", "", nil, "2028-02-29", "request-refusal-late", "Che si nega andava detto entro il 29/02/2028, con i motivi: la proroga serve a rispondere, non a rifiutare. Ditelo subito, o cercate che cosa si può accogliere.", requested(app.Request{Received: "2028-01-31", Extended: "2028-02-01", Outcome: app.RequestRefused})},
		{17, "until the day agreed", "", nil, "2028-02-29", "extra-access", "Accesso straordinario da concludere: Rossi Ada. Regola 17: un accesso straordinario si chiude in quattro passi. art. 32 GDPR", func(o *office) {
			o.add(app.ExtraAccessForm.Type(), &app.ExtraAccess{Absent: o.person(""), Reset: "2028-02-20", Given: "2028-02-20", Until: "2028-02-29"})
		}},
		{18, "a year from a leap day", "", nil, "2029-02-28", "risk-analysis-old", "Andava rifatta entro il 28/02/2029: guardate che cosa è cambiato e scrivete un’analisi nuova. Questa resta nella storia.", func(o *office) {
			o.add(app.RiskAnalysisForm.Type(), &app.RiskAnalysis{Kind: "hardware", On: "2028-02-29"})
		}},
		{19, "a year", "", nil, "2028-02-28", "profile-not-verified", "Dal 28/02/2027 nessuno ha verificato che questi permessi servano ancora: chiedetelo a chi è designato al trattamento, poi correggeteli o confermateli senza modifiche.", seen("2027-02-28")},
		{19, "among the deadlines", "", by("9", "31/12"), "2029-02-28", "profile-review", "Permessi da motivare di nuovo, persone: 1. Regola 19: ogni anno si verifica che ciascuno abbia ancora bisogno di ciò che può fare. art. 32(1)(d) GDPR", seen("2028-02-29")},
		{20, "a week", "", nil, "2028-02-29", "system-broken", "Guasto dal 22/02/2028: doveva tornare in funzione entro il 29/02/2028. Se serve un ripristino, registratelo fra i ripristini.", system(app.System{Name: "PC", BrokenOn: "2028-02-22"}, "")},
		{20, "the office's days", "", days("20", 2), "2028-02-29", "broken", "Guasto da riparare: PC. Regola 20: un apparecchio guasto torna in funzione entro i giorni decisi dall’ufficio. art. 32(1)(b) e (c) GDPR", system(app.System{Name: "PC", BrokenOn: "2028-02-27"}, "")},
		{21, "thirty days after the hire", "", nil, "2028-02-29", "training-owed", "Lavora nell’ufficio dal 30/01/2028 e non risulta nessun corso. Bastano anche poche parole e le istruzioni in mano: fatelo, e segnatelo in «Formazione».", func(o *office) {
			o.add(app.PersonForm.Type(), &app.Person{Surname: "Rossi", Name: "Ada", Start: "2028-01-30"})
		}},
		{21, "copy makers", "", nil, "2028-03-31", "training-copies", "Nel piano di formazione manca chi fa le copie: Rossi Ada. Regola 21: nel piano di ogni anno c’è anche chi fa le copie. art. 32(4) GDPR", copyMaker},
		{21, "copy makers, the office's day", "", by("21", "29/02"), "2028-02-29", "training-copies", "Nel piano di formazione manca chi fa le copie: Rossi Ada. Regola 21: nel piano di ogni anno c’è anche chi fa le copie. art. 32(4) GDPR", copyMaker},
		{22, "no credential of one's own", "", nil, "", "credential-owed", "Tratta dati con il computer per «Clienti» e non ha una credenziale attiva. Chiedetene una per lei: non si usa quella di un altro.", func(o *office) {
			twins(o)
			o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti", Mode: "electronic", People: []string{o.person("")}})
		}},
		{22, "no letter", "", nil, "", "letter-owed", "Rossi Ada non ha una lettera di nomina per «Clienti». Chi è autorizzato a un trattamento, o vi ha accesso, ha una lettera. artt. 29 e 32(4) GDPR", func(o *office) {
			o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti", People: []string{o.person("")}})
		}},
		{23, "the second authorised person", "", nil, "2028-02-28", "passwords-owed", "Le persone autorizzate sono più di una: nominate un custode delle credenziali. Finché manca, i suoi compiti restano al designato alla sicurezza o al titolare.", func(o *office) {
			appointed(o, app.RoleAuthorised, "2027-01-01")
			o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: o.person(""), Appointed: "2028-02-29"})
		}},
		{23, "among the deadlines", "", nil, "2028-02-28", "custodian-owed", "Nessuno è nominato custode delle credenziali. Regola 23: se le persone autorizzate sono più di una. art. 32 GDPR", func(o *office) {
			appointed(o, app.RoleAuthorised, "2027-01-01")
			appointed(o, app.RoleAuthorised, "2028-02-29")
		}},
		{24, "let in by nobody", "", nil, "", "room-entry-no-host", "È entrato un esterno e non si sa chi gli ha aperto: chiedete al custode. Se è entrato da solo, guardate che cosa poteva vedere e chi ha le chiavi.", func(o *office) {
			o.add(app.RoomEntryForm.Type(), &app.RoomEntry{Outsider: "Paolo Neri"})
		}},
		{24, "a room that nobody keeps", "", nil, "2028-02-28", "room-no-keeper", "Qui stanno dati e nessuno risponde di chi entra e delle chiavi: scrivete chi è il custode, di questo locale o di tutta la sede.", func(o *office) {
			room := o.add(app.RoomForm.Type(), &app.Room{Name: "Ufficio"})
			o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Room: room})
			o.add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleRooms, Person: o.person(""), Rooms: []string{room}, Appointed: "2027-01-01", Ended: "2028-02-29"})
			appointed(o, app.RoleAuthorised, "2027-01-01")
		}},
		{25, "a system more", "", nil, "2028-02-28", "system-print", "Elenco di sistemi e apparati da ristampare: è cambiato il 29/02/2028. Regola 25: gli elenchi si stampano di nuovo a ogni cambiamento. art. 24(1) GDPR", func(o *office) {
			appointed(o, app.RoleAuthorised, "2027-01-01")
			o.print("system-list", "", "2028-02-01", true)
			o.add(app.SystemForm.Type(), &app.System{Name: "PC", Disposed: "2028-02-29"})
		}},
		{25, "a copy for the custodian", "", nil, "", "list-delivery", "«Elenco delle persone autorizzate (UPD B)» da consegnare a Rossi Ada. Regola 25: chi custodisce un elenco ne riceve la copia nuova e firma. art. 24(1) GDPR", func(o *office) {
			appointed(o, app.RolePasswords, "2027-01-01")
			o.print("authorised-list", "", "2028-02-01", true)
		}},
		{26, "a year from a leap day", "", nil, "2029-02-28", "supplier-report-old", "L’ultima relazione è del 29/02/2028: chiedetegli la seguente. C’è il modulo in bianco, «Relazione annuale del fornitore».", func(o *office) {
			o.add(app.SupplierForm.Type(), &app.Supplier{Name: "Paghe", Role: "processor", Contract: "2020-01-01", Report: "2028-02-29"})
		}},
		{26, "never since the contract", "", nil, "2028-02-28", "supplier-report-old", "La prima relazione annuale era attesa entro il 28/02/2028 e non è mai arrivata: chiedetegliela. C’è il modulo in bianco, «Relazione annuale del fornitore».", func(o *office) {
			o.add(app.SupplierForm.Type(), &app.Supplier{Name: "Paghe", Role: "processor", Contract: "2027-02-28"})
		}},
		{26, "does not know how to warn at once", "", nil, "", "supplier-policy", "Procedura per le violazioni da consegnare: Paghe. Regola 26: un fornitore avvisa subito se qualcosa va storto, e la procedura gli dice come. art. 33(2) GDPR", func(o *office) {
			o.add(app.SupplierForm.Type(), &app.Supplier{Name: "Paghe", Role: "processor", Contract: "2027-02-28"})
		}},
		{27, "on closing", "", nil, "2028-02-29", "intervention-no-declaration", "Il lavoro è finito e la dichiarazione del tecnico non c’è: stampatela, fatela firmare e scrivete qui quando la ricevete.", func(o *office) {
			o.add(app.InterventionForm.Type(), &app.Intervention{On: "2028-02-20", Working: "2028-02-29"})
		}},
		{27, "among the deadlines", "", nil, "2028-02-29", "declaration", "Dichiarazione da ricevere: Intervento del 20/02/2028. Regola 27: chi interviene da fuori dichiara per iscritto che cosa ha fatto. art. 32 GDPR", func(o *office) {
			o.add(app.InterventionForm.Type(), &app.Intervention{On: "2028-02-20", Working: "2028-02-29"})
		}},
		{28, "reused", "", nil, "", "medium-not-wiped", "C’erano dati particolari o giudiziari: prima di un altro uso si cancellano in modo che non tornino leggibili. Scrivete come; se non è stato fatto, riprendetelo.", func(o *office) {
			o.add(app.MediumForm.Type(), &app.Medium{Label: "DISCO-1", Classes: []string{"special"}, Reused: "2028-02-29"})
		}},
		{28, "thrown away", "", nil, "", "medium-not-wiped", "C’erano dati particolari o giudiziari: buttarlo non basta, si cancella o si rompe in modo che non sia più leggibile. Scrivete come.", func(o *office) {
			o.add(app.MediumForm.Type(), &app.Medium{Label: "DISCO-1", Classes: []string{"criminal"}, Destroyed: "2028-02-29"})
		}},
		{29, "a year from a leap day", "", nil, "2029-02-28", "sysadmin-not-checked", "La verifica annuale andava fatta entro il 28/02/2029: fatela e registratela fra le verifiche degli amministratori. Chi tratta dati solo a ordinari fini amministrativi e contabili non vi è obbligato: per lui è una buona abitudine.", func(o *office) { appointed(o, app.RoleSysadmin, "2028-02-29") }},
		{29, "among the deadlines", "", nil, "2029-02-28", "sysadmin-check", "Amministratore di sistema da verificare: Rossi Ada. Regola 29: ogni anno si verifica che cosa ha fatto chi amministra i sistemi. Garante 27/11/2008", func(o *office) { appointed(o, app.RoleSysadmin, "2028-02-29") }},
		{29, "logs for the office's months", "", months("29", 12), "", "sysadmin-logs", "Si conservano per almeno 12 mesi: dovevano arrivare indietro almeno al 28/02/2027. Fate allungare il periodo a chi cura il sistema.", func(o *office) {
			who := appointed(o, app.RoleSysadmin, "2020-01-01")
			o.add(app.SysadminCheckForm.Type(), &app.SysadminCheck{Person: who, On: "2028-02-28", LogsSince: "2027-03-01"})
		}},
		{30, "by the evening", "", nil, "2028-02-29", "loan-special-out", "Contiene dati particolari o giudiziari e doveva tornare entro la sera del 29/02/2028. Fatelo riportare oggi; se non si trova, è una violazione: avvisate subito il titolare.", loanOf("special")},
		{30, "among the deadlines", "", nil, "2028-02-29", "loan-special", "Carte da riportare: Fascicolo. Regola 30: le carte con dati particolari o giudiziari tornano entro la sera, le altre entro trenta giorni. art. 32 GDPR", loanOf("criminal")},
		{31, "at once", "", nil, "2028-02-29", "attempt-told", "Tentativo di accesso del 29/02/2028 da dire al titolare. Regola 31: un tentativo di accesso si dice subito al titolare. artt. 32 e 33 GDPR", func(o *office) {
			o.add(app.AccessAttemptForm.Type(), &app.AccessAttempt{On: "2028-02-29"})
		}},
		{31, "beside the field", "", nil, "", "attempt-not-told", "Il titolare non lo sa ancora: diteglielo oggi. Se qualcuno è entrato, i termini della violazione corrono.", func(o *office) {
			o.add(app.AccessAttemptForm.Type(), &app.AccessAttempt{On: "2028-02-20"})
		}},
		{32, "the months of the register", "", nil, "2028-02-29", "inspection-overdue", "Il controllo seguente andava fatto entro il 29/02/2028: fatelo, e scrivetene il verbale.", func(o *office) {
			o.add(app.InspectionForm.Type(), &app.Inspection{On: "2027-08-31", Months: form.Number(6)})
		}},
	}
}

func loanOf(class string) func(o *office) {
	return func(o *office) {
		archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{class}})
		o.add(app.DocumentLoanForm.Type(), &app.DocumentLoan{Archive: archive, Documents: "Fascicolo", Taken: "2028-02-29"})
	}
}

// grant gives a person a permission on an archive of some class of data.
func (o *office) grant(who, class string) *app.Permission {
	archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Archivio", Classes: []string{class}})
	p := &app.Permission{Person: who, Grants: []*app.Grant{{Archive: archive, View: true}}}
	o.add(app.PermissionForm.Type(), p)
	return p
}

// reads gives what a check or the deadlines of a source say on a day: of these only
// what is overdue, or owed by no day.
func (o *office) reads(day form.Date, key string) []string {
	o.t.Helper()
	d := o.dossier(noon(day).Time)
	var out []string
	for _, f := range check.Office(d) {
		if f.Rule.Key == key {
			out = append(out, f.Text)
		}
	}
	known := slices.ContainsFunc(check.Rules(), func(r *check.Rule) bool { return r.Key == key })
	for _, s := range app.DeadlineSources() {
		known = known || s.Key == key
	}
	if !known {
		o.t.Fatalf("nothing is called %s", key)
	}
	for _, x := range app.Deadlines(d) {
		if text := x.What + ". " + x.Reason(); x.Key == key && !slices.ContainsFunc(check.Rules(), func(r *check.Rule) bool { return r.Key == key }) &&
			(x.State == app.DeadlineOverdue || x.State == app.DeadlineUndated) {
			out = append(out, text)
		}
	}
	return out
}

// TestHouseRulesOnTheirEdges: each rule on the day before its last one, on that day
// and on the day after, in both profiles, and switched off where it can be.
func TestHouseRulesOnTheirEdges(t *testing.T) {
	for _, c := range houseEdges() {
		rule := app.HouseRules()[c.rule-1]
		try := func(name, profile string, change *app.HouseChange, says string) {
			t.Run(fmt.Sprintf("%d %s, %s", c.rule, c.name, name), func(t *testing.T) {
				o := newOffice(t, "2026-01-01")
				h := &app.HouseChoice{Profile: profile}
				if change != nil {
					h.Changes = []*app.HouseChange{change}
				}
				o.add(app.HouseRuleForm.Type(), h)
				c.make(o)
				late := form.Date("2028-02-29")
				if c.last != "" {
					late = c.last.AddDays(1)
					for _, day := range []form.Date{c.last.AddDays(-1), c.last} {
						if got := o.reads(day, c.key); len(got) > 0 {
							t.Errorf("on %s: %q", day, got)
						}
					}
				}
				got := o.reads(late, c.key)
				if says == silent && len(got) == 0 {
					return
				}
				if len(got) != 1 || got[0] != says {
					t.Errorf("on %s\n got %q\nwant %q", late, got, says)
				}
			})
		}
		for _, profile := range []string{app.ProfileExAnnexB, app.ProfileModern} {
			if c.profile == "" || c.profile == profile {
				try(profile, profile, c.change, c.says)
			}
		}
		if rule.Off != "" && c.change == nil && c.key != "credential-first-change" && c.rule != 5 { // where 5 is off, 4 counts
			try("off", c.profile, &app.HouseChange{Rule: fmt.Sprint(c.rule), Used: "no"}, silent)
		}
	}
}

// TestEveryHouseRuleIsTried: all thirty-two stand in the tables above, those with a
// value of the office with a changed one, those of which a profile asks less in both.
func TestEveryHouseRuleIsTried(t *testing.T) {
	tried, changed, modern := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, c := range houseEdges() {
		tried[c.rule] = tried[c.rule] || c.says != silent
		changed[c.rule] = changed[c.rule] || c.change != nil
		modern[c.rule] = modern[c.rule] || c.profile == app.ProfileModern && c.says == silent
	}
	for _, c := range passwordEdges {
		tried[c.rule] = tried[c.rule] || c.says != silent
		changed[c.rule] = changed[c.rule] || c.change != nil
		modern[c.rule] = modern[c.rule] || c.profile == app.ProfileModern && c.says == silent
	}
	for _, r := range app.HouseRules() {
		switch {
		case !tried[r.Number]:
			t.Errorf("%s: no row of the tables", r.Label())
		case len(r.Values) > 0 && !changed[r.Number]:
			t.Errorf("%s: never with a value of the office", r.Label())
		case r.ModernOff && !modern[r.Number]:
			t.Errorf("%s: never in the profile that does not ask for it", r.Label())
		}
	}
}
