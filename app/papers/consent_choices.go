package papers

import (
	"slices"
	"strings"

	"tutela/app/form"
)

// choice is one consent, to be given or refused by itself.
type choice struct {
	name, about string
	also        []string // other bases that the sheet gives for the same thing
	room        bool     // to be filled in by hand
	marketing   bool
}

// choices are the consents that the treatment rests on, each purpose by itself;
// those to special data, to profiling and to a transfer stand apart from it.
func (c *consent) choices() []choice {
	if c.blank {
		return c.blankChoices()
	}
	var out []choice
	profiled := false // by a choice of its own
	for _, p := range c.t.Purposes {
		bases := c.t.BasesOf(p)
		if !slices.Contains(bases, "consent") {
			continue
		}
		profiled = profiled || c.purposeIs(p.Purpose, "profiling")
		out = append(out, choice{
			name: capital(c.d.Entry("purpose", p.Purpose)), about: p.Note, marketing: c.purposeIs(p.Purpose, "marketing"),
			also: c.labels("legal-basis-6", others(bases, "consent")),
		})
	}
	if c.t.Profiling == form.Yes && len(out) > 0 && !profiled {
		out = append(out, choice{name: c.line("profiling"), about: c.line("profiling-about")})
	}
	return append(append(out, c.special()...), c.abroad()...)
}

// special asks for the explicit consent to special data, for each purpose by
// itself: the sheet does not say which of them needs the data.
func (c *consent) special() []choice {
	if !slices.Contains(c.t.Bases9, "explicit-consent") {
		return nil
	}
	data := strings.Join(c.ofClass(c.t, "special"), ", ")
	if data == "" {
		data, c.draft = "«da completare»", true
	}
	also := append(c.labels("legal-basis-9", others(c.t.Bases9, "explicit-consent")), nonEmpty(c.t.Bases9Text)...)
	var out []choice
	for _, p := range c.t.Purposes {
		out = append(out, choice{name: c.line("special", "{finalità}", c.d.Entry("purpose", p.Purpose)), about: c.line("special-about", "{dati}", data), also: also})
	}
	return out
}

// abroad asks for the explicit consent to a transfer that has no other ground.
func (c *consent) abroad() []choice {
	if c.t.Transfer != "present" {
		return nil
	}
	var out []choice
	for _, x := range c.t.Transfers {
		if x.Safeguard != "explicit-consent" {
			continue
		}
		to := x.Recipient
		if to == "" {
			to, c.draft = "«da completare»", true
		}
		out = append(out, choice{name: c.line("transfer", "{paese}", c.d.Entry("country", x.Country)), about: c.line("transfer-about", "{destinatario}", to)})
	}
	return out
}

// blankChoices leaves room for some purposes, and asks apart what must stand apart.
func (c *consent) blankChoices() []choice {
	var out []choice
	for range 3 {
		out = append(out, choice{room: true})
	}
	return append(out,
		choice{name: c.line("special-blank"), room: true},
		choice{name: c.line("profiling"), about: c.line("profiling-about")},
		choice{name: c.line("tracking"), about: c.line("tracking-about")},
	)
}

// others are those of a list but one.
func others(list []string, but string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == but })
}
