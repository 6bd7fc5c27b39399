package main

import "golang.org/x/sys/windows"

// tell says a sentence in a box of the system's own, which needs no OpenGL: the
// program has no console there.
func tell(sentence string) {
	text, err := windows.UTF16PtrFromString(sentence)
	if err != nil {
		return // the sentences are ours and hold no NUL
	}
	title, err := windows.UTF16PtrFromString("Tutela")
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND) // nothing is left to be done
}
