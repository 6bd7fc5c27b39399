package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// TestSheetSaysWhoAndProof: beside a measure stand who sees to it and what shows
// that it is there.
func TestSheetSaysWhoAndProof(t *testing.T) {
	d := apptest.Sample(t)
	x := app.All(d, app.TreatmentForm)[0]
	x.Measures = x.Measures[:2]
	x.Measures[0].AdoptedBy = app.All(d, app.PersonForm)[0].UID()
	x.Measures[0].Evidence = []form.File{{Name: "verifica estintori.pdf"}, {Name: "foto.jpg"}}
	text := doc.Text(fill(t, d, "treatment-sheet", x))
	if n := strings.Count(text, "a cura di "); n != 1 {
		t.Errorf("%d measures have somebody", n)
	}
	for _, want := range []string{"a cura di Bianchi Marta", "prove: verifica estintori.pdf, foto.jpg"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}
