package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/doc"
	"tutela/app/form"
)

// firstChapter is what the records say of the office and of the document itself
// (spec 3.4, chapter 1).
func firstChapter() map[string]documentPart {
	return map[string]documentPart{
		"revisioni":      {build: (*accountability).revisions},
		"ambito":         {build: (*accountability).scope},
		"norme":          {build: (*accountability).references, fixed: true},
		"titolare-dati":  {build: (*accountability).controllerData},
		"contitolari":    {build: (*accountability).jointControllers},
		"basi-art-6":     {build: (*accountability).bases6},
		"basi-art-9":     {build: (*accountability).bases9},
		"basi-art-10":    {build: (*accountability).bases10},
		"definizioni":    {build: (*accountability).definitions, fixed: true},
		"allegati":       {build: (*accountability).annexList, fixed: true},
		"modelli":        {build: (*accountability).modelList, fixed: true},
		"principi-stato": {build: (*accountability).principles},
		"consegne":       {build: (*accountability).deliveries},
	}
}

// revisions is the table of the editions (spec 1.1 of the document).
func (a *accountability) revisions() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Revisione", Width: 2}, {Head: "Data", Width: 2}, {Head: "Che cosa è cambiato", Width: 9}},
		Empty:   "Nessuna revisione è ancora stata emessa: questa è una copia di lavoro.",
	}
	for _, e := range a.editions {
		if e.Number == "" || a.number == "" && a.d.Edition != "" && e == a.editions[len(a.editions)-1] {
			continue // it is not to be: the document is a draft
		}
		table.Rows = append(table.Rows, doc.Row{cell(e.Number), cell(e.On.String()), cell(cmp.Or(e.Description, "senza descrizione"))})
	}
	return []doc.Block{table}
}

// scope is what the document applies to, counted and named.
func (a *accountability) scope() []doc.Block {
	var out doc.Fields
	put := func(label string, texts ...string) {
		if len(texts) == 0 {
			texts = []string{"non risulta niente alla data del documento"}
		}
		out.Entries = append(out.Entries, doc.Entry{Label: label, Value: [][]doc.Run{doc.T(strings.Join(texts, "; "))}})
	}
	var subjects, data, kinds, treatments []string
	for _, t := range app.GoingOn(a.d) {
		treatments = append(treatments, t.Title)
		subjects = append(subjects, a.labels("data-subject", t.Subjects)...)
		data = append(data, a.labels("data-type", t.DataTypes)...)
	}
	for _, s := range app.All(a.d, app.SystemForm) {
		kinds = append(kinds, strings.Join(a.words(app.SystemForm.Type().Field("kind"), s), ""))
	}
	put("Trattamenti", treatments...)
	put("Di chi sono i dati", distinct(subjects)...)
	put("Quali dati", distinct(data)...)
	put("Archivi", titlesOf(a, app.ArchiveForm)...)
	put("Strumenti", distinct(kinds)...)
	put("Sedi", titlesOf(a, app.SiteForm)...)
	put("Chi lavora sui dati", counted(len(a.inService(a.day())), "una persona dell’ufficio (allegato E)", "%d persone dell’ufficio (allegato E)", "nessuna persona risulta in servizio"),
		counted(a.goingSuppliers(), "un fornitore", "%d fornitori", "nessun fornitore"))
	return []doc.Block{out}
}

func (a *accountability) goingSuppliers() int {
	n := 0
	for _, s := range app.All(a.d, app.SupplierForm) {
		if s.Ended == "" || s.Ended > a.day() {
			n++
		}
	}
	return n
}

// titlesOf names the records of a register.
func titlesOf[T any](a *accountability, f form.Form[T]) []string {
	var out []string
	for _, rec := range app.All(a.d, f) {
		out = append(out, nonEmpty(f.Title(rec))...)
	}
	return out
}

