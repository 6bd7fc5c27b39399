// Package doc describes a printed paper as a list of blocks: what it says and
// in which order, never how large or where. app/papers writes documents,
// app/pdf lays them out, and tests read them as text (see Text).
package doc

// Document is one paper: an appointment letter, a register, a sheet.
type Document struct {
	Kind     string // name of the paper in `tutelactl print KIND`, e.g. "treatment-sheet"
	Title    string // large on the first page, and in the metadata of the PDF
	Subtitle string // under the title; may be empty
	Office   string // name of the controller: running header, leading side
	Label    string // running header, trailing side, e.g. "rev. 1" or "situazione al 31/12/2026"
	Foot     string // running footer, where the title is too long for it; "" is the title
	Date     string // running footer, as gg/mm/aaaa
	// Chain is the beginning of the value that the history of the office had when
	// the paper was made, in the running footer: whoever holds the paper can tell
	// whether what came before was changed since. "" where there is none. It is no
	// part of what the paper says.
	Chain string
	// Draft prints BOZZA across each page: something that the paper needs is missing.
	Draft bool
	// Landscape turns the A4 page: for registers with many columns.
	Landscape bool
	Blocks    []Block
}

// Block is one piece of a document, in reading order.
type Block interface{ isBlock() }

// Run is a stretch of text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
}

// Heading opens a part of the document. Level runs from 1 (chapter) to 3.
type Heading struct {
	Level  int
	Number string // "3.1.4"; may be empty
	Text   string
	// Unlisted keeps it out of the contents; it is a bookmark all the same.
	Unlisted bool
}

// Align places text between the margins.
type Align int

// The ways to align a paragraph or a column.
const (
	Justified Align = iota // paragraphs; in a table cell it reads as Left
	Left
	Center
	Right
)

// Para is a paragraph.
type Para struct {
	Runs  []Run
	Align Align
	Small bool // one step smaller: notes, help under a field
}

// Note is a paragraph set off by a bar at its side: a warning, a thing to know.
type Note struct{ Runs []Run }

// List is a list of short paragraphs, numbered or with dots.
type List struct {
	Ordered bool
	Items   [][]Run
}

// Column is a column of a Table.
type Column struct {
	Head  string
	Width int // share of the width, relative to the other columns; 0 counts as 1
	Align Align
}

// Cell is one cell of a Table.
type Cell struct {
	Paras [][]Run // each on a line of its own
	Tint  Tint
	Bold  bool // the whole cell
	// Span is the number of columns covered; 0 counts as 1.
	Span int
}

// Row is a row of a Table.
type Row []Cell

// Table is a grid whose head is repeated on every page that it reaches.
type Table struct {
	Columns []Column
	Rows    []Row
	NoHead  bool // no head row (the columns give widths alone)
	// Empty is said in place of the rows where there are none.
	Empty string
	// BlankRows adds rows to be filled in by hand.
	BlankRows int
	// Large sets the rows to be read from a distance: for what hangs on a wall.
	Large bool
}

// Entry is one labelled value of Fields.
type Entry struct {
	Label   string
	Value   [][]Run // a paragraph each; empty with Lines > 0 leaves room to write
	Lines   int     // ruled lines to be filled in by hand (blank papers)
	Missing bool    // printed as «da completare», and makes the reader look
	Half    bool    // may stand beside the next Half entry
}

// Fields is a two-column form: label at the left, value at the right.
type Fields struct{ Entries []Entry }

// Box is one check box of Boxes.
type Box struct {
	Text    string
	Checked bool
}

// Boxes is a row (or some) of check boxes after a label.
type Boxes struct {
	Label   string
	Options []Box
}

// Signer is a line to sign on.
type Signer struct {
	Role string // "Il titolare del trattamento"
	Name string // printed under the line; may be empty
	Note string // "per accettazione"; may be empty
}

// Signature is the block that closes a paper: place and date, then the lines.
// It is never split over two pages.
type Signature struct {
	Place, Date string // empty ones leave a line to write on
	Signers     []Signer
}

// Signers are those who sign a document, in the order of their lines.
func (d Document) Signers() (out []Signer) {
	for _, b := range d.Blocks {
		if s, ok := b.(Signature); ok {
			out = append(out, s.Signers...)
		}
	}
	return out
}

// Picture is a drawing, in points, that is never split over two pages.
// The origin is the top left corner.
type Picture struct {
	Width, Height float64
	Shapes        []Shape
	// Alt says in words what the picture shows; it stands in the text of the paper.
	Alt string
}

// Shape is a rectangle with an optional text centred in it. A shape without
// fill and frame is text alone.
type Shape struct {
	X, Y, W, H float64
	Fill       Tint
	Frame      float64 // width of the ink frame in points; 0 draws none
	Text       string  // centred; lines are parted by "\n", the first is bold if Bold
	Size       float64 // of the text in points; 0 counts as 8
	Bold       bool
	Align      Align // of the text: Justified and Center centre it
}

// Contents lists the headings that follow it with their pages, each leading
// there.
type Contents struct {
	Levels int // of headings listed; 0 counts as 2
}

// PageBreak starts a new page.
type PageBreak struct{}

// Turn starts a new page, and says which way the pages lie from there on.
type Turn struct{ Landscape bool }

// Space leaves room before the next block.
type Space struct{ Points float64 }

func (Heading) isBlock()   {}
func (Para) isBlock()      {}
func (Note) isBlock()      {}
func (List) isBlock()      {}
func (Table) isBlock()     {}
func (Fields) isBlock()    {}
func (Boxes) isBlock()     {}
func (Signature) isBlock() {}
func (Picture) isBlock()   {}
func (Contents) isBlock()  {}
func (PageBreak) isBlock() {}
func (Turn) isBlock()      {}
func (Space) isBlock()     {}

// Tint is a background that speaks of state. Colours are the layout's affair.
type Tint int

// The tints, the last four being the levels of risk.
const (
	NoTint Tint = iota
	Head        // table heads, group rows
	Good
	Warn
	Bad
	Level1 // Accettabile
	Level2 // Medio-basso
	Level3 // Rilevante
	Level4 // Alto
)

// T is plain text as runs.
func T(text string) []Run { return []Run{{Text: text}} }

// B is bold text as runs.
func B(text string) []Run { return []Run{{Text: text, Bold: true}} }

// P is a paragraph of plain text.
func P(text string) Para { return Para{Runs: T(text)} }

// C is a cell of plain text, one paragraph for each argument.
func C(texts ...string) Cell {
	var c Cell
	for _, t := range texts {
		c.Paras = append(c.Paras, T(t))
	}
	return c
}
