package app_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
)

var breachType = app.BreachForm.Type()

func at(t testing.TB, text string) form.Moment {
	t.Helper()
	m, wrong := form.ParseMoment(text)
	if wrong != "" {
		t.Fatalf("%s: %s", text, wrong)
	}
	return m
}

// lines are answers to the 18 items: 1 to 4, then s, n, or - for none.
func lines(text string) (out [breach.Items]string) {
	for i, c := range text {
		out[i] = map[rune]string{'s': "1", 'n': "2", '-': ""}[c]
		if '1' <= c && c <= '4' {
			out[i] = string(c)
		}
	}
	return out
}

// notebook is the case of the stolen notebook (cases/lost-notebook.md), whole.
func notebook(t testing.TB) *app.Breach {
	b := &app.Breach{Name: "Notebook rubato"}
	b.BreachReport = app.BreachReport{
		Date: "2026-10-24", ReporterOutside: "Moretti Giulia", Channel: "Per telefono", Report: "Il notebook con l’elenco dei clienti è stato rubato dall’auto.",
		EventWhen: app.EventUnknown, Discovered: at(t, "24/10/2026 10:10"), DiscoveredBy: "Moretti Giulia", Natures: []string{"confidentiality"},
		Aware: at(t, "24/10/2026 10:30"), Decision: app.BreachProceed,
	}
	b.BreachTeam = app.BreachTeam{
		TeamDate: "2026-10-24", SubjectsKnown: app.CountExact, Subjects: form.Number(420), RecordsKnown: app.CountUnknown,
		SubjectCategories: []string{"customers"}, DataTypes: []string{"identification-data", "contact-details", "identity-documents"},
		Extent: "Tutti i clienti", Period: "Dal 24/10 in poi", DataForm: "electronic", Consequences: "Furto d’identità.",
		Containment: []*app.Containment{{Action: "Chiusi subito gli accessi da fuori"}}, IsBreach: "yes", Electronic: "yes",
	}
	b.BreachRisk = app.BreachRisk{Items: lines("311nsnnnnssnnnnsns"), RiskDate: "2026-10-26"}
	b.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Authority: app.Garante, How: "Servizio in rete del Garante", Sent: at(t, "26/10/2026 16:10")}}
	b.Communicate, b.CommunicateWhy = app.TellVoluntary, "È possibile un furto d’identità."
	b.Communications = []*app.Communication{{Sent: at(t, "27/10/2026 09:00"), Means: "email", People: form.Number(420)}}
	b.Actions = []*app.BreachAction{{Date: "2026-10-24", Action: "Denuncia; accessi reimpostati", Responsible: "Bassi Tommaso", Due: "2026-10-24", Outcome: app.OutcomePositive}}
	b.Correctives = []*app.CorrectiveAction{{BreachAction: app.BreachAction{Date: "2026-10-26", Action: "Ogni notebook ha il disco cifrato", Responsible: "Bassi Tommaso", Due: "2026-11-30", Outcome: app.OutcomePositive}}}
	return b
}

func walked(b *app.Breach) string {
	var s strings.Builder
	for _, step := range b.Path().Steps {
		s.WriteByte(".v^!?-x"[step.State])
	}
	return s.String()
}

