package main

import "slices"

// target is a system that the program is handed out for.
type target struct {
	goos, goarch, suffix string
	cc                   string // the C compiler of the window, "" for the usual one
}

var (
	forLinux   = target{goos: "linux", goarch: "amd64"}
	forWindows = target{goos: "windows", goarch: "amd64", suffix: ".exe", cc: "x86_64-w64-mingw32-gcc"}
)

// deliveryFlags are the flags of every build that is handed out: those of every
// build, without the paths of this machine and what only a debugger reads; and on
// Windows a window without a console, which speaks to screen readers.
func deliveryFlags(t target, program string) []string {
	flags, link := append(slices.Clone(buildFlags), "-trimpath"), "-s -w"
	if t.goos == "windows" && program == "tutela" {
		link += " -H=windowsgui"
		flags = append(flags, "-tags=accessibility")
	}
	return append(flags, "-ldflags="+link)
}

// env is the environment of a build: the window needs C, the commands do not.
func (t target) env(program string) []string {
	env := []string{"GOOS=" + t.goos, "GOARCH=" + t.goarch}
	if program != "tutela" {
		return append(env, withoutCgo...)
	}
	if t.cc != "" {
		env = append(env, "CC="+t.cc)
	}
	return append(env, withCgo...)
}
