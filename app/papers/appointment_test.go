package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
)

// letterOf is the first appointment that a letter fits.
func letterOf(d *app.Dossier, p papers.Paper) any {
	for _, rec := range d.Records(p.Register) {
		if p.Fits(rec) {
			return rec
		}
	}
	return nil
}

// duties are those of 6-details, 25, by a mark that stands in no other: each is in
// the letter of its role.
var duties = map[string][]string{
	app.RoleDPO: {
		"informare e consigliare", "sorvegliare che le norme", "parere sulla valutazione d’impatto", "cooperare con il Garante", "punto di contatto", "in autonomia", "art. 38, par. 6",
	},
	app.RoleSecurity: {
		"anche presso i fornitori", "tenere gli elenchi di sedi, locali, archivi, sistemi, soggetti esterni e persone autorizzate, e aggiornarli a ogni cambiamento",
		"gli amministratori di sistema, il custode delle credenziali se le persone autorizzate sono più di una, gli addetti alle copie e un custode per ogni ufficio", "conservare le loro lettere",
		"stabilire come si entra nei locali", "verificare che sia rispettato", "decidere con l’amministratore di sistema ogni quanto e con quali criteri si fanno le copie", "custodire i supporti", "ogni anno credenziali, apparecchi, programmi e altri rischi", "piano di formazione",
		"tentativi di accesso abusivo e avvisarne il titolare", "la copia, la trasmissione, l’uscita, la distruzione e la consegna", "unico a poterlo fare, il ripristino", "entro 7 giorni",
		"far cancellare i supporti", "dichiarazioni dei tecnici esterni",
	},
	app.RoleTreatment: {
		"le persone autorizzate sui propri archivi", "con il computer e con la carta", "inserire, vedere e stampare, modificare, cancellare", "UPD A", "per iscritto le credenziali e le nuove parole chiave",
		"far firmare per presa visione le regole", "ogni anno che ogni profilo", "dimissioni, cambi di mansione e rischi evidenti", "accesso straordinario", "indicare chi lo usa", "ogni archivio di carta",
	},
	app.RoleSysadmin: {
		"attivare e disattivare le credenziali su richiesta", "parola chiave provvisoria", "provare l’accesso", "conservare le richieste", "antivirus, almeno ogni 6 mesi", "almeno ogni 12, oppure ogni 6", "615-ter",
		"reti, firewall, controllo degli accessi, copie e ripristino", "istruzioni per fare, verificare e ripristinare", "analisi dei rischi", "segnalare subito rischi e incidenti", "registrati", "verificato ogni anno",
		"27 novembre 2008", "In generale non riguarda",
	},
	app.RolePasswords: {
		"autorizzare le credenziali chieste dal designato", "spiegare le regole", "come si cambia", "nome utente già usato da un’altra", "non usate da 6 mesi", "non ne ha più titolo", "incustoditi gli strumenti",
		"azzerare la parola chiave", "utente temporaneo", "avvisare la persona assente", "farla cambiare al suo ritorno", "UPD B", "con riservatezza",
	},
	app.RoleBackup: {
		"secondo i criteri", "leggibili e complete", "luogo sicuro, ad accesso controllato", "impedire ad altri", "segnalare subito i guasti all’amministratore", "aiutare nel ripristino",
	},
	app.RoleRooms: {"soltanto chi è autorizzato", "chi entra fuori orario", "siano chiusi", "impianti, attrezzature e registri degli ingressi", "segnalare subito ogni anomalia"},
	app.RoleAuthorised: {
		"per la propria mansione e per le finalità dichiarate", "tenerli esatti", "correggere subito quelli sbagliati", "tenere segreta la parola chiave", "custodire i dispositivi", "nulla si annota, nulla si dice", "almeno 8 caratteri", "3 lettere e 2 cifre", "nomi comuni o di persona", "diversa dal nome utente",
		"al primo uso e poi ogni 6 mesi, o ogni 3", "aperta una sessione", "per assenze lunghe si spegne", "tutte le misure",
		"solo per eccezione e per il tempo più breve", "mai incustoditi, dentro o fuori", "completi e interi", "a fine giornata e a lavoro finito", "sulla scrivania", "né il contenuto né la copertina",
		"il meno possibile", "carta per appunti", "consegnano con cura", "massima cautela", "sotto mano", "sicuri di chi ascolta", "mai ad alta voce", "con il cellulare o in pubblico",
		"copiare dati su supporti o trasmetterli", "fotocopiare", "portare via, cancellare o distruggere", "consegnarli ad altri",
	},
	app.RoleBreach: {
		"segnalazioni, anche fuori orario", "squadra di crisi e scrivere chi era presente", "da cui si contano le 72 ore", "far fermare il danno", "allegato B della procedura", "decidere la notifica al Garante",
		"decidere se avvisare gli interessati", "tenere il registro delle violazioni", "verificare che le azioni decise siano fatte", "Interrompere un’analisi resta del titolare", "La squadra di crisi", "Ne fanno parte",
	},
	app.RoleControls: {"ogni reparto alla scadenza concordata", "verbale", "che cosa va corretto, da chi ed entro quando"},
}

