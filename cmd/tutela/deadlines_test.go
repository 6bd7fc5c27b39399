package main

import (
	"context"
	"image"
	"image/color"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/cmd/dev/xdisplay"
	"tutela/store"
)

// settling is what one does, by keys, where a deadline of each kind leads to. The
// keyboard is on the field; what is typed is not saved yet.
func settling(today form.Date) map[string]func(h *hands) {
	date := func(day form.Date) func(h *hands) {
		return func(h *hands) {
			h.keys("ctrl+a")
			h.write(day.String())
		}
	}
	now, later := date(today), date(today.AddMonths(12))
	inPlace := func(h *hands) { h.answer(0) }
	yesterday := today.AddDays(-1).String()
	letter := func(day form.Date) []string { return []string{day.String(), "", day.String()} } // past the rules, its signature
	signed := letter(today)
	named := func(past int, day form.Date) func(h *hands) {
		return func(h *hands) {
			h.pick("Scolari")
			h.fields(slices.Repeat([]string{""}, past)...)
			h.fields(letter(day)...)
		}
	}
	confirmed := func(h *hands) { h.keys("ctrl+r") }
	permissions := func(h *hands) { confirmed(h); h.settle(); h.keys("Return") }
	return map[string]func(h *hands){
		"breach-clock":      func(h *hands) { notify(h, yesterday+" 12:00") },
		"breach-action":     now,
		"password-first":    now,
		"password-old":      now,
		"credential-unused": now,
		"credential-rules":  now,
		"extra-access":      now,
		"attempt-told":      now,
		"credential-left":   now,
		"permission-left":   func(h *hands) { h.keys("v") }, // all that was open
		"appointment-left":  now,
		"thing-returned":    now,
		"backup":            func(h *hands) { h.keys("Tab", "Tab", "Return") },
		"restore-test":      func(h *hands) { h.fields(yesterday+" 09:00", yesterday+" 10:00"); h.answer(0) },
		"restore-back":      func(h *hands) { h.write(yesterday + " 09:00") },
		"antivirus":         now,
		"patches":           now,
		"broken":            now,
		"letter-unsigned":   now,
		"letter-unwritten":  func(h *hands) { h.fields(signed...) },
		"letter-renew":      now,
		"letter-owed":       func(h *hands) { h.answer(0); h.fields("", "", "", "", ""); h.fields(signed...) },
		"sysadmin-owed":     named(7, today.AddMonths(-13)), // substitute, systems, to be specified, three reasons, who appoints
		"custodian-owed":    named(6, today),                // it is for no systems
		"sysadmin-check": func(h *hands) {
			h.fields(today.String(), yesterday, yesterday, "Gli accessi", yesterday)
			h.answer(0)
			h.answer(0)
		},
		"permission-review":   permissions,
		"profile-review":      permissions,
		"credential-review":   now,
		"contract-owed":       now,
		"contract-end":        later,
		"supplier-report":     now,
		"declarations":        now,
		"client-contract-end": later,
		"supplier-measures":   now,
		"supplier-policy":     now,
		"treatment-review":    confirmed,
		"dpia-owed":           func(h *hands) { h.answer(1); h.settle(); h.write("Le immagini si cancellano dopo un giorno.") },
		"dpia-review":         later,
		"dpia-reply":          now,
		"measure":             inPlace,
		"office-measure":      inPlace,
		"request":             now,
		"inspection":          now,
		"inspection-finding":  now,
		"risk-analysis":       now,
		"risk-measure":        now,
		"declaration":         now,
		"training-plan":       now,
		"training-copies":     func(h *hands) { h.pick("Firmi") },
		"training-owed":       func(h *hands) { h.fields("Le regole nuove", "", "", "Ada", "", "", today.String()) },
		"training-course":     now,
		"training-need":       func(h *hands) { h.pick("Lezione") },
		"list-delivery":       now,
		"erasure-check":       func(h *hands) { h.fields("Tutto", "", ""); h.keys("n", "Tab"); now(h) },
		"loan-special":        now,
		"erasure-extended":    func(h *hands) { h.keys("c", "Tab"); h.settle(); h.field("Distruggidocumenti"); now(h) },
	}
}

// settledAtOnce are the kinds of which nothing is left to save.
var settledAtOnce = []string{"backup", "permission-review", "profile-review", "treatment-review"}

// settledWith is what goes with another: the permissions are looked through together.
var settledWith = map[string]string{"permission-review": "profile-review", "profile-review": "permission-review"}