func TestStolenNotebook(t *testing.T) {
	b := notebook(t)
	total, _ := b.Answers().Total()
	if class := b.Answers().Class(); class != breach.ClassC || total != 10 {
		t.Errorf("class %s, %d", class, total)
	}
	if got := walked(b); got != "vvvvv-vv-" {
		t.Errorf("the path is %s: %v", got, b.Path().Reasons)
	}
	c := b.Clock(at(t, "27/10/2026 12:00").Time)
	if breach.When(c.Deadline) != "mar 27/10/2026 09:30" || c.State != breach.ClockStopped || c.Late() {
		t.Errorf("the clock is %+v", c)
	}
	if ps := breachType.Problems(b); len(ps) > 0 {
		t.Errorf("problems: %v", ps)
	}
	var keys []string
	for _, d := range breach.Differences(b.Answers(), b.ENISA()) {
		keys = append(keys, d.Key)
	}
	if !slices.Equal(keys, []string{"tell-more"}) || b.Facts().Decisions()[0] != (breach.Decision{Section: breach.S5, More: true}) {
		t.Errorf("score and law: %v, decided %v", keys, b.Facts().Decisions())
	}
	// By the score alone S5 is not asked for.
	b.Communicate, b.CommunicateWhy, b.Communications = "", "", nil
	if got := walked(b); got != "vvvv--vv-" {
		t.Errorf("without the decision the path is %s", got)
	}
	if err := b.Close("2026-12-01"); app.Sentence(err) != "La violazione non si può ancora chiudere. Manca una riga: il motivo della mancata comunicazione agli interessati." || b.Closed != "" {
		t.Errorf("closed: %v", err)
	}
	b.CommunicateWhy = "I clienti sono stati chiamati uno per uno dalla polizia."
	if err := b.Close("2026-12-01"); err != nil || b.Standing() != "chiusa" {
		t.Errorf("not closed: %v", err)
	}
	if b.Close("2026-12-02") == nil || b.Reopen("2026-12-02", "Ferri Lucia", " ") == nil {
		t.Error("closed twice, or reopened without a reason")
	}
	if err := b.Reopen("2026-12-02", "Ferri Lucia", "Il notebook è stato ritrovato"); err != nil || b.Closed != "" || b.Reopenings[0].Closed != "2026-12-01" {
		t.Errorf("reopened: %v, %+v", err, b.Reopenings)
	}
	if b.Reopen("2026-12-02", "Ferri Lucia", "Ancora") == nil {
		t.Error("an open breach was reopened")
	}
}

// TestLastEntryCounts: a section that is a list is complete when its last entry
// is (decision A6).
func TestLastEntryCounts(t *testing.T) {
	b := notebook(t)
	b.Actions = append([]*app.BreachAction{{Action: "Telefonata al 112"}}, b.Actions...)
	if got := walked(b); got != "vvvvv-vv-" {
		t.Errorf("an old entry is unfinished: %s", got)
	}
	b.Actions = append(b.Actions, &app.BreachAction{Action: "Ricerca"})
	if got := walked(b); got != "vvvvv-^v-" {
		t.Errorf("the last entry is unfinished: %s", got)
	}
}

// TestWhatStopsTheClock: the first notification sent or a written decision; never
// an interruption (decision A3).
func TestWhatStopsTheClock(t *testing.T) {
	now := at(t, "29/10/2026 09:30").Time
	first, second := at(t, "26/10/2026 16:10"), at(t, "28/10/2026 08:00")
	for name, c := range map[string]struct {
		change func(*app.Breach)
		by     breach.StoppedBy
		state  breach.ClockState
		late   bool
	}{
		"nothing":                         {func(*app.Breach) {}, breach.NotStopped, breach.ClockLate, true},
		"written, and not sent":           {func(b *app.Breach) { b.Notifications = []*app.Notification{{}} }, breach.NotStopped, breach.ClockLate, true},
		"the first of two":                {func(b *app.Breach) { b.Notifications = []*app.Notification{{Sent: second}, {Sent: first}} }, breach.ByNotice, breach.ClockStopped, false},
		"too late":                        {func(b *app.Breach) { b.Notifications = []*app.Notification{{Sent: second}} }, breach.ByNotice, breach.ClockStopped, true},
		"decided, no reason":              {func(b *app.Breach) { b.Notify, b.NotifyDecided = "no", first }, breach.NotStopped, breach.ClockLate, true},
		"decided, no moment":              {func(b *app.Breach) { b.Notify, b.NotifyWhy = "no", "Perché" }, breach.NotStopped, breach.ClockLate, true},
		"decided with a reason":           {func(b *app.Breach) { b.Notify, b.NotifyWhy, b.NotifyDecided = "no", "Perché", first }, breach.ByDecision, breach.ClockStopped, false},
		"class C with a reason alone":     {func(b *app.Breach) { b.NotifyWhy = "Perché" }, breach.NotStopped, breach.ClockLate, true},
		"class B with its reason":         {func(b *app.Breach) { b.Items, b.NotifyWhy = lines("211nnnnnnsnnnnnnns"), "Perché" }, breach.ByDecision, breach.ClockStopped, false},
		"interrupted":                     {func(b *app.Breach) { b.StopDate, b.StopWhy = "2026-10-25", "Perché" }, breach.NotStopped, breach.ClockLate, true},
		"not to proceed":                  {func(b *app.Breach) { b.Decision, b.DropDate, b.DropWhy = app.BreachStop, "2026-10-25", "Perché" }, breach.ByDropping, breach.ClockStopped, false},
		"not to proceed, and no reason":   {func(b *app.Breach) { b.Decision, b.DropDate = app.BreachStop, "2026-10-25" }, breach.NotStopped, breach.ClockLate, true},
		"S6 that is off the path":         {func(b *app.Breach) { b.DropDate, b.DropWhy = "2026-10-25", "Perché" }, breach.NotStopped, breach.ClockLate, true},
		"annulled":                        {func(b *app.Breach) { b.Annulled = "2026-10-25" }, breach.ByAnnulment, breach.ClockStopped, false},
		"the supplier knew long before":   {func(b *app.Breach) { b.SupplierAware = at(t, "01/09/2026 08:00") }, breach.NotStopped, breach.ClockLate, true},
		"the supplier's own time is none": {func(b *app.Breach) { b.SupplierAware, b.Aware = b.Aware, form.Moment{} }, breach.NotStopped, breach.ClockUnset, false},
	} {
		b := notebook(t)
		b.Notifications = nil
		c.change(b)
		if got := b.Clock(now); got.Stop.By != c.by || got.State != c.state || got.Late() != c.late {
			t.Errorf("%s: %+v, late %v", name, got, got.Late())
		}
	}
}

