package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/store"
)

// staffName is the name of one of the staff in a title; "" where there is none.
func staffName(title string) string { return strings.Join(apptest.StaffNames(title), "") }

// pageText is what stands on the pages of a kept paper.
func pageText(t *testing.T, db *store.DB, uid string) string {
	t.Helper()
	data, err := db.PrintLayout(context.Background(), uid)
	if err != nil {
		t.Fatal(err)
	}
	layout, err := pdf.Unpack(data)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, page := range layout.Pages {
		for _, op := range page.Ops {
			out.WriteString(op.Text + " ")
		}
	}
	return out.String()
}

// TestLettersForAll: from the list of the appointments to the letters of 200
// people, each in its file and all in one PDF, with the right names and no others.
func TestLettersForAll(t *testing.T) {
	const n = 200
	s, db, _ := clocked(t, apptest.Staff(n))
	th := playThread(t, s)
	registerPageOf(t, s, app.AppointmentForm.Key)
	press(t, s.stack, "Stampa tutte le lettere…")
	th.until(t, "all is gathered", func() bool { return compared(s) })
	letters := n + 12 // with those of the example, two of which ended
	if text := front(s); !strings.Contains(text, fmt.Sprintf("scelti %d di %d", letters, letters)) || strings.Contains(text, "Scheda di trattamento") {
		t.Fatalf("not %d letters:\n%s", letters, text)
	}
	dir := t.TempDir()
	press(t, s.stack, "In una cartella…")
	into(t, s, dir)
	th.until(t, "all is saved", func() bool { return strings.Contains(asked(s), "Documenti salvati") })
	confirm(t, s, "Ho capito")
	files := map[string]int{}
	for name := range filesIn(t, dir) {
		files[staffName(name)]++
	}
	of := map[string]int{}
	for _, x := range countPrints(t, db) {
		if !strings.HasPrefix(x.Kind, "appointment-") {
			t.Errorf("a letter was asked for, and kept is %s", x.Kind)
		}
		own, text := staffName(x.Title), pageText(t, db, x.UID)
		of[own]++
		if !strings.Contains(text, own) {
			t.Errorf("the letter of %s does not name it", own)
		}
		for _, name := range apptest.StaffNames(text) {
			if name != own {
				t.Errorf("the letter of %s names %s", own, name)
			}
		}
	}
	for i := range n {
		want := 1
		if i < 2 {
			want = 2 // of two people who have one name
		}
		if name := apptest.StaffName(i); files[name] != want || of[name] != want {
			t.Errorf("%s: %d files, %d letters, want %d", name, files[name], of[name], want)
		}
	}

	th.until(t, "all are compared again", func() bool { return compared(s) })
	one := t.TempDir()
	s.setLastFolder(one)
	press(t, s.stack, "Un solo PDF…")
	confirm(t, s, "Salva")
	th.until(t, "it is saved", func() bool { return strings.Contains(asked(s), "PDF salvato") })
	data := filesIn(t, one)["Documenti dell’ufficio.pdf"]
	people, err := db.All(context.Background(), app.AppointmentForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]bool{}
	for _, rec := range people {
		a := rec.(*app.Appointment)
		paper, _ := papers.Find(s.cfg.Papers, "appointment-"+a.Role)
		if title := paper.Title + ": " + a.Holder(s.names); a.Ended == "" && apptest.Bookmarks(data, title) > 0 {
			marks[a.UID()] = true
		}
	}
	if len(marks) != letters-2 {
		t.Errorf("%d letters have a bookmark", len(marks))
	}
}

// TestListsOfTheOffice: the foot of a list prints the paper that says most.
func TestListsOfTheOffice(t *testing.T) {
	s, _, _ := clocked(t, app.Sample)
	th := playThread(t, s)
	for key, title := range map[string]string{
		app.SiteForm.Key: "Sedi, locali e custodi", app.RoomForm.Key: "Sedi, locali e custodi", app.SystemForm.Key: "Sistemi e apparati", app.ArchiveForm.Key: "Allegato C – Banche dati",
		app.UnitForm.Key: "Elenco: Reparti",
	} {
		registerPageOf(t, s, key)
		press(t, s.stack, "Stampa l’elenco")
		th.until(t, key+" shows "+title, func() bool { return strings.Contains(front(s), title) })
		s.back()
	}
}
