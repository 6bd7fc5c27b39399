package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// FileItem is one file as its row shows it.
type FileItem struct {
	Icon   Icon
	Name   string
	Second string // size and day, on the line below
}

// FileListConfig says which files there are and what can be done with them. The
// caller owns the files. An action that is nil is not offered.
type FileListConfig struct {
	Items func() []FileItem
	// Add asks for one more.
	Add func()
	// Open shows a file, Save writes a copy of it.
	Open, Save func(i int)
	// Remove takes a file away and returns how to bring it back.
	Remove func(i int) (restore func())
}

// FileList shows the files of a field in rows, with a button below that adds one.
type FileList struct {
	widget.BaseWidget
	config FileListConfig
	name   string
	locked bool
	rows   []*fileRow
	add    *Button
	said   *fyne.Container
	body   *fyne.Container
}

// NewFileList returns the rows of the present files.
func NewFileList(config FileListConfig) *FileList {
	l := &FileList{config: config, said: Column(0), body: Column(GapSmall)}
	l.add = NewButton(Outlined, words.T("Aggiungi un file…"), IconPlus, func() {
		l.Say(ToneNeutral, "")
		l.config.Add()
	})
	l.ExtendBaseWidget(l)
	l.Reload()
	return l
}

// Reload builds the rows anew from what the caller has.
func (l *FileList) Reload() {
	l.rows, l.body.Objects = nil, nil
	table := Column(0)
	for i, item := range l.config.Items() {
		if i > 0 {
			table.Add(NewRule(ColorRowRule))
		}
		row := newFileRow(l, i, item)
		l.rows = append(l.rows, row)
		table.Add(row)
	}
	if len(l.rows) > 0 {
		l.body.Add(Sheet(table))
	} else {
		l.body.Add(NewHelp(words.T("Nessun file.")))
	}
	l.body.Add(l.said)
	if l.config.Add != nil && !l.locked {
		l.body.Add(Row(0, l.add, Spacer()))
	}
	l.Refresh()
}

// Say tells under the rows what came of the last action; "" takes it back.
func (l *FileList) Say(tone Tone, text string) {
	if text == "" {
		l.say()
		return
	}
	icon, ink := IconInfo, ColorInk2
	if tone == ToneError || tone == ToneWarn {
		icon, ink = IconWarning, tone.Ink()
	}
	l.say(RowTop(GapTight, NewIcon(icon, ink, theme.SizeNameText),
		Grow(NewStyledText(text, theme.SizeNameCaptionText, ink, tone == ToneError))))
}

// Said is what Say told last.
func (l *FileList) Said() string {
	var find func(o fyne.CanvasObject) string
	find = func(o fyne.CanvasObject) string {
		switch x := o.(type) {
		case *Text:
			return x.Text()
		case *Line:
			return x.Text()
		case *fyne.Container:
			for _, child := range x.Objects {
				if text := find(child); text != "" {
					return text
				}
			}
		}
		return ""
	}
	return find(l.said)
}

func (l *FileList) say(objects ...fyne.CanvasObject) {
	l.said.Objects = objects
	hide(l.said, len(objects) == 0)
	l.said.Refresh()
	l.Refresh()
}

// remove takes a file away and offers to bring it back.
func (l *FileList) remove(i int) {
	name := l.config.Items()[i].Name
	restore := l.config.Remove(i)
	l.Reload()
	if restore == nil {
		l.say()
		FocusOn(l)
		return
	}
	link := NewActionLink(words.T("Riprendi"), IconUndo, func() {
		restore()
		l.say()
		l.Reload()
		if i < len(l.rows) {
			FocusOn(l.rows[i])
		}
	})
	text := NewStyledLine(words.F("Tolto: %s", name), theme.SizeNameText, ColorInk2, false)
	l.say(Layers(NewSurface(ColorSunken, theme.ColorNameSeparator, cornerRadius), Pad(4, 8, 4, 12, Row(GapSmall, Grow(text), link))))
	FocusOn(link)
}

// SetLocked leaves only what changes nothing.
func (l *FileList) SetLocked(locked bool) {
	if l.locked != locked {
		l.locked = locked
		l.Reload()
	}
}

// SetName gives the label that a screen reader says.
func (l *FileList) SetName(name string) { l.name = name }

// FocusTarget implements Focuser.
func (l *FileList) FocusTarget() fyne.Focusable { return focusTarget(l.body) }

// AccessibilityLabel implements fyne.Accessible.
func (l *FileList) AccessibilityLabel() string {
	var all []string
	for _, r := range l.rows {
		all = append(all, spoken("", strings.TrimSuffix(r.item.Name+", "+r.item.Second, ", "), ""))
	}
	said := spoken(l.name, strings.Join(all, "; "), words.T("Nessun file."))
	if text := l.Said(); text != "" {
		said += " " + text
	}
	return said
}

// AccessibilityRole implements fyne.Accessible.
func (l *FileList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// HeightForWidth implements WidthSensitive.
func (l *FileList) HeightForWidth(width float32) float32 { return HeightForWidth(l.body, width) }

// CreateRenderer implements fyne.Widget.
func (l *FileList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *FileList) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.body} }
func (l *FileList) paint()                       {}

func (l *FileList) place(size fyne.Size) {
	l.body.Resize(fyne.NewSize(size.Width, l.HeightForWidth(size.Width)))
	l.body.Refresh()
}

func (l *FileList) minSize() fyne.Size {
	m := l.body.MinSize()
	if w := l.Size().Width; w > 0 {
		m.Height = l.HeightForWidth(w)
	}
	return m
}
