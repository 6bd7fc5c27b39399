package catalogue

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"tutela/app/risk"
)

func book(t testing.TB) *Book {
	t.Helper()
	b, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestShippedNames(t *testing.T) {
	want := strings.Fields(`country data-subject data-type duty legal-basis-6 legal-basis-9 measure purpose
		recipient retention-source site-kind software source tool transfer-safeguard`)
	names := book(t).Names()
	for _, n := range want {
		if !slices.Contains(names, n) {
			t.Errorf("no catalogue %q", n)
		}
	}
}

// What the marketing case types must be found in print in the same words.
func TestLabelsOfTheCase(t *testing.T) {
	b := book(t)
	for name, labels := range map[string][]string{
		"purpose": {
			"attività promozionali", "gestione clienti", "informazioni commerciali",
			"prenotazione di servizi ed emissione biglietti (iniziative sportive, culturali, ricreative)",
			"invio di comunicazioni di cortesia e di materiale promozionale",
			"offerta di beni e servizi attraverso mailing list",
		},
		"data-type": {
			"codice fiscale ed altri numeri di identificazione personale (carte sanitarie)",
			"dati identificativi (ragione sociale o nome e cognome, sede, telefono, fax, e-mail, dati fiscali)",
			"nominativo, indirizzo o altri elementi di identificazione personale",
		},
		"data-subject":  {"PMI", "imprenditori e piccoli imprenditori"},
		"recipient":     {"imprese", "gestori di posta elettronica", "società e imprese"},
		"source":        {"raccolti direttamente", "raccolti presso terzi", "fonti pubbliche"},
		"tool":          {"PC desktop", "notebook", "server", "cloud", "archivio cartaceo"},
		"duty":          {"Amministratore", "Rappresentante legale", "Presidente del consiglio di amministrazione", "Responsabile contabile", "Assistenza informatica"},
		"site-kind":     {"Sede legale", "Sede operativa"},
		"legal-basis-6": {"consenso (lett. a)", "contratto (lett. b)", "obbligo legale (lett. c)"},
		"legal-basis-9": {"consenso esplicito (lett. a)"},
		"measure": {
			"Dispositivi antincendio", "Impianto elettrico con misure salvavita", "Impianto elettrico certificato a norma",
			"Non vengono effettuati backup in quanto non previsti con tali dispositivi", "Sono gestiti i backup",
			"Software antivirus e anti-intrusione", "Gestione delle password degli utenti",
			"Data center certificato ISO 9001, 14001, 27001", "Procedure di disaster recovery",
		},
	} {
		for _, l := range labels {
			if e, ok := b.ByLabel(name, l); !ok || e.Label != l {
				t.Errorf("%s: %q is not there", name, l)
			}
		}
	}
	for _, own := range []string{"gestionale noleggi", "Elmac", "Almac"} {
		if _, ok := b.ByLabel("software", own); ok {
			t.Errorf("%q is the office's own", own)
		}
	}
}

// What Controlla reads of the case.
func TestAttributesOfTheCase(t *testing.T) {
	b := book(t)
	is := func(name, slug, key, want string) {
		t.Helper()
		if e, ok := b.Find(name, slug); !ok || e.Attr[key] != want {
			t.Errorf("%s %s: %s is %q, want %q", name, slug, key, e.Attr[key], want)
		}
	}
	is("purpose", "promotional-activities", "marketing", "yes")
	is("purpose", "customer-management", "marketing", "no")
	is("data-type", "tax-code-id-numbers", "class", "common")
	is("data-type", "health-data", "class", "special")
	is("data-type", "criminal-convictions", "class", "criminal")
	is("data-subject", "smes", "person", "legal")
	is("data-subject", "entrepreneurs", "person", "natural")
	is("measure", "no-backup", "negative", "yes")
	is("measure", "backup", "negative", "no")
	is("software", "mailchimp", "country", "us")
	is("software", "mailchimp", "eea", "no")
	is("country", "us", "adequacy", "partial")

	found := b.Mentioned("software", "the newsletter goes out through the web platform Mailchimp")
	if len(found) != 1 || found[0].Slug != "mailchimp" {
		t.Errorf("%v", found)
	}
}

func TestLettersOfTheLaw(t *testing.T) {
	b := book(t)
	for name, letters := range map[string]string{"legal-basis-6": "abcdef", "legal-basis-9": "abcdefghij"} {
		var got string
		for _, e := range b.Entries(name) {
			got += e.Attr["letter"]
			if !strings.HasSuffix(e.Label, "(lett. "+e.Attr["letter"]+")") {
				t.Errorf("%s: %q does not end with its letter", name, e.Label)
			}
		}
		if got != letters {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestMeasures(t *testing.T) {
	b := book(t)
	covered := map[string]bool{}
	for _, e := range b.Entries("measure") {
		if len(e.Values("dangers")) == 0 {
			t.Errorf("%s: no dangers", e.Slug)
		}
		for _, d := range e.Values("dangers") {
			if _, ok := risk.FindDanger(d); !ok {
				t.Errorf("%s: unknown danger %q", e.Slug, d)
			}
			covered[d] = covered[d] || !e.Is("negative")
		}
	}
	for _, d := range risk.Dangers() {
		if !covered[d.Slug] {
			t.Errorf("no measure covers %s", d.Slug)
		}
	}
	c, _ := b.Catalogue("measure")
	a, _ := c.Attribute("dangers")
	for _, d := range risk.Dangers() {
		if a.Word(d.Slug) != strings.ToLower(d.Name) {
			t.Errorf("%s is called %q, and %q in the file", d.Slug, d.Name, a.Word(d.Slug))
		}
	}
	// The dangers as the users' papers print them, in their order.
	for slug, want := range map[string]string{
		"fire-fighting":         "physical",
		"electrical-lifesaver":  "interruption physical",
		"electrical-certified":  "interruption physical",
		"backup":                "natural technical interruption physical",
		"no-backup":             "technical",
		"antivirus":             "disclosure unauthorised",
		"password-management":   "technical disclosure unauthorised",
		"certified-data-centre": "technical disclosure unauthorised",
		"disaster-recovery":     "interruption disclosure",
	} {
		if e, _ := b.Find("measure", slug); e.Attr["dangers"] != want {
			t.Errorf("%s: %q", slug, e.Attr["dangers"])
		}
	}
}

func TestCountries(t *testing.T) {
	b := book(t)
	inside, adequate := 0, ""
	for _, e := range b.Entries("country") {
		if len(e.Slug) != 2 {
			t.Errorf("%q is no ISO code", e.Slug)
		}
		if e.Is("eea") {
			inside++
			if e.Attr["adequacy"] != "" {
				t.Errorf("%s: within the EEA no decision is needed", e.Slug)
			}
		} else if e.Attr["adequacy"] != "no" {
			adequate += " " + e.Slug
			if !strings.HasPrefix(e.Help, "Decisione di adeguatezza ") {
				t.Errorf("%s: the decision is not named", e.Slug)
			}
		}
	}
	if inside != 30+7 { // 27 of the Union, 3 of EFTA, 7 territories of Finland and France
		t.Errorf("%d inside the EEA", inside)
	}
	got := strings.Fields(adequate)
	slices.Sort(got)
	if want := strings.Fields("ad ar br ca ch fo gb gg il im je jp kr nz us uy"); !slices.Equal(got, want) {
		t.Errorf("adequate: %q", got)
	}
}

func TestSoftwareAgreesWithCountries(t *testing.T) {
	b := book(t)
	for _, e := range b.Entries("software") {
		c, ok := b.Find("country", e.Attr["country"])
		if !ok || c.Is("eea") != e.Is("eea") {
			t.Errorf("%s: country %q, eea %q", e.Slug, e.Attr["country"], e.Attr["eea"])
		}
	}
}

func TestRetentionTerms(t *testing.T) {
	for _, e := range book(t).Entries("retention-source") {
		term := e.Attr["term"]
		if n, err := strconv.Atoi(term); term != "" && (err != nil || n < 1) {
			t.Errorf("%s: term %q", e.Slug, term)
		}
		if (term == "") != (e.Attr["unit"] == "") {
			t.Errorf("%s: term %q, unit %q", e.Slug, term, e.Attr["unit"])
		}
	}
}

// The units and starts are those that a sheet's retention row offers.
func TestRetentionWords(t *testing.T) {
	c, _ := book(t).Catalogue("retention-source")
	for key, want := range map[string]string{
		"unit": "hours days months years",
		"from": "collection end contact withdrawal entry event",
	} {
		a, _ := c.Attribute(key)
		var got []string
		for _, v := range a.Values {
			got = append(got, v.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", key, got)
		}
	}
}

// Texts meant for users are written as those of the window and the papers, and
// keep to the characters that they know well.
func TestTexts(t *testing.T) {
	b := book(t)
	for _, name := range b.Names() {
		c, _ := b.Catalogue(name)
		if c.Dated < "2026-11-22" {
			t.Errorf("%s is dated %s", name, c.Dated)
		}
		words := c.Title + c.Note
		for _, a := range c.Attributes {
			words += a.Label
		}
		if strings.Contains(words, "'") {
			t.Errorf("%s: its own words have a straight apostrophe", name)
		}
		for _, e := range c.Entries {
			if strings.ContainsAny(e.Label+e.Help, "“”‘–—…\"'") {
				t.Errorf("%s %s: marks that are written otherwise: the apostrophe is ’", name, e.Slug)
			}
			if e.Help != "" && !strings.HasSuffix(e.Help, ".") && !strings.HasSuffix(e.Help, ").") {
				t.Errorf("%s %s: the help is no sentence: %q", name, e.Slug, e.Help)
			}
			if e.Own || e.Catalogue != name {
				t.Errorf("%s %s: %+v", name, e.Slug, e)
			}
		}
	}
}
