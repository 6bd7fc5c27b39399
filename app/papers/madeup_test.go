package papers

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
)

// umbrella is a made-up register: a struct and its form are all there is of it.
type umbrella struct {
	form.Meta
	Colour string
}

var umbrellaForm = form.Form[umbrella]{
	Key: "umbrella", One: "ombrello", Many: "Ombrelli", About: "Gli ombrelli.",
	Title: func(u *umbrella) string { return u.Colour },
	Sections: []form.Section[umbrella]{{Key: "umbrella", Title: "L’ombrello", Fields: []form.F[umbrella]{
		form.Text("colour", "Colore", func(u *umbrella) *string { return &u.Colour }).Need().Column(),
	}}},
}

// TestMadeUpRegisterAndPaper: one entry in the list of registers gives a printed
// list; one line in the list of papers gives a paper, filled and blank.
func TestMadeUpRegisterAndPaper(t *testing.T) {
	registers := append(app.Registers(), app.Register{Type: umbrellaForm.Type(), Tab: app.TabOffice})
	list := append(All(registers), Paper{
		Kind: "umbrella-permit", Title: "Permesso di ombrello", Register: "umbrella", Blank: true, Filled: true,
		build: func(w *writer, subject any) doc.Document {
			return doc.Document{Blocks: []doc.Block{w.fields(umbrellaForm.Type().Fields(), subject), w.signature()}}
		},
	})
	d := apptest.Sample(t)
	rec := &umbrella{Colour: "rosso"}

	permit, ok := Find(list, "umbrella-permit")
	if !ok {
		t.Fatal("the paper is not listed")
	}
	if text := doc.Text(permit.Fill(d, rec)); !strings.Contains(text, "Colore: rosso") || !strings.Contains(text, "Permesso di ombrello") {
		t.Errorf("filled:\n%s", text)
	}
	if text := doc.Text(permit.Empty(d)); strings.Contains(text, "rosso") || !strings.Contains(text, "Colore") {
		t.Errorf("blank:\n%s", text)
	}
	printed, ok := Find(list, "list-umbrella")
	if !ok || !IsList(printed) {
		t.Fatal("the register has no printed list")
	}
	if text := doc.Text(printed.Fill(d, nil)); !strings.Contains(text, "Elenco: Ombrelli") || !strings.Contains(text, "Nessuna registrazione.") {
		t.Errorf("list:\n%s", text)
	}
}
