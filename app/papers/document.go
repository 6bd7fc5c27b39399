package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/wording"
)

// accountabilityTitle is the title of the document (spec 3.4).
const accountabilityTitle = "Documento di accountability – Modello organizzativo privacy (struttura ex DPS)"

// accountability writes the document: its sections with what the records say, and
// its annexes (spec 3.4; spec 7, accountability-document).
type accountability struct {
	composer
	house    app.House
	places   *strings.Replacer
	editions []app.Edition
	annexed  map[string][]doc.Document // by the letter of the annex
	// number is that of the edition that is printed, "" for a working copy.
	number string
}

// Section is a numbered part of the document.
type Section = wording.Section

// Sections lists the chapters and sections of the document in order.
func Sections() []Section {
	texts, _ := wording.Texts() // broken ones never pass the tests
	out := make([]Section, len(texts))
	for i, t := range texts {
		out[i] = t.Section
	}
	return out
}

// documentPart is a part of a section that is made of the records.
type documentPart struct {
	build func(*accountability) []doc.Block
	// fixed says that it is the same in every office, and stands in the blank
	// document too.
	fixed bool
}

// documentParts are the parts that the texts name, by name; each chapter has its own.
func documentParts() map[string]documentPart {
	out := map[string]documentPart{}
	for _, chapter := range []map[string]documentPart{
		firstChapter(), secondChapter(),
		accessParts(), inventoryParts(), riskParts(), trainingParts(), outsideParts(), delicateParts(), processingParts(),
		fourthChapter(), fifthChapter(), sixthChapter(),
	} {
		for name, p := range chapter {
			out[name] = p
		}
	}
	return out
}

// accountabilityDocument is the document of the office (spec 3.4). A print with a
// description is an edition; any other is a draft (decisions A28, A29).
func accountabilityDocument(w *writer, _ any) doc.Document {
	a := newAccountability(w)
	a.cover()
	a.add(doc.PageBreak{}, doc.Heading{Level: 1, Text: "Indice", Unlisted: true}, doc.Contents{Levels: 3})
	texts, _ := wording.Texts() // broken ones never pass the tests
	for _, t := range texts {
		a.section(t)
	}
	a.annexes()
	out := doc.Document{Title: accountabilityTitle, Foot: "Documento di accountability (struttura ex DPS)", Blocks: a.blocks, Draft: a.draft || a.number == ""}
	if a.number != "" {
		out.Label = "revisione " + a.number
	}
	return out
}

func newAccountability(w *writer) *accountability {
	a := &accountability{composer: composer{writer: w, prose: textOf("accountability")}, house: app.HouseOf(w.d), annexed: annexed(w)}
	// What lacks something takes no number, and that goes for the annexes too.
	a.draft = !w.officeComplete() || anyDraft(a.annexed)
	printing := false
	if a.editions, printing = app.Editions(w.d); printing && !a.draft {
		a.number = a.editions[len(a.editions)-1].Number
	}
	var placed []string
	for name, text := range a.documentPlaces() {
		placed = append(placed, "{"+name+"}", text)
	}
	a.places = strings.NewReplacer(placed...)
	return a
}

// section writes a chapter or a section.
func (a *accountability) section(t wording.Text) {
	if t.Level() == 1 {
		a.add(doc.PageBreak{})
	}
	a.add(doc.Heading{Level: t.Level(), Number: t.Number, Text: t.Title})
	cases, parts, printed := a.documentCases(), documentParts(), t.Parts
	if !a.blank { // the office wrote its own for what it says with its facts
		printed = app.SectionParts(a.d, t)
	}
	for _, p := range printed {
		if p.When != "" && cases[p.When] == p.Not {
			continue
		}
		if p.Insert == "" {
			a.add(put(p.Words, a.places)...)
			continue
		}
		part := parts[p.Insert]
		if part.build == nil {
			continue // no such part: the tests look up every name
		}
		blocks := part.build(a)
		if a.blank && !part.fixed {
			blocks = emptied(blocks)
		}
		a.add(blocks...)
	}
}

// emptied makes of a part the form to be filled in by hand: what the records say
// goes, and leaves room.
func emptied(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Table:
			b.Rows, b.BlankRows = nil, 3
			out = append(out, b)
		case doc.Fields:
			b.Entries = slices.Clone(b.Entries)
			for i := range b.Entries {
				b.Entries[i] = doc.Entry{Label: b.Entries[i].Label, Lines: 1, Half: b.Entries[i].Half}
			}
			out = append(out, b)
		case doc.Heading, doc.Signature:
			out = append(out, b)
		}
	}
	return out
}

// cover says whose document it is, of when, and on what it rests (6-details, 27).
func (a *accountability) cover() {
	o := a.d.Office()
	f := a.whose()
	put := func(label, value string) {
		e := doc.Entry{Label: label}
		if value == "" {
			e.Lines = 1
		} else {
			e.Value = [][]doc.Run{doc.T(value)}
		}
		f.Entries = append(f.Entries, e)
	}
	put("Luogo", cmp.Or(o.City, toComplete))
	switch {
	case a.blank:
		put("Revisione", "")
		put("Data di emissione", "")
	case a.number != "":
		last := a.editions[len(a.editions)-1]
		put("Revisione", last.Number+" – "+last.Description)
		put("Data di emissione", last.On.String())
		put("Data di stampa", a.d.Today().String())
	default:
		put("Revisione", "copia di lavoro, senza numero: "+lowered(a.lastEdition()))
		put("Data di stampa", a.d.Today().String())
	}
	a.add(doc.Space{Points: 60}, f, doc.Space{Points: 24})
	a.add(a.say("preamble")...)
}

// lastEdition says which edition was printed last.
func (a *accountability) lastEdition() string {
	list := a.editions
	if len(list) > 0 && a.d.Edition != "" {
		list = list[:len(list)-1]
	}
	if len(list) == 0 {
		return "Nessuna revisione è ancora stata emessa"
	}
	last := list[len(list)-1]
	return "L’ultima revisione emessa è la " + last.Number + " del " + last.On.String()
}
