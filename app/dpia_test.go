package app_test

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/app/risk"
)

func keysOf(reasons []app.DPIAReason) string {
	out := make([]string, len(reasons))
	for i, r := range reasons {
		out[i] = r.Key
		if r.Text == "" || r.Short == "" || r.Law == "" {
			return "a reason without words"
		}
	}
	return strings.Join(out, " ")
}

func TestDPIAOwed(t *testing.T) {
	for _, test := range []struct {
		name            string
		criteria, types []string
		before, after   risk.Level
		want            string
	}{
		{"nothing said", nil, nil, 0, 0, ""},
		{"one criterion", []string{"monitoring"}, nil, 0, 0, ""},
		{"the same criterion twice", []string{"monitoring", "monitoring"}, nil, 0, 0, ""},
		{"an empty slug is none", []string{"monitoring", ""}, []string{""}, 0, 0, ""},
		{"two criteria", []string{"monitoring", "vulnerable"}, nil, 0, 0, "criteria"},
		{"all nine", []string{"evaluation", "automated-decision", "monitoring", "sensitive", "large-scale", "matching", "vulnerable", "new-technology", "hindrance"}, nil, 0, 0, "criteria"},
		{"one type", nil, []string{"genetic"}, 0, 0, "types"},
		{"two types", nil, []string{"genetic", "biometric"}, 0, 0, "types"},
		{"below Alto", nil, nil, risk.Relevant, risk.Relevant, ""},
		{"Alto before", nil, nil, risk.High, risk.Acceptable, "level"},
		{"Alto before, after unknown", nil, nil, risk.High, 0, "level"},
		{"Alto after", nil, nil, risk.Relevant, risk.High, "level"},
		{"one criterion and Alto", []string{"sensitive"}, nil, risk.High, 0, "level"},
		{"all three", []string{"sensitive", "large-scale"}, []string{"scoring"}, risk.High, risk.High, "criteria types level"},
	} {
		if got := keysOf(app.DPIAOwed(test.criteria, test.types, test.before, test.after)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLegalLists: the lists are whole, say whose they are, and are never passed
// off as the authority's own text.
func TestLegalLists(t *testing.T) {
	lists, err := app.LegalLists()
	if err != nil {
		t.Fatal(err)
	}
	for name, n := range map[string]int{app.DPIACriteria: 9, app.DPIATypes: 12, app.BreachNatures: 3, app.BreachEffects: 10} {
		l := lists[name]
		if len(l.Entries) != n {
			t.Errorf("%s has %d entries, not %d", name, len(l.Entries), n)
		}
		if !strings.HasPrefix(l.Address, "https://") || l.Source == "" || l.Law == "" || l.Dated < "2026-11-23" {
			t.Errorf("%s: whose list, and of when? %+v", name, l)
		}
		if !strings.Contains(l.Note, "non è il testo") {
			t.Errorf("%s does not say that it is a working list", name)
		}
		for i, e := range l.Entries {
			if e.Attr["number"] != form.FormatInt(int64(i+1)) || e.Help == "" {
				t.Errorf("%s: entry %d is %+v", name, i+1, e)
			}
		}
	}
	if got := apptest.Sample(t).Entry(app.DPIATypes, "remote-control"); got != "Controllo a distanza dei lavoratori" {
		t.Errorf("the catalogues do not know the list: %q", got)
	}
}

func TestDPIAResult(t *testing.T) {
	d := &app.DPIA{NoCriteria: true, NoTypes: true}
	if got := d.Result(); got != "" {
		t.Errorf("one question is open, but the result is %q", got)
	}
	d.High = "no"
	if got := d.Result(); got != "Non dovuta" {
		t.Errorf("all answered no: %q", got)
	}
	d.High = "yes"
	if got := d.Result(); got != "Dovuta: livello Alto" {
		t.Errorf("Alto: %q", got)
	}
	d = &app.DPIA{Types: []string{"genetic"}}
	if got := d.Result(); !strings.HasPrefix(got, "Dovuta") {
		t.Errorf("a type is enough, whatever else is open: %q", got)
	}
	d.Criteria, d.High = []string{"sensitive", "matching"}, "yes"
	if got := d.Result(); got != "Dovuta: 2 criteri, un tipo del Garante, livello Alto" {
		t.Errorf("all three: %q", got)
	}
	d = &app.DPIA{NoCriteria: true, NoTypes: true, High: "no", InitialProbability: form.Number(5), InitialConsequence: form.Number(3)}
	if got := d.Result(); !strings.HasPrefix(got, "Dovuta") {
		t.Errorf("the assessment itself found Alto: %q", got)
	}
}

// TestDPIAAsks: a screening that ends with no asks for nothing but its reason; an
// assessment asks for its parts, and a residual Alto for the Garante.
func TestDPIAAsks(t *testing.T) {
	ask := func(d *app.DPIA) (missing []string) {
		for _, p := range app.DPIAForm.Type().Problems(d) {
			if p.Gravity == form.Missing {
				missing = append(missing, p.Path)
			}
		}
		return missing
	}
	d := &app.DPIA{Treatment: "x", Screened: "2026-01-19", NoCriteria: true, NoTypes: true, High: "no", Decision: app.DPIASkip}
	if got := ask(d); !slices.Equal(got, []string{"why_not"}) {
		t.Errorf("not made: asks for %v", got)
	}
	d.Decision = app.DPIAAssess
	want := []string{"description", "necessity", "risks", "initial_probability", "initial_consequence", "measures",
		"residual_probability", "residual_consequence", "dpo_opinion", "views_not", "outcome", "assessed", "next"}
	if got := ask(d); !slices.Equal(got, want) {
		t.Errorf("made: asks for %v", got)
	}
	d.ResidualProbability, d.ResidualConsequence = form.Number(4), form.Number(3)
	if d.NeedsConsultation() || slices.Contains(ask(d), "consulted") {
		t.Error("12 is Rilevante: no consultation")
	}
	d.ResidualProbability = form.Number(5)
	if !d.NeedsConsultation() || !slices.Contains(ask(d), "consulted") || slices.Contains(ask(d), "replied") {
		t.Error("15 is Alto: the Garante is to be asked first, then answers")
	}
	d.Consulted = "2026-03-02"
	if got := ask(d); !slices.Contains(got, "replied") || slices.Contains(got, "consulted") {
		t.Errorf("asked: %v", got)
	}
	if got := d.ReplyDue(); got != "2026-04-27" {
		t.Errorf("eight weeks from 2 March: %s", got)
	}
	d.Consulted, d.Outcome = "", app.DPIAStop
	if d.NeedsConsultation() || slices.Contains(ask(d), "consulted") {
		t.Error("what is given up needs no consultation")
	}
}

func TestDPIADoubts(t *testing.T) {
	doubts := func(d *app.DPIA) (paths []string) {
		for _, p := range app.DPIAForm.Type().Problems(d) {
			if p.Gravity != form.Missing {
				paths = append(paths, p.Path)
			}
		}
		return paths
	}
	d := &app.DPIA{Decision: app.DPIASkip, Criteria: []string{"sensitive", "vulnerable"}}
	if got := doubts(d); got != nil {
		t.Errorf("two criteria leave room for a reason: %v", got)
	}
	d.Types = []string{"vulnerable"}
	if got := doubts(d); !slices.Equal(got, []string{"decision"}) {
		t.Errorf("a type of the Garante leaves none: %v", got)
	}
	d = &app.DPIA{Decision: app.DPIAAssess, ResidualProbability: form.Number(5), ResidualConsequence: form.Number(5), Consulted: "2026-03-02", Replied: "2026-03-01"}
	if got := doubts(d); !slices.Equal(got, []string{"replied"}) {
		t.Errorf("answered before it was asked: %v", got)
	}
	d = &app.DPIA{Decision: app.DPIAAssess, Matrix: "4x4", InitialProbability: form.Number(5), Screened: "2026-02-02", Assessed: "2026-02-01", Next: "2026-01-31"}
	if got := doubts(d); !slices.Equal(got, []string{"initial_probability", "assessed", "next"}) {
		t.Errorf("impossible values: %v", got)
	}
}

// TestDPIADebt: what a treatment owes follows from its sheet and its latest
// record, and is settled by an assessment or a written reason.
func TestDPIADebt(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	save := func(ft *form.Type, rec form.Record) {
		if err := m.Save(ft, rec); err != nil {
			t.Fatal(err)
		}
	}
	high := &app.Treatment{Title: "Alto", Matrix: "5x5", BeforeProbability: form.Number(5), BeforeConsequence: form.Number(3), Probability: form.Number(1), Consequence: form.Number(1)}
	low := &app.Treatment{Title: "Basso", Matrix: "5x5", Probability: form.Number(1), Consequence: form.Number(1)}
	past := &app.Treatment{Title: "Finito", Archived: "2026-01-01", Matrix: "5x5", Probability: form.Number(5), Consequence: form.Number(5)}
	for _, x := range []*app.Treatment{high, low, past} {
		save(app.TreatmentForm.Type(), x)
	}
	owing := func() string {
		var out []string
		d := m.Dossier(t)
		for _, x := range app.GoingOn(d) {
			if reasons := app.DPIADebt(d, x); len(reasons) > 0 {
				out = append(out, x.Title+": "+keysOf(reasons))
			}
		}
		return strings.Join(out, ", ")
	}
	if got := owing(); got != "Alto: level" {
		t.Errorf("without any screening: %s", got)
	}
	said := &app.DPIA{Treatment: low.UID(), Screened: "2026-02-01", Types: []string{"monitoring"}, High: "no"}
	save(app.DPIAForm.Type(), said)
	wrong := &app.DPIA{Treatment: high.UID(), Screened: "2026-02-01", NoCriteria: true, NoTypes: true, High: "no"}
	save(app.DPIAForm.Type(), wrong)
	if got := owing(); got != "Alto: level, Basso: types" {
		t.Errorf("a screening that says no does not change the sheet: %s", got)
	}
	if !app.DPIALevelDiffers(high, wrong) || app.DPIALevelDiffers(low, said) {
		t.Error("the screening of the one differs from its sheet, that of the other does not")
	}
	wrong.Decision, wrong.WhyNot = app.DPIASkip, " "
	if got := owing(); got != "Alto: level, Basso: types" {
		t.Errorf("a blank is no reason: %s", got)
	}
	wrong.WhyNot = "Il trattamento non è ancora cominciato."
	if got := owing(); got != "Basso: types" {
		t.Errorf("a written reason settles: %s", got)
	}
	save(app.DPIAForm.Type(), &app.DPIA{Treatment: low.UID(), Screened: "2026-01-01", Decision: app.DPIAAssess, Assessed: "2026-01-02", Outcome: app.DPIAGo})
	if got := owing(); got != "Basso: types" {
		t.Errorf("an older assessment does not answer a later screening: %s", got)
	}
	save(app.DPIAForm.Type(), &app.DPIA{Treatment: low.UID(), Screened: "2026-02-01", Decision: app.DPIAAssess, Assessed: "2026-02-02", Outcome: app.DPIAGo})
	if got := owing(); got != "" {
		t.Errorf("all settled: %s", got)
	}
}

func TestClients(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	for _, c := range []*app.Client{{Name: "Sempre"}, {Name: "Finito", Ended: "2026-06-30"}} {
		if err := m.Save(app.ClientForm.Type(), c); err != nil {
			t.Fatal(err)
		}
	}
	d := m.Dossier(t)
	names := func(day form.Date) string {
		var out []string
		for _, c := range app.Clients(d, day) {
			out = append(out, c.Name)
		}
		return strings.Join(out, " ")
	}
	for day, want := range map[form.Date]string{"": "Sempre", "2026-06-29": "Sempre Finito", "2026-06-30": "Sempre"} {
		if got := names(day); got != want {
			t.Errorf("on %q: %s, want %s", day, got, want)
		}
	}
	c := &app.Client{SubRule: app.SubNone, SubProcessors: []*app.SubProcessor{{Name: "X", Country: "it"}}}
	var doubts []string
	for _, p := range app.ClientForm.Type().Problems(c) {
		if p.Gravity == form.Doubt {
			doubts = append(doubts, p.Path)
		}
	}
	if !slices.Equal(doubts, []string{"sub_rule"}) {
		t.Errorf("a sub-processor that the contract does not allow: %v", doubts)
	}
}
