package app

import (
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/risk"
)

// CatalogEntry is an entry that the office added to a catalogue, with the
// attributes that the checks read.
type CatalogEntry struct {
	form.Meta
	Catalogue, Slug, Label, Note string
	Class                        string // data-type
	Marketing, Profiling         bool   // purpose
	Nature                       string // data-subject
	Minors, Vulnerable           bool   // data-subject
	Outside                      bool   // recipient
	ToolKind                     string // tool
	Negative                     bool   // measure
	Dangers                      []string
	Producer, Country            string // software
	Online                       bool   // software
	Withdrawn                    bool
}

// CatalogEntryForm describes the office's own catalogue entries (6-details, 1).
var CatalogEntryForm = form.Form[CatalogEntry]{
	Key: "catalog_entry", One: "voce", Many: "Voci aggiunte", Fem: true,
	About:  "Le voci che avete aggiunto agli elenchi: programmi con produttore e paese, finalità, tipi di dati, misure. Quelle già comprese nel programma non compaiono qui.",
	Title:  func(e *CatalogEntry) string { return e.Label },
	Second: func(e *CatalogEntry, _ form.Names) string { return catalogueTitles[e.Catalogue] },
	Ended:  func(e *CatalogEntry) bool { return e.Withdrawn },
	Same:   []form.Same{{Fields: []string{"catalogue", "label"}}},
	Sections: []form.Section[CatalogEntry]{{Key: "entry", Title: "La voce", Fields: []form.F[CatalogEntry]{
		form.Choice("catalogue", "Elenco", func(e *CatalogEntry) *string { return &e.Catalogue }, ownCatalogues()...).Need().Half().Column(),
		form.Text("label", "Voce", func(e *CatalogEntry) *string { return &e.Label }).Need().Half().Column(),
		form.Text("slug", "Sigla", func(e *CatalogEntry) *string { return &e.Slug }).Auto().
			Help("La dà il programma: è il nome della voce nei file."),
		form.Choice("class", "Che dati sono", func(e *CatalogEntry) *string { return &e.Class },
			form.Option{Value: "common", Label: "Comuni"}, form.Option{Value: "special", Label: "Particolari (art. 9)"},
			form.Option{Value: "criminal", Label: "Giudiziari (art. 10)"}).When(in("data-type")).Need(),
		form.Bool("marketing", "È una finalità di marketing", func(e *CatalogEntry) *bool { return &e.Marketing }).When(in("purpose")),
		form.Bool("profiling", "È profilazione", func(e *CatalogEntry) *bool { return &e.Profiling }).When(in("purpose")),
		form.Choice("nature", "Che soggetti sono", func(e *CatalogEntry) *string { return &e.Nature },
			form.Option{Value: "natural", Label: "Persone fisiche"}, form.Option{Value: "legal", Label: "Persone giuridiche"},
			form.Option{Value: "mixed", Label: "Le une e le altre"}).When(in("data-subject")).Need(),
		form.Bool("minors", "Sono minori", func(e *CatalogEntry) *bool { return &e.Minors }).When(in("data-subject")),
		form.Bool("vulnerable", "Sono persone vulnerabili", func(e *CatalogEntry) *bool { return &e.Vulnerable }).When(in("data-subject")),
		form.Bool("outside", "Sta fuori dallo Spazio economico europeo", func(e *CatalogEntry) *bool { return &e.Outside }).When(in("recipient")),
		form.Choice("tool_kind", "Che strumento è", func(e *CatalogEntry) *string { return &e.ToolKind },
			form.Option{Value: "electronic", Label: "Informatico"}, form.Option{Value: "paper", Label: "Cartaceo"},
			form.Option{Value: "av", Label: "Audio o video"}).When(in("tool")).Need(),
		form.Bool("negative", "Dice che qualcosa non si fa", func(e *CatalogEntry) *bool { return &e.Negative }).When(in("measure")),
		form.Entries("dangers", "Pericoli a cui risponde", "danger", func(e *CatalogEntry) *[]string { return &e.Dangers }).When(in("measure")).Need(),
		form.Text("producer", "Produttore", func(e *CatalogEntry) *string { return &e.Producer }).When(in("software")).Need().Half().Column().
			Help("La società che fa il programma o offre il servizio."),
		form.Entry("country", "Paese", "country", func(e *CatalogEntry) *string { return &e.Country }).When(in("software", "recipient")).
			NeedIf(func(e *CatalogEntry) bool { return e.Catalogue == "software" }).Half().Column().
			Help("Dove ha sede: da qui si vede se i dati escono dallo Spazio economico europeo."),
		form.Bool("online", "È un servizio in rete", func(e *CatalogEntry) *bool { return &e.Online }).When(in("software")).
			Help("Spuntatelo se i dati stanno presso chi lo offre, e non su un vostro computer: da fuori dello Spazio economico europeo è un trasferimento."),
		form.Text("note", "Note", func(e *CatalogEntry) *string { return &e.Note }),
		form.Bool("withdrawn", "Non proporla più", func(e *CatalogEntry) *bool { return &e.Withdrawn }).
			Help("Resta leggibile nelle schede che la usano."),
	}}},
}

