package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// TestOfficeLists changes one thing of an office at a time.
func TestOfficeLists(t *testing.T) {
	for _, c := range []struct {
		name, kind   string
		change       func(d *app.Dossier)
		has, without []string
		draft        bool
	}{
		{"keeper by letter", "site-list", func(d *app.Dossier) { app.All(d, app.RoomForm)[0].Keeper = "" },
			[]string{"Sala Elena, nomina del 11/11/2024", "sostituto: Bianchi Marta", "i suoi compiti restano al designato alla sicurezza, Bianchi Luca"}, nil, false},
		{"keeper of the site", "site-list", func(d *app.Dossier) {
			app.All(d, app.RoomForm)[0].Access = app.Access{}
			for _, s := range app.All(d, app.SiteForm) {
				s.Keeper = app.All(d, app.PersonForm)[3].UID()
			}
			for _, a := range app.All(d, app.AppointmentForm) {
				a.Rooms = nil
			}
		}, []string{"Costa Niccolò", "quello della sede"}, []string{"non c’è", "i suoi compiti restano"}, false},
		{"nobody for the security", "site-list", func(d *app.Dossier) { app.All(d, app.AppointmentForm)[0].Ended = "2026-11-22" },
			[]string{"i suoi compiti restano al titolare.", "Non è stato nominato un designato alla sicurezza", "Il titolare del trattamento: ____ Marta Bianchi"}, []string{"per conto"}, false},
		{"appointed until tomorrow", "site-list", func(d *app.Dossier) { app.All(d, app.AppointmentForm)[0].Ended = "2026-11-23" },
			[]string{"Il designato alla sicurezza (per conto del titolare): ____ Bianchi Luca"}, []string{"Non è stato nominato"}, false},
		{"a room that stands nowhere", "site-list", func(d *app.Dossier) { app.All(d, app.RoomForm)[0].Site = "" }, []string{"Locali di cui manca la sede", "Amministrazione"}, nil, true},
		{"no name", "site-list", func(d *app.Dossier) { app.All(d, app.SiteForm)[1].Address = "" }, nil, nil, true},
		{"as they are", "system-list", func(*app.Dossier) {}, []string{"Sede legale e negozio", "**Amministrazione**", "PC amministrazione", "antivirus: 16/11/2026", "Servizi in rete", "Postino Digitale S.r.l."}, []string{"Dismessi", "non si sa"}, false},
		{"disposed of today", "system-list", func(d *app.Dossier) {
			s := app.All(d, app.SystemForm)[0]
			s.Disposed, s.Wiped = "2026-11-22", "Disco distrutto"
		}, []string{"Dismessi", "PC amministrazione | 5CD0412ABC | 22/11/2026 | Disco distrutto"}, []string{"antivirus: 16/11/2026"}, false},
		{"to be disposed of tomorrow", "system-list", func(d *app.Dossier) {
			s := app.All(d, app.SystemForm)[0]
			s.Disposed, s.Wiped = "2026-11-23", "Disco distrutto"
		}, []string{"antivirus: 16/11/2026"}, []string{"Dismessi"}, false},
		{"days not known", "system-list", func(d *app.Dossier) {
			s := app.All(d, app.SystemForm)[0]
			s.AntivirusOn, s.PatchedOn = "", ""
		}, []string{"antivirus: non si sa / programmi: non si sa {warn}"}, nil, false},
		{"no kind", "system-list", func(d *app.Dossier) { app.All(d, app.SystemForm)[1].Kind = "" }, nil, nil, true},
		{"by class", "archive-list", func(d *app.Dossier) {
			app.All(d, app.ArchiveForm)[0].Classes = []string{"criminal", "common"}
			app.All(d, app.ArchiveForm)[3].Disseminated = "yes"
		}, []string{"art. 10 GDPR)\n\nBanca dati | Forma | Dati | Dove sta | Responsabile | Trattamenti che la usano | Chi è ammesso (carta)\n---\n**Clienti e fornitori**", "destinati alla diffusione", "Bianchi Marta / Sala Elena"}, []string{"manca la classe"}, false},
		{"no class", "archive-list", func(d *app.Dossier) { app.All(d, app.ArchiveForm)[0].Classes = nil }, []string{"manca la classe"}, nil, true},
	} {
		t.Run(c.kind+", "+c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			expect(t, fill(t, d, c.kind, nil), c.has, c.without, c.draft)
		})
	}
}

// TestLongOfficeLists: names that are long, and rows that go on for pages.
func TestLongOfficeLists(t *testing.T) {
	long := strings.Repeat("Archivio storico della corrispondenza ", 4)
	m := apptest.NewMemory(apptest.Now)
	keep := func(ft *form.Type, rec form.Record) {
		if err := m.Save(ft, rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	site := m.Records[app.SiteForm.Key][0].(*app.Site)
	for i := range 70 {
		r := &app.Room{Name: fmt.Sprintf("Stanza %d, %s", i, long), Site: site.UID(), Use: long, Access: app.Access{Protection: long, AdmittedNote: long}}
		keep(app.RoomForm.Type(), r)
		keep(app.SystemForm.Type(), &app.System{Name: fmt.Sprintf("Computer %d", i), Kind: "pc", Serial: strings.Repeat("X9", 40), Room: r.UID(), Peripherals: long, Antivirus: long})
		keep(app.ArchiveForm.Type(), &app.Archive{Name: fmt.Sprintf("Raccolta %d, %s", i, long), Kind: "paper", Classes: []string{"special"}, Room: r.UID(), Treatments: []string{m.Records["treatment"][0].(*app.Treatment).UID()}})
	}
	d := m.Dossier(t)
	for kind, last := range map[string]string{"site-list": "Stanza 69", "system-list": "Computer 69", "archive-list": "Raccolta 69"} {
		p, _ := papers.Find(papers.All(app.Registers()), kind)
		document := p.Fill(d, nil)
		layout, err := pdf.Layout(document)
		if err != nil {
			t.Fatal(kind, err)
		}
		if text := flat(document); !strings.Contains(text, last) || len(layout.Pages) < 8 {
			t.Errorf("%s: %d pages, or %q is not there", kind, len(layout.Pages), last)
		}
		shot(t, "long-"+kind, document)
	}
}