// notify writes down a notification, past the decision.
func notify(h *hands, sent string) {
	h.fields("", "", "")
	h.keys("Return") // a row
	h.seesIn(recordForm, "Preliminare")
	h.settle()
	h.answer(0)
	h.fields("", "Prima notifica", "Servizio in rete del Garante", sent)
}

// TestEachDeadlineIsSettled keeps the table above whole; it needs no display.
func TestEachDeadlineIsSettled(t *testing.T) {
	settle := settling("2026-11-29")
	for _, s := range app.DeadlineSources() {
		if settle[s.Key] == nil && s.Paper == "" { // a print settles it
			t.Errorf("nothing settles %s in the window", s.Key)
		}
		delete(settle, s.Key)
	}
	for key := range settle {
		t.Errorf("%s is no kind of deadline", key)
	}
}

// TestDeadlinesInTheWindow begins with an office that owes one deadline of each kind.
// It opens them one by one from the list, by keys, settles each where it leads to,
// and sees it go, from the file and from the list, and none of the others. What a
// print settles is left, as the papers of an office of which so little is known are
// drafts.
func TestDeadlinesInTheWindow(t *testing.T) {
	today := form.DateOf(time.Now())
	file := filepath.Join(t.TempDir(), "cartoleria àè.tutela")
	writtenAt(t, file, apptest.OwingMade(today), func(tx *store.Tx) error {
		return apptest.Owing(today, func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	settle := settling(today)
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")
	for owed := h.owed(file); owed[0].Paper == ""; {
		x := owed[0]
		began := time.Now()
		h.openFirst(owed)
		h.shot(x.Key)
		if x.Key == "credential-rules" { // it is printed first, and comes back signed
			find(t, "the assignment", printSheet(h), []string{"Leggi"})
			h.openFirst(owed)
		}
		settle[x.Key](h)
		h.shot(x.Key + "-settled")
		if !slices.Contains(settledAtOnce, x.Key) {
			h.keys("ctrl+s")
		}
		owed = h.gone(file, owed)
		t.Logf("%s: %.1f s", x.Key, time.Since(began).Seconds())
	}
	for _, x := range h.owed(file) {
		if x.Paper == "" {
			t.Errorf("%s is left", x.Key)
		}
	}
	h.quit()
	ctx := context.Background()
	db := opened(t, file)
	defer db.Close()
	if drafts, err := db.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("drafts left: %v, %v", drafts, err)
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
		t.Errorf("history: %+v, %v", report, err)
	}
}

// TestPaperDeadlinesInTheWindow begins with the example, the papers of which are whole:
// each that is to be printed anew is, from the list, and is not asked for any more;
// then the copy of one is handed over.
func TestPaperDeadlinesInTheWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "emporio.tutela")
	writtenAt(t, file, time.Now().AddDate(0, -6, 0), func(tx *store.Tx) error {
		return app.Sample(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")
	keys := []string{"list-delivery"} // last, once there is what to hand over
	for _, source := range app.DeadlineSources() {
		if source.Paper != "" {
			keys = slices.Insert(keys, 0, source.Key) // from below: what goes moves none of those above it
		}
	}
	for _, key := range keys {
		began := time.Now()
		owed := h.owed(file)
		i := len(owed) - 1
		for i >= 0 && owed[i].Key != key {
			i--
		}
		if i < 0 {
			t.Fatalf("the example is not asked for %s", key)
		}
		x := owed[i]
		h.keys("ctrl+1")
		h.settle()
		h.keys("Home")
		h.keys(slices.Repeat([]string{"Down"}, i)...)
		if x.Paper == "" { // it came just now
			h.keys("End")
			h.sees("da consegnare")
		}
		h.keys("Return")
		switch {
		case x.Paper == app.AccountabilityKind:
			h.sees("Che cosa cambia")
			h.write("Prima edizione")
			h.keys("Return")
			toPrinter(h)
		case x.Paper != "":
			toPrinter(h)
		default:
			h.settle()
			settling(form.DateOf(time.Now()))[key](h)
			h.keys("ctrl+s")
		}
		for deadline := time.Now().Add(patience); slices.ContainsFunc(h.owed(file), func(y app.Deadline) bool { return y.Key == key && y.What == x.What }); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				h.shot("not-gone")
				t.Fatalf("%s is still there: %s\n%s", key, x.What, h.said())
			}
		}
		t.Logf("%s: %.1f s", key, time.Since(began).Seconds())
	}
	h.quit()
}

// owed are the deadlines that the home page lists, as the file has them now, beside
// the window.
func (h *hands) owed(file string) []app.Deadline {
	h.t.Helper()
	db := opened(h.t, file)
	defer db.Close()
	d, err := db.Dossier(context.Background(), time.Now())
	if err != nil {
		h.t.Fatal(err)
	}
	return slices.DeleteFunc(app.Deadlines(d), func(x app.Deadline) bool { return x.State == app.DeadlineLater })
}

// gone waits until the first of what was owed is no longer, looks whether the others
// still are, and gives what is owed now.
func (h *hands) gone(file string, owed []app.Deadline) []app.Deadline {
	h.t.Helper()
	kinds := func(list []app.Deadline) []string {
		out := map[string]bool{}
		for _, x := range list {
			out[x.Key] = true
		}
		return slices.Sorted(maps.Keys(out))
	}
	first := owed[0].Key
	want := slices.DeleteFunc(kinds(owed[1:]), func(key string) bool { return key == settledWith[first] })
	for key, other := range apptest.Follows {
		if other == first {
			want = append(want, key)
		}
	}
	slices.Sort(want)
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		now := h.owed(file)
		left := kinds(now)
		if slices.Equal(left, want) {
			return now
		}
		if time.Now().After(deadline) {
			h.shot("not-gone")
			h.t.Fatalf("after %s was settled there are %v, want %v\n%s", first, left, want, h.said())
		}
	}
}

