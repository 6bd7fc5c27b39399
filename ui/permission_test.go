package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// permissionScreens are what the picture of the permissions can show.
func permissionScreens() []screen {
	leave := func(t *testing.T, s *Shell) *permissionPage {
		t.Helper()
		p := permissionsOf(t, s)
		for _, i := range []int{1, 2} {
			x := *p.model.people[i]
			if x.End == "" {
				x.End = "2026-10-30"
				if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.PersonForm.Type(), &x); err != nil {
					t.Fatal(err)
				}
			}
		}
		s.saved(app.PersonForm.Key)
		p.shown()
		return p
	}
	return []screen{
		{"permissions", func(t *testing.T, s *Shell) { permissionsOf(t, s) }},
		{"permissions, the last cell", func(t *testing.T, s *Shell) {
			permissionsOf(t, s).grid.GoTo(99, 99, 3)
		}},
		{"permissions, changed", func(t *testing.T, s *Shell) {
			p := permissionsOf(t, s)
			p.grid.GoTo(3, 2, 0)
			p.toggle(3, 2, 1)
			p.grid.Sync()
			p.tell()
		}},
		{"permissions, nobody found", func(t *testing.T, s *Shell) {
			p := permissionsOf(t, s)
			p.find.SetText("xyz")
			p.arrange()
			p.find.SetText("")
		}},
		{"permissions, copy", func(t *testing.T, s *Shell) { permissionsOf(t, s).copyFrom() }},
		{"permissions, who left", func(t *testing.T, s *Shell) {
			p := leave(t, s)
			p.grid.GoTo(1, 0, 0)
		}},
		{"permissions, nothing yet", func(t *testing.T, s *Shell) {
			p := permissionsOf(t, s)
			p.model.people, p.model.archives = nil, nil
			p.arrange()
		}},
	}
}

