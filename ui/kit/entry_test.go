package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// desk is a window with a form on it and a person at the keyboard.
type desk struct {
	*testing.T
	win fyne.Window
}

// start opens the program; nothing can be built before.
func start(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&Theme{Scale: 1})
}

func newDesk(t *testing.T, objects ...fyne.CanvasObject) *desk {
	t.Helper()
	win := test.NewTempWindow(t, NewFloor(Column(GapField, objects...)))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(700, 600))
	return &desk{t, win}
}

// relaid does what the driver does once per frame.
func (d *desk) relaid() { d.win.Content().Refresh() }

func (d *desk) focus(o fyne.CanvasObject) {
	d.Helper()
	if !FocusOn(o) {
		d.Fatalf("%T takes no keyboard", o)
	}
	d.relaid()
}

func (d *desk) focused() fyne.Focusable { return d.win.Canvas().Focused() }

func (d *desk) write(text string) {
	d.Helper()
	for _, r := range text {
		d.focused().TypedRune(r)
	}
	d.relaid()
}

// press sends keys as the window does: Tab moves on unless it is wanted.
func (d *desk) press(keys ...fyne.KeyName) {
	d.Helper()
	for _, k := range keys {
		f := d.focused()
		if f == nil {
			d.Fatalf("%s: nothing has the keyboard", k)
		}
		tabs, ok := f.(fyne.Tabbable)
		if k == fyne.KeyTab && !(ok && tabs.AcceptsTab()) {
			d.win.Canvas().FocusNext()
			continue
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
		if k == fyne.KeySpace { // a key that is a letter as well
			if now := d.focused(); now != nil {
				now.TypedRune(' ')
			}
		}
	}
	d.relaid()
}

func (d *desk) want(got, want any) {
	d.Helper()
	if got != want {
		d.Errorf("got %q, want %q", got, want)
	}
}

func TestEntryTellsOnlyEditsOfTheUser(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	var edits []string
	left := 0
	e.OnEdited = func(s string) { edits = append(edits, s) }
	e.OnLeave = func() { left++ }
	d := newDesk(t, e, NewEntry(TextEntry))
	e.SetText("Perch")
	d.focus(e)
	d.write("é àèìòù")
	d.want(e.Text, "Perché àèìòù")
	d.want(len(edits), 7)
	d.press(fyne.KeyTab)
	d.want(left, 1)
	if d.focused() == fyne.Focusable(e) {
		t.Error("Tab did not move on")
	}
	e.SetText("altro")
	d.want(len(edits), 7)
}

func TestEntryCursor(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	e.SetText("una riga molto lunga che non ci sta tutta quanta nella larghezza che ha il campo, di cui si deve vedere l'inizio")
	d := newDesk(t, e, NewEntry(TextEntry))
	d.focus(e)
	d.want(e.CursorColumn, len([]rune(e.Text)))
	d.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyTab)
	d.want(e.CursorColumn, 0) // the beginning is what is read
	d.focus(e)
	d.want(e.CursorColumn, len([]rune(e.Text))-2)
}

func TestEntryUndo(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	d := newDesk(t, e)
	e.SetText("prima")
	d.focus(e)
	d.write("X")
	var told string
	e.OnEdited = func(s string) { told = s }
	e.TypedShortcut(&fyne.ShortcutUndo{})
	d.want(e.Text, "prima")
	d.want(told, "prima")
}

func TestLongEntryGrowsAndTabLeaves(t *testing.T) {
	start(t)
	e := NewEntry(LongEntry)
	d := newDesk(t, e, NewEntry(TextEntry))
	low := e.HeightForWidth(400)
	d.focus(e)
	for range 5 {
		d.write("riga")
		d.press(fyne.KeyReturn)
	}
	d.want(strings.Count(e.Text, "\n"), 5)
	if e.HeightForWidth(400) <= low {
		t.Error("did not grow")
	}
	for range 30 {
		d.press(fyne.KeyReturn)
	}
	if lines := e.HeightForWidth(400) / textLine(); lines > longLinesMax+1 {
		t.Errorf("grew to %.1f lines", lines)
	}
	d.press(fyne.KeyTab)
	if d.focused() == fyne.Focusable(e) || strings.Contains(e.Text, "\t") {
		t.Error("Tab stayed in the text")
	}
}

type clip struct{ text string }

func (c *clip) Content() string     { return c.text }
func (c *clip) SetContent(s string) { c.text = s }

func TestLockedEntryCanOnlyBeRead(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	e.SetText("3/2026")
	e.SetLocked(true)
	d := newDesk(t, e)
	d.focus(e)
	d.write("x")
	d.press(fyne.KeyBackspace)
	c := &clip{"incollato"}
	for _, s := range []fyne.Shortcut{
		&fyne.ShortcutPaste{Clipboard: c}, &fyne.ShortcutUndo{},
		&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierControl},
	} {
		e.TypedShortcut(s)
	}
	d.want(e.Text, "3/2026")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: c})
	d.want(e.Text, "3/2026")
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	d.want(c.text, "3/2026")
}

func TestPasteIsCleaned(t *testing.T) {
	start(t)
	one, long := NewEntry(TextEntry), NewEntry(LongEntry)
	d := newDesk(t, one, long)
	c := &clip{"via Roma 1\r\nCremona\r\n"}
	d.focus(one)
	one.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
	d.want(one.Text, "via Roma 1 Cremona")
	d.focus(long)
	long.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
	d.want(long.Text, "via Roma 1\nCremona\n")
}

func TestDateEntryCalendar(t *testing.T) {
	start(t)
	e := NewEntry(DateEntry)
	e.Clock = func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	var told string
	e.OnEdited = func(s string) { told = s }
	d := newDesk(t, e, NewEntry(TextEntry))
	d.focus(e)
	d.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	d.want(e.Text, "30/11/2026")
	d.want(told, "30/11/2026")
	d.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn)
	d.want(e.Text, "28/02/2027")
	d.press(fyne.KeyDown, fyne.KeyLeft, fyne.KeyEscape)
	d.want(e.Text, "28/02/2027")
	d.want(len(d.win.Canvas().Overlays().List()), 0)
	d.press(fyne.KeyEnd)
	d.write("x")
	d.want(e.Text, "28/02/2027x") // typing is always possible
	d.want(newCalendar(time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC), time.Time{}).first().Weekday(), time.Monday)
}

func TestEntryLongTextDrawsNoBar(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	e.SetText(strings.Repeat("lungo ", 60))
	d := newDesk(t, e)
	d.relaid()
	for _, o := range test.WidgetRenderer(e).Objects() {
		if _, ok := o.(fyne.Scrollable); ok {
			t.Error("the field takes the wheel from the page")
		}
	}
}
