package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// annex is an annex of the document: the papers that make it, each a paper of its
// own too (spec 3.4; 6-details, 31).
type annex struct {
	letter, title, about string
	kinds                []string
}

var annexes = []annex{
	{"A", "Misure di sicurezza: riferimenti", "normativa", []string{"annex-a"}},
	{"B", "Adozione delle misure e piano di adeguamento", "informativa", []string{"measures-adoption"}},
	{"C", "Banche dati", "schede", []string{"archive-list"}},
	{"D", "Schede dei reparti", "schede", []string{"unit-sheet"}},
	{"E", "Elenco delle persone autorizzate (UPD B)", "schede", []string{"authorised-list"}},
	{"F", "Compiti e responsabilità sulle banche dati (UPD A)", "schede", []string{"duties-sheet"}},
	{"G", "Posta elettronica e internet: linee guida", "normativa", []string{"annex-g"}},
	{"H", "Amministratori di sistema", "normativa", []string{"annex-h"}},
	{"I", "Disciplinare del sistema informatico", "regolamento", []string{"it-rules"}},
	{"L", "Disciplinare di internet e posta elettronica", "regolamento", []string{"internet-rules"}},
}

func (x annex) name() string { return "Allegato " + x.letter + " – " + x.title }

// annexes puts the annexes behind the sections. The paper of each loses what the
// document says once for all: who the controller is, and who signs.
func (a *accountability) annexes() {
	for i, x := range annexes {
		parts := a.annexed[x.letter]
		landscape := len(parts) > 0 && parts[0].Landscape
		a.add(doc.Turn{Landscape: landscape}, doc.Heading{Level: 1, Text: x.name()})
		if i == 0 {
			a.add(a.say("annexes")...)
		}
		if len(parts) == 0 {
			a.add(a.say("nothing")...)
		}
		for j, part := range parts {
			if j > 0 {
				a.add(doc.Turn{Landscape: part.Landscape})
			}
			if len(parts) > 1 {
				a.add(doc.Heading{Level: 2, Text: cmp.Or(part.Subtitle, part.Title), Unlisted: true})
			}
			a.add(within(part.Blocks, x.letter)...)
		}
	}
}

// annexed writes the papers of each annex, by its letter: of the whole office, or of
// each record of their register.
func annexed(w *writer) map[string][]doc.Document {
	list, out := All(nil), map[string][]doc.Document{}
	for _, x := range annexes {
		for _, kind := range x.kinds {
			p, _ := Find(list, kind) // a test holds the kinds to the list
			own := *w
			own.blank = w.blank && p.Blank
			records := []any{nil}
			if p.Register != "" && !own.blank {
				records = w.d.Records(p.Register)
			}
			for _, rec := range records {
				out[x.letter] = append(out[x.letter], p.finish(&own, rec))
			}
		}
	}
	return out
}

// anyDraft says that some of the papers lacks something.
func anyDraft(papers map[string][]doc.Document) bool {
	for _, list := range papers {
		if slices.ContainsFunc(list, func(d doc.Document) bool { return d.Draft }) {
			return true
		}
	}
	return false
}

// within makes the blocks of a paper those of an annex.
func within(blocks []doc.Block, letter string) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Signature, doc.Contents, doc.PageBreak:
			continue
		case doc.Fields:
			if len(b.Entries) > 0 && b.Entries[0].Label == "Titolare del trattamento" {
				continue
			}
		case doc.Heading:
			b.Level, b.Unlisted = min(b.Level+1, 3), true
			if b.Number != "" {
				b.Number = letter + "." + b.Number
			}
			out = append(out, b)
			continue
		}
		out = append(out, b)
	}
	return slices.Clip(out)
}

// models names the papers that are printed of a register or blank, and are no annex.
// The forms of the breach policy have letters of their own, which here would be
// taken for those of the document.
func models() []string {
	var out []string
	for _, p := range All(nil) {
		annexed := slices.ContainsFunc(annexes, func(x annex) bool { return slices.Contains(x.kinds, p.Kind) })
		if !p.Blank || p.Kind == app.AccountabilityKind || IsList(p) || annexed {
			continue
		}
		title := p.Title
		if lettered, ok := strings.CutPrefix(title, "Allegato "); ok {
			letter, name, _ := strings.Cut(lettered, " – ")
			title = name + " (allegato " + letter + " della procedura per le violazioni)"
		}
		out = append(out, title)
	}
	return out
}
