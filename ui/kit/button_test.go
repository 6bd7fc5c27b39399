package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestButtonActivates(t *testing.T) {
	use(t, Light, 1)
	count := 0
	b := NewButton(Filled, "Salva", IconCheck, func() { count++ })
	show(t, Row(0, b), 300, 60)
	test.Tap(b)
	press(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA)
	if count != 4 {
		t.Errorf("activated %d times", count)
	}
	b.Disable()
	test.Tap(b)
	press(b, fyne.KeySpace)
	if count != 4 || !b.Disabled() {
		t.Error("activates although disabled")
	}
	b.Enable()
	press(b, fyne.KeySpace)
	if count != 5 {
		t.Error("stays off")
	}
}

func TestRingIsForTheKeyboard(t *testing.T) {
	use(t, Light, 1)
	a, b := NewButton(Outlined, "A", NoIcon, nil), NewButton(Outlined, "B", NoIcon, nil)
	w := show(t, Row(GapSmall, a, b), 300, 60)
	w.Canvas().FocusNext()
	if !a.ring.Visible() || b.ring.Visible() {
		t.Fatal("the first has no ring")
	}
	test.Tap(b)
	if w.Canvas().Focused() != b || b.ring.Visible() || a.ring.Visible() {
		t.Error("a click shows a ring, or does not take the keyboard")
	}
	press(b, fyne.KeySpace)
	if !b.ring.Visible() {
		t.Error("the keyboard does not bring the ring back")
	}
	for _, o := range []*Button{a, b} {
		p, s := o.ring.Position(), o.ring.Size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > o.Size().Width || p.Y+s.Height > o.Size().Height {
			t.Error("the ring leaves its button")
		}
	}
}

func TestButtonStates(t *testing.T) {
	use(t, Light, 1)
	th := &Theme{Look: Light, Scale: 1}
	b := NewButton(Filled, "Salva", NoIcon, nil)
	show(t, b, 100, 40)
	fill := func(name fyne.ThemeColorName) {
		t.Helper()
		if b.box.FillColor != th.Color(name, 0) {
			t.Errorf("the ground is not %s", name)
		}
	}
	fill(theme.ColorNamePrimary)
	b.MouseIn(nil)
	fill(ColorPrimaryHover)
	b.MouseDown(nil)
	fill(ColorPrimaryPressed)
	b.MouseOut()
	fill(theme.ColorNamePrimary)
	th.Look = Dark
	fyne.CurrentApp().Settings().SetTheme(th)
	b.Refresh()
	fill(theme.ColorNamePrimary)
	if b.text.Color != th.Color(theme.ColorNameForegroundOnPrimary, 0) {
		t.Error("the words keep the ink of the other look")
	}
}

func TestHeights(t *testing.T) {
	use(t, Light, 1)
	for name, c := range map[string]struct{ got, want float32 }{
		"button": {NewButton(Filled, "Salva", NoIcon, nil).MinSize().Height, 34},
		"chip":   {NewChip(ToneOK, IconCheck, "valida").MinSize().Height, 22},
		"row":    {rowHeight(), 52},
		"link":   {NewLink("Stampa", NoIcon, nil).MinSize().Height, 24},
	} {
		if c.got < c.want-1 || c.got > c.want+1 {
			t.Errorf("%s is %v high, not %v", name, c.got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	use(t, Light, 1)
	count := 0
	l := NewLink("Stampa il registro", IconPrinter, func() { count++ })
	show(t, Row(0, l), 300, 60)
	test.Tap(l)
	press(l, fyne.KeyReturn)
	if count != 2 || l.AccessibilityRole() != fyne.AccessibleRoleLink || l.AccessibilityLabel() != "Stampa il registro" {
		t.Error("the link does not behave as one")
	}
}

func TestFinding(t *testing.T) {
	use(t, Light, 1)
	count := 0
	f, mute := NewFinding(1, longText, func() { count++ }), NewFinding(2, "Solo da leggere.", nil)
	w := show(t, Column(GapSmall, mute, f), 300, 200)
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != f {
		t.Error("what leads nowhere stops the keyboard")
	}
	press(f, fyne.KeySpace)
	if count != 1 {
		t.Error("the finding does not lead on")
	}
	if f.HeightForWidth(150) <= f.HeightForWidth(900) {
		t.Error("the sentence does not wrap")
	}
}

func TestIcons(t *testing.T) {
	use(t, Light, 1)
	entries, err := iconFiles.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := Icon(e.Name()[:len(e.Name())-len(".svg")])
		if name == "app" {
			continue
		}
		a, b := name.Resource(theme.ColorNamePrimary), name.Resource(theme.ColorNamePrimary)
		if a == nil || a != b || a.Name() == name.Resource(theme.ColorNameError).Name() {
			t.Errorf("%s: equal colours must share, others must not", name)
		}
	}
	for _, i := range []Icon{
		IconCalendar, IconOffice, IconDocument, IconPeople, IconPeopleKey, IconDatabase, IconShield, IconMail, IconPrinter, IconSearch,
		IconPlus, IconMinus, IconCheck, IconWarning, IconPencil, IconEye, IconUndo, IconTrash, IconClose, IconChevronDown, IconChevronRight,
		IconChevronLeft, IconSort, IconLock, IconClock, IconCopy, IconDownload, IconUpload, IconFolder, IconInfo, IconArrowRight,
		IconHistory, IconSignature, IconMenu, IconSettings, IconForbidden,
		IconPicture, IconTable, IconArchive, IconMedia,
	} {
		if i.Resource(theme.ColorNameForeground) == nil {
			t.Errorf("%s is missing", i)
		}
	}
	if AppIcon() == nil || NoIcon.Resource(theme.ColorNameForeground) != nil {
		t.Error("the icon of the program, or the empty one")
	}
}
