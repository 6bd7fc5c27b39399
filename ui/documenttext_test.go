package ui

import (
	"context"
	"strings"
	"testing"

	"tutela/app"
)

// TestOwnTextOfASection: one begins from the standard text, what cannot be printed is
// refused, and a standard text that changed is told, compared, and seen.
func TestOwnTextOfASection(t *testing.T) {
	s, db := openShell(t, app.Sample)
	s.goToRegister(app.DocumentTextForm.Key)
	r := s.openRecord(app.DocumentTextForm.Key, "")
	r.view.Choose("section", "3.9")
	x := func() *app.DocumentText { return r.ed.Rec.(*app.DocumentText) }
	standard, _ := x().Standard()
	if x().Seen != standard.Source {
		t.Errorf("the standard text is not noted: %q", x().Seen)
	}
	if strings.Contains(texts(r.object), "Parti dal testo standard") {
		t.Error("what is added begins from the standard text")
	}
	r.view.Choose("how", app.TextReplaces)
	press(t, r.object, "Parti dal testo standard")
	if x().Text != standard.Source {
		t.Errorf("begun with %q", x().Text)
	}
	r.ed.SetText(r.ed.Type.Field("text"), "Le chiavi di {titolari}.")
	r.edited()
	r.save()
	if text := r.status.Text(); !strings.Contains(text, "Non salvato") || r.uid() != "" {
		t.Errorf("saved with a place that is none: %q", text)
	}
	if text := texts(r.object); !strings.Contains(text, "forse volevate {titolare}") {
		t.Errorf("it does not say what is wrong:\n%s", text)
	}
	r.ed.SetText(r.ed.Type.Field("text"), "Le chiavi di {titolare}.")
	r.edited()
	r.save()
	if r.dirty || r.uid() == "" {
		t.Fatal("not saved: ", r.status.Text())
	}
	if strings.Contains(texts(r.object), "Ho visto: tengo il mio") {
		t.Error("nothing changed, and it is to be seen")
	}

	// A later program ships another text.
	x().Seen = "Il testo di prima."
	if err := db.Save(context.Background(), app.By{Who: "prova"}, r.ed.Type, x()); err != nil {
		t.Fatal(err)
	}
	uid := r.uid()
	s.saved(app.DocumentTextForm.Key)
	r.page.open = nil
	r = s.openRecord(app.DocumentTextForm.Key, uid)
	text := texts(r.object)
	for _, want := range []string{"Il testo standard di questa sezione è cambiato", "Confronta con il testo standard…", "Ho visto: tengo il mio"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	press(t, r.object, "Ho visto: tengo il mio")
	rec, err := db.Get(context.Background(), r.ed.Type, uid)
	if err != nil {
		t.Fatal(err)
	}
	if kept := rec.(*app.DocumentText); kept.Seen != standard.Source || kept.Text != "Le chiavi di {titolare}." {
		t.Errorf("kept %+v", kept)
	}
	if text := texts(r.object); strings.Contains(text, "è cambiato da quando") || strings.Contains(text, "Ho visto") {
		t.Errorf("still to be seen:\n%s", text)
	}
}
