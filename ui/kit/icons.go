package kit

import (
	"embed"
	"fmt"
	"image/color"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Icon names one drawing of the program's own set: 24 grid, 2 px stroke, round
// ends. The empty Icon draws nothing.
type Icon string

// The set.
const (
	NoIcon           Icon = ""
	IconCalendar     Icon = "calendar"
	IconOffice       Icon = "office"
	IconDocument     Icon = "document"
	IconPeople       Icon = "people"
	IconPeopleKey    Icon = "people-key"
	IconDatabase     Icon = "database"
	IconShield       Icon = "shield"
	IconMail         Icon = "mail"
	IconPrinter      Icon = "printer"
	IconSearch       Icon = "search"
	IconPlus         Icon = "plus"
	IconMinus        Icon = "minus"
	IconCheck        Icon = "check"
	IconWarning      Icon = "warning"
	IconPencil       Icon = "pencil"
	IconEye          Icon = "eye"
	IconUndo         Icon = "undo"
	IconTrash        Icon = "trash"
	IconClose        Icon = "close"
	IconChevronDown  Icon = "chevron-down"
	IconChevronRight Icon = "chevron-right"
	IconChevronLeft  Icon = "chevron-left"
	IconSort         Icon = "sort"
	IconLock         Icon = "lock"
	IconClock        Icon = "clock"
	IconCopy         Icon = "copy"
	IconDownload     Icon = "download"
	IconUpload       Icon = "upload"
	IconFolder       Icon = "folder"
	IconInfo         Icon = "info"
	IconArrowRight   Icon = "arrow-right"
	IconHistory      Icon = "history"
	IconSignature    Icon = "signature"
	IconMenu         Icon = "menu"
	IconSettings     Icon = "settings"
	IconForbidden    Icon = "forbidden"
	IconPicture      Icon = "picture"
	IconTable        Icon = "table"
	IconArchive      Icon = "archive"
	IconMedia        Icon = "media"
)

//go:embed icons/*.svg
var iconFiles embed.FS

// coloured keeps each drawing in each colour it was asked in, so that equal
// requests give the same resource and images need no second rasterising.
var coloured sync.Map // name with colour -> fyne.Resource

// Resource returns the drawing in the colour that the theme has now. The colour
// is written into the drawing: Fyne's own recolouring changes fills only and
// would leave the strokes black.
func (i Icon) Resource(name fyne.ThemeColorName) fyne.Resource {
	return i.inColor(theme.Color(name))
}

func (i Icon) inColor(c color.Color) fyne.Resource {
	if i == NoIcon {
		return nil
	}
	r, g, b, _ := c.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	key := string(i) + hex
	if res, ok := coloured.Load(key); ok {
		return res.(fyne.Resource)
	}
	svg, err := iconFiles.ReadFile("icons/" + string(i) + ".svg")
	if err != nil {
		fyne.LogError("unknown icon "+string(i), err)
		return nil
	}
	// The name carries the colour because Fyne caches drawings by name.
	res := fyne.NewStaticResource(key+".svg", []byte(strings.ReplaceAll(string(svg), "currentColor", hex)))
	kept, _ := coloured.LoadOrStore(key, res)
	return kept.(fyne.Resource)
}

// AppIcon returns the icon of the program.
func AppIcon() fyne.Resource {
	svg, err := iconFiles.ReadFile("icons/app.svg")
	if err != nil {
		fyne.LogError("failed to read the icon of the program", err)
		return nil
	}
	return fyne.NewStaticResource("tutela.svg", svg)
}

// setImage makes img show an icon in a theme colour, or nothing.
func setImage(img *canvas.Image, icon Icon, name fyne.ThemeColorName) {
	if icon == NoIcon {
		if img.Visible() {
			img.Hide()
		}
		return
	}
	if !img.Visible() {
		img.Show()
	}
	if res := icon.Resource(name); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}

// newImage returns an image for setImage.
func newImage() *canvas.Image {
	return &canvas.Image{FillMode: canvas.ImageFillContain}
}

// IconView is an icon on its own, recoloured with the theme.
type IconView struct {
	widget.BaseWidget
	icon  Icon
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName
	image *canvas.Image
}

// NewIcon returns an icon in a theme colour, as large as a theme size.
func NewIcon(icon Icon, color fyne.ThemeColorName, size fyne.ThemeSizeName) *IconView {
	v := &IconView{icon: icon, color: color, size: size, image: newImage()}
	v.ExtendBaseWidget(v)
	return v
}

// Set changes drawing and colour.
func (v *IconView) Set(icon Icon, color fyne.ThemeColorName) {
	v.icon, v.color = icon, color
	v.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *IconView) CreateRenderer() fyne.WidgetRenderer { return newRenderer(v) }

func (v *IconView) objects() []fyne.CanvasObject { return []fyne.CanvasObject{v.image} }
func (v *IconView) paint()                       { setImage(v.image, v.icon, v.color) }
func (v *IconView) minSize() fyne.Size           { return fyne.NewSquareSize(theme.Size(v.size)) }

func (v *IconView) place(size fyne.Size) {
	side := min(theme.Size(v.size), size.Width, size.Height)
	placeCentred(v.image, fyne.NewSquareSize(side), fyne.Position{}, size)
}
