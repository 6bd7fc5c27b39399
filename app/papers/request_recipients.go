package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// recipientsNotice tells those who had the data that they were rectified, erased
// or restricted: a letter for each recipient that the request names, else for each
// that its treatments name (art. 19 GDPR).
func recipientsNotice(w *writer, subject any) doc.Document {
	p := newRequestPaper(w, subject)
	list := p.addressees()
	for i, r := range list {
		if i > 0 {
			p.add(doc.PageBreak{})
		}
		p.notice(r)
	}
	out := doc.Document{Blocks: p.blocks}
	out.Draft = p.draft || lacking(p.blocks) || !p.officeComplete()
	if !p.blank {
		out.Subtitle = requestType.Named(p.q, p.d)
	}
	return out
}

// addressees are the recipients to write to; one that is nobody yet where none is
// known.
func (p *requestPaper) addressees() []*app.RequestRecipient {
	list := p.q.Recipients
	if len(list) > 0 || p.blank {
		return append(list, make([]*app.RequestRecipient, max(0, 1-len(list)))...)
	}
	named := map[string]bool{}
	for _, uid := range p.q.Treatments {
		t := app.Find(p.d, app.TreatmentForm, uid)
		if t == nil {
			continue
		}
		for _, s := range t.Entrusts() {
			if !named[s] {
				named[s] = true
				list = append(list, &app.RequestRecipient{Supplier: s})
			}
		}
	}
	if len(list) == 0 {
		list = []*app.RequestRecipient{nil}
	}
	return list
}

// notice writes the letter to one recipient.
func (p *requestPaper) notice(to *app.RequestRecipient) {
	if to == nil {
		to = &app.RequestRecipient{}
	}
	supplier := app.Find(p.d, app.SupplierForm, to.Supplier)
	r := rows{writer: p.writer}
	r.put("A", 1, true, app.RequestRecipientName(to, p.d))
	contacts := ""
	if supplier != nil {
		contacts = joined(" · ", supplier.Address, supplier.Contacts)
	}
	r.put("Recapiti", 1, false, contacts)
	p.add(p.head(), r.Fields)
	p.add(p.say("notice", "{che}", p.filled(p.changed()))...)
	about := rows{writer: p.writer}
	about.put("Persona", 1, true, p.q.Subject)
	about.put("Che cosa cambia", 3, p.q.Asks(app.RightRectification), strings.Split(to.What, "\n")...)
	p.add(about.Fields)
	if p.blank || supplier == nil || supplier.Role == roleController {
		p.add(p.say("notice-controller")...)
	} else {
		p.add(p.say("notice-processor")...)
	}
	p.add(p.letterSignature(to.Told))
}

// changed is what was done to the data, within a sentence.
func (p *requestPaper) changed() string {
	var out []string
	for _, x := range []struct{ right, done string }{
		{app.RightRectification, "corretto o completato"}, {app.RightErasure, "cancellato"}, {app.RightRestriction, "limitato nell’uso"},
	} {
		if p.q.Asks(x.right) {
			out = append(out, x.done)
		}
	}
	return strings.Join(out, " e ")
}
