package app

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tutela/app/form"
)

// HouseChoice is what the office chose of its rules: a profile to start from, and
// what it changed of it. One row for ever.
type HouseChoice struct {
	form.Meta
	Profile string
	Since   form.Date // of the profile
	By      string    // person
	Changes []*HouseChange
}

// HouseChange is one rule that the office changed: when, who and why.
type HouseChange struct {
	Rule          string // its number
	Used          string // yes, no; of rules that can be switched off
	Characters    form.Int
	Letters       form.Int
	Digits        form.Int
	Months        form.Int
	SpecialMonths form.Int
	Days          form.Int
	Day           string // gg/mm
	Since         form.Date
	By            string // person
	Why           string
}

// The profiles to start from (spec 3; decision A24).
const (
	ProfileExAnnexB = "ex-allegato-b"
	ProfileModern   = "moderno"
)

// houseRuleKey names the register where the form itself cannot be named: forms
// ask the rules, and are what the list of registers is made of.
const houseRuleKey = "house_rule"

// HouseRuleForm describes the house rules: what the office chose, then all
// thirty-two as they stand by it.
var HouseRuleForm = form.Form[HouseChoice]{
	Key: houseRuleKey, One: "regole della casa", Many: "Regole della casa", Fem: true, Single: true,
	About: "Le misure che l’ufficio si è dato: ogni quanto si cambia una password, ogni quanti giorni si fa una copia. Si può partire da uno di due profili e cambiare una regola alla volta.",
	Title: func(*HouseChoice) string { return "Regole della casa" },
	Fresh: func(h *HouseChoice) { h.Profile = ProfileExAnnexB },
	Check: (*HouseChoice).twice,
	Sections: append([]form.Section[HouseChoice]{
		{Key: "profile", Title: "Da dove si parte", Short: "Profilo", Fields: []form.F[HouseChoice]{
			form.Choice("profile", "Profilo", func(h *HouseChoice) *string { return &h.Profile },
				form.Option{Value: ProfileExAnnexB, Label: "Ex Allegato B"}, form.Option{Value: ProfileModern, Label: "Moderno"}).Need().Column().
				Help("Il moderno chiede password di 15 caratteri al posto di 8, senza obbligo di lettere e cifre e senza cambio a scadenza: si cambiano se qualcuno può averle scoperte. Le altre regole restano uguali."),
			form.Day("since", "Scelto il", func(h *HouseChoice) *form.Date { return &h.Since }).Half().Need().Column(),
			form.Ref("by", "Scelto da", "person", func(h *HouseChoice) *string { return &h.By }).Half().Need().Column(),
		}},
		{Key: "changes", Title: "Regole che avete cambiato", Short: "Cambiate", Fields: []form.F[HouseChoice]{
			form.List("changes", "Regole cambiate", func(h *HouseChoice) *[]*HouseChange { return &h.Changes }, houseChangeForm).AddBy("rule").Column().
				Help("Cercate la regola: si aggiunge con il valore di partenza, e scrivete il vostro. Per tornare a quello di partenza, toglietela."),
		}},
	}, houseRuleSections()...),
}

// houseRuleSections show the rules as they stand, by what they are about.
func houseRuleSections() []form.Section[HouseChoice] {
	var out []form.Section[HouseChoice]
	for _, g := range houseData.Groups {
		s := form.Section[HouseChoice]{Key: "of_" + g.Key, Title: g.Title}
		for _, r := range houseData.Rules {
			if r.Group != g.Key {
				continue
			}
			s.Fields = append(s.Fields, form.Computed(fmt.Sprintf("rule_%02d", r.Number), r.Label(), func(h *HouseChoice) string {
				return House{h}.Words(r)
			}).Law(r.Law).Help(sentences(r.About, r.Fixed, "Nel vecchio documento: "+r.Source+".")))
		}
		out = append(out, s)
	}
	return out
}

// sentences puts sentences one after the other, those there are.
func sentences(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " ")
}

var houseChangeForm = form.Form[HouseChange]{
	Key: "house_change", One: "regola", Many: "Regole cambiate", Fem: true,
	Title:    func(c *HouseChange) string { return c.Rule },
	Sections: []form.Section[HouseChange]{{Fields: houseChangeFields()}},
}

