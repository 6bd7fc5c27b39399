package store

import (
	"testing"
	"time"

	"tutela/app/form"
)

// TestFilesAdded: the day of a file is that of the first version that names it,
// in its own record.
func TestFilesAdded(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	var files []form.File
	for _, text := range []string{"uno", "due"} {
		sha, err := db.PutBlob(ctx, "text/plain", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, form.File{Name: text + ".txt", SHA256: sha, Size: 3})
	}
	rec := &thing{Name: "Scala", Papers: files[:1]}
	save(t, db, things, rec)
	first := rec.Head().Updated
	c.step(time.Hour)
	rec.Papers, rec.Parts = nil, []*part{{Steps: []*step{{Papers: files[1:]}}}}
	save(t, db, things, rec)
	second := rec.Head().Updated
	c.step(time.Hour)
	rec.Papers = files[:1]
	save(t, db, things, rec)
	save(t, db, things, &thing{Name: "Altra", Papers: files})
	got, err := db.FilesAdded(ctx, things.Key, rec.UID())
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || !got[files[0].SHA256].Equal(first) || !got[files[1].SHA256].Equal(second) {
		t.Errorf("%v, want %v and %v", got, first, second)
	}
	if got, err := db.FilesAdded(ctx, things.Key, "nobody"); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}
