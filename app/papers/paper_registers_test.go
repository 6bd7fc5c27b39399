package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// TestDocumentLoans: a year back, its first day included, and what is still out
// from before; what had to be back stands out.
func TestDocumentLoans(t *testing.T) {
	for _, c := range []struct {
		name            string
		change          func(d *app.Dossier, l *app.DocumentLoan)
		has, without    []string
		draft           bool
		taken, returned form.Date
	}{
		{name: "on the first day", taken: "2025-11-23", returned: "2025-11-23", has: []string{"23/11/2025 | Fascicolo 3"}},
		{name: "the day before", taken: "2025-11-22", returned: "2025-11-22", without: []string{"Fascicolo 3"}},
		{name: "back on the first day", taken: "2025-11-01", returned: "2025-11-23", has: []string{"01/11/2025 | Fascicolo 3"}},
		{name: "out today", taken: "2026-11-22", has: []string{"fuori {warn} | –"}},
		{name: "out since yesterday", taken: "2026-11-21", has: []string{"fuori: era da riportare entro il 21/11/2026 {bad}"}},
		{name: "out for years", taken: "2020-01-01", has: []string{"01/01/2020 | Fascicolo 3"}},
		{name: "common, out for a month", taken: "2026-10-23", has: []string{"fuori {warn}"}, change: func(d *app.Dossier, _ *app.DocumentLoan) {
			app.All(d, app.ArchiveForm)[1].Classes = []string{"common"}
		}},
		{name: "common, out for longer", taken: "2026-10-22", has: []string{"entro il 21/11/2026 {bad}"}, change: func(d *app.Dossier, _ *app.DocumentLoan) {
			app.All(d, app.ArchiveForm)[1].Classes = []string{"common"}
		}},
		{name: "not whole", taken: "2026-11-20", returned: "2026-11-20", has: []string{"manca: / una lettera {bad}"}, change: func(_ *app.Dossier, l *app.DocumentLoan) {
			l.Complete, l.Note = "no", "una lettera"
		}},
		{name: "nobody took it", taken: "2026-11-20", returned: "2026-11-20", draft: true, change: func(_ *app.Dossier, l *app.DocumentLoan) { l.Person = "" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			l := app.All(d, app.DocumentLoanForm)[0]
			l.Taken, l.Returned = c.taken, c.returned
			if c.change != nil {
				c.change(d, l)
			}
			expect(t, fill(t, d, "document-loans", nil), c.has, c.without, c.draft)
		})
	}
}

// TestRoomRegister: the first day of the year back, from its midnight in Rome; an
// outsider whom nobody let in makes a draft.
func TestRoomRegister(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.RoomEntryForm)
	list[0].In, _ = form.ParseMoment("23/11/2025 00:00")
	list[1].LetInBy = ""
	expect(t, fill(t, d, "room-register", nil), []string{"23/11/2025 00:00", "Il custode dei locali: ____ Sala Elena", "Carta d’identità"}, nil, true)
	list[0].In, _ = form.ParseMoment("22/11/2025 23:59")
	list[1].LetInBy = list[0].Person
	for _, a := range app.All(d, app.AppointmentForm) {
		a.Ended = "2026-01-01"
	}
	expect(t, fill(t, d, "room-register", nil), []string{"Il titolare del trattamento: ____ Marta Bianchi"}, []string{"23:59"}, false)
}

// TestDeliveryList: a part for each document and revision; who has not signed finds
// room to sign, which makes no draft.
func TestDeliveryList(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.DeliveryForm)
	list[0].Signed = ""
	expect(t, fill(t, d, "delivery-list", nil), []string{"**Procedura per le violazioni, revisione 2**", "Sala Elena | – | 11/11/2024 | A mano |", "Studio Paghe Padano S.r.l. | – | 11/11/2024 | Per e-mail o PEC | firmato il 20/11/2024"}, nil, false)
	if n := strings.Count(doc.Text(fill(t, d, "delivery-list", nil)), "**Procedura"); n != 1 {
		t.Errorf("the document has %d parts", n)
	}
	list[1].Person = ""
	expect(t, fill(t, d, "delivery-list", nil), nil, nil, true)
}

// TestCopyLeave: delicate data are told of, who authorised signs; while nobody did,
// the designee is to, on this paper.
func TestCopyLeave(t *testing.T) {
	d := apptest.Sample(t)
	l := app.All(d, app.CopyLeaveForm)[0]
	expect(t, fill(t, d, "copy-leave", l), []string{"Ci sono dati particolari", "Chi autorizza: ____ Bianchi Luca"}, nil, false)
	l.Classes, l.Archive, l.AuthorisedBy = []string{"common"}, "", ""
	expect(t, fill(t, d, "copy-leave", l), []string{"Il designato alla sicurezza (per conto del titolare): ____ Bianchi Luca"}, []string{"Ci sono dati particolari", "Autorizzato da"}, false)
}

