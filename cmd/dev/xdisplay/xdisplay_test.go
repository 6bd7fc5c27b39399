package xdisplay

import (
	"encoding/binary"
	"image"
	"image/color"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestEveryLetterHasAKeyOfItsOwn(t *testing.T) {
	seen := map[rune]bool{}
	for _, r := range letters {
		if seen[r] || r < 128 {
			t.Errorf("%q is in the table twice, or on the US keyboard", r)
		}
		seen[r] = true
	}
	if n, free := utf8.RuneCountInString(letters), len(keyCodes()); n > free {
		t.Errorf("%d letters for %d free keys", n, free)
	}
	if !strings.Contains(keymap(), "<X000> = 138;") || !strings.Contains(keymap(), "key <X001> { [ U00E0 ] };") {
		t.Errorf("keymap:\n%s", keymap())
	}
}

func TestKeysFor(t *testing.T) {
	got, err := keysFor("Aè €\n\t")
	if want := []string{"U0041", "U00E8", "U0020", "U20AC", "Return", "Tab"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	for _, text := range []string{"漢", "\x07", "\xff", "\x7f"} {
		if _, err := keysFor(text); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

func TestDecodeXWD(t *testing.T) {
	dump := make([]byte, 100+12+2*12) // header, one colour, two rows of two pixels and padding
	for i, v := range map[int]uint32{0: 100, 1: 7, 4: 2, 5: 2, 7: 0, 11: 32, 12: 12, 19: 1} {
		binary.BigEndian.PutUint32(dump[4*i:], v)
	}
	binary.LittleEndian.PutUint32(dump[112+12+4:], 0x00112233) // x 1, y 1
	img, err := decodeXWD(dump)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := img.RGBAAt(1, 1), (color.RGBA{0x11, 0x22, 0x33, 255}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, short := range [][]byte{nil, dump[:99], dump[:130]} {
		if _, err := decodeXWD(short); err == nil {
			t.Errorf("%d bytes were accepted", len(short))
		}
	}
}

func TestSameButCaret(t *testing.T) {
	paint := func(r image.Rectangle) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 100, 100))
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				img.Set(x, y, color.White)
			}
		}
		return img
	}
	plain := paint(image.Rectangle{})
	if !sameButCaret(plain, paint(image.Rect(10, 10, 12, 34))) {
		t.Error("a caret counts as a change")
	}
	if sameButCaret(plain, paint(image.Rect(10, 10, 18, 20))) {
		t.Error("a letter does not count as a change")
	}
	if !blank(plain) || blank(paint(image.Rect(99, 99, 100, 100))) {
		t.Error("blank")
	}
}

// The display for real: what is typed is what a program receives. xev tells
// the text of every key it gets.
func TestTypedTextArrives(t *testing.T) {
	for _, tool := range append(Tools, "xev") {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(err)
		}
	}
	d, err := Start(t.Context(), 640, 480)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var out syncBuffer
	xev := d.Command("xev", "-event", "keyboard")
	xev.Stdout = &out
	xev.Env = append(xev.Env, "LC_ALL=C.UTF-8") // xev falls back to Latin-1 when the Italian locale is not installed
	if err := xev.Start(); err != nil {
		t.Fatal(err)
	}
	id, err := d.WaitWindow("Event Tester", 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if place, err := d.Place(id); err != nil || place != image.Rect(0, 0, 640, 480) {
		t.Errorf("a window that fills the display is at %v, %v", place, err)
	}
	want := "àèìòù’'É è più 1.234,50 € — «x» Aa{@}" + letters
	if err := d.Type(want); err != nil {
		t.Fatal(err)
	}
	var got string
	err = d.until(20*time.Second, "the text", func() (bool, error) {
		got = typed(out.String())
		return got == want, nil
	})
	if err != nil {
		t.Errorf("%v\ngot  %q\nwant %q", err, got, want)
	}
	img, err := d.Image()
	if err != nil || img.Rect != image.Rect(0, 0, 640, 480) {
		t.Errorf("picture of the display: %v, %v", img.Rect, err)
	}
	if err := d.Key("alt+F4"); err != nil {
		t.Fatal(err)
	}
	if err := xev.Wait(); err != nil {
		t.Errorf("Alt+F4 should close the window: %v", err)
	}
}

// typed joins the characters of the key presses in what xev wrote:
//
//	XmbLookupString gives 2 bytes: (c3 a0) "à"
func typed(log string) string {
	var b strings.Builder
	for line := range strings.Lines(log) {
		if _, after, ok := strings.Cut(line, "XmbLookupString gives "); ok {
			if _, quoted, ok := strings.Cut(after, ") \""); ok {
				b.WriteString(strings.TrimSuffix(quoted, "\"\n"))
			}
		}
	}
	return b.String()
}