// TestAwarenessMoves: the moment that was saved first stays, with the reason.
func TestAwarenessMoves(t *testing.T) {
	b := notebook(t)
	breachType.Settle(b, nil)
	breachType.Settle(b, nil)
	if len(b.AwareChanges) != 0 {
		t.Fatal("nothing moved")
	}
	was := b.Aware
	b.Aware = at(t, "24/10/2026 11:00")
	if !slices.ContainsFunc(breachType.Problems(b), func(p form.Problem) bool { return p.Path == "aware_why" && p.Gravity == form.Missing }) {
		t.Error("nobody asks why it moved")
	}
	b.AwareWhy = "La telefonata era delle 11"
	breachType.Settle(b, nil)
	breachType.Settle(b, nil)
	if len(b.AwareChanges) != 1 || !b.AwareChanges[0].Was.Equal(was.Time) || b.AwareChanges[0].Reason == "" || b.AwareWhy != "" {
		t.Errorf("kept %+v", b.AwareChanges)
	}
	b.Aware = at(t, "24/10/2026 12:00")
	breachType.Settle(b, nil)
	if b.Path().CanClose() {
		t.Error("a change without a reason, and it can be closed")
	}
}

// TestBreachTimes: out of their order they warn (decision A8); a late notice wants
// its reasons.
func TestBreachTimes(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*app.Breach)
		want   string
	}{
		"event after discovery":     {func(b *app.Breach) { b.EventWhen, b.Event = app.EventAt, at(t, "24/10/2026 10:11") }, "doubt event"},
		"event at discovery":        {func(b *app.Breach) { b.EventWhen, b.Event = app.EventAt, at(t, "24/10/2026 10:10") }, ""},
		"discovery after awareness": {func(b *app.Breach) { b.Discovered = at(t, "24/10/2026 10:31") }, "doubt discovered"},
		"notice before awareness":   {func(b *app.Breach) { b.Notifications[0].Sent = at(t, "24/10/2026 10:29") }, "doubt notifications/0/sent"},
		"notice at the last minute": {func(b *app.Breach) { b.Notifications[0].Sent = at(t, "27/10/2026 09:30") }, ""},
		"notice a minute late":      {func(b *app.Breach) { b.Notifications[0].Sent = at(t, "27/10/2026 09:31") }, "missing notifications/0/delay"},
		"the first of two is late": {func(b *app.Breach) {
			b.Notifications[0].Sent = at(t, "27/10/2026 09:31")
			b.Notifications = append(b.Notifications, &app.Notification{Phase: app.PhaseComplete, Authority: app.Garante, How: "In rete", Sent: at(t, "10/11/2026 09:31")})
		}, "missing notifications/0/delay"},
		"told as if obligatory, class C": {func(b *app.Breach) { b.Communicate, b.CommunicateWhy = app.TellOwed, "" }, "missing communicate_why"},
		"told, class D": {func(b *app.Breach) {
			b.Items, b.Communicate, b.CommunicateWhy = lines("442nsnnnnssnnnnsnn"), app.TellOwed, ""
		}, ""},
		"late, and it is said why": {func(b *app.Breach) {
			b.Notifications[0].Sent, b.Notifications[0].Delay = at(t, "28/10/2026 09:31"), "Perché"
		}, ""},
		"told before awareness":       {func(b *app.Breach) { b.Communications[0].Sent = at(t, "24/10/2026 10:29") }, "doubt communications/0/sent"},
		"annulled and no reason":      {func(b *app.Breach) { b.Annulled = "2026-10-25" }, "missing annulled_why"},
		"a number of another year":    {func(b *app.Breach) { b.Number = "1/2025" }, "doubt date"},
		"public notice and no reason": {func(b *app.Breach) { b.Communications[0].Means = app.MeansPublic }, "missing communications/0/not_direct"},
	} {
		b := notebook(t)
		c.change(b)
		var got []string
		for _, p := range breachType.Problems(b) {
			got = append(got, []string{"wrong", "missing", "doubt"}[p.Gravity]+" "+p.Path)
		}
		if missing := strings.HasPrefix(c.want, "missing") && !strings.Contains(c.want, "annulled"); missing == b.Path().CanClose() {
			t.Errorf("%s: it can be closed: %v", name, !missing)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %q", name, got, c.want)
		}
	}
}