// flat gives the words of a paper on one line, with plain spaces.
func flat(d doc.Document) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(doc.Text(d), "\u00a0", " ")), " ")
}

// TestDuties: each duty is in the letter of its role, blank as filled, and every
// letter says how long it holds, by which law, and how it is signed.
func TestDuties(t *testing.T) {
	d, list := apptest.Sample(t), papers.All(app.Registers())
	for _, role := range app.Roles() {
		p, ok := papers.Find(list, "appointment-"+role.Key)
		if !ok || len(duties[role.Key]) == 0 {
			t.Errorf("%s: no letter, or no duties", role.Key)
			continue
		}
		person := app.All(d, app.PersonForm)[2]
		a := &app.Appointment{Role: role.Key, Person: person.UID(), Appointer: app.ByController, Appointed: "2026-11-22", Tools: app.ToolsBoth}
		for name, text := range map[string]string{"blank": flat(p.Empty(d)), "filled": flat(p.Fill(d, a))} {
			for _, want := range append(duties[role.Key], "tempo indeterminato", "senza preavviso", "Norme", role.Manner()) {
				if !strings.Contains(text, want) {
					t.Errorf("%s, %s: %q is missing", role.Key, name, want)
				}
			}
			for _, other := range app.Roles() {
				if mark := duties[other.Key][0]; other.Key != role.Key && strings.Contains(text, mark) {
					t.Errorf("%s, %s: %q, a duty of %s, stands there", role.Key, name, mark, other.Key)
				}
			}
		}
	}
}

