package form_test

import (
	"testing"

	"tutela/app/form"
)

type shelf struct {
	Name  string
	Boxes []*box
}

type box struct{ Label string }

var shelfForm = form.Form[shelf]{Key: "shelf", Sections: []form.Section[shelf]{{Fields: []form.F[shelf]{
	form.Text("name", "Nome", func(s *shelf) *string { return &s.Name }),
	form.List("boxes", "Scatole", func(s *shelf) *[]*box { return &s.Boxes }, form.Form[box]{Key: "box", Sections: []form.Section[box]{{Fields: []form.F[box]{
		form.Text("label", "Etichetta", func(b *box) *string { return &b.Label }),
	}}}}),
}}}}

// TestLeaf: a path leads to the innermost field that it names.
func TestLeaf(t *testing.T) {
	ft := shelfForm.Type()
	for path, want := range map[string]string{
		"name": "shelf.name", "boxes": "shelf.boxes", "boxes/2": "shelf.boxes", "boxes/0/label": "box.label", "boxes/0/nothing": "", "nothing": "", "": "",
	} {
		got := ""
		if in, f := ft.Leaf(path); f != nil {
			got = in.Key + "." + f.Key
		}
		if got != want {
			t.Errorf("%q leads to %q, want %q", path, got, want)
		}
	}
}
