package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// TestNoticeGolden holds the notices whose passages differ most from those of the
// first treatment.
func TestNoticeGolden(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.TreatmentForm)
	check(t, "privacy-notice-customers", fill(t, d, "privacy-notice", list[1]))
	check(t, "privacy-notice-newsletter", fill(t, d, "privacy-notice", list[4]))
	check(t, "privacy-notice-cameras", fill(t, d, "privacy-notice", list[5]))
	office := apptest.Case(t)
	check(t, "case-privacy-notice", fill(t, office, "privacy-notice", first(office, "treatment")))
}

// TestNotice changes one thing of a whole sheet at a time.
func TestNotice(t *testing.T) {
	for _, c := range []struct {
		name         string
		change       func(d *app.Dossier, x *app.Treatment)
		has, without []string
		draft        bool
	}{
		{
			"as it is", func(*app.Dossier, *app.Treatment) {},
			[]string{"l’articolo 13 del", "Se non ci dà i dati", "facoltativi", "revocare il consenso", "Pubblicità.", "restano nello Spazio"},
			[]string{"l’articolo 14", "Dati particolari", "condanne", "protezione dei dati:", "Minori", "Legittimo interesse"}, false,
		},
		{
			"from others only", func(_ *app.Dossier, x *app.Treatment) { x.Sources = []string{"business-register"} },
			[]string{"l’articolo 14 del", "registro delle imprese", "aperte a chiunque"}, []string{"Se non ci dà i dati"}, false,
		},
		{
			"from both", func(_ *app.Dossier, x *app.Treatment) { x.Sources = []string{"direct", "third-parties"} },
			[]string{"gli articoli 13 e 14 del", "Se non ci dà i dati", "presso terzi"}, []string{"aperte a chiunque"}, false,
		},
		{
			"no source", func(_ *app.Dossier, x *app.Treatment) { x.Sources = nil },
			[]string{"Da dove vengono: «da completare»"}, nil, true,
		},
		{
			"an interest that ships", func(_ *app.Dossier, x *app.Treatment) { x.Bases = []string{"legitimate-interest"} },
			[]string{"**legittimo interesse** a far conoscere i nostri prodotti", "Legittimo interesse e interesse pubblico.", "Che cosa succede se mancano: ____"},
			[]string{"revocare", "art. 20"}, true, // of a newsletter, no interest is known
		},
		{
			"an interest that the office names", func(_ *app.Dossier, x *app.Treatment) {
				x.Bases = []string{"legitimate-interest"}
				for _, p := range x.Purposes {
					p.Note = "salutare i clienti"
				}
			},
			[]string{"**legittimo interesse** (lett. f): salutare i clienti"}, []string{"da completare"}, false,
		},
		{
			"a purpose without a basis", func(_ *app.Dossier, x *app.Treatment) { x.Bases = nil },
			[]string{"«da completare»*** {warn}"}, nil, true,
		},
		{
			"bases of each purpose", func(_ *app.Dossier, x *app.Treatment) { x.Purposes[0].Bases = []string{"contract"} },
			[]string{"**Invio della newsletter** | il **contratto**", "**Attività promozionali** | il suo **consenso**", "concluderlo", "facoltativi"}, nil, false,
		},
		{
			"special data", func(_ *app.Dossier, x *app.Treatment) {
				x.Special, x.DataTypes, x.Bases9 = form.Yes, []string{"identification-data", "health-data"}, []string{"explicit-consent"}
			},
			[]string{"Dati particolari (art. 9): dati sulla salute", "Condizione (art. 9, par. 2): consenso esplicito"}, nil, false,
		},
		{
			"special data undeclared", func(_ *app.Dossier, x *app.Treatment) { x.DataTypes = []string{"health-data"} },
			[]string{"Condizione (art. 9, par. 2): «da completare»"}, []string{"Dati comuni"}, true,
		},
		{
			"criminal data", func(_ *app.Dossier, x *app.Treatment) {
				x.DataTypes, x.Basis10 = append(x.DataTypes, "criminal-convictions"), "art. 4 L. 1/2000"
			},
			[]string{"condanne e reati (art. 10): condanne penali", "Norma che lo permette: art. 4 L. 1/2000"}, nil, false,
		},
		{
			"criminal data without a law", func(_ *app.Dossier, x *app.Treatment) { x.DataTypes = append(x.DataTypes, "criminal-convictions") },
			[]string{"Norma che lo permette: «da completare»"}, nil, true,
		},
		{
			"a DPO", func(d *app.Dossier, _ *app.Treatment) {
				o := d.Office()
				o.HasDPO, o.DPO, o.DPOContacts = "yes", "Anna Neri", "dpo@example.it"
			},
			[]string{"Responsabile della protezione dei dati: Anna Neri · dpo@example.it", "rivolgersi anche al responsabile"}, nil, false,
		},
		{
			"no answer on the DPO", func(d *app.Dossier, _ *app.Treatment) { d.Office().HasDPO = "" },
			[]string{"Responsabile della protezione dei dati: «da completare»"}, nil, true,
		},
		{
			"joint controllers", func(d *app.Dossier, _ *app.Treatment) {
				d.Office().JointControllers = []*app.Party{{Name: "Rossi S.p.A.", Contacts: "rossi@example.it"}}
			},
			[]string{"Contitolare: Rossi S.p.A. · rossi@example.it", "contenuto essenziale"}, nil, false,
		},
		{
			"no way to reach the office", func(d *app.Dossier, _ *app.Treatment) {
				o := d.Office()
				o.Email, o.PEC, o.Phone = "", "", ""
			},
			[]string{"Recapiti: «da completare»"}, nil, true,
		},
		{
			"minors", func(_ *app.Dossier, x *app.Treatment) { x.Subjects = []string{"pupils"} },
			[]string{"**Minori.**", "dai 14 anni", "o chi ne ha la responsabilità genitoriale"}, nil, false,
		},
		{
			"firms have no notice", func(_ *app.Dossier, x *app.Treatment) { x.Subjects = []string{"companies"} },
			[]string{"è per: «da completare»"}, []string{"società ed enti"}, true,
		},
		{
			"profiling", func(_ *app.Dossier, x *app.Treatment) { x.Profiling = form.Yes },
			[]string{"Usiamo programmi che valutano", "con quali effetti per lei: ____"}, []string{"Non usiamo programmi"}, false,
		},
		{
			"a transfer", func(_ *app.Dossier, x *app.Treatment) {
				x.Transfer, x.Transfers = "present", []*app.Transfer{{Country: "us", Recipient: "Mail Inc.", Safeguard: "standard-clauses"}}
			},
			[]string{"Stati Uniti, Mail Inc., clausole tipo", "copia delle garanzie"}, []string{"restano nello"}, false,
		},
		{
			"no transfer, but a supplier abroad", func(d *app.Dossier, x *app.Treatment) {
				app.Find(d, app.SupplierForm, x.Partners[0]).Country = "us"
			},
			[]string{"Paesi terzi e garanzie: «da completare»"}, []string{"restano nello"}, true,
		},
		{
			"no transfer, but a service abroad is named", func(_ *app.Dossier, x *app.Treatment) { x.RiskNote = "Si invia con Mailchimp." },
			[]string{"Paesi terzi e garanzie: «da completare»"}, []string{"restano nello"}, true,
		},
		{
			"no transfer of an activity that ended, but a supplier abroad", func(d *app.Dossier, x *app.Treatment) {
				app.Find(d, app.SupplierForm, x.Partners[0]).Country, x.Archived = "us", "2026-01-01"
			},
			[]string{"Paesi terzi e garanzie: «da completare»"}, []string{"restano nello"}, true,
		},
		{
			"terms of no length", func(_ *app.Dossier, x *app.Treatment) {
				x.Retention = []*app.Retention{{Term: form.Number(0), Unit: "days", From: "withdrawal"}}
			},
			[]string{"Tutti i dati: fino alla revoca del consenso"}, nil, false,
		},
		{
			"not given", func(_ *app.Dossier, x *app.Treatment) { x.Notice, x.NoticeExemption = form.No, "già informati" },
			[]string{"questa informativa non si dà. Motivo: già informati"}, nil, true,
		},
		{
			"no edition", func(_ *app.Dossier, x *app.Treatment) { x.NoticeEdition = "" },
			[]string{"Edizione dell’informativa: 04/11/2024 / «da completare»"}, nil, true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			x := app.All(d, app.TreatmentForm)[4]
			c.change(d, x)
			expect(t, fill(t, d, "privacy-notice", x), c.has, c.without, c.draft)
		})
	}
}

// expect reads a paper, its unbroken spaces as plain ones.
func expect(t *testing.T, paper doc.Document, has, without []string, draft bool) {
	t.Helper()
	text := strings.ReplaceAll(doc.Text(paper), "\u00a0", " ")
	for _, want := range has {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	for _, unwanted := range append(without, "{inter", "{bas", "{cons", "{art", "{rec", "{dat", "{fin", "{pae", "{dest", "{tit", "{mot", "�") {
		if strings.Contains(text, unwanted) {
			t.Errorf("%q stands there:\n%s", unwanted, text)
		}
	}
	if paper.Draft != draft {
		t.Errorf("draft: %v", paper.Draft)
	}
}

// TestNoticeOfDecision: the screening of a treatment says that a programme decides.
func TestNoticeOfDecision(t *testing.T) {
	d := apptest.Sample(t)
	rec := app.All(d, app.DPIAForm)[0]
	x := app.Find(d, app.TreatmentForm, rec.Treatment)
	rec.Criteria = append(rec.Criteria, "automated-decision")
	expect(t, fill(t, d, "privacy-notice", x), []string{"Un programma prende da solo decisioni", "con quali effetti per lei: ____", "riviste da una persona"}, nil, false)
}
