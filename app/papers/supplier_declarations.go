package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// supplierDeclarations are the declarations of a supplier alone, for where its
// contract is not of this office's making (spec 7, supplier-declarations; 5-law 6,
// OUT2).
func supplierDeclarations(w *writer, subject any) doc.Document {
	role := roleProcessor
	if s, ok := subject.(*app.Supplier); ok && s.Role == roleController {
		role = s.Role // the declarations are the same; of one that has no role, it is told
	}
	p := newSupplierPaper(w, subject, "supplier-declarations", role)
	p.opening()
	p.parties("Fornitore")
	p.scope(false)
	p.declarations()
	p.add(p.say("sign")...)
	s := doc.Signature{Signers: []doc.Signer{{Role: "Il fornitore", Name: p.s.Name}}}
	p.add(s)
	return p.document()
}
