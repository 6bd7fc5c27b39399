package ui

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/password"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// passwordPage judges a password while it is typed (spec 3.3). It stands in the
// box alone: no draft, no history, no log has it, and the box is emptied as soon
// as something covers the page.
type passwordPage struct {
	shell *Shell
	about password.About
	// longestOf is how many characters the systems of a user-ID take, 0 where they
	// do not say; nil knows none.
	longestOf func(userID string) int

	person        *kit.Picker
	user, longest *kit.Entry
	limit         *kit.Field
	secret        *kit.Entry
	shown         *kit.Check
	chip          *kit.Chip
	rules, advice *outcomes
	head, body    *fyne.Container
	scroll        *kit.Scroll
}

// ofOffice stands for the rules of the office among the profiles.
const ofOffice = "office"

// tryPassword opens the page where a password is tried.
func (s *Shell) tryPassword() {
	s.current().leave()
	ctx := context.Background()
	people, err := s.cfg.Store.All(ctx, app.PersonForm.Type())
	if err != nil {
		s.fail(fmt.Errorf("read the people to try a password: %w", err))
		return
	}
	offices, err := s.cfg.Store.All(ctx, app.OfficeForm.Type())
	if err != nil {
		s.fail(fmt.Errorf("read the office to try a password: %w", err))
		return
	}
	longest, err := s.longestOf(ctx)
	if err != nil {
		s.fail(fmt.Errorf("read the credentials to try a password: %w", err))
		return
	}
	about := password.About{House: app.HouseOf(s.world)}
	for _, p := range people {
		about.People = append(about.People, p.(*app.Person))
	}
	if len(offices) > 0 {
		about.Office = offices[0].(*app.Office)
	}
	newPasswordPage(s, about).longestOf = longest
}

// longestOf reads what tells how long a password a user-ID may have.
func (s *Shell) longestOf(ctx context.Context) (func(userID string) int, error) {
	var credentials []*app.Credential
	var systems []*app.System
	all, err := s.cfg.Store.All(ctx, app.CredentialForm.Type())
	if err != nil {
		return nil, err
	}
	for _, rec := range all {
		credentials = append(credentials, rec.(*app.Credential))
	}
	if all, err = s.cfg.Store.All(ctx, app.SystemForm.Type()); err != nil {
		return nil, err
	}
	for _, rec := range all {
		systems = append(systems, rec.(*app.System))
	}
	return func(userID string) int { return app.LongestPassword(credentials, systems, userID) }, nil
}

func newPasswordPage(s *Shell, about password.About) *passwordPage {
	p := &passwordPage{shell: s, about: about, rules: newOutcomes(false), advice: newOutcomes(true), chip: kit.NewChip(kit.ToneNeutral, kit.NoIcon, "")}
	column := kit.Column(kit.GapField, p.whose(), p.secretField(),
		section(words.T("Regole della casa"), p.rules.column),
		section(words.T("Quali regole"), p.which()))
	advice := kit.Panel(kit.Column(kit.GapPanel, kit.NewSubheading(words.T("Consigli di oggi")), p.advice.column,
		kit.NewHelp(words.T("Da NIST SP 800-63B-4 (agosto 2025). Non impediscono niente: decidete voi."))))
	p.body = kit.Abreast(660, 0.62, column, advice)
	p.scroll = kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(1000, p.body)))
	p.head = kit.Row(kit.GapPanel, kit.Grow(kit.NewStyledLine(words.T("Prova una password"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)), p.chip)
	bar := kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.IconLock, words.T("Non si conserva niente.")),
		kit.NewButton(kit.Filled, words.T("Torna al lavoro"), kit.IconChevronLeft, s.back))
	p.judge()
	s.show(kit.Record(p.head, p.scroll, nil, bar))
	s.over, s.frontActions, s.conceal = s.tryPassword, actions{}, p.conceal
	kit.FocusOn(p.secret)
	return p
}

// whose asks who uses the password, and with which user-ID; both may stay empty.
func (p *passwordPage) whose() fyne.CanvasObject {
	p.person = kit.NewPicker(p.people)
	p.person.OnChanged = func([]string) { p.judge() }
	p.user = kit.NewEntry(kit.TextEntry)
	p.user.OnEdited = func(string) { p.judge() }
	return kit.Reflow(kit.NewField(words.T("Chi la usa"), p.person), kit.NewField(words.T("Codice utente"), p.user))
}

