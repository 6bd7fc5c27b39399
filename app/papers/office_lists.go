package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// security is who signs for the security of the data: its designato or, while
// nobody is appointed, the controller (decision A27).
func (w *writer) security() doc.Signer {
	if list := app.Appointments(w.d, app.RoleSecurity, w.day()); len(list) > 0 && !w.blank {
		return doc.Signer{Role: "Il designato alla sicurezza", Name: list[0].Holder(w.d), Note: "per conto del titolare"}
	}
	if w.blank {
		return doc.Signer{Role: "Il designato alla sicurezza", Note: "o il titolare, se non è nominato"}
	}
	return doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}
}

// closing is the signature of a list of the office, and why the controller signs
// where he does.
func (w *writer) closing() []doc.Block {
	var out []doc.Block
	s := doc.Signature{Place: w.d.Office().City, Signers: []doc.Signer{w.security()}}
	switch {
	case w.blank:
		s.Place = ""
	default:
		s.Date = w.day().String()
		if len(app.Appointments(w.d, app.RoleSecurity, w.day())) == 0 {
			out = textOf("office-lists").say("no-security")
		}
	}
	return append(out, s)
}

// group is a row over the rows of what belongs together.
func group(text string, columns int) doc.Row {
	return doc.Row{{Paras: [][]doc.Run{doc.T(text)}, Tint: doc.Head, Bold: true, Span: columns}}
}