func houseChangeFields() []form.F[HouseChange] {
	count := func(unit, label, of string, at func(*HouseChange) *form.Int) form.F[HouseChange] {
		return form.Count(unit, label, of, 0, 0, at).Half().Need().
			When(func(c *HouseChange) bool { return c.asks(unit) }).
			Check(func(c *HouseChange) string { return c.rule().value(unit).fault(int(at(c).N)) })
	}
	return []form.F[HouseChange]{
		form.Entry("rule", "Regola", "house-rule", func(c *HouseChange) *string { return &c.Rule }).Need().
			Check(func(c *HouseChange) string {
				switch r := c.rule(); {
				case r == nil:
					return "Non c’è una regola con questo numero: le regole vanno da 1 a " + strconv.Itoa(len(houseData.Rules)) + "."
				case r.Fixed != "":
					return "Questa regola non si cambia: il motivo sta qui sotto, accanto alla regola."
				}
				return ""
			}),
		form.Choice("used", "Si applica?", func(c *HouseChange) *string { return &c.Used }, YesNo()...).Need().
			When(func(c *HouseChange) bool { return c.rule() != nil && c.rule().Off != "" }),
		count(UnitCharacters, "Caratteri, almeno", "", func(c *HouseChange) *form.Int { return &c.Characters }),
		count(UnitLetters, "Lettere, almeno", "", func(c *HouseChange) *form.Int { return &c.Letters }),
		count(UnitDigits, "Cifre, almeno", "", func(c *HouseChange) *form.Int { return &c.Digits }),
		count(UnitMonths, "Quanti mesi", "mesi", func(c *HouseChange) *form.Int { return &c.Months }),
		count(UnitSpecialMonths, "Con dati particolari o giudiziari", "mesi", func(c *HouseChange) *form.Int { return &c.SpecialMonths }),
		count(UnitDays, "Quanti giorni", "giorni", func(c *HouseChange) *form.Int { return &c.Days }),
		form.Text(UnitDay, "Entro il giorno", func(c *HouseChange) *string { return &c.Day }).Half().Need().Example("31/03").
			When(func(c *HouseChange) bool { return c.asks(UnitDay) }).
			Check(func(c *HouseChange) string {
				if parseDayOfYear(c.Day) == 0 {
					return "Scrivete giorno e mese come gg/mm, per esempio 31/03."
				}
				return ""
			}),
		form.Day("since", "Deciso il", func(c *HouseChange) *form.Date { return &c.Since }).Half().Need(),
		form.Ref("by", "Deciso da", "person", func(c *HouseChange) *string { return &c.By }).Half().Need(),
		form.Text("why", "Perché", func(c *HouseChange) *string { return &c.Why }).Need().Example("Le copie si fanno ogni giorno da sole"),
	}
}

// rule is the rule that is changed, nil where there is no such rule.
func (c *HouseChange) rule() *HouseRule {
	n, err := strconv.Atoi(c.Rule)
	if err != nil || n < 1 || n > len(houseData.Rules) {
		return nil
	}
	return houseData.Rules[n-1]
}

// asks says that a number of that unit is to be typed.
func (c *HouseChange) asks(unit string) bool {
	return c.rule().value(unit) != nil && c.Used != "no"
}

// number is what was typed of a unit; false where nothing was, or what cannot hold.
func (c *HouseChange) number(unit string) (int, bool) {
	n := map[string]form.Int{
		UnitCharacters: c.Characters, UnitLetters: c.Letters, UnitDigits: c.Digits, UnitMonths: c.Months,
		UnitSpecialMonths: c.SpecialMonths, UnitDays: c.Days,
	}[unit]
	if day := parseDayOfYear(c.Day); unit == UnitDay && day > 0 {
		n = form.Number(int64(day))
	}
	v := c.rule().value(unit)
	return int(n.N), n.Valid && v != nil && v.fault(int(n.N)) == ""
}

// start fills a change with what it starts from.
func (c *HouseChange) start() {
	r := c.rule()
	if r == nil {
		return
	}
	if r.Off != "" {
		c.Used = "yes"
	}
	for unit, at := range map[string]*form.Int{
		UnitCharacters: &c.Characters, UnitLetters: &c.Letters, UnitDigits: &c.Digits, UnitMonths: &c.Months,
		UnitSpecialMonths: &c.SpecialMonths, UnitDays: &c.Days,
	} {
		if v := r.value(unit); v != nil {
			*at = form.Number(int64(v.Default))
		}
	}
	if v := r.value(UnitDay); v != nil {
		c.Day = fmt.Sprintf("%02d/%02d", v.Default%100, v.Default/100)
	}
}

var dayOfYear = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})$`)

// parseDayOfYear reads gg/mm as month and day; 0 where there is no such day. 29
// February is one: in other years it is the 28th (decision A20).
func parseDayOfYear(text string) int {
	m := dayOfYear.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	day, wrong := form.ParseDate(m[1] + "/" + m[2] + "/2024")
	if wrong != "" {
		return 0
	}
	t := day.Time()
	return int(t.Month())*100 + t.Day()
}

// twice refuses a second change of the same rule: history keeps the first.
func (h *HouseChoice) twice() []form.Problem {
	var out []form.Problem
	for i, c := range h.Changes {
		if j := slices.IndexFunc(h.Changes, func(x *HouseChange) bool { return x.Rule == c.Rule }); j < i && c.Rule != "" {
			out = append(out, form.Problem{
				Path: fmt.Sprintf("changes/%d/rule", i), Label: fmt.Sprintf("Regole cambiate %d, Regola", i+1), Gravity: form.Wrong,
				Text: "Questa regola è già più su: cambiate quella. I valori di prima restano nella storia.",
			})
		}
	}
	return out
}
