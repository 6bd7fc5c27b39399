package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

func TestDrafts(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	first := Draft{Key: "keeper:new", Register: "keeper", Body: []byte(`{"raw":{"on":"31/2"}}`)}
	second := Draft{Key: "thing:u", Register: "thing", UID: "u", Body: []byte("{}"), At: c.at.Add(-time.Hour)}
	for _, d := range []Draft{first, second, first} {
		if err := db.SaveDraft(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	first.At = c.at
	db = reopen(t, db)
	list, err := db.Drafts(ctx)
	if err != nil || fmt.Sprint(list) != fmt.Sprint([]Draft{second, first}) {
		t.Errorf("drafts %v %v", list, err)
	}
	got, ok, err := db.Draft(ctx, "keeper:new")
	if err != nil || !ok || fmt.Sprint(got) != fmt.Sprint(first) {
		t.Errorf("draft %v %v %v", got, ok, err)
	}
	// The draft goes with the save that it became, or not at all.
	boom := errors.New("boom")
	for _, fail := range []error{boom, nil} {
		err := db.Write(ctx, anna, func(tx *Tx) error {
			return errors.Join(tx.Save(keepers, &keeper{Name: "Anna"}), tx.DropDraft("keeper:new"), fail)
		})
		if !errors.Is(err, fail) {
			t.Fatal(err)
		}
		if _, ok, _ := db.Draft(ctx, "keeper:new"); ok == (fail == nil) {
			t.Errorf("after %v the draft is there: %v", fail, ok)
		}
	}
	for range 2 {
		if err := db.DropDraft(ctx, "thing:u"); err != nil {
			t.Error(err)
		}
	}
	if report, _ := db.VerifyChain(ctx); report.Rows != 1 {
		t.Errorf("drafts are in the trail: %d rows", report.Rows)
	}
}

func TestSettings(t *testing.T) {
	db := made(t, options(t))
	for _, want := range []string{"", "uno", "due"} {
		if got, err := db.Setting(ctx, "who"); err != nil || got != want {
			t.Errorf("%q %v", got, err)
		}
		if err := db.SetSetting(ctx, "who", map[string]string{"": "uno", "uno": "due", "due": ""}[want]); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBlobs(t *testing.T) {
	opts := options(t)
	db := made(t, opts)
	data := []byte("%PDF-1.7 carta")
	put := func(data []byte) string {
		t.Helper()
		sha, err := db.PutBlob(ctx, "application/pdf", data)
		if err != nil || sha != digestOf(data) {
			t.Fatal(sha, err)
		}
		return sha
	}
	sha := put(data)
	put(data)
	got, mime, err := db.Blob(ctx, sha)
	if err != nil || !bytes.Equal(got, data) || mime != "application/pdf" {
		t.Errorf("%q %s %v", got, mime, err)
	}
	put(nil)
	big := make([]byte, MaxBlob)
	put(big)
	_, err = db.PutBlob(ctx, "x", append(big, 0))
	refused(t, err, "L’allegato è troppo grande: pesa 20,1 MB, il massimo è 20. Allegate un file più piccolo, per esempio una scansione in bianco e nero.")
	_, _, err = db.Blob(ctx, strings.Repeat("0", 64))
	refused(t, err, "L’allegato non c’è più nel file dell’ufficio. Cercatelo nelle copie di sicurezza.")
	raw(t, db.path, "UPDATE blob SET bytes = x'00' WHERE sha256 = '"+sha+"'")
	_, _, err = db.Blob(ctx, sha)
	refused(t, err, "L’allegato è danneggiato: il suo contenuto non è quello di quando è stato salvato. Cercatelo nelle copie di sicurezza.")
}

// Closing removes the bytes that nothing names; a record, its past, a draft and
// a paper keep theirs.
func TestUnnamedBlobsGoAtClose(t *testing.T) {
	plainOnly(t) // TestUnnamedBlobsGoFromASealedFile
	opts := options(t)
	db := made(t, opts)
	lock, err := LockOffice(db.path)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	var shas []string
	for _, text := range []string{"now", "past", "draft", "nested", "nobody"} {
		sha, err := db.PutBlob(ctx, "text/plain", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		shas = append(shas, sha)
	}
	file := func(i int) []form.File { return []form.File{{Name: "a.txt", SHA256: shas[i], Size: 1}} }
	rec := &thing{Name: "Scala", Papers: file(1)}
	save(t, db, things, rec)
	rec.Papers = file(0)
	rec.Parts = []*part{{Steps: []*step{{Papers: file(3)}}}}
	save(t, db, things, rec)
	if err := db.SaveDraft(ctx, Draft{Key: "k", Body: []byte(`{"record":{"papers":[{"sha256":"` + shas[2] + `"}]}}`)}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintDraft, PDF: []byte("pdf"), Layout: []byte("pages")}); err != nil {
		t.Fatal(err)
	}
	count := func() int {
		t.Helper()
		var n int
		if err := db.reader.QueryRow("SELECT count(*) FROM blob").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	db = reopen(t, db)
	if n := count(); n != 7 {
		t.Errorf("without the lock %d of 7 are left", n)
	}
	db.opts.Lock = lock
	db = reopen(t, db)
	if n := count(); n != 6 {
		t.Errorf("with the lock %d are left, not 6", n)
	}
	if _, _, err := db.Blob(ctx, shas[4]); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if err := db.DropDraft(ctx, "k"); err != nil {
		t.Fatal(err)
	}
	if err := db.Delete(ctx, anna, things, rec.UID()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.EraseTrail(ctx, anna, erasureOf(things, rec.UID())); err != nil {
		t.Fatal(err)
	}
	db = reopen(t, db)
	if n := count(); n != 2 {
		t.Errorf("after the erasure %d are left, not the paper and its layout alone", n)
	}
}

func TestPrints(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	keep := func(kind, subject, state string) Print {
		t.Helper()
		c.step(time.Minute)
		p, err := db.KeepPrint(ctx, anna, Print{
			Kind: kind, Title: "Scheda", Register: "thing", Subject: subject, State: state, Facts: "f", PDF: fmt.Appendf(nil, "%%PDF %v", c.at),
		})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	draft := keep("sheet", "a", app.PrintDraft)
	one := keep("sheet", "a", app.PrintPrinted)
	keep("sheet", "a", app.PrintDraft)
	keep("sheet", "a", app.PrintDraft)
	two := keep("sheet", "a", app.PrintPrinted)
	other := keep("sheet", "b", app.PrintPrinted)
	keep("list", "a", app.PrintPrinted)
	last := keep("sheet", "a", app.PrintDraft)
	if draft.Revision != 0 || one.Revision != 1 || two.Revision != 2 || other.Revision != 1 || last.Revision != 0 {
		t.Errorf("revisions %d %d %d %d %d", draft.Revision, one.Revision, two.Revision, other.Revision, last.Revision)
	}
	if one.Who != "Anna Verdi" || one.SHA256 == "" || one.At.IsZero() || one.PDF != nil {
		t.Errorf("%+v", one)
	}
	list, err := db.Prints(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range list {
		if p.Kind == "sheet" && p.Subject == "a" {
			got = append(got, fmt.Sprintf("%d %s", p.Revision, p.State))
		}
	}
	want := "0 bozza, 2 stampato, 0 superato, 0 superato, 1 superato, 0 superato"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("states, newest first: %s, wanted %s", s, want)
	}
	pdf, err := db.PrintPDF(ctx, one.UID)
	if err != nil || digestOf(pdf) != one.SHA256 {
		t.Errorf("%q %v", pdf, err)
	}
	_, err = db.PrintPDF(ctx, "x")
	refused(t, err, "Questo documento stampato non c’è più.")
	for _, state := range []string{"altro", app.PrintSigned, app.PrintSuperseded} {
		if _, err := db.KeepPrint(ctx, anna, Print{State: state}); err == nil {
			t.Errorf("kept as %s", state)
		}
	}
	history, err := db.History(ctx, "print", one.UID)
	if err != nil || len(history) != 1 || !strings.Contains(string(history[0].Payload), one.SHA256) || history[0].Action != ActionPrint {
		t.Errorf("%+v %v", history, err)
	}
}

// What is printed together is kept together, with what stands on its pages, or
// not at all.
func TestKeepPrints(t *testing.T) {
	db := made(t, options(t))
	good := Print{Kind: "sheet", Title: "Scheda", Register: "thing", Subject: "a", State: app.PrintPrinted, PDF: []byte("pdf a"), Layout: []byte("pages a")}
	bad := good
	bad.State = "altro"
	if _, err := db.KeepPrints(ctx, anna, []Print{good, bad}); err == nil {
		t.Error("an unknown state was kept")
	}
	if list, err := db.Prints(ctx); err != nil || len(list) != 0 {
		t.Fatalf("half of them were kept: %+v, %v", list, err)
	}
	other := Print{Kind: "list", Title: "Elenco", State: app.PrintDraft, PDF: []byte("pdf b")}
	kept, err := db.KeepPrints(ctx, anna, []Print{good, other})
	if err != nil || len(kept) != 2 || kept[0].Revision != 1 || kept[1].Revision != 0 || kept[0].PDF != nil || kept[0].Layout != nil {
		t.Fatalf("%+v, %v", kept, err)
	}
	for i, want := range []string{"pages a", ""} {
		if layout, err := db.PrintLayout(ctx, kept[i].UID); err != nil || string(layout) != want || (layout == nil) != (want == "") {
			t.Errorf("layout %q, %v", layout, err)
		}
	}
	history, err := db.History(ctx, "print", kept[0].UID)
	if err != nil || len(history) != 1 || !strings.Contains(string(history[0].Payload), digestOf([]byte("pages a"))) {
		t.Errorf("the trail does not vouch for the layout: %+v %v", history, err)
	}
}

// TestDossierHoldsPrints: what reads an office knows its kept papers, without their
// bytes, and of a past day asks for those of then.
func TestDossierHoldsPrints(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	save(t, db, keepers, &keeper{Name: "Anna"})
	first := c.at
	for _, x := range []Print{{Kind: "system-list"}, {Kind: "system-list"}, {Kind: "authorised-list"}, {Kind: "system-list", Subject: "other"}} {
		x.Title, x.State, x.PDF = "Sistemi", app.PrintPrinted, []byte("%PDF")
		if _, err := db.KeepPrint(ctx, anna, x); err != nil {
			t.Fatal(err)
		}
		c.step(48 * time.Hour)
	}
	last := func(d *app.Dossier, err error) int64 {
		t.Helper()
		p, ok := d.LastPrint("system-list", "")
		if err != nil || !ok || p.PDF != nil {
			t.Fatalf("%v: %+v", err, d.Prints)
		}
		return p.Revision
	}
	if got := last(db.Dossier(ctx, c.at)); got != 2 {
		t.Errorf("the last is %d", got)
	}
	if got := last(db.DossierAsOf(ctx, c.at, form.DateOf(first))); got != 1 {
		t.Errorf("as of the first: %d", got)
	}
}
