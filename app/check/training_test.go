package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestTrainingEdges: each term the day before, on the day and the day after, and
// what is left in peace. Today is 22 November 2026.
func TestTrainingEdges(t *testing.T) {
	person := func(change func(w *world, p *app.Person)) func(w *world) any {
		return func(w *world) any {
			change(w, w.person)
			return w.person
		}
	}
	hired := func(on form.Date) func(w *world) any {
		return person(func(_ *world, p *app.Person) { p.Start = on })
	}
	course := func(held form.Date, present string) func(w *world) any {
		return person(func(w *world, p *app.Person) {
			p.Start = "2026-10-01"
			w.course.Held, w.course.People = held, []*app.Attendance{{Person: p.UID(), Present: present}}
		})
	}
	duty := func(from form.Date) func(w *world) any {
		return person(func(_ *world, p *app.Person) { p.Duties = append(p.Duties, &app.Duty{Duty: "secretary", From: from}) })
	}
	given := func(issued ...form.Date) func(w *world) any {
		return person(func(w *world, p *app.Person) {
			for _, on := range issued {
				w.add(app.CredentialForm.Type(), &app.Credential{Person: p.UID(), System: "till", Issued: on})
			}
		})
	}
	plan := func(change func(w *world, p *app.TrainingPlan)) func(w *world) any {
		return func(w *world) any {
			change(w, w.trainingPlan)
			return w.trainingPlan
		}
	}
	// office asks on a day, with the plan of a year.
	office := func(day form.Date, year string, change func(w *world)) func(w *world) any {
		return func(w *world) any {
			w.Now = day.Begins()
			w.trainingPlan.Year, w.trainingPlan.Made = year, form.Date(year+"-02-16")
			change(w)
			return w.Office()
		}
	}
	as := func(*world) {}
	byDefault := func(w *world) {
		now := w.Now
		w.clear(app.HouseRuleForm.Key)
		w.Now = now
	}
	for _, c := range []struct {
		name, rule string
		rec        func(w *world) any
		broken     bool
	}{
		{"hired 30 days ago", "training-owed", hired("2026-10-23"), false},
		{"hired 31 days ago", "training-owed", hired("2026-10-22"), true},
		{"hired a year ago today", "training-owed", hired("2025-11-22"), true},
		{"hired before: the plan's", "training-owed", hired("2025-11-21"), false},
		{"hired tomorrow", "training-owed", hired("2026-11-23"), false},
		{"trained since", "training-owed", course("2026-10-15", "yes"), false},
		{"trained 30 days before", "training-owed", course("2026-09-01", "yes"), false},
		{"trained 31 days before", "training-owed", course("2026-08-31", "yes"), true},
		{"was away", "training-owed", course("2026-10-15", "no"), true},
		{"not said", "training-owed", course("2026-10-15", ""), false},
		{"will be trained tomorrow", "training-owed", course("2026-11-23", "yes"), true},
		{"a duty of 31 days ago", "training-owed", duty("2026-10-22"), true},
		{"a duty of 30 days ago", "training-owed", duty("2026-10-23"), false},
		{"hired and gone", "training-owed", person(func(_ *world, p *app.Person) { p.Start, p.End = "2026-10-01", "2026-11-21" }), false},
		{"somebody's else", "training-owed", person(func(_ *world, p *app.Person) { p.Start, p.Kind = "2026-10-01", "external" }), false},
		{"signs for the controller", "training-owed", person(func(_ *world, p *app.Person) {
			p.Start, p.Duties = "2026-10-01", append(p.Duties, &app.Duty{Duty: "legal-representative"})
		}), false},
		{"a new tool", "training-owed", given("2026-10-01"), true},
		{"a new tool of 30 days ago", "training-owed", given("2026-10-23"), false},
		{"the same tool anew", "training-owed", given("2026-10-01", "2024-01-01"), false},

		{"the office's day", "training-plan-missing", office("2026-02-28", "2025", as), false},
		{"the day after", "training-plan-missing", office("2026-03-01", "2025", as), true},
		{"31 March", "training-plan-missing", office("2026-03-31", "2025", byDefault), false},
		{"1 April", "training-plan-missing", office("2026-04-01", "2025", byDefault), true},
		{"31 December", "training-plan-missing", office("2026-12-31", "2025", as), true},
		{"New Year", "training-plan-missing", office("2027-01-01", "2026", as), false},
		{"made", "training-plan-missing", office("2026-04-01", "2026", as), false},
		{"no date", "training-plan-missing", office("2026-04-01", "2026", func(w *world) { w.trainingPlan.Made = "" }), true},
		{"no letters and no plans", "training-plan-missing", office("2026-04-01", "2025", func(w *world) {
			w.clear(app.AppointmentForm.Key)
			w.clear(app.TrainingPlanForm.Key)
		}), false},
		{"no letters, but plans", "training-plan-missing", office("2026-04-01", "2025", func(w *world) { w.clear(app.AppointmentForm.Key) }), true},
		{"the owner alone", "training-plan-missing", office("2026-04-01", "2025", func(w *world) { w.with(app.PersonForm.Key, []any{w.people[0]}) }), false},

		{"the plan of last year", "training-plan-copies", plan(func(_ *world, p *app.TrainingPlan) { p.Year, p.Needs = "2025", nil }), false},
		{"makes copies no more", "training-plan-copies", plan(func(w *world, p *app.TrainingPlan) { p.Needs, w.appointed(app.RoleBackup).Ended = nil, "2026-11-22" }), false},
		{"due today", "training-need-open", plan(func(_ *world, p *app.TrainingPlan) { p.Needs[2].Due = "2026-11-22" }), false},
		{"due yesterday, without a course", "training-need-open", plan(func(_ *world, p *app.TrainingPlan) { p.Needs[1].Due = "2026-11-21" }), true},
		{"was away", "training-need-open", plan(func(w *world, _ *app.TrainingPlan) { w.course.People[0].Present = "no" }), true},
		{"left", "training-need-open", plan(func(w *world, p *app.TrainingPlan) {
			p.Needs[2].Due = "2026-11-21"
			app.Find(w.Dossier, app.PersonForm, p.Needs[2].Person).End = "2026-10-31"
		}), false},
		{"planned for today", "training-not-held", func(w *world) any {
			w.course.Held, w.course.Planned = "", "2026-11-22"
			return w.course
		}, false},
	} {
		w := newWorld(t)
		if got := len(w.paths(c.rec(w), c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}

// TestOutsideAndRiskEdges: declarations, analyses and inspections on their days.
func TestOutsideAndRiskEdges(t *testing.T) {
	work := func(on, working form.Date) func(w *world) any {
		return func(w *world) any {
			w.intervention.Called, w.intervention.On, w.intervention.Working, w.intervention.Declared = "", on, working, ""
			return w.intervention
		}
	}
	analysis := func(on form.Date, change func(w *world, a *app.RiskAnalysis)) func(w *world) any {
		return func(w *world) any {
			w.analysis.On = on
			change(w, w.analysis)
			return w.analysis
		}
	}
	again := func(b *app.RiskAnalysis) func(w *world) any {
		return analysis("2025-11-21", func(w *world, a *app.RiskAnalysis) {
			b.Kind, b.On = app.RiskHardware, "2026-11-20"
			if b.Systems != nil {
				b.Systems = a.Systems[:len(b.Systems)]
			}
			w.add(app.RiskAnalysisForm.Type(), b)
		})
	}
	inspection := func(on form.Date, months int64, change func(w *world)) func(w *world) any {
		return func(w *world) any {
			w.with(app.InspectionForm.Key, []any{w.inspection})
			w.inspection.On, w.inspection.Months = on, form.Number(months)
			change(w)
			return w.inspection
		}
	}
	as, asIs := func(*world, *app.RiskAnalysis) {}, func(*world) {}
	for _, c := range []struct {
		name, rule string
		rec        func(w *world) any
		broken     bool
	}{
		{"over yesterday", "intervention-no-declaration", work("2026-11-21", ""), true},
		{"over today", "intervention-no-declaration", work("2026-11-22", ""), false},
		{"works again since today", "intervention-no-declaration", work("2026-11-20", "2026-11-22"), false},
		{"not come yet", "intervention-no-declaration", work("", ""), false},
		{"saw nothing", "intervention-no-processor", func(w *world) any {
			w.intervention.Supplier, w.intervention.Company, w.intervention.DataSeen = "", "Valli Informatica", "no"
			return w.intervention
		}, false},

		{"a year ago today", "risk-analysis-old", analysis("2025-11-22", as), false},
		{"a year and a day ago", "risk-analysis-old", analysis("2025-11-21", as), true},
		{"from a leap day, 28 February", "risk-analysis-old", analysis("2024-02-29", func(w *world, _ *app.RiskAnalysis) { w.Now = form.Date("2025-02-28").Begins() }), false},
		{"from a leap day, 1 March", "risk-analysis-old", analysis("2024-02-29", func(w *world, _ *app.RiskAnalysis) { w.Now = form.Date("2025-03-01").Begins() }), true},
		{"sooner, yesterday", "risk-analysis-old", analysis("2026-09-01", func(_ *world, a *app.RiskAnalysis) { a.Next = "2026-11-21" }), true},
		{"sooner, today", "risk-analysis-old", analysis("2026-09-01", func(_ *world, a *app.RiskAnalysis) { a.Next = "2026-11-22" }), false},
		{"later than a year is not", "risk-analysis-old", analysis("2025-11-21", func(_ *world, a *app.RiskAnalysis) { a.Next = "2030-01-01" }), true},
		{"made again for all", "risk-analysis-old", again(&app.RiskAnalysis{}), false},
		{"made again for the same", "risk-analysis-old", again(&app.RiskAnalysis{Systems: make([]string, 3)}), false},
		{"made again for some", "risk-analysis-old", again(&app.RiskAnalysis{Systems: make([]string, 2)}), true},
		{"made again for something else", "risk-analysis-old", again(&app.RiskAnalysis{Subject: "Il Wi-Fi"}), true},
		{"to be done by today", "risk-measure-overdue", analysis("2026-02-16", func(_ *world, a *app.RiskAnalysis) { a.Dangers[2].Due = "2026-11-22" }), false},
		{"done", "risk-measure-overdue", analysis("2026-02-16", func(_ *world, a *app.RiskAnalysis) {
			a.Dangers[2].Due, a.Dangers[2].Done = "2026-11-21", "2026-11-22"
		}), false},
		{"nothing to do", "risk-measure-overdue", analysis("2026-02-16", func(_ *world, a *app.RiskAnalysis) {
			a.Dangers[2].Due, a.Dangers[2].ToTake = "2026-11-21", " "
		}), false},
		{"of people or of premises", "risk-analysis-missing", func(w *world) any {
			app.All(w.Dossier, app.RiskAnalysisForm)[2].Kind = app.RiskPeople
			return w.Office()
		}, false},
		{"that of the programs is to come", "risk-analysis-missing", func(w *world) any {
			app.All(w.Dossier, app.RiskAnalysisForm)[1].On = "2026-11-23"
			return w.Office()
		}, true},
		{"no letters and no analyses", "risk-analysis-missing", func(w *world) any {
			w.clear(app.AppointmentForm.Key)
			w.clear(app.RiskAnalysisForm.Key)
			return w.Office()
		}, false},
		{"only paper", "risk-analysis-missing", func(w *world) any {
			w.clear(app.SystemForm.Key)
			w.analysis.Kind = app.RiskSoftware
			return w.Office()
		}, false},

		{"six months ago today", "inspection-overdue", inspection("2026-05-22", 6, asIs), false},
		{"six months and a day ago", "inspection-overdue", inspection("2026-05-21", 6, asIs), true},
		{"from 31 August, 28 February", "inspection-overdue", inspection("2026-08-31", 6, func(w *world) { w.Now = form.Date("2027-02-28").Begins() }), false},
		{"from 31 August, 1 March", "inspection-overdue", inspection("2026-08-31", 6, func(w *world) { w.Now = form.Date("2027-03-01").Begins() }), true},
		{"the whole office since", "inspection-overdue", inspection("2026-05-21", 6, func(w *world) {
			w.inspection.Unit = w.unit.UID()
			w.add(app.InspectionForm.Type(), &app.Inspection{On: "2026-11-01", Months: form.Number(6)})
		}), false},
		{"a unit since, of the whole", "inspection-overdue", inspection("2026-05-21", 6, func(w *world) {
			w.add(app.InspectionForm.Type(), &app.Inspection{Unit: w.unit.UID(), On: "2026-11-01", Months: form.Number(6)})
		}), true},
		{"the next is to come", "inspection-overdue", inspection("2026-05-21", 6, func(w *world) {
			w.add(app.InspectionForm.Type(), &app.Inspection{On: "2026-11-23", Months: form.Number(6)})
		}), true},
		{"to be mended by today", "inspection-finding-overdue", inspection("2026-11-01", 6, func(w *world) {
			w.inspection.Findings[0].Due, w.inspection.Findings[0].Done = "2026-11-22", ""
		}), false},
		{"appointed a year ago today", "controls-no-inspection", func(w *world) any {
			w.clear(app.InspectionForm.Key)
			a := w.appointed(app.RoleControls)
			a.Appointed = "2025-11-22"
			return a
		}, false},
		{"appointed a year and a day ago", "controls-no-inspection", func(w *world) any {
			w.clear(app.InspectionForm.Key)
			a := w.appointed(app.RoleControls)
			a.Appointed = "2025-11-21"
			return a
		}, true},
	} {
		w := newWorld(t)
		if got := len(w.paths(c.rec(w), c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}
