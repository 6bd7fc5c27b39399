package main

import "slices"

// need is one thing a task wants from the machine: how to see whether it is
// there, and the Debian package that brings it.
type need struct {
	debian string
	there  probe
	by     []string
}

// The commands that need a thing, in the sets that recur in the table.
var (
	byBuild   = []string{"run", "test", "shot", "package"} // whatever compiles the window
	byDisplay = []string{"test", "shot", "try"}            // whatever opens it on a display of its own
	byOpenGL  = append(byBuild, "try")
	byReading = []string{"test", "try"} // whatever reads words in pictures
	byTest    = []string{"test"}
	byBench   = []string{"bench"}
	byPackage = []string{"package"}
	byTry     = []string{"try"}
)

// needs is the one list of what is wanted from the machine.
var needs = []need{
	{"ca-certificates", anyFile("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"), byBuild},

	// The compiler and the headers of Fyne's X11 and Wayland drivers.
	{"gcc", tool("gcc"), byBuild},
	{"libc6-dev", header("stdio.h", ""), byBuild},
	{"pkg-config", tool("pkg-config"), byBuild},
	{"libgl-dev", header("GL/gl.h", "gl"), byBuild},
	{"libx11-dev", header("X11/Xlib.h", "x11"), byBuild},
	{"libxcursor-dev", header("X11/Xcursor/Xcursor.h", "xcursor"), byBuild},
	{"libxrandr-dev", header("X11/extensions/Xrandr.h", "xrandr"), byBuild},
	{"libxinerama-dev", header("X11/extensions/Xinerama.h", "xinerama"), byBuild},
	{"libxi-dev", header("X11/extensions/XInput2.h", "xi"), byBuild},
	{"libxxf86vm-dev", header("X11/extensions/xf86vmode.h", "xxf86vm"), byBuild},
	{"libwayland-dev", header("wayland-client.h", "wayland-client"), byBuild},
	{"libxkbcommon-dev", header("xkbcommon/xkbcommon.h", "xkbcommon"), byBuild},
	{"libegl-dev", header("EGL/egl.h", "egl"), byBuild},

	// OpenGL when the window runs.
	{"libgl1", library("libGL.so.1"), byOpenGL},
	{"libgl1-mesa-dri", library("dri/*_dri.so", "libgallium*.so"), byOpenGL},

	// A display without a screen, and hands for it.
	{"xvfb", tool("Xvfb"), byDisplay},
	{"x11-xkb-utils", tool("xkbcomp"), byDisplay},
	{"x11-utils", tool("xev"), byTest},
	{"openbox", tool("openbox"), byDisplay},
	{"xdotool", tool("xdotool"), byDisplay},
	{"xauth", tool("xauth"), byTest}, // wanted by xvfb-run

	// Reading back what was painted or printed.
	{"poppler-utils", tool("pdftotext", "pdftoppm"), []string{"test", "bench"}},
	{"qpdf", tool("qpdf"), byTest},
	{"openssl", tool("openssl"), byTest}, // signatures as others write them
	{"khal", tool("khal"), byTest},       // a calendar
	{"strace", tool("strace"), byTest},   // which connections a program opens
	{"tesseract-ocr", tool("tesseract"), byReading},
	{"tesseract-ocr-ita", anyFile("/usr/share/tesseract-ocr/*/tessdata/ita.traineddata", "/usr/share/tess*/ita.traineddata",
		"/usr/share/tesseract/tessdata/ita.traineddata", "$TESSDATA_PREFIX/ita.traineddata"), byReading},

	// Archives, and the programs of Windows with their icon and installer.
	{"xz-utils", tool("xz"), byPackage},
	{"gcc-mingw-w64-x86-64", tool("x86_64-w64-mingw32-gcc"), []string{"package", "try"}},
	{"binutils-mingw-w64-x86-64", tool("x86_64-w64-mingw32-windres"), byPackage},
	{"nsis", tool("makensis"), byPackage},

	// Systems that have nothing of ours, and what reads the packages as theirs do.
	{"mmdebstrap", tool("mmdebstrap"), byTry},
	{"lintian", tool("lintian"), byTry},
	{"desktop-file-utils", tool("desktop-file-validate"), byTry},
	{"shared-mime-info", tool("update-mime-database"), byTry},
	{"wine", tool("wine"), byTry},
	{"wine64", anyFile("/usr/lib/wine/wine64", "/usr/bin/wine64"), byTry},

	// Others that set the text of the document, to be measured by.
	{"texlive-latex-base", tool("pdflatex"), byBench},
	{"texlive-lang-italian", anyFile("/usr/share/texlive/texmf-dist/tex/generic/babel-italian/italian.ldf", "/usr/share/texmf*/tex/generic/babel-italian/italian.ldf"), byBench},
	{"lmodern", anyFile("/usr/share/texmf/tex/latex/lm/lmodern.sty", "/usr/share/texlive/texmf-dist/tex/latex/lm/lmodern.sty"), byBench},
	{"libreoffice-writer-nogui", tool("soffice"), byBench},
}

// missing returns the packages that the command needs and h lacks, in the
// order of the table.
func missing(h host, table []need, command string) []string {
	var packages []string
	for _, n := range table {
		if slices.Contains(n.by, command) && !n.there(h) {
			packages = append(packages, n.debian)
		}
	}
	return packages
}
