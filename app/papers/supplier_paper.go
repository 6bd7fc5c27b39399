package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var supplierType = app.SupplierForm.Type()

// The roles of a supplier, as its form has them.
const (
	roleProcessor  = "processor"
	roleController = "controller"
)

// actsAs says that a supplier has a role and works for the office.
func actsAs(role string) func(rec any) bool {
	return func(rec any) bool {
		s, ok := rec.(*app.Supplier)
		return ok && s.Role == role && s.Ended == ""
	}
}

// supplierPaper is what the papers that office and supplier sign have alike.
type supplierPaper struct {
	composer
	s         *app.Supplier
	entrusted []*app.Treatment
}

func newSupplierPaper(w *writer, subject any, text, role string) *supplierPaper {
	s, _ := subject.(*app.Supplier)
	if s == nil {
		s, w.blank = &app.Supplier{Role: role}, true
	}
	p := &supplierPaper{composer: composer{writer: w, prose: textOf(text)}, s: s}
	if !w.blank {
		p.entrusted = app.Entrusted(w.d, s.UID())
		if s.Role != role {
			p.draft = true
			said := strings.Join(p.words(supplierType.Field("role"), s), "")
			p.add(p.say("other-role", "{ruolo}", lowered(cmp.Or(said, "nessun ruolo")))...)
		}
	}
	return p
}

// opening says who entrusts data to whom.
func (p *supplierPaper) opening() {
	to := "al fornitore indicato qui sotto"
	if !p.blank {
		to = "a " + cmp.Or(p.s.Name, toComplete)
	}
	p.add(p.say("opening", "{titolare}", cmp.Or(p.d.Office().Name, toComplete), "{a}", to)...)
}

// rows gathers fields, those that have nothing to say left out.
type rows struct {
	*writer
	doc.Fields
}

func (r *rows) put(label string, lines int, needed bool, texts ...string) {
	if e, ok := r.row(label, lines, needed, texts...); ok {
		r.Entries = append(r.Entries, e)
	}
}

// parties are the office and the supplier, called as in this paper.
func (p *supplierPaper) parties(supplier string) {
	p.add(p.say("parties")...)
	o := p.d.Office()
	f := rows{writer: p.writer, Fields: p.letterhead()}
	office := func(label string, needed bool, texts ...string) {
		if texts = nonEmpty(texts...); len(texts) > 0 || needed {
			f.Entries = append(f.Entries, doc.Entry{Label: label, Value: paras(texts), Missing: len(texts) == 0})
		}
	}
	office("Rappresentato da", true, joined(", ", o.Representative, lowered(o.RepresentativeRole)))
	if o.HasDPO == "yes" {
		office("RPD del titolare", true, joined(", ", o.DPO, o.DPOContacts))
	}
	f.put(supplier, 1, true, p.s.Name)
	f.put("Indirizzo", 1, true, p.s.Address)
	f.put("Paese", 1, true, p.country(p.s.Country))
	f.put("C.F. o P.IVA", 1, false, p.s.VAT)
	f.put("Recapiti", 1, true, p.s.Contacts)
	f.put("Con chi si parla", 1, false, p.s.Responsible)
	p.add(f.Fields)
}

// country is the name of a country; "" where none is said.
func (w *writer) country(slug string) string {
	if slug == "" {
		return ""
	}
	return w.d.Entry("country", slug)
}

