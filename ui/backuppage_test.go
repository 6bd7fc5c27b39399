package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/ui/kit"
)

// backupPageOf goes to the picture of the copies, this year.
func backupPageOf(t testing.TB, s *Shell) *backupPage {
	t.Helper()
	for i, tab := range s.tabs {
		if tab.tab != app.TabBackup {
			continue
		}
		s.goTo(i)
		all := s.pages[i].(*tabbedPage)
		all.goTo(0)
		p := all.current().page.(*backupPage)
		p.goTo(p.thisYear())
		p.bars.Choose(0)
		return p
	}
	t.Fatal("no tab for the copies")
	return nil
}

func pressed(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// copiesOfPlan are those of a plan in the file, the latest last.
func copiesOfPlan(t *testing.T, s *Shell, plan string) (out []*app.BackupCopy) {
	t.Helper()
	recs, err := s.cfg.Store.Span(context.Background(), backupCopyType, "at", "2000-01-01", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range copiesOf(recs) {
		if c.Plan == plan {
			out = append(out, c)
		}
	}
	return out
}

// TestOneClickRecordsACopy: medium whose turn it is, outcome, moment and name are
// filled in; it is said, and can be taken back; a double click records one.
func TestOneClickRecordsACopy(t *testing.T) {
	for who, want := range map[string]string{"prova": "Ricci Davide", "Sala Elena": "Sala Elena"} {
		s, _ := openShell(t, app.Sample)
		s.cfg.By.Who = who
		p := backupPageOf(t, s)
		pressed(p.bars, fyne.KeyDown)
		plan := p.chosen()
		before := copiesOfPlan(t, s, plan.UID())
		if last := before[len(before)-1]; last.Medium != plan.Media[0] {
			t.Fatal("the example does not end with the first disk")
		}
		press(t, p.whole, "Registra una copia")
		got := copiesOfPlan(t, s, plan.UID())
		if len(got) != len(before)+1 {
			t.Fatalf("%d copies, were %d", len(got), len(before))
		}
		c := got[len(got)-1]
		by := s.names.Ref(app.PersonForm.Key, c.By)
		if c.Medium != plan.Media[1] || c.Outcome != app.CopyDone || c.At.String() != "22/11/2026 17:42" || by != want {
			t.Errorf("as %s: on %s, %s, %s, by %s", who, c.Medium, c.Outcome, c.At, by)
		}
		if _, _, word := p.stands(p.at()); word != "oggi, 17:42" {
			t.Errorf("the picture says %q", word)
		}
		if text := texts(p.recorder); !strings.Contains(text, "Registrata: 22/11/2026 17:42.") {
			t.Errorf("it is not said: %s", text)
		}
		press(t, p.whole, "Registra una copia")
		if got := copiesOfPlan(t, s, plan.UID()); len(got) != len(before)+1 {
			t.Errorf("a double click recorded %d", len(got)-len(before))
		}
		press(t, p.whole, "Annulla la registrazione")
		if got := copiesOfPlan(t, s, plan.UID()); len(got) != len(before) || strings.Contains(texts(p.recorder), "Registrata") {
			t.Errorf("%d copies after taking it back, were %d", len(got), len(before))
		}
		if _, _, word := p.stands(p.at()); word != "2 giorni fa" {
			t.Errorf("the picture says %q", word)
		}
	}
}

// TestBackupWeeksInWords: what the bar shows is read out, week by week.
func TestBackupWeeksInWords(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := backupPageOf(t, s)
	pressed(p.bars, fyne.KeyDown)
	says := func(want string) {
		t.Helper()
		if got := p.week.Text(); got != "«Contabilità su disco», "+want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	says("dal 16/11/2026 al 22/11/2026: 1 copia riuscita, coperti")
	for range 5 {
		pressed(p.bars, fyne.KeyLeft)
	}
	says("dal 12/10/2026 al 18/10/2026: 1 copia riuscita, 1 ripristino o prova, coperti")
	for range 8 {
		pressed(p.bars, fyne.KeyLeft)
	}
	says("dal 17/08/2026 al 23/08/2026: 7 giorni senza copia recente")
	for range 6 {
		pressed(p.bars, fyne.KeyLeft)
	}
	says("dal 06/07/2026 al 12/07/2026: 1 copia riuscita, 1 giorno con una copia fallita, coperti")
	pressed(p.bars, fyne.KeyHome)
	says("dal 01/01/2026 al 04/01/2026: niente da dire")
	pressed(p.bars, fyne.KeyEnd)
	says("dal 28/12/2026 al 31/12/2026: niente da dire")
}

// TestBackupWords: how each plan stands, in a word; what was never copied is never
// in order.
func TestBackupWords(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(p *app.BackupPlan) (copies []string, outcome string, test string)
		want string
		tone kit.Tone
	}{
		{"nothing, begun today", func(p *app.BackupPlan) ([]string, string, string) { p.Started = "2026-11-22"; return nil, "", "" }, "la prima entro il 29/11/2026", kit.ToneNeutral},
		{"nothing, begun long ago", func(*app.BackupPlan) ([]string, string, string) { return nil, "", "" }, "nessuna copia", kit.ToneError},
		{"only failed", func(*app.BackupPlan) ([]string, string, string) {
			return []string{"22/11/2026 09:00"}, app.CopyFailed, ""
		}, "nessuna copia", kit.ToneError},
		{"late", func(*app.BackupPlan) ([]string, string, string) {
			return []string{"10/11/2026 09:00"}, app.CopyDone, "01/11/2026 09:00"
		}, "12 giorni fa", kit.ToneError},
		{"never tested", func(*app.BackupPlan) ([]string, string, string) {
			return []string{"21/11/2026 22:00"}, app.CopyDone, ""
		}, "mai provato", kit.ToneWarn},
		{"tested long ago", func(*app.BackupPlan) ([]string, string, string) {
			return []string{"21/11/2026 22:00"}, app.CopyDone, "21/11/2025 09:00"
		}, "prova scaduta", kit.ToneWarn},
		{"in order", func(*app.BackupPlan) ([]string, string, string) {
			return []string{"21/11/2026 22:00"}, app.CopyWarnings, "01/11/2026 09:00"
		}, "ieri, 22:00", kit.ToneOK},
		{"begins next week", func(p *app.BackupPlan) ([]string, string, string) { p.Started = "2026-11-29"; return nil, "", "" }, "dal 29/11/2026", kit.ToneNeutral},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan := &app.BackupPlan{Name: "Piano", Started: "2024-01-01", Interval: form.Number(7), Tests: form.Number(1)}
			copies, outcome, tested := c.fill(plan)
			s, _ := openShell(t, func(save func(*form.Type, form.Record) error) error {
				if err := save(app.BackupPlanForm.Type(), plan); err != nil {
					return err
				}
				for _, at := range copies {
					m, _ := form.ParseMoment(at)
					if err := save(backupCopyType, &app.BackupCopy{Plan: plan.UID(), At: m, Outcome: outcome}); err != nil {
						return err
					}
				}
				if tested == "" {
					return nil
				}
				m, _ := form.ParseMoment(tested)
				return save(app.RestoreForm.Type(), &app.Restore{Purpose: app.RestoreTest, Plan: plan.UID(), Requested: m, Outcome: app.RestoreWhole})
			})
			p := backupPageOf(t, s)
			if tone, _, word := p.stands(0); tone != c.tone || word != c.want {
				t.Errorf("%q in tone %d, want %q in %d", word, tone, c.want, c.tone)
			}
		})
	}
}

