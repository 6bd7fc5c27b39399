package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// gaps is the example office with measures that are late, cut, cast off or lacking.
func gaps(t *testing.T) *app.Dossier {
	t.Helper()
	d := apptest.Sample(t)
	for _, m := range app.All(d, app.OfficeMeasureForm) {
		switch m.Measure.Measure {
		case "backup":
			m.State, m.Adopted, m.Due = app.ToAdopt, "", "2026-09-30"
		case "fire-fighting":
			m.Evidence = []form.File{{Name: "verifica-estintori-2026.pdf"}}
		case "training":
			m.State, m.Adopted, m.Reason = app.NotApplicable, "", "Si fa trattamento per trattamento"
		}
	}
	list := app.All(d, app.TreatmentForm)
	suppliers, newsletter, cameras := list[2], list[4], list[5]
	set(suppliers, "backup", app.ToAdopt, "2026-09-30")
	set(newsletter, "backup", app.ToAdopt, "2027-03-31")
	set(newsletter, "no-backup", app.InPlace, "")
	set(newsletter, "password-management", app.ToAdopt, "2026-11-22")
	newsletter.SetAside = []*app.Irrelevance{{Danger: "physical", Reason: "I dati stanno soltanto presso il fornitore, che ne risponde per contratto"}}
	cameras.Measures = append(cameras.Measures, &app.Measure{Measure: "media-encryption", State: app.NotApplicable, Reason: "Le immagini non si copiano su supporti"})
	measure(cameras, "training").Adopted = "2025-12-15"
	for _, d := range measure(cameras, "backup").Dangers {
		if d.Danger == "natural" {
			d.Risks = []string{"loss"}
		}
	}
	return d
}

func measure(t *app.Treatment, slug string) *app.Measure {
	for _, m := range t.Measures {
		if m.Measure == slug {
			return m
		}
	}
	m := &app.Measure{Measure: slug, Dangers: app.DangersOf([]string{"technical"})}
	t.Measures = append(t.Measures, m)
	return m
}

func set(t *app.Treatment, slug, state string, due form.Date) {
	m := measure(t, slug)
	m.State, m.Adopted, m.Due = state, "", due
}

// TestGoldenGaps holds the words of both papers for an office with gaps.
func TestGoldenGaps(t *testing.T) {
	check(t, "coverage-gaps", fill(t, gaps(t), "coverage", nil))
	check(t, "measures-adoption-gaps", fill(t, gaps(t), "measures-adoption", nil))
}

// TestCoveragePaper: what is bare is told with its treatments and its help; what
// the office set aside is not; a lack covers nothing.
func TestCoveragePaper(t *testing.T) {
	for name, c := range map[string]struct {
		change func(d *app.Dossier)
		want   []string
		not    []string
		draft  bool
	}{
		"nothing bare": {func(d *app.Dossier) {}, []string{"Nessuna casella è scoperta", "Tutto l’ufficio: nessuna casella scoperta su 22.", "valgono tutti e sei"}, []string{"Già nel piano"}, false},
		"bare in all": {func(d *app.Dossier) { without(d, "backup") },
			[]string{"**Eventi naturali** / perdita, distruzione | tutti i trattamenti (6) | Prove di ripristino delle copie; Sono gestiti i backup;"}, []string{"Nessuna casella"}, false},
		"a measure to adopt is offered first": {func(d *app.Dossier) {
			without(d, "backup")
			set(app.All(d, app.TreatmentForm)[0], "backup", app.ToAdopt, "2027-01-31")
			measure(app.All(d, app.TreatmentForm)[0], "backup").Dangers = app.DangersOf([]string{"natural"})
		}, []string{"Già nel piano: Sono gestiti i backup, entro il 31/01/2027 (Personale: paghe e gestione) / Prove di ripristino"}, nil, false},
		"what does not apply is not offered": {func(d *app.Dossier) {
			without(d, "backup")
			m := app.All(d, app.OfficeMeasureForm)[0]
			m.Measure = app.Measure{Measure: "restore-test", State: app.NotApplicable, Reason: "Non ci sono copie"}
		}, []string{"Sono gestiti i backup"}, []string{"Prove di ripristino"}, false},
		"a lack covers nothing": {func(d *app.Dossier) {
			without(d, "backup")
			for _, x := range app.All(d, app.TreatmentForm) {
				measure(x, "no-backup").State = app.InPlace
				measure(x, "no-backup").Dangers = app.DangersOf([]string{"natural"})
			}
		}, []string{"**Eventi naturali** / perdita, distruzione | tutti i trattamenti (6)"}, nil, false},
		"one treatment alone": {func(d *app.Dossier) {
			without(d, "backup")
			for _, x := range app.All(d, app.TreatmentForm)[1:] {
				x.SetAside = []*app.Irrelevance{{Danger: "natural", Reason: "Non ci riguarda"}}
			}
		}, []string{"**Eventi naturali** / perdita, distruzione | Personale: paghe e gestione |", "**Eventi naturali** | Fornitori | Non ci riguarda", "2 non pertinenti"}, nil, false},
		"set aside without a reason": {func(d *app.Dossier) {
			app.All(d, app.TreatmentForm)[0].SetAside = []*app.Irrelevance{{Danger: "natural"}}
		}, []string{"**Eventi naturali** | Personale: paghe e gestione | ***da completare***"}, []string{"non pertinenti)"}, true},
		"what follows from a risk is the affair of another paper": {func(d *app.Dossier) {
			app.All(d, app.TreatmentForm)[5].Further = ""
		}, nil, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			paper := fill(t, d, "coverage", nil)
			tells(t, doc.Text(paper), c.want, c.not)
			if paper.Draft != c.draft {
				t.Errorf("draft: %v", paper.Draft)
			}
		})
	}
}

