package ui

import (
	"strings"
	"testing"

	"tutela/app"
)

// TestHistoryOfWhatCameBack: deleted and brought back as it was, a record did not
// change; it is not shown as if every field were new.
func TestHistoryOfWhatCameBack(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.AccessAttemptForm.Key)
	p := r.page
	r.remove()
	confirm(t, s, "Elimina")
	p.deleted()
	press(t, p.object(), "Riporta nell’elenco")
	p.open.history()
	page := texts(p.object())
	for _, want := range []string{"Versione 3, ripristinata", "Riportata nell’elenco com’era.", "Versione 2, eliminata", "Versione 1, creata"} {
		if !strings.Contains(page, want) {
			t.Errorf("the history does not say %q:\n%s", want, page)
		}
	}
	if strings.Contains(page, "aggiunto: ") {
		t.Errorf("what came back shows as new:\n%s", page)
	}
}

// TestHistoryGivesWayToTheRecord: whoever chooses the record in the list, or
// saves it, sees it.
func TestHistoryGivesWayToTheRecord(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	for name, do := range map[string]func(){
		"list": func() { r.page.openRecord(r.uid()) },
		"save": r.save,
		"back": func() { press(t, r.page.object(), "Torna alla scheda") },
	} {
		r.history()
		if !strings.Contains(texts(r.page.object()), "Versione 1, creata") {
			t.Fatalf("%s: no history", name)
		}
		do()
		if text := texts(r.page.object()); strings.Contains(text, "Versione 1, creata") || !strings.Contains(text, "Storia della scheda") {
			t.Errorf("%s: the history stays:\n%s", name, text)
		}
	}
}

// TestUsedRecordThatNeverEnds: where a form has no end, none is advised.
func TestUsedRecordThatNeverEnds(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	r.remove()
	if text := dialogText(s); !strings.Contains(text, "non si può eliminare") || strings.Contains(text, "finita") {
		t.Errorf("the dialog says:\n%s", text)
	}
}