// TestBackupYears: one goes back, and not beyond today; what ended shows in its own
// years.
func TestBackupYears(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := backupPageOf(t, s)
	names := func() (out []string) {
		for _, plan := range p.plans {
			out = append(out, plan.Name)
		}
		return out
	}
	if got := fmt.Sprint(names(), p.after.Visible()); got != "[Computer sul NAS Contabilità su disco] false" {
		t.Errorf("this year: %s", got)
	}
	press(t, p.whole, "2025")
	if got := fmt.Sprint(names(), p.after.Visible(), p.years[0].Copies[:2]); got != "[Computer sul NAS] true [322 329]" { // 19 and 26 November
		t.Errorf("last year: %s", got)
	}
	p.goTo(2020)
	if text := texts(p.whole); len(p.plans) != 0 || !strings.Contains(text, "Nel 2020 non c’era nessun piano di backup.") {
		t.Errorf("before all: %s", text)
	}
	press(t, p.whole, "Torna a quest’anno")
	weekly := *p.plans[1]
	weekly.Ended, weekly.EndReason = "2026-11-22", "Basta il NAS"
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.BackupPlanForm.Type(), &weekly); err != nil {
		t.Fatal(err)
	}
	s.saved(app.BackupPlanForm.Key)
	p.reload()
	if got := fmt.Sprint(names()); got != "[Computer sul NAS]" {
		t.Errorf("what ended today: %s", got)
	}
}

