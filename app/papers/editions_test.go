package papers_test

import (
	"strings"
	"testing"

	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
)

func TestEditions(t *testing.T) {
	d := apptest.Sample(t)
	words := strings.Fields(strings.Repeat("parola ", 100))
	before := []doc.Section{{Title: "1 Scopo", Words: strings.Fields("per tutto l’ufficio")}, {Title: "2 Ruoli", Words: words}}
	after := []doc.Section{{Title: "1 Scopo", Words: strings.Fields("per quasi tutto l’ufficio")}, {Title: "3 Copie", Words: strings.Fields("ogni giorno")}}
	text := doc.Text(papers.Editions(d, "Documento", "rev. 1", "rev. 2", doc.Compare(before, after)))
	for _, want := range []string{
		"Prima: rev. 1", "Dopo: rev. 2", "**1 Scopo** | per tutto l’ufficio | per **quasi** tutto l’ufficio",
		"**3 Copie** | (non c’era) | ogni giorno", "**2 Ruoli** | parola ", "parola … | (non c’è più)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if text := doc.Text(papers.Editions(d, "Documento", "rev. 1", "rev. 2", nil)); !strings.Contains(text, "Le due stampe dicono le stesse cose.") {
		t.Errorf("nothing differs:\n%s", text)
	}
}
