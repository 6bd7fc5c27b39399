package pack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	noon = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	some = Tree{{"usr/bin/tutela", 0o755, []byte("program")}, {"usr/share/doc/tutela/copyright", 0o644, []byte("odd")}}
)

func raw(data []byte) ([]byte, error) { return data, nil }

// TestArchivesDependOnContentsAlone: the order in which the files were gathered
// is not seen in any archive.
func TestArchivesDependOnContentsAlone(t *testing.T) {
	turned := Tree{some[1], some[0]}
	for name, write := range map[string]func(Tree) []byte{
		"tar": func(f Tree) []byte { var b bytes.Buffer; f.WriteTar(&b, noon); return b.Bytes() },
		"zip": func(f Tree) []byte { var b bytes.Buffer; f.WriteZip(&b, noon); return b.Bytes() },
		"deb": func(f Tree) []byte { b, _ := Deb("Package: x\n", f, noon, raw); return b },
		"sum": Tree.Sums,
	} {
		if a, b := write(some), write(turned); !bytes.Equal(a, b) || len(a) == 0 {
			t.Errorf("%s: %d and %d bytes differ", name, len(a), len(b))
		}
	}
}

func TestTar(t *testing.T) {
	var b bytes.Buffer
	if err := some.WriteTar(&b, noon); err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := tar.NewReader(&b); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, h.Name)
		if h.Uid != 0 || h.Gid != 0 || h.Uname != "root" || !h.ModTime.Equal(noon) {
			t.Errorf("%s is of %s (%d), %v", h.Name, h.Uname, h.Uid, h.ModTime)
		}
		if want := int64(0o755); (strings.HasSuffix(h.Name, "/") || h.Name == "./usr/bin/tutela") && h.Mode != want {
			t.Errorf("%s has mode %o", h.Name, h.Mode)
		}
	}
	want := []string{"./usr/", "./usr/bin/", "./usr/share/", "./usr/share/doc/", "./usr/share/doc/tutela/", "./usr/bin/tutela", "./usr/share/doc/tutela/copyright"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestZip(t *testing.T) {
	var b bytes.Buffer
	if err := some.Under("Tutela").WriteZip(&b, noon); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(r.File) != 2 || r.File[0].Name != "Tutela/usr/bin/tutela" || !r.File[0].Modified.Equal(noon) {
		t.Fatalf("%+v, %v", r, err)
	}
}

func TestReadMetadata(t *testing.T) {
	file := filepath.Join(t.TempDir(), "FyneApp.toml")
	for _, c := range []struct {
		text, wrong string
		want        Metadata
	}{
		{"Website = \"w\"\n[Details]\nIcon = \"i\"\nName = \"N\"\nID = \"d\"\nVersion = \"1.20.3\"\nBuild = 4\n", "", Metadata{"N", "d", "1.20.3", "w", "i", 4}},
		{"Icon = \"i\"\nName = \"N\"\nID = \"d\"\nVersion = \"1.2\"\nBuild = 4\n", "three numbers", Metadata{}},
		{"Icon = \"i\"\nName = \"N\"\nID = \"d\"\nVersion = \"1.2.65536\"\nBuild = 4\n", "three numbers", Metadata{}},
		{"Icon = \"i\"\nName = \"N\"\nID = \"d\"\nVersion = \"1.2.3\"\n", "Build", Metadata{}},
		{"Icon = \"i\"\nID = \"d\"\nVersion = \"1.2.3\"\nBuild = 4\n", "lacks", Metadata{}},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := ReadMetadata(file)
		if (err != nil) != (c.wrong != "") || err != nil && !strings.Contains(err.Error(), c.wrong) || err == nil && got != c.want {
			t.Errorf("%q: %+v, %v", c.text, got, err)
		}
	}
}

const mit = "Permission is hereby granted, free of\ncharge, to any person obtaining a copy of it"

// TestLicences: every licence of a module is read, each text is handed on once,
// and a module without one is refused.
func TestLicences(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	put("a/LICENSE.md", mit)
	put("a/fonts/LICENSE_Inter.txt", "SIL OPEN FONT LICENSE Version 1.1")
	put("a/license.go", "package a")
	put("a/testdata/LICENSE", "of a test")
	put("b/COPYING", mit)
	put("c/README", mit)
	put("d/LICENSE", "All rights reserved.")
	a, b := Module{Path: "a", Version: "v1", Dir: filepath.Join(dir, "a")}, Module{Path: "b", Version: "v2", Dir: filepath.Join(dir, "b")}
	if err := errors.Join(a.ReadLicences(), b.ReadLicences()); err != nil {
		t.Fatal(err)
	}
	text := string(Licences("About.", []Module{a, b}))
	want := "About.\na v1\n    LICENSE.md MIT [1]\n    fonts/LICENSE_Inter.txt OFL-1.1 [2]\nb v2\n    COPYING MIT [1]\n"
	if !strings.HasPrefix(text, want) || strings.Count(text, "Permission is hereby") != 1 || strings.Contains(text, "of a test") {
		t.Errorf("got %s", text)
	}
	for _, without := range []string{"c", "d"} {
		m := Module{Path: without, Dir: filepath.Join(dir, without)}
		if err := m.ReadLicences(); err == nil {
			t.Errorf("%s may be handed on with %+v", without, m.Licences)
		}
	}
	list, err := SBOM(Metadata{Name: "N", ID: "d", Version: "1.2.3"}, []Module{a, b}, noon)
	var read struct {
		BomFormat  string
		Components []struct {
			Purl     string
			Licenses []struct{ License struct{ ID string } }
		}
	}
	if err := errors.Join(err, json.Unmarshal(list, &read)); err != nil || read.BomFormat != "CycloneDX" || len(read.Components) != 2 ||
		read.Components[0].Purl != "pkg:golang/a@v1" || len(read.Components[0].Licenses) != 2 || read.Components[1].Licenses[0].License.ID != "MIT" {
		t.Errorf("%s, %v", list, err)
	}
}

// TestWindowsIcon reads back where the pictures stand, and the first dot of one.
func TestWindowsIcon(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		picture.SetNRGBA(i%64, i/64, color.NRGBA{200, 100, 50, 255})
	}
	icon, err := WindowsIcon(picture)
	if err != nil {
		t.Fatal(err)
	}
	end := 6 + 16*5
	for i, size := range []int{16, 24, 32, 48, 0} {
		e := icon[6+16*i:]
		length, at := int(binary.LittleEndian.Uint32(e[8:])), int(binary.LittleEndian.Uint32(e[12:]))
		if int(e[0]) != size || at != end || at+length > len(icon) {
			t.Errorf("picture %d: size %d, from %d, %d long", i, e[0], at, length)
		}
		if size > 0 && !bytes.Equal(icon[at+40:at+44], []byte{50, 100, 200, 255}) {
			t.Errorf("picture of %d begins with %v", size, icon[at+40:at+44])
		}
		end = at + length
	}
	if end != len(icon) {
		t.Errorf("%d bytes, of which %d are told of", len(icon), end)
	}
}

// TestTexts fills in every text that ships with the values it is given.
func TestTexts(t *testing.T) {
	about := Metadata{Name: "Tutela", ID: "it.x", Version: "1.2.3", Website: "w"}
	for name, want := range map[string]string{"tutela.desktop": "Icon=it.x\n", "mime.xml": `pattern="*.tutela"`, "licences.txt": "Tutela 1.2.3\n", "leggimi.txt": "Windows 10 o successivo"} {
		if got, err := Text(name, about); err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	if _, err := Text("control", map[string]any{"Version": "1"}); err == nil {
		t.Error("a blank was left open")
	}
}

func TestDependsRefuses(t *testing.T) {
	if _, err := Depends([]byte("no program")); err == nil {
		t.Error("no program was read")
	}
}