// which asks for the profile, and for the limit of the system.
func (p *passwordPage) which() fyne.CanvasObject {
	profile := kit.NewSegmented([]kit.Option{{Value: ofOffice, Label: words.T("Dell’ufficio")}, {Value: password.ExAnnexB, Label: words.T("Ex Allegato B")}, {Value: password.Modern, Label: words.T("Moderno")}})
	profile.Fixed = true
	profile.SetValue(cmp.Or(p.about.Profile, ofOffice))
	profile.OnChanged = func(slug string) {
		p.about.Profile = slug
		if slug == ofOffice {
			p.about.Profile = ""
		}
		p.judge()
	}
	p.longest = kit.NewEntry(kit.TextEntry)
	p.longest.OnEdited = func(string) { p.judge() }
	p.limit = kit.NewField(words.T("Caratteri che il sistema accetta"), p.longest)
	p.limit.ControlWidth = 90
	p.limit.SetHelp(words.T("Al massimo. Vuoto, vale ciò che dice la scheda del sistema, se lo dice."))
	return kit.Reflow(kit.NewField(words.T("Profilo"), profile), p.limit)
}

func (p *passwordPage) secretField() fyne.CanvasObject {
	p.secret = kit.NewEntry(kit.SecretEntry)
	p.secret.OnEdited = func(string) { p.judge() }
	p.secret.OnEscape = p.shell.back
	p.shown = kit.NewCheck(words.T("Mostra"), p.secret.SetShown)
	label := words.T("Password da provare")
	p.secret.SetName(label)
	return kit.NewField(label, kit.Row(kit.GapPanel, kit.Grow(p.secret), p.shown))
}

// people are those who still work here.
func (p *passwordPage) people() (out []kit.Option) {
	for _, x := range p.about.People {
		if x.End == "" {
			out = append(out, kit.Option{Value: x.UID(), Label: app.PersonForm.Title(x)})
		}
	}
	return out
}

// judge shows what the rules say of what stands in the box now.
func (p *passwordPage) judge() {
	about := p.about
	about.UserID, about.Person, about.Longest = p.user.Text, nil, p.most()
	for _, x := range about.People {
		if x.UID() == p.person.Value() {
			about.Person = x
		}
	}
	verdicts := password.Judge(p.secret.Text, about)
	p.rules.show(verdicts)
	p.advice.show(password.Advice(p.secret.Text, about))
	switch n := password.Failures(verdicts); {
	case p.secret.Text == "":
		p.chip.Set(kit.ToneNeutral, kit.IconInfo, words.T("da scrivere"))
	case n == 0:
		p.chip.Set(kit.ToneOK, kit.IconCheck, words.T("va bene"))
	default:
		p.chip.Set(kit.ToneError, kit.IconClose, words.Plural(n, "%d regola non rispettata", "%d regole non rispettate"))
	}
	if p.scroll != nil {
		p.head.Refresh() // the sign may be wider now
		p.scroll.Refresh()
		p.body.Refresh() // what is below may have moved, though all is as high as before
	}
}

// most is how many characters the system takes: as typed, else as the record of
// the system says; 0 where nobody said.
func (p *passwordPage) most() int {
	text := strings.TrimSpace(p.longest.Text)
	n, err := strconv.Atoi(text)
	if wrong := text != "" && (err != nil || n < 1); wrong != (p.limit.Error() != "") {
		said := ""
		if wrong {
			said = words.T("Scrivete un numero, per esempio 12.")
		}
		p.limit.SetError(said)
	}
	if text == "" && p.longestOf != nil {
		return p.longestOf(p.user.Text)
	}
	return max(n, 0)
}

// conceal empties the box.
func (p *passwordPage) conceal() {
	p.secret.Forget()
	p.shown.SetChecked(false)
	p.judge()
}

// outcomes shows verdicts one below the other, in the same rows as they change.
type outcomes struct {
	column *fyne.Container
	rows   []*kit.Outcome
	advice bool // refuses nothing
}

func newOutcomes(advice bool) *outcomes {
	return &outcomes{column: kit.Column(kit.GapSmall), advice: advice}
}

func (o *outcomes) show(list []password.Verdict) {
	for i, v := range list {
		tone, icon, word := kit.ToneNeutral, kit.IconMinus, words.T("non si può dire")
		switch v.State {
		case password.Passed:
			tone, icon, word = kit.ToneOK, kit.IconCheck, words.T("va bene")
		case password.Failed:
			tone, icon, word = kit.ToneError, kit.IconClose, words.T("non va bene")
			if o.advice {
				tone, icon, word = kit.ToneWarn, kit.IconWarning, words.T("si può far meglio")
			}
		}
		rule, do := words.Sentence(v.Rule), words.Sentence(v.Do)
		if i < len(o.rows) {
			o.rows[i].Set(tone, icon, word, rule, do)
			continue
		}
		o.rows = append(o.rows, kit.NewOutcome(tone, icon, word, rule, do))
	}
	o.rows = o.rows[:len(list)]
	o.column.Objects = nil
	for _, r := range o.rows {
		o.column.Objects = append(o.column.Objects, r)
	}
	o.column.Refresh()
}
