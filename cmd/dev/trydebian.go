package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// debian is the release that the package is tried on.
const debian = "bookworm"

// bareDebian is a Debian in a folder, with what every Debian has and nothing more.
type bareDebian struct {
	dir string
	env []string
}

// clerk is who uses the program in there; the account is made with the system.
const clerk = "impiegato"

// enter has a command see the processes and devices of a system of its own, and
// the display; what is mounted for it goes when it ends.
const enter = `root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
exec chroot "$@"`

// as prepares a command in there for a user, in the user's home.
func (b bareDebian) as(ctx context.Context, user string, line ...string) *exec.Cmd {
	home := "/root"
	if user == clerk {
		home = "/home/" + clerk
	}
	within := []string{"unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", enter, "sh", b.dir,
		"--userspec=" + user + ":" + user, b.dir, "env", "--chdir=" + home, "HOME=" + home}
	cmd := attached(ctx, "/", append(within, line...))
	cmd.Env = b.env
	return cmd
}

// onDebian tries the Debian package and the archive of the same files.
func (t *trial) onDebian() []stage {
	deb := fmt.Sprintf("tutela_%s_%s.deb", t.about.Version, forLinux.goarch)
	archive := "tutela-" + t.about.Version + "-linux-" + forLinux.goarch
	b := bareDebian{dir: filepath.Join(t.work, "debian"), env: append(slices.DeleteFunc(t.display.Env(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return !slices.Contains([]string{"DISPLAY", "LANG", "LC_CTYPE", "FYNE_SCALE"}, name)
	}), "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive")}
	inHome := filepath.Join(b.dir, "home", clerk)
	return []stage{
		{"lintian finds no error in the .deb", func(ctx context.Context) error {
			return attached(ctx, t.dist, []string{"lintian", "--fail-on", "error", "--allow-root", deb}).Run()
		}},
		{"desktops read the entry and the kind of file", func(ctx context.Context) error { return t.desktop(ctx, deb) }},
		{"a bare Debian (" + debian + ")", func(ctx context.Context) error {
			if err := said(attached(ctx, t.work, []string{"mmdebstrap", "--quiet", "--variant=minbase", debian, b.dir})); err != nil {
				return err
			}
			// Where the display is mounted.
			if err := os.Mkdir(filepath.Join(b.dir, "tmp", ".X11-unix"), 0o777); err != nil {
				return err
			}
			return said(b.as(ctx, "root", "useradd", "--create-home", clerk))
		}},
		{"the .deb installed there, with what it depends on alone", func(ctx context.Context) error {
			if err := said(attached(ctx, t.dist, []string{"cp", deb, filepath.Join(b.dir, "root")})); err != nil {
				return err
			}
			if err := errors.Join(said(b.as(ctx, "root", "apt-get", "update")),
				said(b.as(ctx, "root", "apt-get", "install", "-y", "--no-install-recommends", "./"+deb)),
				said(b.as(ctx, "root", "dpkg", "--verify", "tutela"))); err != nil {
				return err
			}
			files, err := b.ours(ctx)
			return errors.Join(err, holds(files, []string{"/usr/bin/tutela", "/usr/share/mime/packages/" + t.about.ID + ".xml"}))
		}},
		{"its commands, by a user", func(ctx context.Context) error {
			return commandsWork(func(line ...string) *exec.Cmd { return b.as(ctx, clerk, line...) }, t.about.Version, "tutela", "tutelactl")
		}},
		{"its window, by a user", func(ctx context.Context) error {
			return t.opens(ctx, b.as(ctx, clerk, "tutela", "--demo"), "debian")
		}},
		{"the .deb removed, nothing of it left", func(ctx context.Context) error {
			if err := said(b.as(ctx, "root", "apt-get", "purge", "-y", "tutela")); err != nil {
				return err
			}
			files, err := b.ours(ctx)
			if err == nil && files != "" {
				err = fmt.Errorf("these are:\n%s", files)
			}
			return err
		}},
		{"the .tar.xz unpacked there and opened", func(ctx context.Context) error {
			if err := said(attached(ctx, t.dist, []string{"tar", "-xf", archive + ".tar.xz", "-C", inHome})); err != nil {
				return err
			}
			bin := "./" + archive + "/usr/bin/"
			return errors.Join(said(b.as(ctx, clerk, bin+"tutela", "--version"), "tutela "+t.about.Version),
				t.opens(ctx, b.as(ctx, clerk, bin+"tutela", "--demo"), "tarball"))
		}},
	}
}

// desktop reads the package as desktops do.
func (t *trial) desktop(ctx context.Context, deb string) error {
	files := filepath.Join(t.work, "files")
	if err := said(attached(ctx, t.dist, []string{"dpkg-deb", "--extract", deb, files})); err != nil {
		return err
	}
	share := filepath.Join(files, "usr", "share")
	if err := errors.Join(said(attached(ctx, share, []string{"desktop-file-validate", "applications/" + t.about.ID + ".desktop"})),
		said(attached(ctx, share, []string{"update-mime-database", "mime"}))); err != nil {
		return err
	}
	kinds, err := os.ReadFile(filepath.Join(share, "mime", "globs2"))
	if err != nil {
		return err
	}
	return holds(string(kinds), []string{"application/x-tutela:*.tutela"})
}

// ours lists what is named after the program, apart from what lies in homes: the
// users' own, and root's with the package itself.
func (b bareDebian) ours(ctx context.Context) (string, error) {
	find := b.as(ctx, "root", "find", "/", "-xdev", "(", "-path", "/home", "-o", "-path", "/root", ")", "-prune", "-o", "-iname", "*tutela*", "-print")
	find.Stdout = nil
	files, err := find.Output()
	return string(files), err
}

// commandsWork has both programs tell their version, and the commands fill an
// example, look through it and print from it.
func commandsWork(run func(line ...string) *exec.Cmd, version, tutela, tutelactl string) error {
	const file, now = "prova.tutela", "2026-11-22"
	return errors.Join(
		said(run(tutela, "--version"), "tutela "+version),
		said(run(tutelactl, "demo", file), "Ufficio di esempio"),
		said(run(tutelactl, "--data", file, "check", "--now", now), "in scadenza"),
		said(run(tutelactl, "--data", file, "print", "controller-register", "--now", now, "--out", "registro.pdf")),
	)
}
