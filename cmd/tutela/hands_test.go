package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"tutela/cmd/dev/xdisplay"
)

// hands are a user at the real window: keys, clicks, eyes.
type hands struct {
	t       *testing.T
	display *xdisplay.Display
	cmd     *exec.Cmd
	errOut  *bytes.Buffer
	opened  string // where the stand-in for the PDF viewer writes what it was given
	printed string // and the stand-in for the printing of the system
	home    string
}

// The keys of the tabs.
const (
	tabOffice     = "ctrl+2"
	tabTreatments = "ctrl+3"
	tabPeople     = "ctrl+4"
	tabBackup     = "ctrl+5"
	tabBreaches   = "ctrl+6"
)

const (
	patience = 30 * time.Second
	still    = 300 * time.Millisecond
)

// built is the window, built once for all tests with the flags of cmd/dev, so
// that nothing is compiled twice.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tutela-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "tutela")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// The window that fails is this test program, told so by its environment: the one that
// is handed out knows no way to be made to fail.
const (
	crashOffice  = "TUTELA_TEST_CRASH_OFFICE"
	crashTrigger = "TUTELA_TEST_CRASH_TRIGGER"
)

func TestMain(m *testing.M) {
	if file := os.Getenv(crashOffice); file != "" {
		os.Exit(crashWhen(file, os.Getenv(crashTrigger)))
	}
	code := m.Run()
	if path, err := built(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

func program(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal("build: ", err)
	}
	return path
}

// sit opens a display and prepares a home of its own.
func sit(t *testing.T) *hands {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	d, err := xdisplay.Start(ctx, 1366, 768)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	h := &hands{t: t, display: d, home: t.TempDir()}
	h.opened, h.printed = filepath.Join(h.home, "opened"), filepath.Join(h.home, "printed")
	h.standIn("xdg-open", `echo "$1" >> "`+h.opened+`"`)
	h.standIn("lpstat", "[ \"$1\" = -e ] && printf 'Ufficio-1\\nUfficio-2\\n' || echo 'system default destination: Ufficio-2'")
	h.standIn("lp", `for last; do :; done; cp "$last" "`+h.printed+`.pdf"; echo "`+h.printed+`.pdf" > "`+h.printed+`"`)
	return h
}

// standIn puts a program of the system's into the home, in place of the real one.
func (h *hands) standIn(name, script string) {
	h.t.Helper()
	dir := filepath.Join(h.home, "bin")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		h.t.Fatal(err)
	}
}

// start opens the program and waits for its window.
func (h *hands) start(program string, args ...string) {
	h.t.Helper()
	h.cmd = h.display.Command(program, args...)
	h.cmd.Env = append(h.display.Env(), "HOME="+h.home, "XDG_DATA_HOME="+h.home+"/data", "XDG_STATE_HOME="+h.home+"/state",
		"XDG_CONFIG_HOME="+h.home+"/config", "PATH="+h.home+"/bin:"+os.Getenv("PATH"))
	h.errOut = &bytes.Buffer{}
	h.cmd.Stderr = h.errOut
	if err := h.cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.display.WaitWindow("Tutela", patience); err != nil {
		h.t.Fatalf("%v\n%s", err, h.errOut)
	}
	h.settle()
}

func (h *hands) settle() {
	h.t.Helper()
	if err := h.display.Settle(still, patience); err != nil {
		h.t.Fatalf("%v\n%s", err, h.said())
	}
}

// said is what the program wrote to standard error, and the note of a crash.
func (h *hands) said() string {
	out := h.errOut.String()
	notes, _ := filepath.Glob(filepath.Join(h.home, "state", "*", "chiusura-imprevista.txt")) // the pattern is well formed
	for _, note := range notes {
		text, err := os.ReadFile(note)
		out += fmt.Sprintf("%s%v\n", text, err)
	}
	return out
}

func (h *hands) keys(names ...string) {
	h.t.Helper()
	if err := h.display.Key(names...); err != nil {
		h.t.Fatal(err)
	}
}

// write types into the field that has the keyboard.
func (h *hands) write(text string) {
	h.t.Helper()
	if err := h.display.Type(text); err != nil {
		h.t.Fatal(err)
	}
}

// field types into a field and goes on to the next.
func (h *hands) field(text string) {
	h.t.Helper()
	if text != "" {
		h.write(text)
	}
	h.keys("Tab")
}

