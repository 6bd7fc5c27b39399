package main

import (
	"archive/zip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"time"
)

// randomNumbers is the source of a library that Windows 10 has and the Wine of
// Debian lacks.
//
//go:embed stub/bcryptprimitives.c
var randomNumbers []byte

// wine is a Windows of its own, in a folder: Wine's prefix.
type wine struct {
	dir, user string
	t         *trial
}

// command prepares a program of Windows, or one of Wine's own, in a folder.
func (w wine) command(dir string, line ...string) *exec.Cmd {
	cmd := w.t.display.Command("wine", line...)
	cmd.Dir = dir
	// Without its own browser, .NET and entries in this machine's menu, without its
	// reading aloud, which is unfinished and would end the program; nor its log.
	cmd.Env = append(cmd.Env, "WINEPREFIX="+w.dir, "WINEDLLOVERRIDES=mshtml=;mscoree=;winemenubuilder.exe=;uiautomationcore=", "WINEDEBUG=-all")
	return cmd
}

// at is the place of a file of the user who is there.
func (w wine) at(path ...string) string {
	return filepath.Join(append([]string{w.dir, "drive_c", "users", w.user}, path...)...)
}

// Where the installer puts the program and its entry in the menu, for the user
// alone, and where Windows looks for how to take it away.
var (
	installedIn = []string{"AppData", "Local", "Programs"}
	startMenu   = []string{"AppData", "Roaming", "Microsoft", "Windows", "Start Menu", "Programs"}
)

const uninstallKey = `Microsoft\Windows\CurrentVersion\Uninstall\`

// underWine tries the folder and the installer of Windows.
func (t *trial) underWine() ([]stage, error) {
	me, err := user.Current()
	if err != nil {
		return nil, fmt.Errorf("whose Wine is it: %w", err)
	}
	w := wine{filepath.Join(t.work, "wine"), me.Username, t}
	name := filepath.Join(t.dist, t.about.Name+"-"+t.about.Version+"-windows-"+forWindows.goarch)
	folder := filepath.Join(t.work, "windows")
	program := filepath.Join(folder, t.about.Name)
	installed := w.at(append(installedIn, t.about.Name)...)
	return []stage{
		{"Wine as Windows 10, with a stand-in for its bcryptprimitives.dll and without its UI Automation", w.prepare},
		{"the .zip unpacked, its commands", func(context.Context) error {
			if err := unzip(name+".zip", folder); err != nil {
				return err
			}
			return commandsWork(func(line ...string) *exec.Cmd { return w.command(program, line...) }, t.about.Version, "tutela.exe", "tutelactl.exe")
		}},
		{"its window", func(ctx context.Context) error {
			return t.opens(ctx, w.command(program, "tutela.exe", "--demo"), "windows")
		}},
		{"where there is no OpenGL 2.1, a box that says so", func(ctx context.Context) error {
			old := w.command(program, "tutela.exe", "--demo")
			old.Env = append(old.Env, "MESA_GL_VERSION_OVERRIDE=1.1")
			return t.shows(ctx, old, "windows-opengl", []string{"cui la disegna", "sono come prima"}, "Return", 1)
		}},
		{"the installer, which asks nothing", func(context.Context) error {
			return errors.Join(said(w.command(t.dist, name+"-setup.exe", "/S")), w.isInstalled(installed))
		}},
		{"a file .tutela opened by what the installer says opens it", func(ctx context.Context) error {
			// That Wine looks only at what all users have.
			for _, key := range []string{`.tutela`, `Tutela.Ufficio`} {
				if err := said(w.command(t.work, "reg", "copy", `HKCU\Software\Classes\`+key, `HKLM\Software\Classes\`+key, "/s", "/f")); err != nil {
					return err
				}
			}
			return t.opens(ctx, w.command(program, "start", "/wait", "prova.tutela"), "windows-installed")
		}},
		{"uninstalled, nothing of it left", func(ctx context.Context) error {
			return errors.Join(said(w.command(t.dist, filepath.Join(installed, "disinstalla.exe"), "/S")), w.nothingLeft(ctx, installed))
		}},
		{"Windows 8.1 refused in a sentence", func(ctx context.Context) error {
			if err := said(w.command(t.work, "winecfg", "/v", "win81")); err != nil {
				return err
			}
			return t.shows(ctx, w.command(t.dist, name+"-setup.exe"), "windows-8.1", []string{"Windows 10 o successivo"}, "Return", 2)
		}},
		{"Wine ended", w.end},
	}, nil
}

// prepare makes the prefix, and the library that is lacking.
func (w wine) prepare(ctx context.Context) error {
	if err := said(w.command(w.t.work, "wineboot", "--init")); err != nil {
		return err
	}
	if err := said(w.command(w.t.work, "winecfg", "/v", "win10")); err != nil {
		return err
	}
	source := filepath.Join(w.t.work, "bcryptprimitives.c")
	if err := os.WriteFile(source, randomNumbers, 0o600); err != nil {
		return err
	}
	library := filepath.Join(w.dir, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	return said(attached(ctx, w.t.work, []string{forWindows.cc, "-shared", "-o", library, source, "-ladvapi32"}))
}

// isInstalled looks for what the installer puts down.
func (w wine) isInstalled(folder string) error {
	for _, path := range []string{filepath.Join(folder, "tutelactl.exe"), filepath.Join(folder, "LICENZE.txt"), w.at(append(startMenu, w.t.about.Name+".lnk")...)} {
		if _, err := os.Stat(path); err != nil {
			return err
		}
	}
	inRegistry := func(key, want string) error {
		return said(w.command(w.t.work, "reg", "query", `HKCU\Software\`+key), want)
	}
	return errors.Join(inRegistry(`Classes\.tutela`, "Tutela.Ufficio"), inRegistry(`Classes\Tutela.Ufficio\shell\open\command`, `\tutela.exe" "%1"`),
		inRegistry(uninstallKey+w.t.about.Name, w.t.about.Version))
}

// nothingLeft waits for the uninstaller, which goes on by itself, and looks for
// what it was to take away.
func (w wine) nothingLeft(ctx context.Context, folder string) error {
	if err := soon(ctx, folder+" to go", func() bool { return gone(folder) }); err != nil {
		return err
	}
	if entry := w.at(append(startMenu, w.t.about.Name+".lnk")...); !gone(entry) {
		return fmt.Errorf("%s is still there", entry)
	}
	for _, key := range []string{`Classes\.tutela`, `Classes\Tutela.Ufficio`, uninstallKey + w.t.about.Name, w.t.about.Name} {
		if w.command(w.t.work, "reg", "query", `HKCU\Software\`+key).Run() == nil {
			return fmt.Errorf("%s is still in the registry", key)
		}
	}
	return nil
}

// end ends Wine, which writes into its folder until it has.
func (w wine) end(ctx context.Context) error {
	if err := said(w.command(w.t.work, "wineboot", "--kill")); err != nil {
		return err
	}
	return soon(ctx, "Wine to end", func() bool { return os.RemoveAll(w.dir) == nil })
}

// soon waits for what a program does after it has ended.
func soon(ctx context.Context, what string, there func() bool) error {
	for limit := time.Now().Add(openPatience); !there(); {
		if time.Now().After(limit) {
			return fmt.Errorf("wait for %s: not after %v", what, openPatience)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return nil
}

func gone(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist)
}

func unzip(file, folder string) error {
	z, err := zip.OpenReader(file)
	if err != nil {
		return fmt.Errorf("unpack: %w", err)
	}
	defer z.Close()
	return os.CopyFS(folder, z)
}
