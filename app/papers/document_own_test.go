package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
)

// TestOwnTexts: what the office wrote stands in place of the standard text or after
// it, with the parts made of records that it does not leave out.
func TestOwnTexts(t *testing.T) {
	const standardWords, part = "Queste sono le regole che l’ufficio ha scelto", "almeno 8 caratteri"
	for _, c := range []struct {
		name         string
		own          []app.DocumentText
		has, without []string
	}{
		{"none", nil, []string{standardWords, part}, nil},
		{"added", []app.DocumentText{{How: app.TextAdded, Text: "Le nostre, di {titolare}.\n\n- una"}},
			[]string{standardWords, part, "non la conserva.", "Le nostre, di Ferramenta Bianchi S.n.c..\n\n- una"}, nil},
		{"replaced", []app.DocumentText{{How: app.TextReplaces, Text: "## Da noi\n\nLe nostre."}},
			[]string{"Da noi\n\nLe nostre.", part}, []string{standardWords, "nomi propri"}},
		{"with its part where it is named", []app.DocumentText{{How: app.TextReplaces, Text: "Prima.\n\n{{regole-password}}\n\nDopo."}},
			[]string{"Prima.", part + "\n", "Dopo."}, []string{standardWords}},
		{"without parts", []app.DocumentText{{How: app.TextReplaces, Bare: true, Text: "Le nostre."}}, []string{"Le nostre."}, []string{standardWords, part}},
		{"empty", []app.DocumentText{{How: app.TextReplaces}, {How: app.TextAdded}}, []string{standardWords, part}, nil},
		{"two", []app.DocumentText{{How: app.TextAdded, Text: "Terza."}, {How: app.TextReplaces, Text: "Prima."}, {How: app.TextReplaces, Text: "Seconda."}},
			[]string{"Prima.\n\nSeconda.", "Terza."}, []string{standardWords}},
		{"a case", []app.DocumentText{{How: app.TextReplaces, Text: "{{se ente-pubblico}}\n\nEnte.\n\n{{altrimenti}}\n\nDitta.\n\n{{fine}}"}}, []string{"Ditta."}, []string{"Ente.", "altrimenti"}},
		{"a place that a later program has no more", []app.DocumentText{{How: app.TextReplaces, Text: "Uno {zz} due.\n\n## Tre"}}, []string{"Uno {zz} due.", "## Tre"}, []string{standardWords}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := apptest.NewMemory(apptest.Now)
			if err := app.Sample(m.Save); err != nil {
				t.Fatal(err)
			}
			before := section(t, m.Dossier(t), "3.1.5")
			for i := range c.own {
				c.own[i].Section = "3.1.4"
				if err := m.Save(app.DocumentTextForm.Type(), &c.own[i]); err != nil {
					t.Fatal(err)
				}
			}
			d := m.Dossier(t)
			text := section(t, d, "3.1.4")
			for _, want := range c.has {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing:\n%s", want, text)
				}
			}
			for _, unwanted := range c.without {
				if strings.Contains(text, unwanted) {
					t.Errorf("%q stands there:\n%s", unwanted, text)
				}
			}
			if strings.Count(text, part) > 1 {
				t.Errorf("the part stands twice:\n%s", text)
			}
			if section(t, d, "3.1.5") != before {
				t.Error("another section changed")
			}
		})
	}
}

// TestStandardTextCompared: what changed in the standard text, and how the own one
// differs from it.
func TestStandardTextCompared(t *testing.T) {
	x := &app.DocumentText{Section: "3.9", How: app.TextReplaces, Text: "I locali si chiudono a chiave."}
	x.See()
	d := apptest.Sample(t)
	text := func() string { return doc.Text(papers.StandardText(d, x)) }
	if got := text(); !strings.Contains(got, "non è cambiato") || !strings.Contains(got, "| chiudono **a chiave.**") {
		t.Errorf("nothing changed:\n%s", got)
	}
	x.Seen = strings.Replace(x.Seen, "una chiave, un tesserino", "una chiave, una tessera", 1)
	got := text()
	for _, want := range []string{"3.9 Protezione di aree e locali", "**una tessera", "**un tesserino", "Il vostro testo"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	x.How = app.TextAdded
	if got := text(); strings.Contains(got, "a chiave.") {
		t.Errorf("what is added is compared with what it follows:\n%s", got)
	}
}
