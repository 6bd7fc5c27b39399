package risk

import "slices"

// Slugs of the six dangers.
const (
	Physical     = "physical"
	Natural      = "natural"
	Interruption = "interruption"
	Technical    = "technical"
	Compromise   = "disclosure"
	Unauthorised = "unauthorised"
)

// Slugs of the five risks. A danger and a risk share the slug "disclosure":
// they are different lists and never mixed.
const (
	Loss         = "loss"
	Destruction  = "destruction"
	Modification = "modification"
	Disclosure   = "disclosure"
	Access       = "access"
)

// Risk is what may happen to the data (art. 32(2) GDPR).
type Risk struct {
	Slug   string
	Label  string
	Letter string // heads the column of a coverage table: P, D, M, Div, A
}

// Danger is what may bring a risk about.
type Danger struct {
	Slug  string
	Name  string   // «Agenti fisici»
	Label string   // the name with its examples in brackets, as it is printed
	Risks []string // slugs of those it brings unless the office says otherwise
}

var risks = []Risk{
	{Loss, "Perdita", "P"},
	{Destruction, "Distruzione non autorizzata", "D"},
	{Modification, "Modifica non autorizzata", "M"},
	{Disclosure, "Divulgazione non autorizzata", "Div"},
	{Access, "Accesso dati non autorizzato", "A"},
}

var dangers = []Danger{
	danger(Physical, "Agenti fisici", "incendio, allagamento, attacchi esterni",
		Loss, Destruction),
	danger(Natural, "Eventi naturali", "terremoti, eruzioni vulcaniche, ecc.",
		Loss, Destruction),
	danger(Interruption, "Interruzione servizi", "sbalzi di tensione, guasti di climatizzazione, interruzione dei collegamenti di rete, ecc.",
		Loss, Destruction, Modification, Disclosure, Access),
	danger(Technical, "Problemi tecnici", "anomalie e malfunzionamenti software, problemi hardware o di componenti IT",
		Loss, Destruction, Modification, Disclosure, Access),
	danger(Compromise, "Compromissione informazioni", "intercettazioni, rivelazione di informazioni, infiltrazioni nella posta elettronica, ecc.",
		Loss, Destruction, Modification, Disclosure, Access),
	danger(Unauthorised, "Azioni non autorizzate", "errori volontari o involontari, virus, uso non autorizzato di strumenti, ecc.",
		Loss, Destruction, Modification),
}

func danger(slug, name, examples string, risks ...string) Danger {
	return Danger{slug, name, name + " (" + examples + ")", risks}
}

// Risks gives the five risks, in the order of the printed table.
func Risks() []Risk { return slices.Clone(risks) }

// Dangers gives the six dangers, in the order of the printed table.
func Dangers() []Danger {
	out := slices.Clone(dangers)
	for i := range out {
		out[i].Risks = slices.Clone(out[i].Risks)
	}
	return out
}

// FindRisk gives the risk of that slug.
func FindRisk(slug string) (Risk, bool) {
	i := slices.IndexFunc(risks, func(r Risk) bool { return r.Slug == slug })
	if i < 0 {
		return Risk{}, false
	}
	return risks[i], true
}

// FindDanger gives the danger of that slug.
func FindDanger(slug string) (Danger, bool) {
	i := slices.IndexFunc(dangers, func(d Danger) bool { return d.Slug == slug })
	if i < 0 {
		return Danger{}, false
	}
	d := dangers[i]
	d.Risks = slices.Clone(d.Risks)
	return d, true
}

// Brings says whether the danger brings the risk unless the office says otherwise.
func (d Danger) Brings(risk string) bool { return slices.Contains(d.Risks, risk) }
