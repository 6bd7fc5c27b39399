package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// recordPaper is what papers share that say what was done or is to be done, and are
// signed within the office: of copies, training, risks, inspections.
type recordPaper struct{ composer }

// newRecordPaper opens a paper with the words of a text under these entries, those
// of a letter where there are none.
func newRecordPaper(w *writer, text string, head ...doc.Entry) *recordPaper {
	p := &recordPaper{composer{writer: w, prose: textOf(text), draft: !w.officeComplete()}}
	if len(head) == 0 {
		head = w.letterhead().Entries
	}
	p.add(doc.Fields{Entries: head})
	return p
}

// fields writes fields of a record, two abreast where the form has them so: these
// papers are to be signed on the page that they fill.
func (p *recordPaper) fields(list []*form.Field, rec any, skip ...string) doc.Fields {
	out := p.writer.fields(list, rec, skip...)
	for i, e := range out.Entries {
		at := slices.IndexFunc(list, func(f *form.Field) bool { return f.Label == e.Label })
		out.Entries[i].Half = list[at].Half && len(e.Value) < 2
	}
	return out
}

// evenly lets two entries stand abreast only where both are written, or both are to
// be: a value beside a line to write on stands higher than it.
func evenly(list []doc.Entry) []doc.Entry {
	for i := 0; i+1 < len(list); i++ {
		if a, b := &list[i], &list[i+1]; a.Half && b.Half {
			if (a.Lines > 0) != (b.Lines > 0) {
				a.Half, b.Half = false, false
			}
			i++
		}
	}
	return list
}

func (p *recordPaper) head(text string) { p.add(doc.Heading{Level: 1, Text: text}) }

// document closes the paper: a draft where something that it prints is missing.
func (p *recordPaper) document(subtitle string) doc.Document {
	return doc.Document{Subtitle: subtitle, Blocks: numbered(p.blocks), Draft: p.draft || lacking(p.blocks)}
}

// sign closes a paper with the lines of who signs it, on a day or on none yet.
func (p *recordPaper) sign(date string, signers ...doc.Signer) {
	s := doc.Signature{Place: p.d.Office().City, Date: date, Signers: signers}
	if p.blank {
		s.Place, s.Date = "", ""
		for i := range s.Signers {
			s.Signers[i].Name = ""
		}
	}
	p.add(s)
}

// holder is who holds a role today: of some, the first; "" where nobody does.
func (p *recordPaper) holder(role string) string {
	for _, a := range app.Appointments(p.d, role, p.d.Today()) {
		return a.Holder(p.d)
	}
	return ""
}

// securitySigner and sysadminSigner are those who sign most of these papers.
func (p *recordPaper) securitySigner() doc.Signer {
	if name := p.holder(app.RoleSecurity); name != "" || p.blank {
		return doc.Signer{Role: "Il designato alla sicurezza", Name: name}
	}
	return doc.Signer{Role: "Il titolare del trattamento", Name: p.d.Office().Representative}
}

func (p *recordPaper) sysadminSigner() doc.Signer {
	return doc.Signer{Role: "L’amministratore di sistema", Name: p.holder(app.RoleSysadmin)}
}
