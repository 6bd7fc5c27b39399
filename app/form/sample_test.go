package form_test

import (
	"math/rand/v2"
	"testing"
	"testing/quick"
	"time"

	"tutela/app/form"
)

// thing is a made-up record with every kind of field and two levels of rows.
type thing struct {
	form.Meta
	Name, Story  string
	Born         form.Date
	Seen         form.Moment
	Count, Price form.Int
	Done         bool
	Answer       form.Tri
	Colour, Kind string
	Tags         []string
	Boss         string
	Friends      []string
	Papers       []form.File
	Parts        []*part
}

type part struct {
	Name string
	Due  form.Date
	Bits []*bit
}

type bit struct{ Size form.Int }

var bitForm = form.Form[bit]{Key: "bit", Sections: []form.Section[bit]{{Fields: []form.F[bit]{
	form.Count("size", "Misura", "giorni", 1, 9, func(b *bit) *form.Int { return &b.Size }).Need(),
}}}}

var partForm = form.Form[part]{
	Key: "part", Title: func(p *part) string { return p.Name },
	Fresh: func(p *part) { p.Name = "nuova" },
	Sections: []form.Section[part]{{Fields: []form.F[part]{
		form.Text("name", "Nome", func(p *part) *string { return &p.Name }).Need(),
		form.Day("due", "Entro il", func(p *part) *form.Date { return &p.Due }),
		form.List("bits", "Pezzi", func(p *part) *[]*bit { return &p.Bits }, bitForm),
	}}},
}

var thingForm = form.Form[thing]{
	Key: "thing", One: "cosa", Many: "Cose", Fem: true,
	Title: func(t *thing) string { return t.Name },
	Sections: []form.Section[thing]{{Key: "all", Title: "Tutto", Fields: []form.F[thing]{
		form.Text("name", "Nome", func(t *thing) *string { return &t.Name }).Need(),
		form.Long("story", "Storia", func(t *thing) *string { return &t.Story }).
			Check(func(t *thing) string {
				if t.Story == "falso" {
					return "La storia è falsa."
				}
				return ""
			}),
		form.Day("born", "Nata il", func(t *thing) *form.Date { return &t.Born }),
		form.At("seen", "Vista il", func(t *thing) *form.Moment { return &t.Seen }),
		form.Count("count", "Quante", "giorni", 0, 100, func(t *thing) *form.Int { return &t.Count }),
		form.Money("price", "Prezzo", func(t *thing) *form.Int { return &t.Price }),
		form.Bool("done", "Fatta", func(t *thing) *bool { return &t.Done }),
		form.Ask("answer", "Risposta", func(t *thing) *form.Tri { return &t.Answer }),
		form.Choice("colour", "Colore", func(t *thing) *string { return &t.Colour },
			form.Option{Value: "red", Label: "Rosso"}, form.Option{Value: "blue", Label: "Blu"}),
		form.Entry("kind", "Tipo", "kinds", func(t *thing) *string { return &t.Kind }).
			When(func(t *thing) bool { return t.Done }).Need(),
		form.Entries("tags", "Segni", "tags", func(t *thing) *[]string { return &t.Tags }),
		form.Ref("boss", "Capo", "thing", func(t *thing) *string { return &t.Boss }),
		form.Refs("friends", "Amici", "thing", func(t *thing) *[]string { return &t.Friends }),
		form.Files("papers", "Carte", func(t *thing) *[]form.File { return &t.Papers }),
		form.List("parts", "Parti", func(t *thing) *[]*part { return &t.Parts }, partForm).AddBy("name"),
		form.Computed("shout", "Grido", func(t *thing) string { return t.Name + "!" }),
	}}},
}

var thingType = thingForm.Type()

type words struct{}

func (words) Ref(_, uid string) string    { return "→" + uid }
func (words) Entry(_, slug string) string { return "«" + slug + "»" }

// randomThing makes a record whose every field may be unset or awkward.
func randomThing(r *rand.Rand) *thing {
	text := func() string {
		return []string{"", "a", "àèìòù’'", "«x» <b>&\n\t\"", "ciao mondo"}[r.IntN(5)]
	}
	day := func() form.Date {
		if r.IntN(3) == 0 {
			return ""
		}
		return form.Date("2026-01-01").AddDays(r.IntN(4000))
	}
	number := func(most int64) form.Int {
		if r.IntN(3) == 0 {
			return form.Int{}
		}
		return form.Number(r.Int64N(most))
	}
	slugs := func() []string {
		return [][]string{nil, {"a"}, {"b", "a"}}[r.IntN(3)]
	}
	t := &thing{
		Name: text(), Story: text(), Born: day(), Count: number(100), Price: number(1 << 40), Done: r.IntN(2) == 0,
		Answer: []form.Tri{"", form.Yes, form.No, form.NotNeeded}[r.IntN(4)], Colour: []string{"", "red", "blue"}[r.IntN(3)],
		Kind: text(), Tags: slugs(), Boss: text(), Friends: slugs(),
	}
	if r.IntN(2) == 0 {
		t.Seen = form.MomentOf(time.Unix(r.Int64N(4e9), 0))
		t.Papers = []form.File{{Name: "à.pdf", MIME: "application/pdf", SHA256: "00", Size: 3}}
	}
	for range r.IntN(3) {
		p := &part{Name: text(), Due: day()}
		for range r.IntN(3) {
			p.Bits = append(p.Bits, &bit{Size: form.Number(1 + r.Int64N(9))})
		}
		t.Parts = append(t.Parts, p)
	}
	return t
}

func eachThing(t *testing.T, check func(*thing) bool) {
	t.Helper()
	err := quick.Check(func(seed uint64) bool { return check(randomThing(rand.New(rand.NewPCG(seed, 1)))) },
		&quick.Config{MaxCount: 300})
	if err != nil {
		t.Fatal(err)
	}
}
