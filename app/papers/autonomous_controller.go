package papers

import (
	"tutela/app/doc"
)

// autonomousController are the declarations that the office exchanges with a
// supplier which decides for itself (art. 4(7) GDPR): nobody appoints it.
func autonomousController(w *writer, subject any) doc.Document {
	p := newSupplierPaper(w, subject, "autonomous-controller", roleController)
	p.opening()
	p.parties("Titolare autonomo")
	p.scope(false)
	if p.outside(p.s.Country) || p.blank {
		if !p.blank {
			p.add(p.say("transfers")...)
		}
		f := rows{writer: p.writer}
		safeguard := ""
		if p.s.Safeguard != "" {
			safeguard = p.d.Entry("transfer-safeguard", p.s.Safeguard)
		}
		f.put("Garanzia, se fuori dallo Spazio economico europeo", 1, true, safeguard)
		p.add(f.Fields)
	}
	p.declarations()
	p.add(p.say("office")...)
	p.add(p.say("together")...)
	p.sign("Il titolare autonomo")
	return p.document()
}
