package catalogue

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const head = `{"name":"x","title":"Titolo","dated":"2026-11-22","note":"Nota.","attributes":[
	{"key":"eea","label":"SEE","values":[{"value":"yes","label":"sì"},{"value":"no","label":"no"}]},
	{"key":"many","label":"Molti","many":true,"optional":true,"values":[{"value":"a","label":"a"},{"value":"b","label":"b"}]},
	{"key":"free","label":"Libero","optional":true,"values":[]}],"entries":[`

func TestParse(t *testing.T) {
	c, err := Parse("catalogues/x.json", []byte(head+`
		{"slug":"a","label":"Prima voce","help":"","attr":{"eea":"yes","many":"b a","free":"Due parole"},"withdrawn":false},
		{"slug":"b-2","label":"Seconda","help":"Aiuto.","attr":{"eea":"no"},"withdrawn":true}]}`))
	if err != nil {
		t.Fatal(err)
	}
	a := c.Entries[0]
	if !a.Is("eea") || c.Entries[1].Is("eea") || a.Is("none") {
		t.Error("Is")
	}
	if !a.Has("many", "a") || a.Has("many", "c") || a.Has("none", "a") || !slices.Equal(a.Values("many"), []string{"b", "a"}) {
		t.Error("Has, Values")
	}
	if a.Catalogue != "x" || c.FileOrder || !c.Entries[1].Withdrawn {
		t.Errorf("%+v", c)
	}
	if at, ok := c.Attribute("eea"); !ok || at.Word("yes") != "sì" || at.Word("maybe") != "maybe" {
		t.Errorf("%+v", at)
	}
}

func TestParseRefuses(t *testing.T) {
	const a = `{"slug":"a","label":"Voce","attr":{"eea":"yes"}}`
	for _, tt := range []struct{ what, json, want string }{
		{"no JSON", `{`, "unexpected EOF"},
		{"unknown key", `{"nome":"x"}`, `unknown field "nome"`},
		{"trailing", head + a + `]} {}`, "something follows"},
		{"other name", strings.Replace(head, `"x"`, `"y"`, 1) + a + `]}`, `name is "y"`},
		{"no title", strings.Replace(head, "Titolo", "", 1) + a + `]}`, "title is empty"},
		{"date", strings.Replace(head, "2026-11-22", "22/11/2026", 1) + a + `]}`, "is no date"},
		{"impossible date", strings.Replace(head, "2026-11-22", "2026-02-30", 1) + a + `]}`, "is no date"},
		{"order", strings.Replace(head, `"note"`, `"order":"law","note"`, 1) + a + `]}`, `order is "law"`},
		{"attribute twice", strings.Replace(head, `"key":"many"`, `"key":"eea"`, 1) + a + `]}`, `attribute "eea" is declared twice`},
		{"value twice", strings.Replace(head, `"value":"b"`, `"value":"a"`, 1) + a + `]}`, `value "a"`},
		{"from and values", strings.Replace(head, `"many":true`, `"from":"y"`, 1) + a + `]}`, "not both"},
		{"no entries", head + `]}`, "no entries"},
		{"slug", head + `{"slug":"Due Parole","label":"Voce","attr":{"eea":"no"}}]}`, `entry 1: slug "Due Parole"`},
		{"slug twice", head + a + "," + strings.Replace(a, "Voce", "Altra", 1) + `]}`, `entry "a": the slug stands twice`},
		{"no label", head + `{"slug":"a","label":"","attr":{"eea":"no"}}]}`, `entry "a": label is empty`},
		{"spaces", head + `{"slug":"a","label":"Voce ","attr":{"eea":"no"}}]}`, "spaces too many"},
		{"control", head + `{"slug":"a","label":"Vo\u0007ce","attr":{"eea":"no"}}]}`, "cannot be printed"},
		{"label twice", head + a + `,{"slug":"b","label":"VOCÉ","attr":{"eea":"no"}}]}`, `entry "b": same label as "a"`},
		{"undeclared attribute", head + `{"slug":"a","label":"Voce","attr":{"eea":"no","x":"y"}}]}`, `entry "a": attribute "x" is not declared`},
		{"undeclared value", head + `{"slug":"a","label":"Voce","attr":{"eea":"maybe"}}]}`, `attribute "eea": value "maybe" is not declared`},
		{"two values", head + `{"slug":"a","label":"Voce","attr":{"eea":"yes no"}}]}`, "only one is allowed"},
		{"value said twice", head + `{"slug":"a","label":"Voce","attr":{"eea":"no","many":"a a"}}]}`, "stands twice"},
		{"missing attribute", head + `{"slug":"a","label":"Voce"}]}`, `attribute "eea" is missing`},
	} {
		_, err := Parse("catalogues/x.json", []byte(tt.json))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "catalogues/x.json: ") {
			t.Errorf("%s: %v", tt.what, err)
		}
	}
}

