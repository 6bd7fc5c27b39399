package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tutela/assets"
	"tutela/cmd/dev/pack"
)

// windows makes the folder that needs no installation, zipped, and the installer
// of the same files for one user.
func (d *delivery) windows(ctx context.Context) (pack.Tree, error) {
	icon, err := pack.WindowsIcon(d.icon)
	if err != nil {
		return nil, err
	}
	manifest, err := pack.Text("program.manifest", nil)
	if err != nil {
		return nil, err
	}
	for _, f := range []pack.File{{Path: "tutela.ico", Data: icon}, {Path: "program.manifest", Data: manifest}} {
		if err := os.WriteFile(filepath.Join(d.work, f.Path), f.Data, 0o600); err != nil {
			return nil, fmt.Errorf("write the icon: %w", err)
		}
	}
	var files pack.Tree
	for _, p := range []struct{ name, description string }{{"tutelactl", d.about.Name + ", comandi"}, {"tutela", d.about.Name}} {
		program, err := d.buildWindows(ctx, p.name, p.description)
		if err != nil {
			return nil, err
		}
		files = append(files, pack.File{Path: p.name + ".exe", Mode: 0o755, Data: program})
	}
	licences, sbom, err := d.licences(ctx, forWindows)
	if err != nil {
		return nil, err
	}
	readme, err := pack.Text("leggimi.txt", d.about)
	if err != nil {
		return nil, err
	}
	files = append(files, pack.File{Path: "LICENZE.txt", Mode: 0o644, Data: forNotepad(licences)},
		pack.File{Path: "LEGGIMI.txt", Mode: 0o644, Data: forNotepad(readme)}, pack.File{Path: "NOVITA.txt", Mode: 0o644, Data: forNotepad(assets.Changelog)}, pack.File{Path: "sbom.cdx.json", Mode: 0o644, Data: sbom})
	var zipped bytes.Buffer
	if err := files.Under(d.about.Name).WriteZip(&zipped, d.at); err != nil {
		return nil, err
	}
	installer, err := d.installer(ctx, files)
	if err != nil {
		return nil, err
	}
	name := d.about.Name + "-" + d.about.Version + "-windows-" + forWindows.goarch
	return pack.Tree{
		{Path: name + "-setup.exe", Mode: 0o755, Data: installer},
		{Path: name + ".zip", Mode: 0o644, Data: zipped.Bytes()},
	}, nil
}

// forNotepad is a text as old Windows programs read it.
func forNotepad(text []byte) []byte {
	return append([]byte("\ufeff"), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))...)
}

// buildWindows builds a program with its icon and version data, which go links
// from a file beside the source, removed afterwards.
func (d *delivery) buildWindows(ctx context.Context, name, description string) (program []byte, err error) {
	numbers, err := d.about.Numbers()
	if err != nil {
		return nil, err
	}
	resource, err := pack.Text("resource.rc", map[string]any{
		"IconFile": "tutela.ico", "ManifestFile": "program.manifest", "Name": d.about.Name, "Description": description, "Program": name,
		"Version": d.about.Version, "Comma": fmt.Sprintf("%d,%d,%d,%d", numbers[0], numbers[1], numbers[2], numbers[3]),
	})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(d.work, name+".rc"), resource, 0o600); err != nil {
		return nil, fmt.Errorf("write the version data: %w", err)
	}
	linked := filepath.Join(d.root, "cmd", name, "resource_windows_amd64.syso")
	defer func() {
		if gone := os.Remove(linked); !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	if err := attached(ctx, d.work, []string{"x86_64-w64-mingw32-windres", "--codepage=65001", "-O", "coff", "-i", name + ".rc", "-o", linked}).Run(); err != nil {
		return nil, fmt.Errorf("compile the version data: %w", err)
	}
	return d.build(ctx, forWindows, name)
}

// installer makes the program that installs the files.
func (d *delivery) installer(ctx context.Context, files pack.Tree) ([]byte, error) {
	numbers, err := d.about.Numbers()
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(d.work, "installer")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the installer: %w", err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
		path := filepath.Join(folder, f.Path)
		if err := errors.Join(os.WriteFile(path, f.Data, f.Mode), os.Chtimes(path, d.at, d.at)); err != nil {
			return nil, fmt.Errorf("make the installer: %w", err)
		}
	}
	script, err := pack.Text("installer.nsi", map[string]any{
		"Name": d.about.Name, "Version": d.about.Version, "Dotted": fmt.Sprintf("%d.%d.%d.%d", numbers[0], numbers[1], numbers[2], numbers[3]),
		"IconFile": "../tutela.ico", "Out": "../tutela-setup.exe", "Files": names, "InstalledKB": files.Kilobytes(),
	})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "installer.nsi"), script, 0o600); err != nil {
		return nil, fmt.Errorf("make the installer: %w", err)
	}
	line := []string{"makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", "installer.nsi"}
	if err := attached(ctx, folder, line, fmt.Sprintf("SOURCE_DATE_EPOCH=%d", d.at.Unix())).Run(); err != nil {
		return nil, fmt.Errorf("make the installer: %w", err)
	}
	return os.ReadFile(filepath.Join(d.work, "tutela-setup.exe"))
}
