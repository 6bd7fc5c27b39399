package papers_test

import (
	"strings"
	"testing"

	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// TestRecoverySheet: one page, with room to write and nothing that opens a copy.
func TestRecoverySheet(t *testing.T) {
	d := papers.RecoverySheet(apptest.Sample(t), "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqsegno123", []string{`E:\Copie`, "/media/chiavetta/Tutela"})
	text := doc.Text(d)
	for _, want := range []string{"Foglio per la cassaforte", "egno123", `E:\Copie`, "/media/chiavetta/Tutela", "Frase: ____", "Ferramenta Bianchi"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if d.Chain != "" || strings.Contains(text, "age1qqq") {
		t.Error("it says more than it should")
	}
	p, err := pdf.Layout(d)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Pages) != 1 {
		t.Errorf("%d pages", len(p.Pages))
	}
}