func TestReadChecksOtherCatalogues(t *testing.T) {
	const f = `{"name":"NAME","title":"T","dated":"2026-11-22","note":"N","attributes":[
		{"key":"c","label":"C","from":"FROM"}],"entries":[{"slug":"a","label":"A","attr":{"c":"SLUG"}}]}`
	files := func(from, slug string) fstest.MapFS {
		r := strings.NewReplacer("NAME", "x", "FROM", from, "SLUG", slug)
		return fstest.MapFS{"catalogues/x.json": {Data: []byte(r.Replace(f))}}
	}
	if _, err := read(files("x", "a")); err != nil {
		t.Error(err)
	}
	if _, err := read(files("y", "a")); err == nil || !strings.Contains(err.Error(), `no catalogue "y"`) {
		t.Error(err)
	}
	if b, err := read(files("x", "b")); err == nil || b != nil || !strings.Contains(err.Error(), `"b" is not in catalogue "x"`) {
		t.Error(err)
	}
}

func TestWith(t *testing.T) {
	shipped := book(t)
	before := len(shipped.Entries("software"))
	own := []Entry{
		{Catalogue: "software", Slug: "elmac", Label: "Elmac"},
		{Catalogue: "software", Slug: "zz-old", Label: "Zz", Withdrawn: true},
		{Catalogue: "software", Slug: "mailchimp", Label: "Another"},
		{Catalogue: "software", Slug: "elmac", Label: "Twice"},
		{Catalogue: "legal-basis-6", Slug: "own", Label: "altra base"},
		{Catalogue: "nothing", Slug: "x", Label: "X"},
	}
	b := shipped.With(own)
	if e, ok := b.Find("software", "elmac"); !ok || !e.Own || e.Label != "Elmac" || own[0].Own {
		t.Errorf("%+v", e)
	}
	if b.Label("software", "mailchimp") != "Mailchimp" {
		t.Error("a shipped slug changed its meaning")
	}
	if b.Label("software", "zz-old") != "Zz" || b.Label("software", "unknown") != "unknown" || b.Label("nothing", "x") != "x" {
		t.Error("labels")
	}
	list := b.Entries("software")
	if len(list) != before+1 || slices.ContainsFunc(list, func(e Entry) bool { return e.Withdrawn }) {
		t.Errorf("%d entries offered, were %d", len(list), before)
	}
	at := slices.IndexFunc(list, func(e Entry) bool { return e.Slug == "elmac" })
	if at < 1 || Fold(list[at-1].Label) > "elmac" || Fold(list[at+1].Label) < "elmac" {
		t.Errorf("Elmac stands at %d", at)
	}
	if law := b.Entries("legal-basis-6"); law[0].Slug != "consent" || law[6].Slug != "own" {
		t.Error("the office's own come after the law")
	}
	if _, ok := shipped.Find("software", "elmac"); ok || len(shipped.Entries("software")) != before {
		t.Error("the shipped book changed")
	}
	if again := b.With([]Entry{{Catalogue: "software", Slug: "almac", Label: "Almac"}}); again.Label("software", "elmac") != "Elmac" {
		t.Error("With forgets what was added before")
	}
	b.Entries("software")[0].Label = "changed"
	if b.Entries("software")[0].Label == "changed" {
		t.Error("the list was changed from outside")
	}
	if b.Entries("nothing") != nil {
		t.Error("no such catalogue")
	}
	if _, ok := b.Catalogue("nothing"); ok {
		t.Error("no such catalogue")
	}
}

