package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/ui/coverageview"
	"tutela/ui/formview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// coverageParts puts the picture of what the measures cover under those of a
// treatment.
func (s *Shell) coverageParts() map[string]func(*formview.View) formview.Part {
	return map[string]func(*formview.View) formview.Part{
		"set_aside": func(v *formview.View) formview.Part {
			t, ok := v.Editor().Rec.(*app.Treatment)
			if !ok {
				return formview.Part{Object: kit.Column(0), Sync: func() {}}
			}
			return s.treatmentCoverage(v, t)
		},
	}
}

func (s *Shell) treatmentCoverage(v *formview.View, t *app.Treatment) formview.Part {
	ask := func() app.Coverage { return app.CoverageOf(s.world.Book(), t, app.OfficeMeasures(s.world)) }
	now := ask()
	count := kit.NewHelp("")
	picture := coverageview.New(coverageview.Config{
		Cell:   func(danger, risk string) coverageview.Cell { return coverageview.Cell{Cell: now.Cell(danger, risk)} },
		Name:   s.measureName,
		Reason: func(danger string) string { return reasonOf(t, danger) },
		Moved:  func() { v.Scroll().Refresh() },
		Offer: func(c app.Cell) []fyne.CanvasObject {
			return append([]fyne.CanvasObject{kit.NewText(words.T("Nessuna misura in essere la copre."))},
				coverageview.Suggestions(slugs(app.Suggested(s.world.Book(), c, now.Bare())), s.measureName, func(slug string) []fyne.CanvasObject {
					return []fyne.CanvasObject{
						kit.NewLink(words.T("È in essere"), kit.IconPlus, func() { takeUp(v, slug, app.InPlace) }),
						kit.NewLink(words.T("Da adottare"), kit.IconPlus, func() { takeUp(v, slug, app.ToAdopt) }),
					}
				})...)
		},
	})
	sync := func() {
		now = ask()
		picture.Sync()
		text := words.T("Le misure in essere coprono ogni rischio.")
		if n := picture.Bare(); n > 0 {
			text = words.Plural(n, "%d casella scoperta. Contano le misure in essere di questa scheda e quelle di tutto l’ufficio.",
				"%d caselle scoperte. Contano le misure in essere di questa scheda e quelle di tutto l’ufficio.")
		}
		count.SetText(text)
	}
	object := kit.Column(kit.GapSmall, kit.NewSubheading(words.T("Copertura")), count, picture.Object())
	return formview.Part{Object: object, Sync: sync}
}

// takeUp adds a measure to the sheet, open at what is to be said of it next.
func takeUp(v *formview.View, slug, state string) {
	i := v.AddRow("measures", slug)
	if i < 0 {
		return
	}
	list := v.Editor().Type.Field("measures")
	row := v.Editor().Rows(list)[i]
	row.SetText(list.Child.Field("state"), state)
	v.Sync()
	next := map[string]string{app.InPlace: "adopted", app.ToAdopt: "due"}[state]
	v.Focus("measures/" + strconv.Itoa(i) + "/" + next)
}

func (s *Shell) measureName(slug string) string { return s.names.Entry("measure", slug) }

// reasonOf says why a danger was set aside.
func reasonOf(t *app.Treatment, danger string) string {
	for _, x := range t.SetAside {
		if x.Danger == danger {
			return x.Reason
		}
	}
	return ""
}

func slugs(list []catalogue.Entry) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.Slug
	}
	return out
}
