package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/form"
)

// A workbook holds the records of a whole office: a sheet a register, and one more
// for each list of child records, whose rows name the record that they are of. Two
// hidden sheets say what each sheet is and which texts stand for which records, so
// that it is read back as what it was. Attachments, papers and history are left to
// JSON, and the first sheet says so.
const (
	sheetAbout = "Leggimi"
	sheetMeta  = "_tutela"
	sheetLists = "_elenchi"

	workbookMark    = "tutela-workbook"
	workbookVersion = 1
)

// The heads of the columns that are no fields.
const (
	headUID    = "Identificativo"
	headParent = "Identificativo della scheda"
	headTitle  = "Scheda" // of the parent, to be read only
	headRow    = "Riga"
)

// workSheet is what one sheet holds: the records of a register, or the rows of one
// of its lists.
type workSheet struct {
	name  string
	reg   app.Register
	lists []*form.Field // the list, after those that it stands in; none of a register
	typ   *form.Type    // of a row
	field []*form.Field // of each column after those that are no fields
	heads []string
}

// path names the list by keys: "measures/dangers".
func (s *workSheet) path() string {
	keys := make([]string, len(s.lists))
	for i, f := range s.lists {
		keys[i] = f.Key
	}
	return strings.Join(keys, "/")
}

// lead is how many columns come before the fields.
func (s *workSheet) lead() int {
	if len(s.lists) == 0 {
		return 1
	}
	return 2 + len(s.lists)
}

// workSheets are the sheets of all registers, each with those of its lists.
func workSheets(registers []app.Register) []*workSheet {
	var out []*workSheet
	taken := map[string]bool{}
	add := func(s *workSheet, name string) {
		s.name = sheetName(name, taken)
		if len(s.lists) == 0 {
			s.heads = []string{headUID}
		} else {
			s.heads = []string{headParent, headTitle}
			for _, f := range s.lists[:len(s.lists)-1] {
				s.heads = append(s.heads, headRow+" di "+f.Label)
			}
			s.heads = append(s.heads, headRow)
		}
		used := map[string]bool{}
		for _, h := range s.heads {
			used[h] = true
		}
		for _, f := range s.typ.Fields() {
			if f.Kind == form.KList || f.Kind == form.KComputed || f.Kind == form.KFiles {
				continue
			}
			head := f.Label
			if used[head] {
				head += " (" + f.Key + ")"
			}
			used[head] = true
			s.field, s.heads = append(s.field, f), append(s.heads, head)
		}
		out = append(out, s)
	}
	var walk func(reg app.Register, name string, lists []*form.Field, t *form.Type)
	walk = func(reg app.Register, name string, lists []*form.Field, t *form.Type) {
		add(&workSheet{reg: reg, lists: lists, typ: t}, name)
		for _, f := range t.Fields() {
			if f.Kind == form.KList {
				walk(reg, name+" – "+f.Label, append(slices.Clone(lists), f), f.Child)
			}
		}
	}
	for _, r := range registers {
		walk(r, r.Many, nil, r.Type)
	}
	return out
}

// longestSheet is how long the name of a sheet may be, in letters.
const longestSheet = 31

// sheetName makes a name that spreadsheets take and no other sheet has.
func sheetName(want string, taken map[string]bool) string {
	want = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'’`, r) {
			return ' '
		}
		return r
	}, want)
	cut := func(most int) string {
		r := []rune(want)
		return strings.TrimSpace(string(r[:min(len(r), most)]))
	}
	name := cut(longestSheet)
	for n := 2; taken[strings.ToLower(name)]; n++ {
		tail := fmt.Sprintf(" %d", n)
		name = cut(longestSheet-utf8.RuneCountInString(tail)) + tail
	}
	taken[strings.ToLower(name)] = true
	return name
}

// referred gives the text that stands for each record of a register: its title,
// with its UID where another has the same, or where the title would be taken apart
// among several.
func referred(d *app.Dossier, reg app.Register) (texts map[string]string) {
	texts = map[string]string{}
	times := map[string]int{}
	for _, rec := range d.Records(reg.Key) {
		title := strings.Join(strings.Fields(reg.Named(rec, d)), " ")
		texts[headOf(rec).UID] = title
		times[strings.ToLower(title)]++
	}
	for uid, title := range texts {
		if title == "" || times[strings.ToLower(title)] > 1 || strings.ContainsAny(title, ";[]'") || harmless(title) != title {
			texts[uid] = strings.TrimSpace(strings.Map(func(r rune) rune {
				if strings.ContainsRune(";[]", r) {
					return ' '
				}
				return r
			}, title) + " [" + uid + "]")
		}
	}
	return texts
}

// shut writes a text so that no program reckons it as a formula, and open reads it
// back. A telephone number is none, for the texts of a workbook are texts.
func shut(text string) string {
	switch {
	case strings.HasPrefix(text, "'"):
		return "'" + text
	case text != "" && strings.ContainsRune("+-", rune(text[0])) && strings.Trim(text[1:], "0123456789 ()./-") == "":
		return text
	}
	return harmless(text)
}

// shutCSV is shut in a CSV file, of which a spreadsheet takes texts for numbers, days
// or a yes, and saves "00100" as 100.
func shutCSV(text string) string {
	if strings.HasPrefix(text, "'") || takenForValue.MatchString(text) && !keptNumber.MatchString(text) {
		return "'" + text
	}
	return harmless(text)
}

var (
	takenForValue = regexp.MustCompile(`^([0-9][0-9.,:/-]*([eE][+-]?[0-9]+)?|(?i:vero|falso|true|false))$`)
	keptNumber    = regexp.MustCompile(`^(0|[1-9][0-9]{0,14})$`)
)

func open(text string) string { return strings.TrimPrefix(text, "'") }

// source gives the sheets of a workbook, or the files of a folder that stand for
// them.
type source interface {
	names() []string
	has(sheet string) bool
	rows(sheet string) ([]TableRow, error)
}
