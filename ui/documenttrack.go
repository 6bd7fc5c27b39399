package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// track is the life of a paper in three steps, each with its day and who.
func (p *documentsPage) track(x app.Print) fyne.CanvasObject {
	steps := []trackStep{
		{kit.IconPencil, words.T("bozza"), "—", false},
		{kit.IconPrinter, words.T("stampato"), words.T("manca qualcosa"), false},
		{kit.IconSignature, words.T("firmato"), "—", false},
	}
	said := dayOf(x.At) + " · " + x.Who
	if x.Revision == 0 {
		steps[0].said, steps[0].done = said, true
		return track(steps)
	}
	if d, ok := p.draftBefore(x); ok {
		steps[0].said, steps[0].done = dayOf(d.At)+" · "+d.Who, true
	}
	steps[1].said, steps[1].done = said, true
	left := len(x.Unsigned())
	switch {
	case len(x.Signed) > 0 && left == 0:
		steps[2].said, steps[2].done = lastDay(x.Signed).String(), true
	case len(x.Signers) == 0:
		steps[2].said = words.T("non serve")
	case left == len(x.Signers) && !waits(x):
		steps[2].said = words.T("non serve, ma si può")
	case left == len(x.Signers):
		steps[2].said = words.Plural(left, "manca %d firma", "mancano %d firme")
	default:
		steps[2].said = words.F("firme: %d su %d", len(x.Signers)-left, len(x.Signers))
	}
	return track(steps)
}

// trackStep is one step of the life of a paper.
type trackStep struct {
	icon       kit.Icon
	word, said string
	done       bool
}

func track(steps []trackStep) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, st := range steps {
		ink := kit.ColorInk2
		if st.done {
			ink = theme.ColorNamePrimary
		}
		row := kit.Row(kit.GapTight)
		if i > 0 {
			row.Add(kit.NewIcon(kit.IconChevronRight, kit.ColorInk2, theme.SizeNameText))
		}
		row.Add(kit.NewIcon(st.icon, ink, theme.SizeNameText))
		row.Add(kit.NewStyledLine(st.word, theme.SizeNameText, theme.ColorNameForeground, st.done))
		row.Add(kit.NewStyledLine(st.said, theme.SizeNameCaptionText, kit.ColorInk2, false))
		all = append(all, row)
	}
	return kit.Flow(kit.GapSmall, all...)
}

// draftBefore is the last draft of a paper before a complete print of it.
func (p *documentsPage) draftBefore(x app.Print) (app.Print, bool) {
	key := printKey(x.Kind, x.Register, x.Subject)
	for _, y := range p.all { // the newest first
		if y.Revision == 0 && y.At.Before(x.At) && printKey(y.Kind, y.Register, y.Subject) == key {
			return y, true
		}
	}
	return app.Print{}, false
}

func lastDay(list []app.SignedForm) (day form.Date) {
	for _, g := range list {
		day = max(day, g.Day)
	}
	return day
}

// signatures tells who signs a paper and who has, in what, and how to go on.
func (p *documentsPage) signatures(x app.Print) fyne.CanvasObject {
	var body []fyne.CanvasObject
	for _, g := range x.Signers {
		tone, icon, said := kit.ToneWarn, kit.IconWarning, words.T("manca")
		if !waits(x) {
			tone, icon, said = kit.ToneNeutral, kit.IconMinus, words.T("non firmato")
		}
		if i := slices.IndexFunc(x.Signed, func(f app.SignedForm) bool { return f.UID == g.Signed }); i >= 0 {
			tone, icon, said = kit.ToneOK, kit.IconCheck, words.F("firmato il %s", x.Signed[i].Day)
		}
		body = append(body, kit.Row(kit.GapSmall, kit.Grow(kit.NewText(signerName(g))), kit.NewNote(tone, icon, said)))
	}
	switch {
	case len(x.Signers) > 0:
	case len(x.Signed) == 0:
		body = append(body, kit.NewHelp(words.T("Questo documento non ha righe per la firma. Se lo fate firmare lo stesso, allegate la copia firmata.")))
	}
	if len(x.Signed) > 0 {
		body = append(body, p.signedFiles(x))
	}
	if x.Revision == 0 {
		return section(words.T("Firme"), append(body, kit.NewHelp(words.T("Una bozza non si firma: completate la scheda e stampate di nuovo il documento.")))...)
	}
	links := []fyne.CanvasObject{
		kit.NewLink(words.T("Allega la copia firmata…"), kit.IconPicture, func() { p.attachScan(x) }),
		kit.NewLink(words.T("Firma digitalmente…"), kit.IconSignature, func() { p.signDigitally(x) }),
		kit.NewLink(words.T("Esporta per la firma…"), kit.IconUpload, func() { p.exportToSign(x) }),
		kit.NewLink(words.T("Riprendi il firmato…"), kit.IconDownload, func() { p.takeSigned(x) }),
	}
	if len(x.Signed) > 0 {
		links = append(links, kit.NewLink(words.T("Togli una copia firmata…"), kit.IconTrash, func() { p.dropSigned(x) }))
	}
	return section(words.T("Firme"), append(body, kit.Flow(kit.GapField, links...))...)
}

func signerName(g app.PrintSigner) string {
	if g.Name == "" {
		return g.Role
	}
	return g.Role + ": " + g.Name
}

// signedFiles are the forms in which a paper came back signed.
func (p *documentsPage) signedFiles(x app.Print) fyne.CanvasObject {
	file := func(i int) form.File {
		g := x.Signed[i]
		return form.File{Name: g.Name, MIME: g.MIME, SHA256: g.SHA256}
	}
	files := attachments{p.shell}
	return kit.NewFileList(kit.FileListConfig{
		Items: func() (out []kit.FileItem) {
			for _, g := range x.Signed {
				out = append(out, kit.FileItem{Icon: formIcon(g), Name: g.Name, Second: formSaid(g)})
			}
			return out
		},
		Open: func(i int) { files.Open(file(i)) },
		Save: func(i int) { files.SaveCopy(file(i)) },
	})
}

func formIcon(g app.SignedForm) kit.Icon {
	if g.How == app.SignedOnPaper {
		return kit.IconPicture
	}
	return kit.IconSignature
}

// formSaid tells how and when a form was signed, and who put it here.
func formSaid(g app.SignedForm) string {
	how := words.F("firmato a mano il %s", g.Day)
	if g.How != app.SignedOnPaper {
		how = words.F("firma digitale di %s, %s", g.Signer, g.Day)
	}
	return strings.Join([]string{how, words.F("conservato il %s da %s", dayOf(g.At), g.Who)}, " · ")
}