// distinct keeps each text once, in order.
func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// references are the law in force, by whose it is, and then the office's own.
func (a *accountability) references() []doc.Block {
	book, _ := a.d.Catalogues.Catalogue(app.LegalReferences)
	table := doc.Table{Columns: []doc.Column{{Head: "N.", Width: 1}, {Head: "Norma o provvedimento", Width: 8}, {Head: "Che cosa riguarda", Width: 9}}}
	n := 0
	add := func(title string, list []catalogue.Entry) {
		if len(list) > 0 {
			table.Rows = append(table.Rows, group(title, len(table.Columns)))
		}
		for _, e := range list {
			n++
			table.Rows = append(table.Rows, doc.Row{cell(itoa(n)), cell(e.Label), cell(e.Help)})
		}
	}
	all := a.d.Catalogues.Entries(app.LegalReferences)
	for _, attr := range book.Attributes {
		for _, v := range attr.Values {
			add(v.Label, slices.DeleteFunc(slices.Clone(all), func(e catalogue.Entry) bool { return e.Attr[attr.Key] != v.Value }))
		}
	}
	add("Aggiunte dall’ufficio", slices.DeleteFunc(slices.Clone(all), func(e catalogue.Entry) bool { return !e.Own }))
	return []doc.Block{table, doc.Para{Small: true, Runs: doc.T("Elenco aggiornato al " + form.Date(book.Dated).String() + ".")}}
}

// whose is who the controller is, who must be named even where nothing is known yet.
func (a *accountability) whose() doc.Fields {
	out := a.controller()
	if a.d.Office().Name == "" {
		out.Entries = append([]doc.Entry{{Label: "Titolare del trattamento", Missing: true}}, out.Entries...)
	}
	return out
}

// controllerData is who the controller is.
func (a *accountability) controllerData() []doc.Block {
	o := a.d.Office()
	out := a.whose()
	put := func(label, value string) {
		if value != "" {
			out.Entries = append(out.Entries, doc.Entry{Label: label, Value: [][]doc.Run{doc.T(value)}})
		}
	}
	put("Forma giuridica e settore", joined(" · ", o.LegalForm, o.Sector))
	if n := o.Employees; n.Valid {
		put("Dipendenti", form.FormatInt(n.N))
	}
	put("Fax e sito web", joined(" · ", prefixed("fax ", o.Fax), o.Web))
	put("E-mail per le violazioni", o.BreachEmail)
	put("Certificazioni", o.Certifications)
	return []doc.Block{out}
}

// jointControllers are those with whom purposes and means are decided.
func (a *accountability) jointControllers() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Contitolare", Width: 6}, {Head: "Recapiti", Width: 8}}}
	for _, j := range a.d.Office().JointControllers {
		table.Rows = append(table.Rows, doc.Row{cell(j.Name), cell(j.Contacts)})
	}
	return []doc.Block{table}
}

// bases6 says on what each purpose of each treatment rests.
func (a *accountability) bases6() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Finalità", Width: 5}, {Head: "Base giuridica (art. 6)", Width: 6}},
		Empty:   "Nessun trattamento è ancora stato registrato.",
	}
	for _, t := range app.GoingOn(a.d) {
		name := doc.Cell{Paras: [][]doc.Run{doc.B(t.Title)}}
		for _, p := range t.Purposes {
			table.Rows = append(table.Rows, doc.Row{name, cell(a.d.Entry("purpose", p.Purpose)), needed(a.labels("legal-basis-6", t.BasesOf(p))...)})
			name = doc.Cell{Paras: [][]doc.Run{doc.T("")}}
		}
		if len(t.Purposes) == 0 {
			table.Rows = append(table.Rows, doc.Row{name, needed(), needed(a.labels("legal-basis-6", t.Bases)...)})
		}
	}
	return []doc.Block{table}
}

// bases9 says on what the processing of special data rests.
func (a *accountability) bases9() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Condizione dell’art. 9, par. 2", Width: 9}},
		Empty:   "Nessun trattamento registrato riguarda categorie particolari di dati.",
	}
	for _, t := range app.GoingOn(a.d) {
		if t.Special == form.Yes {
			table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, needed(append(a.labels("legal-basis-9", t.Bases9), nonEmpty(t.Bases9Text)...)...)})
		}
	}
	return []doc.Block{table}
}

