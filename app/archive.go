package app

import (
	"slices"

	"tutela/app/form"
)

// Archive is a collection of personal data: a database, a cabinet of folders.
type Archive struct {
	form.Meta
	Name, Kind           string
	Classes              []string
	Room, System, Charge string
	Treatments           []string
	Disseminated         string
	Admitted             []string
	Instructions, Note   string
}

// Special says that the archive holds special or criminal data; what is meant for
// dissemination stands outside the rules on access (6-details, 3).
func (a *Archive) Special() bool {
	return !a.Public() && (slices.Contains(a.Classes, "special") || slices.Contains(a.Classes, "criminal"))
}

// Public says that the data are meant for dissemination.
func (a *Archive) Public() bool { return a.Disseminated == "yes" }

// ArchiveForm describes the archives (spec 3.1, Archivi; 6-details, 20).
var ArchiveForm = form.Form[Archive]{
	Key: "archive", One: "archivio", Many: "Archivi",
	About: "Dove stanno i dati: la banca dati dei clienti, l’armadio del personale, le registrazioni delle telecamere.",
	Title: func(a *Archive) string { return a.Name },
	Second: func(a *Archive, n form.Names) string {
		if len(a.Classes) == 0 {
			return ""
		}
		return "dati " + n.Entry("data-class", a.Classes[len(a.Classes)-1])
	},
	Sections: []form.Section[Archive]{{Key: "archive", Title: "L’archivio", Fields: []form.F[Archive]{
		form.Text("name", "Nome", func(a *Archive) *string { return &a.Name }).Need().Half().Column().Example("Clienti"),
		form.Choice("kind", "Forma", func(a *Archive) *string { return &a.Kind },
			form.Option{Value: "electronic", Label: "Informatica"}, form.Option{Value: "paper", Label: "Cartacea"},
			form.Option{Value: "av", Label: "Audio o video"}).Need().Half().Column(),
		form.Entries("classes", "Che dati contiene", "data-class", func(a *Archive) *[]string { return &a.Classes }).Need().Column().
			Help("Comuni, particolari (art. 9), giudiziari (art. 10)."),
		form.Ref("room", "Locale", "room", func(a *Archive) *string { return &a.Room }).Half().Column().
			NeedIf(func(a *Archive) bool { return a.Kind == "paper" }),
		form.Ref("system", "Sistema", "system", func(a *Archive) *string { return &a.System }).Half().Column().
			When(func(a *Archive) bool { return a.Kind != "paper" }).NeedIf(func(a *Archive) bool { return a.Kind != "" }),
		form.Ref("charge", "Responsabile", "person", func(a *Archive) *string { return &a.Charge }).Half().Column(),
		form.Choice("disseminated", "Dati destinati alla diffusione", func(a *Archive) *string { return &a.Disseminated }, YesNo()...).Half().
			Help("Sì solo se i dati vengono pubblicati."),
		form.Refs("treatments", "Trattamenti che lo usano", "treatment", func(a *Archive) *[]string { return &a.Treatments }).Need(),
		form.Refs("admitted", "Chi è ammesso", "person", func(a *Archive) *[]string { return &a.Admitted }).
			When(func(a *Archive) bool { return a.Kind == "paper" }).Need(),
		form.Long("instructions", "Istruzioni per chi è ammesso", func(a *Archive) *string { return &a.Instructions }).
			When(func(a *Archive) bool { return a.Kind == "paper" }),
		form.Long("note", "Note", func(a *Archive) *string { return &a.Note }).Lines(2),
	}}},
}