// fields fills fields one after the other; "" passes one over.
func (h *hands) fields(texts ...string) {
	h.t.Helper()
	for _, text := range texts {
		h.field(text)
	}
}

// pick takes entries by typing their words, and goes on to the next field.
func (h *hands) pick(words ...string) {
	h.t.Helper()
	for _, w := range words {
		h.write(w)
		h.settle()
		h.keys("Return")
		h.settle()
	}
	h.keys("Tab")
}

// answer chooses the n-th cell of a row of answers, from 0, and goes on.
func (h *hands) answer(n int) {
	h.t.Helper()
	for range n {
		h.keys("Right")
	}
	h.keys("space", "Tab")
}

func (h *hands) click(x, y int) {
	h.t.Helper()
	if err := h.display.Click(x, y); err != nil {
		h.t.Fatal(err)
	}
	h.settle()
}

// sees waits until a word stands on the screen.
func (h *hands) sees(pattern string) {
	h.t.Helper()
	h.seesIn(image.Rectangle{}, pattern)
}

// seesIn waits until a word stands in a part of the screen, which is read in a
// fraction of the time of the whole; an empty part is all of it.
func (h *hands) seesIn(part image.Rectangle, pattern string) {
	h.t.Helper()
	want := regexp.MustCompile(pattern)
	var text string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		img, err := h.display.Image()
		if err != nil {
			h.t.Fatal(err)
		}
		looked := image.Image(img)
		if !part.Empty() {
			looked = img.SubImage(part)
		}
		if text, err = xdisplay.ReadText(context.Background(), looked); err != nil {
			h.t.Fatal(err)
		}
		if want.MatchString(text) {
			return
		}
	}
	h.shot("not-seen")
	h.t.Fatalf("%q is not to be seen in:\n%s\n%s", pattern, text, h.said())
}

// clickOn clicks on words, once they stand on the screen.
func (h *hands) clickOn(pattern string) {
	h.t.Helper()
	want := regexp.MustCompile(pattern)
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		img, err := h.display.Image()
		if err != nil {
			h.t.Fatal(err)
		}
		at, found, err := xdisplay.Find(context.Background(), img, want)
		if err != nil {
			h.t.Fatal(err)
		}
		if found {
			h.click(at.X, at.Y)
			return
		}
	}
	h.shot("not-found")
	h.t.Fatalf("%q is not to be found\n%s", pattern, h.said())
}

// shot keeps a picture where TUTELA_SHOTS asks for them.
func (h *hands) shot(name string) {
	dir := os.Getenv("TUTELA_SHOTS")
	if dir == "" {
		return
	}
	if err := h.display.Screenshot(filepath.Join(dir, strings.ReplaceAll(h.t.Name(), "/", "-")+"-"+name+".png")); err != nil {
		h.t.Error(err)
	}
}

// paper waits for the PDF that a stand-in was given and reads its text.
func (h *hands) paper(given string) string {
	h.t.Helper()
	var path string
	for deadline := time.Now().Add(patience); path == ""; {
		data, err := os.ReadFile(given)
		if err == nil && bytes.HasSuffix(data, []byte("\n")) {
			path = strings.TrimPrefix(strings.TrimSpace(string(data)), "file://")
			break
		}
		if time.Now().After(deadline) {
			h.shot("no-paper")
			h.t.Fatal("no paper was given on")
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := os.Remove(given); err != nil {
		h.t.Fatal(err)
	}
	return pdfText(h.t, unescape(path))
}

func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext %s: %v", path, err)
	}
	return string(out)
}

// quit closes the window and waits for the program to end.
func (h *hands) quit() {
	h.t.Helper()
	h.keys("ctrl+q")
	if err := h.wait(); err != nil {
		h.t.Fatalf("%v\n%s", err, h.errOut)
	}
}

func (h *hands) wait() error {
	ended := make(chan error, 1)
	go func() { ended <- h.cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return errors.New("the program does not end")
	}
}

// kill ends the program as a pulled plug would.
func (h *hands) kill() {
	h.t.Helper()
	if err := h.cmd.Process.Kill(); err != nil {
		h.t.Fatal(err)
	}
	_ = h.cmd.Wait() // says that it was killed
}
