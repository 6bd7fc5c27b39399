package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/papers"
)

// TestConsentGolden holds a form that asks for consent, and one of a sheet that
// contradicts itself.
func TestConsentGolden(t *testing.T) {
	d := apptest.Sample(t)
	check(t, "consent-form-newsletter", fill(t, d, "consent-form", app.All(d, app.TreatmentForm)[4]))
	office := apptest.Case(t)
	check(t, "case-consent-form", fill(t, office, "consent-form", first(office, "treatment")))
}

// TestConsent changes one thing of a whole sheet at a time.
func TestConsent(t *testing.T) {
	for _, c := range []struct {
		name         string
		change       func(d *app.Dossier, x *app.Treatment)
		has, without []string
		draft        bool
	}{
		{
			"a choice for each purpose", func(*app.Dossier, *app.Treatment) {},
			[]string{
				"**Invio della newsletter** | ☐ acconsento | ☐ non acconsento", "**Attività promozionali** | ☐ acconsento | ☐ non acconsento",
				"ed. 2 del 04/11/2024", "L’interessato: ____", "per quello occorre una scelta a parte", "Può **revocare**",
			},
			[]string{"☑", "minorenne", "particolari", "Profilazione"}, false,
		},
		{
			"no consent", func(_ *app.Dossier, x *app.Treatment) { x.Bases = []string{"contract"} },
			[]string{"Nessun consenso da chiedere.", "contratto (lett. b)", "non si firma"}, []string{"☐", "L’interessato"}, true,
		},
		{
			"nothing known", func(_ *app.Dossier, x *app.Treatment) { x.Bases = nil },
			[]string{"Base giuridica da indicare."}, []string{"☐", "Nessun consenso"}, true,
		},
		{
			"only one purpose", func(_ *app.Dossier, x *app.Treatment) { x.Purposes[1].Bases = []string{"legitimate-interest"} },
			[]string{"**Invio della newsletter** | ☐"}, []string{"Attività promozionali"}, false,
		},
		{
			"another basis too", func(_ *app.Dossier, x *app.Treatment) { x.Purposes[1].Bases = []string{"consent", "contract"} },
			[]string{"Da chiarire prima dell’uso.", "Nella scheda anche: contratto (lett. b) {warn} | ☐"}, nil, true,
		},
		{
			"special data by explicit consent", func(_ *app.Dossier, x *app.Treatment) {
				x.Bases, x.Special, x.Bases9, x.DataTypes = []string{"contract"}, form.Yes, []string{"explicit-consent"}, []string{"health-data"}
			},
			[]string{"**Uso di dati particolari per: invio della newsletter** / Consenso esplicito (art. 9, par. 2, lett. a) per questi dati: dati sulla salute. | ☐"},
			[]string{"**Invio della newsletter** |"}, false,
		},
		{
			"special data by law", func(_ *app.Dossier, x *app.Treatment) {
				x.Special, x.Bases9, x.DataTypes = form.Yes, []string{"employment"}, []string{"health-data"}
			},
			nil, []string{"particolari"}, false,
		},
		{
			"profiling apart", func(_ *app.Dossier, x *app.Treatment) { x.Profiling = form.Yes },
			[]string{"**Profilazione** / Valutare"}, nil, false,
		},
		{
			"profiling as a purpose", func(_ *app.Dossier, x *app.Treatment) {
				x.Profiling, x.Purposes = form.Yes, append(x.Purposes, &app.Purpose{Purpose: "customer-profiling"})
			},
			[]string{"**Profilazione della clientela** | ☐"}, []string{"**Profilazione** /"}, false,
		},
		{
			"a transfer on consent", func(_ *app.Dossier, x *app.Treatment) {
				x.Transfer, x.Transfers = "present", []*app.Transfer{{Country: "us", Recipient: "Mail Inc.", Safeguard: "explicit-consent"}, {Country: "gb", Safeguard: "adequacy-decision"}}
			},
			[]string{"**Invio dei dati fuori dall’Europa: Stati Uniti** / ", "A chi: Mail Inc."}, []string{"Regno Unito"}, false,
		},
		{
			"minors", func(_ *app.Dossier, x *app.Treatment) { x.MinorsConsent = form.Yes },
			[]string{"Se la persona è minorenne", "14 anni", "2-quinquies", "L’interessato: ____", "Chi ha la responsabilità genitoriale: ____"}, nil, false,
		},
		{
			"minors among the people", func(_ *app.Dossier, x *app.Treatment) { x.Subjects = append(x.Subjects, "young-athletes") },
			[]string{"Chi ha la responsabilità genitoriale: ____"}, nil, false,
		},
		{
			"no edition of the notice", func(_ *app.Dossier, x *app.Treatment) { x.NoticeEdition, x.NoticeDate = "", "" },
			[]string{"Edizione dell’informativa: «da completare»"}, nil, true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			x := app.All(d, app.TreatmentForm)[4]
			c.change(d, x)
			expect(t, fill(t, d, "consent-form", x), c.has, c.without, c.draft)
		})
	}
}

// TestConsentBlank: no box is ticked, and what must stand apart does.
func TestConsentBlank(t *testing.T) {
	p, _ := papers.Find(papers.All(app.Registers()), "consent-form")
	expect(t, p.Empty(apptest.Sample(t)), []string{"Uso di dati particolari", "**Profilazione**", "**Aperture dei messaggi**", "responsabilità genitoriale"}, []string{"☑", "da completare"}, false)
}

// TestConsentFormFits: it is offered where something rests on consent, and there
// alone.
func TestConsentFormFits(t *testing.T) {
	form, ok := papers.Find(papers.All(app.Registers()), "consent-form")
	if !ok || !form.Conditional() {
		t.Fatal("it is offered for everything")
	}
	for _, c := range []struct {
		t    app.Treatment
		fits bool
	}{
		{app.Treatment{Bases: []string{"contract"}}, false},
		{app.Treatment{}, false},
		{app.Treatment{Bases: []string{"contract", "consent"}}, true},
		{app.Treatment{Bases9: []string{"explicit-consent"}}, true},
		{app.Treatment{Purposes: []*app.Purpose{{Purpose: "newsletter", Bases: []string{"consent"}}}}, true},
	} {
		if form.Fits(&c.t) != c.fits {
			t.Errorf("%+v: fits %v", c.t, !c.fits)
		}
	}
}
