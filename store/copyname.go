package store

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// A copy is called Tutela-3f9a1c2b-2026-11-29-081500.copia: the tag of its office
// and the moment, in Rome. The name of the office is not in it, for a stick that
// gets lost shows its names.
const (
	copyTail   = ".copia"
	copyLayout = "2006-01-02-150405"
)

var copyShape = regexp.MustCompile(`^Tutela-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2}-\d{6})(?:-\d+)?\.copia$`)

// newCopyName is a name for a copy that no file in the folder has.
func newCopyName(folder, tag string, at time.Time) string {
	base := "Tutela-" + tag + "-" + at.In(form.Rome).Format(copyLayout)
	name := base + copyTail
	for n := 2; ; n++ {
		if _, err := os.Lstat(filepath.Join(folder, name)); err != nil {
			return name
		}
		name = base + "-" + strconv.Itoa(n) + copyTail
	}
}

// NewCopyPath is a free name for a copy in a folder.
func (db *DB) NewCopyPath(ctx context.Context, folder string) (path string, err error) {
	err = db.read(ctx, "name copy", func(s *session) error {
		_, tag, err := copySettings(s)
		path = filepath.Join(folder, newCopyName(folder, tag, db.now()))
		return err
	})
	return path, err
}

// copiesIn lists the copies of an office in a folder, by name: others are not
// looked at, nor ever removed.
func copiesIn(folder, tag string) (names []string, made []time.Time, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		m := copyShape.FindStringSubmatch(e.Name())
		if m == nil || m[1] != tag || !e.Type().IsRegular() {
			continue
		}
		at, err := time.ParseInLocation(copyLayout, m[2], form.Rome)
		if err != nil {
			continue // a name that somebody made up
		}
		names, made = append(names, e.Name()), append(made, at)
	}
	return names, made, nil
}

// rotate removes the copies of an office from a folder that are not to stay. The
// one just made stays: in the night when summer time ends, names go back an hour.
func rotate(folder, tag, made string, keep app.CopyRotation, now time.Time) error {
	names, times, err := copiesIn(folder, tag)
	if err != nil {
		return err
	}
	var first error
	for i, stays := range keep.Keeps(times, now) {
		if stays || names[i] == made {
			continue
		}
		if err := os.Remove(filepath.Join(folder, names[i])); err != nil && first == nil {
			first = err
		}
	}
	return first
}
