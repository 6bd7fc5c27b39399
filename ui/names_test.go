package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
	"tutela/ui/kit"
)

// counting tells how often whole registers are read.
type counting struct {
	Store
	lists map[string]int
}

// watch puts a counter between the window and its file.
func watch(s *Shell) *counting {
	c := &counting{s.cfg.Store, map[string]int{}}
	s.cfg.Store, s.names.store = c, c
	return c
}

func (c *counting) List(ctx context.Context, register string, q app.Query) ([]app.Row, error) {
	c.lists[register]++
	return c.Store.List(ctx, register, q)
}

// chosenIn is what stands in a field of a record on screen.
func chosenIn(r *recordView) string { return texts(r.object) }

// TestNewNameShowsEverywhere: a person renamed on the page of people has the new
// name in a sheet that was open before, in lists and in pickers.
func TestNewNameShowsEverywhere(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	sheet := first(t, s, app.TreatmentForm.Key)
	uid := sheet.ed.Rec.(*app.Treatment).People[0]
	before := s.names.Ref(app.PersonForm.Key, uid)
	if !strings.Contains(chosenIn(sheet), before) {
		t.Fatalf("%q is not in the sheet", before)
	}
	people := registerPageOf(t, s, app.PersonForm.Key)
	people.openRecord(uid)
	set(people.open, "surname", "Zzyzx")
	people.open.save()
	after := s.names.Ref(app.PersonForm.Key, uid)
	if after == before || !strings.HasPrefix(after, "Zzyzx") {
		t.Fatalf("named %q", after)
	}
	if i := people.model.at(uid); i < 0 || people.model.row(i).Title != after {
		t.Error("the list has the former name")
	}
	options := s.names.options(app.TreatmentForm.Type().Field("people"))
	if !slices.ContainsFunc(options, func(o kit.Option) bool { return o.Value == uid && o.Label == after }) {
		t.Error("it is not offered under the new name")
	}
	registerPageOf(t, s, app.TreatmentForm.Key)
	if got := chosenIn(sheet); strings.Contains(got, before) || !strings.Contains(got, after) {
		t.Errorf("the sheet that was open shows %q and not %q", before, after)
	}
	if sheet.dirty {
		t.Error("a new name elsewhere is no change of the sheet")
	}
}

// TestHalfTypedStaysWhenNamesChange: what is being typed into a picker is not
// replaced by the names of today.
func TestHalfTypedStaysWhenNamesChange(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	sheet := first(t, s, app.TreatmentForm.Key)
	sheet.view.Focus("people")
	for _, c := range "Qwer" {
		s.win.Canvas().Focused().TypedRune(c)
	}
	people := registerPageOf(t, s, app.PersonForm.Key)
	people.openRecord(people.model.row(0).UID)
	set(people.open, "surname", "Zzyzx")
	people.open.save()
	registerPageOf(t, s, app.TreatmentForm.Key)
	if f := sheet.ed.Type.Field("people"); sheet.ed.Typed(f) != "Qwer" || !strings.Contains(texts(sheet.object), "Qwer") {
		t.Error("what was typed is gone")
	}
}

// TestDeletedIsOfferedNoMore and stands in no list.
func TestDeletedIsOfferedNoMore(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.PersonForm.Key)
	p.openRecord("")
	set(p.open, "surname", "Effimero")
	p.open.save()
	uid := p.open.uid()
	offered := func() bool {
		return slices.ContainsFunc(s.names.options(app.TreatmentForm.Type().Field("people")), func(o kit.Option) bool { return o.Value == uid })
	}
	if !offered() || p.model.at(uid) < 0 {
		t.Fatal("a new person is not offered")
	}
	p.open.remove()
	confirm(t, s, "Elimina")
	if offered() || p.model.at(uid) >= 0 || s.names.Ref(app.PersonForm.Key, uid) != "" {
		t.Error("still there after it was deleted")
	}
}

// TestImportRenewsEverything, and another office shows nothing of the former.
func TestImportRenewsEverything(t *testing.T) {
	s, db := openShell(t, app.Sample)
	registerPageOf(t, s, app.PersonForm.Key)
	sheet := first(t, s, app.TreatmentForm.Key)
	uid := sheet.ed.Rec.(*app.Treatment).People[0]
	before := s.names.Ref(app.PersonForm.Key, uid)
	rec, err := db.Get(t.Context(), app.PersonForm.Type(), uid)
	if err != nil {
		t.Fatal(err)
	}
	rec.(*app.Person).Surname = "Daltrove"
	if err := db.Save(t.Context(), app.By{Who: "prova"}, app.PersonForm.Type(), rec.(form.Record)); err != nil {
		t.Fatal(err)
	}
	if s.names.Ref(app.PersonForm.Key, uid) != before {
		t.Fatal("nothing was kept, so that this test cannot fail")
	}
	s.saved("")
	p := registerPageOf(t, s, app.PersonForm.Key)
	registerPageOf(t, s, app.TreatmentForm.Key)
	if !strings.HasPrefix(s.names.Ref(app.PersonForm.Key, uid), "Daltrove") || !strings.Contains(texts(sheet.object), "Daltrove") ||
		!strings.HasPrefix(p.model.row(p.model.at(uid)).Title, "Daltrove") {
		t.Error("what was imported does not show")
	}
}

