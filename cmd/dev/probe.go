package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

// host is what probes may ask of the machine.
type host struct {
	hasTool   func(name string) bool
	hasFile   func(pattern string) bool // a glob
	pkgConfig func(name string) bool
}

// probe tells whether something is there. Probes look at the thing itself and
// not at the list of packages, so that they hold on any distribution.
type probe func(host) bool

func tool(names ...string) probe {
	return func(h host) bool {
		for _, name := range names {
			if !h.hasTool(name) {
				return false
			}
		}
		return true
	}
}

// header is a C header in the usual folders, or known to pkg-config under the
// given name.
func header(path, pkg string) probe {
	return func(h host) bool {
		for _, dir := range []string{"/usr/include/", "/usr/include/*-linux-gnu*/", "/usr/local/include/"} {
			if h.hasFile(dir + path) {
				return true
			}
		}
		return pkg != "" && h.pkgConfig(pkg)
	}
}

// library is a file below one of the folders of shared libraries; any of the
// patterns will do.
func library(patterns ...string) probe {
	return func(h host) bool {
		for _, p := range patterns {
			for _, dir := range []string{"/usr/lib/*-linux-gnu*/", "/usr/lib64/", "/usr/lib/", "/usr/local/lib/"} {
				if h.hasFile(dir + p) {
					return true
				}
			}
		}
		return false
	}
}

func anyFile(patterns ...string) probe {
	return func(h host) bool {
		for _, p := range patterns {
			if h.hasFile(p) {
				return true
			}
		}
		return false
	}
}

// thisHost asks the machine the helper runs on.
func thisHost() host {
	return host{
		hasTool: func(name string) bool {
			_, err := exec.LookPath(name)
			return err == nil
		},
		hasFile: func(pattern string) bool {
			found, _ := filepath.Glob(os.ExpandEnv(pattern)) // the patterns are ours and well formed
			return len(found) > 0
		},
		pkgConfig: func(name string) bool {
			return exec.Command("pkg-config", "--exists", name).Run() == nil
		},
	}
}
