package app

import "tutela/app/form"

// Erasure is what was done with the data of a treatment whose term of retention had
// ended: erased, made anonymous or kept on with a reason. A check that finds
// nothing to erase is one too: it settles the yearly «verifica e cancella»
// (6-details, 22; decision A15; art. 5(1)(e) GDPR).
type Erasure struct {
	form.Meta
	Treatment   string
	DataTypes   []string
	Period      string
	Count       string
	Outcome     string
	Reason      string
	Until       form.Date
	How         string
	By          string
	On, Minutes form.Date
	Files       []form.File
}

// What became of the data.
const (
	ErasedData     = "erased"
	AnonymisedData = "anonymised"
	ExtendedData   = "extended"
	NothingToErase = "nothing"
)

// ErasureOutcomes are the ways in which a check of the terms ends.
func ErasureOutcomes() []form.Option {
	return []form.Option{
		{Value: ErasedData, Label: "Cancellati"}, {Value: AnonymisedData, Label: "Resi anonimi"},
		{Value: ExtendedData, Label: "Conservati ancora"}, {Value: NothingToErase, Label: "Niente da cancellare"},
	}
}

// Gone says that there are fewer personal data than before: that there are minutes
// to sign.
func (e *Erasure) Gone() bool { return e.Outcome == ErasedData || e.Outcome == AnonymisedData }

// ErasureForm describes the erasures at the end of retention.
var ErasureForm = form.Form[Erasure]{
	Key: "erasure", One: "cancellazione", Many: "Cancellazioni", Fem: true,
	About: "Ogni anno si guarda che cosa ha finito il suo tempo di conservazione e lo si cancella. Qui resta scritto che cosa, come e da chi.",
	Title: func(e *Erasure) string { return "Cancellazione del " + e.On.String() },
	Named: func(e *Erasure, n form.Names) string {
		return joinedNames(n.Ref(TreatmentForm.Key, e.Treatment), e.On.String())
	},
	Second: func(e *Erasure, _ form.Names) string {
		return joinedNames(optionLabel(ErasureOutcomes(), e.Outcome), e.Count)
	},
	Sections: []form.Section[Erasure]{
		{Key: "data", Title: "Quali dati", Fields: []form.F[Erasure]{
			form.Ref("treatment", "Trattamento", TreatmentForm.Key, func(e *Erasure) *string { return &e.Treatment }).Need().Half().Column(),
			form.Text("period", "Di quale periodo", func(e *Erasure) *string { return &e.Period }).Need().Half().Column().Example("Fino al 31/12/2015"),
			form.Entries("data_types", "Categorie di dati", "data-type", func(e *Erasure) *[]string { return &e.DataTypes }).OwnEntries().Column().
				Help("Si lascia vuoto se sono tutti quelli del trattamento."),
			form.Text("count", "Quanti", func(e *Erasure) *string { return &e.Count }).Half().Column().Example("circa 40 fascicoli"),
		}},
		{Key: "done", Title: "Che cosa si è fatto", Fields: []form.F[Erasure]{
			form.Choice("outcome", "Esito", func(e *Erasure) *string { return &e.Outcome }, ErasureOutcomes()...).Need().Column().
				Help("Anche una verifica che non trova niente si scrive: vale per quest’anno.").Law("art. 5(1)(e) GDPR"),
			form.Long("reason", "Perché si conservano ancora", func(e *Erasure) *string { return &e.Reason }).Lines(2).
				When(func(e *Erasure) bool { return e.Outcome == ExtendedData }).Need().
				Help("Una causa in corso, una richiesta di un’autorità, un obbligo nuovo.").Law("artt. 5(1)(e) e 17(3) GDPR"),
			form.Day("until", "Fino al", func(e *Erasure) *form.Date { return &e.Until }).Half().
				When(func(e *Erasure) bool { return e.Outcome == ExtendedData }).
				Check(func(e *Erasure) string { return after(e.On, e.Until, "Viene prima della verifica.") }),
			form.Text("how", "Come", func(e *Erasure) *string { return &e.How }).When((*Erasure).Gone).Need().
				Help("Anche dalle copie di sicurezza, e presso i fornitori che li hanno.").Example("Carta nel distruggidocumenti; file cancellati, cestino svuotato"),
			form.Day("on", "Data", func(e *Erasure) *form.Date { return &e.On }).Need().Half().Column(),
			form.Ref("by", "Chi l’ha fatto", PersonForm.Key, func(e *Erasure) *string { return &e.By }).Need().Half().Column(),
			form.Day("minutes", "Verbale firmato il", func(e *Erasure) *form.Date { return &e.Minutes }).When((*Erasure).Gone).Need().Half().
				Check(func(e *Erasure) string { return after(e.On, e.Minutes, "Viene prima della cancellazione.") }),
			form.Files("files", "Verbale firmato", func(e *Erasure) *[]form.File { return &e.Files }),
		}},
	},
}

// LookAgain is the day by which data that were kept on are looked at again; ""
// where none were, or they were seen to after it.
func (e *Erasure) LookAgain(r Records) form.Date {
	if e.Outcome != ExtendedData || LastErasure(r, e.Treatment) > e.Until {
		return ""
	}
	return e.Until
}

// LastErasure is the day on which the terms of a treatment were last seen to; ""
// where they never were.
func LastErasure(r Records, treatment string) form.Date {
	var last form.Date
	for _, rec := range r.Records(ErasureForm.Key) {
		if e := rec.(*Erasure); e.Treatment == treatment {
			last = max(last, e.On)
		}
	}
	return last
}

// ErasureDue is the last day of the yearly «verifica e cancella» of a treatment
// (decision A15): a year after the last one or, where that came later, after its
// sheet was begun. It is "" where there is nothing to look for once a year: no term
// in months or years, as of footage that is written over by itself.
func ErasureDue(r Records, t *Treatment) form.Date { return t.erasureDue(LastErasure(r, t.UID())) }

func (t *Treatment) erasureDue(last form.Date) form.Date {
	yearly := false
	for _, x := range t.Retention {
		yearly = yearly || x.Term.Valid && (x.Unit == "months" || x.Unit == "years")
	}
	if !yearly || t.Archived != "" || t.Head().Created.IsZero() {
		return ""
	}
	return max(last, form.DateOf(t.Head().Created)).AddMonths(12)
}
