package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// requestForm is what a customer fills in, or what was noted of a request made by
// word of mouth, with the part that the office fills in (spec 7, request-form).
func requestForm(w *writer, subject any) doc.Document {
	p := newRequestPaper(w, subject)
	q := p.q
	p.add(p.head())
	if p.blank || !q.Oral() {
		p.add(p.say("form")...)
	} else {
		p.add(p.say("form-noted")...)
	}
	p.formPerson()
	p.formRights()
	p.formOther()
	p.add(doc.Heading{Level: 1, Text: "La risposta"}, p.formRow("wanted", 1))
	p.add(p.say("form-identity")...)
	signer := doc.Signer{Role: "Chi chiede"}
	if !p.blank && q.Oral() {
		signer = doc.Signer{Role: "Chi ha scritto la richiesta", Name: p.d.Ref(app.PersonForm.Key, q.NotedBy)}
	}
	s := doc.Signature{Date: q.Received.String(), Signers: []doc.Signer{signer}}
	p.add(s, doc.Heading{Level: 1, Text: "Lo scrive l’ufficio"}, p.formOffice())
	out := doc.Document{Blocks: p.blocks, Draft: !p.officeComplete() || lacking(p.blocks)}
	if !p.blank {
		out.Subtitle = requestType.Named(q, p.d)
	}
	return out
}

// formRow is one field of the request, alone.
func (p *requestPaper) formRow(key string, lines int) doc.Fields {
	e, ok := p.entry(requestType.Field(key), p.q)
	if !ok {
		e = doc.Entry{Label: requestType.Field(key).Label, Lines: lines}
	}
	return doc.Fields{Entries: []doc.Entry{e}}
}

// formPerson is whose data they are.
func (p *requestPaper) formPerson() {
	q := p.q
	p.add(doc.Heading{Level: 1, Text: "Chi è"})
	r := rows{writer: p.writer}
	r.put("Cognome e nome", 1, true, q.Subject)
	r.put("Dove risponderle", 1, !q.ForOther(), q.SubjectContacts)
	if p.blank {
		r.put("Come la conosciamo", 1, false)
	}
	p.add(r.Fields)
}

// formOther is who asks for another, or helps.
func (p *requestPaper) formOther() {
	q := p.q
	if !p.blank && !q.ForOther() && q.Helper == "" {
		return
	}
	p.add(doc.Heading{Level: 1, Text: "Se chiede per un’altra persona"})
	field := requestType.Field("asker")
	boxes := doc.Boxes{}
	for _, o := range field.Options[1:] {
		boxes.Options = append(boxes.Options, doc.Box{Text: o.Label, Checked: q.Asker == o.Value})
	}
	r := rows{writer: p.writer}
	r.put("Suo nome e recapito", 1, q.ForOther(), joined(", ", q.Applicant, q.ApplicantContacts))
	r.put("Documento che lo permette", 1, q.ForOther(), q.ApplicantPaper)
	r.put("Chi la assiste, se vuole", 1, false, q.Helper)
	p.add(boxes, r.Fields)
}

// formRights is a line for each right, in plain words, with a box to tick.
func (p *requestPaper) formRights() {
	p.add(doc.Heading{Level: 1, Text: "Che cosa chiede"})
	table := doc.Table{NoHead: true, Columns: []doc.Column{{Width: 1, Align: doc.Center}, {Width: 22}}}
	for _, e := range p.d.Book().Entries(app.SubjectRights) {
		chosen := slices.Contains(p.q.Rights, e.Slug)
		if !p.blank && !chosen {
			continue
		}
		box := "☐"
		if chosen {
			box = "☑"
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(box), {Paras: [][]doc.Run{{
			{Text: e.Label, Bold: true}, {Text: " (" + e.Attr["law"] + "). " + e.Help},
		}}}})
	}
	if p.blank {
		p.add(p.say("form-rights")...)
	}
	p.add(table)
	r := rows{writer: p.writer}
	if p.blank {
		r.put("Per quali dati, se non per tutti", 2, false)
		r.put("Altro che vuole dirci", 3, false)
	} else {
		data := p.q.Data
		if p.q.Extent == "all" {
			data = "Tutti"
		}
		r.put("Per quali dati", 1, true, data)
		r.put("Con le sue parole", 1, false, strings.Split(p.q.Words, "\n")...)
	}
	p.add(r.Fields)
}

// formOffice is what the office writes when the request comes.
func (p *requestPaper) formOffice() doc.Fields {
	q := p.q
	r := rows{writer: p.writer}
	r.put("N. e data di arrivo", 1, true, joined(" del ", q.Number, q.Received.String()))
	r.put("Come è arrivata, e a chi", 1, true, joined(", ", strings.Join(p.words(requestType.Field("means"), q), ""), p.d.Ref(app.PersonForm.Key, q.NotedBy)))
	r.put("Chi è: come si è verificato", 1, false, joined(", il ", q.Identity, q.IdentityOn.String()))
	r.put("Rispondere entro il", 1, false, strings.Join(p.words(requestType.Field("due"), q), ""))
	return r.Fields
}
