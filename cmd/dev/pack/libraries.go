package pack

import (
	"bytes"
	"debug/elf"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// debianOf names the Debian package of each library that the program is linked
// with.
var debianOf = map[string]string{"libGL.so.1": "libgl1", "libwayland-client.so.0": "libwayland-client0"}

// openedLater are the packages of the libraries that GLFW opens while it starts,
// on X11 and on Wayland, and of the OpenGL behind libgl1.
var openedLater = []string{
	"libegl1", "libgl1-mesa-dri", "libwayland-cursor0", "libwayland-egl1", "libx11-6", "libx11-xcb1", "libxcursor1", "libxext6",
	"libxi6", "libxinerama1", "libxkbcommon0", "libxrandr2", "libxrender1", "libxxf86vm1",
}

// Depends gives what a program asks of Debian, read from the program: the
// packages of its libraries and the oldest C library that has what it calls.
func Depends(program []byte) ([]string, error) {
	f, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		return nil, fmt.Errorf("read the program: %w", err)
	}
	libraries, err := f.ImportedLibraries()
	if err != nil {
		return nil, fmt.Errorf("read the program: %w", err)
	}
	symbols, err := f.ImportedSymbols()
	if err != nil {
		return nil, fmt.Errorf("read the program: %w", err)
	}
	oldest := 0
	for _, s := range symbols {
		if minor, ok := strings.CutPrefix(s.Version, "GLIBC_2."); ok {
			n, err := strconv.Atoi(strings.SplitN(minor, ".", 2)[0])
			if err != nil {
				return nil, fmt.Errorf("version %q of %s: %w", s.Version, s.Name, err)
			}
			oldest = max(oldest, n)
		}
	}
	out := append([]string{fmt.Sprintf("libc6 (>= 2.%d)", oldest)}, openedLater...)
	for _, l := range libraries {
		if slices.Contains([]string{"libc.so.6", "libm.so.6", "libdl.so.2", "librt.so.1", "libpthread.so.0", "libresolv.so.2"}, l) {
			continue // all of libc6
		}
		debian, known := debianOf[l]
		if !known {
			return nil, fmt.Errorf("which Debian package brings %s is not known", l)
		}
		out = append(out, debian)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
