package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// rights lists those that the person has on this treatment, how they are used,
// and, apart from all else as art. 21(4) GDPR wants, the right to object.
func (n *notice) rights() {
	n.add(n.say("rights")...)
	var list doc.List
	add := func(holds bool, key string) {
		if holds {
			list.Items = append(list.Items, n.runs(key))
		}
	}
	add(true, "right-access")
	add(true, "right-rectify")
	add(true, "right-erase")
	add(n.rests("contract", "consent") && n.t.Mode != "paper", "right-portability")
	add(n.blank || n.decides(), "right-automated")
	add(n.consented(), "right-withdraw")
	n.add(list)
	n.add(n.say("rights-how", "{recapiti}", n.reach())...)
	if n.d.Office().HasDPO == "yes" {
		n.add(n.say("rights-dpo")...)
	}
	n.add(n.say("rights-complaint")...)
	n.minors()
	n.objection(true)
}

// objection tells of the right to object, apart from all else as art. 21(4) GDPR
// wants; with a heading of its own where the notice has chapters.
func (n *notice) objection(headed bool) {
	marketing, interest := n.blank || n.anyPurpose(n.t, "marketing"), n.rests(legitimateInterest, "public-task")
	if headed && (marketing || interest) {
		n.add(n.say("objection")...)
	}
	if marketing {
		n.add(n.say("objection-marketing")...)
	}
	if interest {
		n.add(n.say("objection-interest")...)
	}
}

// reach is where one writes to the office.
func (w *writer) reach() string {
	o := w.d.Office()
	text := joined(", ", o.Email, prefixed("PEC ", o.PEC), prefixed("tel. ", o.Phone), o.FullAddress())
	if text == "" {
		return joined(" ", o.Name, "«da completare»")
	}
	return o.Name + ": " + text
}

// profiles says that the treatment profiles, by its answer or by a purpose.
func (w *writer) profiles(t *app.Treatment) bool {
	return t.Profiling == form.Yes || w.anyPurpose(t, "profiling")
}

// decides says that a programme decides by itself: the screening of the treatment
// is where the office says so.
func (n *notice) decides() bool {
	d := app.DPIAOf(n.d, n.t.UID())
	return d != nil && (slices.Contains(d.Criteria, "automated-decision") || slices.Contains(d.Types, "automated-decision"))
}

// automated says whether there is profiling or automated decision, leaving lines
// for the logic and the effects, which no record holds (art. 13(2)(f) GDPR).
func (n *notice) automated() {
	n.add(n.say("automated")...)
	how := doc.Fields{Entries: []doc.Entry{{Label: "Come funziona, e con quali effetti per lei", Lines: 2}}}
	if n.blank {
		e := tick(doc.Entry{Label: "Profilazione"}, app.YesNo())
		n.add(doc.Fields{Entries: append([]doc.Entry{e}, how.Entries...)})
		return
	}
	profiles, decides := n.profiles(n.t), n.decides()
	switch {
	case profiles:
		n.add(n.say("automated-profiling")...)
	case n.t.Profiling == "":
		n.add(doc.Fields{Entries: []doc.Entry{{Label: "Profilazione", Missing: true}}})
	default:
		n.add(n.say("automated-none")...)
	}
	if decides {
		n.add(n.say("automated-decision")...)
	}
	if profiles || decides {
		n.add(how)
	}
}

// forMinors says that the person may be a minor.
func (w *writer) forMinors(t *app.Treatment) bool {
	return w.blank || t.MinorsConsent == form.Yes || slices.ContainsFunc(t.Subjects, func(s string) bool {
		e, _ := w.d.Book().Find("data-subject", s)
		return e.Is("minors")
	})
}

// minors says who acts for them.
func (n *notice) minors() {
	if !n.forMinors(n.t) {
		return
	}
	consent := ""
	if n.consented() {
		consent = n.line("minors-consent")
	}
	n.add(n.say("minors", "{consenso}", consent)...)
}