// inPictures are the kinds that lead to a picture, not to a field.
var inPictures = []string{"backup", "permission-left", "permission-review", "profile-review"}

// pageHeads is where the home page has its name and another page its tabs or its list;
// recordForm is where the fields of a record are.
var (
	pageHeads  = image.Rect(190, 30, 900, 80)
	recordForm = image.Rect(470, 100, 1110, 716)
)

// openFirst goes to the home page, and from there to where the first of what is owed
// is settled.
func (h *hands) openFirst(owed []app.Deadline) {
	h.t.Helper()
	h.keys("ctrl+1")
	home := h.firstDue(owed)
	h.keys("Home", "Return")
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		img, err := h.display.Image()
		if err != nil {
			h.t.Fatal(err)
		}
		if !samePart(home, img, pageHeads) && (slices.Contains(inPictures, owed[0].Key) || ringed(img)) {
			break
		}
		if time.Now().After(deadline) {
			h.shot("not-opened")
			h.t.Fatalf("%s leads nowhere\n%s", owed[0].Key, h.said())
		}
	}
	h.settle()
}

// ringed says that a field has the keyboard, by the line about it: a long form is drawn
// bit by bit, and its field may come into view late.
func ringed(img *image.RGBA) bool {
	blue := func(c color.RGBA) bool { return c.R < 0x50 && c.G > 0x40 && c.G < 0x70 && c.B > 0x70 && c.B < 0xA0 } // between two pixels it is paler
	for y := recordForm.Min.Y; y < recordForm.Max.Y; y++ {
		run := 0
		for x := recordForm.Min.X; x < recordForm.Max.X; x++ {
			if run++; !blue(img.RGBAAt(x, y)) {
				run = 0
			}
			if run == 60 {
				return true
			}
		}
	}
	return false
}

func samePart(a, b image.Image, part image.Rectangle) bool {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// firstDue waits until the list begins with the first of what is owed, and gives the
// picture of it.
func (h *hands) firstDue(owed []app.Deadline) image.Image {
	h.t.Helper()
	row := image.Rect(238, 190, 620, 232) // below the band of an office that is never copied
	if slices.ContainsFunc(owed, func(x app.Deadline) bool { return x.Key == "breach-clock" }) {
		row = row.Add(image.Pt(0, 74)) // and below that of the breach
	}
	var text string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		img, err := h.display.Image()
		if err != nil {
			h.t.Fatal(err)
		}
		if text, err = xdisplay.ReadText(context.Background(), img.SubImage(row)); err != nil {
			h.t.Fatal(err)
		}
		if alike(text, owed[0].What) {
			return img
		}
	}
	h.shot("not-first")
	h.t.Fatalf("the list begins with %q, not with %q", text, owed[0].What)
	return nil
}

// alike says that most of the longer words of a sentence were read off a picture.
func alike(read, sentence string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	seen, long, found := words(read), 0, 0
	for _, w := range words(sentence) {
		if len(w) < 4 {
			continue
		}
		long++
		if slices.Contains(seen, w) {
			found++
		}
	}
	return 3*found >= 2*long
}