func TestOtherOfficeHasItsOwnNames(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	registerPageOf(t, s, app.PersonForm.Key)
	other, err := store.Create(t.Context(), t.TempDir()+"/altro.tutela", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	uid := s.names.of(app.PersonForm.Key)[0].UID
	s.drafts.stop()
	s.cfg.Store = other
	if err := s.build(); err != nil {
		t.Fatal(err)
	}
	if len(s.names.of(app.PersonForm.Key)) != 0 || s.names.Ref(app.PersonForm.Key, uid) != "" || registerPageOf(t, s, app.PersonForm.Key).model.len() != 0 {
		t.Error("the former office shows through")
	}
}

// TestRowsKeptAreThoseOfTheFile: whatever is saved, renamed, ended or deleted,
// the rows kept are what the file would give, in its order.
func TestRowsKeptAreThoseOfTheFile(t *testing.T) {
	s, db := openShell(t, app.Sample)
	keys := []string{app.PersonForm.Key, app.SupplierForm.Key, app.SystemForm.Key, app.TreatmentForm.Key, app.SiteForm.Key, app.CrisisForm.Key}
	for _, key := range keys {
		s.names.of(key)
	}
	r := rand.New(rand.NewPCG(3, 4))
	titles := strings.Fields("Àncora ancora Ape10 Ape9 ape_9 Zeta zeta È e L’Aquila l'aquila 10 9 Ölberg -x")
	for i := range 60 {
		key := []string{app.PersonForm.Key, app.SupplierForm.Key, app.SiteForm.Key}[r.IntN(3)]
		reg, _ := app.RegisterOf(s.cfg.Registers, key)
		rows := s.names.of(key)
		rec := reg.Type.New()
		if len(rows) > 0 && r.IntN(3) > 0 {
			var err error
			if rec, err = db.Get(t.Context(), reg.Type, rows[r.IntN(len(rows))].UID); err != nil {
				t.Fatal(err)
			}
		}
		field := "name"
		if key == app.PersonForm.Key {
			field = "surname"
		}
		if r.IntN(3) > 0 {
			reg.Type.Field(field).Put(rec, titles[r.IntN(len(titles))]+" "+titles[r.IntN(len(titles))])
		}
		if err := db.Save(t.Context(), app.By{Who: "prova"}, reg.Type, rec); err != nil {
			t.Fatal(err)
		}
		s.savedRecord(key, rec.(form.Record).Head().UID)
		for _, key := range keys {
			want, err := db.List(t.Context(), key, app.Query{Ended: true})
			if err != nil {
				t.Fatal(err)
			}
			if got := s.names.of(key); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("after %d saves %s has\n%v\nand the file\n%v", i+1, key, got, want)
			}
		}
	}
}

// TestWholeListIsReadOnce: neither a draft, nor a save, nor coming back to the
// page reads it again, and nothing of it is read to show the names in a form.
func TestWholeListIsReadOnce(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	file := watch(s)
	p := registerPageOf(t, s, app.TreatmentForm.Key)
	p.openRecord(p.model.row(0).UID)
	if file.lists[app.TreatmentForm.Key] != 1 || file.lists[app.PersonForm.Key]+file.lists[app.SupplierForm.Key]+file.lists[app.SiteForm.Key] != 0 {
		t.Fatalf("to show one record, registers were read: %v", file.lists)
	}
	r := p.open
	set(r, "description", "altro")
	r.keepDraft()
	if i := p.model.at(r.uid()); p.model.row(i).state() != draftState {
		t.Error("the list does not show the draft")
	}
	set(r, "title", "Zzz ultimo")
	r.save()
	if i := p.model.at(r.uid()); i < 0 || p.model.row(i).draft || p.model.row(i).Title != "Zzz ultimo" {
		t.Error("the list does not show what was saved")
	}
	p.shown()
	if n := file.lists[app.TreatmentForm.Key]; n != 1 {
		t.Errorf("the list was read %d times", n)
	}
}
