package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// duties are those of the role one by one, then the instructions that its work
// calls for.
func (l *letter) duties() {
	key, rules := l.role.Key, letterRules(app.HouseOf(l.d))
	l.add(l.say("duties")...)
	l.add(l.say("about-" + key)...)
	l.add(l.say("duties-"+key, rules...)...)
	switch key {
	case app.RoleSysadmin:
		l.add(l.say("sysadmin-law")...)
	case app.RoleAuthorised:
		if l.a.Tools != app.ToolsPaper {
			l.add(l.say("instructions-electronic", rules...)...)
		}
		if l.a.Tools != app.ToolsElectronic {
			l.add(l.say("instructions-paper")...)
		}
	case app.RoleSecurity:
		l.vacancies()
	case app.RoleBreach:
		l.add(l.say("crisis-team")...)
		l.crisisMembers()
	}
	switch key {
	case app.RoleDPO, app.RoleSecurity, app.RoleTreatment, app.RoleControls, app.RoleBreach:
	default:
		l.add(l.say("leave")...)
	}
	if l.a.ScopeNote != "" {
		l.add(l.say("further", "{testo}", strings.ReplaceAll(strings.TrimSpace(l.a.ScopeNote), "\n", "; "))...)
	}
}

// vacancies tells the security designato which duties fall to him besides: those
// of the roles under his that nobody holds (decision A27).
func (l *letter) vacancies() {
	if l.blank {
		return
	}
	var names []string
	for _, r := range app.Vacant(l.d, app.RoleSecurity, cmp.Or(l.a.Appointed, l.d.Today())) {
		names = append(names, lowered(r.Title))
	}
	if len(names) > 0 {
		l.add(l.say("vacant", "{ruoli}", strings.Join(names, ", "))...)
	}
}

// crisisMembers names those of today; a blank letter leaves room.
func (l *letter) crisisMembers() {
	var names []string
	for _, m := range l.crisisTeam() {
		names = append(names, joined(", ", crisisType.Named(m, l.d), lowered(m.Function)))
	}
	if l.blank {
		names = []string{strings.Repeat("_", 60)}
	}
	if len(names) > 0 {
		l.add(l.say("crisis-members", "{membri}", strings.Join(names, "; "))...)
	}
}

// custody says which rules go with the letter, and who keeps the signed copy.
func (l *letter) custody() []doc.Entry {
	var out []doc.Entry
	put := func(label string, texts ...string) {
		if e, ok := l.row(label, 1, false, texts...); ok {
			out = append(out, e)
		}
	}
	rules := nonEmpty(strings.Split(l.a.Rules, "\n")...)
	if on := l.a.RulesOn.String(); on != "" && len(rules) > 0 {
		rules[len(rules)-1] += ", il " + on
	}
	put("Regole consegnate", rules...)
	keeper := l.d.Ref(app.PersonForm.Key, l.a.CopyBy)
	if l.a.CopyBy == "" {
		keeper = "il titolare"
		if d := l.delegation(); d != nil && l.a.Appointer == app.ByDesignee {
			keeper = d.Holder(l.d)
		}
	}
	put("Copia firmata", joined(", ", keeper, lowered(cmp.Or(l.a.CopyWhere, l.d.Office().Originals))))
	return out
}

// terms say for how long it holds and what is signed, one step smaller: they are
// the same in every letter, and keep to the page of the signatures.
func (l *letter) terms() {
	said := l.line("accept")
	if l.role.Key == app.RoleAuthorised {
		said = l.line("acknowledge")
	}
	for _, b := range l.say("terms", "{dichiara}", said) {
		if p, ok := b.(doc.Para); ok {
			p.Small = true
			b = p
		}
		l.add(b)
	}
}

// appointmentEnd is the revocation, or the taking note that somebody gave the
// role back or left.
func appointmentEnd(w *writer, subject any) doc.Document {
	l := newLetter(w, subject)
	l.role = app.RoleOf(l.a.Role)
	f := doc.Fields{}
	put := func(label string, lines int, needed bool, texts ...string) {
		if e, ok := l.row(label, lines, needed, texts...); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	f.Entries = append(f.Entries, l.controllerRow())
	put("A chi", 1, true, l.a.Holder(l.d))
	put("Ruolo", 1, true, l.role.Label())
	put("Nomina del", 1, true, l.a.Appointed.String())
	put("Finisce il", 1, true, l.a.Ended.String())
	if e, ok := l.entry(appointmentType.Field("end_reason"), l.a); ok {
		f.Entries = append(f.Entries, e)
	}
	if e, ok := l.entry(appointmentType.Field("end_note"), l.a); ok {
		f.Entries = append(f.Entries, e)
	}
	l.add(f)
	words := []string{"{titolare}", l.officeName(), "{nome}", l.holderName(), "{ruolo}", l.title(), "{nomina}", l.a.Appointed.String(), "{data}", l.a.Ended.String()}
	switch {
	case l.blank:
		l.add(l.say("end-blank")...)
	case l.prose.has("end-" + l.a.EndReason):
		l.add(l.say("end-"+l.a.EndReason, words...)...)
	}
	l.add(l.say("end-terms")...)
	if to := l.passesTo(); to != "" {
		l.add(l.say("end-fallback", "{a}", to)...)
	}
	l.draft = l.draft || !l.blank && l.a.Ended == ""
	l.sign(doc.Signer{Role: cmp.Or(l.party(), "La persona nominata"), Name: l.a.Holder(l.d), Note: "per ricevuta"}, l.a.Ended)
	out := l.done()
	if title := map[string]string{app.EndRevoked: "Revoca della nomina", app.EndResigned: "Presa d’atto delle dimissioni dall’incarico", app.EndLeft: "Fine della nomina"}[l.a.EndReason]; title != "" {
		out.Title = title
	}
	return out
}

// passesTo says to whom the duties fall when an appointment ends and nobody else
// holds the role; "" where somebody does, or where there are none to fall.
func (l *letter) passesTo() string {
	switch l.role.Key {
	case "", app.RoleDPO, app.RoleAuthorised:
		return ""
	}
	day := cmp.Or(l.a.Ended, l.d.Today())
	if len(app.Appointments(l.d, l.role.Key, day)) > 0 {
		return ""
	}
	if a := app.Above(l.d, l.role.Key, l.a.Treatments, day); a != nil && a != l.a {
		return "al " + app.RoleOf(a.Role).Short + ", " + a.Holder(l.d)
	}
	return "al titolare"
}