var catalogueTitles = map[string]string{
	"purpose": "Finalità", "data-type": "Tipi di dati", "data-subject": "Categorie di interessati",
	"recipient": "Categorie di destinatari", "source": "Fonti dei dati", "tool": "Strumenti", "measure": "Misure",
	"duty": "Mansioni", "software": "Programmi", "retention-source": "Fonti dei termini", LegalReferences: "Norme e provvedimenti",
}

func ownCatalogues() []form.Option {
	names := []string{"purpose", "data-type", "data-subject", "recipient", "source", "tool", "measure", "duty", "software", "retention-source", LegalReferences}
	out := make([]form.Option, len(names))
	for i, name := range names {
		out[i] = form.Option{Value: name, Label: catalogueTitles[name]}
	}
	return out
}

func in(names ...string) func(*CatalogEntry) bool {
	return func(e *CatalogEntry) bool {
		for _, n := range names {
			if e.Catalogue == n {
				return true
			}
		}
		return false
	}
}

// Catalogues gives the shipped catalogues with the dangers and risks of the risk
// model, and the office's own entries.
func Catalogues(shipped *catalogue.Book, own []*CatalogEntry) *catalogue.Book {
	dangers := catalogue.Catalogue{Name: "danger", Title: "Pericoli", FileOrder: true}
	for _, d := range risk.Dangers() {
		dangers.Entries = append(dangers.Entries, catalogue.Entry{Catalogue: "danger", Slug: d.Slug, Label: d.Label})
	}
	risks := catalogue.Catalogue{Name: "risk", Title: "Rischi", FileOrder: true}
	for _, r := range risk.Risks() {
		risks.Entries = append(risks.Entries, catalogue.Entry{Catalogue: "risk", Slug: r.Slug, Label: r.Label})
	}
	entries := make([]catalogue.Entry, len(own))
	for i, e := range own {
		entries[i] = e.entry()
	}
	return withLegal(shipped.Add(dangers).Add(risks).Add(houseCatalogue()).Add(sectionCatalogue())).With(entries)
}

func (e *CatalogEntry) entry() catalogue.Entry {
	attr := map[string]string{}
	put := func(key, value string) {
		if value != "" {
			attr[key] = value
		}
	}
	yes := func(key string, is bool) {
		if is {
			attr[key] = "yes"
		}
	}
	put("class", e.Class)
	put("person", e.Nature)
	put("kind", e.ToolKind)
	put("producer", e.Producer)
	put("country", e.Country)
	yes("marketing", e.Marketing)
	yes("profiling", e.Profiling)
	yes("minors", e.Minors)
	yes("vulnerable", e.Vulnerable)
	yes("outside", e.Outside)
	yes("online", e.Online)
	yes("negative", e.Negative)
	for _, d := range e.Dangers {
		if attr["dangers"] != "" {
			attr["dangers"] += " "
		}
		attr["dangers"] += d
	}
	return catalogue.Entry{Catalogue: e.Catalogue, Slug: e.Slug, Label: e.Label, Attr: attr, Withdrawn: e.Withdrawn, Own: true}
}