// TestErasureMinutes: what each outcome declares, and who signs beside who did it.
func TestErasureMinutes(t *testing.T) {
	for _, c := range []struct {
		name         string
		change       func(d *app.Dossier, e *app.Erasure)
		has, without []string
		draft        bool
	}{
		{"erased by the designee", func(*app.Dossier, *app.Erasure) {}, []string{"non si possono più leggere", "tutte quelle del trattamento", "12 mesi dalla raccolta", "Il titolare del trattamento: ____ Marta Bianchi"}, []string{"ancora si usano"}, false},
		{"by another", func(d *app.Dossier, e *app.Erasure) { e.By = app.All(d, app.PersonForm)[1].UID() }, []string{"Il designato al trattamento (per conto del titolare): ____ Sala Elena"}, nil, false},
		{"on a day without a designee", func(d *app.Dossier, e *app.Erasure) {
			e.By, e.On, e.Minutes = app.All(d, app.PersonForm)[1].UID(), "2024-11-10", "2024-11-10"
		}, []string{"Il titolare del trattamento: ____"}, nil, false},
		{"kept on", func(_ *app.Dossier, e *app.Erasure) { e.Outcome, e.Reason = app.ExtendedData, "Una causa" }, []string{"si usano solo per il motivo"}, []string{"non si possono più leggere"}, false},
		{"kept on without a reason", func(_ *app.Dossier, e *app.Erasure) { e.Outcome = app.ExtendedData }, nil, nil, true},
		{"nothing found", func(_ *app.Dossier, e *app.Erasure) { e.Outcome = app.NothingToErase }, []string{"Niente da cancellare"}, []string{"non si possono più leggere", "si usano solo"}, false},
		{"printed to be signed", func(_ *app.Dossier, e *app.Erasure) { e.Minutes = "" }, []string{"Cremona, 12/01/2026"}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			e := app.All(d, app.ErasureForm)[0]
			c.change(d, e)
			expect(t, fill(t, d, "erasure-minutes", e), c.has, c.without, c.draft)
		})
	}
}

// TestAnnexH: those appointed, those whom suppliers named, and that there are none.
func TestAnnexH(t *testing.T) {
	d := apptest.Sample(t)
	s, people := app.All(d, app.SupplierForm)[0], app.All(d, app.PersonForm)
	s.Administrators = []string{people[4].UID()}
	expect(t, fill(t, d, "annex-h", nil), []string{"**Bianchi Luca** | PC amministrazione;", "del 11/11/2024 / firmata il 15/11/2024 | 27/03/2026 / regolare", "**Per Studio Paghe Padano S.r.l.**", "**Ricci Davide**", "mai {warn}"},
		[]string{"Nessuno è nominato"}, false)
	s.Ended = "2026-01-01"
	for _, a := range app.All(d, app.AppointmentForm) {
		a.Ended = "2026-01-01"
	}
	expect(t, fill(t, d, "annex-h", nil), []string{"Nessuno è nominato.", "i compiti restano al designato"}, []string{"Ricci"}, false)
}

// TestSupplierInventory: who works here, what is entrusted by the sheets, and what
// is lacking.
func TestSupplierInventory(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.SupplierForm)
	list[0].Contract, list[0].Accepts = "", ""
	list[1].Country, list[1].Safeguard = "us", "standard-clauses"
	list[2].SubProcessors = []*app.SubProcessor{{Name: "Help Desk", Country: "in"}}
	list[3].Ended = "2026-01-01"
	expect(t, fill(t, d, "supplier-inventory", nil),
		[]string{"senza contratto {bad}", "4 dichiarazioni su 5 / relazione del 20/02/2026 {warn}", "Personale: paghe e gestione", "Stati Uniti", "sub-responsabile: Help Desk, India"}, []string{"Vigila"}, true)
}

// TestSupplierDeclarations: the same of a processor and of a controller of its own;
// of one that has no role it says so.
func TestSupplierDeclarations(t *testing.T) {
	for _, c := range []struct {
		role  string
		draft bool
	}{{"processor", false}, {"controller", false}, {"", true}} {
		d := apptest.Sample(t)
		s := app.All(d, app.SupplierForm)[0]
		s.Role, s.Accepts = c.role, ""
		has, without := []string{"| con questa firma", "Il fornitore: ____ Studio Paghe Padano"}, []string{"Manca il ruolo"}
		if c.draft {
			has, without = append(has, without...), nil
		}
		expect(t, fill(t, d, "supplier-declarations", s), has, without, c.draft)
	}
}
