package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"tutela/assets"
	"tutela/cmd/dev/pack"
)

// linux makes the Debian package, and the same files as an archive for the
// distributions without it.
func (d *delivery) linux(ctx context.Context) (pack.Tree, error) {
	files, err := d.shared()
	if err != nil {
		return nil, err
	}
	var window []byte
	for _, name := range []string{"tutela", "tutelactl"} {
		program, err := d.build(ctx, forLinux, name)
		if err != nil {
			return nil, err
		}
		if name == "tutela" {
			window = program
			if err := d.saysVersion(ctx, name); err != nil {
				return nil, err
			}
		}
		files = append(files, pack.File{Path: "usr/bin/" + name, Mode: 0o755, Data: program})
	}
	licences, sbom, err := d.licences(ctx, forLinux)
	if err != nil {
		return nil, err
	}
	files = append(files, pack.File{Path: "usr/share/doc/tutela/copyright", Mode: 0o644, Data: licences},
		pack.File{Path: "usr/share/doc/tutela/sbom.cdx.json", Mode: 0o644, Data: sbom},
		pack.File{Path: "usr/share/doc/tutela/changelog.md", Mode: 0o644, Data: assets.Changelog})
	// What lintian is told stands in the Debian package alone.
	overrides, err := pack.Text("lintian-overrides", nil)
	if err != nil {
		return nil, err
	}
	ofDeb := append(slices.Clone(files), pack.File{Path: "usr/share/lintian/overrides/tutela", Mode: 0o644, Data: overrides})
	depends, err := pack.Depends(window)
	if err != nil {
		return nil, err
	}
	control, err := pack.Text("control", map[string]any{
		"Version": d.about.Version, "Website": d.about.Website, "Arch": forLinux.goarch,
		"Depends": strings.Join(depends, ", "), "InstalledKB": ofDeb.Kilobytes(),
	})
	if err != nil {
		return nil, err
	}
	xz := func(data []byte) ([]byte, error) { return compressed(ctx, data) }
	deb, err := pack.Deb(string(control), ofDeb, d.at, xz)
	if err != nil {
		return nil, fmt.Errorf("make the Debian package: %w", err)
	}
	name := "tutela-" + d.about.Version + "-linux-" + forLinux.goarch
	var tarred bytes.Buffer
	if err := files.Under(name).WriteTar(&tarred, d.at); err != nil {
		return nil, err
	}
	packed, err := xz(tarred.Bytes())
	if err != nil {
		return nil, err
	}
	return pack.Tree{
		{Path: fmt.Sprintf("tutela_%s_%s.deb", d.about.Version, forLinux.goarch), Mode: 0o644, Data: deb},
		{Path: name + ".tar.xz", Mode: 0o644, Data: packed},
	}, nil
}

// shared is what desktops read: the entry of the menu, the icon in the sizes they
// ask for, the kind of file.
func (d *delivery) shared() (pack.Tree, error) {
	entry, err := pack.Text("tutela.desktop", d.about)
	if err != nil {
		return nil, err
	}
	kind, err := pack.Text("mime.xml", d.about)
	if err != nil {
		return nil, err
	}
	files := pack.Tree{
		{Path: "usr/share/applications/" + d.about.ID + ".desktop", Mode: 0o644, Data: entry},
		{Path: "usr/share/mime/packages/" + d.about.ID + ".xml", Mode: 0o644, Data: kind},
	}
	for _, size := range []int{32, 48, 64, 128, 256, 512} {
		icon, err := pack.Icon(d.icon, size)
		if err != nil {
			return nil, err
		}
		files = append(files, pack.File{Path: fmt.Sprintf("usr/share/icons/hicolor/%dx%d/apps/%s.png", size, size, d.about.ID), Mode: 0o644, Data: icon})
	}
	return files, nil
}

// saysVersion asks the program that was built for its version: it must be that
// of the package.
func (d *delivery) saysVersion(ctx context.Context, name string) error {
	said, err := output(ctx, d.work, filepath.Join(d.work, name), "--version")
	if err != nil {
		return err
	}
	if want := name + " " + d.about.Version; said != want {
		return failf(exitFailed, "the program says %q, FyneApp.toml %q", said, want)
	}
	return nil
}

// compressed is data as xz makes it smaller, by one processor: two would make
// other bytes than one.
func compressed(ctx context.Context, data []byte) ([]byte, error) {
	xz := exec.CommandContext(ctx, "xz", "-6", "-T1", "--check=crc64", "-c")
	xz.Stdin, xz.Stderr = bytes.NewReader(data), os.Stderr
	out, err := xz.Output()
	if err != nil {
		return nil, fmt.Errorf("xz: %w", err)
	}
	return out, nil
}
