package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// notice is the line under a picture: what stands out, and what can be done.
type notice struct {
	row    *fyne.Container
	icon   *kit.IconView
	text   *kit.Text
	link   *kit.Link
	person string // whom the link is for
}

func newNotice(do func(person string)) *notice {
	n := &notice{icon: kit.NewIcon(kit.IconCheck, kit.ToneOK.Ink(), theme.SizeNameInlineIcon), text: kit.NewText("")}
	n.link = kit.NewActionLink(words.T("Togli tutto"), kit.NoIcon, func() { do(n.person) })
	n.row = kit.Row(kit.GapSmall, n.icon, kit.Grow(n.text), n.link)
	return n
}

func (n *notice) set(tone kit.Tone, icon kit.Icon, text, person string) {
	n.person = person
	n.icon.Set(icon, tone.Ink())
	n.text.SetText(text)
	show(n.link, person != "")
}

// tell says in words what the picture shows: the cell of the keyboard, what stands
// out, how the changes stand.
func (p *permissionPage) tell() {
	width := p.foot.Size().Width
	before := kit.HeightForWidth(p.foot, width)
	p.tellCell()
	p.tellNotice()
	p.tellStatus()
	if kit.HeightForWidth(p.foot, width) != before {
		p.scroll.Refresh() // the picture gives way to the words
	}
}

func (p *permissionPage) tellCell() {
	row, col, _ := p.grid.At()
	if row < 0 {
		p.said.SetText(words.F("Nessuno con «%s»", strings.TrimSpace(p.find.Text())))
		p.copyButton.Disable()
		return
	}
	p.copyButton.Enable()
	p.said.SetText(p.row(row).Name + " × " + p.column(col).Name + ": " + p.grid.Spoken(row, col))
}

// tellNotice says what does not fit: first of the person where the keyboard is,
// then of whoever left.
func (p *permissionPage) tellNotice() {
	here, today := p.person(), p.today()
	leavers := p.model.leavers(today)
	for _, x := range leavers {
		if x.UID() == here {
			p.tellLeaver(x, 0)
			return
		}
	}
	if rec := p.model.now[here]; rec != nil {
		if found := p.shell.findings(p.reg.Type, rec); len(found) > 0 {
			var texts []string
			for _, f := range found {
				texts = append(texts, words.Sentence(f.Text))
			}
			p.notice.set(kit.ToneWarn, kit.IconWarning, strings.Join(texts, " "), "")
			return
		}
	}
	if len(leavers) > 0 {
		p.tellLeaver(leavers[0], len(leavers)-1)
		return
	}
	p.notice.set(kit.ToneOK, kit.IconCheck, words.T("Chi ha lasciato l’ufficio non ha più permessi."), "")
}

func (p *permissionPage) tellLeaver(x *app.Person, others int) {
	open := words.Plural(p.model.open(x.UID()), "%d archivio aperto", "%d archivi aperti")
	text := words.F("%s ha lasciato l’ufficio il %s e ha ancora %s.", app.PersonForm.Title(x), x.End, open)
	if others > 0 {
		text += " " + words.Plural(others, "Come lei %d altra persona.", "Come lei altre %d persone.")
	}
	p.notice.set(kit.ToneError, kit.IconWarning, text, x.UID())
}

// tellStatus says how many people's changes wait to be saved, else when the
// permissions were last looked over.
func (p *permissionPage) tellStatus() {
	n := len(p.model.unsaved())
	if n > 0 {
		p.undoButton.Enable()
	} else {
		p.undoButton.Disable()
	}
	if p.refused {
		return // why it was not saved is what has to be read
	}
	if n > 0 {
		p.status.Set(kit.ToneNeutral, kit.IconPencil, words.Plural(n, "Modifiche non salvate: %d persona", "Modifiche non salvate: %d persone"))
		return
	}
	last := p.model.lastReview(p.today())
	if last == "" {
		p.status.Set(kit.ToneNeutral, kit.IconInfo, words.T("Nessun permesso è ancora dato"))
		return
	}
	due := app.HouseOf(p.shell.world).PermissionReviewDue(last)
	tone := kit.ToneNeutral
	if due < p.today() {
		tone = kit.ToneWarn
	}
	p.status.Set(tone, kit.IconClock, words.F("Revisione annuale (UPD A): ultima %s, prossima entro il %s", last, due))
}