func TestAdd(t *testing.T) {
	shipped := book(t)
	b := shipped.Add(Catalogue{Name: "zz", FileOrder: true, Entries: []Entry{{Catalogue: "zz", Slug: "b", Label: "B"}, {Catalogue: "zz", Slug: "a", Label: "A"}}})
	if e := b.Entries("zz"); len(e) != 2 || e[0].Slug != "b" || !slices.Contains(b.Names(), "zz") {
		t.Errorf("%+v", e)
	}
	if slices.Contains(shipped.Names(), "zz") || shipped.Entries("zz") != nil {
		t.Error("the shipped book changed")
	}
}

func TestItalianOrder(t *testing.T) {
	var got []string
	for _, e := range book(t).With([]Entry{
		{Catalogue: "duty", Slug: "1", Label: "àbaco"}, {Catalogue: "duty", Slug: "2", Label: "Abate"}, {Catalogue: "duty", Slug: "3", Label: "abaca"},
	}).Entries("duty") {
		if e.Own {
			got = append(got, e.Label)
		}
	}
	if !slices.Equal(got, []string{"abaca", "àbaco", "Abate"}) {
		t.Errorf("%q", got)
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Attività promozionali":       "attivita-promozionali",
		"  gestionale  NOLEGGI ":      "gestionale-noleggi",
		"dell'ufficio (sede)":         "dell-ufficio-sede",
		"Œuvre & Straße":              "oeuvre-e-strasse",
		"àèìòù ÀÈÌÒÙ":                 "aeiou-aeiou",
		"":                            "voce",
		"—":                           "voce",
		"名":                           "voce",
		strings.Repeat("parola ", 20): "parola-parola-parola-parola-parola-parola-parola-parola",
		strings.Repeat("a", 80):       strings.Repeat("a", 60),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestApostrophes: a keyboard writes the straight one, the lists hold the other.
func TestApostrophes(t *testing.T) {
	b := book(t)
	for _, label := range []string{"Costa d’Avorio", "costa d'avorio", "COSTA D‘AVORIO", "costa d`avorio"} {
		if e, ok := b.ByLabel("country", label); !ok || e.Slug != "ci" {
			t.Errorf("%q: %+v", label, e)
		}
		if found := b.Mentioned("country", "merci dalla "+label+"."); len(found) != 1 || found[0].Slug != "ci" {
			t.Errorf("%q: %v", label, found)
		}
	}
	for _, label := range []string{"tecnico dell’ufficio", "tecnico dell'ufficio"} {
		if s := Slug(label); s != "tecnico-dell-ufficio" {
			t.Errorf("%q: %s", label, s)
		}
	}
}

func TestMentioned(t *testing.T) {
	b := book(t)
	for text, want := range map[string]string{
		"":                                    "",
		"si usano dropbox e GMAIL, a volte":   "dropbox gmail",
		"spedito con «Mail Chimp».":           "mailchimp",
		"mailchimpanzee, unmailchimp":         "",
		"xmailchimp poi mailchimp":            "mailchimp",
		"tramite Office 365 dell'ufficio":     "microsoft-365",
		"caselle e raccolta presso lo studio": "",
	} {
		var got []string
		for _, e := range b.Mentioned("software", text) {
			got = append(got, e.Slug)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(head + `{"slug":"a","label":"Voce","attr":{"eea":"yes"}}]}`))
	f.Add([]byte(`{"name":"x","entries":[null]}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("x.json", data)
		if err != nil {
			return
		}
		s := newShelf(c)
		for _, e := range c.Entries {
			if e.Label == "" || c.Entries[s.at[e.Slug]].Label != e.Label {
				t.Fatalf("%+v", e)
			}
		}
	})
}

func FuzzSlug(f *testing.F) {
	f.Add("Attività promozionali")
	f.Add("\xff ẞ")
	f.Fuzz(func(t *testing.T, label string) {
		s := Slug(label)
		if !kebab.MatchString(s) || len(s) > slugLength || Slug(s) != s {
			t.Fatalf("%q gives %q, then %q", label, s, Slug(s))
		}
		contains(Fold(label), Fold(s))
	})
}