// scope is what is entrusted: what the record of the supplier says and, where it
// says nothing, what the sheets of the treatments that name it say.
func (p *supplierPaper) scope(nature bool) {
	p.add(p.say("subject")...)
	var titles, purposes, types, subjects []string
	for _, t := range p.entrusted {
		titles = append(titles, t.Title)
		for _, x := range t.Purposes {
			purposes = append(purposes, p.d.Entry("purpose", x.Purpose))
		}
		types, subjects = append(types, t.DataTypes...), append(subjects, t.Subjects...)
	}
	if len(p.s.DataTypes) > 0 {
		types = p.s.DataTypes
	}
	if len(p.s.Subjects) > 0 {
		subjects = p.s.Subjects
	}
	f := rows{writer: p.writer}
	f.put("Servizio", 1, true, cmp.Or(p.s.Object, p.s.Service))
	f.put("Durata", 1, true, p.duration())
	if nature {
		f.put("Natura del trattamento", 1, true, p.s.Nature)
	}
	f.put("Finalità", 2, true, cmp.Or(p.s.Purpose, strings.Join(once(purposes), "; ")))
	f.put("Tipi di dati personali", 2, true, strings.Join(p.labels("data-type", once(types)), "; "))
	f.put("Categorie di interessati", 2, true, strings.Join(p.labels("data-subject", once(subjects)), "; "))
	f.put("Trattamenti dell’ufficio", 2, false, strings.Join(titles, "; "))
	f.put("Luoghi in cui tratta i dati", 1, false, p.s.Places)
	if why := joined(". ", trimmed(p.s.Experience), trimmed(p.s.Ability), trimmed(p.s.Reliable)); !p.blank {
		f.put("Perché è stato scelto", 0, false, why)
	}
	p.add(f.Fields)
}

func (p *supplierPaper) duration() string {
	switch {
	case p.s.ContractEnd != "":
		return joined(" ", prefixed("dal ", p.s.Contract.String()), "fino al "+p.s.ContractEnd.String())
	case p.s.Contract != "":
		return "dal " + p.s.Contract.String() + ", " + p.line("open-ended")
	}
	return "dalla firma, " + p.line("open-ended")
}

// once gives each text one time, in the order in which they first come.
func once(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// declarations are the five of a supplier and the one on its measures, each with
// the day on which it was given (6-details, 23 and 25).
func (p *supplierPaper) declarations() {
	p.add(p.say("declarations")...)
	var given []form.Date
	for _, x := range p.s.Declarations() {
		given = append(given, x.On)
	}
	given = append(given, p.s.MeasuresOn)
	table := doc.Table{Columns: []doc.Column{{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Dichiara che", Width: 14}, {Head: "Già resa il", Width: 4}}}
	for _, b := range p.say("declaration-list") {
		list, ok := b.(doc.List)
		if !ok {
			continue
		}
		for i, item := range list.Items {
			day := doc.C("con questa firma")
			if i < len(given) && given[i] != "" {
				day = doc.C(given[i].String())
			}
			table.Rows = append(table.Rows, doc.Row{doc.C(itoa(i + 1)), doc.Cell{Paras: [][]doc.Run{item}}, day})
		}
	}
	p.add(table)
}

// outside says that a country lies outside the European Economic Area.
func (w *writer) outside(country string) bool {
	e, ok := w.d.Book().Find("country", country)
	return ok && e.Attr["eea"] == "no"
}

// sign closes the paper with both; the date is that of the contract, where it is
// known already.
func (p *supplierPaper) sign(as string) {
	p.add(p.say("sign")...)
	s := doc.Signature{Place: p.d.Office().City, Date: p.s.Contract.String(), Signers: []doc.Signer{
		{Role: "Il titolare del trattamento", Name: p.d.Office().Representative}, {Role: as, Name: p.s.Name},
	}}
	if p.blank {
		s.Place = ""
	}
	p.add(s)
}

// document closes the paper: a draft where it lacks what it states. The date of
// the contract is not among that: it is written when it is signed.
func (p *supplierPaper) document() doc.Document {
	out := doc.Document{Blocks: numbered(p.blocks), Draft: p.draft || lacking(p.blocks) || !p.officeComplete() ||
		slices.ContainsFunc(supplierType.Problems(p.s), func(x form.Problem) bool { return x.Gravity == form.Wrong })}
	if !p.blank {
		out.Subtitle = p.s.Name
	}
	return out
}