// bases10 says which law or authorisation allows data on convictions.
func (a *accountability) bases10() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 5}, {Head: "Norma o autorizzazione", Width: 9}},
		Empty:   "Nessun trattamento registrato riguarda condanne o reati.",
	}
	for _, t := range app.GoingOn(a.d) {
		if t.Basis10 != "" {
			table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, cell(t.Basis10)})
		}
	}
	return []doc.Block{table}
}

// definitions are the terms, in the order of the alphabet.
func (a *accountability) definitions() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Termine", Width: 4}, {Head: "Che cosa significa", Width: 10}, {Head: "Dove sta", Width: 4}}}
	for _, e := range a.d.Catalogues.Entries(app.Definitions) {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(e.Label)}}, cell(e.Help), cell(e.Attr["law"])})
	}
	return []doc.Block{table}
}

// annexList names the annexes and what kind of text each is.
func (a *accountability) annexList() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Allegato", Width: 2}, {Head: "Titolo", Width: 10}, {Head: "Tipo", Width: 3}}}
	for _, x := range annexes {
		table.Rows = append(table.Rows, doc.Row{cell(x.letter), cell(x.title), cell(x.about)})
	}
	return []doc.Block{table}
}

// modelList names the papers that the office fills in or has signed.
func (a *accountability) modelList() []doc.Block {
	list := models()
	table := doc.Table{NoHead: true, Columns: []doc.Column{{Width: 1}, {Width: 1}}}
	half := (len(list) + 1) / 2
	for i := range half {
		row := doc.Row{doc.C(list[i]), doc.C("")}
		if i+half < len(list) {
			row[1] = doc.C(list[i+half])
		}
		table.Rows = append(table.Rows, row)
	}
	return []doc.Block{table}
}

// principles is how things stand that the principles call for, by the records.
func (a *accountability) principles() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Informativa", Width: 4}, {Head: "Per quanto tempo", Width: 6}, {Head: "Rischio", Width: 3}, {Head: "Rivisto il", Width: 3}},
		Empty:   "Nessun trattamento è ancora stato registrato.",
	}
	for _, t := range app.GoingOn(a.d) {
		level := doc.C("da valutare")
		if l := t.Level(); l > 0 {
			level = doc.C(t.RiskMatrix().Word(l))
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(t.Title)}}, a.noticeCell(t), needed(a.termsAlone(t)...), level, cell(t.LastSeen().String()),
		})
	}
	return []doc.Block{table}
}

// noticeCell says whether people are told of a treatment, and how.
func (a *accountability) noticeCell(t *app.Treatment) doc.Cell {
	switch t.Notice {
	case form.Yes:
		return cell(joined(", ", "resa", noticeEdition(t)))
	case form.No:
		return cell(cmp.Or(prefixed("non dovuta: ", t.NoticeExemption), "non resa"))
	}
	return doc.C("da completare")
}

// noticeEdition names the notice that is given: «ed. 2 del 04/11/2024», however the
// number was typed.
func noticeEdition(t *app.Treatment) string {
	edition := t.NoticeEdition
	if edition != "" && strings.Trim(edition, "0123456789./-") == "" {
		edition = "ed. " + edition
	}
	return joined(" del ", edition, t.NoticeDate.String())
}

// deliveries is who has a copy of a document and has read it: the last of each.
func (a *accountability) deliveries() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Documento e revisione", Width: 7}, {Head: "Copia n.", Width: 2}, {Head: "A chi", Width: 5}, {Head: "Consegnato il", Width: 3}, {Head: "Presa visione", Width: 3}},
		Empty:   "Non risulta ancora alcuna consegna.",
	}
	list := slices.Clone(app.All(a.d, app.DeliveryForm))
	slices.SortStableFunc(list, func(x, y *app.Delivery) int {
		return cmp.Or(cmp.Compare(x.Document, y.Document), cmp.Compare(x.On, y.On))
	})
	for _, x := range list {
		signed := doc.C("da firmare")
		if x.Signed != "" {
			signed = doc.C(x.Signed.String())
		}
		table.Rows = append(table.Rows, doc.Row{
			cell(joined(", ", cmp.Or(x.Document, toComplete), prefixed("rev. ", x.Edition))), cell(x.CopyNumber), cell(x.Receiver(a.d)), cell(x.On.String()), signed,
		})
	}
	return []doc.Block{table}
}
