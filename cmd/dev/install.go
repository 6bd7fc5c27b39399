package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// install sees to it that the machine has what the command needs. It calls the
// package manager once when something is missing, and never otherwise.
func install(ctx context.Context, command string) error {
	switch runtime.GOOS {
	case "windows":
		fmt.Println("The window needs a C compiler in the PATH: gcc of MSYS2 (mingw-w64-x86_64-gcc) or of w64devkit.")
		return nil
	case "darwin":
		fmt.Println("The window needs the Xcode command line tools: xcode-select --install")
		return nil
	}
	packages := missing(thisHost(), needs, command)
	if len(packages) == 0 {
		return nil
	}
	if !thisHost().hasTool("apt-get") {
		return failf(exitMissing, "no apt-get here to install what is missing; install what your distribution has for these Debian packages:\n  %s",
			strings.Join(packages, " "))
	}
	prefix, ok := asRoot(ctx)
	update, inst := aptLines(prefix, packages)
	if !ok {
		return failf(exitMissing, "packages are missing, and neither root nor sudo without a password is at hand; run\n  %s && %s",
			strings.Join(update, " "), strings.Join(inst, " "))
	}
	fmt.Println("Installing:", strings.Join(packages, " "))
	if err := attached(ctx, "", update).Run(); err != nil {
		// A single unreachable source must not stop us: what install finds decides.
		fmt.Fprintln(os.Stderr, "dev: apt-get update:", err)
	}
	if err := attached(ctx, "", inst).Run(); err != nil {
		return failf(exitMissing, "install packages: %w; by hand:\n  %s", err, strings.Join(inst, " "))
	}
	if still := missing(thisHost(), needs, command); len(still) > 0 {
		// Go on: a distribution may have moved a file since the table was written.
		fmt.Fprintln(os.Stderr, "dev: installed, but not found where expected:", strings.Join(still, " "))
	}
	return nil
}

// asRoot returns what to put before a command that wants root. Without root
// and without sudo it returns the line for a person to type, and false.
func asRoot(ctx context.Context) (prefix []string, ok bool) {
	if os.Geteuid() == 0 {
		return nil, true
	}
	if exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil {
		return []string{"sudo", "-n"}, true
	}
	return []string{"sudo"}, false
}

// aptLines returns the two command lines that bring the packages. The variable
// goes through env because sudo drops it from its own environment.
func aptLines(prefix, packages []string) (update, install []string) {
	apt := append(prefix[:len(prefix):len(prefix)], "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300")
	update = append(apt[:len(apt):len(apt)], "update")
	install = append(apt[:len(apt):len(apt)], "install", "-y", "--no-install-recommends")
	return update, append(install, packages...)
}
