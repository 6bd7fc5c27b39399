package office

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/store"
)

// Overview looks into every office of a folder and of the folders in it, as people
// keep a folder for each client. It tells each as soon as it is read, and of how many
// it is; none is touched (store.Peek), and one that cannot be read is told with its
// reason. options are what each is read with: a sealed one wants its identity. An
// error is of the folder itself, or of ctx.
func Overview(ctx context.Context, dir string, now time.Time, options func(path string) (store.Options, error), tell func(g app.Glance, total int)) error {
	found, err := officesIn(dir)
	if err != nil {
		return err
	}
	for _, g := range found {
		if err := ctx.Err(); err != nil {
			return err
		}
		if g.Refused == nil {
			g = glance(ctx, g.Path, now, options)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		tell(g, len(found))
	}
	return nil
}

func glance(ctx context.Context, path string, now time.Time, options func(path string) (store.Options, error)) app.Glance {
	opts, err := options(path)
	var d *app.Dossier
	if err == nil {
		d, err = store.Peek(ctx, path, now, opts)
	}
	if err != nil {
		return app.Glance{Path: path, Refused: err}
	}
	return app.GlanceAt(path, d)
}

// officesIn finds the office files of a folder and of those in it, each once
// whatever links lead to it, and the folders that cannot be looked into.
func officesIn(dir string) (found []app.Glance, err error) {
	files, links, folders, err := entries(dir)
	if err != nil {
		return nil, noFolder(dir, err)
	}
	seen := map[string]bool{realPath(dir): true} // a link may lead back
	for _, folder := range folders {
		real := realPath(folder)
		if seen[real] {
			continue
		}
		seen[real] = true
		more, moreLinks, _, err := entries(folder)
		if err != nil {
			found = append(found, app.Glance{Path: folder, Refused: noFolder(folder, err)})
			continue
		}
		files, links = append(files, more...), append(links, moreLinks...)
	}
	for _, path := range append(files, links...) { // the file itself before what leads to it
		if real := realPath(path); !seen[real] {
			seen[real] = true
			found = append(found, app.Glance{Path: path})
		}
	}
	return found, nil
}

// entries are the office files of a folder, the links that are called as such, and
// the folders in it.
func entries(dir string) (files, links, folders []string, err error) {
	list, err := os.ReadDir(dir)
	for _, e := range list {
		path, link := filepath.Join(dir, e.Name()), e.Type()&os.ModeSymlink != 0
		switch {
		case strings.HasPrefix(e.Name(), "."): // none of the user's; a Mac leaves such on sticks
		case e.IsDir(), link && isFolder(path):
			folders = append(folders, path)
		case !strings.EqualFold(filepath.Ext(e.Name()), app.OfficeEnding):
		case link:
			links = append(links, path)
		default:
			files = append(files, path)
		}
	}
	return files, links, folders, err
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

func noFolder(dir string, err error) error {
	return &app.Refusal{
		What: "La cartella «" + dir + "» non si può leggere.",
		Do:   "Controllate che ci sia, che il disco sia collegato e di avere i permessi.", Err: err,
	}
}