// without takes a measure out of the office and all its treatments.
func without(d *app.Dossier, slug string) {
	for _, m := range app.All(d, app.OfficeMeasureForm) {
		if m.Measure.Measure == slug {
			m.State, m.Measure.Measure, m.Dangers = app.InPlace, "clean-desk", nil
		}
	}
	for _, x := range app.All(d, app.TreatmentForm) {
		var kept []*app.Measure
		for _, m := range x.Measures {
			if m.Measure != slug {
				kept = append(kept, m)
			}
		}
		x.Measures = kept
	}
}

// tells looks for what a text says and for what it does not.
func tells(t *testing.T, text string, want, not []string) {
	t.Helper()
	for _, s := range want {
		if !strings.Contains(text, s) {
			t.Errorf("%q is missing:\n%s", s, text)
		}
	}
	for _, s := range not {
		if strings.Contains(text, s) {
			t.Errorf("%q is there:\n%s", s, text)
		}
	}
}

// TestCoveragePictures: each cell carries a word of its state, what is bare a
// frame too; the office says in how many treatments.
func TestCoveragePictures(t *testing.T) {
	d := apptest.Sample(t)
	without(d, "backup")
	var pictures []doc.Picture
	for _, b := range fill(t, d, "coverage", nil).Blocks {
		if p, ok := b.(doc.Picture); ok {
			pictures = append(pictures, p)
		}
	}
	if len(pictures) != 7 {
		t.Fatalf("%d pictures of the office and six treatments", len(pictures))
	}
	for i, p := range pictures {
		words := map[string]int{}
		for _, s := range p.Shapes {
			word, more, _ := strings.Cut(s.Text, "\n")
			words[word]++
			if word == "SCOPERTA" && (s.Frame == 0 || i == 0 && more != "in 6 trattamenti") {
				t.Errorf("picture %d: %+v", i, s)
			}
		}
		// Six dangers bring 22 risks of 30; the copies met natural events and interruptions.
		if got := fmt.Sprint(words["coperta"], words["SCOPERTA"], words["–"]); got != "15 7 8" {
			t.Errorf("picture %d: %s", i, got)
		}
	}
}

// TestNothingGoesOn: an office without treatments, or with ended ones alone.
func TestNothingGoesOn(t *testing.T) {
	d := apptest.Sample(t)
	for _, x := range app.All(d, app.TreatmentForm) {
		x.Archived = "2026-05-31"
	}
	if text := doc.Text(fill(t, d, "coverage", nil)); !strings.Contains(text, "Non c’è alcun trattamento in corso") {
		t.Error(text)
	}
	d.AsOf = "2026-05-30"
	tells(t, doc.Text(fill(t, d, "coverage", nil)), []string{"riduce, al 30/05/2026. Trattamenti in corso: 6.", "situazione al 30/05/2026"}, nil)
}