// TestNoPlanLeadsToTheFirst: the empty page says what to do and goes there.
func TestNoPlanLeadsToTheFirst(t *testing.T) {
	s, _ := openShell(t, apptest.Marketing)
	p := backupPageOf(t, s)
	press(t, p.object(), "Scrivi il primo piano")
	if r := s.registerPage(); r == nil || r.reg.Key != app.BackupPlanForm.Key || r.open == nil || r.open.uid() != "" {
		t.Error("it does not lead to a new plan")
	}
}

// TestRestoreTestIsPrefilled: plan, moment and people are there; what was left half
// written for another plan is not overwritten.
func TestRestoreTestIsPrefilled(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := backupPageOf(t, s)
	press(t, p.whole, "Prova di ripristino")
	r := s.registerPage().open
	rec := r.ed.Rec.(*app.Restore)
	if rec.Purpose != app.RestoreTest || rec.Plan != p.plans[0].UID() || rec.Requested.String() != "22/11/2026 17:42" || s.names.Ref(app.PersonForm.Key, rec.DecidedBy) != "Bianchi Luca" {
		t.Errorf("%+v", rec)
	}
	p = backupPageOf(t, s)
	pressed(p.bars, fyne.KeyDown)
	press(t, p.whole, "Prova di ripristino")
	if rec := s.registerPage().open.ed.Rec.(*app.Restore); rec.Plan != p.plans[0].UID() {
		t.Error("the half written one was overwritten")
	}
}

// BenchmarkBackupPage is the picture of twenty plans with a copy a day for five
// years: opened for the first time, opened again, another plan chosen, the year
// before, a copy recorded.
func BenchmarkBackupPage(b *testing.B) {
	s, _ := openShell(b, func(save func(*form.Type, form.Record) error) error {
		for i := range 20 {
			p := &app.BackupPlan{Name: fmt.Sprintf("Piano %d", i+1), Started: "2022-01-01", Interval: form.Number(1), Tests: form.Number(1), Kind: "nas"}
			if err := save(app.BackupPlanForm.Type(), p); err != nil {
				return err
			}
			for at := time.Date(2022, 1, 1, 20, 0, 0, 0, time.UTC); at.Before(apptest.Now); at = at.AddDate(0, 0, 1) {
				if err := save(backupCopyType, &app.BackupCopy{Plan: p.UID(), At: form.MomentOf(at), Outcome: app.CopyDone}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	p := backupPageOf(b, s)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			s.world.forget()
			p.shown()
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			p.shown()
		}
	})
	b.Run("choose", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			pressed(p.bars, []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[i%2])
		}
	})
	b.Run("year", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			p.past = lookedUp[[]*app.BackupCopy]{}
			p.goTo(2025 - i%2)
		}
	})
	b.Run("draw", func(b *testing.B) {
		p.goTo(p.thisYear())
		for b.Loop() {
			s.win.Canvas().Capture()
		}
	})
}