// TestLetters changes one thing of a whole letter at a time.
func TestLetters(t *testing.T) {
	for _, c := range []struct {
		name, kind   string
		change       func(d *app.Dossier, a *app.Appointment)
		has, without []string
		draft        bool
	}{
		{"as it is", "appointment-backup", func(*app.Dossier, *app.Appointment) {}, []string{"per conto del titolare", "Bianchi Luca", "Ricci Davide", "NAS in magazzino", "Copia firmata: Bianchi Marta, armadio"}, []string{"delega"}, false},
		{"no date", "appointment-backup", func(_ *app.Dossier, a *app.Appointment) { a.Appointed = "" }, []string{"Nomina del: «da completare»"}, nil, true},
		{"the delegation ended", "appointment-backup", func(d *app.Dossier, a *app.Appointment) {
			app.Find(d, app.AppointmentForm, a.Delegation).Ended = "2024-11-11"
		}, []string{"Manca la delega.", "non era in vigore"}, nil, true},
		{"the delegation was never signed", "appointment-backup", func(d *app.Dossier, a *app.Appointment) {
			app.Find(d, app.AppointmentForm, a.Delegation).Signed = ""
		}, []string{"Manca la delega.", "non è ancora firmata"}, nil, true},
		{"the controller signs", "appointment-backup", func(_ *app.Dossier, a *app.Appointment) { a.Appointer, a.Delegation = app.ByController, "" },
			[]string{"Il titolare del trattamento: ____ Marta Bianchi", "Risponde a: Bianchi Luca, designato alla sicurezza"}, []string{"per conto"}, false},
		{"nobody above", "appointment-rooms", func(d *app.Dossier, a *app.Appointment) {
			app.Find(d, app.AppointmentForm, a.Delegation).Ended, a.Appointer, a.Delegation = "2024-01-01", app.ByController, ""
		}, []string{"i compiti del designato alla sicurezza, che non è nominato, restano a lui"}, nil, false},
		{"roles that nobody has", "appointment-security", func(d *app.Dossier, _ *app.Appointment) {
			for _, x := range app.All(d, app.AppointmentForm) {
				if x.Role == app.RoleRooms || x.Role == app.RoleSysadmin {
					x.Ended = "2024-11-11"
				}
			}
		}, []string{"i loro compiti restano al designato alla sicurezza: amministratore di sistema, custode di aree e locali."}, nil, false},
		{"only paper", "appointment-authorised", func(_ *app.Dossier, a *app.Appointment) { a.Tools = app.ToolsPaper }, []string{"Con la carta"}, []string{"Con il computer"}, false},
		{"a treatment that is not the designato's", "appointment-authorised", func(d *app.Dossier, a *app.Appointment) {
			a.Treatments = append(a.Treatments, app.All(d, app.TreatmentForm)[5].UID())
		}, []string{"Manca la delega.", "non è designato a tutti"}, nil, true},
		{"another role", "appointment-rooms", func(_ *app.Dossier, a *app.Appointment) { a.Role = app.RoleBackup }, []string{"Lettera di un altro ruolo."}, nil, true},
		{"a word of one's own", "appointment-controls", func(*app.Dossier, *app.Appointment) {}, []string{"In più: Controllo ogni sei mesi", "Per il fornitore nominato (per accettazione): ____ Studio Commercialista Rosati"}, nil, false},
		{"given back", "appointment-end", func(*app.Dossier, *app.Appointment) {}, []string{"prende atto", "rinuncia al ruolo di addetto alle copie"}, []string{"restano al"}, false},
		{"revoked, and nobody follows", "appointment-end", func(d *app.Dossier, a *app.Appointment) {
			a.EndReason = app.EndRevoked
			for _, x := range app.All(d, app.AppointmentForm) {
				if x.Role == app.RoleBackup {
					x.Ended = "2025-01-31"
				}
			}
		}, []string{"**revoca**, senza preavviso", "restano al designato alla sicurezza, Bianchi Luca."}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			p, _ := papers.Find(papers.All(app.Registers()), c.kind)
			a := letterOf(d, p).(*app.Appointment)
			c.change(d, a)
			expect(t, p.Fill(d, a), c.has, c.without, c.draft)
		})
	}
}

// TestDPOLetter holds the letter that the shop of the example has no use for.
func TestDPOLetter(t *testing.T) {
	d := apptest.Sample(t)
	p, _ := papers.Find(papers.All(app.Registers()), "appointment-dpo")
	check(t, "appointment-dpo", p.Fill(d, &app.Appointment{
		Role: app.RoleDPO, Supplier: app.All(d, app.SupplierForm)[0].UID(), Ability: "Ha un esperto con attestato", Appointer: app.ByController, Appointed: "2026-11-22",
	}))
}

// TestGroupInstructions: one sheet for all who are authorised, with the words of
// their letter; it is no use for one alone.
func TestGroupInstructions(t *testing.T) {
	d := apptest.Sample(t)
	p, _ := papers.Find(papers.All(app.Registers()), "group-instructions")
	all := app.All(d, app.TreatmentForm)
	if !p.Fits(all[1]) || p.Fits(all[5]) {
		t.Error("it is offered for one alone, or not for several")
	}
	expect(t, p.Fill(d, all[1]), []string{"Clienti e fatturazione", "Costa Niccolò | ", "Con il computer", "Con la carta", "Il designato a un trattamento (per conto del titolare): ____ Sala Elena"}, nil, false)
	expect(t, p.Fill(d, all[4]), []string{"Con il computer", "Il titolare del trattamento: ____ Marta Bianchi"}, []string{"Con la carta"}, false)
	all[1].People = nil
	expect(t, p.Fill(d, all[1]), []string{"Clienti e fatturazione"}, nil, true)
	text := flat(p.Empty(d))
	for _, want := range duties[app.RoleAuthorised] {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}
