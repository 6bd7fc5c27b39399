// Package pack writes what is handed to users: archives whose bytes depend on
// their contents alone, the licences of everything inside, the list of parts,
// the icon of Windows. It runs no program; cmd/dev does.
package pack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"
)

// File is a file of a package; Path is relative to where it is unpacked, with
// slashes.
type File struct {
	Path string
	Mode fs.FileMode
	Data []byte
}

// Tree is the files of a package.
type Tree []File

// Under is the same files in a folder.
func (t Tree) Under(folder string) Tree {
	out := slices.Clone(t)
	for i := range out {
		out[i].Path = path.Join(folder, out[i].Path)
	}
	return out
}

// sorted is the files by path: archives do not depend on the order they were
// gathered in.
func (t Tree) sorted() Tree {
	out := slices.Clone(t)
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return out
}

// folders is every folder that the files stand in, the outer ones first.
func (t Tree) folders() []string {
	seen := map[string]bool{}
	var out []string
	for _, f := range t {
		for dir := path.Dir(f.Path); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			out = append(out, dir)
		}
	}
	slices.Sort(out)
	return out
}

// Kilobytes is the room that the files take.
func (t Tree) Kilobytes() int {
	bytes := 0
	for _, f := range t {
		bytes += len(f.Data)
	}
	return (bytes + 1023) / 1024
}

// WriteTar writes the files and their folders, all of root and of one time.
func (t Tree) WriteTar(w io.Writer, at time.Time) error {
	tw := tar.NewWriter(w)
	header := func(h tar.Header) error {
		h.Name, h.ModTime, h.Uname, h.Gname, h.Format = "./"+h.Name, at, "root", "root", tar.FormatGNU
		return tw.WriteHeader(&h)
	}
	for _, dir := range t.folders() {
		if err := header(tar.Header{Typeflag: tar.TypeDir, Name: dir + "/", Mode: 0o755}); err != nil {
			return fmt.Errorf("tar %s: %w", dir, err)
		}
	}
	for _, f := range t.sorted() {
		if err := header(tar.Header{Typeflag: tar.TypeReg, Name: f.Path, Mode: int64(f.Mode.Perm()), Size: int64(len(f.Data))}); err != nil {
			return fmt.Errorf("tar %s: %w", f.Path, err)
		}
		if _, err := tw.Write(f.Data); err != nil {
			return fmt.Errorf("tar %s: %w", f.Path, err)
		}
	}
	return tw.Close()
}

// WriteZip writes the files, all of one time.
func (t Tree) WriteZip(w io.Writer, at time.Time) error {
	zw := zip.NewWriter(w)
	for _, f := range t.sorted() {
		h := &zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: at.UTC()}
		h.SetMode(f.Mode)
		out, err := zw.CreateHeader(h)
		if err == nil {
			_, err = out.Write(f.Data)
		}
		if err != nil {
			return fmt.Errorf("zip %s: %w", f.Path, err)
		}
	}
	return zw.Close()
}

// Compress makes a stream smaller, as xz does.
type Compress func(data []byte) ([]byte, error)

// Deb is a Debian package: what it says of itself and its files. Format: deb(5).
func Deb(control string, files Tree, at time.Time, xz Compress) ([]byte, error) {
	packed := func(t Tree) ([]byte, error) {
		var tarred bytes.Buffer
		if err := t.WriteTar(&tarred, at); err != nil {
			return nil, err
		}
		return xz(tarred.Bytes())
	}
	about, err := packed(Tree{{"control", 0o644, []byte(control)}, {"md5sums", 0o644, files.md5sums()}})
	if err != nil {
		return nil, err
	}
	data, err := packed(files)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBufferString("!<arch>\n")
	for _, m := range []File{{Path: "debian-binary", Data: []byte("2.0\n")}, {Path: "control.tar.xz", Data: about}, {Path: "data.tar.xz", Data: data}} {
		fmt.Fprintf(out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", m.Path, at.Unix(), 0, 0, "100644", len(m.Data))
		out.Write(m.Data)
		if len(m.Data)%2 == 1 {
			out.WriteByte('\n')
		}
	}
	return out.Bytes(), nil
}