// permissionsIn reads what the file has of a person, by surname and name.
func permissionsIn(t testing.TB, db *store.DB, name string) *app.Permission {
	t.Helper()
	ctx := context.Background()
	people, err := db.All(ctx, app.PersonForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	list, err := db.All(ctx, app.PermissionForm.Type())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range people {
		for _, rec := range list {
			if p := rec.(*app.Permission); p.Person == x.(*app.Person).UID() && app.PersonForm.Title(x.(*app.Person)) == name {
				return p
			}
		}
	}
	return nil
}

// keyAt goes to a cell by names and types there.
func keyAt(t testing.TB, p *permissionPage, person, archive, keys string) {
	t.Helper()
	row := slices.IndexFunc(p.model.rows, func(x *app.Person) bool { return app.PersonForm.Title(x) == person })
	col := slices.IndexFunc(p.model.archives, func(a *app.Archive) bool { return a.Name == archive })
	if row < 0 || col < 0 {
		t.Fatalf("no cell %s, %s", person, archive)
	}
	p.grid.GoTo(row, col, 0)
	for _, r := range keys {
		p.grid.TypedRune(r)
	}
}

// TestPermissionsByKeys: letters are given and taken with the keyboard, read out,
// taken back and repeated, and saved together.
func TestPermissionsByKeys(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Ricci Davide", "Clienti e fornitori", "vi")
	keyAt(t, p, "Costa Niccolò", "Clienti e fornitori", "i")
	if got := p.said.Text(); got != "Costa Niccolò × Clienti e fornitori: vedere e stampare" {
		t.Errorf("it reads out %q", got)
	}
	if got := p.status.Text(); got != "Modifiche non salvate: 2 persone" {
		t.Errorf("it says %q", got)
	}
	p.undoLast()
	p.undoLast()
	if got := p.said.Text(); got != "Ricci Davide × Clienti e fornitori: vedere e stampare" {
		t.Errorf("after undo it reads out %q", got)
	}
	p.redo()
	p.redo()
	p.redo() // no more
	p.save()
	if got := permissionsIn(t, db, "Ricci Davide"); got == nil || got.Grants[0].Letters() != "I V" {
		t.Errorf("saved: %+v", got)
	}
	if got := permissionsIn(t, db, "Costa Niccolò"); got.On(p.model.archives[0].UID()).Letters() != "V" {
		t.Errorf("saved: %+v", got)
	}
	if got := p.status.Text(); !strings.HasPrefix(got, "Salvato alle") || p.model.unsaved() != nil {
		t.Errorf("after the save: %q, %v", got, p.model.unsaved())
	}
	p.undoLast() // goes on after a save
	p.save()
	if got := permissionsIn(t, db, "Costa Niccolò"); got.On(p.model.archives[0].UID()).Letters() != "I V" {
		t.Errorf("undone and saved: %+v", got)
	}
}

// TestNoPermissionIsLost: what was changed and not saved is offered again from the
// file as a pulled plug leaves it, for those who have a record and those who have
// none; what is given up is not.
func TestNoPermissionIsLost(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Ricci Davide", "Clienti e fornitori", "vm")
	keyAt(t, p, "Bianchi Luca", "Fascicoli del personale", "v")
	keyAt(t, p, "Costa Niccolò", "Clienti e fornitori", "cc") // as before
	if p.timer == nil {
		t.Fatal("nothing waits to be kept")
	}
	p.keepDrafts()
	s.drafts.stop()
	left := survivor(t, db)
	if len(left) != 2 {
		t.Fatalf("%d drafts are there", len(left))
	}
	again := shellOn(t, db)
	defer func() { again.drafts.stop() }()
	q := permissionsOf(t, again)
	var names []string
	for _, uid := range q.model.unsaved() {
		names = append(names, again.names.Ref(app.PersonForm.Key, uid))
	}
	if got := strings.Join(names, ", "); got != "Bianchi Luca, Ricci Davide" {
		t.Fatalf("offered again: %s", got)
	}
	q.save()
	if got := permissionsIn(t, db, "Ricci Davide"); got == nil || got.Grants[0].Letters() != "V M" {
		t.Errorf("saved: %+v", got)
	}
	keyAt(t, q, "Ricci Davide", "Clienti e fornitori", "v")
	q.keepDrafts()
	q.giveUp()
	confirm(t, again, "Annulla le modifiche")
	again.drafts.stop()
	if left := survivor(t, db); len(left) != 0 || q.model.unsaved() != nil {
		t.Errorf("given up, and kept: %d drafts", len(left))
	}
}

// TestPermissionChangedElsewhere: the file refuses what was made on an older
// record, all of it, and nothing of it is lost.
func TestPermissionChangedElsewhere(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Bianchi Luca", "Fascicoli del personale", "v")
	keyAt(t, p, "Ricci Davide", "Clienti e fornitori", "v")
	other := permissionsIn(t, db, "Bianchi Luca")
	other.Grants = other.Grants[:0]
	if err := db.Save(context.Background(), s.cfg.By, app.PermissionForm.Type(), other); err != nil {
		t.Fatal(err)
	}
	p.shown()
	p.save()
	if !kit.DialogOpen(s.win) {
		t.Fatal("nothing was said")
	}
	if said := texts(s.win.Canvas().Overlays().Top()); !strings.Contains(said, "è stata cambiata nel frattempo") {
		t.Errorf("it says %q", said)
	}
	if permissionsIn(t, db, "Ricci Davide") != nil {
		t.Error("half of it was saved")
	}
	if got := len(p.model.unsaved()); got != 2 || !strings.HasPrefix(p.status.Text(), "Non salvato") {
		t.Errorf("%d people wait, and it says %q", got, p.status.Text())
	}
	confirm(t, s, "Ho capito")
	p.giveUp()
	confirm(t, s, "Annulla le modifiche")
	keyAt(t, p, "Bianchi Luca", "Fascicoli del personale", "m")
	p.save()
	if got := permissionsIn(t, db, "Bianchi Luca"); len(got.Grants) != 1 || got.Grants[0].Letters() != "M" {
		t.Errorf("on the new record: %+v", got.Grants)
	}
}

// TestWhoLeft: is shown as long as something is open, even unasked, and loses all
// of it in one step that can be taken back.
func TestWhoLeft(t *testing.T) {
	s, db := openShell(t, app.Sample)
	ctx := context.Background()
	p := permissionsOf(t, s)
	for i, end := range []form.Date{"2026-11-21", "2026-11-22"} { // yesterday, today
		x := *p.model.people[i]
		x.End = end
		if err := db.Save(ctx, s.cfg.By, app.PersonForm.Type(), &x); err != nil {
			t.Fatal(err)
		}
	}
	s.saved(app.PersonForm.Key)
	p.shown()
	p.grid.GoTo(4, 0, 0)
	head := p.row(0)
	if head.Name != "Bianchi Luca" || head.Tone != kit.ToneError || head.Second != "uscita il 21/11/2026" {
		t.Errorf("who left: %+v", head)
	}
	if p.row(1).Tone == kit.ToneError {
		t.Error("the last day counts as gone")
	}
	if got := p.notice.text.Text(); got != "Bianchi Luca ha lasciato l’ufficio il 21/11/2026 e ha ancora 1 archivio aperto." {
		t.Errorf("it says %q", got)
	}
	p.notice.link.Tapped(nil)
	if p.model.open(p.model.people[0].UID()) != 0 || p.person() != p.model.people[0].UID() {
		t.Error("not all was taken, or it does not lead there")
	}
	p.undoLast()
	if p.model.open(p.model.people[0].UID()) != 1 {
		t.Error("it cannot be taken back")
	}
	p.redo()
	p.save()
	p.shown()
	if p.model.row(p.model.people[0].UID()) >= 0 {
		t.Error("who left and has nothing is shown unasked")
	}
	p.left.Tapped(nil)
	if p.model.row(p.model.people[0].UID()) < 0 {
		t.Error("who left is not shown, though asked for")
	}
	if got := p.notice.text.Text(); got != "Chi ha lasciato l’ufficio non ha più permessi." {
		t.Errorf("it says %q", got)
	}
}

// TestCopyPermissions: all is copied in place of what was there, as one step.
func TestCopyPermissions(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Costa Niccolò", "Clienti e fornitori", "")
	uid := p.person()
	before := clonePermission(p.model.now[uid])
	from := p.model.people[slices.IndexFunc(p.model.people, func(x *app.Person) bool { return x.Surname == "Sala" })].UID()
	for _, o := range p.models(uid) {
		if o.Label == "Ricci Davide" || o.Value == uid {
			t.Errorf("offered: %s", o.Label)
		}
	}
	p.copyFrom()
	confirm(t, s, "Copia") // nobody chosen
	if !kit.DialogOpen(s.win) {
		t.Fatal("it copies from nobody")
	}
	picker := seek(s.win.Canvas().Overlays().Top(), func(*kit.Picker) bool { return true })
	picker.SetValues(from)
	confirm(t, s, "Copia")
	if !p.model.now[uid].Same(p.model.now[from]) {
		t.Error("they are not the same")
	}
	p.undoLast()
	if !p.model.now[uid].Same(before) || len(p.model.unsaved()) > 0 {
		t.Error("one step back is not as it was")
	}
}

// TestPermissionSearch keeps the keyboard on the person while rows go.
func TestPermissionSearch(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Costa Niccolò", "Iscritti alla newsletter", "")
	p.find.SetText("NICCOLO")
	p.arrange()
	if len(p.model.rows) != 1 || p.said.Text() != "Costa Niccolò × Iscritti alla newsletter: inserire, vedere e stampare, modificare" {
		t.Errorf("%d rows, %q", len(p.model.rows), p.said.Text())
	}
	p.find.SetText("xyz")
	p.arrange()
	if p.said.Text() != "Nessuno con «xyz»" || !p.copyButton.Disabled() {
		t.Errorf("it says %q", p.said.Text())
	}
	p.copyFrom() // of nobody
	p.find.SetText("")
	p.arrange()
	if len(p.model.rows) != 5 {
		t.Errorf("%d rows", len(p.model.rows))
	}
}

// TestPermissionsReviewed dates the review of all who have any, and does not touch
// those dated today.
func TestPermissionsReviewed(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := permissionsOf(t, s)
	keyAt(t, p, "Ricci Davide", "Clienti e fornitori", "v")
	p.review()
	confirm(t, s, "Ho capito")
	p.undoLast()
	p.review()
	confirm(t, s, "Confermo senza modifiche")
	if got := permissionsIn(t, db, "Costa Niccolò"); got.Reviewed != p.today() {
		t.Errorf("reviewed %s", got.Reviewed)
	}
	if got := p.status.Text(); got != "Confermati senza modifiche il 22/11/2026" {
		t.Errorf("it says %q", got)
	}
	p.review()
	if got := p.status.Text(); got != "Già confermati oggi" || kit.DialogOpen(s.win) {
		t.Errorf("it says %q", got)
	}
}

// TestPermissionLeadsAndIsDeleted: who follows a finding or a search comes to the
// row of the person; the record can be deleted, so that the person can.
func TestPermissionLeadsAndIsDeleted(t *testing.T) {
	s, db := openShell(t, app.Sample)
	rec := permissionsIn(t, db, "Costa Niccolò")
	if r := s.openRecord(app.PermissionForm.Key, rec.UID()); r != nil {
		t.Fatal("a record view")
	}
	p := s.goToPicture(app.PermissionForm.Key)
	if p.person() != rec.Person {
		t.Errorf("it leads to %s", p.said.Text())
	}
	s.actions().remove()
	confirm(t, s, "Elimina")
	if permissionsIn(t, db, "Costa Niccolò") != nil || p.model.open(rec.Person) != 0 {
		t.Error("it is still there")
	}
}

// TestPermissionsOfNobody says what to do and leads there.
func TestPermissionsOfNobody(t *testing.T) {
	s, _ := openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	p := permissionsOf(t, s)
	if a := s.actions(); a.save != nil || a.print != nil {
		t.Error("there are actions on nothing")
	}
	press(t, p.front, words.T("Aggiungi un archivio"))
	if r := s.registerPage(); r == nil || r.reg.Key != app.ArchiveForm.Key || r.open == nil {
		t.Error("it does not lead to a new archive")
	}
}

// largeOffice fills an office of so many people and archives.
func largeOffice(people, archives int) func(func(*form.Type, form.Record) error) error {
	return func(save func(*form.Type, form.Record) error) error {
		var list []*app.Archive
		for i := range archives {
			a := &app.Archive{Name: fmt.Sprintf("Archivio %02d", i+1), Kind: "electronic", Classes: []string{"common"}}
			if err := save(app.ArchiveForm.Type(), a); err != nil {
				return err
			}
			list = append(list, a)
		}
		for i := range people {
			x := &app.Person{Surname: fmt.Sprintf("Cognome%03d", i+1), Name: "Niccolò", Duties: []*app.Duty{{Duty: "accounting-clerk"}}}
			if err := save(app.PersonForm.Type(), x); err != nil {
				return err
			}
			p := &app.Permission{Person: x.UID()}
			for j, a := range list {
				p.Grants = append(p.Grants, &app.Grant{Archive: a.UID(), View: true, Insert: (i+j)%2 == 0, Change: (i+j)%3 == 0, Delete: (i+j)%5 == 0})
			}
			if err := save(app.PermissionForm.Type(), p); err != nil {
				return err
			}
		}
		return nil
	}
}

// BenchmarkPermissions is what a key costs on the whole page of 500 people by 50
// archives, words and checks included; and a save of one person's change.
func BenchmarkPermissions(b *testing.B) {
	s, _ := openShell(b, largeOffice(500, 50))
	p := permissionsOf(b, s)
	b.Run("toggle", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.grid.TypedRune('c')
		}
	})
	b.Run("move", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			p.grid.TypedKey(&fyne.KeyEvent{Name: []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[i/100%2]})
		}
	})
	b.Run("wheel", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			p.grid.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: float32([]int{-24, 24}[i/400%2])}})
		}
	})
	b.Run("save", func(b *testing.B) {
		for b.Loop() {
			p.grid.TypedRune('c')
			p.save()
		}
	})
}