func TestScoreOutOfRange(t *testing.T) {
	for _, data := range []string{`{"item_1":"5"}`, `{"item_1":"0"}`, `{"item_4":"3"}`, `{"enisa_context_value":"5"}`} {
		if _, err := breachType.Decode([]byte(data)); err == nil {
			t.Errorf("%s was taken", data)
		}
	}
}

// TestNoEditLosesAValue: in whatever order the answers change, what was written
// in a section stays, whether or not the path still reaches it; and there is
// always a way on, or the breach can be closed.
func TestNoEditLosesAValue(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 72))
	var steering []*form.Field
	for _, f := range breachType.Fields() {
		if f.Kind == form.KChoice {
			steering = append(steering, f)
		}
	}
	for round := range 40 {
		b := notebook(t)
		b.DropWhy, b.DropDate, b.StopWhy = "Scritto prima", "2026-10-25", "Scritto prima"
		breachType.Settle(b, nil)
		kept := map[string]string{}
		for _, f := range breachType.Fields() {
			if f.Kind != form.KComputed {
				kept[f.Key] = value(f, b)
			}
		}
		for step := range 25 {
			f := steering[r.IntN(len(steering))]
			if i := r.IntN(len(f.Options) + 1); i < len(f.Options) {
				f.Put(b, f.Options[i].Value)
			} else {
				f.Put(b, nil)
			}
			kept[f.Key] = value(f, b)
			if r.IntN(5) == 0 {
				b.StopDate = []form.Date{"", "2026-10-26"}[r.IntN(2)]
				kept["stop_date"] = b.StopDate.String()
			}
			rec, err := breachType.Decode(breachType.Encode(b))
			if err != nil {
				t.Fatal(err)
			}
			b = rec.(*app.Breach)
			breachType.Settle(b, nil)
			for _, f := range breachType.Fields() {
				if f.Kind != form.KComputed && value(f, b) != kept[f.Key] {
					t.Fatalf("round %d, step %d: %s was %q and is %q", round, step, f.Key, kept[f.Key], value(f, b))
				}
			}
			p := b.Path()
			if (p.Here == 0) != p.CanClose() {
				t.Fatalf("round %d, step %d: here %d, %v", round, step, p.Here, p.Reasons)
			}
			filled := b.Facts().Filled
			for _, s := range p.Steps {
				if s.State == breach.NotReached && filled[s.Section] {
					t.Fatalf("%s is written and not shown", s.Section)
				}
			}
		}
	}
}

// value is what a field holds, as text.
func value(f *form.Field, rec any) string {
	if f.Kind == form.KList {
		var out []string
		for i := range f.Rows(rec) {
			out = append(out, string(f.Child.Encode(f.Row(rec, i))))
		}
		return strconv.Itoa(len(out)) + strings.Join(out, ";")
	}
	if v, ok := f.Value(rec).([]string); ok {
		return strings.Join(v, ",")
	}
	if v, ok := f.Value(rec).(form.Moment); ok {
		return v.UTC().Format(time.RFC3339)
	}
	return f.Edit(rec)
}
